#!/bin/sh
# dns: lib/dns against a server that behaves and misbehaves as told.
. tests/lib.sh
PATH=$OUT/tests/tools:$PATH

x200=$(printf '%0200d' 0)
cat > "$T/zone" <<EOT
# the well-behaved
host.example a 192.0.2.1
host.example a 192.0.2.2
host.example aaaa 2001:db8::1
v4only.example a 192.0.2.3
v6only.example aaaa 2001:db8::2
mail.example mx 20 b.example
mail.example mx 10 A.example
null.example mx 0 .
1.2.0.192.in-addr.arpa ptr Host.Example
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa ptr six.example
text.example txt hello world
long.example txt $x200$x200
alias.example cname Alias2.example
alias2.example cname host.example
dangling.example cname nowhere.example
# the rest
loop.example cname loop2.example
loop2.example cname loop.example
self.example cname self.example
fail.example servfail
refused.example refused
gone.example nxdomain
old.example formerr
old.example a 192.0.2.4
silent.example drop
late.example delay 300
late.example a 192.0.2.5
cut.example truncate
cut.example a 192.0.2.6
big.example hugetxt 50000
wrongid.example wrongid
wrongid.example a 192.0.2.7
wrongq.example wrongquestion
wrongq.example a 192.0.2.8
garbage.example garbage
ploop.example pointerloop
forward.example forward
counts.example counts
counts.example a 192.0.2.9
hangup.example hangup
hangup.example a 192.0.2.10
odd.example mx 10 a b.example
odd.example mx 20 good.example
odder.example mx 10 a b.example
mapped.example aaaa ::102:304
EOT
for n in 0 1 11 12 20 30 34 40 44; do
	printf 'short%s.example short %s\nshort%s.example a 192.0.2.11\n' $n $n $n
done >> "$T/zone"
i=0
while [ $i -lt 17 ]; do
	echo "chain$i.example cname chain$((i + 1)).example"
	i=$((i + 1))
done >> "$T/zone"
echo 'chain17.example a 192.0.2.12' >> "$T/zone"
i=0
while [ $i -lt 100 ]; do
	echo "many.example mx $i host$i.many.example"
	i=$((i + 1))
done >> "$T/zone"

background dnsserver "$T/zone" > "$T/port" 2> "$T/queries"
ok 'server is ready' await 30 test -s "$T/port"
DNSCACHEIP=127.0.0.1:$(cat "$T/port")
export DNSCACHEIP

q() { dnsq -t 30 "$@" 2>&1 | tr '\n' '|'; }

