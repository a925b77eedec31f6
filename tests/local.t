#!/bin/sh
# qmail-local: from its arguments to the instructions it finds.
. tests/lib.sh
new_home
new_user joe
J=$T/joe
printf 'Subject: hi\n\nbody\n' > "$T/msg"
printf 'Subject: x\nDelivered-To: joe@Virt.example\n\nbody\n' > "$T/own"

# run OPTION DASH EXT [SENDER [MESSAGE [DEFAULT]]]: the delivery to joe DASH EXT
# in $code, its descriptors 1 and 2 in $out and $err
run() {
	opt=$1 dash=$2 ext=$3
	code=0
	as joe qmail-local $opt -- joe "$J" "joe$dash$ext" "$dash" "$ext" \
	    Virt.example "${4-s@x.example}" "${6-./Mailbox}" \
	    < "${5-$T/msg}" > "$T/out" 2> "$T/err" || code=$?
	out=$(cat "$T/out") err=$(cat "$T/err")
}
qmail() { # NAME TEXT: a .qmail file
	printf "$2" > "$J/.qmail$1"
	chmod 644 "$J/.qmail$1"
}
clean() {
	chmod 755 "$J"
	rm -rf "$J"/.qmail* "$J"/Mailbox
}
says() { # NAME CODE ERR-TEXT
	is "$1: exit" "$code" "$2"
	is "$1: text" "$err" "$3"
}

# spec: programs.md 5
usage='qmail-local: usage: qmail-local [-nN] user homedir local dash ext domain sender defaultdelivery'
exits 100 'no arguments' qmail-local
is 'usage' "$(cat "$T/stderr")" "$usage"
exits 100 'seven arguments' qmail-local -n joe / joe '' '' h s
exits 100 'nine arguments' qmail-local -n joe / joe '' '' h s ./Mailbox x
exits 100 'relative home' qmail-local -n joe home joe '' '' h s ./Mailbox
is 'usage' "$(cat "$T/stderr")" "$usage"
exits 100 'unknown option' qmail-local -x joe / joe '' '' h s ./Mailbox
exits 0 'options end at user' qmail-local -n joe "$J" -x '' '' h s -n
is 'the default is an argument' "$(cat "$T/stdout")" "$(printf 'forward -n\ndid 0+1+0')"
exits 0 '-N undoes -n' as joe qmail-local -nN joe "$J" joe '' '' h s '#' < "$T/msg"
clean

# spec: delivery.md 2.1
exits 111 'no home' qmail-local -n joe "$T/none" joe '' '' h s ./Mailbox
is 'no home: text' "$(cat "$T/stderr")" \
    "Unable to switch to $T/none: file does not exist. (#4.3.0)"
# spec: delivery.md 2.2, 11.3
chmod 757 "$J"
run '' '' ''
says 'home writable' 111 'Uh-oh: home directory is writable. (#4.7.0)'
run -n '' ''
is 'also with -n' "$code" 111
chmod 775 "$J"
run '' '' ''
is 'home writable by its group' "$code" 0
echo 22 > "$H/control/patrn"
run '' '' ''
says 'other mask' 111 'Uh-oh: home directory is writable. (#4.7.0)'
for bad in '' 8 777777777777777777777777 100 -1 'x'; do
	echo "$bad" > "$H/control/patrn"
	run '' '' ''
	is "bad mask '$bad'" "$code" 111
done
like 'bad mask: text' "$err" "^Unable to read $H/control/patrn: .*\. \(#4\.3\.0\)\$"
rm "$H/control/patrn"
chmod 1755 "$J"
run '' '' ''
says 'sticky' 111 \
    'Home directory is sticky: user is editing his .qmail file. (#4.2.1)'
run -n '' ''
says 'sticky with -n' 0 'Warning: home directory is sticky.'
is 'goes on' "$out" "$(printf 'mbox ./Mailbox\ndid 1+0+0')"
clean

# spec: delivery.md 2.4
run '' '' '' s@x "$T/own"
says 'looping' 100 \
    'This message is looping: it already has my Delivered-To line. (#5.4.6)'
