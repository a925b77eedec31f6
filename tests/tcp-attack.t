#!/bin/sh
# tcpserver, tcpclient: floods, hosts that do not answer, limits and rules for
# the nets of IPv6.
. tests/lib.sh
. tests/tcplib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
chmod 755 "$T"
cd "$T" || exit 1
unset UCSPI_PROTO

from() { timeout 60 tcpclient -RHl0 -i "$1" "${2-127.0.0.1}" "$port" sh -c 'exec cat <&6' | tr -d '\r'; }
logged() { await 30 grep -Eq -- "$1" log; }
field() { sed -n "s/.*$1 \([0-9]*\).*/\1/p"; }
drive() { timeout 120 conndrive "$@"; }
# hold n from to: connections that stay until release; what came in ./held
hold() {
	rm -f hold held
	mkfifo hold
	background sh -c 'exec conndrive -k -H "$1" -i "$2" "$4" "$3" 0 < hold > held' sh "$1" "$2" "$port" "${3-127.0.0.1}"
	holder=$last_pid
	exec 9> hold
	await 60 test -s held
}
release() { exec 9>&-; wait "$holder" 2> /dev/null; }
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

# ---- 5,000 clients of one host, who stay: spec: ucspi.md 10 (6)
flood=5000
[ -z "${SANITIZE-}" ] || flood=300
[ "$ROOT" = no ] || ulimit -Hn 20000
[ "$(ulimit -Hn)" = unlimited ] || [ "$(ulimit -Hn)" -gt $((flood + 200)) ] || flood=500
note "a flood of $flood"
serve -v -c 40 -C 5 -b 128 -HRl0 127.0.0.1 0 cat
hold $flood 127.0.0.2
is 'all of them connected' "$(field held < held)" $flood
ok 'all but five are refused' await 30 sh -c 'test $(grep -c "limit C reached for 127.0.0.2$" log) -eq '$((flood - 5))
is 'five have a process' "$(grep -c 'status: 5/40' log) $(grep -c 'status: \([6-9]\|[1-4][0-9]\)/' log) $(grep -c '^tcpserver: end ' log)" '1 0 0'
is 'others are served meanwhile' "$(drive -e -i 127.0.0.3 127.0.0.1 "$port" 5 | field served)" 5
release
ok 'all are gone' left 0/40
is 'a line of refusal for each' "$(grep -c 'tcpserver: deny [0-9]* 0:127.0.0.1:[0-9]* :127.0.0.2::[0-9]*$' log)" $((flood - 5))
# who come and go at once, a hundred at a time
: > log
result=$(drive -r -p 100 -i 127.0.0.2 127.0.0.1 "$port" $flood)
is 'resets: all connected' "$(echo "$result" | field served)" $flood
# who has gone already may still come in: so as it was once nobody was there
ok 'all are gone' await 30 sh -c 'cp log then && grep " status: " then | tail -n 1 | grep -qx "tcpserver: status: 0/40"'
unlike 'never more than five' "$(cat log)" 'status: ([6-9]|[1-4][0-9])/'
is 'who is let in ends' "$(grep -c ' ok ' then)" "$(grep -c ' end ' then)"
is 'the next one is served' "$(drive -e 127.0.0.1 "$port" 3 | field served)" 3
stop

# ---- out of descriptors, for a while: spec: ucspi.md 1.4
if command -v prlimit > /dev/null && [ -r "/proc/$$/stat" ]; then
	serve -v -HRl0 127.0.0.1 0 cat
	# what it has is what it may have: once it has it
	logged 'status: 0/40'
	start=$(date +%s)
	prlimit --pid "$server" --nofile=4:
	hold 3 127.0.0.2
	ok 'EMFILE: says so' logged '^tcpserver: warning: unable to accept: out of file descriptors, sleeping\.\.\.$'
	before=$(ticks)
	ok 'again a second later' await 30 sh -c 'test $(grep -c "unable to accept" log) -ge 3'
	ok 'waits, and does not spin' test $(($(ticks) - before)) -le 30
	lines=$(grep -c 'unable to accept' log)
	seconds=$(($(date +%s) - start))
	ok "a line a second ($lines in $seconds s)" test "$lines" -le $((seconds + 2))
	prlimit --pid "$server" --nofile=100:
	ok 'room again: all come in' logged 'status: 3/40$'
	release
	ok 'all are gone' left 0/40
	stop
