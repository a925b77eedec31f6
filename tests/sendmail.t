#!/bin/sh
# sendmail: which program it becomes, with which arguments and environment.
. tests/lib.sh
new_home
unset QMAILUSER QMAILHOST QMAILNAME MAILUSER MAILHOST MAILNAME NAME
cd "$H" || exit 1

# Stand-ins tell how they were called.
for p in qmail-inject qmail-smtpd qmail-qread; do
	rm -f bin/$p
	cat > bin/$p <<'END'
#!/bin/sh
printf '%s' "${0##*/}"
for a do printf '|%s' "$a"; done
echo
pwd
env | grep -E '^(QMAIL|MAIL|NAME|TCP|PROTO|RELAY|DATA)' | sort
exit "${STANDIN_EXIT-0}"
END
	chmod 755 bin/$p
done
cd / || exit 1
S=$H/bin/sendmail
# becomes NAME CALL ARGS...: the first line that the stand-in prints
becomes() {
	become_name=$1
	become_want=$2
	shift 2
	is "$become_name" "$("$S" "$@" 2>&1 | sed 1q)" "$become_want"
}

# spec: programs.md 10 (arguments of qmail-inject)
becomes 'no arguments' 'qmail-inject|-a|--'
becomes 'recipients' 'qmail-inject|-a|--|a|b c' a 'b c'
becomes '-t' 'qmail-inject|-H|--' -t
becomes '-t with recipients' 'qmail-inject|-H|--|a' -t a
becomes '-f' 'qmail-inject|-a|-f|x@y|--|a' -f x@y a
becomes '-fx' 'qmail-inject|-a|-f|x@y|--|a' -fx@y a
becomes '-f empty' 'qmail-inject|-a|-f||--|a' -f '' a
becomes '-f <>' 'qmail-inject|-a|-f|<>|--|a' -f '<>' a
becomes '-r is -f' 'qmail-inject|-a|-f|x@y|--|a' -r x@y a
becomes '-bm' 'qmail-inject|-a|--|a' -bm a
becomes '-b m' 'qmail-inject|-a|--|a' -b m a
becomes '--' 'qmail-inject|-a|--|-t' -- -t
becomes 'options end at the first recipient' 'qmail-inject|-a|--|a|-t' a -t
# spec: programs.md 10 (accepted and ignored)
for o in -oi -oem -odb -om '-o i' '-B 8BITMIME' -B7BIT '-p SMTP' -pSMTP -v -i \
    -x -m -em -ep '-e m' -E -Exyz -J -Jxyz '-N never' '-Nfailure,delay' \
    -G -n -U '-L tag' -Ltag -oMrsmtp -odi -odq -oeq -oee -oep -om '-O DeliveryMode=b' '-R hdrs' '-V id' '-X /tmp/log'; do
	# shellcheck disable=SC2086 # a list of words
	becomes "$o is ignored" 'qmail-inject|-H|--|a' $o -t a
done
becomes 'what PHP says' 'qmail-inject|-H|--' -t -i
becomes 'what cron says' 'qmail-inject|-a|-f|root|--|joe' -FCronDaemon -i -odi -oem -oi -froot joe
becomes 'what bsd-mailx says' 'qmail-inject|-a|--|a|b@c' -i -m -- a b@c
becomes 'what git says' 'qmail-inject|-a|-f|x@y|--|a@b|c@d' -i -f x@y a@b c@d
becomes 'what mailman says' 'qmail-inject|-a|-f|l-bounces@y|--|a@b' -G -oi -f l-bounces@y a@b
becomes 'what perl says' 'qmail-inject|-H|-f|x@y|--' -t -oi -oem -fx@y
becomes 'what a web form says' 'qmail-inject|-H|-f|x@y|--' -oi -oem -odb -t -f x@y
becomes 'what at says' 'qmail-inject|-a|--|joe' -i joe
becomes 'what ucbmail says' 'qmail-inject|-a|-f|x|--|a' -i -r x a
becomes 'delivery notices are nothing' 'qmail-inject|-a|-f|x@y|--|a' -N success,failure -R full -V 'e1' -f x@y a
becomes 'queue it, in one word' 'qmail-inject|-a|--|a' -odb -oem -oi -B8BITMIME a
becomes 'all with -t' 'qmail-inject|-H|-f|x@y|--|a' -v -bm -oeq -t -f x@y -F 'A B' a
becomes 'bundled' 'qmail-inject|-H|-f|x|--|a' -itvfx a
becomes 'what mutt says' 'qmail-inject|-a|-f|x@y|--|a@b' -oem -oi -f x@y -- a@b

# spec: programs.md 10 (-bp, mailq, -bs)
becomes '-bp' 'qmail-qread' -bp
ln -s "$S" "$T/mailq"
S=$T/mailq becomes 'mailq' 'qmail-qread'
becomes '-bs' 'qmail-smtpd' -bs
is 'all of them run in the home' "$("$S" a | sed -n 2p)$("$S" -bs | sed -n 2p)$("$S" -bp | sed -n 2p)" "$H$H$H"
is '-bs: environment' "$("$S" -bs | sed 1,2d | tr '\n' ' ')" \
    'DATABYTES=0 PROTO=TCP RELAYCLIENT= TCPLOCALHOST=localhost TCPLOCALIP=127.0.0.1 TCPREMOTEHOST=localhost TCPREMOTEINFO=sendmail-bs TCPREMOTEIP=127.0.0.1 '
