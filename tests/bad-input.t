#!/bin/sh
# bad-input.t: a running system and input that nobody means well with: the
# contract's deferral or bounce, a log line to understand, and all other mail
# goes on.
. tests/lib.sh
. tests/system.sh
start_system
printf 'remote.example:127.0.0.1:1\n' > "$H/control/smtproutes"
alias=$(set -- $ACCOUNTS; echo "$1")
post() { # SUBJECT RECIPIENT [SENDER]
	printf 'Subject: %s\n\ntext\n' "$1" | sendmail -f "${3-ann@test.example}" "$2"
}
qmail() { # FILE LINE...: of joe
	printf '%s\n' "$@" | sed 1d > "$T/joe/.qmail$1"
	chmod 644 "$T/joe/.qmail$1"
}
said() { # NAME ERE
	ok "$1" await 60 sh -c "cat '$H'/run/qmail-send/log/main/* | grep -Eq '$2'"
}
others=0
goes_on() { # mail to ann arrives meanwhile
	others=$((others + 1))
	post "other $others" ann@test.example
	ok "$1: other mail goes on" await 60 sh -c \
	    "grep -qs '^Subject: other $others\$' '$T'/ann/Maildir/new/*"
}
again() { svc -a "$H/run/qmail-send"; }	# SIGALRM: all of it now

# --- users/cdb
cp "$H/users/cdb" "$T/cdb"
printf 'this is no cdb' > "$H/users/cdb"
post cdb joe@test.example
said 'a corrupt users/cdb: deferral' \
    'deferral: Trouble_reading_users/cdb_in_qmail-lspawn\./$'
post away far@remote.example
said 'a corrupt users/cdb: remote mail goes on' \
    "deferral: Sorry,_I_wasn.t_able_to_establish"
cp "$T/cdb" "$H/users/cdb.new" && mv "$H/users/cdb.new" "$H/users/cdb"
again
ok 'a corrupt users/cdb, repaired: delivered' await 60 grep -rqs '^Subject: cdb$' "$T/joe/Maildir/new"
goes_on 'a corrupt users/cdb'

# --- forwards in a circle, over two addresses
qmail -a joe-b@test.example
qmail -b '&joe-a@test.example'
post circle joe-a@test.example
said 'a circle of forwards ends' \
    'failure: This_message_is_looping:_it_already_has_my_Delivered-To_line\._\(#5\.4\.6\)/$'
ok 'with a bounce' await 60 grep -rqs '^<joe-a@test.example>:$' "$T/ann/Maildir/new"
# each round under another name: ended by the count of lines
cat > "$T/joe/.qmail-r-default" <<'END'
|forward "joe-r-x$DEFAULT@$HOST"
END
chmod 644 "$T/joe/.qmail-r-default"
post growing joe-r-0@test.example
ok 'a circle with new names ends too' await 300 sh -c \
    "grep -rqs 'looping: it has too many Received and Delivered-To lines' '$T/ann/Maildir/new'"
goes_on 'circles'

# --- .qmail files
truncate -s 1G "$T/joe/.qmail-huge"
chmod 644 "$T/joe/.qmail-huge"
post huge joe-huge@test.example
said 'a .qmail of 1 GB' 'deferral: Unable_to_read_\.qmail-huge:_file_too_large\._\(#4\.3\.0\)/$'
goes_on 'big .qmail files'
# done with them
rm -f "$T/joe/.qmail-huge"
echo '#' > "$T/joe/.qmail-huge"
chmod 644 "$T/joe/.qmail-huge"

# --- control files
line=$(head -c 1000000 /dev/zero | tr '\0' x)
{ printf '%s\r\n' crlf.example; printf 'nul.example\0rest\n'; echo "$line"
echo test.example; printf 'last.example'; } > "$H/control/locals"
{ printf '%s:joe\r\n' crlf2.example; echo "$line:joe"; echo ":$line"
printf 'virt.example:joe'; } | sed '/^:/d' > "$H/control/virtualdomains"
restart_send
goes_on 'control files with CR LF, NUL, lines of 1 MB, no last LF'
post last joe@last.example
ok 'the last line counts without its LF' await 60 grep -rqs '^Subject: last$' "$T/joe/Maildir/new"
post nul joe@nul.example
ok 'a line ends at its NUL' await 60 grep -rqs '^Subject: nul$' "$T/joe/Maildir/new"
qmail -box ./Maildir/
post virt box@virt.example
ok 'so does the last one of a map' await 60 grep -rqs '^Subject: virt$' "$T/joe/Maildir/new"
post cr joe@crlf.example
said 'a CR counts, as ever' 'starting delivery [0-9]*: msg [0-9]* to remote joe@crlf\.example$'
exits 1 'qmail-showctl finds them' qmail-showctl -c
like 'and says which' "$(cat "$T/stdout")" '^warning: control/locals: (a line ends in CR|contains NUL)'
for f in me defaulthost defaultdomain idhost; do
	cp "$H/control/$f" "$T/saved.$f" 2> "$T/none"
	printf '%s\r\nmore' "$line" > "$H/control/$f"
