# queue-fix.t: damaged queues, each class, and a whole queue that was copied
. tests/lib.sh
new_home
Q=$H/queue
unset POSIXLY_CORRECT

own() { if [ "$ROOT" = yes ]; then chown "$@"; fi; }
file() { # owner mode path printf-format
	mkdir -p "$Q/${3%/*}"
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$4" > "$Q/$3"
	chmod "$2" "$Q/$3"
	own "$1:qmail" "$Q/$3"
}
empty() {
	find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" "$Q/info" "$Q/local" \
	    "$Q/remote" "$Q/bounce" -type f -exec rm -f {} +
	rm -rf "$H"/queue.lost+found.*
}
fix() { queue-fix "$@" "$Q"; }
# text BYTES: a mess file under its own number: $n
text() {
	file qmailq 644 pid/new "$1"
	n=$(stat -c %i "$Q/pid/new")
	mv "$Q/pid/new" "$Q/mess/$((n % 23))/$n"
}
lost() { (cd "$H" && find queue.lost+found.* -type f 2> /dev/null | sed 's|^[^/]*/||' | sort | tr '\n' ' '); }
clean() { # what: a second run finds nothing
	is "$1: then all is well" "$(fix -N)" 'queue-fix finished...'
}
# one WHAT CODE LINE: queue-fix says this line and exits with CODE
one() {
	before=$(fix -N)
	exits 1 "$1: -N" fix -N
	like "$1: -N says so" "$before" "^$3"
	is "$1: -N changes nothing" "$(fix -N)" "$before"
	exits "$2" "$1: repair" fix
	like "$1: it says so" "$(cat "$T/stdout")" "^$3"
	is "$1: -N told all of it" "$(plan "$before")" "$(plan "$(cat "$T/stdout")")"
}
plan() { printf '%s\n' "$1" | grep -v '^queue-fix finished' | sort; }

# spec: queue-fix.md 1
exits 0 'a new queue' fix
is 'one line' "$(cat "$T/stdout")" 'queue-fix finished...'
exits 100 'no queue given' queue-fix
exits 100 'two queues' queue-fix "$Q" "$Q"
exits 100 'an unknown option' fix -x
is 'an unknown option: the usage only' "$(wc -l < "$T/stderr")" 1
exits 100 'both -i and -N' fix -i -N
exits 100 'split 0' fix -s 0
exits 100 'a split that is no number' fix -s 2x
exits 100 '-b 2' fix -b 2
exits 100 '-f alone' fix -f
exits 111 'no such folder' queue-fix "$T/nowhere"
if [ "$ROOT" = yes ]; then
	exits 111 'not root' as joe "$H/bin/qmail-qread"
	cp "$H/bin/queue-fix" "$T/queue-fix"
	chmod 755 "$T/queue-fix"
	exits 111 'not root' as joe "$T/queue-fix" "$Q"
fi

# spec: queue-fix.md 2
"$OUT/bin/setlock" "$Q/lock/sendmutex" sh -c "touch '$T/locked'; exec sleep 100" &
locker=$!
started="$started $locker"
await 60 test -f "$T/locked"
exits 111 'qmail-send is running' fix
like 'says so' "$(cat "$T/stderr")" \
    '^queue-fix: fatal: qmail-send is running; stop it first$'
