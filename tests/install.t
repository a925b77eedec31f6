# install.t: make install: accounts, tree, owners and modes as the contract
# has them, again and again; DESTDIR for packagers.
. tests/lib.sh
plain() { env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s OUT="$OUT" "$@"; }

ok 'DESTDIR: installs' plain install DESTDIR="$T/package"
P=$T/package$(head -n 1 conf-home)
ok 'with a list of owners and modes' grep -qx "b qmailq qmail 4711 $(head -n 1 conf-home)/bin/qmail-queue" "$P/owners-and-modes"
ok 'the list names each split folder' grep -qx "d qmails qmail 0700 $(head -n 1 conf-home)/queue/info/22" "$P/owners-and-modes"
ok 'and every program' sh -c "for p in '$OUT'/bin/*; do grep -q \" .*/bin/\${p##*/}\$\" '$P/owners-and-modes' || { echo \$p; exit 1; }; done"
is 'nothing beside it' "$(find "$T/package" -maxdepth 1 -mindepth 1 | wc -l | tr -d ' ')" 1

if [ "$ROOT" = no ]; then
	exits 2 'without root and DESTDIR it refuses' plain install
	like 'and says why' "$(cat "$T/stderr")" 'install: fatal: has to run as root'
	done_testing
fi

# a machine of its own: no accounts yet, an empty /var
mkdir "$T/var"
mount --bind "$T/var" /var
for file in passwd group shadow; do
	grep -Ev '^(alias|qmail[a-z]*|nofiles):' "$T/etc/$file" > "$T/etc/$file.new"
	cat "$T/etc/$file.new" > "$T/etc/$file"
done
[ -e "$T/etc/gshadow" ] && grep -Ev '^(qmail|nofiles):' /etc/gshadow > "$T/g" && cat "$T/g" > /etc/gshadow
ok 'make install on a fresh machine' plain install
# spec: programs.md 0
is 'groups' "$(id -gn qmailq) $(id -gn qmailr) $(id -gn qmails)" 'qmail qmail qmail'
is 'and the others' "$(id -gn alias) $(id -gn qmaild) $(id -gn qmaill) $(id -gn qmailp)" 'nofiles nofiles nofiles nofiles'
cd /var/qmail || exit 1
mode() { stat -c '%a %U:%G' "$1"; }
# spec: queue.md 1
while read -r path want; do
	is "$path" "$(mode "$path")" "$want"
done <<'EOT'
queue 750 qmailq:qmail
queue/pid 700 qmailq:qmail
queue/mess 750 qmailq:qmail
queue/mess/0 750 qmailq:qmail
queue/mess/22 750 qmailq:qmail
queue/intd 700 qmailq:qmail
queue/todo 750 qmailq:qmail
queue/info 700 qmails:qmail
queue/info/22 700 qmails:qmail
queue/local 700 qmails:qmail
queue/local/0 700 qmails:qmail
queue/remote 700 qmails:qmail
queue/remote/22 700 qmails:qmail
queue/bounce 700 qmails:qmail
queue/lock 750 qmailq:qmail
queue/lock/sendmutex 600 qmails:qmail
queue/lock/trigger 622 qmails:qmail
queue/lock/tcpto 644 qmailr:qmail
bin/qmail-queue 4711 qmailq:qmail
bin/qmail-start 700 root:qmail
bin/qmail-lspawn 700 root:qmail
bin/qmail-newu 700 root:qmail
bin/qmail-newmrh 700 root:qmail
bin/qmail-getpw 711 root:qmail
bin/qmail-local 711 root:qmail
bin/qmail-remote 711 root:qmail
bin/qmail-rspawn 711 root:qmail
bin/qmail-clean 711 root:qmail
bin/qmail-send 711 root:qmail
bin/splogger 711 root:qmail
bin/qmail-pw2u 711 root:qmail
bin/qmail-popup 711 root:qmail
bin/qmail-inject 755 root:qmail
bin/qmail-smtpd 755 root:qmail
bin/sendmail 755 root:qmail
EOT
is 'tcpto has 1024 zero bytes' "$(tr -d '\0' < queue/lock/tcpto | wc -c | tr -d ' ') $(stat -c %s queue/lock/tcpto)" '0 1024'
ok 'trigger is a fifo' test -p queue/lock/trigger
is 'one split-23 queue' "$(ls queue/mess | wc -l | tr -d ' ')" 23
is 'one set-uid program' "$(find . -perm /6000 -type f | tr '\n' ' ')" './bin/qmail-queue '
ok 'manual pages' test -f man/man8/qmail-send.8
ok 'service folders' test -x service/qmail-send/log/run
is 'loggers may write' "$(stat -c %U service/qmail-smtpd/log/main)" qmaill
unlike 'scripts have this home' "$(cat service/*/run service/*/log/run)" '@[A-Z]+@'
ok 'control files of a fresh host' test -s control/me
exits 0 'with nothing wrong in them' bin/qmail-showctl -c
is 'and nothing unknown' "$(cat "$T/stdout")" ''
ok 'not an open relay' test -s control/rcpthosts
ok 'a postmaster' test -f alias/.qmail-postmaster
is 'with a mailbox' "$(stat -c %U alias/Maildir/new)" alias

echo mine > control/me
rm control/maxrcpt
echo 26 > service/qmail-smtpd/env/PORT
chmod 600 bin/qmail-queue
chmod 4755 bin/checkpassword
sum() { find . -type f ! -path './bin/*' -exec cksum {} + | sort -k3; }
sum > "$T/before"
cd "$TOP" || exit 1
ok 'make install again' plain install
cd /var/qmail || exit 1
sum > "$T/after"
same_file 'changes no file of the operator' "$T/after" "$T/before"
is 'and mends modes' "$(mode bin/qmail-queue)" '4711 qmailq:qmail'
# spec: auth-and-relay.md 2
is 'a checker that is set-uid for AUTH stays so' "$(mode bin/checkpassword)" '4750 root:nofiles'
is 'the other one is as it was' "$(mode bin/checkaccount)" '755 root:qmail'
chmod 755 bin/checkpassword
# it works: as any user, no other set-up
echo 'Subject: x' | as joe bin/qmail-inject -f joe@mine postmaster@mine
is 'a user can queue a message' "$(find queue/todo -type f | wc -l | tr -d ' ')" 1
file=$(find queue/mess -type f)
is 'owned by qmailq' "$(stat -c '%U %a' "$file")" 'qmailq 644'
is 'named after its inode' "$(stat -c %i "$file")" "${file##*/}"
cd "$TOP" || exit 1
if [ -x "$OUT/bin/qmail-tlsd" ] && command -v openssl > /dev/null; then
	cd /var/qmail || exit 1
	is 'a folder for the TLS key' "$(stat -c '%a %U' control/tls)" '700 qmailt'
	is 'a certificate to begin with' "$(stat -c '%a %U' control/tls/servercert.pem)" '600 qmailt'
	like 'made out to this host' "$(openssl x509 -noout -subject -in control/tls/servercert.pem)" \
	    "CN = $(hostname -f 2> /dev/null || hostname)\$"
	cp control/tls/servercert.pem "$T/servercert.pem"
	cd "$TOP" || exit 1
	ok 'make install once more' plain install
	same_file 'keeps it' /var/qmail/control/tls/servercert.pem "$T/servercert.pem"
fi
done_testing
