# multilog.t: by supervise.md 4.
. tests/lib.sh
# SV_PROGRAMS: the folder of the programs under test; tests/peers/daemontools.t
# runs the contract that is stock's with Debian's
SV=${SV_PROGRAMS:-$OUT/bin}
ours() { [ "$SV" = "$OUT/bin" ]; }
PATH=$SV:$OUT/tests/tools:$PATH
cd "$T" || exit 1
lines() { awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf "line %06d of a log that rotates\n", i }'; }
all_files() { cat "$1"/@* "$1/current" 2> /dev/null; }
mode() { stat -c %a "$1"; }

# spec: supervise.md 4
lines 3 > in
exits 0 'no action: reads all' multilog < in
exits 0 'one folder' multilog ./d < in
same_file 'lines are kept as they are' d/current in
is 'modes after a clean end' "$(mode d) $(mode d/lock) $(mode d/current)" '700 600 744'
printf 'x' | multilog ./d
is 'appended; a partial last line gets its newline' "$(tail -n 1 d/current)" x
is 'still one file' "$(ls d | tr '\n' ' ')" 'current lock state '
printf 'a\n\n' | multilog t ./stamped
like 't stamps' "$(cat stamped/current)" '^@[0-9a-f]{24} a$'
like 'empty lines too' "$(tail -n 1 stamped/current)" '^@[0-9a-f]{24} $'
printf 'a\n' | multilog ./late t 2> err
is 't elsewhere is ignored, silently' "$(cat late/current err)" a
printf 'a\n' | multilog foo dir/x 2> err
is 'other words are ignored' $? 0
ours && is 'with a warning each' "$(cat err)" 'multilog: warning: ignoring unknown action foo
multilog: warning: ignoring unknown action dir/x'

printf 'STAT 1\nother\nSTAT 2\nend\n' | multilog '-*' '+STAT*' =f ./sel
is 'selection' "$(cat sel/current | tr '\n' ' ')" 'STAT 1 STAT 2 '
is '= keeps the last selected line, 1001 bytes' "$(head -n 1 f) $(stat -c '%s %a' f)" 'STAT 2 1001 600'
printf 'fatal: a: b\nfatal: c\n' | multilog '-*' '+*: *: b' ./star
is 'an inner star stops at the next byte' "$(cat star/current)" 'fatal: a: b'
exits 0 'no input at all is its end' timeout 30 multilog ./closed <&-
printf 'abc\na*c\n' | multilog '-*' '+**' ./stars
is 'two stars want a star' "$(cat stars/current)" 'a*c'
exits 111 '= that cannot be made' multilog =none/f < in
awk 'BEGIN { for (i = 0; i < 200; i++) printf "x"; printf "\n"; for (i = 0; i < 201; i++) printf "y"; printf "\n" }' |
	multilog e 2> err
is 'e: 200 bytes whole, longer cut with dots' "$(awk '{ print length($0), substr($0, length($0) - 3) }' err)" '200 xxxx
203 y...'

# --- rotation
# spec: supervise.md 4.1
lines 2000 > in
multilog s4096 n1000 ./rot < in
all_files rot > out
same_file 'rotation loses nothing' out in
ok 'no file is over the size' sh -c '! find rot -size +4096c | grep -q .'
ok 'files end after a line within the last 2000 bytes' sh -c 'for f in rot/@*; do s=$(stat -c %s $f); [ $s -ge 2096 ] && [ "$(tail -c 1 $f | od -An -tx1 | tr -d " ")" = 0a ] || exit 1; done'
is 'old files are safe' "$(stat -c %a rot/@* | sort -u)" 744
ok 'names are labels' sh -c '! ls rot | grep -Ev "^(@[0-9a-f]{24}\.s|current|lock|state)$"'
multilog s4096 n3 ./few < in
is 'n3 leaves 2 old files' "$(ls few | grep -c @)" 2
all_files few > out
tail -c "$(stat -c %s out)" in > want
same_file 'the newest' out want
multilog s4096 n2 ./two < in
is 'n2 leaves 1' "$(ls two | grep -c @)" 1
multilog s1 n1 ./clamped < in
is 's and n have minima' "$(ls clamped | grep -c @) $(stat -c %s clamped/@* | awk '$1 > 4096 || $1 < 2000')" '1 '
awk 'BEGIN { for (i = 0; i < 9000; i++) printf "z"; printf "\n" }' > in
multilog s4096 n10 ./long < in
is 'a long line is cut at the size' "$(stat -c %s long/@* | tr '\n' ' ')$(stat -c %s long/current)" '4096 4096 809'
all_files long > out
same_file 'nothing of it is lost' out in

# --- start
echo old > d/current; chmod 644 d/current
echo new | multilog ./d
is 'a current that was not closed becomes .u' "$(cat d/@*.u) $(stat -c %a d/@*.u) $(cat d/current)" 'old 644 new'
mkfifo fifo
multilog ./locked < fifo &
last_pid=$!
exec 3<> fifo			# with an end to read: no SIGPIPE when it is gone
await 60 test -e locked/current
exits 111 'a locked folder' multilog ./locked < in
is 'its words' "$(cat stderr)" 'multilog: fatal: unable to lock directory ./locked: temporary failure'
is 'current is 644 while open' "$(mode locked/current)" 644

