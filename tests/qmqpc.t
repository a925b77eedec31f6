# qmqpc.t: qmail-qmqpc: what it sends, to whom, and what it says
. tests/lib.sh
new_home
C=$H/control
printf 'Subject: x\n\nbody\000 with NUL and no LF' > "$T/msg"
printf 'Fs@x.example\0Ta@test.example\0Tb@remote.example\0\0rest' > "$T/env"

ns() { printf '%s:%s,' "${#1}" "$1"; }
# server NAME ADDRESS ANSWER...: its port in $port
server() {
	name=$1
	address=$2
	shift 2
	rm -f "$T/$name" "$T/$name.port"
	background sh -c 'exec qmqpsink "$@" > "$0"' "$T/$name.port" \
	    "$address" "$T/$name" "$@"
	await 30 test -s "$T/$name.port" || echo 'Bail out! no server'
	port=$(cat "$T/$name.port")
}
client() { qmail-qmqpc < "$T/msg" 1< "$T/env"; }
# one ANSWER CODE WHAT: one server that gives this answer
one() {
	server one 127.0.0.1 "$1"
	echo "127.0.0.1:$port" > "$C/qmqpservers"
	exits "$2" "$3" client
}
# an address where nobody listens: a port that was just given back
closed() {
	server closed 127.0.0.1 reset
	kill "$last_pid"
	wait "$last_pid" 2> /dev/null
	echo "$port"
}

# spec: protocols.md 5
one '19:Kok 1795503763 qp 5,' 0 'accepted'
{ printf '%s:' "$(wc -c < "$T/msg" | tr -d ' ')"; cat "$T/msg"; printf ','
ns s@x.example; ns a@test.example; ns b@remote.example; } > "$T/want"
same_file 'the request' "$T/one" "$T/want"

# what it sends is what our server takes
cat > "$T/qq" << EOT
#!/bin/sh
exec 3<&1
tail -n +3 > "$T/got.msg"
tr '\\000' '\\n' <&3 > "$T/got.env"
EOT
chmod 755 "$T/qq"
{ printf '%s:' "$(wc -c < "$T/one" | tr -d ' ')"; cat "$T/one"; printf ','; } > "$T/request"
like 'qmail-qmqpd accepts it' \
    "$(QMAILQUEUE=$T/qq qmail-qmqpd < "$T/request")" '^[0-9]*:Kok '
same_file 'the message arrives' "$T/got.msg" "$T/msg"
is 'the envelope arrives' "$(tr '\n' '!' < "$T/got.env")" \
    'Fs@x.example!Ta@test.example!Tb@remote.example!!'

# spec: programs.md 15
one '5:Dno t,' 31 'refused'
one '5:Zbusy,' 71 'not now'
one 'mute' 74 'no answer'
one 'cut' 74 'cut'
one '17:nonsense and more,' 74 'nonsense'
one '99999999999999999999999999999999999999999999:K' 74 'endless length'
rm "$C/qmqpservers"
exits 55 'no list' client
printf '# nobody\n\n' > "$C/qmqpservers"
exits 55 'empty list' client
printf 'mail.example\n1.2.3\n1.2.3.4:0\n1.2.3.4:65536\n[::1\n' > "$C/qmqpservers"
exits 55 'no valid address' client
rm "$C/qmqpservers"
mkdir "$C/qmqpservers"
exits 55 'unreadable list' client
rmdir "$C/qmqpservers"
port=$(closed)
echo "127.0.0.1:$port" > "$C/qmqpservers"
exits 73 'refused connection' client

