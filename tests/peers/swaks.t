#!/bin/sh
# The services as they are installed, from end to end with other people's
# programs: swaks sends by SMTP, fetchmail fetches the same bytes by POP3.
. tests/lib.sh
. tests/peers/peers.sh
. tests/system.sh
need swaks fetchmail
start_system
mkdir "$T/me"
[ "$ROOT" = no ] || chown joe "$T/me"
export HOME="$T/me"
unset FETCHMAILHOME
cat > "$T/mail" <<'END'
From: swaks@elsewhere.example
To: joe@test.example
Subject: from end to end

.a line with a dot, and one of dots
...
and 8 bits: äöü

the last line
END
ok 'swaks sends a message to a local user' swaks --server 127.0.0.1 --port "$SMTP" \
    --helo swaks.example --from swaks@elsewhere.example --to joe@test.example \
    --data "@$T/mail" --suppress-data --timeout 100s
like 'it is accepted' "$(cat "$T/stdout")" '250 ok [0-9]+ qp [0-9]+'
ok 'it is delivered' await 60 sh -c "ls '$T/joe/Maildir/new' | grep -q ."
stored=$(echo "$T"/joe/Maildir/new/*)
shown "$stored"
cp "$stored" "$T/stored"
cat > "$T/me/rc" <<END
set invisible
poll 127.0.0.1 service $POP protocol pop3 auth password
	user "joe" password "password of joe" keep fetchall norewrite
	mda "$T/me/mda" sslproto ""
END
printf '#!/bin/sh\ncat > %s/me/fetched\n' "$T" > "$T/me/mda"
chmod 755 "$T/me/mda"
chmod 600 "$T/me/rc"
[ "$ROOT" = no ] || chown joe "$T/me/rc"
ok 'fetchmail fetches it' as joe fetchmail -f "$T/me/rc" -i "$T/me/ids" --pidfile "$T/me/pid"
same_file 'byte for byte as it is stored' "$T/me/fetched" "$T/stored"
# what was sent, but for empty lines that swaks puts at the end
body() { sed '1,/^$/d' "$1" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
body "$T/mail" > "$T/want"
body "$T/me/fetched" > "$T/got"
same_file 'and as it was sent' "$T/got" "$T/want"

# ---- CRAM-MD5, with an account that keeps its password in the clear
if [ "$ROOT" = yes ]; then user=joe; else user=$(id -u):$(id -g); fi
printf 'pass word!\n' | qmail-account -c add pat@test.example "$user" "$T/pat" 2> "$T/trash"
cram() { # password
	SMTPAUTH=cram swaks --pipe 'qmail-smtpd test.example checkaccount true' \
	    --auth CRAM-MD5 --auth-user pat@test.example --auth-password "$1" \
	    --helo swaks.example --timeout 100s --quit-after AUTH
}
ok 'CRAM-MD5' cram 'pass word!'
like 'CRAM-MD5: the server agrees' "$(cat "$T/stdout")" '235 ok, pat@test.example, go ahead'
nok 'CRAM-MD5: a wrong password' cram 'pass word'
stop_system
done_testing