exits 0 '-N needs no lock' fix -N
like 'but says so' "$(cat "$T/stderr")" 'qmail-send is running'
exits 0 '-N -f' fix -N -f
is 'says nothing' "$(cat "$T/stderr")" ''
kill "$locker"
wait "$locker" 2> /dev/null
# a qmail-clean that goes on: nothing is done before it ends, or 30 seconds
cp -a "$Q" "$T/busy"
flock -F "$T/busy/intd" sh -c "echo > '$T/held'; exec sleep 100" &
holder=$!
started="$started $holder"
await 60 test -s "$T/held" || failed 'intd/ is locked'
queue-fix "$T/busy" > "$T/late" 2>&1 &
late=$!
mkfifo "$T/requests"
background sh -c "exec qmail-clean < '$T/requests' > '$T/replies'"
other=$last_pid
exec 8> "$T/requests"
printf 'foop/1\0' >&8
await 60 test -s "$T/replies" || failed 'qmail-clean locks'
queue-fix "$Q" > "$T/waits" 2>&1 8>&- &
waiter=$!
await 60 sh -c "ls -l /proc/$waiter/fd | grep -q '/intd\$'" || failed 'queue-fix waits'
is 'it has done nothing yet' "$(cat "$T/waits")" ''
exec 8>&-
wait "$waiter"
is 'qmail-clean has ended: it works' "$? $(cat "$T/waits")" '0 queue-fix finished...'
rm "$Q/lock/sendmutex"
is '9: -N says so' "$(fix -N | head -n 1)" 'creating lock/sendmutex'
exits 0 'no sendmutex' fix
is '9: it is made, and said' "$(cat "$T/stdout")" "creating lock/sendmutex
queue-fix finished..."
is 'its mode' "$(stat -c %a "$Q/lock/sendmutex")" 600
chmod 700 "$Q"
own root "$Q"
exits 0 'after a killed run' fix
is 'the queue is open again' "$(stat -c %a "$Q")" 750

# spec: queue-fix.md 3; queue-fix.md 6, directories and lock/
rmdir "$Q/mess/22"
one '3: a missing split directory' 0 'creating mess/22$'
is 'its mode' "$(stat -c %a "$Q/mess/22")" 750
chmod 755 "$Q/info/3"
one '5: mode' 0 'changing mode of info/3 from 0755 to 0700$'
if [ "$ROOT" = yes ]; then
	chown root "$Q/remote/4"
	one '5: owner' 0 'changing owner of remote/4 to qmails$'
fi
rm "$Q/lock/trigger"
one '7: no trigger' 0 'creating lock/trigger$'
is 'a fifo again' "$(stat -c '%F %a' "$Q/lock/trigger")" 'fifo 622'
rm "$Q/lock/trigger"
echo x > "$Q/lock/trigger"
one '8: trigger a file' 0 'lock/trigger is not a fifo; replacing$'
is 'a fifo again' "$(stat -c '%F %a' "$Q/lock/trigger")" 'fifo 622'
rm "$Q/lock/tcpto"
one '10: no tcpto' 0 'creating lock/tcpto$'
is 'its size' "$(stat -c '%s %a' "$Q/lock/tcpto")" '1024 644'
head -c 640 /dev/zero > "$Q/lock/tcpto"
one '11: tcpto' 0 'resizing lock/tcpto from 640 to 1024$'
is 'its size' "$(stat -c %s "$Q/lock/tcpto")" 1024
clean 'directories'
mkdir "$T/new"
exits 0 'a queue from nothing' queue-fix "$T/new"
is 'nothing is missing' "$(cd "$T/new" && find . | sort)" "$(cd "$Q" && find . | sort)"

# spec: queue-fix.md 6, messages
empty
text 'm\n'
d=$((n % 23))
file qmailq 644 "todo/$n" 'u1\0p1\0Fa@b\0Tc@d\0'
file qmails 600 "local/$d/$n" 'Tc@d\0'
clean '14: S4'
chmod 600 "$Q/todo/$n"
one '6: mode of a file' 0 "changing mode of todo/$n from 0600 to 0644\$"
rm "$Q/mess/$d/$n"
one '16: todo without mess' 1 "todo/$n: body lost, from <a@b> to c@d\$"
is 'moved out' "$(lost)" "local/$d/$n todo/$n "
clean '16'
empty
file qmails 600 info/8/31 'Fa@b\0'
file qmails 600 local/8/31 'Tc@d\0De@f\0'
file qmails 600 remote/8/31 'Tg@h\0'
file qmails 600 bounce/31 'text'
one '17: info without mess' 1 'info/8/31: body lost, from <a@b> to c@d to e@f to g@h$'
is 'moved out' "$(lost)" 'bounce/31 info/8/31 local/8/31 remote/8/31 '
clean '17'
empty
file qmailq 644 intd/50 'u1\0'
one '15: intd without mess' 0 'intd/50 without mess$'
file qmails 600 remote/8/31 'Tg@h\0'
one '19: remote alone' 0 'stray remote/8/31$'
file qmails 600 bounce/77 'text'
one '21: bounce alone' 0 'bounce/77 without message$'
is 'moved out' "$(lost)" 'bounce/77 intd/50 remote/8/31 '
clean '21'
empty

