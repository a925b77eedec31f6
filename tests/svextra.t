# svextra.t: the optional files of a service folder, svwait, svup, svstat -m,
# SUPERVISEDIR: supervise.md 9.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
service_here() { mkdir -p "$T/$1"; script "$1/run"; }
script() { cat > "$T/$1"; chmod 755 "$T/$1"; }
gone() { await 60 sh -c "! svok '$1'"; }
field() { svstat -m "$1" | tr ' ' '\n' | sed -n "s/^$2=//p"; }
has() { await 60 sh -c "svstat -m '$1' | grep -q ' *$2=$3 '"; }
lines() { await 60 sh -c "[ \$(wc -l < '$1') -eq $2 ]"; }
# in its read, where a signal is noticed at once
sleeps() { await 60 grep -q '^State:.S' "/proc/$1/status"; }
size() { stat -c %s "$1/supervise/status"; }
end() { svc -dkx "$1"; gone "$1"; }
cd "$T" || exit 1

# --- a plain service stays plain
service_here plain <<'EOT'
#!/bin/sh
exec sleep 1000
EOT
background supervise plain
# spec: supervise.md 9
exits 0 'svwait -u' svwait -u -t 60 plain
is 'without extensions the status has 18 bytes' "$(size plain)" 18
is 'svstat -m' "$(svstat -m plain none | sed 's/pid=[1-9][0-9]* seconds=[0-9]* /pid=N seconds=N /')" \
'state=running pid=N seconds=N normally=up want=up paused=no ready=untold end=none code=0 dir=plain
state=unknown error="unable to chdir: file does not exist" dir=none'
is 'svstat -m of one that is not supervised' "$(mkdir idle; svstat -m idle)" \
	'state=unknown error="unable to open supervise/ok: file does not exist" dir=idle'
exits 0 'svup: up' svup plain
is 'silently' "$(cat stdout stderr)" ''
exits 0 'svwait -U: one that does not tell is ready when up' svwait -U -t 60 plain
exits 111 'svwait -d: not in time' svwait -d -t 0 plain
is 'its words' "$(cat stderr)" 'svwait: fatal: plain is not down in time'
svc -d plain
exits 0 'svwait -d' svwait -d -t 60 plain
exits 0 'svwait -D' svwait -D -t 60 plain
exits 100 'svup: down' svup plain
svc -x plain
gone plain
exits 100 'svup: not supervised' svup plain
exits 111 'svup: no folder' svup none
exits 111 'svup -l: no log' svup -L plain
for args in '' '-u' '-x plain' '-t 1 plain' '-u -t x plain'; do
	# shellcheck disable=SC2086 # words
	exits 100 "svwait $args: usage" svwait $args
done
exits 100 'svup: usage' svup
exits 100 'svup: unknown option' svup -z plain

# --- setpgrp, + and =
service_here group <<'EOT'
#!/bin/sh
# nobody writes into the fifo: a signal ends each read
trap 'echo USR1 parent >> log' USR1
[ -p idle ] || mkfifo idle
exec 3<> idle
sh -c 'trap "echo USR1 child >> log" USR1; : > child; while :; do read -r x <&3; done' &
: > parent
while :; do read -r x <&3; done
EOT
background supervise group
await 60 test -e group/child
await 60 svup group
sleeps "$(field group pid)"
svc -+1 group
await 60 grep -q parent group/log
is 'without setpgrp + changes nothing' "$(sort -u group/log)" 'USR1 parent'
pkill -KILL -P "$(field group pid)"
end group
rm -f group/child group/parent group/log; : > group/setpgrp
background supervise group
await 60 test -e group/child
await 60 svup group
is 'setpgrp: a process group of its own' "$(ps -o pgid= -p "$(field group pid)" | tr -d ' ')" "$(field group pid)"
parent=$(field group pid)
sleeps "$parent"
sleeps "$(pgrep -P "$parent")"
svc -1 group
await 60 grep -q USR1 group/log
is 'without + the process alone' "$(cat group/log)" 'USR1 parent'
sleeps "$parent"
svc -+1 group
ok 'with + the group' await 60 grep -q 'USR1 child' group/log
lines group/log 3		# and the parent, which may be the last
sleeps "$parent"
rm group/log
svc -1 group
await 60 grep -q USR1 group/log
is 'the next call is without again' "$(cat group/log)" 'USR1 parent'
# down at once: after k alone another one might start before d is read
svc -+dx= group
gone group

