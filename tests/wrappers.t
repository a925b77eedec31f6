# wrappers.t: the programs that change something and become another program:
# setuidgid, envuidgid, envdir, softlimit, setlock, fghack, pgrphack; and
# readproctitle.  What the contract has from daemontools passes with Debian's
# too: SV_PROGRAMS=/usr/bin sh tests/wrappers.t
. tests/lib.sh
P=${SV_PROGRAMS:-$OUT/bin}
ours() { [ "$P" = "$OUT/bin" ]; }
says() { like "$1" "$(cat "$T/stderr")" "$2"; }

# spec: supervise.md 6
# Debian's envdir exits with 111
ours && exits 100 'envdir without a program' "$P/envdir" "$T"
for p in 'setuidgid root' 'envuidgid root' softlimit "setlock $T/l" fghack pgrphack; do
	# shellcheck disable=SC2086 # a command and its words
	exits 100 "${p%% *} without a program" "$P"/$p
	says "${p%% *}: usage" "^${p%% *}: usage: ${p%% *}"
done
for p in 'envuidgid root' "envdir $T/none.d" softlimit "setlock $T/l" pgrphack; do
	mkdir -p "$T/none.d"
	# shellcheck disable=SC2086
	exits 111 "${p%% *}: a program that is not there" "$P"/$p "$T/nothing"
	says "${p%% *} says so" "^${p%% *}: fatal: unable to run $T/nothing: file does not exist"
	# shellcheck disable=SC2086
	exits 7 "${p%% *} exits as its program" "$P"/$p sh -c 'exit 7'
done

# setuidgid
exits 111 'setuidgid: no such account' "$P/setuidgid" no.such.account true
says 'says so' 'setuidgid: fatal: unknown account no\.such\.account'
if [ "$ROOT" = yes ]; then
	is 'setuidgid: exactly one group' "$("$P/setuidgid" joe sh -c 'echo "$(id -u) $(id -g) $(id -G)"')" \
	    "$(id -u joe) $(id -g joe) $(id -g joe)"
	exits 111 'setuidgid: not root' "$P/setuidgid" joe "$P/setuidgid" root true
	says 'says what is not permitted' 'unable to setgid: permission denied'
	is 'envuidgid: numbers only' "$("$P/envuidgid" joe sh -c 'echo "$UID $GID $(id -u)"')" \
	    "$(id -u joe) $(id -g joe) 0"
fi
exits 111 'envuidgid: no such account' "$P/envuidgid" no.such.account true

# envdir
D=$T/env
mkdir "$D"
printf 'first \t\nsecond\n' > "$D/TRIMMED"
printf 'a\0b\n' > "$D/NUL"
: > "$D/UNSET"
echo > "$D/EMPTY"
printf 'no newline' > "$D/PLAIN"
echo hidden > "$D/.HIDDEN"
is 'envdir: first line, cut; NUL is a newline; empty file unsets' \
    "$(UNSET=x "$P/envdir" "$D" sh -c 'echo "$TRIMMED|$NUL|${UNSET-unset}|${EMPTY-unset}|$PLAIN"; env | grep -c HIDDEN')" \
    'first|a
b|unset||no newline
0'
ln -s nowhere "$D/UNSET2"
# Debian's gives it the value of the file before
ours && is 'envdir: a link to nothing unsets' "$(UNSET2=x "$P/envdir" "$D" sh -c 'echo "${UNSET2-unset}"')" unset
echo /nonexistent > "$D/PATH"
is 'envdir: finds the program in the PATH it has' "$("$P/envdir" "$D" printenv PATH)" /nonexistent
rm "$D/PATH" "$D/UNSET2"
mkdir "$D/sub"
exits 111 'envdir: a folder inside' "$P/envdir" "$D" true
says 'is said with its name' "envdir: fatal: unable to read $D/sub: is a directory"
rmdir "$D/sub"
exits 111 'envdir: no such folder' "$P/envdir" "$T/none" true
says 'is said with its name' "envdir: fatal: unable to switch to directory $T/none: file does not exist"
if ours; then
	echo x > "$D/A=B"
	exits 111 'envdir: a name with = is refused' "$P/envdir" "$D" true
	rm "$D/A=B"
fi

