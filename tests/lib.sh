# lib.sh: what every tests/*.t begins with:	. tests/lib.sh
#
# A test runs at the top of the tree, after `make tests`:  sh tests/x.t
# As root it first moves into mount and network namespaces of its own, with a
# private /etc that has the accounts of conf-users and the users joe and ann;
# then any port is free and nothing outside changes.  As another user all
# accounts are that one user (single-user mode).
# Does it always pass?  tests/repeat N tests/x.t;  tests/delays/run tests/x.t
#
#   $T            scratch folder of this test, removed at its end
#   $H            a mail system's home, after new_home
#   $ROOT         yes when real users and modes are in use, else no
#   $ME           the account that stands for joe when not root
#   new_home      plant the tree and programs in $H; PATH begins with $H/bin
#   services USER USER  service folders in $H/service (mk/services)
#   new_user NAME    home $T/NAME, known to $H through users/assign
#   as USER CMD...   run a command as that user (as oneself when not root)
#
#   ok NAME CMD...          passes when the command exits 0
#   nok NAME CMD...         passes when it exits with anything else
#   is NAME GOT WANT        passes when the strings are equal
#   like NAME TEXT ERE      passes when grep -E finds ERE in TEXT
#   unlike NAME TEXT ERE
#   failed NAME [TEXT...]   does not pass, and why: after an await of no name
#   exits CODE NAME CMD...  passes when the command exits with CODE; its output
#                           is in $T/stdout and $T/stderr
#   same_file NAME GOT WANT
#   await SECONDS CMD...    wait until the command (a program, or `sh -c ...`)
#                           succeeds, looking every 10 ms, less often when
#                           looks are dear; false when it never did
#   background CMD...       start it; pid in $last_pid; killed at the end
#   skip_all WHY            end now: the whole test is skipped
#   done_testing            last line
#
# One comment line per covered rule of the contract, near its check:
#   # spec: queue.md 4.1

set -u
umask 022
export LC_ALL=C
# folders closed to this user would turn "does not exist" into "permission denied"
kept=
IFS=:
for folder in $PATH; do
	[ -x "$folder/." ] && kept=$kept:$folder
