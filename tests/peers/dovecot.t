#!/bin/sh
# Dovecot's IMAP and POP3 on the maildirs that qmail-pop3d serves, with our
# accounts as its password database.
. tests/lib.sh
. tests/peers/peers.sh
need_root 'Dovecot has users of its own'
need dovecot curl
new_home
AUTHDELAY=0
export AUTHDELAY
A=pat@test.example
J=$T/pat
M=$J/Maildir
printf 'secret\n' | qmail-account add $A joe "$J" 2> "$T/stderr"

message() { # file text
	{ printf 'From: a@b.example\nSubject: %s\n\n' "$2"; echo "body of $2"; } > "$M/$1"
	touch -d "@158000000$3" "$M/$1"
	chown joe "$M/$1"
}
message new/1580000001.M1P1Q1.host.example one 1
message new/1580000002.M2P1Q1.host.example,S=44 two 2
message 'cur/1580000003.M3P1Q1.host.example:2,S' three 3

mkdir "$T/dove" "$T/dove/state"
cat > "$T/dove/conf" <<END
protocols = imap pop3
listen = 127.0.0.1
base_dir = $T/dove/run
state_dir = $T/dove/state
log_path = $T/dove/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
first_valid_uid = 1
pop3_uidl_format = %f
pop3_no_flag_updates = yes
passdb {
  driver = checkpassword
  args = $H/bin/checkaccount -d
}
userdb {
  driver = prefetch
}
service auth {
  user = root
}
service imap-login {
  inet_listener imaps {
    port = 0
  }
}
service pop3-login {
  inet_listener pop3 {
    port = 1110
  }
  inet_listener pop3s {
    port = 0
  }
}
END
# the sanitizers take terabytes of addresses, and their options
[ -z "${ASAN_OPTIONS-}" ] || cat >> "$T/dove/conf" <<END
default_vsz_limit = 0
import_environment = TZ ASAN_OPTIONS
END
: > "$T/dove/log"
chmod 666 "$T/dove/log"
background dovecot -F -c "$T/dove/conf"
NOAPOP=1 background tcpserver -1 -HRl0 127.0.0.1 110 qmail-popup test.example \
    checkaccount qmail-pop3d Maildir > "$T/port" 2> "$T/server"
ok 'our server listens' await 60 test -s "$T/port"
imap() { curl -sS --max-time 120 -u "$A:secret" "$@"; }
up() { await 60 sh -c "curl -s --max-time 20 -u '$A:secret' '$1' > '$T/trash' 2>&1"; }
if ! up imap://127.0.0.1/ || ! up pop3://127.0.0.1:1110/; then
	note "$(tail -n 5 "$T/dove/log")"
	result 'not ok' 'Dovecot takes our accounts'
	done_testing
fi
result ok 'Dovecot takes our accounts'
# ---- the same messages, the same identities
uidl() { imap -X UIDL "pop3://127.0.0.1:$1/" | tr -d '\r'; }
is 'three messages by UIDL' "$(uidl 110)" '1 1580000001.M1P1Q1.host.example
2 1580000002.M2P1Q1.host.example,S=44
3 1580000003.M3P1Q1.host.example'
is "Dovecot's POP3 gives the same, with pop3_uidl_format = %f" "$(uidl 1110)" "$(uidl 110)"
for n in 1 2 3; do
	imap "pop3://127.0.0.1:110/$n" > "$T/ours"
	imap "pop3://127.0.0.1:1110/$n" > "$T/theirs"
	same_file "message $n is the same" "$T/ours" "$T/theirs"
done
files() { (cd "$M" && ls new cur | tr '\n' ' '); }
is 'our QUIT moved what was new, and kept flags' "$(files)" \
    'cur: 1580000001.M1P1Q1.host.example:2, 1580000002.M2P1Q1.host.example,S=44:2, 1580000003.M3P1Q1.host.example:2,S  new: '

# ---- IMAP while a POP3 session is open
mkfifo "$T/in"
(cd "$J" && as joe qmail-pop3d Maildir < "$T/in" > "$T/wire" 2> "$T/stderr") &
last_pid=$!
started="$started $last_pid"
exec 7> "$T/in"
ok 'a session is open' await 60 test -s "$T/wire"
imap -X 'STORE 1 +FLAGS (\Answered \Seen)' 'imap://127.0.0.1/INBOX' > "$T/trash"
imap -X 'STORE 2 +FLAGS (\Flagged)' 'imap://127.0.0.1/INBOX' > "$T/trash"
ok 'IMAP sets flags: a new file name' await 60 test -e \
    "$M/cur/1580000001.M1P1Q1.host.example:2,RS"
await 60 sh -c "! test -e '$M/cur/1580000002.M2P1Q1.host.example,S=44:2,'"	# :2,F now
printf 'RETR 1\r\nDELE 2\r\nQUIT\r\n' >&7
exec 7>&-
wait "$last_pid"
is 'the session still has them' "$(tr -d '\r' < "$T/wire" | grep -v '^$')" '+OK 
+OK 
From: a@b.example
Subject: one
body of one
.
+OK 
+OK '
is 'deleted is deleted, flags are kept' "$(files)" \
    'cur: 1580000001.M1P1Q1.host.example:2,RS 1580000003.M3P1Q1.host.example:2,S  new: '
is 'IMAP sees two' "$(imap -X 'STATUS INBOX (MESSAGES)' imap://127.0.0.1/ | tr -d '\r')" \
    '* STATUS INBOX (MESSAGES 2)'

# ---- folders and messages of IMAP
imap -X 'CREATE Archive' imap://127.0.0.1/ > "$T/trash"
imap -X 'MOVE 2 Archive' imap://127.0.0.1/INBOX > "$T/trash"
ok 'IMAP moves a message to a folder' await 60 sh -c "ls '$M/.Archive/cur' | grep -q ."
is 'it is not served' "$(uidl 110)" '1 1580000001.M1P1Q1.host.example'
printf 'From: a@b.example\r\nSubject: four\r\n\r\nbody of four\r\n' > "$T/four"
imap -T "$T/four" imap://127.0.0.1/INBOX > "$T/trash"
ok 'IMAP adds one: POP3 has it a second later' await 60 sh -c \
    "curl -s -u '$A:secret' -X UIDL pop3://127.0.0.1:110/ | grep -q '^2 '"
like 'its name tells the size' "$(uidl 110)" '^2 [^ ]*,S=46,W=50$'
file=$(find "$M/cur" "$M/new" -name '*,W=*')
is 'and the size is right' "$(imap pop3://127.0.0.1:110/ | tr -d '\r' | sed -n 2p)" \
    "2 $(wc -c < "$file")"
is 'Dovecot has the same identities' "$(uidl 1110)" "$(uidl 110)"
imap "pop3://127.0.0.1:110/2" > "$T/ours"
same_file 'and the message is as it came' "$T/ours" "$T/four"
exits 67 'and no other passwords' curl -sS -u "$A:wrong" imap://127.0.0.1/
# by another process of Dovecot, after the answer
ok 'checkaccount says why, in its log' await 60 \
    grep -q "refused user=$A ip=.*: wrong password" "$T/dove/log"
# how long its own processes take to start is no complaint of us
unlike 'no complaints' "$(grep -v -e 'auth: Error: checkaccount: info: refused' \
    -e 'Auth process not responding, delayed sending' "$T/dove/log")" \
    '(Error|Fatal|Panic|Warning): '
done_testing
