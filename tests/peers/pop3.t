#!/bin/sh
# fetchmail, getmail6, mpop, curl and mutt fetch by POP3, byte for byte.
. tests/lib.sh
. tests/peers/peers.sh
need curl fetchmail getmail mpop mutt script
new_home
AUTHDELAY=0
export AUTHDELAY
if [ "$ROOT" = yes ]; then user=joe; else user=$(id -u):$(id -g); fi
A=pat@test.example
J=$T/pat
M=$J/Maildir
mkdir "$T/me"
[ "$ROOT" = no ] || chown joe "$T/me"
# clients look for all their files there, and refuse those of others
export HOME="$T/me" TERM=dumb
unset FETCHMAILHOME XDG_CONFIG_HOME
printf 'pass word!\n' | qmail-account add $A "$user" "$J" 2> "$T/stderr"

# ---- messages that are easy to get wrong
put() { # number; the message is on descriptor 0
	cat > "$T/msg$1"
	cp "$T/msg$1" "$M/new/158000000$1.M$1P1Q1.host.example"
}
head='From: Ann <ann@b.example>
To: pat@test.example
Date: Wed, 1 Jan 2020 00:00:00 +0000
Message-ID: <'
{ echo "${head}1@b.example>"; printf 'Subject: dots\n\n.\n..\n.x\n...y\n \n.\n\n'; } | put 1
{ echo "${head}2@b.example>"; printf 'Subject: bytes\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n\351\377\200 From x\nFrom the start\n\t\n'; } | put 2
{ echo "${head}3@b.example>"; printf 'Subject: empty\n\n'; } | put 3
{ echo "${head}4@b.example>"; printf 'Subject: long\n\n'; head -c 900 /dev/zero | tr '\0' x; echo
awk 'BEGIN { for (i = 0; i < 20000; i++) print ".line " i " of a message that is larger than any buffer" }'; } | put 4
{ echo "${head}5@b.example>"; printf 'Subject: no end\n\nno line end'; } | put 5
echo >> "$T/msg5"	# which no client can tell
find "$M/new" -type f -exec touch -d '2020-01-01' {} +
[ "$ROOT" = no ] || chown -R joe "$M"
n=5

NOAPOP=1 background tcpserver -1 -HRl0 127.0.0.1 0 qmail-popup test.example \
    checkaccount qmail-pop3d Maildir > "$T/port" 2> "$T/server"
ok 'the server listens' await 60 test -s "$T/port"
port=$(head -n 1 "$T/port")

# each message of FOLDER is one of ours; all are there
compare() { # NAME FOLDER
	missing=
	for i in 1 2 3 4 5; do
		f=$(grep -rl "^Message-ID: <$i@b.example>" "$2" | head -n 1)
		[ -n "$f" ] && tr -d '\r' < "$f" | cmp -s - "$T/msg$i" || missing="$missing $i"
	done
	is "$1: all are the same" "$missing" ''
	[ -z "$missing" ] || for i in $missing; do
		f=$(grep -rl "^Message-ID: <$i@b.example>" "$2" | head -n 1)
		note "message $i: $(tr -d '\r' < "$f" | cmp - "$T/msg$i" 2>&1)"
	done
	is "$1: no more" "$(find "$2" -type f | wc -l)" $n
}

# ---- curl: the very bytes
fetch() { curl -sS --max-time 120 -u "$A:pass word!" "$@"; }
crlf() { sed 's/$/\r/' "$T/msg$1" > "$T/want"; }
for i in 1 2 3 4 5; do
	ok "curl: message $i" fetch "pop3://127.0.0.1:$port/$i" -o "$T/got"
	crlf $i
	same_file "curl: message $i: its bytes" "$T/got" "$T/want"
done
fetch "pop3://127.0.0.1:$port/" > "$T/list"
is 'curl: LIST' "$(grep -c . "$T/list")" $n
fetch -X UIDL "pop3://127.0.0.1:$port/" > "$T/list"
like 'curl: UIDL' "$(cat "$T/list")" '^4 1580000004.M4P1Q1.host.example'
fetch --login-options AUTH=PLAIN "pop3://127.0.0.1:$port/3" > "$T/got"
crlf 3
same_file 'curl: AUTH PLAIN' "$T/got" "$T/want"
exits 67 'curl: a wrong password' curl -sS -u "$A:no" "pop3://127.0.0.1:$port/1"
ok 'nothing was deleted' await 60 sh -c '[ "$(ls "$1" | wc -l)" -eq "$2" ]' sh "$M/cur" $n

# ---- fetchmail
mkdir "$T/me/fm"
chmod 777 "$T/me/fm"
cat > "$T/me/fetchmailrc" <<END
set invisible
poll 127.0.0.1 service $port protocol pop3 uidl auth password
	user "$A" password "pass word!" keep fetchall norewrite
	mda "cat > $T/me/fm/\$\$" sslproto ""
END
sed -i "s|mda .*|mda \"$T/me/mda\" sslproto \"\"|" "$T/me/fetchmailrc"
printf '#!/bin/sh\ncat > %s/me/fm/$$\n' "$T" > "$T/me/mda"
chmod 755 "$T/me/mda"
chmod 600 "$T/me/fetchmailrc"
[ "$ROOT" = no ] || chown joe "$T/me/fetchmailrc"
ok 'fetchmail' as joe fetchmail -f "$T/me/fetchmailrc" -i "$T/me/ids" --pidfile "$T/me/pid"
compare 'fetchmail' "$T/me/fm"
exits 1 'fetchmail: nothing new the second time' sh -c \
    "sed 's/fetchall//' '$T/me/fetchmailrc' > '$T/me/rc2'; chmod 600 '$T/me/rc2'
    $([ "$ROOT" = no ] || echo "chown joe '$T/me/rc2'; '$OUT/bin/setuidgid' joe") \
    fetchmail -f '$T/me/rc2' -i '$T/me/ids' --pidfile '$T/me/pid'"

