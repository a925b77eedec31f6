# pop3d.t: qmail-pop3d at QUIT, when the n-th call that changes the disk fails
# or is the last: no message is lost that was not deleted, none comes twice,
# the client hears of it, the next session works.
. tests/lib.sh
. tests/faults/tally.sh
. tests/faults/joe.sh
F=$OUT/fault
[ -f lib/sys_fault.c ] || skip_all 'no fault seam'
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/qmail-pop3d" \
    > "$T/build" 2>&1 || [ -x "$F/bin/qmail-pop3d" ] ||
    skip_all 'the fault build cannot be made here'
new_home
new_user joe
M=$T/joe/Maildir
mkdir "$T/fault"
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$T/fault" "$H" $ACCOUNTS "$F/bin/qmail-pop3d"
mv "$T/fault/qmail-pop3d" "$H/bin/qmail-pop3d.fault"
chmod 755 "$H/bin/qmail-pop3d.fault"
log=$T/log
touch "$log" "$T/wire" "$T/err"
chmod 666 "$log" "$T/wire" "$T/err"
export QSUITE_FAULT_LOG="$log"

cr=$(printf '\r')
export H M
# shellcheck disable=SC2016 # for joe's shell
joes_shell 'cd "$T/joe"
folders() { mkdir -p "$M/tmp" "$M/new" "$M/cur"; }
fill() {
	for name in a b c; do echo "S: $name" > "$M/new/$name"; done
	for name in d e f; do echo "S: $name" > "$M/cur/$name:2,S"; done
	printf "10000S\n30 6\n" > "$M/maildirsize"
	touch -d 2020-01-01 "$M/maildirsize" "$M"/new/* "$M"/cur/*
}
session() { # plan
	QSUITE_FAULT=$1 pop3drive "$T/commands" "$H/bin/qmail-pop3d.fault" Maildir
}'
fresh() {
	rm -rf "$M"/maildirsize "$M"/*/*
	is_bare "$M" || { rm -rf "$M"; by_joe folders; }
	by_joe fill
	[ "$code" = 0 ] || failed 'a fresh maildir'
}
session() { # plan commands: on a socket, whose calls do not count
	printf '%b' "$2" > "$T/commands"
	by_joe "session $1 > \"\$T/wire\" 2> \"\$T/err\""
}
# the answer to QUIT came: greeting, DELE, DELE, QUIT
ended() { [ "$answers" -eq 4 ]; }
names() { # of the messages, sorted, in $left
	found=
	for f in "$M"/new/* "$M"/cur/*; do
		f=${f##*/}
		case $f in [a-z] | [a-z]:*) found="$found ${f%%:*}" ;; esac
	done
	left=
	for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z; do
		for f in $found; do
			[ "$f" != $letter ] || left=$left$f
		done
	done
}

work='DELE 1\nDELE 5\nQUIT\n'
fresh
session 0:count "$work"
total=$(wc -l < "$log")
names
is 'without a fault' "$left $(tail -n 1 "$M/maildirsize")" 'bcdf -10 -2'
ok 'there are calls to fail' test "$total" -ge 8

check() { # plan
	names
	answers=$(grep -c '^+OK' "$T/wire")
	case $left in
	*b*c*d*f*) ;;
	*) bad="$bad $1:lost:$left" ;;
	esac
	# whoever is told of success without an error has nothing deleted left
	if ended && [ "$left" != bcdf ] &&
	    ! grep -q '^-ERR unable to unlink all deleted messages' "$T/wire"; then
		bad="$bad $1:untold:$left"
	fi
	case $1 in
	*kill*) ;;
	*) ended || bad="$bad $1:silent" ;;
	esac
	session 0:count 'DELE 1\nQUIT\n'
	[ "$(tail -n 1 "$T/wire")" = "+OK $cr" ] || bad="$bad $1:next"
}
for fault in ENOSPC EIO EDQUOT EACCES EROFS kill killafter short; do
	bad=
	n=1
	while [ $n -le "$total" ]; do
		fresh
		session "$n:$fault" "$work"
		check "$n:$fault"
		n=$((n + 1))
	done
	faultless "each call once: $fault" "$total" "$bad"
done

# a full disk: nothing moves, all is said, all stays
fresh
session 1+:ENOSPC "$work"
is 'a full disk: told for each, and the good-bye' "$(sed 1,3d "$T/wire" | tr -d '\r')" \
    '-ERR unable to unlink all deleted messages
-ERR unable to unlink all deleted messages
+OK '
names
is 'a full disk: all is there' "$left" abcdef
is 'a full disk: two lines in the log, for all that stayed new' \
    "$(grep -c 'unable to move' "$T/err")" 2
is 'a full disk: the quota record is as it was' "$(tail -n 1 "$M/maildirsize")" '30 6'
tell 'qmail-pop3d'
done_testing
