#!/bin/sh
# qmail-pop3d: what others do to the maildir meanwhile; bytes of any kind;
# Maildir++: subfolders and quotas.
. tests/lib.sh
new_home
new_user joe
M=$T/joe/Maildir

mine() { [ "$ROOT" = no ] || chown -hR "$(id -u joe):$(id -g joe)" "$M"; }
message() { # file second text
	printf '%b' "$3" > "$M/$1"
	touch -d "2020-01-01 00:00:$2" "$M/$1"
}
fresh() {
	rm -rf "$M"
	mkdir -p "$M/tmp" "$M/new" "$M/cur"
	message new/a 01 'S: one\n\n'
	message 'cur/b:2,S' 02 'S: two\n\n'
	message new/c 03 'S: three\n\n'
	mine
}
files() { (cd "$M" && ls -A new cur | tr '\n' ' '); }

# ---- a session that waits: begin, say TEXT, finish; $last_pid is the program
if [ "$ROOT" = yes ]; then become="$OUT/bin/setuidgid joe"; else become=; fi
begin() {
	rm -f "$T/in"
	mkfifo "$T/in"
	: > "$T/wire"
	# shellcheck disable=SC2086 # words
	background sh -c 'cd "$T/joe" && exec "$@" < "$T/in" > "$T/wire" 2> "$T/stderr"' sh \
	    $become qmail-pop3d Maildir
	exec 7> "$T/in"
	await 60 test -s "$T/wire" || failed 'a greeting'
}
say() { # text, and wait for so many lines of answers in all
	printf '%b' "$1" >&7
	await 60 sh -c "[ \$(wc -l < '$T/wire') -ge $2 ]" || failed "an answer: $1"
}
finish() {
	exec 7>&-
	wait "$last_pid"
	got=$(tr -d '\r' < "$T/wire")
}

# another reader sees messages and changes flags
fresh
begin
mv "$M/new/a" "$M/cur/a:2,"
mv "$M/cur/b:2,S" "$M/cur/b:2,RS"
say 'RETR 1\r\nRETR 2\r\nDELE 2\r\n' 9
mv "$M/cur/a:2," "$M/cur/a:2,FS"
mv "$M/cur/b:2,RS" "$M/cur/b:2,RST"
say 'DELE 1\r\nQUIT\r\n' 11
finish
is 'a message that another reader renames is the same' "$got" '+OK 
+OK 
S: one

.
+OK 
S: two

.
+OK 
+OK 
+OK '
is 'and is deleted under its new name' "$(files)" 'cur: c:2,  new: '

# flags of others stay; what comes meanwhile stays new
fresh
begin
mv "$M/new/a" "$M/cur/a:2,FS"
message new/later 04 'S: later\n\n'
mine
say 'STAT\r\nUIDL\r\nDELE 3\r\nQUIT\r\n' 9
finish
is 'what comes meanwhile is not seen' "$got" '+OK 
+OK 3 26
+OK 
1 a
2 b
3 c
.
+OK 
+OK '
is 'and stays new, flags stay' "$(files)" 'cur: a:2,FS b:2,S  new: later '

# a folder goes away
fresh
begin
rm -rf "$M/new"
say 'RETR 1\r\nRETR 2\r\nDELE 1\r\nQUIT\r\n' 8
finish
is 'a folder that vanishes' "$got" '+OK 
-ERR unable to open that message
+OK 
S: two

.
+OK 
-ERR unable to unlink all deleted messages
+OK '

# two sessions at once
fresh
begin
printf 'DELE 1\r\nDELE 2\r\nQUIT\r\n' > "$T/commands"
(cd "$T/joe" && as joe qmail-pop3d Maildir < "$T/commands") > /dev/null
say 'DELE 1\r\nDELE 3\r\nRETR 3\r\nRETR 2\r\nRSET\r\nRETR 3\r\nQUIT\r\n' 10
finish
is 'two sessions' "$got" '+OK 
+OK 
+OK 
-ERR already deleted
-ERR unable to open that message
+OK 
+OK 
S: three

.
+OK '
is 'two sessions: what is left' "$(files)" 'cur: c:2,  new: '

# a regular file becomes something else after it was listed
fresh
begin
rm "$M/new/a" "$M/new/c"
mkfifo "$M/new/a"
mkdir "$M/new/c"
say 'RETR 1\r\nRETR 3\r\nTOP 1 5\r\nQUIT\r\n' 5
finish
is 'a fifo and a folder in the place of messages' "$got" '+OK 
-ERR unable to open that message
-ERR unable to open that message
-ERR unable to open that message
+OK '

# ---- a client that just goes, in the middle of an answer
fresh
head -c 3000000 /dev/zero | tr '\0' '\n' > "$M/new/a"
touch -d '2020-01-01 00:00:01' "$M/new/a"	# of this second it would not be seen
mine
begin
printf 'DELE 2\r\nRETR 1\r\n' >&7
ok 'a long answer' await 60 sh -c "[ \$(wc -c < '$T/wire') -gt 4096 ]"
kill "$last_pid" 2> "$T/trash"
finish
is 'the end by a signal changes nothing' "$(files)" 'cur: b:2,S  new: a c '

