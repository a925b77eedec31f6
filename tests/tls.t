# tls.t: qmail-tlsd, with real TLS clients
. tests/lib.sh
[ -x "$OUT/bin/qmail-tlsd" ] || skip_all 'built without libtls'
command -v openssl > /dev/null 2>&1 || skip_all 'no openssl(1)'
new_home
D=$T/tls
mkdir -p "$D/servercerts/mail.b.example"
certificate() { # name file
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
	    -keyout "$T/key" -out "$T/cert" -subj "/CN=$1" -addext "subjectAltName=DNS:$1" \
	    2> /dev/null && cat "$T/key" "$T/cert" > "$2"
}
certificate mail.a.example "$D/servercert.pem"
certificate mail.b.example "$D/servercerts/mail.b.example/servercert.pem"
own() {
	if [ "$ROOT" = yes ]; then
		chown -R qmailp "$D"
		find "$D" -type f -exec chmod 400 {} +
	fi
	chmod 700 "$D"
}
own
# a service: prints what it knows, then as many bytes as it is told in a line,
# or that line; says when it is over
cat > "$T/echo" <<'END'
#!/bin/sh
echo "$SSL_PROTOCOL ${SSL_TLS_SNI_SERVERNAME-none} ${SSLCTLFD-none}"
IFS= read -r line
case $line in
[0-9]*) head -c "$line" ;;
*) echo "$line" ;;
esac
echo "over" >> "$ECHO_LOG"
exit 7
END
chmod 755 "$T/echo"
: > "$T/echo.log"
chmod 666 "$T/echo.log"
ECHO_LOG=$T/echo.log
export ECHO_LOG
serve() { # program and its arguments
	: > "$T/log"
	: > "$T/port"
	# the log is appended to: it is emptied meanwhile
	background tcpserver -1 -v -HRl0 127.0.0.1 0 "$@" > "$T/port" 2>> "$T/log"
	server=$last_pid
	await 30 test -s "$T/port"
	port=$(cat "$T/port")
}
stop() { kill "$server"; wait "$server" 2> /dev/null; }
# until the programs of all who were here have ended and are in the log
alone() { await 30 sh -c "grep ' status: ' '$T/log' | tail -n 1 | grep -q ' 0/40\$'"; }
client() { timeout 60 openssl s_client -connect "127.0.0.1:$port" -quiet "$@" 2> "$T/client.log"; }
tlsd='qmail-tlsd -u qmailp'

# spec: ucspi.md 9
serve $tlsd -i -d "$D" "$T/echo"
is 'implicit TLS, both ways' "$(printf 'hello\n' | client -servername mail.a.example)" 'TLSv1.3 mail.a.example none
hello'
await 30 grep -q over "$T/echo.log"
await 30 grep -q 'end .* status 1792' "$T/log"
like 'the exit code is the program'\''s' "$(cat "$T/log")" 'end [0-9]+ status 1792'
is 'without a server name' "$(printf 'x\n' | client -noservername | head -n 1)" 'TLSv1.3 none none'
is 'TLS 1.2' "$(printf 'x\n' | client -tls1_2 -noservername | head -n 1)" 'TLSv1.2 none none'
nok 'TLS 1.1 is refused' sh -c "echo x | timeout 60 openssl s_client -connect 127.0.0.1:$port -tls1_1 -cipher ALL:@SECLEVEL=0"
subject() { echo | timeout 60 openssl s_client -connect "127.0.0.1:$port" -servername "$1" 2> /dev/null | openssl x509 -noout -subject; }
like 'the first certificate' "$(subject mail.a.example)" 'mail.a.example'
like 'one for the name that is asked for' "$(subject mail.b.example)" 'mail.b.example'
like 'the first for unknown names' "$(subject other.example)" 'mail.a.example'
# a certificate replaced on disk is used by the next connection
certificate new.example "$T/new.pem"
cp "$T/new.pem" "$D/servercert.new"
mv "$D/servercert.new" "$D/servercert.pem"
own
like 'a new certificate without a restart' "$(subject new.example)" 'new.example'
# much, both ways: constant memory, nothing lost
head -c 3000000 /dev/urandom | base64 > "$T/big"
{ wc -c < "$T/big"; cat "$T/big"; } | client -noservername | sed 1d > "$T/back"
same_file '4 MB there and back' "$T/back" "$T/big"
# who holds the key: a process of its own, with another user, root and descriptors
mkfifo "$T/hold"
alone
: > "$T/log"
background sh -c 'exec timeout 60 openssl s_client -connect "127.0.0.1:$1" -quiet -noservername \
    < "$2" > "$3" 2> "$4"' sh "$port" "$T/hold" "$T/held" "$T/client.log"
