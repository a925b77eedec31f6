#!/bin/sh
# Mailbox accounts: qmail-newaccounts, qmail-account, checkaccount, delivery.
. tests/lib.sh
new_home
AUTHDELAY=0
export AUTHDELAY
if [ "$ROOT" = yes ]; then
	uid=$(id -u joe) gid=$(id -g joe) user=joe
else
	uid=$(id -u) gid=$(id -g) user=$uid:$gid
fi
U=$H/users
V=$T/vmail
mkdir "$V"
[ "$ROOT" = no ] || chown joe "$V"
# shellcheck disable=SC2016
hash=$(crypttest secret '$6$saltsalt$')

check() { # printf text for descriptor 3, checker and arguments
	printf '%b' "$1" > "$T/fd3"
	shift
	code=0
	"$@" 3< "$T/fd3" > "$T/stdout" 2> "$T/stderr" || code=$?
}
login() { check "$1\0000$2\0000t\0000" checkaccount "$T/show" a 'b c'; }
cat > "$T/show" <<'END'
#!/bin/sh
echo "$(id -u) $(id -g) $USER $HOME $(pwd) ${MAILDIRQUOTA-none} $# $*"
[ -e /proc/$$/fd/3 ] && echo 'descriptor 3 is open'
tr '\0' '\n' < /proc/$$/environ | grep secret
exit 5
END
chmod 755 "$T/show"

# ---- before there are any
login joe@test.example secret
is 'no accounts file: refused' "$code" 1
exits 111 'qmail-newaccounts without a file' qmail-newaccounts
like 'says so' "$(cat "$T/stderr")" 'fatal: unable to read users/accounts: '

# ---- the file
echo 'virtual.example:virt' >> "$H/control/virtualdomains"
cat > "$U/accounts" <<END
# comment

Joe@virtual.example:$hash:$uid:$gid:$V/joe:
ann@virtual.example:$hash:$uid:$gid:$V/ann:1000S,10C
local@test.example::$uid:$gid:$V/local:
away@elsewhere.example:!$hash:$uid:$gid:$V/away:
END
chmod 600 "$U/accounts"
exits 0 'qmail-newaccounts' qmail-newaccounts
is 'a mailbox that gets no mail' "$(cat "$T/stderr")" \
    'qmail-newaccounts: warning: users/accounts line 6: no mail arrives: the host is not in control/locals or control/virtualdomains'
is 'modes: hashes are for root alone' \
    "$(cd "$U" && stat -c '%n %a' accounts.cdb mailboxes.cdb accounts.assign | tr '\n' ' ')" \
    'accounts.cdb 600 mailboxes.cdb 644 accounts.assign 644 '
nok 'no hash in the public file' grep -aq saltsalt "$U/mailboxes.cdb"
nok 'nothing left over' sh -c "ls '$U' | grep tmp"
is 'assignments' "$(cat "$U/accounts.assign")" \
    "=virt-Joe:Joe@virtual.example:$uid:$gid:$V/joe:::
+virt-Joe-:Joe@virtual.example:$uid:$gid:$V/joe:-::
=virt-ann:ann@virtual.example:$uid:$gid:$V/ann:::
+virt-ann-:ann@virtual.example:$uid:$gid:$V/ann:-::
=local:local@test.example:$uid:$gid:$V/local:::
+local-:local@test.example:$uid:$gid:$V/local:-::
."
ok 'qmail-newu ran' grep -aq 'virt-joe' "$U/cdb"
exits 0 'qmail-newu keeps them' qmail-newu
ok 'they are there' grep -aq 'virt-joe' "$U/cdb"

