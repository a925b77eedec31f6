# tally.sh: what a test of tests/faults counts.  After lib.sh.
#
#   tally TRIED [WRONG ...]  so many points were tried; what was wrong, a word
#                       each: lost and torn where it says so, else stuck
#   faultless NAME TRIED WRONG   passes when nothing was wrong; counts it
#   tell NAME           the line that tests/faults/all adds up, and begin anew

begin_tally() { tried=0 lost=0 torn=0 duplicated=0 stuck=0; }
begin_tally

tally() {
	tried=$((tried + $1))
	shift
	for word; do
		case $word in
		*torn*) torn=$((torn + 1)) ;;
		*lost* | *acknowledged*) lost=$((lost + 1)) ;;
		*) stuck=$((stuck + 1)) ;;
		esac
	done
}
faultless() {
	is "$1" "$3" ''
	# shellcheck disable=SC2086 # words
	tally "$2" $3
}
tell() {
	note "counts: $1: tried $tried lost $lost torn $torn duplicated $duplicated stuck $stuck"
	begin_tally
}
