#!/bin/sh
# qmail-popup: name and password by POP3.
. tests/lib.sh
new_home

mkdir "$T/bin" "$T/box"
# What stands for checkpassword: notes what it got, does what the name says.
cat > "$T/bin/checker" <<'END'
#!/bin/sh
od -An -c -v <&3 | tr -s ' \n' ' ' > "$T/fd3"
echo "$*" > "$T/args"
case $(cat "$T/fd3") in
*' o k '*) while read -r line; do echo "rest: $line"; done ;;
*' k i l l '*) kill -9 $$ ;;
*' e x i t 1 1 1 '*) exit 111 ;;
*' e x i t 2 '*) exit 2 ;;
*' e x i t 5 '*) exit 5 ;;
*) exit 1 ;;
esac
END
chmod 755 "$T/bin/checker"
PATH=$T/bin:$PATH

popup() { # printf text: the session without CRs and greeting; code in $T/code
	printf '%b' "$1" > "$T/commands"
	rm -f "$T/fd3" "$T/args"
	code=0
	qmail-popup host.example checker one 'two three' < "$T/commands" \
	    > "$T/wire" 2> "$T/stderr" || code=$?
	echo $code > "$T/code"
	tr -d '\r' < "$T/wire" | sed 1d
}
says() {
	is "$1" "$(popup "$2")" "$3"
	is "$1: exit code" "$(cat "$T/code")" 1
}

# spec: protocols.md 6
exits 1 'usage' qmail-popup host.example
is 'usage: says so' "$(od -An -c "$T/stdout" | tr -s ' \n' ' ')" \
    "$(printf -- '-ERR usage: popup hostname subprogram\r\n' | od -An -c | tr -s ' \n' ' ')"
popup '' > /dev/null
like 'greeting' "$(head -n 1 "$T/wire" | tr -d '\r')" \
    '^\+OK <[0-9]+\.[0-9]+@host\.example>$'
says 'NOOP, QUIT' 'NOOP\r\nnoop\nQUIT\r\nNOOP\r\n' '+OK 
+OK 
+OK '
says 'other verbs' 'STAT\r\nLIST\r\n\r\n' '-ERR authorization first
-ERR authorization first
-ERR authorization first'
says 'USER and PASS without argument' 'USER\r\nUSER  \r\nPASS x\r\nUSER joe\r\nPASS\r\nPASS \r\n' \
    '-ERR syntax error
-ERR syntax error
-ERR USER first
+OK 
-ERR syntax error
-ERR syntax error'
says 'APOP without digest' 'APOP\r\nAPOP joe\r\nAPOP joe \r\n' '-ERR syntax error
-ERR syntax error
-ERR syntax error'
says 'a wrong password' 'USER joe\r\nPASS secret\r\nNOOP\r\n' '+OK 
-ERR authorization failed'
is 'the program and its arguments' "$(cat "$T/args")" 'one two three'
bytes() { printf '%b' "$1" | od -An -c -v | tr -s ' \n' ' '; }
challenge=$(sed -n '1s/^+OK \(<.*>\).*/\1/p' "$T/wire")
is 'what it gets on descriptor 3' "$(cat "$T/fd3")" \
    "$(bytes "joe\0000secret\0000$challenge\0000")"
popup 'USER joe@x\r\nPASS two words \r\n' > /dev/null
challenge=$(sed -n '1s/^+OK \(<.*>\).*/\1/p' "$T/wire")
is 'a password with blanks' "$(cat "$T/fd3")" \
    "$(bytes "joe@x\0000two words \0000$challenge\0000")"
says 'APOP' 'apop joe 0123456789abcdef0123456789abcdef\r\n' \
    '-ERR authorization failed'
challenge=$(sed -n '1s/^+OK \(<.*>\).*/\1/p' "$T/wire")
is 'APOP on descriptor 3' "$(cat "$T/fd3")" \
    "$(bytes "joe\00000123456789abcdef0123456789abcdef\0000$challenge\0000" | cat)"
