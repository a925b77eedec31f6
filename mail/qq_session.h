/*
 * qq_session.h: several messages for one qmail-queue, which our own clients
 * and our own qmail-queue agree upon (design.md 6); both ends include it.
 *
 * The client starts qmail-queue as the contract says and, beyond it, gives it
 * one end of an AF_UNIX stream as descriptor QQ_SESSION_FD.  A qmail-queue
 * that knows sessions says hello there: which file it was started from, for a
 * wrapper in its place must be asked about every message.  Other programs
 * ignore the descriptor, do their job and exit.
 *
 *	hello	queue	QQ_HELLO_MAGIC, device and number of the program's file
 *	reply	queue	after each message: exit code, process
 *	frames	client	the second and all further messages: head, bytes
 *
 * The first message comes by descriptors 0 and 1.  Only when it is queued is
 * there a reply; else the exit code says why not.  In frames a message is any
 * number of QQ_FRAME_MESSAGE, then of QQ_FRAME_ENVELOPE with the bytes that
 * descriptor 1 would have, then QQ_FRAME_END; or QQ_FRAME_ABORT anywhere.
 * qmail-queue reads all of it, whatever comes of it, and then replies.  It
 * exits when the client closes its end.  Nothing in it grows, so nothing but
 * the 24 hours of each message limits a session.
 *
 * Numbers go with their highest byte first.  Each side takes the other's bytes
 * for a stranger's.  No heap: the set-uid program uses it.
 */
#ifndef MAIL_QQ_SESSION_H
#define MAIL_QQ_SESSION_H

#include <sys/types.h>

#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "mail/qq_exit.h"

#define QQ_SESSION_FD 7		/* of qmail-queue: 4 and 6 have a meaning */
#define QQ_HELLO_MAGIC "qqsession 1\n"
#define QQ_HELLO_SIZE 28	/* 12 + 8 + 8 */
#define QQ_REPLY_SIZE 8		/* 'R', code, 2 bytes of 0, 4 of pid */
#define QQ_FRAME_SIZE 4		/* a head: type, 3 bytes of length */
#define QQ_FRAME_MAX 0xffffff	/* bytes behind a head */

static_assert(QQ_HELLO_SIZE == sizeof(QQ_HELLO_MAGIC) - 1 + 8 + 8,
    "magic and two numbers");

enum qq_frame_type {
	QQ_FRAME_MESSAGE = 'M',
	QQ_FRAME_ENVELOPE = 'E',
	QQ_FRAME_END = '.',	/* of length 0, like the next */
	QQ_FRAME_ABORT = '!'
};

struct qq_hello {
	uint64_t dev, ino;
};

struct qq_frame {
	enum qq_frame_type type;
	size_t len;		/* bytes that follow */
};

struct qq_reply {
	int code;		/* enum qq_exit, or of later versions */
	uint32_t pid;
};

void qq_hello_put(const struct qq_hello *h, char p[QQ_HELLO_SIZE]);
void qq_frame_put(const struct qq_frame *f, char p[QQ_FRAME_SIZE]);
void qq_reply_put(const struct qq_reply *r, char p[QQ_REPLY_SIZE]);

/* 0, or -1 with EPROTO. */
MUST_CHECK int qq_hello_scan(const char p[QQ_HELLO_SIZE], struct qq_hello *h);
MUST_CHECK int qq_frame_scan(const char p[QQ_FRAME_SIZE], struct qq_frame *f);
MUST_CHECK int qq_reply_scan(const char p[QQ_REPLY_SIZE], struct qq_reply *r);

#endif
