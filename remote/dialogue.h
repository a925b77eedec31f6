/*
 * dialogue.h: one SMTP connection: commands out, replies in, each within the
 * time limit.  It knows nothing of messages; several may go over it.
 *
 * Commands may be said one after another before their replies are read
 * (RFC 2920): dialogue_say() gathers them, the first dialogue_reply() sends
 * all of them in one piece.
 */
#ifndef REMOTE_DIALOGUE_H
#define REMOTE_DIALOGUE_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/deadline.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "mail/smtp_reply.h"

#define DIALOGUE_OUT_SIZE (8 * IO_SIZE)	/* bytes sent at once */

struct dialogue {
	int fd;			/* -1: not connected */
	int limit_s;		/* for one command with its whole reply */
	struct ip ip;
	char ip_text[IP_FMT_MAX];
	struct deadline until;	/* of the step under way */
	struct in in;
	struct out out;
	struct smtp_reply reply;	/* the last one */
	/* what EHLO offered */
	bool has_pipelining, has_utf8;
	/* what went over it so far */
	unsigned nmessages;	/* MAIL commands */
	bool is_open;		/* a transaction is begun and not over */
	bool is_leaving;	/* 421, or out of step: no more messages */
	bool is_timed;		/* the socket has a limit of its own */
	char in_space[IO_SIZE];
	char out_space[DIALOGUE_OUT_SIZE];
};

void dialogue_init(struct dialogue *d, int limit_s);
/* Start on the connected descriptor, which dialogue_close() closes. */
void dialogue_open(struct dialogue *d, int fd, const struct ip *ip);
void dialogue_close(struct dialogue *d);	/* nothing if not open */
void dialogue_free(struct dialogue *d);

/* A step begins: command, text or reply have limit_s from now. */
void dialogue_begin(struct dialogue *d);
/*
 * Flush what is waiting and read one reply into d->reply: 0, or -1 with errno:
 * the connection is of no use any more (EPIPE: closed by the peer; EPROTO: a
 * reply without end).
 */
MUST_CHECK int dialogue_reply(struct dialogue *d);
/* Put a command line together, for dialogue_reply() to send. */
#define dialogue_say(d, ...) \
	dialogue_say_words((d), (const char *const[]){ __VA_ARGS__, NULL })
void dialogue_say_words(struct dialogue *d, const char *const *words);
/* dialogue_begin(), a command line, dialogue_reply(). */
#define dialogue_ask(d, ...) \
	dialogue_ask_words((d), (const char *const[]){ __VA_ARGS__, NULL })
MUST_CHECK int dialogue_ask_words(struct dialogue *d,
    const char *const *words);
/*
 * Whether the peer said nothing since its last reply: what it says now would
 * be taken for the reply to the next command.
 */
bool dialogue_is_quiet(struct dialogue *d);
/*
 * More replies are to come: a peer that sends each by itself holds the next one
 * back until we have acknowledged the last, which we put off.
 */
void dialogue_hurry(const struct dialogue *d);
/* QUIT, whose reply nobody waits for, and close; nothing if not open. */
void dialogue_quit(struct dialogue *d);

#endif
