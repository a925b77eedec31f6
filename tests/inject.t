#!/bin/sh
# qmail-inject: what becomes of a header, who gets the message, what is said.
. tests/lib.sh
new_home
cd "$H" || exit 1
unset QMAILUSER QMAILHOST QMAILNAME QMAILSUSER QMAILSHOST MAILUSER MAILHOST
unset MAILNAME NAME USER LOGNAME QMAILDEFAULTDOMAIN QMAILDEFAULTHOST
unset QMAILPLUSDOMAIN QMAILIDHOST QMAILMFTFILE
echo dh > control/defaulthost
echo dd > control/defaultdomain
echo pd > control/plusdomain
echo id.example > control/idhost
export QMAILUSER=u

# A stand-in for qmail-queue: keeps both inputs, exits with $QQ_EXIT.
cat > "$T/qq" <<'END'
#!/bin/sh
cat > "$QQ_DIR/message"
tr '\0' '!' <&1 > "$QQ_DIR/envelope"
[ -n "${QQ_TEXT-}" ] && printf '%s' "$QQ_TEXT" >&4
exit "${QQ_EXIT-0}"
END
chmod 755 "$T/qq"
mkdir "$T/q"
chmod 777 "$T/q"
export QQ_DIR="$T/q"

# What changes with time and process becomes words.
fixed() {
	sed -e 's/[0-9]* [A-Z][a-z][a-z] 20[0-9][0-9] [0-9:]* -0000$/DATE/' \
	    -e 's/<20[0-9]*\.[0-9]*\.qmail@/<TIME.PID.qmail@/' \
	    -e 's/-1[0-9]\{9\}\.[0-9]*/-TIME.PID/'
}
# shows NAME INPUT WANT ARGS...: output of qmail-inject -n
# Both are printf formats; WANT has no Return-Path line, and ADDED stands for
# the three fields that most messages get.
ADDED='Date: DATE\nMessage-ID: <TIME.PID.qmail@id.example>\nFrom: u@dh.dd\n'
shows() {
	name=$1
	# shellcheck disable=SC2059 # formats on purpose
	printf "$2" > "$T/in"
	# shellcheck disable=SC2059
	case $3 in
	ADDED*) printf "$ADDED${3#ADDED}" > "$T/want" ;;
	*) printf "$3" > "$T/want" ;;
	esac
	shift 3
	bin/qmail-inject -n "$@" < "$T/in" > "$T/got" 2> "$T/err" ||
		echo "exit $?: $(cat "$T/err")" >> "$T/got"
	sed 1d "$T/got" | fixed > "$T/got2"
	same_file "$name" "$T/got2" "$T/want"
}
# envelope NAME INPUT WANT ARGS...: what the queue program gets on fd 1
envelope() {
	name=$1
	# shellcheck disable=SC2059
	printf "$2" > "$T/in"
	want=$3
	shift 3
	rm -f "$T/q/"*
	QMAILQUEUE=$T/qq bin/qmail-inject "$@" < "$T/in" 2> "$T/err" ||
		echo "exit $?: $(cat "$T/err")" >> "$T/q/envelope"
	is "$name" "$(fixed < "$T/q/envelope")" "$want"
}
# sender NAME INPUT WANT ARGS...: the Return-Path that -n shows
sender() {
	name=$1
	# shellcheck disable=SC2059
	printf "$2" > "$T/in"
	want=$3
	shift 3
	is "$name" "$(bin/qmail-inject -n "$@" < "$T/in" 2>&1 | sed 1q | fixed)" \
	    "Return-Path: <$want>"
}
# fails CODE NAME INPUT TEXT ARGS...: exit code and all of fd 2
fails() {
	fail_name=$2
	# shellcheck disable=SC2059
	printf "$3" > "$T/in"
	fail_code=$1
	fail_text=$4
	shift 4
	exits "$fail_code" "$fail_name: exit code" \
	    sh -c 'exec "$@" < "$0"' "$T/in" bin/qmail-inject "$@"
	is "$fail_name: text" "$(cat "$T/stderr")" "$fail_text"
}

