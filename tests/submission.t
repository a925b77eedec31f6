# submission.t: service/qmail-submission as it is installed: who logs in through
# TLS may send mail anywhere; checkers that are set-uid, all the rest is not root
. tests/lib.sh
. tests/system.sh
[ -x "$OUT/bin/qmail-tlsd" ] || skip_all 'built without libtls'
command -v openssl > /dev/null 2>&1 || skip_all 'no openssl(1)'
start_system
S=$H/run/qmail-submission
if [ "$ROOT" = yes ]; then helper=qmailp nofiles=nofiles; else helper=$ME nofiles=; fi
OUT=$OUT mk/tlscert "$H/control/tls" test.example "$helper" > "$T/stdout"
printf 'pass word\n' | qmail-account add pat@test.example "${ME:-joe}" "$T/pat" 2> "$T/stderr"
cd "$H/service/qmail-submission" || exit 1
# spec: auth-and-relay.md 3.5
like 'the rules' "$(cat rules)" '^:allow,REQUIREAUTH="1",REQUIRETLS="1"$'
ok 'it waits for somebody who wants it' test -e down
echo 127.0.0.1 > env/ADDRESS
echo 0 > env/PORT
echo "qmail-tlsd -u $helper" > env/TLS
echo 0 > env/AUTHDELAY
[ -z "${ASAN_OPTIONS-}" ] || echo = > env/MEMORY
rm down
cd "$TOP" || exit 1
if [ "$ROOT" = yes ]; then
	for p in checkpassword checkaccount; do
		chown "root:$nofiles" "$H/bin/$p"
		chmod 4750 "$H/bin/$p"
	done
	# shellcheck disable=SC2016
	hash=$(crypttest secret '$6$saltsalt$')
	sed "s|^joe:[^:]*:|joe:$hash:|" "$T/etc/shadow" > "$T/etc/shadow.new"
	chmod 600 "$T/etc/shadow.new"
	mv "$T/etc/shadow.new" "$T/etc/shadow"
fi
ln -s "$H/service/qmail-submission" "$S"
kill -HUP "$svscan_pid"
port=$(port_of qmail-submission)
ok 'it runs' test -n "$port"

log() { cut -d' ' -f2- "$S/log/main/current"; }
b64() { printf '%b' "$1" | base64 -w 0; }
# talk LINES LINES: those behind are sent when DATA is answered
talk() {
	: > "$T/answer"
	{ printf '%b' "$1"
	[ -z "${2-}" ] || await 60 grep -Eq '^(354|503)' "$T/answer"
	printf '%b' "${2-}"; } | timeout 120 openssl s_client -connect "127.0.0.1:$port" -starttls smtp \
	    -quiet -crlf > "$T/answer" 2> "$T/client.log"
}
mail='MAIL FROM:<pat@test.example>\nRCPT TO:<joe@test.example>\nRCPT TO:<x@far.invalid>\nDATA\n'
text='Subject: by login\n\nhello\n.\nQUIT\n'
tcpclient -HRl0 127.0.0.1 "$port" sh -c 'printf "EHLO x\r\nMAIL FROM:<a@b>\r\nAUTH PLAIN AGEAYg==\r\nQUIT\r\n" >&7; cat <&6' |
    tr -d '\r' > "$T/answer"
