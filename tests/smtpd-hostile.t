#!/bin/sh
# qmail-smtpd against clients that mean harm: too long, too much, too slow.
. tests/lib.sh
new_home
cat > "$T/qq" <<'END'
#!/bin/sh
exec 3<&1
wc -c > "$T/size"
wc -c <&3 > "$T/envsize"
END
chmod 755 "$T/qq"
export QMAILQUEUE="$T/qq"
C=$H/control
# limited: qmail-smtpd with little memory, unless a sanitizer needs much
limit=16000
limited() { sh -c "ulimit -v $limit; exec qmail-smtpd"; }
limited < /dev/null > "$T/raw" 2>&1
grep -q '^220' "$T/raw" || limit=unlimited
talk() {
	code=0
	limited < "$1" > "$T/raw" 2> "$T/err" || code=$?
	tr -d '\r' < "$T/raw" > "$T/got"
}
last() { tail -n 1 "$T/got"; }
x() { head -c "$1" /dev/zero | tr '\0' x; }

# ---- spec: protocols.md 8.4: long command lines ----
for n in 999 1000 1001 1002 1000000; do
	{ x $n; printf '\r\nNOOP\r\n'; x $n; printf '\nQUIT\r\n'; } > "$T/in"
	talk "$T/in"
	if [ $n -le 1000 ]; then
		want='502 unimplemented (#5.5.1)'
	else
		want='500 line too long (#5.5.2)'
	fi
	is "a command of $n bytes" "$(sed 1d "$T/got")" "$want
250 ok
$want
221 test.example"
done
x 5000000 > "$T/in"
talk "$T/in"
is 'an endless command' "$code $(cat "$T/got")" '1 220 test.example ESMTP'

