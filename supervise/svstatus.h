/*
 * svstatus.h: DIR/supervise/status, written by supervise, read by svstat and
 * by daemontools' (supervise.md 1.1).
 *
 * The first 18 bytes are daemontools'.  A service that uses one of our
 * extensions has more bytes behind (supervise.md 9):
 *	18	enum svphase	(daemontools-encore)
 *	19	1: wanted once	(daemontools-encore)
 *	20-39	the same 20 bytes for the logger that supervise runs itself
 *		(svlogger.h; daemontools-encore); 0 without one
 *	40	enum svready
 *	41	how the last run ended: 0 it did not, 1 exited, 2 killed
 *	42	its exit code or signal
 *	43	0
 *	44-55	TAI64N label of the moment it became ready
 */
#ifndef SUPERVISE_SVSTATUS_H
#define SUPERVISE_SVSTATUS_H

#include <sys/types.h>

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/tai.h"

#define SVSTATUS_SIZE 18	/* bytes; readers accept more */
#define SVSTATUS_EXTENDED_SIZE 56

enum svwant {
	SVWANT_ONCE = 0,	/* started once, not again */
	SVWANT_UP = 'u',
	SVWANT_DOWN = 'd'
};

enum svphase {
	SVPHASE_STOPPED,
	SVPHASE_STARTING,	/* S/start runs */
	SVPHASE_STARTED,	/* between two runs */
	SVPHASE_RUNNING,
	SVPHASE_STOPPING,	/* S/finish or S/stop runs */
	SVPHASE_FAILED,		/* not started again by itself */
	SVPHASE_MAX
};

enum svready {
	SVREADY_NO,
	SVREADY_YES,
	SVREADY_UNTOLD,		/* has no notification-fd */
	SVREADY_MAX
};

enum svend { SVEND_NONE, SVEND_EXITED, SVEND_KILLED, SVEND_MAX };

struct svstatus {
	struct tai since;	/* last start or death */
	pid_t pid;		/* of run; 0: down */
	bool paused;
	enum svwant want;
	bool extended;		/* what follows is in the file */
	enum svphase phase;
	enum svready ready;
	struct tai ready_since;
	enum svend end;
	unsigned char end_code;
	bool has_logger;
	pid_t logger_pid;	/* 0: down */
	struct tai logger_since;
};

/* Returns the number of bytes: one of the sizes above. */
size_t svstatus_pack(const struct svstatus *s,
    unsigned char p[SVSTATUS_EXTENDED_SIZE]);
/* From len bytes: 0, or -1 (EPROTO): too few, or a pid nobody can have. */
MUST_CHECK int svstatus_unpack(const unsigned char *p, size_t len,
    struct svstatus *s);
/* Of the runtime folder base (svdir.h): 0; -1 with errno, EPROTO as above. */
MUST_CHECK int svstatus_read(const char *base, struct svstatus *s);
/* Replace it: 0, or -1 with errno. */
MUST_CHECK int svstatus_write(const char *base, const struct svstatus *s);

#endif
