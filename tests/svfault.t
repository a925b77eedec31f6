# svfault.t: what supervision survives: kills of svscan, supervise, multilog;
# folders that go away; files that are half written, in the future, unreadable.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
S=$T/scan
mkdir "$S"
service() { # name, script on standard input
	mkdir -p "$S/$1"
	cat > "$S/$1/run"
	chmod 755 "$S/$1/run"
}
# a process that is stopped: svscan, so that it sees no folder half made
stopped() { kill -STOP "$1" && await 60 grep -q '^State:.T' "/proc/$1/status"; }
look() { kill -HUP $svscan_pid; kill -CONT $svscan_pid; }
up() { svwait -u -t 60 "$@"; }
gone() { await 60 sh -c "! svok '$1'"; }
pid_of() { svstat -m "$1" | sed -n 's/.* pid=\([0-9]*\) .*/\1/p'; }
cd "$T" || exit 1

# --- a talker whose log is killed all the time
service talker <<'EOT'
#!/bin/sh
i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	echo "line $i of one that talks on and on"
	[ $((i % 500)) -ne 0 ] || await 300 test -e go.$i
done
: > all-said
exec sleep 1000
EOT
mkdir "$S/talker/log"
printf '#!/bin/sh\nexec multilog s4096 n1000 ./main\n' > "$S/talker/log/run"
chmod 755 "$S/talker/log/run"
service steady <<'EOT'
#!/bin/sh
exec sleep 1000
EOT
svscan "$S" 2> svscan.err &
svscan_pid=$!
started="$started $svscan_pid"
up "$S/talker" "$S/talker/log" "$S/steady"
for round in 500 1000 1500 2000 2500; do
	old=$(pid_of "$S/talker/log")
	svc -k "$S/talker/log"
	: > "$S/talker/go.${round}"	# it goes on talking meanwhile
	await 60 sh -c "svstat -m '$S/talker/log' | grep 'pid=[1-9]' | grep -qv 'pid=$old '"
done
# the supervise of the log dies too; the pipe is svscan's
old=$(pid_of "$S/talker/log")
kill -9 "$(pgrep -P $svscan_pid -f 'supervise log$')"
kill -9 "$old"
kill -HUP $svscan_pid
: > "$S/talker/go.3000"
ok 'the talker never noticed' await 60 test -e "$S/talker/all-said"
up "$S/talker/log"
ok 'the last line comes into the log' await 60 sh -c "cat '$S'/talker/log/main/* | grep -q '^line 3000 '"
# no file is renamed any more
svc -d "$S/talker/log"
svwait -d -t 60 "$S/talker/log"
i=0; while [ $i -lt 3000 ]; do i=$((i + 1)); echo "line $i of one that talks on and on"; done > want
# what one had written, but not taken from the pipe yet, when it was killed the
# next one writes again: at most once for each of the six
cat "$S"/talker/log/main/@* "$S/talker/log/main/current" |
    awk '$2 <= before { again++ }
	{ before = $2 }
	$2 > last { last = $2; print }
	END { print again + 0 > "again" }' > got
# spec: supervise.md 3
same_file 'multilog and its supervise killed again and again: every line, in order' got want
ok 'and none again but what was under way' [ "$(cat again)" -le 6 ]
like 'outages are marked' "$(ls "$S/talker/log/main")" '^@[0-9a-f]*\.u$'
ok 'no file is over the size' sh -c "! find '$S/talker/log/main' -size +4096c | grep -q ."

# --- svscan killed
old=$(pid_of "$S/steady")
kill -9 $svscan_pid
wait $svscan_pid 2> /dev/null
is 'SIGKILL of svscan: services go on' "$(pid_of "$S/steady")" "$old"
rm svscan.err	# those that go on write into the old one
svscan "$S" 2> svscan.err &
svscan_pid=$!
started="$started $svscan_pid"
ok 'the next one finds them supervised' await 60 grep -q "^supervise: fatal: unable to acquire steady/supervise/lock: temporary failure$" svscan.err
is 'and does not start them twice' "$(pid_of "$S/steady")" "$old"
svc -dx "$S/steady"
gone_or_new() { await 60 sh -c "svok '$S/steady' && ! svstat -m '$S/steady' | grep -q 'pid=$old '"; }
ok 'it takes over who is told to leave' gone_or_new
up "$S/steady"

# --- supervise killed: the next one runs the service, and its old pid is told
sv=$(pgrep -P $svscan_pid -fx 'supervise steady')
old=$(pid_of "$S/steady")
kill -9 "$sv"
await 60 sh -c "! kill -0 $sv 2> /dev/null"
kill -HUP $svscan_pid
ok 'SIGKILL of supervise: another one' await 60 grep -q "supervise: warning: previous pid $old of steady may still run" svscan.err
kill "$old"

