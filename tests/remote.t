# remote.t: qmail-remote against scripted servers and name servers.
. tests/lib.sh
new_home
. tests/remotelib.sh
# The rows of the contract as stock says them, one command at a time.
echo 0 > "$H/control/pipelining"

# ---- the dialogue, row by row ----

sink < /dev/null
remote far.example 's@x.example' 'r@far.example'
# spec: protocols.md 3.2; scheduling.md 7#1
records 'accepted' 'r\0K127.0.0.1 accepted message.\nRemote host said: 250 ok queued\n\0'
wire 'the conversation' 'HELO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<r@far.example>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
is 'exit code' "$code" 0

# spec: protocols.md 3.2
row 'greeting 4xx' "ZConnected to 127.0.0.1 but greeting failed.${said}421 busy\n\0" <<'E'
greeting 421 busy
E
row 'greeting 5xx' "ZConnected to 127.0.0.1 but greeting failed.${said}554 go away\n\0" <<'E'
greeting 554 go away
E
row 'greeting 250' "ZConnected to 127.0.0.1 but greeting failed.${said}250 hm\n\0" <<'E'
greeting 250 hm
E
wire 'greeting failed: QUIT is all we say' 'QUIT\r\n'
row 'HELO 5xx' "ZConnected to 127.0.0.1 but my name was rejected.${said}550-who\n550 are you\n\0" <<'E'
HELO 550-who\r\n550 are you
E
row 'HELO 251' "ZConnected to 127.0.0.1 but my name was rejected.${said}251 what\n\0" <<'E'
HELO 251 what
E
row 'MAIL 4xx' "ZConnected to 127.0.0.1 but sender was rejected.${said}450 later\n\0" <<'E'
MAIL 450 later
E
row 'MAIL 5xx' "DConnected to 127.0.0.1 but sender was rejected.${said}550 no\n\0" <<'E'
MAIL 550 no
E
row 'MAIL 300 is success' "r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0" <<'E'
MAIL 300 odd
E
row 'RCPT: each kind of answer' "h127.0.0.1 does not like recipient.${said}550 no\n\0r\0s127.0.0.1 does not like recipient.${said}450 busy\n\0r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0" a@far b@far c@far d@far <<'E'
RCPT 550 no
RCPT 250 yes
RCPT 450 busy
RCPT 399 hm
E
wire 'recipients one by one' 'HELO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<a@far>\r\nRCPT TO:<b@far>\r\nRCPT TO:<c@far>\r\nRCPT TO:<d@far>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
row 'all recipients refused' "h127.0.0.1 does not like recipient.${said}550 no\n\0s127.0.0.1 does not like recipient.${said}450 no\n\0DGiving up on 127.0.0.1.\n\0" a@far b@far <<'E'
RCPT 550 no
RCPT 450 no
E
wire 'all refused: no DATA' 'HELO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<a@far>\r\nRCPT TO:<b@far>\r\nQUIT\r\n'
row 'DATA 4xx' "r\0Z127.0.0.1 failed on DATA command.${said}451 no\n\0" <<'E'
DATA 451 no
E
row 'DATA 5xx' "r\0D127.0.0.1 failed on DATA command.${said}554 no\n\0" <<'E'
DATA 554 no
E
row 'final 4xx' "r\0Z127.0.0.1 failed after I sent the message.${said}451 no\n\0" <<'E'
text 451 no
E
row 'final 5xx' "r\0D127.0.0.1 failed after I sent the message.${said}554-spam\n554 really\n\0" <<'E'
text 554-spam\r\n554 really
E
# spec: protocols.md 3.2 (the code of the last line counts; LF-only lines)
row 'the last code counts' "r\0Z127.0.0.1 failed after I sent the message.${said}250-a\n550-b\n451 c\n\0" <<'E'
text !raw 250-a\r\n550-b\n451 c\n
E
row 'NUL and CR in replies' "r\0K127.0.0.1 accepted message.${said}250 a?b c\n\0" <<'E'
text 250 a\0b \rc
E
row 'a code alone' "r\0K127.0.0.1 accepted message.${said}250\n\0" <<'E'
text 250
E
row 'garbage is no success' "r\0Z127.0.0.1 failed after I sent the message.${said}nonsense\n\0" <<'E'
text nonsense
E
row 'an empty line is no success' "ZConnected to 127.0.0.1 but sender was rejected.${said}\n\0" <<'E'
MAIL !raw \r\n
E
# spec: protocols.md 3.1
died='ZConnected to 127.0.0.1 but connection died. (#4.4.2)\n\0'
row 'closed before the greeting' "$died" <<'E'
greeting !close
E
row 'closed within the greeting' "$died" <<'E'
greeting !close 220-x
E
row 'closed after MAIL' "$died" <<'E'
MAIL !close
E
row 'closed at the second RCPT' "r\0$died" a@far b@far <<'E'
RCPT 250 ok
RCPT !close
E
row 'closed at DATA' "r\0$died" <<'E'
DATA !close
E
row 'closed after the final dot' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
text !close
E
row 'reset after the final dot' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
text !reset
E
row 'the answer to DATA is none to the text' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
RCPT 250 ok\r\n250 ok
text 554 no
E

