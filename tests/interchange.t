#!/bin/sh
# interchange.t: any one program of ours against another installation's, both
# ways: the whole life of mail with one program exchanged, each in turn, must
# come out as with ours alone.
#	OTHER=DIR	programs of the other installation (make interchange);
#			those that are not ours have /var/qmail compiled in
#	PROGRAMS=...	exchange only these
# Without OTHER the others are ours, started so that nothing but the contract
# reaches them: like stock's, they do one job and end.
. tests/lib.sh
OTHER=${OTHER-}
PROGRAMS=${PROGRAMS:-qmail-start qmail-send qmail-lspawn qmail-rspawn
qmail-clean qmail-queue qmail-local qmail-remote qmail-getpw qmail-inject
sendmail qmail-smtpd qmail-qread qmail-qstat qmail-newu forward preline
condredirect bouncesaying except}
if [ -n "$OTHER" ] && [ "$ROOT" = yes ]; then
	case $OTHER in /*) ;; *) OTHER=$TOP/$OTHER ;; esac
	# they are copied before /var goes away
	cp -a "$OTHER" "$T/other"
	mkdir "$T/var"
	mount --bind "$T/var" /var
	H=/var/qmail
	OTHER=$T/other
fi
new_home
for u in joe ann; do
	new_user $u
	as $u "$H/bin/maildirmake" "$T/$u/Maildir"
done
J=$T/joe
alias=$(set -- $ACCOUNTS; echo "$1")
[ "$ROOT" = no ] || chown "$alias" "$H/alias"
as "$alias" maildirmake "$H/alias/Maildir"
echo ./Maildir/ > "$H/alias/.qmail-postmaster"
echo 'virt.example:joe-virt' > "$H/control/virtualdomains"
qmail() { # FILE LINE...
	printf '%s\n' "$@" | sed 1d > "$J/.qmail$1"
	chmod 644 "$J/.qmail$1"
}
qmail -mbox ./Mail
qmail -fwd '|forward ann@test.example'
qmail -virt-default '|except false' '|bouncesaying no false' \
    '|preline -f cat >> virt.out; echo "$EXT|$EXT2|$DEFAULT|$HOST|$SENDER" >> virt.out' \
    '|condredirect ann@test.example true' ./never/
qmail -list ann@test.example '&gone-x@test.example' '&member@remote.example'
qmail -list-owner ./Mail
qmail -list-owner-default '|echo "$DEFAULT" >> owner.out; cat >> owner.out'
mkdir "$T/sink"
background smtpsink -t 3600 -m "$T/sink" > "$T/port"
await 60 test -s "$T/port"
read -r port < "$T/port"

# ---- one life of mail ----

LOG=$T/log			# of one start: waits see nothing from before
start() {
	: > "$LOG"
	(cd / && exec env - PATH="$H/bin:/usr/bin:/bin" \
	    ASAN_OPTIONS="${ASAN_OPTIONS-}" qmail-start ./Maildir/) \
	    >> "$LOG" 2>> "$T/start.err" &
	send_pid=$!
	started="$started $send_pid"
	has 1 'status: local'
}
stop() { # its log goes to the end of $T/life
	kill "$send_pid" 2> "$T/none"
	wait "$send_pid"
	stopped=$?
	cat "$LOG" >> "$T/life"
}
has() { # N TEXT: so many lines of this start's log
	logwait 60 "$send_pid" "$LOG" "$1" "$2"
}
files() { # N: so many texts are left; the last goes after the last line
	await 60 sh -c "test \"\$(find '$H/queue/mess' -type f | wc -l)\" -eq $1"
}
post() { # SUBJECT SENDER RECIPIENT
	sendmail -f "$2" "$3" <<- END || echo "sendmail: exit $?" >> "$T/trouble"
		Subject: $1

		text
	END
}
fresh() {
	: > "$T/life"
	: > "$T/trouble"
	rm -f "$J"/Mail "$J"/*.out "$T"/sink/*
	# in the queue: what a failed run left
	Q=$H/queue
	find "$J/Maildir" "$T/ann/Maildir" "$H/alias/Maildir" "$Q/pid" "$Q/mess" "$Q/intd" "$Q/todo" \
	    "$Q/info" "$Q/local" "$Q/remote" "$Q/bounce" -type f -exec rm -f {} +
	printf 'remote.example:127.0.0.1:%s\ndefer.example:127.0.0.1:1\n' \
	    "$port" > "$H/control/smtproutes"
}
no_numbers() { # what differs from run to run
	sed -e '/^status:/d' -e '/^alert: qmail-clean does not answer;/d' \
	    -e 's/\([_/]qp_\)[0-9]*/\1N/g' -e 's/qp [0-9]*/qp N/g' \
	    -e 's/msg [0-9]*/msg N/' -e 's/delivery [0-9]*/delivery N/' \
	    -e 's/bytes [0-9]*/bytes N/' -e 's/uid [0-9]*/uid N/' \
	    -e 's/queued_as_[^_]*/queued/'
}
subjects() { grep -hE '^(Subject|Return-Path|Delivered-To):' "$1"/new/* 2> "$T/none" | sort; }
outcome() { # everything that is left of it, in an order of its own
	cat "$T/trouble"
	no_numbers < "$T/life" | sort
	for d in joe/Maildir ann/Maildir; do echo "-- $d"; subjects "$T/$d"; done
	echo '-- alias'; subjects "$H/alias/Maildir"
	echo '-- files'
	sed -E -e 's/^From ([^ ]*) .*/From \1/' -e '/^(Received|Date|Message-ID|  by)/d' "$J/Mail" | sort
	grep -hEv '^(Received|Date|Message-ID)' "$J/virt.out" "$J/owner.out"
	echo '-- far away'
	sort "$T"/sink/*.env
	echo '-- qread'
	sed -e 's/^[0-9]* [A-Z].*GMT  #[0-9]*  [0-9]* /DATE  #N  BYTES /' "$T/qread"
	cat "$T/qstat" "$T/qstat.end"
	"$H/bin/qmail-newu" && cksum < "$H/users/cdb"
	(cd "$H/queue" && find pid mess intd todo info local remote bounce -type f)
	echo "left with $stopped"
}
scenario() { # the outcome in $T/outcome
	fresh
	start || { echo 'it does not start' > "$T/outcome"; stop; return; }
	sendmail -t -f ann@test.example <<- END
		From: ann@test.example
		To: joe@test.example
		Subject: one

		hi
		.
		From x
	END
	post mbox ann@test.example joe-mbox@test.example
	post forwarded far@away.example joe-fwd@test.example
	post virtual far@away.example Some.Body-x@virt.example
	post remote joe@test.example far@remote.example
	post bounced joe@test.example nobody-here@test.example
	post list joe@test.example joe-list@test.example
	post double '' nobody-else@test.example
	post later joe@test.example defer@defer.example
	printf '%s\r\n' 'HELO x' 'MAIL FROM:<far@away.example>' \
	    'RCPT TO:<ann@test.example>' DATA 'Subject: smtp' '' '..dot' . QUIT |
	    as qmaild env PROTO=TCP TCPREMOTEIP=192.0.2.1 qmail-smtpd > "$T/smtp"
	grep -q '^250 ok [0-9]* qp [0-9]*' "$T/smtp" || echo "no SMTP" >> "$T/trouble"
	has 15 'end msg'
	has 1 'deferral: '
	files 1
	qmail-qread > "$T/qread"
	qmail-qstat > "$T/qstat"
	stop
	printf '%s.example:127.0.0.1:'"$port"'\n' remote defer > "$H/control/smtproutes"
	start
	kill -ALRM "$send_pid"
	has 1 'end msg'
	files 0
	qmail-qstat > "$T/qstat.end"
	stop
	outcome > "$T/outcome" 2>&1
}
comes_out_equal() { # NAME
	scenario
	if cmp -s "$T/outcome" "$T/baseline"; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "$(diff "$T/baseline" "$T/outcome")"
		note "$(tail -n 5 "$T/start.err")"
	fi
}

# ---- ours alone ----

scenario
cp "$T/outcome" "$T/baseline"
log=$(no_numbers < "$T/life")
is 'ours: each message ends' "$(grep -c '^end msg' "$T/life")" 16
is 'ours: what it says at its end' "$(tail -n 1 "$T/life") $stopped" 'status: exiting 0'
for line in 'delivery N: success: did_1\+0\+0/' 'delivery N: success: did_0\+3\+0/qp_N/' \
    'delivery N: success: forward:_qp_N/did_0\+0\+1/' \
    'delivery N: success: condredirect:_qp_N/did_0\+0\+4/' \
    'delivery N: failure: Sorry,_no_mailbox_here_by_that_name' \
    'starting delivery N: msg N to local joe-virt-Some.Body-x@virt.example' \
    'delivery N: deferral: Sorry,_I_wasn.t_able_to_establish' \
    'delivery N: success: 127.0.0.1_accepted_message./Remote_host_said:_250' \
    'info msg N: bytes N from <joe-list-owner-@test.example-@\[\]>' \
    'info msg N: bytes N from <#@\[\]>'; do
	like "ours: $line" "$log" "^$line"
done
text=$(cat "$T/baseline")
like 'ours: VERP' "$text" '^MAIL FROM:<joe-list-owner-member=remote.example@test.example>|<?joe-list-owner-member=remote.example@test.example'
like 'ours: environment' "$text" '^virt-Some.Body-x\|Some.Body-x\|Some.Body-x\|virt.example\|far@away.example$'
like 'ours: qread' "$text" '	remote	defer@defer.example$'
unlike 'ours: no trouble' "$text" '^sendmail: exit|^no SMTP'

# spec: design.md 3, 6
echo 0 > "$H/control/leases"
comes_out_equal 'ours, no process stays'
rm "$H/control/leases"

# ---- one exchanged ----

mkdir "$T/new"
install_from() { # DIR PROGRAM: as the one that is there now
	there=$H/bin/$2 new=$T/new/$2
	# shellcheck disable=SC2086 # a list of names
	"$OUT/mk/rehome" "$T/new" "$H" $ACCOUNTS "$1/$2" || return 1
	owner=$(stat -c '%u:%g %a' "$there")
	[ "$ROOT" = no ] || chown "${owner% *}" "$new"
	chmod "${owner#* }" "$new"
	# a script must be read by who runs it
	read -r first < "$1/$2"
	case $first in '#!'*) chmod a+r "$new" ;; esac
	mv -f "$new" "$there"
}
# Programs that get what the contract gives them, and nothing else.
stand_ins() {
	mkdir "$T/alone" "$T/other"
	for p in $PROGRAMS; do
		# shellcheck disable=SC2086 # a list of names
		"$OUT/mk/rehome" "$T/alone" "$H" $ACCOUNTS "$OUT/bin/$p"
		case $p in
		qmail-queue)	# set-uid, so no script
			cp "$T/alone/$p" "$T/other/$p"
			continue ;;
		qmail-send) close='7>&- 8>&- 9>&-' ;;
		*)	close='3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-' ;;
		esac
		printf '#!/bin/sh\nexec %s\nexec %s/alone/%s "$@"\n' \
		    "$close" "$T" "$p" > "$T/other/$p"
	done
	chmod 755 "$T/alone"/* "$T/other"/*
	OTHER=$T/other
}
[ -n "$OTHER" ] || stand_ins
mkdir "$T/ours"
for p in $PROGRAMS; do
	if ! [ -f "$OTHER/$p" ]; then
		note "the other installation has no $p"
		continue
	fi
	cp -p "$H/bin/$p" "$T/ours/$p"
	install_from "$OTHER" "$p" || { result 'not ok' "unable to install $p"; continue; }
	comes_out_equal "$p exchanged"
	mv -f "$T/ours/$p" "$H/bin/$p"
done
comes_out_equal 'ours again'
done_testing
