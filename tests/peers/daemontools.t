#!/bin/sh
# Debian's daemontools: what is stock's contract in supervise.t, multilog.t, wrappers.t
# passes with their programs too; and both kinds work on each other's services
# and logs, both ways.
. tests/lib.sh
. tests/peers/peers.sh
names='envdir envuidgid fghack multilog pgrphack readproctitle setlock setuidgid
softlimit supervise svc svok svscan svstat tai64n tai64nlocal'
mkdir "$T/dt"
for name in $names; do
	for folder in /usr/bin /usr/local/bin /command; do
		[ ! -x "$folder/$name" ] || { ln -s "$folder/$name" "$T/dt/$name"; break; }
	done
	need "$T/dt/$name"
done
DT=$T/dt
US=$OUT/bin
PATH=$OUT/tests/tools:$PATH

# --- the same tests with their programs
# spec: supervise.md 1, supervise.md 2, supervise.md 3, supervise.md 4, supervise.md 6
for test in supervise multilog wrappers; do
	mkdir "$T/$test.d"
	(T=$T/$test.d SV_PROGRAMS=$DT timeout -k 5 390 sh "tests/$test.t" > "$T/$test.tap" 2>&1
	echo $? > "$T/$test.code") &
done
wait
for test in supervise multilog wrappers; do
	is "tests/$test.t with daemontools" "$(cat "$T/$test.code")" 0
	note "$(grep -A5 '^not ok' "$T/$test.tap")"
	ok 'which tests something' [ "$(grep -c '^ok' "$T/$test.tap")" -ge 35 ]
done

# --- services: their svc, svstat, svok on our supervise, and ours on theirs
cd "$T" || exit 1
service() { # folder, script on standard input
	mkdir -p "$1"
	cat > "$1/run"
	chmod 755 "$1/run"
}
cross() { # NAME SUPERVISE-FOLDER TOOLS-FOLDER
	d=$T/$1
	service "$d" <<'EOT'
#!/bin/sh
trap 'echo HUP >> log.txt' HUP
trap 'exit 0' TERM
echo start >> log.txt
while :; do sleep 0.05; done
EOT
	background "$2/supervise" "$d"
	ok "$1: svok" await 60 "$3/svok" "$d"
	ok "$1: svstat: up" await 60 sh -c "'$3/svstat' '$d' | grep -Eqx '$d: up \(pid [0-9]+\) [0-9]+ seconds'"
	await 60 grep -q start "$d/log.txt"
	"$3/svc" -h "$d"
	ok "$1: svc -h" await 60 grep -q HUP "$d/log.txt"
	"$3/svc" -p "$d"
	ok "$1: svc -p" await 60 sh -c "'$3/svstat' '$d' | grep -q 'seconds, paused\$'"
	is "$1: both svstat say the same" "$("$US/svstat" "$d" | sed 's/[0-9]* sec/N sec/')" \
	    "$("$DT/svstat" "$d" | sed 's/[0-9]* sec/N sec/')"
	"$3/svc" -c "$d"
	"$3/svc" -d "$d"
	ok "$1: svc -d" await 60 sh -c "'$3/svstat' '$d' | grep -Eqx '$d: down [0-9]+ seconds, normally up'"
	"$3/svc" -o "$d"
	ok "$1: svc -o" await 60 sh -c "'$3/svstat' '$d' | grep -q ': up '"
	exits 111 "$1: no supervise of the other kind beside it" "$4/supervise" "$d"
	is "$1: its words" "$(cat "$T/stderr")" "supervise: fatal: unable to acquire $d/supervise/lock: temporary failure"
	exits 111 "$1: setlock sees the lock" "$3/setlock" -n "$d/supervise/lock" true
	"$3/svc" -dx "$d"
	ok "$1: svc -dx" await 60 sh -c "! '$3/svok' '$d'"
	wait "$last_pid"
	is "$1: exit" $? 0
}
cross 'ours under theirs' "$US" "$DT" "$DT"
cross 'theirs under ours' "$DT" "$US" "$US"
service wait < 'ours under theirs/run'
background "$DT/supervise" wait
exits 0 'svwait on theirs' "$US/svwait" -u -t 60 wait
exits 0 'svwait -U too' "$US/svwait" -U -t 60 wait
exits 0 'svup on theirs' "$US/svup" wait
like 'svstat -m on theirs' "$("$US/svstat" -m wait)" '^state=running pid=[0-9]+ .* want=up paused=no ready=untold'
"$US/svc" -dx wait
exits 0 'svwait -D on theirs' "$US/svwait" -D -t 60 wait
wait "$last_pid"
# who takes over reads the other's files
background "$US/supervise" wait
exits 0 'our supervise in their folder' "$US/svwait" -u -t 60 wait
"$DT/svc" -dx wait
wait "$last_pid"
background "$DT/supervise" wait
ok 'and theirs in ours' await 60 sh -c "'$DT/svstat' wait | grep -q 'wait: up'"
"$US/svc" -dx wait