# ---- quoting, names ----

sink < /dev/null
remote far.example 'a b@x.example' 'x..y"z\@far.example' '' 'plain'
# spec: messages.md 3; protocols.md 3.2
wire 'quoted addresses' 'HELO test.example\r\nMAIL FROM:<"a b"@x.example>\r\nRCPT TO:<"x..y\\"z\\\\"@far.example>\r\nRCPT TO:<>\r\nRCPT TO:<plain>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
sink < /dev/null
echo 'other.example  ' > "$H/control/helohost"
remote far.example '' r@far.example
# spec: control.md 2
wire 'helohost, empty sender' 'HELO other.example\r\nMAIL FROM:<>\r\nRCPT TO:<r@far.example>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
rm "$H/control/helohost"

# spec: programs.md 18.2
sink < /dev/null
cr=$(printf '\r')
lf='
'
for bad in "r@far${lf}RSET" "r${cr}@far" "r@far$(printf '\001')" "r$(printf '\177')@far"; do
	remote far.example s@x "$bad"
	records 'control byte in a recipient' 'DSorry, that address contains control bytes. (#5.1.3)\n\0'
	remote far.example "$bad" r@far
	records 'control byte in the sender' "DSorry, the sender's address contains control bytes. (#5.1.7)\n\0"
done
remote far.example s@x 'r@far> SIZE=1'
records 'a host name that ends the path' 'DSorry, that address has a malformed host name. (#5.1.3)\n\0'
nok 'no SMTP traffic for them' test -e "$S/1" -o -e "$S/1.part"
remote far.example s@x a@far "b@far${lf}RSET" c@far
records 'one bad of three' "r\0hSorry, that address contains control bytes. (#5.1.3)\n\0r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0"
wire 'the bad one is not sent' 'HELO test.example\r\nMAIL FROM:<s@x>\r\nRCPT TO:<a@far>\r\nRCPT TO:<c@far>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'

# spec: messages.md 9
utf8=$(printf 'j\303\266rg')
row 'SMTPUTF8 offered' "r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0" "$utf8@far.example" < /dev/null
wire 'UTF-8 unquoted' 'EHLO test.example\r\nMAIL FROM:<s@x.example> SMTPUTF8\r\nRCPT TO:<j\303\266rg@far.example>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
row 'SMTPUTF8 not offered' "DConnected to 127.0.0.1 but it does not take internationalized addresses. (#5.6.7)${said}250-x\n250 8BITMIME\n\0" "$utf8@far.example" <<'E'
EHLO 250-x\r\n250 8BITMIME
E
row 'EHLO unknown' "DConnected to 127.0.0.1 but it does not take internationalized addresses. (#5.6.7)${said}502 what\n\0" "$utf8@far.example" <<'E'
EHLO 502 what
E
remote far.example s@x "$(printf 'j\366rg@far')"
records 'not UTF-8' 'DSorry, that address is not in UTF-8. (#5.6.7)\n\0'

# ---- the text ----

