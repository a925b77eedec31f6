# qmail-send under load: long lists, full queues, a pulled trigger.
. tests/lib.sh
. tests/sendlib.sh

new_queue
q=$H/queue
peak() { sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$1/status"; }
cpu_ticks() { cut -d' ' -f 14,15 "/proc/$1/stat" | tr ' ' +; }
[ -r "/proc/$$/status" ] || skip_all 'no /proc'
# freed memory stays in the sanitizers' quarantine: their figures mean nothing
small_enough() { # NAME KB LIMIT
	[ -n "${ASAN_OPTIONS-}" ] || ok "$1 ($2 kB)" test "$2" -lt "$3"
}

# --- memory does not grow with the list
# spec: scheduling.md 4 (lists are streamed)
list() { # count: $T/envelope
	{ printf 'Fs@x.example\0'
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) print "T" i "@list.example" }' | tr '\n' '\0'
	printf '\0'; } > "$T/envelope"
	printf 'Subject: list\n\nx\n' > "$T/message"
}
start_send
list 10
inject_files
wait_log 'end msg'
small=$(peak "$SEND_PID")
rule r '1* Z later\n'
list 100000
inject_files
await 240 sh -c "tail -n 1 '$LOG' | grep -q 'remote 0/20' && grep -q '^delivery 100010' '$LOG'" ||
	note "$(tail -n 3 "$LOG")"
big=$(peak "$SEND_PID")
small_enough '100000 recipients take no more memory' "$big" $((small + 512))
f=$(ls "$q"/remote/*/*)
# numbers of 5 digits beginning with 1, and so on: 1, 10-19, ...
is 'marks in the file' "$(tr '\0' '\n' < "$f" | grep -c '^T1')" 11111
is 'all others are done' "$(tr '\0' '\n' < "$f" | grep -c '^D')" 88889
rules r
kill -ALRM "$SEND_PID"
wait_log 'end msg' 2
is 'nobody twice' "$(wc -l < "$T/did.r")" $((10 + 100000 + 11111))
stop_send

# --- a queue of 10000: deliveries begin at once, each happens once
# spec: scheduling.md 10.7; queue.md 11.7
# A message that is already sorted needs no real number: only its files.
fill_queue() { # count
	awk -v n="$1" -v q="$q" 'BEGIN {
		for (i = 100; i < n + 100; i++) {
			s = i % 23
			f = q "/mess/" s "/" i; print "x" > f; close(f)
			f = q "/info/" s "/" i; printf "Fs@x.example%c", 0 > f; close(f)
			f = q "/remote/" s "/" i; printf "Tr%d@a.example%c", i, 0 > f; close(f)
		}
	}'
	[ "$ROOT" = no ] || chown -R qmails:qmail "$q/info" "$q/remote"
	[ "$ROOT" = no ] || chown -R qmailq:qmail "$q/mess"
}
fill_queue 10000
: > "$T/did.r"
# the last folder to be looked at is closed: that the scan gets there can be seen
mode=$(stat -c %a "$q/info/22")
chmod 000 "$q/info/22"
start_send
wait_log 'unable to opendir info/22'
is 'the first delivery does not wait for the scan' \
    "$(grep -oE '^starting delivery 1:|unable to opendir info/22' "$LOG" | head -n 2 | tr '\n' ' ')" \
    'starting delivery 1: unable to opendir info/22 '
# spec: scheduling.md 10.1; queue.md 11.6
# new mail does not wait for the scan, or for the others; unless its number
# leads to the closed folder, where it cannot be sorted: then another one
tries=0
while
	tries=$((tries + 1))
	inject s@x.example "new$tries@test.example"
	wait_log 'to local new|unable to create info/22/' "$tries"
	! grep -q 'to local new' "$LOG" && [ "$tries" -lt 9 ]
do :; done
ok 'nor does new mail' grep -q "to local new$tries@test.example" "$LOG"
chmod "$mode" "$q/info/22"
# new mail has todo/ read again: those that could not be sorted need not wait
tries=$((tries + 1))
inject s@x.example "new$tries@test.example"
await 240 sh -c "test \$(grep -c '^end msg' '$LOG') -ge $((10000 + tries))" ||
	note "$(grep -c '^end msg' "$LOG") of $((10000 + tries))"
is 'each once' "$(cut -d' ' -f 4 "$T/did.r" | sort -u | wc -l) $(wc -l < "$T/did.r")" '10000 10000'
await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\""
is 'and gone' "$(left)" ''
high=$(peak "$SEND_PID")
small_enough 'a few dozen bytes each' "$high" $((small + 2048))

# --- SIGALRM while it still looks at the queue is for all that it will find
# spec: scheduling.md 10.1
stop_send
fill_queue 2000
find "$q/remote" -type f -exec touch -d '+1 hour' {} +
: > "$T/did.r"
start_send
kill -ALRM "$SEND_PID"
ok 'SIGALRM at once: nobody waits' await 60 sh -c "test \$(grep -c '^end msg' '$LOG') -ge 2000" ||
	note "$(grep -c '^end msg' "$LOG") of 2000"

# --- a hand on the trigger
# spec: queue.md 6, 11.9
await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\""
before=$(($(cpu_ticks "$SEND_PID")))
background sh -c "exec 3> '$q/lock/trigger'; while :; do printf 'xxxxxxxxxxxxxxxx' >&3; done"
hand=$last_pid
background sh -c "exec 3> '$q/lock/trigger'; exec sleep 60"
inject s@x.example still@a.example
wait_log 'still@a.example'
await 3 false
used=$(($(cpu_ticks "$SEND_PID") - before))
kill "$hand" "$last_pid"
ok "it does not spin ($used ticks in 3 s)" test "$used" -lt 60
inject s@x.example after@a.example
wait_log 'end msg' 2002	# the queue is empty: its folders become others
stop_send

# --- the split that it finds
# spec: queue.md 10, 10#1, 1
for d in mess info local remote; do
	for i in 23 24 25 26 27 28; do
		cp -a "$q/$d/1" "$q/$d/$i"
	done
done
mkdir -p "$q/todo/0" && for d in todo intd; do
	i=0
	while [ $i -lt 29 ]; do
		mkdir -p "$q/$d/$i"
		chmod 750 "$q/$d/$i"
		[ "$ROOT" = no ] || chown qmailq:qmail "$q/$d/$i"
		i=$((i + 1))
	done
done
inject s@x.example split@a.example
t=$(cd "$q" && find todo -type f)
n=${t##*/}
is 'qmail-queue writes split' "$t" "todo/$((n % 29))/$n"
# the same for one that lies flat
inject s@x.example flat@a.example
f=$(cd "$q" && find todo -type f ! -name "$n")
m=${f##*/}
mv "$q/$f" "$q/todo/$m"
mv "$q/intd/${f#todo/}" "$q/intd/$m" 2> "$T/mv"
start_send
wait_log 'end msg' 2
is 'spawners are told' "$(tail -n 2 "$T/did.r" | cut -d' ' -f 2 | sort)" \
    "$(printf '%s\n' "$((n % 29))/$n" "$((m % 29))/$m" | sort)"
await 60 sh -c "test -z \"\$(find '$q/mess' '$q/todo' '$q/intd' -type f)\"" ||
	note "$(tail -n 20 "$LOG")"
is 'both are gone' "$(left)" ''
stop_send
done_testing
