/*
 * phrase.h: the sentences about a peer (protocols.md 3.1, 3.2).
 */
#ifndef REMOTE_PHRASE_H
#define REMOTE_PHRASE_H

#include "lib/buf.h"
#include "remote/dialogue.h"

enum phrase {
	PHRASE_GREETING, PHRASE_HELO, PHRASE_NO_LOGIN, PHRASE_LOGIN,
	PHRASE_NO_UTF8, PHRASE_MAIL, PHRASE_RCPT, PHRASE_GIVING_UP,
	PHRASE_DATA, PHRASE_FINAL, PHRASE_ACCEPTED, PHRASE_DIED,
	PHRASE_DIED_LATE, PHRASES
};

/* The sentence into b (replaced), with the peer's last reply if it has one. */
void phrase_fmt(enum phrase p, const struct dialogue *d, struct buf *b);

#endif
