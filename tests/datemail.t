#!/bin/sh
# predate, datemail, mailsubj: what they put before a message, and exit codes.
. tests/lib.sh
new_home
export QMAILUSER=u
cat > "$T/qq" <<'END'
#!/bin/sh
cat > "$QQ_DIR/message"
tr '\0' '!' <&1 > "$QQ_DIR/envelope"
exit "${QQ_EXIT-0}"
END
chmod 755 "$T/qq"
mkdir "$T/q"
chmod 777 "$T/q"
export QQ_DIR="$T/q" QMAILQUEUE="$T/qq"
DATE='[1-9][0-9]? [A-Z][a-z]{2} 20[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}'

# ---- predate (spec: programs.md 16, messages.md 10) ----
printf 'To: a\n\nhi' > "$T/in"
is 'the message follows' "$(predate cat < "$T/in" | sed 1d)" 'To: a

hi'
zone() { # NAME TZ WANT
	like "$1" "$(TZ=$2 predate cat < /dev/null)" "^Date: $DATE $3\$"
}
zone 'UTC' UTC0 '[+]0000'
zone 'east' XXX-1 '[+]0100'
zone 'west' XXX3:30 '-0330'
zone 'odd minutes' XXX-5:45 '[+]0545'
zone 'far east' XXX-14 '[+]1400'
zone 'far west' XXX12 '-1200'
# The hours differ from UTC by the zone: a day ahead and behind agree.
is_local() { # NAME TZ; anew when a day begins meanwhile
	day= got=
	while [ "$day" != "$(TZ=$2 date '+%-d %b %Y')" ]; do
		day=$(TZ=$2 date '+%-d %b %Y')
		got=$(TZ=$2 predate cat < /dev/null)
	done
	like "$1" "$got" "^Date: $day "
}
is_local 'the time is local' XXX-14
is_local 'the day before too' XXX12
is 'arguments' "$(predate sh -c 'sed 1d; echo "$0|$1"' 'a b' -c < "$T/in")" \
    'To: a

hia b|-c'
exits 42 'exit code' predate sh -c 'cat > /dev/null; exit 42' < "$T/in"
exits 111 'crash' predate sh -c 'kill -9 $$' < "$T/in"
is 'crash: text' "$(cat "$T/stderr")" 'predate: fatal: sh crashed'
exits 100 'no such program' predate no-such-program < /dev/null
exits 100 'usage' predate
is 'usage: text' "$(cat "$T/stderr")" 'predate: usage: predate prog [ arg ... ]'
exits 0 'a program that does not read' sh -c 'yes | head -c 1000000 | predate true'
exits 111 'unreadable message' sh -c "predate sh -c 'cat > $T/part; touch $T/done' < ."
nok 'the program does not take a part for the whole' test -e "$T/done"

# ---- datemail ----
ok 'datemail' sh -c "TZ=XXX-5:45 datemail -f s@x.y a@b.c < $T/in"
like 'datemail: the date' "$(cat "$T/q/message")" "^Date: $DATE \+0545\$"
is 'datemail: one date' "$(grep -c '^Date' "$T/q/message")" 1
is 'datemail: envelope' "$(cat "$T/q/envelope")" 'Fs@x.y!Ta@b.c!!'
QQ_EXIT=31 exits 100 'datemail: exit code' sh -c "datemail a@b.c < $T/in"
exits 100 'datemail: bad option' sh -c "datemail -q < $T/in"

# ---- mailsubj ----
subject() { # NAME WANT(message from Subject) WANT(envelope) ARGS...
	subject_name=$1
	subject_want=$2
	subject_envelope=$3
	shift 3
	rm -f "$T/q/"*
	printf 'To: x\n\nhi\n' | mailsubj "$@"
	is "$subject_name" "$(sed -n '/^Subject/,$p' "$T/q/message")" "$subject_want"
	is "$subject_name: envelope" "$(cat "$T/q/envelope")" "$subject_envelope"
}
subject 'mailsubj' 'Subject: a  b
To: x@y.z

To: x

hi' 'Fu@test.example!Tx@y.z!!' 'a  b' x@y.z
subject 'several' 'Subject: -n
To: x@y.z, Q R <q@r.s>

To: x

hi' 'Fu@test.example!Tq@r.s!Tx@y.z!!' '-n' x@y.z 'Q R <q@r.s>'
subject 'nothing is expanded' 'Subject: \n $HOME `id` %s *
To: x@y.z

To: x

hi' 'Fu@test.example!Tx@y.z!!' '\n $HOME `id` %s *' x@y.z
subject 'line ends do not begin fields' 'Subject: a Bcc: q@r.s
To: x@y.z, Bcc: q@r.s;

To: x

hi' 'Fu@test.example!Tq@r.s!Tx@y.z!!' 'a
Bcc: q@r.s' x@y.z 'Bcc:
q@r.s;'
QQ_EXIT=31 exits 100 'mailsubj: exit code' mailsubj s x@y.z < "$T/in"
exits 100 'mailsubj: usage' mailsubj s
is 'mailsubj: usage text' "$(cat "$T/stderr")" \
    'mailsubj: usage: mailsubj subject recipient [ ... ]'
done_testing
