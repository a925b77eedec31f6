#!/bin/sh
# tcpclient and its wrappers, recordio, fixcrio, addcr, delcr, argv0, proxy-env
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
cd "$T" || exit 1

serve() {
	rm -f port log
	background sh -c 'exec tcpserver -1 "$@" > port.new 2> log' tcpserver "$@"
	server=$last_pid
	await 30 sh -c 'test -s port.new && mv port.new port'
	port=$(cat port)
}
stop() { kill "$server"; wait "$server" 2> /dev/null; }
bytes() { od -An -c | tr -s ' \n' ' '; }

# ---- tcpclient: spec: ucspi.md 5
serve -HRl0 127.0.0.1 0 sh -c 'echo hello; read x; echo "you said $x"'
is 'reads 6, writes 7' "$(tcpclient -RHl0 127.0.0.1 "$port" sh -c 'echo hi >&7; cat <&6')" "hello
you said hi"
exits 7 'exit code of the program' tcpclient -RHl0 127.0.0.1 "$port" sh -c 'exit 7'
is '0-2 are ours' "$(echo in | tcpclient -RHl0 127.0.0.1 "$port" cat)" in
TCPREMOTEINFO=junk TCPREMOTEHOST=junk tcpclient -RHl loc 127.0.0.1 "$port" env | grep -E '^(TCP|PROTO)' | sort > got
lport=$(sed -n 's/^TCPLOCALPORT=//p' got)
cat > want <<EOT
PROTO=TCP
TCP6LOCALHOST=loc
TCP6LOCALIP=::ffff:127.0.0.1
TCP6LOCALPORT=$lport
TCP6REMOTEIP=::ffff:127.0.0.1
TCP6REMOTEPORT=$port
TCPLOCALHOST=loc
TCPLOCALIP=127.0.0.1
TCPLOCALPORT=$lport
TCPREMOTEIP=127.0.0.1
TCPREMOTEPORT=$port
EOT
same_file 'environment' got want
is '-i' "$(tcpclient -RHl0 -i 127.0.0.5 127.0.0.1 "$port" printenv TCPLOCALIP)" 127.0.0.5
[ "$ROOT" = no ] || is '-p' "$(tcpclient -RHl0 -p 23456 127.0.0.1 "$port" printenv TCPLOCALPORT)" 23456
ok '-v' tcpclient -v -RHl0 127.0.0.1 "$port" true
is 'says where' "$(cat stderr)" "tcpclient: connected to 127.0.0.1 port $port"
is 'host 0' "$(tcpclient -RHl0 0 "$port" printenv TCPREMOTEIP)" 127.0.0.1
tcpclient -RHl0 127.0.0.1 "$port" ls /proc/self/fd > fds
ok 'no other descriptor' sh -c '! grep -x "[458]" fds'
ok 'and these' grep -qx 7 fds
exits 111 'no program' tcpclient -RHl0 127.0.0.1 "$port" nosuchprogram
is 'says so' "$(cat stderr)" 'tcpclient: fatal: unable to run nosuchprogram: file does not exist'
is '-q' "$(tcpclient -q -RHl0 127.0.0.1 "$port" true 2>&1)" ''
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	strace -e trace=setsockopt -o calls tcpclient -D -RHl0 127.0.0.1 "$port" true
	like '-D' "$(cat calls)" 'TCP_NODELAY, \[1\]'
	strace -e trace=setsockopt -o calls tcpclient -RHl0 127.0.0.1 "$port" true
	unlike 'without' "$(cat calls)" TCP_NODELAY
fi
# spec: ucspi.md 3 (tcpclient)
four=$port first=$server
serve -HRl0 :: 0 true
if tcpclient -RHl0 ::1 "$port" true 2> /dev/null; then
	is 'IPv6' "$(tcpclient -v -RHl0 ::1 "$port" sh -c 'echo $PROTO $TCPREMOTEIP $TCP6REMOTEIP $TCPLOCALIP $TCP6LOCALIP' 2>&1)" "tcpclient: connected to ::1 port $port
TCP6 ::1 ::1 ::1 ::1"
else
	note 'no IPv6 here'
