# relay.t: POP before SMTP: the relay-ctrl programs
. tests/lib.sh
new_home
D=$T/allow
mkdir -p "$D"
chmod 777 "$D"
unset RELAY_CTRL_DIR_FD RELAY_CTRL_EXPIRY RELAY_CTRL_RELAYCLIENT RELAY_CTRL_V6PREFIX \
    RELAY_CTRL_LOG_IPS RELAY_CTRL_LOG_ENV RELAY_CTRL_RBLSKIP RELAY_CTRL_REMOTES \
    RELAY_CTRL_KEY RELAY_CTRL_KEY_FD RELAY_CTRL_PORT AUTHUSER AUTHARGV0 AUTHENTICATED USER DOMAIN RBLSMTPD
RELAY_CTRL_DIR=$D
export RELAY_CTRL_DIR
allow() { ip=$1; shift; env TCPREMOTEIP="$ip" "$@" relay-ctrl-allow; }
# what a program behind relay-ctrl-check sees
check() {
	ip=$1; shift
	env TCPREMOTEIP="$ip" "$@" relay-ctrl-check sh -c '
	echo "${RELAYCLIENT-unset}/${USER-}/${DOMAIN-}/${LD_PRELOAD-}/${RBLSMTPD-unset}"' 2> "$T/log"
}
old() { touch -d "$1 seconds ago" "$D/$2"; }

# spec: auth-and-relay.md 3.2
exits 0 'allow without a program' allow 10.0.0.1 USER=joe DOMAIN=test.example
is 'its records' "$(tr '\0' '|' < "$D/10.0.0.1")" 'USER=joe|DOMAIN=test.example|'
is 'its mode' "$(stat -c %a "$D/10.0.0.1")" 600
is 'no temporary file' "$(ls -A "$D")" 10.0.0.1
is 'allow runs its program' "$(env TCPREMOTEIP=10.0.0.2 relay-ctrl-allow echo here)" here
exits 7 'allow exits as its program' env TCPREMOTEIP=10.0.0.2 relay-ctrl-allow sh -c 'exit 7'
is 'without a user: an empty file' "$(cat "$D/10.0.0.2")" ''
exits 0 'a mapped address' allow ::ffff:10.0.0.3
ok 'is IPv4' test -f "$D/10.0.0.3"
exits 0 'IPv6 in one spelling' allow 2001:DB8:0:0::1
exits 0 'IPv6 in another' allow 2001:db8::0001
is 'is one file' "$(cd "$D" && ls | grep :)" 2001:db8::1
exits 111 'link-local IPv6 is refused' allow fe80::1
exits 111 'with a zone too' allow fe80::1%lo
exits 111 'a zone of another address' allow 2001:db8::1%lo

# spec: auth-and-relay.md 3.3
exits 111 'allow without TCPREMOTEIP' env -u TCPREMOTEIP relay-ctrl-allow true
like 'says so' "$(cat "$T/stderr")" '^relay-ctrl-allow\[[0-9]+\]: fatal: \$TCPREMOTEIP is not set$'
exits 111 'TCPREMOTEIP=../x' allow ../x
nok 'makes no file' test -e "$T/x"
exits 111 'a name that is no address' allow .hidden
exits 0 'a directory in trouble does not stop POP' env RELAY_CTRL_DIR="$T/none" TCPREMOTEIP=10.0.0.9 relay-ctrl-allow true
like 'but is told' "$(cat "$T/stderr")" 'warning: unable to open \$RELAY_CTRL_DIR: file does not exist'
exits 0 'no directory named' env -u RELAY_CTRL_DIR TCPREMOTEIP=10.0.0.9 relay-ctrl-allow true
exits 111 'a program that is not there' env TCPREMOTEIP=10.0.0.9 relay-ctrl-allow "$T/none"
rm -f "$D/10.0.0.9"
exits 0 'Courier: failed authentication' allow 10.0.0.8 AUTHUSER=u AUTHARGV0=p AUTHENTICATED=
nok 'is not remembered' test -e "$D/10.0.0.8"
exits 0 'Courier: good authentication' allow 10.0.0.8 AUTHUSER=u AUTHARGV0=p AUTHENTICATED=joe
ok 'is remembered' test -e "$D/10.0.0.8"

