#!/bin/sh
# splogger: records as syslog gets them, at a socket of our own.
. tests/lib.sh
new_home
exits 100 'a facility that is none' splogger tag x < /dev/null
like 'usage' "$(cat "$T/stderr")" '^splogger: usage: splogger '
exits 0 'end of input' splogger < /dev/null
if [ "$ROOT" = no ]; then
	echo '# /dev/log: only root can make one of its own'
	done_testing
fi
# a /dev of this mount namespace
leave_dev() { umount -Rl /dev; umount -Rl "$T/dev"; }
trap 'leave_dev 2> /dev/null; cleanup' EXIT
mkdir "$T/dev"
mount -t tmpfs none "$T/dev" && cp -a /dev/null /dev/urandom /dev/zero "$T/dev" ||
    skip_all 'unable to make a /dev'
case $T in
/dev/*)	# stays where it is
	mkdir -p "$T/dev/${T#/dev/}" && mount --bind "$T" "$T/dev/${T#/dev/}" ;;
esac
mount --rbind "$T/dev" /dev || skip_all 'unable to bind a /dev'
background logsink /dev/log 390 > "$T/log"
await 60 test -S /dev/log

# $T/records: what arrived, without syslog's own time, digits of the stamp as N
sent=0
logs() { # lines expected, then splogger's arguments
	first=$((sent + 1))
	sent=$((sent + $1))
	shift
	splogger "$@"
	await 60 sh -c "[ \$(wc -l < '$T/log') -ge $sent ]"
	tail -n "+$first" "$T/log" |
	    sed 's/^\(<[0-9]*>\)[A-Z][a-z][a-z] .[0-9] [0-9:]* /\1/
		s/: [0-9]\{10\}\.[0-9]\{6\}/: N/' > "$T/records"
}

# spec: programs.md 17
printf 'hello\n\nwarning: w\nalert: a\n warning: no\na\001\200\tb\nlost' > "$T/in"
logs 5 < "$T/in"
is 'tag, facility mail, priorities, clean bytes' "$(cat "$T/records")" \
'<22>splogger: N hello
<20>splogger: N warning: w
<17>splogger: N alert: a
<22>splogger: N  warning: no
<22>splogger: N a???b'
echo x > "$T/in"
logs 1 qmail 3 < "$T/in"
is 'tag and facility' "$(cat "$T/records")" '<30>qmail: N x'
long=$(printf '%0799d' 0)
printf 'warning: %s\n%s\n%sxy\nend\n' "${long#000000000}" "$long" "$long" > "$T/in"
logs 5 < "$T/in"
is 'records of 799 bytes, continued with +' "$(cat "$T/records")" \
"<20>splogger: N warning: ${long#000000000}
<22>splogger: N $long
<22>splogger: N $long
<22>splogger: N+xy
<22>splogger: N end"
stamps=$(tail -n 3 "$T/log" | sed -n '1,2s/.*: \([0-9]*\.[0-9]*\)[ +].*/\1/p' | uniq | wc -l)
is 'the same stamp for both' "$stamps" 1
head -c 1000000 /dev/zero | tr '\0' x > "$T/in"
echo >> "$T/in"
logs 1252 < "$T/in"
is 'a line of a megabyte' "$(wc -l < "$T/records")" 1252
done_testing
