# setuid.t: what the set-uid program is made of
. tests/lib.sh
command -v nm > /dev/null 2>&1 || skip_all 'no nm(1)'

# The objects that mk/rules.mk links into qmail-queue, and what none of them
# defines: the calls that reach out of our code.
objects=$(sed -n 's/^\$(OUT)\/bin\/qmail-queue: //p' mk/rules.mk |
sed 's/\$(SYS)/sys/; s/\$(OS)/os_linux/g' | tr ' ' '\n' | sed 's/^\$(OUT)\///; s/\.o$//')
files=$(for o in $objects; do echo "$OUT/$o.o"; done)
# shellcheck disable=SC2086 # a list of names without blanks
nm -g $files > "$T/nm" || skip_all 'objects of another kind'
if grep -q '__asan\|__ubsan\|__sancov\|__llvm_prof' "$T/nm"; then
	skip_all 'instrumented objects'
fi
awk 'NF == 3 && $2 != "U" { print $3 }' "$T/nm" | sort -u > "$T/defined"
awk '$1 == "U" { print $2 }' "$T/nm" | sort -u > "$T/wanted"
# glibc's checked variants are the same calls
comm -13 "$T/defined" "$T/wanted" |
sed 's/^__\(.*\)_chk$/\1/; s/^___*errno_location$/errno/; s/^__open_2$/open/' |
sort -u > "$T/calls"

sed -n 's/^object //p' tests/setuid.allow | sort > "$T/objects.allowed"
sed -n 's/^call //p' tests/setuid.allow | sort > "$T/calls.allowed"
echo "$objects" | sort > "$T/objects"
same_file 'the objects are those of setuid.allow' "$T/objects" "$T/objects.allowed"
is 'every call is in setuid.allow' "$(comm -23 "$T/calls" "$T/calls.allowed")" ""
forbidden='malloc|calloc|realloc|free|getenv|secure_getenv|environ|exec.*|system|popen|.*printf|fopen|fwrite|getpw.*|getgr.*|dlopen|fork|vfork|clone|posix_spawn.*|socket|connect|strcpy|strcat|setlocale|syslog'
for list in calls calls.allowed; do
	is "no heap, environment, exec, stdio or name service: $list" \
	    "$(grep -Ex "$forbidden" "$T/$list")" ""
done
is 'setuid.allow has nothing twice' "$(grep -v '^#' tests/setuid.allow | sort | uniq -d)" ''

done_testing
