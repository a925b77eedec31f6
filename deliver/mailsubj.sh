#!/bin/sh
# mailsubj: mail standard input under a subject.
#	usage: mailsubj subject recipient [ ... ]
# Line ends in the arguments become spaces: they would begin other fields.
# exits as qmail-inject; 100 usage
if [ $# -lt 2 ]; then
	echo 'mailsubj: usage: mailsubj subject recipient [ ... ]' >&2
	exit 100
fi
# qmail-inject of the same installation, else of PATH
bin=${0%/*}
if [ "$bin" != "$0" ] && [ -x "$bin/qmail-inject" ]; then
	PATH=$bin:$PATH
fi
one_line() { printf '%s' "$1" | tr '\r\n' '  '; }
{
	printf 'Subject: %s\n' "$(one_line "$1")"
	shift
	between='To: '
	for recipient do
		printf '%s%s' "$between" "$(one_line "$recipient")"
		between=',
  '
	done
	printf '\n\n'
	cat
} | qmail-inject
