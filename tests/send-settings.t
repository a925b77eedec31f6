#!/bin/sh
# qmail-send: the control files that name hosts, users and subjects: what holds
# without them, what they change, and that SIGHUP is enough.
. tests/lib.sh
. tests/sendlib.sh

new_queue
q=$H/queue
hold() {
	rules r '*@bad.example D no\n' 's@x.example hold'
	rules l 'postmaster@test.example hold'
}
# held RECIPIENT: the message that waits for this delivery, without its first
# line and with words for what changes, in $T/got
held() {
	start="^starting delivery [0-9]*: msg ([0-9]*) to [a-z]* $1\$"
	wait_log "$start"
	n=$(sed -nE "s/$start/\1/p" "$LOG" | tail -n 1)
	sed -e 1d -e 's/^Date: .*/Date: DATE/' \
	    -e 's/^\(Message-ID: <\)[0-9]*\.[0-9]*\./\1TIME.PID./' \
	    "$q/mess/$((n % 23))/$n" > "$T/got"
}
# begins NAME: what `held` found begins with the standard input
begins() {
	cat > "$T/want"
	head -n "$(wc -l < "$T/want")" "$T/got" > "$T/head"
	same_file "$1" "$T/head" "$T/want"
}
no_host() { # WHEN CHANNEL-AND-RECIPIENT
	wait_log ' to [a-z]* nohost@'
	is "no host, $1" "$(sed -n 's/.* to \([a-z]* nohost@.*\)/\1/p' "$LOG")" "$2"
}
let_go() { # and the log begins anew
	rules r
	rules l
	wait_log 'end msg' 5
	ok 'nothing is left' empty mess info bounce todo
	: > "$LOG"
}
everything() { # a bounce, a double bounce, an address without host
	hold
	inject s@x.example x@bad.example
	inject '' y@bad.example
	inject s2@x.example nohost
}

# --- without them: control/me, and words of their own
# spec: control.md 2; messages.md 7; scheduling.md 5.1
start_send
everything
held s@x.example
begins 'a bounce without control files' <<'END'
Date: DATE
From: MAILER-DAEMON@test.example
To: s@x.example
Subject: failure notice

Hi. This is the qmail-send program at test.example.
END
held postmaster@test.example
begins 'a double bounce without control files' <<'END'
Date: DATE
From: MAILER-DAEMON@test.example
To: postmaster@test.example
Subject: failure notice

Hi. This is the qmail-send program at test.example.
END
no_host 'without control files' 'local nohost@test.example'
let_go

# --- with them, read anew at SIGHUP
# spec: control.md 2, 5
echo env.example > "$H/control/envnoathost"
echo 'Bounce Daemon' > "$H/control/bouncefrom"
echo b.example > "$H/control/bouncehost"
echo 'your mail' > "$H/control/bouncesubject"
echo 'a lost bounce' > "$H/control/doublebouncesubject"
echo 1 > "$H/control/bouncefields"
with_files() { # WHEN
	everything
	held s@x.example
	begins "a bounce with control files, $1" <<'END'
Date: DATE
From: "Bounce Daemon"@b.example
To: s@x.example
Subject: your mail
Message-ID: <TIME.PID.qmail@b.example>
Auto-Submitted: auto-replied

Hi. This is the qmail-send program at b.example.
END
	held postmaster@test.example
	begins "a double bounce with control files, $1" <<'END'
Date: DATE
From: "Bounce Daemon"@b.example
To: postmaster@test.example
Subject: a lost bounce
Message-ID: <TIME.PID.qmail@b.example>
Auto-Submitted: auto-replied

Hi. This is the qmail-send program at b.example.
END
	no_host "$1" 'remote nohost@env.example'
	let_go
}
kill -HUP "$SEND_PID"
with_files 'after SIGHUP'
stop_send

# --- with them from the start
start_send
with_files 'from the start'
stop_send
is 'SIGTERM: exit 0' "$SEND_CODE" 0
done_testing
