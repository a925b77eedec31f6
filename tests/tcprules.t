#!/bin/sh
# tcprules, tcprulescheck: the source's grammar, what matches, bad files.
. tests/lib.sh
PATH=$OUT/bin:$OUT/tests/tools:$PATH
cd "$T" || exit 1

rules() { printf '%b' "$1" | tcprules r.cdb r.tmp 2> err; }
check() { # ip host info: the answer on one line
	env ${1:+TCPREMOTEIP="$1"} ${2:+TCPREMOTEHOST="$2"} \
	    ${3:+TCPREMOTEINFO="$3"} tcprulescheck r.cdb | tr '\n' '|'
}
matches() { # name rules key ip host info
	rules "$2"
	like "$1" "$(check "$4" "$5" "$6")" "^rule $3:\\|"
}

# spec: ucspi.md 2 (lookup order), each rule before the next
all='u@1.2.3.4:allow\nu@=a.b.c:allow\n1.2.3.4:allow\n=a.b.c:allow\n1.2.3.:allow\n1.2.:allow\n1.:allow\n1.0.0.0/8:allow\n=.b.c:allow\n=.c:allow\n=:allow\n:allow\n'
for key in u@1.2.3.4 u@=a.b.c 1.2.3.4 =a.b.c 1.2.3. 1.2. 1. 1.0.0.0/8 =.b.c =.c = ''; do
	matches "first is '$key'" "$all" "$key" 1.2.3.4 a.b.c u
	case $key in
	'') ;;
	*) all=$(printf '%s' "$all" | sed "s|^$(printf %s "$key" | sed 's/[.]/[.]/g'):allow\\\\n||") ;;
	esac
done
rules '1.2.3.4:allow\n'
is 'no rule' "$(check 9.9.9.9)" 'default:|allow connection|'
# spec: ucspi.md 2 (INFO@ with the full IP only)
rules 'x@127.:allow\n:deny\n'
is 'info with prefix never matches' "$(check 127.0.0.1 '' x)" 'rule :|deny connection|'
is 'suffixes need a name' "$(rules '=:deny\n'; check 1.2.3.4)" 'default:|allow connection|'

# spec: ucspi.md 2.1
rules '# comment:allow\n\nnocolon\n \t\n'
is 'nothing in it' "$(check 1.2.3.4)" 'default:|allow connection|'
is 'empty file' "$(wc -c < r.cdb | tr -d ' ')" 2048
rules ':allow\n'
is 'one plain rule' "$(wc -c < r.cdb | tr -d ' ')" 2072
rules '1.2.3.37-39:allow\n10.2-3.:deny\n3.4.5.9-7:allow\n'
for ip in 1.2.3.37 1.2.3.38 1.2.3.39; do
	is "range has $ip" "$(check $ip)" "rule $ip:|allow connection|"
done
is 'range ends' "$(check 1.2.3.40)" 'default:|allow connection|'
is 'range starts' "$(check 1.2.3.36)" 'default:|allow connection|'
is 'range of prefixes' "$(check 10.3.9.9)" 'rule 10.3.:|deny connection|'
is 'reversed range' "$(check 3.4.5.8)" 'default:|allow connection|'
rules '=a-b.com:deny\n'
is '- in a host name' "$(check 1.2.3.4 a-b.com)" 'rule =a-b.com:|deny connection|'
rules '1.2.3.4:allow,A="1",B=/2/,C="",D=xa"bx  \t\n'
is 'variables' "$(check 1.2.3.4)" 'rule 1.2.3.4:|set environment variable A=1|set environment variable B=2|set environment variable C=|set environment variable D=a"b|allow connection|'
rules '1.2.3.4:deny,A="1"\n'
is 'variables of deny stay silent' "$(check 1.2.3.4)" 'rule 1.2.3.4:|deny connection|'
rules '1.2.3.4:allow,A="1"\n1.2.3.4:deny\n'
like 'first record wins' "$(check 1.2.3.4)" 'allow'
rules '1.2.3.4:deny'
like 'last line without newline' "$(check 1.2.3.4)" 'deny'

rules ':deny\n'
cp r.cdb before
# spec: ucspi.md 2.1 (bad lines)
for bad in '1.2.3.4:' '1.2.3.4:alow' '1.2.3.4: allow' ':allowx' ':allow,A="1' ':allow,A="1"x' ':allow,A="1",' ':allow,A' ':allow,A=' ':allow A="1"' '10.a-3.:allow' '1-2-3:allow' '  # x:y' '::1'; do
	rules "# fine\n$bad\n:allow\n"
	is "exit: $bad" $? 100
	is "error: $bad" "$(cat err)" "tcprules: fatal: unable to parse this line: $bad"
done
printf ':allow,A="x\000y"\n' > nul
exits 100 'NUL in a line' tcprules r.cdb r.tmp < nul
head -c 70000 /dev/zero | tr '\0' x > endless
exits 100 'endless line' tcprules r.cdb r.tmp < endless
same_file 'old rules still there' before r.cdb
exits 111 'no such directory' tcprules nosuch/r.cdb r.tmp < /dev/null
is 'says so' "$(cat stderr)" 'tcprules: fatal: unable to move r.tmp to nosuch/r.cdb: file does not exist'
exits 111 'unwritable' tcprules r.cdb nosuch/r.tmp < /dev/null
is 'says so' "$(cat stderr)" 'tcprules: fatal: unable to create nosuch/r.tmp: file does not exist'
exits 111 'unreadable' sh -c 'tcprules r.cdb r.tmp < .'
exits 100 'usage' tcprules r.cdb
exits 100 'usage' tcprules
mkdir umask && (umask 022 && cd umask && tcprules a b < /dev/null)
is 'mode' "$(ls -l umask/a | cut -c1-10)" '-rw-r--r--'
is 'tmp is gone' "$(ls umask)" 'a'