exec 7> "$T/hold"
ok 'a session is open' await 30 test -s "$T/held"
program=$(sed -n 's/^tcpserver: pid \([0-9]*\) from.*/\1/p' "$T/log")
# those of earlier sessions may be a moment behind their programs
cat > "$T/helpers" <<'END'
#!/bin/sh
# port: the helpers that serve it
for p in $(grep -l '^qmail-tlsd$' /proc/[0-9]*/comm); do
	p=${p%/comm}
	tr '\0' '\n' < "$p/environ" | grep -q "^TCPLOCALPORT=$1\$" && echo "${p#/proc/}"
done 2> /dev/null
END
chmod 755 "$T/helpers"
await 30 sh -c 'test "$("$T/helpers" "$1" | wc -l)" -eq 1' sh "$port"
helper=$("$T/helpers" "$port")
like 'one process is the helper' "$helper" '^[0-9]+$'
field() { sed -n "s/^$1:[[:space:]]*//p" "/proc/$helper/status" | tr '\t' ' '; }
filter=2
grep -q 'no sandbox' "$T/log" && filter=0
is 'it is confined' "$(field Seccomp)" $filter
is 'it has the connection twice, the log and the program' "$(ls "/proc/$helper/fd" | tr '\n' ' ')" '0 1 2 4 '
is 'the program has no descriptor of it' "$(find "/proc/$program/fd" -lname 'socket:*' |
    sed 's|.*/||' | sort | tr '\n' ' ')" '0 1 '
if [ "$ROOT" = yes ]; then
	u=$(id -u qmailp) g=$(id -g qmailp)
	is 'its user, group, other groups' "$(field Uid), $(field Gid), $(field Groups)" \
	    "$u $u $u $u, $g $g $g $g, $g "
	is 'its root' "$(readlink "/proc/$helper/root")" "$D"
	nok 'which is not that of the program' test "$(readlink "/proc/$program/root")" = "$D"
fi
printf 'bye\n' >&7
exec 7>&-
ok 'it goes with the program' await 30 sh -c '! kill -0 "$1" 2> "$2"' sh "$helper" "$T/trash"
# no TLS: the client hears nothing in plain text, the program is not run
alone
: > "$T/echo.log"
tcpclient -HRl0 127.0.0.1 "$port" sh -c 'printf "GET / HTTP/1.0\r\n\r\n" >&7; exec 7>&-; cat <&6' > "$T/answer"
await 30 grep -q 'tls failed' "$T/log"
like 'plain text instead of a handshake' "$(cat "$T/log")" 'qmail-tlsd: warning: tls failed: 127\.0\.0\.1: '
unlike 'the program did not run' "$(cat "$T/echo.log" "$T/answer")" 'over|none'
stop

serve $tlsd -i -t 1 -d "$D" "$T/echo"
background tcpclient -HRl0 127.0.0.1 "$port" sh -c 'exec cat <&6'
ok 'a silent client is sent away' await 20 grep -q 'tls failed: 127.0.0.1: .*timed out' "$T/log"
stop
rm -f "$D/servercert.pem"
serve $tlsd -i -d "$D" "$T/echo"
echo x | client -noservername > /dev/null
await 30 grep -q 'tls failed' "$T/log"
like 'no certificate: said with its name' "$(cat "$T/log")" 'unable to use the certificate: servercert\.pem: file does not exist'
stop
cp "$T/new.pem" "$D/servercert.pem"
own

