#!/bin/sh
# qmail-pop3d: a maildir by POP3.
. tests/lib.sh
new_home
new_user joe
M=$T/joe/Maildir

old() { touch -d "2020-01-01 00:00:$1" "$2"; }
message() { # file second text
	printf '%b' "$3" > "$M/$1"
	old "$2" "$M/$1"
}
mine() { [ "$ROOT" = no ] || chown -R "$(id -u joe):$(id -g joe)" "$M"; }
fresh() {
	rm -rf "$M"
	mkdir -p "$M/tmp" "$M/new" "$M/cur"
	message new/c 03 'S: three\n\none\n.two\nthree\n'
	message 'cur/b:2,S' 02 'S: two\n\nno line end'
	message new/a 01 'S: one\n\n'
	message new/.hidden 00 'hidden\n'
	mine
}
pop() { # printf text: the session, without CRs
	printf '%b' "$1" > "$T/commands"
	(cd "$T/joe" && as joe qmail-pop3d Maildir < "$T/commands") \
	    > "$T/wire" 2> "$T/stderr"
	tr -d '\r' < "$T/wire"
}
says() { is "$1" "$(pop "$2")" "+OK 
$3"; }

# spec: protocols.md 7
fresh
says 'STAT' 'STAT\r\n' '+OK 3 52'
is 'every line ends in CR LF' "$(tr -cd '\r' < "$T/wire" | wc -c)" \
    "$(tr -cd '\n' < "$T/wire" | wc -c)"
says 'LIST, oldest first' 'LIST\r\n' '+OK 
1 8
2 19
3 25
.'
says 'LIST of one' 'LIST 2\r\n' '+OK 2 19'
says 'UIDL' 'UIDL\r\n' '+OK 
1 a
2 b
3 c
.'
says 'UIDL of one' 'UIDL 2\r\n' '+OK 2 b'
says 'RETR: a dot is doubled' 'RETR 3\r\n' '+OK 
S: three

one
..two
three
.'
says 'RETR: a partial last line' 'RETR 2\r\n' '+OK 
S: two

no line end
.'
says 'TOP without lines' 'TOP 3 0\r\n' '+OK 
S: three

.'
says 'TOP with two lines' 'TOP 3 2\r\n' '+OK 
S: three

one
..two
.'
says 'TOP with more lines than there are' 'TOP 2 99\r\n' '+OK 
S: two

no line end
.'
says 'TOP without a number: all' 'TOP 3\r\n' '+OK 
S: three

one
..two
three
.'
says 'DELE, LIST, STAT, LAST, RSET' \
    'LAST\r\nDELE 2\r\nDELE 2\r\nRETR 2\r\nLIST 2\r\nLIST\r\nUIDL\r\nSTAT\r\nDELE 1\r\nLAST\r\nRSET\r\nLAST\r\nSTAT\r\n' \
    '+OK 0
+OK 
-ERR already deleted
-ERR already deleted
-ERR already deleted
+OK 
1 8
3 25
.
+OK 
1 a
3 c
.
+OK 2 33
+OK 
+OK 2
+OK 
+OK 0
+OK 3 52'
says 'numbers' 'RETR\r\nRETR x\r\nRETR 1x\r\nRETR -1\r\nRETR 0\r\nRETR 4\r\nRETR 99999999999999999999999\r\nDELE 1 2\r\nTOP 1 x\r\n' \
    '-ERR syntax error
-ERR syntax error
-ERR syntax error
-ERR syntax error
-ERR messages are counted from 1
-ERR not that many messages
-ERR not that many messages
-ERR syntax error
-ERR syntax error'
says 'verbs in any case, LF alone, other verbs' \
    'noop\nNoOp\r\nXYZZY\r\nUSER joe\r\n\r\nAUTH\r\n' '+OK 
+OK 
-ERR unimplemented
-ERR unimplemented
-ERR unimplemented
-ERR unimplemented'
says 'CAPA' 'CAPA\r\n' '+OK 
TOP
UIDL
USER
PIPELINING
.'
is 'nothing moves without QUIT' \
    "$(cd "$M" && ls -A new cur | tr '\n' ' ')" 'cur: b:2,S  new: .hidden a c '
pop 'DELE 1\r\nDELE 2\r\n' > /dev/null
is 'nothing is deleted without QUIT' \
    "$(cd "$M" && ls -A new cur | tr '\n' ' ')" 'cur: b:2,S  new: .hidden a c '
says 'QUIT' 'DELE 1\r\nQUIT\r\nNOOP\r\n' '+OK 
+OK '
is 'QUIT deletes, and moves what is new' \
    "$(cd "$M" && ls -A new cur | tr '\n' ' ')" 'cur: b:2,S c:2,  new: .hidden '
exits 0 'exit code at the end' sh -c "cd '$T/joe' && printf 'QUIT\r\n' | $(
    [ "$ROOT" = no ] || echo "'$OUT/bin/setuidgid' joe") qmail-pop3d Maildir"

