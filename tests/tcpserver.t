#!/bin/sh
# tcpserver: options, environment, rules, limits, log lines, signals.
. tests/lib.sh
. tests/tcplib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
chmod 755 "$T"
cd "$T" || exit 1
unset UCSPI_PROTO

ask() { tcpclient -RHl0 "$@" "$port" sh -c 'exec cat <&6'; }
from() { ip=$1; shift; ask -i "$ip" "$@" 127.0.0.1; }
logged() { await 30 grep -Eq -- "$1" log; }
words() { echo $*; }

# spec: ucspi.md 10 (1), 1
serve -HRl0 127.0.0.1 0 true
like 'prints its port' "$port" '^[1-9][0-9]*$'
stop

# ---- environment: spec: ucspi.md 1.2
TCPREMOTEHOST=junk TCPREMOTEINFO=junk TCPLOCALHOST=junk TCP6REMOTEHOST=junk \
TCPCONNNUM=9 PROXYREMOTEIP=9
export TCPREMOTEHOST TCPREMOTEINFO TCPLOCALHOST TCP6REMOTEHOST TCPCONNNUM PROXYREMOTEIP
serve -v -HRl0 127.0.0.1 0 sh -c 'env; exit 7'
unset TCPREMOTEHOST TCPREMOTEINFO TCPLOCALHOST TCP6REMOTEHOST TCPCONNNUM PROXYREMOTEIP
ask 127.0.0.1 | grep -E '^(TCP|PROTO|PROXY)' | sort > got
rport=$(sed -n 's/^TCPREMOTEPORT=//p' got)
cat > want <<EOT
PROTO=TCP
TCP6LOCALHOST=0
TCP6LOCALIP=::ffff:127.0.0.1
TCP6LOCALPORT=$port
TCP6REMOTEIP=::ffff:127.0.0.1
TCP6REMOTEPORT=$rport
TCPLOCALHOST=0
TCPLOCALIP=127.0.0.1
TCPLOCALPORT=$port
TCPREMOTEIP=127.0.0.1
TCPREMOTEPORT=$rport
EOT
same_file 'environment' got want
# spec: ucspi.md 1.3
ok 'end is logged' logged '^tcpserver: end [0-9]+ status 1792$'
logged 'status: 0/40' && tail -n 1 log | grep -q 0/40
await 30 sh -c 'test $(wc -l < log) -eq 6'
pid=$(sed -n 's/^tcpserver: pid \([0-9]*\) .*/\1/p' log)
cat > want <<EOT
tcpserver: status: 0/40
tcpserver: status: 1/40
tcpserver: pid $pid from 127.0.0.1
tcpserver: ok $pid 0:127.0.0.1:$port :127.0.0.1::$rport
tcpserver: end $pid status 1792
tcpserver: status: 0/40
EOT
same_file 'log of a connection' log want
stop

serve -HRl '' 127.0.0.1 0 env
is 'empty local name' "$(ask 127.0.0.1 | grep '^TCPLOCALHOST')" 'TCPLOCALHOST='
is 'quiet by default' "$(cat log)" ''
stop

# ---- descriptors and signals: spec: ucspi.md 1.1
serve -HRl0 127.0.0.1 0 sh -c 'ls /proc/self/fd; grep -E "^Sig(Blk|Ign)" /proc/self/status' 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
if [ -d /proc/self/fd ]; then
	ask 127.0.0.1 > got
	# ls itself has one open
	# and the test's own shell may have some from 10 on
	fds=$(grep -x '[0-9]' got | sort | tr '\n' ' ')
	is 'no descriptor leaks' "$fds" '0 1 2 3 '
	like 'nothing is blocked' "$(grep SigBlk got)" '0000000000000000$'
	# what sh runs in the background ignores INT, QUIT and what sh was told to
	grep SigIgn /proc/self/status > own &
	wait $!
	# 32 and 33 are the C library's own, for threads
	ignored() { echo $((0x$(sed -n 's/^SigIgn:[[:space:]]*//p' "$1") & ~0x180000000)); }
	is 'nothing else is ignored' "$(ignored got)" "$(ignored own)"
fi
stop