# ---- bad lines
cp "$U/accounts" "$T/good"
(cd "$U" && cat accounts.cdb mailboxes.cdb accounts.assign cdb) > "$T/before"
bad() { # NAME LINE WHY
	{ cat "$T/good"; printf '%b\n' "$2"; } > "$U/accounts"
	exits 111 "$1" qmail-newaccounts
	is "$1: why" "$(grep fatal "$T/stderr")" \
	    "qmail-newaccounts: fatal: users/accounts line 7: $3"
	(cd "$U" && cat accounts.cdb mailboxes.cdb accounts.assign cdb) > "$T/after"
	same_file "$1: the old files stay" "$T/after" "$T/before"
}
rest=":x:$uid:$gid:/home/x:"
bad 'twice' "JOE@Virtual.Example$rest" 'this address was there before'
bad 'five fields' "x@y:x:$uid:$gid:/home/x" 'not six fields with colons between'
bad 'seven fields' "x@y${rest}x:" 'not six fields with colons between'
bad 'no host' "joe$rest" 'the address is not USER@HOST'
bad 'no user' "@host$rest" 'the address is not USER@HOST'
bad 'empty host' "joe@$rest" 'the address is not USER@HOST'
bad 'two @' "joe@a@b$rest" 'the address is not USER@HOST'
bad 'blank' "joe x@b$rest" 'the address has a byte that no address may have'
bad 'NUL' "joe\0000x@b$rest" 'the address has a byte that no address may have'
bad 'uid 0' "x@y:x:0:$gid:/home/x:" 'the uid is no number, or 0'
bad 'uid' "x@y:x:4294967295:$gid:/home/x:" 'the uid is no number, or 0'
bad 'gid' "x@y:x:$uid:x:/home/x:" 'the gid is no number, or 0'
bad 'home' "x@y:x:$uid:$gid:home/x:" 'the home is not an absolute path'
bad 'no home' "x@y:x:$uid:$gid::" 'the home is not an absolute path'
bad 'hash' "x@y:a b:$uid:$gid:/home/x:" 'the hash has a byte that it may not have'
for q in 5 5M S -1S 5S,, 5S,; do
	bad "quota $q" "x@y:x:$uid:$gid:/home/x:$q" \
	    'the quota is not like 50000000S,1000C'
done
why='the password behind {PLAIN.b64} is not in base64'
for clear in '' '!' c2VjcmV c2VjcmV0x AA== YQBi; do
	bad "clear text: $clear" "x@y:{PLAIN.b64}$clear:$uid:$gid:/home/x:" "$why"
done
bad 'a long line' "x@y:$(head -c 5000 /dev/zero | tr '\0' x):1:1:/home/x:" \
    'the line is too long'
cp "$T/good" "$U/accounts"
rm -f "$U/mailboxes.cdb.tmp"
mkdir "$U/mailboxes.cdb.tmp"
exits 111 'a file that cannot be written' qmail-newaccounts
rmdir "$U/mailboxes.cdb.tmp"
exits 0 'the last line without its end' sh -c \
    "printf '%s' \"\$(cat '$T/good')\" > '$U/accounts' && qmail-newaccounts"
is 'all are there' "$(wc -l < "$U/accounts.assign")" 7
rm -f "$U/assign.away"
[ ! -f "$U/assign" ] || mv "$U/assign" "$U/assign.away"
exits 0 'without users/assign' qmail-newaccounts
[ ! -f "$U/assign.away" ] || mv "$U/assign.away" "$U/assign"
exits 0 'with it again' qmail-newaccounts

# ---- checkaccount: spec: auth-and-relay.md 1
mkdir "$V/joe" "$V/ann"
[ "$ROOT" = no ] || chown joe "$V/joe" "$V/ann"
login joe@virtual.example secret
is 'right password: the exit code is the one of the program' $code 5
is 'right password: ids, environment, folder, no secrets' "$(cat "$T/stdout")" \
    "$uid $gid joe@virtual.example $V/joe $V/joe none 2 a b c"
login Ann@Virtual.EXAMPLE secret
like 'in any case, with a quota' "$(cat "$T/stdout")" \
    "ann@virtual.example $V/ann $V/ann 1000S,10C"
