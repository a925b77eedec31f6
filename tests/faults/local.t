# local.t: qmail-local, when the n-th call that changes the disk fails or is
# the last: what was acknowledged is there, whole; what was there before stays;
# the next delivery works.
. tests/lib.sh
. tests/faults/tally.sh
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
# a queue program that keeps what is complete, whole; one that outlives its
# killed client does not meet the next
cat > "$T/queue" <<END
#!/bin/sh
cat > $J/got/message.\$\$
exec 3<&1
cat <&3 > $J/got/envelope.\$\$
[ "\$(tail -c 2 $J/got/envelope.\$\$ | od -An -tx1 | tr -d ' ')" = 0000 ] || exit 54
mv $J/got/envelope.\$\$ $J/got/envelope
mv $J/got/message.\$\$ $J/got/queued
END
chmod 755 "$T/queue"
as joe mkdir "$J/got"
log=$T/log
: > "$log"
chmod 666 "$log"
export QSUITE_FAULT_LOG="$log" QMAILQUEUE="$T/queue"
{ printf 'Subject: x\n\n'; head -c 100000 /dev/zero | tr '\0' '\n'; echo end; } > "$T/msg"

deliver() { # plan: sets code
	QSUITE_FAULT=$1 as joe "$H/bin/qmail-local.fault" joe "$J" joe '' '' h s \
	    "$instructions" < "$T/msg" > "$T/out" 2> "$T/err"
	code=$?
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
prepare() {
	rm -rf "$J/M"
	as joe maildirmake "$J/M"
}
in_new() { ls "$J/M/new" | wc -l; }
all_whole() {
	for f in "$J"/M/new/*; do
		[ ! -e "$f" ] || cmp -s "$f" "$T/whole" || return 1
	done
}
look() {
	all_whole || wrong torn
	case $code in
	0) [ "$(in_new)" -eq 1 ] || wrong lost ;;
	111) text '^Temporary error on maildir delivery\. (#4\.3\.0)$\|^Unable to chdir to maildir\. (#4\.2\.1)$' ;;
	137) case $1 in kill*) ;; *) wrong killed ;; esac ;;
	*) wrong exit ;;
	esac
	before=$(in_new)
}
again() {
	[ "$code" -eq 0 ] || wrong again
	all_whole && [ "$(in_new)" -eq $((before + 1)) ] || wrong again-lost
}
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
user=joe
[ "$ROOT" = yes ] || user=$ME
prepare_batch() {
	rm -rf "$J/M"
	as joe maildirmake "$J/M"
}
batch() { # PLAN: how many were acknowledged, in $acked
	QSUITE_FAULT=$1 as joe leasedrive -w 6 -l 60000 "$H/bin/qmail-local.fault" "$user" \
	    "$J" "$T/msg" < "$T/script" > "$T/out" 2> "$T/err"
	acked=$(grep -c '^[1-6] 0 did 1+0+0\\n$' "$T/out")
}
cp "$T/whole" "$T/whole.joe"
{ printf 'Return-Path: <s>\nDelivered-To: joe-box@h.example\n'; cat "$T/msg"; } > "$T/whole"
single=$total	# calls of a process with one job
: > "$log"
prepare_batch
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
		prepare_batch
		batch "$n:$fault"
		all_whole || bad="$bad $n:torn"
		[ "$(in_new)" -ge "$acked" ] || bad="$bad $n:lost"
		[ "$(grep -cE '^[1-6] (0|111|crashed) ' "$T/out")" -eq 6 ] || bad="$bad $n:no-end"
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
prepare() {
	rm -f "$J/box"
	as joe cp "$T/old" "$J/box"
}
starts_old() { head -c "$(wc -c < "$T/old")" "$J/box" | cmp -s - "$T/old"; }
ends_whole() {
	tail -c "$(($(wc -c < "$T/whole") + 1))" "$J/box" | head -c -1 | cmp -s - "$T/whole"
}
look() {
	starts_old || wrong old
	case $code in
	0) ends_whole || wrong lost ;;
	111) [ -n "$stays" ] || cmp -s "$T/old" "$J/box" || [ $((n + 1)) -ge "$total" ] || wrong left
		text '^Unable to \(open\|write\) \./box: .* (#4\.[23]\.[01])$' ;;
	137) case $1 in kill*) ;; *) wrong killed ;; esac ;;
	*) wrong exit ;;
	esac
}
again() {
	[ "$code" -eq 0 ] && starts_old && ends_whole || wrong again
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
prepare() { rm -f "$J"/got/*; }
look() {
	if [ "$code" = 0 ]; then
		cmp -s "$J/got/queued" "$T/whole" || wrong lost
		tr '\0' '|' < "$J/got/envelope" | grep -qx 'Fs|Ta@b||' || wrong envelope
	elif [ "$code" = 111 ]; then
		text '^Unable to forward message: .* (#4\.3\.0)\.$'
	else
		case $code/$1 in 137/kill*) ;; *) wrong exit ;; esac
	fi
	[ ! -e "$J/got/queued" ] || cmp -s "$J/got/queued" "$T/whole" || wrong torn
}
again() {
	[ "$code" -eq 0 ] && cmp -s "$J/got/queued" "$T/whole" || wrong again
}
count
is 'forward: without faults' "$code" 0
sweep forward

# ---- maildir2mbox ----
# spec: programs.md 16
export MAIL="$J/mbox" MAILTMP="$J/mbox.tmp" MAILDIR="$J/D"
prepare() {
	rm -rf "$J/D" "$J/mbox" "$J/mbox.tmp"
	maildirmake "$J/D"
	printf 'Subject: 1\n\n' > "$J/D/new/1"
	printf 'Subject: 2\n\n' > "$J/D/cur/2:2,S"
	cp "$T/old" "$J/mbox"
}
deliver() {
	QSUITE_FAULT=$1 "$F/bin/maildir2mbox" 2> "$T/err"
	code=$?
}
has_all() { # each message somewhere, the old ones once
	for m in 1 2; do
		grep -qx "Subject: $m" "$J/mbox" || grep -rqx "Subject: $m" "$J/D/new" "$J/D/cur" || return 1
	done
	[ "$(grep -c '^From old' "$J/mbox")" -eq 1 ]
}
look() {
	has_all || wrong lost
	case $code/$1 in
	0/*) [ -z "$(find "$J/D" -type f)" ] || wrong kept ;;
	111/kill*) wrong exit ;;
	111/*) ;;
	137/kill*) ;;
	*) wrong exit ;;
	esac
}
again() {
	[ "$code" -eq 0 ] && has_all && [ -z "$(find "$J/D" -type f)" ] || wrong again
}
count
is 'maildir2mbox: without faults' "$code" 0
is 'maildir2mbox: contents, name, then the messages go' \
    "$(calls | sed "s|$J/||g; s|$J|.|")" \
    'open mbox,open mbox.tmp,write -,fsync -,close -,rename mbox,sync_dir .,unlink new/1,unlink cur/2:2,S,'
sweep maildir2mbox

tell 'qmail-local and maildir2mbox'
done_testing
