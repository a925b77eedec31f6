#!/bin/sh
# qmail-local: what it does with the message: mbox, maildir, program, forward.
. tests/lib.sh
new_home
new_user joe
J=$T/joe
umask 022
printf 'Received: (qmail 1 by x)\nSubject: hi\n\nbody\n' > "$T/msg"
as joe mkdir "$J/got"
# a queue program that keeps what it gets
cat > "$T/queue" <<END
#!/bin/sh
cat > $J/got/message
exec 3<&1
cat <&3 | tr '\\0' '|' > $J/got/envelope
[ ! -e $J/got/say ] || { cat $J/got/say >&4; exit 82; }
exit \$(cat $J/got/exit)
END
chmod 755 "$T/queue"
echo 0 > "$J/got/exit"

# deliver TEXT [DASH EXT [SENDER [MESSAGE]]]: with this .qmail
deliver() {
	printf "$1" > "$J/.qmail${2-}${3-}"
	code=0
	as joe env QMAILQUEUE="$T/queue" qmail-local -- joe "$J" \
	    "joe${2-}${3-}" "${2-}" "${3-}" Virt.example "${4-s@x.example}" \
	    ./Mailbox < "${5-$T/msg}" > "$T/out" 2> "$T/err" || code=$?
	out=$(cat "$T/out") err=$(cat "$T/err")
}
clean() {
	chmod -R u+rwX "$J"
	rm -rf "$J"/.qmail* "$J"/Mailbox "$J"/M "$J"/ran* "$J"/got/message "$J"/got/envelope
}
says() { # NAME CODE ERR-TEXT
	is "$1: exit" "$code" "$2"
	is "$1: text" "$err" "$3"
}
undated() { sed 's/^\(From [^ ]* \)[A-Z][a-z][a-z] [A-Z][a-z][a-z] [0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9] [0-9]*$/\1DATE/' "$@"; }

# somebody keeps the lock: 30 seconds, while the
# other checks run
as joe mkdir "$J/slow"
: > "$J/slow/Locked"
chmod 666 "$J/slow/Locked"
background setlock "$J/slow/Locked" sh -c "echo > '$T/held'; exec tail -f /dev/null"
await 60 test -e "$T/held"
start=$(date +%s)
as joe qmail-local joe "$J/slow" joe '' '' h s ./Locked < "$T/msg" > "$T/lout" 2> "$T/lerr" &
waiter=$!

# ---- mbox ----
# spec: delivery.md 4.2, 8, 9
deliver './Mailbox\n'
says 'mbox' 0 ''
is 'mbox: report' "$out" 'did 1+0+0'
undated "$J/Mailbox" > "$T/got"
printf 'From s@x.example DATE\nReturn-Path: <s@x.example>\nDelivered-To: joe@Virt.example\nReceived: (qmail 1 by x)\nSubject: hi\n\nbody\n\n' > "$T/want"
same_file 'mbox: bytes' "$T/got" "$T/want"
is 'mbox: mode' "$(stat -c %a "$J/Mailbox")" 600
printf 'a\n\nFrom me\n>From you\n>>>From\n Fromx\nFrom end' > "$T/m"
deliver './Mailbox\n' '' '' 'a b	c@d' "$T/m"
undated "$J/Mailbox" > "$T/got"
printf 'From a-b-c@d DATE\nReturn-Path: <"a b\tc"@d>\nDelivered-To: joe@Virt.example\na\n\n>From me\n>>From you\n>>>From\n Fromx\n>From end\n\n' >> "$T/want"
same_file 'mbox: quoting, appended' "$T/got" "$T/want"
deliver './Mailbox\n' '' '' '' /dev/null
undated "$J/Mailbox" > "$T/got"
printf 'From MAILER-DAEMON DATE\nReturn-Path: <>\nDelivered-To: joe@Virt.example\n\n' >> "$T/want"
same_file 'mbox: no sender, no message' "$T/got" "$T/want"
awk 'BEGIN { for (i = 0; i < 30000; i++) print (i % 3 ? "line " i : "From " i) }' > "$T/m"
rm "$J/Mailbox"
deliver './Mailbox\n' '' '' s@x "$T/m"
sed '1,3d;$d;s/^>From/From/' "$J/Mailbox" > "$T/got"
same_file 'mbox: a big one comes back' "$T/got" "$T/m"
is 'mbox: and is quoted' "$(grep -c '^From ' "$J/Mailbox")" 1

