# sendlib.sh: for the tests of qmail-send: a queue, scripted spawners, its log.
#
#   new_queue           a fresh home; rules are empty
#   start_send          start qmail-send with the fakes; SEND_PID
#                       (STATUS_S: for so long it may say nothing)
#   stop_send           SIGTERM, wait; SEND_CODE
#   rule CHANNEL LINE   add a rule (tests/tools/fakespawn.c); l or r
#   rules CHANNEL [LINE...]  these rules and no others, in one step: what is
#                       held never meets half of them
#   inject SENDER RECIPIENT...    queue a message; qmail-queue's pid in $T/qp
#   wait_log ERE [N]    wait until N lines (1) of the log match, else fail
#   wait_did CHANNEL ERE [N]  the same of the spawner's log, which is behind
#                       `starting delivery`
#   empty DIR...        wait until no message has a file in these directories
#                       of the queue; false when that was never so
#   $LOG                the log

LOG=$T/log
TOOLS=$OUT/tests/tools

new_queue() {
	new_home
	: > "$T/rules.l"
	: > "$T/rules.r"
	touch "$T/did.l" "$T/did.r" "$T/clean"
	printf 'joe*%s\n' ' K did 1+0+0\n' > "$T/rules.l"
	chmod 666 "$T"/rules.? "$T"/did.? "$T/clean"
	CAPACITY=120
	# one word, so that sendrig starts them without a shell
	CLEAN=$H/bin/qmail-clean
	[ -x "$H/bin/qmail-clean" ] && ! [ "${FAKE_CLEAN-no}" = yes ] ||
		CLEAN="cd '$H/queue' && exec '$TOOLS/fakeclean' '$T/clean'"
	SEND=$H/bin/qmail-send
	IDS=
	[ "$ROOT" != yes ] ||
		IDS="$(id -u qmailq) $(id -g qmailq) $(id -u qmails) $(id -g qmails)"
}

run_as() { # account command; the process becomes it
	command=$2
	case $command in /*) command="exec '$2'" ;; esac
	if [ "$ROOT" = yes ]; then
		printf "exec '%s/bin/setuidgid' %s /bin/sh -c \"%s\"" "$OUT" "$1" "$command"
	else
		printf '%s' "$command"
	fi
}

start_send() {
	: > "$LOG"
	spawn_l="$TOOLS/fakespawn
$CAPACITY
$T/rules.l
$T/did.l"
	spawn_r="$TOOLS/fakespawn
$CAPACITY
$T/rules.r
$T/did.r"
	# shellcheck disable=SC2086 # numbers
	background "$TOOLS/sendrig" "$LOG" "$spawn_l" "$spawn_r" "$CLEAN" "$SEND" $IDS
	SEND_PID=$last_pid
	"$TOOLS/logwait" -e "${STATUS_S-60}" "$SEND_PID" "$LOG" 1 '^status: local' ||
		[ -n "${STATUS_S-}" ] || failed 'qmail-send begins' "$(cat "$LOG")"
}

stop_send() {
	kill "$SEND_PID"
	wait_send
}
wait_send() {
	SEND_CODE=0
	wait "$SEND_PID" || SEND_CODE=$?
}

rule() { printf '%s\n' "$2" >> "$T/rules.$1"; }
rules() {
	rules_of=$1
	shift
	: > "$T/rules.new"
	[ $# -eq 0 ] || printf '%s\n' "$@" > "$T/rules.new"
	mv -f "$T/rules.new" "$T/rules.$rules_of"
}

envelope() { # sender recipient...
	printf 'F%s\0' "$1"
	shift
	for r in "$@"; do printf 'T%s\0' "$r"; done
	printf '\0'
}

inject() {
	envelope "$@" > "$T/envelope"
	printf 'Subject: test\n\nbody\n' > "$T/message"
	inject_files
}

inject_files() { # $T/message, $T/envelope
	"$H/bin/qmail-queue" < "$T/message" 1< "$T/envelope" &
	queue_pid=$!
	echo $queue_pid > "$T/qp"
	wait $queue_pid
}

left() { # files of messages in the queue
	(cd "$H/queue" && exec find mess info local remote bounce todo intd -type f)
}
empty() { "$TOOLS/qcheck" -e "$H/queue" "$@"; }

wait_log() { wait_lines "$LOG" "$@"; }
wait_did() {
	did=$T/did.$1
	shift
	wait_lines "$did" "$@"
}
wait_lines() { # FILE ERE [N]
	"$TOOLS/logwait" -e 60 0 "$1" "${3-1}" "$2" ||
		failed "${1##*/} has ${3-1} times $2" "$(tail -n 20 "$1")"
}