refused() { # NAME LOGIN SECRET WHY
	login "$2" "$3"
	is "$1" "$code$(cat "$T/stdout")" 1
	is "$1: logged" "$(cat "$T/stderr")" "checkaccount: info: refused user=$2 ip=unknown: $4"
}
refused 'wrong password' joe@virtual.example Secret 'wrong password'
refused 'empty password' joe@virtual.example '' 'wrong password'
refused 'no such account' nobody@virtual.example secret 'no such account'
refused 'no hash' local@test.example '' 'wrong password'
refused 'a locked account' away@elsewhere.example secret 'wrong password'
refused 'the hash is no password' joe@virtual.example "$hash" 'wrong password'
refused 'no host' joe secret 'no such account'
login 'joe x\0001@y ip=1.2.3.4:' secret
is 'a forged log line' "$(cat "$T/stderr")" \
    'checkaccount: info: refused user=joe?x?@y?ip=1.2.3.4: ip=unknown: no such account'
ACCOUNTDOMAIN=virtual.example
export ACCOUNTDOMAIN
login joe secret
is 'ACCOUNTDOMAIN' $code 5
unset ACCOUNTDOMAIN
check 'joe@virtual.example\0000secret\0000' checkaccount "$T/show"
is 'two NULs' $code 2
check "joe@virtual.example\0000secret\0000$(head -c 600 /dev/zero | tr '\0' x)\0000" checkaccount "$T/show"
is 'too long' "$code$(cat "$T/stdout")" 1
code=0
checkaccount "$T/show" 3<&- > "$T/stdout" 2>&1 || code=$?
is 'descriptor 3 closed' $code 2
check 'joe@virtual.example\0000secret\0000t\0000' checkaccount
is 'no program' $code 2
check 'joe@virtual.example\0000secret\0000t\0000' checkaccount "$T/nosuch"
is 'no such program' $code 111
rmdir "$V/joe"
login joe@virtual.example secret
is 'no home' $code 111
mkdir "$V/joe"
[ "$ROOT" = no ] || chown joe "$V/joe"
head -c 3000 "$U/accounts.cdb" > "$U/broken"
mv "$U/accounts.cdb" "$U/accounts.away"
mv "$U/broken" "$U/accounts.cdb"
printf x >> "$U/accounts.cdb"
head -c 2048 /dev/urandom > "$U/accounts.cdb"
login joe@virtual.example secret
ok 'a damaged file: temporary, or nobody is known' test $code -eq 111 -o $code -eq 1
: > "$U/accounts.cdb"
login joe@virtual.example secret
is 'an empty file: temporary' $code 111
mv "$U/accounts.away" "$U/accounts.cdb"

# ---- the next checker
cat > "$T/next" <<'END'
#!/bin/sh
od -An -c -v <&3 | tr -s ' \n' ' '
echo "$*"
exit 7
END
chmod 755 "$T/next"
check 'unix\0000pass word\0000<t>\0000rest' checkaccount -n "$T/next" prog 'a b'
is 'who is no account is for the next' "$code $(cat "$T/stdout")" \
    '7  u n i x \0 p a s s w o r d \0 < t > \0 r e s t prog a b'
check 'joe@virtual.example\0000wrong\0000t\0000' checkaccount -n "$T/next" prog
is 'who is one is not' "$code$(cat "$T/stdout")" 1
check 'joe@virtual.example\0000secret\0000t\0000' checkaccount -n "$T/next" "$T/show"
is 'nor with the right password' "$code" 5

# ---- qmail-account
rm -rf "$V/joe" "$V/ann"
[ "$ROOT" = no ] || chown root "$V"
acc() { # password CODE NAME words
	pw=$1 want=$2 name=$3
	shift 3
	code=0
	printf '%s\nsecond line\n' "$pw" | qmail-account "$@" > "$T/stdout" 2> "$T/stderr" || code=$?
	is "$name" $code "$want"
}
acc 'my pass' 0 'add' add Lee@virtual.example "$user" "$V/d/lee" 5000S
is 'add: a home with a maildir' "$(stat -c '%u %g %a' "$V/d/lee" "$V/d/lee/Maildir" "$V/d/lee/Maildir/new" | tr '\n' ' ')" \
    "$uid $gid 700 $uid $gid 700 $uid $gid 700 "
