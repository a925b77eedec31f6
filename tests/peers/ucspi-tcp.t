#!/bin/sh
# Debian's ucspi-tcp: what is its contract and ours passes with both; rules
# compiled by one are read by the other, with the same answers.
. tests/lib.sh
. tests/tcplib.sh
. tests/peers/peers.sh
need tcpserver rblsmtpd recordio
chmod 755 "$T"
cd "$T" || exit 1
unset UCSPI_PROTO RBLSMTPD GREETDELAY
TOOLS=$OUT/tests/tools
theirs=
for folder in /usr/bin /usr/local/bin; do
	[ -n "$theirs" ] || [ ! -x "$folder/tcprulescheck" ] || theirs=$folder
done
if [ -z "$theirs" ]; then
	[ "${PEERS-}" = require ] || skip_all 'no ucspi-tcp here'
	result 'not ok' 'ucspi-tcp is installed (tests/peers/packages)'
	done_testing
fi
PLAIN=$PATH

use() { # ours|theirs: whose programs are meant
	who=$1
	case $who in
	ours) PATH=$OUT/bin:$TOOLS:$PLAIN ;;
	theirs) PATH=$theirs:$OUT/bin:$TOOLS:$PLAIN ;;
	esac
}
ask() { timeout 60 tcpclient -RHl0 "$@" "$port" sh -c 'exec cat <&6'; }
from() { ip=$1; shift; ask -i "$ip" "$@" 127.0.0.1; }
logged() { await 30 grep -Eq -- "$1" log; }
words() { echo $*; }
bytes() { od -An -c | tr -s ' \n' ' '; }

# ---- tcpserver, tcpclient: spec: ucspi.md 1, 5
servers() {
	like "$who: which" "$(command -v tcpserver)" "^$([ $who = ours ] && echo "$OUT/bin" || echo "$theirs")/tcpserver\$"
	TCPREMOTEHOST=junk TCPREMOTEINFO=junk; export TCPREMOTEHOST TCPREMOTEINFO
	serve -v -HRl0 127.0.0.1 0 sh -c 'env; exit 7'
	unset TCPREMOTEHOST TCPREMOTEINFO
	ask 127.0.0.1 | grep -E '^(TCP(LOCAL|REMOTE)|PROTO)' |
	    grep -v '^TCPREMOTEHOST=$' | sort > got
	rport=$(sed -n 's/^TCPREMOTEPORT=//p' got)
	printf '%s\n' PROTO=TCP TCPLOCALHOST=0 TCPLOCALIP=127.0.0.1 \
	    "TCPLOCALPORT=$port" TCPREMOTEIP=127.0.0.1 "TCPREMOTEPORT=$rport" > want
	same_file "$who: environment" got want
	await 30 sh -c 'test $(wc -l < log) -eq 6'
	pid=$(sed -n 's/^tcpserver: pid \([0-9]*\) .*/\1/p' log)
	printf 'tcpserver: %s\n' 'status: 0/40' 'status: 1/40' \
	    "pid $pid from 127.0.0.1" \
	    "ok $pid 0:127.0.0.1:$port :127.0.0.1::$rport" \
	    "end $pid status 1792" 'status: 0/40' > want
	same_file "$who: log" log want
	exits 111 "$who: address in use" tcpserver 127.0.0.1 "$port" true
	is "$who: says so" "$(cat stderr)" 'tcpserver: fatal: unable to bind: address already used'
	stop
	serve -HRl '' 127.0.0.1 0 env
	is "$who: empty local name" "$(ask 127.0.0.1 | grep '^TCPLOCALHOST')" 'TCPLOCALHOST='
	stop
	serve -HRl0 -B hello 127.0.0.1 0 echo ' world'
	is "$who: banner" "$(ask 127.0.0.1)" 'hello world'
	stop
	serve -v -HRl0 127.0.0.1 0 nosuchprogram
	is "$who: no program" "$(ask 127.0.0.1)" ''
	ok "$who: says so" logged '^tcpserver: warning: dropping connection, unable to run nosuchprogram: file does not exist$'
	ok "$who: 111" logged 'status 28416$'
	stop
	exits 100 "$who: usage" tcpserver
	exits 111 "$who: unknown port" tcpserver 127.0.0.1 nosuchservice true
	is "$who: says so" "$(cat stderr)" 'tcpserver: fatal: unable to figure out port number for nosuchservice'
	exits 111 "$who: client: refused" tcpclient -RHl0 127.0.0.1 "$port" true
	is "$who: says so" "$(cat stderr)" "tcpclient: unable to connect to 127.0.0.1 port $port: connection refused"
	exits 100 "$who: client: usage" tcpclient 127.0.0.1
	serve -HRl0 127.0.0.1 0 sh -c 'read x; echo "you said $x"'
	is "$who: client: 6 and 7" "$(tcpclient -RHl0 127.0.0.1 "$port" sh -c 'echo hi >&7; cat <&6')" 'you said hi'
	exits 7 "$who: client: exit code" tcpclient -RHl0 127.0.0.1 "$port" sh -c 'exit 7'
	kill -TERM "$server"
	wait "$server"
	is "$who: TERM" $? 0
	# spec: ucspi.md 10 (4): a session goes on
	serve -HRl0 127.0.0.1 0 sh -c 'echo started; read x; echo finished'
	rm -f session answer
	mkfifo session
	background sh -c 'exec tcpclient -RHl0 127.0.0.1 "$1" sh -c "cat session >&7 & exec cat <&6 > answer"' sh "$port"
	await 30 grep -q started answer
	kill -TERM "$server"
	wait "$server"
	is "$who: TERM with a session" $? 0
	echo go > session
	ok "$who: which ends by itself" await 30 grep -q finished answer
	# spec: ucspi.md 10 (3)
	serve -v -c 1 -HRl0 127.0.0.1 0 cat
	is "$who: -c 1: all have their turn" "$(conndrive -e -p 5 127.0.0.1 "$port" 5 | sed 's/.*served \([0-9]*\).*/\1/')" 5
	ok "$who: and go" await 30 sh -c 'test $(grep -c "^tcpserver: end" log) -eq 5'
	is "$who: never two" "$(grep -c 'status: [2-9]' log)" 0
	stop
}

