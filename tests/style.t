# style.t: the rules of the house that a machine can check.
# Runs nothing of ours; reads the tree.
set -u
export LC_ALL=C
n=0
bad=0
tmp=$(mktemp) || exit 1
trap 'rm -f "$tmp"' EXIT
check() { # name: passes when $tmp is empty
	n=$((n + 1))
	found=$(head -n 20 "$tmp")
	if [ -z "$found" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		printf '%s\n' "$found" | sed 's/^/#   /'
		bad=$((bad + 1))
	fi
}
folders='send smtpd remote local inject lib mail supervise ucspi deliver relay account scan report tls'
shipped() {
	for f in *.c; do echo "$f"; done
	for d in $folders; do
		for f in "$d"/*.[ch]; do [ -f "$f" ] && echo "$f"; done
	done
	return 0
}
sources=$(shipped)
all_c="$sources $(ls tests/unit/*.c tests/tools/*.c tests/fuzz/*.c mk/*.c 2> /dev/null)"

# Nothing runs upstairs: program -> rooms -> mail/ -> lib/
grep -n '#include "' lib/*.[ch] | grep -Ev '#include "(lib/|arch_gen\.h)' > "$tmp"
	check 'lib/ includes only lib/'
grep -n '#include "' mail/*.[ch] | grep -Ev '#include "((lib|mail)/|conf_gen\.h)' > "$tmp"
	check 'mail/ includes only mail/ and lib/'
for family in supervise ucspi; do
	grep -n '#include "' $family/*.[ch] | grep -Ev "#include \"(lib|$family)/" > "$tmp"
		check "$family/ includes no mail/ and no other family"
done
for room in send smtpd remote local inject; do
	# shellcheck disable=SC2086
	grep -n "#include \"$room/" $sources | grep -Ev "^($room/|qmail-$room\.c)" > "$tmp"
		check "only qmail-$room opens $room/"
done
# shellcheck disable=SC2086
grep -nE '#include "[^"/]*"' $sources | grep -v '_gen\.h"' > "$tmp"
	check 'includes are spelled from the root'

# shellcheck disable=SC2086
{ grep -nE '\b(v?f?d?printf|v?snprintf|puts|fputs|fwrite|fopen|perror)\(' $sources
grep -nE '\b(atoi|atol|strtol|strtoul|system|popen|mktemp|signal|strcpy|strcat|alloca)\(' $sources
# spec: scheduling.md 10.4 (no limit of 1024 descriptors)
grep -nE '\bp?select\(' $sources
} > "$tmp"; check 'no banned call in shipped code'
# shellcheck disable=SC2086
grep -nE '^[[:space:]]*extern ' $(printf '%s\n' $sources | grep '\.c$') > "$tmp"
	check 'no extern in a .c'
# shellcheck disable=SC2086
awk '/^#[ \t]*(if|ifdef|ifndef|elif)/ {
	if (FILENAME !~ /\.h$/ || seen[FILENAME]++ > 0)
		print FILENAME ":" FNR ":" $0
	}' $sources > "$tmp"; check 'no conditional compilation but header guards'
# shellcheck disable=SC2086
awk 'FNR == 1 { if (f != "" && n > 600) print f ": " n " lines"; f = FILENAME }
	{ n = FNR } END { if (n > 600) print f ": " n " lines" }' $all_c > "$tmp"
	check 'no file over 600 lines'
# shellcheck disable=SC2086
awk 'function width(s,   i, c, w) {
		for (i = 1; i <= length(s); i++) {
			c = substr(s, i, 1)
			if (c == "\t") w += 8 - w % 8
			else w++
		}
		return w
	}
	# most lines are short however wide their tabs are
	length($0) + 7 * gsub(/\t/, "\t") > 80 && width($0) > 80 { print FILENAME ":" FNR ": " width($0) " columns" }' $sources > "$tmp"
	check 'no line over 80 columns'
# shellcheck disable=SC2086
awk 'FNR == 1 { start = 0 }
	/^{/ { start = FNR; next }
	/^}/ { if (start && FNR - start - 1 > 60 && $0 == "}")
		print FILENAME ":" start ": " FNR - start - 1 " lines"
		start = 0 }' $sources > "$tmp"
	check 'no function over 60 lines'
# shellcheck disable=SC2086
awk '/^main\(/ { inmain = 1 }
	/^{/ { start = FNR }
	/^}/ { if (inmain && FNR - start - 1 > 40)
		print FILENAME ": main has " FNR - start - 1 " lines"
		inmain = 0 }' $sources > "$tmp"
	check 'no main over 40 lines'

out=${OUT:-out}
cc=$(head -n 1 conf-cc)
headers=
for h in $sources; do
	case $h in
	tls/*.h) [ ! -f "$out/has-libtls" ] || headers="$headers $h" ;;
	*.h) headers="$headers $h" ;;
	esac
done
# each by itself, but all by one driver
# shellcheck disable=SC2086
$cc -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -I"$out" \
    -include lib/banned.h -Wall -Wextra -fsyntax-only -x c $headers 2>&1 |
    grep -E 'error|warning: [^#]' | grep -v 'pragma once' > "$tmp"
	check 'each header compiles alone'
mk/genrules 2> /dev/null | cmp - mk/rules.mk > "$tmp" 2>&1; check 'mk/rules.mk is fresh'
for f in $(grep -ls '^main(' ./*.c supervise/*.c ucspi/*.c deliver/*.c relay/*.c \
    account/*.c scan/*.c report/*.c tls/*.c); do
	name=${f##*/}
	set -- man/"${name%.c}".[1-8]
	[ -f "$1" ] || echo "$f has no man/${name%.c}.N"
done > "$tmp"; check 'each program has its manual page'
if command -v mandoc > /dev/null 2>&1; then
	mandoc -Tlint -W warning man/*.[1-8] > "$tmp" 2>&1; check 'mandoc -Tlint is clean'
fi
# shellcheck disable=SC2086
grep -nE '\b(TODO|FIXME|HACK)\b' $all_c tests/*.t mk/* 2> /dev/null |
	grep -v '"hack\.example\|HACK);\|QF_TODO\|QDIR_TODO\|QQ_TODO\|_TODO\|tests/style.t' > "$tmp"
	check 'no unfinished business'
# A result behind a pipe is counted in a subshell: the plan would be short.
grep -nE '(^|[^|])\|[[:space:]]*(ok|nok|is|like|unlike|exits|same_file)[[:space:]]' \
	tests/*.t tests/*/*.t > "$tmp"; check 'no test result behind a pipe'
echo "1..$n"
[ $bad -eq 0 ]
