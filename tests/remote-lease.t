# remote-lease.t: qmail-remote that stays: several messages over one
# connection, each with the report it would have got from a process of its own.
. tests/lib.sh
new_home
. tests/remotelib.sh
ok_text='127.0.0.1 accepted message.\nRemote host said: 250 ok queued\n'
accepted="r@K$ok_text@"
late='127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n'

mkdir "$T/flags"
chmod 777 "$T/flags"

# stay: a qmail-remote with a first job, then the script; what it says is in
# $T/replies
stay() {
	as qmailr leasejobs "$T/message" qmail-remote far.example s@x \
	    first@far.example > "$T/replies" 2> "$T/errors"
	[ ! -s "$T/errors" ] || note "$(cat "$T/errors")"
}
replies() { sed -n 's/^[0-9][0-9]* 0 //p' "$T/replies"; }
job() { # RECIPIENT...: jobs of one record, then send it
	for r in "$@"; do
		echo "job $T/message far.example s@x $r@far.example"
	done
	echo send
}
each() { # RECIPIENT...: each in a record of its own
	for r in "$@"; do job "$r"; done
}
connections() { # how many, once they are over
	await 30 sh -c "! ls '$S' | grep -q part"
	find "$S" -name '[0-9]*' | wc -l | tr -d ' '
}
start='EHLO test.example\r\n'
sent() { # RECIPIENT...
	printf '%s' 'MAIL FROM:<s@x>\r\n'
	for r in "$@"; do printf 'RCPT TO:<%s@far.example>%s' "$r" '\r\n'; done
	printf '%s' 'DATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\n'
}

# ---- one connection ----

sink < /dev/null
each a b c | stay
is 'first, hello, replies, exit' "$(cat "$T/replies")" "first $accepted
hello
0 0 $accepted
1 0 $accepted
2 0 $accepted
exit 0"
wire 'one connection, no RSET, QUIT at the end' "$start$(sent first)$(sent a)$(sent b)$(sent c)QUIT\r\n"
as qmailr qmail-remote far.example s@x r@far.example < "$T/message" > "$T/records" 3< "$T/message"
records 'another descriptor 3 is no offer' "r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0"

sink < /dev/null
awk -v m="$T/message" 'BEGIN { for (i = 0; i < 250; i++) { print "job " m " far.example s@x r" i "@far.example"; print "send" } }' | stay
is '251 messages' "$(replies | sort | uniq -c | tr -s ' ')" " 250 $accepted"
is 'a hundred over one connection' "$(connections)" 3

# ---- the peer's wish ----

sink <<'E'
MAIL 250 ok
MAIL 250 ok
MAIL 421 enough
E
each a b c d | stay
is '421 to MAIL: another connection' "$(replies | sort -u)" "$accepted"
is '421 to MAIL: two messages a connection' "$(connections)" 3
sink <<'E'
MAIL 250 ok
MAIL 550 too many messages
E
each a b c | stay
is 'refused over an old connection: asked over a new one' "$(replies | sort -u)" "$accepted"
sink <<'E'
RCPT 250 ok
RCPT 421 enough
E
each a b c | stay
is '421 to RCPT: another connection' "$(replies | sort -u)" "$accepted"
sink <<'E'
text !close 250 ok queued
E
each a b c | stay
is 'closed after the answer: all the same' "$(replies | sort -u)" "$accepted"
is 'closed after the answer: a connection each' "$(connections)" 4
sink <<'E'
MAIL 250 ok
MAIL !close
E
each a b c | stay
is 'closed at MAIL: another connection' "$(replies | sort -u)" "$accepted"
sink <<'E'
MAIL 250 ok
MAIL !reset
E
each a b | stay
is 'reset at MAIL: another connection' "$(replies | sort -u)" "$accepted"
sink <<'E'
text 250 ok queued\r\n421 idle too long
E
each a b c | stay
is 'more than the answer: another connection' "$(replies | sort -u)" "$accepted"
is 'more than the answer: a connection each' "$(connections)" 4
sink <<'E'
text 250 ok queued
text 250 ok queued\r\n250 ok queued
MAIL 250 ok
MAIL 250 ok
MAIL 550 no
E
each a b | stay
is 'an answer too many is not that of the next one' "$(replies | sort -u)" "$accepted"

# ---- nothing is sent twice ----

sink <<'E'
text 250 ok queued
text !close
E
mkdir "$T/stored"
each a b c | stay
is 'closed after the final dot: told, and not tried again' "$(replies)" "r@ZConnected to $late@
$accepted
r@ZConnected to $late@"
is 'each text was sent once' "$(connections) $(cat "$S"/[0-9]* | grep -c '^hello')" '2 4'
sink <<'E'
DATA 354 go
DATA !close 354 go
E
each a | stay
is 'closed while the text is sent: told, and not tried again' "$(replies)" "r@ZConnected to $late@"
sink <<'E'
MAIL 250 ok
MAIL !close
greeting 220 x
greeting 421 no
E
# (each connection begins the script anew: the greeting is the first one)
each a | stay
is 'only once is another connection tried' "$(replies)" "$accepted"