# ---- names, IDENT, lists: the peer asks port 53 and 113 only, so as root
names() {
	serve -v -R 127.0.0.1 0 sh -c 'echo $TCPLOCALHOST,${TCPREMOTEHOST-unset}'
	is "$who: names, in lower case" "$(from 127.0.0.1)" 'good.example,good.example'
	is "$who: a liar" "$(from 127.0.0.2)" 'good.example,liar.example'
	is "$who: no name" "$(from 127.0.0.8)" 'good.example,unset'
	ok "$who: in the log" logged '^tcpserver: ok [0-9]+ good.example:127.0.0.1:[0-9]+ liar.example:127.0.0.2::[0-9]+$'
	stop
	serve -p -R -l mine 127.0.0.1 0 sh -c 'echo $TCPLOCALHOST,${TCPREMOTEHOST-unset}'
	is "$who: -p: an honest one" "$(from 127.0.0.1)" 'mine,good.example'
	is "$who: -p: a liar has no name" "$(from 127.0.0.2)" 'mine,unset'
	stop
	serve -HRl0 good.example 0 echo in
	is "$who: host by name" "$(ask good.example)" in
	stop
	exits 111 "$who: no such host" tcpserver nosuch.example 0 true
	is "$who: says so" "$(cat stderr)" 'tcpserver: fatal: no IP address for nosuch.example'
	printf '1 , 2 : USERID : UNIX : joe\r\n' > reply
	printf 'joe@127.0.0.1:allow,A="joe"\njoe@=good.example:allow,A="later"\n=liar.example:allow,A="liar"\n=.example:allow,A="suffix"\n=:allow,A="named"\n:deny\n' | tcprules r.cdb r.tmp
	serve -v -l0 -x r.cdb 127.0.0.1 0 sh -c 'echo "$A,$TCPREMOTEINFO,$TCPREMOTEPORT"'
	got=$(from 127.0.0.1)
	is "$who: IDENT user" "${got%,*}" joe,joe
	is "$who: IDENT query" "$(bytes < query)" "$(printf '%s , %s\r\n' "${got##*,}" "$port" | bytes)"
	ok "$who: in the log" logged ' good.example:127.0.0.1:joe:[0-9]+$'
	printf '1 , 2 : ERROR : NO-USER\r\n' > reply
	like "$who: IDENT error, rule by suffix" "$(from 127.0.0.1)" '^suffix,,'
	like "$who: rule by name" "$(from 127.0.0.2)" '^liar,,'
	is "$who: no name, no rule" "$(from 127.0.0.8)" ''
	stop
}
rbl() { # n ip args...: what is said, on one line, in said.n; log in err.n
	n=$1 ip=$2
	shift 2
	printf 'RCPT TO:<a@b>\r\nQUIT\r\n' |
	    env TCPREMOTEIP="$ip" rblsmtpd "$@" echo in 2> "err.$n" | tr -d '\r' | words $(cat) > "said.$n"
}
blocklists() {
	cat > lists <<-EOT
	127.0.0.2|-r rbl.example|451 go away
	127.0.0.2|-b -r rbl.example|553 go away
	127.0.0.2|-b -B -r rbl.example|451 go away
	127.0.0.2|-b -r rbl.example -B|553 go away
	127.0.0.2|-r rbl.example -b|451 go away
	127.0.0.3|-r rbl.example|in
	127.0.0.4|-r rbl.example|451 $(printf '%0200d' 0)
	127.0.0.5|-r rbl.example -r second.example|451 second list
	127.0.0.6|-r rbl.example|451 a?b?c
	127.0.0.9|-r rbl.example|in
	127.0.0.2|-a white.example -r rbl.example|in
	127.0.0.2|-r rbl.example -a white.example|451 go away
	127.0.0.2|-r fail.example|in
	127.0.0.2|-C -r fail.example|in
	127.0.0.2|-c -r fail.example|451 temporary RBL lookup error
	127.0.0.2|-c -b -r fail.example|451 temporary RBL lookup error
	127.0.0.2|-a fail.example -r rbl.example|in
	127.0.0.2|-c -b -a fail.example -r rbl.example|451 go away
	EOT
	# all at the same time: theirs asks a failing server for ten seconds
	n=0 asking=
	while IFS='|' read -r ip options want; do
		n=$((n + 1))
		# shellcheck disable=SC2086 # a list of options
		rbl $n "$ip" $options &
		asking="$asking $!"
	done < lists
	wait $asking
	n=0
	while IFS='|' read -r ip options want; do
		n=$((n + 1))
		[ "$want" = in ] || want="220 rblsmtpd.local $want 221 rblsmtpd.local"
		is "$who: $ip $options" "$(cat said.$n)" "$want"
	done < lists
	like "$who: log" "$(cat err.1)" '^rblsmtpd: 127.0.0.2 pid [0-9]+: 451 go away$'
}

# ---- rules: spec: ucspi.md 2
rules() {
	tcprules r.cdb r.tmp <<-'EOT'
	127.0.0.2:deny
	127.0.0.3:allow,GREETING="for three",B=/x/
	127.0.1.:allow,GREETING="for a net"
	127.0.2.5-7:allow,GREETING="for a range"
	:allow,GREETING="for all"
	EOT
	serve -v -x r.cdb -HRl0 127.0.0.1 0 sh -c 'echo "$GREETING"'
	is "$who: for all" "$(from 127.0.0.1)" 'for all'
	is "$who: for one" "$(from 127.0.0.3)" 'for three'
	is "$who: for a net" "$(from 127.0.1.9)" 'for a net'
	is "$who: for a range" "$(from 127.0.2.6)" 'for a range'
	is "$who: deny" "$(from 127.0.0.2)" ''
	ok "$who: says so" logged '^tcpserver: deny [0-9]+ 0:127.0.0.1:[0-9]+ :127.0.0.2::[0-9]+$'
	ok "$who: 100" logged 'status 25600$'
	echo ':allow,GREETING="new"' | tcprules r.cdb r.tmp
	is "$who: new rules at once" "$(from 127.0.0.1)" new
	rm r.cdb
	is "$who: no rules" "$(from 127.0.0.1)" ''
	ok "$who: says so" logged '^tcpserver: warning: dropping connection, unable to read r.cdb: file does not exist$'
	stop
	for bad in '1.2.3.4:' ':alow' ':allow,A="1' ':allow,A="1"x' ':allow,A="1",' ':allow,A'; do
		echo "$bad" > line
		exits 100 "$who: bad line $bad" tcprules r.cdb r.tmp < line
		is "$who: says so" "$(cat stderr)" "tcprules: fatal: unable to parse this line: $bad"
	done
	TCPREMOTEIP=1.2.3.4; export TCPREMOTEIP
	echo '1.2.3.4:deny,A="1"' | tcprules r.cdb r.tmp
	is "$who: check: deny" "$(words $(tcprulescheck r.cdb))" 'rule 1.2.3.4: deny connection'
	echo '1.2.3.4:allow,A="1"' | tcprules r.cdb r.tmp
	is "$who: check: allow" "$(words $(tcprulescheck r.cdb))" 'rule 1.2.3.4: set environment variable A=1 allow connection'
	echo '1.2.3.5:deny' | tcprules r.cdb r.tmp
	is "$who: check: default" "$(words $(tcprulescheck r.cdb))" 'default: allow connection'
	unset TCPREMOTEIP
	exits 111 "$who: check: no cdb" tcprulescheck line
}

# ---- rblsmtpd: spec: ucspi.md 6 (no look-ups: the peer asks port 53 only)
lists() {
	printf 'HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nDATA\r\nRSET\r\nNOOP\r\nfoo\r\nQUIT\r\n' > talk
	for RBLSMTPD in 'go away' '-for good'; do
		export RBLSMTPD
		TCPREMOTEIP=127.0.0.9 rblsmtpd true < talk 2> log | tr -d '\r' | words $(cat) > got
		line="451 go away"
		[ "$RBLSMTPD" = 'go away' ] || line="553 for good"
		is "$who: blocked by $RBLSMTPD" "$(cat got)" "220 rblsmtpd.local 250 rblsmtpd.local 250 rblsmtpd.local $line $line 250 rblsmtpd.local 250 rblsmtpd.local $line 221 rblsmtpd.local"
		like "$who: log" "$(cat log)" "^rblsmtpd: 127.0.0.9 pid [0-9]+: $line\$"
	done
	RBLSMTPD=
	is "$who: welcome" "$(rblsmtpd echo in < /dev/null)" in
	RBLSMTPD=no
	rm -f never
	mkfifo never
	exec 8<> never
	exits 0 "$who: time limit" rblsmtpd -t 5 true < never
	exec 8>&-
	is "$who: and no reply" "$(tr -d '\r' < stdout)" '220 rblsmtpd.local'
	unset RBLSMTPD
	exits 100 "$who: rblsmtpd: usage" rblsmtpd
}

# ---- filters: spec: ucspi.md 7
filters() {
	printf 'in1\nin2' | recordio cat > out 2> log
	await 30 sh -c 'test $(wc -l < log) -ge 6'
	is "$who: recordio" "$(sed 's/^[0-9]* //' log | sort | tr '\n' '|')" '< [EOF]|< in1 |< in2+|> [EOF]|> in1 |> in2+|'
	recordio sh -c 'echo; exec true' < /dev/null > out 2> log
	ok "$who: recordio: empty line" await 30 grep -q '^[0-9]* >  $' log
	exits 5 "$who: recordio: exit code" recordio sh -c 'exit 5'
	is "$who: fixcrio" "$(printf 'a\nb\r\nc\n\r\nd' | fixcrio cat | bytes)" ' a \r \n b \r \n c \r \n \r \n d '
	is "$who: addcr" "$(printf 'a\nb\r\nc' | addcr | bytes)" ' a \r \n b \r \r \n c '
	is "$who: delcr" "$(printf 'a\r\nb\r\r\nc\rd\ne\r' | delcr | bytes)" ' a \n b \r \n c \r d \n e \r '
	is "$who: argv0" "$(argv0 sh zero -c 'echo $0')" zero
	exits 100 "$who: argv0: usage" argv0 sh
	exits 111 "$who: argv0: no program" argv0 nosuchprogram x
	serve -HRl0 127.0.0.1 0 sh -c 'printf "220 hi\r\n"; head -n 2 > said'
	is "$who: mconnect" "$(printf 'a\nb\n' | mconnect 127.0.0.1 "$port" | bytes)" ' 2 2 0 h i \r \n '
	is "$who: mconnect: CR on send" "$(bytes < said)" ' a \r \n b \r \n '
	stop
}

for side in ours theirs; do
	use $side
	servers
	rules
	lists
	filters
done
if [ "$ROOT" = yes ]; then
	cat > zone <<-EOT
	1.0.0.127.in-addr.arpa ptr Good.Example
	good.example a 127.0.0.1
	2.0.0.127.in-addr.arpa ptr liar.example
	liar.example a 192.0.2.1
	2.0.0.127.rbl.example txt go away
	3.0.0.127.rbl.example a 127.0.0.2
	4.0.0.127.rbl.example txt $(printf '%0240d' 0)
	5.0.0.127.second.example txt second list
	6.0.0.127.rbl.example txt a$(printf '\001')b$(printf '\377')c
	2.0.0.127.white.example a 127.0.0.2
	*.fail.example servfail
	EOT
	use ours
	background dnsserver -t 900 zone 53 > dnsport 2> queries
	background sh -c 'exec tcpserver -1 -HRl0 127.0.0.1 113 sh -c "head -n 1 > query; cat reply" > asked1 2> /dev/null'
	background sh -c 'exec tcpserver -1 -HRl0 127.0.0.2 113 sh -c "cat reply" > asked2 2> /dev/null'
	await 30 test -s dnsport
	await 30 test -s asked1
	await 30 test -s asked2
	DNSCACHEIP=127.0.0.1
	export DNSCACHEIP
	for side in ours theirs; do
		use $side
		names
		blocklists
	done
	unset DNSCACHEIP
	use ours
else
	note 'names, IDENT and lists: as root only, at ports 53 and 113'
fi

# ---- the IPv6 patch, ucspi-tcp-ipv6: spec: ucspi.md 3
six=$(unpacked ucspi-tcp-ipv6)/usr/bin
[ -x "$six/tcpserver" ] || six=$TOP/out/peers/ucspi-tcp-ipv6/usr/bin
six_env() { # what a client of ADDRESS sees, its port as P
	ask "$1" | grep -E '^(TCP6?(LOCAL|REMOTE)(IP|PORT)|PROTO)=' |
	    sed 's/PORT=[0-9]*/PORT=P/' | sort
}
six_rules() {
	tcprules r.cdb r.tmp <<-'EOT'
	::1:allow,A="one"
	2001:db8::allow,A="prefix"
	127.0.0.2:allow,A="two"
	127.:allow,A="v4 prefix"
	:deny
	EOT
	for ip in ::1 2001:db8:5::1 2001:db8::9 2001:db9::1 127.0.0.2 127.9.9.9 9.9.9.9; do
		echo "$ip: $(TCPREMOTEIP=$ip tcprulescheck r.cdb | tail -n +2 | tr '\n' '|')"
	done
}
if [ -x "$six/tcpserver" ]; then
	for side in ours six; do
		use ours
		[ $side = ours ] || PATH=$six:$PATH
		serve -HRl0 0 0 env
		{ six_env 127.0.0.1; echo; } > "$side.env"
		ask ::1 > /dev/null 2>&1 && six_env ::1 >> "$side.env"
		stop
		six_rules > "$side.rules"
		serve -x r.cdb -HRl0 0 0 printenv A
		from 127.0.0.2 >> "$side.rules"
		from 127.0.0.3 >> "$side.rules"
		ask ::1 >> "$side.rules" 2> /dev/null
		stop
	done
	use ours
	same_file 'IPv6 patch: the same environment' ours.env six.env
	like 'of IPv4' "$(cat ours.env)" '^TCP6REMOTEIP=::ffff:127.0.0.1$'
	same_file 'IPv6 patch: the same rules' ours.rules six.rules
	like 'prefixes' "$(cat ours.rules)" '^2001:db8:5::1: set environment variable A=prefix'
elif [ "${PEERS-}" = require ]; then
	result 'not ok' 'ucspi-tcp-ipv6 is unpacked (tests/peers/packages)'
else
	note 'no ucspi-tcp-ipv6 here: not compared'
fi

# ---- the same rules by both: 100 rules, 1000 addresses, equal answers
awk 'BEGIN { for (i = 0; i < 100; i++) {
	a = i % 10; b = (i * 7) % 13; v = ",N=\"" i "\""
	if (i % 5 == 0) k = a "." b "." (i % 4) "." (i % 9)
	else if (i % 5 == 1) k = a "." b "." (i % 4) "."
	else if (i % 5 == 2) k = a "." b "."
	else if (i % 5 == 3) k = a "." (b + 20) "." (i % 3) "-" (i % 3 + 2) "."
	else if (i == 4) k = ""
	else k = i % 2 == 0 ? "=h" i ".example" : "u" i "@" a "." b ".1.1"
	print k ":" (i % 7 == 0 ? "deny" : "allow") v } }' > hundred
