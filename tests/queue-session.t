# queue-session.t: many messages through one qmail-queue (mail/qq_session.h)
. tests/lib.sh
# fsync costs nothing here: 10,000 messages shall not take minutes
mkdir "$H"
if [ "$ROOT" = yes ]; then
	mount -t tmpfs -o mode=755 tmpfs "$H" || skip_all 'no tmpfs'
elif [ -w /dev/shm ]; then
	H=$(mktemp -d /dev/shm/qsuite.XXXXXX)
	ln -s "$H" "$T/shm"
fi
leave() {
	if [ "$ROOT" = yes ]; then umount -l "$H"; else rm -rf "$H"; fi
	cleanup
}
trap leave EXIT
new_home
Q=$H/queue
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$H/bin" "$H" $ACCOUNTS "$OUT/tests/tools/qqmany"
chmod 755 "$H/bin/qqmany"

many() { qqmany "$@" s@x.example 'joe-%@test.example'; }
empty() { find "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +; }
left() { (cd "$Q" && find pid mess intd todo -type f | sort); }
texts() { # all that is queued but for the process and the time
	find "$Q/mess" -type f -exec cat {} + | grep -av '^Received: (qmail' | sort
}
envelopes() {
	find "$Q/todo" -type f -exec cat {} + | tr '\000' '\n' | grep -av '^p' | sort
}
pairs() { # number of the text and of the recipients, for each message
	(cd "$Q" && grep -aor '^X-Number: [0-9]*' mess |
	sed 's|^mess/[0-9]*/\([0-9]*\):X-Number: |\1 |' | sort) > "$T/texts"
	(cd "$Q/todo" && grep -aor 'Tjoe-[0-9]*@' . |
	sed 's|^\./\([0-9]*\):Tjoe-\([0-9]*\)@|\1 \2|' | sort -u) > "$T/envelopes"
	cmp "$T/texts" "$T/envelopes"
}

# spec: design.md 6
many -1m 200 > "$T/fresh"
texts > "$T/fresh.texts"
envelopes > "$T/fresh.envelopes"
is 'fresh processes' "$(sed -n '$p' "$T/fresh")" 'processes 200'
empty
many -m 200 > "$T/session"
texts > "$T/session.texts"
envelopes > "$T/session.envelopes"
is 'one process' "$(sed -n '$p' "$T/session")" 'processes 1'
sed '$d' "$T/fresh" > "$T/a"
sed '$d' "$T/session" > "$T/b"
same_file 'it gives the same answers' "$T/b" "$T/a"
is 'five of ten are refused' "$(grep -c queued "$T/b")" 120
same_file 'and queues the same texts' "$T/session.texts" "$T/fresh.texts"
same_file 'and envelopes' "$T/session.envelopes" "$T/fresh.envelopes"
ok 'each with its own' pairs
is 'refused messages leave nothing' "$(qcheck "$Q")" \
    'writing 0 queued 120 ready 0 damaged 0 pid 0'
empty

many -m -s 100 10000 > "$T/session"
is '10,000 messages, one process' "$(sed -n '$p' "$T/session")" 'processes 1'
awk 'NR == FNR { if (NR <= 10) want[NR % 10] = $0; next }
    /^processes/ { next }
    { n = $1; sub(/^[0-9]* /, ""); w = want[n % 10]; sub(/^[0-9]* /, "", w)
    if ($0 != w) print n, $0 }' "$T/a" "$T/session" > "$T/wrong"
is 'the answers stay the same' "$(head -n 3 "$T/wrong")" ''
is 'all are queued' "$(qcheck "$Q")" \
    'writing 0 queued 6000 ready 0 damaged 0 pid 0'
ok 'each text has its own envelope' pairs
empty

# spec: programs.md 1.3
echo 0 > "$H/control/leases"
is 'control/leases 0: no session' "$(many 3 | sed -n '$p')" 'processes 3'
rm "$H/control/leases"
is 'QMAILQUEUE: no session' \
    "$(QMAILQUEUE="$H/bin/qmail-queue" many 3 | sed -n '$p')" 'processes 3'
mv "$H/bin/qmail-queue" "$H/bin/qmail-queue.real"
for how in exec ''; do
	printf '#!/bin/sh\necho asked >> "%s"\n%s "%s"\nexit $?\n' "$T/asked" \
	    "$how" "$H/bin/qmail-queue.real" > "$H/bin/qmail-queue"
	chmod 755 "$H/bin/qmail-queue"
	: > "$T/asked"
	chmod 666 "$T/asked"
	is "a wrapper (${how:-fork}) in its place" "$(many 3)" '1 queued
2 queued
3 queued
processes 3'
	is 'is asked about each message' "$(grep -c asked "$T/asked")" 3
done
printf '#!/bin/sh\ncat > /dev/null\ncat <&1 > /dev/null\necho "Dno (#5.7.1)" >&4\nexit 82\n' \
    > "$H/bin/qmail-queue"
is 'its text is heard' "$(many 2)" '1 Dno (#5.7.1)
2 Dno (#5.7.1)
processes 2'
printf '#!/bin/sh\ncat > /dev/null\ncat <&1 > /dev/null\nprintf "noise that is no hello at all, it is longer" >&7\nexit 0\n' \
    > "$H/bin/qmail-queue"
is 'noise in the session is none' "$(many 2)" '1 queued
2 queued
processes 2'
mv "$H/bin/qmail-queue.real" "$H/bin/qmail-queue"
empty

is 'killed inside a message: only that one' "$(many -s 300000 -k 3 5)" \
    '1 queued
2 queued
3 Zqq crashed (#4.3.0)
4 queued
5 queued
processes 2'
like 'what it left is swept by age' "$(qcheck "$Q")" \
    '^writing [01] queued 4 ready 0 damaged 0 pid 0$'
empty
is 'killed between messages: none' "$(many -i 3 5)" '1 queued
2 queued
3 queued
4 queued
5 queued
processes 2'
empty
mv "$Q/todo" "$Q/todo.away"
is 'trouble ends a session' "$(many 2)" \
    '1 Zqq trouble creating files in queue (#4.3.0)
2 Zqq trouble creating files in queue (#4.3.0)
processes 2'
mv "$Q/todo.away" "$Q/todo"
is 'and leaves nothing' "$(left)" ''

# ---- bytes of a stranger ----

printf 'Subject: x\n\nbody\n' > "$T/msg"
printf 'Fs@x.example\0Ta@test.example\0\0' > "$T/env"
# M and E: a frame of that text; h: any bytes
M() { printf 'M\000'; len "$1"; printf "$1"; }
E() { printf 'E\000'; len "$1"; printf "$1"; }
len() { n=$(printf "$1" | wc -c); printf "\\$(printf %03o $((n / 256)))\\$(printf %03o $((n % 256)))"; }
end() { printf '.\000\000\000'; }
abort() { printf '!\000\000\000'; }
good() { M 'Subject: y\n\nbody\n'; E 'Fs@y\000Ta@y\000\000'; end; }
raw() { # name answers commands: hello and reply 0 are the first message's
	# shellcheck disable=SC2086 # several commands
	got=$(eval "$3" | qqraw "$H/bin/qmail-queue" "$T/msg" "$T/env" | tr '\n' ' ')
	is "$1" "$got" "hello reply 0 $2"
	like "$1: nothing left" "$(qcheck "$Q")" \
	    "^writing 0 queued $(echo "reply 0 $2" | grep -o 'reply 0' | grep -c 0) ready 0 damaged 0 pid 0\$"
	empty
}
empty
raw 'nothing follows' 'exit 0 ' :
raw 'a message' 'reply 0 exit 0 ' good
raw 'in pieces' 'reply 0 exit 0 ' 'M a; M b; E F; E "\000T"; E "a\000"; E "\000"; end'
raw 'empty frames' 'reply 0 exit 0 ' 'M ""; E ""; E "F\000\000"; E ""; end'
raw 'no text' 'reply 0 exit 0 ' 'E "F\000\000"; end'
raw 'after an abort it goes on' 'reply 54 reply 0 exit 0 ' 'M x; abort; good'
raw 'an abort after the whole envelope' 'reply 54 reply 0 exit 0 ' \
    'M x; E "F\000\000"; abort; good'
raw 'only an abort' 'reply 54 exit 0 ' abort
raw 'only an end' 'reply 54 reply 0 exit 0 ' 'end; good'
raw 'no envelope' 'reply 54 reply 0 exit 0 ' 'M x; end; good'
raw 'an envelope without its end' 'reply 54 reply 0 exit 0 ' 'M x; E "Fa\000Tb\000"; end; good'
raw 'an envelope that goes on' 'reply 54 reply 0 exit 0 ' 'E "F\000\000Tx\000"; end; good'
raw 'text after the envelope' 'reply 54 reply 0 exit 0 ' 'E "F\000\000"; M x; end; good'
raw 'text in the envelope' 'reply 54 reply 0 exit 0 ' 'E "F\000"; M x; E "\000"; end; good'
raw 'a wrong record' 'reply 91 reply 0 exit 0 ' 'M x; E "Xa\000\000"; end; good'
raw 'a control byte' 'reply 31 reply 0 exit 0 ' 'M x; E "Fa\001\000\000"; M y; end; good'
long=$(head -c 1003 /dev/zero | tr '\000' a)
raw 'a long address' 'reply 11 reply 0 exit 0 ' "M x; E 'Fa\\000T$long\\000\\000'; end; good"
raw 'an unknown frame' 'exit 54 ' 'good2() { M x; printf "X\000\000\001a"; end; }; good2; good'
raw 'an end with a length' 'exit 54 ' 'M x; E "F\000\000"; printf ".\000\000\001a"; good'
raw 'the end inside a head' 'exit 54 ' 'M x; printf "E\000"'
raw 'the end inside a frame' 'exit 54 ' 'M x; printf "E\000\000\011Fa\000"'
raw 'the end after a frame' 'exit 54 ' 'M x; E "F\000\000"'
raw 'the longest frame, cut' 'exit 54 ' 'printf "M\377\377\377"; head -c 100000 /dev/zero'
raw 'noise' 'exit 54 ' 'head -c 5000 /dev/zero'

other() { # name options: the offer is not taken
	name=$1
	shift
	is "$name" "$(good | qqraw "$@" "$H/bin/qmail-queue" "$T/msg" "$T/env" |
	    tr '\n' ' ')" 'exit 0 '
	is "$name: one message" "$(qcheck "$Q")" \
	    'writing 0 queued 1 ready 0 damaged 0 pid 0'
	empty
}
other 'a client that left, our reply unread' -u
other 'no descriptor' -t none
other 'a pipe' -t pipe
other 'datagrams' -t dgram
other 'records' -t seqpacket
other 'a connection from elsewhere' -t tcp
other "another process's stream" -o

done_testing
