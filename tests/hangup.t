#!/bin/sh
# A client that sends ahead hears a server that ends the session.
. tests/lib.sh
new_home
new_user joe
echo "joe:right:$T/joe" > "$T/passwords"
serve() { # program ...
	rm -f "$T/port"
	background tcpserver -1 -HRl0 127.0.0.1 0 "$@" > "$T/port" 2> "$T/log"
	ok "$1 listens" await 30 test -s "$T/port"
	port=$(head -n 1 "$T/port")
}
# ahead NAME: all is heard.  A server waits two seconds for that: a client that
# took longer was kept from running, and tries again.
ahead() {
	for try in 1 2 3 4; do
		start=$(date +%s)
		code=0
		sendahead "$port" "$T/say" > "$T/stdout" 2> "$T/stderr" || code=$?
		[ $code -ne 0 ] && [ $(($(date +%s) - start)) -ge 2 ] || break
	done
	is "$1: no reset" "$code$(cat "$T/stderr")" 0
}
talk() { # name, how often each line is said to it
	ahead "$1"
	is "$1: nothing is lost" "$(tr -d '\r' < "$T/stdout" | sed 1d |
	    sort | uniq -c | sed 's/^ *//')" "$2"
}

# spec: protocols.md 6
serve qmail-popup test.example checktext "$T/passwords" qmail-pop3d nowhere
{ yes "$(printf 'USER joe\r')" | head -n 600
printf 'PASS wrong\r\nSTAT\r\nQUIT\r\n'; } > "$T/say"
talk 'a wrong password' '600 +OK 
1 -ERR authorization failed'
# spec: protocols.md 7
sed 's/wrong/right/' "$T/say" > "$T/say.new"
mv "$T/say.new" "$T/say"
talk 'no maildir' '600 +OK 
1 -ERR this user has no $HOME/Maildir'

# spec: protocols.md 2.4
cat > "$T/queue" <<'END'
#!/bin/sh
exec 3<&1
cat > /dev/null
exec cat <&3 > /dev/null
END
chmod 755 "$T/queue"
export QMAILQUEUE="$T/queue"
serve qmail-smtpd
noops() { yes "$(printf 'NOOP\r')" | head -n 600; }
{ noops
printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\nx\n'
head -c 500000 /dev/zero | tr '\0' x
printf '\r\n.\r\nQUIT\r\n'; } > "$T/say"
talk 'a bare LF' '602 250 ok
1 354 go ahead
1 451 See https://cr.yp.to/docs/smtplf.html.'
# spec: protocols.md 4
serve qmail-qmtpd
ns() { printf '%d:%s,' "${#1}" "$1"; }
letter=$(printf '2:\nx,0:,'; ns "$(ns c@test.example)")
{ i=0
while [ $i -lt 100 ]; do printf '%s' "$letter"; i=$((i + 1)); done
head -c 500000 /dev/zero; } > "$T/say"
ahead 'nonsense behind 100 messages'
is 'nonsense behind 100 messages: they are answered' \
    "$(grep -o ':Kok ' "$T/stdout" | wc -l)" 100
serve qmail-smtpd
mkdir "$H/control/badmailfrom"
{ noops
printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\n'
head -c 500000 /dev/zero | tr '\0' x
printf '\r\n.\r\nQUIT\r\n'; } > "$T/say"
talk 'no controls' '600 250 ok
1 421 unable to read controls (#4.3.0)'
done_testing