# --- start, finish, stop, notify
service_here full <<'EOT'
#!/bin/sh
echo run >> order
exec sleep 1000
EOT
script full/start <<'EOT'
#!/bin/sh
echo start >> order
EOT
script full/finish <<'EOT'
#!/bin/sh
echo "finish $*" >> order
EOT
script full/stop <<'EOT'
#!/bin/sh
echo stop >> order
EOT
script full/notify <<'EOT'
#!/bin/sh
echo "$1 $2 $4" >> notes
case $3 in [1-9]*) ;; *) echo "bad pid $3" >> notes ;; esac
EOT
background supervise full
svwait -u -t 60 full
is 'with extensions the status has 56 bytes' "$(size full)" 56
lines full/notes 3		# no more run at once than supervise starts
await 60 grep -q run full/order
is 'byte 18: running' "$(od -An -tu1 -j18 -N1 full/supervise/status | tr -d ' ')" 3
svc -k full
await 60 sh -c '[ $(grep -c run full/order) -eq 2 ]'
is 'start once, finish after each run: killed is 256 and the signal' "$(tr '\n' ',' < full/order)" 'start,run,finish 256 9,run,'
svwait -u -t 60 full
lines full/notes 7
is 'svstat -m tells the end' "$(field full end) $(field full code)" 'killed 9'
svc -d full
svwait -D -t 60 full
is 'stop after the last run' "$(tail -n 2 full/order | tr '\n' ',')" 'finish 256 15,stop,'
ok 'notify hears all' lines full/notes 12
is 'what it hears' "$(sort full/notes | uniq -c | tr -s ' ' | tr '\n' ',')" \
	' 2 finish exit 0, 2 finish start 0, 1 run killed 15, 1 run killed 9, 2 run start 0, 1 start exit 0, 1 start start 0, 1 stop exit 0, 1 stop start 0,'
svc -u full
svwait -u -t 60 full
ok 'start again after stop' await 60 sh -c '[ "$(tail -n 2 full/order | tr "\n" ,)" = start,run, ]'
end full
is 'svc -x waits for finish and stop' "$(tail -n 1 full/order)" stop

# --- start that fails
service_here broken <<'EOT'
#!/bin/sh
echo run >> order
EOT
script broken/start <<'EOT'
#!/bin/sh
echo start >> order
exit 1
EOT
background supervise broken
ok 'a start that fails is tried again' await 60 sh -c '[ $(grep -c start broken/order) -ge 3 ]'
nok 'and run waits for it' grep -q run broken/order
svc -d broken
has broken want down
svwait -D -t 60 broken
printf '#!/bin/sh\nexit 100\n' > broken/start
svc -u broken
ok 'start exits 100: failed' has broken state failed
like 'svstat says so' "$(svstat broken)" 'normally up, want up, failed$'
exits 100 'svwait -u gives up' svwait -u -t 60 broken
is 'its words' "$(cat stderr)" 'svwait: fatal: broken has failed'
end broken

# --- finish: 125 is for good; 5 seconds
service_here never <<'EOT'
#!/bin/sh
echo run >> order
exit 3
EOT
script never/finish <<'EOT'
#!/bin/sh
echo "$*" >> order
exit 125
EOT
background supervise never
ok 'finish exits 125: failed' has never state failed
is 'run once; finish got its code' "$(tr '\n' ',' < never/order)" 'run,3 0,'
svc -u never
ok 'svc -u gives it a new chance' await 60 sh -c '[ $(grep -c run never/order) -eq 2 ]'
end never
script never/finish <<'EOT'
#!/bin/sh
echo begun >> order
exec sleep 1000
EOT
rm never/order
before=$(date +%s)
background supervise never
ok 'a finish that does not end is killed' await 60 sh -c '[ $(grep -c run never/order) -ge 2 ]'
ok 'after 5 seconds' [ $(($(date +%s) - before)) -ge 5 ]
end never

# --- exit 100
service_here hundred <<'EOT'
#!/bin/sh
echo run >> order
exit 100
EOT
background supervise hundred
ok 'without fail-100 exit 100 is a death like others' await 60 sh -c '[ $(grep -c run hundred/order) -ge 2 ]'
: > hundred/fail-100
ok 'with it the service has failed' has hundred state failed
end hundred

# --- max-death-tally
service_here tally <<'EOT'
#!/bin/sh
echo run >> order
EOT
echo 3 > tally/max-death-tally
background supervise tally
ok 'max-death-tally: failed' has tally state failed
is 'after so many deaths' "$(grep -c run tally/order)" 3
end tally