done
ok 'qmail-inject with names of 1 MB' sh -c 'echo "To: x@y.z" | qmail-inject -n > "$1"' - "$T/injected"
exits 100 'no such sender is queued' sh -c 'echo "To: x@y.z" | qmail-inject'
like 'its text' "$(cat "$T/stderr" | cut -c 1-80)" '^qmail-inject: fatal: (unable to parse address|envelope address too long)'
for f in me defaulthost defaultdomain idhost; do
	if [ -f "$T/saved.$f" ]; then cp "$T/saved.$f" "$H/control/$f"; else rm "$H/control/$f"; fi
done

# --- recipients
# spec: programs.md 18.2
exits 100 'sendmail: a recipient with LF' sh -c 'echo x | sendmail "a
b@test.example"'
like 'its text' "$(cat "$T/stderr")" '^qmail-inject: fatal: unable to parse address: a\?b@test\.example$'
long=$(head -c 65536 /dev/zero | tr '\0' a)
exits 100 'sendmail: a recipient of 64 KB' sh -c 'echo x | sendmail "$1@test.example"' - "$long"
is 'its text' "$(cat "$T/stderr")" 'qmail-inject: fatal: envelope address too long for qq (#5.1.3)'
raw() { # FORMAT: straight to qmail-queue
	printf 'Subject: raw\n\nx\n' > "$T/raw"
	# shellcheck disable=SC2059
	printf "$1" > "$T/rawenv"
	sh -c 'exec qmail-queue < "$1" 1< "$2"' - "$T/raw" "$T/rawenv"
}
exits 31 'qmail-queue: a recipient with LF' raw 'Fs@x\0Ta\nb@test.example\0\0'
exits 91 'qmail-queue: a recipient with NUL' raw 'Fs@x\0Tann@test.example\0.x\0\0'
exits 11 'qmail-queue: a recipient of 64 KB' raw "Fs@x\\0T$long@test.example\\0\\0"
exits 0 'SMTP: LF, NUL and 64 KB' sh -c '{ printf "MAIL FROM:<s@x>\r\nRCPT TO:<a\nb@test.example>\r\n"
printf "RCPT TO:<a\0b@test.example>\r\nRCPT TO:<%s@test.example>\r\nQUIT\r\n" "$1"; } |
    env TCPREMOTEIP=192.0.2.1 PROTO=TCP qmail-smtpd > "$2" < /dev/stdin' - "$long" "$T/smtp"
# LF ends a command, so the first is for `a`
is 'SMTP: none of them is taken' "$(tr -d '\r' < "$T/smtp" | sed 1,2d | cut -c 1-3 | tr '\n' ' ')" '250 502 555 500 221 '
# a queue program that is not ours let such an address in
plant() { # RECIPIENT-FORMAT: a message as stock's qmail-queue leaves it
	printf 'Received: (qmail 1 by stock)\nSubject: planted\n\nx\n' > "$H/queue/mess/planted"
	N=$(stat -c %i "$H/queue/mess/planted")
	mv "$H/queue/mess/planted" "$H/queue/mess/$((N % 23))/$N"
	# shellcheck disable=SC2059
	printf "u1\\0p2\\0Fann@test.example\\0T$1\\0" > "$H/queue/intd/$N"
	if [ "$ROOT" = yes ]; then chown qmailq "$H/queue/mess/$((N % 23))/$N" "$H/queue/intd/$N"; fi
	chmod 644 "$H/queue/mess/$((N % 23))/$N" "$H/queue/intd/$N"
	ln "$H/queue/intd/$N" "$H/queue/todo/$N"
	printf '\0' > "$H/queue/lock/trigger"
}
plant 'joe\nx@test.example'
said 'a planted LF: local: bounces' 'failure: Sorry,_address_has_control_characters\._\(#5\.1\.3\)/$'
plant 'far\r\nDATA@remote.example'
said 'a planted CR LF: never on the wire' 'to remote far_/DATA@remote\.example$'
said 'it bounces too' 'delivery [0-9]*: failure: Sorry,_address_has_control_characters\._\(#5\.1\.3\)/$'
plant "$long$long@remote.example"
said 'a planted one of 128 KB is damage, and stays' "^@[^ ]* warning: trouble reading todo/$N\$"
rm -f "$H/queue/todo/$N" "$H/queue/intd/$N"
goes_on 'odd recipients'

