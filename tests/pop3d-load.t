#!/bin/sh
# qmail-pop3d: what a session costs: system calls, memory, writes.
. tests/lib.sh
new_home
new_user joe
M=$T/joe/Maildir
D=$OUT/tests/tools/pop3drive

fill() { # count, ending of names
	rm -rf "$M"
	mkdir -p "$M/tmp" "$M/new" "$M/cur"
	awk -v n="$1" -v end="$2" -v dir="$M/new" 'BEGIN {
		for (i = 0; i < n; i++) {
			f = sprintf("%s/15778%05d.M1P%05dQ1.host.example%s", dir, i, i, end)
			printf "S: x\n\n" > f
			close(f)
		}
	}'
	[ -n "$2" ] || find "$M/new" -type f -exec touch -d '2020-01-01' {} +
	[ "$ROOT" = no ] || chown -R "$(id -u joe):$(id -g joe)" "$M"
}
drive() { (cd "$T/joe" && as joe "$D" "$@") > "$T/stdout" 2> "$T/stderr"; }
value() { sed -n "s/.*$1=\([0-9]*\).*/\1/p" "$T/stderr"; }
# programs with sanitizers use memory and calls of their own
plain=yes
[ -z "${ASAN_OPTIONS-}" ] || plain=no
printf 'NOOP\n' > "$T/noop"

# ---- system calls, on a socket
if command -v strace > /dev/null 2>&1 && [ $plain = yes ] &&
    as joe strace -o "$T/joe/trace" true 2> "$T/stderr"; then
	calls() { # commands: how many calls in all; by name in $T/names
		drive "$1" strace -o trace qmail-pop3d Maildir
		sed 's/(.*//' "$T/joe/trace" | sort | uniq -c > "$T/names"
		# how often it waits for the client depends on the client
		grep -cv '^\(recvfrom\|poll\)(' "$T/joe/trace"
	}
	named() { awk -v n="$1" '$2 == n { print $1; f = 1 } END { if (!f) print 0 }' "$T/names"; }
	retr() { awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) print "RETR " i }'; }
	retr 100 > "$T/retr100"
	retr 300 > "$T/retr300"
	fill 400 ''
	few=$(calls "$T/retr100")
	many=$(calls "$T/retr300")
	is 'RETR: open, fstat, read, close, send, and what waits for the next' \
	    $(((many - few) / 200)) 5
	small=$(calls "$T/noop")
	fill 1400 ''
	large=$(calls "$T/noop")
	# 1000 calls to stat, some to read the folder and for memory
	ok "start: one call a message, no more ($small, $large)" \
	    test $((large - small)) -ge 1000 -a $((large - small)) -le 1030
	mv "$M"/new/* "$M/cur/"
	calls "$T/noop" > "$T/trash"
	again=$(calls "$T/noop")
	ok "start: none for what was in cur the last time ($again)" \
	    test $((again - small)) -le 30
	fill 1400 ,S=6
	sized=$(calls "$T/noop")
	ok "start: none with sizes in the names ($sized)" test $((sized - small)) -le 30
	ok 'start: no stat' test "$(named newfstatat)" -le 8
fi

# ---- many messages
N=100000
[ $plain = yes ] || N=2000
fill $N ,S=6
printf 'STAT\nLIST\n' > "$T/list"
printf 'UIDL\n' > "$T/uidl"
drive "$T/list" qmail-pop3d Maildir
is 'STAT' "$(sed -n 2p "$T/stdout" | tr -d '\r')" "+OK $N $((N * 6))"
is 'LIST' "$(wc -l < "$T/stdout")" $((N + 4))
note "$N messages: $(cat "$T/stderr")"
[ $plain = no ] || ok '100,000 messages in 9 MB' test "$(value rss)" -lt 9216
if [ -e "$T/names" ]; then
	# whole ones: when the client is slow, the socket takes some in two parts
	writes() {
		calls "$1" > "$T/trash"
		grep -Ec '^(write|sendto)\(.*, ([0-9]+)(, MSG_[A-Z_|]+, NULL, 0)?\) += \2$' "$T/joe/trace"
	}
	writes=$(writes "$T/uidl")
	ok "UIDL of 100,000 in 100 writes ($writes)" test "$writes" -le 100 -a "$writes" -gt 20
	writes=$(writes "$T/list")
	ok "LIST of 100,000 in 100 writes ($writes)" test "$writes" -le 100 -a "$writes" -gt 10
fi

echo "RETR $N" > "$T/commands"
drive "$T/commands" qmail-pop3d Maildir
is 'the last message' "$(sed -n 3,5p "$T/stdout" | tr -d '\r')" 'S: x

.'

# ---- a large message: 1 GB, with holes that cost no disk, of long lines that
# begin with a dot; byte for byte, in the memory of a small one
rm -rf "$M/new"
mkdir "$M/new"
PIECES=64
[ $plain = yes ] || PIECES=4
i=0
while [ $i -lt $PIECES ]; do
	i=$((i + 1))
	printf '.%s\n' $i >> "$M/new/huge"
	truncate -s +16M "$M/new/huge"
	echo >> "$M/new/huge"
done
touch -d '2020-01-01' "$M/new/huge"
echo 'S: small' > "$M/new/small"
touch -d '2019-01-01' "$M/new/small"
[ "$ROOT" = no ] || chown -R "$(id -u joe):$(id -g joe)" "$M"
wanted() {
	printf '+OK \r\n+OK \r\n'
	i=0
	while [ $i -lt $PIECES ]; do
		i=$((i + 1))
		printf '..%s\r\n' $i
		head -c 16777216 /dev/zero
		printf '\r\n'
	done
	printf '.\r\n'
}
echo 'RETR 1' > "$T/commands"
drive "$T/commands" qmail-pop3d Maildir
small=$(value rss)
echo 'RETR 2' > "$T/commands"
mkfifo "$T/wanted"
wanted > "$T/wanted" &
(cd "$T/joe" && as joe "$D" "$T/commands" qmail-pop3d Maildir) 2> "$T/stderr" |
    cmp - "$T/wanted" > "$T/cmp" 2>&1
is "a message of $((PIECES * 16)) MB, byte for byte" "$?$(cat "$T/cmp")" 0
wait
note "$(cat "$T/stderr"); a small message: rss=$small"
[ $plain = no ] || ok 'in constant memory' test "$(value rss)" -le $((small + 1000))
done_testing