is '-bs: with PROTO' "$(PROTO=TCP TCPREMOTEIP=1.2.3.4 "$S" -bs | sed 1,2d | tr '\n' ' ')" \
    'PROTO=TCP TCPREMOTEIP=1.2.3.4 '

# spec: programs.md 10 (-f and -F change who writes)
author() { # NAME WANT ARGS...
	author_name=$1
	author_want=$2
	shift 2
	is "$author_name" "$("$S" "$@" | sed 1,2d | tr '\n' ' ')" "$author_want"
}
author 'nothing' ''
author '-F' 'MAILNAME=Joe Doe ' -F 'Joe Doe'
author '-f' 'QMAILHOST=h QMAILUSER=u ' -f u@h
author '-f without host' 'QMAILUSER=u ' -f u
author '-f, the last @' 'QMAILHOST=h QMAILUSER=a@b ' -f a@b@h
author '-f in brackets' 'QMAILHOST=h QMAILUSER=u ' -f '<u@h>'
author '-F stays with -f' 'MAILNAME=Joe QMAILHOST=h QMAILUSER=u ' -F Joe -f u@h
author '-F stays, other order' 'MAILNAME=Joe QMAILHOST=h QMAILUSER=u ' -f u@h -F Joe
(
	export QMAILNAME=a MAILNAME=b NAME=c QMAILHOST=d MAILHOST=e QMAILUSER=f MAILUSER=g
	"$S" -f u@h | sed 1,2d | tr '\n' ' ' > "$T/f"
	"$S" -f '' | sed 1,2d | tr '\n' ' ' > "$T/empty"
)
is '-f replaces the environment' "$(cat "$T/f")" 'MAILUSER=g QMAILHOST=h QMAILUSER=u '
is 'an empty -f does not' "$(cat "$T/empty")" \
    'MAILHOST=e MAILNAME=b MAILUSER=g NAME=c QMAILHOST=d QMAILNAME=a QMAILUSER=f '

# spec: programs.md 10 (errors)
USAGE='sendmail: usage: sendmail [ -t ] [ -fsender ] [ -Fname ] [ -bp ] [ -bs ] [ arg ... ]'
refuses() { # NAME WANT ARGS...
	refuse_name=$1
	refuse_want=$2
	shift 2
	exits 100 "$refuse_name" "$S" "$@"
	is "$refuse_name: text" "$(cat "$T/stderr")" "$refuse_want"
	is "$refuse_name: runs nothing" "$(cat "$T/stdout")" ''
}
refuses '-q' "sendmail: illegal option -- q
$USAGE" -q
refuses '-q30m' "sendmail: illegal option -- q
$USAGE" -q30m
refuses 'a long option' "sendmail: illegal option -- -
$USAGE" --help
refuses '-f alone' "sendmail: option requires an argument -- f
$USAGE" -f
refuses '-bt' "$USAGE" -bt
refuses '-bd' "$USAGE" -bd
refuses '-b without letter' "$USAGE" -b ''
refuses '-bi' 'sendmail: fatal: please use fastforward/newaliases instead' -bi
ln -s "$S" "$T/newaliases"
S=$T/newaliases refuses newaliases 'sendmail: fatal: please use fastforward/newaliases instead'
STANDIN_EXIT=42 exits 42 'exit code is that of the program' "$S" a
rm "$H/bin/qmail-qread"
exits 111 'missing program' "$S" -bp
is 'missing program: text' "$(cat "$T/stderr")" \
    "sendmail: fatal: unable to run $H/bin/qmail-qread: file does not exist"

# ---- with the real qmail-inject ----
cd "$TOP" || exit 1
new_home
cat > "$T/qq" <<'END'
#!/bin/sh
cat > "$QQ_DIR/message"
tr '\0' '!' <&1 > "$QQ_DIR/envelope"
END
chmod 755 "$T/qq"
mkdir "$T/q"
chmod 777 "$T/q"
export QQ_DIR="$T/q" QMAILQUEUE="$T/qq"
S=$H/bin/sendmail
printf 'To: a@b.c\nBcc: d@e.f\nSubject: x\n\n.\nhi\n' > "$T/in"
ok '-t queues' sh -c "$S -t -oi -f boss@hq.x -F 'The Boss' < $T/in"
is 'envelope of -t' "$(cat "$T/q/envelope")" 'Fboss@hq.x!Ta@b.c!Td@e.f!!'
is 'From of -f and -F' "$(grep '^From' "$T/q/message")" 'From: "The Boss" <boss@hq.x>'
is 'no Bcc, a dot is no end' "$(sed -n '/^To/,$p' "$T/q/message")" 'To: a@b.c
Subject: x

.
hi'
ok '-f alone queues' sh -c "$S -f boss@hq.x me@b.c < $T/in"
is 'From of -f' "$(grep '^From' "$T/q/message")" 'From: boss@hq.x'
is 'envelope without -t' "$(cat "$T/q/envelope")" 'Fboss@hq.x!Tme@b.c!!'
ok '-f <> queues' sh -c "$S -f '<>' me@b.c < $T/in"
is 'envelope of a bounce' "$(cat "$T/q/envelope")" 'F!Tme@b.c!!'
done_testing
