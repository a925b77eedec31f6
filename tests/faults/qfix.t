# qfix.t: damage of each class to a queue with mail in it: qmail-send warns,
# queue-fix repairs, and every message is delivered, without a warning; and
# queue-fix killed at any call.
# FAULTS=all: killed at each call, else at a sample of them.
. tests/lib.sh
. tests/faults/tally.sh
. tests/sendlib.sh
new_queue
Q=$H/queue
own() { [ "$ROOT" != yes ] || chown "$@"; }
repair() { queue-fix "$Q" > "$T/said" 2>&1; }

# Three messages: one not sorted yet, one waiting for two recipients, one more.
# (nobody reads the rules meanwhile: they need not change in one step)
prepare() {
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" "$Q/info" "$Q/local" \
	    "$Q/remote" "$Q/bounce" -type f -delete
	for f in "$H"/queue.lost+found.*; do [ ! -e "$f" ] || rm -rf "$f"; done
	printf '%s\n' '* Z later\n' > "$T/rules.l"
	printf '%s\n' '* Z later\n' > "$T/rules.r"
	inject s@x.example joe1@test.example r1@a.example
	inject s@x.example joe2@test.example r2@a.example
	start_send
	wait_log '^delivery .*: deferral' 4
	stop_send
	inject s@x.example joe3@test.example r3@a.example
	: > "$T/did.l"
	: > "$T/did.r"
	for f in "$Q"/info/*/*; do n=${f##*/}; done	# one of the two
	d=$((n % 23))
	e=$(((n + 1) % 23))
	: > "$T/rules.l"
	: > "$T/rules.r"
}
# qmail-send on what is there: all are tried at once
run() {
	set --
	for f in "$Q"/local/*/* "$Q"/remote/*/*; do
		[ ! -f "$f" ] || set -- "$@" "$f"
	done
	[ $# -eq 0 ] || touch -d '1 hour ago' "$@"
	start_send
	kill -ALRM "$SEND_PID"
}
# how many of the six addresses, each at least once, in $served
delivered() {
	served=0
	seen=
	for log in "$T/did.l" "$T/did.r"; do while read -r line; do
		address=${line##* }
		case $address in
		joe[123]@* | r[123]@*) ;;
		*) continue ;;
		esac
		case $seen in *" $address "*) continue ;; esac
		seen="$seen $address "
		served=$((served + 1))
	done < "$log"; done
}
sound() { # queue-fix finds nothing but what is left for cleanup: $rest
	queue-fix "$Q" > "$T/again"
	rest=
	while read -r line || [ -n "$line" ]; do
		case $line in *'left for cleanup'*) ;; *) rest="$rest$line
" ;; esac
	done < "$T/again"
	rest=${rest%?}
}
trouble='warning: (trouble opening|unable to (stat|open|opendir|switch|read))|unknown record type'
# class NAME WARNING LEFT: after damage; WARNING: in qmail-send's log before,
# `-` none (what users saw is something else); LEFT: addresses that are gone
class() {
	if [ "$2" != - ]; then
		run
		logwait -e 60 "$SEND_PID" "$LOG" 1 "$2"
		like "$1: qmail-send says so" "$(cat "$LOG")" "$2"
		stop_send
	fi
	repair
	like "$1: queue-fix ends" "$(tail -n 1 "$T/said")" '^queue-fix finished'
	run
	want=$((6 - ${3:-0}))
	# in the order in which a message goes through them; info goes last
	empty todo local remote info || note "left: $(left)" "$(cat "$T/said")"
	delivered
	is "$1: every message is delivered" "$served" "$want"
	unlike "$1: and no warning" "$(cat "$LOG")" "$trouble"
	stop_send
	sound
	is "$1: nothing is left to repair" "$rest" 'queue-fix finished...'
}

# spec: queue-fix.md 6, 7
# (1, 17: it is the spawners that cannot open the text, and defer)
prepare
is 'three messages' "$(qcheck "$Q")" 'writing 0 queued 1 ready 2 damaged 0 pid 0'
class 'no damage' -