text 'm\n'
d=$((n % 23))
exits 0 '12: a text alone is no error' fix
like '12: is left' "$(cat "$T/stdout")" "^mess/$d/$n has no envelope, left for cleanup\$"
file qmailq 644 "intd/$n" 'u1\0'
exits 0 '13: nor with intd' fix
like '13: is left' "$(cat "$T/stdout")" "^incomplete message $n, left for cleanup\$"
file qmails 600 "remote/$d/$n" 'Tc@d\0'
one '18: remote without info' 1 "remote/$d/$n without info, to c@d\$"
is 'moved out with the text' "$(lost)" \
    "$(printf '%s\n' "intd/$n" "mess/$d/$n" "remote/$d/$n" | sort | tr '\n' ' ')"
clean '18'
empty

ready() { # info local
	empty
	text 'm\n'
	d=$((n % 23))
	file qmails 600 "info/$d/$n" "$1"
	file qmails 600 "local/$d/$n" "$2"
}
ready 'Fa@b\0' 'Tc@d\0'
clean 'S5'
file qmails 600 "bounce/$n" 'text'
clean 'S5 with failures'
rm "$Q/local/$d/$n"
clean '20: no channel left'
ready '' 'Tc@d\0'
one '22: info is empty' 1 "info/$d/$n is empty, to c@d\$"
clean '22'
ready 'Fa@b\0' ''
one '23: local is empty' 0 "local/$d/$n is empty\$"
ok 'the message stays' [ -f "$Q/info/$d/$n" ]
clean '23'
ready 'Fa@b\0' 'Tc@d\0Xe@f\0'
exits 1 '26: a bad record' fix
like 'is reported' "$(cat "$T/stdout")" "^local/$d/$n: bad record at 5\$"
is 'and left' "$(tr '\000' '!' < "$Q/local/$d/$n")" 'Tc@d!Xe@f!'
ready 'Fa@b\0' 'Tc@d\0De'
exits 1 '26: a cut record' fix
like 'is reported' "$(cat "$T/stdout")" "^local/$d/$n: bad record at 5\$"
ready 'Fa@b' 'Tc@d\0'
exits 1 '26: a cut sender' fix
like 'is reported' "$(cat "$T/stdout")" "^info/$d/$n: bad record at 0\$"
empty
text ''
d=$((n % 23))
file qmailq 644 "todo/$n" 'u1\0p1\0Fa@b\0Tc@d\0'
exits 0 '24: an empty text is legal' fix
like '24: but said' "$(cat "$T/stdout")" "^mess/$d/$n is empty\$"
file qmailq 644 "todo/$n" 'u1\0p1\0Fa@b\0Fx@y\0Tc@d\0'
exits 1 '26: two senders' fix
like 'the second is reported' "$(cat "$T/stdout")" "^todo/$n: bad record at 11\$"
file qmailq 644 "todo/$n" 'u1\0p1\0Tc@d\0'
exits 1 '26: no sender' fix
like 'is reported' "$(cat "$T/stdout")" "^todo/$n: bad record at 11\$"
file qmailq 644 "todo/$n" ''
one '25: todo is empty' 1 "todo/$n is empty\$"
is 'moved out with the text' "$(lost)" "mess/$d/$n todo/$n "
clean '25'
empty
text 'm\n'
ln "$Q/mess/$((n % 23))/$n" "$T/link"
file qmails 600 "info/$((n % 23))/$n" 'Fa@b\0'
exits 0 '30: a text with two links' fix
like '30: is said' "$(cat "$T/stdout")" 'has another link$'
rm "$T/link"
empty
echo x > "$Q/mess/3/name"
mkdir "$Q/info/3/dir"
ln -s /etc/passwd "$Q/local/3/5"
exits 1 '28: strays' fix
for s in 'mess/3 that should not be there: name' 'info/3 that should not be there: dir' \
    'local/3 that should not be there: 5'; do
	like '28: reported' "$(cat "$T/stdout")" "^Found files in $s\$"
