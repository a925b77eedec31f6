# dictionary.t: the whole POP3 chain against somebody who guesses passwords,
# sixteen at a time: each guess is refused and logged, others are served.
# FAULTS=all: 10,000 guesses, else a part of them.
. tests/lib.sh
new_home
guesses=1000
[ -z "${ASAN_OPTIONS-}" ] || guesses=200	# programs that start slowly
[ "${FAULTS-}" != all ] || guesses=10000
if [ "$ROOT" = yes ]; then uid=$(id -u joe) gid=$(id -g joe); else uid=$(id -u) gid=$(id -g); fi
# hashes that are checked quickly: crypt(3) is not what is tried here
# shellcheck disable=SC2016 # no variable
for name in pat lee; do
	echo "$name@test.example:$(crypttest "$name secret" '$5$rounds=1000$saltsalt$'):$uid:$gid:$T/$name:"
	mkdir "$T/$name"
	maildirmake "$T/$name/Maildir"
done > "$H/users/accounts"
chmod 600 "$H/users/accounts"
exits 0 'accounts' qmail-newaccounts
printf 'Subject: hello\n\nbody\n' > "$T/pat/Maildir/new/one"
touch -d '2020-01-01' "$T/pat/Maildir/new/one"
[ "$ROOT" = no ] || chown -R joe "$T/pat" "$T/lee"

serve() { # options of tcpserver: in a process group of its own
	rm -f "$T/port"
	background pgrphack tcpserver -1 -v -HRl0 "$@" 127.0.0.1 0 qmail-popup \
	    test.example checkaccount qmail-pop3d Maildir > "$T/port" 2> "$T/log"
	ok 'the server listens' await 60 test -s "$T/port"
	port=$(head -n 1 "$T/port")
}
printf 'USER pat@test.example\r\nPASS pat secret\r\nRETR 1\r\nRSET\r\nQUIT\r\n' > "$T/say"
honest() { # from another address than the guessers
	tcpclient -i 127.0.0.2 -HRl0 127.0.0.1 "$port" \
	    sh -c 'cat "$1" >&7; cat <&6' sh "$T/say" 2> "$T/trash" | tr -d '\r' | sed 1d
}
want='+OK 
+OK 
+OK 
Subject: hello

body
.
+OK 
+OK '
lines() { grep -c "$1" "$T/log"; }

# ---- as fast as they can, for five places
AUTHDELAY=0
export AUTHDELAY
serve -c 5
server=$last_pid
is 'an honest user' "$(honest)" "$want"
background sh -c 'pop3guess 16 "$1" 127.0.0.1 "$2" lee@test.example > "$3/said.new"
mv "$3/said.new" "$3/said"' sh $guesses "$port" "$T"
served=0
bad=0
began=$(date +%s)
while [ ! -e "$T/said" ]; do
	if [ "$(honest)" = "$want" ]; then served=$((served + 1)); else bad=$((bad + 1)); fi
done
note "$guesses guesses, $served honest sessions in $(($(date +%s) - began)) s"
is "$guesses guesses: all hear that" "$(cat "$T/said")" "refused=$guesses away=0 other=0"
ok 'honest users were served meanwhile' test $served -gt 0
is 'each time' $bad 0
is 'each guess is in the log of qmail-popup' \
    "$(lines '^qmail-popup: pid [0-9]* auth fail user=lee@test.example mech=user ip=127.0.0.1$')" $guesses
is 'and why, in that of checkaccount' \
    "$(lines '^checkaccount: info: refused user=lee@test.example ip=127.0.0.1: wrong password$')" $guesses
is 'and each session of the honest' "$(lines ' auth ok user=pat@test.example ')" $((served + 1))
unlike 'no guess itself: it may be nearly right' "$(cat "$T/log")" guess
ok 'all places are free again' await 60 sh -c 'grep status: "$1" | tail -n 1 | grep -q " 0/5$"' sh "$T/log"
is 'never were more than five taken' "$(sed -n 's/.*status: \([0-9]*\).*/\1/p' "$T/log" | sort -n | tail -n 1)" 5
kill "$server"
wait "$server"	# it writes to the same log

# ---- a refusal takes its time, and -C keeps places for others meanwhile
AUTHDELAY=60
serve -c 5 -C 3
server=$last_pid
background pop3guess 16 16 127.0.0.1 "$port" lee@test.example > "$T/said" 2> "$T/trash"
guessers=$last_pid
ok 'one address gets three places, the others are sent away' \
    await 60 sh -c '[ "$(grep -c "limit C reached for 127.0.0.1" "$1")" -eq 13 ]' sh "$T/log"
is 'honest users are served: the first' "$(honest)" "$want"
is 'the second' "$(honest)" "$want"
is 'and no guesser has heard anything' "$(lines ' auth fail ')$(cat "$T/said")" 0
ok 'the guessers are still there' kill -0 "$guessers"
kill -- "-$server" "$guessers"
done_testing