is 'check: fresh' "$(check 10.0.0.1)" '/joe/test.example//unset'
is 'check: unknown' "$(check 10.9.9.9)" 'unset////unset'
is 'check: RELAYCLIENT set already' "$(check 10.0.0.1 RELAYCLIENT=x)" 'x////unset'
is 'check: a value for RELAYCLIENT' "$(check 10.0.0.2 RELAY_CTRL_RELAYCLIENT=@gw)" '@gw////unset'
is 'check: RELAY_CTRL_RBLSKIP' "$(check 10.0.0.2 RELAY_CTRL_RBLSKIP=1)" '////'
is 'check: mapped' "$(check ::ffff:10.0.0.1)" '/joe/test.example//unset'
is 'check: IPv6' "$(check 2001:0db8::1)" '////unset'
is 'check: no address' "$(check ../10.0.0.1)" 'unset////unset'
is 'check: no TCPREMOTEIP' "$(env -u TCPREMOTEIP relay-ctrl-check sh -c 'echo "${RELAYCLIENT-unset}"' 2> "$T/log")" unset
like 'warns' "$(cat "$T/log")" 'warning: \$TCPREMOTEIP is not set'
is 'check: directory in trouble' "$(check 10.0.0.1 RELAY_CTRL_DIR="$T/none")" 'unset////unset'
like 'warns' "$(cat "$T/log")" 'warning: unable to open'
exits 1 'check without a program' relay-ctrl-check
exits 111 'check with a bad program' env TCPREMOTEIP=10.0.0.1 relay-ctrl-check "$T/none"

# what is logged
check 10.0.0.1 RELAY_CTRL_LOG_IPS=1 RELAY_CTRL_LOG_ENV=1 > /dev/null
like 'found' "$(cat "$T/log")" '^relay-ctrl-check\[[0-9]+\]: IP 10\.0\.0\.1 found, setting \$RELAYCLIENT$'
like 'variables' "$(cat "$T/log")" ': USER=joe$'
check 10.9.9.9 RELAY_CTRL_LOG_IPS=1 > /dev/null
like 'not found' "$(cat "$T/log")" '^relay-ctrl-check\[[0-9]+\]: IP 10\.9\.9\.9 not found$'
check 10.0.0.1 RELAY_CTRL_LOG_IPS=1 RELAYCLIENT= > /dev/null
like 'set already' "$(cat "$T/log")" ': \$RELAYCLIENT already set, not checking IP$'

# expiry
old 840 10.0.0.1
is 'fresh at 840 s' "$(check 10.0.0.1)" '/joe/test.example//unset'
is 'a shorter expiry' "$(check 10.0.0.2 RELAY_CTRL_EXPIRY=0)" '////unset'
old 910 10.0.0.1
is 'expired at 910 s' "$(check 10.0.0.1 RELAY_CTRL_LOG_IPS=1)" 'unset////unset'
like 'says so' "$(cat "$T/log")" ': Expired IP 10\.0\.0\.1 found, removing$'
nok 'and is removed' test -e "$D/10.0.0.1"
allow 10.0.0.1
old 50 10.0.0.1
is 'RELAY_CTRL_EXPIRY' "$(check 10.0.0.1 RELAY_CTRL_EXPIRY=40)" 'unset////unset'

# hostile files
# spec: auth-and-relay.md 4
printf 'LD_PRELOAD=x\0USER=eve\0PATH=/evil\0DOMAIN=cut' > "$D/10.0.0.4"
is 'only USER and DOMAIN, whole records only' "$(check 10.0.0.4)" '/eve///unset'
ln -s /etc/passwd "$D/10.0.0.5"
is 'a symbolic link is nothing' "$(check 10.0.0.5)" 'unset////unset'
mkfifo "$D/10.0.0.6"
is 'a fifo is nothing' "$(check 10.0.0.6)" 'unset////unset'
{ head -c 9000 /dev/zero | tr '\0' a; printf 'USER=late\0'; } > "$D/10.0.0.7"
is 'what is beyond 8192 bytes is not read' "$(check 10.0.0.7)" '////unset'
mkdir "$D/10.0.0.20"
is 'a folder is nothing' "$(check 10.0.0.20)" 'unset////unset'
rmdir "$D/10.0.0.20"

# spec: auth-and-relay.md 3.1
prefix() { env RELAY_CTRL_V6PREFIX=64 "$@"; }
exits 0 'allow an IPv6 prefix' prefix env TCPREMOTEIP=2001:db8:1:2:3::4 relay-ctrl-allow
ok 'has a name without a slash' test -f "$D/2001:db8:1:2::_64"
is 'check in the same prefix' "$(check 2001:db8:1:2:9::9 RELAY_CTRL_V6PREFIX=64)" '////unset'
is 'check in another' "$(check 2001:db8:1:3::4 RELAY_CTRL_V6PREFIX=64)" 'unset////unset'