# --- run not executable; run missing; a folder that cannot be written
up "$S/steady"
stopped $svscan_pid
service locked < "$S/steady/run"
chmod 644 "$S/locked/run"
look
ok 'run not executable is said' await 60 grep -qx 'supervise: fatal: unable to start locked/run: access denied' svscan.err
chmod 755 "$S/locked/run"
ok 'and runs once it is' up "$S/locked"
# spec: supervise.md 8
if [ "$ROOT" = yes ]; then
	stopped $svscan_pid
	service readonly < "$S/steady/run"
	mount --bind "$S/readonly" "$S/readonly" && mount -o remount,ro,bind "$S/readonly"
	look
	ok 'a read-only folder is said' await 60 grep -qx 'supervise: fatal: unable to create readonly/supervise: read-only file system' svscan.err
	# the supervise that says so is still in it
	await 60 umount "$S/readonly"
	kill -HUP $svscan_pid
	ok 'and served once it is not' up "$S/readonly"
	# the status cannot be written: the service does not care
	stopped $svscan_pid
	service full < "$S/steady/run"
	mkdir "$S/full/supervise"
	mount -t tmpfs -o size=16k none "$S/full/supervise"
	look
	up "$S/full"
	old=$(pid_of "$S/full")
	dd if=/dev/zero of="$S/full/supervise/ballast" bs=1k count=64 2> /dev/null
	svc -p "$S/full"
	ok 'a full disk is said' await 60 grep -qx 'supervise: warning: unable to write full/supervise/status.new: out of disk space' svscan.err
	svc -c "$S/full"
	ok 'and the service runs on' kill -0 "$old"
	rm "$S/full/supervise/ballast"
	svc -p "$S/full"
	ok 'later it can be written again' await 60 sh -c "svstat '$S/full' | grep -q paused"
	stopped $svscan_pid	# else it starts another one there
	svc -c "$S/full"; svc -dx "$S/full"
	gone "$S/full"
	await 60 umount "$S/full/supervise"
	look
fi

# --- folders that go away while they run
stopped $svscan_pid
service removed < "$S/steady/run"
look
up "$S/removed"
old=$(pid_of "$S/removed")
await 60 grep -qx sleep "/proc/$old/comm"	# it has read ./run
stopped $svscan_pid
rm -r "$S/removed"
service removed < "$S/steady/run"
look
ok 'a folder removed, and another of its name: that is served' up "$S/removed"
ok 'the old service runs on' kill -0 "$old"
# else its supervise would look for ./run for ever
kill "$(ps -o ppid= -p "$old" | tr -d ' ')" "$old"
old=$(pid_of "$S/steady")
rm -r "$S/steady/supervise"
is 'supervise/ removed: it is not to be reached' "$(svc -t "$S/steady" 2>&1)" \
	"svc: warning: unable to control $S/steady: file does not exist"
ok 'and runs on' kill -0 "$old"
kill "$(ps -o ppid= -p "$old" | tr -d ' ')" "$old"
kill -HUP $svscan_pid
ok 'until the next supervise makes it again' up "$S/steady"

# --- the status file
# spec: supervise.md 7, supervise.md 1.1
svc -o "$S/steady"
wants() { await 60 sh -c "svstat -m '$S/steady' | grep -q ' want=$1 '"; }
wants once		# supervise is not deaf any more
svc -pcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcpcu "$S/steady" &
i=0
while [ $i -lt 60 ]; do
	stat -c %s "$S/steady/supervise/status"
	svstat "$S/steady" | grep -c ': up (pid [0-9]*) [0-9]* seconds'
	i=$((i + 1))
done > seen
wait $!
is 'nobody ever reads half a status' "$(sort -u seen | tr '\n' ' ')" '1 18 '
wants up		# the last of it is written
f=$S/steady/supervise/status
cp "$f" good
{ printf '\100\0\0\0\377\377\377\377'; tail -c +9 good; } > "$f.x"; mv "$f.x" "$f"
like 'a clock that was set back: no negative time' "$(svstat "$S/steady")" ' 0 seconds$'
head -c 17 good > "$f.x"; mv "$f.x" "$f"
is 'a status that is too short' "$(svstat "$S/steady")" "$S/steady: unable to read supervise/status: bad format"
rm "$f"
is 'no status' "$(svstat "$S/steady")" "$S/steady: unable to open supervise/status: file does not exist"
cp good "$f.x"; echo more of an extension >> "$f.x"; mv "$f.x" "$f"
like 'a longer one is read' "$(svstat "$S/steady")" ': up \(pid'

# who sees that supervise runs finds its status, not that of the one before
mkdir -p slow/supervise
cp "$S/steady/run" slow/run
cp good slow/supervise/status
mkfifo slow/supervise/status.new	# writing it takes until somebody reads
background supervise slow
await 60 test -p slow/supervise/control
exits 100 'svok: not before the status is written' svok slow
is 'which has 18 bytes' "$(wc -c < slow/supervise/status.new | tr -d ' ')" 18
await 60 svup slow
svc -dx slow
gone slow

# --- a control fifo that is full: svc does not wait
stopped "$(pgrep -P $svscan_pid -fx 'supervise steady')"
for bs in 4096 1; do
	tr '\0' c < /dev/zero | dd bs=$bs oflag=nonblock of="$S/steady/supervise/control" 2> /dev/null
done
exits 0 'svc at a full fifo comes back' timeout 20 svc -u "$S/steady"
is 'and says why' "$(cat stderr)" "svc: warning: unable to write $S/steady/supervise/control: temporary failure"
kill -KILL "$(pgrep -P $svscan_pid -fx 'supervise steady')" "$(pid_of "$S/steady")"

kill $svscan_pid
wait $svscan_pid 2> /dev/null
for s in "$S"/*; do svok "$s" && svc -dx "$s" && gone "$s"; done
svc -dx "$S/talker/log"
gone "$S/talker/log"
cd "$TOP" || exit 1
done_testing