nok 'nothing delivered' test -e "$J/Mailbox"
run -n '' '' s@x "$T/own"
is 'not with -n' "$code" 0
printf 'Delivered-To: joe@virt.example\n\n' > "$T/m"
run '' '' '' s@x "$T/m"
is 'other case passes' "$code" 0
printf 'Subject: x\n\nDelivered-To: joe@Virt.example\n' > "$T/m"
run '' '' '' s@x "$T/m"
is 'in the body passes' "$code" 0
printf 'Delivered-To: joe@Virt.example \nDelivered-To: joe@Virt.exampl\n Delivered-To: joe@Virt.example\nDelivered-To: joe@Virt.example' > "$T/m"
run '' '' '' s@x "$T/m"
is 'longer, shorter, unfinished lines pass' "$code" 0
# spec: delivery.md 11.4
hops() { # number of lines
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
		print (i % 2 ? "RECEIVED: by x" : "delivered-to: y" i)
		print ""; for (i = 0; i < 300; i++) print "Received: z" }'
}
hops 100 > "$T/m"
run '' '' '' s@x "$T/m"
is '100 hops pass' "$code" 0
hops 101 > "$T/m"
run '' '' '' s@x "$T/m"
says '101 hops' 100 'This message is looping: it has too many Received and Delivered-To lines. (#5.4.6)'
clean
{ head -c 3000000 /dev/zero | tr '\0' a; printf '\nDelivered-To: joe@Virt.example\n\n'; } > "$T/m"
run '' '' '' s@x "$T/m"
is 'behind a long line' "$code" 100
head -c 3000000 /dev/zero > "$T/m"
run '' '' '' s@x "$T/m" '#'
is 'three million NULs' "$code" 0

# spec: programs.md 5
printf x | (
	code=0
	as joe qmail-local joe "$J" joe '' '' h s ./Mailbox > "$T/out" 2> "$T/err" || code=$?
	echo $code > "$T/code"
)
code=$(cat "$T/code") err=$(cat "$T/err")
says 'a pipe' 111 'Unable to rewind message. (#4.3.0)'

# spec: delivery.md 2.5
run '' - none
says 'no mailbox' 100 'Sorry, no mailbox here by that name. (#5.1.1)'
run -n '' ''
is 'the default delivery' "$out" "$(printf 'mbox ./Mailbox\ndid 1+0+0')"
run -n '' '' s@x "$T/msg" "$(printf './a/\nb\n|c')"
is 'of several lines' "$out" "$(printf 'maildir ./a/\nforward b\nprogram c\ndid 1+1+1')"
run '' '' '' s@x "$T/msg" ''
says 'an empty default' 111 'Uh-oh: first line of .qmail file is blank. (#4.2.1)'
# spec: delivery.md 11.9
qmail -default '#'
for ext in "$(printf 'a\nb')" "$(printf 'a\tb')" "$(printf 'a\177')"; do
	run '' - "$ext"
	says 'control byte in ext' 100 'Sorry, no mailbox here by that name. (#5.1.1)'
done
run '' - "$(printf 'a\351')"
is '8-bit passes' "$code" 0
clean

