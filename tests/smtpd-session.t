# smtpd-session.t: the messages of an SMTP or QMTP connection go through one
# qmail-queue; one that is killed costs the message that it had, and no other
. tests/lib.sh
new_home
Q=$H/queue
mkfifo "$T/commands"
log=$T/replies

begin() { # a session: what is written to descriptor 7 is said to it
	: > "$log"
	background sh -c "exec '$H/bin/qmail-smtpd' < '$T/commands' > '$log'"
	smtpd=$last_pid
	exec 7> "$T/commands"
	ok 'a session' await 60 grep -q '^220' "$log"
}
say() { printf '%s\r\n' "$@" >&7; }
count() { grep -c "$1" "$log"; }
await_count() { await 60 sh -c "[ \$(grep -c '$1' '$log') -ge $2 ]"; }
message() { say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA 'Subject: x' '' body .; }
qp() { sed -n 's/^250 ok [0-9]* qp \([0-9]*\).*/\1/p' "$log"; }
lines() { i=0; while [ $i -lt 2000 ]; do printf 'a line of a message that is long enough\r\n' >&7; i=$((i + 1)); done; }
empty() { find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +; }
# gone for good, and reaped by its own parent only
kill_it() { kill -9 "$1"; await 60 sh -c "! kill -0 $1 2> /dev/null || grep -q '^State:.Z' /proc/$1/status"; }

# spec: design.md 6
begin
message
message
ok 'two messages' await_count '^250 ok [0-9]* qp' 2
is 'one process' "$(qp | sort -u | wc -l | tr -d ' ')" 1
first=$(qp | head -n 1)
is 'which has two messages' "$(qcheck "$Q")" \
    'writing 0 queued 2 ready 0 damaged 0 pid 0'
say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA
ok 'a third begins' await_count '^354' 3
lines
ok 'its process is killed inside' kill_it "$first"
say .
ok 'this one is to be sent again' await_count '^451 qq crashed (#4.3.0)' 1
message
ok 'the session goes on' await_count '^250 ok [0-9]* qp' 3
second=$(qp | tail -n 1)
ok 'with another process' [ "$second" -ne "$first" ]
ok 'that is killed between messages' kill_it "$second"
message
ok 'which costs nothing' await_count '^250 ok [0-9]* qp' 4
is 'no more was refused' "$(count '^451')" 1
like 'four are queued' "$(qcheck "$Q")" 'queued 4 ready 0 damaged 0'
third=$(qp | tail -n 1)

# the client's death inside a message: nothing of it stays
say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA
ok 'a fifth begins' await_count '^354' 6
lines
exec 7>&-
wait "$smtpd"
is 'the client goes away' "$?" 1
ok 'the process as well' await 60 sh -c "! kill -0 $third 2> /dev/null"
empty

# refused messages in the middle
begin
echo 100 > "$H/control/databytes"
message
say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA
lines
say .
ok 'a message that is too large' await_count '^552 ' 1
say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>' DATA
i=0
while [ $i -lt 101 ]; do say 'Received: x'; i=$((i + 1)); done
say .
ok 'a message that loops' await_count '^554 too many hops' 1
message
ok 'and one more' await_count '^250 ok [0-9]* qp' 2
is 'all by one process' "$(qp | sort -u | wc -l | tr -d ' ')" 1
say QUIT
wait "$smtpd"
is 'good-bye' "$?" 0
exec 7>&-
is 'two are queued, nothing else' "$(qcheck "$Q")" \
    'writing 0 queued 2 ready 0 damaged 0 pid 0'
rm "$H/control/databytes"
empty

# spec: programs.md 1.3
echo 0 > "$H/control/leases"
begin
message
message
ok 'control/leases 0: two messages' await_count '^250 ok [0-9]* qp' 2
is 'two processes' "$(qp | sort -u | wc -l | tr -d ' ')" 2
exec 7>&-
wait "$smtpd"
rm "$H/control/leases"
empty

# qmail-queue starts while the client thinks about what to say after RCPT
begin
say 'MAIL FROM:<s@x>' 'RCPT TO:<nobody@elsewhere.example>'
ok 'a refused recipient' await_count '^553' 1
is 'starts nothing' "$(qcheck "$Q")" 'writing 0 queued 0 ready 0 damaged 0 pid 0'
say 'RCPT TO:<joe@test.example>'
ok 'an accepted one starts a process' await 60 sh -c "qcheck '$Q' | grep -q '^writing 1 '"
say RSET 'MAIL FROM:<t@x>' 'RCPT TO:<joe@test.example>'
ok 'another transaction' await_count '^250 ok' 4
is 'has the same' "$(qcheck "$Q")" 'writing 1 queued 0 ready 0 damaged 0 pid 0'
say QUIT
wait "$smtpd"
exec 7>&-
is 'no message came: nothing is left' "$(qcheck "$Q")" \
    'writing 0 queued 0 ready 0 damaged 0 pid 0'
printf '#!/bin/sh\necho started >> "%s"\nexit 53\n' "$T/wrapper.log" > "$T/wrapper"
chmod 755 "$T/wrapper"
export QMAILQUEUE="$T/wrapper"
begin
unset QMAILQUEUE
say 'MAIL FROM:<s@x>' 'RCPT TO:<joe@test.example>'
ok 'QMAILQUEUE' await_count '^250 ok' 2
say QUIT
wait "$smtpd"
exec 7>&-
nok 'is never started without a message' [ -e "$T/wrapper.log" ]

# spec: protocols.md 4
{ printf '5:\nbody,3:s@x,20:16:joe@test.example,,'
printf '5:\nbody,3:s@x,20:16:joe@test.example,,'; } > "$T/qmtp"
"$H/bin/qmail-qmtpd" < "$T/qmtp" > "$log"
is 'QMTP: two answers' "$(tr ',' '\n' < "$log" | grep -c 'Kok [0-9]* qp')" 2
is 'one process' "$(tr ',' '\n' < "$log" | sed -n 's/.*qp //p' | sort -u | wc -l | tr -d ' ')" 1
is 'two are queued' "$(qcheck "$Q")" 'writing 0 queued 2 ready 0 damaged 0 pid 0'

done_testing
