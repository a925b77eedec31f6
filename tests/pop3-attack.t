#!/bin/sh
# The whole POP3 chain against hostile bytes.  (Guesses in thousands:
# tests/faults/dictionary.t.)
. tests/lib.sh
new_home
AUTHDELAY=0
export AUTHDELAY
if [ "$ROOT" = yes ]; then user=joe; else user=$(id -u):$(id -g); fi
for name in pat lee; do
	printf '%s secret\n' $name | qmail-account add $name@test.example "$user" "$T/$name" 2> "$T/stderr"
done
printf 'Subject: hello\n\nbody\n' > "$T/pat/Maildir/new/one"
touch -d '2020-01-01' "$T/pat/Maildir/new/one"
[ "$ROOT" = no ] || chown joe "$T/pat/Maildir/new/one"
background tcpserver -1 -v -HRl0 -c 5 127.0.0.1 0 qmail-popup test.example \
    checkaccount qmail-pop3d Maildir > "$T/port" 2> "$T/log"
server=$last_pid
ok 'the server listens' await 60 test -s "$T/port"
port=$(head -n 1 "$T/port")
talk() { # printf text: one connection's answers, without CRs
	printf '%b' "$1" > "$T/talk.$2"
	tcpclient -HRl0 127.0.0.1 "$port" sh -c "cat '$T/talk.$2' >&7; cat <&6" 2>> "$T/trash" | tr -d '\r'
}
honest() { talk 'USER pat@test.example\r\nPASS pat secret\r\nRETR 1\r\nRSET\r\nQUIT\r\n' honest; }
want='+OK 
+OK 
+OK 
Subject: hello

body
.
+OK 
+OK '
is 'an honest user' "$(honest | sed 1d)" "$want"

is 'one attempt for each connection' \
    "$(talk 'USER lee@test.example\r\nPASS x\r\nUSER lee@test.example\r\nPASS lee secret\r\nQUIT\r\n' two | sed 1d)" \
    '+OK 
-ERR authorization failed'
nok 'the second password of a connection never counts' \
    grep -q 'auth ok user=lee' "$T/log"

# ---- hostile bytes on the whole chain
is 'NUL in a name and in a password' \
    "$(talk 'USER pat\0000@test.example\r\nUSER pat@test.example\r\nPASS pat secret\0000\r\nNOOP\r\nQUIT\r\n' nul | sed 1d)" \
    '-ERR syntax error
+OK 
-ERR syntax error
+OK 
+OK '
{ printf 'USER pat@test.example\r\nPASS '; head -c 1000000 /dev/zero | tr '\0' a
printf '\r\nPASS pat secret\r\nRETR '; head -c 1000000 /dev/zero | tr '\0' 1
printf '\r\nSTAT\r\nQUIT\r\n'; } > "$T/big"
is 'commands of 1 MB, before and after the login' \
    "$(tcpclient -HRl0 127.0.0.1 "$port" sh -c "cat '$T/big' >&7; cat <&6" | tr -d '\r' | sed 1d)" \
    '+OK 
-ERR line too long
+OK 
-ERR line too long
+OK 1 21
+OK '
ok 'the server lives' kill -0 "$server"
is 'and serves' "$(honest | sed 1d)" "$want"
done_testing
