# qmail-send: routes, log lines, deliveries, bounces, signals, with scripted
# spawners.
. tests/lib.sh
. tests/sendlib.sh

new_queue

# --- one message each way
# spec: scheduling.md 5, 7
rules l '* hold'
rule r '* hold'
start_send
ok 'queue one' inject s@x.example joe@test.example far@away.example
wait_log 'remote 1/20'
rules l 'joe* K did 1+0+0\n'
wait_log '^delivery 1'
rules r
wait_log 'end msg'
n=$(sed -n 's/^new msg //p' "$LOG")
qp=$(cat "$T/qp")
size=$(sed -n 's/^info msg [0-9]*: bytes \([0-9]*\) .*/\1/p' "$LOG")
cat > "$T/want" <<EOT
status: local 0/10 remote 0/20
new msg $n
info msg $n: bytes $size from <s@x.example> qp $qp uid $(id -u)
starting delivery 1: msg $n to local joe@test.example
status: local 1/10 remote 0/20
starting delivery 2: msg $n to remote far@away.example
status: local 1/10 remote 1/20
delivery 1: success: did_1+0+0/
status: local 0/10 remote 1/20
delivery 2: success: 
status: local 0/10 remote 0/20
end msg $n
EOT
same_file 'every log line of a message' "$LOG" "$T/want"
# spec: queue.md 4.3
await 60 sh -c "! ls '$H'/queue/mess/*/* 2> /dev/null"
is 'nothing is left of it' "$(left)" ''
# spec: scheduling.md 3
stop_send
is 'exit 0 after SIGTERM' "$SEND_CODE" 0
is 'its last word' "$(tail -n 1 "$LOG")" 'status: exiting'

# --- a bounce, byte for byte
# spec: messages.md 7, 7#1, 3; scheduling.md 6
rule r 'bad@away.example D Remote host said no.\n\nReally.'
rule r 'worse@away.example D \nno LF at the end'
rule l 's@test.example hold'
start_send
inject s@test.example bad@away.example worse@away.example
wait_log 'bounce msg'
wait_log 'starting delivery 3'
wait_did l ' s@test.example$'
n=$(sed -n 's/^new msg //p' "$LOG" | sed -n 1p)
b=$(sed -n 's/^new msg //p' "$LOG" | sed -n 2p)
bounce=$(cat "$H"/queue/mess/*/"$b")
date=$(printf '%s\n' "$bounce" | sed -n 's/^Date: //p' | head -n 1)
bqp=$(sed -n 's/^bounce msg [0-9]* qp //p' "$LOG")
like 'the date' "$date" '^[1-9][0-9]? [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} -0000$'
like 'it comes from qmail-send' "$(printf '%s\n' "$bounce" | head -n 1)" \
    "^Received: \(qmail $bqp invoked for bounce\)|by uid"
cat > "$T/want" <<EOT
Date: $date
From: MAILER-DAEMON@test.example
To: s@test.example
Subject: failure notice

Hi. This is the qmail-send program at test.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<bad@away.example>:
Remote host said no.
/Really.

<worse@away.example>:
/no LF at the end

--- Below this line is a copy of the message.

Return-Path: <s@test.example>
$(printf '%s\n' "$bounce" | sed -n '/^Return-Path/,$p' | sed 1d | head -n 1)
Subject: test

body
EOT
printf '%s\n' "$bounce" | sed 1d > "$T/got"
same_file 'the bounce' "$T/got" "$T/want"
diff "$T/got" "$T/want" | sed 's/^/# /'
is 'its sender is empty' "$(tail -n 1 "$T/did.l" | cut -d' ' -f 3)" ''
rules l
stop_send
done_testing