is 'rules' "$(wc -l < hundred | tr -d ' ')" 100
"$OUT/bin/tcprules" ours.cdb ours.tmp < hundred
"$theirs/tcprules" theirs.cdb theirs.tmp < hundred
same_file 'the same file' ours.cdb theirs.cdb
awk 'BEGIN { for (i = 0; i < 1000; i++)
	print (i * 3) % 11 "." (i * 5) % 33 "." i % 5 "." i % 10, \
	    (i % 3 == 0 ? "h" i % 100 ".example" : "-"), \
	    (i % 4 == 0 ? "u" i % 100 : "-") }' > thousand
# checker file (one process for an address, not two: it is the test's longest)
answers() {
	while read -r TCPREMOTEIP TCPREMOTEHOST TCPREMOTEINFO; do
		export TCPREMOTEIP TCPREMOTEHOST TCPREMOTEINFO
		[ "$TCPREMOTEHOST" != - ] || unset TCPREMOTEHOST
		[ "$TCPREMOTEINFO" != - ] || unset TCPREMOTEINFO
		"$1" "$2"
	done < thousand
	unset TCPREMOTEIP TCPREMOTEHOST TCPREMOTEINFO
}
# every turn of the grammar that is not refused
cat > odd <<'EOT'
# comment:allow

nocolon
	  
1.2.3.37-39:allow
10.2-3.:deny
3.4.5.9-7:allow
=a-b.com:deny
256.1.1.1:allow
1.2.3.4 :allow
1.2.3.4:allow,A="1",B=/2/,C="",D=xa"bx  	
1.2.3.4:deny
9.9.9.9:deny,A="1"
x@127.:allow
u@=h.example:allow
EOT
printf ':allow,LAST="no newline"' >> odd
"$OUT/bin/tcprules" ours.odd ours.tmp < odd 2> /dev/null
"$theirs/tcprules" theirs.odd theirs.tmp < odd
same_file 'the same file of odd rules' ours.odd theirs.odd
for side in ours theirs; do
	answers "$OUT/bin/tcprulescheck" $side.cdb > ours.$side
	answers "$theirs/tcprulescheck" $side.cdb > theirs.$side
	same_file "1000 addresses: $side.cdb" ours.$side theirs.$side
done
ok 'many kinds of answers' test "$(sort -u ours.ours | wc -l)" -ge 30
cd "$TOP" && done_testing