# a message of exactly the buffer's size, dots at the seams
fresh
awk 'BEGIN { for (i = 0; i < 65535; i++) printf "x"; printf "\n.dot\n"
	for (i = 0; i < 40000; i++) print "." }' > "$M/new/a"
old 01 "$M/new/a"
mine
printf 'RETR 1\r\n' > "$T/commands"
(cd "$T/joe" && as joe qmail-pop3d Maildir < "$T/commands") |
    sed -e 1,2d -e 's/\r$//' -e '$d' -e 's/^\.//' > "$T/got"
same_file 'a long message comes whole' "$T/got" "$M/new/a"

# ---- times
fresh
touch -d '+1 hour' "$M/new/a"
says 'messages of the future are not seen' 'LIST\r\n' '+OK 
1 19
2 25
.'
fresh
old 02 "$M/new/a"
old 02 "$M/new/c"
# spec: protocols.md 8.12
says 'equal times: by name' 'UIDL\r\n' '+OK 
1 a
2 b
3 c
.'
touch -a -d '2 days ago' "$M/cur/b:2,S"
: > "$M/tmp/old"
: > "$M/tmp/young"
touch -a -d '37 hours ago' "$M/tmp/old"
touch -a -d '35 hours ago' "$M/tmp/young"
mine
pop '' > /dev/null
is 'tmp is cleaned' "$(ls "$M/tmp")" young

# ---- what others do meanwhile
fresh
mkfifo "$T/in"
rm "$T/wire"		# of the session before: else it is taken for a greeting
(cd "$T/joe" && as joe qmail-pop3d Maildir < "$T/in" > "$T/wire") &
last_pid=$!
started="$started $last_pid"
exec 7> "$T/in"
ok 'greets' await 60 test -s "$T/wire"
rm "$M/new/a" "$M/new/c"
printf 'RETR 1\r\nDELE 1\r\nRETR 2\r\nQUIT\r\n' >&7
exec 7>&-
wait "$last_pid"
is 'messages that vanish' "$(tr -d '\r' < "$T/wire")" '+OK 
-ERR unable to open that message
+OK 
+OK 
S: two

no line end
.
+OK '
rm "$T/in"
if [ "$ROOT" = yes ]; then
	fresh
	chown root "$M/new" && chmod 755 "$M/new"
	says 'what cannot be deleted' 'DELE 1\r\nDELE 3\r\nQUIT\r\n' '+OK 
+OK 
-ERR unable to unlink all deleted messages
-ERR unable to unlink all deleted messages
+OK '
	exits 1 'not as root' sh -c "cd '$T/joe' && qmail-pop3d Maildir < /dev/null"
	is 'not as root: says so' "$(cat "$T/stderr")" \
	    'qmail-pop3d invoked as uid 0, terminating'
	fresh
	chmod 000 "$M/new/a"
	says 'what cannot be read' 'RETR 1\r\n' '-ERR unable to open that message'
	fresh
	chmod 000 "$M/cur"
	is 'a folder that cannot be read' "$(pop '')" \
	    '-ERR unable to scan $HOME/Maildir'
fi

# ---- no maildir
rm -rf "$M"
is 'no maildir' "$(pop 'LIST\r\n')" '-ERR this user has no $HOME/Maildir'
: > "$M"
mine
is 'a file for a maildir' "$(pop '')" '-ERR this user has no $HOME/Maildir'
rm "$M"
mkdir "$M"
mine
is 'an empty folder' "$(pop '')" '-ERR this user has no $HOME/Maildir'
exits 1 'no argument' as joe qmail-pop3d