says 'the last USER counts' 'USER x\r\nUSER ok\r\nPASS y\r\n' '+OK 
+OK '
says 'a right password: the rest is for the program' \
    'USER ok\r\nPASS y\r\nSTAT\r\nLIST\r\n' '+OK 
rest: STAT
rest: LIST'
says 'the program crashes' 'USER kill\r\nPASS y\r\n' '+OK 
-ERR aack, child crashed'
# spec: auth-and-relay.md 1
says 'the program has trouble' 'USER exit111\r\nPASS y\r\n' '+OK 
-ERR temporary trouble, try again later'
says 'the program is misused' 'USER exit2\r\nPASS y\r\n' '+OK 
-ERR internal error, unable to check passwords'
says 'the program says something else' 'USER exit5\r\nPASS y\r\n' '+OK 
-ERR authorization failed'
printf 'USER a\r\nPASS b\r\n' > "$T/commands"
exits 1 'no such program' sh -c \
    "qmail-popup host.example nosuchprogram < '$T/commands'"
like 'no such program: temporary' "$(cat "$T/stdout")" '^-ERR temporary trouble'
says 'CAPA' 'CAPA\r\nSTLS\r\n' '+OK 
USER
SASL PLAIN
TOP
UIDL
PIPELINING
.
-ERR no TLS here'

# ---- AUTH: RFC 5034, spec: auth-and-relay.md 2
b64() { printf '%b' "$1" | base64 -w 0; }
for line in "AUTH PLAIN $(b64 '\0000joe@x\0000two words ')\r\n" \
    "auth plain\r\n$(b64 'joe@x\0000joe@x\0000two words ')\r\n"; do
	want='-ERR authorization failed'
	case $line in auth*) want="+ 
$want" ;; esac
	says 'AUTH PLAIN' "$line" "$want"
	challenge=$(sed -n '1s/^+OK \(<.*>\).*/\1/p' "$T/wire")
	is 'AUTH PLAIN on descriptor 3' "$(cat "$T/fd3")" \
	    "$(bytes "joe@x\0000two words \0000$challenge\0000")"
done
says 'AUTH PLAIN, and it is right' "AUTH PLAIN $(b64 '\0000ok\0000y')\r\nLIST\r\n" 'rest: LIST'
says 'AUTH: what is there' 'AUTH\r\n' '+OK 
PLAIN
.'
says 'AUTH: cancelled, unknown, and the session goes on' \
    'AUTH PLAIN\r\n*\r\nAUTH LOGIN\r\nAUTH PLAIN =\r\nAUTH PLAIN *\r\nNOOP\r\n' \
    '+ 
-ERR auth exchange cancelled
-ERR auth type unimplemented
-ERR malformed auth input
-ERR auth exchange cancelled
+OK '
for bad in 'x' 'AGpvZQB5=' '====' "$(b64 'joe\0000y')" "$(b64 'ann\0000joe\0000y')" \
    "$(b64 '\0000\0000y')" "$(b64 '\0000joe\0000')" "$(b64 '\0000joe\0000y\0000z')"; do
	says "AUTH PLAIN $bad" "AUTH PLAIN $bad\r\n" '-ERR malformed auth input'
	nok 'and nobody was asked' test -e "$T/fd3"
done
{ printf 'AUTH PLAIN\r\n'; head -c 2000 /dev/zero | tr '\0' A
printf '\r\nNOOP\r\nAUTH PLAIN\r\nx\000\r\nNOOP\r\n'; } > "$T/big"
is 'an answer that is no line ends the exchange' \
    "$(qmail-popup host.example checker < "$T/big" | tr -d '\r' | sed 1d)" '+ 
-ERR line too long
+OK 
+ 
-ERR syntax error
+OK '
says 'the end after AUTH PLAIN' 'AUTH PLAIN\r\n' '+ '