# spec: protocols.md 8.1
text() { # NAME MESSAGE-FORMAT WIRE-FORMAT
	# shellcheck disable=SC2059
	printf "$2" > "$T/message"
	sink < /dev/null
	remote far s@x r@far
	wire "$1" "HELO test.example\r\nMAIL FROM:<s@x>\r\nRCPT TO:<r@far>\r\nDATA\r\n$3.\r\nQUIT\r\n"
}
text 'dots' '.\n..a\nb.c\n.d\n' '..\r\n...a\r\nb.c\r\n..d\r\n'
text 'CR . CR' 'x\r.\rMAIL FROM:<e@x>\ry\n' 'x\r\n..\r\nMAIL FROM:<e@x>\r\ny\r\n'
text 'LF CR . LF' 'x\n\r.\ny\n' 'x\r\n\r\n..\r\ny\r\n'
text 'CR . LF' 'x\r.\ny\n' 'x\r\n..\r\ny\r\n'
text 'CR . CR at the start' '\r.\r' '\r\n..\r\n'
text 'CR LF is one line end' 'x\r\n.\r\ny\r\n' 'x\r\n..\r\ny\r\n'
text 'CR CR LF' 'x\r\r\n.\n' 'x\r\n\r\n..\r\n'
text 'NUL and 8 bit' 'a\0b\377\n' 'a\0b\377\r\n'
text 'empty message' '' ''
# spec: protocols.md 3.1
printf 'a\nb' > "$T/message"
sink < /dev/null
remote far s@x r@far
records 'partial last line' 'r\0DSMTP cannot transfer messages with partial final lines. (#5.6.2)\n\0'
await 30 test -e "$S/1"
unlike 'partial: no end of data' "$(tr -d '\r' < "$S/1")" '^\.$'
sink < /dev/null
as qmailr qmail-remote far s@x r@far < "$T" > "$T/records"
records 'message that cannot be read' 'r\0ZUnable to read message. (#4.3.0)\n\0'
# A message far larger than any buffer, line ends at every place of it.
awk 'BEGIN { for (i = 0; i < 30000; i++) printf ".%0" (i % 90) "d\n", i }' > "$T/message"
mkdir "$T/stored"
sink -m "$T/stored" < /dev/null
remote far s@x r@far
await 30 test -e "$T/stored/1.1"
same_file 'a long message arrives as it was' "$T/stored/1.1" "$T/message"
printf 'Subject: hi\n\nhello\n' > "$T/message"

# ---- hostile servers ----

# short, but long enough for what is to go well
echo 3 > "$H/control/timeoutremote"
dead='ZConnected to 127.0.0.1 but connection died. (#4.4.2)\n\0'
# spec: protocols.md 8.4
row 'endless reply' "$dead" <<'E'
MAIL !endless 250-more
E
row 'endless line' "$dead" <<'E'
MAIL !fill 100000 250 
E
row 'endless greeting' "$dead" <<'E'
greeting !endless 220-more
E
# spec: protocols.md 3.2 (timeoutremote)
row 'silence' "$dead" <<'E'
MAIL !silent
E
row 'one byte now and then' "$dead" <<'E'
MAIL !endlessdrip 300 250-more
E
echo 8 > "$H/control/timeoutremote"
row 'nobody reads the answer after the dot' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
text !stall
E
awk 'BEGIN { for (i = 0; i < 100000; i++) print "0123456789012345678901234567890123456789012345678901234567890123456789" }' > "$T/message"
# spec: protocols.md 3.2 (per write)
row 'nobody reads the text' "r\0$dead" <<'E'
DATA !stall 354 go
E
rm "$H/control/timeoutremote"
row 'reset within the text' "r\0$dead" <<'E'
DATA !resetafter 1000 354 go
E
printf 'Subject: hi\n\nhello\n' > "$T/message"
row '5000 bytes of a reply are kept' "r\0K127.0.0.1 accepted message.${said}250 $(head -c 4995 /dev/zero | tr '\0' x)\n\0" <<'E'
text !fill 9000 250 
E

# ---- who is tried ----

