# clean.t: qmail-clean: requests, replies, removal
. tests/lib.sh
new_home
Q=$H/queue

ask() { # printf format of requests: the replies
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$1" > "$T/requests"
	as qmailq "$H/bin/qmail-clean" < "$T/requests"
}
digits() { head -c "$1" /dev/zero | tr '\000' 1; }
message() { # number: text and envelope
	for f in "mess/$(($1 % 23))/$1" "intd/$1"; do
		echo x > "$Q/$f"
		[ "$ROOT" = yes ] && chown qmailq "$Q/$f"
	done
	ln "$Q/intd/$1" "$Q/todo/$1"
}
left() { (cd "$Q" && find mess intd todo -type f | sort | tr '\n' ' '); }

# spec: programs.md 8
is 'no request' "$(ask '')" ''
exits 0 'end of input' sh -c "'$H/bin/qmail-clean' < /dev/null"
is 'missing files are fine' "$(ask 'foop/5\0todo/18446744073709551615\0')" '++'
while read -r want what request; do
	is "$what" "$(ask "$request")" "$want"
done << EOT
x short foop/\0
x empty \0
x long foop/$(digits 95)\0
x endless foop/$(digits 70000)\0
x beyond_64_bits foop/18446744073709551616\0
x other_prefix info/5\0
x other_case FOOP/5\0
x no_digit foop/x5\0
x digits_then_letter foop/5x\0
x sign foop/-5\0
x blank foop/5\0405\0
x dots foop/../5\0
x two_slashes foop/1/2/3\0
x slash_at_the_end foop/5/\0
x slash_at_the_start foop//5\0
x absolute foop/5/../../6\0
+ split_form foop/5/28\0
+x++ each_in_its_turn foop/5\0foop/x5\0todo/5\0todo/6\0
EOT
is 'no reply to a cut request' "$(ask 'foop/5\0foop/6')" '+'

message 28
message 29
# spec: queue.md 4.2
is 'todo' "$(ask 'todo/28\0')" +
is 'intd and todo are gone' "$(left)" 'intd/29 mess/5/28 mess/6/29 todo/29 '
# spec: queue.md 4.3
is 'foop' "$(ask 'foop/28\0')" +
is 'mess is gone' "$(left)" 'intd/29 mess/6/29 todo/29 '
is 'foop of an unfinished message' "$(rm "$Q/todo/29"; ask 'foop/29\0')" +
is 'all of it is gone' "$(left)" ''
message 30
is 'both, in one go' "$(ask 'todo/7/30\0foop/7/30\0')" ++
is 'nothing left' "$(left)" ''

# spec: queue.md 4.4
message 31
rm "$Q/intd/31"
mkdir "$Q/intd/31"
is 'unlink fails' "$(ask 'foop/31\0')" '!'
ok 'then the text stays: it keeps the number' [ -f "$Q/mess/8/31" ]
is 'unlink fails' "$(ask 'todo/31\0')" '!'
ok 'then todo stays' [ -f "$Q/todo/31" ]
rmdir "$Q/intd/31"
rm "$Q/todo/31" "$Q/mess/8/31"

# spec: queue.md 5
: > "$Q/pid/1.2.3"
: > "$Q/intd/77"
is 'sweeping' "$(ask '')" ''
ok 'a young file of pid stays' [ -f "$Q/pid/1.2.3" ]
ok 'a young intd without text stays' [ -f "$Q/intd/77" ]
# atime alone says nothing: queue.md 11 item 3
touch -a -d '2020-01-01' "$Q/pid/1.2.3"
is 'sweeping' "$(ask '')" ''
ok 'an old access time alone is not age' [ -f "$Q/pid/1.2.3" ]
rm "$Q/intd/77"

# spec: queue.md 10
for d in todo intd; do
	i=0
	while [ $i -lt 23 ]; do
		mkdir -m 750 "$Q/$d/$i"
		[ "$ROOT" = yes ] && chown qmailq:qmail "$Q/$d/$i"
		i=$((i + 1))
	done
done
split() {
	for f in "mess/$(($1 % 23))/$1" "intd/$(($1 % 23))/$1"; do
		echo x > "$Q/$f"
		[ "$ROOT" = yes ] && chown qmailq "$Q/$f"
	done
	ln "$Q/intd/$(($1 % 23))/$1" "$Q/todo/$(($1 % 23))/$1"
}
split 28
is 'split todo' "$(ask 'todo/28\0')" +
is 'intd and todo are gone' "$(left)" 'mess/5/28 '
is 'foop' "$(ask 'foop/5/28\0')" +
is 'mess is gone' "$(left)" ''
message 29
is 'flat files in a split tree' "$(ask 'todo/6/29\0foop/6/29\0')" ++
is 'are gone too' "$(left)" ''
is 'a number that is also the name of a subdirectory' "$(ask 'todo/5\0foop/5\0')" ++

# spec: programs.md 8
exits 100 'nobody takes replies' sh -c \
    "printf 'foop/5\\0' | '$H/bin/qmail-clean' 1>&-"
mv "$Q" "$Q.away"
exits 111 'no queue' sh -c "'$H/bin/qmail-clean' < /dev/null"
mv "$Q.away" "$Q"
mv "$Q/mess" "$Q/away"
exits 111 'no layout' sh -c "'$H/bin/qmail-clean' < /dev/null"

# replies come at once, not when a buffer is full
mv "$Q/away" "$Q/mess"
mkfifo "$T/to" "$T/from"
background sh -c "exec '$H/bin/qmail-clean' < '$T/to' > '$T/from'"
exec 7> "$T/to" 8< "$T/from"
printf 'foop/5\0' >&7
is 'one reply for one request' "$(dd bs=1 count=1 <&8 2> /dev/null)" +
exec 7>&-
wait "$last_pid"
is 'then it ends' "$?" 0

done_testing
