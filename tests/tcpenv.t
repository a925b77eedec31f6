#!/bin/sh
# tcp-env: what it tells a program about a connection.
. tests/lib.sh
new_home
C='env'
cat > "$T/zone" <<'END'
1.0.0.127.in-addr.arpa ptr Local.EXAMPLE
2.0.0.127.in-addr.arpa nxdomain
3.0.0.127.in-addr.arpa servfail
4.0.0.127.in-addr.arpa ptr $(id):X.example
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa ptr six.example
END
background dnsserver "$T/zone" > "$T/port" 2> "$T/queries"
await 30 test -s "$T/port"
DNSCACHEIP=127.0.0.1:$(cat "$T/port")
export DNSCACHEIP

# spec: programs.md 17, protocols.md 1
run() { env "$@" > "$T/out" 2> "$T/err"; echo $? > "$T/code"; }
shows() { grep -E '^(PROTO|TCP)' "$T/out" | sed 's/\(PORT=\)[0-9][0-9]*$/\1N/' | sort; }
run inetd 127.0.0.1 tcp-env -R $C
is 'IPv4' "$(shows)" 'PROTO=TCP
TCPLOCALHOST=local.example
TCPLOCALIP=127.0.0.1
TCPLOCALPORT=N
TCPREMOTEHOST=local.example
TCPREMOTEIP=127.0.0.1
TCPREMOTEPORT=N'
is 'exit code' "$(cat "$T/code")" 0
local=$(sed -n 's/^TCPLOCALPORT=//p' "$T/out")
remote=$(sed -n 's/^TCPREMOTEPORT=//p' "$T/out")
is 'two ports' "$([ "$local" -gt 0 ] && [ "$remote" -gt 0 ] && [ "$local" != "$remote" ]; echo $?)" 0
run TCPREMOTEINFO=junk TCPREMOTEHOST=junk TCPLOCALHOST=junk TCP6REMOTEIP=junk \
    PROTO=UDP inetd 127.0.0.2 tcp-env -R $C
is 'no names; nothing inherited is believed' "$(shows)" 'PROTO=TCP
TCPLOCALIP=127.0.0.2
TCPLOCALPORT=N
TCPREMOTEIP=127.0.0.2
TCPREMOTEPORT=N'
run inetd 127.0.0.4 tcp-env -R $C
is 'a name that is none' "$(shows | grep REMOTEHOST)" 'TCPREMOTEHOST=\044\050id\051\072x.example'
run inetd 127.0.0.3 tcp-env -R $C
is 'a name server in trouble' "$(shows | grep HOST)" 'TCPLOCALHOST=softdnserror
TCPREMOTEHOST=softdnserror'
if [ "$ROOT" = yes ]; then
	run inetd ::1 tcp-env -R $C
	is 'IPv6' "$(shows)" 'PROTO=TCP6
TCP6LOCALHOST=six.example
TCP6LOCALIP=::1
TCP6LOCALPORT=N
TCP6REMOTEHOST=six.example
TCP6REMOTEIP=::1
TCP6REMOTEPORT=N
TCPLOCALHOST=six.example
TCPLOCALIP=::1
TCPLOCALPORT=N
TCPREMOTEHOST=six.example
TCPREMOTEIP=::1
TCPREMOTEPORT=N'
	run inetd -i '%P : USERID : UNIX : joe' 127.0.0.1 tcp-env $C
	is 'ident' "$(shows | grep INFO)" TCPREMOTEINFO=joe
	remote=$(sed -n 's/^TCPREMOTEPORT=//p' "$T/out")
	local=$(sed -n 's/^TCPLOCALPORT=//p' "$T/out")
	is 'what ident was asked' "$(tr -d '\r' < "$T/err")" \
	    "$remote , $local"
	run inetd -i '%P : ERROR : HIDDEN-USER' 127.0.0.1 tcp-env -R -r $C
	is 'ident does not tell' "$(shows | grep INFO)" ''
fi
run inetd 127.0.0.1 tcp-env -t5 $C
is 'no ident server' "$(shows | grep INFO)$(cat "$T/code")" 0
run PROTO=TCP TCPREMOTEIP=kept inetd 127.0.0.1 tcp-env $C
is 'PROTO=TCP: as it is' "$(shows)" 'PROTO=TCP
TCPREMOTEIP=kept'
run PROTO=TCP6 TCPREMOTEIP=kept tcp-env $C < /dev/null
is 'PROTO=TCP6 too' "$(shows)" 'PROTO=TCP6
TCPREMOTEIP=kept'
run inetd 127.0.0.1 tcp-env -R sh -c 'exit 7'
is 'exit code of the program' "$(cat "$T/code")" 7
exits 111 'not a socket' tcp-env $C < /dev/null
like 'not a socket: says so' "$(cat "$T/stderr")" '^tcp-env: fatal: unable to get local address: '
exits 111 'no program' tcp-env -R
exits 111 'unknown option' tcp-env -q $C
export PROTO=TCP
exits 111 'no such program' tcp-env "$T/absent"
unset PROTO
run inetd -2 127.0.0.1 tcp-env -R "$T/absent"
is 'says nothing to the client' "$(cat "$T/code" "$T/out")" 111

# the whole of stock's inetd line
export QMAILQUEUE="$T/absent"
run inetd -2 127.0.0.1 tcp-env -R qmail-smtpd
is 'qmail-smtpd under inetd' "$(tr -d '\r' < "$T/out")" '220 test.example ESMTP'
done_testing
