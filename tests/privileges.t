# privileges.t: who runs as whom, and with what, in a running system
. tests/lib.sh
. tests/system.sh
[ "$ROOT" = yes ] || skip_all 'users need root'

# what this test itself was given is not of the suite's making
inherited=$(ls "/proc/$$/fd" | tr '\n' ' ')
extra() { # pid: its descriptors but 0, 1, 2 and those inherited
	for n in $(ls "/proc/$1/fd"); do
		case " 0 1 2 $inherited " in *" $n "*) ;; *) echo "$n" ;; esac
	done
}
start_system
# a delivery keeps its process for a while: so do the look-up and the user's
echo 'Subject: x' | as joe qmail-inject joe@test.example
await 60 sh -c "ls '$T/joe/Maildir/new' | grep -q ."

# What is expected of each program: user, group, no_new_privs, seccomp mode.
# The networks' ends have a filter (confine(8)) without no_new_privs: they run
# the set-uid qmail-queue.
cat > "$T/want" <<'END'
qmail-send qmails qmail 0 0
qmail-lspawn root qmail 0 0
qmail-rspawn qmailr qmail 0 0
qmail-clean qmailq qmail 1 2
multilog qmaill nofiles 0 0
END
filters=2
grep -q 'no sandbox' "$H"/run/*/log/main/current && filters=0
field() { sed -n "s/^$2:[[:space:]]*//p" "/proc/$1/status"; }
effective() { field "$1" "$2" | awk '{ print $2 }'; }
# the processes of this system only
pids_of() {
	for p in $(pgrep -x "$1"); do
		[ "$(readlink "/proc/$p/ns/mnt")" = "$(readlink /proc/self/ns/mnt)" ] && echo "$p"
	done
}
while read -r program user group nnp seccomp; do
	pids=$(pids_of "$program")
	nok "$program runs" [ -z "$pids" ]
	[ "$filters" = 2 ] || nnp=$(field "${pids%% *}" NoNewPrivs) seccomp=0
	for p in $pids; do
		is "$program: user" "$(effective "$p" Uid)" "$(id -u "$user")"
		is "$program: all four user ids" "$(field "$p" Uid | tr '\t' '\n' | sort -u | wc -l | tr -d ' ')" 1
		is "$program: group" "$(effective "$p" Gid)" "$(getent group "$group" | cut -d: -f3)"
		[ "$user" = root ] && continue
		is "$program: no supplementary groups but its own" \
		    "$(field "$p" Groups | tr ' ' '\n' | grep -v '^$' | grep -vx "$(effective "$p" Gid)")" ''
		is "$program: no capabilities" "$(field "$p" CapEff) $(field "$p" CapPrm)" '0000000000000000 0000000000000000'
		[ "$program" = multilog ] && continue
		is "$program: no_new_privs" "$(field "$p" NoNewPrivs)" "$nnp"
		is "$program: seccomp" "$(field "$p" Seccomp)" "$seccomp"
	done
done < "$T/want"

# tcpserver: of the SMTP service not root, and confined; of POP3 root
smtp=$(svstat "$H/run/qmail-smtpd" | sed 's/.*pid \([0-9]*\).*/\1/')
is 'the SMTP server is qmaild' "$(effective "$smtp" Uid)" "$(id -u qmaild)"
is 'the SMTP server has no capabilities' "$(field "$smtp" CapEff)" 0000000000000000
is 'the SMTP server is behind confine' "$(field "$smtp" Seccomp)" "$filters"
# a session: the same
mkfifo "$T/hold"
tcpclient -HRl0 127.0.0.1 "$SMTP" sh -c "head -n 1 <&6 > '$T/greeting'; cat '$T/hold' >&7" &
started="$started $!"
exec 8> "$T/hold"
await 60 grep -q '^220' "$T/greeting"
session=$(pids_of qmail-smtpd | head -n 1)
is 'qmail-smtpd is qmaild' "$(effective "$session" Uid)" "$(id -u qmaild)"
is 'qmail-smtpd has no capabilities' "$(field "$session" CapEff)" 0000000000000000
is 'qmail-smtpd is confined' "$(field "$session" Seccomp)" "$filters"
# descriptors: the connection and the log
is 'qmail-smtpd: no descriptor but the connection and the log' "$(extra "$session")" ''
exec 8>&-

# the daemons have open what is theirs only
send=$(pids_of qmail-send)
is 'qmail-clean: no descriptor but its two pipes' "$(extra "$(pids_of qmail-clean)")" ''
for p in $send $(pids_of qmail-clean) $(pids_of qmail-rspawn); do
	is "no file of another folder is open in $(cat "/proc/$p/comm")" \
	    "$(for n in $(extra "$p"); do readlink "/proc/$p/fd/$n"; done | grep '^/' | grep -v "^$H\|^/dev/null" )" ''
done

# the installed tree: one set-uid file, nothing others can write
is 'one set-uid program' "$(find "$H" -perm /6000 -type f)" "$H/bin/qmail-queue"
is 'it is qmailq'"'"'s' "$(stat -c '%U:%G %a' "$H/bin/qmail-queue")" 'qmailq:qmail 4711'
is 'others write nowhere but into the trigger' \
    "$(find "$H" -perm -002 ! -type l ! -path "$H/queue/lock/trigger")" ''
is 'programs belong to root' "$(find "$H/bin" -type f ! -user root ! -name qmail-queue)" ''
while read -r kind path owner group mode rest; do
	case $kind in
	d|f|n|p)
		is "$path: owner and mode" "$(stat -c '%U:%G %a' "$H/$path" | sed 's/ 0*/ /')" \
		    "$owner:$group $(echo "$mode" | sed 's/^0*//')" ;;
	esac
done < mk/tree

# nothing is inherited across the set-uid line: not the environment ...
exits 0 'a hostile environment' as joe env LD_PRELOAD=/nonexistent.so LD_LIBRARY_PATH=/tmp IFS=x \
    QMAIL_HOME=/tmp TZDIR=/tmp LOCPATH=/tmp TMPDIR=/nonexistent "$H/bin/qmail-inject" joe@test.example
# ... and not the descriptors, limits of time or the mask
cat > "$T/hostile" <<'END'
umask 0
ulimit -c unlimited
exec 5< /etc/passwd
printf 'Subject: y\n\ny\n' | "$H/bin/qmail-inject" joe@test.example
END
export H
exits 0 'a hostile umask' as joe sh "$T/hostile"
is 'files of the queue are no more open than they have to be' \
    "$(find "$H/queue" -type f -perm /022 ! -path '*/lock/*')" ''
stop_system
done_testing
