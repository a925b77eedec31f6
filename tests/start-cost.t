# start-cost.t: what starting costs the programs that are started for each
# message or connection: system calls before the first useful one, beyond
# those of a program that does nothing; memory of an idle session.
. tests/lib.sh
command -v strace > /dev/null 2>&1 || skip_all 'no strace(1)'
case $OUT in */sanitized) skip_all 'the sanitizers make calls of their own' ;; esac

strace -o "$T/trace" "$OUT/bench/nothing" 2> "$T/stderr" || skip_all "strace: $(cat "$T/stderr")"
new_home
new_user joe
LIMIT=20		# beyond a bare main
bare=$(grep -c '(' "$T/trace")
note "a program that does nothing: $bare calls"

# Not set-uid under strace: it would be traced as the caller, and the C library
# looks at its descriptors first.
cp "$H/bin/qmail-queue" "$H/bin/qmail-queue.plain"
chmod 755 "$H/bin/qmail-queue.plain"

# costs NAME ERE USER COMMAND...: calls from the last execve(2) to the first
# that matches
costs() {
	name=$1 useful=$2 become=
	[ "$ROOT" = yes ] && become="$OUT/bin/setuidgid $3"
	shift 3
	# shellcheck disable=SC2086 # a command and its words
	strace -o "$T/trace" $become "$@" > "$T/stdout" 2> "$T/stderr" < "$T/in"
	n=$(awk -v useful="$useful" '/^execve/ { n = 0 }
	    $0 ~ useful { print n; exit }
	    { n++ }' "$T/trace")
	if [ -n "$n" ] && [ $((n - bare)) -le $LIMIT ]; then
		result ok "$name: bare main + $((n - bare))"
	else
		result 'not ok' "$name: bare main + at most $LIMIT"
		note "$(cat "$T/stderr")"
		note "$(head -n 80 "$T/trace")"
	fi
}

printf 'QUIT\r\n' > "$T/in"
costs 'qmail-smtpd, to its banner' '^(sendto|write)\(1, "220' qmaild "$H/bin/qmail-smtpd"
printf 'Subject: x\n\nbody\n' > "$T/in"
printf 'Fs@x.example\0Tjoe@test.example\0\0' > "$T/env"
costs 'qmail-queue, to its first file' '^openat.*"pid/' qmailq \
    sh -c "exec '$H/bin/qmail-queue.plain' 1< '$T/env'"
maildirmake "$T/joe/Maildir"
[ "$ROOT" = yes ] && chown -R "$(id -u joe):$(id -g joe)" "$T/joe/Maildir"
costs 'qmail-local, to the .qmail file' '^openat.*"\.qmail' joe \
    "$H/bin/qmail-local" -- joe "$T/joe" joe '' '' test.example s@x.example ./Maildir/
printf 'QUIT\r\n' > "$T/in"
costs 'qmail-pop3d, to its greeting' '^(sendto|write)\(1, "\+OK' joe \
    sh -c "cd '$T/joe' && exec '$H/bin/qmail-pop3d' Maildir"

# Private memory of sessions that wait: two, so that what they share is shared.
if [ -r /proc/self/smaps_rollup ]; then
	private() { awk '/^Private_(Clean|Dirty):/ { n += $2 } END { print n }' "/proc/$1/smaps_rollup"; }
	less() { # name limit pid
		kb=$(private "$3")
		if [ "$kb" -gt 0 ] && [ "$kb" -lt "$2" ]; then
			result ok "$1: $kb kB"
		else
			result 'not ok' "$1: $kb kB, at most $2"
		fi
	}
	cat > "$T/smtpd" << EOT
#!/bin/sh
echo \$\$ > "$T/pid.\$1"
exec "$H/bin/qmail-smtpd" < "$T/commands.\$1" > "$T/replies.\$1"
EOT
	mkfifo "$T/commands.1" "$T/commands.2"
	for i in 1 2; do background sh "$T/smtpd" $i; done
	exec 7> "$T/commands.1"
	exec 8> "$T/commands.2"
	for i in 1 2; do
		ok 'a session' await 60 grep -q '^220' "$T/replies.$i"
	done
	pid=$(cat "$T/pid.1")
	less 'an idle session is private with' 300 "$pid"
	for fd in 7 8; do
		{ printf 'MAIL FROM:<s@x>\r\nRCPT TO:<joe@test.example>\r\nDATA\r\n'
		i=0
		while [ $i -lt 1000 ]; do
			printf 'a line of a message\r\n'
			i=$((i + 1))
		done
		printf '.\r\n'; } >&$fd
	done
	for i in 1 2; do
		ok 'with a message' await 60 grep -q '^250 ok [0-9]* qp' "$T/replies.$i"
	done
	less 'after a message with' 300 "$pid"
	qp=$(sed -n 's/^250 ok [0-9]* qp \([0-9]*\).*/\1/p' "$T/replies.1")
	less 'and its qmail-queue with' 300 "$qp"
	exec 7>&- 8>&-
fi

done_testing
