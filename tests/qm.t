#!/bin/sh
# qmail-qmtpd and qmail-qmqpd.  The queue is a double that keeps what it gets
# in $T/msg and $T/env.
. tests/lib.sh
new_home
cat > "$T/qq" <<'END'
#!/bin/sh
exec 3<&1
cat > "$T/msg"
tr '\0' '!' <&3 > "$T/env"
[ -z "${TEXT-}" ] || printf '%s' "$TEXT" >&6
exit "${CODE:-0}"
END
chmod 755 "$T/qq"
export QMAILQUEUE="$T/qq"
C=$H/control
cr=$(printf '\r')
lf='
'
ns() { printf '%d:%s,' "${#1}" "$1"; }
body() { sed 1,2d "$T/msg" | od -An -c | tr -d ' \n'; }
envelope() { cat "$T/env" 2> /dev/null; }
# feed PROGRAM: bytes of fd 0; answer in $got, exit code in $code.  Its queue
# program may outlive it, and would write into the next one's files: cat waits
# until both have closed descriptor 2.
feed() {
	rm -f "$T/msg" "$T/env"
	{ "$@" > "$T/got" 2>&3 3>&-; echo $? > "$T/code"; } 3>&1 | cat > "$T/err"
	code=$(cat "$T/code")
	got=$(cat "$T/got")
}
qmtp() { feed qmail-qmtpd; }
# letter MESSAGE SENDER RECIPIENT...: one message of QMTP
letter() {
	ns "$1"
	ns "$2"
	shift 2
	list=
	for r in "$@"; do list=$list$(ns "$r"); done
	ns "$list"
}
no_host='66:Dsorry, that domain isn'\''t in my list of allowed rcpthosts (#5.7.1),'
no_address='46:Dsorry, I can'\''t handle that recipient (#5.1.3),'

# ---- spec: protocols.md 4 ----
letter "${lf}a${lf}b" s@x joe@test.example > "$T/in"
qmtp < "$T/in"
like 'accepted' "$got" '^[0-9]+:Kok [0-9]+ qp [0-9]+,$'
is 'the length is right' "${got%%:*}" "$(($(wc -c < "$T/got") - 4))"
is 'end of input: exit 0' "$code" 0
is 'lines in LF: as they are' "$(body)" 'a\nb'
is 'envelope' "$(envelope)" 'Fs@x!Tjoe@test.example!!'
like 'Received' "$(sed 2q "$T/msg")" '^  by unknown with QMTP; [0-9]'
like 'no HELO' "$(sed 1q "$T/msg")" '^Received: from unknown \(unknown\)$'
letter "${cr}a$cr${lf}b${cr}c$cr$cr${lf}d$cr" '' joe@test.example > "$T/in"
qmtp < "$T/in"
is 'lines in CR LF: to LF, lone CR stays' "$(body)" 'a\nb\rc\r\nd\r'
is 'empty sender' "$(envelope)" 'F!Tjoe@test.example!!'
{ letter "${lf}1" s@x a@test.example b@far c@test.example
letter "${lf}2" s@x d@test.example; } > "$T/in"
qmtp < "$T/in"
like 'answers in order' "$got" "^[0-9]+:Kok [0-9]+ qp [0-9]+,66:Dsorry, .*\(#5\.7\.1\),[0-9]+:Kok [0-9 qp]+,[0-9]+:Kok [0-9 qp]+,$"
is 'the second message' "$(body) $(envelope)" '2 Fs@x!Td@test.example!!'
letter "${lf}1" s@x a@test.example b@far c@test.example > "$T/in"
qmtp < "$T/in"
is 'refused recipients get nothing' "$(envelope)" \
    'Fs@x!Ta@test.example!Tc@test.example!!'
letter "$lf" s@x b@far > "$T/in"
qmtp < "$T/in"
is 'only refused recipients' "$got" "$no_host"
is 'then nothing is queued' "$(tr -d '!' < "$T/env")" ''
letter "$lf" s@x > "$T/in"
qmtp < "$T/in"
is 'no recipients, no answers' "$code$got" 0
long=$(printf '%0999d' 0)
letter "$lf" "0$long" a@test.example > "$T/in"
qmtp < "$T/in"
is 'sender of 1000 bytes' "$got" '29:Dunacceptable sender (#5.1.7),'
letter "$lf" "$long" a@test.example > "$T/in"
qmtp < "$T/in"
like 'sender of 999 bytes' "$got" ':Kok '
printf '1:\n,3:a\0b,18:14:a@test.example,,' > "$T/in"
qmtp < "$T/in"
is 'sender with NUL' "$got" '29:Dunacceptable sender (#5.1.7),'
letter "$lf" s@x "0$long" "a${lf}b@test.example" > "$T/in"
qmtp < "$T/in"
is 'recipient too long, with control bytes' "$got" "$no_address$no_address"
printf '1:\n,3:s@x,20:16:a\0b@test.example,,' > "$T/in"
qmtp < "$T/in"
is 'recipient with NUL' "$got" "$no_address"
letter "$lf" s@x "$long" joe@far > "$T/in"
export RELAYCLIENT=
qmtp < "$T/in"
like 'RELAYCLIENT: no rcpthosts' "$got" '^[0-9]+:Kok .*[0-9]+:Kok '
export RELAYCLIENT=x
qmtp < "$T/in"
like 'RELAYCLIENT counts' "$got" '^46:D.*:Kok '
is 'RELAYCLIENT is appended' "$(envelope)" 'Fs@x!Tjoe@farx!!'
unset RELAYCLIENT
echo 10 > "$C/databytes"
letter "${lf}1234567890" s@x a@test.example b@far > "$T/in"
qmtp < "$T/in"
like 'exactly databytes' "$got" '^[0-9]+:Kok '
letter "${lf}12345678901" s@x a@test.example b@far > "$T/in"
qmtp < "$T/in"
is 'oversize' "$got" "61:Dsorry, that message size exceeds my databytes limit (#5.3.4),$no_host"
export DATABYTES=0
qmtp < "$T/in"
like 'DATABYTES' "$got" '^[0-9]+:Kok '
unset DATABYTES
rm "$C/databytes"
letter "$lf" s@x a@test.example > "$T/in"
export CODE=31
qmtp < "$T/in"
is 'queue says no' "$got" '50:Dmail server permanently rejected message (#5.3.0),'
export CODE=71
qmtp < "$T/in"
is 'queue says later' "$got" '50:Zmail server temporarily rejected message (#4.3.0),'
export CODE=82 TEXT='Down text'
qmtp < "$T/in"
is 'queue says it in its words' "$got" '9:Down text,'
unset CODE TEXT
# exit NAME CODE BYTES
exit_of() {
	printf '%b' "$3" > "$T/in"
	feed "$program" < "$T/in"
	is "$program: $1" "$code $got" "$2 "
	is "$program: $1: no envelope" "$(envelope)" ''
}
program=qmail-qmtpd
exit_of 'nothing' 0 ''
exit_of 'cut off in a length' 0 '12'
exit_of 'cut off in a message' 0 '12:\nabc'
exit_of 'cut off before the sender' 0 '1:\n,'
{ letter "${lf}1" s@x a@test.example; echo 'nonsense'; } > "$T/in"
qmtp < "$T/in"
like 'nonsense behind a message: the message is answered' "$code $got" '^100 [0-9]+:Kok [0-9 qp]+,$'
exit_of 'empty message' 100 '0:,1:s,0:,'
exit_of 'first byte' 100 '1:x,'
exit_of 'no length' 100 ':\n,'
exit_of 'no digits' 100 'x:\n,'
exit_of 'no comma' 100 '1:\nx'
exit_of 'recipient longer than the list' 100 '1:\n,1:s,4:9:a,,'
exit_of 'list ends inside a recipient' 100 '1:\n,1:s,3:2:a,,'
exit_of 'list with something behind' 100 '1:\n,1:s,5:1:a,x,'
exit_of 'too long' 111 '200000001:\n'
exit_of 'length of many digits' 111 '99999999999999999999999999999999:\n'
exit_of 'too many recipients' 111 '1:\n,1:s,100000000:'
mkdir "$C/databytes"
exit_of 'unreadable controls' 111 ''
rmdir "$C/databytes"
rm "$C/rcpthosts"
letter "$lf" s@x a@anywhere > "$T/in"
qmtp < "$T/in"
like 'no rcpthosts' "$got" ':Kok '
like 'is said' "$(cat "$T/err")" '^qmail-qmtpd: warning: no control/rcpthosts: '
echo test.example > "$C/rcpthosts"

# ---- spec: protocols.md 5 ----
qmqp() { feed qmail-qmqpd; }
parcel() {
	all=
	for part in "$@"; do all=$all$(ns "$part"); done
	ns "$all"
}
parcel "a${lf}b${cr}c" s@x joe@anywhere ann@far > "$T/in"
qmqp < "$T/in"
like 'QMQP: accepted' "$got" '^[0-9]+:Kok [0-9]+ qp [0-9]+,$'
is 'QMQP: exit 0' "$code" 0
is 'QMQP: as it is' "$(body)" 'a\nb\rc'
is 'QMQP: envelope, no relay control' "$(envelope)" \
    'Fs@x!Tjoe@anywhere!Tann@far!!'
like 'QMQP: Received' "$(sed 2q "$T/msg")" '^  by unknown with QMQP; [0-9]'
parcel m s@x > "$T/in"
qmqp < "$T/in"
like 'QMQP: no recipients' "$got$(envelope)" ':Kok .*,Fs@x!!$'
parcel '' '' r@x > "$T/in"
qmqp < "$T/in"
like 'QMQP: empty message and sender' "$got$(envelope)" ':Kok .*,F!Tr@x!!$'
bad_address='51:Dsorry, I can'\''t accept addresses like that (#5.1.3),'
parcel m "0$long" r@x > "$T/in"
qmqp < "$T/in"
is 'QMQP: sender of 1000 bytes' "$got" "$bad_address"
parcel m s@x "0$long" r@x > "$T/in"
qmqp < "$T/in"
is 'QMQP: recipient of 1000 bytes' "$got" "$bad_address"
parcel m "$long" "$long" > "$T/in"
qmqp < "$T/in"
like 'QMQP: 999 bytes' "$got" ':Kok '
parcel m s@x "a${lf}b" > "$T/in"
qmqp < "$T/in"
is 'QMQP: control bytes' "$got" "$bad_address"
printf '16:1:m,3:s@x,3:a\0b,,' > "$T/in"
qmqp < "$T/in"
is 'QMQP: NUL' "$got" "$bad_address"
parcel m s@x r@x > "$T/in"
export CODE=53
qmqp < "$T/in"
is 'QMQP: queue says later' "$got" '37:Zqq write error or disk full (#4.3.0),'
unset CODE
program=qmail-qmqpd
exit_of 'nothing' 0 ''
exit_of 'cut off' 0 '16:1:m,3:s@x,'
exit_of 'inner longer than outer' 100 '6:9:m,,'
exit_of 'inner ends where the outer does' 100 '3:1:m,'
exit_of 'no sender' 100 '4:1:m,,'
exit_of 'no comma' 100 '8:1:m,1:s,x'
exit_of 'not digits' 100 '1x:'
exit_of 'too long' 111 '200000001:'
done_testing
