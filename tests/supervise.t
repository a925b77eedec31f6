# supervise.t: svscan, supervise, svc, svstat, svok by supervise.md.
. tests/lib.sh
# SV_PROGRAMS: the folder of the programs under test; tests/peers/daemontools.t
# runs the contract that is stock's with Debian's
SV=${SV_PROGRAMS:-$OUT/bin}
ours() { [ "$SV" = "$OUT/bin" ]; }
PATH=$SV:$OUT/tests/tools:$PATH
S=$T/scan
mkdir "$S"
service() { # name, script on standard input; whole when svscan sees it
	mkdir "$T/new"
	cat > "$T/new/run"
	chmod 755 "$T/new/run"
	mv "$T/new" "$S/$1"
}
service_here() { mkdir -p "$T/$1"; cat > "$T/$1/run"; chmod 755 "$T/$1/run"; }
up() { await 60 sh -c "svstat '$1' | grep -q ': up (pid '"; }
down() { await 60 sh -c "svstat '$1' | grep -q ': down '"; }
gone() { await 60 sh -c "! svok '$1'"; }
# one look at the status: it may change between two
other_pid() { await 60 sh -c "svstat '$1' | grep 'pid ' | grep -qv 'pid $2)'"; }
pid_of() { svstat "$1" | sed -n 's/.*(pid \([0-9]*\)).*/\1/p'; }
status_bytes() { od -An -v -tu1 "$1/supervise/status" | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }

# --- usage and errors
# spec: supervise.md 2, supervise.md 2.1
exits 100 'supervise without a folder: usage' supervise
exits 111 'supervise of no folder' supervise "$T/none"
is 'its words' "$(cat "$T/stderr")" "supervise: fatal: unable to chdir to $T/none: file does not exist"
exits 0 'svc of no folder is a warning' svc -u "$T/none"
is 'its words' "$(cat "$T/stderr")" "svc: warning: unable to chdir to $T/none: file does not exist"
exits 100 'svc: unknown option' svc -z "$S"
like 'names the option' "$(cat "$T/stderr")" '^svc: illegal option -- z$'
exits 0 'svc without folders is silent' svc -u
is 'nothing said' "$(cat "$T/stdout" "$T/stderr")" ''
mkdir "$T/plain"
exits 0 'svc of an unsupervised folder' svc -u "$T/plain"
is 'its words' "$(cat "$T/stderr")" "svc: warning: unable to control $T/plain: file does not exist"
exits 100 'svok: not running' svok "$T/plain"
exits 111 'svok: no folder' svok "$T/none"
# spec: supervise.md 2.2
is 'svstat: never supervised' "$(svstat "$T/plain")" "$T/plain: unable to open supervise/ok: file does not exist"
is 'svstat: no folder' "$(svstat "$T/none")" "$T/none: unable to chdir: file does not exist"
: > "$T/file"
is 'svstat: a file' "$(svstat "$T/file")" "$T/file: unable to chdir: not a directory"
exits 111 'svscan of no folder' svscan "$T/none"

# --- one service
service_here one <<'EOT'
#!/bin/sh
trap 'echo TERM >> log.txt; exit' TERM
trap 'echo HUP >> log.txt' HUP
trap 'echo ALRM >> log.txt' ALRM
trap 'echo INT >> log.txt' INT
trap 'echo USR1 >> log.txt' USR1
trap 'echo USR2 >> log.txt' USR2
trap 'echo QUIT >> log.txt' QUIT
echo start >> log.txt
while :; do sleep 0.05; done
EOT
one=$T/one
# a background job ignores INT and QUIT: the service shall not
background env --default-signal=INT,QUIT supervise "$one"
up "$one"
await 60 grep -qx start "$one/log.txt"	# it is the service, not what becomes it
like 'svstat: up' "$(svstat "$one")" "^$one: up \(pid [0-9]+\) [0-9]+ seconds\$"
exits 0 'svok: running' svok "$one"
# spec: supervise.md 1
is 'files of supervise/' "$(ls "$one/supervise" | tr '\n' ' ')" 'control lock ok status '
is 'modes' "$(stat -c '%a %n' "$one/supervise" "$one"/supervise/* | sed "s|$one/||" | tr '\n' ' ')" \
	'700 supervise 600 supervise/control 600 supervise/lock 600 supervise/ok 644 supervise/status '
