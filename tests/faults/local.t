# local.t: qmail-local, when the n-th call that changes the disk fails or is
# the last: what was acknowledged is there, whole; what was there before stays;
# the next delivery works.
. tests/lib.sh
. tests/faults/tally.sh
. tests/faults/joe.sh
F=$OUT/fault
[ -f lib/sys_fault.c ] || skip_all 'no fault seam'
make -s -j2 OUT="$F" SYS=sys_fault "$F/bin/qmail-local" "$F/bin/maildir2mbox" \
    > "$T/build" 2>&1 || [ -x "$F/bin/maildir2mbox" ] ||
    skip_all 'the fault build cannot be made here'
new_home
new_user joe
J=$T/joe
mkdir "$T/fault"
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$T/fault" "$H" $ACCOUNTS "$F/bin/qmail-local"
mv "$T/fault/qmail-local" "$H/bin/qmail-local.fault"
chmod 755 "$H/bin/qmail-local.fault"
as joe mkdir "$J/got"
log=$T/log
touch "$log" "$T/out" "$T/err"
chmod 666 "$log" "$T/out" "$T/err"
export QSUITE_FAULT_LOG="$log" QMAILQUEUE="$OUT/tests/tools/qqkeep" QQ_DIR="$J/got"
nl="
"
{ printf 'Subject: x\n\n'; head -c 100000 /dev/zero | tr '\0' '\n'; echo end; } > "$T/msg"

export H J
user=joe
[ "$ROOT" = yes ] || user=$ME
export user
# shellcheck disable=SC2016 # for joe's shell
joes_shell 'deliver() { # plan instructions
	QSUITE_FAULT=$1 "$H/bin/qmail-local.fault" joe "$J" joe "" "" h s "$2" < "$T/msg"
}
batch() { # plan
	QSUITE_FAULT=$1 leasedrive -w 6 -l 60000 "$H/bin/qmail-local.fault" "$user" \
	    "$J" "$T/msg" < "$T/script"
}'
deliver() { # plan: sets code
	by_joe "deliver $1 '$instructions' > \"\$T/out\" 2> \"\$T/err\""
}
calls() { sed "s/^[^ ]* [0-9]* //; s| [0-9][0-9]*[.]M[^ ]*| N|" "$log" | uniq | tr '\n' ','; }

# each PLAN: run it for each call, look() each time; names of failures in $bad
each() { # FAULT [+]
	bad=
	stays=${2-}
	n=1
	while [ "$n" -le "$total" ]; do
		prepare
		deliver "$n${2-}:$1"
		look "$1"
		deliver 0:count
		again
		n=$((n + 1))
	done
}
count() {
	: > "$log"
	prepare
	deliver 0:count
	total=$(wc -l < "$log")
}
sweep() { # NAME: all kinds of faults
	ok "$1: there are calls to fail" test "$total" -gt 3
	for fault in ENOSPC EIO EACCES EMFILE ENOMEM EINTR; do
		each $fault
		faultless "$1: each call fails once with $fault" "$total" "$bad"
	done
	each EIO +
	faultless "$1: all calls from one on fail" "$total" "$bad"
	for fault in kill killafter short; do
		each $fault
		faultless "$1: each call with $fault" "$total" "$bad"
	done
}
# what the report says, when the report itself could be written
text() { [ -n "$stays" ] || grep -q "$1" "$T/err" || wrong text; }
wrong() { bad="$bad $n:$code:$1"; }