# ---- bytes
pop() { # printf text: the session's bytes
	printf '%b' "$1" > "$T/commands"
	(cd "$T/joe" && as joe qmail-pop3d Maildir < "$T/commands") \
	    > "$T/wire" 2> "$T/stderr"
}
bytes() { # NAME WANT(printf): the answer to RETR 1
	mine
	pop 'RETR 1\r\n'
	printf '+OK \r\n+OK \r\n%b.\r\n' "$2" > "$T/want"
	same_file "$1" "$T/wire" "$T/want"
}
# spec: protocols.md 7
fresh
message new/a 01 'x\0000y\0377\0200\n\0000\n'
bytes 'NUL and 8-bit bytes' 'x\0000y\0377\0200\r\n\0000\r\n'
message new/a 01 'a\r\n\r\n.b\r\n..c\r\n'
bytes 'CR LF inside: no line end is changed' 'a\r\r\n\r\r\n..b\r\r\n...c\r\r\n'
# spec: protocols.md 8.1
message new/a 01 'a\r.\rb\n\r.\r\n.\n'
bytes 'lone CR is data' 'a\r.\rb\r\n\r.\r\r\n..\r\n'
message new/a 01 'no line end'
bytes 'no line end' 'no line end\r\n'
message new/a 01 '.'
bytes 'a dot alone' '..\r\n'
message new/a 01 ''
bytes 'nothing' ''
message new/a 01 '\n'
bytes 'an empty line' '\r\n'
message new/a 01 'end with CR\r'
bytes 'a CR at the end' 'end with CR\r\r\n'
message new/a 01 'H: x\r\n\r\n1\n2\n3\n'
mine
pop 'TOP 1 1\r\n'
printf '+OK \r\n+OK \r\nH: x\r\r\n\r\r\n1\r\n.\r\n' > "$T/want"
same_file 'TOP of a message with CR LF: its header and a line' "$T/wire" "$T/want"
# its CR is the last byte of what is read at once, its LF the first of the next
long=$(head -c 65530 /dev/zero | tr '\0' h)
message new/a 01 "H: $long\r\n\r\n1\n2\n3\n"
truncate -s 65536 "$M/new/a"
is 'the CR is byte 65536' "$(tail -c 1 "$M/new/a" | od -An -tx1)" ' 0d'
printf '\n1\n2\n3\n' >> "$M/new/a"
touch -d '2020-01-01 00:00:01' "$M/new/a"
mine
pop 'TOP 1 1\r\n' > "$T/stdout"
is 'nor when two reads share the empty line' "$(tail -c 9 "$T/wire" | od -An -c)" \
    "$(printf '\r\r\n1\r\n.\r\n' | od -An -c)"

# ---- Maildir++
fresh
for sub in .Sent .Trash.old; do
	mkdir -p "$M/$sub/new" "$M/$sub/cur" "$M/$sub/tmp"
	: > "$M/$sub/maildirfolder"
	message "$sub/new/x" 01 'S: x\n\n'
	message "$sub/cur/y:2,S" 02 'S: y\n\n'
done
printf '10000S,100C\n26 3\n' > "$M/maildirsize"
mine
before=$(cd "$M" && find .Sent .Trash.old | sort)
pop 'STAT\r\nDELE 1\r\nDELE 3\r\nQUIT\r\n'
is 'subfolders are not served' "$(sed -n 2p "$T/wire" | tr -d '\r')" '+OK 3 26'
is 'and left alone' "$(cd "$M" && find .Sent .Trash.old | sort)" "$before"
is 'the quota is told what went' "$(cat "$M/maildirsize")" '10000S,100C
26 3
-18 -2'
pop 'QUIT\r\n'
pop 'DELE 1\r\n'
is 'and only that' "$(wc -l < "$M/maildirsize")" 3
(cd "$T/joe" && printf 'DELE 1\r\nQUIT\r\n' |
    as joe qmail-pop3d Maildir/.Sent) > "$T/wire"
is 'a subfolder counts for the quota above' "$(tail -n 1 "$M/maildirsize")" '-6 -1'

# what a reader has put into the trash does not count any more
fresh
mv "$M/cur/b:2,S" "$M/cur/b:2,ST"
printf '10000S,100C\n18 2\n' > "$M/maildirsize"
mine
pop 'DELE 1\r\nDELE 2\r\nQUIT\r\n'
is 'a message with the flag T is told of no more' "$(tail -n 1 "$M/maildirsize")" '-8 -1'
is 'but it is gone too' "$(files)" 'cur: c:2,  new: '

# a maildirsize that is a trap
for kind in link fifo; do
	fresh
	echo keep > "$T/joe/precious"
	case $kind in
	link) ln -s ../precious "$M/maildirsize" ;;
	fifo) mkfifo "$M/maildirsize" ;;
	esac
	mine
	pop 'DELE 1\r\nQUIT\r\n'
	is "maildirsize is a $kind: QUIT" "$(tail -n 1 "$T/wire" | tr -d '\r')" '+OK '
	is "maildirsize is a $kind: nothing is written" "$(cat "$T/joe/precious")" keep
	like "maildirsize is a $kind: logged" "$(cat "$T/stderr")" \
	    '^qmail-pop3d: warning: unable to write to maildirsize: '
done

if [ "$ROOT" = yes ]; then
	# ---- the maildir of somebody else
	fresh
	chown -R root "$M"
	chmod -R go-rwx "$M"
	pop 'STAT\r\n'
	is 'the maildir of another user' "$(tr -d '\r' < "$T/wire")" \
	    '-ERR this user has no $HOME/Maildir'
	chmod 755 "$M" "$M/cur" "$M/new"
	pop 'STAT\r\nRETR 1\r\nDELE 2\r\nQUIT\r\n'
	is 'one that may be listed only' "$(tr -d '\r' < "$T/wire")" '+OK 
+OK 3 26
-ERR unable to open that message
+OK 
-ERR unable to unlink all deleted messages
+OK '
	is 'stays as it was' "$(files)" 'cur: b:2,S  new: a c '
	is 'one line in the log for all that could not be moved, and how many' \
	    "$(grep -c 'unable to move' "$T/stderr")" 2
fi
done_testing
