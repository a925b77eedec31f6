/*
 * logdir.h: one rotated log of multilog: a folder with current, @label.s files
 * and, with a processor, state (supervise.md 4.1).
 *
 * Writing never fails: trouble is a warning and a pause until it is over, so
 * the input waits and nothing is lost.  Bytes collect in memory until
 * logdir_flush().
 */
#ifndef SUPERVISE_LOGDIR_H
#define SUPERVISE_LOGDIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/view.h"

#define LOGDIR_SIZE_MIN 4096
#define LOGDIR_SIZE_MAX 16777215
#define LOGDIR_LARGE_MAX INT32_MAX	/* for who asks for it by S */
#define LOGDIR_SUFFIX "s"
#define LOGDIR_SUFFIX_MAX 32	/* bytes */
#define LOGDIR_SIZE 99999	/* default: bytes of current before rotation */
#define LOGDIR_COUNT_MIN 2
#define LOGDIR_COUNT 10		/* default: files, current included */
#define LOGDIR_SPACE 65536	/* bytes that may wait in memory */

struct logdir {
	const char *dir;
	const char *processor;	/* for sh -c, or NULL */
	const char *suffix;	/* of files that were finished safely */
	uint64_t max;		/* size */
	uint64_t count;
	/* called first by each rotation: all else that waits can be written */
	void (*before_rotation)(void *owner);
	void *owner;
	int lock_fd;
	int fd;			/* current */
	uint64_t bytes;		/* in current, waiting ones included */
	size_t waiting;
	char space[LOGDIR_SPACE];
};

/* Lock it and bring it in order after whatever happened.  Dies (111). */
void logdir_open(struct logdir *d);
void logdir_put(struct logdir *d, struct view bytes);
void logdir_newline(struct logdir *d);	/* end of a line */
bool logdir_is_full(const struct logdir *d);	/* to be rotated after a line */
void logdir_flush(struct logdir *d);	/* to the file */
void logdir_rotate(struct logdir *d);	/* now, unless current is empty */
void logdir_close(struct logdir *d);	/* durable, mode 0744 */

#endif
