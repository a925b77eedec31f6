# remote-pipe.t: qmail-remote says EHLO and, where it is offered, the whole
# envelope at once; what it reports is what it reports without.
. tests/lib.sh
new_home
. tests/remotelib.sh
accepted="r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0"
died='ZConnected to 127.0.0.1 but connection died. (#4.4.2)\n\0'

# both NAME RECORDS [RECIPIENT...] < script: the same records either way
both() {
	title=$1
	shift
	cat > "$T/both"
	echo 0 > "$H/control/pipelining"
	row "$title" "$@" < "$T/both"
	rm "$H/control/pipelining"
	row "$title, pipelined" "$@" < "$T/both"
}
envelope='EHLO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<r@far.example>\r\nDATA\r\n'

# ---- EHLO ----

row 'accepted' "$accepted" < /dev/null
# spec: protocols.md 3.2 (in place of HELO)
wire 'EHLO, and the conversation' "${envelope}Subject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n"
row 'all replies at once: the envelope is one piece' "$accepted" <<'E'
MAIL !silent
RCPT 250 ok\r\n250 ok
E
row 'PIPELINING not offered' "DConnected to 127.0.0.1 but sender was rejected.${said}550 no\n\0" <<'E'
EHLO 250-x\r\n250 SIZE
MAIL 550 no
E
wire 'one by one, then' 'EHLO test.example\r\nMAIL FROM:<s@x.example>\r\nQUIT\r\n'
row 'EHLO alone in the reply' "$accepted" <<'E'
EHLO 250 x
E
for code in 500 502 504 501 550 451; do
	row "EHLO $code: HELO" "$accepted" <<E
EHLO $code what
E
	wire "EHLO $code: the conversation" 'EHLO test.example\r\nHELO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<r@far.example>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n'
done
row 'neither EHLO nor HELO' "ZConnected to 127.0.0.1 but my name was rejected.${said}550 nor that\n\0" <<'E'
EHLO 502 what
HELO 550 nor that
E
row 'EHLO 421' "ZConnected to 127.0.0.1 but my name was rejected.${said}421 busy\n\0" <<'E'
EHLO 421 busy
E
row 'nonsense for EHLO' "ZConnected to 127.0.0.1 but my name was rejected.${said}what\n\0" <<'E'
EHLO what
E
wire 'nonsense for EHLO: no more is said' 'EHLO test.example\r\nQUIT\r\n'
row 'hangs up when it hears EHLO' "$accepted" <<'E'
EHLO !close
E
wire 'hangs up: the second connection' 'HELO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<r@far.example>\r\nDATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n' 2
row 'hangs up either way' "$died" <<'E'
EHLO !close
HELO !reset
E

# ---- refusals: spec: protocols.md 3.2 ----

both 'MAIL 4xx' "ZConnected to 127.0.0.1 but sender was rejected.${said}450 later\n\0" <<'E'
MAIL 450 later
RCPT 503 no sender
DATA 503 no recipient
E
wire 'MAIL refused: in step, so QUIT' "${envelope}QUIT\r\n"
both 'MAIL 5xx, DATA accepted' "DConnected to 127.0.0.1 but sender was rejected.${said}550 no\n\0" <<'E'
MAIL 550 no
E
wire 'MAIL refused, DATA accepted: no text, no dot' "$envelope"
both 'MAIL 300 is success' "$accepted" <<'E'
MAIL 300 odd
E
both 'RCPT: each kind of answer' "h127.0.0.1 does not like recipient.${said}550 no\n\0r\0s127.0.0.1 does not like recipient.${said}450 busy\n\0r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0" a@far b@far c@far d@far <<'E'
RCPT 550 no
RCPT 250 yes
RCPT 450 busy
RCPT 399 hm
E
both 'all recipients refused' "h127.0.0.1 does not like recipient.${said}550 no\n\0s127.0.0.1 does not like recipient.${said}450 no\n\0DGiving up on 127.0.0.1.\n\0" a@far b@far <<'E'
RCPT 550 no
RCPT 450 no
DATA 554 no valid recipients
E
wire 'all refused: in step, so QUIT' 'EHLO test.example\r\nMAIL FROM:<s@x.example>\r\nRCPT TO:<a@far>\r\nRCPT TO:<b@far>\r\nDATA\r\nQUIT\r\n'
both 'all recipients refused, DATA accepted' "h127.0.0.1 does not like recipient.${said}550 no\n\0DGiving up on 127.0.0.1.\n\0" <<'E'
RCPT 550 no
E
wire 'all refused, DATA accepted: no text, no dot' "$envelope"
both 'all recipients refused, DATA never answered' "h127.0.0.1 does not like recipient.${said}550 no\n\0DGiving up on 127.0.0.1.\n\0" <<'E'
RCPT 550 no
DATA !close
E
both 'DATA 4xx' "r\0Z127.0.0.1 failed on DATA command.${said}451 no\n\0" <<'E'
DATA 451 no
E
both 'DATA 5xx' "r\0D127.0.0.1 failed on DATA command.${said}554 no\n\0" <<'E'
DATA 554 no
E
both 'final 4xx' "r\0Z127.0.0.1 failed after I sent the message.${said}451 no\n\0" <<'E'
text 451 no
E
both 'final 5xx' "r\0D127.0.0.1 failed after I sent the message.${said}554-spam\n554 really\n\0" <<'E'
text 554-spam\r\n554 really
E

