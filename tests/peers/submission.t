# submission.t: swaks, curl and msmtp log in and send through TLS, by each
# mechanism, with STARTTLS and with TLS from the first byte on
. tests/lib.sh
. tests/peers/peers.sh
[ -x "$OUT/bin/qmail-tlsd" ] || skip_all 'built without libtls'
need swaks curl msmtp openssl
new_home
mkdir "$T/bin" "$T/me"
export HOME="$T/me"
unset XDG_CONFIG_HOME
if [ "$ROOT" = yes ]; then helper=qmailp; else helper=$ME; fi
mk/tlscert "$T/tls" mail.example "$helper" > "$T/stdout"
# A checker that knows passwords in the clear, as auth-and-relay.md 2 says
cat > "$T/bin/checker" <<'END'
#!/bin/sh
tr '\0' '\n' <&3 > "$T/request"
{ IFS= read -r user; IFS= read -r secret; IFS= read -r challenge; } < "$T/request"
[ "$user" = joe ] || exit 1
[ -n "$challenge" ] || { [ "$secret" = 'pass word!' ]; exit; }
[ "$(printf %s "$challenge" | openssl dgst -md5 -hmac 'pass word!' | sed 's/.* //')" = "$secret" ]
END
cat > "$T/bin/qq" <<'END'
#!/bin/sh
exec 3<&1
cat > "$T/stored"
tr '\0' '!' <&3 > "$T/env"
END
chmod 755 "$T"/bin/*
serve() { # options of qmail-tlsd: sets port
	: > "$T/port"
	background tcpserver -1 -HRl0 127.0.0.1 0 qmail-tlsd "$@" -u "$helper" -d "$T/tls" env REQUIRETLS=1 \
	    REQUIREAUTH=1 SMTPAUTH=+cram AUTHDELAY=0 QMAILQUEUE="$T/bin/qq" \
	    qmail-smtpd mail.example "$T/bin/checker" true > "$T/port" 2> "$T/log"
	await 60 test -s "$T/port"
	port=$(head -n 1 "$T/port")
}
# what no client changes
cat > "$T/mail" <<'END'
From: joe@test.example
To: far@far.example
Subject: by login
Date: Wed, 1 Jan 2020 00:00:00 +0000
Message-ID: <1@test.example>

.a line with a dot, and one of dots
...
the last line
END
body() { sed '1,/^$/d' "$1" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
body "$T/mail" > "$T/want"
sends() { # NAME MECHANISM COMMAND...: it is stored as it was sent, and known who did
	client=$1
	mechanism=$2
	shift 2
	rm -f "$T/stored" "$T/env"
	: > "$T/log"
	ok "$client" timeout 120 "$@"
	is "$client: the envelope" "$(cat "$T/env" 2> /dev/null)" 'Fjoe@test.example!Tfar@far.example!!'
	body "$T/stored" > "$T/got"
	same_file "$client: the body" "$T/got" "$T/want"
	like "$client: the Received line" "$(sed -n 2p "$T/stored")" ' with ESMTPSA \(TLSv1\.[23] [A-Z0-9_-]+\); '
	like "$client: the log" "$(cat "$T/log")" "auth ok user=joe mech=$mechanism "
}
refused() { # NAME COMMAND...
	client=$1
	shift
	rm -f "$T/stored"
	nok "$client: a wrong password" timeout 120 "$@"
	nok "$client: nothing is sent" test -e "$T/stored"
	like "$client: the log" "$(cat "$T/log")" 'auth fail user=joe '
}
sw="--server 127.0.0.1 --helo client.example --from joe@test.example --to far@far.example --data @$T/mail
    --suppress-data --timeout 100s --auth-user joe"
cu="-sS -k --crlf --mail-from joe@test.example --mail-rcpt far@far.example"
msmtprc() { # mechanism, starttls, password
	cat > "$T/me/msmtprc" <<END
account default
host 127.0.0.1
port $port
from joe@test.example
auth $1
user joe
password $3
tls on
tls_starttls $2
tls_certcheck off
END
	chmod 600 "$T/me/msmtprc"
}
cat > "$T/bin/ms" <<END
#!/bin/sh
exec msmtp -C "$T/me/msmtprc" far@far.example < "$T/mail"
END
chmod 755 "$T/bin/ms"

# spec: auth-and-relay.md 2, ucspi.md 9
serve
for m in plain login cram-md5; do
	M=$(echo $m | tr a-z A-Z)
	# shellcheck disable=SC2086 # words
	sends "swaks, STARTTLS, $m" $m swaks $sw --port "$port" --tls --auth "$M" --auth-password 'pass word!'
	# shellcheck disable=SC2086
	refused "swaks, STARTTLS, $m" swaks $sw --port "$port" --tls --auth "$M" --auth-password 'pass word?'
	# shellcheck disable=SC2086
	sends "curl, STARTTLS, $m" $m curl $cu --ssl-reqd --login-options "AUTH=$M" -u 'joe:pass word!' -T "$T/mail" \
	    "smtp://127.0.0.1:$port/client.example"
	msmtprc $m on 'pass word!'
	sends "msmtp, STARTTLS, $m" $m "$T/bin/ms"
done
# shellcheck disable=SC2086
refused 'curl' curl $cu --ssl-reqd -u 'joe:wrong' -T "$T/mail" "smtp://127.0.0.1:$port"
msmtprc plain on wrong
refused 'msmtp' "$T/bin/ms"
# shellcheck disable=SC2086
nok 'swaks: not without TLS' timeout 60 swaks $sw --port "$port" --auth PLAIN --auth-password 'pass word!'

serve -i
# shellcheck disable=SC2086
sends 'swaks, TLS' plain swaks $sw --port "$port" --tls-on-connect --auth PLAIN --auth-password 'pass word!'
# shellcheck disable=SC2086
sends 'curl, TLS' plain curl $cu --login-options AUTH=PLAIN -u 'joe:pass word!' -T "$T/mail" "smtps://127.0.0.1:$port"
msmtprc plain off 'pass word!'
sends 'msmtp, TLS' plain "$T/bin/ms"
done_testing
