# smtpd-auth.t: AUTH of qmail-smtpd, with a double for the password checker
. tests/lib.sh
new_home
mkdir "$T/bin"
# Notes what it got, ends as the name says: the login may be `exit5`, `kill`,
# `hang`; `no` is refused, everybody else is welcome.
cat > "$T/bin/checker" <<'END'
#!/bin/sh
cat <&3 > "$T/fd3"
echo "${0##*/} $*" > "$T/args"
user=$(tr '\0' '\n' < "$T/fd3" | head -n 1)
case $user in
exit*) exit "${user#exit}" ;;
kill) kill -9 $$ ;;
hang) exec sleep 60 ;;
no) exit 1 ;;
esac
exit 0
END
cp "$T/bin/checker" "$T/bin/other"
# The queue program: what it is told, and the message
cat > "$T/bin/qq" <<'END'
#!/bin/sh
exec 3<&1
cat > "$T/msg"
tr '\0' '!' <&3 > "$T/env"
env | sort > "$T/told"
END
chmod 755 "$T"/bin/*
PATH=$T/bin:$PATH
export QMAILQUEUE="$T/bin/qq"
C=$H/control

args='checker true'
session() { # the file: a session with its bytes
	rm -f "$T/msg" "$T/env" "$T/fd3" "$T/args" "$T/told"
	code=0
	# shellcheck disable=SC2086 # a list of words
	qmail-smtpd $args < "$1" > "$T/raw" 2> "$T/err" || code=$?
	tr -d '\r' < "$T/raw" > "$T/got"
}
talk() {
	printf '%b\r\n' "$@" > "$T/in"
	session "$T/in"
}
says() { # name, replies behind the banner, lines
	name=$1 want=$2
	shift 2
	talk "$@"
	is "$name" "$(sed 1d "$T/got")" "$want"
}
b64() { printf '%b' "$1" | base64 -w 0; }
bytes() { printf '%b' "$1" | od -An -c -v | tr -s ' \n' ' '; }
asked() { is "$1" "$(od -An -c -v "$T/fd3" 2> /dev/null | tr -s ' \n' ' ')" "$(bytes "$2")"; }
nobody_asked() { nok "$1: nobody is asked" test -e "$T/fd3"; }
ok235='235 ok, joe, go ahead (#2.0.0)'
bad501='501 malformed auth input (#5.5.4)'
temp='454 temporary authentication failure (#4.3.0)'
no535='535 authentication failed (#5.7.8)'
joe=$(b64 '\0000joe\0000pass word')
fails=$(b64 '\0000no\0000x')

# ---- spec: auth-and-relay.md 2: the arguments ----
offers() { # what EHLO says
	talk 'EHLO x'
	sed -n 's/^250[- ]\(AUTH.*\)/\1/p' "$T/got"
}
args=
is 'no checker: not offered' "$(offers)" ''
says 'and unknown, in each state' '502 unimplemented (#5.5.1)
250 ok
502 unimplemented (#5.5.1)' "AUTH PLAIN $joe" 'MAIL FROM:<a@b>' AUTH
args='mx.example'
is 'a word alone: not offered' "$(offers)" ''
args='checker true'
# spec: protocols.md 2.5
is 'a checker: offered' "$(offers)" 'AUTH LOGIN PLAIN'
runs() { # arguments, what runs
	args=$1
	talk "AUTH PLAIN $joe"
	is "arguments $1" "$(sed -n 1p "$T/args" 2> /dev/null)" "$2"
}
runs 'checker true' 'checker true'
runs 'mx.example checker true' 'checker true'
runs 'mx.example checker -n other true' 'checker -n other true'
runs 'checker -n other true' 'checker -n other true'
runs 'mx.example checker other true' 'checker other true'
runs "$T/bin/checker other true" 'checker other true'
runs 'localhost other checker true' 'other checker true'
args='checker true'

# ---- mechanisms ----
says 'PLAIN' "$ok235" "AUTH PLAIN $joe"
asked 'PLAIN: descriptor 3' 'joe\0000pass word\0000\0000'
says 'PLAIN, asked for, any case' "334 
$ok235" 'auth plain' "$joe"
asked 'PLAIN, asked for: descriptor 3' 'joe\0000pass word\0000\0000'
says 'PLAIN in the own name' "$ok235" "AUTH PLAIN  $(b64 'joe\0000joe\0000x')"
says 'LOGIN' "334 VXNlcm5hbWU6
334 UGFzc3dvcmQ6
$ok235" 'AUTH LOGIN' "$(b64 joe)" "$(b64 'pass word')"
asked 'LOGIN: descriptor 3' 'joe\0000pass word\0000\0000'
says 'LOGIN with the name at once' "334 UGFzc3dvcmQ6
$ok235" "AUTH LOGIN $(b64 joe)" "$(b64 '\0377\n x')"
asked 'LOGIN with the name at once: descriptor 3' 'joe\0000\0377\n x\0000\0000'
says 'CRAM-MD5: only when the checker can' '504 auth type unimplemented (#5.5.1)' 'AUTH CRAM-MD5'
export SMTPAUTH=+cram
is 'SMTPAUTH=+cram' "$(offers)" 'AUTH LOGIN PLAIN CRAM-MD5'
digest=0123456789abcdef0123456789abcdef
cram() { talk 'AUTH CRAM-MD5' "$(b64 "joe x $digest")"; challenge=$(sed -n 's/^334 //p' "$T/got" | base64 -d); }
cram
like 'CRAM-MD5' "$(tail -n 1 "$T/got")" '^235 ok, joe[?]x, go ahead'
like 'its challenge' "$challenge" '^<[0-9]+\.[0-9]+@test\.example>$'
asked 'as APOP: descriptor 3' "joe x\0000$digest\0000$challenge\0000"
export AUTHCRAMORDER=B
args='mail.host.example checker true'
cram
like 'a challenge with the name of the arguments' "$challenge" '^<[0-9]+\.[0-9]+@mail\.host\.example>$'
asked 'AUTHCRAMORDER=B: descriptor 3' "joe x\0000$challenge\0000$digest\0000"
args='checker true'
unset AUTHCRAMORDER
says 'CRAM-MD5: the server speaks first' "$bad501" "AUTH CRAM-MD5 $(b64 "joe $digest")"
for bad in joe "joe " "$digest" " $digest" "joe ${digest}0" "joe ${digest#0}" "joe $(echo $digest | tr a-f A-F)" "jo\0000e $digest"; do
	talk 'AUTH CRAM-MD5' "$(b64 "$bad")"
	is "CRAM-MD5: $(b64 "$bad")" "$(tail -n 1 "$T/got")" "$bad501"
	nobody_asked "CRAM-MD5: $(b64 "$bad")"
done
export SMTPAUTH=cram
is 'SMTPAUTH=cram' "$(offers)" 'AUTH CRAM-MD5'
says 'nothing else then' '504 auth type unimplemented (#5.5.1)' "AUTH PLAIN $joe"
export SMTPAUTH=-
is 'SMTPAUTH=-' "$(offers)" ''
says 'no AUTH then' '502 unimplemented (#5.5.1)' "AUTH PLAIN $joe"
unset SMTPAUTH

# the longest test runs beside the others: see limits
cat > "$T/fourth" <<'END'
before=$(date +%s)
qmail-smtpd false true < "$1" > "$1.out" 2>&1
echo $(($(date +%s) - before)) > "$T/took"
END
for i in 1 2 3 4; do printf 'AUTH PLAIN %s\r\n' "$fails"; done > "$T/four"
background sh "$T/fourth" "$T/four"

# ---- what a client can do wrong ----
says 'cancelled' "334 
501 auth exchange cancelled (#5.0.0)
334 VXNlcm5hbWU6
501 auth exchange cancelled (#5.0.0)
334 VXNlcm5hbWU6
334 UGFzc3dvcmQ6
501 auth exchange cancelled (#5.0.0)
250 ok" 'AUTH PLAIN' '*' 'AUTH LOGIN' '*' 'AUTH LOGIN' "$(b64 joe)" '*' NOOP
nobody_asked 'cancelled'
# spec: auth-and-relay.md 4
for bad in x '=' '====' 'AGpvZQB5=' "$joe$joe=" "$joe x" "\0000$joe" "$(b64 nonul)" "$(b64 'joe\0000y')" \
    "$(b64 'ann\0000joe\0000y')" "$(b64 '\0000\0000y')" "$(b64 '\0000joe\0000')" \
    "$(b64 '\0000joe\0000y\0000z')"; do
	says "PLAIN ${bad#?0000}" "$bad501" "AUTH PLAIN $bad"
	nobody_asked "PLAIN ${bad#?0000}"
done
says 'PLAIN with nothing' "334 
$bad501" 'AUTH PLAIN' ''
says 'LOGIN: no name, no password, NUL in them' "334 VXNlcm5hbWU6
334 UGFzc3dvcmQ6
$bad501
334 UGFzc3dvcmQ6
$bad501
334 UGFzc3dvcmQ6
$bad501
334 UGFzc3dvcmQ6
$bad501
334 VXNlcm5hbWU6
$bad501" 'AUTH LOGIN' '' "$(b64 x)" 'AUTH LOGIN =' "$(b64 x)" "AUTH LOGIN $(b64 'a\0000b')" \
    "$(b64 x)" "AUTH LOGIN $(b64 a)" "$(b64 'x\0000y')" 'AUTH LOGIN' '!'
nobody_asked 'LOGIN'
says 'unknown, and none' "504 auth type unimplemented (#5.5.1)
504 auth type unimplemented (#5.5.1)
$bad501" 'AUTH GSSAPI' 'AUTH PLAINX x' AUTH
says 'inside a transaction' '250 ok
503 no auth during mail transaction (#5.5.0)
250 ok
503 no auth during mail transaction (#5.5.0)
250 flushed
235 ok, joe, go ahead (#2.0.0)' 'MAIL FROM:<a@b>' "AUTH PLAIN $joe" 'RCPT TO:<c@test.example>' AUTH \
    RSET "AUTH PLAIN $joe"
says 'a second time' "$ok235
503 you're already authenticated (#5.5.0)
250-test.example
250-PIPELINING
250-AUTH LOGIN PLAIN
250 8BITMIME
503 you're already authenticated (#5.5.0)" "AUTH PLAIN $joe" "AUTH PLAIN $joe" 'EHLO x' 'AUTH LOGIN'
talk 'AUTH LOGIN' "$(b64 joe)"
is 'the end inside' "$code $(sed 1d "$T/got")" '1 334 VXNlcm5hbWU6
334 UGFzc3dvcmQ6'
nobody_asked 'the end inside'

# ---- long lines ----
as_long() { head -c "$1" /dev/zero | tr '\0' A; }
for n in 12288 12289; do
	{ echo 'AUTH PLAIN'; as_long $n; printf '\r\nAUTH '; as_long $((n - 5)); printf '\r\nNOOP\r\n'
	as_long 1001; printf '\r\nAUTH'; as_long 1000; printf '\r\n'; } > "$T/in"
	session "$T/in"
	want=$bad501 other='504 auth type unimplemented (#5.5.1)'
	[ $n = 12288 ] || want='500 line too long (#5.5.2)' other=$want
	is "lines of $n bytes" "$(sed 1d "$T/got")" "334 
$want
$other
250 ok
500 line too long (#5.5.2)
500 line too long (#5.5.2)"
done
# spec: auth-and-relay.md 1
big=$(as_long 505)
says 'what is 512 bytes for the checker' "$ok235" "AUTH PLAIN $(b64 "\0000joe\0000${big}A")"
is 'is handed to it' "$(tr -cd A < "$T/fd3" | wc -c)" 506
says 'one more is refused' "$no535" "AUTH PLAIN $(b64 "\0000joe\0000${big}AA")"
nobody_asked 'one more'

# ---- how the checker ends; spec: auth-and-relay.md 1 ----
ends() { # login, reply, word of the log
	says "login $1" "$2" "AUTH PLAIN $(b64 "\0000$1\0000x")"
	like "login $1: logged" "$(cat "$T/err")" \
	    "^qmail-smtpd: pid [0-9]+ auth $3 user=$1 mech=plain ip=unknown\$"
	ok "login $1: it was asked" test -e "$T/fd3"
}
ends no "$no535" fail
ends exit5 "$no535" fail
ends exit2 "$temp" error
ends exit111 "$temp" error
ends kill "$temp" error
ends exit0 '235 ok, exit0, go ahead (#2.0.0)' ok
args='nosuchchecker true'
says 'no such checker' "$temp" "AUTH PLAIN $joe"
args='checker true'
echo 1 > "$C/timeoutsmtpd"
says 'a checker that does not end' "$temp
250 ok" "AUTH PLAIN $(b64 '\0000hang\0000x')" NOOP
like 'is logged' "$(cat "$T/err")" '^qmail-smtpd: warning: unable to check passwords: .*timed out'
mkfifo "$T/slow"
exec 7<> "$T/slow"
printf 'AUTH LOGIN\r\n' >&7
session "$T/slow"
is 'a client that falls silent' "$code $(sed 1d "$T/got")" '1 334 VXNlcm5hbWU6
451 timeout (#4.4.2)'
exec 7>&-
rm "$C/timeoutsmtpd"

# ---- the log ----
export TCPREMOTEIP=192.0.2.7
talk 'AUTH LOGIN' "$(b64 'e vil\n\0377')" "$(b64 secret)"
is 'one line, the name as one word, the address' "$(sed 's/pid [0-9]*/pid N/' "$T/err")" \
    'qmail-smtpd: pid N auth ok user=e?vil?? mech=login ip=192.0.2.7'
