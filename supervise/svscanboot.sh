#!/bin/sh
# svscanboot: start svscan on the folder of services, as the last thing of a
# boot script; what it and services without a log say is shown by ps(1).
#	usage: svscanboot [dir]	(default: /service, or /etc/service)
here=
case $0 in */*) here=$(cd "${0%/*}" && pwd): ;; esac
PATH=$here/command:/usr/local/bin:/usr/local/sbin:/bin:/sbin:/usr/bin:/usr/sbin:/usr/X11R6/bin
export PATH
if [ $# -gt 1 ]; then
	echo 'svscanboot: usage: svscanboot [dir]' >&2
	exit 100
fi
dir=${1-/service}
[ $# -eq 1 ] || [ -d "$dir" ] || dir=/etc/service
cd "$dir" || exit 111
exec < /dev/null > /dev/null 2> /dev/null

# a supervise left from an svscan that died would keep the lock from its
# successor; the services themselves go down once, and come back
svc -dx ./* ./*/log

dots=....................
dots=$dots$dots$dots$dots$dots
env - PATH="$PATH" svscan "$PWD" 2>&1 |
	exec env - PATH="$PATH" readproctitle service errors: "$dots$dots$dots$dots"
