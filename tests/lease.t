#!/bin/sh
# lease.t: qmail-local and qmail-getpw doing many jobs in one process do as
# fresh processes do, and a job that goes wrong costs only itself.
. tests/lib.sh
new_home
new_user joe
J=$T/joe
jobs=10000
if nm "$OUT/bin/qmail-local" 2> /dev/null | grep -q __asan; then
	jobs=1000
	# what the sanitizer keeps is no growth of ours
	export ASAN_OPTIONS="${ASAN_OPTIONS-}:quarantine_size_mb=1"
fi
printf 'Received: (qmail 1 by x)\nSubject: hi\n\nFrom here\nbody' > "$T/msg"

# a queue program that is quick and says no to some
cat > "$T/queue" <<'END'
#!/bin/sh
while read -r line; do :; done
exec 0<&1
read -r envelope
case $envelope in *no@x*) exit 31 ;; esac
END
chmod 755 "$T/queue"
export QMAILQUEUE="$T/queue"

qmail() { printf "$2" > "$J/.qmail-$1"; }
as joe sh -c "cd '$J' && for d in M M2; do '$OUT/bin/maildirmake' \$d; done && mkdir sub"
qmail default '# nothing\n'
qmail box './M/\n'
qmail two './M/\n# and\n./M2/\n'
qmail broken './M/\n./none/\n'
qmail mbox './mbox\n'
qmail nobox './none/mbox\n'
qmail blank '\n./M/\n'
qmail blanks '# x\n\n./M/\n'
qmail prog '|echo out; echo err >&2; exit 0\n'
qmail env-default '|env | sort | grep -v "^_=\\|UFLINE"; pwd; umask; cat\n'
qmail env-a-owner ''
qmail env-v-owner ''
qmail env-v-owner-default ''
qmail state '|ls -l /proc/self/fd | sed "s/.* \\([0-9]* -> \\).*/\\1/"; grep "^Sig[BIC]" /proc/self/status; cat /proc/self/limits; kill -0 $PPID\n./M/\n'
qmail stop './M/\n|exit 99\n./M2/\n'
qmail fail './M/\n|echo no; exit 100\n./M2/\n'
qmail later '|echo later; exit 75\n'
qmail long '|head -c 70000 /dev/zero | tr "\\\\0" x\n'
qmail forward 'ann@x\n&bob@x\n./M/\n'
qmail refused 'no@x\n'
qmail exec './M/\n'
qmail list '+list\na@x\n./M/\n'
qmail nul './M/\n&a\0b\n'
qmail folder './sub\n'
chmod 700 "$J/.qmail-exec"
[ "$ROOT" = no ] || chown joe "$J"/.qmail*