is 'add: and a quota' "$(cat "$V/d/lee/Maildir/maildirsize")" '5000S
0 0'
is 'the file stays secret' "$(stat -c %a "$U/accounts")" 600
like 'the line' "$(tail -n 1 "$U/accounts")" \
    "^Lee@virtual.example:[^:]+:$uid:$gid:$V/d/lee:5000S\$"
nok 'no password in it' grep -q 'my pass' "$U/accounts"
login lee@virtual.example 'my pass'
is 'add: it works at once' $code 5
acc 'x' 100 'add twice' add lee@VIRTUAL.example "$user" "$V/d/lee"
is 'add twice: why' "$(cat "$T/stderr")" 'qmail-account: fatal: the account exists: lee@VIRTUAL.example'
acc 'x' 100 'add: a bad address' add lee "$user" "$V/d/lee"
acc 'x' 100 'add: a bad home' add l2@virtual.example "$user" d/lee
acc 'x' 100 'add: a bad quota' add l2@virtual.example "$user" "$V/d/l2" 5
acc 'x' 100 'add: nobody' add l2@virtual.example nosuchuser "$V/d/l2"
acc 'x' 100 'add: root' add l2@virtual.example 0:0 "$V/d/l2"
acc '' 100 'add: an empty password' add l2@virtual.example "$user" "$V/d/l2"
exits 111 'add: no password' sh -c "qmail-account add l2@virtual.example $user $V/d/l2 < /dev/null"
nok 'and nothing was made' test -e "$V/d/l2"
acc 'x' 100 'usage' add l2@virtual.example
acc 'other' 0 'passwd' passwd LEE@virtual.example
login lee@virtual.example 'my pass'
is 'passwd: the old one is over' $code 1
login lee@virtual.example other
is 'passwd: the new one works' $code 5
acc 'x' 100 'passwd: nobody' passwd nobody@virtual.example
exits 0 'list' qmail-account list
is 'list: no hashes' "$(cat "$T/stdout")" \
    "Joe@virtual.example:set:$uid:$gid:$V/joe:
ann@virtual.example:set:$uid:$gid:$V/ann:1000S,10C
local@test.example:none:$uid:$gid:$V/local:
away@elsewhere.example:none:$uid:$gid:$V/away:
Lee@virtual.example:set:$uid:$gid:$V/d/lee:5000S"
exits 0 'list one' qmail-account list lee@virtual.example
is 'list one: it' "$(wc -l < "$T/stdout")" 1
exits 100 'list nobody' qmail-account list nobody@virtual.example
exits 0 'add: SIGCHLD was ignored' sh -c \
    "trap '' CHLD; echo x | { exec qmail-account add l3@virtual.example $user $V/d/l3; }"
exits 0 'remove it' qmail-account remove l3@virtual.example
exits 0 'remove' qmail-account remove lee@virtual.example
login lee@virtual.example other
is 'remove: no login' $code 1
ok 'remove: the mail stays' test -d "$V/d/lee/Maildir"
is 'comments and the others stay' "$(cat "$U/accounts")" "$(cat "$T/good")"
exits 100 'remove: nobody' qmail-account remove lee@virtual.example
exits 100 'usage: no command' qmail-account

# ---- passwords kept in the clear: spec: auth-and-relay.md 2
acc tanstaaf 0 'add -c' -c add mrose@virtual.example "$user" "$V/mrose"
is 'add -c: the line' "$(tail -n 1 "$U/accounts")" \
    "mrose@virtual.example:{PLAIN.b64}dGFuc3RhYWY=:$uid:$gid:$V/mrose:"
is 'list says clear' "$(qmail-account list mrose@virtual.example)" \
    "mrose@virtual.example:clear:$uid:$gid:$V/mrose:"