# spec: programs.md 18 item 6
# several FIRST SECOND CODE WHAT: two servers; $T/b is what the second got
several() {
	server a 127.0.0.1 "$1"
	porta=$port
	server b 127.0.0.1 "$2"
	printf '127.0.0.1:%s\n127.0.0.1:%s\n' "$porta" "$port" > "$C/qmqpservers"
	exits "$3" "$4" client
}
ok='19:Kok 1795503763 qp 5,'
porta=$(closed)
server b 127.0.0.1 "$ok"
printf 'nonsense\n127.0.0.1:%s\n127.0.0.1:%s\n' "$porta" "$port" > "$C/qmqpservers"
exits 0 'the next one when the first is down' client
same_file 'got it' "$T/b" "$T/want"
several '5:Zbusy,' "$ok" 0 'the next one when the first says not now'
same_file 'got it' "$T/b" "$T/want"
several '5:Dno t,' "$ok" 31 'not when the first refuses'
nok 'it got nothing' [ -e "$T/b" ]
several mute "$ok" 74 'not when the first may have it'
nok 'it got nothing' [ -e "$T/b" ]
several '5:Zbusy,' cut 74 'both fail'
several '5:Zbusy,' '5:Zbusy,' 71 'both are busy'
server a 127.0.0.1 '5:Zbusy,'
printf '127.0.0.1:%s\n127.0.0.1:%s\n' "$port" "$porta" > "$C/qmqpservers"
exits 71 'what a server said counts more than one that is down' client

# larger than memory is asked to hold, and than a socket takes
head -c 20000000 /dev/zero | tr '\000' '\n' > "$T/large"
server a 127.0.0.1 cut
porta=$port
server b 127.0.0.1 "$ok"
printf '127.0.0.1:%s\n127.0.0.1:%s\n' "$porta" "$port" > "$C/qmqpservers"
exits 0 'the first dies in the middle of a large message' \
    sh -c "exec qmail-qmqpc < '$T/large' 1< '$T/env'"
is 'the next one has all of it' "$(wc -c < "$T/b" | tr -d ' ')" \
    "$((20000000 + 9 + 1 + $(wc -c < "$T/want") - 3 - 1 - $(wc -c < "$T/msg")))"
mkdir "$T/tmp"
exits 53 'nowhere to spool' sh -c \
    "TMPDIR='$T/nowhere' exec qmail-qmqpc < '$T/large' 1< '$T/env'"
is 'no file stays' "$(ls "$T/tmp")" ''

# IPv6
if server six ::1 "$ok" && [ -n "$port" ]; then
	echo "[::1]:$port" > "$C/qmqpservers"
	exits 0 'an IPv6 literal' client
	same_file 'got it' "$T/six" "$T/want"
fi

# spec: programs.md 1.2
server a 127.0.0.1 "$ok"
echo "127.0.0.1:$port" > "$C/qmqpservers"
fails() { # code what envelope-format
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$3" > "$T/bad"
	exits "$1" "$2" sh -c "exec qmail-qmqpc < '$T/msg' 1< '$T/bad'"
}
long=$(head -c 1003 /dev/zero | tr '\000' a)
fails 91 'first record not F' 'Ta\0\0'
fails 91 'second record neither T nor end' 'Fa\0Xb\0\0'
fails 54 'no envelope' ''
fails 54 'end inside the sender' 'Fabc'
fails 54 'end after a recipient' 'Fabc\0Tde\0'
fails 11 'recipient of 1003 bytes' "Fa\\0T$long\\0\\0"
fails 31 'control byte' 'Fa\0Tb\001\0\0'
exits 54 'message unreadable' sh -c "exec qmail-qmqpc < / 1< '$T/env'"
exits 54 'descriptor 0 closed' sh -c "exec qmail-qmqpc <&- 1< '$T/env'"
exits 54 'descriptor 1 closed' sh -c "exec qmail-qmqpc < '$T/msg' 1>&-"
nok 'nothing was sent by all these' [ -e "$T/a" ]
mv "$H/control" "$H/away"
exits 55 'no control' client
mv "$H/away" "$H/control"
cp "$H/bin/qmail-qmqpc" "$T/qmqpc"
mv "$H" "$H.away"
exits 61 'no home' sh -c "exec '$T/qmqpc' < '$T/msg' 1< '$T/env'"
mv "$H.away" "$H"

done_testing
