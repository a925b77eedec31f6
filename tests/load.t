# load.t: 5,000 messages through qmail-queue, 20 at a time, arrive in a
# Maildir, each once, each byte for byte.
. tests/lib.sh
. tests/system.sh
start_system
ok 'all are acknowledged' sh -c "flood -p 20 -s 1500 5000 ann@test.example joe@test.example '$H/bin/qmail-queue' > '$T/acks'"
ok 'all are delivered' await 280 sh -c "qmail-qstat | grep -qx 'messages in queue: 0'"
result_line=$(mailcheck "$T/joe/Maildir" "$T/acks")
is 'each once, byte for byte' "$result_line" 'whole 5000 torn 0 duplicate 0 missing 0'
stop_system
done_testing