route=no
rm -f "$H/control/smtproutes"
remote '[127.0.0.1]' s@x r@x
self="DSorry. Although I'm listed as a best-preference MX or A for that host,\nit isn't in my control/locals file, so I don't treat it as local. (#5.4.6)\n\0"
# spec: protocols.md 3.1
records 'own address' "$self"
remote '0.0.0.0' s@x r@x
records '0.0.0.0 is ours' "$self"
remote '[IPv6:::1]' s@x r@x
records '::1 is ours' "$self"
# spec: protocols.md 8.3
remote 'no such
host' s@x r@x
records 'a host name that is none' "DSorry, I couldn't find any host named no?such?host. (#5.1.2)\n\0"
as qmailr qmail-remote far s@x > "$T/records" < /dev/null
# spec: programs.md 6
records 'no recipient' 'DI (qmail-remote) was invoked improperly. (#5.3.5)\n\0'
mv "$H/control/me" "$H/control/me.away"
remote far s@x r@far
records 'no helohost and no me' 'ZUnable to read control files. (#4.3.0)\n\0'
mv "$H/control/me.away" "$H/control/me"
mkdir "$H/control/timeoutremote"
remote far s@x r@far
records 'unreadable control file' 'ZUnable to read control files. (#4.3.0)\n\0'
rmdir "$H/control/timeoutremote"
no_connection="ZSorry, I wasn't able to establish an SMTP connection. (#4.4.1)\n\0"
sink < /dev/null
echo ":127.0.0.1:1" > "$H/control/smtproutes"
remote far s@x r@far
records 'connection refused' "$no_connection"
# spec: control.md 4
printf 'far.example:[127.0.0.1]:%s\n.sub.example:127.0.0.1:%s\nmx.example:\n:127.0.0.1:1\n' "$port" "$port" > "$H/control/smtproutes"
ok_records="r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0"
remote FAR.example s@x r@far
records 'route of the whole name, any case' "$ok_records"
remote a.b.sub.example s@x r@far
records 'route of a suffix' "$ok_records"
remote sub.example s@x r@far
records 'not the suffix itself: empty key' "$no_connection"
echo 'far.example:127.0.0.1:smtp' > "$H/control/smtproutes"
remote far.example s@x r@far
records 'a port that is none' 'ZUnable to read control files. (#4.3.0)\n\0'

# spec: protocols.md 8.8
sink -a ::1 < /dev/null
if [ -s "$S/port" ]; then
	echo "far.example:[::1]:$port" > "$H/control/smtproutes"
	remote far.example s@x r@far
	records 'IPv6' "r\0K::1 accepted message.${said}250 ok queued\n\0"
fi

# spec: control.md 5 (outgoingip)
sink < /dev/null
echo 'far.example:127.0.0.1:'"$port" > "$H/control/smtproutes"
echo nonsense > "$H/control/outgoingip"
remote far.example s@x r@far
records 'outgoingip that is none' 'Zinvalid ipaddr in control/outgoingip (#4.3.0)\n\0'
echo 192.0.2.1 > "$H/control/outgoingip"
remote far.example s@x r@far
records 'outgoingip that is not ours' "$no_connection"
rm "$H/control/outgoingip"
# spec: control.md 5 (domainbindings)
printf 'joe@a.example:nonsense\n.b.example:nonsense\nc.example:\n:127.0.0.1\n' > "$H/control/domainbindings"
bad_binding='Zinvalid ipaddr in control/domainbindings (#4.3.0)\n\0'
remote far.example joe@a.example r@far
records 'binding of a sender' "$bad_binding"
remote far.example joe@x.b.example r@far
records 'binding of a suffix' "$bad_binding"
echo 192.0.2.1 > "$H/control/outgoingip"
remote far.example ann@a.example r@far
records 'the empty key beats outgoingip' "$ok_records"
remote far.example joe@c.example r@far
records 'an empty value: the system chooses' "$ok_records"
DOMAINBINDINGS=$T/bindings
export DOMAINBINDINGS
echo 'joe@z.example:nonsense' > "$DOMAINBINDINGS"
chmod 644 "$DOMAINBINDINGS"
remote far.example joe@z.example r@far
records 'DOMAINBINDINGS names another file' "$bad_binding"
unset DOMAINBINDINGS
rm "$H/control/domainbindings" "$H/control/outgoingip"

# ---- routes with a login ----