# --- header fields of 10 MB, through SMTP, the queue, qmail-local, a forward
qmail -big ./Maildir/ '&ann@test.example'
{ printf 'MAIL FROM:<far@x.example>\r\nRCPT TO:<joe-big@test.example>\r\nDATA\r\nSubject: big '
head -c 10000000 /dev/zero | tr '\0' s
printf '\r\nX-Folded: a\r\n'
awk 'BEGIN { for (i = 0; i < 100000; i++) printf " %099d\r\n", i }'
printf '\r\nbody\r\n.\r\nQUIT\r\n'; } > "$T/session"
env TCPREMOTEIP=192.0.2.1 PROTO=TCP qmail-smtpd < "$T/session" > "$T/smtp"
like 'fields of 10 MB: taken' "$(tr -d '\r' < "$T/smtp")" '^250 ok [0-9]+ qp'
for u in joe ann; do
	ok "fields of 10 MB: $u has them" await 60 sh -c "grep -lqs '^Subject: big s' '$T/$u'/Maildir/new/*"
	is "fields of 10 MB: $u has all" "$(cat "$(grep -ls '^Subject: big s' "$T/$u"/Maildir/new/*)" | sed -n '/^Subject: big/,$p' | wc -c)" \
	    $((13 + 10000000 + 1 + 12 + 100000 * 101 + 1 + 5))
done
goes_on 'fields of 10 MB'

# --- homes that are missing, or hang
assign_add "=lost:$ME:$(id -u "$ME"):$(id -g "$ME"):$T/nowhere:::"
post lost lost@test.example
said 'a missing home' "deferral: Unable_to_switch_to_$T/nowhere:_file_does_not_exist\\._\\(#4\\.3\\.0\\)/\$"
goes_on 'a missing home'
hanging_homes() {
	mkdir "$T/hang"
	assign_add "=stuck:joe:$(id -u joe):$(id -g joe):$T/hang:::"
	# and one that only qmail-getpw knows
	{ cat /etc/passwd; echo "hank:x:64777:64777::$T/hang:/bin/sh"
	echo "gail:x:64778:64778::$T/gail:/bin/sh"; } > "$T/etc/passwd.new"
	mv "$T/etc/passwd.new" "$T/etc/passwd"
	mkdir "$T/gail" && chown 64778 "$T/gail"
	"$OUT/bin/setuidgid" joe true
	"$H/bin/maildirmake" "$T/gail/Maildir" && chown -R 64778 "$T/gail/Maildir"
	hangfs "$T/hang" > "$T/hangs" 2> "$T/hangfs.err" &
	server=$!
	started="$started $server"
	await 60 grep -qs hangs "$T/hangs" || {
		note "no file system that hangs: $(cat "$T/hangfs.err")"
		return
	}
	post stuck stuck@test.example
	post hank hank@test.example
	said 'a home that hangs: the delivery begins' 'to local stuck@'
	said 'a home that hangs, of a system user' 'to local hank@'
	goes_on 'a home that hangs'
	post gail gail@test.example
	ok 'a home that hangs: other system users have their mail' \
	    await 60 grep -rqs '^Subject: gail$' "$T/gail/Maildir/new"
	kill "$server"
	said 'a home that hangs no more' 'deferral: .*(#4|Temporary_failure|NFS_failure)'
	umount -l "$T/hang" 2> "$T/none"
}
[ "$ROOT" = yes ] && hanging_homes
# --- 10,000 forward lines; nobody is at home there, so they are only sorted
awk 'BEGIN { for (i = 0; i < 9999; i++) print "&x" i "@remote.example" }' > "$T/joe/.qmail-many"
echo '&ann@test.example' >> "$T/joe/.qmail-many"
chmod 644 "$T/joe/.qmail-many"
echo 0 > "$H/control/concurrencyremote"
restart_send
post many joe-many@test.example
said '10,000 forward lines' 'success: did_0\+10000\+0/qp_[0-9]*/$'
ok '10,000 forward lines: to the last' await 60 grep -rqs '^Subject: many$' "$T/ann/Maildir/new"
# the message that they are in: its line may come into the log after all this
qp=$(send_log | sed -n 's|.* success: did_0+10000+0/qp_\([0-9]*\)/$|\1|p')
said '10,000 forward lines: one message' "info msg [0-9]*: bytes [0-9]* from <ann@test.example> qp $qp "
n=$(send_log | sed -n "s/^info msg \([0-9]*\): .* from <ann@test.example> qp $qp .*/\1/p")
is '10,000 forward lines: all queued' \
    "$(tr '\0' '\n' < "$H/queue/remote/$((n % 23))/$n" | grep -c '^Tx')" 9999
goes_on '10,000 forward lines'
stop_system
like 'qmail-send left cleanly' "$(send_log | tail -n 1)" '^status: exiting$'
done_testing
