# powercut-batch.t: the power fails while several messages are sorted, delivered
# and removed together, and share their syncs; the second time with a split
# todo/: tests/faults/powercut.sh.
# spec: queue.md 4.4, 10, 11.1, 11.2; scheduling.md 7; delivery.md 11.1
. tests/lib.sh
. tests/faults/powercut.sh

many all joe@test.example joe-box@test.example \
    x@far.example later@far.example nobody@test.example nobody2@test.example
expected='joe/Maildir 1 2 3 6
ann/Maildir 4 5 6
far/x 3 6
far/later 6'
boxed='6'
many both joe@test.example x@far.example
: > "$T/far.once"
batch() {
	cat <<END
one 1 joe@test.example 1500
one 2 joe@test.example 3000
one 3 both 1500 $T/both
one 4 nobody@test.example 1500
one 5 ann@test.example 200
one 6 all 1500 $T/all
begin
finish
END
}
batch > "$T/batch"
record 'a batch' < "$T/batch"
sweeps 'a batch' 13 67

find "$T/joe" "$T/ann" "$T/far" -type f ! -name '.qmail*' -exec rm -f {} +
find "$Q/mess" "$Q/pid" "$Q/intd" -type f -exec rm -f {} +
: > "$T/far/acks"
for d in todo intd; do
	i=0
	while [ $i -lt 23 ]; do
		mkdir -m 700 "$Q/$d/$i"
		[ "$ROOT" = no ] || chown qmailq:qmail "$Q/$d/$i"
		[ $d = intd ] || chmod 750 "$Q/$d/$i"
		i=$((i + 1))
	done
done
record 'a batch of a split todo' < "$T/batch"
sweeps 'a batch of a split todo' 19 97
done_testing