fi
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	# errors of the whole machine
	for error in ENFILE ENOMEM; do
		rm -f port port.new log spid
		background strace -f -o calls -e trace=accept4 -e "inject=accept4:error=$error:when=2" \
		    sh -c 'echo $$ > spid; exec tcpserver -1 -c 1 -HRl0 127.0.0.1 0 echo in > port.new 2> log'
		await 30 sh -c 'test -s port.new && mv port.new port'
		port=$(cat port)
		is "$error: before" "$(from 127.0.0.1)" in
		is "$error: after" "$(from 127.0.0.1)" in
		is 'says so' "$(grep -c '^tcpserver: warning: unable to accept: .*, sleeping\.\.\.$' log)" 1
		kill "$(cat spid)"
		wait "$last_pid" 2> /dev/null
	done
fi

# ---- an exec that takes long (a dead file server) holds up that client only
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	rm -f port port.new log spid
	# each child's first: two seconds
	background strace -f -o calls -e trace=execve -e inject=execve:delay_enter=2000000:when=1 \
	    sh -c 'echo $$ > spid; exec tcpserver -1 -v -HRl0 127.0.0.1 0 /bin/echo in > port.new 2> log'
	await 30 sh -c 'test -s port.new && mv port.new port'
	port=$(cat port)
	# one after the other takes eight seconds, however quick the machine is
	seconds=8
	for i in 1 2 3 4; do
		[ $seconds -ge 7 ] || break
		start=$(date +%s)
		served=$(drive -p 4 127.0.0.1 "$port" 4 | field served)
		seconds=$(($(date +%s) - start))
	done
	is 'four with slow starts: served' "$served" 4
	ok "at the same time ($seconds s)" test $seconds -ge 2 -a $seconds -lt 7
	kill "$(cat spid)"
	wait "$last_pid" 2> /dev/null
fi

# ---- hosts that do not answer: spec: ucspi.md 5 (-T)
hole() { # options ip port: its port in $port, until it is filled up
	rm -f hole holeport
	mkfifo hole
	background sh -c 'exec blackhole "$@" < hole > holeport' sh "$@"
	holer=$last_pid
	exec 8> hole
	await 30 test -s holeport
	port=$(cat holeport)
}
swallow() { kill "$holer"; wait "$holer" 2> /dev/null; }
# upper bounds are below the minute that is the default and the tests' patience
took() { # seconds in $seconds
	start=$(date +%s)
	code=0
	timeout 90 "$@" > out 2> err || code=$?
	seconds=$(($(date +%s) - start))
}
hole 127.0.0.2 0
took tcpclient -RHl0 -T 1 127.0.0.2 "$port" true
is '-T 1: 111' $code 111
is 'says so' "$(cat err)" "tcpclient: unable to connect to 127.0.0.2 port $port: timed out"
ok "after a second ($seconds s)" test $seconds -ge 1 -a $seconds -le 30
took tcpclient -RHl0 -T 1+2 127.0.0.2 "$port" true
is '-T 1+2: 111' $code 111
is 'says so once' "$(wc -l < err | tr -d ' ')" 1
ok "after three ($seconds s)" test $seconds -ge 3 -a $seconds -le 40
# one of two addresses is dead: the other one has its turn
printf 'two.example a 127.0.0.2\ntwo.example a 127.0.0.3\n' > zone
background dnsserver zone > dnsport 2> queries
await 30 test -s dnsport
background sh -c 'exec tcpserver -HRl0 127.0.0.3 "$1" echo alive 2> log' sh "$port"
live=$last_pid
await 30 tcpclient -RHl0 127.0.0.3 "$port" true
DNSCACHEIP=127.0.0.1:$(cat dnsport)
export DNSCACHEIP
for i in 1 2 3 4; do
	took tcpclient -RHl0 -T 1+50 two.example "$port" sh -c 'exec cat <&6'
	is "the dead one is passed over, $i" "$code $(cat out)" '0 alive'
	ok "in no more than its first time ($seconds s)" test $seconds -le 30
done
kill "$live"
wait "$live" 2> /dev/null
swallow
# both live: each is tried first by some
background sh -c 'exec tcpserver -HRl0 127.0.0.2 "$1" echo 2 2> log' sh "$port"
background sh -c 'exec tcpserver -HRl0 127.0.0.3 "$1" echo 3 2> log' sh "$port"
await 30 tcpclient -RHl0 127.0.0.2 "$port" true
await 30 tcpclient -RHl0 127.0.0.3 "$port" true
i=0
while [ $i -lt 40 ]; do
	tcpclient -RHl0 two.example "$port" sh -c 'exec cat <&6'
	i=$((i + 1))