is 'in the clear there is nothing but TLS' "$(cat "$T/answer")" '220 test.example ESMTP
250-test.example
250-PIPELINING
250-STARTTLS
250 8BITMIME
530 must issue STARTTLS first (#5.7.0)
538 auth not available without TLS (#5.3.3)
221 test.example'
talk "EHLO x\n${mail}" 'QUIT\n'
like 'nobody sends without a login' "$(cat "$T/answer")" '^530 Authorization required'
like 'which is offered' "$(cat "$T/answer")" '^250-AUTH LOGIN PLAIN'
talk "AUTH PLAIN $(b64 '\0000pat@test.example\0000pass word')\n$mail" "$text"
like 'a mailbox account logs in' "$(cat "$T/answer")" '^235 ok, pat@test\.example, go ahead'
is 'and sends to anybody' "$(grep -c '^250 ok.$' "$T/answer") $(grep -c '^250 ok [0-9]* qp' "$T/answer")" '3 1'
ok 'the message arrives' await 60 sh -c "grep -qs 'by login' '$T'/joe/Maildir/new/*"
like 'with its way' "$(cat "$T"/joe/Maildir/new/*)" ' with ESMTPSA \(TLSv1\.3 [A-Z0-9_]+\); '
like 'and its sender' "$(cat "$T"/joe/Maildir/new/*)" '\(pat@test\.example@127\.0\.0\.1\)'
ok 'the log has it' await 60 grep -q 'qmail-smtpd: pid [0-9]* auth ok user=pat@test.example mech=plain ip=127.0.0.1$' \
    "$S/log/main/current"
talk "AUTH PLAIN $(b64 '\0000pat@test.example\0000wrong')\nQUIT\n"
like 'a wrong password' "$(cat "$T/answer")" '^535 authentication failed'
if [ "$ROOT" = yes ]; then
	talk "AUTH LOGIN\n$(b64 joe)\n$(b64 secret)\n$mail" "$text"
	like 'a system user logs in' "$(cat "$T/answer")" '^250 ok [0-9]+ qp'
	talk "AUTH LOGIN\n$(b64 joe)\n$(b64 Secret)\nQUIT\n"
	like 'not with another password' "$(cat "$T/answer")" '^535 authentication failed'
	exits 111 'others cannot run the checker' as ann "$H/bin/checkpassword" true
	# who is what, while a session waits
	mkfifo "$T/hold"
	tcpclient -HRl0 127.0.0.1 "$port" sh -c "head -n 1 <&6 > '$T/greeting'; cat '$T/hold' >&7" &
	started="$started $!"
	exec 8> "$T/hold"
	await 60 grep -q '^220' "$T/greeting"
	here=$(readlink /proc/self/ns/mnt)
	of() { for p in $(pgrep -x "$1"); do [ "$(readlink "/proc/$p/ns/mnt")" = "$here" ] && echo "$p"; done; }
	session=
	for p in $(of qmail-smtpd); do
		grep -qz '^REQUIREAUTH=1$' "/proc/$p/environ" && session=$p
	done
	is 'the session is qmaild' "$(stat -c %U "/proc/$session")" qmaild
	is 'without capabilities' "$(sed -n 's/^CapEff:\t//p' "/proc/$session/status")" 0000000000000000
	grep -q 'no sandbox' "$S/log/main/current" ||
	    is 'and confined' "$(sed -n 's/^Seccomp:\t//p' "/proc/$session/status")" 2
	# it becomes that while the session greets already
	ok 'the helper is its own user, too' await 60 sh -c '[ "$(stat -c %U "/proc/$1")" = "$2" ]' sh \
	    "$(of qmail-tlsd | tail -n 1)" "$helper"
	exec 8>&-
fi

# STARTTLS on port 25: a setting
n=$(grep -Ec '^@[0-9a-f]+ [0-9]+$' "$H/run/qmail-smtpd/log/main/current")
unlike 'port 25: not offered' "$(tcpclient -HRl0 127.0.0.1 "$SMTP" sh -c 'printf "EHLO x\r\nQUIT\r\n" >&7; cat <&6')" STARTTLS
echo "qmail-tlsd -u $helper" > "$H/service/qmail-smtpd/env/TLS"
echo ':allow' > "$H/service/qmail-smtpd/rules"
svc -t "$H/run/qmail-smtpd"
await 60 sh -c "[ \$(grep -Ec '^@[0-9a-f]+ [0-9]+\$' '$H/run/qmail-smtpd/log/main/current') -gt $n ]"
port=$(port_of qmail-smtpd)
talk 'EHLO x\nMAIL FROM:<a@b.example>\nRCPT TO:<x@far.invalid>\nRCPT TO:<joe@test.example>\nDATA\n' "$text"
like 'port 25, if told: TLS, and a message' "$(cat "$T/answer")" '^250 ok [0-9]+ qp'
unlike 'no AUTH' "$(cat "$T/answer")" AUTH
like 'no relaying' "$(cat "$T/answer")" '^553 sorry, that domain'
stop_system
done_testing
