#!/bin/sh
# qmail-start: who is started, as whom, with which descriptors.
. tests/lib.sh
new_home

mkdir "$T/fake" "$T/seen"
chmod 777 "$T/seen"
export SEEN="$T/seen"
for name in qmail-send qmail-lspawn qmail-rspawn qmail-clean logger; do
	cp "$OUT/tests/tools/showproc" "$T/fake/$name"
done
start_path=$T/fake:$PATH

line() { sed -n "s|^$2: ||p" "$SEEN/$1"; }	# program word
same_pipe() { # name program fd program fd
	a=$(line "$2" "fd $3")
	b=$(line "$4" "fd $5")
	is "$1" "${a%% *} ${b%% *} ${a#* }" "w r ${b#* }"
}
all_seen() {
	await 60 sh -c "cd '$SEEN' && test -e qmail-send -a -e qmail-lspawn -a -e qmail-rspawn -a -e qmail-clean"
}
stop() {
	kill "$last_pid"
	for name in "$SEEN"/*; do
		pid=$(line "${name##*/}" pid)
		[ "$pid" = "$last_pid" ] ||
		    await 60 sh -c "! kill -0 $pid" || return 1
	done
}

# spec: programs.md 2, 2#1
(cd "$T" && umask 022 && PATH=$start_path && exec "$H/bin/qmail-start") \
    > "$T/log" 2> "$T/errors" &
last_pid=$!
started="$started $last_pid"
ok 'four programs are started' all_seen
is 'qmail-start becomes qmail-send' "$(line qmail-send pid)" "$last_pid"
for name in qmail-lspawn qmail-rspawn qmail-clean; do
	is "$name is its child" "$(line $name ppid)" "$last_pid"
done
is 'argv of qmail-send' "$(line qmail-send argv)" '[qmail-send]'
is 'argv of qmail-lspawn' "$(line qmail-lspawn argv)" '[qmail-lspawn] [./Mailbox]'
is 'argv of qmail-rspawn' "$(line qmail-rspawn argv)" '[qmail-rspawn]'
is 'argv of qmail-clean' "$(line qmail-clean argv)" '[qmail-clean]'
for name in qmail-send qmail-lspawn qmail-rspawn qmail-clean; do
	is "$name: folder" "$(line $name cwd)" /
	is "$name: umask" "$(line $name umask)" 077
done
same_pipe 'to qmail-lspawn' qmail-send 1 qmail-lspawn 0
same_pipe 'from qmail-lspawn' qmail-lspawn 1 qmail-send 2
same_pipe 'to qmail-rspawn' qmail-send 3 qmail-rspawn 0
same_pipe 'from qmail-rspawn' qmail-rspawn 1 qmail-send 4
same_pipe 'to qmail-clean' qmail-send 5 qmail-clean 0
same_pipe 'from qmail-clean' qmail-clean 1 qmail-send 6
is 'the log' "$(line qmail-send 'fd 0')" "w $T/log"
inherited=$(for fd in /proc/$$/fd/*; do echo "fd ${fd##*/}:"; done | grep -v 'fd [0-6]:')
others() { # descriptors that the program got beside those from us
	sed -n 's/^\(fd [0-9]*:\).*/\1/p' "$SEEN/$1" | grep -vxF "$inherited" |
	    tr '\n' ' '
}
is 'qmail-send: descriptors' "$(others qmail-send)" \
    'fd 0: fd 1: fd 2: fd 3: fd 4: fd 5: fd 6: '
for name in qmail-lspawn qmail-rspawn qmail-clean; do
	is "$name: descriptors" "$(others $name)" 'fd 0: fd 1: '
done

ids() { echo "$(id -u "$1") $(sed -n "s/^$2:[^:]*:\([0-9]*\):.*/\1/p" /etc/group)"; }
if [ "$ROOT" = yes ]; then
	is 'ids of qmail-send' "$(line qmail-send ids)" "$(ids qmails qmail)"
	is 'ids of qmail-lspawn' "$(line qmail-lspawn ids)" "$(ids root qmail)"
	is 'ids of qmail-rspawn' "$(line qmail-rspawn ids)" "$(ids qmailr qmail)"
	is 'ids of qmail-clean' "$(line qmail-clean ids)" "$(ids qmailq qmail)"
	gid=$(ids root qmail)
	for name in qmail-send qmail-lspawn qmail-rspawn qmail-clean; do
		is "$name: no other groups" "$(line $name groups)" "${gid#* }"
	done
	is 'nothing to say' "$(cat "$T/errors")" ''
else
	is 'says that it is single-user mode' "$(cat "$T/errors")" \
	    "qmail-start: info: single-user mode: everything runs as $ME"
fi
ok 'all end when qmail-send does' stop

# ---- with a logger and a default delivery, and groups for qmailr

rm -f "$SEEN"/qmail-* "$T/errors"
if [ "$ROOT" = yes ]; then
	sed 's/^nofiles:.*/&qmailr,qmaild/' /etc/group > "$T/etc/group.new"
	echo 'keys:x:64999:ann,qmailr' >> "$T/etc/group.new"
	echo 'nokeys:x:64998:xqmailr' >> "$T/etc/group.new"
	mv "$T/etc/group.new" "$T/etc/group"
fi
text='|first
./Second/'
PATH=$start_path qmail-start "$text" logger one 'two three' \
    > "$T/log" 2> "$T/errors" &
last_pid=$!
started="$started $last_pid"
ok 'started with a logger' all_seen
ok 'the logger runs' await 60 test -e "$SEEN/logger"
like 'a whole .qmail text as default delivery' \
    "$(tr '\n' ' ' < "$SEEN/qmail-lspawn")" \
    '^argv: \[qmail-lspawn\] \[\|first \./Second/\] '
is 'argv of the logger' "$(line logger argv)" '[logger] [one] [two three]'
same_pipe 'to the logger' qmail-send 0 logger 0
is 'output of the logger' "$(line logger 'fd 1')" "w $T/log"
is 'logger: descriptors' "$(others logger)" 'fd 0: fd 1: '
is 'qmail-send: descriptors' "$(others qmail-send)" \
    'fd 0: fd 1: fd 2: fd 3: fd 4: fd 5: fd 6: '
if [ "$ROOT" = yes ]; then
	is 'ids of the logger' "$(line logger ids)" "$(ids qmaill nofiles)"
	is 'groups of the logger' "$(line logger groups)" \
	    "$(ids root nofiles | sed 's/.* //')"
	is 'groups of qmailr' "$(line qmail-rspawn groups | tr ' ' '\n' | sort -n | tr '\n' ' ')" \
	    "$({ ids root nofiles; ids root qmail; echo x 64999; } | sed 's/.* //' | sort -n | tr '\n' ' ')"
	is 'groups of qmails' "$(line qmail-send groups)" "${gid#* }"
fi
ok 'and the logger too' stop

# ---- what cannot work

exits 111 'no qmail-send in PATH' env PATH=/nowhere "$H/bin/qmail-start"
like 'says so' "$(cat "$T/stderr")" 'fatal: unable to run qmail-send: '
if [ "$ROOT" = yes ]; then
	chmod 755 "$H/bin/qmail-start"
	exits 111 'not root' as joe qmail-start
	sed '/^qmails:/d' /etc/passwd > "$T/etc/passwd.new"
	mv "$T/etc/passwd.new" "$T/etc/passwd"
	# spec: programs.md 0#1
	exits 111 'an account is missing' qmail-start
fi

done_testing
