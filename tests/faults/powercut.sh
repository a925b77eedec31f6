# powercut.sh: the power fails at any moment: whatever of the unsynced changes
# is on the disk then, mail that was acknowledged is delivered, whole, and the
# rest is whole or not there; and the queue ends empty.  After lib.sh.
#
#   many NAME RECIPIENT...   $T/NAME: a qmail-queue for just these recipients
#   record NAME              run the scenario that is on the standard input: it
#                       has begin, one NUMBER RECIPIENT SIZE [PROGRAM], hurry,
#                       logged COUNT TEXT, and ends with finish
#   sweeps NAME STRICT ANY   try each state, or one in so many
#   $expected           lines of MAILDIR NUMBER...: what has to be there, of
#                       what was acknowledged; $boxed: the same for joe's mbox
#
# A running system is recorded with strace, tests/tools/powercut.c tells what
# can be on the disk at each moment of it, and qmail-start is started on it.
# FAULTS=all: all moments and all choices, `make faults`; else a sample.
# STOP=yes: the strict rule only, up to the first trouble, for tests/faults/mutate.
# Each message's number is made that of the text's new inode by powercut make.

. tests/faults/tally.sh
command -v strace > /dev/null 2>&1 || skip_all 'strace is not here'
new_home
new_user joe
new_user ann
strace -f -o "$T/try" true 2> "$T/stderr" || skip_all 'strace does not work here'
Q=$H/queue
as joe maildirmake "$T/joe/Maildir"
as ann maildirmake "$T/ann/Maildir"
instructions() { printf '%b' "$2" > "$T/joe/.qmail-$1"; }
instructions box './mbox\n'
instructions both './Maildir/\n./mbox\n'
instructions fwd '&joe@test.example\n'
chmod 644 "$T"/joe/.qmail-*
if [ "$ROOT" = yes ]; then
	chown "$(id -u joe):$(id -g joe)" "$T"/joe/.qmail-*
