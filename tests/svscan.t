# svscan.t: svscan -t, log service, HUP, process 1, limits, names: by
# supervise.md 3 and 9.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
S=$T/scan
mkdir "$S"
service() { # name, script on standard input; whole when svscan sees it
	mkdir new
	cat > new/run
	chmod 755 new/run
	mv new "$S/$1"
}
up() { svwait -u -t 60 "$@"; }
gone() { await 60 sh -c "! svok '$1'"; }
cd "$T" || exit 1
now_ms() { echo $(($(date +%s%N) / 1000000)); }

exits 100 'three arguments: usage' svscan a b c
is 'its words' "$(cat stderr)" 'svscan: usage: svscan [-t] [dir [logservice]]'
exits 100 'unknown option: usage' svscan -q

# --- -t: services, then their logs, then svscan; nothing is lost
# spec: supervise.md 9
service talker <<'EOT'
#!/bin/sh
trap 'echo "talker: last words"; echo talker >> ../order; exit' TERM
: > ready
while :; do sleep 0.05; done
EOT
mkdir "$S/talker/log"
cat > "$S/talker/log/run" <<'EOT'
#!/bin/sh
multilog ./main
echo log >> ../../order
EOT
chmod 755 "$S/talker/log/run"
service plain <<'EOT'
#!/bin/sh
exec sleep 1000
EOT
service all-log <<'EOT'
#!/bin/sh
multilog ./main
echo all-log >> ../order
EOT
service broken-log < "$S/plain/run"
: > "$S/broken-log/log"
svscan -t "$S" all-log > out 2> err &
svscan_pid=$!
started="$started $svscan_pid"
up "$S/talker" "$S/talker/log" "$S/plain" "$S/all-log" "$S/broken-log"
is 'services and logs run, also beside a log that is a file' $? 0
# spec: supervise.md 3
ok 'a log that is a file is said, in the log service' \
	await 60 grep -qx 'supervise: fatal: unable to chdir to log: not a directory' "$S/all-log/main/current"
await 60 test -e "$S/talker/ready"
# without HUP each of them, but the first, would wait for the next scan: 5 s
before=$(now_ms)
for i in 1 2 3 4 5 6; do
	service late$i < "$S/plain/run"
	kill -HUP $svscan_pid
	up "$S/late$i"
done
ok 'HUP: looks at once' [ $(($(now_ms) - before)) -lt 24000 ]
ln -s nowhere "$S/dangling"
kill -HUP $svscan_pid
ok 'warnings go to the log service' await 60 grep -qx 'svscan: warning: unable to stat dangling: file does not exist' "$S/all-log/main/current"
rm "$S/dangling"
mv "$S/late1" "$S/later"
kill -HUP $svscan_pid
sh -c "kill -TERM $svscan_pid"
wait $svscan_pid
is 'TERM: exit 0' $? 0
is 'services first, then logs, the log of all last' "$(tr '\n' ' ' < "$S/order")" 'talker log all-log '
is 'all supervises are gone' "$(for s in talker talker/log plain all-log broken-log later late2; do svok "$S/$s" && echo $s; done)" ''
is 'the last words are in the log' "$(tail -n 1 "$S/talker/log/main/current")" 'talker: last words'
is 'which was closed' "$(stat -c %a "$S/talker/log/main/current")" 744
is 'nothing on its own descriptors' "$(cat out err)" ''

# --- -t: each logger sees the end of its input, and is not started once more
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	mkdir -p "crowd/$i/log"
	cp "$S/plain/run" "crowd/$i/run"
	# svscan waits ten seconds, then TERM: only a busy machine takes so long
	printf '#!/bin/sh\ntrap "" TERM\ncat > /dev/null\necho end >> "$T/ends"\n' > "crowd/$i/log/run"
	chmod 755 "crowd/$i/log/run"
done
svscan -t crowd 2> err &
svscan_pid=$!
started="$started $svscan_pid"
up crowd/* crowd/*/log
kill -TERM $svscan_pid
wait $svscan_pid
is 'forty loggers end once each' "$(wc -l < ends | tr -d ' ')" 40

# --- as process 1 of a container
if [ "$ROOT" = yes ] && command -v unshare > /dev/null && unshare -pf true 2> /dev/null; then
	service orphans <<'EOT'
#!/bin/sh
sh -c 'sleep 0.2 & echo $! > orphan' 
exec sleep 1000
EOT
	unshare -pf --mount-proc svscan "$S" 2> err &
	unshare_pid=$!
	started="$started $unshare_pid"
	up "$S/orphans" "$S/talker"
	one=$(pgrep -P "$unshare_pid")
	ok 'process 1 reaps orphans' await 60 sh -c "[ -z \"\$(ps -o stat= --ppid $one | grep Z)\" ] && ! ps -e -o args= | grep -q '^sleep 0[.]2'"
	await 60 test -e "$S/talker/ready"
	kill -TERM "$one"
	wait $unshare_pid
	is 'TERM of process 1 ends all' $? 0
	is 'orderly' "$(tail -n 1 "$S/talker/log/main/current")" 'talker: last words'
	rm -r "$S/orphans"
fi

# --- many: 10000 folders, the 1001st service; resources
# spec: supervise.md 3, supervise.md 8
cat > supervise <<'EOT'
#!/bin/sh
echo "$1" >> "$MANY/started"
[ -e "$MANY/limit" ] || { ulimit -n > "$MANY/limit.$$"; mv "$MANY/limit.$$" "$MANY/limit"; }
EOT
chmod 755 supervise
export MANY="$T"
mkdir many
seq -f 'many/a%05g' 10000 | xargs mkdir
mkdir many/a00001/log many/a00002/log
(ulimit -n 256 2> /dev/null; ulimit -n > want-limit; PATH=$T:$PATH exec svscan many) 2> err &
svscan_pid=$!
started="$started $svscan_pid"
ok 'surplus is said' await 60 grep -q '^svscan: warning: unable to start supervise a[0-9]*: running too many services$' err
# 9000 a scan it would be; a slow machine is in its second or third scan by now
ok 'with one warning a scan' sh -c '[ $(grep -c "running too many services" err) -lt 10 ]'
ok 'the first 1000 run, and no other' await 60 sh -c '[ $(grep ^a started | sort -u | wc -l) -eq 1000 ]'
await 60 test -e limit
is 'services have the limits that svscan was given' "$(cat limit)" "$(cat want-limit)"
kill $svscan_pid
wait $svscan_pid 2> /dev/null

# --- supervise cannot be started: said, tried again at the next scan
rm supervise; mkdir few few/a
(PATH=/nonexistent exec "$OUT/bin/svscan" few) 2> err &
svscan_pid=$!
started="$started $svscan_pid"
ok 'no supervise in PATH is said' await 60 grep -qx 'svscan: warning: unable to start supervise a: file does not exist' err
kill -HUP $svscan_pid
ok 'and tried again' await 60 sh -c '[ $(grep -c unable err) -ge 2 ]'
kill $svscan_pid
cd "$TOP" || exit 1
done_testing
