# peers.sh: for tests/peers/*.t, sourced after lib.sh: other people's programs.
#
#   need PROGRAM...   the test is skipped, with the reason, when one of them is
#                     not there; with PEERS=require in the environment, as
#                     .ci/run has it, that is a failure
#   need_root WHY     skipped for an ordinary user
#   unpacked NAME     the folder of a package that was only unpacked
#                     (tests/peers/packages)
#
# Programs of packages come last in PATH: ours win where names are the same.

unpacked() { echo "$OUT/peers/$1"; }
for folder in "$OUT"/peers/*/usr/bin "$TOP"/out/peers/*/usr/bin; do
	[ -d "$folder" ] && PATH=$PATH:$folder
done
export PATH

need() {
	for program do
		command -v "$program" > /dev/null && continue
		[ "${PEERS-}" = require ] || skip_all "no $program here"
		result 'not ok' "$program is installed (tests/peers/packages)"
		done_testing
	done
}

need_root() { [ "$ROOT" = yes ] || skip_all "not root: $1"; }

# arrives NAME FOLDER ERE: a message comes into the Maildir folder
arrives() {
	before=$tests_failed
	ok "$1" await 60 sh -c "grep -Eqrs '$3' '$2/new'"
	[ "$tests_failed" -eq "$before" ] ||
		note "$(send_log 2> /dev/null | tail -n 20)"
}
