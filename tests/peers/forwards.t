#!/bin/sh
# fastforward and dot-forward: old alias and .forward files on our qmail-local,
# qmail-queue and qmail-send.  Both look for the mail system in /var/lib/qmail.
. tests/lib.sh
. tests/peers/peers.sh
need_root 'a link at /var/lib/qmail is needed'
need fastforward dot-forward qmail-newaliases newinclude mount
[ -d /var/lib/qmail ] || skip_all 'no folder /var/lib/qmail'
. tests/system.sh
start_system
mount --bind "$H" /var/lib/qmail
fast=$(command -v fastforward)
dot=$(command -v dot-forward)

# spec: delivery.md 10
cat > /etc/aliases <<END
# as Sendmail has it
sales: joe@test.example, ann@test.example
nested: sales
archive: "|cat > $H/alias/archived"
team: :include:$H/alias/team
@virt.example: joe@test.example
END
printf 'joe@test.example\nann@test.example\n' > "$H/alias/team"
(cd "$H/alias" && newinclude team) > "$T/newinclude.log" 2>&1
qmail-newaliases > "$T/newaliases.log" 2>&1
note "$(cat "$T/newinclude.log" "$T/newaliases.log")"
chmod 644 /etc/aliases.cdb "$H"/alias/team.bin
# defaults of alias: fastforward first, then nobody
echo "|$fast -d /etc/aliases.cdb" > "$H/alias/.qmail-default"
chmod 644 "$H/alias/.qmail-default"
chown alias "$H/alias"
to() { # SUBJECT RECIPIENT [SENDER]
	printf 'Subject: %s\n\ntext\n' "$1" | sendmail -f "${3-far@away.example}" "$2"
}
to one sales@test.example
arrives 'fastforward: an alias: joe' "$T/joe/Maildir" '^Subject: one$'
arrives 'fastforward: an alias: ann' "$T/ann/Maildir" '^Subject: one$'
to two nested@test.example
arrives 'fastforward: an alias of an alias' "$T/joe/Maildir" '^Subject: two$'
to three archive@test.example
ok 'fastforward: a program' await 60 grep -qs '^Subject: three$' "$H/alias/archived"
to four team@test.example
arrives 'fastforward: a compiled list' "$T/ann/Maildir" '^Subject: four$'
to five nobody-there@test.example ann@test.example
arrives 'fastforward: an unknown address bounces' "$T/ann/Maildir" \
    '^Sorry, no mailbox here by that name|<nobody-there@test.example>'
echo 'virt.example:alias-virt' >> "$H/control/virtualdomains"
echo "|$fast -d /etc/aliases.cdb" > "$H/alias/.qmail-virt-default"
chmod 644 "$H/alias/.qmail-virt-default"
restart_send
to six anybody@virt.example
arrives 'fastforward: a whole virtual domain' "$T/joe/Maildir" '^Subject: six$'

printf '|%s .forward\n./Maildir/\n' "$dot" > "$T/joe/.qmail"
chmod 644 "$T/joe/.qmail"
to seven joe@test.example
arrives 'dot-forward: no .forward: the next line' "$T/joe/Maildir" '^Subject: seven$'
echo 'ann@test.example, "|cat > forwarded"' > "$T/joe/.forward"
chown joe "$T/joe/.forward"
to eight joe@test.example
arrives 'dot-forward: an address' "$T/ann/Maildir" '^Subject: eight$'
ok 'dot-forward: a program' await 60 grep -qs '^Subject: eight$' "$T/joe/forwarded"
nok 'dot-forward: then the next line is not done' \
    grep -rqs '^Subject: eight$' "$T/joe/Maildir/new"
echo '\joe@test.example, joe' > "$T/joe/.forward"
to nine joe@test.example
arrives 'dot-forward: to oneself is the next line' "$T/joe/Maildir" '^Subject: nine$'
ok 'the queue ends empty' await 60 sh -c "qmail-qstat | grep -qx 'messages in queue: 0'"
stop_system
done_testing