kinds='box two broken mbox nobox blank blanks prog env env-a env-a-b-c env-v-x
state stop fail later long forward refused exec list nul folder - x.y-Z Foo'
drive() { as joe leasedrive "$@" "$OUT/bin/qmail-local" "$user" "$J" "$T/msg"; }
user=joe
[ "$ROOT" = yes ] || user=$ME
sane() { sed 's/qp [0-9]*/qp N/; s/[0-9]\{10\}[.]M[^ ]*/NAME/'; }
deliveries() { # each message in M, M2 and mbox, by its recipient
	cat "$J"/M/new/* "$J"/M2/new/* "$J/mbox" 2> /dev/null | grep '^Delivered-To' | sort | uniq -c
}
clean() { rm -rf "$J"/M/new "$J"/M2/new "$J/mbox"; as joe mkdir -m 700 "$J/M/new" "$J/M2/new"; }

# ---- each kind, in a process of its own and in one that stays ----
for k in $kinds; do for s in s@x - '#@[]'; do echo "$k $s"; done; done > "$T/kinds"
drive -1 < "$T/kinds" | sane > "$T/fresh"
is 'each in a process of its own' "$(sed -n 's/^processes //p' "$T/fresh")" "$(wc -l < "$T/kinds")"
deliveries > "$T/fresh.files"
clean
drive < "$T/kinds" | sane > "$T/stays"
is 'all in one process' "$(sed -n 's/^processes //p' "$T/stays")" 1
same_file 'one process does as many do' "$T/stays.jobs" "$T/fresh.jobs" \
    "$(for f in stays fresh; do grep -v '^processes' "$T/$f" > "$T/$f.jobs"; done)"
deliveries > "$T/stays.files"
same_file 'and delivers the same' "$T/stays.files" "$T/fresh.files"
clean

# ---- spec: design 6: ten thousand jobs of mixed kinds in one process ----
# programs and forwards are rare, they start processes; so is what is flushed
awk -v n=$jobs 'BEGIN { srand(7) }
	{ kind[NR] = $0; split($1, part, "-")
	slow[NR] = $1 ~ /^(prog|env|state|stop|fail|later|long|forward|refused)/ }
	END { while (i < n) {
		k = 1 + int(rand() * NR)
		if (slow[k] && rand() > .01) continue
		if (kind[k] ~ /^(box|two|broken|mbox)/ && rand() > .1) continue
		print kind[k]; i++
	} }' "$T/kinds" > "$T/script"
drive < "$T/script" | sane > "$T/many"
is 'one process for all' "$(sed -n 's/^processes //p' "$T/many")" 1
# what the fresh process said for the kind of each
want() {
	awk 'FILENAME == ARGV[1] { kind[FNR] = $0; next }
		FILENAME == ARGV[2] { n = $1; sub(/^[0-9]* /, ""); said[kind[n]] = $0; next }
		{ print FNR, said[$0] }' "$T/kinds" "$T/fresh.jobs" "$T/script"
}
want > "$T/want"
grep -v '^processes' "$T/many" > "$T/got"
is 'there are that many' "$(wc -l < "$T/got")" $jobs
same_file "each of $jobs jobs as in a fresh process" "$T/got" "$T/want"
# how often each kind delivered, times how often it came
awk 'FILENAME == ARGV[1] { per[$2 $3] += $1; next }
	{ to = "Delivered-To:joe-" ($1 == "-" ? "" : $1) "@h.example"
	if (to in per) total[to] += per[to] / 3 }
	END { for (to in total) print to, total[to] }' "$T/fresh.files" "$T/script" | sort > "$T/want.files"
deliveries | awk '{ print $2 $3, $1 }' | sort > "$T/got.files"
same_file 'and every message is where it belongs, once' "$T/got.files" "$T/want.files"
is 'nothing is left in tmp' "$(ls "$J/M/tmp" "$J/M2/tmp" | grep -c M)" 2
clean

# ---- batches ----
awk 'BEGIN { for (i = 0; i < 600; i++) print (i % 50 == 49 ? "state s@x" : i % 7 == 3 ? "mbox s@x" : i % 5 == 2 ? "two -" : "box s@x") }' > "$T/script"
drive -w 120 < "$T/script" | sane > "$T/many"
want > "$T/want"
grep -v '^processes' "$T/many" | sort -n > "$T/got"
same_file 'many at a time' "$T/got" "$T/want"
is 'as many messages' "$(deliveries | awk '{ n += $1 } END { print n }')" \
    "$(awk '{ n += $1 == "two" ? 2 : 1 } END { print n }' "$T/script")"
clean

# ---- a job that goes wrong costs only itself ----
qmail kill './M2/\n|kill -9 $PPID\n'
qmail die '|trap "" TERM; kill -6 $PPID\n'
[ "$ROOT" = no ] || chown joe "$J"/.qmail*
awk 'BEGIN { for (i = 0; i < 100; i++) print (i % 20 == 5 ? "kill s@x" : i % 20 == 15 ? "die s@x" : "box s@x") }' > "$T/script"
drive < "$T/script" > "$T/many"
is 'those that kill their process crash' "$(grep -c '^[0-9]*6 crashed ' "$T/many")" 10
is 'the others do not notice' "$(grep -c ' 0 did 1+0+0\\n$' "$T/many")" 90
is 'a new process for each' "$(sed -n 's/^processes //p' "$T/many")" 11
is 'the messages are there' "$(ls "$J/M/new" | wc -l)" 90
clean
drive -w 50 < "$T/script" > "$T/many"
is 'the same, many at a time' "$(grep -c '^[0-9]*6 crashed ' "$T/many") $(grep -c ' 0 did 1+0+0\\n$' "$T/many")" '10 90'
ok 'no message is lost' test "$(ls "$J/M/new" | wc -l)" -ge 90
clean

# ---- who does not know leases works as ever ----
cat > "$T/oneshot" <<END
#!/bin/sh
exec "$OUT/bin/qmail-local" "\$@" 3<&-
END
chmod 755 "$T/oneshot"
as joe leasedrive -w 20 "$T/oneshot" "$user" "$J" "$T/msg" < "$T/kinds" | sane > "$T/many"
is 'a process for each' "$(sed -n 's/^processes //p' "$T/many")" "$(wc -l < "$T/kinds")"
grep -v '^processes' "$T/many" | sort -n > "$T/got"
same_file 'one-shot programs do the same' "$T/got" "$T/fresh.jobs"
clean

# ---- workers that lie ----
for lie in rubbish foreign twice silent early hello-twice descriptor flood back; do
	printf 'box s@x\nbox s@x\nbox s@x\n' |
	    as joe leasedrive "$OUT/tests/tools/leaseliar" "$lie" "$J" "$T/msg" > "$T/many"
	is "$lie: every job has an end" "$(grep -c '^[123] ' "$T/many")" 3
	ok "$lie: and is not believed" test "$(sed -n 's/^processes //p' "$T/many")" -ge 2
done

# ---- through qmail-lspawn ----
message() { echo "text of $1" > "$H/queue/mess/$1"; [ "$ROOT" = no ] || chown qmailq "$H/queue/mess/$1"; }
message 7/30
mkfifo "$T/script.in"
lspawn_start() {
	rm -f "$T"/asked.*
	spawndrive qmail-lspawn ./Mailbox < "$T/script.in" > "$T/reports" 2> "$T/errors" &
	driver=$!
	exec 7> "$T/script.in"
	n=0
	asked=0
}
lspawn_end() {
	exec 7>&-
	wait $driver
}
ask() { # RECIPIENT: its report, once it is there, in $said
	n=$((n + 1))
	echo "do $((n % 100)) 7/30 s@x $1" >&7
	echo "wait $n" >&7
	echo "touch $T/asked.$n" >&7
	await 30 test -e "$T/asked.$n"
	said=$(sed -n "s/^$((n % 100)) //p" "$T/reports" | tail -n 1)
}
answers() { # NAME RECIPIENT REPORT
	ask "$2"
	is "$1" "$said" "$3"
}
qmail ppid '|echo $PPID\n'
[ "$ROOT" = no ] || chown joe "$J"/.qmail*
lspawn_start
ask joe-ppid@x
first=$said
like 'a delivery' "$first" '^K[0-9]+\\n'
# which stays for four seconds: on a busy machine they may have gone by
for try in 1 2 3 4 5; do
	first=$said
	ask joe-ppid@x
	[ "$said" != "$first" ] || break
done
is 'the next is in the same process' "$said" "$first"
kill -9 "$(printf '%s' "$first" | sed 's/^K\([0-9]*\).*/\1/')"
ask joe-ppid@x
like 'a process that was killed without a job is not missed' "$said" '^K[0-9]+\\n'
nok 'it was another' test "$said" = "$first"
# spec: delivery.md 3: what a user changes counts at once
printf '|echo changed\n' > "$J/.qmail-ppid"
answers 'its .qmail file is read again' joe-ppid@x 'Kchanged\ndid 0+0+1\n'
chmod 777 "$J"
answers 'its home is looked at again' joe-box@x 'ZUh-oh: home directory is writable. (#4.7.0)\n'
chmod 775 "$J"
answers 'and again' joe-box@x 'Kdid 1+0+0\n'
echo 022 > "$H/control/patrn"
answers 'control/patrn is read again' joe-box@x 'ZUh-oh: home directory is writable. (#4.7.0)\n'
rm "$H/control/patrn"
chmod 755 "$J"
# spec: delivery.md 1.3: so does what the administrator changes
assign_add "=joe-moved:$user:$(id -u $user):$(id -g $user):$J:-:nobody-here:"
rm -f "$J/.qmail-default"
answers 'users/cdb is looked at again' joe-moved@x 'DSorry, no mailbox here by that name. (#5.1.1)\n'
lspawn_end

# a slow program holds up nobody else, of the same user or another
# (each with a pipe of its own: read takes a byte at a time, two would share a line)
mkfifo -m 666 "$T/hold" "$T/hold2"
qmail hold "|: > $T/held; read -r line < $T/hold; echo \"\$line\"\n"
qmail hold2 "|: > $T/held; read -r line < $T/hold2; echo \"\$line\"\n"
[ "$ROOT" = no ] || chown joe "$J"/.qmail*
chmod 777 "$T"
lspawn_start
answers 'a process that stays' joe-box@x 'Kdid 1+0+0\n'
echo "do 100 7/30 s@x joe-hold@x" >&7
ok 'a slow program runs' await 30 test -e "$T/held"
answers 'the next is delivered meanwhile' joe-box@x 'Kdid 1+0+0\n'
{ for i in 101 102 103 104 105; do echo "do $i 7/30 s@x joe-box@x"; done
rm -f "$T/held"
echo "do 110 7/30 s@x joe-hold2@x"
echo "wait $((n + 5))"
echo "touch $T/five"; } >&7
ok 'so are those that come together with one' await 30 test -e "$T/five"
ok 'which runs too' await 30 test -e "$T/held"
exec 8<> "$T/hold" 9<> "$T/hold2"
echo one >&8
echo two >&9
lspawn_end
exec 8>&- 9>&-
is 'and they end' "$(grep -cE '^1(00|10) K(one|two)' "$T/reports")" 2

# control/leases: 0 is off
echo 0 > "$H/control/leases"
printf '|echo $PPID\n' > "$J/.qmail-ppid"
lspawn_start
ask joe-ppid@x
first=$said
ask joe-ppid@x
nok 'control/leases 0: another process' test "$first" = "$said"
lspawn_end
rm "$H/control/leases"

# ---- qmail-getpw ----
if [ "$ROOT" = yes ]; then
	cat > "$H/bin/qmail-getpw" <<END
#!/bin/sh
echo "\$1" >> $T/getpw.log
exec "$H/bin/qmail-getpw.real" "\$@"
END
	cp "$OUT/bin/qmail-getpw" "$T/getpw.real"
	# shellcheck disable=SC2086 # a list of names
	"$OUT/mk/rehome" "$T" "$H" $ACCOUNTS "$T/getpw.real"
	mv "$T/getpw.real" "$H/bin/qmail-getpw.real"
	chmod 755 "$H/bin/qmail-getpw" "$H/bin/qmail-getpw.real"
	rm "$H/users/cdb"
	account() { # NAME HOME: the account's home
		sed "s|^\($1:.*\):[^:]*:\([^:]*\)$|\1:$2:\2|" /etc/passwd > "$T/etc/passwd.new"
		mv "$T/etc/passwd.new" "$T/etc/passwd"
	}
	account joe "$J"
	: > "$T/getpw.log"
	chmod 666 "$T/getpw.log"
	# it stays for four seconds: once more where they went by between two questions
	for try in 1 2 3 4 5; do
		: > "$T/getpw.log"
		rm -f "$T/burst"
		lspawn_start
		answers 'a system user' joe-box@x 'Kdid 1+0+0\n'
		answers 'again' JOE-box@x 'Kdid 1+0+0\n'
		answers 'nobody' nobody-here@x 'DSorry, no mailbox here by that name. (#5.1.1)\n'
		# all of them at once: who comes while it is busy may have another process
		{ echo stop
		for i in 50 51 52 53 54 55; do echo "do $i 7/30 s@x joe-box@x"; done
		echo 'do 56 7/30 s@x nobody-here@x'
		echo 'do 57 7/30 s@x Joe-Box@x'
		echo 'do 58 7/30 s@x joe-none@x'
		echo 'do 59 7/30 s@x joe-box@x'
		echo go
		n=$((n + 10))
		echo "wait $n"
		echo "touch $T/burst"; } >&7
		ok 'many at once' await 30 test -e "$T/burst"
		is 'each with its own answer' "$(sed -n 's/^5\([0-9]\) \(.\).*/\1\2/p' "$T/reports" | sort | tr -d '\n')" \
		    0K1K2K3K4K5K6D7K8D9K
		[ "$(cat "$T/getpw.log")" != joe-box ] && [ $try -lt 5 ] || break
		lspawn_end
	done
	is 'one process answers all' "$(cat "$T/getpw.log")" joe-box
	mkdir -p "$T/ann"; chown ann "$T/ann"
	account ann "$T/ann"
	printf '|echo "$HOME"\n' > "$T/ann/.qmail-x"
	answers 'an account that has changed counts at once' ann-x@x "K$T/ann\\ndid 0+0+1\\n"
	account ann /nowhere
	ask ann-x@x
	like 'and one that is gone' "$said" '^DSorry, no mailbox'
	long=$(head -c 9000 /dev/zero | tr '\0' y)
	before=$(wc -l < "$T/getpw.log")
	ask "$long@x"
	like 'a question too long for a reply' "$said" '^D'
	is 'has a process of its own' "$(($(wc -l < "$T/getpw.log") - before)) $(grep -cx "$long" "$T/getpw.log")" '1 1'
	lspawn_end
	echo 0 > "$H/control/leases"
	: > "$T/getpw.log"
	lspawn_start
	ask joe-box@x
	answers 'without leases' joe-box@x 'Kdid 1+0+0\n'
	is 'a process for each question' "$(wc -l < "$T/getpw.log")" 2
	lspawn_end
fi

done_testing