# relay-ctrl-age
find "$D" -mindepth 1 -delete
for n in 1 2 3; do allow 10.1.0.$n; done
: > "$D/.123.456:789"
: > "$D/..odd"
old 2000 10.1.0.1
old 2000 .123.456:789
old 2000 ..odd
# names that are none of ours: all that is old goes, nothing outside is touched
nl='
'
: > "$D/new${nl}line"
: > "$D/-rf"
: > "$D/$(head -c 255 /dev/zero | tr '\0' x)"
: > "$T/outside"
ln -s ../outside "$D/link"
ln -s "$T" "$D/folder"
find "$D" -mindepth 1 ! -name '10.*' -exec touch -h -d '2000 seconds ago' {} +
touch -d '2000 seconds ago' "$T/outside"
exits 0 'age' relay-ctrl-age
ok 'not what a link leads to' test -e "$T/outside" -a -d "$T"
is 'removes what is old, temporary files too' "$(cd "$D" && ls -A | tr '\n' ' ')" '10.1.0.2 10.1.0.3 '
exits 0 'age: another expiry' env RELAY_CTRL_EXPIRY=1 sh -c 'touch -d "9 seconds ago" "$RELAY_CTRL_DIR"/*; exec relay-ctrl-age'
is 'removes all' "$(ls -A "$D")" ''
exits 111 'age without a directory' env RELAY_CTRL_DIR="$T/none" relay-ctrl-age
exits 111 'age: not told where' env -u RELAY_CTRL_DIR relay-ctrl-age
exits 100 'age: usage' relay-ctrl-age x

# 1000 logins at once from one address; 4: one file, nothing else
i=0
while [ $i -lt 20 ]; do
	( j=0; while [ $j -lt 50 ]; do allow 10.2.0.1 USER=u$i; j=$((j + 1)); done ) &
	i=$((i + 1))
done
wait
is '1000 parallel allows for one address: one file' "$(ls -A "$D")" 10.2.0.1
like 'whole' "$(tr '\0' '|' < "$D/10.2.0.1")" '^USER=u[0-9]+\|$'

# relay-ctrl-chdir: only those who were given the descriptor reach the folder
if [ "$ROOT" = yes ]; then
	mkdir -m 700 "$T/priv"
	mkdir -m 777 "$T/priv/allow"
	chmod 777 "$T/priv/allow"
	export RELAY_CTRL_DIR="$T/priv/allow"
	nok 'the folder is out of reach' as joe ls "$RELAY_CTRL_DIR"
	exits 0 'allow as the user' relay-ctrl-chdir env TCPREMOTEIP=10.3.0.1 USER=joe setuidgid joe relay-ctrl-allow
	is 'anybody may renew the file' "$(stat -c '%a %U' "$RELAY_CTRL_DIR/10.3.0.1")" '666 joe'
	exits 0 'allow as another user' relay-ctrl-chdir env TCPREMOTEIP=10.3.0.1 USER=ann setuidgid ann relay-ctrl-allow
	is 'renames over it' "$(stat -c '%U' "$RELAY_CTRL_DIR/10.3.0.1")" ann
	is 'check as the SMTP user' "$(relay-ctrl-chdir env TCPREMOTEIP=10.3.0.1 setuidgid qmaild relay-ctrl-check sh -c 'echo "${RELAYCLIENT-unset}/$USER"')" /ann
	is 'the descriptor is a high one' "$(relay-ctrl-chdir sh -c '[ "$RELAY_CTRL_DIR_FD" -gt 100 ] && echo yes')" yes
	is 'softlimit cannot take it away' "$(relay-ctrl-chdir softlimit -o 20 env TCPREMOTEIP=10.3.0.1 setuidgid qmaild relay-ctrl-check sh -c 'echo "${RELAYCLIENT-unset}"')" ''
	is 'the mail program does not get it' "$(relay-ctrl-chdir env TCPREMOTEIP=10.3.0.2 setuidgid joe relay-ctrl-allow sh -c 'echo "${RELAY_CTRL_DIR_FD-unset}"; ls -l /proc/self/fd | grep -c priv')" 'unset
0'
fi
exits 111 'chdir: no such folder' env RELAY_CTRL_DIR="$T/none" relay-ctrl-chdir true
exits 111 'chdir: not told where' env -u RELAY_CTRL_DIR relay-ctrl-chdir true
exits 100 'chdir: usage' relay-ctrl-chdir
export RELAY_CTRL_DIR="$D"
exits 111 'a descriptor that is no folder' sh -c 'RELAY_CTRL_DIR_FD=0 exec relay-ctrl-age < /dev/null'
exits 111 'a descriptor that is no number' env RELAY_CTRL_DIR_FD=x relay-ctrl-age