# warnings, and the rule stays: spec: ucspi.md 2.1 [ours]
for never in 256.1.1.1 '1.2.3.4 ' 1.2.3 127 '=A.b' 'x@127.' '10.0.0.0/33' 2001:0db8: 2001:DB8: 1.2.3.4.; do
	rules "$never:allow\n"
	is "kept: $never" $? 0
	is "warned: $never" "$(cat err)" "tcprules: warning: rule can never match: $never"
done
rules '1.2.3.4:allow\n1.2.:allow\n::1:allow\n2001:db8::allow\n=:allow\n=.b:allow\n:allow\nx@1.2.3.4:deny\nx@=h:deny\n127./8:allow\nfe80::/10:deny\n'
is 'no warning for good ones' "$(cat err)" ''

# spec: ucspi.md 3 (rules for v6)
rules '::1:deny\n'
like 'v6 address' "$(check ::1)" 'rule ::1:.deny'
like 'canonical when looked up' "$(check 0:0:0:0:0:0:0:1)" 'rule ::1:.deny'
rules '2001:DB8:0:0::0007:deny,A="1"\n'
like 'canonical when compiled' "$(check 2001:db8::7)" 'rule 2001:db8::7:'
like 'zone does not matter' "$(rules 'fe80::1:deny\n'; check fe80::1%1)" 'rule fe80::1:'
rules '2001:db8::allow\n:deny\n'
for ip in 2001:db8:5::1 2001:db8::9; do
	like "textual prefix: $ip" "$(check $ip)" 'rule 2001:db8:'
done
like 'not that prefix' "$(check 2001:db9::1)" 'rule :'
rules '2001:db8::/32:allow,N="32"\n2001:db8:1::/48:allow,N="48"\n10.0.0.0/8:allow\n10.1.2.3/12:deny\n127./8:allow\n0.0.0.0/0:deny\n'
like 'longest net first' "$(check 2001:db8:1::5)" 'rule 2001:db8:1::/48:'
like 'shorter net' "$(check 2001:db8:2::5)" 'rule 2001:db8::/32:'
is 'no net' "$(check 2001:db9::5)" 'default:|allow connection|'
like 'v4 net' "$(check 10.200.0.1)" 'rule 10.0.0.0/8:'
like 'v4 net, masked' "$(check 10.15.0.1)" 'rule 10.0.0.0/12:'
like 'short v4 net' "$(check 127.9.9.9)" 'rule 127.0.0.0/8:'
like '/0' "$(check 9.9.9.9)" 'rule 0.0.0.0/0:'
rules '1.2.3.4:deny\n'
like 'mapped is IPv4' "$(check ::ffff:1.2.3.4)" 'rule 1.2.3.4:'
rules '::ffff:1.2.3.4:deny\n'
like 'mapped rule is IPv4' "$(check 1.2.3.4)" 'rule 1.2.3.4:'

# spec: ucspi.md 2.2 (tcprulescheck)
rules '1.2.3.4:deny,A="1"\n'
is 'data: deny first, then the variables' "$(tail -c +2049 r.cdb | head -c 22 | od -An -c | tr -s ' \n' ' ')" ' \a \0 \0 \0 \a \0 \0 \0 1 . 2 . 3 . 4 D \0 + A = 1 \0 '
if command -v strace > /dev/null && [ -z "${SANITIZE-}" ]; then
	echo ':allow' | strace -e trace=fsync,fdatasync,rename,renameat,renameat2 -o calls tcprules r.cdb r.tmp
	is 'synced before it has its name' "$(sed -n 's/^\([a-z]*\).*= 0$/\1/p' calls | sed 's/fdata/f/; s/at2*$//' | head -n 2 | tr '\n' ' ')" 'fsync rename '
fi
exits 100 'usage' tcprulescheck
exits 111 'no file' tcprulescheck nosuch
is 'says so' "$(cat stderr)" 'tcprulescheck: fatal: unable to read nosuch: file does not exist'
exits 111 'not a cdb' tcprulescheck /etc/passwd
is 'says so' "$(cat stderr)" 'tcprulescheck: fatal: unable to read /etc/passwd: protocol error'
head -c 4096 /dev/zero | tr '\0' '\377' > ff.cdb
exits 111 'corrupt' tcprulescheck ff.cdb
# the index of nets may be corrupt as well: lengths beyond all addresses
rules '10.0.0.0/8:deny\n'
is 'sound' "$(check 10.1.1.1)" 'rule 10.0.0.0/8:|deny connection|'
LC_ALL=C sed 's/p4\x08/p4\xff/' r.cdb > odd.cdb && mv odd.cdb r.cdb
is 'length 255 in the index' "$(check 10.1.1.1)" 'default:|allow connection|'
cd "$TOP" && done_testing