# ---- maildir ----
instructions=./M/
{ printf 'Return-Path: <s>\nDelivered-To: joe@h\n'; cat "$T/msg"; } > "$T/whole"
# shellcheck disable=SC2016
prepare() { emptied "$J/M" || by_joe 'maildirmake "$J/M"'; }
all_whole() { # those in new; sets how many there are, in $in_new
	set -- "$J"/M/new/*
	[ -e "$1" ] || set --
	in_new=$#
	[ $# -eq 0 ] || alike "$T/whole" "$@"
}
look() {
	all_whole || wrong torn
	case $code in
	0) [ "$in_new" -eq 1 ] || wrong lost ;;
	111) text '^Temporary error on maildir delivery\. (#4\.3\.0)$\|^Unable to chdir to maildir\. (#4\.2\.1)$' ;;
	137) case $1 in kill*) ;; *) wrong killed ;; esac ;;
	*) wrong exit ;;
	esac
	before=$in_new
}
again() {
	[ "$code" -eq 0 ] || wrong again
	all_whole && [ "$in_new" -eq $((before + 1)) ] || wrong again-lost
}
in_new() { ls "$J/M/new" | wc -l; }
count
is 'maildir: without faults' "$code" 0
# spec: delivery.md 11.1
is 'maildir: contents, name, both directories, then the report' "$(calls)" \
    'open ./M/tmp,open ./M/new,open N,write -,fsync -,close -,rename N,fsync -,write -,'
is 'maildir: three fsyncs' "$(grep -c ' fsync ' "$log")" 3
sweep maildir
prepare
deliver 3:EEXIST
is 'maildir: a name that is taken' "$code" 0
prepare
deliver 3+:EEXIST
is 'maildir: all names are taken' "$code" 111
count
at=$(sed -n 's/^[^ ]* \([0-9]*\) rename .*/\1/p' "$log")
: > "$log"
prepare
deliver "$at:EINVAL"
is 'maildir: a file system without renameat2' "$code $(in_new)" '0 1'
like 'maildir: links there' "$(calls)" ',rename N,link N,unlink N,fsync -,write -,$'
: > "$log"
prepare
deliver "$at+:EINVAL"
is 'maildir: nor link' "$code $(in_new)" '111 0'

for n in 1 2; do
	prepare
	deliver "$((at + n)):EINVAL"
	is "maildir: a file system that cannot sync directory $n" "$code $(in_new)" '0 1'
done

# ---- maildirs, a batch in one process ----
# spec: delivery.md 11.1
printf './M/\n' > "$J/.qmail-box"
for i in 1 2 3 4 5 6; do echo 'box s'; done > "$T/script"
batch() { # PLAN: how many have come to an end, in $ended; acknowledged, in $acked
	by_joe "batch $1 > \"\$T/out\" 2> \"\$T/err\""
	ends=$(grep -E '^[1-6] (0|111|crashed) ' "$T/out")
	set -f
	IFS=$nl
	# shellcheck disable=SC2086 # lines
	set -- $ends
	unset IFS
	set +f
	ended=$#
	acked=0
	for end; do
		case $end in [1-6]' 0 did 1+0+0\n') acked=$((acked + 1)) ;; esac
	done
}
cp "$T/whole" "$T/whole.joe"
{ printf 'Return-Path: <s>\nDelivered-To: joe-box@h.example\n'; cat "$T/msg"; } > "$T/whole"
single=$total	# calls of a process with one job
: > "$log"
prepare
batch 0:count
is 'batch: without faults' "$acked $(tail -n 1 "$T/out")" '6 processes 1'
is 'batch: each file flushed, names once' "$(grep -c ' fsync ' "$log")" $((3 + 5 + 2))
is 'batch: all contents are written before the first flush' \
    "$(calls | sed 's/.*write -,open \./open ./')" \
    'open ./M/tmp,open ./M/new,open N,write -,open N,write -,open N,write -,open N,write -,open N,write -,fsync -,close -,rename N,close -,rename N,close -,rename N,close -,rename N,close -,rename N,fsync -,'
total=$(wc -l < "$log")
for fault in EIO ENOSPC kill killafter; do
	bad=
	n=1
	step=1
	case $fault in ENOSPC|killafter) step=4 ;; esac
	while [ "$n" -le "$total" ]; do
		prepare
		batch "$n:$fault"
		all_whole || bad="$bad $n:torn"
		[ "$in_new" -ge "$acked" ] || bad="$bad $n:lost"
		[ "$ended" -eq 6 ] || bad="$bad $n:no-end"
		# it costs its job, or the first jobs of all processes
		[ "$acked" -gt 0 ] || case $n/$fault in
		*/kill*) [ "$n" -le "$single" ] || bad="$bad $n:all" ;;
		*) bad="$bad $n:all" ;;
		esac
		n=$((n + step))
	done
	faultless "batch: each call with $fault" $(((total + step - 1) / step)) "$bad"
done
mv "$T/whole.joe" "$T/whole"

