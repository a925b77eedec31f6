#!/bin/sh
# tcpserver under load, attack and shortage; what a connection costs.
. tests/lib.sh
. tests/tcplib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
chmod 755 "$T"
cd "$T" || exit 1
unset UCSPI_PROTO

# traced strace-options... -- tcpserver-options...: the same, under strace
traced() {
	rm -f port port.new log spid calls
	opts=
	while [ "$1" != -- ]; do opts="$opts $1"; shift; done
	shift
	# shellcheck disable=SC2086 # a list of options
	background env PATH="/nonexistent/a:/nonexistent/b:$PATH" strace -o calls $opts \
	    sh -c 'echo $$ > spid; exec "$OUT/bin/tcpserver" -1 "$@" > port.new 2>> log' sh "$@"
	tracer=$last_pid
	await 30 sh -c 'test -s port.new && mv port.new port'
	port=$(cat port)
	server=$(cat spid)
}
untrace() { kill "$server"; wait "$tracer" 2> /dev/null; }
from() { timeout 60 tcpclient -RHl0 -i "$1" 127.0.0.1 "$port" sh -c 'exec cat <&6'; }
logged() { await 30 grep -Eq -- "$1" log; }
field() { sed -n "s/.*$1 \([0-9]*\).*/\1/p"; }
drive() { timeout 120 conndrive "$@"; }
many=2000
[ -z "${SANITIZE-}" ] || many=100
[ "$(ulimit -Hn)" = unlimited ] || [ "$(ulimit -Hn)" -gt 2200 ] || many=200
# hold n ip: connections that stay until release; the driver's line in ./held
hold() {
	rm -f hold held
	mkfifo hold
	background sh -c 'exec conndrive -k -H "$1" -i "$2" 127.0.0.1 "$3" 0 < hold > held' sh "$1" "$2" "$port"
	holder=$last_pid
	exec 9> hold
	await 60 test -s held
}
release() { exec 9>&-; wait "$holder" 2> /dev/null; }

# ---- what a connection costs
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	traced -f -e trace=all -- -HRl0 0 0 true
	# its threads come after the port; then it waits
	await 30 grep -q 'ppoll(' calls
	lanes=$(($(ls "/proc/$server/task" | wc -l) - 1))
	ls "/proc/$server/task" > tasks
	# calls NAME: how many of these the server's threads have begun
	cat > calls.sh <<-'EOT'
	awk -v name="$1" 'NR == FNR { ours[$1] = 1; next }
	    ours[$1] && $2 ~ "^" name "[(]" { n++ } END { print n + 0 }' tasks calls
	EOT
	begun() { await 30 sh -c 'test "$(sh calls.sh accept4)" -eq '$(($1 + lanes))' && test "$(sh calls.sh ppoll)" -eq '$(($1 + 1)); }
	begun 0
	before=$(sh calls.sh '[a-z0-9_]*')
	# each through before the next one comes
	for i in 1 2 3 4 5 6 7 8 9 10; do
		from 127.0.0.1
		begun $i
	done
	n=$(($(sh calls.sh '[a-z0-9_]*') - before))
	is 'ten were accepted' "$(($(sh calls.sh accept4) - lanes))" 10
	ok "at most 8 system calls a connection in the server ($n for 10)" test "$n" -le 80
	untrace
fi

# ---- many at the same time: each is counted in and out, its lines in order
serve -v -c 50 -b 128 -HRl0 127.0.0.1 0 true
is 'many at the same time' "$(drive -p 30 127.0.0.1 "$port" 1000 | field failed)" 0
ok 'all are counted out' left 0/50
is 'each status is one more or less' "$(awk '/ status: / { split($3, now, "/"); d = now[1] - old
	if (n++ > 0 && d != 1 && d != -1) print; old = now[1] }' log)" ''
is 'pid, ok, end: for each of them' "$(awk '/ pid / { on[$3] = 1 }
	/ ok / { if (on[$3] != 1) print; on[$3] = 2 }
	/ end / { if (on[$3] != 2) print; on[$3] = 0; n++ }
	END { print n }' log)" 1000
stop

# ---- SIGKILL between vfork and exec: nothing of the server's is harmed
echo ':allow,A="in"' | tcprules r.cdb r.tmp
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	# sh and the server itself make fewer of these calls than a child
	for at in pread64:when=7 execve:when=3; do
		traced -f -e "trace=${at%%:*}" -e "inject=${at%%:*}:signal=KILL:${at#*:}" \
		    -- -v -x r.cdb -HRl0 127.0.0.1 0 echo
		for i in 1 2 3 4 5 6 7 8 9 10; do from 127.0.0.1; done
		ok "killed at $at: all end so" await 30 sh -c 'test $(grep -c "status 9$" log) -eq 10'
		ok "killed at $at: all are counted out" left 0/40
		untrace
	done
fi
# after exec
serve -v -HRl0 127.0.0.1 0 sh -c 'kill -KILL $$'
drive -p 10 127.0.0.1 "$port" 50 > /dev/null
ok 'SIGKILL: all end so' await 30 sh -c 'test $(grep -c "status 9$" log) -eq 50'
ok 'SIGKILL: counted out' left 0/40
stop