fi
printf 'ann@test.example\n' > "$H/control/bouncefrom.test"
# "other hosts", by the name of the mailbox: what they took is their affair;
# bad is nobody's, and later is not there the first time
mkdir "$T/far"
for name in x later; do
	mkdir "$T/far/$name" "$T/far/$name/new" "$T/far/$name/cur" "$T/far/$name/tmp"
	chmod 777 "$T/far/$name" "$T/far/$name"/*
done
chmod 777 "$T/far"
: > "$T/far/acks"
echo "#!$OUT/tests/tools/fakeremote $T/far" > "$T/remote"
chmod 755 "$T/remote"
: > "$T/far.once"
chmod 666 "$T/far.once"
chmod 1777 "$T"
rm -f "$H/alias/.qmail-default" "$T/far.once"
expected='' boxed=''

many() {
	program=$1
	shift
	{
		echo '#!/bin/sh'
		printf "printf 'Fann@test.example"
		printf '\\0T%s' "$@"
		printf "\\\\0\\\\0' > $T/many.\$\$\nexec $H/bin/qmail-queue 1< $T/many.\$\$\n"
	} > "$T/$program"
	chmod 755 "$T/$program"
}

start() {
	: > "$T/log"
	QMAILREMOTE="$T/remote" qmail-start ./Maildir/ > "$T/log" 2>&1 &
	starter=$!
	started="$starter"
}
stop() {
	kill "$starter" 2> /dev/null
	wait "$starter" 2> /dev/null
	started=
}

# ---- the record ----

calls=openat,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,link,linkat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,sendfile,copy_file_range,splice,fallocate,chdir,fchdir,clone,clone3,fork,vfork
record() {
	{
		cat <<END
begin() {
	: > $T/log
	QMAILREMOTE=$T/remote qmail-start ./Maildir/ > $T/log 2>&1 &
	send=\$!
	logged 1 'status: local'
}
one() { flood -s \$3 -n \$1 1 ann@test.example \$2 \${4-$H/bin/qmail-queue} >> $T/far/acks; }
logged() { logwait 30 \$send $T/log \$1 "\$2"; }
hurry() { kill -ALRM \$send; }
finish() {
	qcheck -w $Q
	kill \$send
	wait \$send
}
END
		cat
	} > "$T/scenario"
	cd "$T" || exit 1
	strace -f -y -xx -s 1000000 -o "$T/record" -e trace=$calls sh "$T/scenario" \
	    2> "$T/stderr" || note "$(cat "$T/stderr")"
	cd "$TOP" || exit 1
	# shellcheck disable=SC2086 # a list of numbers
	is "$1: all are acknowledged" "$(sort -n "$T/far/acks" | tr '\n' ' ')" \
	    "$(printf '%s\n' $boxed $(printf '%s' "$expected" | sed 's/^[^ ]* //') |
	    sort -nu | tr '\n' ' ')"
	ok "$1: the record can be read" powercut show "$T/record" "$T"
	note "$1: $(wc -l < "$T/stdout") changes"
	cp "$T/stdout" "$T/changes"
}

# ---- each state ----

split_mbox() { # mbox maildir: each message a file
	rm -rf "$2"
	mkdir -p "$2/new" "$2/cur"
	[ -s "$1" ] || return 0
	awk -v to="$2/new/" '
	function end() { if (n) { if (has && last != "") print last > (to n); close(to n) } }
	/^From / { end(); n++; has = 0; next }
	{ if (has) print last > (to n); last = $0; sub(/^>/, "", last)
	  if ($0 !~ /^>+From /) last = $0; has = 1 }
	END { end() }' "$1"
}
# checked FILE: adds what mailcheck says of its lines of MAILDIR NUMBER...
checked() {
	mailcheck -e "$1" "$T/far/acks" > "$T/said" 2> "$T/why"
	if ! read -r _ _ _ bad_torn _ again _ bad_missing < "$T/said"; then
		lost=$((lost + 1)) bad_torn=0
		return
	fi
	duplicated=$((duplicated + again))
	lost=$((lost + bad_missing))
}
trouble() { # WHAT
	[ -n "$first" ] && return
	first="$1 at $state"
	note "$first" "$(tail -n 20 "$T/log")" "$(cat "$T/why" 2> /dev/null)" "$(qcheck -v "$Q")"
}
# leftovers are files that some program removes when they are old: texts
# without an envelope, envelopes without a text, files in pid/ and tmp/
look() {
	sum=$lost
	checked "$T/expected"
	torn=$((torn + bad_torn))
	[ $torn -eq 0 ] || trouble torn
	if [ -n "$boxed" ] || [ -s "$T/joe/mbox" ]; then
		split_mbox "$T/joe/mbox" "$T/box"
		checked "$T/boxed"
		tails=$((tails + bad_torn))
	fi
	[ "$lost" -eq "$sum" ] || trouble lost
	for f in "$Q"/info/*/* "$Q"/local/*/* "$Q"/remote/*/* "$Q"/bounce/* \
	    "$Q"/todo/* "$Q"/todo/*/*; do
		[ -e "$f" ] || continue
		case $f in
		"$Q"/todo/*) [ -f "$f" ] || continue ;;	# may be split
		esac
		stuck=$((stuck + 1))
		trouble "left $f"
	done
	qcheck "$Q" > "$T/said"
	read -r said < "$T/said" || said=nothing
	case $said in
	'writing 0 '*'pid 0') ;;
	*) left=$((left + 1)) ;;
	esac
}
try() { # MOMENT CHOICE
	state="$1 $2"
	tried=$((tried + 1))
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" "$Q/info" "$Q/local" \
	    "$Q/remote" "$Q/bounce" "$T/joe/Maildir" "$T/ann/Maildir" "$T/far" \
	    -type f -delete
	[ ! -e "$T/joe/mbox" ] || rm -f "$T/joe/mbox"
	powercut make "$T/record" "$T" "$1" "$2" 1 || trouble make
	[ -f "$T/far/acks" ] || : > "$T/far/acks"
	: > "$T/far.once"
	start
	# not before: the shell that becomes qmail-start has a trap for TERM
	logwait 20 "$starter" "$T/log" 1 'status: local'
	if ! qcheck -w "$Q"; then
		stuck=$((stuck + 1))
		trouble stuck
	fi
	stop
	look
}
sweep() { # NAME MODEL STEP
	powercut plan "$T/record" "$T" "$2" 1 "$3" > "$T/plan"
	begin_tally
	tails=0 left=0 first=
	printf '%s\n' "$expected" | sed "s|^|$T/|" > "$T/expected"
	echo "$T/box $boxed" > "$T/boxed"
	while read -r moment choice; do
		try "$moment" "$choice" < /dev/null
		[ -z "${STOP-}" ] || [ -z "$first" ] || break
	done < "$T/plan"
	[ -n "${STOP-}" ] || ok "$1: there are states" [ $tried -gt 5 ]
	is "$1" "lost $lost torn $torn stuck $stuck" 'lost 0 torn 0 stuck 0'
	note "$1: with leftovers for the sweep $left," \
	    "mailboxes with a part of a message $tails"
	tell "power cut: $1"
}
sweeps() {
	if [ "${STOP-}" = yes ]; then	# tests/faults/mutate
		sweep "$1: the strict rule, each moment" strict 1
	elif [ "${FAULTS-}" = all ]; then
		sweep "$1: the strict rule, each moment" strict 1
		sweep "$1: any order, each moment" any 1
	else
		sweep "$1: the strict rule" strict "$2"
		sweep "$1: any order" any "$3"
	fi
}
