#!/bin/sh
# wide.t: more than 255 deliveries at a time, with our qmail-send and spawners;
# as many as a byte says with anybody else's.
. tests/lib.sh
. tests/sendlib.sh
new_queue
COUNT=300

# spec: programs.md 18.3; control.md 2; scheduling.md 8
echo 400 > "$H/control/concurrencyremote"
cat > "$T/remote" <<END
#!/bin/sh
echo x >> "$T/running"
read -r x < "$T/go"
printf 'r\\0K192.0.2.1 accepted message.\\n\\0'
END
chmod 755 "$T/remote"
mkfifo -m 666 "$T/go"
: > "$T/running"
chmod 666 "$T/running"
start_wide() { # the real qmail-rspawn in the place of the fake one
	: > "$LOG"
	background "$TOOLS/sendrig" "$LOG" \
	    "exec '$TOOLS/fakespawn' 120 '$T/rules.l' '$T/did.l'" \
	    "$(run_as qmailr "exec env QMAILREMOTE='$T/remote' '$H/bin/qmail-rspawn'")" \
	    "$(run_as qmailq "$CLEAN")" "$(run_as qmails "$SEND")"
	SEND_PID=$last_pid
	await 60 grep -q '^status: local' "$LOG" ||
		failed 'qmail-send begins' "$(cat "$LOG")"
}
recipients=$(i=0; while [ $i -lt $COUNT ]; do i=$((i + 1)); echo "r$i@far.example"; done)
start_wide
# shellcheck disable=SC2086 # many words
inject s@x.example $recipients
wait_log "^status: local 0/10 remote $COUNT/400\$"
ok 'all run at once' await 60 sh -c "test \$(wc -l < '$T/running') -eq $COUNT"
# each of them reads one line; the fifo is kept open until all have
exec 5<> "$T/go"
i=0
while [ $i -lt $COUNT ]; do i=$((i + 1)); echo; done >&5
await 60 grep -q '^end msg' "$LOG"
is 'each is a success' "$(grep -c 'success: 192.0.2.1_accepted_message./' "$LOG")" $COUNT
is 'once' "$(grep -c '^starting delivery' "$LOG")" $COUNT
# the last files go a moment after `end msg`
await 20 sh -c "test -z \"\$(find '$H'/queue/mess '$H'/queue/info -type f)\""
is 'nothing is left' "$(left)" ''
exec 5>&-
stop_send
is 'it leaves' "$SEND_CODE" 0

# a spawner that only knows the byte
rule r '* hold'
start_send
is 'a stock spawner: its capacity counts' "$(head -n 1 "$LOG")" \
    'status: local 0/10 remote 0/120'
# shellcheck disable=SC2086 # many words
inject s@x.example $recipients
wait_log '^status: local 0/10 remote 120/120$'
rules r
await 60 grep -q '^end msg' "$LOG"
is 'a stock spawner: each once' "$(grep -c '^starting delivery' "$LOG")" $COUNT
unlike 'and nothing odd is said' "$(cat "$LOG")" 'warning|alert|mangled'
stop_send
done_testing