# --- down-signal, timeout-kill
service_here stubborn <<'EOT'
#!/bin/sh
trap 'echo TERM >> log' TERM
trap 'echo USR2 >> log' USR2
: > ready
while :; do sleep 0.05; done
EOT
echo USR2 > stubborn/down-signal
echo 10000 > stubborn/timeout-kill	# a busy machine shall hear USR2 before
background supervise stubborn
await 60 test -e stubborn/ready
svwait -u -t 60 stubborn
svc -d stubborn
ok 'timeout-kill ends who does not listen' svwait -d -t 60 stubborn
is 'after down-signal' "$(sort -u stubborn/log)" USR2
is 'by KILL' "$(svstat stubborn | sed 's/[0-9]* seconds/N seconds/')" 'stubborn: down N seconds, normally up'
end stubborn
echo nonsense > stubborn/down-signal; echo -1 > stubborn/timeout-kill
head -c 100000 /dev/zero > stubborn/notification-fd
supervise stubborn 2> err &
svwait -u -t 60 stubborn
is 'bad files are said and ignored' "$(sort -u err)" \
'supervise: warning: ignoring stubborn/down-signal: not a signal
supervise: warning: ignoring stubborn/notification-fd: file too large
supervise: warning: ignoring stubborn/timeout-kill: not a number in range'
rm stubborn/*-*; end stubborn

# --- notification-fd
service_here telling <<'EOT'
#!/bin/sh
[ -e slow ] && cat slow
echo >&7
exec 7>&-
exec sleep 1000
EOT
mkfifo telling/slow
echo 7 > telling/notification-fd
background supervise telling
svwait -u -t 60 telling
is 'not ready before it says so' "$(field telling ready)" no
exits 111 'svwait -U waits' svwait -U -t 0 telling
echo > telling/slow
exits 0 'svwait -U: ready' svwait -U -t 60 telling
is 'ready' "$(field telling ready)" yes
is 'byte 40' "$(od -An -tu1 -j40 -N1 telling/supervise/status | tr -d ' ')" 1
svc -t telling
ok 'not ready after a death' has telling ready no
echo > telling/slow
ok 'ready again' has telling ready yes
end telling

# --- an executable file log: supervise's own logger
mkdir lscan
service_here lscan/logged <<'EOT'
#!/bin/sh
trap 'echo last words; exit' TERM
echo hello
while :; do sleep 0.05; done
EOT
script lscan/logged/log <<'EOT'
#!/bin/sh
exec multilog ./main
EOT
svscan lscan 2> err &
svscan_pid=$!
started="$started $svscan_pid"
svwait -u -t 60 lscan/logged
ok 'log is an executable file: it gets the output' await 60 grep -qx hello lscan/logged/main/current
is 'one supervise runs both' "$(pgrep -P $svscan_pid | wc -l | tr -d ' ')" 1
exits 0 'svup -l: both' svup -l lscan/logged
exits 0 'svup -L: the logger' svup -L lscan/logged
is 'bytes 38: running' "$(od -An -tu1 -j38 -N1 lscan/logged/supervise/status | tr -d ' ')" 3
logger() { od -An -tu4 -j32 -N4 lscan/logged/supervise/status | tr -d ' '; }
old=$(logger)
# `kill 0` would be the end of more than this test
like 'bytes 32 to 35: its pid' "$old" '^[1-9][0-9]*$'
[ "${old:-0}" -gt 1 ] && kill -9 "$old"
ok 'killed, it comes back' await 60 sh -c "n=\$(od -An -tu4 -j32 -N4 lscan/logged/supervise/status | tr -d ' '); [ \$n -ne 0 ] && [ \$n -ne $old ]"
kill $svscan_pid
# a logger that dies with lines unread after the service has ended
kill -STOP "$(logger)"
svc -dx lscan/logged
svwait -d -t 60 lscan/logged
kill -KILL "$(logger)"
gone lscan/logged
is 'svc -dx: the last words are in the log' "$(tail -n 1 lscan/logged/main/current)" 'last words'
is 'which was closed' "$(stat -c %a lscan/logged/main/current)" 744

# --- SUPERVISEDIR
mkdir runtime
export SUPERVISEDIR="$T/runtime"
background supervise plain
exits 0 'SUPERVISEDIR: svwait finds it' svwait -u -t 60 "$T/plain"
is 'named by the path' "$(ls runtime)" "$(printf %s "$T/plain" | tr / :)"
exits 0 'svok too' svok plain
like 'svstat too' "$(svstat plain)" '^plain: up '
exits 111 'one supervise each' supervise plain
is 'its words' "$(cat stderr)" "supervise: fatal: unable to acquire $T/runtime/$(printf %s "$T/plain" | tr / :)/lock: temporary failure"
end plain
unset SUPERVISEDIR
cd "$TOP" || exit 1
done_testing