# ---- mbox ----
# spec: delivery.md 4.2
instructions=./box
printf 'From old\n\nold\n\n' > "$T/old"
{ cat "$T/whole"; echo; } > "$T/added"
# shellcheck disable=SC2016
prepare() { # qmail-local writes into it: it stays the same file
	[ -e "$J/box" ] || by_joe ': > "$J/box"'
	printf 'From old\n\nold\n\n' > "$J/box"
}
look_box() { # sets $box to what is wrong with it
	alike -m "$T/old" "$T/added" "$J/box"
	case $? in
	0) box= ;;
	1) box=old ;;
	2) box=lost ;;
	*) box='old lost' ;;
	esac
}
look() {
	look_box
	case $box in old*) wrong old ;; esac
	case $code in
	0) case $box in *lost) wrong lost ;; esac ;;
	111) [ -n "$stays" ] || cmp -s "$T/old" "$J/box" || [ $((n + 1)) -ge "$total" ] || wrong left
		text '^Unable to \(open\|write\) \./box: .* (#4\.[23]\.[01])$' ;;
	137) case $1 in kill*) ;; *) wrong killed ;; esac ;;
	*) wrong exit ;;
	esac
}
again() {
	look_box
	[ "$code/$box" = 0/ ] || wrong again
}
count
is 'mbox: without faults' "$code" 0
is 'mbox: contents to disk, then the report' "$(calls)" \
    'open ./box,write -,fsync -,close -,write -,'
sweep mbox
rm -f "$J/box"
: > "$log"
deliver 0:count
is 'mbox: the name of a new one is synced' "$(calls)" \
    'open ./box,write -,fsync -,sync_dir .,close -,write -,'
rm -f "$J/box"
total=$(wc -l < "$log")
deliver "$((total - 2)):EIO"
is 'mbox: unless it cannot be' "$code $(cat "$T/err")" \
    '111 Unable to write ./box: input/output error. (#4.3.0)'

# ---- forward ----
instructions='&a@b'
{ echo 'Delivered-To: joe@h'; cat "$T/msg"; } > "$T/whole"
printf 'Fs\0Ta@b\0\0' > "$T/envelope"
prepare() {
	set -- "$J"/got/*
	[ ! -e "$1" ] || rm -f "$@"
}
look() {
	queued=
	[ ! -e "$J/got/queued" ] || queued=torn
	[ -z "$queued" ] || ! alike "$T/whole" "$J/got/queued" || queued=whole
	if [ "$code" = 0 ]; then
		[ "$queued" = whole ] || wrong lost
		alike "$T/envelope" "$J/got/envelope" || wrong envelope
	elif [ "$code" = 111 ]; then
		text '^Unable to forward message: .* (#4\.3\.0)\.$'
	else
		case $code/$1 in 137/kill*) ;; *) wrong exit ;; esac
	fi
	[ "$queued" != torn ] || wrong torn
}
again() {
	[ "$code" -eq 0 ] && alike "$T/whole" "$J/got/queued" || wrong again
}
count
is 'forward: without faults' "$code" 0
sweep forward

# ---- maildir2mbox ----
# spec: programs.md 16
export MAIL="$J/mbox" MAILTMP="$J/mbox.tmp" MAILDIR="$J/D"
prepare() {
	emptied "$J/D" || maildirmake "$J/D"
	rm -f "$J/mbox" "$J/mbox.tmp"
	printf 'Subject: 1\n\n' > "$J/D/new/1"
	printf 'Subject: 2\n\n' > "$J/D/cur/2:2,S"
	printf 'From old\n\nold\n\n' > "$J/mbox"
}
deliver() {
	QSUITE_FAULT=$1 "$F/bin/maildir2mbox" 2> "$T/err"
	code=$?
}
has_all() { # each message somewhere, the old ones once
	there=$nl$(grep -x 'Subject: [12]\|From old.*' "$J/mbox")$nl
	for m in 1 2; do
		case $there in *"${nl}Subject: $m$nl"*) continue ;; esac
		grep -rqx "Subject: $m" "$J/D/new" "$J/D/cur" || return 1
	done
	case $there in
	*From\ old*From\ old*) return 1 ;;
	*"${nl}From old"*) ;;
	*) return 1 ;;
	esac
}
look() {
	has_all || wrong lost
	case $code/$1 in
	0/*) is_bare "$J/D" || wrong kept ;;
	111/kill*) wrong exit ;;
	111/*) ;;
	137/kill*) ;;
	*) wrong exit ;;
	esac
}
again() {
	[ "$code" -eq 0 ] && has_all && is_bare "$J/D" || wrong again
}
count
is 'maildir2mbox: without faults' "$code" 0
is 'maildir2mbox: contents, name, then the messages go' \
    "$(calls | sed "s|$J/||g; s|$J|.|")" \
    'open mbox,open mbox.tmp,write -,fsync -,close -,rename mbox,sync_dir .,unlink new/1,unlink cur/2:2,S,'
sweep maildir2mbox

tell 'qmail-local and maildir2mbox'
done_testing
