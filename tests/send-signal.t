# send-signal.t: what comes after a signal is not taken before it, not even when
# poll(2) is on its way back without it.
# spec: scheduling.md 7
. tests/lib.sh
. tests/sendlib.sh

command -v strace > /dev/null || skip_all 'no strace'
new_queue
trace=$T/trace
: > "$trace"; chmod 666 "$trace"
chmod 755 "$H/bin/qmail-send"	# else strace may not see it
attach() {
	background strace -qq -p "$SEND_PID" -o "$trace" -e trace=poll,restart_syscall \
	    -e inject=poll,restart_syscall:delay_exit=600000000
	tracer=$last_pid
	await 60 sh -c "! kill -0 $tracer ||
	    grep -q '^TracerPid:[^0-9]*$tracer$' /proc/$SEND_PID/status"
	kill -0 "$tracer" 2> /dev/null || skip_all 'strace may not trace a running process'
}

start_send
attach
# it had not come to rest yet, and is held already
tries=20
while ! await 1 grep -q '^State:[^A-Za-z]*S' "/proc/$SEND_PID/status" && [ $tries -gt 0 ]; do
	kill -KILL "$tracer"
	await 60 grep -q '^TracerPid:[^0-9]*0$' "/proc/$SEND_PID/status"
	attach
	tries=$((tries - 1))
done
ok 'it waits' [ $tries -gt 0 ]
inject s@x.example u@v.example
# poll(2) has seen the trigger, and is held before it returns
ok 'held' await 60 grep -q '^State:[^A-Za-z]*t' "/proc/$SEND_PID/status"
echo 'v.example:joe-v' > "$H/control/virtualdomains"
kill -HUP "$SEND_PID"
kill -KILL "$tracer"
wait_log 'starting.*u@v.example'
like 'the settings of SIGHUP hold for it' "$(grep u@v.example "$LOG")" 'to local joe-v-u@v.example$'
stop_send
done_testing