# --- signals
echo one >&3
await 60 grep -q one locked/current
# daemontools' sees only at the next line a signal that comes after its look
# for one and before its read: once more for that, and once for ours
if ours; then
	kill -ALRM $last_pid
	ok 'ALRM rotates' await 60 sh -c 'ls locked | grep -q @'
else
	ok 'ALRM rotates' await 60 sh -c "kill -ALRM $last_pid; ls locked | grep -q @"
fi
kill -ALRM $last_pid
printf 'begun' >&3
# ours writes what it has read at once; then TERM: the line may still end
ours && await 60 grep -q begun locked/current
kill -TERM $last_pid
printf ' ended\nleft in the pipe\n' >&3
wait $last_pid
is 'TERM: exit 0' $? 0
exec 3>&-
like 'the line under way was finished, or never begun' "$(cat locked/current)" '^(begun ended|)$'

# --- a processor
lines 300 > in
multilog s4096 n100 '!tr a-z A-Z; cat <&4 >&5; echo x >&5' ./proc < in
cat proc/@* | tr A-Z a-z > out
cat proc/current >> out
same_file 'a processor gets every finished file' out in
ok 'state goes from run to run' sh -c '[ $(wc -l < proc/state) -eq $(ls proc | grep -c @) ]'
is 'modes' "$(stat -c %a proc/@* | sort -u) $(ls proc | grep -c 'previous\|processed\|newstate')" '744 0'
mkdir left
echo waiting > left/previous
: > left/state
echo now | multilog n5 '!sed s/^/seen:/' ./left
ours && is 'previous left by a crash is processed' "$(cat left/@*.s) $(cat left/current)" 'seen:waiting now'
mkdir left2
echo done > left2/processed; chmod 744 left2/processed; echo raw > left2/previous; echo st > left2/newstate
echo now | multilog n5 '!false' ./left2
ours && is 'processed that was finished is published' "$(cat left2/@*.s) $(cat left2/state) $(ls left2 | tr '\n' ' ')" \
	"done st $(ls left2 | grep @) current lock state "
cat > failing <<'EOT'
#!/bin/sh
[ -e again ] || { : > again; exit 1; }
cat
EOT
chmod 755 failing
mkdir fail
(cd fail && lines 130 | multilog s4096 '!../../failing' ./log 2> ../err) &
ok 'a processor that fails is said' await 60 grep -qx 'multilog: warning: processor failed in ./log, pausing' err
wait $!
ok 'and tried again' sh -c 'ls fail/log | grep -q "@.*s"'

if ours; then
# --- extensions
# spec: supervise.md 9
printf 'a b\nab\nAB\n' | multilog F '-*' '+a?b' '+[A-Z]*' f '-AB*' ./glob
is 'F: fnmatch patterns, f: plain ones again' "$(tr '\n' ' ' < glob/current)" 'a b '
printf 'a?b\naxb\n' | multilog '-*' '+a?b' ./noglob
is 'without F a ? is a ?' "$(cat noglob/current)" 'a?b'
before=$(date +%s)
echo x | multilog T ./accu
like 'T: accustamp' "$(cat accu/current)" '^[0-9]{10}\.[0-9]{6} x$'
ok 'which is the time' [ "$(($(sed 's/\..*//' accu/current) - before))" -le 60 ]
lines 130 > in
multilog s4096 wtext ./suffix < in
is 'w: suffix of finished files' "$(ls suffix | sed -n 's/^@[0-9a-f]*//p' | sort -u)" .text
for w in w wa/b; do exits 111 "$w is no suffix" multilog $w ./suffix < in; done
lines 500000 > in
multilog s99999999 ./clamp < in
multilog S99999999 ./large < in
is 's ends at 16777215, S does not' "$(ls clamp | grep -c @) $(ls large | grep -c @)" '1 0'
rm -r clamp large

# --- a clock that was set back: order and newest lines stay
future=@7000000000000000000000
mkdir back; echo one > "back/${future}00.s"; echo two > "back/${future}01.u"
chmod 744 back/@*
lines 130 > in
multilog s4096 n4 ./back < in
ok 'new names come after the old ones' sh -c '[ "$(ls back | grep -c "^@7000000000000000000000")" -eq 3 ]'
all_files back > out
{ echo two; cat in; } > want
same_file 'and the oldest goes first' out want
fi

# --- hostile: bytes of any kind, no end of line
head -c 300000 /dev/urandom | tr -d '\n' > in
multilog s16777215 ./raw < in
cp in want; echo >> want
same_file 'any bytes, one endless line' raw/current want

# --- a full disk: pauses, goes on, loses nothing
if [ "$ROOT" = yes ]; then
	mkdir small && mount -t tmpfs -o size=64k none small
	dd if=/dev/zero of=small/ballast bs=1k count=52 2> /dev/null
	lines 1000 > in
	multilog s16777215 ./small/log < in 2> err &
	last_pid=$!
	ok 'a full disk is said' await 60 grep -qx 'multilog: warning: unable to write to ./small/log/current, pausing: out of disk space' err
	rm small/ballast
	ok 'and outlived' wait $last_pid
	same_file 'nothing is lost' small/log/current in
	umount small
fi

# --- tai64nlocal: what the peer test cannot ask of another's
if ours; then
	is 'a year that is no int, counted from 1900' \
	    "$(echo '@40f0c2a01ca339da00000005 x' | TZ=UTC0 tai64nlocal)" \
	    '2147484000-01-01 06:36:00.000000005 x'
fi
cd "$TOP" || exit 1
done_testing