deliver './none/box\n'
says 'mbox: no folder' 111 'Unable to open ./none/box: file does not exist. (#4.2.1)'
mkdir "$J/folder"
deliver './folder\n'
says 'mbox: a directory' 111 'Unable to open ./folder: is a directory. (#4.2.1)'
if [ "$ROOT" = yes ]; then
	mkdir "$T/theirs" && chmod 755 "$T/theirs"
	deliver "$T/theirs/box\n"
	says 'mbox: unwritable' 111 "Unable to open $T/theirs/box: access denied. (#4.2.1)"
fi
if [ -c /dev/full ]; then
	deliver '/dev/full\n'
	says 'mbox: /dev/full' 111 'Unable to write /dev/full: out of disk space. (#4.3.0)'
fi
deliver '/dev/null\n'
says 'mbox: a device' 0 ''
mkfifo "$J/fifo"
[ "$ROOT" = no ] || chown joe "$J/fifo"
deliver './fifo\n'
says 'mbox: a fifo without reader' 111 'Unable to open ./fifo: device not configured. (#4.2.1)'
sh -c "cat '$J/fifo' > '$T/piped'" &
reader=$!
fifo_works() { deliver './fifo\n'; [ "$code" = 0 ]; }
tries=0
until fifo_works || [ $tries -gt 500 ]; do tries=$((tries + 1)); done
wait $reader
is 'mbox: a fifo with one' "$(grep -c '^Subject: hi' "$T/piped")" 1
rm "$J/fifo"

# a file size limit stands in for a full disk: nothing of the message stays
rm -f "$J/Mailbox"
printf 'From x DATE\n\nold\n\n' > "$J/Mailbox"
[ "$ROOT" = no ] || chown joe "$J/Mailbox"
cp "$J/Mailbox" "$T/want"
small() { # SIGNAL .QMAIL: with that signal ignored
	printf "$2" > "$J/.qmail"
	code=0
	as joe sh -c 'trap "" $0; ulimit -f 64; exec "$@"' "$1" qmail-local joe "$J" joe '' '' h s ./x \
	    < "$T/m" > "$T/out" 2> "$T/err" || code=$?
	err=$(cat "$T/err")
}
for s in XFSZ USR1; do
	small $s './Mailbox\n'
	says "mbox: full, $s ignored" 111 'Unable to write ./Mailbox: file too large. (#4.3.0)'
	same_file "mbox: cut back, $s ignored" "$J/Mailbox" "$T/want"
done
small USR1 '|kill -XFSZ $$; exit 3'
says 'mbox: full: programs have the signal' 111 'Aack, child crashed. (#4.3.0)'
clean