fi
stop
port=$four server=$first
# several addresses: the dead ones are passed over
cat > zone <<EOT
many.example a 127.0.0.77
many.example a 127.0.0.1
six.example aaaa ::1
1.0.0.127.in-addr.arpa ptr One.Example
EOT
background dnsserver zone > dnsport 2> queries
await 30 test -s dnsport
DNSCACHEIP=127.0.0.1:$(cat dnsport)
export DNSCACHEIP
exits 0 'all addresses are tried' tcpclient -RHl0 many.example "$port" printenv TCPREMOTEIP
is 'the living one' "$(cat stdout)" 127.0.0.1
is 'names' "$(tcpclient -R 127.0.0.1 "$port" sh -c 'echo $TCPLOCALHOST $TCPREMOTEHOST')" 'one.example one.example'
exits 111 'no such name' tcpclient -RHl0 nosuch.example "$port" true
is 'says so' "$(cat stderr)" 'tcpclient: fatal: no IP address for nosuch.example'
exits 111 '-4 of a v6 host' tcpclient -4 -RHl0 six.example "$port" true
unset DNSCACHEIP
stop
exits 111 'refused' tcpclient -RHl0 127.0.0.1 "$port" true
is 'says so' "$(cat stderr)" "tcpclient: unable to connect to 127.0.0.1 port $port: connection refused"
exits 111 'refused, -q' tcpclient -q -RHl0 127.0.0.1 "$port" true
is 'says nothing' "$(cat stderr)" ''
exits 111 'unknown service' tcpclient 127.0.0.1 nosuchservice true
exits 100 'usage' tcpclient 127.0.0.1 25
exits 100 'bad option' tcpclient -Z 127.0.0.1 25 true
exits 100 'bad timeouts' tcpclient -T x 127.0.0.1 25 true

# ---- the wrappers
serve -HRl0 127.0.0.1 0 sh -c 'read a; read b; read c; printf "HTTP/1.0 200 ok\r\nx: y\r\n\r\nbody\r\n\r\nof $a|$b|$c\n" | tr -d "\r" | sed "s/$/\r/"'
is 'http@' "$(http@ 127.0.0.1 page "$port" | tr '\n' '~')" "body~~of GET /page HTTP/1.0|Host: 127.0.0.1:$port|~"
stop
serve -HRl0 127.0.0.1 0 printf 'quote\r\n'
is 'tcpcat' "$(tcpcat 127.0.0.1 "$port" | bytes)" ' q u o t e \r \n '
stop
serve -HRl0 127.0.0.1 0 sh -c 'printf "220 hi\r\n"; head -n 2 > said; printf "221 bye\r\n"'
is 'mconnect receives' "$(printf 'a\nb\r\n' | mconnect 127.0.0.1 "$port" | bytes)" ' 2 2 0 h i \r \n 2 2 1 b y e \r \n '
is 'mconnect sends' "$(bytes < said)" ' a \r \n b \r \r \n '
stop
if [ "$ROOT" = yes ]; then
	for service in who:11 date:13 finger:79; do
		background tcpserver -HRl0 127.0.0.1 "${service#*:}" sh -c 'printf "it is \033\r\n"; test "$1" = 79 && { read x; echo "you asked for $x" | tr -d "\r"; }' sh "${service#*:}"
		await 30 tcpclient -RHl0 127.0.0.1 "${service#*:}" true
	done
	is 'who@' "$(who@ 127.0.0.1)" 'it is ^['
	is 'date@' "$(date@ 127.0.0.1)" 'it is ^['
	is 'finger@' "$(finger@ 127.0.0.1 joe | tr '\n' '|')" 'it is ^[|you asked for joe|'
fi