nok 'nothing of it in the public file' grep -aq dGFuc3RhYWY "$U/mailboxes.cdb"
answer() { # NAME CODE SECRET CHALLENGE
	check "mrose@virtual.example\0000$3\0000$4\0000" checkaccount "$T/show"
	is "$1" $code "$2"
}
answer 'the password itself' 5 tanstaaf '<1.2@x>'
answer 'another password' 1 tanstaag '<1.2@x>'
answer 'the text in its place' 1 '{PLAIN.b64}dGFuc3RhYWY=' '<1.2@x>'
# the examples of RFC 1939 and RFC 2195
banner='<1896.697170952@dbc.mtview.ca.us>'
digest=c4c9334bac560ecc979e58001b3e22fb
answer 'APOP' 5 $digest "$banner"
answer 'APOP: the other order' 5 "$banner" $digest
answer 'APOP: another challenge' 1 $digest '<1896.697170953@dbc.mtview.ca.us>'
answer 'APOP: another digest' 1 c4c9334bac560ecc979e58001b3e22fc "$banner"
answer 'APOP: no challenge' 1 $digest ''
answer 'APOP: half a digest' 1 c4c9334bac560ecc "$banner"
# md5('tanstaaf'): who gives a password himself must not choose the challenge
answer 'a digest of the password alone' 1 b3aa0ba4e1f957e5f3ef356cfc147008 ''
acc tanstaaftanstaaf 0 'passwd -c' -c passwd mrose@virtual.example
banner='<1896.697170952@postoffice.reston.mci.net>'
digest=b913a602c7eda7a495b4e6e7334d3890
answer 'CRAM-MD5' 5 $digest "$banner"
answer 'CRAM-MD5: the other order' 5 "$banner" $digest
answer 'CRAM-MD5: in upper case' 1 B913A602C7EDA7A495B4E6E7334D3890 "$banner"
# from end to end: what the client sends depends on the greeting
if command -v md5sum > "$T/trash"; then
	printf 'Subject: x\n\n' > "$V/mrose/Maildir/new/one,S=12"
	mkfifo "$T/in"
	qmail-popup test.example checkaccount qmail-pop3d Maildir < "$T/in" > "$T/wire" 2> "$T/stderr" &
	exec 7> "$T/in"
	ok 'the challenge' await 60 test -s "$T/wire"
	digest=$({ sed 's/^+OK \(<.*>\).*/\1/' "$T/wire" | tr -d '\r\n'
	printf tanstaaftanstaaf; } | md5sum | cut -c 1-32)
	printf 'APOP mrose@virtual.example %s\r\nNOOP\r\nQUIT\r\n' "$digest" >&7
	exec 7>&-
	wait $!
	is 'a session after APOP' "$(sed 1d "$T/wire" | tr -d '\r')" '+OK 
+OK 
+OK '
	like 'APOP in the log' "$(cat "$T/stderr")" 'auth ok user=mrose@virtual.example mech=apop'
fi
acc tanstaaf 0 'passwd: a hash again' passwd mrose@virtual.example
is 'list says so' "$(qmail-account list mrose@virtual.example)" \
    "mrose@virtual.example:set:$uid:$gid:$V/mrose:"
answer 'a hash answers no challenge' 1 c4c9334bac560ecc979e58001b3e22fb \
    '<1896.697170952@dbc.mtview.ca.us>'
answer 'but passwords' 5 tanstaaf '<1.2@x>'
acc x 100 '-c with remove' -c remove mrose@virtual.example
exits 100 '-c with list' qmail-account -c list
exits 0 'remove' qmail-account remove mrose@virtual.example

# on a terminal: asked twice, not shown
type2() { ptytype "$1" "$2" qmail-account passwd joe@virtual.example > "$T/tty"; code=$?; }
mkdir -p "$V/joe"
[ "$ROOT" = no ] || chown joe "$V/joe"
type2 typed1 typed1
is 'terminal: exit code' "$code" 0
is 'terminal: prompts, and no password' "$(tr -d '\r' < "$T/tty" | head -n 2)" 'password: 
once more: '
login joe@virtual.example typed1
is 'terminal: it is the new password' $code 5
type2 typed2 typed3
is 'terminal: two that differ' "$code" 100
login joe@virtual.example typed1
is 'terminal: then the old one stays' $code 5