# delayed TLS: the program asks
cat > "$T/popup" <<'END'
#!/bin/sh
exec qmail-popup mail.a.example "$CHECK" qmail-pop3d Maildir
END
chmod 755 "$T/popup"
cat > "$T/check" <<'END'
#!/bin/sh
# stands for a password checker: says what it got and whether it is in TLS
cat <&3 | tr '\0' '|' > "$CHECK_LOG"
echo "$SSL_PROTOCOL" >> "$CHECK_LOG"
exit 1
END
chmod 755 "$T/check"
CHECK=$T/check
CHECK_LOG=$T/check.log
export CHECK CHECK_LOG
serve $tlsd -d "$D" "$T/popup"
printf 'CAPA\r\nQUIT\r\n' > "$T/say"
like 'STLS is offered' "$(tcpclient -HRl0 127.0.0.1 "$port" sh -c 'cat "$T/say" >&7; cat <&6')" '^STLS'
(printf 'USER joe\r\nPASS secret\r\n') | timeout 60 openssl s_client -connect "127.0.0.1:$port" -starttls pop3 -quiet > "$T/answer" 2> "$T/client.log"
await 30 grep -q TLSv "$CHECK_LOG"
like 'the password comes through TLS' "$(cat "$CHECK_LOG")" '^joe\|secret\|<'
like 'and the program knows' "$(tail -n 1 "$CHECK_LOG")" '[|]TLSv1\.3$'
# what is said in plain text behind STLS is not believed: CVE-2011-0411
rm -f "$CHECK_LOG"
tcpclient -HRl0 127.0.0.1 "$port" sh -c 'printf "STLS\r\nUSER eve\r\nPASS x\r\n" >&7; exec 7>&-; cat <&6' > "$T/answer"
await 30 grep -q 'tls failed' "$T/log"
nok 'commands behind STLS are dropped' test -e "$CHECK_LOG"
unlike 'and not answered' "$(sed 1,2d "$T/answer")" 'OK|ERR'
stop

# the same for SMTP: mail through TLS, by somebody who logs in there
cat > "$T/qq" <<'END'
#!/bin/sh
exec 3<&1
cat > "$T/message"
tr '\0' '!' <&3 > "$T/envelope"
END
chmod 755 "$T/qq"
serve $tlsd -d "$D" env REQUIRETLS=1 REQUIREAUTH=1 QMAILQUEUE="$T/qq" qmail-smtpd "$T/login" true
printf '#!/bin/sh\ntest "$(cat <&3 | tr "\\0" "|")" = "joe|secret||"\n' > "$T/login"
chmod 755 "$T/login"
talk() { # lines, and those behind DATA
	: > "$T/answer"
	{ printf '%b' "$1"; await 30 grep -q '^354' "$T/answer"; printf '%b' "$2"; } |
	    timeout 60 openssl s_client -connect "127.0.0.1:$port" -starttls smtp -quiet -crlf \
	    > "$T/answer" 2> "$T/client.log"
}
plain=$(printf '\0joe\0secret' | base64)
talk "EHLO client.example\nAUTH PLAIN $plain\nMAIL FROM:<joe@a>\nRCPT TO:<x@far.example>\nDATA\n" \
    'Subject: x\n\nhello\n.\nQUIT\n'
like 'SMTP: a login and a message through TLS' "$(cat "$T/answer")" '^250 ok [0-9]+ qp'
like 'the login is logged' "$(cat "$T/log")" '^qmail-smtpd: pid [0-9]+ auth ok user=joe mech=plain '
is 'its envelope' "$(cat "$T/envelope")" 'Fjoe@a!Tx@far.example!!'
like 'its Received line' "$(sed -n 2p "$T/message")" ' with ESMTPSA \(TLSv1\.3 TLS_[A-Z0-9_]+\); '
rm -f "$T/envelope"
stop
# where 2 is the connection (inetd) no log may come in between
serve sh -c "exec 2>&1; exec $tlsd -d '$D' env QMAILQUEUE='$T/qq' qmail-smtpd '$T/login' true"
talk "AUTH PLAIN $plain\nMAIL FROM:<joe@a>\nRCPT TO:<x@far.example>\nDATA\n" '.\nQUIT\n'
like 'SMTP: no log into the connection' "$(cat "$T/answer")" '^250 ok [0-9]+ qp'
unlike 'nor through TLS' "$(cat "$T/answer")" 'auth ok'
rm -f "$T/envelope"
stop
# spec: protocols.md 2.5; all of it is read with STARTTLS: the helper waits
serve $tlsd -t 1 -d "$D" env QMAILQUEUE="$T/qq" qmail-smtpd "$T/login" true
printf 'STARTTLS\r\nAUTH PLAIN %s\r\nMAIL FROM:<eve@a>\r\nRCPT TO:<x@far.example>\r\nDATA\r\nx\r\n.\r\n' \
    "$plain" > "$T/say"
