# smtpd-stay.t: one qmail-smtpd for one connection after the other, started by
# tcpserver: each client has it as if it were new, and what goes wrong with it
# costs one client at most.
. tests/lib.sh
new_home
Q=$H/queue
cd "$T" || exit 1
. "$TOP/tests/tcplib.sh"
logged() { grep -Eq -- "$1" log; }
empty() { find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +; }

from=127.0.0.1
until='^221'
talk() { # lines: a session from $from, until a reply; all replies in ./got
	printf '%s\r\n' "$@" > in
	tcpclient -RHl0 -i "$from" 127.0.0.1 "$port" sh -c "cat >&7; exec sed '/$until/q' <&6" < in |
	    tr -d '\r' > got
}
quit() { talk QUIT; }
send() { talk 'HELO c' 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA 'Subject: x' '' body . QUIT; }
relay() { talk 'HELO c' 'MAIL FROM:<s@x>' 'RCPT TO:<a@far.example>' QUIT; }
pids() { sed -n 's/^tcpserver: pid \([0-9]*\) from.*/\1/p' log; }
last() { pids | tail -n 1; }
distinct() { pids | sort -u | wc -l | tr -d ' '; }
qp() { sed -n 's/^250 ok [0-9]* qp \([0-9]*\).*/\1/p' got; }
# The log has the end of the last connection: what waits then waits already.
over() { await 60 sh -c "[ \$(grep -c '^tcpserver: end ' log) -eq \$(grep -c '^tcpserver: pid ' log) ]"; }
gone() { await 60 sh -c "! kill -0 $1 2> /dev/null"; }

# ---- one process: spec: design.md 6
serve -v -HRl0 127.0.0.1 0 qmail-smtpd
quit
like 'the first client' "$(cat got)" '^220 test.example ESMTP'
over
quit
over
send
first=$(qp)
over
send
over
is 'four clients' "$(grep -c '^tcpserver: ok ' log)" 4
is 'one process' "$(distinct)" 1
is 'and one queue program' "$(qp)" "$first"
is 'two messages are queued' "$(qcheck "$Q")" \
    'writing 0 queued 2 ready 0 damaged 0 pid 0'
pid=$(last)
is 'its end is told each time' "$(grep "^tcpserver: end $pid" log | sort | uniq -c | tr -s ' ')" \
    " 4 tcpserver: end $pid status 0"
left 0/40	# said after the end of the last
is 'none is counted' "$(tail -n 1 log)" 'tcpserver: status: 0/40'
tcpclient -RHl0 127.0.0.1 "$port" sh -c 'head -n 1 <&6' > got
over
like 'without QUIT' "$(tail -n 2 log)" "^tcpserver: end $pid status 256"
empty

# ---- what is the client's own
printf '127.0.0.2:allow,RELAYCLIENT=""\n127.0.0.3:deny\n127.0.0.5:allow,MAXCONNIP="0"\n127.0.0.4:allow,QMAILQUEUE="%s"\n:allow\n' "$T/qq" > rules
tcprules r.cdb r.tmp < rules
cat > qq <<'END'
#!/bin/sh
cat > /dev/null
env | sort > told
END
sed -i "s|> told|> '$T/told'|" qq
chmod 755 qq
chmod 777 .
stop
serve -v -M 'too many' -HRl0 -x r.cdb 127.0.0.1 0 qmail-smtpd
relay
like 'no relay' "$(cat got)" '^553 '
over
from=127.0.0.2
relay
unlike 'a relay client' "$(cat got)" '^553 '
over
from=127.0.0.1
relay
like 'no relay again' "$(cat got)" '^553 '
over
from=127.0.0.3
quit
is 'denied' "$(cat got)" ''
over
ok 'in the same words' logged "^tcpserver: deny $(last) 0:127.0.0.1:$port :127.0.0.3::"
ok 'and with the same status' logged "^tcpserver: end $(last) status 25600$"
from=127.0.0.5
quit
over
is 'a limit of the rules' "$(cat got)" 'too many'
ok 'it is told' logged '^tcpserver: warning: limit MAXCONNIP reached for 127.0.0.5$'
from=127.0.0.1
send
over
from=127.0.0.4
send
over
like 'another queue program' "$(cat told)" '^QMAILQUEUE='
like 'it knows its client' "$(cat told)" '^TCPREMOTEIP=127.0.0.4$'
is 'it is not run for the others' "$(rm told; from=127.0.0.1 send; ls told 2>&1 | grep -c 'No such')" 1
over
is 'one process for them all' "$(distinct)" 1
echo other.example > "$H/control/smtpgreeting"
quit
like 'control files are read for each' "$(cat got)" '^220 other.example ESMTP'
over
echo "$from:deny" | tcprules r.cdb r.tmp
quit
is 'rules as well' "$(cat got)" ''
over
from=127.0.0.1
rm "$H/control/smtpgreeting"
empty