done > answers
is 'the order is random' "$(sort -u answers | tr '\n' ' ')" '2 3 '
unset DNSCACHEIP
# one that answers late is reached by the second time
hole -a 1500 127.0.0.4 0
took tcpclient -RHl0 -T 1+50 127.0.0.4 "$port" echo through
is 'the second, longer time' "$code $(cat out)" '0 through'
swallow

# ---- IPv6: nets: spec: ucspi.md 3, 4
if [ "$ROOT" != yes ]; then
	note 'IPv6 nets need addresses of their own: as root only'
elif ! ifaddr lo 2001:db8:1:1::1 2001:db8:1:1:ffff::2 2001:db8:1:2::1 \
    2001:db8:2::1 fe80::1 2> err; then
	note "no IPv6 here: $(cat err)"
else
	a=2001:db8:1:1::1 b=2001:db8:1:1:ffff::2 c=2001:db8:1:2::1 d=2001:db8:2::1
	serve -v -C 2 -M '421 too many' -HRl0 :: 0 sh -c 'echo "$TCPCONNNUM"; exec cat'
	first() { timeout 60 tcpclient -RHl0 -i "$1" ::1 "$port" sh -c 'exec head -n 1 <&6' | tr -d '\r'; }
	stay() { # name ip: a connection that stays, its first line in ./name
		rm -f "$1"
		background sh -c 'exec tcpclient -RHl0 -i "$1" ::1 "$2" sh -c "exec cat <&6 > $3"' sh "$2" "$port" "$1"
		await 30 test -s "$1"
	}
	stay one $a
	stay two $b
	is 'a /64 is one host' "$(cat one two | tr '\n' ' ')" '1 2 '
	is 'its third' "$(first $a)" '421 too many'
	is 'whatever its address' "$(first $b)" '421 too many'
	ok 'in the log' logged "^tcpserver: warning: limit C reached for $b\$"
	ok 'deny line' logged "^tcpserver: deny [0-9]+ 0:\\[::1\\]:$port :\\[$b\\]::[0-9]+\$"
	is 'the next /64 is another' "$(first $c)" 1
	stop
	tcprules r.cdb r.tmp <<-EOT
	$a:allow,A="address"
	2001:db8:1:1::allow,A="text"
	2001:db8:1::/48:allow,A="net",MAXCONNC="2"
	2001:db8::/32:deny
	fe80::/10:allow,A="link"
	::1:allow,A="loopback"
	:allow,A="any"
	EOT
	serve -v -M '421 no' -x r.cdb -HRl0 0 0 sh -c 'echo "$A"; exec cat'
	is 'rule for an address' "$(first $a)" address
	is 'for a textual prefix' "$(first $b)" text
	is 'for a net' "$(first $c)" net
	is 'for a wider net: not a byte' "$(first $d)" ''
	ok 'in the log' logged "^tcpserver: deny [0-9]+ 0:\\[::1\\]:$port :\\[$d\\]::[0-9]+\$"
	is 'for the loopback' "$(first ::1)" loopback
	is 'IPv4 is in none of them' "$(timeout 60 tcpclient -RHl0 127.0.0.1 "$port" sh -c 'exec head -n 1 <&6')" any
	# until here they came and went: some may still be counted
	left 0/40
	stay one $c
	stay two $a
	is 'MAXCONNC: a /48' "$(first $c)" '421 no'
	ok 'in the log' logged "^tcpserver: warning: limit MAXCONNC reached for $c\$"
	stop
	printf '2001:db8:1::/48:allow,MAXCONNIP="1"\n2001:db8:2::/48:allow,DIFFIP="60"\n:allow,MAXLOAD="100000"\n' | tcprules r.cdb r.tmp
	serve -v -M '421 no' -x r.cdb -HRl0 :: 0 sh -c 'echo in; exec cat'
	stay one $a
	is 'MAXCONNIP: a /64' "$(first $b)" '421 no'
	is 'and no more' "$(first $c)" in
	is 'DIFFIP: first' "$(first $d)" in
	is 'DIFFIP: soon again' "$(first $d)" '421 no'
	is 'MAXLOAD: not yet' "$(first ::1)" in
	stop
	# a link-local address has its interface
	serve -v -I lo -HRl0 fe80::1 0 sh -c 'echo "$TCP6INTERFACE,$PROTO,$TCPLOCALIP"'
	is 'link-local, -I' "$(timeout 60 tcpclient -RHl0 'fe80::1%lo' "$port" sh -c 'exec cat <&6' | sed 's/%[a-z0-9]*//')" 'lo,TCP6,fe80::1'
	stop
fi
cd "$TOP" && done_testing