# ---- NUL and control bytes ----
printf 'NO\0OP\r\nNOOP\0\r\nMAIL FROM:<a\0@b>\r\nMAIL FROM:<a\r@b>\r\nMAIL FROM:<a@b>\r\nRCPT TO:<a@test.example\0@far>\r\nRCPT TO:<a\001@test.example>\r\nEHLO \0\033[2J\r\nQUIT\r\n' > "$T/in"
talk "$T/in"
# spec: programs.md 18.2
is 'NUL and control bytes' "$(sed 1d "$T/got")" \
'502 unimplemented (#5.5.1)
502 unimplemented (#5.5.1)
555 syntax error (#5.5.4)
555 syntax error (#5.5.4)
250 ok
555 syntax error (#5.5.4)
555 syntax error (#5.5.4)
250-test.example
250-PIPELINING
250 8BITMIME
221 test.example'
head -c 300000 /dev/urandom > "$T/in"
talk "$T/in"
is 'noise' "$code" 1
unlike 'noise: no crash' "$(cat "$T/err")" 'AddressSanitizer|runtime error'
head -c 300000 /dev/zero > "$T/in"
talk "$T/in"
is 'zeros' "$code" 1

# ---- messages of any size in constant memory ----
{ printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\n'
yes 'X-Header: 0123456789012345678901234567890123456789012345678901234567890' |
    head -c 100000000 | sed 's/$/\r/'
printf '\r\n.\r\nQUIT\r\n'; } > "$T/in"
talk "$T/in"
like 'a header of 100 MB' "$(sed -n 5p "$T/got")" '^250 ok '
is 'all of it is queued' "$(($(cat "$T/size") > 100000000))" 1
{ printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\n'
head -c 30000000 /dev/zero
head -c 3000000 /dev/zero | tr '\0' '\r'
printf '\r\n.\r\nQUIT\r\n'; } > "$T/in"
talk "$T/in"
like 'one line of 30 MB, and CRs' "$(sed -n 5p "$T/got")" '^250 ok '
echo 1000 > "$C/databytes"
talk "$T/in"
is 'oversize is read to its end' "$(sed -n 5,6p "$T/got")" \
'552 sorry, that message size exceeds my databytes limit (#5.3.4)
221 test.example'
rm "$C/databytes" "$T/in"

# ---- endless recipients ----
long=$(x 860)
{ echo 'MAIL FROM:<a@b>'
awk -v x="$long" 'BEGIN { for (i = 0; i < 6000; i++) print "RCPT TO:<" x i "@test.example>" }'
printf 'DATA\n.\r\nQUIT\n'; } > "$T/in"
talk "$T/in"
is 'recipients are bounded' "$(grep -c '^452 max rcpt limit exceeded (#4\.5\.3)$' "$T/got" |
    sed 's/^[1-9][0-9]*$/some/')" some
is 'by 4 MiB' "$(($(grep -c '^250 ok$' "$T/got") > 4500))" 1
like 'the others get the message' "$(sed -n '$!{h;}; ${x;p;}' "$T/got")" '^250 ok [0-9]+ qp '
is 'all of them' "$(($(cat "$T/envsize") > 4000000))" 1
{ echo 'MAIL FROM:<a@b>'; awk 'BEGIN { for (i = 0; i < 100000; i++) print "RCPT TO:<x@far>" }'
echo QUIT; } > "$T/in"
talk "$T/in"
is '100000 refused recipients' "$(wc -l < "$T/got") $(last)" \
    '100003 221 test.example'
awk 'BEGIN { for (i = 0; i < 20000; i++) print "MAIL FROM:<x@far>\nRSET\nEHLO x" }' > "$T/in"
talk "$T/in"
is 'endless transactions' "$(wc -l < "$T/got")" 100001

# ---- slow clients; spec: protocols.md 2.2 ----
echo 1 > "$C/timeoutsmtpd"
mkfifo "$T/slow" "$T/deaf"
exec 7<> "$T/slow"
printf 'NOOP\r\n' >&7
talk "$T/slow"
is 'a client that falls silent' "$code $(sed 1d "$T/got")" '1 250 ok
451 timeout (#4.4.2)'
printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\nx' >&7
talk "$T/slow"
is 'silent in DATA' "$code $(last)" '1 451 timeout (#4.4.2)'
exec 7>&-
exec 8<> "$T/deaf"
awk 'BEGIN { for (i = 0; i < 100000; i++) print "HELP" }' > "$T/in"
code=0
limited < "$T/in" > "$T/deaf" || code=$?
is 'a client that reads nothing' "$code" 1
exec 8>&-
echo 0 > "$C/timeoutsmtpd"
exec 7<> "$T/slow"
talk "$T/slow"
is 'timeoutsmtpd 0 is 1' "$(last)" '451 timeout (#4.4.2)'
exec 7>&-
rm "$C/timeoutsmtpd"
# a client that goes away
awk 'BEGIN { for (i = 0; i < 100000; i++) print "HELP" }' > "$T/in"
{ limited < "$T/in"; echo $? > "$T/code"; } | true
is 'a client that hangs up' "$(cat "$T/code")" 1

# a queue program that stops reading, or leaves at once
printf '#!/bin/sh\nexit 0\n' > "$T/qq"
{ printf 'MAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\nDATA\r\n'
x 1000000; printf '\r\n.\r\nQUIT\r\n'; } > "$T/in"
talk "$T/in"
is 'a queue program that does not read' "$(sed -n 5p "$T/got")" \
    '451 qq read error (#4.3.0)'

# memory of a session that waits: kilobytes of its own, beside the program file
if [ -r /proc/self/smaps_rollup ] && [ $limit != unlimited ]; then
	rm "$T/raw"	# its `250 ok` are of another session
	mkfifo "$T/hold"
	exec 7<> "$T/hold"
	printf 'EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@test.example>\r\n' >&7
	background sh -c "exec qmail-smtpd < '$T/hold' > '$T/raw'"
	ok 'a session waits' await 60 sh -c "[ \$(grep -c '^250 ok' '$T/raw') -eq 2 ]"
	kb=$(awk '/^Anonymous:/ { print $2 }' "/proc/$last_pid/smaps_rollup")
	note "private memory of an idle session: $kb kB"
	is 'an idle session has under 300 kB' "$((0 < kb && kb < 300))" 1
	exec 7>&-
fi

# ---- end to end: the real queue, as qmaild ----
unset QMAILQUEUE
printf 'MAIL FROM:<a@b>\r\nRCPT TO:<joe@test.example>\r\nDATA\r\nSubject: x\r\n\r\nhi\r\n.\r\nQUIT\r\n' > "$T/in"
as qmaild qmail-smtpd < "$T/in" > "$T/raw"
like 'accepted by the real queue' "$(sed -n 5p "$T/raw" | tr -d '\r')" '^250 ok [0-9]+ qp [0-9]+$'
mess=$(find "$H/queue/mess" -type f)
is 'one message' "$(echo "$mess" | wc -l)" 1
like 'from the network' "$(head -n 1 "$mess")" '^Received: \(qmail [0-9]+ invoked (from network|by uid [0-9]+|by alias)\); '
is 'its text' "$(tail -n 3 "$mess")" 'Subject: x

hi'
printf 'MAIL FROM:<a@b>\r\nRCPT TO:<joe@test.example>\r\nDATA\r\nx\r\ny\n.\r\n' > "$T/in"
as qmaild qmail-smtpd < "$T/in" > "$T/raw"
like 'a bare LF ends the session' "$(tail -n 1 "$T/raw")" '^451 See '
ok 'and leaves nothing in the queue' await 60 sh -c \
    "[ \$(find '$H/queue/mess' '$H/queue/intd' '$H/queue/pid' -type f | wc -l) -eq 2 ]"	# mess and intd of the first
done_testing