# ---- banner, options
serve -HRl0 -B 'hello
' 127.0.0.1 0 echo world
is 'banner comes first' "$(words $(ask 127.0.0.1))" 'hello world'
stop
serve -v -HRl0 127.0.0.1 0 nosuchprogram
is 'program that cannot run: nothing' "$(ask 127.0.0.1)" ''
ok 'says so' logged '^tcpserver: warning: dropping connection, unable to run nosuchprogram: file does not exist$'
ok 'exit code' logged 'status 28416$'
stop
serve -q -HRl0 127.0.0.1 0 nosuchprogram
is '-q: nothing' "$(ask 127.0.0.1)" ''
is '-q: not a word' "$(cat log)" ''
stop
exits 100 'no arguments' tcpserver
exits 100 'no program' tcpserver 0 0
exits 100 'bad option' tcpserver -Z 0 0 true
like 'usage' "$(cat stderr)" '^tcpserver: usage: tcpserver '
for bad in 0 -1 x '' 999999999; do
	exits 100 "-c '$bad'" tcpserver -c "$bad" 127.0.0.1 0 true
	exits 100 "-C '$bad'" tcpserver -C "$bad" 127.0.0.1 0 true
done
exits 111 'unknown port' tcpserver 127.0.0.1 nosuchservice true
is 'says so' "$(cat stderr)" 'tcpserver: fatal: unable to figure out port number for nosuchservice'
export DNSCACHEIP=127.0.0.1:1
exits 111 'DNS out of reach' tcpserver host.example 0 true
unset DNSCACHEIP
serve -HRl0 127.0.0.1 0 true
exits 111 'address in use' tcpserver 127.0.0.1 "$port" true
is 'says so' "$(cat stderr)" 'tcpserver: fatal: unable to bind: address already used'
stop

# ---- TERM, HUP: spec: ucspi.md 1.4, 10 (4)
serve -HRl0 127.0.0.1 0 sh -c 'echo started; read x; echo finished'
mkfifo talk
background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "cat talk >&7 & exec cat <&6 > answer"' sh "$port"
ok 'child lives' await 30 grep -q started answer
kill -HUP "$server"
kill -TERM "$server"
wait "$server"
is 'TERM: exit 0 at once' $? 0
echo go > talk
ok 'its child finishes' await 30 grep -q finished answer

# ---- limit: spec: ucspi.md 10 (3)
serve -v -c 1 -HRl0 127.0.0.1 0 sh -c 'echo in; read x'
rm -f talk
for i in 1 2 3; do
	mkfifo talk$i
	background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "cat talk$2 >&7 & exec cat <&6 > in$2"' sh "$port" $i
done
served=
for n in 1 2 3; do
	await 30 sh -c 'cat in1 in2 in3 2> /dev/null | grep -c in | grep -qx '$n
	served="$served$(cat in1 in2 in3 | grep -c in) "
	# whoever is in leaves
	for i in 1 2 3; do
		if grep -q in in$i 2> /dev/null && [ ! -e gone$i ]; then
			: > gone$i
			echo bye > talk$i
			break
		fi
	done
done
is 'one after the other' "$served" '1 2 3 '
ok 'all ended' await 30 sh -c 'test $(grep -c "^tcpserver: end" log) -eq 3'
unlike 'never two' "$(cat log)" 'status: [2-9]'
stop

# ---- rules: spec: ucspi.md 1.1, 2, 10 (2)
tcprules r.cdb r.tmp <<'EOT'
127.0.0.2:deny
127.0.0.3:allow,GREETING="for three",PATH="/nowhere"
::1:allow,GREETING="six"
:allow,GREETING="for all"
EOT
serve -v -HRl0 -x r.cdb 0 0 sh -c 'echo "$GREETING"'
is 'rule for all' "$(from 127.0.0.1)" 'for all'
is 'deny: not a byte' "$(from 127.0.0.2)" ''
ok 'deny line' logged '^tcpserver: deny [0-9]+ 0:127.0.0.1:[0-9]+ :127.0.0.2::[0-9]+$'
ok 'deny status' logged 'status 25600$'
is 'rule for one, program by our PATH' "$(from 127.0.0.3)" 'for three'
if tcpclient -RHl0 ::1 "$port" true 2> /dev/null; then
	is 'rule for IPv6' "$(ask ::1)" six
