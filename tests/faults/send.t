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
	SEND=$H/bin/qmail-send.fault
	export QSUITE_FAULT="$1" ${calls:+QSUITE_FAULT_LOG="$calls"}
	STATUS_S=10	# it may never say so
	start_send
	unset STATUS_S QSUITE_FAULT QSUITE_FAULT_LOG
}
got() { # CHANNEL ADDRESS: the spawner had a command for it
	while read -r line; do
		case $line in *" $2") return 0 ;; esac
	done < "$T/did.$1"
	return 1
}
# told: it was killed, perhaps behind the removal of info/N: then the text stays,
# for the sweep of what is 36 hours old.
served() { # everybody, the sender of the failure too; or why not, in $why
	for r in ok@a.example bad@a.example s@x.example; do
		got r $r || { why="no $r"; return 1; }
	done
	got l joe@test.example || { why='no joe'; return 1; }
	text=-false
	[ "$told" = no ] || text="-path $q/mess/* -delete"
	set -f
	# shellcheck disable=SC2086 # words, with a star
	find "$q/mess" "$q/info" "$q/local" "$q/remote" "$q/bounce" "$q/todo" \
	    "$q/intd" -type f \( $text -o -print \) > "$T/left" ||
		{ set +f; why='no list of what is left'; return 1; }
	set +f
	[ ! -s "$T/left" ] || { why="left: $(cat "$T/left")"; return 1; }
}
recover() { # what is left is done by one without faults
	SEND=$NORMAL
	start_send
	kill -ALRM "$SEND_PID"
	wanted='info local remote bounce todo intd'
	[ "$told" = yes ] || wanted="mess $wanted"
	# shellcheck disable=SC2086 # a list of names
	empty $wanted
	stop_send
	served
}
lost() { bad="$bad lost:$n:$(printf %s "$why" | tr " \n" __)"; }
end_faulty() { # once it has done what it can
	! is_ours "$SEND_PID" || kill "$SEND_PID" 2> /dev/null
	wait_send
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
	logwait -e 15 "$SEND_PID" "$LOG" 2 '^end msg'
	end_faulty
	told=yes
	recover || lost
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
		logwait -e 3 "$SEND_PID" "$LOG" 1 '^(warning|alert)' 2 '^end msg'
		logwait -l 3 "$SEND_PID" "$LOG" '^status' 'local 0/10 remote 0/20'
		end_faulty
		told=no
		recover || lost
		n=$((n + step))
	done
	faultless "$error: nothing is lost" $((total / step)) "$bad"
done
tell 'qmail-send'
done_testing
