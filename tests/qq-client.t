# qq-client.t: how our programs run qmail-queue and what they make of its end
. tests/lib.sh
new_home
Q=$H/queue
# shellcheck disable=SC2086 # a list of names
"$OUT/mk/rehome" "$H/bin" "$H" $ACCOUNTS "$OUT/tests/tools/qqput"
chmod 755 "$H/bin/qqput"
printf 'Subject: x\n\nbody\n' > "$T/msg"
head -c 1000000 /dev/zero | tr '\000' '\n' > "$T/large"

put() { qqput "$@" < "$T/msg"; }
left() { (cd "$Q" && find pid mess intd todo -type f); }
# fake: descriptor 0 and 1 are read, then the lines on stdin are run
fake() {
	{ echo '#!/bin/sh'; echo 'cat > /dev/null; cat <&1 > /dev/null'; cat; } > "$T/fake"
	chmod 755 "$T/fake"
}
says() { # what text
	is "$1" "$(put s@x a@y)" "$2"
}

# spec: programs.md 1.3
like 'the real one' "$(put s@x.example a@y b@z)" '^queued [0-9]+$'
n=$(ls "$Q/todo")
is 'its envelope' "$(tr '\000' ' ' < "$Q/todo/$n" | sed 's/^u[0-9]* p[0-9]* //')" \
    'Fs@x.example Ta@y Tb@z '
tail -n +2 "$Q/mess/$((n % 23))/$n" > "$T/got"
same_file 'its text' "$T/got" "$T/msg"
find "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +
qp=$(put s@x a@y)
is 'qp is the process of the envelope' "${qp#queued }" \
    "$(cat "$Q"/todo/* | tr '\000' '\n' | sed -n 's/^p//p')"
like 'SIGCHLD was ignored' "$(trap '' CHLD; put s@x a@y)" '^queued '
find "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +
like 'few descriptors, and one of them taken' \
    "$(ulimit -n 24; exec 3< /dev/null; put s@x a@y)" '^queued '
find "$Q/mess" "$Q/intd" "$Q/todo" -type f -exec rm -f {} +
is 'the client chooses to fail' "$(put -f s@x a@y)" 'Zqq read error (#4.3.0)'
is 'a NUL in an address' "$(put -0 s@x a@y)" 'Zqq read error (#4.3.0)'
is 'nothing is queued' "$(left)" ''
is 'a long address' "$(put "$(head -c 1003 /dev/zero | tr '\000' a)" a@y)" \
    'Denvelope address too long for qq (#5.1.3)'
is 'a control byte' "$(put "$(printf 'a\001b')" a@y)" \
    'Dmail server permanently rejected message (#5.3.0)'

export QMAILQUEUE="$T/fake"
while read -r code text; do
	echo "exit $code" | fake
	says "exit $code" "$text"
done << 'EOT'
31 Dmail server permanently rejected message (#5.3.0)
32 Dqq permanent problem (#5.3.0)
53 Zqq write error or disk full (#4.3.0)
71 Zmail server temporarily rejected message (#4.3.0)
82 Zqq temporary problem (#4.3.0)
88 Zqq temporary problem (#4.3.0)
91 Zqq internal bug (#4.3.0)
115 Denvelope address too long for qq (#5.1.3)
EOT
# spec: programs.md 1.3#1
for fd in 4 6; do for code in 82 88; do
	echo "printf 'Dcustom no (#5.7.1)' >&$fd; exit $code" | fake
	says "text on $fd, exit $code" 'Dcustom no (#5.7.1)'
done; done
echo 'echo "Zlater, please" >&6; exit 82' | fake
says 'without its line end' 'Zlater, please'
printf '%s\n' 'printf "Dx\r\n550 forged\n" >&4; exit 82' | fake
says 'one line only' 'Dx  550 forged'
printf '%s\n' 'printf "Da\033\303\244b" >&4; exit 82' | fake
says 'without what a terminal or SMTP would choke on' 'Da ??b'
for text in '' D Dx; do
	echo "printf '$text' >&6; exit 82" | fake
	says "a text of ${#text} bytes is none" 'Zqq temporary problem (#4.3.0)'
done
echo 'printf "no letter" >&6; exit 82' | fake
says 'a text without letter is none' 'Zqq temporary problem (#4.3.0)'
echo 'printf "Dtext" >&6; exit 31' | fake
says 'a text without exit 82 is none' 'Dmail server permanently rejected message (#5.3.0)'
echo 'printf "Dtext" >&6; exit 0' | fake
like 'a text with exit 0 is none' "$(put s@x a@y)" '^queued '
printf '%s\n' '{ printf D; yes a | head -n 300000 | tr -d "\n"; } >&6; exit 82' | fake
is 'a long text is cut at 255 bytes' "$(put s@x a@y | tr -d '\n' | wc -c | tr -d ' ')" 255
printf '#!/bin/sh\n{ printf D; head -c 300000 /dev/zero | tr "\\000" a; } >&6\nexit 82\n' > "$T/fake"
is 'written before it reads' "$(put s@x a@y | tr -d '\n' | wc -c | tr -d ' ')" 255
printf '#!/bin/sh\nexit 31\n' > "$T/fake"
is 'it ends without reading' "$(qqput s@x a@y < "$T/large")" \
    'Dmail server permanently rejected message (#5.3.0)'
printf '#!/bin/sh\nexit 0\n' > "$T/fake"
is 'it says yes without reading' "$(qqput s@x a@y < "$T/large")" \
    'Zqq read error (#4.3.0)'
echo 'kill -KILL $$' | fake
says 'killed' 'Zqq crashed (#4.3.0)'
cat > "$T/leave" << EOT
#!/bin/sh
sleep 300 &
echo \$! > "$T/sleeper"
EOT
chmod 755 "$T/leave"
echo "'$T/leave'; exit 0" | fake
like 'it leaves a process behind' "$(timeout 20 qqput s@x a@y < "$T/msg")" '^queued '
kill "$(cat "$T/sleeper")"
if [ -d /proc/self/fd ]; then
	echo "cd /proc/\$\$/fd; { readlink 4; readlink 6; echo 3 5 8 9 | xargs -n 1 readlink; } > '$T/fds'
	exit 0" | fake
	put s@x a@y 3<&- 5<&- 8<&- 9<&- > /dev/null
	# spec: programs.md 1.3#2
	is 'one pipe for both dialects' "$(sort -u "$T/fds" | grep -c '^pipe:')" 1
	is 'no other descriptor of ours' "$(wc -l < "$T/fds" | tr -d ' ')" 2
fi
echo "pwd > '$T/cwd'; exit 0" | fake
put s@x a@y > /dev/null
is 'its directory is the home' "$(cat "$T/cwd")" "$H"

QMAILQUEUE=$T/nowhere
says 'no such program' 'Zunable to exec qq (#4.3.0)'
QMAILQUEUE=$T/msg
says 'not executable' 'Zunable to exec qq (#4.3.0)'
QMAILQUEUE=qmail-qstat
says 'PATH is not searched' 'Zunable to exec qq (#4.3.0)'
QMAILQUEUE=bin/qmail-queue
like 'a relative path starts at the home' "$(put s@x a@y)" '^queued '
# spec: scanning.md 1
QMAILQUEUE=
like 'an empty name is none' "$(put s@x a@y)" '^queued '
unset QMAILQUEUE
cp "$H/bin/qqput" "$T/qqput"
mv "$H" "$H.away"
is 'no home' "$("$T/qqput" s@x a@y < "$T/msg")" 'Zqq trouble in home directory (#4.3.0)'
mv "$H.away" "$H"

done_testing