done
ok '28: left' [ -f "$Q/mess/3/name" -a -d "$Q/info/3/dir" -a -L "$Q/local/3/5" ]
rm "$Q/mess/3/name" "$Q/local/3/5"
rmdir "$Q/info/3/dir"

# spec: queue-fix.md 6, places
ready 'Fa@b\0' 'Tc@d\0'
e=$(((n + 1) % 23))
mv "$Q/local/$d/$n" "$Q/local/$e/$n"
one '2: wrong split directory' 0 "moving local/$e/$n to local/$d/$n\$"
ok 'it is there' [ -f "$Q/local/$d/$n" ]
clean '2'
mtime=$(stat -c %Y "$Q/info/$d/$n")
mkdir "$T/copies"
k=$((n + 23000))
mv "$Q/mess/$d/$n" "$Q/mess/$d/$k"
mv "$Q/info/$d/$n" "$Q/info/$d/$k"
mv "$Q/local/$d/$n" "$Q/local/$d/$k"
touch -d '2020-01-01' "$Q/info/$d/$k"
one '1: number and inode differ' 0 "renaming mess/$d/$k to mess/$d/$n\$"
ok 'the envelope came along' [ -f "$Q/info/$d/$n" -a -f "$Q/local/$d/$n" ]
is 'its birth is kept' "$(stat -c %Y "$Q/info/$d/$n")" "$(date -d 2020-01-01 +%s)"
clean '1'
ready 'Fa@b\0' 'Tc@d\0'
mv "$Q/mess/$d/$n" "$Q/mess/$d/$((n + 23000))"
mv "$Q/info/$d/$n" "$Q/info/$d/$((n + 23000))"
file qmails 600 "local/$d/$n" ''
k=$((n + 23000))
file qmails 600 "local/$d/$k" 'Tc@d\0'
exits 1 'a name that is taken' sh -c "echo n | queue-fix -i '$Q'"
ok 'nothing of it moves' [ -f "$Q/mess/$d/$k" -a -f "$Q/info/$d/$k" ]
empty

# spec: queue-fix.md 1
chmod 755 "$Q/info/3"
exits 1 '-i, no' sh -c "echo n | queue-fix -i '$Q'"
like 'asks' "$(cat "$T/stdout")" '0700 \(y/n\) '
is 'does nothing' "$(stat -c %a "$Q/info/3")" 755
exits 1 '-i, end of input' sh -c "queue-fix -i '$Q' < /dev/null"
chmod 755 "$Q/info/4"
exits 1 '-i, yes and no' sh -c "printf 'yes\nno\n' | queue-fix -i '$Q'"
is 'does one' "$(stat -c %a "$Q/info/3" "$Q/info/4" | tr '\n' ' ')" '700 755 '
exits 0 '-q' fix -q
is '-q is quiet' "$(cat "$T/stdout")" ''
is '-q repairs' "$(stat -c %a "$Q/info/4")" 700

# spec: queue.md 1#3
# a queue of 200 messages in every state, copied: all inodes change
# spec: queue-fix.md 4, 5, 8
i=0
while [ $i -lt 200 ]; do
	text "text $i\\n"
	d=$((n % 23))
	case $((i % 4)) in
	0) file qmailq 644 "todo/$n" "u1\\0p1\\0Fs$i@x\\0Tr$i@y\\0" ;;
	1) file qmails 600 "info/$d/$n" "Fs$i@x\\0"
	file qmails 600 "local/$d/$n" "Tr$i@y\\0" ;;
	2) file qmails 600 "info/$d/$n" "Fs$i@x\\0"
	file qmails 600 "remote/$d/$n" "Dr$i@y\\0Tr$i@z\\0"
	file qmails 600 "bounce/$n" "bounce $i" ;;
	3) file qmails 600 "info/$d/$n" "Fs$i@x\\0"
	file qmails 600 "local/$d/$n" "Dr$i@y\\0"
	file qmails 600 "remote/$d/$n" "Tr$i@z\\0" ;;
	esac
	i=$((i + 1))