# spec: control.md 4
login() { # NAME RECORDS < script: with a user and a password
	name=$1
	want=$2
	sink
	echo "far.example:127.0.0.1:$port|joe|pa|ss" > "$H/control/smtproutes"
	remote far.example s@x r@far
	records "$name" "$want"
}
login 'AUTH PLAIN' "$ok_records" <<'E'
EHLO 250-x\r\n250 AUTH LOGIN PLAIN
AUTH 235 ok
E
wire 'AUTH PLAIN' 'EHLO test.example\r\nAUTH PLAIN AGpvZQBwYXxzcw==\r\nMAIL FROM:<s@x>\r\nRCPT TO:<r@far>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
login 'AUTH LOGIN' "$ok_records" <<'E'
EHLO 250-x\r\n250 AUTH=CRAM-MD5 LOGIN
AUTH 334 VXNlcm5hbWU6
MAIL 250 ok
RCPT 250 ok
DATA 354 go
QUIT !close
* 334 UGFzc3dvcmQ6
* 235 ok
E
wire 'AUTH LOGIN' 'EHLO test.example\r\nAUTH LOGIN\r\nam9l\r\ncGF8c3M=\r\nMAIL FROM:<s@x>\r\nRCPT TO:<r@far>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
login 'AUTH rejected' "ZConnected to 127.0.0.1 but authentication was rejected.${said}535 no\n\0" <<'E'
EHLO 250-x\r\n250 AUTH PLAIN
AUTH 535 no
E
wire 'rejected: no mail' 'EHLO test.example\r\nAUTH PLAIN AGpvZQBwYXxzcw==\r\nQUIT\r\n'
login 'no AUTH offered' "ZConnected to 127.0.0.1 but it offers no kind of AUTH that I know.${said}250-x\n250 AUTH CRAM-MD5\n\0" <<'E'
EHLO 250-x\r\n250 AUTH CRAM-MD5
E
login 'no EHLO' "ZConnected to 127.0.0.1 but it offers no kind of AUTH that I know.${said}502 no\n\0" <<'E'
EHLO 502 no
E
# spec: control.md 5 (authsenders)
sink <<'E'
EHLO 250-x\r\n250 AUTH PLAIN
AUTH 235 ok
E
here=127.0.0.1:$port
printf 'joe@a.example:%s|joe|1\n@a.example:%s|a|2\n.a.example:%s|b|3\n@c.example:\n:%s|d|4\n' "$here" "$here" "$here" "$here" > "$H/control/authsenders"
echo ":127.0.0.1:1" > "$H/control/smtproutes"
for sender in joe@a.example ann@a.example joe@x.a.example joe@b.example ''; do
	remote far.example "$sender" r@far
done
remote far.example joe@c.example r@far
records 'authsenders: an empty relay is none' "$no_connection"
# QUIT is not waited for: the records come late, in any order
await 30 sh -c "cd '$S' && test -e 1 && test -e 2 && test -e 3 && test -e 4 && test -e 5"
is 'authsenders: each key' "$(cat "$S/1" "$S/2" "$S/3" "$S/4" "$S/5" | tr -d '\r' | sed -n 's/^AUTH PLAIN //p')" 'AGpvZQAx
AGEAMg==
AGIAMw==
AGQANA==
AGQANA=='
rm "$H/control/authsenders"
sink < /dev/null
echo "far.example:127.0.0.1:$port" > "$H/control/smtproutes"

# ---- hosts that do not answer ----

