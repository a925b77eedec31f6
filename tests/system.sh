# system.sh: a whole running system for tests: sourced after lib.sh.
#   start_system [LOGRUN]  new_home, users joe and ann with Maildirs, services
#                        qmail-send, qmail-smtpd, qmail-pop3d under svscan;
#                        $SMTP and $POP are their ports on 127.0.0.1;
#                        LOGRUN is a log script for qmail-send
#   restart_send         svc -t, and wait until it runs again
#   shown FILE           wait until POP3 shows a message: its second has to be over
#   stop_system          all services down, their logs written
#   send_log             qmail-send's log so far, without time stamps
#   queue_empty          true when nothing is in the queue

start_system() {
	log_run=${1-}
	new_home
	for u in joe ann; do
		new_user $u
		as $u "$H/bin/maildirmake" "$T/$u/Maildir"
		echo "$u:password of $u:$T/$u" >> "$T/passwords"
	done
	chmod 644 "$T/passwords"
	echo ./Maildir/ > "$H/control/defaultdelivery"
	mk/config "$H" test.example
	# shellcheck disable=SC2086 # a list of names
	set -- $ACCOUNTS
	[ "$ROOT" = yes ] && chown "$1" "$H/alias"
	as "$1" "$H/bin/maildirmake" "$H/alias/Maildir"
	services "$2" "$3"
	for s in qmail-smtpd qmail-pop3d; do
		echo 127.0.0.1 > "$H/service/$s/env/ADDRESS"
		echo 0 > "$H/service/$s/env/PORT"
		# the sanitizers map more than any honest limit
		[ -z "${ASAN_OPTIONS-}" ] || echo = > "$H/service/$s/env/MEMORY"
	done
	echo "$OUT/tests/tools/checktext $T/passwords" \
	    > "$H/service/qmail-pop3d/env/CHECKPASSWORD"
	if [ -n "$log_run" ]; then
		sed -e "s|@HOME@|$H|g" -e "s|@QMAILL@|$3|g" "$log_run" \
		    > "$H/service/qmail-send/log/run"
	fi
	mkdir "$H/run"
	for s in qmail-send qmail-smtpd qmail-pop3d; do
		ln -s "$H/service/$s" "$H/run/$s"
	done
	(cd "$H" && exec env - PATH="$PATH" ASAN_OPTIONS="${ASAN_OPTIONS-}" \
	    svscan "$H/run") > "$T/svscan.log" 2>&1 &
	svscan_pid=$!
	system_runs=yes
	trap 'stop_system; cleanup' EXIT
	SMTP=$(port_of qmail-smtpd)
	POP=$(port_of qmail-pop3d)
	await 60 grep -q 'status: local' "$H/run/qmail-send/log/main/current" || {
		note "$(cat "$T/svscan.log" "$H"/run/*/log/main/current 2>&1 | tail -n 30)"
		echo 'Bail out! the system does not start'
		exit 1
	}
}

port_of() {
	f=$H/run/$1/log/main/current
	await 60 grep -Eq '^@[0-9a-f]+ [0-9]+$' "$f"
	sed -n 's/^@[0-9a-f]* \([0-9][0-9]*\)$/\1/p' "$f" | tail -n 1
}

send_log() { cut -d' ' -f2- "$H"/run/qmail-send/log/main/@* "$H/run/qmail-send/log/main/current" 2> /dev/null; }

restart_send() {
	starts=$(send_log | grep -c 'status: exiting')
	svc -t "$H/run/qmail-send"
	# what the next one says first: a signal before that could find nobody
	await 60 sh -c "cat '$H'/run/qmail-send/log/main/@* '$H/run/qmail-send/log/main/current' |
	    awk '/status: exiting\$/ { n++; runs = 0 } /status: local/ { runs = 1 }
	    END { exit !(n > $starts && runs) }'"
}

shown() {
	second=${1##*/}
	# of its name or, where that does not tell its size, of the file
	await 60 sh -c '[ "$(date +%s)" -gt "$1" ] && [ "$(date +%s)" -gt "$2" ]' \
	    sh "${second%%.*}" "$(stat -c %Y "$1")"
}

queue_empty() { [ "$(qmail-qstat | sed -n 's/^messages in queue: //p')" = 0 ]; }

stop_system() {
	[ "${system_runs-no}" = yes ] || return 0
	system_runs=no
	kill "$svscan_pid" 2> /dev/null
	svc -dx "$H"/run/* 2> /dev/null
	for s in "$H"/run/*; do
		await 60 sh -c "! svok '$s'" || svc -k "$s" 2> /dev/null
	done
	wait "$svscan_pid" 2> /dev/null
	# nobody writes any more: a logger reads the pipe empty, and ends.  One
	# that is told to go down leaves in the pipe what it has not read yet
	svc -x "$H"/run/*/log 2> /dev/null
	for s in "$H"/run/*; do
		await 60 sh -c "! svok '$s/log'" && continue
		svc -dx "$s/log" 2> /dev/null
		await 60 sh -c "! svok '$s/log'"
	done
}
