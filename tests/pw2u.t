#!/bin/sh
# qmail-pw2u: passwd lines to users/assign lines.
. tests/lib.sh
new_home
alias=$ME
[ "$ROOT" = no ] || alias=alias
uid=$(id -u $ME)
mkdir "$T/joe" 2> /dev/null
mkdir "$T/Ann" "$T/alias"
[ "$ROOT" = no ] || chown "$uid" "$T/joe" "$T/Ann" "$T/alias"
cat > "$T/passwd" <<END
root:x:0:0:root:/root:/bin/sh
$alias:x:$uid:22:Alias:$T/alias:/bin/sh
jo:x:$uid:21:Joe:$T/joe:/bin/sh
Ann:x:$uid:21:Ann:$T/Ann:
gone:x:$uid:21::$T/nowhere:
other:x:4242:21::$T/joe:
broken:x:$uid
:x:$uid:21::$T/joe:
nonum:x:-1:21::$T/joe:
last:x:$uid:21::$T/joe
END
pw2u() { qmail-pw2u "$@" < "$T/passwd" > "$T/assign" 2> "$T/errors"; }
cat > "$T/want" <<END
=$alias:$alias:$uid:22:$T/alias:::
+$alias-:$alias:$uid:22:$T/alias:-::
+:$alias:$uid:22:$T/alias:-::
=jo:jo:$uid:21:$T/joe:::
+jo-:jo:$uid:21:$T/joe:-::
=last:last:$uid:21:$T/joe:::
+last-:last:$uid:21:$T/joe:-::
.
END
# spec: programs.md 14
ok 'converts' pw2u
same_file 'no root, no upper case, no foreign homes' "$T/assign" "$T/want"
ok '-o and -U are the default' pw2u -oU
same_file '-oU' "$T/assign" "$T/want"
ok '-u' pw2u -u
like '-u allows upper case' "$(cat "$T/assign")" "^=Ann:Ann:$uid:21:$T/Ann:::$"
ok '-H' pw2u -H
like '-H: missing homes' "$(cat "$T/assign")" "^=gone:gone:$uid:21:$T/nowhere:::$"
like '-H: foreign homes' "$(cat "$T/assign")" '^=other:other:4242:'
unlike '-H: never root' "$(cat "$T/assign")" root
exits 111 '-h' qmail-pw2u -h < "$T/passwd"
like '-h: a missing home is fatal' "$(cat "$T/stderr")" \
    "^qmail-pw2u: fatal: unable to stat $T/nowhere: "
ok '-/' pw2u -/
like '-/' "$(cat "$T/assign")" "^\+jo-:jo:$uid:21:$T/joe:-/::$"
ok '-c' pw2u -c+
like '-c' "$(cat "$T/assign")" "^\+jo\+:jo:$uid:21:$T/joe:-::$"
ok '-C' pw2u -C
is '-C' "$(grep -c '^+' "$T/assign")" 1
exits 100 'unknown option' qmail-pw2u -x < "$T/passwd"
is 'unknown option: one line' "$(cat "$T/stderr")" \
    'qmail-pw2u: usage: qmail-pw2u [-/ohHuUC] [-c char]'
grep -v "^$alias:" "$T/passwd" > "$T/noalias"
exits 111 'no alias' qmail-pw2u < "$T/noalias"
is 'no alias: says so' "$(cat "$T/stderr")" \
    'qmail-pw2u: fatal: unable to find alias user'
unlike 'no alias: the result is no users/assign' "$(cat "$T/stdout")" '^\.'

printf 'jo\n%s\n' "$alias" > "$H/users/include"
printf 'jo:joseph:j.o\n' > "$H/users/mailnames"
printf 'sub:jo:pre:\nstray:nobodyatall:x:\n' > "$H/users/subusers"
printf '+list-:x:1:1:/x:-::\n' > "$H/users/append"
ok 'with all files' pw2u
cat > "$T/want" <<END
=$alias:$alias:$uid:22:$T/alias:::
+$alias-:$alias:$uid:22:$T/alias:-::
+:$alias:$uid:22:$T/alias:-::
=joseph:jo:$uid:21:$T/joe:::
+joseph-:jo:$uid:21:$T/joe:-::
=j.o:jo:$uid:21:$T/joe:::
+j.o-:jo:$uid:21:$T/joe:-::
=sub:jo:$uid:21:$T/joe:-:pre:
+sub-:jo:$uid:21:$T/joe:-:pre-:
+list-:x:1:1:/x:-::
.
END
same_file 'include, mailnames, subusers, append' "$T/assign" "$T/want"
cp "$T/assign" "$H/users/assign"
ok 'qmail-newu understands it' qmail-newu
printf '+list-:x:1:1:/x:-::' > "$H/users/append"
ok 'users/append without its last LF' pw2u
same_file 'users/append without its last LF: the end is a line' "$T/assign" "$T/want"
echo jo > "$H/users/exclude"
ok 'exclude' pw2u
unlike 'exclude' "$(cat "$T/assign")" 'joseph|sub'
echo broken:jo > "$H/users/subusers"
exits 111 'bad users/subusers' qmail-pw2u < "$T/passwd"
rm "$H/users/include"
mkdir "$H/users/include"
exits 111 'users/include cannot be read' qmail-pw2u < "$T/passwd"
done_testing