# ---- many: memory, latency
serve -c $((many + 50)) -b 128 -HRl0 127.0.0.1 0 cat
one=$(drive -e -p 1 127.0.0.1 "$port" 100)
mkfifo more
background sh -c 'exec conndrive -ek -H "$1" -p 1 127.0.0.1 "$2" 100 < more > crowd' sh "$many" "$port"
exec 9> more
await 120 test -s crowd
is "$many connections at a time" "$(field held < crowd)" "$many"
is 'and more behind them' "$(field served < crowd)" 100
if [ -r "/proc/$server/status" ] && [ -z "${SANITIZE-}" ]; then
	kb=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$server/status")
	ok "server's memory below 40 MB ($kb kB)" test "$kb" -lt 40960
fi
a=$(echo "$one" | field median) b=$(field median < crowd)
# loaded machines: what grows with the crowd would be far beyond this, each time
for i in 1 2 3 4 5 6 7 8 9; do
	[ "$b" -gt $((a * 4 + 20000)) ] || break
	b=$(drive -e -p 1 127.0.0.1 "$port" 100 | field median)
done
ok "latency is flat ($a us alone, $b us in the crowd)" test "$b" -le $((a * 4 + 20000))
exec 9>&-
stop

# ---- silent clients hold their own share only: spec: ucspi.md 4, 10 (6)
serve -v -c 40 -C 10 -b 128 -HRl0 127.0.0.1 0 cat
hold "$many" 127.0.0.2
is 'all were taken in' "$(field held < held)" "$many"
# no more than may be there together: who has gone may still be counted
is 'others are served' "$(drive -e -i 127.0.0.3 127.0.0.1 "$port" 10 | field served)" 10
ok 'and gone again' left 10/40
is 'up to their own limit' "$(drive -e -H 10 -i 127.0.0.4 127.0.0.1 "$port" 1 | field refused)" 1
ok 'silent ones: refused' logged 'limit C reached for 127.0.0.2$'
ok 'but for ten' await 30 sh -c 'test $(grep -c "limit C reached for 127.0.0.2$" log) -eq '$((many - 10))
unlike 'never more' "$(cat log)" 'status: (2[2-9]|[3-9][0-9])/'
release
ok 'all are gone' left 0/40

# ---- clients that reset at once
is 'reset at once' "$(drive -r -p 20 -i 127.0.0.5 127.0.0.1 "$port" 300 | field refused)" 0
ok 'all are gone' left 0/40
is 'others are served' "$(drive -e 127.0.0.1 "$port" 5 | field served)" 5
stop

# ---- no more processes: RLIMIT_NPROC
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
shortage() { # options: of the server, who is user $id when we are root
	as= limit=prlimit
	if [ "$ROOT" = yes ]; then
		as="-u $id -g $gid"
		limit="setpriv --reuid=$id --regid=$gid --clear-groups prlimit"
	fi
	# shellcheck disable=SC2086 # lists of options
	serve -v $as "$@" 127.0.0.1 0 cat
	hold 1 127.0.0.1
	logged '^tcpserver: ok '	# its process is there
	$limit --pid "$server" --nproc=1:
	before=$(ticks)
	is "NPROC, $*: closed" "$(from 127.0.0.1)" ''
	ok 'NPROC: says so' logged '^tcpserver: warning: dropping connection, unable to fork: '
	ok 'counted out' left 1/40
	from 127.0.0.1
	ok 'waits, and does not spin' test $(($(ticks) - before)) -le 20
	$limit --pid "$server" --nproc=4000:
	is 'room again: served' "$(drive -e -p 1 127.0.0.1 "$port" 3 | field served)" 3
	release
	ok 'nobody is left' left 0/40
	stop
}
if command -v prlimit > /dev/null; then
	# nobody else's, nor that of another run of this
	id=$((100000 + $$))
	gid=$(id -g nobody)
	shortage -HRl0
	# by fork(2): a name is to be looked up, and nobody answers
	export DNSCACHEIP=127.0.0.1:1
	shortage -HR -T 1
	unset DNSCACHEIP
	# few from the start on: they are for the children
	if [ "$ROOT" = yes ]; then
		rm -f port port.new log
		background sh -c 'exec setpriv --reuid="$1" --regid="$2" --clear-groups prlimit --nproc=3:3 "$OUT/bin/tcpserver" -1 -v -HRl0 127.0.0.1 0 cat > port.new 2> log' sh $id "$gid"
		server=$last_pid
		await 30 sh -c 'test -s port.new && mv port.new port'
		port=$(cat port)
		is 'three processes: two for clients' "$(drive -e -H 1 -p 1 127.0.0.1 "$port" 1 | field served)" 1
		unlike 'without complaint' "$(cat log)" fork
		stop
	fi
fi

