# inject.sh: a running system in which the n-th system call of one program
# fails, by strace's fault injection.  After lib.sh; ends the test where that
# does not work.
#
#   wrap PROGRAM...     these can be told to fail
#   sweep PROGRAM       every call of $calls with each of its errors, each time
#                       with three messages, or five: BOUNCES=yes
# close(2) is not among the calls: it closes the descriptor whatever it says,
# and strace's does not.
# FAULTS=all: each call, else the first and one in the middle, with one error.
# The sums of it all are in $tried, $lost, $torn, $duplicated, $stuck, $left
# (the program ended, and was started again), $idle (it stayed, but took no
# more mail) and $bounced (mail that was refused, and should not have been).

. tests/faults/tally.sh
command -v strace > /dev/null 2>&1 || skip_all 'strace is not here'
# hundreds of calls of their own, and they wait for ever when these fail
[ -z "${ASAN_OPTIONS-}" ] || skip_all "most calls would be the sanitizers'"
new_home
new_user joe
new_user ann
strace -f -o "$T/try" -e trace=openat -e inject=openat:error=EIO:when=9999 true \
    2> "$T/stderr" || skip_all 'strace cannot inject faults here'
Q=$H/queue
as joe maildirmake "$T/joe/Maildir"
as ann maildirmake "$T/ann/Maildir"
rm -f "$H/alias/.qmail-default"
mkdir "$T/far" "$T/far/x" "$T/far/x/new" "$T/far/x/cur" "$T/far/x/tmp"
chmod 777 "$T/far/x" "$T/far/x"/*
echo "#!$OUT/tests/tools/fakeremote $T/far" > "$T/remote"
chmod 755 "$T/remote"
mkdir -m 777 "$T/traces"
BOUNCES=no
export FAULTY FAULT_CALL FAULT_ERROR FAULT_N
full=no
[ "${FAULTS-}" != all ] || full=yes

wrap() {
	for p; do
		mv "$H/bin/$p" "$H/bin/$p.real"
		cat > "$H/bin/$p" <<END
#!/bin/sh
[ "\$FAULTY" = $p ] || exec $H/bin/$p.real "\$@"
exec strace -D -o $T/traces/all -e trace=\$FAULT_CALL -e inject=\$FAULT_CALL:error=\$FAULT_ERROR:when=\$FAULT_N $H/bin/$p.real "\$@"
END
		chmod 755 "$H/bin/$p"
	done
}

start() {
	: > "$T/log"
	QMAILREMOTE="$T/remote" qmail-start ./Maildir/ > "$T/log" 2>&1 &
	starter=$!
	started=$starter
}
stop() {
	# strace has a copy of the pipe to a spawner that qmail-send has closed,
	# so that one does not end, and qmail-send would wait for it
	if grep -q 'lost spawn connection' "$T/log"; then
		kill -KILL "$starter" 2> "$T/stderr"
	else
		kill "$starter" 2> "$T/stderr"
	fi
	wait "$starter" 2> "$T/stderr"
	started=
}
hurry() { kill -ALRM "$starter" 2> "$T/stderr"; }
send() { # NUMBER RECIPIENT
	flood -s 500 -n "$1" 1 ann@test.example "$2" "$H/bin/qmail-queue" > "$T/acks.$1"
}
logged() { logwait "$1" "$starter" "$T/log" "$2" "$3"; }
count() { # what was acknowledged, where it has to be: $T/expected
	cat "$T"/acks.[1-4] > "$T/acks"
	mailcheck -e "$T/expected" "$T/acks" > "$T/said" 2> "$T/stderr"
	if ! read -r _ _ _ bad_torn _ again _ bad_missing < "$T/said"; then
		lost=$((lost + 1))
		return
	fi
	torn=$((torn + bad_torn)) duplicated=$((duplicated + again))
	lost=$((lost + bad_missing))
}
# Once more, without faults, as supervise does.
restart() {
	stop
	saved=$FAULTY
	FAULTY=none
	start
	logged 10 1 'status: local'
	hurry
	qcheck -w "$Q" || stuck=$((stuck + 1))
	FAULTY=$saved
}
is_served() { # message 4, or it is not there any more
	await 30 sh -c "mailcheck '$T/joe/Maildir' '$T/acks.4' | grep 'missing 0' || ! kill -0 $starter"
}
# One message more, when the fault is behind it: that is delivered at once.
go_on() {
	is_behind=no
	! grep -qs INJECTED "$T/traces/all" || is_behind=yes
	send 4 joe@test.example
	hurry
	ends=$((ends + 1))
	seconds=5
	# what was put off waits for minutes: as long as we look, nothing happens
	! grep -q 'warning: \|alert: ' "$T/log" || seconds=1
	logged $seconds $ends 'end msg'
	case $? in
	# what was put off may be the removal of one that is at its end
	0) grep -q 'warning: \|alert: ' "$T/log" || return ;;
	2) left=$((left + 1)) ;;
	*) if grep -q 'lost spawn connection' "$T/log"; then
		left=$((left + 1))
	elif [ $is_behind = yes ] && ! is_served; then
		idle=$((idle + 1))
		trouble idle
	fi ;;
	esac
	restart
}
trouble() {
	[ -z "${FAULTS_SAY-}" ] || note "$1: $FAULT_CALL:$FAULT_ERROR:$FAULT_N" "$(tail -n 20 "$T/log")"
	bad="$bad $1:$FAULT_CALL:$FAULT_ERROR:$FAULT_N"
}
try() {
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" "$Q/info" "$Q/local" \
	    "$Q/remote" "$Q/bounce" "$T/joe/Maildir" "$T/ann/Maildir" \
	    "$T/far" "$T/traces" -type f -delete
	sum=$((lost + torn + stuck))
	start
	send 1 joe@test.example
	send 2 x@far.example
	ends=2
	[ $BOUNCES = no ] || { ends=4; send 3 nobody@test.example; }
	logwait 3 "$starter" "$T/log" $ends 'end msg' 1 deferral 1 'warning: ' 1 'alert: '
	go_on
	stop
	count
	if grep -qs '^X-Number: [^3]' "$T"/ann/Maildir/new/*; then
		bounced=$((bounced + 1))
		trouble bounced
	fi
	for f in "$Q"/info/*/* "$Q"/local/*/* "$Q"/remote/*/* "$Q"/bounce/* "$Q"/todo/*; do
		[ ! -e "$f" ] || { stuck=$((stuck + 1)); break; }
	done
	[ $((lost + torn + stuck)) -eq $sum ] || trouble "lost-$lost-torn-$torn-stuck-$stuck"
}
errors_of() { # what the call can say, by its manual page
	case $1 in
	openat) echo EIO ENOSPC EMFILE ENOMEM EINTR ;;
	read) echo EIO EINTR ;;
	write | pwrite64) echo EIO ENOSPC EINTR ;;
	fsync | fdatasync) echo EIO ENOSPC ;;
	link | rename | mkdir) echo EIO ENOSPC ENOMEM ;;
	ftruncate) echo EIO EINTR ;;
	poll) echo EINTR ENOMEM ;;
	wait4) echo EINTR ;;
	vfork | fork | clone | mmap | brk) echo ENOMEM ;;
	pipe2 | socketpair | fcntl) echo EMFILE ENOMEM ;;
	sendmsg | recvmsg) echo EIO EINTR ENOMEM ;;
	*) echo EIO ENOMEM ;;
	esac
}
sweep() { # PROGRAM: its $calls
	begin_tally
	left=0 bounced=0 idle=0 bad=
	printf '%s\n' "$T/joe/Maildir 1 4" "$T/far/x 2" > "$T/expected"
	[ $BOUNCES = no ] || echo "$T/ann/Maildir 3" >> "$T/expected"
	: > "$T/acks.3"
	FAULTY=$1
	for FAULT_CALL in $calls; do
		for FAULT_ERROR in $(errors_of "$FAULT_CALL"); do
			FAULT_N=1
			while :; do
				try
				grep -qs INJECTED "$T/traces/all" || break
				tried=$((tried + 1))
				FAULT_N=$((FAULT_N + 1))
				[ $full = no ] || continue
				[ $FAULT_N -eq 2 ] || break
				FAULT_N=$(($(grep -c "^$FAULT_CALL(" "$T/traces/all") / 2))
				[ $FAULT_N -gt 1 ] || break
			done
			[ $full = yes ] || break
		done
	done
	ok "$1: there are calls to fail" [ $tried -gt 5 ]
	is "$1: nothing is lost, torn, stuck, left lying or refused" \
	    "lost $lost torn $torn stuck $stuck idle $idle bounced $bounced$bad" \
	    'lost 0 torn 0 stuck 0 idle 0 bounced 0'
	note "$1: ended $left"
	tell "calls of $1"
}