# spec: supervise.md 1.1
is 'status has 18 bytes' "$(stat -c %s "$one/supervise/status")" 18
pid=$(pid_of "$one")
is 'pid is little endian, not paused, want u' "$(status_bytes "$one" | cut -d' ' -f13-18)" \
	"$((pid & 255)) $((pid >> 8 & 255)) $((pid >> 16 & 255)) $((pid >> 24)) 0 117"
sec=0
for b in $(status_bytes "$one" | cut -d' ' -f2-8); do sec=$((sec * 256 + b)); done
now=$(($(date +%s) + 10))
ok 'label is 2^62 + 10 + Unix time' [ $((now - sec)) -ge 0 ] && [ $((now - sec)) -lt 60 ]
is 'label begins with 0x40' "$(status_bytes "$one" | cut -d' ' -f1)" 64
exits 111 'a second supervise' supervise "$one"
is 'its words' "$(cat "$T/stderr")" "supervise: fatal: unable to acquire $one/supervise/lock: temporary failure"
if command -v flock > /dev/null; then
	exits 1 'the lock is flock(2)' flock -n "$one/supervise/lock" true
fi
is 'no descriptor of supervise leaks' "$(ls -l "/proc/$pid/fd" | grep -c 'supervise/')" 0
is 'same session as supervise' "$(ps -o sid= -p "$pid" | tr -d ' ')" "$(ps -o sid= -p "$last_pid" | tr -d ' ')"
said() { await 60 grep -qx "$1" "$one/log.txt"; }
pairs='h:HUP a:ALRM i:INT'
ours && pairs="$pairs 1:USR1 2:USR2 q:QUIT"
for pair in $pairs; do
	svc "-${pair%:*}" "$one"
	ok "svc -${pair%:*} sends ${pair#*:}" said "${pair#*:}"
done
before=$(status_bytes "$one" | cut -d' ' -f1-12)
svc -p "$one"
await 60 sh -c "svstat '$one' | grep -q paused"
like 'svc -p pauses' "$(svstat "$one")" 'seconds, paused$'
is 'pausing keeps the time' "$(status_bytes "$one" | cut -d' ' -f1-12)" "$before"
svc -c "$one"
await 60 sh -c "! svstat '$one' | grep -q paused"
unlike 'svc -c continues' "$(svstat "$one")" paused
svc -t "$one"
ok 'svc -t sends TERM' said TERM
other_pid "$one" "$pid"
nok 'and it is started again with another pid' [ "$(pid_of "$one")" = "$pid" ]
pid=$(pid_of "$one")
svc -k "$one"
ok 'svc -k: started again' other_pid "$one" "$pid"
svc -d "$one"
down "$one"
like 'svc -d: down' "$(svstat "$one")" "^$one: down [0-9]+ seconds, normally up\$"
svc -o "$one"
up "$one"
svc -k "$one"
down "$one"
like 'svc -o: once only' "$(svstat "$one")" ': down '
is 'want 0' "$(status_bytes "$one" | cut -d' ' -f18)" 0
: > "$one/down"
svc -u "$one"
up "$one"
like 'normally down' "$(svstat "$one")" 'seconds, normally down$'
svc -d "$one"
down "$one"
unlike 'nothing more to say' "$(svstat "$one")" normally
# spec: supervise.md 7
svc -ud "$one"
svc -dx "$one"
ok 'svc -x ends supervise when down' gone "$one"
wait "$last_pid"
is 'with exit 0' $? 0
is 'svstat: not running any more' "$(svstat "$one")" "$one: supervise not running"
svc -u "$one" 2> "$T/stderr"
is 'svc the same' "$(cat "$T/stderr")" "svc: warning: unable to control $one: supervise not running"
exits 100 'svok too' svok "$one"
is 'its files stay' "$(ls "$one/supervise" | tr '\n' ' ')" 'control lock ok status '

