# relay-service.t: POP before SMTP in the services as they are installed:
# who fetched mail lately may relay, and nobody else.
. tests/lib.sh
. tests/system.sh
start_system
D=$T/relay/allow
mkdir -p "$D"
chmod 700 "$T/relay"
chmod 777 "$D"
for s in qmail-pop3d qmail-smtpd; do
	echo "$D" > "$H/service/$s/env/RELAY_CTRL_DIR"
	echo ':allow' > "$H/service/$s/rules"
	ports=$(grep -Ec '^@[0-9a-f]+ [0-9]+$' "$H/run/$s/log/main/current")
	svc -t "$H/run/$s"
	await 60 sh -c "[ \$(grep -Ec '^@[0-9a-f]+ [0-9]+\$' '$H/run/$s/log/main/current') -gt $ports ]"
done
SMTP=$(port_of qmail-smtpd)
POP=$(port_of qmail-pop3d)
talk() { # port text: what the server says
	tcpclient -HRl0 127.0.0.1 "$1" sh -c 'printf "$0" >&7; cat <&6' "$2"
}
mail='MAIL FROM:<joe@test.example>\r\nRCPT TO:<x@elsewhere.example>\r\nQUIT\r\n'
# spec: auth-and-relay.md 3.5
like 'before: no relaying' "$(talk "$SMTP" "$mail")" '^553 sorry, that domain'
unlike 'a failed login helps nobody' \
    "$(talk "$POP" 'USER joe\r\nPASS wrong\r\n'; talk "$SMTP" "$mail" | sed -n 3p)" '^250 ok'
# spec: auth-and-relay.md 4
like 'a login' "$(talk "$POP" 'USER joe\r\nPASS password of joe\r\nQUIT\r\n')" '^\+OK'
ok 'is on record' test -f "$D/127.0.0.1"
is 'after it: relaying' "$(talk "$SMTP" "$mail" | grep -c '^250 ok')" 2
touch -d '1000 seconds ago' "$D/127.0.0.1"
like 'when it is too old: no relaying' "$(talk "$SMTP" "$mail")" '^553 sorry, that domain'
nok 'and it is forgotten' test -e "$D/127.0.0.1"
stop_system
done_testing