fi
echo ':allow,GREETING="new"' | tcprules r.cdb r.tmp
is 'new rules at once' "$(from 127.0.0.3)" new
rm r.cdb
is 'rules are gone: nobody' "$(from 127.0.0.1)" ''
ok 'says so' logged '^tcpserver: warning: dropping connection, unable to read r.cdb: file does not exist$'
ok 'exit code' logged 'status 28416$'
echo junk > r.cdb
is 'junk as rules: nobody' "$(from 127.0.0.1)" ''
ok 'says so' logged 'unable to read r.cdb: protocol error$'
stop
serve -HRl0 -X -x nosuch.cdb 127.0.0.1 0 echo in
is '-X: without rules all are allowed' "$(ask 127.0.0.1)" in
stop
echo junk > r.cdb
serve -HRl0 -X -x r.cdb 127.0.0.1 0 echo in
is '-X: with bad ones nobody' "$(ask 127.0.0.1)" ''
stop

# ---- IPv6: spec: ucspi.md 3
serve -v -HRl0 0 0 env
if tcpclient -RHl0 ::1 "$port" true 2> /dev/null; then
	ask ::1 | grep -E '^(TCP6?REMOTEIP|PROTO|TCP6?LOCALIP)' | sort > got
	printf '%s\n' PROTO=TCP6 TCP6LOCALIP=::1 TCP6REMOTEIP=::1 TCPLOCALIP=::1 TCPREMOTEIP=::1 > want
	same_file 'native IPv6' got want
	ok 'brackets in the log' logged '^tcpserver: ok [0-9]+ 0:\[::1\]:[0-9]+ :\[::1\]::[0-9]+$'
	ok 'pid line' logged '^tcpserver: pid [0-9]+ from ::1$'
	ask 127.0.0.1 | grep -E '^(TCP6?REMOTEIP|PROTO)' | sort > got
	printf '%s\n' PROTO=TCP TCP6REMOTEIP=::ffff:127.0.0.1 TCPREMOTEIP=127.0.0.1 > want
	same_file 'IPv4 on the same socket' got want
	stop
	serve -HRl0 0.0.0.0 0 env
	nok '0.0.0.0 is IPv4 only' ask ::1
	stop
	serve -HRl0 -4 0 0 env
	nok '-4 is IPv4 only' ask ::1
	ok 'and IPv4' ask 127.0.0.1
	stop
	serve -HRl0 :: 0 env
	nok ':: is IPv6 only' ask 127.0.0.1
	ok 'and IPv6' ask ::1
	stop
	serve -HRl0 :0 0 env
	ok ':0 is both' ask 127.0.0.1
	ok ':0 is both' ask ::1
	stop
	serve -HRl0 -6 -I lo 0 0 env
	ask 127.0.0.1 | grep -E '^(TCP6?REMOTEIP|PROTO|TCP6INTERFACE)' | sort > got
	printf '%s\n' PROTO=TCP6 TCP6INTERFACE=lo TCP6REMOTEIP=::ffff:127.0.0.1 TCPREMOTEIP=::ffff:127.0.0.1 > want
	same_file '-6 calls all IPv6' got want
	stop
	UCSPI_PROTO=TCP; export UCSPI_PROTO
	serve -HRl0 ::1 0 env
	like 'UCSPI_PROTO=TCP' "$(ask ::1)" '^PROTO=TCP$'
	unset UCSPI_PROTO
	stop
else
	stop
fi
exits 111 'no such address' tcpserver -4 ::1 0 true
is 'says so' "$(cat stderr)" 'tcpserver: fatal: no IP address for ::1'

