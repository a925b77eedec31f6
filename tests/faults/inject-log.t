# inject-log.t: the n-th system call of multilog fails, by strace's fault
# injection: it pauses and goes on, or ends, and then the next one goes on with
# what is in the pipe; either way every line is in the log, files are named and
# sized as they should be.
# FAULTS=all: each call with each error, else a sample of them.
# spec: supervise.md 4, 4.1
. tests/lib.sh
. tests/faults/tally.sh
command -v strace > /dev/null 2>&1 || skip_all 'strace is not here'
# hundreds of calls of their own, and they wait for ever when these fail
[ -z "${ASAN_OPTIONS-}" ] || skip_all "most calls would be the sanitizers'"
strace -o "$T/try" -e trace=openat -e inject=openat:error=EIO:when=9999 true \
    2> "$T/stderr" || skip_all 'strace cannot inject faults here'
PATH=$OUT/bin:$OUT/tests/tools:$PATH
cd "$T" || exit 1
awk 'BEGIN { for (i = 1; i <= 300; i++) printf "%06d a line that is not to be lost\n", i }' > in
lines=$(cat in)

# not close(2), which closes in any case, while strace's does not; not brk(2),
# without which a static program's libc dies before main
calls='openat newfstatat fstat mkdir chdir fchdir flock fcntl pipe2 read tee write
    lseek fsync fchmod chmod rename unlink getdents64 mmap poll'
errors_of() {
	case $1 in
	poll) echo EINTR ENOMEM ;;
	mmap) echo ENOMEM ;;
	*) echo EIO ENOSPC EMFILE ENOMEM EINTR ;;
	esac
}
strace -o all multilog s4096 n100 ./d < in
# CALL ERROR N, one a line
for call in $calls; do
	count=$(grep -c "^$call(" all)
	for error in $(errors_of $call); do
		n=1
		while [ $n -le "$count" ]; do
			echo "$call $error $n"
			n=$((n + 1))
		done
	done
done > plan
ok 'there are calls to fail' [ "$(wc -l < plan)" -gt 100 ]
[ "${FAULTS-}" = all ] || {
	# the first of each call, and every ninth
	awk '!seen[$1]++ || NR % 9 == 0' plan > sample
	mv sample plan
}
try() { # CALL-ERROR-N: its folder
	cd "$1" || exit 1
	rest=${1#*-}
	exec 3<> fifo 4< fifo
	printf '%s\n' "$lines" >&3
	exec 3>&-
	code=0
	strace -o trace -e trace="${1%%-*}" -e inject="${1%%-*}:error=${rest%-*}:when=${1##*-}" \
	    multilog s4096 n100 ./d <&4 2> out || code=$?
	multilog s4096 n100 ./d <&4 2>> out
	case $code in
	0 | 111) ;;
	*) echo "exit $code" > wrong ;;
	esac
	echo "$code" > code
}
# one process makes all folders, one all pipes
tr ' ' - < plan > points
xargs mkdir < points
sed 's|$|/fifo|' points | xargs mkfifo
# most of the time is pauses of 5 s, so many at a time
sort -R --random-source=in points > mixed
n=0
while read -r point; do
	# shellcheck disable=SC2030 # a process of its own, on purpose
	(try "$point") < /dev/null &
	n=$((n + 1))
	[ $((n % 40)) -ne 0 ] || wait
done < mixed
wait
is 'all were tried' "$(cat ./*/code | wc -l)" "$n"
sed 's|$|/d|' points | xargs logcheck 4096 0 in > wrong 2>&1 || echo "exit $?" >> wrong
# files without that text
sed 's|$|/trace|' points | xargs grep -L INJECTED 2>&1 | sed 's/$/: no fault/' >> wrong
find . -mindepth 2 -name wrong -size +0 -exec head -n 3 {} + >> wrong
is 'all lines, names, sizes' "$(head -n 10 wrong)" ''
tally "$n"
[ ! -s wrong ] || tally 0 lost
tell 'calls of multilog'
note "ended $(cat ./*/code | grep -c 111)," \
    "paused $(grep -l pausing ./*/out | wc -l)"
ok 'it pauses' grep -q pausing ./*/out
cd "$TOP" || exit 1
done_testing
