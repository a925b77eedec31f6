# sandbox.t: what confined programs cannot do any more
. tests/lib.sh
new_home
# each row of lib/confine.c: what must be impossible is tried inside
mkdir -p "$T/outside" "$T/inside"
chmod 777 "$T/outside" "$T/inside"
(cd "$T/inside" && sandprobe "$T/outside") > "$T/probe"
grep -q 'SKIP' "$T/probe" && skip_all 'this kernel has no sandbox'
# its results are results of this test
while IFS= read -r line; do
	case $line in
	'ok '*) result ok "${line#*- }" ;;
	'not ok '*) result 'not ok' "${line#*- }" ;;
	esac
done < "$T/probe"

# confine: a program, and all that it starts
: > "$T/inside/file"
inside="confine -r $T/inside -r / -x /"
is 'confine runs a program' "$($inside echo here)" here
exits 3 'confine exits as its program' $inside sh -c 'exit 3'
nok 'no writing where none is allowed' $inside sh -c ": > $T/outside/file"
ok 'writing where it is' confine -r / -x / -w "$T/outside" sh -c ": > $T/outside/file"
nok 'no reading but below the paths' confine -r "$T/inside" -x /bin -x /usr -x /lib -x /lib64 cat "$T/outside/file"
ok 'reading below the paths' confine -r "$T/inside" -x /bin -x /usr -x /lib -x /lib64 cat "$T/inside/file"
nok 'only what may be run is run' confine -r / -x "$H/bin" "$(command -v true)"
nok 'no children without proc' confine -p rpath -r / -x / sh -c '(exit 0); /bin/true; exit 0'
exits 100 'usage' confine
exits 100 'usage: bad option' confine -z true
exits 111 'a program that is not there' confine -r / -x / "$T/none"
if [ "$ROOT" = yes ]; then
	# as root: set-uid bits work behind it, so that mail can be queued
	printf 'Subject: x\n\nx\n' > "$T/message"
	queued() { "$@" < "$T/message"; }
	# with the sanitizers programs need their libraries, and /proc
	libs=
	[ -z "${ASAN_OPTIONS-}" ] || libs='-x /lib -x /lib64 -x /usr/lib -r /proc'
	# shellcheck disable=SC2086 # words
	exits 0 'qmail-queue, set-uid, behind confine' queued confine -r /etc -r "$H" -w "$H/queue" -x "$H/bin" $libs \
	    setuidgid joe qmail-inject joe@test.example
	is 'under its own user' "$(stat -c %U "$H"/queue/mess/*/* | sort -u)" qmailq
fi

# running programs are confined: what /proc says
status_of() { # pid: its NoNewPrivs and Seccomp
	sed -n 's/^\(NoNewPrivs\|Seccomp\):\t/\1=/p' "/proc/$1/status" | tr '\n' ' '
}
mkfifo "$T/fifo"
(cd "$H/queue" && exec qmail-clean < "$T/fifo" > /dev/null) &
clean_pid=$!
started="$started $clean_pid"
exec 3> "$T/fifo"
await 60 grep -q 'Seccomp:.2' "/proc/$clean_pid/status"
is 'qmail-clean' "$(status_of $clean_pid)" 'NoNewPrivs=1 Seccomp=2 '
exec 3>&-
done_testing