done
unset IFS
PATH=${kept#:}
unset CDPATH QMAILQUEUE QMAILINJECT QMAILREMOTE RELAYCLIENT DATABYTES DNSCACHEIP
unset TCPREMOTEIP TCPREMOTEHOST TCPREMOTEINFO TCPLOCALIP TCPLOCALHOST PROTO
OUT=${OUT:-out}
case $OUT in /*) ;; *) OUT=$PWD/$OUT ;; esac
export OUT
TOP=$PWD

if [ "$(id -u)" -eq 0 ] && [ -z "${QSUITE_PRIVATE-}" ]; then
	T=$(mktemp -d "${TMPDIR:-/tmp}/qsuite.XXXXXX") || exit 1
	chmod 755 "$T"
	cp -a /etc "$T/etc" && mk/accounts "$T/etc" joe="$T/joe" ann="$T/ann" || exit 1
	export T
	QSUITE_PRIVATE=yes exec "$OUT/mk/private" -n "$T" sh "$0" "$@"
fi
if [ "$(id -u)" -eq 0 ]; then
	ROOT=yes
	ME=joe
	ACCOUNTS=$(sed 10q conf-users | tr '\n' ' ')
else
	ROOT=no
	ME=$(id -un)
	T=$(mktemp -d "${TMPDIR:-/tmp}/qsuite.XXXXXX") || exit 1
	group=$(id -gn)
	ACCOUNTS="$ME $ME $ME $ME $ME $ME $ME $ME $group $group"
fi
export T
H=$T/home
tests_run=0
tests_failed=0
started=

# Still a child of this test: the number of one that ended may be somebody's.
# (read by the shell: tests ask it hundreds of times)
is_ours() {
	[ -r /proc/self/status ] || return 0
	{
		while read -r field parent; do
			case $field in
			PPid:) [ "$parent" = $$ ]; return ;;
			esac
		done < "/proc/$1/status"
	} 2> /dev/null
	return 1
}
cleanup() {
	for pid in $started; do
		is_ours "$pid" || continue
		kill "$pid" 2> /dev/null && kill -CONT "$pid" 2> /dev/null
	done
	wait
	cd / && rm -rf "$T"
}
trap cleanup EXIT
trap 'exit 1' HUP INT TERM

new_home() {
	# shellcheck disable=SC2086 # a list of names
	mk/plant "$H" $ACCOUNTS || { echo "Bail out! unable to plant $H"; exit 1; }
	chmod 755 "$T"
	# the sanitizers find no ASAN_OPTIONS where /proc/self is not one's own
	[ -z "${ASAN_OPTIONS-}" ] ||
	    find "$H/bin" -type f ! -perm -4000 -exec chmod a+r {} +
	[ -z "${VALGRIND-}" ] || wrap_programs
	for name in me defaultdomain locals rcpthosts; do
		echo test.example > "$H/control/$name"
	done
	PATH=$H/bin:$OUT/tests/tools:$PATH
	export PATH
	if [ "$ROOT" = yes ]; then
		# a file of its own, renamed: passwd readers never see half of it
		sed "s|^\(alias:.*\):[^:]*:\([^:]*\)$|\1:$H/alias:\2|" /etc/passwd > "$T/etc/passwd.new"
		mv "$T/etc/passwd.new" "$T/etc/passwd"
	else
		# nobody's real home may be written to: unknown names are alias's
		assign_add "+:$ME:$(id -u):$(id -g):$H/alias:-::"
	fi
}

wrap_programs() { # tests/valgrind: each is started by $VALGRIND
	for f in "$H"/bin/*; do
		case $f in *.sh) continue ;; esac
		mv "$f" "$f.real"
		printf '#!/bin/sh\n%s %s "$@"\n' "$VALGRIND" "$f.real" > "$f"
		chmod 755 "$f"
	done
}

assign_add() { # one line of users/assign, then users/cdb
	{ [ -f "$H/users/assign" ] && grep -v '^\.$' "$H/users/assign"
	echo "$1"; echo .; } > "$H/users/assign.new"
	mv "$H/users/assign.new" "$H/users/assign"
	"$H/bin/qmail-newu"
}

services() {
	mk/services "$H" "$1" "$2"
	# as one user all tests that run now would share its limit of processes
	[ "$ROOT" = yes ] || sed -i 's/ -p 2000//' "$H/service/qmail-send/run"
	# it clears its environment: without this a sanitized qmail-send looks for
	# leaks at its end, in a process that looks like another qmail-send, and
	# waits for ever when that one is killed
	[ -z "${ASAN_OPTIONS-}" ] || echo "$ASAN_OPTIONS" > "$H/service/qmail-send/env/ASAN_OPTIONS"
}
new_user() {
	mkdir -p "$T/$1"
	if [ "$ROOT" = yes ]; then
		uid=$(id -u "$1"); gid=$(id -g "$1")
		chown "$uid:$gid" "$T/$1"
		user=$1
	else
		uid=$(id -u); gid=$(id -g); user=$ME
	fi
	assign_add "=$1:$user:$uid:$gid:$T/$1:::"
	assign_add "+$1-:$user:$uid:$gid:$T/$1:-::"
}

as() {
	if [ "$ROOT" = yes ]; then
		who=$1
		shift
		"$OUT/bin/setuidgid" "$who" "$@"
	else
		shift
		"$@"
	fi
}

result() { # ok|"not ok" name
	tests_run=$((tests_run + 1))
	echo "$1 $tests_run - $2"
	[ "$1" = ok ] || tests_failed=$((tests_failed + 1))
}

note() { printf '%s\n' "$*" | sed 's/^/# /'; }

ok() {
	name=$1
	shift
	if "$@" > "$T/stdout" 2> "$T/stderr"; then
		result ok "$name"
	else
		code=$?
		result 'not ok' "$name"
		note "exit $code: $*"
		note "$(head -c 2000 "$T/stderr")"
	fi
}

nok() {
	name=$1
	shift
	if "$@" > "$T/stdout" 2> "$T/stderr"; then
		result 'not ok' "$name"
		note "exit 0: $*"
	else
		result ok "$name"
	fi
}

exits() {
	want=$1
	name=$2
	shift 2
	code=0
	"$@" > "$T/stdout" 2> "$T/stderr" || code=$?
	if [ "$code" -eq "$want" ]; then
		result ok "$name"
	else
		result 'not ok' "$name"
		note "exit $code, want $want: $*"
		note "$(head -c 2000 "$T/stderr")"
	fi
}

failed() {
	result 'not ok' "$1"
	shift
	note "$@"
}

is() {
	if [ "$2" = "$3" ]; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "got:  $2"
		note "want: $3"
	fi
}

# text_has TEXT ERE (a here-document: one process less than a pipe)
text_has() {
	grep -Eq -- "$2" <<END
$1
END
}

like() {
	if text_has "$2" "$3"; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "text: $2"
		note "no match for: $3"
	fi
}

unlike() {
	if text_has "$2" "$3"; then
		result 'not ok' "$1"
		note "text: $2"
		note "should not match: $3"
	else
		result ok "$1"
	fi
}

same_file() {
	if cmp "$2" "$3" > "$T/cmp" 2>&1; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "$(cat "$T/cmp")"
	fi
}

await() { "$OUT/tests/tools/await" "$@"; }

background() {
	"$@" &
	last_pid=$!
	started="$started $last_pid"
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

done_testing() {
	echo "1..$tests_run"
	[ "$tests_failed" -eq 0 ]
	exit
}
