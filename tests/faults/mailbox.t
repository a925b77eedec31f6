# mailbox.t: qmail-pop3d with a large mailbox: QUIT moves what is new, DELE and
# QUIT remove it all; what comes meanwhile stays.
# FAULTS=all: 100,000 messages, else 5000.
. tests/lib.sh
new_home
new_user joe
M=$T/joe/Maildir
N=5000
[ "${FAULTS-}" != all ] || N=100000
as joe maildirmake "$M"
awk -v n=$N -v dir="$M/new" 'BEGIN {
	for (i = 0; i < n; i++) {
		f = sprintf("%s/15778%05d.M1P%05dQ1.host.example,S=6", dir, i, i)
		printf "S: x\n\n" > f
		close(f)
	}
}'
echo '1000000000S' > "$M/maildirsize"
echo "$((N * 6)) $N" >> "$M/maildirsize"
[ "$ROOT" = no ] || chown -R "$(id -u joe):$(id -g joe)" "$M"
session() { # the commands are in $T/commands
	(cd "$T/joe" && as joe pop3drive "$T/commands" qmail-pop3d Maildir) > "$T/said" 2> "$T/stderr"
	note "$(cat "$T/stderr")"
}
count() { ls "$M/$1" | wc -l; }

printf 'DELE 1\nDELE %s\nQUIT\n' $N > "$T/commands"
session
is 'QUIT' "$(sort -u "$T/said" | tr -d '\r')" '+OK '
is 'what is new is moved' "$(count new) $(count cur)" "0 $((N - 2))"
is 'two are off the quota' "$(tail -n 1 "$M/maildirsize")" '-12 -2'
is 'all have their flags' "$(ls "$M/cur" | grep -cv ':2,$')" 0

# later for the program too, even if a second ends before it starts
echo 'S: later' > "$M/new/2000000000.later"
touch -d '+1 hour' "$M/new/2000000000.later"
[ "$ROOT" = no ] || chown joe "$M/new/2000000000.later"
awk -v n=$((N - 2)) 'BEGIN { for (i = 1; i <= n; i++) print "DELE " i; print "QUIT" }' > "$T/commands"
session
is 'each is deleted' "$(tr -d '\r' < "$T/said" | sort | uniq -c | tr -s ' ')" " $N +OK "
is 'what comes later stays' "$(ls "$M/new" "$M/cur" | grep -v '^$' | tail -n 1) $(count cur)" \
    '2000000000.later 0'
is 'all are off the quota' "$(tail -n 1 "$M/maildirsize")" "-$(((N - 2) * 6)) -$((N - 2))"
done_testing
