#!/bin/sh
# rblsmtpd: who is listed, what he hears, who gets in.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
cd "$T" || exit 1
unset RBLSMTPD GREETDELAY

long=$(printf '%0240d' 0)
cat > zone <<EOT
2.0.0.127.rbl.example txt go away
2.0.0.127.rbl.example a 127.0.0.2
3.0.0.127.rbl.example a 127.0.0.2
4.0.0.127.rbl.example txt $long
2.0.0.127.white.example a 127.0.0.2
2.0.0.127.unasked.example txt go away
5.0.0.127.second.example txt second list
5.0.0.127.a.example a 127.0.0.2
*.fail.example servfail
6.0.0.127.rbl.example txt a$(printf '\001')b$(printf '\377')c
2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.rbl.example txt six
EOT
background dnsserver zone > dnsport 2> queries
await 30 test -s dnsport
DNSCACHEIP=127.0.0.1:$(cat dnsport)
export DNSCACHEIP

# rbl ip args...: output on one line, log in err
rbl() {
	ip=$1
	shift
	printf 'RCPT TO:<a@b>\r\nQUIT\r\n' |
	    env ${ip:+TCPREMOTEIP="$ip"} rblsmtpd "$@" echo in 2> err | tr -d '\r' | tr '\n' '|'
}
blocked() { # name reply ip args
	name=$1 reply=$2
	shift 2
	is "$name" "$(rbl "$@")" "220 rblsmtpd.local|$reply|221 rblsmtpd.local|"
}
allowed() {
	name=$1
	shift
	is "$name" "$(rbl "$@")" 'in|'
}

# spec: ucspi.md 6
blocked 'TXT lists' '451 go away' 127.0.0.2 -r rbl.example
like 'log' "$(cat err)" '^rblsmtpd: 127.0.0.2 pid [0-9]+: 451 go away$'
is 'once' "$(wc -l < err | tr -d ' ')" 1
blocked '-b' '553 go away' 127.0.0.2 -b -r rbl.example
blocked '-b -B' '451 go away' 127.0.0.2 -b -B -r rbl.example
blocked '-b -r -B' '553 go away' 127.0.0.2 -b -r rbl.example -B
blocked '-r -b' '451 go away' 127.0.0.2 -r rbl.example -b
blocked '-b is not for a list before it' '451 second list' 127.0.0.5 -b -r rbl.example -B -r second.example
allowed '-r -c' 127.0.0.2 -r fail.example -c
blocked '-c -r -C' '451 temporary RBL lookup error' 127.0.0.2 -c -r fail.example -C
allowed 'A alone does not list' 127.0.0.3 -r rbl.example
allowed 'not listed' 127.0.0.9 -r rbl.example
blocked 'cut at 200' "451 $(printf '%0200d' 0)" 127.0.0.4 -r rbl.example
blocked 'unprintable in the list' '451 a?b?c' 127.0.0.6 -r rbl.example
allowed 'list fails, -c -C' 127.0.0.2 -c -C -r fail.example
blocked 'second list' '451 second list' 127.0.0.5 -r rbl.example -r second.example
allowed 'whitelist first' 127.0.0.2 -a white.example -r rbl.example
blocked 'whitelist too late' '451 go away' 127.0.0.2 -r rbl.example -a white.example
allowed 'list fails' 127.0.0.2 -r fail.example
blocked 'list fails, -c' '451 temporary RBL lookup error' 127.0.0.2 -c -r fail.example
blocked 'list fails, -c -b' '451 temporary RBL lookup error' 127.0.0.2 -c -b -r fail.example
allowed 'whitelist fails' 127.0.0.2 -a fail.example -r rbl.example
blocked 'whitelist fails, -c -b: not for good' '451 go away' 127.0.0.2 -c -b -a fail.example -r rbl.example
blocked 'own text' '451 see http://x/?127.0.0.5 (127.0.0.5)' 127.0.0.5 -r 'a.example:see http://x/?%IP% (%IP%)'
blocked 'IPv6' '451 six' 2001:db8::2 -r rbl.example
allowed 'IPv6, not listed' 2001:db8::3 -r rbl.example
blocked 'mapped IPv4' '451 go away' ::ffff:127.0.0.2 -r rbl.example
# a list of its own: others may still hear of questions asked twice
allowed 'no address' '' -r unasked.example
allowed 'no address' 'junk' -r unasked.example
RBLSMTPD=; export RBLSMTPD
allowed 'RBLSMTPD empty' 127.0.0.2 -r unasked.example
RBLSMTPD='you again'
blocked 'RBLSMTPD' '451 you again' 127.0.0.9 -r unasked.example
RBLSMTPD='-for good'
blocked 'RBLSMTPD with -' '553 for good' 127.0.0.9 -r unasked.example
RBLSMTPD=$(printf 'a\rb\nc\377d')
blocked 'unprintable' '451 a?b?c?d' 127.0.0.9
unset RBLSMTPD
is 'nobody was asked' "$(grep unasked queries)" ''
is '-i' "$(TCPREMOTEIP=127.0.0.2 rblsmtpd -i -r rbl.example printenv RBLSMTPD)" 'go away'
is '-i -b' "$(TCPREMOTEIP=127.0.0.2 rblsmtpd -i -b -r rbl.example printenv RBLSMTPD)" '-go away'

# the session
RBLSMTPD=no; export RBLSMTPD
printf 'helo x\r\nEHLO x\nMAIL FROM:<>\r\nrSeT\r\nNOOP\r\nDATA\r\nHELP\r\nVRFY x\r\nfoo\r\n\r\nRCPTX\r\nquit\r\nNOOP\r\n' |
    rblsmtpd true 2> err | tr -d '\r' | cut -c1-3 | tr '\n' ' ' > got
is 'session' "$(cat got)" '220 250 250 250 250 250 451 451 451 451 451 451 221 '
is 'end without QUIT' "$(printf 'NOOP\r\n' | rblsmtpd true 2> err | wc -l | tr -d ' ')" 2
printf 'QUIT\r\n' > quit
exits 0 'exit code' rblsmtpd true < quit
{ head -c 100000 /dev/zero; printf '\r\nQUIT\r\n'; } | rblsmtpd true 2> err | tr -d '\r' | tr '\n' '|' > got
is 'endless line' "$(cat got)" '220 rblsmtpd.local|451 no|221 rblsmtpd.local|'
mkfifo never
exec 8<> never
exits 0 'time limit' rblsmtpd -t 1 true < never
is 'and no reply' "$(tr -d '\r' < stdout)" '220 rblsmtpd.local'
unset RBLSMTPD

# greet delay
start=$(date +%s)
is '-w: patient' "$(rblsmtpd -w 1 echo in < never)" in
ok 'waited' test $(($(date +%s) - start)) -ge 1
is '-W' "$(GREETDELAY=1 rblsmtpd -W echo in < never)" in
exec 8>&-
blocked '-w: early talker' '451 wait for the greeting' 127.0.0.9 -w 60
like 'log' "$(cat err)" '^rblsmtpd: 127.0.0.9 pid [0-9]+: 451 wait for the greeting$'
allowed '-w: not for whom we know' 127.0.0.2 -w 5 -a white.example

exits 100 'usage' rblsmtpd
exits 100 'usage' rblsmtpd -r
exits 100 'usage' rblsmtpd -Z true
exits 100 'usage' rblsmtpd -t x true
exits 111 'no program' rblsmtpd nosuchprogram
is 'says so' "$(cat stderr)" 'rblsmtpd: fatal: unable to run nosuchprogram: file does not exist'
cd "$TOP" && done_testing
