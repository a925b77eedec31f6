# queue.t: qmail-queue: what it accepts, what it leaves, what it says
. tests/lib.sh
new_home
Q=$H/queue

printf 'Subject: x\n\nbody\000 with NUL, \377 and no LF' > "$T/msg"
printf 'Fs@x.example\0Ta@test.example\0Tb@remote.example\0\0rest' > "$T/env"

put() { # message envelope
	"$H/bin/qmail-queue" < "$1" 1< "$2"
}
left() { # every file of messages in the queue, sorted
	(cd "$Q" && find pid mess intd todo -type f | sort)
}
empty() {
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +
}
only() { # the number of the only message in todo
	for f in "$Q"/todo/*; do [ -f "$f" ] && echo "${f##*/}"; done
}
mode() { stat -c '%a' "$1"; }
envelope() { # text with \n for the NULs of a file
	tr '\000' '\n' < "$1"
}
fails() { # code name envelope-printf-format [args]
	want=$1
	name=$2
	shift 2
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$@" > "$T/bad"
	exits "$want" "$name" put "$T/msg" "$T/bad"
	# spec: queue.md 11 item 4
	is "$name: nothing left" "$(left)" ""
	empty
}

# spec: queue.md 4.1
exits 0 'a message is queued' put "$T/msg" "$T/env"
n=$(only)
is 'as one message' "$(left)" "intd/$n
mess/$((n % 23))/$n
todo/$n"
# spec: queue.md 2
# spec: queue.md 2#1
is 'its number is the inode' "$(stat -c %i "$Q/mess/$((n % 23))/$n")" "$n"
# spec: queue.md 1
is 'todo is a link of intd' "$(stat -c %i "$Q/todo/$n")" "$(stat -c %i "$Q/intd/$n")"
is 'mode of mess' "$(mode "$Q/mess/$((n % 23))/$n")" 644
is 'mode of todo' "$(mode "$Q/todo/$n")" 644
if [ "$ROOT" = yes ]; then
	is 'owner of mess' "$(stat -c %U "$Q/mess/$((n % 23))/$n")" qmailq
	is 'owner of todo' "$(stat -c %U "$Q/todo/$n")" qmailq
fi
pid=$(envelope "$Q/todo/$n" | sed -n 's/^p//p')
# spec: queue.md 3
printf 'u%s\0p%s\0Fs@x.example\0Ta@test.example\0Tb@remote.example\0' \
    "$(id -u)" "$pid" > "$T/want"
same_file 'envelope' "$Q/todo/$n" "$T/want"
# spec: messages.md 1
like 'Received line' "$(head -n 1 "$Q/mess/$((n % 23))/$n")" \
    "^Received: \(qmail $pid invoked by uid $(id -u)\); [1-3]?[0-9] [A-Z][a-z][a-z] 20[0-9][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9] -0000\$"
tail -n +2 "$Q/mess/$((n % 23))/$n" > "$T/body"
same_file 'the message is unchanged' "$T/body" "$T/msg"
empty

# spec: programs.md 1.1
if [ "$ROOT" = yes ]; then
	who() { # user text
		as "$1" "$H/bin/qmail-queue" < "$T/msg" 1< "$T/env"
		n=$(only)
		like "invoked $2" "$(head -n 1 "$Q/mess/$((n % 23))/$n")" "invoked $2\);"
		is "uid of $1" "$(envelope "$Q/todo/$n" | sed -n 's/^u//p')" "$(id -u "$1")"
		is "group of the invoker $1" "$(stat -c %G "$Q/todo/$n")" "$(id -gn "$1")"
		empty
	}
	who alias 'by alias'
	who qmaild 'from network'
	who qmails 'for bounce'
	who joe "by uid $(id -u joe)"
	# spec: programs.md 0
	cp -p "$T/etc/passwd" "$T/passwd.saved"
	grep -v '^qmaild:' "$T/passwd.saved" > "$T/passwd.new"
	cat "$T/passwd.new" > "$T/etc/passwd"
	exits 81 'a missing account' put "$T/msg" "$T/env"
	is 'nothing left' "$(left)" ""
	# an account behind a line of any length
	{ printf 'long:x:1:1:'; head -c 100000 /dev/zero | tr '\000' y; echo ':/:/bin/sh'
	printf 'cut:x:1:'; head -c 1011 /dev/zero | tr '\000' 1; echo ':/:/:'
	sed -n '/^qmaild:/p' "$T/passwd.saved"; } >> "$T/etc/passwd"
	exits 0 'long lines in passwd' put "$T/msg" "$T/env"
	empty
	cat "$T/passwd.saved" > "$T/etc/passwd"
fi

# spec: programs.md 1.1
today() { date -u '+%d %b %Y' | sed 's/^0//'; }
before=$(today)			# midnight may come between
exits 0 'arguments and environment are ignored' \
    env -i QMAILHOME=/nowhere PATH=/nowhere TZ=Asia/Tokyo /bin/sh -c \
    "exec '$H/bin/qmail-queue' -x / < '$T/msg' 1< '$T/env'"
like 'the date is UTC' "$(head -n 1 "$Q"/mess/*/"$(only)")" \
    "($before|$(today)) .*-0000"
