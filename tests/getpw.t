#!/bin/sh
# qmail-getpw: local parts to system users.
. tests/lib.sh
new_home

answer() { qmail-getpw "$1" | tr '\0' '|'; }

# spec: programs.md 7
exits 100 'no argument' qmail-getpw
if [ "$ROOT" = no ]; then
	# design: single-user mode
	me=$(id -u) gid=$(id -g)
	# shellcheck disable=SC2088
	home=$(sed -n "s/^$ME:\([^:]*:\)\{4\}\([^:]*\):.*/\2/p" /etc/passwd)
	is 'all unknown names are in the home of the mail system' \
	    "$(answer some-Body)" "$ME|$me|$gid|$H/alias|-|some-Body|"
	is 'root is nobody' "$(answer root-x)" "$ME|$me|$gid|$H/alias|-|root-x|"
	is 'accounts of others are nobody' "$(answer bin)" \
	    "$ME|$me|$gid|$H/alias|-|bin|"
	if [ -O "$home" ]; then
		is 'the one user' "$(answer "$ME-x")" "$ME|$me|$gid|$home|-|x|"
	fi
	done_testing
fi

ids() { echo "$(id -u "$1")|$(id -g "$1")"; }
add_account() { # passwd line
	{ cat /etc/passwd; echo "$1"; } > "$T/etc/passwd.new"
	mv "$T/etc/passwd.new" "$T/etc/passwd"
}
home_of() { # name uid
	mkdir "$T/$1" && chown "$2" "$T/$1"
}
new_user joe
home_of long31 65001
home_of own 65002
home_of foreign 65003
name31=$(printf '%031d' 1 | tr 0 a)
name32=$(printf '%032d' 1 | tr 0 a)
add_account "$name31:x:65001:65001::$T/long31:"
add_account "$name32:x:65001:65001::$T/long31:"
add_account "own:x:65002:65002::$T/own:"
add_account "own-er:x:65002:65002::$T/own:"
add_account "foreign:x:65004:65004::$T/foreign:"
add_account "nohome:x:65005:65005::$T/nohome:"
add_account "toor:x:0:0::/root:"
add_account "UPPER:x:65002:65002::$T/own:"

# spec: delivery.md 1.4
alias_ids=$(ids alias)
is 'a user' "$(answer joe)" "joe|$(ids joe)|$T/joe|||"
is 'case does not matter' "$(answer JOE)" "joe|$(ids joe)|$T/joe|||"
is 'an extension keeps its case' "$(answer Joe-Foo-Bar)" \
    "joe|$(ids joe)|$T/joe|-|Foo-Bar|"
is 'an empty extension' "$(answer joe-)" "joe|$(ids joe)|$T/joe|-||"
is 'the longest name wins' "$(answer own-er-x)" "own-er|65002|65002|$T/own|-|x|"
is 'shorter names too' "$(answer own-other)" "own|65002|65002|$T/own|-|other|"
is 'alias itself' "$(answer alias)" "alias|$alias_ids|$H/alias|||"
is 'ALIAS with an extension' "$(answer ALIAS-Foo)" \
    "alias|$alias_ids|$H/alias|-|Foo|"
to_alias() { is "$1" "$(answer "$2")" "alias|$alias_ids|$H/alias|-|$2|"; }
to_alias 'nobody' Some.Body
to_alias 'root is nobody' root
to_alias 'root with an extension too' root-y
to_alias 'any uid 0 is nobody' toor
to_alias 'a home of somebody else' foreign
to_alias 'no home' nohome
to_alias 'account names in upper case are never found' UPPER
to_alias 'empty' ''
to_alias 'only breaks' --
is 'a name of 31 bytes' "$(answer "$name31")" "$name31|65001|65001|$T/long31|||"
to_alias 'a name of 32 bytes is nobody' "$name32"
long=$(head -c 60000 /dev/zero | tr '\0' -)
to_alias 'sixty thousand breaks' "x$long"

# spec: delivery.md 11.10, 11.6
for services in files 'files systemd'; do
	echo "passwd: $services" > "$T/etc/nsswitch.conf"
	exits 0 "services: $services: joe" qmail-getpw alias
	chmod 600 "$T/etc/passwd"
	exits 118 "services: $services: passwd cannot be read" \
	    as joe qmail-getpw joe
	chmod 644 "$T/etc/passwd"
	mv "$T/etc/passwd" "$T/etc/passwd.away"
	exits 118 "services: $services: no passwd" qmail-getpw joe
	mv "$T/etc/passwd.away" "$T/etc/passwd"
done
sed '/^alias:/d' /etc/passwd > "$T/etc/passwd.new"
mv "$T/etc/passwd.new" "$T/etc/passwd"
exits 116 'no alias account' qmail-getpw nobody-here
exits 0 'but joe is found' qmail-getpw joe
done_testing
