# multilog.t: multilog killed before and after each call that changes the disk,
# rotations and processor runs included: the next one has every line that was
# read, files are named and sized as they should be; and calls that fail.
. tests/lib.sh
. tests/faults/tally.sh
F=$OUT/fault
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/multilog" > "$T/build" 2>&1 ||
    [ -x "$F/bin/multilog" ] ||
    skip_all 'the fault build cannot be made here'
PATH=$OUT/bin:$OUT/tests/tools:$PATH
cd "$T" || exit 1
awk 'BEGIN { for (i = 1; i <= 130; i++) printf "%06d a line that is not to be lost\n", i }' > in
lines=$(cat in)
mkfifo fifo

fill() { # a pipe with all of in: descriptor 4 reads it, nobody writes any more
	exec 3<> fifo 4< fifo
	printf '%s\n' "$lines" >&3
	exec 3>&-
}
check() { # lines at most, folder ...: what is wrong with them, in the file wrong
	most=$1
	shift
	# twice is what was in one chunk when it died: never, while it rotates
	logcheck 4096 "$most" in "$@" > wrong 2>&1 || echo "exit $?" >> wrong
}
each() { # what, lines at most, action ...
	what=$1
	most=$2
	shift 2
	n=1
	folders=
	rm -rf d.*
	while :; do
		folders="$folders d.$n"
		fill
		code=0
		QSUITE_FAULT=$n:$what "$F/bin/multilog" s4096 n100 "$@" "./d.$n" <&4 > out 2>&1 || code=$?
		multilog s4096 n100 "$@" "./d.$n" <&4 2>> out
		exec 4<&-
		[ "$code" -ne 0 ] || break
		n=$((n + 1))
	done
	# one process looks at the folders of all calls
	# shellcheck disable=SC2086 # a list
	check "$most" $folders
	is "$what at each of $((n - 1)) calls: all lines, names, sizes ($*)" "$(head -n 10 wrong)" ''
	ok 'that was many calls' [ $n -gt 12 ]
	tally $((n - 1))
	[ ! -s wrong ] || tally 0 lost
}
# spec: supervise.md 4.1
each kill 130
each killafter 192
each kill 194 '!cat; cat <&4 >&5'
each killafter 194 '!cat; cat <&4 >&5'

# --- each call fails once: a pause, and nothing lost (the first few are fatal)
for n in 9 10 11 12 13 14; do
	rm -rf "f$n"
	QSUITE_FAULT=$n:EIO "$F/bin/multilog" s4096 n100 "./f$n" < in 2> "err$n" &
	pids="${pids-} $!"
done
# shellcheck disable=SC2086 # a list
wait $pids
for n in 9 10 11 12 13 14; do
	like "call $n fails: it says so" "$(cat "err$n")" '^multilog: warning: unable to .*, pausing: input/output error$'
	check 130 "f$n"
	is 'and goes on' "$(cat wrong)" ''
done
# spec: supervise.md 4
for n in 1 2 3 4; do
	rm -rf first
	exits 111 "start: call $n fails" env QSUITE_FAULT=$n:EACCES "$F/bin/multilog" ./first < in
done
cd "$TOP" || exit 1
tell 'multilog'
done_testing