# softlimit
limit() { "$P/softlimit" "$@"; }
is 'softlimit -o' "$(limit -o 17 sh -c 'ulimit -S -n')" 17
is 'softlimit -c' "$(limit -c 0 sh -c 'ulimit -S -c')" 0
is 'softlimit -t' "$(limit -t 1000 sh -c 'ulimit -S -t')" 1000
is 'softlimit -f' "$(limit -f 1024000 sh -c 'ulimit -S -f')" 2000
is 'softlimit -s' "$(limit -s 1024000 sh -c 'ulimit -S -s')" 1000
is 'softlimit -d' "$(limit -d 99999744 sh -c 'ulimit -S -d')" 97656
# locked memory too, but its hard limit is often lower
is 'softlimit -m: all at once' "$(limit -m 99999744 cat /proc/self/limits |
    awk '/^Max (data size|stack size|address space)/ { sub(/^Max [a-z]* [a-z]* */, ""); print $1 }' | uniq -c | tr -s ' ')" ' 3 99999744'
is 'softlimit =: the hard limit' "$(limit -o 17 "$P/softlimit" -o = sh -c '[ "$(ulimit -S -n)" = "$(ulimit -H -n)" ] && echo same')" same
hard=$(ulimit -H -n)
is 'softlimit: not above the hard limit' "$(limit -o 999999999999 sh -c 'ulimit -S -n')" "$hard"
exits 100 'softlimit: no number' "$P/softlimit" -o x true
exits 100 'softlimit: unknown option' "$P/softlimit" -Z 1 true

# setlock: flock(2), so it and the others shut each other out
is 'setlock: the descriptor stays open' "$("$P/setlock" "$T/lock" sh -c 'readlink /proc/self/fd/3')" "$T/lock"
is 'setlock: mode' "$(rm -f "$T/lock"; umask 022; "$P/setlock" "$T/lock" true; stat -c %a "$T/lock")" 600
mkfifo "$T/go"
background "$P/setlock" "$T/lock" sh -c "echo > '$T/held'; exec cat '$T/go'"
await 60 test -s "$T/held"
exits 111 'setlock -n: busy' "$P/setlock" -n "$T/lock" true
says 'says so' "setlock: fatal: unable to lock $T/lock: temporary failure"
exits 0 'setlock -nx: busy, silently' "$P/setlock" -nx "$T/lock" sh -c 'exit 5'
is 'setlock -nx says nothing' "$(cat "$T/stderr")" ''
exits 1 'flock(1) is shut out' flock -n "$T/lock" true
background "$P/setlock" -N "$T/lock" sh -c "echo > '$T/then'"
waiter=$last_pid
nok 'setlock waits' test -e "$T/then"
: > "$T/go"
wait "$waiter"
ok 'until the lock is free' test -s "$T/then"
exits 111 'setlock: a file that cannot be made' "$P/setlock" "$T/none/lock" true
exits 0 'setlock -x: the same, silently' "$P/setlock" -x "$T/none/lock" true

# fghack: the child, and all that has its descriptors
mkfifo "$T/late2"
background sh -c "'$P/fghack' sh -c '(cat \"$T/late2\" > /dev/null; echo inner > \"$T/order2\") & exit 3'; echo \$? > '$T/code'"
exec 8> "$T/late2"
nok 'fghack waits for a grandchild' test -e "$T/code"
exec 8>&-
ok 'fghack ends with it' await 60 test -s "$T/code"
is 'with the exit code of the child' "$(cat "$T/code")" 3
is 'and after it' "$(cat "$T/order2")" inner
exits 3 'fghack: SIGCHLD was ignored' \
    sh -c "trap '' CHLD; exec '$P/fghack' sh -c 'exit 3'"
exits 111 'fghack: a crash' "$P/fghack" sh -c 'kill -KILL $$'

# pgrphack: a session and group of its own
is 'pgrphack' "$("$P/pgrphack" sh -c 'set -- $(cut -d" " -f5,6 /proc/$$/stat); [ "$1" = $$ ] && [ "$2" = $$ ] && echo own')" own

# readproctitle
exits 100 'readproctitle: four dots are too few' "$P/readproctitle" a ....
mkfifo "$T/title"
background sh -c 'exec "$0" one two .......... < "$1"' "$P/readproctitle" "$T/title"
reader=$last_pid
exec 8> "$T/title"
printf 'abc' >&8
ok 'readproctitle shows what it reads' await 60 sh -c "tr '\\0' ' ' < /proc/$reader/cmdline | grep -q 'two \\.\\.\\.\\.\\.\\.\\.abc'"
printf 'defghij\0klmn' >&8
ok 'the newest of it without NULs, behind three dots' await 60 sh -c "tr '\\0' ' ' < /proc/$reader/cmdline | grep -q 'two \\.\\.\\.hijklmn'"
exec 8>&-
code=0
wait "$reader" || code=$?
is 'readproctitle ends with its input' "$code" 0
done_testing
