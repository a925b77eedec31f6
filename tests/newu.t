#!/bin/sh
# qmail-newu: users/assign to users/cdb.
. tests/lib.sh
new_home

# spec: programs.md 14
cat > "$H/users/assign" <<'END'
=joe:joe:1001:1001:/home/joe:::
+joe-:joe:1001:1001:/home/joe:-::
+Sub.:sub:1002:1002:/home/sub:-:pre-:
+:alias:1003:1003:/alias:-::
.
anything after the dot is ignored
END
rm -f "$H/users/cdb"
exits 0 'compiles users/assign' qmail-newu
is 'says nothing' "$(cat "$T/stdout" "$T/stderr")" ''
is 'users/cdb is for all to read' "$(stat -c %a "$H/users/cdb")" 644
nok 'no temporary file stays' test -e "$H/users/cdb.tmp"
# spec: delivery.md 1.2
dump=$(tr '\0' '|' < "$H/users/cdb" | tr -c '[:print:]' '_')
like 'exact record' "$dump" '!joe\|joe\|1001\|1001\|/home/joe\|\|'
like 'prefix in lower case' "$dump" '!sub\.sub\|1002\|1002\|/home/sub\|-\|pre-'
like 'catch-all' "$dump" '!alias\|1003\|1003\|/alias\|-\|'
unlike 'nothing after the dot' "$dump" 'anything'
like 'wildcard bytes' "$dump" '-\.'

cp "$H/users/cdb" "$T/before"
# spec: delivery.md 1.1
bad() {
	printf '%b' "$2" > "$H/users/assign"
	exits 111 "$1" qmail-newu
	like "$1: says so" "$(cat "$T/stderr")" \
	    '^qmail-newu: fatal: bad format in users/assign$'
	same_file "$1: the old users/cdb stays" "$H/users/cdb" "$T/before"
}
bad 'no final dot' '=joe:joe:1:1:/h:::\n'
like 'no final dot: the line that is missing' "$(cat "$T/stderr")" \
    '^qmail-newu: warning: users/assign line 2: not understood$'
bad 'empty file' ''
bad 'too few fields' '=joe:joe:1:1:/h::\n.\n'
bad 'empty first field' ':joe:1:1:/h:::\n.\n'
bad 'NUL in a line' '=joe:j\0000oe:1:1:/h:::\n.\n'
bad 'empty line' '\n.\n'
head -c 200000 /dev/zero | tr '\0' a > "$H/users/assign"
exits 111 'endless line' qmail-newu
same_file 'endless line: the old users/cdb stays' "$H/users/cdb" "$T/before"

# two at once: the later one begins when the first has finished
rm -f "$H/users/assign" "$H/users/cdb.tmp"
mkfifo "$H/users/assign"
exec 8<> "$H/users/assign"
background qmail-newu 2> "$T/err1" 8<&-
first=$last_pid
# the shell has it open too, until it is qmail-newu
ok 'two at once: the first has begun to read' await 60 sh -c "
	readlink /proc/$first/exe | grep -q '/qmail-newu\$' &&
	ls -l /proc/$first/fd | grep -q ' $H/users/assign\$'"
rm "$H/users/assign"
printf '=two:j:1:1:/h:::\n.\n' > "$H/users/assign"
background qmail-newu 2> "$T/err2"
second=$last_pid
nok 'two at once: the second waits' await 1 test ! -e "$H/users/cdb.tmp"
printf '=one:j:1:1:/h:::\n.\n' >&8
exec 8>&-
wait "$first"
is 'two at once: the first: exit' $? 0
wait "$second"
is 'two at once: the second: exit' $? 0
is 'two at once: nothing to say' "$(cat "$T/err1" "$T/err2")" ''
like 'two at once: the newer users/assign' "$(tr '\0' '|' < "$H/users/cdb")" '!two\|'
is 'two at once: for all to read' "$(stat -c %a "$H/users/cdb")" 644
nok 'two at once: no temporary file' test -e "$H/users/cdb.tmp"
cp "$H/users/cdb" "$T/before"

rm "$H/users/assign"
exits 111 'no users/assign' qmail-newu
like 'no users/assign: says so' "$(cat "$T/stderr")" \
    '^qmail-newu: fatal: unable to read users/assign: '
echo . > "$H/users/assign"
rm -f "$H/users/cdb.tmp"
mkdir "$H/users/cdb.tmp"
exits 111 'users/cdb.tmp cannot be written' qmail-newu
same_file 'then the old users/cdb stays' "$H/users/cdb" "$T/before"
rmdir "$H/users/cdb.tmp"
exits 0 'only the dot: nobody' qmail-newu


# ---- a virtual domain as vpopmail sets it up
# spec: delivery.md 10#1
D=$T/vpop
user=joe
[ "$ROOT" = yes ] || user=$ME
mkdir "$D"
[ "$ROOT" = no ] || chown "$user" "$D"
cat > "$T/vdelivermail" <<'END'
#!/bin/sh
# what such a program needs: a message that can be read twice, and these
cat > /dev/null
exec 3< /proc/self/fd/0 2> /dev/null || exec 3<&0
cat <&3 > got
printf '%s|%s|%s|%s|' "$EXT" "$HOST" "$SENDER" "$*" > env
printf '%s%s' "$RPLINE" "$DTLINE" >> env
case $EXT in
postmaster) exit 99 ;;
nobody) echo 'no such user'; exit 100 ;;
later) exit 111 ;;
esac
END
chmod 755 "$T/vdelivermail"
echo "| $T/vdelivermail '' bounce-no-mailbox" > "$D/.qmail-default"
chmod 644 "$D/.qmail-default"
assign_add "+v.example-:v.example:$(id -u "$user"):$(id -g "$user"):$D:-::"
printf 'Subject: v\n\nx\n' > "$H/queue/mess/7/30"
[ "$ROOT" = no ] || chown qmailq "$H/queue/mess/7/30"
n=0
for name in Joe.Doe postmaster nobody later; do
	n=$((n + 1))
	echo "do 0 7/30 s@x v.example-$name@v.example"
	echo "wait $n"
done | spawndrive qmail-lspawn ./Mailbox > "$T/reports" 2>&1
is 'a virtual domain: reports' "$(cat "$T/reports")" 'capacity 120
0 Kdid 0+0+1\n
0 Kdid 0+0+1\n
0 Dno such user\n
0 Z
exit 0'
is 'a virtual domain: environment' "$(cat "$D/env")" \
    "later|v.example|s@x| bounce-no-mailbox|Return-Path: <s@x>
Delivered-To: v.example-later@v.example"
same_file 'a virtual domain: the message can be read twice' "$D/got" \
    "$H/queue/mess/7/30"
done_testing
