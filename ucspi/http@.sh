#!/bin/sh
# http@: print a page from host.	usage: http@ [host [page [port]]]
printf 'GET /%s HTTP/1.0\nHost: %s:%s\n\n' "${2-}" "${1-0}" "${3-80}" |
tcpclient -RHl0 -- "${1-0}" "${3-80}" sh -c '
	addcr >&7
	exec delcr <&6
' | awk '/^$/ && !body { body = 1; next } body { print }'
