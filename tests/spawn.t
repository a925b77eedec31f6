#!/bin/sh
# qmail-lspawn and qmail-rspawn: every report, driven as qmail-send does.
. tests/lib.sh
new_home
new_user joe
export H
mkfifo -m 666 "$T/go"
mkdir -m 777 "$T/seen"

message() { # name [owner]
	echo "text of $1" > "$H/queue/mess/$1"
	[ "$ROOT" = no ] || chown "${2:-qmailq}" "$H/queue/mess/$1"
	chmod 644 "$H/queue/mess/$1"
}
message 7/30

# What stands for qmail-local: does what the extension says.
cat > "$H/bin/qmail-local" <<'END'
#!/bin/sh
case $6 in
args)	printf '%s|' "$0" "$@"; cat ;;
ids)	id -u; id -g; id -G ;;
where)	pwd; (ls -l /proc/$$/fd > "$T/seen/fds")	# before a pipeline has some
	sed -n 's/.* \([0-9]*\) -> /\1 /p' "$T/seen/fds" |
	grep -vxFf "$T/ours" | grep -v '^1[0-9] .*qmail-local$' |
	sed 's/\(pipe\|socket\):.*/\1/' ;;
exit-*)	echo out; echo err >&2; exit "${6#exit-}" ;;
kill)	echo out; kill -9 $$ ;;
long-*)	head -c "${6#long-}" /dev/zero | tr '\0' x ;;
nul)	printf 'before\0after' ;;
wait)	: > "$T/seen/$4"; read -r line < "$T/go"; echo "$line" ;;
late)	(read -r line < "$T/go"; echo "$line") & ;;
silent)	exec > "$T/seen/silent" 2>&1; read -r line < "$T/go"; exit 100 ;;
esac
END
cp "$H/bin/qmail-local" "$T/qmail-local"
chmod 755 "$H/bin/qmail-local"

drive() { # program ...; the script on stdin; output in $T/reports
	spawndrive "$@" > "$T/reports" 2> "$T/errors"
}
reports() { cat "$T/reports"; }
lspawn() { drive qmail-lspawn ./Mailbox; }
one() { # recipient: the report on it
	echo "do 0 7/30 s@x $1" | lspawn
	sed -n 's/^0 //p' "$T/reports"
}

# spec: programs.md 4, 3.1; queue.md 1#2
echo | sed d | lspawn
is 'the capacity comes first, the end of commands ends it' "$(reports)" \
    'capacity 120
exit 0'

