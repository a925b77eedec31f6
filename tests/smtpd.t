#!/bin/sh
# qmail-smtpd: the conversation, on pipes.  The queue is a double that keeps
# what it gets in $T/msg and $T/env; tests/smtpd-hostile.t has the attacks.
. tests/lib.sh
new_home
cat > "$T/qq" <<'END'
#!/bin/sh
exec 3<&1
cat > "$T/msg"
tr '\0' '!' <&3 > "$T/env"
[ -z "${TEXT-}" ] || printf '%b' "$TEXT" >&"${TEXT_FD:-6}"
exit "${CODE:-0}"
END
chmod 755 "$T/qq"
export QMAILQUEUE="$T/qq"
C=$H/control

# talk LINE...: a session; replies without CR in $T/got, exit code in $code.  Its
# log comes through a pipe that the queue program holds as well: one whose
# session broke off is over, too, when this returns, and meets no later one.
talk() {
	rm -f "$T/msg" "$T/env"
	printf '%b\r\n' "$@" | { qmail-smtpd > "$T/raw"; echo $? > "$T/code"; } 2>&1 |
	    cat > "$T/err"
	code=$(cat "$T/code")
	tr -d '\r' < "$T/raw" > "$T/got"
	got=$(cat "$T/got")
}
# says NAME WANT LINE...: the replies after the banner
says() {
	name=$1
	want=$2
	shift 2
	talk "$@"
	is "$name" "$(sed 1d "$T/got")" "$want"
}
last() { tail -n 1 "$T/got"; }
envelope() { cat "$T/env"; }
relay="553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"
looks_queued='^250 ok [0-9]+ qp [0-9]+$'

# ---- spec: protocols.md 2.1 ----
talk QUIT
is 'banner and farewell, CR LF' "$(od -An -c "$T/raw" | tr -d ' \n')" \
    '220test.exampleESMTP\r\n221test.example\r\n'
is 'QUIT: exit 0' "$code" 0
echo 'mail.example hello ' > "$C/smtpgreeting"
talk QUIT
is 'smtpgreeting' "$got" "220 mail.example hello ESMTP
221 mail.example hello"
: > "$C/smtpgreeting"
talk QUIT
is 'empty smtpgreeting is the empty string' "$(sed 1q "$T/got")" '220  ESMTP'
rm "$C/smtpgreeting"
mv "$C/me" "$T/me"
talk QUIT
is 'no greeting' "$got" '421 unable to read controls (#4.3.0)'
is 'no greeting: exit 1' "$code" 1
mv "$T/me" "$C/me"
mkdir "$C/timeoutsmtpd"
talk QUIT
is 'unreadable control file' "$got" '421 unable to read controls (#4.3.0)'
rmdir "$C/timeoutsmtpd"