unset TCPREMOTEIP
talk "AUTH PLAIN $(b64 '\0000no\0000secret')" 'AUTH LOGIN' "$(b64 secret)" '*' \
    "AUTH PLAIN $(b64 'secret')"
unlike 'never a password' "$(cat "$T/err")" "secret|$(b64 secret)"
code=0
printf 'AUTH PLAIN %s\r\n' "$joe" > "$T/in"
qmail-smtpd checker true < "$T/in" > "$T/raw" 2>&1 || code=$?
unlike 'no log where that is the client (inetd)' "$(cat "$T/raw")" 'auth ok'
printf '#!/bin/sh\necho "chatty: info: refused" >&2\nexit 1\n' > "$T/bin/chatty"
chmod 755 "$T/bin/chatty"
qmail-smtpd chatty true < "$T/in" > "$T/raw" 2>&1
is 'nor one of the checker' "$(tr -d '\r' < "$T/raw" | sed 1d)" "$no535"

# ---- limits: three failures, then each takes its time, ten are the end ----
failing() { # how often
	set -- "$(seq "$1")"
	for i in $1; do printf 'AUTH PLAIN %s\r\n' "$fails"; done > "$T/in"
	session "$T/in"
}
export AUTHDELAY=0
failing 11
is 'ten failures' "$code $(grep -c "^535" "$T/got") $(tail -n 1 "$T/got")" \
    '1 9 421 too many failed logins, goodbye (#4.7.0)'
