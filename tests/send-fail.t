# qmail-send: what goes wrong: helpers that die, files that are odd, bounces
# that bounce.
. tests/lib.sh
. tests/sendlib.sh

new_queue
unset QMAILQUEUE

# --- it cannot start
# spec: scheduling.md 7, 9
start_send
first=$SEND_PID
mv "$LOG" "$LOG.first"
start_second() { # the log of a start that fails, in $LOG
	: > "$LOG"
	spawn="exec '$TOOLS/fakespawn' 9 '$T/rules.l' '$T/did.l'"
	exits 111 "$1: exit 111" "$TOOLS/sendrig" "$LOG" "$spawn" \
	    "${2-$spawn}" 'exec cat' "$(run_as qmails "$SEND")"
	is "$1" "$(cat "$LOG")" "alert: cannot start: $3"
}
# spec: queue.md 7, 7#1 (flock, as the tools for repairs test it)
start_second 'second instance' "$spawn_r" 'qmail-send is already running'
kill "$first"; wait "$first"
mkfifo "$T/let-go"
background setlock "$H/queue/lock/sendmutex" sh -c "echo > '$T/locked'; read -r x < '$T/let-go'"
await 60 test -e "$T/locked"
start_second 'somebody else has the lock' "$spawn_r" 'qmail-send is already running'
echo > "$T/let-go"; wait "$last_pid"
start_second 'no capacity byte' '' 'hath the daemon spawn no fire?'
mv "$H/queue/lock/sendmutex" "$T/mutex"
start_second 'no mutex' "$spawn_r" 'unable to open mutex'
mv "$T/mutex" "$H/queue/lock/sendmutex"
mv "$H/queue" "$H/away"
start_second 'no queue' "$spawn_r" 'unable to switch to queue directory'
mv "$H/away" "$H/queue"
mv "$H/control/me" "$H/control/locals" "$T"
start_second 'no locals, no me' "$spawn_r" 'unable to read controls'
mkdir "$H/control/locals"
start_second 'unreadable locals' "$spawn_r" 'unable to read controls'
rmdir "$H/control/locals"
mv "$T/me" "$T/locals" "$H/control"
mv "$H/control" "$T/control"
mv "$H" "$H.away"
cp "$H.away/bin/qmail-send" "$T/qmail-send"
SEND="exec '$T/qmail-send'" 
start_second 'no home' "$spawn_r" 'unable to switch to home directory'
SEND="exec '$H/bin/qmail-send'"
mv "$H.away" "$H"
mv "$T/control" "$H/control"
# spec: queue.md 10
mkdir "$H/queue/remote/23"
start_second 'other splits' "$spawn_r" \
    'mess, info, local, remote are not split alike'
rmdir "$H/queue/remote/23"

# --- odd records
# spec: queue.md 3; scheduling.md 7
q=$H/queue
own() { [ "$ROOT" = no ] || chown "$1:qmail" "$2"; }
start_send
stop_send
inject s@x.example a@a.example
n=$(basename "$(ls "$q"/todo/*)")
s=$((n % 23))
printf 'u1\0p2\0Fs@x.example\0Xwhat\0' > "$q/todo/$n"
printf 'Fold\0' > "$q/info/$s/$n"; own qmails "$q/info/$s/$n"
printf 'Told@old.example\0' > "$q/local/$s/$n"; own qmails "$q/local/$s/$n"
printf 'old text\n' > "$q/bounce/$n"; own qmails "$q/bounce/$n"
start_send
wait_log "^warning: unknown record type in todo/$n\$"
is 'it was announced' "$(grep -c "^new msg $n" "$LOG")" 1
ok 'todo stays' test -f "$q/todo/$n"
nok 'stale local is gone' test -f "$q/local/$s/$n"
# spec: queue.md 4.2.3: work before a crash is done again
printf 'u1\0p2\0Fs@x.example\0Tb@a.example\0' > "$q/todo/$n"
pull() { printf '\0' > "$q/lock/trigger"; }
pull
wait_log "^end msg $n"
is 'from scratch' "$(tail -n 1 "$T/did.r" | cut -d' ' -f 3-)" 's@x.example b@a.example'
is 'not what was there before' "$(grep -c old.example "$T/did.l")" 0
unlike 'nor an old text' "$(cat "$LOG")" 'bounce msg'
stop_send
is 'all gone' "$(left)" ''

