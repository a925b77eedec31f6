# rspawn.t: qmail-rspawn with processes that stay and connections that are kept.
. tests/lib.sh
new_home
. tests/remotelib.sh
mkdir -p "$H/queue/mess/7" "$T/stored"
chmod 777 "$T/stored"
for n in 30 31; do
	printf 'Subject: hi\n\nhello\n' > "$H/queue/mess/7/$n"
	[ "$ROOT" = no ] || chown qmailq "$H/queue/mess/7/$n"
	chmod 644 "$H/queue/mess/7/$n"
done
ok_report='K127.0.0.1 accepted message.\nRemote host said: 250 ok queued\n'

drive() { # the script on stdin; what is said about each is in $T/reports
	as qmailr spawndrive qmail-rspawn > "$T/reports" 2> "$T/errors"
	[ ! -s "$T/errors" ] || note "$(cat "$T/errors")"
}
counted() { sed -n 's/^[0-9][0-9]* \([KZD]\)/\1/p' "$T/reports" | sort | uniq -c | tr -s ' '; }
connections() { # how many, once they are over
	await 30 sh -c "! ls '$S' | grep -q part"
	find "$S" -name '[0-9]*' | wc -l | tr -d ' '
}
accepts() { cat "$S"/[0-9]* | grep -c '^hello'; }

# Ten seconds are enough to wait for one's turn (looked at below).
sink <<'E'
text !delay 20000 250 ok queued
E
echo ':1' > "$H/control/concurrencyperhost"
printf 'do 0 7/30 a@x r@far.example\ndo 1 7/30 b@x r@far.example\n' > "$T/script"
as qmailr spawndrive qmail-rspawn < "$T/script" > "$T/held" &
holder=$!
await 20 sh -c "grep -q '^hello' '$S/1.part'"
rm "$H/control/concurrencyperhost"

# ---- connections ----

sink -c 130 < /dev/null
# all hosts behind one relay are one peer
echo 'many 200 20 7/30 s#@x r#@sink#.example' | drive
is '200 messages: all accepted' "$(counted)" " 200 $ok_report"
n=$(connections)
ok "200 messages, 20 at a time: $n connections" test "$n" -le 20
is '200 messages: each text once' "$(accepts)" 200
is '200 messages: the end' "$(tail -n 1 "$T/reports")" 'exit 0'

sink -c 130 < /dev/null
printf 'many 60 1 7/30 s#@x r#@far.example\n' | drive
is 'one at a time: all accepted' "$(counted)" " 60 $ok_report"
is 'one at a time: one connection' "$(connections)" 1

sink -c 130 < /dev/null
echo 0 > "$H/control/leases"
echo 'many 30 5 7/30 s#@x r#@far.example' | drive
is 'leases 0: all accepted' "$(counted)" " 30 $ok_report"
is 'leases 0: a connection each' "$(connections)" 30
rm "$H/control/leases"

sink -c 130 < /dev/null
QMAILREMOTE=$H/bin/qmail-remote
export QMAILREMOTE
echo 'many 10 5 7/30 s#@x r#@far.example' | drive
is 'QMAILREMOTE: all accepted' "$(counted)" " 10 $ok_report"
is 'QMAILREMOTE: a connection each' "$(connections)" 10
unset QMAILREMOTE

# a program that does not know leases
mv "$H/bin/qmail-remote" "$H/bin/qmail-remote.ours"
printf '#!/bin/sh\nexec 3<&-\nexec qmail-remote.ours "$@"\n' > "$H/bin/qmail-remote"
chmod 755 "$H/bin/qmail-remote"
sink -c 130 < /dev/null
echo 'many 50 20 7/30 s#@x r#@far.example' | drive
is 'one message a process: all accepted' "$(counted)" " 50 $ok_report"
is 'one message a process: a connection each' "$(connections)" 50
mv "$H/bin/qmail-remote.ours" "$H/bin/qmail-remote"

# several peers at a time
sink -c 130 < /dev/null
first=$S port1=$port
sink -c 130 < /dev/null
printf 'one.example:127.0.0.1:%s\ntwo.example:127.0.0.1:%s\n' "$port1" "$port" > "$H/control/smtproutes"
{
	i=0
	while [ $i -lt 40 ]; do
		echo "do $i 7/30 s$i@x r@one.example"
		echo "do $((i + 1)) 7/30 s$i@x r@two.example"
		i=$((i + 2))
	done
} | drive
# the sink gives a text its name when the connection is over
await 60 sh -c "! ls '$S' '$first' | grep -q part"
is 'two peers: all accepted' "$(counted)" " 40 $ok_report"
is 'two peers: each got its own' "$(accepts) $(cat "$S"/[0-9]* | grep -c 'RCPT TO:<r@two') $(cat "$first"/[0-9]* | grep -c 'RCPT TO:<r@one')" '20 20 20'

# ---- a slow peer gets as many connections as there are deliveries ----

sink -c 130 <<'E'
MAIL !delay 150 250 ok
text !delay 150 250 ok queued
E
echo 'many 60 30 7/30 s#@x r#@far.example' | drive
is 'a slow peer: all accepted' "$(counted)" " 60 $ok_report"
n=$(connections)
ok "a slow peer: $n connections" test "$n" -ge 24

