/*
 * io_core.h: buffered reading and writing of descriptors, with time limits:
 * the part of lib/io.h that needs no heap, for the set-uid program.
 *
 * struct in and struct out wrap a descriptor and the caller's array; neither
 * owns either.  Both are sticky: the first error stays inside (in_error(),
 * out_error(), an errno value), later calls do nothing, and out_flush() or
 * out_sync() report it once.
 *
 * Time limits: idle_s is how long one wait for the peer may take (0: for
 * ever); deadline, when set, bounds the whole conversation and may be shared
 * by several in and out.  Either passing gives ETIMEDOUT.  With a limit the
 * call is tried without waiting first (recv, send with MSG_DONTWAIT on
 * sockets), and poll(2) only follows when it would have blocked.
 * EINTR restarts.  SIGPIPE is the program's affair (sig_ignore).
 */
#ifndef LIB_IO_CORE_H
#define LIB_IO_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/deadline.h"
#include "lib/view.h"

#define IO_SIZE 8192		/* the usual array: two pages */

struct out {
	int fd;
	char *p;		/* the array */
	size_t size;		/* its length */
	size_t len;		/* bytes waiting in it */
	int error;		/* sticky errno, 0 = fine */
	int idle_s;
	const struct deadline *deadline;	/* NULL: none */
	bool not_socket;	/* learned: send(2) gave ENOTSOCK */
};

struct in {
	int fd;
	char *p;
	size_t size;
	size_t pos, end;	/* unread bytes are p[pos..end) */
	int error;
	bool eof;
	int idle_s;
	const struct deadline *deadline;
	struct out *flush_first;	/* NULL, or flushed before read(2) */
	bool not_socket;
	bool is_patient;	/* a socket with SO_RCVTIMEO within the limits:
				 * recv(2) does the waiting */
};

#define IN_INIT(descriptor, array) \
	{ .fd = (descriptor), .p = (array), .size = sizeof(array) }
#define OUT_INIT(descriptor, array) \
	{ .fd = (descriptor), .p = (array), .size = sizeof(array) }

/* ---- reading ---- */

/* Next byte 0..255, or -1 at end of input or on error (in_error() tells). */
int in_getc(struct in *in);
int in_peekc(struct in *in);		/* the same, left unread */

/*
 * What is buffered now, after filling the array when it was empty: view of at
 * least one byte, valid until the next call; consumed by in_skip().
 * Returns 1, 0 at end of input, -1 with errno.
 */
MUST_CHECK int in_peek(struct in *in, struct view *v);
void in_skip(struct in *in, size_t n);	/* n <= the view's length */
/*
 * Fill the array of a fresh in from a regular file: a short read is its end,
 * which then needs no read(2) of its own.  Errors show on the next call.
 */
void in_preload(struct in *in);

/* Exactly n bytes into p: 1; 0: end at once; -1 errno (EPIPE: end inside). */
MUST_CHECK int in_get(struct in *in, void *p, size_t n);

/* Skip to after the next LF: 1, 0 at end of input first, -1 with errno. */
MUST_CHECK int in_skip_line(struct in *in);
static inline int
in_error(const struct in *in)
{
	return in->error;
}

static inline size_t
in_buffered(const struct in *in)
{
	return in->end - in->pos;
}

/* ---- writing ---- */

void out_put(struct out *out, const void *p, size_t len);
void out_putc(struct out *out, int c);
void out_puts(struct out *out, const char *s);
void out_putv(struct out *out, struct view v);
void out_put_u64(struct out *out, uint64_t n);
#define out_cat(out, ...) \
	out_put_strings((out), (const char *const[]){ __VA_ARGS__, NULL })
void out_put_strings(struct out *out, const char *const *s);

MUST_CHECK int out_flush(struct out *out);	/* 0, or -1 with errno */
MUST_CHECK int out_sync(struct out *out);	/* out_flush(), then fsync(2) */

static inline int
out_error(const struct out *out)
{
	return out->error;
}

/*
 * All of in to out: 0 at the end of input, -1 with errno when reading failed.
 * Writing stays sticky in out; copying stops early when it failed.
 */
MUST_CHECK int io_copy(struct out *out, struct in *in);

/* write(2) all of it, restarting; 0, or -1 with errno.  No time limit. */
MUST_CHECK int io_write_all(int fd, const void *p, size_t len);

#endif