tcpclient -HRl0 127.0.0.1 "$port" sh -c 'cat "$T/say" >&7; exec 7>&-; cat <&6' > "$T/answer"
is 'SMTP: commands behind STARTTLS are dropped' "$(tr -d '\r' < "$T/answer")" '220 test.example ESMTP
220 ready for tls'
ok 'the failure is in the log of both' await 20 sh -c "grep -q 'qmail-tlsd: .*tls failed' '$T/log' &&
    grep -q 'qmail-smtpd: .*tls failed' '$T/log'"
nok 'and no message came of it' test -e "$T/envelope"
stop

# a real POP3 client through it: the same bytes
if command -v curl > /dev/null 2>&1; then
	new_user joe
	as joe maildirmake "$T/joe/Maildir"
	printf 'Subject: x\n\n.dot\nlast\n' > "$T/joe/Maildir/cur/1.x"
	touch -d '1 hour ago' "$T/joe/Maildir/cur/1.x"
	[ "$ROOT" = no ] || chown joe "$T/joe/Maildir/cur/1.x"
	echo "joe:secret:$T/joe" > "$T/passwords"
	chmod 644 "$T/passwords"
	fetches() { # name, curl's options and address without the port
		curl -sS -k -u joe:secret $2 "$3:$port/1" 2> "$T/client.log" | tr -d '\r' > "$T/fetched"
		is "$1" "$(sed '/^$/d' "$T/fetched")" "$(sed '/^$/d' "$T/joe/Maildir/cur/1.x")"
	}
	pop3d="qmail-popup mail.a.example checktext $T/passwords qmail-pop3d Maildir"
	serve $tlsd -i -d "$D" $pop3d
	fetches 'curl by pop3s' '' pop3s://127.0.0.1
	stop
	serve $tlsd -d "$D" env REQUIRETLS=1 $pop3d
	fetches 'curl by pop3 and STLS' --ssl-reqd pop3://127.0.0.1
	stop
fi

exits 100 'usage' qmail-tlsd
exits 100 'usage: bad time' qmail-tlsd -t x true
exits 100 'usage: unknown option' qmail-tlsd -x true
is 'usage: that only' "$(wc -l < "$T/stderr")" 1
exits 100 'usage: bad option' qmail-tlsd -z true
if [ "$ROOT" = yes ]; then
	exits 111 'no such account' qmail-tlsd -u nobody.here true
	nok 'root is no account for it' qmail-tlsd -u root true
	# what the helper is while it waits: once it is confined, seccomp last
	cat > "$T/look" <<'END'
#!/bin/sh
"$OUT/tests/tools/await" 30 sh -c 'for p in $("$T/helpers" "$1"); do
	grep -q "^Seccomp:.*2" "/proc/$p/status" && exit 0
done
exit 1' sh "$TCPLOCALPORT"
for p in $("$T/helpers" "$TCPLOCALPORT"); do
	[ "$(readlink /proc/$p/root)" = / ] && continue
	echo "root $(readlink /proc/$p/root)"
	grep -E '^(Uid|Groups|NoNewPrivs|Seccomp):' /proc/$p/status | tr '\t' ' '
	ls /proc/$p/fd | tr '\n' ' '
done
END
	chmod 755 "$T/look"
	serve $tlsd -d "$D" "$T/look"
	tcpclient -HRl0 127.0.0.1 "$port" sh -c 'cat <&6' > "$T/seen"
	uid=$(id -u qmailp)
	like 'the helper is in its folder' "$(cat "$T/seen")" "^root $D\$"
	like 'under its own account' "$(cat "$T/seen")" "^Uid: $uid $uid $uid $uid"
	like 'with no other group' "$(cat "$T/seen")" '^Groups: [0-9]* *$'
	like 'without new privileges' "$(cat "$T/seen")" '^NoNewPrivs: 1'
	like 'with the log, the connection and the two ends only' "$(cat "$T/seen")" '^0 1 2 3 4 $'
	stop
fi
done_testing
