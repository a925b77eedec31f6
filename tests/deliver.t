#!/bin/sh
# The delivery helpers: forward condredirect bouncesaying except preline
# qreceipt qbiff maildirmake maildir2mbox.
. tests/lib.sh
new_home
mkdir "$T/got"
cat > "$T/queue" <<END
#!/bin/sh
cat > $T/got/message
exec 3<&1
cat <&3 | tr '\\0' '|' > $T/got/envelope
exit \$(cat $T/got/exit)
END
chmod 755 "$T/queue"
echo 0 > "$T/got/exit"
QMAILQUEUE=$T/queue
export QMAILQUEUE
M=$T/msg
printf 'Subject: hi\n\nbody\n' > "$M"
NEWSENDER=new@x SENDER=s@x
DTLINE='Delivered-To: me@x
'
RPLINE='Return-Path: <s@x>
'
UFLINE='From s@x Tue Nov 24 02:45:27 2026
'
export NEWSENDER SENDER DTLINE RPLINE UFLINE
fresh() { rm -f "$T/got/message" "$T/got/envelope"; }
sh_with() { sh -c "exec $1 < '$M'"; }
err() { cat "$T/stderr"; }

# spec: programs.md 16
exits 0 'forward' sh_with 'forward a@b "c d@e"'
like 'forward: says' "$(err)" '^forward: qp [0-9]+$'
is 'forward: nothing on descriptor 1' "$(cat "$T/stdout")" ''
{ printf '%s' "$DTLINE"; cat "$M"; } > "$T/want"
same_file 'forward: message' "$T/got/message" "$T/want"
is 'forward: envelope' "$(cat "$T/got/envelope")" 'Fnew@x|Ta@b|Tc d@e||'
exits 100 'forward: NEWSENDER' sh_with 'env -u NEWSENDER forward a@b'
is 'forward: NEWSENDER: says' "$(err)" 'forward: fatal: NEWSENDER not set'
exits 100 'forward: DTLINE' sh_with 'env -u DTLINE forward a@b'
is 'forward: DTLINE: says' "$(err)" 'forward: fatal: DTLINE not set'
fresh
exits 100 'forward to nobody' sh_with forward
nok 'nothing queued' test -e "$T/got/message"
head -c 300000 /dev/urandom > "$T/big"
exits 0 'forward from a pipe' sh -c "cat '$T/big' | forward a@b"
is 'all of it' "$(wc -c < "$T/got/message")" $((300000 + ${#DTLINE}))
echo 31 > "$T/got/exit"
exits 100 'forward: refused' sh_with 'forward a@b'
is 'forward: refused: says' "$(err)" 'forward: fatal: unable to forward message: mail server permanently rejected message (#5.3.0)'
echo 53 > "$T/got/exit"
exits 111 'forward: disk full' sh_with 'forward a@b'
exits 111 'forward: no queue program' sh_with 'env QMAILQUEUE=/none forward a@b'
echo 0 > "$T/got/exit"
exits 111 'forward: unreadable message' sh -c "forward a@b < '$T'"

fresh
exits 99 'condredirect: yes' sh_with 'condredirect new@y grep -q Subject'
like 'condredirect: says' "$(err)" '^condredirect: qp [0-9]+$'
same_file 'condredirect: whole message' "$T/got/message" "$T/want"
is 'condredirect: envelope' "$(cat "$T/got/envelope")" 'Fs@x|Tnew@y||'
fresh
for c in 1 2 99 100 110; do
	exits 0 "condredirect: no, $c" sh_with "condredirect new@y sh -c 'exit $c'"
done
# spec: programs.md 18.5
exits 111 'condredirect: no such program' sh_with 'condredirect new@y /no/such'
exits 111 'condredirect: 111' sh_with "condredirect new@y sh -c 'exit 111'"
exits 111 'condredirect: crash' sh_with "condredirect new@y sh -c 'kill -9 \$\$'"
exits 100 'condredirect: SENDER' sh_with 'env -u SENDER condredirect new@y true'
exits 100 'condredirect: DTLINE' sh_with 'env -u DTLINE condredirect new@y true'
exits 0 'condredirect: not needed when no' sh_with 'env -u DTLINE condredirect new@y false'
exits 100 'condredirect: usage' sh_with 'condredirect new@y'
exits 111 'condredirect: pipe' sh -c "cat '$M' | condredirect new@y true"
nok 'condredirect: nothing queued' test -e "$T/got/message"
echo 31 > "$T/got/exit"
exits 100 'condredirect: refused' sh_with 'condredirect new@y true'
echo 0 > "$T/got/exit"

exits 100 'bouncesaying' sh_with 'bouncesaying "no %s way"'
is 'bouncesaying: text' "$(cat "$T/stdout" "$T/stderr")" 'no %s way'
exits 100 'bouncesaying: yes' sh_with 'bouncesaying gone grep -q Subject'
is 'bouncesaying: yes: text' "$(cat "$T/stdout" "$T/stderr")" gone
exits 0 'bouncesaying: no' sh_with 'bouncesaying gone grep -q nonsense'
is 'bouncesaying: no: says nothing' "$(cat "$T/stdout" "$T/stderr")" ''
exits 0 'bouncesaying: no, 100' sh_with "bouncesaying gone sh -c 'exit 100'"
exits 111 'bouncesaying: 111' sh_with "bouncesaying gone sh -c 'exit 111'"
exits 111 'bouncesaying: crash' sh_with "bouncesaying gone sh -c 'kill -9 \$\$'"
exits 111 'bouncesaying: no such program' sh_with 'bouncesaying gone /no/such'
exits 100 'bouncesaying: usage' sh_with bouncesaying
is 'bouncesaying: usage: says' "$(err)" \
    'bouncesaying: usage: bouncesaying text [ program [ arg ... ] ]'

exits 100 'except: 0' sh_with 'except grep -q Subject'
exits 0 'except: 1' sh_with 'except grep -q nonsense'
exits 0 'except: 100' sh_with "except sh -c 'exit 100'"
exits 111 'except: 111' sh_with "except sh -c 'exit 111'"
exits 111 'except: crash' sh_with "except sh -c 'kill -9 \$\$'"
exits 111 'except: no such program' sh_with 'except /no/such'
exits 100 'except: usage' sh_with except

preline() { # NAME OPTIONS WANT
	sh_with "preline $2 cat" > "$T/got/out"
	{ printf '%s' "$3"; cat "$M"; } > "$T/want"
	same_file "preline $1" "$T/got/out" "$T/want"
}
preline all '' "$UFLINE$RPLINE$DTLINE"
preline -f -f "$RPLINE$DTLINE"
preline -r -r "$UFLINE$DTLINE"
preline -d -d "$UFLINE$RPLINE"
preline -frd -frd ''
preline -frdFD '-fr -dFD' "$UFLINE$DTLINE"
exits 7 'preline: exit code' sh_with "preline sh -c 'exit 7'"
exits 7 'preline: SIGCHLD was ignored' \
    sh -c "trap '' CHLD; exec preline sh -c 'exit 7' < '$M'"
exits 100 'preline: no such program' sh_with 'preline /no/such'
exits 111 'preline: crash' sh_with "preline sh -c 'kill -9 \$\$'"
for v in UFLINE RPLINE DTLINE; do
	exits 100 "preline: $v" sh_with "env -u $v preline -frd cat"
	is "preline: $v: says" "$(err)" 'preline: usage: preline [-frdFRD] program [ arg ... ]'
done
exits 100 'preline: no program' sh_with 'preline -f'
exits 100 'preline: bad option' sh_with 'preline -x cat'
exits 3 'preline: a program that reads nothing' sh -c "preline sh -c 'exit 3' < '$T/big'"
# spec: programs.md 0
exits 111 'preline: SIGPIPE is default' sh_with "preline sh -c 'kill -13 \$\$'"
exits 111 'preline: unreadable message' sh -c "preline sh -c 'exec sleep 60' < '$T'"

# qreceipt
receipt() { # NAME MESSAGE-TEXT ADDR
	fresh
	printf "$2" > "$T/r"
	exits 0 "qreceipt $1" sh -c "exec qreceipt '$3' < '$T/r'"
	is "qreceipt $1: says nothing" "$(cat "$T/stdout" "$T/stderr")" ''
}
N=Notice-Requested-Upon-Delivery-To
cat > "$T/want" <<'END'
From: DELIVERY NOTICE SYSTEM <s@x>
To: <s@x>
Subject: success notice

Hi! This is the qreceipt program. Your message was delivered to the
following address: me@x. Thanks for asking.
Your Message-ID: <1@x>
END
receipt asked "Message-ID: <1@x>\n$N: You <ME@x>, other@y\n\nb\n" me@x
same_file 'qreceipt: notice' "$T/got/message" "$T/want"
is 'qreceipt: envelope' "$(cat "$T/got/envelope")" 'F|Ts@x||'
receipt 'several fields, folded' "$N: other@y\n$(echo $N | tr A-Z a-z) :\n you,\n me@x\n\nb" me@x
grep -v Message-ID "$T/want" > "$T/want2"
same_file 'qreceipt: notice without id' "$T/got/message" "$T/want2"
receipt 'unqualified' "$N: joe\n\n" joe
ok 'qreceipt: asked for' test -e "$T/got/message"
for none in "$N: other@y\n\n$N: me@x\n" "X-$N: me@x\n\n" "$N: me@x.y, xme@x\n\n" \
    "$N: \"me@x\n\n" ''; do
	receipt 'not asked' "$none" me@x
	nok 'qreceipt: nothing queued' test -e "$T/got/message"
done
printf "$N: me@x\n\n" > "$T/r"
for from in '' '#@[]'; do
	exits 0 "qreceipt: from $from" sh -c "SENDER='$from' qreceipt me@x < '$T/r'"
	nok 'qreceipt: no notice to it' test -e "$T/got/message"
done
exits 100 'qreceipt: no SENDER' sh -c "unset SENDER; qreceipt me@x < '$T/r'"
exits 100 'qreceipt: usage' qreceipt
echo 53 > "$T/got/exit"
exits 111 'qreceipt: disk full' sh -c "qreceipt me@x < '$T/r'"
echo 0 > "$T/got/exit"
SENDER=$(printf 'a\nBcc: you@x\n@y') sh -c "qreceipt me@x < '$T/r'"
is 'qreceipt: LF in the sender adds no field' "$(grep -c '^Bcc' "$T/got/message")" 0
{ echo "$N: me@x"; head -c 3000000 /dev/zero | tr '\0' a; } > "$T/r"
exits 0 'qreceipt: endless header' sh -c "qreceipt me@x < '$T/r'"
exits 111 'qreceipt: unreadable message' sh -c "qreceipt me@x < '$T'"

# maildirmake
exits 0 'maildirmake' maildirmake "$T/box"
is 'maildirmake: modes' "$(stat -c %a "$T/box" "$T/box/tmp" "$T/box/new" "$T/box/cur" | tr '\n' ' ')" '700 700 700 700 '
exits 111 'maildirmake: exists' maildirmake "$T/box"
is 'maildirmake: exists: says' "$(err)" "maildirmake: fatal: unable to create maildir $T/box: file already exists"
exits 100 'maildirmake: no name' maildirmake
is 'maildirmake: usage' "$(err)" 'maildirmake: usage: maildirmake dir'
exits 111 'maildirmake: no parent' maildirmake "$T/none/box"
exits 0 'maildirmake: relative' sh -c "cd '$T' && maildirmake rel"
ok 'made' test -d "$T/rel/cur"

# maildir2mbox
MAIL=$T/mbox MAILTMP=$T/mbox.tmp MAILDIR=$T/box
export MAIL MAILTMP MAILDIR
exits 0 'maildir2mbox: nothing new' maildir2mbox
nok 'no mbox' test -e "$MAIL"
put() { printf "$2" > "$T/box/$1"; touch -d "$3" "$T/box/$1"; }
put new/2.x 'Return-Path: <s t@x>\nSubject: two\n\nFrom me\n>From you\npartial' '2026-11-24 02:45:27Z'
put cur/1.x:2,S 'Return-Path: <>\nSubject: one\n\nb\n' '2026-11-03 02:45:26Z'
put new/3.x 'Subject: three\n' '2026-11-24 02:45:28Z'
put new/.hidden 'x' '2026-11-24 02:45:28Z'
put tmp/old 'x' '3 days ago'
put tmp/young 'x' '1 hour ago'
printf 'From old x\n\nold\n' > "$MAIL"
exits 0 'maildir2mbox' maildir2mbox
printf 'From old x\n\nold\nFrom MAILER-DAEMON Tue Nov 03 02:45:26 2026\nReturn-Path: <>\nSubject: one\n\nb\n\nFrom s-t@x Tue Nov 24 02:45:27 2026\nReturn-Path: <s t@x>\nSubject: two\n\n>From me\n>>From you\npartial\n\nFrom XXX Tue Nov 24 02:45:28 2026\nSubject: three\n\n' > "$T/want"
same_file 'maildir2mbox: oldest first, quoted, nothing dropped' "$MAIL" "$T/want"
is 'maildir2mbox: messages are removed' "$(cd "$T/box"; find . -type f | sort | tr '\n' ' ')" './new/.hidden ./tmp/young '
nok 'maildir2mbox: no temporary file' test -e "$MAILTMP"
is 'maildir2mbox: mode' "$(stat -c %a "$MAIL")" 600
printf 'no end' > "$MAIL"
put new/4 'Subject: four\n\n' '2026-11-24 02:45:28Z'
exits 0 'maildir2mbox: behind a partial line' maildir2mbox
is 'a From_ line begins a line' "$(sed -n 2p "$MAIL")" 'From XXX Tue Nov 24 02:45:28 2026'
for v in MAIL MAILTMP MAILDIR; do
	exits 111 "maildir2mbox: $v" env -u $v maildir2mbox
	is "maildir2mbox: $v: says" "$(err)" "maildir2mbox: fatal: $v not set"
done
put new/5 'Subject: five\n\n' '2026-11-24 02:45:28Z'
cp "$MAIL" "$T/want"
exits 111 'maildir2mbox: no room for MAILTMP' env MAILTMP="$T/none/x" maildir2mbox
exits 111 'maildir2mbox: no room for MAILTMP, no place to say so' \
    sh -c 'MAILTMP="$T/none/x" exec maildir2mbox 2>&-'
exits 111 'maildir2mbox: MAIL is a folder' env MAIL="$T/got" maildir2mbox
exits 111 'maildir2mbox: no maildir' env MAILDIR="$T/none" maildir2mbox
exits 111 'maildir2mbox: full' sh -c "trap '' XFSZ; ulimit -f 0; exec maildir2mbox"
nok 'maildir2mbox: full: no temporary file' test -e "$MAILTMP"
if [ "$ROOT" = yes ]; then
	mkdir "$T/ro"
	mount -t tmpfs -o size=16k none "$T/ro" && {
		exits 111 'maildir2mbox: other file system' env MAILTMP="$T/ro/x" maildir2mbox
		nok 'no temporary file' test -e "$T/ro/x"
		umount "$T/ro"
	}
fi
same_file 'maildir2mbox: failing changes nothing' "$MAIL" "$T/want"
ok 'and keeps the message' test -e "$T/box/new/5"
# under the lock of MAIL
mkfifo "$T/wait"
background setlock "$MAIL" sh -c "echo > '$T/held'; exec cat '$T/wait'"
await 60 test -e "$T/held"
maildir2mbox & mover=$!
nok 'maildir2mbox: waits for the lock' await 1 test ! -e "$T/box/new/5"
echo appended >> "$MAIL"
echo > "$T/wait"
wait $mover
is 'maildir2mbox: after the lock' "$?" 0
ok 'maildir2mbox: what the holder wrote is kept' grep -q '^appended' "$MAIL"
ok 'maildir2mbox: and the message is there' grep -q '^Subject: five' "$MAIL"

# qbiff
exits 0 'qbiff: nobody is there' sh_with 'env USER=nobody-here LOCAL=x qbiff'
is 'qbiff: says nothing' "$(cat "$T/stdout" "$T/stderr")" ''
exits 0 'qbiff: no environment' sh_with 'env -i "$(command -v qbiff)"'
exits 0 'qbiff: unreadable message' sh -c "USER=joe qbiff < '$T'"
biff() { # MODE USER MESSAGE-TEXT
	printf "$3" > "$T/b"
	as joe env USER="$2" LOCAL=joe SENDER="$(printf 's\033@x')" \
	    ptywatch joe /run/utmp "$1" qbiff < "$T/b" > "$T/tty" 2> "$T/stderr"
}
if [ "$ROOT" = yes ] && [ "$(readlink -f /var/run)" = /run ] &&
    [ -c /dev/ptmx ] && mount -t tmpfs none /run; then
	: > /run/utmp
	chown joe /run/utmp
	biff 700 joe 'Subject:  hello\nX: y\n\nfirst\033[2J\nsecond\n'
	is 'qbiff: exit' "$?" 0
	printf '\r\n\007*** TO <joe> FROM <s @x>\r\n    hello first [2J second\r\n' > "$T/want"
	same_file 'qbiff: bytes' "$T/tty" "$T/want"
	biff 600 joe 'Subject: hello\n'
	is 'qbiff: not wanted' "$(cat "$T/tty")" ''
	biff 700 ann 'Subject: hello\n'
	is 'qbiff: somebody else' "$(cat "$T/tty")" ''
	biff 700 joe "Subject: $(head -c 3000 /dev/zero | tr '\0' a)\n\n"
	is 'qbiff: 78 columns' "$(tr -d '\r' < "$T/tty" | sed -n 3p | wc -c)" 79
	umount /run
fi

done_testing