# 1: a copy: every inode is another
prepare
(cd "$H" && tar cf "$T/queue.tar" --exclude=queue/lock/trigger queue && rm -rf queue && tar xpf "$T/queue.tar" 2> "$T/stderr")
class '1, 7: a restored queue' -
prepare
mv "$Q/remote/$d/$n" "$Q/remote/$e/$n"
class '2: wrong split directory' -
prepare
# in the same directory, and no other message has it
m=$((n + 23))
while [ -e "$Q/mess/$d/$m" ]; do m=$((m + 23)); done
for x in mess info local remote; do mv "$Q/$x/$d/$n" "$Q/$x/$d/$m"; done
class '1: the text has another number' -
prepare
rmdir "$Q"/mess/22 2> /dev/null || mv "$Q/mess/22" "$Q/mess/1022"
class '3: no mess/22' -
prepare
mkdir "$Q/mess/23" "$Q/info/23" "$Q/local/23" "$Q/remote/23"
for x in mess info local remote; do mv "$Q/$x/$d/$n" "$Q/$x/23/$n"; done
queue-fix -s 23 "$Q" > "$T/said"
like '4: the surplus directories go' "$(cat "$T/said")" '^removing empty mess/23$'
class '4: after shrinking' -
if [ "$ROOT" = yes ]; then
	prepare
	chown root "$Q/mess/$d"; chmod 700 "$Q/mess/$d"
	class '5: a directory that cannot be entered' "unable to opendir mess/$d"
	prepare
	chown root "$Q/remote/$d/$n"
	class '6: owner of remote' "warning: trouble opening remote/$d/$n; will try again later"
	prepare
	chown root "$Q/info/$d/$n"
	class '6: owner of info' "warning: (trouble opening|unable to open|trouble reading) (info|local|remote)/$d/$n"
fi
prepare
rm "$Q/lock/trigger"
class '7: no trigger' -
prepare
rm "$Q/lock/trigger"; echo > "$Q/lock/trigger"
class '8: trigger is a file' -
prepare
rm "$Q/lock/sendmutex"
mkdir "$Q/lock/sendmutex"
: > "$LOG"
background "$TOOLS/sendrig" "$LOG" '' '' '' "$(run_as qmails "$SEND")"
SEND_PID=$last_pid
wait_send
like '9: qmail-send says so' "$(cat "$LOG")" 'alert: cannot start: unable to open mutex'
rmdir "$Q/lock/sendmutex"
class '9: no sendmutex' -
prepare
rm "$Q/lock/tcpto"
class '10: no tcpto' -
prepare
head -c 640 /dev/zero > "$Q/lock/tcpto"
class '11: tcpto is cut' -
prepare
rm "$Q/mess/$d/$n"
class '17: info without its text' - 2
like '17: whom it was for' "$(cat "$T/said")" "info/$d/$n: body lost, from <s@x.example> to joe[12]@test.example to r[12]@a.example"
prepare
for f in "$Q"/todo/*; do t=${f##*/}; done
rm "$Q/mess/$((t % 23))/$t"
class '16: todo without its text' "warning: unable to stat mess/$((t % 23))/$t" 2
like '16: whom it was for' "$(cat "$T/said")" "todo/$t: body lost, from <s@x.example> to joe3@test.example to r3@a.example"
prepare
rm "$Q/info/$d/$n"
class '18: channels without info' - 2
like '18: whom it was for' "$(cat "$T/said")" "(local|remote)/$d/$n without info, to "
prepare
rm "$Q/info/$d/$n" "$Q/mess/$d/$n"
class '19: channels alone' - 2
prepare
: > "$Q/info/$d/$n"
class '22: empty info' 'warning: trouble (reading|opening)' 2
prepare
: > "$Q/remote/$d/$n"
class '23: empty remote' - 1
prepare
for f in "$Q"/todo/*; do : > "$f"; done
class '25: empty todo' 'warning: ' 2
prepare
queue-fix -b 1 "$Q" > "$T/said"
for f in "$Q"/todo/*/*; do [ ! -f "$f" ] || mv "$f" "$Q/todo/"; done
class '27: flat where split is wanted' -
queue-fix -b 0 "$Q" > "$T/said"

prepare
cp -p "$Q/mess/$d/$n" "$Q/mess/$e/$n"
class '29: a number twice' -
like '29: the one with its own inode stays' "$(cat "$T/said")" "^mess/$e/$n has no envelope"
prepare
: > "$Q/pid/1.2.3"
own qmailq "$Q/pid/1.2.3"
like '31: -v counts what is in pid' "$(queue-fix -v "$Q")" '^files in pid: 1$'
if [ "$ROOT" = yes ] && mkdir "$T/small" && mount -t tmpfs -o size=1m tmpfs "$T/small" 2> "$T/stderr"; then
	mkdir "$T/small/queue"
	exits 0 'a queue on a file system of its own' queue-fix "$T/small/queue"
	rm "$T/small/queue/lock/trigger"
	dd if=/dev/zero of="$T/small/fill" bs=4096 > "$T/stdout" 2>&1
	exits 111 '32: full' queue-fix "$T/small/queue"
	like '32: says so' "$(cat "$T/stderr")" '^queue-fix: fatal: unable to repair: out of disk space'
	nok '32: nothing was changed' [ -e "$T/small/queue/lock/trigger" ]
	rm "$T/small/fill"
	mount -o remount,ro "$T/small"
	exits 111 '32: read-only' queue-fix "$T/small/queue"
	like '32: says so' "$(cat "$T/stderr")" '^queue-fix: fatal: unable to repair: read-only file system'
	umount "$T/small"