# ---- spec: protocols.md 2.2 ----
says 'HELO' '250 test.example' 'HELO x'
says 'EHLO' '250-test.example
250-PIPELINING
250 8BITMIME' 'EHLO x'
says 'HELO and EHLO without argument' '250 test.example
250-test.example
250-PIPELINING
250 8BITMIME' HELO EHLO
says 'simple verbs' "250 flushed
250 ok
252 send some mail, i'll try my best" RSET NOOP VRFY
talk HELP
like 'HELP' "$(last)" '^214 '
says 'any case, leading spaces of the argument' '250 ok
250 ok' 'mAiL    FROM:<a@b>' 'rcpt   TO:<c@test.example>'
says 'unknown and empty' '502 unimplemented (#5.5.1)
502 unimplemented (#5.5.1)
502 unimplemented (#5.5.1)
502 unimplemented (#5.5.1)' FOO '' ' NOOP' 'NOOPX'
says 'RCPT needs MAIL' '503 MAIL first (#5.5.1)' 'RCPT TO:<a@test.example>'
says 'DATA needs MAIL' '503 MAIL first (#5.5.1)' DATA
says 'DATA needs RCPT' '250 ok
503 RCPT first (#5.5.1)' 'MAIL FROM:<a@b>' DATA
says 'DATA needs an accepted RCPT' "250 ok
$relay
503 RCPT first (#5.5.1)" 'MAIL FROM:<a@b>' 'RCPT TO:<a@elsewhere>' DATA
for verb in HELO EHLO RSET; do
	talk 'MAIL FROM:<a@b>' $verb 'RCPT TO:<a@test.example>'
	is "$verb forgets the sender" "$(last)" '503 MAIL first (#5.5.1)'
done
says 'MAIL may be repeated, recipients are cleared' '250 ok
250 ok
250 ok
503 RCPT first (#5.5.1)' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' \
    'MAIL FROM:<d@b>' DATA
talk NOOP
is 'end of input: exit 1, no reply' "$code $got" '1 220 test.example ESMTP
250 ok'
printf 'NOOP\nNOOP\r\nQUIT\n' | qmail-smtpd | tr -d '\r' > "$T/got"
is 'commands may end in LF' "$(sed 1d "$T/got")" '250 ok
250 ok
221 test.example'
printf 'NOOP\r\nQUIT' | qmail-smtpd > "$T/raw"
is 'a cut off command is not run' "$?" 1

# one write for all replies to what came at once; banner apart
if command -v strace > /dev/null 2>&1; then
	talk 'EHLO x' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA x . QUIT
	printf '%s\r\n' 'EHLO x' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' \
	    DATA x . QUIT > "$T/in"
	strace -e trace=write,sendto -e write=1 -o "$T/trace" qmail-smtpd \
	    < "$T/in" > /dev/null 2>&1
	is 'pipelined replies go out together' \
	    "$(grep -c '^write(1,' "$T/trace")" 2
fi

# ---- spec: protocols.md 2.3 ----
# path ARG SENDER: what MAIL FROM makes of an argument
path() {
	talk "MAIL $1" 'RCPT TO:<x@test.example>' DATA . QUIT
	is "MAIL $1" "$(envelope)" "F$2!Tx@test.example!!"
}
path 'FROM:<a@b>' a@b
path 'FROM:<a@b' a@b
path 'FROM:<>' ''
path '' ''
path 'FROM: a@b SIZE=1' a@b
path 'FROM:<a@b> BODY=8BITMIME' a@b
path 'FROM:<@r1,@r2:a@b>' a@b
path 'FROM:<"a b"@h>' 'a b@h'
path 'FROM:<a\\"b@c>' 'a"b@c'
path 'FROM:<"a>b"@c>' 'a>b@c'
path 'FROM:<A@B.EXAMPLE>' 'A@B.EXAMPLE'
talk 'MAIL FROM:<a@b>' 'RCPT TO:<>' 'RCPT TO:<joe>' DATA . QUIT
is 'empty recipient, recipient without host' "$(envelope)" 'Fa@b!T!Tjoe!!'
long=$(printf '%0887d' 0)	# with @test.example: 900
talk 'MAIL FROM:<a@b>' "RCPT TO:<$long@test.example>" \
    "RCPT TO:<${long#0}@test.example>"
# spec: programs.md 18.1
is '899 bytes pass, 900 do not' "$(sed 1,2d "$T/got")" \
    '555 syntax error (#5.5.4)
250 ok'
talk "MAIL FROM:<$long@test.example>" "MAIL FROM:<${long#0}@test.example>"
is 'MAIL too' "$(sed 1d "$T/got")" '555 syntax error (#5.5.4)
250 ok'
says 'a refused MAIL leaves no transaction' '250 ok
250 ok
555 syntax error (#5.5.4)
503 MAIL first (#5.5.1)' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' \
    "MAIL FROM:<$long@test.example>" DATA

# ---- rcpthosts; spec: control.md 2, 7.3 ----
printf '%s\n' test.example .sub.example '#.com' > "$C/rcpthosts"
rcpt() { # name want address
	talk 'MAIL FROM:<a@b>' "RCPT TO:<$3>"
	is "$1" "$(last)" "$2"
}
rcpt 'host of the list' '250 ok' a@test.example
rcpt 'any case' '250 ok' a@TEST.example
rcpt 'wildcard' '250 ok' a@x.y.sub.example
rcpt 'not the suffix itself' "$relay" a@sub.example
rcpt 'no subdomain' "$relay" a@x.test.example
rcpt 'a comment' "$relay" a@x.com
rcpt 'last @ counts' "$relay" 'a@test.example@b'
is 'no warning' "$(cat "$T/err")" ''
: > "$C/rcpthosts"
rcpt 'an empty list is a list' "$relay" a@test.example
rm "$C/rcpthosts"
rcpt 'no list: an open relay' '250 ok' a@anywhere
is 'and a warning, once' "$(cat "$T/err")" 'qmail-smtpd: warning: no control/rcpthosts: open relay, every recipient is accepted'
talk QUIT
talk 'MAIL FROM:<a@b>' 'MAIL FROM:<a@b>' 'RCPT TO:<a@b>'
is 'once in a session' "$(wc -l < "$T/err")" 1
printf 'MAIL FROM:<a>\r\n' > "$T/in"
qmail-smtpd < "$T/in" > "$T/raw" 2>&1
unlike 'never to the client (inetd)' "$(cat "$T/raw")" warning
echo test.example > "$C/rcpthosts"
printf '%s\n' More.Example '.Wild.example  ' '#no' '' ' lead' 'last.example' |
    head -c -1 > "$C/morercpthosts"
# spec: programs.md 14 (qmail-newmrh)
exits 0 'qmail-newmrh' qmail-newmrh
is 'is silent' "$(cat "$T/stdout" "$T/stderr")" ''
is 'leaves no temporary file' "$(ls "$C" | grep tmp)" ''
is 'for all to read' "$(stat -c %a "$C/morercpthosts.cdb")" 644
# spec: control.md 7.6
rcpt 'morercpthosts' '250 ok' a@MORE.example
rcpt 'morercpthosts: wildcard' '250 ok' a@x.wild.example
rcpt 'morercpthosts: not the suffix itself' "$relay" a@wild.example
rcpt 'morercpthosts: leading blanks stay' "$relay" a@lead
rcpt 'morercpthosts: last line without LF' '250 ok' a@last.example
rcpt 'rcpthosts still counts' '250 ok' a@test.example
cp "$C/morercpthosts.cdb" "$T/cdb"
head -c 2100 "$T/cdb" > "$C/morercpthosts.cdb"
talk 'MAIL FROM:<a@b>' 'RCPT TO:<a@MORE.example>'
is 'a broken cdb' "$(last) $code" '421 unable to read controls (#4.3.0) 1'
rm "$C/morercpthosts.cdb" "$C/morercpthosts"
exits 111 'qmail-newmrh without a source' qmail-newmrh
is 'says so' "$(cat "$T/stderr")" \
    'qmail-newmrh: fatal: unable to read control/morercpthosts: file does not exist'

# spec: control.md 6
export RELAYCLIENT=
talk 'MAIL FROM:<a@b>' 'RCPT TO:<c@anywhere>' DATA . QUIT
is 'RELAYCLIENT, empty' "$(envelope)" 'Fa@b!Tc@anywhere!!'
export RELAYCLIENT=.rel
talk 'MAIL FROM:<a@b>' 'RCPT TO:<c@anywhere>' DATA . QUIT
is 'RELAYCLIENT is appended' "$(envelope)" 'Fa@b!Tc@anywhere.rel!!'
unset RELAYCLIENT

# ---- badmailfrom and kin; spec: control.md 2, 5 ----
from="553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)"
denied='553 sorry, your envelope recipient has been denied (#5.7.1)'
helo='553 sorry, your HELO host name has been denied (#5.7.1)'
printf '%s\n' 'Bad@Host' '@spam.example' 'lit+x@[192.0.2.1]' \
    '^re[0-9]+@' 'broken(' > "$C/badmailfrom"
mail() { # name want sender
	talk "MAIL FROM:<$3>" 'RCPT TO:<c@test.example>'
	is "$1" "$(last)" "$2"
}
mail 'badmailfrom: address, any case' "$from" bad@hOST
mail 'badmailfrom: host' "$from" any@SPAM.example
mail 'badmailfrom: no subdomains' '250 ok' any@x.spam.example
mail 'badmailfrom: no substrings' '250 ok' notbad@host
mail 'badmailfrom: a literal is no regex' '250 ok' lit+x@1
mail 'badmailfrom: a literal matches itself' "$from" 'lit+x@[192.0.2.1]'
mail 'badmailfrom: regex' "$from" RE7@anything
mail 'badmailfrom: regex is searched as written' '250 ok' xre7@anything
mail 'badmailfrom: never the empty sender' '250 ok' ''
like 'a bad regex is logged' "$(cat "$T/err")" \
    'warning: bad regular expression in control/badmailfrom: broken\('
talk 'MAIL FROM:<bad@host>'
is 'MAIL itself is accepted' "$(last)" '250 ok'
talk 'MAIL FROM:<bad@host>' 'RCPT TO:<c@elsewhere>'
is 'badmailfrom before rcpthosts' "$(last)" "$from"
printf '%s\n' 'host' '!@' > "$C/badmailfrom"
mail 'literal: a plain word is no pattern' '250 ok' a@xhosty
export QREGEX=1
mail 'QREGEX: every line is a regex' "$from" a@xhosty
mail 'QREGEX: ! negates' "$from" nobody
mail 'QREGEX: no match' '250 ok' a@b
export QREGEX=0
mail 'QREGEX=0' '250 ok' a@xhosty
unset QREGEX
rm "$C/badmailfrom"
for file in badrcptto badmailto badrcpttonorelay badmailtonorelay; do
	printf '%s\n' gone@test.example '!^[a-z]+@' > "$C/$file"
	rcpt "$file" "$denied" gone@test.example
	rcpt "$file: !regex" "$denied" a1@test.example
	rcpt "$file: others" '250 ok' joe@test.example
	export RELAYCLIENT=
	case $file in
	*norelay) want='250 ok' ;;
	*) want=$denied ;;
	esac
	rcpt "$file and RELAYCLIENT" "$want" gone@test.example
	unset RELAYCLIENT
	rm "$C/$file"
done
printf '%s\n' 'evil.example' '^[0-9.]+$' > "$C/badhelo"
greet() { # name want helo
	talk "$3" 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>'
	is "$1" "$(last)" "$2"
}
greet 'badhelo' "$helo" 'HELO EVIL.example'
greet 'badhelo: regex' "$helo" 'EHLO 192.0.2.1'
greet 'badhelo: others' '250 ok' 'EHLO x.evil.example'
greet 'badhelo: none given' '250 ok' 'NOOP'
export NOBADHELO=
greet 'NOBADHELO' '250 ok' 'HELO EVIL.example'
unset NOBADHELO
mv "$C/badhelo" "$C/badhelonorelay"
greet 'badhelonorelay' "$helo" 'HELO EVIL.example'
rm "$C/badhelonorelay"

# ---- limits; spec: control.md 5 ----
echo 2 > "$C/maxrcpt"
many() {
	talk 'MAIL FROM:<a@b>' 'RCPT TO:<a@test.example>' 'RCPT TO:<b@far>' \
	    'RCPT TO:<b@test.example>' 'RCPT TO:<c@test.example>' DATA . QUIT
}
many
is 'maxrcpt' "$(sed -n 6p "$T/got")" '452 max rcpt limit exceeded (#4.5.3)'
is 'the others get it' "$(envelope)" 'Fa@b!Ta@test.example!Tb@test.example!!'
export MAXRCPT=1
many
is 'MAXRCPT' "$(envelope)" 'Fa@b!Ta@test.example!!'
unset MAXRCPT
rm "$C/maxrcpt"
echo gone@test.example > "$C/badrcptto"
echo 2 > "$C/brtlimit"
says 'brtlimit' "250 ok
$denied
250 ok
421 too many invalid addresses, goodbye (#4.3.0)" 'MAIL FROM:<a@b>' \
    'RCPT TO:<gone@test.example>' 'RCPT TO:<b@test.example>' \
    'RCPT TO:<gone@test.example>' DATA . QUIT
is 'brtlimit: exit 1' "$code" 1
rm "$C/brtlimit" "$C/badrcptto"
echo 1 > "$C/tarpitcount"
echo 1 > "$C/tarpitdelay"
before=$(date +%s)
many
after=$(date +%s)
is 'tarpit: 3 replies of a second' "$((after - before >= 3))" 1
echo 60 > "$C/tarpitdelay"
export TARPITDELAY=-1
before=$(date +%s)
many
after=$(date +%s)
is 'TARPITDELAY, negative: none' "$((after - before < 60))" 1
unset TARPITDELAY
rm "$C/tarpitcount" "$C/tarpitdelay"

# ---- validrcptto; spec: control.md 5, protocols.md 8.11, messages.md 11.1 ----
none='550 sorry, no mailbox here by that name (#5.1.1)'
printf '%s\n' Joe@test.example @all.example list-@test.example \
    > "$C/validrcptto"
printf '%s\n' test.example all.example > "$C/rcpthosts"
rcpt 'validrcptto: address' '250 ok' jOE@test.example
rcpt 'validrcptto: host' '250 ok' anybody@all.example
rcpt 'validrcptto: prefix' '250 ok' list-a-b@test.example
rcpt 'validrcptto: not without the -' "$none" list@test.example
rcpt 'validrcptto: nobody' "$none" ann@test.example
rcpt 'validrcptto: postmaster' '250 ok' Postmaster
rcpt 'validrcptto: without host' "$none" joe
rcpt 'rcpthosts comes first' "$relay" joe@far.example
printf '%s\n' ann@test.example > "$T/valid"
export VALIDRCPTTO="$T/valid"
rcpt 'VALIDRCPTTO' '250 ok' ann@test.example
rcpt 'VALIDRCPTTO replaces the file' "$none" joe@test.example
unset VALIDRCPTTO
export RELAYCLIENT=
rcpt 'relay clients are not asked' '250 ok' ann@test.example
unset RELAYCLIENT
rm "$C/validrcptto"
printf '%s\n' bob@test.example > "$C/morercpthosts"
qmail-newmrh && mv "$C/morercpthosts.cdb" "$C/validrcptto.cdb"
rcpt 'validrcptto.cdb' '250 ok' BOB@test.example
rcpt 'validrcptto.cdb: nobody' "$none" joe@test.example
mv "$C/validrcptto.cdb" "$C/morevalidrcptto.cdb"
rcpt 'morevalidrcptto.cdb' '250 ok' bob@test.example
mv "$C/morevalidrcptto.cdb" "$T/valid.cdb"
export MOREVALIDRCPTTO_CDB="$T/valid.cdb"
rcpt 'MOREVALIDRCPTTO_CDB' "$none" joe@test.example
unset MOREVALIDRCPTTO_CDB
echo test.example > "$C/rcpthosts"

# ---- localiphost; spec: protocols.md 2.3, control.md 5 ----
echo ip.example >> "$C/rcpthosts"
literal() { # name want address
	talk 'MAIL FROM:<a@b>' "RCPT TO:<$3>" DATA . QUIT
	is "$1" "$(sed 's/^Fa@b//; s/!!$//' "$T/env" 2> /dev/null)" "$2"
}
literal 'localiphost is me by default' '!Ta@test.example' 'a@[127.0.0.1]'
echo ip.example > "$C/localiphost"
literal 'localiphost' '!Ta@ip.example' 'a@[127.0.0.1]'
literal 'localiphost: 0.0.0.0' '!Ta@ip.example' 'a@[0.0.0.0]'
literal 'localiphost: IPv6' '!Ta@ip.example' 'a@[IPv6:::1]'
literal 'localiphost: not ours' '' 'a@[192.0.2.1]'
literal 'localiphost: not an address' '' 'a@[127.0.0.x]'
# spec: control.md 7.7
echo 192.0.2.0/255.255.255.0 > "$C/moreipme"
literal 'moreipme' '!Ta@ip.example' 'a@[192.0.2.1]'
printf '%s\n' 192.0.2.1 ::1 > "$C/notipme"
literal 'notipme' '' 'a@[192.0.2.1]'
literal 'notipme: the others' '!Ta@ip.example' 'a@[192.0.2.2]'
literal 'notipme: IPv6, a tie' '' 'a@[IPv6:::1]'
talk 'MAIL FROM:<a@[127.0.0.1]>' 'RCPT TO:<c@test.example>' DATA . QUIT
is 'localiphost in MAIL' "$(envelope)" 'Fa@ip.example!Tc@test.example!!'
rm "$C/localiphost" "$C/moreipme" "$C/notipme"

# ---- spec: protocols.md 2.4; every text form is in tests/unit/smtp_line.c ----
send() { talk 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA "$@"; }
body() { sed 1,2d "$T/msg"; }
send 'Subject: x' '' '..dot' 'a\rb' . QUIT
like 'accepted' "$(sed -n 5p "$T/got")" "$looks_queued"
is 'what is stored' "$(body | od -An -c | tr -d ' \n')" \
    'Subject:x\n\n.dot\na\rb\n'
is 'the envelope' "$(envelope)" 'Fa@b!Tc@test.example!!'
is 'the end' "$(last)" '221 test.example'
send x . 'RCPT TO:<c@test.example>'
is 'DATA forgets the sender' "$(last)" '503 MAIL first (#5.5.1)'
talk 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA one . \
    'MAIL FROM:<a@b>' 'RCPT TO:<d@test.example>' DATA two . QUIT
is 'two messages' "$(grep -Ec "$looks_queued" "$T/got") $(envelope)" \
    '2 Fa@b!Td@test.example!!'
for text in 'x\ny' 'x\r\n.\ny' 'x\n.\r\ny'; do
	send "$text" . QUIT
	is "bare LF: $text" "$(last) $code" \
	    '451 See https://cr.yp.to/docs/smtplf.html. 1'
	is "bare LF: $text: no envelope end" "$(cat "$T/env" 2> /dev/null)" ''
done
send x
is 'end of input in DATA' "$code $(last)" '1 354 go ahead'
is 'has no envelope' "$(cat "$T/env" 2> /dev/null)" ''

# spec: messages.md 1
received() { sed 2q "$T/msg" | sed 's/; [0-9].* -0000$/; DATE/'; }
send . QUIT
is 'Received: nothing known' "$(received)" \
    'Received: from unknown (unknown)
  by unknown with SMTP; DATE'
export TCPREMOTEHOST=r.example TCPREMOTEIP=192.0.2.9 TCPREMOTEINFO=joe_x
export TCPLOCALHOST=l.example TCPLOCALIP=192.0.2.8
talk 'HELO R.example' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA . QUIT
is 'Received: all known' "$(received)" \
    'Received: from r.example (joe?x@192.0.2.9)
  by l.example with SMTP; DATE'
unset TCPLOCALHOST
talk 'EHLO a b(c)\001' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA . QUIT
is 'Received: HELO, ESMTP, local address' "$(received)" \
    'Received: from r.example (HELO a?b?c??) (joe?x@192.0.2.9)
  by 192.0.2.8 with ESMTP; DATE'
unset TCPREMOTEHOST TCPREMOTEIP TCPREMOTEINFO TCPLOCALIP

# spec: protocols.md 8.6 (hop count)
hops() {
	i=0
	while [ $i -lt "$1" ]; do
		[ $((i % 2)) -eq 0 ] && echo 'Received: x' || echo 'delivered'
		i=$((i + 1))
	done | sed 's/$/\r/' > "$T/hops"
	{ printf '%s\r\n' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA
	cat "$T/hops"; printf '\r\nReceived: body\r\n.\r\nQUIT\r\n'; } |
	    qmail-smtpd | tr -d '\r' > "$T/got"
	sed -n 5p "$T/got"
}
like '99 hops' "$(hops 99)" "$looks_queued"
is '100 hops' "$(hops 100)" \
    '554 too many hops, this message is looping (#5.4.6)'
is 'and nothing queued' "$(tr -d '!' < "$T/env")" ''

# databytes, SIZE; spec: protocols.md 2.4, 2.5, 8.5
too_big='552 sorry, that message size exceeds my databytes limit (#5.3.4)'
echo 10 > "$C/databytes"
send 12345 789 . QUIT
like 'exactly databytes' "$(sed -n 5p "$T/got")" "$looks_queued"
send 12345 7890 . QUIT
is 'one more' "$(sed -n 5p "$T/got")" "$too_big"
is 'read to its end' "$(last)" '221 test.example'
is 'not queued' "$(tr -d '!' < "$T/env")" ''
says 'SIZE is offered' '250-test.example
250-PIPELINING
250-SIZE 10
250 8BITMIME' 'EHLO x'
says 'SIZE= is checked' "$too_big
503 MAIL first (#5.5.1)
250 ok
250 ok
250 ok" 'MAIL FROM:<a@b> BODY=8BITMIME SIZE=11' 'RCPT TO:<c@test.example>' \
    'MAIL FROM:<a@b> SIZE=10' 'MAIL FROM:<a@b> SIZE=x' 'MAIL FROM:<SIZE=11@b>'
export DATABYTES=0
send 12345 7890 . QUIT
like 'DATABYTES' "$(sed -n 5p "$T/got")" "$looks_queued"
export DATABYTES=3x
send 123 . QUIT
is 'DATABYTES: leading digits' "$(sed -n 5p "$T/got")" "$too_big"
unset DATABYTES
rm "$C/databytes"

# spec: programs.md 1.3: what the queue program's codes become
while read -r CODE reply; do
	export CODE
	send x . QUIT
	is "queue exit $CODE" "$(sed -n 5p "$T/got")" "$reply"
done <<'END'
11 554 envelope address too long for qq (#5.1.3)
115 554 envelope address too long for qq (#5.1.3)
31 554 mail server permanently rejected message (#5.3.0)
51 451 qq out of memory (#4.3.0)
52 451 qq timeout (#4.3.0)
53 451 qq write error or disk full (#4.3.0)
54 451 qq read error (#4.3.0)
55 451 qq unable to read configuration (#4.3.0)
56 451 qq trouble making network connection (#4.3.0)
61 451 qq trouble in home directory (#4.3.0)
62 451 qq trouble creating files in queue (#4.3.0)
63 451 qq trouble creating files in queue (#4.3.0)
64 451 qq trouble creating files in queue (#4.3.0)
65 451 qq trouble creating files in queue (#4.3.0)
66 451 qq trouble creating files in queue (#4.3.0)
71 451 mail server temporarily rejected message (#4.3.0)
72 451 connection to mail server timed out (#4.4.1)
73 451 connection to mail server rejected (#4.4.1)
74 451 communication with mail server failed (#4.4.2)
81 451 qq internal bug (#4.3.0)
91 451 qq internal bug (#4.3.0)
120 451 unable to exec qq (#4.3.0)
12 554 qq permanent problem (#5.3.0)
40 554 qq permanent problem (#5.3.0)
41 451 qq temporary problem (#4.3.0)
82 451 qq temporary problem (#4.3.0)
1 451 qq temporary problem (#4.3.0)
END
export CODE=82
for TEXT_FD in 4 6; do
	export TEXT_FD
	export TEXT='Dcustom no (#5.7.1)'
	send x . QUIT
	is "custom text on $TEXT_FD" "$(sed -n 5p "$T/got")" \
	    '554 custom no (#5.7.1)'
	export TEXT='Zlater'
	send x . QUIT
	is "custom Z on $TEXT_FD" "$(sed -n 5p "$T/got")" '451 later'
	# spec: protocols.md 8.14
	export TEXT='Da\r\n250 ok\000x\n'
	send x . QUIT
	is "custom text is one line ($TEXT_FD)" "$(sed -n 6p "$T/got")" \
	    '221 test.example'
	export TEXT='Xno'
	send x . QUIT
	is "custom text without a class ($TEXT_FD)" "$(sed -n 5p "$T/got")" \
	    '451 qq temporary problem (#4.3.0)'
done
unset CODE TEXT TEXT_FD
export QMAILQUEUE="$T/absent"
send x . QUIT
is 'no such queue program' "$(sed -n 5p "$T/got")" \
    '451 unable to exec qq (#4.3.0)'
printf '#!/bin/sh\nkill -9 $$\n' > "$T/dies"
chmod 755 "$T/dies"
export QMAILQUEUE="$T/dies"
send x . QUIT
is 'queue program dies' "$(sed -n 5p "$T/got")" '451 qq crashed (#4.3.0)'
export QMAILQUEUE="$T/qq"
printf '%s\r\n' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' DATA QUIT > "$T/in"
sh -c 'ulimit -n 6; exec qmail-smtpd' < "$T/in" | tr -d '\r' > "$T/got"
is 'no descriptors' "$(sed -n 4p "$T/got")" '451 qqt failure (#4.3.0)'
is 'the session goes on' "$(last)" '221 test.example'

# ---- what it logs; spec: reports.md 1 ----
send x . QUIT
is 'quiet by default' "$(cat "$T/err")" ''
echo 1 > "$C/smtpdlog"
export TCPREMOTEIP=192.0.2.9
send x . QUIT
like 'accept' "$(cat "$T/err")" '^qmail-smtpd: pid [0-9]+ ip 192\.0\.2\.9 accept qp [0-9]+ bytes 2 from <a@b> rcpts 1$'
talk 'MAIL FROM:<"a> to <"@b>' 'RCPT TO:<x@far>'
like 'reject' "$(cat "$T/err")" '^qmail-smtpd: pid [0-9]+ ip 192\.0\.2\.9 reject 553 relay from <a\?\?to\?\?@b> to <x@far>$'
export CODE=31
send x . QUIT
like 'reject by the queue' "$(cat "$T/err")" 'reject 554 other from <a@b> to <c@test\.example>$'
unset CODE
rm "$C/smtpdlog"

done_testing
