# queue.t: qmail-queue and qmail-clean, when the n-th call that changes the
# disk fails or is the last: no damage, and what was acknowledged is complete
# and published.
. tests/lib.sh
. tests/faults/tally.sh
F=$OUT/fault
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/qmail-queue" "$F/bin/qmail-clean" \
    > "$T/build" 2>&1 || [ -x "$F/bin/qmail-clean" ] ||
    skip_all 'the fault build cannot be made here'
new_home
Q=$H/queue
mkdir -m 755 "$H/fault"
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$H/fault" "$H" $ACCOUNTS "$F/bin/qmail-queue" "$F/bin/qmail-clean"
chmod 755 "$H"/fault/*
if [ "$ROOT" = yes ]; then
	chown qmailq "$H/fault/qmail-queue"
	chmod 4755 "$H/fault/qmail-queue"
fi
log=$T/log
: > "$log"
chmod 666 "$log"
export QSUITE_FAULT_LOG="$log"

printf 'Subject: x\n\nbody, longer than one write\n' > "$T/msg"
head -c 200000 /dev/zero | tr '\000' '\n' >> "$T/msg"
printf 'Fs@x.example\0Ta@test.example\0Tb@remote.example\0' > "$T/records"
{ cat "$T/records"; printf '\0'; } > "$T/env"

inject() { # plan: sets code
	QSUITE_FAULT=$1 "$H/fault/qmail-queue" < "$T/msg" 1< "$T/env" \
	    2> /dev/null
	code=$?
}
empty() {
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +
}
calls() { sed "s/^[^ ]* [0-9]* //; s|pid/[0-9.]*|pid/P|; s|/[0-9][0-9]*|/N|g" "$log"; }
is_whole() { # the only message in todo has all bytes of text and envelope
	for f in "$Q"/todo/*; do
		n=${f##*/}
		tail -n +2 "$Q/mess/$((n % 23))/$n" | cmp -s - "$T/msg" &&
		tail -c "$(wc -c < "$T/records")" "$f" | cmp -s - "$T/records" ||
		return 1
	done
}
none='writing 0 queued 0 ready 0 damaged 0 pid 0'
one='writing 0 queued 1 ready 0 damaged 0 pid 0'

# spec: queue.md 11 item 1
: > "$log"
inject 0:count
is 'without faults' "$code" 0
is 'one message' "$(qcheck "$Q")" "$one"
is 'contents, then names, then the link, then its name; each durable' \
    "$(calls | uniq | tr '\n' ',')" \
    'open pid/P,link mess/N/N,unlink pid/P,write -,open intd/N,write -,fsync -,sync_dir mess/N,link todo/N,sync_dir todo,'
is 'both files are fsynced' "$(grep -c ' fsync ' "$log")" 2
total=$(wc -l < "$log")
empty

# stock has mail where directories cannot be synced, too
for n in $(sed -n 's/^[^ ]* \([0-9]*\) sync_dir .*/\1/p' "$log"); do
	inject "$n:EINVAL"
	is "a file system that cannot sync a directory (call $n)" "$code $(qcheck "$Q")" "0 $one"
	empty
done

# spec: queue.md 4.4, 4.4#1
for fault in ENOSPC EIO EMFILE ENOMEM EINTR EDQUOT EACCES; do
	bad=
	n=1
	while [ "$n" -le "$total" ]; do
		inject "$n:$fault"
		state=$(qcheck "$Q")
		case $code/$state in
		"0/$one") is_whole || bad="$bad $n:torn" ;;
		0/*) bad="$bad $n:acknowledged:$state" ;;
		[1-9]*/"$none") ;;
		# after the link nothing is undone: a duplicate is allowed
		66/"$one") is_whole || bad="$bad $n:torn" ;;
		*) bad="$bad $n:$code:$state" ;;
		esac
		empty
		n=$((n + 1))
	done
	faultless "each call fails once with $fault" "$total" "$bad"
done

for fault in EIO ENOSPC; do
	bad=
	n=1
	while [ "$n" -le "$total" ]; do
		inject "$n+:$fault"
		state=$(qcheck "$Q")
		case $code/$state in
		0/* | */*damaged\ [1-9]*) bad="$bad $n:$code:$state" ;;
		esac
		empty
		n=$((n + 1))
	done
	faultless "all calls from one on fail with $fault" "$total" "$bad"
done