# ---- trouble ----

sink -c 130 <<'E'
MAIL 250 ok
MAIL 250 ok
MAIL 421 enough
E
echo 'many 40 4 7/30 s#@x r#@far.example' | drive
is '421 after two messages: all accepted' "$(counted)" " 40 $ok_report"
n=$(connections)
ok "421 after two messages: $n connections" test "$n" -ge 20 -a "$n" -le 30
sink -c 130 <<'E'
text !close 250 ok queued
E
echo 'many 40 4 7/30 s#@x r#@far.example' | drive
is 'closed after each: all accepted' "$(counted)" " 40 $ok_report"
sink -c 130 <<'E'
text !close
E
echo 'many 20 4 7/30 s#@x r#@far.example' | drive
is 'never answered: possible duplicates' "$(counted)" ' 20 ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n'
is 'never answered: each text once' "$(accepts)" 20

# ---- recipients of one message ----

sink -c 130 <<'E'
RCPT=<r7@ 550 no
RCPT=<r8@ 450 later
E
echo 'many 40 20 7/30 s@x r#@far.example' | drive
no='127.0.0.1 does not like recipient.\nRemote host said:'
is 'one message, 40 recipients: each its report' "$(counted)" " 1 D$no 550 no\\nGiving up on 127.0.0.1.\\n
 38 $ok_report
 1 Z$no 450 later\\nGiving up on 127.0.0.1.\\n"
n=$(accepts)
ok "one message, 40 recipients: $n transactions" test "$n" -lt 40
await 60 sh -c "! ls '$S' | grep -q part"
is 'one message, 40 recipients: each once' "$(cat "$S"/[0-9]* | grep -c '^RCPT')" 40

# a process that dies takes only what it was doing with it
sink -c 130 <<'E'
RCPT=<dies@ !stall
E
cat > "$T/script" <<E
do 0 7/30 s1@x a@far.example
wait 1
do 1 7/30 s2@x dies@far.example
do 2 7/30 s3@x b@far.example
wait 2
do 3 7/30 s4@x c@far.example
wait 3
touch $T/flags/others
E
mkdir "$T/flags"
chmod 777 "$T/flags"
drive < "$T/script" &
driver=$!
ok 'the others are done' await 20 test -e "$T/flags/others"
# the one that is connected to this server; the holder's is not
for pid in $(cd /proc && ls -d [0-9]* 2> /dev/null); do
	case $(readlink "/proc/$pid/exe" 2> /dev/null) in
	"$H/bin/qmail-remote")
		tr '\0' ' ' < "/proc/$pid/cmdline" |
		    grep -q 'far.example [ab]@x ' || kill -9 "$pid" ;;
	esac
done
wait $driver
is 'killed: tried again later; the others are accepted' "$(counted)" " 3 $ok_report
 1 Zqmail-remote crashed.\n"

# ---- limits: control/concurrencyperhost ----
# spec: scheduling.md 10.2

sink -c 130 <<'E'
MAIL !delay 30 250 ok
E
echo ':2' > "$H/control/concurrencyperhost"
echo 'many 40 20 7/30 s#@x r#@far.example' | drive
is 'two at a time: all accepted' "$(counted)" " 40 $ok_report"
is 'two at a time: two connections' "$(connections)" 2
sink -c 130 <<'E'
MAIL !delay 30 250 ok
E
echo 0 > "$H/control/leases"
echo 'many 10 10 7/30 s#@x r#@far.example' | drive
is 'two at a time, leases 0: all accepted' "$(counted)" " 10 $ok_report"
rm "$H/control/leases"
sink -c 130 <<'E'
MAIL !delay 100 250 ok
E
first=$S port1=$port
# long enough to start a process for each
sink -c 130 <<'E'
MAIL !delay 6000 250 ok
E
printf 'a.one.example:127.0.0.1:%s\ntwo.example:127.0.0.1:%s\n' "$port1" "$port" > "$H/control/smtproutes"
printf '.one.example:3\nfar.example:1\n' > "$H/control/concurrencyperhost"
{
	echo 'many 12 12 7/30 s#@x r#@a.one.example'
	echo 'many 12 12 7/30 s#@x r#@two.example'
} | drive
is 'a limit for one: all accepted' "$(counted)" " 24 $ok_report"
is 'a limit for the other: connections' "$(connections)" 12
S=$first
is 'a limit for one: connections' "$(connections)" 3
# spec: RFC 5321 3.8, too many connections: fewer of them
sink -c 130 < /dev/null
echo ':0' > "$H/control/concurrencyperhost"
echo 'many 20 10 7/30 s#@x r#@far.example' | drive
is 'limit 0 is none' "$(counted)" " 20 $ok_report"

rm "$H/control/concurrencyperhost"

wait $holder
mv "$T/held" "$T/reports"
is 'who waits too long gives the slot back' "$(counted)" " 1 $ok_report
 1 Zqmail-rspawn has enough deliveries to that host. (#4.4.5)\n"
done_testing