common() { # name, program ...
	name=$1
	shift
	mkdir -p "$H/queue/mess/7/31"
	message 7/32 root
	rm -f "$H/queue/mess/7/33"
	mkfifo "$H/queue/mess/7/33"
	long=$(printf '%0100d' 1)
	drive "$@" <<END
do 120 7/30 s@x joe@x
do 255 7/30 s@x joe@x
do 0 7/x s@x joe@x
do 1 /7/30 s@x joe@x
do 2 ../7/30 s@x joe@x
do 3 $long s@x joe@x
do 4 - s@x joe@x
do 5 7/30 s@x joe
do 6 7/30 s@x -
do 7 7/29 s@x joe@x
do 8 7/31 s@x joe@x
do 9 7/33 s@x joe@x
do 10 7/30 s@x joe%0Ax@x
do 11 7/30 s@x joe@x%0D
do 12 7/30 s@x joe%7F@x
big 13 7/30 - 70000 joe@x
do 14 7 s@x joe@x
END
	is "$name: commands that are refused" "$(reports)" 'capacity 120
120 ZInternal error: delnum too big. (#4.3.5)\n
255 ZInternal error: delnum too big. (#4.3.5)\n
0 DInternal error: messid has nonnumerics. (#5.3.5)\n
1 DInternal error: messid has nonnumerics. (#5.3.5)\n
2 DInternal error: messid has nonnumerics. (#5.3.5)\n
3 DInternal error: messid too long. (#5.3.5)\n
4 DInternal error: messid too short. (#5.3.5)\n
5 DSorry, address must include host name. (#5.1.3)\n
6 DSorry, address must include host name. (#5.1.3)\n
7 Zqmail-spawn unable to open message. (#4.3.0)\n
8 ZSorry, message has wrong type. (#4.3.5)\n
9 ZSorry, message has wrong type. (#4.3.5)\n
10 DSorry, address has control characters. (#5.1.3)\n
11 DSorry, address has control characters. (#5.1.3)\n
12 DSorry, address has control characters. (#5.1.3)\n
13 DSorry, address is too long. (#5.1.3)\n
14 ZSorry, message has wrong type. (#4.3.5)\n
exit 0'
	# spec: queue.md 1#1 (the group of a message is the sender's)
	if [ "$ROOT" = yes ]; then
		message 7/34
		chgrp 12345 "$H/queue/mess/7/34"
		echo 'do 0 7/34 s@x @x' | drive "$@"
		unlike "$name: the group of a message does not matter" \
		    "$(reports)" 'wrong owner|unable to'
		echo 'do 0 7/32 s@x joe@x' | drive "$@"
		like "$name: wrong owner" "$(reports)" \
		    '^0 ZSorry, message has wrong owner\. \(#4\.3\.5\)\\n$'
	fi
	echo 'part 0 7/30 s@x' | drive "$@"
	is "$name: half a command is no command" "$(reports)" 'capacity 120
exit 0'
	mv "$H/queue/mess" "$H/queue/mess.away"
	exits 111 "$name: no queue" "$@" < /dev/null
	mv "$H/queue/mess.away" "$H/queue/mess"
}
common lspawn qmail-lspawn ./Mailbox
common rspawn qmail-rspawn
exits 100 'lspawn: no default delivery' qmail-lspawn < /dev/null
for n in 6 7; do
	echo 'do 0 7/30 s@x joe@x' |
	    drive softlimit -o $n qmail-lspawn ./Mailbox
	like "no more than $n descriptors: defers" "$(reports)" \
	    '^0 Z(qmail-spawn unable to (open message|create pipe)\. \(#4\.3\.0\)|Trouble reading users/cdb in qmail-lspawn\.)'
done

# ---- qmail-lspawn: spec: programs.md 4.1

user=joe
[ "$ROOT" = yes ] || user=$ME
is 'arguments, and the message on descriptor 0' "$(one joe-args@z)" \
    "Kbin/qmail-local|--|$user|$T/joe|joe-args|-|args|z|s@x|./Mailbox|text of 7/30\\n"
cat > "$H/bin/qmail-local" <<'END'
#!/bin/sh
printf '%s|' "$@"
END
is 'the last @ counts, case stays' "$(one Joe-Args@Y@Z)" \
    "K--|$user|$T/joe|Joe-Args@Y|-|Args@Y|Z|s@x|./Mailbox|"
echo 'do 0 7/30 - joe@x' | lspawn
is 'empty sender, no extension' "$(sed -n 's/^0 //p' "$T/reports")" \
    "K--|$user|$T/joe|joe|||x||./Mailbox|"
cp "$T/qmail-local" "$H/bin/qmail-local"
is 'nobody at all: done' "$(one @x)" K
if [ "$ROOT" = yes ]; then
	is 'ids of the user, and no group more' "$(one joe-ids@x)" \
	    "K$(id -u joe)\\n$(id -g joe)\\n$(id -g joe)\\n"
fi
ls -l /proc/$$/fd | sed -n 's/.* \([0-9]*\) -> /\1 /p' | grep -v '^[012] ' \
    > "$T/ours"
is 'in our home, with three descriptors and the offer' "$(one joe-where@x)" \
    "K$H\\n0 $H/queue/mess/7/30\\n1 pipe\\n2 pipe\\n3 socket\\n"
echo 0 > "$H/control/leases"
is 'no offer with control/leases 0' "$(one joe-where@x)" \
    "K$H\\n0 $H/queue/mess/7/30\\n1 pipe\\n2 pipe\\n"
rm "$H/control/leases"

for code in 0 111 71 74 75 100 1 99 101 114 127 255; do
	case $code in
	0) letter=K ;;
	111|71|74|75) letter=Z ;;
	*) letter=D ;;
	esac
	is "exit $code" "$(one joe-exit-$code@x)" "${letter}out\\nerr\\n"
done
fixed() { is "exit $1" "$(one "joe-exit-$1@x")" "$2\\n"; }
fixed 112 'ZInternal qmail-lspawn bug.'
fixed 113 'ZNot allowed to perform deliveries as root.'
fixed 115 'ZNFS failure in qmail-local.'
fixed 116 'ZUnable to find alias user!'
fixed 117 'ZTrouble reading users/cdb in qmail-lspawn.'
fixed 118 'ZTemporary failure in qmail-lspawn.'
fixed 119 'ZOut of memory in qmail-lspawn.'
fixed 120 'ZUnable to run qmail-local.'
fixed 121 'ZUnable to run qmail-getpw.'
fixed 126 'DUnable to run qmail-local.'
is 'killed by a signal' "$(one joe-kill@x)" 'Zqmail-local crashed.\n'
is 'cut at NUL' "$(one joe-nul@x)" 'Kbefore'
x3000=$(head -c 3000 /dev/zero | tr '\0' x)
is '3000 bytes pass' "$(one joe-long-3000@x)" "K$x3000"
x2966=$(head -c 2966 /dev/zero | tr '\0' x)
is '3001 bytes are cut' "$(one joe-long-3001@x)" \
    "K$x2966\\nError report too long, sorry.\\n"
is '10 MB are cut' "$(one joe-long-10000000@x)" \
    "K$x2966\\nError report too long, sorry.\\n"

mv "$H/bin/qmail-local" "$H/bin/qmail-local.away"
is 'no qmail-local' "$(one joe@x)" 'DUnable to run qmail-local.\n'
mv "$H/bin/qmail-local.away" "$H/bin/qmail-local"
exec 9>> "$H/bin/qmail-local"
is 'qmail-local being written' "$(one joe@x)" 'ZUnable to run qmail-local.\n'
exec 9>&-

# ---- more than 255 deliveries, for those who ask; spec: programs.md 18.3
for program in 'qmail-lspawn ./Mailbox' qmail-rspawn; do
	# shellcheck disable=SC2086 # a command
	drive $program <<'END'
do 120 7/30 s@x joe
do 255 7/30 s@x joe
do 255 capacity s@x -
do 255 capacity - -
wait 4
wide
do 255 capacity - -
do 300 7/30 s@x joe
do 254 7/30 s@x joe
do 999 7/30 s@x joe
do 1000 7/30 s@x joe@x
do 65535 7/30 s@x joe@x
END
	no_host='DSorry, address must include host name. (#5.1.3)\n'
	too_big='ZInternal error: delnum too big. (#4.3.5)\n'
	is "${program% *}: wide numbers" "$(reports)" "capacity 120
120 $too_big
255 $too_big
255 $too_big
255 C1000
255 DInternal error: messid has nonnumerics. (#5.3.5)\\n
300 $no_host
254 $no_host
999 $no_host
1000 $too_big
65535 $too_big
exit 0"
done

# ---- slots

cat > "$T/script" <<END
do 3 7/30 s@x joe-wait@x
do 3 7/30 s@x joe-wait@x
wait 1
touch $T/busy
END
drive qmail-lspawn ./Mailbox < "$T/script" &
driver=$!
ok 'a delivery runs' await 20 test -e "$T/busy"
ok 'and the commands are over' await 20 test -e "$T/seen/joe-wait"
echo answer > "$T/go"
wait $driver
is 'a busy slot is refused, a running delivery is waited for' "$(reports)" \
    'capacity 120
3 ZInternal error: delnum in use. (#4.3.5)\n
3 Kanswer\n
exit 0'

echo 'do 0 7/30 s@x joe-late@x' > "$T/script"
drive qmail-lspawn ./Mailbox < "$T/script" &
driver=$!
echo later > "$T/go"
wait $driver
is 'what a descendant says counts' "$(reports)" 'capacity 120
0 Klater\n
exit 0'

echo 'do 0 7/30 s@x joe-silent@x' > "$T/script"
drive qmail-lspawn ./Mailbox < "$T/script" &
driver=$!
ok 'output closed, child alive' await 20 test -e "$T/seen/silent"
echo > "$T/go"
wait $driver
is 'the exit code of a silent child counts' "$(reports)" 'capacity 120
0 D
exit 0'

rm -f "$T/seen/joe-wait"
printf 'do 0 7/30 s@x joe-wait@x\ndeaf\n' > "$T/script"
drive qmail-lspawn ./Mailbox < "$T/script" &
driver=$!
ok 'nobody reads reports' await 20 test -e "$T/seen/joe-wait"
echo > "$T/go"
wait $driver
is 'children are reaped all the same' "$(reports)" 'capacity 120
exit 0'

{
	i=0
	while [ $i -lt 120 ]; do
		echo "do $i 7/30 s@x joe-late@x"
		i=$((i + 1))
	done
} > "$T/script"
drive qmail-lspawn ./Mailbox < "$T/script" &
driver=$!
exec 8<> "$T/go"	# keeps the fifo open
i=0
while [ $i -lt 120 ]; do
	echo "$i" >&8
	i=$((i + 1))
done
wait $driver
exec 8>&-
is '120 at once' "$(grep -c ' K[0-9]*\\n$' "$T/reports")" 120
is '120 slots' "$(sed -n 's/^\([0-9]*\) K.*/\1/p' "$T/reports" | sort -u | wc -l)" 120
is '120 and the end' "$(tail -n 1 "$T/reports")" 'exit 0'

# ---- users: spec: delivery.md 1.3

cp "$H/users/cdb" "$T/cdb"
# spec: programs.md 4.1, refuses uid 0
assign_add '=boss:root:0:0:/root:::'
is 'never as root' "$(one boss@x)" \
    'ZNot allowed to perform deliveries as root.\n'
assign_add '=bad:joe:what:0:/root:::'
is 'a record without a number' "$(one bad@x)" 'ZInternal qmail-lspawn bug.\n'
if [ "$ROOT" = no ]; then
	assign_add '=other:bin:1:1:/:::'
	is 'another user, without root' "$(one other@x)" \
	    'ZTemporary failure in qmail-lspawn.\n'
fi
mkfifo "$T/steps"
drive qmail-lspawn ./Mailbox < "$T/steps" &
driver=$!
exec 8> "$T/steps"
printf 'do 0 7/30 s@x fresh-exit-100@x\nwait 1\ntouch %s\n' "$T/asked" >&8
ok 'a user who is not known yet' await 20 test -e "$T/asked"
assign_add "+fresh-:$user:$uid:$gid:$T/joe:-::"
printf 'do 1 7/30 s@x fresh-exit-100@x\n' >&8
exec 8>&-
wait $driver
is 'what becomes of users/cdb counts for the next command' "$(reports)" \
    'capacity 120
0 K
1 Dout\nerr\n
exit 0'
cp "$T/cdb" "$H/users/cdb"
head -c 100 "$T/cdb" > "$H/users/cdb"
is 'users/cdb cut off' "$(one joe@x)" \
    'ZTrouble reading users/cdb in qmail-lspawn.\n'
head -c 4096 /dev/zero | tr '\0' '\377' > "$H/users/cdb"
is 'users/cdb is rubbish' "$(one joe@x)" \
    'ZTrouble reading users/cdb in qmail-lspawn.\n'
head -c 2048 /dev/zero > "$H/users/cdb"
is 'users/cdb without the wildcard record' "$(one joe@x)" \
    'ZTrouble reading users/cdb in qmail-lspawn.\n'
rm "$H/users/cdb"
mkdir "$H/users/cdb"
is 'users/cdb is a folder' "$(one joe@x)" \
    'ZTrouble reading users/cdb in qmail-lspawn.\n'
rmdir "$H/users/cdb"

# ---- qmail-getpw

getpw() { # shell text
	printf '#!/bin/sh\n%s\n' "$1" > "$H/bin/qmail-getpw.new"
	chmod 755 "$H/bin/qmail-getpw.new"
	# the old one may still be running: it cannot be written to
	mv -f "$H/bin/qmail-getpw.new" "$H/bin/qmail-getpw"
}
cp "$H/bin/qmail-getpw" "$T/qmail-getpw"
uid=$(id -u $user)
gid=$(id -g $user)
getpw "printf '$user\\000$uid\\000$gid\\000/tmp\\000-\\000args\\000'"
is 'asks qmail-getpw' "$(one some.body@x)" \
    "Kbin/qmail-local|--|$user|/tmp|some.body|-|args|x|s@x|./Mailbox|text of 7/30\\n"
getpw "printf '$user\\000$uid\\000$gid\\000/tmp\\000-\\000exit-100\\000'; echo \"\$1\" \$# \$(id -un) \$(id -gn) > $T/seen/getpw; cat > $T/seen/stdin"
is 'the answer is used' "$(one some.Body@x)" 'Dout\nerr\n'
if [ "$ROOT" = yes ]; then
	# spec: programs.md 7
	is 'runs as qmailp' "$(cat "$T/seen/getpw")" 'some.Body 1 qmailp nofiles'
fi
is 'does not see the message' "$(wc -c < "$T/seen/stdin")" 0
for code in 115:NFS 116:alias 118:Temporary 1:Temporary 117:cdb 121:getpw; do
	getpw "exit ${code%%:*}"
	like "qmail-getpw exits ${code%%:*}: defers" "$(one x@x)" "^Z.*${code#*:}"
done
getpw 'kill -9 $$'
is 'qmail-getpw crashes: defers' "$(one x@x)" \
    'ZTemporary failure in qmail-lspawn.\n'
getpw 'exit 111'
is 'qmail-getpw exits 111' "$(one x@x)" 'Z'
getpw 'exit 100'
is 'qmail-getpw exits 100' "$(one x@x)" 'D'
getpw 'echo what'
is 'qmail-getpw says nonsense' "$(one x@x)" 'ZInternal qmail-lspawn bug.\n'
getpw "printf 'root\\0000\\0000\\0/\\0\\0\\0'"
is 'qmail-getpw says root' "$(one x@x)" \
    'ZNot allowed to perform deliveries as root.\n'
getpw 'exec cat /dev/zero'
is 'qmail-getpw never stops' "$(one x@x)" \
    'ZTemporary failure in qmail-lspawn.\n'
rm "$H/bin/qmail-getpw"
is 'no qmail-getpw' "$(one x@x)" 'ZUnable to run qmail-getpw.\n'

# ---- qmail-rspawn: spec: programs.md 4.2

remote() { # shell text
	printf '#!/bin/sh\n%s\n' "$1" > "$H/bin/qmail-remote"
	chmod 755 "$H/bin/qmail-remote"
	echo 'do 7 7/30 s@x joe@a@b.example' | drive qmail-rspawn
	sed -n 's/^7 //p' "$T/reports"
}
is 'arguments' "$(remote "printf 'K%s|' \"\$@\"")" 'Kb.example|Ks@x|Kjoe@a@b.example|'
is 'the message' "$(remote "printf K; cat")" 'Ktext of 7/30\n'
is 'r and K' "$(remote "printf 'r\\0Kaccepted\\n\\0'")" 'Kaccepted\n'
is 'h and K' "$(remote "printf 'hno\\n\\0Kaccepted\\n\\0'")" 'Dno\n'
is 's and Z' "$(remote "printf 'slater\\n\\0Zall\\n\\0'")" 'Zlater\nall\n'
is 'unparsable' "$(remote 'echo what')" 'D'
is 'crashes' "$(remote "printf 'r\\0K\\0'; kill -9 \$\$")" \
    'Zqmail-remote crashed.\n'
is 'exits 111' "$(remote "printf 'r\\0K\\0'; exit 111")" \
    'ZUnable to run qmail-remote.\n'
is 'exits 1' "$(remote "printf 'r\\0K\\0'; exit 1")" \
    'DUnable to run qmail-remote.\n'
is 'says nothing' "$(remote 'exit 0')" 'Zqmail-remote produced no output.\n'
# spec: programs.md 18.4
is 'never stops talking' "$(remote "printf r; head -c 1000000 /dev/zero | tr '\\0' x; printf '\\0K\\0'")" \
    'Zqmail-remote produced too much output.\n'
# spec: programs.md 3.2, frames are at most 10000 bytes
is 'a long report fits a frame' "$(remote "printf K; head -c 20000 /dev/zero | tr '\\0' x" | wc -c)" 9999
rm "$H/bin/qmail-remote"
echo 'do 7 7/30 s@x joe@x' | drive qmail-rspawn
like 'no qmail-remote' "$(reports)" '^7 DUnable to run qmail-remote\.\\n$'
printf '#!/bin/sh\nprintf "Kother %%s" "$1"\n' > "$T/other"
chmod 755 "$T/other"
export QMAILREMOTE="$T/other"
echo 'do 7 7/30 s@x joe@x' | drive qmail-rspawn
like 'QMAILREMOTE' "$(reports)" '^7 Kother x$'
echo 'do 7 7/30 s%0A@x joe@x' | drive qmail-rspawn
# spec: programs.md 18.2
like 'sender with control characters' "$(reports)" \
    '^7 DSorry, sender has control characters\. \(#5\.1\.7\)\\n$'
unset QMAILREMOTE

# spec: queue.md 9
head -c 1024 /dev/zero | tr '\0' x > "$H/queue/lock/tcpto"
drive qmail-rspawn < /dev/null
is 'tcpto is cleared at start' "$(tr -d '\0' < "$H/queue/lock/tcpto" | wc -c) $(wc -c < "$H/queue/lock/tcpto")" '0 1024'
: > "$H/queue/lock/tcpto"
drive qmail-rspawn < /dev/null
is 'an empty tcpto stays empty' "$(wc -c < "$H/queue/lock/tcpto")" 0
rm "$H/queue/lock/tcpto"
drive qmail-rspawn < /dev/null
like 'no tcpto: no matter' "$(reports)" '^exit 0$'

done_testing