# ---- names and IDENT: spec: ucspi.md 1, 1.2
cat > zone <<'EOT'
1.0.0.127.in-addr.arpa ptr Good.Example
good.example a 127.0.0.1
2.0.0.127.in-addr.arpa ptr liar.example
liar.example a 192.0.2.1
3.0.0.127.in-addr.arpa drop
EOT
# names that are none: a control byte, an escape, one beyond ASCII
printf '4.0.0.127.in-addr.arpa ptr a\001b.example\n5.0.0.127.in-addr.arpa ptr a\033[2Jb.example\n6.0.0.127.in-addr.arpa ptr a\303\244.example\n' >> zone
# and one that is longer than a log line's field
printf '7.0.0.127.in-addr.arpa ptr %s.%s.%s.example\n' "$(printf '%060d' 0)" "$(printf '%060d' 1)" "$(printf '%060d' 2)" >> zone
# names that would forge a field of the log, or mean something to a shell
echo '8.0.0.127.in-addr.arpa ptr x:10.9.9.9:root%s.example
9.0.0.127.in-addr.arpa ptr $(id)/X;.example' >> zone
background dnsserver zone > dnsport 2> queries
await 30 test -s dnsport
DNSCACHEIP=127.0.0.1:$(cat dnsport)
export DNSCACHEIP
serve -v -R 127.0.0.1 0 sh -c 'printf "%s\n" "$TCPLOCALHOST,${TCPREMOTEHOST-unset}"'
is 'names, in lower case' "$(from 127.0.0.1)" 'good.example,good.example'
is 'a liar without -p' "$(from 127.0.0.2)" 'good.example,liar.example'
ok 'in the log' logged '^tcpserver: ok [0-9]+ good.example:127.0.0.1:[0-9]+ liar.example:127.0.0.2::[0-9]+$'
# spec: ucspi.md 1.3 (names are untrusted)
for n in 4 5 6; do
	is "hostile name $n" "$(from 127.0.0.$n)" 'good.example,unset'
	ok 'in the log' logged "^tcpserver: ok [0-9]+ good.example:127.0.0.1:[0-9]+ :127.0.0.$n::"
done
like 'long name' "$(from 127.0.0.7)" "^good.example,0{60}[.]0{59}1[.]0{59}2[.]example\$"
ok 'in the log: 100 bytes' logged " [0.]{100}[.]{3}:127.0.0.7::[0-9]+\$"
is 'a name with colons' "$(from 127.0.0.8)" 'good.example,x\07210.9.9.9\072root\045s.example'
ok 'in the log' logged ' x\\07210[.]9[.]9[.]9\\072root\\045s[.]example:127[.]0[.]0[.]8::[0-9]+$'
is 'a name for a shell' "$(from 127.0.0.9)" 'good.example,\044\050id\051\057x\073.example'
is 'nothing raw in the log' "$(LC_ALL=C grep -c '[^ -~]' log)" 0
# accept does not wait for one's DNS
background sh -c 'exec tcpclient -RHl0 -i 127.0.0.3 127.0.0.1 "$1" sh -c "exec cat <&6 > slow"' sh "$port"
ok 'one hangs in its lookup' logged 'from 127.0.0.3'
is 'another does not' "$(from 127.0.0.1)" 'good.example,good.example'
is 'the slow one has not got in meanwhile' "$(cat slow)" ''
stop
# no longer than -T, all names together; without it a minute
serve -R -T 15 127.0.0.1 0 sh -c 'echo $TCPLOCALHOST,${TCPREMOTEHOST-unset}'
background sh -c 'exec tcpclient -RHl0 -i 127.0.0.3 127.0.0.1 "$1" sh -c "exec cat <&6 > dead"' sh "$port"
ok 'a dead DNS holds it no longer than said' await 50 grep -qx 'good.example,unset' dead
stop
# spec: ucspi.md 1 (-B comes before any look-up)
serve -B 'hello
' -R -T 50 127.0.0.1 0 true
background sh -c 'exec tcpclient -RHl0 -i 127.0.0.3 127.0.0.1 "$1" sh -c "exec cat <&6 > greeted"' sh "$port"
ok 'the banner does not wait for the DNS' await 30 grep -qx hello greeted
stop
exits 100 "-T 0" tcpserver -T 0 127.0.0.1 0 true
serve -p -R -l mine 127.0.0.1 0 sh -c 'echo $TCPLOCALHOST,${TCPREMOTEHOST-unset}'
is '-p: an honest one' "$(from 127.0.0.1)" 'mine,good.example'
is '-p: a liar has no name' "$(from 127.0.0.2)" 'mine,unset'
stop
# of addresses that nobody has asked about before
serve -HRl0 127.0.0.11 0 true
ask -i 127.0.0.12 127.0.0.11
is '-H -l: nobody is asked' "$(grep '1[12]\.0\.0\.127' queries)" ''
stop
exits 111 'no such host' tcpserver nosuch.example 0 true
is 'says so' "$(cat stderr)" 'tcpserver: fatal: no IP address for nosuch.example'
serve -HRl0 good.example 0 echo in
is 'host by name' "$(ask 127.0.0.1)" in
stop
printf '=good.example:allow,A="known"\n=:allow,A="named"\n:deny\n' | tcprules r.cdb r.tmp
serve -pRl0 -x r.cdb 127.0.0.1 0 sh -c 'echo $A'
is 'rule by name' "$(from 127.0.0.1)" known
is 'rule by name, liar' "$(from 127.0.0.2)" ''
stop
unset DNSCACHEIP