empty
printf 'F\0\0' > "$T/e"
exits 0 'empty sender, no recipient' put "$T/msg" "$T/e"
is 'its envelope' "$(envelope "$Q/todo/$(only)" | sed 1,2d)" F
empty
exits 0 'empty message' put /dev/null "$T/env"
is 'one line' "$(cat "$Q"/mess/*/"$(only)" | wc -l | tr -d ' ')" 1
empty

# spec: programs.md 1.1
long() { head -c "$1" /dev/zero | tr '\000' a; }
{ printf F; long 1002; printf '\0T'; long 1002; printf '\0\0'; } > "$T/e"
exits 0 'addresses of 1002 bytes' put "$T/msg" "$T/e"
is 'kept whole' "$(envelope "$Q/todo/$(only)" | sed -n '4p' | wc -c | tr -d ' ')" 1004
empty
fails 11 'sender of 1003 bytes' "F$(long 1003)\\0Ta\\0\\0"
fails 11 'recipient of 1003 bytes' "Fa\\0T$(long 1003)\\0\\0"
{ printf 'Fa\0T'; long 65536; printf '\0\0'; } > "$T/e"
exits 11 'recipient of 64 KB' put "$T/msg" "$T/e"
is 'recipient of 64 KB: nothing left' "$(left)" ""
fails 11 'too long goes before control bytes' "Fa\\0T\\001$(long 1003)\\0\\0"

# spec: programs.md 18 item 2
for byte in 001 010 011 012 015 033 037 177; do
	fails 31 "byte $byte in the sender" "Fa\\${byte}b@x\\0Ta\\0\\0"
	fails 31 "byte $byte in a recipient" "Fa\\0Tok\\0Ta@x\\$byte\\0Tok\\0\\0"
done
printf 'Fa\303\244 b@x\0T\377\200\240@x\0\0' > "$T/e"
exits 0 'spaces and high bytes pass' put "$T/msg" "$T/e"
empty

# spec: programs.md 1.2
fails 91 'first record not F' 'Ta\0\0'
fails 91 'only the final NUL' '\0'
fails 91 'second record neither T nor end' 'Fa\0Xb\0\0'
fails 91 'a second F' 'Fa\0Fb\0\0'
fails 91 'a record after a T' 'Fa\0Tb\0Db\0\0'
fails 54 'no envelope' ''
fails 54 'end inside the sender' 'Fabc'
fails 54 'end after the sender' 'Fabc\0'
fails 54 'end inside a recipient' 'Fabc\0Tde'
fails 54 'end after a recipient' 'Fabc\0Tde\0'
exits 54 'message unreadable' put / "$T/env"
exits 54 'envelope unreadable' put "$T/msg" /
exits 54 'descriptor 0 closed' sh -c "exec '$H/bin/qmail-queue' <&- 1< '$T/env'"
exits 54 'descriptor 1 closed' sh -c "exec '$H/bin/qmail-queue' < '$T/msg' 1>&-"
exits 54 'all closed' sh -c "exec '$H/bin/qmail-queue' <&- 1>&- 2>&-"
exits 0 'descriptor 2 closed' sh -c \
    "exec '$H/bin/qmail-queue' < '$T/msg' 1< '$T/env' 2>&-"
is 'nothing in the message comes from elsewhere' \
    "$(tail -n +2 "$Q"/mess/*/"$(only)" | cmp - "$T/msg" && echo same)" same
empty
# spec: queue.md 11 item 4
is 'nothing left by all these' "$(left)" ""
is 'nothing on any descriptor' "$(cat "$T/stdout" "$T/stderr")" ""

# spec: programs.md 1.2
exits 53 'no room' sh -c "ulimit -f 1; head -c 4096 /dev/zero |
    '$H/bin/qmail-queue' 1< '$T/env'"
is 'no room: nothing left' "$(left)" ""
{ printf 'Fa\0'; yes 'Tsomebody@somewhere.example' | head -n 1000 |
tr '\n' '\000'; printf '\0'; } > "$T/e"
exits 53 'no room for the envelope' sh -c "ulimit -f 1
    exec '$H/bin/qmail-queue' < /dev/null 1< '$T/e'"
is 'no room for the envelope: nothing left' "$(left)" ""
exits 53 'endless envelope' sh -c "ulimit -f 200; { printf 'Fa\\0'
    yes T@somewhere.example | tr '\\n' '\\000'; } 2> /dev/null |
    { exec 3<&0; exec '$H/bin/qmail-queue' < /dev/null 1<&3; }"
is 'endless envelope: nothing left' "$(left)" ""

missing() { # code what
	mv "$2" "$2.away"
	exits "$1" "no ${2#"$H"/}" put "$T/msg" "$T/env"
	mv "$2.away" "$2"
	is "no ${2#"$H"/}: nothing left" "$(left)" ""
}
missing 62 "$Q"
missing 63 "$Q/pid"
missing 64 "$Q/mess"
missing 65 "$Q/intd"
missing 66 "$Q/todo"
mv "$H" "$H.away"
exits 61 'no home' sh -c "exec '$H.away/bin/qmail-queue' < '$T/msg' 1< '$T/env'"
mv "$H.away" "$H"