# ---- maildir ----
# spec: delivery.md 4.3, 7
as joe maildirmake "$J/M"
deliver './M/\n' - ext 's@x'
says 'maildir' 0 ''
is 'maildir: report' "$out" 'did 1+0+0'
name=$(ls "$J/M/new")
like 'maildir: name' "$name" '^[0-9]+\.M[0-9]{6}P[0-9]+Q[0-9]+\.[^/:]+,S=[0-9]+$'
is 'maildir: the name tells the size' "${name##*,S=}" "$(wc -c < "$J/M/new/$name")"
{ printf 'Return-Path: <s@x>\nDelivered-To: joe-ext@Virt.example\n'; cat "$T/msg"; } > "$T/want"
same_file 'maildir: bytes' "$J/M/new/$name" "$T/want"
is 'maildir: mode' "$(stat -c %a "$J/M/new/$name")" 600
is 'maildir: one link' "$(stat -c %h "$J/M/new/$name")" 1
is 'maildir: tmp is empty' "$(ls "$J/M/tmp")" ''
rm "$J/M/new/$name"
printf 'partial' > "$T/m"
deliver "$J/M/\n" '' '' '' "$T/m"
printf 'Return-Path: <>\nDelivered-To: joe@Virt.example\npartial' > "$T/want"
same_file 'maildir: partial line, absolute path' "$J"/M/new/* "$T/want"
rm "$J"/M/new/*
deliver './M/\n./M/\n./M/\n'
is 'maildir: three names in one delivery' "$(ls "$J/M/new" | wc -l)" 3
rm "$J"/M/new/*
head -c 300000 /dev/urandom > "$T/m"
deliver './M/\n' '' '' s@x "$T/m"
sed 1,2d "$J"/M/new/* > "$T/got"
same_file 'maildir: any bytes' "$T/got" "$T/m"
rm "$J"/M/new/*
deliver './none/\n'
says 'maildir: none' 111 'Unable to chdir to maildir. (#4.2.1)'
deliver './Mailbox/\n'
says 'maildir: a file' 111 'Unable to chdir to maildir. (#4.2.1)'
rmdir "$J/M/tmp"
deliver './M/\n'
says 'maildir: no tmp' 111 'Temporary error on maildir delivery. (#4.3.0)'
as joe mkdir "$J/M/tmp"
rmdir "$J/M/new"
deliver './M/\n'
says 'maildir: no new' 111 'Temporary error on maildir delivery. (#4.3.0)'
is 'maildir: then tmp is clean' "$(ls "$J/M/tmp")" ''
as joe mkdir "$J/M/new"
chmod 500 "$J/M/new"
deliver './M/\n'
says 'maildir: unwritable new' 111 'Temporary error on maildir delivery. (#4.3.0)'
is 'maildir: then tmp is clean' "$(ls "$J/M/tmp")" ''
chmod 700 "$J/M/new"
chmod 000 "$J/M"
deliver './M/\n'
says 'maildir: closed' 111 'Unable to chdir to maildir. (#4.2.1)'
chmod 700 "$J/M"
printf './M/\n' > "$J/.qmail"
code=0
as joe sh -c 'trap "" XFSZ; ulimit -f 64; exec "$@"' sh qmail-local joe "$J" joe '' '' h s ./x \
    < "$T/m" > "$T/out" 2> "$T/err" || code=$?
err=$(cat "$T/err")
says 'maildir: full' 111 'Temporary error on maildir delivery. (#4.3.0)'
is 'maildir: nothing stays' "$(find "$J/M" -type f)" ''
if [ "$ROOT" = yes ] && mount -t tmpfs -o size=64k,mode=755 none "$J/M" 2> /dev/null; then
	mkdir "$J/M/tmp" "$J/M/new" "$J/M/cur"
	chown joe "$J/M" "$J"/M/*
	deliver './M/\n' '' '' s@x "$T/m"
	says 'maildir: disk full' 111 'Temporary error on maildir delivery. (#4.3.0)'
	is 'maildir: nothing stays' "$(find "$J/M" -type f)" ''
	deliver './M/\n'
	is 'maildir: a small one fits' "$code" 0
	umount "$J/M"
fi
mkdir "$J/dir.msg"
code=0
as joe qmail-local joe "$J" joe '' '' h s ./M/ < "$J/dir.msg" > "$T/out" 2> "$T/err" || code=$?
err=$(cat "$T/err")
says 'unreadable message' 111 'Unable to read message: is a directory. (#4.3.0)'
rmdir "$J/dir.msg"
# spec: delivery.md 11.1 (the installed program cannot be read, nor traced)
if command -v strace > /dev/null 2>&1 &&
    as joe strace -o "$J/trace" -s 256 "$OUT/bin/qmail-local" joe "$J" joe '' '' h s ./M/ \
    < "$T/msg" > "$T/out" 2> "$T/err"; then
	order=$(sed -n 's/^\(fsync\|link\|linkat\|unlink\|unlinkat\|renameat2\|write\)(.*/\1/p;s/^openat.*"\(\.\/M\/[a-z]*\)", .*= \([0-9]*\)$/dir \1 \2/p' "$J/trace" | tr '\n' ' ')
	like 'maildir: order of system calls' "$order" \
	    'dir ./M/tmp [0-9]+ dir ./M/new [0-9]+ write fsync (renameat2|(renameat2 )?link(at)? unlink(at)?) fsync fsync write $'
	new=$(sed -n 's/^openat.*"\.\/M\/new", .*= \([0-9]*\)$/\1/p' "$J/trace")
	like 'maildir: new/ is synced behind the name' \
	    "$(sed -n '/^renameat2/,$p' "$J/trace" | tr '\n' ' ')" "fsync\\($new\\) += 0"
