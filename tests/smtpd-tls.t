# smtpd-tls.t: STARTTLS of qmail-smtpd, with a double for the TLS helper; real
# TLS is in tests/tls.t and tests/peers
. tests/lib.sh
new_home
mkdir "$T/bin"
# Both say what they see: the environment, and descriptors beyond 0, 1 and 2
cat > "$T/bin/checker" <<'END'
#!/bin/sh
cat <&3 > "$T/fd3"
exec 3<&-
env | sort > "$T/checker.env"
ls /proc/$$/fd > "$T/checker.fds"
! grep -q '^no' "$T/fd3"
END
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
b64() { printf '%b' "$1" | base64 -w 0; }
joe=$(b64 '\0000joe\0000secret')
fails=$(b64 '\0000no\0000secret')
secret=$T/secret
export TLSTEST_SAYS='SSL_PROTOCOL=TLSv1.3,SSL_CIPHER=TLS_AES_128_GCM_SHA256,LD_PRELOAD=y,SSL_GONE'
export SSL_GONE=here

# stls CLEAR SECRET: all that comes back, without banner and CRs
stls() {
	rm -f "$T/msg" "$T/env" "$T/fd3" "$T/told" "$T"/checker.*
	printf '%b' "$1" > "$T/clear"
	printf '%b' "$2" > "$T/plain"
	[ -p "$secret" ] || cp "$T/plain" "$secret"
	# shellcheck disable=SC2086 # a list of words
	tlstest "$T/clear" "$secret" qmail-smtpd $args 2> "$T/err" | tr -d '\r' > "$T/all"
	sed 1d "$T/all"
}
says() { is "$1" "$(stls "$3" "$4")" "$2"; }
ehlo() { stls 'EHLO x\r\n' '' | tr '\n' ' '; }

# ---- spec: ucspi.md 9: what is offered ----
is 'a helper: STARTTLS' "$(ehlo)" '250-test.example 250-PIPELINING 250-STARTTLS 250-AUTH LOGIN PLAIN 250 8BITMIME '
echo 9 > "$C/databytes"
args=
is 'before SIZE' "$(ehlo)" '250-test.example 250-PIPELINING 250-STARTTLS 250-SIZE 9 250 8BITMIME '
args='checker true'
rm "$C/databytes"
export DISABLETLS=1
is 'DISABLETLS: not offered' "$(ehlo | grep -c STARTTLS)" 0
says 'and not done' '502 unimplemented (#5.5.1)' 'STARTTLS\r\n' ''
unset DISABLETLS
for fds in '9 4 5' '0 x 1' '0 1 -1' '0 1 70000' '0 1'; do
	set -- $fds
	printf 'EHLO x\r\nSTARTTLS\r\n' > "$T/in"
	got=$(env SSLCTLFD="$1" SSLREADFD="$2" ${3+"SSLWRITEFD=$3"} qmail-smtpd < "$T/in" 2> "$T/err" | tr -d '\r')
	unlike "descriptors $fds: not offered" "$got" STARTTLS
	is "descriptors $fds: not done" "$(echo "$got" | tail -n 1)" '502 unimplemented (#5.5.1)'
done
is 'a helper that has gone' "$(TLSTEST_SAYS=gone stls 'STARTTLS\r\nNOOP\r\n' '')" '454 TLS not available (#4.3.0)
250 ok'