# spec: delivery.md 3
qmail -foo:bar-default 'chosen\n'
run -n - Foo.BAR-q
is 'lower case, dots to colons' "$out" "$(printf 'forward chosen\ndid 0+1+0')"
run -n - foo.bar
is 'no default without its dash' "$code" 100
qmail -default 'all\n'
qmail -a-b-default 'ab\n'
qmail -a-default 'a\n'
for pair in a-b-c=ab a-b=a a-b-=ab a=all b-a=all a-=a; do
	run -n - "${pair%=*}"
	is "$pair" "$out" "$(printf 'forward %s\ndid 0+1+0' "${pair#*=}")"
done
qmail -a-b-c 'abc\n'
run -n - a-b-c
is 'exact first' "$out" "$(printf 'forward abc\ndid 0+1+0')"
qmail default 'bare\n'
run -n '' ''
is '.qmaildefault' "$out" "$(printf 'forward bare\ndid 0+1+0')"
qmail '' 'own\n'
run -n '' ''
is '.qmail' "$out" "$(printf 'forward own\ndid 0+1+0')"
mkdir "$J/.qmail-" "$J/.qmail-q"
qmail -/ext 'infolder\n'
run -n -/ ext
is 'dash -/' "$out" "$(printf 'forward infolder\ndid 0+1+0')"
qmail -q/z 'slash\n'
run -n - q/z
is 'slash in ext' "$out" "$(printf 'forward slash\ndid 0+1+0')"
echo outside > "$T/.qmail-x"
run -n - q/../../x
is 'no way out' "$out" "$(printf 'forward all\ndid 0+1+0')"
run -n - q
is 'a directory is passed over' "$out" "$(printf 'forward all\ndid 0+1+0')"
ln -s loop "$J/.qmail-loop"
run -n - loop
is 'a link in a circle is passed over' "$out" "$(printf 'forward all\ndid 0+1+0')"
qmail -w 'x\n'
chmod 646 "$J/.qmail-w"
run '' - w
says 'writable .qmail' 111 'Uh-oh: .qmail file is writable. (#4.7.0)'
chmod 000 "$J/.qmail-w"
run '' - w
says 'unreadable .qmail' 111 'Unable to open .qmail-w: access denied. (#4.3.0)'
truncate -s 1G "$J/.qmail-big"
run '' - big
says 'a .qmail of 1 GB' 111 'Unable to read .qmail-big: file too large. (#4.3.0)'
clean

# spec: delivery.md 4
lines() { # NAME .qmail-TEXT CODE OUT ERR
	qmail '' "$2"
	run -n '' ''
	is "$1: exit" "$code" "$3"
	is "$1: says" "$out" "$(printf "$4")"
	is "$1: text" "$err" "$5"
}
lines 'kinds' '# c\n./M/\n./box\n/dev/null \n| cmd  x\t \n&a@b\nc@d\n& e\n\n+list\n+x\n|' 111 \
    'maildir ./M/\nmbox ./box\nmbox /dev/null\nprogram  cmd  x\nforward a@b\nforward c@d\nforward  e\n' \
    'Uh-oh: .qmail has prog delivery but has x bit set. (#4.7.0)'
lines 'all kinds are counted' './M/\n./box\n|c\n&a@b\n&\nd' 0 \
    'maildir ./M/\nmbox ./box\nprogram c\nforward a@b\nforward \nforward d\ndid 2+3+1\n' ''
lines 'first line blank' '\n&a\n' 111 '' \
    'Uh-oh: first line of .qmail file is blank. (#4.2.1)'
lines 'first line of blanks' ' \t\n&a\n' 111 '' \
    'Uh-oh: first line of .qmail file is blank. (#4.2.1)'
lines 'later blank lines' '&a\n\n \n&b\n\n' 0 'forward a\nforward b\ndid 0+2+0\n' ''
lines 'only comments' '# a\n#b' 0 'did 0+0+0\n' ''
lines 'list, then a file' '+list\n&a\n./box\n' 111 'forward a\n' \
    'Uh-oh: .qmail has file delivery but has x bit set. (#4.7.0)'
lines 'a file, then list' './box\n+list\n&a\n' 0 'mbox ./box\nforward a\ndid 1+1+0\n' ''
lines 'a NUL byte' '&a\000b\n' 111 '' 'Uh-oh: .qmail file has a NUL byte. (#4.2.1)'
lines 'empty' '' 0 'mbox ./Mailbox\ndid 1+0+0\n' ''
chmod 744 "$J/.qmail"
run -n '' ''
is 'empty with the x bit: no restriction' "$out" "$(printf 'mbox ./Mailbox\ndid 1+0+0')"
x() { # NAME .qmail-TEXT CODE ERR
	qmail '' "$2"
	chmod 744 "$J/.qmail"
	run -n '' ''
	says "$1" "$3" "$4"
}
x 'x bit, forward' '&a\n' 0 ''
x 'x bit, maildir' './M/\n' 111 'Uh-oh: .qmail has file delivery but has x bit set. (#4.7.0)'
x 'x bit, mbox' '&a\n./M\n' 111 'Uh-oh: .qmail has file delivery but has x bit set. (#4.7.0)'
x 'x bit, program' '|x\n' 111 'Uh-oh: .qmail has prog delivery but has x bit set. (#4.7.0)'
chmod 654 "$J/.qmail"
run -n '' ''
is 'x bit of the group does not count' "$code" 0
head -c 100000 /dev/zero | tr '\0' a > "$J/.qmail"
run -n '' ''
is 'a line of 100000 bytes' "$(wc -c < "$T/out")" $((100000 + 8 + 1 + 10))
if [ -c /dev/full ]; then
	code=0
	as joe qmail-local -n joe "$J" joe '' '' h s x > /dev/full 2>&1 || code=$?
	is '-n that cannot say it' "$code" 111
fi

done_testing