done
# messages: each with all of its files, by content, not by number
messages() { qcheck -c "$1" | sort; }
messages "$Q" > "$T/want"
is '200 messages' "$(wc -l < "$T/want" | tr -d ' ')" 200
(cd "$Q" && tar cf "$T/queue.tar" --exclude=lock/trigger .)
mv "$Q" "$Q.old"
mkdir "$Q"
(cd "$Q" && tar xpf "$T/queue.tar")
qcheck "$Q" > "$T/state"
like 'the copy is damaged' "$(cat "$T/state")" 'damaged [1-9]'
exits 0 'it is repaired' fix
messages "$Q" > "$T/got"
same_file 'nothing lost, nothing mixed' "$T/got" "$T/want"
is 'no damage' "$(qcheck "$Q")" 'writing 0 queued 50 ready 150 damaged 0 pid 0'
clean 'the copy'
is 'nothing moved out' "$(lost)" ''
nok 'the journal is gone' [ -e "$Q/lock/fix.log" ]
rm -rf "$Q.old"

# what is in the way is not replaced
Q2=$Q
Q=$T/q2/queue
mkdir "$T/q2" "$Q"
fix > /dev/null
text 'a text\n'
d=$((n % 23))
mv "$Q/mess/$d/$n" "$Q/mess/5/28"
file qmails 600 info/5/28 'Fa@b\0'
file qmails 600 local/5/28 'Tjoe@c\0'
echo precious > "$Q/info/$d/$n.fix"
exits 1 'a stray of the passing name' fix
like 'is told' "$(cat "$T/stdout")" "^unable to move info/5/28: info/$d/$n.fix is there\$"
is 'and stays' "$(cat "$Q/info/$d/$n.fix")" precious
ok 'so does the message' [ -f "$Q/mess/5/28" -a -f "$Q/info/5/28" -a -f "$Q/local/5/28" ]
rm "$Q/info/$d/$n.fix"
ln "$Q/mess/5/28" "$Q/mess/6/29"
file qmails 600 info/6/29 'Fa2@b\0'
file qmails 600 remote/6/29 'Tann@d\0'
before=$(cd "$Q" && find . -type f | sort)
exits 1 'two messages, one file' fix
like 'both are told' "$(cat "$T/stdout")" '^unable to move mess/6/29: the same file is mess/5/28$'
is 'and stay' "$(cd "$Q" && find . -type f | sort)" "$before"
rm "$Q/mess/6/29" "$Q/info/6/29" "$Q/remote/6/29"
mkdir "$Q/mess/05"
exits 1 'a folder 05' fix
is 'is told' "$(head -n 1 "$T/stdout")" "renaming mess/5/28 to mess/$d/$n"
like 'once' "$(cat "$T/stdout")" '^Found files in mess that should not be there: 05$'
rmdir "$Q/mess/05"
chmod 700 "$Q"
exits 1 'a closed queue: -N' fix -N
is 'says so' "$(head -n 1 "$T/stdout")" "changing owner and mode of $Q"
exits 0 'a closed queue' fix
is 'is opened' "$(stat -c %a "$Q")" 750
clean 'then'

# a journal leads nowhere but to messages
echo secret > "$T/q2/secret"
ino=$(stat -c %i "$T/q2/secret")
echo "$ino ../secret mess/1/24" > "$Q/lock/fix.log"
exits 2 'a journal that leads out of the queue' fix
is 'is not followed' "$(cat "$T/q2/secret")" secret
if [ "$ROOT" = yes ]; then
	echo "$n mess/$d/$n mess/1/24" > "$Q/lock/fix.log"
	own qmailq "$Q/lock/fix.log"
	exits 2 "somebody else's journal" fix
	ok 'is not followed' [ -f "$Q/mess/$d/$n" ]