# spec: queue.md 9, 9#1; programs.md 12
tcpto() { # ADDRESS-BYTES COUNTER SECONDS-AGO: one record at the start
	now=$(($(date +%s) - $3))
	# shellcheck disable=SC2059
	printf "$1\\$(printf %03o "$2")\\0\\0\\0$(printf '\\%03o\\%03o\\%03o\\%03o' $((now & 255)) $((now >> 8 & 255)) $((now >> 16 & 255)) $((now >> 24 & 255)))\\0\\0\\0\\0" |
		dd of="$H/queue/lock/tcpto" conv=notrunc 2> /dev/null
}
home='\177\0\0\1'
tcpto "$home" 2 60
is 'qmail-tcpto' "$(qmail-tcpto | sed 's/ [0-9]* seconds/ S seconds/')" '127.0.0.1 timed out S seconds ago; # recent timeouts: 2'
like 'its seconds' "$(qmail-tcpto)" ' 6[0-9] seconds'
remote far.example s@x r@far
records 'two timeouts: skipped' "$no_connection"
tcpto "$home" 2 6000
remote far.example s@x r@far
records 'long ago: tried' "$ok_records"
is 'success clears the counter' "$(qmail-tcpto)" ''
is 'and leaves the rest' "$(dd if="$H/queue/lock/tcpto" bs=4 count=1 2> /dev/null | od -An -tu1 | tr -s ' ')" ' 127 0 0 1'
tcpto "$home" 1 60
remote far.example s@x r@far
records 'one timeout: tried' "$ok_records"
tcpto "$home" 2 60
ok 'qmail-tcpok' as qmailr qmail-tcpok
is 'all zero' "$(tr -d '\0' < "$H/queue/lock/tcpto" | wc -c; wc -c < "$H/queue/lock/tcpto")" "0
1024"
remote far.example s@x r@far
records 'after qmail-tcpok: tried' "$ok_records"
tcpto "$home" 2 60
: > "$T/empty"
cp "$H/queue/lock/tcpto" "$T/tcpto"
: > "$H/queue/lock/tcpto"
remote far.example s@x r@far
records 'an empty file: nothing is known' "$ok_records"
is 'and stays empty' "$(wc -c < "$H/queue/lock/tcpto")" 0
rm "$H/queue/lock/tcpto"
remote far.example s@x r@far
records 'no file: nothing is known' "$ok_records"
exits 111 'qmail-tcpto without the file' qmail-tcpto
is 'its text' "$(cat "$T/stdout")" 'fatal: unable to open tcpto: file does not exist'
exits 111 'qmail-tcpok without the file' qmail-tcpok
dd if=/dev/zero of="$H/queue/lock/tcpto" bs=1024 count=1 2> /dev/null
[ "$ROOT" != yes ] || chown qmailr "$H/queue/lock/tcpto"
echo 'far.example:127.0.0.1:1' > "$H/control/smtproutes"
remote far.example s@x r@far
is 'a refused connection does not count' "$(qmail-tcpto)" ''
echo 1 > "$H/control/timeoutconnect"
sink -f < /dev/null
echo "far.example:127.0.0.1:$port" > "$H/control/smtproutes"
remote far.example s@x r@far
records 'connection timed out' "$no_connection"
like 'it counts' "$(qmail-tcpto)" '^127\.0\.0\.1 timed out [0-9]{1,2} seconds ago; # recent timeouts: 1$'
remote far.example s@x r@far
like 'once in two minutes' "$(qmail-tcpto)" '# recent timeouts: 1$'
as qmailr qmail-tcpok
sink -f -a ::1 < /dev/null
if [ -s "$S/port" ]; then
	echo "far.example:[::1]:$port" > "$H/control/smtproutes"
	remote far.example s@x r@far
	records 'IPv6 timed out' "$no_connection"
	like 'IPv6 counts' "$(qmail-tcpto)" '^::1 timed out [0-9]{1,2} seconds ago; # recent timeouts: 1$'
	as qmailr qmail-tcpok
	is 'and is forgotten' "$(qmail-tcpto)" ''
fi
rm "$H/control/timeoutconnect" "$H/control/smtproutes"

# ---- MX ----

cat > "$T/zone" <<'E'
nx.example nxdomain
soft.example servfail
empty.example txt nothing
noaddress.example mx 10 empty.example
softmx.example mx 10 soft.example
null.example mx 0 .
self.example mx 10 me.example
self.example mx 10 two.example
me.example a 127.0.0.1
two.example a 127.0.0.2
three.example a 127.0.0.3
host.example a 127.0.0.2
far.example mx 20 three.example
far.example mx 10 two.example
middle.example mx 30 three.example
middle.example mx 20 me.example
middle.example mx 10 two.example
alias.example cname host.example
half.example mx 10 soft.example
half.example mx 20 two.example
E
background dnsserver "$T/zone" > "$T/dnsport" 2> "$T/queries"
await 30 test -s "$T/dnsport"
DNSCACHEIP=127.0.0.1:$(cat "$T/dnsport")
export DNSCACHEIP
# spec: protocols.md 3.1
remote nx.example s@x r@nx.example
records 'DNS hard' "DSorry, I couldn't find any host named nx.example. (#5.1.2)\n\0"
remote empty.example s@x r@empty.example
records 'no MX, no address' "DSorry, I couldn't find any host named empty.example. (#5.1.2)\n\0"
remote soft.example s@x r@soft.example
records 'DNS soft' "ZSorry, I couldn't find any host by that name. (#4.1.2)\n\0"
remote softmx.example s@x r@softmx.example
records 'DNS soft for the MX host' "ZSorry, I couldn't find any host by that name. (#4.1.2)\n\0"
remote noaddress.example s@x r@noaddress.example
records 'MX without address' "DSorry, I couldn't find a mail exchanger or IP address. (#5.4.4)\n\0"
remote self.example s@x r@self.example
records 'we are the best MX' "$self"
# spec: protocols.md 8.9
remote null.example s@x r@null.example
records 'null MX' 'DSorry, that host says that it never takes mail. (#5.1.10)\n\0'
echo 'far.example:nx.example' > "$H/control/smtproutes"
remote far.example s@x r@far.example
records 'a relay that does not exist' "DSorry, I couldn't find any host named nx.example. (#5.1.2)\n\0"
sink < /dev/null
echo "far.example:me.example:$port" > "$H/control/smtproutes"
remote far.example s@x r@far.example
records 'a relay by name; it may be ourselves' "$ok_records"
rm "$H/control/smtproutes"
[ "$ROOT" = yes ] || done_testing	# port 25 is root's

