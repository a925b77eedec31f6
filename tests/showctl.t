#!/bin/sh
# qmail-showctl: the configuration in words, and its faults.
. tests/lib.sh
new_home
C=$H/control
show() { qmail-showctl "$@" > "$T/out" 2> "$T/err"; code=$?; }
entry() { sed -n "/^$1: /,/^\$/p" "$T/out" | sed '/^$/d'; }

# spec: programs.md 13
show
is 'exit 0' "$code" 0
is 'first five lines' "$(sed 5q "$T/out")" "qmail home directory: $H.
user-ext delimiter: -.
paternalism (in decimal): 2.
silent concurrency limit: 120.
subdirectory split: 23."
if [ "$ROOT" = yes ]; then
	ids=
	for user in alias qmaild qmaill root qmailp qmailq qmailr qmails; do
		ids="$ids, $(id -u "$user")"
	done
	is 'user ids' "$(sed -n 6p "$T/out")" "user ids: ${ids#, }."
	is 'group ids' "$(sed -n 7p "$T/out")" \
	    "group ids: $(id -g alias), $(id -g qmailq)."
fi
is 'a blank line before each file' "$(sed -n 8p "$T/out")" ''
is 'a default' "$(entry badmailfrom)" \
    'badmailfrom: (Default.) Any MAIL FROM is allowed.'
is 'a default number' "$(entry databytes)" \
    'databytes: (Default.) SMTP DATA limit is 0 bytes.'
is 'a default from me' "$(entry helohost)" \
    'helohost: (Default.) SMTP client HELO host name is test.example.'
is 'a default of its own' "$(entry bouncefrom)" \
    'bouncefrom: (Default.) Bounce user name is MAILER-DAEMON.'
is 'a line' "$(entry me)" 'me: My name is test.example.'
is 'a list' "$(entry rcpthosts)" 'rcpthosts: 
SMTP clients may send messages to recipients at test.example.'
is 'no cdb' "$(entry morercpthosts.cdb)" 'morercpthosts.cdb: (Default.) No effect.'
is 'ours too' "$(entry maxrcpt)" \
    'maxrcpt: (Default.) Recipients of an SMTP message (0: any): 0.'
is 'nothing is wrong' "$(grep warning "$T/out")" ''
exits 0 'nothing is wrong: -c' qmail-showctl -c
is 'and nothing said' "$(cat "$T/stdout")" ''

echo '12x' > "$C/databytes"
printf 'h.example:relay:26|user|secret\nno colon\n:\n' > "$C/smtproutes"
echo x > "$C/frobnicate"
echo x > "$C/simcontrol"
mkdir "$C/tls"
echo x > "$C/servercert.pem"
echo more.example > "$C/morercpthosts"
qmail-newmrh
touch -d '1 hour ago' "$C/morercpthosts.cdb"
show
is 'a number, leading digits' "$(entry databytes)" 'databytes: SMTP DATA limit is 12 bytes.'
is 'a route, its password hidden' "$(entry smtproutes)" 'smtproutes: 
SMTP route: h.example:relay:26|(not shown)
SMTP route: no colon
SMTP route: :'
is 'an old cdb' "$(entry morercpthosts.cdb)" \
    'morercpthosts.cdb: Oops! morercpthosts.cdb is older than morercpthosts.'
is 'an unknown file' "$(entry frobnicate)" \
    'frobnicate: I have no idea what this file does.'
is 'a folder of the TLS helper' "$(entry tls)" 'tls: Read by helpers for TLS only.'
# spec: control.md 5
is 'a file of the STARTTLS patch' "$(entry servercert.pem)" 'servercert.pem: Read by helpers for TLS only.'
is 'not ours, but known' "$(entry simcontrol)" 'simcontrol: Read by simscan.'
is 'faults at the end' "$(tail -n 4 "$T/out")" \
'warning: control/databytes: something behind the number, which is ignored
warning: control/morercpthosts.cdb: older than its source
warning: control/smtproutes: a line without a colon, which is ignored
warning: control/frobnicate: unknown'
is 'exit 0 nevertheless' "$code" 0
touch "$C/morercpthosts.cdb"
show
like 'a new cdb' "$(entry morercpthosts.cdb)" 'Modified recently enough'
rm "$C/databytes" "$C/smtproutes" "$C/frobnicate" "$C/simcontrol" "$C/morercpthosts"* "$C/servercert.pem"
rmdir "$C/tls"

# spec: control.md 7, 7.1, 7.2, 7.8: each fault by its own; -c exits 1
fault() { # file, contents (- for none), what is said
	if [ -f "$C/$1" ]; then cp "$C/$1" "$T/saved"; else rm -f "$T/saved"; fi
	if [ "$2" = - ]; then rm "$C/$1"; else printf "$2" > "$C/$1"; fi
	show -c
	is "fault: $1: $3" "$code $(cat "$T/out")" "1 warning: control/$1: $3"
	if [ -f "$T/saved" ]; then cp "$T/saved" "$C/$1"; else rm "$C/$1"; fi
}
fault me - missing
fault me '' 'empty: the empty string counts, not the default'
fault rcpthosts - 'missing: an open relay'
fault rcpthosts '#a\n\n' 'empty: no recipient is accepted'
fault rcpthosts 'a\r\nb\n' 'a line ends in CR, which counts'
fault rcpthosts ' a\nb\n' 'a line begins with blanks, which count'
fault locals 'a\0b\n' 'contains NUL'
fault me 'a\r\n' 'a line ends in CR, which counts'
fault me 'a\nb\n' 'only the first line counts'
fault queuelifetime 'x\n' 'not a number, the default counts'
fault queuelifetime '\0555\n' 'not a number, the default counts'
fault queuelifetime '' 'empty, the default counts'
fault queuelifetime '2147483648\n' 'the number is too large for other qmails'
fault virtualdomains 'a\n' 'a line without a colon, which is ignored'
fault morercpthosts.cdb 'x' 'protocol error'
: > "$C/doublebounceto"
exits 0 'an empty doublebounceto is meant' qmail-showctl -c
rm "$C/doublebounceto"
mkdir "$C/locals.d" && mv "$C/locals" "$T/locals" && mkdir "$C/locals"
show -c
is 'a folder' "$code $(cat "$T/out")" '1 warning: control/locals: is a directory
warning: control/locals.d: unknown'
rmdir "$C/locals" "$C/locals.d" && mv "$T/locals" "$C/locals"
exits 100 'unknown option' qmail-showctl -x
mv "$C" "$T/away"
exits 111 'no control' qmail-showctl
mv "$T/away" "$C"
done_testing
