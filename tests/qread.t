# qread.t: qmail-qread and qmail-qstat
. tests/lib.sh
new_home
Q=$H/queue

own() { if [ "$ROOT" = yes ]; then chown "$1" "$2"; fi; }
file() { # owner path printf-format
	# shellcheck disable=SC2059 # a format is what is wanted
	printf "$3" > "$Q/$2"
	own "$1" "$Q/$2"
}

# spec: programs.md 11
is 'empty queue' "$(qmail-qread)" ''
is 'empty queue, counted' "$(qmail-qstat)" 'messages in queue: 0
messages in queue but not yet preprocessed: 0'

file qmailq mess/5/28 'twelve bytes'
file qmails info/5/28 'Fs@x.example\0'
file qmails local/5/28 'Tjoe-x@test.example\0Dann@test.example\0'
file qmails remote/5/28 'Da@remote.example\0Tb@remote.example\0'
TZ=UTC touch -d '2026-11-04 02:45:27' "$Q/info/5/28"
is 'one message' "$(qmail-qread | sed 's/$/|/')" \
'4 Nov 2026 02:45:27 GMT  #28  12  <s@x.example> |
	local	joe-x@test.example|
  done	local	ann@test.example|
  done	remote	a@remote.example|
	remote	b@remote.example|'

file qmails bounce/28 'Hi.'
rm "$Q/remote/5/28" "$Q/local/5/28"
is 'bouncing' "$(qmail-qread)" \
    '4 Nov 2026 02:45:27 GMT  #28  12  <s@x.example>  bouncing'
file qmails info/5/28 'F\0'
TZ=UTC touch -d '2026-11-14 02:45:27' "$Q/info/5/28"
is 'empty sender' "$(qmail-qread)" \
    '14 Nov 2026 02:45:27 GMT  #28  12  <>  bouncing'
rm "$Q/bounce/28"
file qmails info/5/28 'Fa\033[2Jb\n\303\244\0'
file qmails local/5/28 'Tc\007\177\0'
TZ=UTC touch -d '2026-11-14 02:45:27' "$Q/info/5/28"
is 'bytes that do not print' "$(qmail-qread)" \
'14 Nov 2026 02:45:27 GMT  #28  12  <a_[2Jb___> 
	local	c__'

# trouble with one message does not hide the others
file qmailq mess/6/29 'x'
file qmails info/6/29 'Fok\0'
trouble() { # what reason
	out=$(qmail-qread)
	like "$1" "$out" "^warning: trouble with #28: $2\$"
	like "$1: the other message" "$out" '#29  1  <ok> $'
}
file qmails local/5/28 'Xc\0'
trouble 'unknown record' 'protocol error'
file qmails local/5/28 'Tc'
trouble 'cut record' 'broken pipe'
file qmails local/5/28 '\0'
trouble 'empty record' 'protocol error'
{ printf T; head -c 100000 /dev/zero | tr '\000' a; printf '\0'; } > "$Q/local/5/28"
trouble 'endless record' 'line too long'
rm "$Q/local/5/28"
file qmails info/5/28 'Tx\0'
trouble 'no sender' 'protocol error'
file qmails info/5/28 ''
trouble 'empty info' 'protocol error'
file qmails info/5/28 'Fx\0'
rm "$Q/mess/5/28"
trouble 'no text' 'file does not exist'
: > "$Q/info/5/name"
: > "$Q/info/5/05"
unlike 'names that are no numbers' "$(qmail-qread)" 'name|#5|#05'

# spec: programs.md 11
file qmailq mess/7/30 'x'
file qmailq todo/30 'x'
: > "$Q/mess/7/name"
: > "$Q/todo/name"
is 'counted' "$(qmail-qstat)" 'messages in queue: 2
messages in queue but not yet preprocessed: 1'
i=0
while [ $i -lt 23 ]; do
	mkdir "$Q/todo/$i"
	own qmailq "$Q/todo/$i"
	i=$((i + 1))
done
file qmailq todo/8/31 'x'
file qmailq todo/8/54 'x'
is 'big-todo, one still flat' "$(qmail-qstat | tail -n 1)" \
    'messages in queue but not yet preprocessed: 3'

mv "$Q/info/3" "$Q/info/away"
exits 111 'a directory is missing' qmail-qread
like 'said on descriptor 1' "$(cat "$T/stdout")" \
    '^fatal: unable to opendir info/3: file does not exist$'
mv "$Q/info/away" "$Q/info/3"
exits 111 'nowhere to write to' sh -c "'$H/bin/qmail-qread' > /dev/full"
exits 111 'nowhere to write to' sh -c "'$H/bin/qmail-qstat' > /dev/full"
mv "$Q" "$Q.away"
exits 111 'no queue' qmail-qread
like 'said on descriptor 1' "$(cat "$T/stdout")" \
    '^fatal: unable to chdir: file does not exist$'
exits 111 'no queue' qmail-qstat
mv "$Q.away" "$Q"
if [ "$ROOT" = yes ]; then
	exits 111 'not for everybody' as joe qmail-qread
	exits 111 'not for everybody' as joe qmail-qstat
	# shellcheck disable=SC2016
	exits 0 'qmails may' as qmails qmail-qread
	exits 0 'qmails may' as qmails qmail-qstat
fi

done_testing
