#!/bin/sh
# mutt and bsd-mailx: sending through our sendmail, reading what we delivered.
. tests/lib.sh
. tests/peers/peers.sh
need mutt bsd-mailx
new_home
new_user joe
J=$T/joe
cat > "$T/qq" <<'END'
#!/bin/sh
cat > "$QQ_DIR/message"
tr '\0' '!' <&1 > "$QQ_DIR/envelope"
END
chmod 755 "$T/qq"
mkdir "$T/q"
chmod 777 "$T/q"
export QQ_DIR="$T/q" QMAILQUEUE="$T/qq" HOME="$J" MAILRC="$T/mailrc" TERM=dumb
unset QMAILUSER QMAILHOST QMAILNAME QMAILSUSER QMAILSHOST MAILUSER MAILHOST
unset MAILNAME NAME EMAIL REPLYTO
S=$H/bin/sendmail
field() { sed -n "/^\$/q; s/^$1: //p" "$T/q/message"; }
envelope() { cat "$T/q/envelope"; }
body() { sed '1,/^$/d' "$T/q/message"; }
sent() { # NAME CMD...: runs it and sees that a message came
	sent_name=$1
	shift
	rm -f "$T/q"/*
	ok "$sent_name" "$@"
	await 60 test -s "$T/q/envelope"
}

# spec: programs.md 10
cat > "$T/muttrc" <<END
set sendmail="$S -oem -oi"
set use_envelope_from=yes from="Joe Doe <joe@test.example>" realname="Joe Doe"
set copy=no folder="$J" mbox_type=Maildir header_cache=""
END
printf 'hello\n.\nmore\n' > "$T/text"
sent 'mutt sends' as joe mutt -F "$T/muttrc" -s 'From mutt' \
    -c 'Copy <copy@b.example>' -b 'hidden@c.example' a@b.example < "$T/text"
is 'mutt: envelope' "$(envelope)" \
    'Fjoe@test.example!Ta@b.example!Tcopy@b.example!Thidden@c.example!!'
is 'mutt: To, Cc' "$(field To), $(field Cc)" 'a@b.example, Copy <copy@b.example>'
is 'mutt: no Bcc' "$(field Bcc)" ''
like 'mutt: one From' "$(field From)" '^"?Joe Doe"? <joe@test.example>$'
is 'mutt: one Message-ID, its own' "$(field Message-ID | grep -c .)" 1
is 'mutt: a dot is no end' "$(body | head -n 3)" "$(cat "$T/text")"
printf 'x\n' > "$T/file"
sent 'mutt sends a file' as joe mutt -F "$T/muttrc" -s 'file' -a "$T/file" -- \
    'A B <a@b.example>' 'c@d.example' < "$T/text"
is 'mutt: two recipients' "$(envelope)" \
    'Fjoe@test.example!Ta@b.example!Tc@d.example!!'
like 'mutt: MIME' "$(field Content-Type)" '^multipart/mixed'
exits_bad() { QMAILQUEUE=/bin/false "$@"; }
nok 'mutt is told when nothing can be queued' exits_bad as joe mutt \
    -F "$T/muttrc" -s x a@b.example < "$T/text"

echo "set sendmail=$S" > "$T/mailrc"
export USER=joe LOGNAME=joe
sent 'bsd-mailx sends' as joe bsd-mailx -s 'From mailx' -c copy@b.example \
    -b hidden@c.example a@b.example < "$T/text"
is 'mailx: envelope' "$(envelope | tr '!' '\n' | sed '/^$/d' | sort | tr '\n' ' ')" \
    'Fjoe@test.example Ta@b.example Tcopy@b.example Thidden@c.example '
is 'mailx: Subject, To' "$(field Subject), $(field To)" 'From mailx, a@b.example'
is 'mailx: no Bcc' "$(field Bcc)" ''
is 'mailx: From is ours' "$(field From)" joe@test.example
is 'mailx: body' "$(body | head -n 1)" hello
sent 'bsd-mailx adds a field' as joe bsd-mailx -a 'X-Mine: yes' -s y 'a@b.example' \
    < "$T/text"
is 'mailx: the field' "$(field X-Mine)" yes

# reading: an mbox and a Maildir that qmail-local filled
printf 'From: ann@b.example\nSubject: unread one\nDate: 1 Jan 2026 00:00:00 -0000\n\ntext\nFrom the start\n' > "$T/msg"
as joe maildirmake "$J/Maildir"
for to in ./Maildir/ ./Mailbox ./Mailbox; do
	as joe qmail-local joe "$J" joe '' '' test.example s@x.example "$to" < "$T/msg" > "$T/out" 2>&1
done
as joe sh -c "echo headers | bsd-mailx -n -f '$J/Mailbox'" > "$T/list" 2>&1
like 'mailx: an mbox of two' "$(cat "$T/list")" ': 2 messages'

as joe sh -c "echo 'type 2' | bsd-mailx -n -N -f '$J/Mailbox'" > "$T/shown" 2>&1
like 'mailx: a body line From is quoted' "$(cat "$T/shown")" '^>From the start$'
as joe mutt -F "$T/muttrc" -R -f "$J/Maildir" -e 'push "<quit>"' > "$T/out" 2>&1 < /dev/null
ok 'mutt: leaves the Maildir as it was' sh -c "ls '$J'/Maildir/new | grep -q ."
done_testing
