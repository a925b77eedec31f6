#!/bin/sh
# finger@: ask host about a user.	usage: finger@ [host [user]]
printf '%s\n' "${2-}" | tcpclient -RHl0 -- "${1-0}" 79 sh -c '
	addcr >&7
	exec delcr <&6
' | cat -v