# several at once
for i in 1 2 3 4 5 6 7 8; do
	echo x | qmail-account add "p$i@virtual.example" "$user" "$V/p$i" > "$T/p$i" 2>&1 &
	pids="${pids-} $!"
done
for p in $pids; do wait "$p"; done
is 'eight at the same time' "$(qmail-account list | grep -c '^p[0-9]@')" 8
login p8@virtual.example x
is 'all work' $code 5

# ---- delivery
mkdir -p "$T/d"
background qmail-start ./Maildir/ > "$T/log" 2>&1
printf 'Subject: one\n\nbody\n' | qmail-inject -fs@test.example P1@Virtual.example
printf 'Subject: two\n\nbody\n' | qmail-inject -fs@test.example p1-ext@virtual.example
ok 'a message arrives' await 60 sh -c "grep -lq 'Subject: one' '$V'/p1/Maildir/new/*"
like 'delivered as the account' "$(cat "$V"/p1/Maildir/new/*)" '^Delivered-To: virt-P1@Virtual.example$'
is 'its owner' "$(stat -c %u "$V"/p1/Maildir/new/* | head -n 1)" "$uid"
ok 'an extension without .qmail bounces' await 60 grep -q 'no_mailbox_here' "$T/log"

# ---- qmail-smtpd knows them
printf '%s\n' virtual.example test.example > "$H/control/rcpthosts"
echo virtual.example > "$H/control/accountdomains"
rcpt() { # NAME REPLY ADDRESS
	is "$1" "$(printf 'MAIL FROM:<>\r\nRCPT TO:<%s>\r\nQUIT\r\n' "$3" |
	    TCPREMOTEIP=192.0.2.1 qmail-smtpd 2> "$T/stderr" | tr -d '\r' | sed -n 3p)" "$2"
}
none='550 sorry, no mailbox here by that name (#5.1.1)'
rcpt 'RCPT: an account' '250 ok' P1@Virtual.Example
rcpt 'RCPT: an extension' '250 ok' p1-any-thing@virtual.example
rcpt 'RCPT: nobody' "$none" nobody@virtual.example
rcpt 'RCPT: somebody whose login is locked, elsewhere' '250 ok' any@test.example
echo list@virtual.example > "$H/control/validrcptto"
rcpt 'RCPT: an entry of validrcptto in such a host' '250 ok' list@virtual.example
rcpt 'RCPT: an account beside validrcptto' '250 ok' p1@virtual.example
rcpt 'RCPT: others need an entry then' "$none" any@test.example
rm "$H/control/validrcptto"
mv "$U/mailboxes.cdb" "$U/away.cdb"
like 'no list of accounts: a temporary error' "$(printf 'MAIL FROM:<>\r\nRCPT TO:<nobody@virtual.example>\r\nQUIT\r\n' |
    TCPREMOTEIP=192.0.2.1 qmail-smtpd 2> "$T/stderr" | tr -d '\r')" '^4[0-9][0-9] '
mv "$U/away.cdb" "$U/mailboxes.cdb"
rm "$H/control/accountdomains"

# ---- 100,000
rm -f "$U/accounts"
awk -v u="$uid" -v g="$gid" -v v="$V" -v h="$hash" 'BEGIN { for (i = 0; i < 100000; i++)
	print "user" i "@virtual.example:" h ":" u ":" g ":" v "/p1:" }' > "$U/accounts"
chmod 600 "$U/accounts"
exits 0 '100,000 accounts' qmail-newaccounts
login user99999@virtual.example secret
is 'log in' $code 5
if command -v strace > /dev/null 2>&1 && printf 'user4711@virtual.example\0secret\0t\0' > "$T/fd3" &&
    strace -o "$T/trace" checkaccount true 3< "$T/fd3" 2> "$T/stderr"; then
	# one of the table of 256, slots until it is found, key and data
	ok 'one look-up' test "$(grep -c '^pread64(' "$T/trace")" -le 8
fi
done_testing