# --- half a record, an unknown one, in remote/
inject s@x.example a@a.example b@a.example
rule r '* Z not now'
start_send
wait_log deferral 2
stop_send
f=$(ls "$q"/remote/*/*)
p=${f#"$q"/}
printf 'Ta@a.example\0Xb\0Tc@a.example\0' > "$f"; touch -d @1 "$f"
rules r
start_send
wait_log "^warning: unknown record type in $p!\$"
wait_log 'success'
is 'up to there it is served' "$(tr '\0' '\n' < "$f" | head -n 1)" 'Da@a.example'
is 'rescheduled' "$(grep -c 'end msg' "$LOG")" 0
stop_send
printf 'Da@a.example\0Tc@a.exam' > "$f"; touch -d @1 "$f"
start_send
wait_log "^warning: trouble reading $p; will try again later\$"
stop_send
ok 'half an address is not lost' test -s "$f"
printf 'Da@a.example\0' > "$f"; touch -d @1 "$f"
start_send
wait_log 'end msg'
stop_send
is 'all done: removed' "$(left)" ''

# --- no mess file
# spec: queue.md 4.2.2
inject s@x.example a@a.example
n=$(basename "$(ls "$q"/todo/*)")
m=mess/$((n % 23))/$n
rm "$q/$m"
touch "$q/todo/notanumber" "$q/todo/007"
start_send
wait_log "^warning: unable to stat $m\$"
ok 'left alone' test -f "$q/todo/$n"
is 'other names are not looked at' "$(grep -c 'warning' "$LOG")" 1
stop_send
# the same two days later; only a fake qmail-clean believes in the file's age
rm -f "$q"/todo/* "$q"/intd/*

# --- zero recipients
# spec: queue.md 3; scheduling.md 5
start_send
inject s@x.example
wait_log 'end msg'
like 'size, sender' "$(cat "$LOG")" '^info msg [0-9]+: bytes [0-9]+ from <s@x.example> qp [0-9]+ uid [0-9]+$'

# --- double and triple bounces
# spec: messages.md 7
echo pm > "$H/control/doublebounceto"
echo dbl.example > "$H/control/doublebouncehost"
stop_send
rule r '*@bad.example D no\n'
rule r 'pm@dbl.example D neither\n'
start_send
inject '' x@bad.example
wait_log 'bounce msg'
wait_log 'triple bounce: discarding bounce/[0-9]+$'
wait_log 'end msg' 2
is 'the double bounce went out from' "$(tail -n 1 "$T/did.r" | cut -d' ' -f 3-)" '#@[] pm@dbl.example'
rules r '*@bad.example D no\n' 'pm@dbl.example hold'
inject '' x@bad.example
wait_log 'starting.*pm@dbl' 2
b=$(sed -n 's/^starting delivery [0-9]*: msg \([0-9]*\) .*pm@dbl.*/\1/p' "$LOG" | tail -n 1)
sed 1d "$q/mess/$((b % 23))/$b" > "$T/got"
cat > "$T/want" <<EOT
$(head -n 1 "$T/got")
From: MAILER-DAEMON@test.example
To: pm@dbl.example
Subject: failure notice

Hi. This is the qmail-send program at test.example.
I tried to deliver a bounce message to this address, but the bounce bounced!

<x@bad.example>:
no

--- Below this line is the original bounce.

Return-Path: <>
EOT
head -n "$(wc -l < "$T/want")" "$T/got" > "$T/head"
same_file 'double bounce' "$T/head" "$T/want"
rules r
wait_log 'end msg' 4	# it begins no end any more once it stops
stop_send
# spec: control.md 2 (empty doublebounceto); messages.md 11.5
: > "$H/control/doublebounceto"
rule r '*@bad.example D no\n'
start_send
inject '' x@bad.example
wait_log '^double bounce: discarding bounce/[0-9]+$'
wait_log 'end msg'
is 'nothing was queued' "$(grep -c '^bounce msg' "$LOG")" 0
rm "$H"/control/doublebounce*

# --- a sender that no bounce can be sent to, in a queue that others filled
# spec: programs.md 18.2
wait_log 'end msg'
stop_send
inject s_s@x.example x@bad.example
for f in "$q"/todo/*; do
	tr _ '\001' < "$f" > "$T/todo"
	cat "$T/todo" > "$f"
done
start_send
wait_log 'end msg' 2
is 'the postmaster has it' "$(tail -n 1 "$T/did.l" | cut -d' ' -f 3-)" '#@[] postmaster@test.example'
ok 'nothing is left' await 60 sh -c "test -z \"\$(cd '$q' && find mess info bounce todo -type f)\""
stop_send
start_send

# --- VERP; the bounce's sender and recipient
# spec: messages.md 8, 7
inject 'list-owner-@bad.example-@[]' r5@far.example x@bad.example
wait_log 'bounce msg'
wait_log 'end msg' 3
is 'VERP' "$(grep 'r5@far' "$T/did.r" | cut -d' ' -f 3)" 'list-owner-r5=far.example@bad.example'
like 'the log has the stored form' "$(cat "$LOG")" 'from <list-owner-@bad.example-@\[\]> qp'
is 'the bounce goes to' "$(tail -n 1 "$T/did.r" | cut -d' ' -f 3-)" ' list-owner-@bad.example'
stop_send

# --- bouncemaxbytes, subjects, more fields
# spec: messages.md 7, 11.2, 11.3; control.md 5
echo 30 > "$H/control/bouncemaxbytes"
echo 'your mail' > "$H/control/bouncesubject"
echo 1 > "$H/control/bouncefields"
rules r '*@bad.example D no\n' 's@x.example hold'
start_send
inject s@x.example x@bad.example
wait_log 'starting.*s@x.example'
b=$(sed -n 's/^starting delivery [0-9]*: msg \([0-9]*\) .*s@x.*/\1/p' "$LOG" | tail -n 1)
bounce=$(cat "$q/mess/$((b % 23))/$b")
is 'cut' "$(printf '%s\n' "$bounce" | tail -n 3 | cut -c 1-19)" "Received: (qmail $(sed -n 's/.* qp \([0-9]*\) uid.*/\1/p' "$LOG" | head -n 1 | cut -c 1-2)

--- End of message "
like 'subject' "$bounce" '^Subject: your mail$'
like 'fields' "$(printf '%s\n' "$bounce" | sed -n 6,7p | tr '\n' ' ')" \
    '^Message-ID: <[0-9]{14}\.[0-9]+\.qmail@test.example> Auto-Submitted: auto-replied $'
rules r
wait_log 'end msg' 2
stop_send
rm "$H"/control/bounce*

# --- the queue does not take the bounce
# spec: scheduling.md 7
printf '#!/bin/sh\nexit 53\n' > "$T/refuse"; chmod 755 "$T/refuse"
rule r '*@bad.example D no\n'
QMAILQUEUE=$T/refuse
export QMAILQUEUE
start_send
unset QMAILQUEUE
inject s@x.example x@bad.example
wait_log '^warning: trouble injecting bounce message, will try later$'
stop_send
is 'the text stays' "$(cat "$q"/bounce/*)" '<x@bad.example>:
no'
start_send
wait_log 'bounce msg'
wait_log 'end msg' 2
stop_send

# --- the text cannot be written: that delivery waits, nothing else does
# spec: scheduling.md 10.3
rules r '*@bad.example hold'
start_send
inject s@x.example late@bad.example
wait_log starting
n=$(sed -n 's/^new msg //p' "$LOG")
mkdir "$q/bounce/$n"; own qmails "$q/bounce/$n"
rules r '*@bad.example D no\n'
wait_log '^alert: unable to append to bounce message; HELP! sleeping...$'
inject s@x.example fine@a.example
wait_log 'success'
is 'not marked' "$(cut -c 1 "$q"/remote/*/"$n")" T
rmdir "$q/bounce/$n"
wait_log 'bounce msg'
wait_log "end msg $n"
wait_log 'end msg' 3
stop_send

# --- reports that are none
# spec: scheduling.md 6, 7; programs.md 3.2
rules r; rules l
rule r 'a@a.example X what'
rule r 'b@a.example stray 77'
rule r 'c@a.example fill K 200000'
start_send
inject s@x.example a@a.example
wait_log '^delivery 1: report mangled, will defer$'
inject s@x.example b@a.example
wait_log '^warning: internal error: delivery report out of range$'
wait_log 'delivery 2: success'
inject s@x.example c@a.example
wait_log '^delivery 3: success: x+$'
ok 'cut at 10000' sh -c "test \$(grep '^delivery 3' '$LOG' | wc -c) -lt 10100"
rules r
kill -ALRM "$SEND_PID"
wait_log 'end msg' 3
stop_send

# --- everybody is served, and the file cannot be removed
# spec: scheduling.md 7; queue.md 4.3
rule l 'l@test.example hold'
start_send
inject s@x.example m@test.example l@test.example
wait_log '^delivery [0-9]*: success' 1
n=$(sed -n 's/^new msg //p' "$LOG")
folder=$H/queue/local/$((n % 23))
owner=$(stat -c %u "$folder")
[ "$ROOT" = no ] || chown root "$folder"
chmod 555 "$folder"
rules l
wait_log "^warning: unable to unlink local/$((n % 23))/$n; will try again later\$"
is 'all are marked' "$(tr '\0' ' ' < "$folder/$n")" 'Dm@test.example Dl@test.example '
kill -ALRM "$SEND_PID"
wait_log 'unable to unlink' 2
[ "$ROOT" = no ] || chown "$owner" "$folder"
chmod 700 "$folder"
kill -ALRM "$SEND_PID"
wait_log '^end msg'
is 'nobody is served twice' "$(grep -c '^starting' "$LOG")" 2
stop_send

# --- a spawner is lost
# spec: scheduling.md 7, 8
rule l 'l@test.example hold'
rule r 'r@a.example die'
start_send
inject s@x.example l@test.example
wait_log 'local 1/10'
inject s@x.example r@a.example
wait_log '^alert: oh no! lost spawn connection! dying...$'
ok 'the other channel drains' kill -0 "$SEND_PID"
rules l; rules r
wait_send
is 'exit 0' "$SEND_CODE" 0
is 'last' "$(tail -n 1 "$LOG")" 'status: exiting'
is 'said once' "$(grep -c alert "$LOG")" 1
start_send
wait_log 'end msg' 2
is 'only the undone one again' "$(grep -c 'to remote r@a' "$LOG")" 1
stop_send

# --- qmail-clean is lost; it refuses
# spec: programs.md 3.3, 18.8
CLEAN="cd '$q' && exec '$TOOLS/fakeclean' '$T/clean'"
touch "$T/clean.die"
start_send
inject s@x.example a@a.example
wait_log '^alert: oh no! lost qmail-clean connection! dying...$'
wait_send
is 'exit 0' "$SEND_CODE" 0
is 'not delivered before it is out of todo' "$(grep -c starting "$LOG")" 0
rm "$T/clean.die"
touch "$T/clean.refuse"
start_send
n=$(basename "$(ls "$q"/todo/*)")
wait_log "^warning: qmail-clean unable to clean up todo/$n\$"
is 'not delivered' "$(grep -c starting "$LOG")" 0
rm "$T/clean.refuse"
pull
wait_log 'end msg'
is 'delivered once' "$(grep -c success "$LOG")" 1
await 60 sh -c "test -z \"\$(find '$q/mess' -type f)\""
# while it is busy everything else goes on
touch "$T/clean.hold"
rule r 'd@a.example Z no\n'
inject s@x.example b@a.example
wait_log 'new msg' 3
rm "$T/clean.hold"
wait_log 'end msg' 2
stop_send

# --- SIGHUP
# spec: control.md 1; scheduling.md 7
start_send
echo other.example >> "$H/control/locals"
kill -HUP "$SEND_PID"
await 60 sh -c "kill -HUP $SEND_PID; '$H/bin/qmail-queue' < /dev/null 1< /dev/null; true"
inject s@x.example a@other.example
wait_log 'to local a@other.example'
mkdir "$T/was"; mv "$H/control/locals" "$T/was"; mkdir "$H/control/locals"
kill -HUP "$SEND_PID"
wait_log '^alert: unable to reread control/locals$'
rmdir "$H/control/locals"; mv "$T/was/locals" "$H/control"
mkdir "$H/control/virtualdomains"
kill -HUP "$SEND_PID"
wait_log '^alert: unable to reread control/virtualdomains$'
inject s@x.example b@other.example
wait_log 'to local b@other.example'
rmdir "$H/control/virtualdomains"
echo 'v.example:joe-v' > "$H/control/virtualdomains"
mv "$H/control" "$T/control"; mv "$H" "$T/moved"
kill -HUP "$SEND_PID"
wait_log '^alert: unable to reread controls: unable to switch to home directory$'
mv "$T/moved" "$H"; mv "$T/control" "$H/control"
kill -HUP "$SEND_PID"
inject s@x.example u@v.example
wait_log 'starting.*u@v.example'
like 'virtual now' "$(grep u@v.example "$LOG")" 'to local joe-v-u@v.example$'
stop_send

# --- leftovers of 36 hours
# spec: queue.md 5
old=$(($(date +%s) - 200000))
touch "$q/mess/3/3"; own qmailq "$q/mess/3/3"; touch -d @$old "$q/mess/3/3"
start_send
stop_send
ok 'its ctime is young: it stays' test -f "$q/mess/3/3"
rm "$q/mess/3/3"
# spec: queue.md 10
mkdir -p "$q/suppl0/0"; touch "$q/suppl0/0/23"
[ "$ROOT" = no ] || chown -R qmails "$q/suppl0"
start_send
like 'supplemental channels' "$(cat "$LOG")" '^warning: no channel delivers the messages in suppl0/0$'
stop_send
done_testing
