# send-clean.t: a qmail-send was killed, and its qmail-clean is still at work
# when the next qmail-send begins.
# spec: queue.md 4.2, 4.4; programs.md 8
. tests/lib.sh
. tests/sendlib.sh

new_queue
q=$H/queue
sorted() { # N: all of it is sorted, and qmail-clean has not yet removed todo/N
	d=$(($1 % 23))
	printf 'text\n' > "$q/mess/$d/$1"
	printf 'Fs@x.example\0' > "$q/info/$d/$1"
	printf 'Tjoe-%s@test.example\0' "$1" > "$q/local/$d/$1"
	printf 'u0\0p1\0Fs@x.example\0Tjoe-%s@test.example\0' "$1" > "$q/intd/$1"
	if [ "$ROOT" = yes ]; then
		chown qmails:qmail "$q/info/$d/$1" "$q/local/$d/$1"
		chown qmailq:qmail "$q/mess/$d/$1" "$q/intd/$1"
		chmod 644 "$q/intd/$1"
	fi
	ln "$q/intd/$1" "$q/todo/$1"
}
removed() { await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\"" || failed 'all is removed' "$(left)"; }
await_cleans() { # how many run
	await 60 sh -c "test \"\$(ls -l /proc/[0-9]*/exe 2> /dev/null | grep -c '$H/bin/qmail-clean\$')\" -eq $1" ||
		failed "$1 qmail-clean run"
}

# --- it is waited for.  It ends when nobody has its requests open

mkfifo "$T/requests"
background sh -c "$(run_as qmailq "exec qmail-clean") < '$T/requests' > '$T/answers'"
other=$last_pid
exec 9> "$T/requests"
printf 'todo/1\0' >&9
await 60 test -s "$T/answers"
sorted 30
start_send 9>&-
inject s@x.example joe-new@test.example
mkdir "$H/control/percenthack"
for i in 1 2; do
	kill -HUP "$SEND_PID"
	wait_log 'unable to reread' $i
done
rmdir "$H/control/percenthack"
wait_log '^alert: qmail-clean does not answer'
is 'nothing is sorted before it has ended' "$(grep -Ec 'new msg|starting' "$LOG")" 0
# what it was asked to do
printf 'todo/30\0' >&9
await 60 sh -c "test \"\$(wc -c < '$T/answers')\" -eq 2"
is 'it still works' "$(cat "$T/answers")" '++'
exec 9>&-
wait_did l 'joe-30@'
wait_did l 'joe-new@'
removed
stop_send
is 'then all is delivered once' "$(grep -o 'joe-[a-z0-9]*@' "$T/did.l" | sort | tr '\n' ' ')" 'joe-30@ joe-new@ '
is 'the sorted one was not sorted again' "$(grep -c 'new msg' "$LOG")" 1
await 60 sh -c "! kill -0 $other 2> /dev/null"

# --- SIGTERM does not wait
rm "$T/answers"		# of the one before
background sh -c "$(run_as qmailq "exec qmail-clean") < '$T/requests' > '$T/answers'"
other=$last_pid
exec 9> "$T/requests"
printf 'todo/1\0' >&9
await 60 test -s "$T/answers"
start_send 9>&-
await_cleans 2
stop_send
is 'SIGTERM: it leaves at once' "$SEND_CODE $(grep -c 'status: exiting' "$LOG")" '0 1'
await_cleans 1
ok 'while the other one is still there' kill -0 "$other"
printf 'todo/1\0' >&9
await 60 sh -c "test \"\$(wc -c < '$T/answers')\" -eq 2"
is 'which works on' "$(cat "$T/answers")" '++'
exec 9>&-
await 60 sh -c "! kill -0 $other 2> /dev/null"
sorted 31
start_send 9>&-
wait_did l 'joe-31@'
removed
stop_send

# --- with one that is not waited for (stock's): todo/N vanishes when nobody could
# read it, and info/N was passed by because of it
sorted 33
chmod 000 "$q/todo/33"
sorted 45
rm "$q/todo/45" "$q/intd/45"
start_send
wait_log 'unable to open todo/33'
wait_did l 'joe-45@'	# of the last directory of info/
rm "$q/todo/33" "$q/intd/33"
wait_did l 'joe-33@'
removed
stop_send

is 'its recipient gets it' "$(grep -c 'joe-33@' "$T/did.l")" 1
done_testing