# ---- as new: the same replies as a fresh process's, in any order
kind() {
	case $1 in
	0) talk 'HELO c' QUIT ;;
	1) talk QUIT ;;
	2) talk 'EHLO c' 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA 'Subject: x' '' body . QUIT ;;
	3) talk 'EHLO c' 'MAIL FROM:<s@x> SIZE=99999999' 'RCPT TO:<a@far.example>' DATA QUIT ;;
	4) until='^252' talk 'RCPT TO:<joe@test.example>' DATA 'EHLO c' 'MAIL FROM:<>' 'RCPT TO:<joe@test.example>' 'VRFY x' ;;
	5) until='^354' talk 'HELO c' 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA half ;;
	6) talk "$(head -c 3000 /dev/zero | tr '\0' x)" 'VRFY x' 'NOOP' 'HELP' QUIT ;;
	7) talk 'EHLO c' 'MAIL FROM:<s@x>' RSET 'RCPT TO:<joe@test.example>' 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' 'RCPT TO:<joe@test.example>' DATA . QUIT ;;
	8) talk 'MAIL FROM:<s@x' 'MAIL' 'MAIL FROM:<s@x>' 'RCPT TO:<>' 'STARTTLS' 'AUTH PLAIN AA==' QUIT ;;
	esac
	sed -e 's/ok [0-9]* qp [0-9]*/ok/' got > "got.$1.$2"
}
stop
cp "$H/bin/qmail-smtpd" fresh
serve -HRl0 127.0.0.1 0 "$T/fresh"
for k in 0 1 2 3 4 5 6 7 8; do kind $k fresh; done
stop
serve -v -HRl0 127.0.0.1 0 qmail-smtpd
fds() { ls "/proc/$(last)/fd" 2> /dev/null | wc -l; }	# where there is such a thing
send
over
open=$(fds)
differ= n=0
while [ $n -lt 90 ]; do
	k=$(((n * 7 + n / 9) % 9))
	kind $k stays
	cmp -s got.$k.fresh got.$k.stays || differ="$differ $k"
	over
	n=$((n + 1))
done
is 'ninety sessions of nine kinds say what fresh ones say' "$differ" ''
ok "a few processes had them ($(distinct))" test "$(distinct)" -le 12
send
over
is 'nothing stays open' "$(fds)" "$open"
is 'nothing is left of what was not sent' "$(qcheck "$Q" | sed 's/queued [0-9]*/queued n/')" \
    'writing 0 queued n ready 0 damaged 0 pid 0'
empty

# ---- at once, and more than stay
: > log
i=0
while [ $i -lt 60 ]; do
	tcpclient -RHl0 127.0.0.1 "$port" sh -c 'printf "QUIT\r\n" >&7; exec cat <&6' > "many.$i" &
	i=$((i + 1))
done
ok 'sixty at once' await 60 sh -c 'test "$(cat many.* | grep -c ^221)" -eq 60'
over
left 0/40	# said after the end of the last
is 'none is counted' "$(tail -n 1 log)" 'tcpserver: status: 0/40'

# ---- a process that goes wrong
quit
over
pid=$(last)
kill -9 "$pid"
gone "$pid"
send
like 'killed while it waited: another one' "$(cat got)" '^250 ok [0-9]* qp'
over
nok 'which is another one' test "$(last)" = "$pid"
pid=$(last)
: > log
mkfifo hold
tcpclient -RHl0 127.0.0.1 "$port" sh -c 'head -n 1 <&6; cat hold >&7; exec cat <&6' > held &
exec 8> hold	# it has greeted: the connection is with it
await 60 grep -q '^tcpserver: ok' log
pid=$(last)
kill -STOP "$pid"
kill -9 "$pid"
ok 'killed in a session: its status is told' await 60 grep -q "^tcpserver: end $pid status 9$" log
exec 8>&-
over
left 0/40
is 'and it is counted out once' "$(grep -c '^tcpserver: end' log) $(tail -n 1 log)" '1 tcpserver: status: 0/40'
quit
like 'the next client does not notice' "$(cat got)" '^221 '
over

# ---- when it leaves
pid=$(last)
ok 'nobody comes for a while: it leaves' gone "$pid"
quit
over
nok 'another comes' test "$(last)" = "$pid"
pid=$(last)
stop
ok 'the server ends: it leaves' gone "$pid"
serve -v -HRl0 127.0.0.1 0 qmail-smtpd test.example true true
for i in 1 2; do
	quit
	over
done
is 'where passwords are given: each has its own' "$(distinct)" 2
stop
echo 0 > "$H/control/leases"
serve -v -HRl0 127.0.0.1 0 qmail-smtpd
for i in 1 2 3; do
	send
	over
done
is 'control/leases is 0: each has its own' "$(distinct)" 3
rm "$H/control/leases"
stop
serve -v -HRl0 127.0.0.1 0 rblsmtpd qmail-smtpd
for i in 1 2 3; do
	quit
	over
done
is 'a program that looks at each client comes first: each has its own' "$(distinct)" 3
stop
serve -v -c 1 -HRl0 127.0.0.1 0 qmail-smtpd
for i in 1 2 3; do
	quit
	over
done
is 'what waits is no connection' "$(grep -c '^tcpserver: status: 1/1' log) $(distinct)" '3 1'
stop
BIG=$(head -c 70000 /dev/zero | tr '\0' x)
export BIG
serve -v -HRl0 127.0.0.1 0 qmail-smtpd
unset BIG
for i in 1 2 3; do
	quit
	over
done
is 'too large an environment: each has its own' "$(distinct)" 3
stop
# a server that makes no offers, and a program that takes none
serve -v -HRl0 127.0.0.1 0 sh -c 'exec qmail-smtpd'
for i in 1 2 3; do
	quit
	over
done
is 'from a shell: each has its own' "$(distinct)" 3
stop
mkdir other
printf '#!/bin/sh\nread line\necho "$line"\n' > other/qmail-smtpd
chmod 755 other/qmail-smtpd
serve -v -HRl0 127.0.0.1 0 "$T/other/qmail-smtpd"
i=0
while [ $i -lt 12 ]; do
	talk hello
	over
	i=$((i + 1))
done
is 'a program that takes no offer' "$(cat got)" hello
is 'is started for each' "$(distinct)" 12
stop
done_testing