# --- starts that fail, throttled
service_here bad < /dev/null
rm "$T/bad/run"
supervise "$T/bad" 2> "$T/bad.err" &
bad_pid=$!
ok 'run missing is said, and tried again' await 60 sh -c "[ \$(grep -cx 'supervise: fatal: unable to start $T/bad/run: file does not exist' '$T/bad.err') -ge 3 ]"
svc -dx "$T/bad"
gone "$T/bad"
wait $bad_pid
service_here crash <<'EOT'
#!/bin/sh
date +%s%N >> times
exit 1
EOT
before=$(date +%s%N)
background supervise "$T/crash"
await 60 sh -c "[ \$(wc -l < '$T/crash/times' 2>/dev/null || echo 0) -ge 4 ]"
# counted from before the first: on a busy machine that may come late
ok 'a service that dies at once starts once a second at most' \
	awk -v before="$before" 'END { exit !($1 - before > (NR - 1) * 1e9 - 1e7) }' "$T/crash/times"
svc -dx "$T/crash"
gone "$T/crash"

# --- supervise killed: the service goes on; the next one warns
service_here kept <<'EOT'
#!/bin/sh
exec sleep 1000
EOT
background supervise "$T/kept"
up "$T/kept"
pid=$(pid_of "$T/kept")
kill "$last_pid"
gone "$T/kept"
ok 'TERM of supervise leaves the service alone' kill -0 "$pid"
background supervise "$T/kept" 2> "$T/kept.err"
await 60 svok "$T/kept"
ours && ok 'the next one warns' await 60 grep -qx "supervise: warning: previous pid $pid of $T/kept may still run" "$T/kept.err"
kill "$pid"
svc -dx "$T/kept"
gone "$T/kept"

# --- svscan
# spec: supervise.md 3
service a <<'EOT'
#!/bin/sh
echo "a starts"
exec cat <> fifo
EOT
mkfifo "$S/a/fifo"
mkdir "$S/a/log"
cat > "$S/a/log/run" <<'EOT'
#!/bin/sh
exec multilog t ./main
EOT
chmod 755 "$S/a/log/run"
service b <<'EOT'
#!/bin/sh
exec sleep 1000
EOT
: > "$S/b/down"
: > "$S/plain-file"
ln -s nowhere "$S/dangling"
service .hidden < "$S/b/run"
(cd "$T" && exec svscan "$S") 2> "$T/svscan.err" &
svscan_pid=$!
started="$started $svscan_pid"
up "$S/a"
up "$S/a/log"
down "$S/b"
ok 'a service and its log run' up "$S/a"
like 'a down file is obeyed' "$(svstat "$S/b")" "^$S/b: down [0-9]+ seconds\$"
exits 100 'hidden folders are not services' svok "$S/.hidden"
ok 'a dangling link is said' await 60 grep -qx 'svscan: warning: unable to stat dangling: file does not exist' "$T/svscan.err"
rm "$S/dangling"
echo 'line one' > "$S/a/fifo"
ok 'output reaches the log' await 60 grep -q ' line one$' "$S/a/log/main/current"
svc -d "$S/a/log"
down "$S/a/log"
echo 'line two' > "$S/a/fifo"
svc -u "$S/a/log"
ok 'what is written while the logger is down is kept' await 60 grep -q ' line two$' "$S/a/log/main/current"
svok_pid=$(pgrep -P "$svscan_pid" -f 'supervise b$')
kill -9 "$svok_pid"
ok 'a killed supervise is started again' await 60 sh -c "svok '$S/b' && ! kill -0 $svok_pid 2>/dev/null"
pid=$(pid_of "$S/a")
mv "$S/a" "$T/moved"
service c < "$S/b/run"
await 60 svok "$S/c"
is 'a moved service goes on under its new path' "$(pid_of "$T/moved")" "$pid"
is 'SIGTERM of svscan leaves all alone' "$(kill $svscan_pid; wait $svscan_pid 2> /dev/null; pid_of "$T/moved")" "$pid"
svc -dx "$T/moved" "$S/b" "$S/c"
gone "$T/moved"; gone "$S/b"; gone "$S/c"
svc -dx "$T/moved/log"
ok 'all can be ended' gone "$T/moved/log"
done_testing
