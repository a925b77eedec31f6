#!/bin/sh
# Debian's multilog and tai64nlocal on the log of our qmail-send; our
# supervise and svscan around them.
. tests/lib.sh
. tests/peers/peers.sh
theirs() { # PROGRAM: that of the package, not ours
	for folder in /usr/bin /usr/local/bin /command; do
		[ -x "$folder/$1" ] && { echo "$folder/$1"; return; }
	done
	echo "$1-of-daemontools"
}
need "$(theirs multilog)" "$(theirs tai64nlocal)" "$(theirs svstat)"
. tests/system.sh
# the log script of qmail-send with their multilog in the place of ours
sed "s| multilog | $(theirs multilog) |" service/qmail-send/log/run > "$T/log.run"
ok 'the log script is changed' grep -q "$(theirs multilog)" "$T/log.run"
start_system "$T/log.run"
L=$H/run/qmail-send/log/main
echo 'Subject: one' | sendmail -f ann@test.example joe@test.example
arrives 'a message' "$T/joe/Maildir" '^Subject: one$'
ok 'their multilog has the whole story' await 60 grep -q ' end msg ' "$L/current"
# spec: scheduling.md 7
like 'TAI64N in front' "$(grep -v single-user "$L/current" | head -n 1)" \
    '^@4[0-9a-f]{23} status: local 0/10 remote 0/20$'
is 'each line' "$(sed 's/^@4[0-9a-f]\{23\} //' "$L/current" | sed '/single-user/d; s/[0-9][0-9]*/N/g')" \
    "status: local N/N remote N/N
new msg N
info msg N: bytes N from <ann@test.example> qp N uid N
starting delivery N: msg N to local joe@test.example
status: local N/N remote N/N
delivery N: success: did_N+N+N/
status: local N/N remote N/N
end msg N"
"$(theirs tai64nlocal)" < "$L/current" > "$T/their-times"
"$H/bin/tai64nlocal" < "$L/current" > "$T/our-times"
same_file 'both tai64nlocal say the same' "$T/our-times" "$T/their-times"
like 'their svstat reads our supervise' \
    "$("$(theirs svstat)" "$H/run/qmail-send" "$H/run/qmail-send/log")" \
    ': up \(pid [0-9]+\) [0-9]+ seconds'
stop_system
like 'it had the last line too' "$(tail -n 1 "$L/current")" ' status: exiting$'
done_testing