# ---- the connection dies ----

both 'closed after MAIL' "$died" <<'E'
MAIL !close
E
both 'closed at the second RCPT' "r\0$died" a@far b@far <<'E'
RCPT 250 ok
RCPT !close
E
both 'closed at DATA' "r\0$died" <<'E'
DATA !close
E
both 'closed after the final dot' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
text !close
E
both 'reset after the final dot' 'r\0ZConnected to 127.0.0.1 but connection died. Possible duplicate! (#4.4.2)\n\0' <<'E'
text !reset
E

# ---- out of step: nobody may be told yes by the answer to something else ----

row 'one reply too many: DATA seems answered' "r\0$died" <<'E'
RCPT 250 ok\r\n250 ok
E
row 'two replies too many' "r\0$died" <<'E'
MAIL 250 ok\r\n250 ok\r\n250 ok
E
row 'two replies to DATA' "r\0$died" <<'E'
DATA 354 go\r\n250 ok queued
E
row '250 to DATA' "r\0$died" <<'E'
DATA 250 ok
E
both 'an empty line is no success' "ZConnected to 127.0.0.1 but sender was rejected.${said}\n\0" <<'E'
MAIL !raw \r\n
E

# ---- many recipients ----

many=$(awk 'BEGIN { for (i = 1; i <= 120; i++) print "r" i "@far" }')
want=$(awk -v said='\\nRemote host said: ' 'BEGIN { for (i = 1; i <= 120; i++) printf "%s", i == 60 ? "h127.0.0.1 does not like recipient." said "550 no\\n\\0" : "r\\0" }')
# shellcheck disable=SC2086 # a list
row '120 recipients, the 60th refused' "${want}K127.0.0.1 accepted message.${said}250 ok queued\n\0" $many <<'E'
RCPT=<r60@ 550 no
E
# shellcheck disable=SC2086 # a list
rcpts=$(printf 'RCPT TO:<%s>\\r\\n' $many)
wire '120 recipients in order' "EHLO test.example\r\nMAIL FROM:<s@x.example>\r\n${rcpts}DATA\r\nSubject: hi\r\n\r\nhello\r\n.\r\nQUIT\r\n"
remote far.example s@x.example a@far "b@far
RSET" c@far
records 'one of three is ours to refuse' "r\0hSorry, that address contains control bytes. (#5.1.3)\n\0r\0K127.0.0.1 accepted message.${said}250 ok queued\n\0"

# ---- hostile servers ----

# short, but long enough for what is to go well
echo 3 > "$H/control/timeoutremote"
both 'endless reply' "$died" <<'E'
MAIL !endless 250-more
E
row 'silence' "$died" <<'E'
MAIL !silent
RCPT !silent
DATA !silent
E
row 'one byte now and then' "$died" <<'E'
MAIL !endlessdrip 300 250-more
E
row 'silence for EHLO' "$died" <<'E'
EHLO !silent
E
done_testing