# ---- where 2 is the connection (inetd) no log comes in between
cat > "$T/bin/chatty" << 'EOT'
#!/bin/sh
echo 'chatty: info: refused' >&2
exit 1
EOT
chmod 755 "$T/bin/chatty"
printf 'USER joe\r\nPASS x\r\n' > "$T/commands"
qmail-popup host.example chatty < "$T/commands" > "$T/all" 2>&1
is 'no log where that is the client (inetd)' "$(tr -d '\r' < "$T/all" | sed 1d)" '+OK 
-ERR authorization failed'

# ---- the log
popup 'USER e k\r\nPASS x\r\n' > "$T/trash"
like 'a failure is logged, the name as one word' "$(cat "$T/stderr")" \
    '^qmail-popup: pid [0-9]+ auth fail user=e[?]k mech=user ip=unknown$'
TCPREMOTEIP=192.0.2.7
export TCPREMOTEIP
popup 'APOP ok x\r\n' > "$T/trash"
like 'a success too, with the address' "$(cat "$T/stderr")" \
    '^qmail-popup: pid [0-9]+ auth ok user=ok mech=apop ip=192.0.2.7$'
unset TCPREMOTEIP
popup "AUTH PLAIN $(b64 '\0000kill\0000y')\r\n" > "$T/trash"
like 'and a checker that does not work' "$(cat "$T/stderr")" \
    '^qmail-popup: pid [0-9]+ auth error user=kill mech=plain ip=unknown$'
popup 'USER joe\r\nPASS secret\r\n' > "$T/trash"
unlike 'never a password' "$(cat "$T/stderr")" secret

# ---- settings
NOAPOP=1
export NOAPOP
says 'NOAPOP' 'APOP ok x\r\nUSER ok\r\nPASS x\r\n' '-ERR no APOP here
+OK '
is 'NOAPOP: no challenge' "$(head -n 1 "$T/wire" | tr -d '\r')" '+OK host.example'
unset NOAPOP
mkfifo "$T/slow"
exec 8<> "$T/slow"
ok 'LOGINLIMIT ends a silent session' sh -c "LOGINLIMIT=1 timeout 100 \
    qmail-popup host.example checker < '$T/slow'; test \$? -eq 1"
exec 8>&-

# spec: protocols.md 8.13
REQUIRETLS=1
export REQUIRETLS
says 'passwords only with TLS, if asked for' \
    "USER ok\r\nPASS y\r\nAPOP ok z\r\nAUTH PLAIN $(b64 '\0000ok\0000y')\r\nAUTH\r\nCAPA\r\n" '-ERR passwords only after STLS
-ERR USER first
-ERR passwords only after STLS
-ERR passwords only after STLS
+OK 
.
+OK 
TOP
UIDL
PIPELINING
.'
nok 'and nobody was asked' test -e "$T/fd3"
SSL_PROTOCOL=TLSv1.3
export SSL_PROTOCOL
says 'with TLS from the start they are fine' 'USER ok\r\nPASS y\r\n' '+OK '
unset SSL_PROTOCOL
# 0 is off, as in qmail-smtpd
for value in 0 ''; do
	REQUIRETLS=$value NOAPOP=$value
	export REQUIRETLS NOAPOP
	says "REQUIRETLS and NOAPOP are '$value'" 'USER ok\r\nPASS y\r\n' '+OK '
	like "REQUIRETLS and NOAPOP are '$value': a challenge" "$(head -n 1 "$T/wire")" '^\+OK <'
done
unset REQUIRETLS NOAPOP

# ---- hostile input
says 'NUL' 'USER ok\0000x\r\nUSER x\r\nPASS y\0000z\r\n' '-ERR syntax error
+OK 
-ERR syntax error'
nok 'NUL: nobody was asked' test -e "$T/fd3"
{ printf 'USER '; head -c 1000000 /dev/zero | tr '\0' A; printf '\r\nQUIT\r\n'; } > "$T/big"
is 'a name of 1 MB' "$(qmail-popup host.example checker < "$T/big" | tr -d '\r' | sed 1d)" \
    '-ERR line too long
