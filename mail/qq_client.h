/*
 * qq_client.h: hand one message to qmail-queue, or to $QMAILQUEUE
 * (programs.md 1.3).
 *
 *	struct qq qq;
 *	if (qq_open(&qq) < 0) ... errno: pipe or fork trouble
 *	qq_put(&qq, ...);			the message, any number of times
 *	qq_sender(&qq, sender);			once: ends the message
 *	qq_recipient(&qq, r);			each
 *	verdict = qq_close(&qq);		"" queued; else Dtext or Ztext
 *
 * A client with several messages says qq_open_session() in the place of
 * qq_open() for each, on a struct that began as QQ_INIT; our own qmail-queue
 * then stays for all of them (mail/qq_session.h), any other program is run for
 * each.  qq_end() when there is no more; exiting does as well.
 *
 * qq_fail() at any time before qq_close() makes qmail-queue drop the message.
 * Errors are sticky and come out of qq_close().  Writing to a queue program
 * that died does not kill the client: SIGPIPE must be ignored (prog's affair).
 * The child's current directory is CONF_HOME.
 */
#ifndef MAIL_QQ_CLIENT_H
#define MAIL_QQ_CLIENT_H

#include <sys/types.h>

#include <stdbool.h>
#include <stddef.h>

#include "lib/attr.h"
#include "lib/io.h"
#include "lib/view.h"
#include "mail/qq_exit.h"
#include "mail/qq_session.h"

struct qq {
	pid_t pid;		/* of the child: "qp" for users */
	struct out message, envelope;
	int error_fd;		/* custom text comes here */
	bool has_failed;	/* the client chose to fail, or writing did */
	int session_fd;		/* -1: no session is offered or goes on */
	bool is_kept;		/* it has begun: all goes to message, framed */
	bool may_keep, knows_leases;	/* control/leases allows it; is read */
	enum qq_frame_type frame;	/* the open one ... */
	size_t frame_at;	/* ... the place of its head in message */
	bool has_frame;		/* there is an open one */
	char text[1 + QQ_CUSTOM_MAX + 1];
	char message_space[IO_SIZE];
	char envelope_space[1024];
};

#define QQ_INIT { .session_fd = -1 }

/* $QMAILQUEUE, not empty, stands in the place of qmail-queue. */
bool qq_is_replaced(void);
MUST_CHECK int qq_open(struct qq *qq);	/* 0, -1 with errno */
MUST_CHECK int qq_open_session(struct qq *qq);
void qq_put(struct qq *qq, const void *p, size_t len);
void qq_puts(struct qq *qq, const char *s);
void qq_putv(struct qq *qq, struct view v);
void qq_fail(struct qq *qq);
void qq_sender(struct qq *qq, struct view sender);
void qq_recipient(struct qq *qq, struct view recipient);
/*
 * Finish: "" when the message is queued; else the text with its first letter,
 * in qq->text, without CR, LF or control bytes.  Closes and reaps everything
 * but a session that goes on.
 */
const char *qq_close(struct qq *qq);
/* Let a qmail-queue that stayed go, and reap it. */
void qq_end(struct qq *qq);
/*
 * The next message is another client's: nothing of this one's is left, and
 * whether a qmail-queue may stay is looked up anew.
 */
void qq_forget_client(struct qq *qq);

#endif
