# bench.t: `make bench` still runs: a very short run of two rows, the table
# and the JSON.  What the figures are is no matter here.
. tests/lib.sh

[ "$ROOT" = yes ] || skip_all 'bench needs root'
command -v python3 > /dev/null || skip_all 'no python3'

# inside the test's own network: no peers, whatever is unpacked
BENCH_DIR=$T BENCH_PEERS=$T/none JSON=$T/json ROWS=inject,local \
    REPS=2 SCALE=0.02 bench/run bench > "$T/table" 2> "$T/log"
is 'a short run succeeds' "$?" 0
[ "$(wc -l < "$T/table")" -gt 9 ] || note "$(tail -n 20 "$T/log")"
for row in 'inject, 1 at a time +msg/s' 'local, end to end +msg/s' \
    'inject, 50 at a time +msg/s' 'CPU, all processes +us/msg'
do
	like "the table has $row" "$(cat "$T/table")" "$row +[1-9]"
done
ok 'the JSON has the same rows, with each run' python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))["rows"]
row = {r["name"]: r for r in rows}["local, end to end"]
sys.exit(not (len(row["values"]["ours"]) == 2 and row["median"]["ours"] > 0
              and row["spread_percent"]["ours"] >= 0))' "$T/json"

env BENCH_DIR="$T" ROWS=nonsense bench/run bench > "$T/table" 2> "$T/log"
isnot=$?
is 'an unknown row is refused' "$isnot" 1
like '... by name, with those that exist' "$(cat "$T/log")" \
    'no row nonsense; there are: inject local'
is 'nothing is left behind' "$(find "$T" -maxdepth 1 -name 'bench.*')" ''
done_testing