# ---- header and body (spec: messages.md 4) ----
shows 'no input' '' 'ADDEDCc: recipient list not shown: ;\n\n'
shows 'empty header' '\nhi\n' 'ADDEDCc: recipient list not shown: ;\n\nhi\n'
shows 'header only' 'To: a@b.c\n' 'ADDEDTo: a@b.c\n\n'
shows 'last LF of header' 'To: a@b.c' 'ADDEDTo: a@b.c\n\n'
shows 'last LF of body' 'To: a@b.c\n\nhi' 'ADDEDTo: a@b.c\n\nhi\n'
shows 'body as it is' 'To: a@b.c\n\n\n.\nTo: x\n\r\t\n\n' \
    'ADDEDTo: a@b.c\n\n\n.\nTo: x\n\r\t\n\n'
shows 'no field: body' 'To: a@b.c\nhello\nX: y\n' \
    'ADDEDTo: a@b.c\n\nhello\nX: y\n'
shows 'no field at once' 'hello' \
    'ADDEDCc: recipient list not shown: ;\n\nhello\n'
shows 'blank first line' ' x\nTo: a\n' \
    'ADDEDCc: recipient list not shown: ;\n\n x\nTo: a\n'
shows 'CR is no empty line' 'X: y\n\r\nTo: a\n' \
    'ADDEDCc: recipient list not shown: ;\nX: y\n\n\r\nTo: a\n'
shows 'continued' 'Subject: a\n b\n\tc\nTo: a@b.c,\n d@e.f\n' \
    'ADDEDSubject: a\n b\n\tc\nTo: a@b.c, d@e.f\n\n'
shows 'continued last line' 'Subject: a\n b' \
    'ADDEDCc: recipient list not shown: ;\nSubject: a\n b\n\n'
shows 'name bytes' '!#$%%&-_~{}: x\n' \
    'ADDEDCc: recipient list not shown: ;\n!#$%%&-_~{}: x\n\n'
shows 'empty name' ': x\n' 'ADDEDCc: recipient list not shown: ;\n\n: x\n'
shows 'name of 8 bits' 'X\303: x\n' \
    'ADDEDCc: recipient list not shown: ;\n\nX\303: x\n'
shows 'blanks before colon' 'X \t: y\nto : a\n' \
    'ADDEDX \t: y\nto: a@dh.dd\n\n'
shows 'blank inside name' 'X Y: z\n' \
    'ADDEDCc: recipient list not shown: ;\n\nX Y: z\n'
shows 'mbox line' 'From joe Tue Nov\nTo: a@b.c\n' \
    'ADDEDMBOX-Line: From joe Tue Nov\nTo: a@b.c\n\n'
shows 'mbox line with colon' 'From : joe\n continued\n' \
    'ADDEDCc: recipient list not shown: ;\nMBOX-Line: From : joe\n continued\n\n'
shows 'empty value' 'Subject:\nTo:\n' 'ADDEDSubject:\nTo:\n\n'
shows 'NUL is a byte' 'Subject: a\000b\n\nc\000d\n' \
    'ADDEDCc: recipient list not shown: ;\nSubject: a\000b\n\nc\000d\n'

# ---- each field (spec: messages.md 4.1) ----
for f in To Cc Apparently-To Sender Reply-To Return-Receipt-To Errors-To; do
	none='Cc: recipient list not shown: ;\n'
	case $f in To|Cc) none= ;; esac
	shows "$f is rewritten" "$f: a  b@c\n" "ADDED${none}$f: a@dh.dd, b@c.dd\n\n"
done
shows 'From is rewritten' 'To: a@b.c\nFROM: x\n' \
    'Date: DATE\nMessage-ID: <TIME.PID.qmail@id.example>\nTo: a@b.c\nFROM: x@dh.dd\n\n'
for f in Resent-To Resent-Cc Resent-Sender Resent-From Resent-Reply-To; do
	from='Resent-From: u@dh.dd\n'
	none='Resent-Cc: recipient list not shown: ;\n'
	case $f in
	Resent-To|Resent-Cc) none= ;;
	Resent-From) from= ;;
	esac
	shows "$f is rewritten" "$f: a b@c\n" \
	    "Resent-Date: DATE\nResent-Message-ID: <TIME.PID.qmail@id.example>\n$from$none$f: a@dh.dd, b@c.dd\n\n"