# From here on servers at 127.0.0.2 and .3, which are not ours.
echo 127.0.0.0/8 > "$H/control/notipme"
accepted() { printf 'r\0K%s accepted message.\nRemote host said: 250 ok queued\n\0' "$1" > "$T/two"; same_file "$2" "$T/records" "$T/two"; }
at() { # ADDRESS < script
	sink -a "$1" -p 25
}
stop() { kill "$1"; wait "$1"; }
at 127.0.0.3 < /dev/null
remote far.example s@x r@far.example
accepted 127.0.0.3 'the second MX after a refused connection'
# by another server: this one may still hear of questions asked twice
asked=$DNSCACHEIP
background dnsserver "$T/zone" > "$T/dnsport2" 2> "$T/queries2"
await 30 test -s "$T/dnsport2"
DNSCACHEIP=127.0.0.1:$(cat "$T/dnsport2")
at 127.0.0.2 < /dev/null
remote far.example s@x r@far.example
accepted 127.0.0.2 'the first MX'
like 'which is looked up' "$(cat "$T/queries2")" 'two'
unlike 'the second one is not' "$(cat "$T/queries2")" 'three'
DNSCACHEIP=$asked
remote host.example s@x r@host.example
accepted 127.0.0.2 'no MX: the address of the host'
# spec: protocols.md 3.1#1 (no other name in the place of the recipient's)
remote alias.example s@alias.example r@alias.example
accepted 127.0.0.2 'the host may be an alias'
await 30 sh -c "grep -qs '^QUIT' '$S/3'"
is 'which stays in the addresses' "$(cat "$S"/[0-9]* | tr -d '\r' | grep -c 'FROM:<s@alias.example>$\|TO:<r@alias.example>$')" 2
remote half.example s@x r@half.example
accepted 127.0.0.2 'one MX host is softly unknown'
two=$last_pid
stop "$two"
remote middle.example s@x r@middle.example
records 'nobody behind ourselves is tried' "$no_connection"
# spec: protocols.md 8.7
next() { # NAME WANT < script of 127.0.0.2
	at 127.0.0.2
	remote far.example s@x r@far.example
	accepted "$2" "$1"
	stop "$last_pid"
}
next 'greeting 4xx: next MX' 127.0.0.3 <<'E'
greeting 421 busy
E
next 'HELO refused: next MX' 127.0.0.3 <<'E'
HELO 550 no
E
next 'closed at once: next MX' 127.0.0.3 <<'E'
greeting !close
E
next 'closed at HELO: next MX' 127.0.0.3 <<'E'
HELO !reset
E
echo 8 > "$H/control/timeoutremote"
next 'no greeting: next MX' 127.0.0.3 <<'E'
greeting !silent
E
rm "$H/control/timeoutremote"
at 127.0.0.2 <<'E'
greeting 554 no
E
remote far.example s@x r@far.example
records 'greeting 5xx is final' 'ZConnected to 127.0.0.2 but greeting failed.\nRemote host said: 554 no\n\0'
stop "$last_pid"
at 127.0.0.2 <<'E'
MAIL !close
E
remote far.example s@x r@far.example
records 'dead from MAIL on is final' 'ZConnected to 127.0.0.2 but connection died. (#4.4.2)\n\0'
stop "$last_pid"
at 127.0.0.2 <<'E'
greeting 421-no\r\n421 really
E
remote middle.example s@x r@middle.example
records 'nobody left: the last failure is told' 'ZConnected to 127.0.0.2 but greeting failed.\nRemote host said: 421-no\n421 really\n\0'
done_testing
