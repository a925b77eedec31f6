#!/bin/sh
# Every entry of tests/fuzz over its kept inputs, without a fuzzer: what once
# failed, and what led the fuzzer to new places.  `make fuzz` looks for more.
. tests/lib.sh

# some entries leave a folder where they are run
replay() ( # name files: all of them came through
	cd "$T" || exit 1
	"$OUT/tests/fuzz/$1" "$TOP/tests/corpus/$1" > out 2> err &&
	    [ "$2" -gt 0 ] && [ "$(grep -c '^ok ' out)" -eq "$2" ] && exit 0
	tail -n 1 out err >&2
	exit 1
)

for source in tests/fuzz/*.c; do
	name=${source##*/}
	name=${name%.c}
	[ "$name" = replay ] && continue
	n=$(find "tests/corpus/$name" -type f | wc -l)
	ok "$name: its $n inputs" replay "$name" "$n"
done

strays=
for dir in tests/corpus/*/; do
	name=$(basename "$dir")
	[ -f "tests/fuzz/$name.c" ] || strays="$strays $name"
done
is 'each corpus has an entry' "$strays" ''
done_testing