fi
rm "$Q/lock/fix.log"
echo "4 info/1/24 info/2/25" > "$Q/lock/fix.log"
exits 1 'a journal whose file is gone' fix
like 'is told' "$(cat "$T/stdout")" '^info/1/24 is gone$'
clean 'once'
mv "$Q/mess" "$T/q2/mess"
ln -s "$T/q2/mess" "$Q/mess"
exits 2 'a link where a folder should be' fix
is 'the queue is not closed for it' "$(stat -c %a "$Q"):$(cat "$T/stdout")" 750:
Q=$Q2

# -N tells what will be done, with what came before in mind
Q2=$Q
Q=$T/q3/queue
mkdir "$T/q3" "$Q"
fix > /dev/null
text 'moves to where an orphan is\n'
d=$((n % 23))
mv "$Q/mess/$d/$n" "$Q/mess/7/30"
file qmails 600 info/7/30 'Fa@b\0'
file qmailr 666 local/7/30 'Tjoe@c\0'
file qmails 600 info/$d/$n 'Fold@b\0'
file qmails 644 local/$d/$n 'Tann@c\0'
file qmailq 666 intd/77 'u0'
echo stray > "$Q/mess/007"
before=$(fix -N -s 5)
exits 1 'all at once' fix -s 5
is '-N told all of it' "$(plan "$before")" "$(plan "$(cat "$T/stdout")")"
like 'the emptied folders too' "$before" '^removing empty mess/7$'
is 'and nothing twice' "$(plan "$before" | uniq -d)" ''
ok 'it moved' [ -f "$Q/mess/$((n % 5))/$n" -a -f "$Q/info/$((n % 5))/$n" -a -f "$Q/local/$((n % 5))/$n" ]
echo "4 info/1/24 info/2/25" > "$Q/lock/fix.log"
is 'a journal: that comes first' "$(fix -N)" 'continuing what lock/fix.log says
queue-fix finished with 1 errors...'
rm "$Q/lock/fix.log"
# who stays is in the way of others, and so on
Q=$T/q4/queue
mkdir "$T/q4" "$Q"
fix > /dev/null
text 'one\n'
n1=$n
text 'two\n'
n2=$n
text 'three\n'
n3=$n
mv "$Q/mess/$((n1 % 23))/$n1" "$Q/mess/1/24"
mv "$Q/mess/$((n2 % 23))/$n2" "$Q/mess/$((n1 % 23))/$n1"
mv "$Q/mess/$((n3 % 23))/$n3" "$Q/mess/$((n2 % 23))/$n2"
for k in "$n2" "$n1" 24; do
	file qmails 600 "info/$((k % 23))/$k" 'Fa@b\0'
	file qmails 600 "local/$((k % 23))/$k" 'Tjoe@c\0'
done
echo stray > "$Q/mess/$((n3 % 23))/$n3.fix"
before=$(cd "$Q" && find . -type f | sort)
told=$(fix -N)
exits 1 'one cannot move' fix
is 'three are told' "$(grep -c '^unable to move' "$T/stdout")" 3
is 'and stay' "$(cd "$Q" && find . -type f | sort)" "$before"
is '-N told it' "$(plan "$told")" "$(plan "$(cat "$T/stdout")")"
rm "$Q/mess/$((n3 % 23))/$n3.fix"
printf '%s\n' y n y y y y > "$T/answers"
code=0
fix -i < "$T/answers" > "$T/stdout" || code=$?
is 'one declined: exit' $code 1
ok 'the queue is open' [ "$(stat -c %a "$Q")" = 750 ]
is 'nothing passes by' "$(find "$Q" -name '*.fix')" ''
exits 0 'all accepted' fix
clean 'then'
d=$((n1 % 23))
mv "$Q/local/$d" "$Q/local/99"
printf '%s\n' n y > "$T/answers"	# no to the folder
code=0
fix -i < "$T/answers" > "$T/stdout" 2>&1 || code=$?
is 'a folder was declined: exit' $code 1
like 'nothing can go there' "$(cat "$T/stdout")" "unable to move local/99/$n1: local/$d is not there\$"
exits 0 'repaired' fix
clean 'then'
Q=$T/q5/queue
mkdir "$T/q5" "$Q"
if mount -t tmpfs -o size=4m none "$Q" 2> /dev/null; then
	fix > /dev/null
	file qmailq 644 todo/777 'u1\0p1\0Fa@b\0Tc@d\0'
	exits 1 'a file system of its own' fix
	like 'an orphan' "$(cat "$T/stdout")" '^todo/777: body lost, from <a@b> to c@d$'
	is 'is set aside' "$(cd "$Q" && find . -name 777 | sed 's/found\.[0-9]*/found/')" ./queue.lost+found/todo/777
	clean 'then'
	umount "$Q"