+OK '
exits 1 'rubbish' sh -c "head -c 1000000 /dev/zero | qmail-popup host.example checker"
long=$(head -c 990 /dev/zero | tr '\0' x)
says 'more than fits: the checker decides' "USER $long\r\nPASS $long\r\n" '+OK 
-ERR authorization failed'
is 'nothing was cut' "$(tr -cd x < "$T/fd3" | wc -c)" 1981

# ---- with checktext and qmail-pop3d
mkdir -p "$T/box/Maildir/new" "$T/box/Maildir/cur" "$T/box/Maildir/tmp"
printf 'S: x\n\n' > "$T/box/Maildir/new/one"
touch -d '2020-01-01' "$T/box/Maildir/new/one"
[ "$ROOT" = no ] || chown -R joe "$T/box"
echo "someone:pass:word:$T/nowhere
someone:pass word:$T/box" > "$T/passwords"
printf 'USER someone\r\nPASS pass word\r\nRETR 1\r\nDELE 1\r\nQUIT\r\n' > "$T/commands"
is 'all at once, with qmail-pop3d' "$(qmail-popup host.example checktext \
    "$T/passwords" qmail-pop3d Maildir < "$T/commands" 2> "$T/stderr" | tr -d '\r' | sed 1d)" '+OK 
+OK 
+OK 
S: x

.
+OK 
+OK '
nok 'deleted' test -e "$T/box/Maildir/new/one"

# ---- STLS: spec: ucspi.md 9
TLSTEST_SAYS='SSL_PROTOCOL=TLSv1.3,SSL_CIPHER=x,LD_PRELOAD=y,SSL_GONE'
export TLSTEST_SAYS SSL_GONE=here
cat > "$T/bin/shower" <<'END'
#!/bin/sh
echo "env: ${SSL_PROTOCOL-none} ${SSL_GONE-unset} ${LD_PRELOAD-unset} ${SSLCTLFD-unset}"
while read -r line; do echo "rest: $line"; done
END
chmod 755 "$T/bin/shower"
stls() { # clear text, text after the handshake
	printf '%b' "$1" > "$T/clear"
	printf '%b' "$2" > "$T/secret"
	tlstest "$T/clear" "$T/secret" qmail-popup host.example shower \
	    2> "$T/stderr" | tr -d '\r' | sed 1d
}
is 'CAPA offers STLS' "$(stls 'CAPA\r\n' '')" '+OK 
USER
SASL PLAIN
STLS
TOP
UIDL
PIPELINING
.'
is 'STLS' "$(REQUIRETLS=1 stls 'CAPA\r\nUSER x\r\nSTLS\r\n' \
    'CAPA\r\nUSER x\r\nPASS y\r\nLIST\r\n')" '+OK 
STLS
TOP
UIDL
PIPELINING
.
-ERR passwords only after STLS
+OK 
-- handshake Y
+OK 
USER
SASL PLAIN
TOP
UIDL
PIPELINING
.
+OK 
env: TLSv1.3 unset unset unset
rest: LIST'
is 'without STLS the helper is sent away' \
    "$(stls 'USER x\r\nPASS y\r\nLIST\r\n' '')" '+OK 
env: none here unset unset
rest: LIST'
is 'a name from before the handshake is forgotten' \
    "$(stls 'USER x\r\nSTLS\r\n' 'PASS y\r\n')" '+OK 
+OK 
-- handshake Y
-ERR USER first'
is 'what came with STLS in the clear is not obeyed' \
    "$(stls 'STLS\r\nUSER evil\r\nNOOP\r\n' 'PASS y\r\n')" '+OK 
-- handshake Y
-ERR USER first'
is 'a failed handshake ends it, silently' \
    "$(TLSTEST_SAYS=fail stls 'STLS\r\n' 'NOOP\r\n')" '+OK 
-- handshake Y'
like 'a failed handshake: logged' "$(cat "$T/stderr")" 'tls failed'
done_testing