# spec: queue.md 4.1
exec 7<> "$Q/lock/trigger"
put "$T/msg" "$T/env"
is 'one NUL byte pulls the trigger' \
    "$(dd bs=1 count=1 <&7 2> /dev/null | od -An -c | tr -d ' ')" '\0'
exec 7<&-
rm "$Q/lock/trigger"
exits 0 'no trigger is no error' put "$T/msg" "$T/env"
mkfifo "$Q/lock/trigger"
empty

# spec: queue.md 4.1
mkfifo "$T/slow"
exec 7<> "$T/slow"
slow() {
	background sh -c "exec '$H/bin/qmail-queue' < '$T/slow' 1< '$T/env' 7<&-"
}
slow
ok 'while it reads it has a number' await 60 sh -c "ls '$Q'/mess/*/* > /dev/null 2>&1"
kill -ALRM "$last_pid"
wait "$last_pid"
is 'the alarm exits 52' "$?" 52
unlike 'and queues nothing' "$(left)" todo
slow
ok 'another' await 60 sh -c "[ \$(ls '$Q'/mess/*/* | wc -l) -eq 2 ]"
kill -HUP "$last_pid"
kill -INT "$last_pid"
exec 7<&-
wait "$last_pid"
is 'HUP and INT do not stop it' "$?" 0
empty

# Inode numbers cannot be chosen, but the next ones can be guessed: those of a
# file just removed, or just behind.
guess() { # dir count: links of dir/base named like the next numbers
	: > "$Q/$1/base"
	first=$(qguess "$Q" "$1" "$2")
}
# spec: queue.md 11 item 5
# other tests make files too: until nothing came between guess and message
tries=0
while [ $tries -lt 50 ]; do
	tries=$((tries + 1))
	guess intd 100
	code=0
	put "$T/msg" "$T/env" || code=$?
	n=$(only)
	[ "$code" -eq 0 ] && ! [ "$n" -ge "$first" -a "$n" -lt "$((first + 100))" ] || break
	empty
done
is 'a stale intd file blocks nothing' "$code" 0
same_file 'the new envelope took its place' "$Q/intd/$n" "$Q/todo/$n"
ok 'and is complete' grep -q remote.example "$Q/todo/$n"
ok 'there was one' [ "$n" -ge "$first" -a "$n" -lt "$((first + 100))" ]
empty
guess todo 5
exits 0 'a number with an old envelope is passed over' put "$T/msg" "$T/env"
is 'no text came to an old envelope' "$(cd "$Q/todo" && for f in *; do
	[ "$f" != base ] && [ ! -s "$f" ] && ls "$Q"/mess/*/"$f"; done 2> /dev/null)" ""
is 'it got another number' "$(find "$Q/todo" -type f -size +0 | wc -l | tr -d ' ')" 1
is 'no file stays in pid' "$(ls "$Q/pid")" ""
empty
guess mess 5
exits 0 'a number with an old text is passed over' put "$T/msg" "$T/env"
n=$(only)
ok 'the text is the new one' grep -q 'with NUL' "$Q/mess/$((n % 23))/$n"
is 'no file stays in pid' "$(ls "$Q/pid")" ""
empty
# spec: queue.md 10
(cd "$Q" && for d in todo intd; do
	i=0
	while [ $i -lt 23 ]; do
		mkdir -m "$(mode $d)" "$d/$i"
		[ "$ROOT" = yes ] && chown qmailq:qmail "$d/$i"
		i=$((i + 1))
	done
done)
exits 0 'big-todo' put "$T/msg" "$T/env"
n=$(cd "$Q/todo" && ls ./*/* | sed 's|.*/||')
is 'is written split' "$(left)" "intd/$((n % 23))/$n
mess/$((n % 23))/$n
todo/$((n % 23))/$n"
empty
: > "$Q/pid/probe"
first=$(stat -c %i "$Q/pid/probe")
for i in 0 1 2 3 4; do : > "$Q/todo/$((first + i))"; done
rm "$Q/pid/probe"
exits 0 'a half-converted tree' put "$T/msg" "$T/env"
n=$(cd "$Q/todo" && ls ./*/* | sed 's|.*/||')
nok 'no number of a flat envelope is taken' [ -e "$Q/todo/$n" ]
empty
rm -r "$Q"/todo/* "$Q"/intd/*
i=5
while [ $i -lt 23 ]; do rmdir "$Q/mess/$i"; i=$((i + 1)); done
exits 0 'split 5' put "$T/msg" "$T/env"
n=$(only)
ok 'is found' [ -f "$Q/mess/$((n % 5))/$n" ]
empty
i=5
while [ $i -lt 133 ]; do
	mkdir -m 750 "$Q/mess/$i"
	[ "$ROOT" = yes ] && chown qmailq:qmail "$Q/mess/$i"
	i=$((i + 1))
done
exits 0 'split 133' put "$T/msg" "$T/env"
n=$(only)
ok 'is found' [ -f "$Q/mess/$((n % 133))/$n" ]

done_testing