is 'A' "$(q a host.example)" '192.0.2.1|192.0.2.2|ok|'
is 'AAAA' "$(q aaaa host.example)" '2001:db8::1|ok|'
is 'both' "$(q addr host.example)" '192.0.2.1|192.0.2.2|2001:db8::1|ok|'
is 'both, v4 only' "$(q addr v4only.example)" '192.0.2.3|ok|'
is 'both, v6 only' "$(q addr v6only.example)" '2001:db8::2|ok|'
is 'both, none' "$(q addr text.example)" 'none|'
is 'trailing dot' "$(q a host.example.)" '192.0.2.1|192.0.2.2|ok|'
is 'any case' "$(q a HOST.Example)" '192.0.2.1|192.0.2.2|ok|'
is 'MX in order of the answer' "$(q mx mail.example)" '20 b.example|10 A.example|ok|'
# spec: protocols.md (null MX)
is 'null MX' "$(q mx null.example)" '0 |ok|'
is 'PTR' "$(q ptr 192.0.2.1)" 'Host.Example|ok|'
is 'PTR of IPv6' "$(q ptr 2001:db8::1)" 'six.example|ok|'
is 'no PTR' "$(q ptr 192.0.2.9)" 'nxdomain|'
is 'TXT' "$(q txt text.example)" 'hello world|ok|'
is 'TXT strings are joined' "$(q txt long.example)" "$x200$x200|ok|"
is 'no such record' "$(q mx host.example)" 'none|'
is 'no such name' "$(q a nosuch.example)" 'nxdomain|'
is 'CNAME chain' "$(q a alias.example)" '192.0.2.1|192.0.2.2|ok|'
is 'CNAME to nowhere' "$(q a dangling.example)" 'nxdomain|'
is 'CNAME, no such record' "$(q mx alias.example)" 'none|'
is '16 CNAMEs' "$(q a chain1.example)" '192.0.2.12|ok|'
is '17 CNAMEs' "$(q a chain0.example)" 'temp|'
is 'CNAME loop' "$(q a loop.example)" 'temp|'
is 'CNAME to itself' "$(q a self.example)" 'temp|'
is 'SERVFAIL' "$(q a fail.example)" 'temp|'
is 'REFUSED' "$(q a refused.example)" 'temp|'
is 'NXDOMAIN' "$(q addr gone.example)" 'nxdomain|'
is 'server without EDNS0' "$(q a old.example)" '192.0.2.4|ok|'
is 'late answer' "$(q a late.example)" '192.0.2.5|ok|'
is 'truncated: TCP' "$(q a cut.example)" '192.0.2.6|ok|'
ok 'TCP was used' grep -q '^query cut.example 1 tcp$' "$T/queries"
is '50000 bytes' "$(dnsq txt big.example | head -1 | tr -d '\n' | wc -c | tr -d ' ')" 50000
is '100 MX' "$(dnsq mx many.example | grep -c 'host[0-9]*.many.example$')" 100
is 'wrong id: ignored' "$(q a wrongid.example)" '192.0.2.7|ok|'
is 'wrong question: ignored' "$(q a wrongq.example)" '192.0.2.8|ok|'
is 'garbage' "$(q a garbage.example)" 'temp|'
is 'pointer loop' "$(q a ploop.example)" 'temp|'
is 'pointer forward' "$(q a forward.example)" 'temp|'
is 'counts lie' "$(q a counts.example)" 'temp|'
is 'TCP hangs up' "$(dnsq -t 1 a hangup.example)" 'temp'
is 'odd host name left out' "$(q mx odd.example)" '20 good.example|ok|'
is 'odd host name alone' "$(q mx odder.example)" 'temp|'
is 'v4-compatible is not v4' "$(q aaaa mapped.example)" '::102:304|ok|'
for n in 0 1 11 12 20 30 34 40 44; do
	is "cut after $n bytes" "$(dnsq -t 1 a short$n.example)" 'temp'
done
# by another server: this one may still hear of questions asked twice
asked=$DNSCACHEIP
background dnsserver "$T/zone" > "$T/port2" 2> "$T/queries2"
ok 'another server is ready' await 30 test -s "$T/port2"
DNSCACHEIP=127.0.0.1:$(cat "$T/port2")
is 'name too long' "$(q a "$x200.$x200.example")" 'nxdomain|'
is 'empty label' "$(q a a..example)" 'nxdomain|'
is 'empty name' "$(q a '')" 'nxdomain|'
is 'blank in name' "$(q a 'a b.example')" 'nxdomain|'
is 'none of these was asked' "$(cat "$T/queries2")" ''
DNSCACHEIP=$asked

# no answer: the limit holds, and not the minute that it is without one
start=$(date +%s)
is 'silence' "$(dnsq -t 12 a silent.example)" 'temp'
end=$(date +%s)
ok "took 12 s ($((end - start)))" test $((end - start)) -ge 11 -a $((end - start)) -le 28
ok 'asked again meanwhile' await 30 sh -c 'test "$(grep -c silent "$T/queries")" -ge 2'

# nobody there: refused at once, not after the limit
start=$(date +%s)
is 'no server' "$(DNSCACHEIP=127.0.0.1:1 dnsq -t 50 a host.example)" 'temp'
ok 'at once' test $(($(date +%s) - start)) -le 20
for bad in '' x 127.0.0 127.0.0.1: 127.0.0.1:0 127.0.0.1:65536 ::1:99999 '[::1' '[::1]:x'; do
	is "DNSCACHEIP=$bad" "$(DNSCACHEIP=$bad dnsq -t 50 a host.example)" temp
done

if [ "$ROOT" = yes ]; then
	unset DNSCACHEIP
	background dnsserver "$T/zone" 53 > "$T/port53" 2> "$T/queries53"
	ok 'server on port 53' await 30 test -s "$T/port53"
	printf '# comment\nnameserver 127.0.0.9\nnameserver\t127.0.0.1 x\n' > /etc/resolv.conf
	is 'resolv.conf, second server' "$(q a host.example)" '192.0.2.1|192.0.2.2|ok|'
	: > /etc/resolv.conf
	is 'no nameserver: 127.0.0.1' "$(q a host.example)" '192.0.2.1|192.0.2.2|ok|'
	rm /etc/resolv.conf
	is 'no resolv.conf: 127.0.0.1' "$(q a host.example)" '192.0.2.1|192.0.2.2|ok|'
fi
done_testing