# ---- recordio: spec: ucspi.md 7, 10 (5)
printf 'in1\nin2' | recordio cat > out 2> log
# the program is the parent: it ends before the copying does
await 30 grep -q in2 out
is 'passes through' "$(cat out)" 'in1
in2'
await 30 sh -c 'test $(wc -l < log) -ge 6'
pid=$(sed -n '1s/ .*//p' log)
cat > want <<EOT
$pid < in1 
$pid < in2+
$pid < [EOF]
$pid > in1 
$pid > in2+
$pid > [EOF]
EOT
sort -k2,2 -s log > sorted
same_file 'recordio' sorted want
exits 5 'keeps the exit code' recordio sh -c 'exit 5'
recordio sh -c 'echo; exec true' < /dev/null > out 2> log
ok 'empty line' await 30 grep -q '^[0-9]* >  $' log
is 'the pid is the program' "$(recordio sh -c 'echo $$' < /dev/null 2> log)" "$(await 30 grep -q '>' log; sed -n '1s/ .*//p' log)"
head -c 700 /dev/zero | tr '\0' x | recordio cat > out 2> log
await 30 grep -q '> \[EOF\]' log
is 'long packets are split' "$(grep '<' log | awk '{ print length($3) }' | tr '\n' ' ')" '255 255 193 5 '
is 'and whole' "$(wc -c < out | tr -d ' ')" 700
exits 111 'no program' recordio nosuchprogram
exits 100 'usage' recordio
# both directions full at once: no deadlock
i=0
while [ $i -lt 12 ]; do cat "$TOP/lib/io.c" "$TOP/ucspi/serve.c"; i=$((i + 1)); done > big
recordio sh -c 'cat big & cat > big2; wait' < big > big3 2> /dev/null
await 30 cmp -s big big3
same_file 'much to read' big2 big
same_file 'much to write' big3 big
ok 'client stays, program ends' sh -c 'mkfifo stay; sleep 100 > stay & (timeout 60 recordio true < stay > out 2> log; kill $!)'
ok 'recorder leaves' await 30 grep -q '> \[EOF\]' log

# ---- fixcrio, addcr, delcr
is 'fixcrio' "$(printf 'a\nb\r\nc\n\r\nd' | fixcrio cat | bytes)" ' a \r \n b \r \n c \r \n \r \n d '
is 'fixcrio in' "$(printf 'a\nb' | fixcrio sh -c 'cat > in.got'; bytes < in.got)" ' a \r \n b '
is 'fixcrio out' "$(fixcrio printf 'a\nb' < /dev/null | bytes)" ' a \r \n b '
exits 3 'fixcrio: exit code' fixcrio sh -c 'exit 3'
exits 100 'fixcrio: usage' fixcrio
is 'addcr' "$(printf 'a\nb\r\nc' | addcr | bytes)" ' a \r \n b \r \r \n c '
is 'delcr' "$(printf 'a\r\nb\r\r\nc\rd\ne\r' | delcr | bytes)" ' a \n b \r \n c \r d \n e \r '
same_file 'delcr undoes addcr' big big2
addcr < big | delcr > big4
same_file 'delcr undoes addcr' big4 big
[ ! -e /dev/full ] || exits 111 'addcr: no room' sh -c 'addcr < big > /dev/full'
[ ! -e /dev/full ] || exits 111 'delcr: no room' sh -c 'delcr < big > /dev/full'
# a packet is passed on before the next one comes
mkfifo slow
background sh -c 'addcr < slow > quick'
exec 8> slow
echo hello >&8
ok 'addcr does not hoard' await 30 grep -q hello quick
exec 8>&-

# ---- argv0
is 'argv0' "$(argv0 sh zero -c 'echo $0')" zero
exits 100 'argv0: usage' argv0 sh
exits 111 'argv0: no program' argv0 nosuchprogram x
is 'says so' "$(cat stderr)" 'argv0: fatal: unable to run nosuchprogram: file does not exist'

