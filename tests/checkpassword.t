#!/bin/sh
# checkpassword: its contract; system accounts only as root.
. tests/lib.sh
new_home
AUTHDELAY=0
export AUTHDELAY
cat > "$T/show" <<'END'
#!/bin/sh
echo "$(id -u) $(id -g) $(id -G) $USER $HOME $SHELL $(pwd) $# $*"
[ -e /proc/$$/fd/3 ] && echo 'descriptor 3 is open'
tr '\0' '\n' < /proc/$$/environ | grep -c secret
exit 5
END
chmod 755 "$T/show"
check() { # printf text for descriptor 3: result in $code, $T/stdout
	printf '%b' "$1" > "$T/fd3"
	shift
	code=0
	checkpassword "$@" 3< "$T/fd3" > "$T/stdout" 2> "$T/stderr" || code=$?
}
leaves() { # code, name, text
	check "$3" "$T/show" a 'b c'
	is "$2" "$code" "$1"
	is "$2: nothing runs" "$(cat "$T/stdout")" ''
}
x() { head -c "$1" /dev/zero | tr '\0' x; }

now_ms() { echo $(($(date +%s%N) / 1000000)); }
takes() { # NAME MS: the last check took so long, and not much longer
	ok "$1 ($ms ms)" test "$ms" -ge "$2" -a "$ms" -lt $(($2 + 50000))
}
timed() { # printf text: sets ms
	ms=$(now_ms)
	check "$1" "$T/show"
	ms=$(($(now_ms) - ms))
}

# spec: auth-and-relay.md 1
leaves 1 'unknown user' 'nosuchuser\0000secret\0000t\0000'
leaves 2 'nothing on descriptor 3' ''
leaves 2 'no NUL' 'joe'
leaves 2 'one NUL' 'joe\0000secret'
leaves 2 'two NULs' 'joe\0000secret\0000t'
# spec: auth-and-relay.md 4
leaves 1 '513 bytes' "nosuchuser\0000secret\0000$(x 494)\0000"
leaves 1 '512 bytes are read' "nosuchuser\0000secret\0000$(x 493)\0000"
code=0
checkpassword "$T/show" 3<&- > "$T/stdout" 2>&1 || code=$?
is 'descriptor 3 closed' $code 2
check 'joe\0000secret\0000t\0000'
is 'no program' $code 2

check 'no such\n user\0000secret\0000t\0000' "$T/show"
is 'a refusal is logged on one line' "$(cat "$T/stderr")" \
    'checkpassword: info: refused user=no?such??user ip=unknown: no such user'
TCPREMOTEIP=192.0.2.1 check 'nosuchuser\0000secret\0000t\0000' "$T/show"
like 'with the address' "$(cat "$T/stderr")" ' ip=192.0.2.1: '
AUTHDELAY=1 timed 'nosuchuser\0000secret\0000t\0000'
takes 'a refusal takes as long as AUTHDELAY says: no such user' 1000
AUTHDELAY=60 timed 'nosuchuser'
takes 'misuse is told at once' 0

if [ "$ROOT" = yes ]; then
	new_user joe
	new_user ann
	# made with crypt(3): SHA-512 of `secret`, and of nothing
	# shellcheck disable=SC2016
	hash=$(crypttest secret '$6$saltsalt$')
	# shellcheck disable=SC2016
	empty=$(crypttest '' '$6$saltsalt$')
	set_hash() { # user hash
		sed "s|^$1:[^:]*:|$1:$2:|" "$T/etc/shadow" > "$T/etc/shadow.new"
		chmod 600 "$T/etc/shadow.new"
		mv "$T/etc/shadow.new" "$T/etc/shadow"
	}
	set_hash joe "$hash"
	ids="$(id -u joe) $(id -g joe) $(id -g joe)"
	good='joe\0000secret\0000t\0000'
	check "$good" "$T/show" a 'b c'
	is 'right password: the exit code is the one of the program' $code 5
	is 'right password: ids, environment, folder, no secrets' \
	    "$(cat "$T/stdout")" "$ids joe $T/joe /bin/sh $T/joe 2 a b c