# ---- a message is shown once its second is over, by the clock of names
fresh
printf 'STAT\r\n' > "$T/commands"
late=0
for i in 1 2 3 4 5; do
	echo 'S: now' > "$M/new/now"
	second=$(stat -c %Y "$M/new/now")
	rest=$((950 - $(date +%s%N) / 1000000 % 1000))	# ms
	[ $rest -le 0 ] || sleep "$(printf '0.%03d' $rest)"
	(cd "$T/joe" && as joe sh -c 'until [ "$(date +%s)" -gt "$1" ]; do :; done
	    exec qmail-pop3d Maildir' sh "$second" < "$T/commands") |
	    grep -q '^+OK 4 ' || late=$((late + 1))
	rm "$M/new/now"
done
is 'shown when its second is over' $late 0
echo 'S: to come' > "$M/new/x"
touch -d '+1000 seconds' "$M/new/x"
says 'not before' 'STAT\r\n' '+OK 3 52'

# ---- hostile contents
fresh
mkfifo "$M/new/fifo"
mkdir "$M/new/folder"
echo 'S: linked' > "$T/joe/target"
old 05 "$T/joe/target"
ln -s ../../target "$M/new/link"
ln -s a "$M/cur/link"
ln -s nowhere "$M/cur/dangling"
nl=$(printf 'x\ny z')
message "new/$nl" 04 'S: odd\n'
mine
says 'only regular files, no line ends in names' 'UIDL\r\n' '+OK 
1 a
2 b
3 c
4 x?y?z
5 link
.'
says 'QUIT with them' 'DELE 1\r\nDELE 5\r\nQUIT\r\n' '+OK 
+OK 
+OK '
ok 'they stay' test -p "$M/new/fifo" -a -d "$M/new/folder" -a -L "$M/cur/link"
ok 'of a link only the link is deleted' test -f "$T/joe/target" -a ! -L "$M/new/link"

# ---- hostile commands
fresh
says 'NUL in a command' 'NO\0000OP\r\nRETR 1\0000\r\nSTAT\r\n' '-ERR syntax error
-ERR syntax error
+OK 3 52'
{ head -c 1000000 /dev/zero | tr '\0' A; printf '\r\nSTAT\r\n'; } > "$T/commands"
is 'a command of 1 MB' "$(cd "$T/joe" &&
    as joe qmail-pop3d Maildir < "$T/commands" | tr -d '\r')" '+OK 
-ERR line too long
+OK 3 52'
head -c 5000000 /dev/zero > "$T/commands"
exits 0 'endless rubbish' sh -c "cd '$T/joe' && $(
    [ "$ROOT" = no ] || echo "'$OUT/bin/setuidgid' joe") qmail-pop3d Maildir < '$T/commands'"
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "STAT\r\n" }' > "$T/commands"
is 'a pipeline of 3000 commands' "$(cd "$T/joe" &&
    as joe qmail-pop3d Maildir < "$T/commands" | grep -c '^+OK 3 52')" 3000

# ---- many messages, little memory
rm -rf "$M"
mkdir -p "$M/tmp" "$M/new" "$M/cur"
(cd "$M/new" && awk 'BEGIN { for (i = 0; i < 20000; i++) {
	f = sprintf("15778%05d.M1P%05dQ1.host.example", i, i)
	print "S: x\n" > f; close(f) } }' && find . -type f -exec touch -d '2020-01-01' {} +)
mine
printf 'STAT\r\nUIDL\r\nDELE 20000\r\nQUIT\r\n' > "$T/commands"
limit='softlimit -d 8000000'
code=0
as joe $limit qmail-pop3d > "$T/stdout" 2>&1 || code=$?
[ $code -eq 1 ] || limit=	# a build with sanitizers needs more to start
(cd "$T/joe" && as joe $limit qmail-pop3d Maildir \
    < "$T/commands") > "$T/wire" 2> "$T/stderr"
is '20000 messages in 8 MB' "$(tr -d '\r' < "$T/wire" | sed -n 2p)" '+OK 20000 120000'
is '20000 lines' "$(grep -c '^[0-9]* 15778' "$T/wire")" 20000
is 'and QUIT' "$(ls "$M/cur" | wc -l) $(ls "$M/new" | wc -l)" '19999 0'
done_testing
