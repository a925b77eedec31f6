# system.t: the main job from end to end, under svscan: mail by sendmail and
# by SMTP, to Maildir, mbox, program and forward, bounced, fetched by POP3.
. tests/lib.sh
. tests/system.sh
start_system

smtp() { # sender recipient file: one message by SMTP; prints the replies
	{ printf 'HELO test\r\nMAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nDATA\r\n' "$1" "$2"
	sed -e 's/^\./../' -e "s/\$/$(printf '\r')/" "$3"
	printf '.\r\nQUIT\r\n'
	} > "$T/session"
	tcpclient -RHl0 127.0.0.1 "$SMTP" sh -c 'cat >&7 < "$1"; cat <&6' sh "$T/session"
}
cat > "$T/fetch" <<'EOT'
cr=$(printf '\r')
line() { IFS= read -r reply <&6 || exit 1; reply=${reply%"$cr"}; }
said() { printf '%s\r\n' "$1" >&7; line; case $reply in +OK*) ;; *) exit 1 ;; esac; }
line
said "USER $1"; said "PASS $2"; said "RETR $3"
while line; [ "$reply" != . ]; do printf '%s\n' "${reply#.}"; done
[ -n "${4-}" ] && said "DELE $3"
said QUIT
EOT
fetch() { tcpclient -RHl0 127.0.0.1 "$POP" sh "$T/fetch" "$@"; }
arrived() { await 60 sh -c "grep -rqs '$2' '$1'"; }

printf 'From: ann@test.example\nTo: joe@test.example\nSubject: injected\n\nhi\n.\n..x\nFrom me\n' |
	sendmail -t -f ann@test.example
ok 'sendmail to a Maildir arrives' arrived "$T/joe/Maildir/new" 'Subject: injected'

printf 'Subject: smtp one\n\n.dots\n..two\n\nend\n' > "$T/m1"
like 'SMTP takes a message' "$(smtp far@else.example ann@test.example "$T/m1")" '^250 ok [0-9]+ qp [0-9]+'
ok 'SMTP to a Maildir arrives' arrived "$T/ann/Maildir/new" 'Subject: smtp one'
file=$(grep -rl 'Subject: smtp one' "$T/ann/Maildir/new")
sed -n '/^Subject: smtp one/,$p' "$file" > "$T/stored"
same_file 'byte for byte what was sent' "$T/stored" "$T/m1"
shown "$file"
fetch ann 'password of ann' 1 | sed '/^$/q;d' > /dev/null
fetch ann 'password of ann' 1 > "$T/fetched"
sed '$d' "$T/fetched" > "$T/fetched.cut"
cat "$T/ann/Maildir"/*/* > "$T/in-maildir"
if cmp -s "$T/fetched" "$T/in-maildir"; then cp "$T/fetched" "$T/fetched.cut"; fi
same_file 'POP3 shows the stored bytes' "$T/fetched.cut" "$T/in-maildir"

echo './Mail' > "$T/joe/.qmail-mbox"
echo "|cat > program.out" > "$T/joe/.qmail-prog"
echo '&ann@test.example' > "$T/joe/.qmail-fwd"
for f in mbox prog fwd; do
	chmod 644 "$T/joe/.qmail-$f"
	echo "Subject: to $f" | sendmail -f ann@test.example "joe-$f@test.example"
done
ok 'an mbox gets it' arrived "$T/joe/Mail" 'Subject: to mbox'
ok 'a program gets it' arrived "$T/joe/program.out" 'Subject: to prog'
ok 'a forward goes on' arrived "$T/ann/Maildir/new" 'Subject: to fwd'

echo 'Subject: nobody home' | sendmail -f joe@test.example nobody-here@test.example
ok 'no mailbox: it bounces to the sender' arrived "$T/joe/Maildir/new" 'Sorry, no mailbox here by that name'
ok 'the queue ends empty' await 60 sh -c "qmail-qstat | grep -qx 'messages in queue: 0'"

# what is queued while qmail-send is told to stop, and stopped, is delivered
flood -p 10 -n 1000 300 '' joe@test.example "$H/bin/qmail-queue" > "$T/acks" &
flooder=$!
for i in 1 2 3; do restart_send; done
wait $flooder
is 'all of the flood was acknowledged' "$(wc -l < "$T/acks" | tr -d ' ')" 300
ok 'the flood is delivered' await 120 sh -c "qmail-qstat | grep -qx 'messages in queue: 0'"
mkdir "$T/flooded" "$T/flooded/new" "$T/flooded/cur"
grep -rl '^X-Number' "$T/joe/Maildir/new" | while read -r f; do cp "$f" "$T/flooded/new/"; done
ok 'svc -t of qmail-send during a flood loses nothing' mailcheck "$T/flooded" "$T/acks"
note "$(cat "$T/stdout")"

if [ "$ROOT" = yes ]; then
	owners=$(ps -eo user:20,args | grep -v grep)
	for pair in 'root qmail-lspawn' 'qmailr qmail-rspawn' 'qmailq qmail-clean' \
	    'qmails qmail-send' 'qmaild tcpserver' 'qmaill multilog'; do
		like "${pair#* } runs as ${pair% *}" "$owners" "^${pair% *} +.*${pair#* }"
	done
fi
stop_system
like 'qmail-send left cleanly' "$(send_log | tail -n 1)" '^status: exiting$'
done_testing
