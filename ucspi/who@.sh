#!/bin/sh
# who@: who is logged in at host.	usage: who@ [host]
tcpclient -RHl0 -- "${1-0}" 11 sh -c 'exec delcr <&6' | cat -v