# ---- getmail6
for d in gm mp mu; do as joe maildirmake "$T/me/$d"; done
as joe mkdir -p "$T/me/.getmail"
cat > "$T/me/getmailrc" <<END
[retriever]
type = SimplePOP3Retriever
server = 127.0.0.1
port = $port
username = $A
password = pass word!
timeout = 20
[destination]
type = Maildir
path = $T/me/gm/
[options]
delivered_to = false
received = false
read_all = false
delete = false
END
get() { as joe getmail --getmaildir "$T/me/.getmail" --rcfile "$T/me/getmailrc"; }
# it looks for the end of its child only after fork(2), and on a busy machine may
# miss it: then it waits for its timeout, and all is done once more
get_all() {
	for try in 1 2 3 4 5 6 7 8; do
		get > "$T/getmail" 2>&1 && return 0
		grep -q 'waiting child pid [0-9]* timed out' "$T/getmail" || break
		rm -f "$T"/me/gm/*/* "$T"/me/.getmail/*
	done
	cat "$T/getmail" >&2
	return 1
}
ok 'getmail' get_all
# it puts a line of its own before each message
sed -i '1{/^Return-Path: <unknown>$/d}' "$T"/me/gm/new/*
compare 'getmail' "$T/me/gm"
ok 'getmail: again' get
is 'getmail: UIDL tells what it has' "$(find "$T/me/gm" -type f | wc -l)" $n

# ---- mpop
cat > "$T/me/mpoprc" <<END
account test
host 127.0.0.1
port $port
user $A
password pass word!
tls off
auth plain
keep on
received_header off
delivery maildir $T/me/mp
uidls_file $T/me/uidls
END
chmod 600 "$T/me/mpoprc"
[ "$ROOT" = no ] || chown joe "$T/me/mpoprc"
ok 'mpop, AUTH PLAIN, pipelining' as joe mpop -q -C "$T/me/mpoprc" test
compare 'mpop' "$T/me/mp"
like 'mpop: what the server can do' "$(as joe mpop -C "$T/me/mpoprc" --serverinfo test 2>&1)" PIPELINING

# ---- mutt
cat > "$T/me/muttrc" <<END
set pop_user="$A" pop_pass="pass word!" mbox_type=Maildir folder="$T/me"
set confirmappend=no confirmcreate=no header_cache="" message_cachedir=""
set quit=yes delete=no move=no beep=no pop_checkinterval=0 wait_key=no
set ssl_starttls=no ssl_force_tls=no copy=no mark_old=no pop_authenticators="user"
END
cat > "$T/me/mutt" <<END
#!/bin/sh
exec mutt -F "$T/me/muttrc" -f "pop://127.0.0.1:$port/" -e \
    'push "<tag-pattern>~A<enter><tag-prefix><copy-message>=mu<enter><quit>"'
END
chmod 755 "$T/me/mutt"
ok 'mutt, on a terminal' as joe timeout 120 script -qec "$T/me/mutt" "$T/me/typescript"
# it adds fields of its own at the end of the header
sed -i '1,/^$/{/^\(Status\|Content-Length\|Lines\): /d}' "$T"/me/mu/*/*
compare 'mutt' "$T/me/mu"
is 'all is still there' "$(find "$M/new" "$M/cur" -type f | wc -l)" $n

# ---- APOP, for an account that keeps its password in the clear
printf 'pass word!\n' | qmail-account -c passwd $A
background tcpserver -1 -HRl0 127.0.0.1 0 qmail-popup test.example \
    checkaccount qmail-pop3d Maildir > "$T/port" 2> "$T/apop"
ok 'a server with APOP' await 60 test -s "$T/port"
apop=$(head -n 1 "$T/port")
crlf 3
fetch --login-options AUTH=+APOP "pop3://127.0.0.1:$apop/3" > "$T/got"
same_file 'curl: APOP' "$T/got" "$T/want"
exits 67 'curl: APOP with a wrong password' curl -sS -u "$A:no" \
    --login-options AUTH=+APOP "pop3://127.0.0.1:$apop/3"
sed -e "s/^port .*/port $apop/" -e 's/^auth .*/auth apop/' \
    -e 's/mp$/ma/' -e 's/uidls$/uidls2/' "$T/me/mpoprc" > "$T/me/apoprc"
chmod 600 "$T/me/apoprc"
[ "$ROOT" = no ] || chown joe "$T/me/apoprc"
as joe maildirmake "$T/me/ma"
ok 'mpop: APOP' as joe mpop -q -C "$T/me/apoprc" test
compare 'mpop: APOP' "$T/me/ma"
# written when the session is over: mpop does not wait for that
await 60 sh -c '[ "$(grep -c " auth ok " "$1")" -eq 2 ]' sh "$T/apop"
is 'by APOP indeed' "$(sed -n 's/.* auth \([a-z]*\) .* mech=\([a-z]*\) .*/\1 \2/p' "$T/apop" | sort | uniq -c | tr -s ' ')" \
    ' 1 fail apop
 2 ok apop'

# ---- and at last one that deletes
ok 'mpop, not keeping' as joe mpop -q -C "$T/me/mpoprc" --keep=off --only-new=off test
ok 'then the maildir is empty' await 60 sh -c '[ -z "$(find "$1/new" "$1/cur" -type f)" ]' sh "$M"
unlike 'the server had nothing to complain of' "$(cat "$T/server")" 'warning|fatal|alert|auth error'
done_testing