# ---- rules replaced under load, opened once
echo ':allow,A="1"' | tcprules r.cdb r.tmp
serve -v -b 128 -x r.cdb -HRl0 127.0.0.1 0 printenv A
background sh -c 'while [ ! -e enough ]; do for a in 1 2; do echo ":allow,A=\"$a\"" | tcprules r.cdb r.tmp; done; done'
changer=$last_pid
is 'replaced under load: all are served' "$(drive -p 4 127.0.0.1 "$port" 300 | field served)" 300
i=0
while [ $i -lt 20 ]; do from 127.0.0.1; i=$((i + 1)); done > answers
: > enough
wait "$changer"
is 'by the one file or the other' "$(grep -cx '[12]' answers)" 20
unlike 'without complaint' "$(cat log)" warning
echo ':allow,A="last"' | tcprules r.cdb r.tmp
is 'the last one holds' "$(from 127.0.0.1)" last
if [ -d "/proc/$server/fd" ]; then
	from 127.0.0.1 > /dev/null
	is 'one descriptor, of the file as it is' "$(ls -lL --time-style=+ -i "/proc/$server/fd" 2> /dev/null | awk '{ print $1 }' | grep -cx "$(ls -i r.cdb | awk '{ print $1 }')")" 1
fi
kill -HUP "$server"
is 'HUP: goes on' "$(from 127.0.0.1)" last
# cut short, in place: nobody comes in by accident
head -c 2060 r.cdb > short && cat short > r.cdb
is 'truncated: nobody' "$(from 127.0.0.1)" ''
ok 'says so' logged '^tcpserver: warning: dropping connection, unable to read r.cdb: protocol error$'
: > r.cdb
is 'empty: nobody' "$(from 127.0.0.1)" ''
echo ':allow,A="whole"' | tcprules r.cdb r.tmp
is 'whole again' "$(from 127.0.0.1)" whole
rm r.cdb
is 'missing: nobody' "$(from 127.0.0.1)" ''
stop
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	echo ':allow,A="1"' | tcprules r.cdb r.tmp
	traced -f -e trace=open,openat -- -x r.cdb -HRl0 127.0.0.1 0 printenv A
	for i in 1 2 3 4 5; do from 127.0.0.1; done > /dev/null
	untrace
	is 'opened once for five' "$(grep -c 'r.cdb' calls)" 1
fi

# ---- options of the socket: spec: ucspi.md 1 (-d, -D, -o, -O)
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	traced -f -e trace=setsockopt -- -D -HRl0 127.0.0.1 0 echo in
	is '-D' "$(from 127.0.0.1)" in
	untrace
	like '-D: no delay' "$(cat calls)" 'TCP_NODELAY, \[1\]'
	like '-O: source routes are cleared' "$(cat calls)" 'IP_OPTIONS, NULL, 0'
	traced -f -e trace=setsockopt -- -d -o -HRl0 127.0.0.1 0 echo in
	is '-d -o' "$(from 127.0.0.1)" in
	untrace
	unlike '-d -o: neither' "$(cat calls)" 'TCP_NODELAY|IP_OPTIONS'
	traced -e trace=setsockopt,bind,listen -- -b 7 -HRl0 127.0.0.1 0 true
	untrace
	is 'the address may be taken again; -b' "$(sed -n 's/.*\(SO_REUSEADDR, \[1\]\|bind\|listen([0-9]*, [0-9]*\).*/\1/p' calls | sed 's/([0-9]*,//' | tr '\n' ' ')" 'SO_REUSEADDR, [1] bind listen 7 '
	traced -f -e trace=write -- -v -HRl0 127.0.0.1 0 true
	from 127.0.0.1
	logged '^tcpserver: status: 0/40$' && await 30 sh -c 'test $(wc -l < log) -eq 6'
	untrace
	is 'a line of the log is a write' "$(grep -c 'write(2, "tcpserver: ' calls)" 6
fi

# ---- a million rules
n=1000000
[ -z "${SANITIZE-}" ] || n=20000
awk -v n=$n 'BEGIN { for (a = 0; a < n; a++) printf "10.%d.%d.%d:allow,N=\"%d\"\n", int(a / 65536), int(a / 256) % 256, a % 256, a; print "127.:allow,N=\"last\"" }' > million
start=$(date +%s)
ok "$n rules" tcprules r.cdb r.tmp < million
ok 'compiled in seconds' test $(($(date +%s) - start)) -le 120
serve -x r.cdb -HRl0 127.0.0.1 0 printenv N
is 'looked up' "$(from 127.0.0.1)" last
is 'the last of them' "$(TCPREMOTEIP=10.$(((n - 1) / 65536)).$(((n - 1) / 256 % 256)).$(((n - 1) % 256)) tcprulescheck r.cdb | sed -n 2p)" "set environment variable N=$((n - 1))"
if [ -r "/proc/$server/status" ] && [ -z "${SANITIZE-}" ]; then
	kb=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$server/status")
	ok "the server does not hold them in memory ($kb kB)" test "$kb" -lt 10240
fi
stop
cd "$TOP" && done_testing
