# send-syncs.t: the syncs of a batch are made at the same time by threads of
# qmail-send, and it answers meanwhile.
# spec: design.md 4; queue.md 11.6
. tests/lib.sh
. tests/sendlib.sh

command -v strace > /dev/null || skip_all 'no strace'
: > "$T/file"
strace -f -n -qq -o "$T/try" -e trace=fsync -e inject=fsync:delay_enter=1:when=1 \
    sync "$T/file" 2> /dev/null
number=$(sed -n 's/^[0-9]* *\[ *\([0-9]*\)\] fsync.*/\1/p' "$T/try")
[ -n "$number" ] || skip_all 'strace cannot delay calls here'
new_queue
q=$H/queue
NORMAL=$SEND
trace=$T/trace
: > "$trace"; chmod 666 "$trace"
chmod 755 "$H/bin/qmail-send"	# else strace may not see it
traced() { # INJECT: what happens to fsync(2) in each thread
	SEND="exec strace -D -f -qq -o '$trace' -e trace=fsync -e inject=fsync:$1 '$H/bin/qmail-send'"
	start_send
}
batch() { # NAME: ten messages
	for i in 0 1 2 3 4 5 6 7 8 9; do
		inject s@x.example "joe-$1$i@test.example"
	done
}
# calls that are under way
held() { cat "/proc/$SEND_PID"/task/*/syscall | grep -c "^$number "; }
await_held() {
	await 60 sh -c "test \"\$(cat /proc/$SEND_PID/task/*/syscall | grep -c '^$number ')\" -eq 8" ||
		note "$(cat "/proc/$SEND_PID"/task/*/syscall)"
}
go_on() { # strace ends, and nothing is delayed any more
	kill -KILL "$(sed -n 's/^TracerPid:[^0-9]*//p' "/proc/$SEND_PID/status")"
}
delivered() { # NAME: each message once
	await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\"" || failed 'all is removed' "$(left)"
	is "$1" "$(grep -o " joe-$2[0-9]@" "$T/did.l" | sort | tr -d '\n')" \
	    "$(printf ' joe-%s@' "$2"0 "$2"1 "$2"2 "$2"3 "$2"4 "$2"5 "$2"6 "$2"7 "$2"8 "$2"9)"
}

# --- a delivery ends while ten messages are being synced
# of one that is sorted already: made by hand
printf 'x\n' > "$q/mess/7/7"
printf 'Fs@x.example\0' > "$q/info/7/7"
printf 'Tslow@a.example\0' > "$q/remote/7/7"
if [ "$ROOT" = yes ]; then
	chown qmails:qmail "$q/info/7/7" "$q/remote/7/7"
	chown qmailq:qmail "$q/mess/7/7"
fi
rules r 'slow* hold'
batch a
traced delay_enter=600000000:when=1
await_held
is 'eight are under way' "$(held)" 8
wait_did r slow
rules r
wait_log 'delivery .*: success'
is 'they are still' "$(held) $(grep -c 'joe-a' "$T/did.l")" '8 0'
go_on
delivered 'then they are delivered' a
stop_send
is 'it ended' "$SEND_CODE" 0

# --- it does not end before they have
batch b
traced delay_enter=600000000:when=1
await_held
kill "$SEND_PID"
await 60 grep -q '^ShdPnd:[^1-9]*$' "/proc/$SEND_PID/status" || failed 'the signal is taken'
# then SIGHUP comes behind it, and what it has to say
mkdir "$H/control/percenthack"
kill -HUP "$SEND_PID"
wait_log 'unable to reread'
rmdir "$H/control/percenthack"
is 'SIGTERM: they are waited for' "$(held)" 8
go_on
wait_send
is 'then it ends' "$SEND_CODE $(grep -c 'to local' "$LOG")" '0 0'
SEND=$NORMAL
start_send
delivered 'and the next one delivers' b
stop_send

# --- some fail: these messages stay
# of the syncs of sorting: no delivery ends, so nothing is removed, until strace
# is gone
rules l 'joe* hold'
batch c
traced error=EIO:when=1
wait_log '^warning: trouble fsyncing '
go_on
rules l 'joe* K did 1+0+0\n'
stop_send
ok 'not all are delivered' test "$(grep -c 'joe-c' "$T/did.l")" -lt 10
SEND=$NORMAL
start_send
kill -ALRM "$SEND_PID"
delivered 'none is lost, none comes twice' c
stop_send

# --- no threads
batch d
SEND="exec '$OUT/bin/softlimit' -p 1 '$H/bin/qmail-send'"
start_send
delivered 'without threads' d
is 'there are none' "$(find "/proc/$SEND_PID/task" -mindepth 1 -maxdepth 1 | grep -c .)" 1
stop_send
done_testing