done
shows 'Bcc is removed' 'Bcc: a@b.c\n' 'ADDEDCc: recipient list not shown: ;\n\n'
shows 'Resent-Bcc is removed' 'Resent-Bcc: a@b.c\n' \
    'Resent-Date: DATE\nResent-Message-ID: <TIME.PID.qmail@id.example>\nResent-From: u@dh.dd\nResent-Cc: recipient list not shown: ;\n\n'
shows 'Return-Path is removed' 'Return-Path: <a>\nTo: b@c.d\n' 'ADDEDTo: b@c.d\n\n'
shows 'Content-Length is removed' 'Content-length : 5\nTo: b@c.d\n' 'ADDEDTo: b@c.d\n\n'
for f in Subject Received Delivered-To Notice-Requested-Upon-Delivery-To \
    Mail-Followup-To Mail-Reply-To X-Any Content-Type List-Id; do
	shows "$f is kept" "To: a@b.c\n$f :  a,b ( x\n  y )\n" \
	    "ADDEDTo: a@b.c\n$f :  a,b ( x\n  y )\n\n"
done
shows 'Date is kept' 'date:  any\nTo: a@b.c\n' \
    'Message-ID: <TIME.PID.qmail@id.example>\nFrom: u@dh.dd\ndate:  any\nTo: a@b.c\n\n'
shows 'Message-ID is kept' 'message-id:  <x >\nTo: a@b.c\n' \
    'Date: DATE\nFrom: u@dh.dd\nmessage-id:  <x >\nTo: a@b.c\n\n'
shows 'both To twice' 'To: a\nTo: b\n' 'ADDEDTo: a@dh.dd\nTo: b@dh.dd\n\n'

# ---- parse failures (spec: messages.md 4.1) ----
for f in To Cc Apparently-To; do
	none='Cc: recipient list not shown: ;\n'
	case $f in To|Cc) none= ;; esac
	shows "unparsable $f stays" "$f :  a (\nSubject: x\n" \
	    "ADDED${none}$f :  a (\nSubject: x\n\n"
	envelope "unparsable $f has no recipients" "$f: a (\n" 'Fu@dh.dd!!'
done
shows 'unparsable Bcc stays secret' 'To: a@b.c\nBcc: a (\n' 'ADDEDTo: a@b.c\n\n'
envelope 'unparsable Cc, good To' 'To: a\nCc: (\nBcc: b\n' \
    'Fu@dh.dd!Ta@dh.dd!Tb@dh.dd!!'
for f in Sender From Reply-To Return-Receipt-To Errors-To Resent-Sender \
    Resent-From Resent-Reply-To Return-Path; do
	fails 100 "unparsable $f" "To: a\n$f: a\n (b\n\n" \
	    "qmail-inject: fatal: unable to parse this line:
