#!/bin/sh
# date@: what time it is at host.	usage: date@ [host]
tcpclient -RHl0 -- "${1-0}" 13 sh -c 'exec delcr <&6' | cat -v