if [ "$ROOT" = yes ]; then
	background sh -c 'exec tcpserver -1 -HRl0 127.0.0.1 113 sh -c "head -n 1 > query; cat reply" > asked 2> /dev/null'
	await 30 test -s asked
	serve -v -Hl0 127.0.0.1 0 sh -c 'echo "${TCPREMOTEINFO-unset},$TCPREMOTEPORT"'
	printf '1 , 2 : USERID : UNIX : joe:x\r\n' > reply
	got=$(from 127.0.0.1)
	is 'IDENT user' "${got%,*}" joe
	is 'IDENT query' "$(od -c query | tr -d ' \n')" "$(printf '%s , %s\r\n' "${got#*,}" "$port" | od -c | tr -d ' \n')"
	ok 'in the log' logged ':127.0.0.1:joe:[0-9]+$'
	printf '1 , 2 : ERROR : NO-USER\r\n' > reply
	like 'IDENT error' "$(from 127.0.0.1)" '^unset,'
	printf '1,2:USERID:x: a\033b\r\n' > reply
	like 'control characters end it' "$(from 127.0.0.1)" '^a,'
	printf '1,2:USERID:x:\377\376ab\r\n' > reply
	from 127.0.0.1 > /dev/null
	ok 'printed as ?' logged ':127.0.0.1:[?][?]ab:[0-9]+$'
	rm -f reply
	{ printf '1,2:USERID:x:'; head -c 5000 /dev/zero | tr '\0' u; } > reply
	from 127.0.0.1 > /dev/null
	ok 'cut at 100' logged ':127.0.0.1:u{100}[.]{3}:[0-9]+$'
	stop
	# a silent IDENT server costs no more than -t; without it 26 seconds
	serve -Hl0 -t 2 127.0.0.1 0 sh -c 'echo "${TCPREMOTEINFO-unset},$TCPREMOTEPORT"'
	rm -f reply; mkfifo reply; exec 8<> reply
	start=$(date +%s)
	like 'silent IDENT' "$(from 127.0.0.1)" '^unset,'
	ok 'no longer than -t' test $(($(date +%s) - start)) -le 20
	exec 8>&-
	# drop by drop: the limit is for all of it
	rm -f reply; mkfifo reply
	background sh -c 'exec 8> reply; while printf x >&8 && ! [ -e dripped ]; do sleep 0.2; done'
	start=$(date +%s)
	like 'IDENT drop by drop' "$(from 127.0.0.1)" '^unset,'
	ok 'no longer than -t' test $(($(date +%s) - start)) -le 20
	: > dripped
	stop
	rm -f reply
	printf 'joe@127.0.0.1:allow,A="joe"\n127.0.0.1:allow,A="else"\n' | tcprules r.cdb r.tmp
	serve -Hl0 -x r.cdb 127.0.0.1 0 printenv A
	printf '1,2:USERID:x:joe\r\n' > reply
	is 'rule by IDENT' "$(from 127.0.0.1)" joe
	printf '1,2:USERID:x:ann\r\n' > reply
	is 'and without' "$(from 127.0.0.1)" else
	printf '1,2:USERID:x:ann\r\n' > reply
	is 'tcpclient asks, too' "$(tcpclient -Hl0 127.0.0.1 "$port" printenv TCPREMOTEINFO)" ann
	stop
	if grep -q '^smtp[[:space:]]*25/tcp' /etc/services; then
		serve -HRl0 127.0.0.1 smtp printenv TCPLOCALPORT
		is 'port by name' "$(ask 127.0.0.1)" 25
		stop
	fi
fi

# ---- limits for each host: spec: ucspi.md 4, 10 (6)
serve -v -C 2 -M '421 too many' -HRl0 127.0.0.1 0 sh -c 'echo $TCPCONNNUM; read x'
for i in 1 2; do
	rm -f hold$i
	mkfifo hold$i
	background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "cat hold$2 >&7 & exec cat <&6 > num$2"' sh "$port" $i
	await 30 test -s num$i
done
is 'TCPCONNNUM' "$(words $(cat num1 num2))" '1 2'
is 'the third is refused' "$(from 127.0.0.1 | od -c | sed -n 1p)" "$(printf '421 too many\r\n' | od -c | sed -n 1p)"
ok 'warning' logged '^tcpserver: warning: limit C reached for 127.0.0.1$'
ok 'deny line' logged '^tcpserver: deny [0-9]+ 0:127.0.0.1:[0-9]+ :127.0.0.1::[0-9]+$'
background sh -c 'exec tcpclient -RHl0 -i 127.0.0.9 127.0.0.1 "$1" sh -c "exec cat <&6 > other"' sh "$port"
ok 'another host gets in' await 30 test -s other
is 'and is its first' "$(cat other)" 1
unlike 'never more' "$(cat log)" 'status: 4'
echo > hold1
ok 'one left' logged '^tcpserver: end'
background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "exec cat <&6 > again"' sh "$port"
ok 'room again' await 30 test -s again
stop
echo > hold2

# a flood: every client is served or refused, nobody hangs
serve -c 50 -C 5 -b 128 -HRl0 127.0.0.1 0 echo in
i=0
while [ $i -lt 60 ]; do
	timeout 100 tcpclient -RHl0 127.0.0.1 "$port" sh -c 'exec cat <&6' > flood$i 2>&1 &
	flood="${flood-} $!"
	i=$((i + 1))
done
wait $flood
ok 'flood: some got in' grep -qx in flood*
is 'flood: nothing else was said' "$(cat flood* | grep -vx in)" ''
stop

printf '127.0.0.1:allow,MAXCONNIP="1"\n127.0.1.:allow,MAXCONNC="1"\n127.0.2.1:allow,DIFFIP="60"\n127.0.2.2:allow,DIFFIP="60:2",DIFFIPTEXT="421 slowly"\n127.0.2.3:allow,MAXLOAD="0"\n127.0.2.4:allow,MAXCONNIP="x"\n:allow' | tcprules r.cdb r.tmp
serve -v -M '421 no' -x r.cdb -HRl0 127.0.0.1 0 sh -c 'echo in; test "$1" || read x' sh
hold() { # ip file: a connection that stays
	background sh -c 'exec tcpclient -RHl0 -i "$2" 127.0.0.1 "$1" sh -c "exec cat <&6 > $3"' sh "$port" "$1" "$2"
	held=$last_pid
	await 30 test -s "$2"
}
first() { from "$1" | tr -d '\r' | head -n 1; }
hold 127.0.0.1 one
is 'MAXCONNIP: first' "$(cat one)" in
is 'MAXCONNIP: second' "$(first 127.0.0.1)" '421 no'
ok 'warning' logged '^tcpserver: warning: limit MAXCONNIP reached for 127.0.0.1$'
hold 127.0.1.1 netone
is 'MAXCONNC: first of the net' "$(cat netone)" in
is 'MAXCONNC: second of the net' "$(first 127.0.1.2)" '421 no'
hold 127.0.2.1 diff
is 'DIFFIP: first' "$(cat diff)" in
kill "$held"
is 'DIFFIP: soon again' "$(first 127.0.2.1)" '421 no'
hold 127.0.2.2 diff1; hold 127.0.2.2 diff2
is 'DIFFIP: two of two' "$(words $(cat diff1 diff2))" 'in in'
is 'DIFFIP: its own text' "$(first 127.0.2.2)" '421 slowly'
is 'MAXLOAD' "$(first 127.0.2.3)" '421 no'
hold 127.0.2.4 badlimit
is 'nonsense is ignored' "$(cat badlimit)" in
ok 'with a warning' logged '^tcpserver: warning: ignoring bad MAXCONNIP: x$'
stop

# ---- PROXY protocol: spec: ucspi.md 8
printf '127.0.0.1:allow,PROXY="1",A="relay"\n127.0.0.2:allow\n192.0.2.9:deny\n192.0.2.10:allow,MAXCONNIP="1"\n=:allow\n:allow,A="client"\n' | tcprules r.cdb r.tmp
serve -v -Y -x r.cdb -HRl0 127.0.0.1 0 sh -c 'echo "$TCPREMOTEIP,$TCPREMOTEPORT,$TCPLOCALIP,$TCPLOCALPORT,$PROTO,$A,$PROXYREMOTEIP,${SSL_PROTOCOL-}"; exec cat'
late() { grep -c 'no PROXY header in time' log; }
# ip header: what comes back, port numbers of ours as P.  The server waits three
# seconds for it: a client that was kept from running for so long tries again.
proxy() {
	tries=0
	while :; do
		before=$(late)
		tcpclient -RHl0 -i "$1" 127.0.0.1 "$port" sh -c 'printf "$1" >&7; exec head -n 2 <&6' sh "$2" |
		    sed "s/,$port,/,P,/; s/^\(127.0.0.1\),[0-9]*,/\1,R,/" > came
		[ "$(late)" != "$before" ] && [ $tries -lt 5 ] || break
		tries=$((tries + 1))
	done
	cat came
}
is 'v1' "$(words $(proxy 127.0.0.1 'PROXY TCP4 192.0.2.1 198.51.100.1 1234 25\r\nrest\n'))" '192.0.2.1,1234,198.51.100.1,25,TCP,client,127.0.0.1, rest'
is 'v1, IPv6' "$(words $(proxy 127.0.0.1 'PROXY TCP6 2001:db8::1 2001:db8::2 1234 25\r\nrest\n'))" '2001:db8::1,1234,2001:db8::2,25,TCP6,client,127.0.0.1, rest'
is 'v1, unknown: the real ones' "$(words $(proxy 127.0.0.1 'PROXY UNKNOWN\r\nrest\n'))" '127.0.0.1,R,127.0.0.1,P,TCP,relay,127.0.0.1, rest'
v2='\r\n\r\n\000\r\nQUIT\n'
is 'v2' "$(words $(proxy 127.0.0.1 "$v2"'\041\021\000\014\300\000\002\001\306\063\144\001\004\322\000\031rest\n'))" '192.0.2.1,1234,198.51.100.1,25,TCP,client,127.0.0.1, rest'
is 'v2, TLS' "$(words $(proxy 127.0.0.1 "$v2"'\041\021\000\036\300\000\002\001\306\063\144\001\004\322\000\031\040\000\017\001\000\000\000\000\041\000\007TLSv1.3rest\n'))" '192.0.2.1,1234,198.51.100.1,25,TCP,client,127.0.0.1,TLSv1.3 rest'
is 'v2, local' "$(words $(proxy 127.0.0.1 "$v2"'\040\000\000\000rest\n'))" '127.0.0.1,R,127.0.0.1,P,TCP,relay,127.0.0.1, rest'
is 'the rules see the client' "$(proxy 127.0.0.1 'PROXY TCP4 192.0.2.9 198.51.100.1 1234 25\r\nrest\n')" ''
ok 'in the log' logged '^tcpserver: deny [0-9]+ 0:198.51.100.1:25 :192.0.2.9::1234$'
is 'a peer that is no relay' "$(proxy 127.0.0.2 'PROXY TCP4 192.0.2.1 198.51.100.1 1234 25\r\n')" ''
ok 'in the log' logged "^tcpserver: deny [0-9]+ 0:127.0.0.1:$port :127.0.0.2::"
is 'no header' "$(proxy 127.0.0.1 'EHLO x\r\n')" ''
ok 'syntax: exit 1' logged 'status 256$'
is 'datagrams' "$(proxy 127.0.0.1 "$v2"'\041\022\000\014\300\000\002\001\306\063\144\001\004\322\000\031')" ''
ok 'datagrams: exit 2' logged 'status 512$'
is 'half a header' "$(tcpclient -RHl0 127.0.0.1 "$port" sh -c 'printf "PROXY TCP4" >&7; exec head -n 1 <&6')" ''
ok 'late: exit 111' logged 'status 28416$'
tries=0
while
	background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "printf \"PROXY TCP4 192.0.2.10 198.51.100.1 1 2\r\n\" >&7; exec cat <&6 > held10"' sh "$port"
	! await 10 test -s held10 && [ $tries -lt 5 ]
do
	tries=$((tries + 1))
done
is 'MAXCONNIP counts clients' "$(proxy 127.0.0.1 'PROXY TCP4 192.0.2.10 198.51.100.1 1234 25\r\n')" ''
ok 'warning' logged 'limit MAXCONNIP reached for 192.0.2.10'
like 'not relays' "$(proxy 127.0.0.1 'PROXY TCP4 192.0.2.11 198.51.100.1 1234 25\r\nx\n')" '^192.0.2.11,'
stop

# ---- giving up root: spec: ucspi.md 1 (-g, -u, -U)
if [ "$ROOT" = yes ]; then
	uid=$(id -u nobody) gid=$(id -g nobody)
	serve -HRl0 -u "$uid" -g "$gid" 127.0.0.1 0 id
	like '-u -g' "$(ask 127.0.0.1)" "uid=$uid\\(nobody\\) gid=$gid\\([a-z]*\\) groups=$gid\\([a-z]*\\)\$"
	stop
	UID=$uid GID=$gid env UID="$uid" GID="$gid" tcpserver -1 -U -HRl0 127.0.0.1 0 id > port.new 2> log &
	server=$!
	await 30 test -s port.new
	port=$(cat port.new)
	like '-U' "$(ask 127.0.0.1)" "uid=$uid\\(nobody\\) gid=$gid"
	stop
	serve -HRl0 -u nobody 127.0.0.1 0 id
	like '-u by name' "$(ask 127.0.0.1)" "uid=$uid"
	stop
	exits 111 '-u of nobody known' tcpserver -u nosuchuser 127.0.0.1 0 true
else
	exits 111 '-u without being root' tcpserver -u 0 127.0.0.1 0 true
fi
exits 100 '-U without UID' env -u UID -u GID tcpserver -U 127.0.0.1 0 true

# ---- a socket passed by a supervisor (LISTEN_PID, LISTEN_FDS)
passed() { # options of passsock: the server's log in ./log
	rm -f port port.new log
	background sh -c 'exec passsock "$@" > port.new 2> log' passsock "$@"
	server=$last_pid
	await 30 sh -c 'test -s port.new && mv port.new port'
	port=$(cat port)
}
passed 127.0.0.1 0 tcpserver -v -HRl0 192.0.2.1 nosuchport sh -c 'echo "$TCPLOCALPORT,${LISTEN_FDS-unset},${LISTEN_PID-unset}"; ls /proc/self/fd' 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
await 30 grep -q status log
ask 127.0.0.1 > got
is 'is taken instead of host and port' "$(head -n 1 got)" "$port,unset,unset"
is 'the children have no descriptor of it' "$(sed 1d got | grep -x '[0-9]' | sort | tr '\n' ' ')" '0 1 2 3 '
stop
passed -p 1 127.0.0.1 0 tcpserver -1 -v -HRl0 127.0.0.1 0 sh -c 'echo $TCPLOCALPORT'
await 30 sh -c 'test $(wc -l < port) -eq 2'
first=$(head -n 1 port)
port=$(tail -n 1 port)
is 'one for another process is not' "$(ask 127.0.0.1)" "$port"
nok 'it has its own' test "$port" = "$first"
stop
passed -n 2 127.0.0.1 0 tcpserver -HRl0 127.0.0.1 0 true
ok 'two sockets' logged '^tcpserver: fatal: LISTEN_FDS is not 1$'
passed -u 127.0.0.1 0 tcpserver -HRl0 127.0.0.1 0 true
ok 'not TCP' logged '^tcpserver: fatal: descriptor 3 is no listening TCP socket$'
# ---- out of descriptors: spec: ucspi.md 1.4
if command -v prlimit > /dev/null; then
	serve -v -HRl0 127.0.0.1 0 echo in
	# what it has is what it may have: once it has it
	logged 'status: 0/40'
	prlimit --pid "$server" --nofile=4:
	background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "exec cat <&6 > late"' sh "$port"
	ok 'EMFILE: says so' logged '^tcpserver: warning: unable to accept: out of file descriptors'
	prlimit --pid "$server" --nofile=100:
	ok 'and goes on' await 30 grep -qx in late
	stop
fi
cd "$TOP" && done_testing