is 'all of them logged' "$(grep -c ' auth fail ' "$T/err")" 10
talk "AUTH PLAIN $(b64 '\0000kill\0000')" "AUTH PLAIN $(b64 '\0000kill\0000x')" "AUTH PLAIN $joe" NOOP
is 'a few are not' "$(tail -n 1 "$T/got")" '250 ok'
before=$(date +%s)
export AUTHDELAY=1
failing 4
is 'the fourth failure takes its time' "$(($(date +%s) > before))" 1
before=$(date +%s)
export AUTHDELAY=60
failing 3
is 'three do not' "$(($(date +%s) < before + 60))" 1
unset AUTHDELAY
ok 'five seconds, if not told' await 60 test -s "$T/took"
is 'no less' "$(($(cat "$T/took") >= 5))" 1

# ---- what success means; spec: auth-and-relay.md 2 ----
relay="553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"
send() { talk "$@" 'MAIL FROM:<a@b>' 'RCPT TO:<c@far.example>' DATA x . QUIT; }
told() { sed -n "s/^$1=//p" "$T/told"; }
with() { sed -n '2s/.* with \(.*\);.*/\1/p' "$T/msg"; }
send 'EHLO x'
is 'without: no relaying' "$(grep '^55' "$T/got")" "$relay"
send 'EHLO x' "AUTH PLAIN $joe"
like 'relaying' "$(tail -n 2 "$T/got" | head -n 1)" '^250 ok [0-9]+ qp'
is 'the envelope' "$(cat "$T/env")" 'Fa@b!Tc@far.example!!'
is 'AUTHUSER' "$(told AUTHUSER)" joe
is 'TCPREMOTEINFO' "$(told TCPREMOTEINFO)" joe
is 'RELAYCLIENT, empty' "$(grep -c '^RELAYCLIENT=$' "$T/told")" 1
unlike 'no password' "$(cat "$T/told")" 'pass word'
# spec: messages.md 1
is 'Received: ESMTPA' "$(with)" ESMTPA
like 'Received: the user' "$(sed 1q "$T/msg")" '^Received: from unknown \(HELO x\) \(joe@unknown\)$'
send "AUTH PLAIN $joe"
is 'all at once, pipelined' "$(sed '1d; s/^250 ok [0-9].*/queued/' "$T/got")" "$ok235
250 ok
250 ok
354 go ahead
queued
221 test.example"
send "AUTH PLAIN $fails"
like 'a failure helps nobody' "$(cat "$T/got")" '^553 sorry, that domain'
export RELAYCLIENT=.rel TCPREMOTEINFO=ident
send "AUTH PLAIN $joe"
is 'RELAYCLIENT was something else' "$(cat "$T/env")" 'Fa@b!Tc@far.example!!'
is 'TCPREMOTEINFO was, too' "$(told TCPREMOTEINFO)" joe
unset RELAYCLIENT TCPREMOTEINFO
echo a@b > "$C/badmailfromnorelay"
send 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' RSET "AUTH PLAIN $joe"
like 'lists read before are judged anew' "$(cat "$T/got")" '^250 ok [0-9]+ qp'
is 'though they were read' "$(grep -c '^553' "$T/got")" 1
rm "$C/badmailfromnorelay"
echo 5 > "$C/databytes"
says 'AUTH= of MAIL means nothing' '250 ok
250 ok
552 sorry, that message size exceeds my databytes limit (#5.3.4)' 'MAIL FROM:<a@b> AUTH=<>' \
    'MAIL FROM:<a@b> SIZE=1 AUTH=e+3Dmc2@example.com BODY=8BITMIME' 'MAIL FROM:<a@b> AUTH=x@y SIZE=6'
rm "$C/databytes"

# ---- REQUIREAUTH, SMTPAUTH=!; spec: auth-and-relay.md 3.5 ----
need='530 Authorization required (#5.7.1)'
for set in REQUIREAUTH=1 SMTPAUTH=!; do
	export "${set?}"
	echo 1 > "$C/smtpdlog"
	says "$set" "250 test.example
$need
503 MAIL first (#5.5.1)
$ok235
250 ok
250 ok" 'HELO x' 'MAIL FROM:<a@b>' 'RCPT TO:<c@test.example>' "AUTH PLAIN $joe" 'MAIL FROM:<a@b>' \
	    'RCPT TO:<c@far.example>'
	like "$set: logged" "$(cat "$T/err")" ' reject 530 auth from <a@b> to <>$'
	rm "$C/smtpdlog"
	unset "${set%%=*}"
done
export SMTPAUTH=!+cram
is 'SMTPAUTH=!+cram' "$(offers)" 'AUTH LOGIN PLAIN CRAM-MD5'
says 'is both' "$need" 'MAIL FROM:<a@b>'
unset SMTPAUTH
export REQUIREAUTH=1
args=
says 'REQUIREAUTH without a checker: nobody sends' "$need" 'MAIL FROM:<a@b>'
args='checker true'
unset REQUIREAUTH

# ---- no passwords in the clear, where a site says so ----
for set in REQUIRETLS=1 FORCETLS=1; do
	export "${set?}"
	is "$set: not offered" "$(offers)" ''
	says "$set: not done" '538 auth not available without TLS (#5.3.3)' "AUTH PLAIN $joe"
	nobody_asked "$set"
	export SSL_PROTOCOL=TLSv1.3
	is "$set: offered with TLS" "$(offers)" 'AUTH LOGIN PLAIN'
	send "AUTH PLAIN $joe"
	is "$set: ESMTPSA" "$(with | sed 's/ .*//')" ESMTPSA
	unset SSL_PROTOCOL "${set%%=*}"
done
export FORCETLS=0
is 'FORCETLS=0' "$(offers)" 'AUTH LOGIN PLAIN'
unset FORCETLS

# ---- no secret stays in memory ----
rm "$T/raw"
mkfifo "$T/commands"
background sh -c "exec qmail-smtpd checker true < '$T/commands' > '$T/raw' 2> '$T/err'"
exec 7> "$T/commands"
# far behind: the beginning of a buffer may be overwritten by chance
S=$(head -c 300 /dev/zero | tr '\0' A)w0rd-of-secrecy
w=w0rd-of-secrecy
printf 'AUTH PLAIN %s\r\nAUTH LOGIN\r\n%s\r\n%s\r\nAUTH PLAIN\r\n%s\r\n' \
    "$(b64 "\0000no\0000$S-1")" "$(b64 no)" "$(b64 "$S-2")" "$(b64 "\0000joe\0000$S-3")" >&7
printf 'MAIL FROM:<%s@x>\r\n' 'public-w0rd' >&7
ok 'a session with logins' await 60 grep -q '^250 ok' "$T/raw"
found=0
memgrep "$last_pid" public-w0rd > "$T/stdout" 2>&1 || found=$?
if [ $found = 0 ]; then
	for text in $w "$(b64 "A$w" | cut -c 1-18)" "$(b64 "AA$w" | cut -c 5-18)" "$(b64 "$w" | cut -c 1-18)"; do
		exits 1 "not in memory: $text" memgrep "$last_pid" "$text"
	done
else
	note "memory cannot be read here: $(cat "$T/stdout")"
fi
exec 7>&-
done_testing