fi
Q=$Q2

# layouts
exits 0 'to big-todo' fix -b 1
is 'split' "$(ls "$Q"/todo/*/* | wc -l | tr -d ' ')" 50
messages "$Q" > "$T/got"
same_file '27: nothing lost, nothing mixed' "$T/got" "$T/want"
clean 'big-todo is kept'
exits 0 'to split 5, flat' fix -s 5 -b 0
is 'the others are removed' "$(ls "$Q/mess" | sort -n | tr '\n' ' ')" '0 1 2 3 4 '
messages "$Q" > "$T/got"
same_file '4: nothing lost, nothing mixed' "$T/got" "$T/want"
is 'no damage' "$(qcheck "$Q")" 'writing 0 queued 50 ready 150 damaged 0 pid 0'
clean 'split 5 is kept'

# spec: queue-fix.md 2, in-flight
mkfifo "$T/text"
printf 'Fa@b\0Tc@d\0\0' > "$T/envelope"
"$H/bin/qmail-queue" < "$T/text" 1< "$T/envelope" &
writer=$!
exec 8> "$T/text"
echo part >&8
await 60 sh -c "ls '$Q'/mess/*/* | grep -v '^\$' > '$T/all'; [ \$(wc -l < '$T/all') -eq 201 ]"
fix -N > "$T/stdout"
like 'a message that is being written is told' "$(cat "$T/stdout")" '^message [0-9]+ is in use; skipped$'
is 'and no trouble' "$(tail -n 1 "$T/stdout")" 'queue-fix finished...'
queue-fix "$Q" > "$T/waits" 2>&1 8>&- &
fixer=$!
await 60 sh -c "[ \$(stat -c %a '$Q') = 700 ]"
ok 'queue-fix waits for its end' kill -0 $fixer
exec 8>&-
wait $writer
written=$?
wait $fixer
is 'and goes on' "$?:$(tail -n 1 "$T/waits")" '0:queue-fix finished...'
if [ "$ROOT" = yes ]; then
	ok 'it failed, and its caller knows' [ $written -ge 51 ]
else
	is 'it is queued: this user is not kept out' $written 0
fi
find "$Q"/mess "$Q"/intd "$Q"/todo -newer "$T/envelope" -type f -exec rm -f {} +
messages "$Q" > "$T/got"
same_file 'the others are as they were' "$T/got" "$T/want"

# killed at any call, the next run finishes
F=$OUT/fault
if make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/queue-fix" > "$T/build" 2>&1; then
	mkdir -m 755 "$H/fault"
	# shellcheck disable=SC2086 # a list of names
	"$OUT/mk/rehome" "$H/fault" "$H" $ACCOUNTS "$F/bin/queue-fix"
	chmod 755 "$H/fault/queue-fix"
	(cd "$Q" && tar cf "$T/queue.tar" .)
	bad=
	for k in 1 300 600 900 1300 1700; do
		rm -rf "$Q"
		mkdir "$Q"
		(cd "$Q" && tar xpf "$T/queue.tar")
		code=0
		QSUITE_FAULT=$k:kill "$H/fault/queue-fix" -s 23 "$Q" > /dev/null 2>&1 || code=$?
		fix -s 23 > /dev/null || bad="$bad $k:exit"
		messages "$Q" | cmp -s - "$T/want" || bad="$bad $k:$code:mixed"
		[ "$(fix -N)" = 'queue-fix finished...' ] || bad="$bad $k:$code:again"
	done
	is 'killed and run again' "$bad" ''
fi

wait "$late"
is 'a qmail-clean that does not end' "$? $(cat "$T/late")" \
    '111 queue-fix: fatal: qmail-clean is still at work; try again later'
done_testing
