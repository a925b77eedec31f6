# svload.t: 500 services with logs: how soon they run, what they cost when
# nothing happens; how fast multilog is.  Bounds are several times what was
# measured: a busy machine shall pass, a change of kind shall not.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
N=500
# the sanitizers cost memory and time that users do not pay
[ -z "${ASAN_OPTIONS-}" ] || skip_all 'figures of a sanitizer build mean nothing'
cd "$T" || exit 1
mkdir scan one
mkfifo quiet
exec 3<> quiet			# never a byte, never an end: services wait there
# tai64n stands for a service that waits for work
ln -s "$OUT/bin/tai64n" one/run
printf '#!/bin/sh\nexec multilog t ./main\n' > logrun
chmod 755 logrun
i=0
while [ $i -lt $N ]; do echo "scan/s$i/log"; i=$((i + 1)); done > names
xargs mkdir -p < names
sed 's|/log$||' names > services
while read -r s; do ln -s ../../one/run "$s/run"; ln -s ../../../logrun "$s/log/run"; done < services
now_ms() { echo $(($(date +%s%N) / 1000000)); }
proc_pids() { pgrep -P "$svscan_pid"; }
# few processes: one for each of a thousand would take longer than the test
switches() {
	for p; do echo "/proc/$p/status"; done | xargs cat |
	    awk '/^voluntary_ctxt_switches:/ { n += $2 } END { print n }'
}
cpu_ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }

# --- start
before=$(now_ms)
svscan scan <&3 > svscan.log 2>&1 &
svscan_pid=$!
started="$started $svscan_pid"
xargs svwait -u -t 100 < services
is 'all services run' $? 0
took=$(($(now_ms) - before))
xargs svwait -u -t 100 < names
is 'and their logs' $? 0
note "$N services up after $took ms, with logs $(($(now_ms) - before)) ms"
# how long others work meanwhile is not svscan's fault; that it waits would be
waits=$(switches "$svscan_pid") cpu=$(cpu_ticks "$svscan_pid")
note "svscan: waited $waits times, $cpu hundredths of CPU"
ok 'svscan starts them without a pause' [ "$waits" -le $((N / 5)) ]
ok 'in three seconds of CPU at most' [ "$cpu" -le 300 ]
is 'nothing went wrong' "$(cat svscan.log)" ''
ok 'all multilogs have opened their logs' await 60 sh -c "[ \$(ls -d scan/*/log/main/current | wc -l) -eq $N ]"
pids=$(proc_pids)
is 'two supervises for each' "$(echo "$pids" | wc -l)" $((2 * N))

# --- idle
# spec: supervise.md 3
# the last of them are still at their start
last=none tries=0
# shellcheck disable=SC2086 # a list
while all=$(switches $pids) && [ "$all" != $last ] && [ $tries -lt 30 ]; do
	last=$all tries=$((tries + 1))
	await 1 false
done
# the best of three: a busy machine makes them wait for more than the time
tries=0
while [ $tries -lt 3 ]; do
	tries=$((tries + 1))
	before=$(now_ms)
	# shellcheck disable=SC2086 # a list
	all=$(switches $pids) scans=$(switches $svscan_pid) cpu=$(cpu_ticks $svscan_pid)
	await 12 sh -c "[ \$(date +%s%N) -gt $(((before + 11000) * 1000000)) ]"
	# shellcheck disable=SC2086
	all=$(($(switches $pids) - all)) scans=$(($(switches $svscan_pid) - scans))
	cpu=$(($(cpu_ticks $svscan_pid) - cpu))
	seconds=$((($(now_ms) - before) / 1000))
	note "in $seconds s: $scans wake-ups of svscan, $cpu hundredths of CPU; $all of $((2 * N)) supervises"
	[ $scans -gt $((seconds / 5 + 1)) ] || [ "$all" -ne 0 ] || [ $cpu -gt 20 ] || break
done
ok 'svscan wakes up once for each rescan' [ $scans -le $((seconds / 5 + 1)) ]
is 'supervises sleep' $all 0
ok 'a rescan costs next to nothing' [ $cpu -le 20 ]

# --- memory
private_kb() { # processes of one service: supervise, its log's, multilog
	for p in "$@"; do
		awk '/^Private/ { n += $2 } END { print n }' "/proc/$p/smaps_rollup"
	done | awk '{ n += $1 } END { print n }'
}
if [ -r "/proc/$svscan_pid/smaps_rollup" ]; then
	s=$(pgrep -P "$svscan_pid" -fx 'supervise s7')
	l=$(pgrep -P "$svscan_pid" -fx 'supervise log' | head -n 1)
	m=$(pgrep -P "$l")
	kb=$(private_kb "$s" "$l" "$m")
	note "private memory of a pair: $kb kB (supervises $(private_kb "$s") and $(private_kb "$l"), multilog $(private_kb "$m")); svscan $(private_kb $svscan_pid)"
	ok 'a pair has at most 1.5 MB for itself' [ "$kb" -le 1536 ]
fi

# --- the end, with nothing left
kill $svscan_pid
wait $svscan_pid 2> /dev/null
xargs svc -dx < services
xargs svwait -d -t 100 < services
xargs svc -dx < names
ok 'all of them end' await 100 sh -c "! readlink /proc/[0-9]*/cwd 2> /dev/null | grep -q '^$T/scan/'"
exec 3>&-

# --- multilog
yes 'a line of a log that has some fifty bytes, all told' | head -n 1900000 > big
tries=0
while [ $tries -lt 3 ]; do
	tries=$((tries + 1))
	rm -rf fast
	(multilog s16777215 n3 ./fast < big; times) > times.out
	cpu=$(sed -n 2p times.out | tr 'ms' '  ' | awk '{ print ($1 * 60 + $2 + $3 * 60 + $4) * 1000 }')
	note "multilog: 100 MB of short lines in $cpu ms of CPU"
	[ "${cpu%.*}" -gt 2000 ] || break
done
ok '100 MB take half a second of CPU at most (four times that)' [ "${cpu%.*}" -le 2000 ]
is 'in whole files' "$(cat fast/@* fast/current | tail -c 1000 | cksum)" "$(tail -c 1000 big | cksum)"
cd "$TOP" || exit 1
done_testing