# ---- proxy-env: spec: ucspi.md 8
show='echo "$PROTO $TCPREMOTEIP $TCPREMOTEPORT $TCPLOCALIP $TCPLOCALPORT ${PROXYREMOTEIP-}"; cat'
p() { header=$1; shift; printf "$header" | env TCPREMOTEIP=127.0.0.9 PROXY=1 proxy-env -t 60 "$@" sh -c "$show" 2> err; }
is 'v1' "$(p 'PROXY TCP4 192.0.2.1 198.51.100.1 1234 25\r\nrest')" 'TCP 192.0.2.1 1234 198.51.100.1 25 127.0.0.9
rest'
is 'not trusted: nothing read' "$(printf 'PROXY x' | env -u PROXY TCPREMOTEIP=1.2.3.4 proxy-env sh -c 'echo $TCPREMOTEIP; cat')" '1.2.3.4
PROXY x'
v2='\r\n\r\n\000\r\nQUIT\n'
is 'v2, IPv6' "$(p "$v2"'\041\041\000\044\040\001\015\270\000\000\000\000\000\000\000\000\000\000\000\001\040\001\015\270\000\000\000\000\000\000\000\000\000\000\000\002\004\322\000\031rest')" 'TCP6 2001:db8::1 1234 2001:db8::2 25 127.0.0.9
rest'
code() { want=$1 name=$2 header=$3; shift 3; p "$header" "$@" > /dev/null; is "$name" $? "$want"; }
code 1 '-1 refuses v2' "$v2"'\040\000\000\000' -1
code 1 '-2 refuses v1' 'PROXY UNKNOWN\r\n' -2
code 0 '-1 takes v1' 'PROXY UNKNOWN\r\n' -1
code 0 '-2 takes v2' "$v2"'\040\000\000\000' -2
code 0 'unknown with addresses' 'PROXY UNKNOWN ffff::1 ::1 1 2\r\n'
code 1 'bare LF' 'PROXY UNKNOWN\n'
code 1 'no such protocol' 'PROXY TCP5 1.2.3.4 1.2.3.5 1 2\r\n'
code 1 'bad address' 'PROXY TCP4 1.2.3.256 1.2.3.5 1 2\r\n'
code 1 'wrong family' 'PROXY TCP4 ::1 ::2 1 2\r\n'
code 1 'wrong family' 'PROXY TCP6 1.2.3.4 1.2.3.5 1 2\r\n'
code 1 'port' 'PROXY TCP4 1.2.3.4 1.2.3.5 65536 2\r\n'
code 1 'a word too many' 'PROXY TCP4 1.2.3.4 1.2.3.5 1 2 3\r\n'
code 1 'a word too few' 'PROXY TCP4 1.2.3.4 1.2.3.5 1\r\n'
code 1 'too long' "PROXY UNKNOWN $(printf '%0100d' 0)\r\n"
code 1 'nothing like it' 'EHLO x\r\n'
code 1 'v2: version' "$v2"'\061\021\000\000'
code 1 'v2: command' "$v2"'\042\021\000\000'
code 1 'v2: addresses too short' "$v2"'\041\021\000\013\300\000\002\001\306\063\144\001\004\322\000'
code 1 'v2: TLV too long' "$v2"'\041\021\000\017\300\000\002\001\306\063\144\001\004\322\000\031\002\000\001'
code 2 'v2: datagram' "$v2"'\041\042\000\000'
code 111 'v2: end inside' "$v2"'\041\021\000\014\300'
code 111 'end inside' 'PROXY '
code 111 'nothing' ''
is 'v2: server name' "$(printf "$v2"'\041\021\000\024\300\000\002\001\306\063\144\001\004\322\000\031\002\000\005a.b\001c' | env PROXY=1 SSL_CIPHER=junk proxy-env sh -c 'echo "$SSL_TLS_SNI_SERVERNAME,${SSL_CIPHER-unset}"')" 'a.b?c,unset'
is 'v2: what is told of TLS' "$(printf "$v2"'\041\021\000\060\300\000\002\001\306\063\144\001\004\322\000\031\040\000\041\001\000\000\000\000\041\000\007TLSv1.3\042\000\003joe\043\000\011AES\001\377-256' | env PROXY=1 proxy-env sh -c 'echo "$SSL_PROTOCOL,$SSL_CLIENT_S_DN_CN,$SSL_CIPHER"')" 'TLSv1.3,joe,AES??-256'
{ printf "$v2"'\041\061\000\330'; head -c 216 /dev/zero; printf rest; } > header
is 'v2: a socket of the system: the real ones' "$(env PROXY=1 TCPREMOTEIP=127.0.0.9 proxy-env sh -c "$show" < header)" ' 127.0.0.9    127.0.0.9
rest'
exits 100 'usage' proxy-env
exits 100 'usage' proxy-env -t x true
mkfifo never
exec 8<> never
# the best of some: it takes less than it does without -t
for i in 1 2 3 4; do
	start=$(date +%s)
	env PROXY=1 proxy-env -t 1 true < never 2> err
	code=$?
	seconds=$(($(date +%s) - start))
	[ $seconds -gt 2 ] || break
done
is 'late: 111' $code 111
ok "within the limit ($seconds s)" test $seconds -le 2
exec 8>&-
cd "$TOP" && done_testing