$f: a
 (b"
done
fails 100 'control bytes are not shown' 'From: \033[2J(\n' \
    'qmail-inject: fatal: unable to parse this line:
From: ?[2J('

# ---- generated fields (spec: messages.md 4.2) ----
shows 'Cc is enough' 'Cc: a@b.c\n' 'ADDEDCc: a@b.c\n\n'
shows 'Apparently-To is not' 'Apparently-To: a@b.c\n' \
    'ADDEDCc: recipient list not shown: ;\nApparently-To: a@b.c\n\n'
shows 'order of the others' 'X: 1\nTo: a@b.c\nBcc: z\nY: 2\nCc: d@e.f\nX: 3\n' \
    'ADDEDX: 1\nTo: a@b.c\nY: 2\nCc: d@e.f\nX: 3\n\n'
for f in Sender From Reply-To To Cc Bcc Date Message-ID; do
	# each makes the message a resent one: no plain field is added
	printf 'To: a@b.c\nResent-%s: x@y.z\n' $f > "$T/in"
	bin/qmail-inject -n < "$T/in" > "$T/got"
	unlike "Resent-$f: no plain fields" "$(cat "$T/got")" '^(Date|Message-ID|From|Cc):'
	like "Resent-$f: a date" "$(cat "$T/got")" '^Resent-Date: '
	is "Resent-$f: a sender" "$(grep -c '^Resent-From: ' "$T/got")" 1
done
QMAILIDHOST=x.y shows 'QMAILIDHOST' 'To: a@b.c\nFrom: x@y.z\n' \
    'Date: DATE\nMessage-ID: <TIME.PID.qmail@x.y>\nTo: a@b.c\nFrom: x@y.z\n\n'
bin/qmail-inject -n < /dev/null > "$T/got"
like 'Date has the form of messages.md 1' "$(cat "$T/got")" \
    '^Date: [1-9][0-9]? [A-Z][a-z]{2} 20[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} -0000$'
like 'Message-ID has the form' "$(cat "$T/got")" \
    '^Message-ID: <20[0-9]{12}\.[1-9][0-9]*\.qmail@id\.example>$'

# ---- From (spec: messages.md 4.4) ----
from() { # NAME WANT, with variables set
	is "$1" "$(bin/qmail-inject -n < /dev/null | grep -A1 '^From:' |
	    grep -v '^Cc')" "From: $2"
}
from 'user' 'u@dh.dd'
QMAILHOST=h from 'QMAILHOST' 'u@h.dd'
QMAILHOST=h.d MAILHOST=x from 'QMAILHOST first' 'u@h.d'
MAILHOST=h+ from 'MAILHOST' 'u@h.pd'
QMAILUSER='u v' from 'user with a blank' '"u v"@dh.dd'
QMAILUSER='u@v' from 'user with an @' '"u@v"@dh.dd'
QMAILUSER='u.' from 'user with a dot' '"u."@dh.dd'
QMAILUSER='' from 'empty user' '""@dh.dd'
QMAILNAME='Joe' from 'QMAILNAME' '"Joe" <u@dh.dd>'
MAILNAME='Joe' NAME=x from 'MAILNAME' '"Joe" <u@dh.dd>'
NAME='Joe Doe' from 'NAME' '"Joe Doe" <u@dh.dd>'
NAME='x' QMAILNAME='' from 'an empty name is none' 'u@dh.dd'
QMAILNAME='J "x" \y' from 'name with quotes' '"J \"x\" \\y" <u@dh.dd>'
QMAILNAME='a (b)' from 'name with parentheses' '"a \(b\)" <u@dh.dd>'
QMAILNAME='J
Bcc: x' from 'name with a line end' '"J Bcc: x" <u@dh.dd>'
QMAILINJECT=c QMAILNAME='Joe' from 'option c' 'u@dh.dd (Joe)'
QMAILINJECT=c QMAILNAME='J (x' from 'option c with parentheses' 'u@dh.dd (J \(x)'
QMAILINJECT=c from 'option c without name' 'u@dh.dd'
is 'QMAILUSER comes first' "$(MAILUSER=m bin/qmail-inject -n < /dev/null | grep '^From')" 'From: u@dh.dd'
is 'MAILUSER' "$(env -u QMAILUSER MAILUSER=m USER=x bin/qmail-inject -n < /dev/null | grep '^From')" 'From: m@dh.dd'
is 'USER' "$(env -u QMAILUSER USER=m LOGNAME=x bin/qmail-inject -n < /dev/null | grep '^From')" 'From: m@dh.dd'
is 'LOGNAME' "$(env -u QMAILUSER LOGNAME=m bin/qmail-inject -n < /dev/null | grep '^From')" 'From: m@dh.dd'
is 'anonymous' "$(env -u QMAILUSER bin/qmail-inject -n < /dev/null | grep '^From')" 'From: anonymous@dh.dd'
QMAILINJECT=f shows 'option f' 'From: x@y.z\nTo: a@b.c\n' 'ADDEDTo: a@b.c\n\n'
QMAILINJECT=i shows 'option i' 'Message-ID: <x>\nTo: a@b.c\n' 'ADDEDTo: a@b.c\n\n'
QMAILINJECT=Xyz09 shows 'unknown letters' 'To: a@b.c\n' 'ADDEDTo: a@b.c\n\n'

# ---- hosts (spec: messages.md 4.4, control.md) ----
QMAILDEFAULTHOST=x.y from 'QMAILDEFAULTHOST' 'u@x.y'
QMAILDEFAULTDOMAIN=x.y from 'QMAILDEFAULTDOMAIN' 'u@dh.x.y'
QMAILDEFAULTHOST=h+ QMAILPLUSDOMAIN=x.y from 'QMAILPLUSDOMAIN' 'u@h.x.y'
rm control/defaulthost
from 'defaulthost is me' 'u@test.example'
rm control/defaultdomain control/plusdomain
QMAILHOST=h from 'defaultdomain is me' 'u@h.test.example'
QMAILHOST=h+ from 'plusdomain is me' 'u@h.test.example'
mv control/me control/me.away
from 'words stand in for me' 'u@defaulthost.defaultdomain'
QMAILHOST=h+ from 'and for plusdomain' 'u@h.plusdomain'
mv control/me.away control/me
mkdir control/defaulthost
fails 111 'unreadable control' 'To: a\n' 'qmail-inject: fatal: read error' -n
rmdir control/defaulthost
echo 'a(b' > control/defaulthost
fails 111 'senseless control' 'To: a\n' 'qmail-inject: fatal: unable to parse defaulthost, defaultdomain or plusdomain' -n
echo dh > control/defaulthost
echo dd > control/defaultdomain
echo pd > control/plusdomain

# ---- the sender (spec: messages.md 4.4) ----
sender 'user and host' '' 'u@dh.dd'
QMAILSUSER=s sender 'QMAILSUSER' '' 's@dh.dd'
QMAILSHOST=s QMAILHOST=x sender 'QMAILSHOST' '' 'u@s.dd'
QMAILHOST=x.y sender 'host as in From' '' 'u@x.y'
QMAILUSER='u v' sender 'quoted' '' '"u v"@dh.dd'
sender 'Return-Path' 'Return-Path: <x@h>\n' 'x@h.dd'
sender 'Return-Path without brackets' 'return-path : x\n' 'x@dh.dd'
sender 'empty Return-Path' 'Return-Path: <>\n' ''
sender 'Return-Path without address' 'Return-Path:\n' 'u@dh.dd'
sender 'first of two' 'Return-Path: x@y.z\nReturn-Path: q@y.z\n' 'x@y.z'
sender 'first address' 'Return-Path: x@y.z, q@y.z\n' 'x@y.z'
QMAILINJECT=s sender 'option s' 'Return-Path: x@y.z\n' 'u@dh.dd'
QMAILINJECT=s sender 'option s, unparsable' 'Return-Path: (\n' 'u@dh.dd'
QMAILSUSER=s sender '-f' 'Return-Path: x@y.z\n' 'f@h.dd' -f f@h
sender '-f without host' '' 'f@dh.dd' -f f
sender '-f empty' 'Return-Path: x\n' '' -f ''
sender '-f <>' '' '' -f '<>'
sender '-f in brackets' '' 'f@h.d' -f '<f@h.d>'
sender '-f #@[]' '' '#@[]' -f '#@[]'
sender '-f in one word' '' 'f@h.d' -ff@h.d
sender '-f with a blank' '' '"a b"@h.d' -f 'a b@h.d'
sender 'the last -f' '' 'g@h.d' -f f@h.d -f g@h.d
# spec: messages.md 4.4, 8 (VERP)
QMAILINJECT=r sender 'r' '' '"u-@dh.dd-"@[]'
QMAILINJECT=m sender 'm' '' 'u-TIME.PID@dh.dd'
QMAILINJECT='rm' sender 'r and m' '' '"u-TIME.PID-@dh.dd-"@[]'
QMAILINJECT=r sender 'r, -f' '' 'f@h.d' -f f@h.d
QMAILINJECT=m sender 'm, -f' '' 'f@h.d' -f f@h.d
QMAILINJECT=r sender 'r, Return-Path' 'Return-Path: l-@h\n' '"l-@h.dd-"@[]'
QMAILINJECT=m sender 'm, Return-Path' 'Return-Path: l-@h\n' 'l-@h.dd'
QMAILINJECT=r sender 'r, bounce' 'Return-Path: <>\n' ''
QMAILINJECT=r sender 'r, double bounce' 'Return-Path: #@[]\n' '#@[]'
QMAILINJECT=r envelope 'r as it is' 'To: a\n' 'Fu-@dh.dd-@[]!Ta@dh.dd!!'

# ---- recipients (spec: messages.md 4.3) ----
IN='To: a@h b\nCc: c@x.y\nBcc: d\nApparently-To: e\nReply-To: no\n'
ALL='Te@dh.dd!'
ALL="Tb@dh.dd!Ta@h.dd!Tc@x.y!Td@dh.dd!$ALL"
envelope 'right to left, field after field' "$IN" "Fu@dh.dd!$ALL!"
envelope '-A without arguments' "$IN" "Fu@dh.dd!$ALL!" -A
envelope '-A with arguments' "$IN" 'Fu@dh.dd!Tx@dh.dd!Ty@z.dd!!' -A x y@z
envelope 'arguments alone' "$IN" 'Fu@dh.dd!Tx@dh.dd!Ty@z.dd!!' x y@z
envelope '-a' "$IN" 'Fu@dh.dd!Tx@dh.dd!!' -a x
envelope '-a without arguments' "$IN" 'Fu@dh.dd!!' -a
envelope '-h' "$IN" "Fu@dh.dd!$ALL!" -h x
envelope '-H' "$IN" "Fu@dh.dd!Tx@dh.dd!Ty@dh.dd!$ALL!" -H x y
envelope 'the last of -aAhH' "$IN" "Fu@dh.dd!$ALL!" -aHh x
envelope '--' '' 'Fu@dh.dd!T-x@dh.dd!!' -- -x
envelope '-n and -N' '' 'Fu@dh.dd!Tx@dh.dd!!' -nN x
# spec: programs.md 18.7
envelope 'none' 'Subject: x\n' 'Fu@dh.dd!!'
envelope 'duplicates' 'To: a, a\nCc: a\n' 'Fu@dh.dd!Ta@dh.dd!Ta@dh.dd!Ta@dh.dd!!'
envelope 'empty address' 'To: <>\n' 'Fu@dh.dd!T!!'
envelope 'group' 'To: G: a, b;, c\n' 'Fu@dh.dd!Tc@dh.dd!Tb@dh.dd!Ta@dh.dd!!'
envelope 'resent' 'To: a\nResent-To: b, c\nCc: d\nResent-Bcc: e\nResent-Cc: f\n' \
    'Fu@dh.dd!Tc@dh.dd!Tb@dh.dd!Te@dh.dd!Tf@dh.dd!!'
envelope 'resent by a date' 'To: a\nResent-Date: b\n' 'Fu@dh.dd!!'
envelope 'argument is one address' '' 'Fu@dh.dd!Ta b,c@d.dd!!' 'a b,c@d'
envelope 'argument in brackets' '' 'Fu@dh.dd!Ta@d.dd!!' '<a@d>'
envelope 'argument with plus' '' 'Fu@dh.dd!Ta@d.pd!!' 'a@d+'
envelope 'quoted is raw' 'To: "a b"@c.d, "x\\"y"@c.d\n' 'Fu@dh.dd!Tx"y@c.d!Ta b@c.d!!'
rm -f "$T/q/"*
printf 'To: a@b.c\n\nhi' | QMAILQUEUE=$T/qq bin/qmail-inject
is 'the queue gets the message' "$(fixed < "$T/q/message")" \
    "$(printf 'Date: DATE\nMessage-ID: <TIME.PID.qmail@id.example>\nFrom: u@dh.dd\nTo: a@b.c\n\nhi\n')"

# ---- Mail-Followup-To (spec: messages.md 6) ----
printf 'list@dh.dd\nOTHER@x.y\n' > "$T/lists"
export QMAILMFTFILE="$T/lists"
shows 'with a list' 'To: "a b", list\nCc: c\n' \
    'ADDEDMail-Followup-To: c@dh.dd,\n  "a b"@dh.dd,\n  list@dh.dd\nTo: "a b"@dh.dd, list@dh.dd\nCc: c@dh.dd\n\n'
shows 'any case' 'Cc: other@X.Y\n' 'ADDEDMail-Followup-To: other@X.Y\nCc: other@X.Y\n\n'
shows 'no list' 'To: a\n' 'ADDEDTo: a@dh.dd\n\n'
shows 'Bcc does not count' 'Bcc: list\nTo: a\n' 'ADDEDTo: a@dh.dd\n\n'
shows 'already there' 'To: list\nMail-followup-to: x\n' \
    'ADDEDTo: list@dh.dd\nMail-followup-to: x\n\n'
shows 'not when resent' 'To: list\nResent-To: list\n' \
    'Resent-Date: DATE\nResent-Message-ID: <TIME.PID.qmail@id.example>\nResent-From: u@dh.dd\nTo: list@dh.dd\nResent-To: list@dh.dd\n\n'
# the name counts from where the caller stands
(cd "$T" && echo 'To: list' | QMAILMFTFILE=lists "$H/bin/qmail-inject" -n) > "$T/got"
like 'relative name' "$(cat "$T/got")" '^Mail-Followup-To: list@dh.dd$'
QMAILMFTFILE=$T/none shows 'no such file' 'To: list\n' 'ADDEDTo: list@dh.dd\n\n'
QMAILMFTFILE=$T fails 111 'unreadable file' 'To: list\n' 'qmail-inject: fatal: read error' -n
unset QMAILMFTFILE

# ---- errors (spec: programs.md 9, 1.3) ----
fails 100 'unknown option' '' 'qmail-inject: illegal option -- z' -z
fails 100 'option without argument' '' 'qmail-inject: option requires an argument -- f' -f
fails 100 'bad recipient' '' 'qmail-inject: fatal: unable to parse address: a@(b' 'a@(b'
fails 100 'bad sender' '' 'qmail-inject: fatal: unable to parse address: a@b c' -f 'a@b c'
fails 100 'control byte in an argument' '' 'qmail-inject: fatal: unable to parse address: a?b@c.d' 'a
b@c.d'
# spec: programs.md 18.2
fails 100 'control byte in a recipient' 'To: "a\tb"@c.d\n' 'qmail-inject: fatal: unable to parse address: a?b@c.d'
fails 100 'control byte in the sender' 'Return-Path: "a\tb"@c.d\n' 'qmail-inject: fatal: unable to parse address: a?b@c.d'
exits 111 'read error' sh -c 'bin/qmail-inject -n < .'
is 'read error: text' "$(cat "$T/stderr")" 'qmail-inject: fatal: read error'
queue_says() { # CODE EXIT TEXT
	QQ_EXIT=$2 QMAILQUEUE=$T/qq fails "$1" "queue exits with $2" 'To: a\n' \
	    "qmail-inject: fatal: $3"
}
queue_says 100 11 'envelope address too long for qq (#5.1.3)'
queue_says 100 31 'mail server permanently rejected message (#5.3.0)'
queue_says 111 51 'qq out of memory (#4.3.0)'
queue_says 111 53 'qq write error or disk full (#4.3.0)'
queue_says 111 71 'mail server temporarily rejected message (#4.3.0)'
queue_says 111 81 'qq internal bug (#4.3.0)'
queue_says 111 99 'qq temporary problem (#4.3.0)'
QQ_TEXT='Dcustom no (#5.7.1)' queue_says 100 82 'custom no (#5.7.1)'
QMAILQUEUE=$T/none fails 111 'no queue program' 'To: a\n' 'qmail-inject: fatal: unable to exec qq (#4.3.0)'
# spec: programs.md 9 (the other texts)
printf 'To: a@b.c\nFrom: x@y.z\nMessage-ID: <x>\n' > "$T/in"
exits 111 'no descriptors' sh -c 'ulimit -n 4; exec bin/qmail-inject' < "$T/in"
is 'no descriptors: text' "$(cat "$T/stderr")" 'qmail-inject: fatal: unable to run qmail-queue'
# shellcheck disable=SC2086 # a list of names
mkdir "$T/lost" && "$OUT/mk/rehome" "$T/lost" "$T/nowhere" $ACCOUNTS "$OUT/bin/qmail-inject"
exits 111 'no home' "$T/lost/qmail-inject" < "$T/in"
is 'no home: text' "$(cat "$T/stderr")" 'qmail-inject: fatal: internal bug'
{ printf 'X: '; head -c 20000000 /dev/zero | tr '\0' x; } > "$T/in"
# the sanitizers take terabytes of addresses for themselves
limit() { [ -n "${ASAN_OPTIONS-}" ] || echo "ulimit -v $1;"; }
if [ -z "${ASAN_OPTIONS-}" ]; then
	exits 111 'no memory' sh -c "ulimit -v 20000; exec bin/qmail-inject -n < $T/in"
	is 'no memory: text' "$(cat "$T/stderr")" 'qmail-inject: fatal: out of memory'
fi
exits 111 'output that cannot be written' sh -c 'bin/qmail-inject -n < /dev/null > /dev/full'

# ---- hostile input (spec: messages.md 11.7) ----
huge() { head -c "$1" /dev/zero | tr '\0' "$2"; }
{ printf 'Subject: '; huge 10000000 x; printf '\nTo: a@b.c\n\nhi\n'; } > "$T/in"
ok 'a field of 10 MB' sh -c "bin/qmail-inject -n < $T/in > $T/got"
is 'is kept' "$(grep -c '^Subject: x' "$T/got")$(tail -n 1 "$T/got")" 1hi
fails_big() { # NAME: $T/in is refused in bounded memory
	exits 100 "$1" sh -c "$(limit 300000) bin/qmail-inject -n < $T/in"
	is "$1: text" "$(cat "$T/stderr")" 'qmail-inject: fatal: header too long'
}
{ printf 'Subject: '; huge 34000000 x; } > "$T/in"
fails_big 'a field of 34 MB'
yes 'X: y' | head -n 7000000 > "$T/in"
fails_big '34 MB of fields'
yes 'To: a' | head -n 400000 > "$T/in"
QMAILDEFAULTHOST=$(huge 200 x).example fails_big 'recipients that outgrow their input'
{ printf 'To: a@b.c\n\n'; huge 40000000 x; } > "$T/in"
is 'a body of 40 MB is streamed' "$(sh -c "$(limit 30000) bin/qmail-inject -n < $T/in" | tail -n +6 | wc -c)" 40000002
huge 40000000 x > "$T/in"
is 'so is a body without header' "$(sh -c "$(limit 30000) bin/qmail-inject -n < $T/in" | tail -n +6 | wc -c)" 40000002
rm -f "$T/in"
{ printf 'To: '; huge 1000000 a; printf '@b.c\n'; } > "$T/in"
rm -f "$T/q/"*
ok 'an address of 1 MB' sh -c "QMAILQUEUE=$T/qq bin/qmail-inject < $T/in"
is 'reaches the queue, which refuses it' "$(wc -c < "$T/q/envelope" | tr -d ' ')" 1000016
{ printf 'To: '; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "r%d, ", i }'; echo last; } > "$T/in"
rm -f "$T/q/"*
ok '100,000 recipients' sh -c "QMAILQUEUE=$T/qq bin/qmail-inject < $T/in"
is 'all of them' "$(tr '!' '\n' < "$T/q/envelope" | grep -c '^Tr[0-9]*@dh\.dd$')" 100000
is 'last one first' "$(tr '!' '\n' < "$T/q/envelope" | sed -n '2p;$!d' | head -n 1)" 'Tlast@dh.dd'
envelope 'NUL in an address' 'To: a\000Tforged@x.y\nCc: b\n' 'Fu@dh.dd!Tb@dh.dd!!'
done_testing