# ---- refusals leave the connection in step ----

sink <<'E'
MAIL=<bad@ 550 no sender
RCPT=<no@ 550 no
RCPT=<later@ 450 later
DATA 354 go
DATA 554 no valid recipients
DATA 354 go
E
{
	each no
	each a
} | stay
is 'refused recipient, then a good one' "$(replies)" "h127.0.0.1 does not like recipient.\\nRemote host said: 550 no\\n@DGiving up on 127.0.0.1.\\n@
$accepted"
wire 'the transaction left open is reset' "$start$(sent first)MAIL FROM:<s@x>\r\nRCPT TO:<no@far.example>\r\nDATA\r\nRSET\r\n$(sent a)QUIT\r\n"

# ---- recipients of one message share a transaction ----

sink <<'E'
RCPT=<no@ 550 no
RCPT=<later@ 450 later
E
job a no b later c | stay
is 'shared: each has what it would have alone' "$(replies)" "$accepted
h127.0.0.1 does not like recipient.\\nRemote host said: 550 no\\n@DGiving up on 127.0.0.1.\\n@
$accepted
s127.0.0.1 does not like recipient.\\nRemote host said: 450 later\\n@DGiving up on 127.0.0.1.\\n@
$accepted"
wire 'shared: one transaction' "$start$(sent first)$(sent a no b later c)QUIT\r\n"
sink <<'E'
RCPT 250 ok
RCPT 250 ok
RCPT 250 ok
RCPT 452 too many recipients
RCPT 552 too many recipients
RCPT 250 ok
E
job a b c d | stay
is 'too many recipients: the others follow' "$(replies | sort -u)" "$accepted"
wire 'too many recipients: the conversation' "$start$(sent first)$(sent a b c d)$(sent c d)QUIT\r\n"
sink <<'E'
RCPT 452 no room
E
job a b | stay
is 'no room for the first: no more is tried' "$(replies | sort -u)" "s127.0.0.1 does not like recipient.\\nRemote host said: 452 no room\\n@DGiving up on 127.0.0.1.\\n@"
sink < /dev/null
cp "$T/message" "$T/message2"
{
	echo "job $T/message far.example s@x a@far.example"
	echo "job $T/message2 far.example s@x b@far.example"
	echo "job $T/message2 far.example t@x c@far.example"
	echo "job $T/message2 other.example t@x d@far.example"
	echo "job $T/message2 other.example t@x j%C3%B6rg@far.example"
	echo "job $T/message2 other.example t@x e%0A@far.example"
	echo send
} | stay
is 'another message, sender, host, or UTF-8 do not share' "$(replies)" "$accepted
$accepted
$accepted
$accepted
$accepted
DSorry, that address contains control bytes. (#5.1.3)\\n@"
n=$(connections)	# when all of them are over
is 'another message: transactions' "$(cat "$S"/[0-9]* | grep -c '^MAIL')" 6

# ---- settings ----

sink < /dev/null
old=$S
cat > "$T/script" <<E
job $T/message far.example s@x a@far.example
send
touch $T/flags/one
await $T/flags/two
job $T/message far.example s@x b@far.example
send
E
stay < "$T/script" &
driver=$!
ok 'one message' await 30 test -e "$T/flags/one"
sink < /dev/null
sh -c 'sleep 1.1'	# a second is what they may be old
touch "$T/flags/two"
wait $driver
is 'a new route counts' "$(replies | sort -u)" "$accepted"
# QUIT is not waited for: the records come late
await 30 sh -c "test -e '$old/1' && test -e '$S/1'"
is 'a new route: connections' "$(grep -c '^MAIL' "$old/1") $(grep -c '^MAIL' "$S/1")" '2 1'

# spec: control.md 4, 5: who logs in is not who does not
sink <<'E'
EHLO 250-x\r\n250-PIPELINING\r\n250 AUTH PLAIN
AUTH 235 ok
E
echo "joe@x:127.0.0.1:$port|joe|pw" > "$H/control/authsenders"
{
	echo "job $T/message far.example joe@x a@far.example"
	echo send
	echo "job $T/message far.example joe@x a@far.example"
	echo send
	echo "job $T/message far.example s@x a@far.example"
	echo send
} | stay
is 'a login is a connection of its own' "$(replies | sort -u)" "$accepted"
is 'a login: connections' "$(connections) $(cat "$S"/[0-9]* | grep -c '^AUTH')" '3 1'
rm "$H/control/authsenders"

# ---- the lease ----

for raw in nonsense J 'J%00%00%00%00%00%FF%FF%FF%FFx' 'J%00%00%00%00%00%02%00%00%00x%00' 'R%00%00%00%00%00%00%00%00%00'; do
	sink < /dev/null
	printf 'raw %s\nidle\n' "$raw" | stay
	is "a record that breaks the rules: $raw" "$(tail -n 2 "$T/replies" | tr '\n' ' ')" 'closed exit 111 '
done
sink <<'E'
text 250 ok queued
text !stall
E
cat > "$T/script" <<E
job $T/message far.example s@x a@far.example
post
await $T/flags/sent
kill
idle
E
stay < "$T/script" &
driver=$!
ok 'a message under way' await 30 sh -c "grep -c '^hello' '$S/1.part' | grep -qx 2"
touch "$T/flags/sent"
wait $driver
is 'killed: the parent sees it' "$(tail -n 2 "$T/replies" | tr '\n' ' ')" 'closed killed '

# the peer goes while nothing is to be done
sink <<'E'
text !close 250 ok queued
E
cat > "$T/script" <<E
touch $T/flags/idle
await $T/flags/go
job $T/message far.example s@x a@far.example
send
E
stay < "$T/script" &
driver=$!
ok 'idle' await 30 test -e "$T/flags/idle"
ok 'the connection is over while it is idle' await 30 test -e "$S/1"
touch "$T/flags/go"
wait $driver
is 'the next message all the same' "$(replies)" "$accepted"

# ---- ten thousand mixed jobs, and fresh processes ----

printf 'no end' > "$T/partial"
printf '.\r\n..\n\r.\rx\n' > "$T/dots"
: > "$T/empty"
awk 'BEGIN { for (i = 0; i < 3000; i++) print "a line of a longer message " i }' > "$T/long"
sink < /dev/null
cat > "$T/mixed" <<'E'
MAIL=<bad@ 550-no\r\n550 sender
MAIL=<busy@ 451 busy
MAIL=<gone@ !close
RCPT=<no@ 550 no such user
RCPT=<later@ 450 later
RCPT=<odd@ 399 odd
RCPT=<gone@ !close
RCPT=<nonsense@ what
E
background smtpsink -t 300 "$T/mixed" > "$T/mixedport"
await 30 test -s "$T/mixedport"
echo ":127.0.0.1:$(cat "$T/mixedport")" > "$H/control/smtproutes"
cat > "$T/kinds" <<E
message far.example s@x a@far
message FAR.example s@x odd@far
dots far.example s@x b@far
long other.example long@x c@far
empty far.example  d@far
message far.example bad@x a@far
message far.example busy@x a@far
message far.example s@x no@far
message far.example s@x later@far
message far.example s@x j%C3%B6rg@far
message far.example s%0A@x a@far
message far.example s@x a%01@far
message far.example s@x a@far>
partial far.example s@x e@far
message far.example s@x gone@far
message far.example gone@x a@far
message far.example s@x nonsense@far
E
while IFS= read -r line; do
	file=${line%% *}
	words=${line#* }
	printf 'job %s %s\nsend\n' "$T/$file" "$words" > "$T/one"
	# the answer of a process that has done nothing else
	IFS=' '
	host=${words%% *}; rest=${words#* }; sender=${rest%% *}; rcpt=${rest#* }
	unset IFS
	as qmailr qmail-remote "$(printf '%b' "$(echo "$host" | sed 's/%/\\x/g')")" \
	    "$(printf '%b' "$(echo "$sender" | sed 's/%0A/\\n/; s/%01/\\001/')")" \
	    "$(printf '%b' "$(echo "$rcpt" | sed 's/%C3%B6/\\0303\\0266/; s/%01/\\0001/')")" \
	    < "$T/$file" | tr '\0' '@' | awk '{ printf "%s\\n", $0 }' | sed 's/\\n$//'
	echo
done < "$T/kinds" > "$T/fresh"
is 'each kind was answered' "$(wc -l < "$T/fresh" | tr -d ' ')" 17
# the last four kinds cost a connection each: they come less often
awk -v t="$T" '
NR == FNR { kind[NR - 1] = t "/" $0; next }
{ want[FNR - 1] = $0 }
END {
	srand(1)
	for (i = 0; i < 10000; i++) {
		k = int(rand() * 13)
		if (i % 20 == 0) k = 13 + int(rand() * 4)
		print "job " kind[k] "\nsend" > (t "/script")
		print i " 0 " want[k] > (t "/want")
	}
}' "$T/kinds" "$T/fresh"
stay < "$T/script"
grep '^[0-9]' "$T/replies" > "$T/got"
same_file 'ten thousand mixed jobs: as fresh processes' "$T/got" "$T/want"
is 'ten thousand jobs: the end' "$(tail -n 1 "$T/replies")" 'exit 0'
done_testing
