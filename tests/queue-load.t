# queue-load.t: qmail-queue with many at a time, and with much at once.
# Nothing reads the queue meanwhile; tests/load.t is the whole way.
. tests/lib.sh
new_home
Q=$H/queue

# recipients carry their message's number: text and envelope belong together
ok '5,000 messages, 20 at a time' sh -c \
    "flood -p 20 -s 1500 5000 ann@test.example joe-%@test.example '$H/bin/qmail-queue' > '$T/acks'"
is 'all acknowledged' "$(sort -n "$T/acks" | uniq | wc -l | tr -d ' ')" 5000
is 'all queued, nothing else' "$(qcheck "$Q")" \
    'writing 0 queued 5000 ready 0 damaged 0 pid 0'
mkdir -p "$T/md/new" "$T/md/cur"
find "$Q/mess" -type f | while read -r f; do echo "$f"; done > "$T/files"
xargs sh -c 'ln "$@"' sh -t "$T/md/new" < "$T/files"
is 'each once, byte for byte' "$(mailcheck "$T/md" "$T/acks")" \
    'whole 5000 torn 0 duplicate 0 missing 0'
(cd "$Q" && grep -aor '^X-Number: [0-9]*' mess |
sed 's|^mess/[0-9]*/\([0-9]*\):X-Number: |\1 |' | sort) > "$T/texts"
(cd "$Q/todo" && grep -aor 'Tjoe-[0-9]*@' . |
sed 's|^\./\([0-9]*\):Tjoe-\([0-9]*\)@|\1 \2|' | sort) > "$T/envelopes"
same_file 'each text has its own envelope' "$T/texts" "$T/envelopes"
find "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +

# a large message costs disk, not memory: 64 MB of address space are plenty
free=$(df -Pk "$T" | awk 'NR == 2 { print $4 }')
if [ "$free" -gt 4000000 ]; then
	size=1073741824
	dd if=/dev/null of="$T/sparse" bs=1 seek=$size 2> /dev/null
	printf 'Fs@x.example\0Ta@test.example\0\0' > "$T/env"
	# the sanitizers take terabytes of addresses for themselves
	limit='ulimit -v 65536'
	[ -z "${ASAN_OPTIONS-}" ] || limit=:
	exits 0 'one gigabyte' sh -c "$limit
	    exec '$H/bin/qmail-queue' < '$T/sparse' 1< '$T/env'"
	n=$(ls "$Q/todo")
	is 'all of it' "$(tail -n +2 "$Q/mess/$((n % 23))/$n" | wc -c | tr -d ' ')" $size
else
	note "less than 4 GB free: no message of 1 GB"
fi

# one message for 100,000
{ printf 'Fs@x.example\0'
i=100000
while [ $i -lt 200000 ]; do echo "Tuser$i@test.example"; i=$((i + 1)); done | tr '\n' '\000'
printf '\0'; } > "$T/env"
exits 0 '100,000 recipients' sh -c \
    "exec '$H/bin/qmail-queue' < '$T/acks' 1< '$T/env'"
n=$(cd "$Q/todo" && for f in *; do [ "$(wc -c < "$f")" -gt 100000 ] && echo "$f"; done)
is 'all of them' "$(tr '\000' '\n' < "$Q/todo/$n" | grep -c '^Tuser')" 100000

done_testing