fi
rm -f "$J"/M/new/* "$J/trace"

# ---- programs ----
# spec: delivery.md 4.1
for c in 0 64 65 70 76 77 78 100 112 1 2 66 67 68 69 71 72 73 74 75 98 101 110 111 113 126 127 255; do
	case $c in
	0) want=0 ;;
	64|65|70|76|77|78|100|112) want=100 ;;
	*) want=111 ;;
	esac
	deliver "|echo out; echo err >&2; exit $c\n|exit 0\n"
	is "program: exit $c" "$code" "$want"
	text='out
err'
	[ "$c" != 0 ] || text='out
err
did 0+0+2'
	is "program: exit $c: report" "$(cat "$T/out" "$T/err" | sort -r)" "$(echo "$text" | sort -r)"
done
code=0
printf '|exit 100\n' > "$J/.qmail"
as joe sh -c 'trap "" CHLD; exec qmail-local joe "$0" joe "" "" h s ./Mailbox' "$J" \
    < "$T/msg" > "$T/out" 2>&1 || code=$?
is 'program: SIGCHLD was ignored' "$code" 100
deliver '|exit 99\n|touch ran\n'
says 'program: exit 99' 0 ''
is 'program: exit 99: report' "$out" 'did 0+0+1'
nok 'program: nothing after 99' test -e "$J/ran"
deliver '|exit 1\n|touch ran\n'
nok 'program: nothing after a failure' test -e "$J/ran"
deliver '|touch ran1\n|kill -9 $$\n|touch ran2\n'
says 'program: killed' 111 'Aack, child crashed. (#4.3.0)'
# spec: delivery.md 11.8
ok 'program: what was before is done' test -e "$J/ran1"
nok 'program: nothing after a crash' test -e "$J/ran2"
deliver '|no-such-program\n'
is 'program: not found' "$code" 111
deliver '|cat > ran1\n|head -n 1 > ran2\n|cat > ran3\n'
same_file 'program: raw message' "$J/ran1" "$T/msg"
same_file 'program: from its start each time' "$J/ran3" "$T/msg"
deliver '|pwd > ran1; umask >> ran1\n'
is 'program: home, umask' "$(cat "$J/ran1")" "$J
0077"
# spec: programs.md 0
deliver '|kill -13 $$\n'
says 'program: SIGPIPE is not ignored' 111 'Aack, child crashed. (#4.3.0)'
deliver '|ls /proc/self/fd > ran1; exec ls /proc/self/fd > ran2\n'
as joe sh -c 'exec ls /proc/self/fd' < "$T/msg" > "$J/ran3"
[ ! -d /proc/self/fd ] ||
	same_file 'program: no other descriptors' "$J/ran2" "$J/ran3"

# spec: delivery.md 11.7 (a program that takes too long; off by default)
pgid='ps -o pgid= -p $$ | tr -d " "'
deliver "|$pgid > ran1\n"
is 'program: in our process group' "$(cat "$J/ran1")" \
    "$(as joe sh -c "$pgid")"
echo 300x > "$H/control/timeoutprogram"
deliver '|exit 0\n|echo out\n'
says 'program: in time' 0 ''
echo 8x > "$H/control/timeoutprogram"
# nobody else, of another test, sleeps so long
deliver "|trap 'echo ended' TERM; (sleep 300.$$ && touch slow1) & sleep 300.$$ && touch slow2\n|touch slow3\n"
is 'program: too slow' "$code $(tail -n 1 "$T/err")" '111 Program took too long. (#4.3.0)'
is 'program: too slow: it was asked to end' "$out" ended
deliver "|trap '' TERM; touch slow4; exec sleep 300.$$\n"
is 'program: too slow, and does not listen' "$code $(tail -n 1 "$T/err")" '111 Program took too long. (#4.3.0)'
nok 'program: nothing after it' sh -c "ls '$J'/slow[123]"
# killed is not yet gone
ok 'program: nor does anything of it stay' \
    await 30 sh -c "! ps -u '$(id -u "$ME")' -o args | grep '^[s]leep 300.$$'"
echo x > "$H/control/timeoutprogram"
deliver '|exit 0\n'
is 'program: no digit, no limit' "$code" 0
rm "$H/control/timeoutprogram"

# spec: delivery.md 6
e() { sed -n "s/^$1=//p" "$J/ran"; }
deliver '|env > ran\n' - A-b.C-d-e 's "p@x'
is 'no .qmail: the safe name' "$code" 100
clean
deliver '|env > ran\n' - a-b:c-d-e
mv "$J/.qmail-a-b:c-d-e" "$J/.qmail-a-default"
as joe env DEFAULT=old OTHER=kept qmail-local joe "$J" joe-A-b.C-d-e - A-b.C-d-e \
    a.b.c.d.Example 's "p@x' x < "$T/msg" > "$T/out" 2>&1
is 'SENDER' "$(e SENDER)" 's "p@x'
is 'NEWSENDER' "$(e NEWSENDER)" 's "p@x'
is 'RECIPIENT' "$(e RECIPIENT)" 'joe-A-b.C-d-e@a.b.c.d.Example'
is 'USER' "$(e USER)" joe
is 'HOME' "$(e HOME)" "$J"
is 'LOCAL' "$(e LOCAL)" 'joe-A-b.C-d-e'
is 'HOST' "$(e HOST)" a.b.c.d.Example
is 'HOST2' "$(e HOST2)" a.b.c.d
is 'HOST3' "$(e HOST3)" a.b.c
is 'HOST4' "$(e HOST4)" a.b
is 'EXT' "$(e EXT)" A-b.C-d-e
is 'EXT2' "$(e EXT2)" b.C-d-e
is 'EXT3' "$(e EXT3)" d-e
is 'EXT4' "$(e EXT4)" e
is 'DEFAULT' "$(e DEFAULT)" b.C-d-e
is 'DTLINE' "$(e DTLINE)" 'Delivered-To: joe-A-b.C-d-e@a.b.c.d.Example'
is 'RPLINE' "$(e RPLINE)" 'Return-Path: <"s \"p"@x>'
like 'UFLINE' "$(e UFLINE)" '^From s-"p@x [A-Z][a-z][a-z] [A-Z][a-z][a-z] [0-9][0-9] [0-9:]{8} [0-9]{4}$'
is 'the rest is inherited' "$(e OTHER)" kept
is 'lines end in LF' "$(tr '\n' '|' < "$J/ran" | grep -c 'DTLINE=[^|]*||\|DTLINE=[^|]*|[A-Z]')" 1
deliver '|printf %%s "$DTLINE$RPLINE$UFLINE" | wc -l > ran\n'
is 'each is one line' "$(tr -d ' ' < "$J/ran")" 3
deliver '|env > ran\n' - my-default
is 'DEFAULT of my-default' "$(e DEFAULT)" default
is 'EXT3 when there is none' "$(e EXT3)" ''
ok 'EXT3 is set' grep -q '^EXT3=$' "$J/ran"
printf '|env > ran\n' > "$J/.qmail"
as joe env DEFAULT=old qmail-local joe "$J" "$(printf 'j\no')" '' '' "$(printf 'h\nx')" \
    "$(printf 'a\nb\tc')" x < "$T/msg" > "$T/out" 2>&1
is 'DEFAULT is inherited' "$(e DEFAULT)" old
is 'HOST2 without a dot' "$(sed -n '/^HOST2=/{N;p;}' "$J/ran" | tr '\n' '|')" 'HOST2=h|x|'
is 'LF in DTLINE' "$(e DTLINE)" 'Delivered-To: j_o@h_x'
is 'LF in RPLINE' "$(e RPLINE)" "$(printf 'Return-Path: <"a\\_b\tc">')"
like 'LF in UFLINE' "$(e UFLINE)" '^From a-b-c [A-Z]'
clean

# ---- forwards ----
# spec: delivery.md 4.4
deliver '&a@b\n|touch ran1\n&\nc d@e\n& f\n' - ext 's@x'
says 'forward' 0 ''
like 'forward: report' "$(echo $out)" '^did 0\+4\+1 qp [0-9]+$'
{ echo 'Delivered-To: joe-ext@Virt.example'; cat "$T/msg"; } > "$T/want"
same_file 'forward: message' "$J/got/message" "$T/want"
is 'forward: envelope' "$(cat "$J/got/envelope")" 'Fs@x|Ta@b|T|Tc d@e|T f||'
clean
deliver '&a\n|exit 99\n&b\n'
is 'forward: with 99' "$code" 0
is 'forward: only what was before 99' "$(cat "$J/got/envelope")" 'Fs@x.example|Ta||'
like 'forward: counted' "$(echo $out)" '^did 0\+1\+1 qp'
clean
deliver '&a\n|exit 1\n'
nok 'forward: not after a failure' test -e "$J/got/message"
deliver '# nobody\n'
is 'no forward, no qp' "$out" 'did 0+0+0'
# spec: delivery.md 5
sender() { # NAME SENDER WANT FILE...
	name=$1 from=$2 want=$3
	shift 3
	clean
	for f; do : > "$J/$f"; done
	deliver '&a\n' - List.x "$from"
	mv "$J/.qmail-List.x" "$J/.qmail-default"
	deliver '&a\n' - default-x "$from"
	rm "$J/.qmail-default-x"
	printf '&a\n' > "$J/.qmail-default"
	code=0
	as joe env QMAILQUEUE="$T/queue" qmail-local joe "$J" joe-List.x - List.x \
	    Virt.example "$from" x < "$T/msg" > "$T/out" 2> "$T/err" || code=$?
	is "$name" "$(cat "$J/got/envelope")" "F$want|Ta||"
}
sender 'no owner' s@x s@x .qmail-default-owner .qmail-list:x-owner-default
sender 'owner' s@x joe-List.x-owner@Virt.example .qmail-list:x-owner
sender 'VERP' s@x joe-List.x-owner-@Virt.example-@[] .qmail-list:x-owner .qmail-list:x-owner-default
sender 'owner, bounce' '' '' .qmail-list:x-owner .qmail-list:x-owner-default
sender 'owner, double bounce' '#@[]' '#@[]' .qmail-list:x-owner
clean
: > "$J/.qmail-a-owner"
deliver '|echo "$NEWSENDER" > ran\n' - a s@x
is 'NEWSENDER of programs' "$(cat "$J/ran")" joe-a-owner@Virt.example
# what is refused
refuse() { # NAME QUEUE-EXIT CODE TEXT
	echo "$2" > "$J/got/exit"
	deliver '&a\n'
	says "$1" "$3" "$4"
}
refuse 'forward: permanent' 31 100 'Unable to forward message: mail server permanently rejected message (#5.3.0).'
refuse 'forward: temporary' 71 111 'Unable to forward message: mail server temporarily rejected message (#4.3.0).'
refuse 'forward: disk full' 53 111 'Unable to forward message: qq write error or disk full (#4.3.0).'
echo 0 > "$J/got/exit"
printf 'Dno way (#5.7.1)' > "$J/got/say"
deliver '&a\n'
says 'forward: own words' 100 'Unable to forward message: no way (#5.7.1).'
rm "$J/got/say"
awk 'BEGIN { for (i = 0; i < 10000; i++) print "&user" i "@x.example" }' > "$T/many"
clean
cp "$T/many" "$J/.qmail"
as joe env QMAILQUEUE="$T/queue" qmail-local joe "$J" joe '' '' h s x < "$T/msg" > "$T/out" 2>&1
like '10000 forwards' "$(cat "$T/out" | tr '\n' ' ')" '^did 0\+10000\+0 qp [0-9]+ $'
is '10000 recipients' "$(tr '|' '\n' < "$J/got/envelope" | grep -c '^Tuser')" 10000
clean

# earlier lines stay done, and are repeated by the next try
as joe maildirmake "$J/M"
deliver './M/\n|exit 111\n'
deliver './M/\n|exit 111\n'
is 'a retry repeats earlier lines' "$(ls "$J/M/new" | wc -l)" 2

wait $waiter
is 'mbox: locked: exit' "$?" 111
is 'mbox: locked: text' "$(cat "$T/lerr")" 'File has been locked for 30 seconds straight. (#4.3.0)'
took=$(($(date +%s) - start))
ok "mbox: locked: waited 30 seconds ($took)" test $took -ge 29
is 'mbox: locked: untouched' "$(cat "$J/slow/Locked")" ''
done_testing
