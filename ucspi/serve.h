/*
 * serve.h: what tcpserver's child does with one connection, from the banner
 * to the exec of the program.
 *
 * It may run after vfork(2), in memory that is the parent's, which is why the
 * parent gives it an arena (lib/mem.h).  When it has to wait for somebody
 * (serve_has_to_wait()) it needs fork(2).  When the program is a process that
 * stays (ucspi/stay.h) there is no child, and a lane does this itself.
 */
#ifndef UCSPI_SERVE_H
#define UCSPI_SERVE_H

#include <sys/types.h>

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/env.h"
#include "ucspi/limits.h"
#include "ucspi/proxy.h"
#include "ucspi/rules_file.h"
#include "ucspi/tcpenv.h"

enum verbosity { SAY_NOTHING, SAY_ERRORS, SAY_ALL };

struct serve {			/* the options that concern a connection */
	char **prog;
	const char *banner;	/* NULL: none */
	struct rules_file *rules;	/* NULL: none */
	const char *local_host;	/* NULL: look up */
	const char *refusal;	/* for clients beyond a limit; NULL: none */
	const char *interface;	/* NULL: none */
	bool rules_may_lack;
	bool remote_host, paranoid, ident;	/* look these up */
	bool keep_routes;	/* IP source-route options */
	bool mapped;		/* -6: call IPv4 peers IPv6 */
	bool proxy;		/* expect a PROXY header */
	int ident_s;
	int names_s;		/* for all questions to the DNS together */
	size_t per_host;	/* -C; 0: no limit */
	enum verbosity say;
};

struct conn {
	int fd;
	uint64_t seq;
	pid_t pid;		/* whose connection it is, in log lines */
	int offer;		/* for HANDOVER_FD of the program; -1: none */
	struct limits_entry *place;	/* ours among the live ones */
	struct rules_held *rules;	/* as they are now */
	struct tcpenv who;	/* its names point into the bufs */
	struct ip peer;		/* who connected: a relay, with PROXY */
	struct buf local_host, remote_host, info;
	struct buf key, data, name, line;
	struct env_list env;
	struct proxy proxy;
};

#define CONN_INIT { .fd = -1, .offer = -1, .local_host = BUF_INIT, \
	.remote_host = BUF_INIT, .info = BUF_INIT, .key = BUF_INIT, \
	.data = BUF_INIT, .name = BUF_INIT, .line = BUF_INIT, \
	.env = ENV_LIST_INIT, .proxy = PROXY_INIT }

bool serve_has_to_wait(const struct serve *s);
/* After fork(2): the parent's handlers are not for its child. */
void serve_reset_signals(void);
/*
 * All that comes before the program, for c->pid: 0, and c->env is its
 * environment; or the exit code of who does not come in: 100 (denied), 111.
 */
MUST_CHECK int serve_prepare(const struct serve *s, struct limits *l,
    struct conn *c);
/* In the child: that, and the program; or an exit. */
noreturn void serve(const struct serve *s, struct limits *l, struct conn *c);
void serve_free(struct conn *c);

/* `tcpserver: VERDICT PID HOST:IP:PORT HOST:IP:INFO:PORT` when SAY_ALL. */
void serve_log(const struct serve *s, struct conn *c, const char *verdict);
/* The local end, from the socket: 0, -1 with errno. */
MUST_CHECK int serve_find_local(struct conn *c);
/* Tell a client that a limit is reached, if there is a text for it. */
void serve_refuse(const struct serve *s, struct conn *c, const char *limit);

#endif