fi

# ---- killed at any call ----
F=$OUT/fault
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/queue-fix" > "$T/build" 2>&1
mkdir -m 755 "$H/fault"
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$H/fault" "$H" $ACCOUNTS "$F/bin/queue-fix"
chmod 755 "$H/fault/queue-fix"
prepare
# renamed, in a cycle; one whose text is lost, one whose sender is
set -- "$Q"/info/*/*
a=${1##*/} b=${2##*/}
da=$((a % 23)) db=$((b % 23))
for x in mess info local remote; do
	mv "$Q/$x/$da/$a" "$T/x"
	mv "$Q/$x/$db/$b" "$Q/$x/$da/$a"
	mv "$T/x" "$Q/$x/$db/$b"
done
own qmails:qmail "$Q/info/$da/$a"
printf 'Fz@x\0' > "$Q/info/3/26"; printf 'Tlost@y\0' > "$Q/local/3/26"
printf 'Tnobody@y\0' > "$Q/remote/4/27"
chmod 755 "$Q/info/5"
rm "$Q/lock/trigger"
(cd "$H" && tar cf "$T/damaged.tar" queue)
again() {
	rm -rf "$Q" "$H"/queue.lost+found.*
	tar xpf "$T/damaged.tar" -C "$H" 2> "$T/stderr"
}
# what is in the queue and beside it, whatever the numbers
state() {
	set -- "$H"/queue.lost+found.*
	[ -e "$1" ] || set --
	qcheck -c "$Q" "$@"
}
again
log=$T/calls
: > "$log"; chmod 666 "$log"
QSUITE_FAULT_LOG=$log QSUITE_FAULT=0:count "$H/fault/queue-fix" "$Q" > "$T/said" 2>&1
total=$(wc -l < "$log")
want=$(state)
like 'the messages are whole' "$(qcheck "$Q")" 'queued 1 ready 2 damaged 0'
calls() { awk '{ print $3, $4 }' "$log"; }
like 'the journal is on the disk before the first rename' \
    "$(calls | grep -E 'lock/fix.log|^fsync|sync_dir lock|^rename .*fix$' | head -n 4 | tr '\n' ',')" \
    '^open lock/fix.log,fsync -,sync_dir lock,rename '
step=1
[ "${FAULTS-}" = all ] || step=$((total / 25 + 1))
for fault in kill killafter EIO; do
	bad=
	k=1
	while [ "$k" -le "$total" ]; do
		again
		QSUITE_FAULT=$k:$fault "$H/fault/queue-fix" "$Q" > "$T/first" 2>&1
		queue-fix "$Q" > "$T/said" 2>&1
		case $? in 0 | 1) ;; *) bad="$bad $k:exit" ;; esac
		[ "$(state)" = "$want" ] || bad="$bad $k:differs"
		[ "$(queue-fix -N "$Q")" = 'queue-fix finished...' ] || bad="$bad $k:again"
		k=$((k + step))
	done
	faultless "$fault at a call, and run again: the same end" \
	    $(((total + step - 1) / step)) "$bad"
done

# ---- size ----
# spec: queue-fix.md 6; 100,000 messages in less than 10 s of the processor
count=10000
[ "${FAULTS-}" != all ] || count=100000
prepare
ok "$count messages are made" qmany "$Q" "$count"
limit=$((count / 10 + 500))
[ -z "${ASAN_OPTIONS-}" ] || limit=$((limit * 4))
# the best of three: others at work cost it time too
tries=0
while [ $tries -lt 3 ]; do
	tries=$((tries + 1))
	sh -c "queue-fix -N '$Q' > '$T/said'; times" > "$T/times"
	# the last line: minutes and seconds of children, user and system
	spent=$(tail -n 1 "$T/times" | awk '{ split($1, u, /[ms]/); split($2, s, /[ms]/)
	    print int((u[1] * 60 + u[2] + s[1] * 60 + s[2]) * 1000) }')
	note "$count messages: $spent ms"
	[ "$spent" -gt "$limit" ] || break
done
is 'they are sound' "$(tail -n 1 "$T/said")" 'queue-fix finished...'
ok 'checked at 10,000 messages a second' [ "$spent" -le "$limit" ]
tell 'queue-fix'
done_testing
