# remotelib.sh: qmail-remote against scripted servers, for tests/remote*.t,
# behind new_home.
nsink=0
route=yes

# sink [OPTION...] < script: a server that all mail is routed to; its records
# are in $S.
sink() {
	nsink=$((nsink + 1))
	S=$T/sink$nsink
	mkdir "$S"
	cat > "$S/script"
	background smtpsink -t 300 -r "$S" "$@" "$S/script" > "$S/port"
	# or it is gone: an address that this system does not have
	await 60 sh -c "test -s '$S/port' || ! kill -0 $last_pid"
	[ -s "$S/port" ] || note "the sink did not start"
	port=$(cat "$S/port")
	[ "$route" != yes ] || echo ":127.0.0.1:$port" > "$H/control/smtproutes"
}

# remote ARG...: run it on $T/message
printf 'Subject: hi\n\nhello\n' > "$T/message"
remote() {
	as qmailr qmail-remote "$@" < "$T/message" > "$T/records" 2> "$T/errors"
	code=$?
	[ "$code" -eq 0 ] || note "qmail-remote exit $code: $(cat "$T/errors")"
}

# records NAME PRINTF-FORMAT: descriptor 1 to the byte
records() {
	# shellcheck disable=SC2059 # the format is the data
	printf "$2" > "$T/want"
	if cmp -s "$T/records" "$T/want"; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "got:  $(tr '\0' '@' < "$T/records")"
		note "want: $(tr '\0' '@' < "$T/want")"
	fi
}

# wire NAME PRINTF-FORMAT [N]: what the server received on connection N
wire() {
	await 60 test -e "$S/${3-1}"
	# shellcheck disable=SC2059
	printf "$2" > "$T/want"
	if cmp -s "$S/${3-1}" "$T/want"; then
		result ok "$1"
	else
		result 'not ok' "$1"
		note "got:  $(od -c "$S/${3-1}")"
	fi
}

# Each row: script; sender; what the records are
row() { # NAME RECORDS [RECIPIENT...] < script
	name=$1
	want=$2
	shift 2
	[ $# -gt 0 ] || set -- r@far.example
	sink
	remote far.example s@x.example "$@"
	records "$name" "$want"
}
said='\nRemote host said: '