# relay-ctrl-send, relay-ctrl-udp
# spec: auth-and-relay.md 3.4
find "$D" -mindepth 1 -delete
serve() { # where [variable ...]
	address=$1; shift
	: > "$T/udp.log"
	background env "$@" RELAY_CTRL_PORT=0 relay-ctrl-udp "$address" 2> "$T/udp.log"
	server=$last_pid
	await 60 grep -q listening "$T/udp.log"
	port=$(sed -n 's/.*listening at port //p' "$T/udp.log")
	export RELAY_CTRL_PORT="$port"
}
stop() { kill "$server"; wait "$server" 2> /dev/null; }
# an answer ends it at once; a busy server may take longer than the usual 5 s
send() { env TCPREMOTEIP="$1" RELAY_CTRL_REMOTES="$2" RELAY_CTRL_TRIES=60 relay-ctrl-send; }
serve 127.0.0.1 RELAY_CTRL_LOG_IPS=1
exits 0 'send, and an answer' send 10.4.0.1 127.0.0.1
is 'is on record' "$(ls "$D")" 10.4.0.1
like 'and in the log' "$(cat "$T/udp.log")" 'IP 10\.4\.0\.1 allowed by 127\.0\.0\.1'
exits 0 'a port of its own' send 10.4.0.2 "127.0.0.1:$port"
exits 111 'a host that does not answer' env RELAY_CTRL_TIMEOUT=1 TCPREMOTEIP=10.4.0.3 \
    RELAY_CTRL_REMOTES="127.0.0.1,127.0.0.2" RELAY_CTRL_TRIES=1 relay-ctrl-send
ok 'the other one has heard' await 60 test -f "$D/10.4.0.3"
is 'with a program: it does not wait' "$(env TCPREMOTEIP=10.4.0.4 RELAY_CTRL_REMOTES=127.0.0.2 \
    relay-ctrl-send sh -c 'echo here' 2> "$T/log")" here
env TCPREMOTEIP=10.4.0.5 RELAY_CTRL_REMOTES=127.0.0.1 RELAY_CTRL_TRIES=60 relay-ctrl-send true
ok 'and it is sent' await 60 test -f "$D/10.4.0.5"
printf '../../x' | "$OUT/tests/tools/udpput" 127.0.0.1 "$port" 500 > "$T/answer"
await 60 grep -q 'bad request' "$T/udp.log"
is 'a bad request is not answered' "$(od -An -c "$T/answer" | tr -d ' ')" ''
nok 'and leaves nothing' test -e "$T/x"
printf '10.4.0.6' | "$OUT/tests/tools/udpput" 127.0.0.1 "$port" 60000 > "$T/answer"
is 'the answer is one byte, 1' "$(od -An -tx1 "$T/answer" | tr -d ' ')" 01
stop
exits 111 'send: no remotes' env -u RELAY_CTRL_REMOTES TCPREMOTEIP=10.4.0.1 relay-ctrl-send
exits 111 'send: bad remotes' send 10.4.0.1 'host.example'
exits 111 'send: no address' send nobody 127.0.0.1
exits 111 'send: no TCPREMOTEIP' env -u TCPREMOTEIP RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
exits 100 'udp: usage' relay-ctrl-udp a b
exits 100 'udp: no address' relay-ctrl-udp host

# with a key
echo 'a secret of this test' > "$T/key"
echo 'another' > "$T/key2"
serve 127.0.0.1 RELAY_CTRL_KEY="$T/key"
exits 0 'signed' env RELAY_CTRL_KEY="$T/key" RELAY_CTRL_TRIES=60 TCPREMOTEIP=10.5.0.1 \
    RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
ok 'is on record' test -f "$D/10.5.0.1"
exits 111 'plain is refused' env RELAY_CTRL_TRIES=1 TCPREMOTEIP=10.5.0.2 RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
exits 111 'another key is refused' env RELAY_CTRL_KEY="$T/key2" RELAY_CTRL_TRIES=1 \
    TCPREMOTEIP=10.5.0.3 RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
is 'neither is on record' "$(ls "$D" | grep '^10.5')" 10.5.0.1
exits 0 'the key by its descriptor' env RELAY_CTRL_KEY="$T/key" relay-ctrl-chdir env -u RELAY_CTRL_KEY \
    RELAY_CTRL_TRIES=60 TCPREMOTEIP=10.5.0.4 RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
: > "$T/nokey"
exits 111 'an empty key is no key' env RELAY_CTRL_KEY="$T/nokey" TCPREMOTEIP=10.5.0.5 RELAY_CTRL_REMOTES=127.0.0.1 relay-ctrl-send
stop
if [ "$ROOT" = yes ]; then
	serve ::1
	exits 0 'by IPv6' send 2001:db8::7 '::1'
	exits 0 'by IPv6, with a port' send 2001:db8::8 "[::1]:$port"
	ok 'is on record' test -f "$D/2001:db8::8"
	stop
	chmod 777 "$D"
	serve 127.0.0.1 UID="$(id -u joe)" GID="$(id -g joe)"
	exits 0 'the daemon gives up root' send 10.6.0.1 127.0.0.1
	is 'the file is its own' "$(stat -c %U "$D/10.6.0.1")" joe
	stop
fi
done_testing
