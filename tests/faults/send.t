# send.t: qmail-send, when the n-th call that changes the disk fails or is the
# last: every recipient is served, every failure is told, nothing stays; and
# the order in which things become durable.
. tests/lib.sh
. tests/faults/tally.sh
. tests/sendlib.sh
F=$OUT/fault
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/qmail-send" > "$T/build" 2>&1 ||
    [ -x "$F/bin/qmail-send" ] ||
    skip_all 'the fault build cannot be made here'
new_queue
q=$H/queue
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$T" "$H" $ACCOUNTS "$F/bin/qmail-send"
mv "$T/qmail-send" "$H/bin/qmail-send.fault"
chmod 755 "$H/bin/qmail-send.fault"
NORMAL=$SEND
calls=$T/calls
: > "$calls"; chmod 666 "$calls"
rule r 'bad* D no\n'

begin() { # plan sender: a message in the queue, and qmail-send with this plan
	: > "$T/did.l"
	: > "$T/did.r"
	inject "$2" joe@test.example ok@a.example bad@a.example
	SEND="QSUITE_FAULT=$1 ${calls:+QSUITE_FAULT_LOG='$calls'} exec '$H/bin/qmail-send.fault'"
	STATUS_S=10	# it may never say so
	start_send
	unset STATUS_S
}
# told: it was killed, perhaps behind the removal of info/N: then the text stays,
# for the sweep of what is 36 hours old.
served() { # everybody, the sender of the failure too
	for r in ok@a.example bad@a.example s@x.example; do
		grep -q " $r\$" "$T/did.r" || { echo "no $r"; return 1; }
	done
	grep -q ' joe@test.example$' "$T/did.l" || { echo 'no joe'; return 1; }
	[ "$told" = no ] || find "$q/mess" -type f -exec rm {} +
	[ -z "$(left)" ] || { echo "left: $(left)"; return 1; }
}
recover() { # what is left is done by one without faults
	SEND=$NORMAL
	start_send
	kill -ALRM "$SEND_PID"
	wanted='info local remote bounce todo intd'
	[ "$told" = yes ] || wanted="mess $wanted"
	await 60 sh -c "test -z \"\$(cd '$q' && find $wanted -type f)\" && ! grep -q 'exitasap' '$LOG'"
	stop_send
	served
}

# --- the order
# spec: queue.md 4.4, 11.1, 11.2; scheduling.md 10.8; messages.md 11.6
# (a triple bounce: the child that sends others has no log of its calls)
begin 0:count '#@[]'
wait_log 'end msg'
stop_send
total=$(sed -n 's/^[^ ]* \([0-9]*\) .*/\1/p' "$calls" | sort -n | tail -n 1)
note "$total calls"
step() { # first line of the log that matches, counted from line $2
	awk -v from="$2" -v ere="$1" 'NR > from && $0 ~ ere { print NR; exit }' "$calls"
}
after() { # NAME FROM ERE: sets $at
	at=$(step "$3" "$2")
	[ -n "$at" ] && result ok "$1" || { result 'not ok' "$1"; note "after line $2: $(cat "$calls")"; at=$2; }
}
after 'info is made' 0 'open info/'
after 'local' "$at" 'open (local|remote)/'
after 'remote' "$at" 'open (local|remote)/'
last=$at
dirs=0
for n in 1 2 3; do after "file $n is synced" "$last" 'fsync -'; last=$at; done
for d in info local remote; do
	at=$(step "sync_dir $d/" "$last")
	[ -n "$at" ] && result ok "$d is synced before todo goes" ||
	    result 'not ok' "$d is synced"
	[ "${at:-0}" -gt "${dirs:-0}" ] && dirs=$at
done
after 'the failure is written' "$dirs" 'open bounce/'
after 'synced' "$at" 'fdatasync -'
after 'its name too' "$at" 'sync_dir bounce'
bounce=$at
remote=$(step 'unlink remote/' "$bounce")
ok 'then the last recipient is removed' test -n "$remote"
after 'the removal is synced' "$remote" 'sync_dir remote/'
after 'the text is removed' "$remote" 'unlink bounce/'
after 'synced' "$at" 'sync_dir bounce'
after 'then info' "$at" 'unlink info/'
after 'synced' "$at" 'sync_dir info/'

# --- the n-th call
# (a third of them under the sanitizers, which take their time)
step=1
[ -z "${ASAN_OPTIONS-}" ] || step=3
# spec: queue.md 4.4
calls=
for kill in kill killafter; do
[ $kill = kill ] || [ "${FAULTS-}" = all ] || continue
bad=
n=1
while [ $n -le "$total" ]; do
	begin "$n:$kill" s@x.example
	await 15 sh -c "! kill -0 $SEND_PID || test \$(grep -c '^end msg' '$LOG') -ge 2"
	! is_ours "$SEND_PID" || kill "$SEND_PID" 2> /dev/null
	wait_send
	told=yes
	why=$(recover) || bad="$bad lost:$n:$(printf %s "$why" | tr " \n" __)"
	n=$((n + step))
done
faultless "$kill at the n-th call: nothing is lost" $((total / step)) "$bad"
done
errors='EIO ENOSPC'
[ "${FAULTS-}" != all ] || errors='EIO ENOSPC EMFILE ENOMEM EINTR'
for error in $errors; do
	bad=
	n=1
	while [ $n -le "$total" ]; do
		begin "$n:$error" s@x.example
		await 3 sh -c "grep -Eq '^(warning|alert)' '$LOG' || test \$(grep -c '^end msg' '$LOG') -ge 2"
		await 3 sh -c "! grep -q '^status' '$LOG' || grep '^status' '$LOG' | tail -n 1 | grep -q 'local 0/10 remote 0/20'"
		! is_ours "$SEND_PID" || kill "$SEND_PID" 2> /dev/null
		wait_send
		told=no
		why=$(recover) || bad="$bad lost:$n:$(printf %s "$why" | tr " \n" __)"
		n=$((n + step))
	done
	faultless "$error: nothing is lost" $((total / step)) "$bad"
done
tell 'qmail-send'
done_testing