# --- svscan of one kind, supervise and multilog of the other
pair() { # NAME SVSCAN PATH
	mkdir "$1"
	service "$1/s" <<'EOT'
#!/bin/sh
echo said
exec sleep 1000
EOT
	service "$1/s/log" <<'EOT'
#!/bin/sh
exec multilog t ./main
EOT
	(PATH=$3 exec "$2/svscan" "$1" 2> "$1.err") &
	svscan_pid=$!
	started="$started $svscan_pid"
	ok "$1" await 60 grep -q ' said$' "$1/s/log/main/current"
	kill $svscan_pid
	"$US/svc" -dx "$1/s" "$1/s/log"
	"$US/svwait" -d -t 60 "$1/s" "$1/s/log"
}
pair 'our svscan, their supervise and multilog' "$US" "$DT:$PATH"
pair 'their svscan, our supervise and multilog' "$DT" "$US:$PATH"

# --- a log that both write in turn
lines() { awk -v n="$1" -v m="$2" 'BEGIN { for (i = n; i < m; i++) printf "%06d line of a log that both write\n", i }'; }
all() { cat main/@* main/current; }
at=0
: > want
for kind in "$DT" "$US" "$DT" "$US"; do
	lines $at $((at + 90)) >> want
	lines $at $((at + 90)) | "$kind/multilog" s4096 n1000 ./main
	at=$((at + 90))
done
all > got
same_file 'their log goes on under ours, and ours under theirs' got want
is 'every old file is safe' "$(stat -c %a main/@* main/current | sort -u)" 744
ok 'none is over the size' sh -c '! find main -size +4096c | grep -q .'
mkfifo fifo
for kind in "$US" "$DT"; do
	other=$DT
	[ "$kind" = "$US" ] || other=$US
	"$kind/multilog" ./main < fifo &
	exec 3> fifo
	await 60 sh -c '[ "$(stat -c %a main/current)" = 644 ]'
	exits 111 'the other kind finds it locked' "$other/multilog" ./main < /dev/null
	exec 3>&-
	wait $!
done
all > got
same_file 'nothing came or went' got want
echo crashed > main/current; chmod 644 main/current
echo new | "$US/multilog" s4096 n1000 ./main
echo crashed again > main/current; chmod 644 main/current
echo newer | "$DT/multilog" s4096 n1000 ./main
is 'outages of one are found by the other' "$(cat main/@*.u | tr '\n' ' ')" 'crashed crashed again '
lines 0 90 | "$US/multilog" s4096 n4 ./main
is 'old ones are counted together' "$(ls main | grep -c @)" 3
is 'our tai64nlocal reads their labels' "$(echo x | "$DT/tai64n" | TZ=UTC "$US/tai64nlocal" | sed 's/[0-9]/9/g')" '9999-99-99 99:99:99.999999999 x'
cd "$TOP" || exit 1
done_testing
