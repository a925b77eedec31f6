#!/bin/sh
# maildrop and procmail from .qmail lines, with preline: what they need of our
# environment and descriptors, and what becomes of their exit codes.
. tests/lib.sh
. tests/peers/peers.sh
need maildrop procmail
new_home
new_user joe
J=$T/joe
maildrop=$(command -v maildrop)
procmail=$(command -v procmail)
printf 'From: a@b.example\nSubject: plain\n\nbody\nFrom me\n' > "$T/plain"
printf 'From: a@b.example\nSubject: special\n\nbody\n' > "$T/special"
for s in refused later; do printf 'Subject: %s\n\nx\n' $s > "$T/$s"; done
for d in Maildir Special; do as joe maildirmake "$J/$d"; done

qmail() { printf '%s\n' "$@" > "$J/.qmail"; chmod 644 "$J/.qmail"; }
mine() { # FILE: its text on stdin, joe's and for him alone
	cat > "$J/$1"
	[ "$ROOT" = no ] || chown joe "$J/$1"
	chmod 600 "$J/$1"
}
deliver() { # MESSAGE [SENDER]
	code=0
	as joe qmail-local -- joe "$J" joe '' '' test.example \
	    "${2-s@x.example}" ./Maildir/ < "$T/$1" > "$T/report" 2>&1 || code=$?
}
only() { # NAME FOLDER WANT: what its one new message looks like
	is "$1: exit" "$code" 0
	[ "$code" = 0 ] || note "$(cat "$T/report")"
	is "$1" "$(cat "$J/$2"/new/* 2> "$T/none" | sed '/^Message-ID/d')" "$3"
	rm -f "$J/$2"/new/*
}

# spec: programs.md 16; delivery.md 6, 10
want_plain='Return-Path: <s@x.example>
Delivered-To: joe@test.example
From: a@b.example
Subject: plain

body
From me'
want_special='Return-Path: <s@x.example>
Delivered-To: joe@test.example
From: a@b.example
Subject: special

body'

# maildrop enters the home that /etc/passwd has: only root can give it one here
maildrop_test() {
mine .mailfilter <<'END'
DEFAULT="./Maildir"
if (/^Subject: special/)
	to "./Special"
if (/^Subject: refused/)
{
	echo "no such mail here"
	EXITCODE=100
	exit
}
if (/^Subject: later/)
{
	EXITCODE=75
	exit
}
END
qmail "|preline -f $maildrop"
deliver plain
only 'maildrop: its default' Maildir "$want_plain"
deliver special
only 'maildrop: a rule' Special "$want_special"
deliver refused
is 'maildrop: EXITCODE=100 bounces' "$code" 100
like 'maildrop: with its text' "$(cat "$T/report")" '^no such mail here$'
deliver later
is 'maildrop: EXITCODE=75 defers' "$code" 111
mine .mailfilter <<'END'
to "|cat > piped"
END
qmail "|preline $maildrop"
deliver plain
is 'maildrop: a pipe gets the From_ line too' \
    "$(sed -n '1s/^\(From s@x.example\) .*/\1/p;2p' "$J/piped")" 'From s@x.example
Return-Path: <s@x.example>'
mine .mailfilter <<'END'
this is no filter {
END
deliver plain
is 'maildrop: a broken filter defers' "$code" 111
}
if [ "$ROOT" = yes ]; then maildrop_test; else note 'not root: no maildrop'; fi

mine .procmailrc <<END
MAILDIR=$J
DEFAULT=$J/Maildir/
LOGFILE=$J/procmail.log
:0
* ^Subject: special
Special/

:0
* ^Subject: refused
{
	EXITCODE=100
	:0
	/dev/null
}

:0
* ^Subject: later
{
	EXITCODE=75
	:0
	/dev/null
}
END
qmail "|preline $procmail ./.procmailrc"
deliver special
only 'procmail: a rule' Special "$want_special"
deliver plain
only 'procmail: its default' Maildir "$want_plain"
like 'procmail: knows the sender of the From_ line' "$(cat "$J/procmail.log")" \
    '^From s@x\.example '
deliver refused
is 'procmail: EXITCODE=100 bounces' "$code" 100
deliver later
is 'procmail: EXITCODE=75 defers' "$code" 111
deliver plain ''
like 'procmail: a bounce' "$(cat "$J/procmail.log")" '^From MAILER-DAEMON '
rm -f "$J"/Maildir/new/*
# an mbox that we and procmail write at the same time: both lock it with flock
mine .procmailrc <<END
DEFAULT=$J/mbox
LOCKSLEEP=1
LOCKFILE=$J/mbox.lock
END
rm "$J/.qmail"
i=0
while [ $i -lt 4 ]; do
	i=$((i + 1))
	as joe qmail-local -- joe "$J" joe '' '' test.example s@x.example \
	    ./mbox < "$T/plain" > "$T/report.own.$i" 2>&1 &
	as joe qmail-local -- joe "$J" joe '' '' test.example s@x.example \
	    "|preline $procmail ./.procmailrc" < "$T/plain" > "$T/report.$i" 2>&1 &
done
wait
is 'procmail: at the same time as ours' "$(grep -c '^Subject: plain' "$J/mbox")" 8
done_testing