0"
	AUTHDELAY=1 timed 'joe\0000wrong\0000t\0000'
	takes 'a refusal takes as long as AUTHDELAY says: wrong password' 1000
	AUTHDELAY=60 timed "$good"
	takes 'a right password is told at once' 0
	# what crypt(3) knows, each with one wrong and one right try
	# shellcheck disable=SC2016
	for setting in '$1$saltsalt$' '$5$saltsalt$' '$6$saltsalt$' \
	    '$6$rounds=2000$saltsalt$' '$y$j9T$abcdefghijklmnopqrstu.$' \
	    '$2b$05$abcdefghijklmnopqrstuu'; do
		kind=$(crypttest secret "$setting" 2> "$T/stderr") || kind=
		case $kind in
		'$'*)	set_hash joe "$kind"
			leaves 1 "$setting: wrong" 'joe\0000Secret\0000t\0000'
			check "$good" "$T/show"
			is "$setting: right" $code 5 ;;
		*)	note "$setting: crypt(3) has it not" ;;
		esac
	done
	set_hash joe "$hash"
	# spec: auth-and-relay.md 1: shadow(5) fields 3, 5, 7, 8
	today() { echo $(($(date +%s) / 86400)); }
	set_age() { # fields from the third on
		sed "s|^joe:.*|joe:$hash:$1|" "$T/etc/shadow" > "$T/etc/shadow.new"
		chmod 600 "$T/etc/shadow.new"
		mv "$T/etc/shadow.new" "$T/etc/shadow"
	}
	aged() { # NAME FIELDS WHY-or-empty; $today in FIELDS is the day of the check
		today=
		while [ "$today" != "$(today)" ]; do	# once more at midnight
			today=$(today)
			set_age "$(eval "echo $2")"
			check "$good" "$T/show"
		done
		if [ -z "$3" ]; then
			is "$1" $code 5
		else
			is "$1" "$code$(cat "$T/stdout")" 1
			like "$1: logged" "$(cat "$T/stderr")" "$3"
		fi
	}
	aged 'nothing limited' '$today::::::' ''
	aged 'a limit far away' '$((today - 10)):0:90:7::$((today + 1)):' ''
	aged 'the account has expired' '$((today - 10)):0:90:7::$today:' \
	    'the account has expired$'
	aged 'the account expired long ago' '$today:0:90:7::1:' 'the account has expired$'
	aged 'the last day of a password' '$((today - 90)):0:90:7:::' ''
	aged 'the password has expired' '$((today - 91)):0:90:7:::' \
	    'the password has expired$'
	aged 'the password has to be changed' "0:0:99999:7:::" \
	    'the password has expired$'
	set_age "$(($(today) - 91)):0:90:7:::"
	check 'joe\0000Wrong\0000t\0000' "$T/show"
	unlike 'expiry is not told to who does not know the password' \
	    "$(cat "$T/stderr")" expired
	set_age "$(today)::::::"
	check "${good}reserved" "$T/show"
	is 'more behind the third NUL is ignored' $code 5
	check "joe\0000secret\0000$(x 500)\0000" "$T/show"
	is '512 bytes' $code 5
	leaves 1 '513 bytes, but right' "joe\0000secret\0000$(x 501)\0000"
	(cd "$T" && ln -s show onpath && PATH=$T:$PATH check "$good" onpath
	echo $code > "$T/code")
	is 'the program is found in PATH' "$(cat "$T/code")" 5
	check "$good" "$T/nosuchprogram"
	is 'no such program' $code 111
	leaves 1 'wrong password' 'joe\0000Secret\0000t\0000'
	leaves 1 'longer password' 'joe\0000secretx\0000t\0000'
	leaves 1 'empty password' 'joe\0000\0000t\0000'
	leaves 1 'empty login' '\0000secret\0000t\0000'
	leaves 1 'the hash is no password' "joe\0000$hash\0000t\0000"
	set_hash joe ''
	leaves 1 'no hash at all' 'joe\0000\0000t\0000'
	set_hash joe '*'
	leaves 1 'locked by *' 'joe\0000*\0000t\0000'
	set_hash joe "!$hash"
	leaves 1 'locked by !' "$good"
	set_hash joe "${hash}x"
	leaves 1 'a damaged hash' "$good"
	# shellcheck disable=SC2016
	set_hash joe '$9$nosuchmethod$x'
	leaves 1 'a hash of an unknown method' "$good"
	set_hash joe "$empty"
	check 'joe\0000\0000t\0000' "$T/show"
	is 'the hash of the empty password' $code 5
	set_hash joe "$hash"
	rmdir "$T/joe"
	check "$good" "$T/show"
	is 'no home' $code 111
	mkdir "$T/joe"
	chmod 700 "$T/joe"
	check "$good" "$T/show"
	is 'a home that is not the property of the user' $code 111
	chown joe "$T/joe"
	sed '/^joe:/d' "$T/etc/shadow" > "$T/etc/shadow.new"
	mv "$T/etc/shadow.new" "$T/etc/shadow"
	leaves 1 'no shadow entry' "$good"
	echo 'passwd: files' > "$T/etc/nsswitch.conf"
	mv "$T/etc/passwd" "$T/etc/passwd.away"
	leaves 111 'accounts cannot be read' "$good"
	mv "$T/etc/passwd.away" "$T/etc/passwd"
	code=0
	printf "$good" > "$T/fd3"
	as ann checkpassword "$T/show" 3< "$T/fd3" > "$T/stdout" 2> "$T/stderr" ||
	    code=$?
	nok 'not root: never succeeds' test $code -eq 5
fi
done_testing