# ---- the handshake ----
says 'STARTTLS, any case, and what comes behind' '220 ready for tls
-- handshake Y
250-test.example
250-PIPELINING
250-AUTH LOGIN PLAIN
250 8BITMIME
503 TLS is active already (#5.5.1)
250 ok
221 test.example' 'StartTLS\r\n' 'EHLO x\r\nSTARTTLS\r\nNOOP\r\nQUIT\r\n'
says 'parameters' '501 no parameters allowed (#5.5.4)
250 ok' 'STARTTLS now\r\nNOOP\r\n' ''
is 'without asking the helper is sent away' "$(stls 'NOOP\r\nQUIT\r\n' 'NOOP\r\n')" '250 ok
221 test.example'
is 'a failed handshake: no word more' "$(TLSTEST_SAYS=fail stls 'STARTTLS\r\nNOOP\r\n' 'NOOP\r\n')" '220 ready for tls
-- handshake Y'
like 'and a line in the log' "$(cat "$T/err")" '^qmail-smtpd: warning: tls failed: unknown: '
is 'told nothing, but it is TLS' "$(TLSTEST_SAYS= REQUIRETLS=1 stls 'STARTTLS\r\n' 'MAIL FROM:<a@b>\r\n')" \
    '220 ready for tls
-- handshake Y
250 ok'

# ---- spec: protocols.md 2.5#1: nothing that came before counts ----
mail='MAIL FROM:<evil@b>\r\nRCPT TO:<evil@test.example>\r\n'
says 'state: the transaction' '250 ok
250 ok
220 ready for tls
-- handshake Y
503 MAIL first (#5.5.1)
503 MAIL first (#5.5.1)' "${mail}STARTTLS\r\n" 'RCPT TO:<x@test.example>\r\nDATA\r\n'
says 'text behind STARTTLS is dropped' '220 ready for tls
-- handshake Y
250 ok
503 MAIL first (#5.5.1)' "STARTTLS\r\n${mail}NOOP\r\n" 'NOOP\r\nRCPT TO:<x@test.example>\r\n'
says 'a piece of a command, too' '220 ready for tls
-- handshake Y
250 ok' 'STARTTLS\r\nHELP' 'NOOP\r\n'
# a clear side that says much: what is dropped is all that was read
says 'and the whole buffer' '220 ready for tls
-- handshake Y
250 ok' "STARTTLS\r\n$(head -c 8000 /dev/zero | tr '\0' x)\r\n$mail" 'NOOP\r\n'
send='MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\nx\r\n.\r\n'
stls 'EHLO evil.example\r\nSTARTTLS\r\n' "$send" > "$T/got"
is 'HELO, and that it was EHLO' "$(sed '2s/;.*//; 2q' "$T/msg")" 'Received: from unknown (unknown)
  by unknown with ESMTPS (TLSv1.3 TLS_AES_128_GCM_SHA256)'
export RELAYCLIENT=.rel TCPREMOTEINFO=ident
stls "AUTH PLAIN $joe\r\nSTARTTLS\r\n" "$send" > "$T/got"
is 'who it was' "$(sed 1q "$T/msg")" 'Received: from unknown (ident@unknown)'
is 'and what was allowed' "$(cat "$T/env")" 'Fa@b!Tc@test.example.rel!!'
is 'for the queue program, too' "$(grep -E '^(AUTHUSER|TCPREMOTEINFO|RELAYCLIENT)=' "$T/told")" \
    'RELAYCLIENT=.rel
TCPREMOTEINFO=ident'
unset RELAYCLIENT TCPREMOTEINFO
like 'nobody relays by it' "$(stls "AUTH PLAIN $joe\r\nSTARTTLS\r\n" \
    'MAIL FROM:<a@b>\r\nRCPT TO:<c@far.example>\r\n')" '^553 sorry, that domain'
stls "AUTH PLAIN $joe\r\nSTARTTLS\r\n" "AUTH PLAIN $joe\r\n$send" > "$T/got"
like 'it may say so again' "$(cat "$T/got")" '^235 ok, joe, go ahead \(#2\.0\.0\)$'
is 'ESMTPSA' "$(sed -n '2s/.* with \([A-Z]*\) .*/\1/p' "$T/msg")" ESMTPSA
is 'AUTHUSER' "$(grep '^AUTHUSER=' "$T/told")" AUTHUSER=joe
export AUTHDELAY=0
six=
for i in 1 2 3 4 5 6; do six="${six}AUTH PLAIN $fails\r\n"; done
is 'but failed logins are not forgotten' "$(stls "${six}STARTTLS\r\n" "$six" | tail -n 1)" \
    '421 too many failed logins, goodbye (#4.7.0)'
unset AUTHDELAY

# ---- what other programs are told ----
stls 'STARTTLS\r\n' "EHLO x\r\nAUTH PLAIN $joe\r\n$send" > "$T/got"
is 'the queue program: SSL_ variables, and no others' \
    "$(grep -E '^(SSL_(PROTOCOL|CIPHER|GONE)|LD_|SSLCTLFD)' "$T/told")" 'SSL_CIPHER=TLS_AES_128_GCM_SHA256
SSL_PROTOCOL=TLSv1.3'
stls "AUTH PLAIN $joe\r\n" '' > "$T/got"
is 'the checker: nothing of the helper' "$(grep -E '^SSL(CTL|READ|WRITE)FD' "$T/checker.env")" ''
with=$(cat "$T/checker.fds")
qmail-smtpd $args < "$T/clear" > "$T/got" 2>&1
is 'the checker: no descriptor of it' "$with" "$(cat "$T/checker.fds")"
export TLSTEST_SAYS='SSL_PROTOCOL=TLS)\nv1,SSL_CIPHER=a (b'
stls 'STARTTLS\r\n' "$send" > "$T/got"
is 'strange values are cleaned' "$(sed -n '2s/;.*//p' "$T/msg")" '  by unknown with ESMTPS (TLS??nv1 a??b)'
export TLSTEST_SAYS='SSL_PROTOCOL=TLSv1.3,SSL_CIPHER=x'
export TCPREMOTEIP=192.0.2.7
stls 'STARTTLS\r\n' '' > "$T/got"
is 'quiet' "$(cat "$T/err")" ''
echo 1 > "$C/smtpdlog"
stls 'STARTTLS\r\n' '' > "$T/got"
is 'smtpdlog: a line' "$(sed 's/pid [0-9]*/pid N/' "$T/err")" 'qmail-smtpd: pid N ip 192.0.2.7 tls TLSv1.3 x'

# ---- REQUIRETLS; spec: auth-and-relay.md 3.5 ----
export REQUIRETLS=1
says 'REQUIRETLS' '250-test.example
250-PIPELINING
250-STARTTLS
250 8BITMIME
530 must issue STARTTLS first (#5.7.0)
538 auth not available without TLS (#5.3.3)
220 ready for tls
-- handshake Y
250 ok' "EHLO x\r\nMAIL FROM:<a@b>\r\nAUTH PLAIN $joe\r\nSTARTTLS\r\n" 'MAIL FROM:<a@b>\r\n'
like 'REQUIRETLS: logged' "$(cat "$T/err")" ' reject 530 tls from <a@b> to <>$'
export REQUIREAUTH=1
says 'with REQUIREAUTH: TLS first' '530 must issue STARTTLS first (#5.7.0)
220 ready for tls
-- handshake Y
530 Authorization required (#5.7.1)' 'MAIL FROM:<a@b>\r\nSTARTTLS\r\n' 'MAIL FROM:<a@b>\r\n'
unset REQUIRETLS REQUIREAUTH TCPREMOTEIP
rm "$C/smtpdlog"

# ---- SMTPS: the handshake comes first ----
export SMTPS=1
stls '' 'STARTTLS\r\n' > "$T/got"
is 'SMTPS' "$(cat "$T/all")" '-- handshake Y
220 test.example ESMTP
503 TLS is active already (#5.5.1)'
TLSTEST_SAYS=fail stls '' 'NOOP\r\n' > "$T/got"
is 'SMTPS: no handshake, no banner' "$(cat "$T/all")" '-- handshake Y'
unset SMTPS

# ---- limits hold behind it ----
echo 1 > "$C/timeoutsmtpd"
secret=$T/fifo
mkfifo "$secret"
exec 7<> "$secret"
says 'a client that falls silent' '220 ready for tls
-- handshake Y
451 timeout (#4.4.2)' 'STARTTLS\r\n' ''
exec 7>&-
secret=$T/secret
rm "$C/timeoutsmtpd"

# ---- a qmail-queue that was started before stays for what comes behind ----
unset QMAILQUEUE
stls 'MAIL FROM:<evil@b>\r\nRCPT TO:<evil@test.example>\r\nSTARTTLS\r\n' "$send$send" > "$T/got"
is 'two messages behind it' "$(grep -c '^250 ok [0-9]* qp' "$T/got")" 2
is 'by one process' "$(sed -n 's/^250 ok [0-9]* qp //p' "$T/got" | sort -u | wc -l | tr -d ' ')" 1
is 'and nothing else is queued' "$(qcheck "$H/queue")" 'writing 0 queued 2 ready 0 damaged 0 pid 0'
is 'for nobody from before' "$(cat "$H"/queue/todo/* | grep -ac evil)" 0
done_testing
