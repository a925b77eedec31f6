# qmail-send: deferrals, the retry clock, expiry, restarts, signals, limits.
. tests/lib.sh
. tests/sendlib.sh

new_queue
now() { date +%s; }
mtime() { stat -c %Y "$1"; }
channel_file() { ls "$H"/queue/"$1"/*/*; }

# --- two deferrals; the schedule is in the mtimes at once
# spec: scheduling.md 2, 10.8; queue.md 8
rule r 'slow@away.example Z try again\n'
rule l 'slow@test.example Z busy\n'
start_send
before=$(now)
inject s@x.example slow@test.example slow@away.example ok@away.example
wait_log 'deferral: ' 2
wait_log 'delivery .: success'
# spec: scheduling.md 7
like 'deferral line' "$(cat "$LOG")" '^delivery [123]: deferral: try_again/$'
local=$(channel_file local); remote=$(channel_file remote)
info=$(channel_file info)
birth=$(mtime "$info")
await 60 sh -c "test \$(stat -c %Y '$remote') -gt $birth" || failed 'the mark of the next try'
# (age + base)^2 after birth, with the age at the attempt.  For the first one
# that is the turn of the loop which sorted it: it began before the file was made.
scheduled() { # NAME FILE BASE
	is_scheduled "$2" "$3" && result ok "$1" ||
	    { result 'not ok' "$1"; note "$wait_s s"; }
}
is_scheduled() { # FILE BASE
	until=$(now)
	from=$birth
	while [ "$from" -ge "$before" ]; do
		wait_s=$(($(mtime "$1") - from))
		age=0
		while [ $age -le $((until - from)) ]; do
			! is_for $age "$2" || return 0
			age=$((age + 1))
		done
		from=$((from - 1))
	done
	return 1
}
is_for() { # AGE BASE: the root of the age is rounded down
	root=0
	while [ $(((root + 1) * (root + 1))) -le "$1" ]; do root=$((root + 1)); done
	[ "$wait_s" -eq $(((root + $2) * (root + $2))) ]
}
scheduled 'local: 100 s' "$local" 10
scheduled 'remote: 400 s' "$remote" 20
# spec: queue.md 3
is 'marks' "$(tr '\0' '\n' < "$remote")" "Tslow@away.example
Dok@away.example"
is 'info' "$(tr '\0' '\n' < "$info")" 'Fs@x.example'
is 'modes' "$(stat -c %a "$info" "$local" "$remote" | tr '\n' ' ')" '600 600 600 '

# --- SIGALRM: all of it now
# spec: scheduling.md 3
deferred=$(grep -c deferral "$LOG")
kill -ALRM "$SEND_PID"
wait_log 'deferral: ' $((deferred + 2))
is 'the done one is not tried again' "$(grep -c 'ok@away' "$T/did.r")" 1
stop_send
is 'exit 0' "$SEND_CODE" 0
next=$(($(mtime "$remote") - birth))
ok 'the schedule survives' test "$next" -ge 400

# --- a restart keeps the schedule, touching a file changes it
# spec: queue.md 8
start_send
is 'nothing is due' "$(grep -c starting "$LOG")" 0
stop_send
is 'mtime stays' "$(($(mtime "$remote") - birth))" "$next"
touch -d @"$birth" "$remote"
start_send
wait_log deferral
is 'only the touched one' "$(grep -c 'starting.*local' "$LOG")" 0
# killed: the schedule was written when it was made
kill -9 "$SEND_PID"; wait_send
# (another second may have passed; the square is what counts)
d=$(($(mtime "$remote") - birth))
ok "it is a square of 20 and more ($d)" sh -c \
    "i=20; while test \$((i * i)) -lt $d; do i=\$((i + 1)); done; test \$((i * i)) -eq $d"

# --- too old: one last attempt
# spec: scheduling.md 2 (lifetime)
echo 100 > "$H/control/queuelifetime"
rules r; rules l
rule r '* Z still no\n'
rule l '* hold'
touch -d @"$(($(now) - 1000))" "$info"
touch -d @1 "$remote" "$local"
start_send
wait_log 'failure: still_no/I.m_not_going_to_try_again;_this_message_has_been_in_the_queue_too_long./$'
rules l 'slow* K'
wait_log 'bounce msg'
wait_log 'end msg'
wait_log 'deferral: still_no/$'	# of the bounce
# the text of the other goes a moment after `end msg`
await 60 sh -c "test \$(ls '$H'/queue/mess/*/* | wc -l) -eq 1"
b=$(ls "$H"/queue/mess/*/*)
like 'the reason is in the bounce' "$(cat "$b")" \
    "^I'm not going to try again; this message has been in the queue too long.$"
rules r '* K'
kill -ALRM "$SEND_PID"
await 60 sh -c "! ls '$H'/queue/mess/*/*" > /dev/null 2>&1
is 'nothing left' "$(left)" ''
stop_send
rm "$H/control/queuelifetime"

# --- a week, when nothing else is said
# spec: scheduling.md 1
rules r; rules l
rule r '* Z still no\n'
start_send
inject '#@[]' slow@away.example
wait_log 'deferral: ' 1
stop_send
info=$(channel_file info); remote=$(channel_file remote)
aged() { # SECONDS: how old the message is at the next start
	touch -d @"$(($(now) - $1))" "$info"
	touch -d @1 "$remote"
	start_send
}
aged 604500
wait_log 'deferral: still_no/$'
is 'not a week old: it is kept' "$(grep -c failure "$LOG")" 0
stop_send
aged 604801
wait_log 'failure: still_no/I.m_not_going_to_try_again'
wait_log 'end msg'
stop_send

# --- limits
# spec: scheduling.md 8; control.md 2
rules r; rules l
rule r '* hold'
rule l '* hold'
echo 0 > "$H/control/concurrencylocal"
echo 500 > "$H/control/concurrencyremote"
CAPACITY=3
: > "$T/did.r"
start_send
is 'effective limits' "$(head -n 1 "$LOG")" 'status: local 0/0 remote 0/3'
inject s@x.example 1@a.example 2@a.example 3@a.example 4@a.example l@test.example
inject s@x.example 5@a.example
wait_log 'remote 3/3'
is 'no more than three' "$(grep -c starting "$LOG")" 3
wait_did r . 3
is 'numbers below the limit' "$(cut -d' ' -f 1 "$T/did.r" | tail -n 3 | sort | tr '\n' ' ')" '0 1 2 '
rules r
wait_log 'end msg' 1
is 'local is held' "$(grep -c 'to local' "$LOG")" 0
# spec: control.md 7.5
echo 2 > "$H/control/concurrencylocal"
rules l
kill -HUP "$SEND_PID"
wait_log 'end msg' 2
like 'SIGHUP rereads the limits' "$(cat "$LOG")" 'local 1/2 '
is 'all six' "$(grep -c success "$LOG")" 6
stop_send
rm "$H"/control/concurrency*
CAPACITY=120

# --- SIGTERM waits for what is running
# spec: scheduling.md 3, 7
rules r 'held* hold'
start_send
inject s@x.example held@a.example
wait_log 'remote 1/20'
inject s@x.example more@a.example
wait_log 'end msg'
kill "$SEND_PID"
inject s@x.example late@a.example
ok 'still there' kill -0 "$SEND_PID"
rules r
wait_send
is 'exit 0' "$SEND_CODE" 0
like 'status while stopping' "$(cat "$LOG")" '^status: local 0/10 remote 0/20 exitasap$'
is 'last' "$(tail -n 1 "$LOG")" 'status: exiting'
is 'no todo scan any more' "$(grep -c late@ "$LOG")" 0
start_send
wait_log 'late@a.example'
wait_log 'end msg' 2	# the held one, too: it begins no end once it stops
stop_send
is 'empty again' "$(left)" ''
done_testing