for fault in kill killafter; do
	bad=
	n=1
	while [ "$n" -le "$total" ]; do
		inject "$n:$fault"
		state=$(qcheck "$Q")
		case $code/$state in
		137/*queued\ 1*) is_whole || bad="$bad $n:torn" ;;
		137/*damaged\ 0*) ;;
		*) bad="$bad $n:$code:$state" ;;
		esac
		# what it left does not stop the next one
		inject 0:count
		[ "$code" -eq 0 ] || bad="$bad $n:next:$code"
		case $(qcheck "$Q") in
		*'damaged 0'*) ;;
		*) bad="$bad $n:next:damage" ;;
		esac
		empty
		n=$((n + 1))
	done
	faultless "each call with $fault" "$total" "$bad"
done

bad=
n=1
while [ "$n" -le "$total" ]; do
	inject "$n:short"
	[ "$code/$(qcheck "$Q")" = "0/$one" ] && is_whole || bad="$bad $n:$code"
	empty
	n=$((n + 1))
done
faultless 'short writes' "$total" "$bad"

# ---- the second message of a session: mail/qq_session.h ----

{ printf 'M\003\015\150'; cat "$T/msg"; printf 'E\000\000\060'; cat "$T/env"
printf '.\000\000\000'; } > "$T/frames"
is 'the frames are as long as they say' \
    "$(wc -c < "$T/msg") $(wc -c < "$T/env")" "$((3 * 65536 + 13 * 256 + 104)) 48"
# -f: with the frames all there before it starts, each run makes the same calls
session() { # plan: sets answers
	answers=$(QSUITE_FAULT=$1 qqraw -f "$H/fault/qmail-queue" "$T/msg" "$T/env" \
	    < "$T/frames" 2> /dev/null | tr '\n' ' ')
	state=$(qcheck "$Q")
}
two='writing 0 queued 2 ready 0 damaged 0 pid 0'
: > "$log"
session 0:count
is 'a session of two' "$answers$state" "hello reply 0 reply 0 exit 0 $two"
# the pieces of the second text, behind the head of a frame, are others
merge_writes() { awk '!(/^write / && $0 == last); { last = $0 }'; }
is 'makes the same calls for each' "$(calls | head -n "$total" | merge_writes)" \
    "$(calls | tail -n +"$((total + 1))" | merge_writes)"
both=$(calls | wc -l)
empty
# spec: queue.md 4.4
for fault in ENOSPC EIO EMFILE ENOMEM EINTR kill killafter short; do
	bad=
	n=$((total + 1))
	while [ "$n" -le "$both" ]; do
		session "$n:$fault"
		is_whole || bad="$bad $n:torn"
		case $answers/$state in
		"hello reply 0 reply 0 exit 0 /$two") ;;
		"hello reply 0 reply "[1-9]*" exit 0 /$one") ;;
		# after the link nothing is undone: a duplicate is allowed
		"hello reply 0 reply 66 exit 0 /$two") ;;
		"hello reply 0 killed "/*queued\ [12]*damaged\ 0*) ;;
		*) bad="$bad $n:$answers:$state" ;;
		esac
		empty
		n=$((n + 1))
	done
	faultless "each call for the second message: $fault" "$total" "$bad"
done
bad=
n=$((total + 1))
while [ "$n" -le "$both" ]; do
	session "$n+:EIO"
	case $answers/$state in
	"hello reply 0 reply "[1-9]*/*queued\ [12]*damaged\ 0*) ;;
	*) bad="$bad $n:$answers:$state" ;;
	esac
	empty
	n=$((n + 1))
done
faultless 'all calls from one of the second message on fail' "$total" "$bad"

# ---- qmail-clean ----

ask() { # plan requests: replies in $T/replies, sets code
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$2" > "$T/requests"
	QSUITE_FAULT=$1 as qmailq "$H/fault/qmail-clean" < "$T/requests" \
	    > "$T/replies" 2> /dev/null
	code=$?
}
queued() { # a message: its number in $n
	rm -f "$Q"/info/*/*
	empty
	inject 0:count
	for f in "$Q"/todo/*; do n=${f##*/}; done
}
sorted() {
	queued
	: > "$Q/info/$((n % 23))/$n"
}
count_calls() { : > "$log"; ask 0:count "$1"; total=$(wc -l < "$log"); }

sorted
count_calls "todo/$n\\0"
is 'todo' "$(cat "$T/replies") $(qcheck "$Q")" \
    '+ writing 0 queued 0 ready 1 damaged 0 pid 0'
for fault in EIO EACCES ENOSPC ENOMEM EINTR kill killafter; do
	bad=
	i=1
	while [ "$i" -le "$total" ]; do
		sorted
		ask "$i:$fault" "todo/$n\\0"
		state=$(qcheck "$Q")
		case $(cat "$T/replies")/$state in
		+/*'ready 1'*) ;;
		!/*'queued 1'*) ;;
		/*'damaged 0'*) [ "$code" -ne 0 ] || bad="$bad $i:silent" ;;
		*) bad="$bad $i:$(cat "$T/replies"):$state" ;;
		esac
		ask 0:count "todo/$n\\0"
		case $(qcheck "$Q") in
		*'ready 1 damaged 0'*) ;;
		*) bad="$bad $i:again" ;;
		esac
		i=$((i + 1))
	done
	faultless "todo with $fault" "$total" "$bad"
done

# spec: design.md 4
queued
: > "$log"
ask 0:count "todo/$n\\0foop/$n\\0"
is 'todo is gone for good before the text goes' "$(calls | tr '\n' ',')" \
    'unlink intd/N,unlink todo/N,sync_dir todo,unlink mess/N/N,write -,'
is 'both' "$(cat "$T/replies") $(qcheck "$Q")" "++ $none"
for fault in EIO kill killafter; do
	bad=
	for i in 3 4 5; do
		queued
		ask "$i:$fault" "todo/$n\\0foop/$n\\0"
		state=$(qcheck "$Q")
		case $(cat "$T/replies")/$state in
		"++/$none" | "/$none") ;;
		+!/'writing 1 queued 0'*'damaged 0'*) ;;
		/*'damaged 0'*) [ "$code" -ne 0 ] || bad="$bad $i:silent" ;;
		*) bad="$bad $i:$(cat "$T/replies"):$state" ;;
		esac
		ask 0:count "foop/$n\\0"
		[ "$(qcheck "$Q")" = "$none" ] || bad="$bad $i:again"
	done
	faultless "foop with $fault" 3 "$bad"
done

tell 'qmail-queue and qmail-clean'
done_testing
