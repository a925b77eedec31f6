# send-cheap.t: what qmail-send spends on a message: counted by strace(1).
. tests/lib.sh
. tests/sendlib.sh

command -v strace > /dev/null || skip_all 'no strace'
strace -qq -o /dev/null true 2> /dev/null || skip_all 'strace may not trace here'
new_queue
q=$H/queue
chmod 755 "$H/bin/qmail-send"	# else strace may not see what is written
mkdir -m 777 "$T/traces"
# -D: $SEND_PID is qmail-send, strace is beside it; -ff: a file for each thread
TRACED="exec strace -D -ff -qq -s 5000 -o '$T/traces/t' '$H/bin/qmail-send'"
from=1		# line of the trace that is looked at first
calls() { tail -n "+$from" "$trace" | grep -c "$1"; }
at_most() { # NAME COUNT LIMIT
	ok "$1 ($2, at most $3)" test "$2" -le "$3"
}
traced_send() {
	SEND=$TRACED
	rm -f "$T"/traces/*
	start_send
	trace=$T/traces/t.$SEND_PID	# of the main thread
}
release() { # CHANNEL BYTES RULE: all that is held is reported in one go
	kill -STOP "$SEND_PID"
	channel=$1 bytes=$2
	shift 2
	written="sed -n 's/^wchar: //p' /proc/$(cat "$LOG.$channel")/io"
	before=$(sh -c "$written")
	rules "$channel" "$@"
	await 60 sh -c "test \"\$($written)\" -ge $((before + bytes))" ||
	    note 'the spawner has not reported'
	kill -CONT "$SEND_PID"
}

# --- a backlog is sorted in groups
# spec: scheduling.md 10.1; queue.md 11.6
for i in 0 1 2 3 4 5 6 7 8 9; do for j in 0 1 2 3; do
	inject s@x.example "joe$i$j@test.example"
done; done
echo 0 > "$H/control/concurrencylocal"
traced_send
await 60 sh -c "test -z \"\$(find '$q/todo' -type f)\"" || failed 'all is sorted' "$(left)"
stop_send
is 'all files are written before the first is synced' "$(awk '
	/^fsync|^clone/ { synced = 1 }
	/^sync_file_range/ { n++; if (synced) late++ }
	END { print n, late + 0 }' "$trace")" '80 0'
cat "$T"/traces/* > "$T/all"
at_most 'a directory is synced once' "$(grep -c '^fsync' "$T/all")" $((80 + 3 * 23 + 1))
is 'files and directories at the same time, by threads' "$(calls '^fsync')" 0
at_most 'calls for 40 messages' "$(grep -cv '^utime\|^openat.*\.so' "$T/all")" $((40 * 24 + 800))

# --- and delivered: one write for many lines, one for many commands
# spec: scheduling.md 7
echo 20 > "$H/control/concurrencylocal"
rules l 'joe* hold'
traced_send
wait_log '^status: local 20/20'
wait_did l . 20		# from here on the spawner writes nothing but reports
release l $((20 * 13)) 'joe* K did 1+0+0\n'
wait_log 'end msg' 40
stop_send
is 'every line of the log is written whole' "$(grep '^write(0, ' "$trace" |
    grep -vc '\\n", [0-9]*) *= [0-9]*$')" 0
is 'and none is lost' "$(grep -c '^delivery .*: success: did_1+0+0/$' "$LOG") $(grep -c '^starting delivery' "$LOG")" '40 40'
at_most 'lines are written together' "$(calls '^write(0, ')" 80
at_most 'commands are, too' "$(calls '^write([0-9]*, "[^"]*/[0-9]*\\0s@x.example')" 30

# --- one message, nothing else to do
traced_send
inject s@x.example joe@test.example
wait_log 'end msg'
# the start is over: all has been looked through
await 60 grep -q '^openat.*"mess/22", O_RDONLY|O_NONBLOCK' "$trace"
await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\""
from=$(($(grep -c ^ "$trace") + 1))
inject s@x.example joe@test.example
wait_log 'end msg' 2
await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\""
at_most 'calls for one message' "$(calls ^)" 70
is 'info/N is not read again' "$(calls '^openat.*"info/[0-9]*/[0-9]*", O_RDONLY')" 0
is 'nothing is looked for that is known to be gone' \
    "$(calls 'stat.*"\(local\|remote\|info\|bounce\)/[0-9]*/*[0-9]*"')" 0
at_most 'no reading until there is no more' "$(calls '^read.*EAGAIN')" 1

# --- with a second attempt it is read, and all is looked at
rule r 'bad@* Z later\n'
inject s@x.example bad@a.example
wait_log 'deferral: later'
rules r
stop_send
traced_send
from=1
kill -ALRM "$SEND_PID"
wait_log '^end msg'
is 'then info/N is read' "$(calls '^openat.*"info/[0-9]*/[0-9]*", O_RDONLY')" 1
stop_send

# --- marks: neighbours are written in one go, and only the done ones
# spec: queue.md 3, 4.3
: > "$T/did.r"
set --
for i in 0 1 2 3 4 5 6 7 8 9; do set -- "$@" "a$i@list.example"; done
rules r 'a4@* Z later\n' 'a* hold'
traced_send
inject s@x.example "$@"
wait_log '^starting delivery' 10
wait_log '^status: local 0/20 remote 10/20'
wait_did r . 10
release r $((9 * 3)) 'a4@* Z later\n'		# a4 was not held
wait_log '^delivery .*: success' 9
wait_log '^status: local 0/20 remote 0/20'
stop_send
f=$(ls "$q"/remote/*/*)
is 'what is done is marked, what is not is not' "$(tr '\0' '\n' < "$f" | tr '\n' ' ')" \
    'Da0@list.example Da1@list.example Da2@list.example Da3@list.example Ta4@list.example Da5@list.example Da6@list.example Da7@list.example Da8@list.example Da9@list.example '
is 'with two writes' "$(calls '^pwrite64')" 2
done_testing
