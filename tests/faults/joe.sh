# joe.sh: what joe does, without a setuidgid for each command; and folders that
# are emptied, not made anew.  After lib.sh and new_user joe.
#
#   joes_shell LINES start a shell of joe's (of our own when not root) that has
#                    our environment; it evaluates these lines first
#   by_joe LINE      it evaluates this line; sets code to the exit code
#   is_bare DIR      a maildir: nothing but its three folders, all empty
#   emptied DIR      it is bare now; false when it is gone and has to be made

joes_shell() {
	mkfifo "$T/lines" "$T/codes"
	[ "$ROOT" = no ] || chmod 666 "$T/lines" "$T/codes"
	# no program gets descriptor 3, nor the lines
	# shellcheck disable=SC2016 # for the shell in there
	set -- sh -c 'eval "$1"
	while IFS= read -r line; do
		eval "$line" < /dev/null 3>&-
		echo $? >&3
	done < "$T/lines" 3> "$T/codes"' joe "$1"
	# not by as(): what is killed at the end is the shell itself
	[ "$ROOT" = no ] || set -- "$OUT/bin/setuidgid" joe "$@"
	background "$@"
	exec 8> "$T/lines" 9< "$T/codes"
}
by_joe() {
	printf '%s\n' "$1" >&8
	read -r code <&9 || { echo "Bail out! joe's shell is gone"; exit 1; }
}
is_bare() {
	set -- "$1" "$1"/* "$1"/.[!.]* "$1"/*/* "$1"/*/.[!.]*
	[ "$*" = "$1 $1/cur $1/new $1/tmp $1/.[!.]* $1/*/* $1/*/.[!.]*" ]
}
emptied() {
	is_bare "$1" && return
	rm -rf "$1"/*/* "$1"/*/.[!.]*
	is_bare "$1" && return
	rm -rf "$1"
	return 1
}
