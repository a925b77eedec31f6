/*
 * smtp PORT SESSIONS COUNT PER_CONNECTION MESSAGE SENDER RECIPIENT: send COUNT
 * messages to 127.0.0.1 over SESSIONS connections at a time, waiting for each
 * reply (no pipelining).  MESSAGE is a file ready for the wire, final dot and
 * all; {} in RECIPIENT counts from 0 to 9.
 */
#include "bench/smtp.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "bench/util.h"
#include "lib/prog.h"

#define SESSIONS_MAX 1000
#define USERS 10
#define REFUSED_MAX 1000
#define LIMIT_US 300000000u	/* of the whole run */

enum step { GREETING, HELO, MAIL, RCPT, DATA, TEXT, QUIT };

struct session {
	int fd;			/* -1: none */
	enum step step;		/* whose reply is awaited */
	uint64_t left;		/* messages */
	size_t have;
	char line[2048];
};

static struct session sessions[SESSIONS_MAX];
static struct pollfd polled[SESSIONS_MAX];
static struct buf message, words;
static const char *sender, *recipient;
static unsigned port;
static uint64_t total, per, given, number;
static uint64_t ok, bad, connections, refused;

static void
leave(struct session *s)
{
	close(s->fd);
	s->fd = -1;
}

static void
begin(struct session *s)
{
	s->fd = util_connect(port);
	if (s->fd < 0) {
		refused++;
		util_sleep_us(1000);
		return;
	}
	connections++;
	s->left = per < total - given ? per : total - given;
	given += s->left;
	s->step = GREETING;
	s->have = 0;
}

static void
say(struct session *s, const char *verb, const char *arg)
{
	buf_clear(&words);
	buf_cat(&words, verb, arg, *arg == '\0' ? "\r\n" : ">\r\n");
	util_send(s->fd, words.p, words.len);
	s->step++;
}

static void
say_rcpt(struct session *s)
{
	struct buf to = BUF_INIT;

	util_subst(view_of(recipient), number++ % USERS, &to);
	say(s, "RCPT TO:<", to.p);
	buf_free(&to);
}

/* A good reply came: what is said next. */
static void
go_on(struct session *s)
{
	switch (s->step) {
	case GREETING:
		say(s, "HELO bench.test", "");
		break;
	case HELO:
		say(s, "MAIL FROM:<", sender);
		break;
	case MAIL:
		say_rcpt(s);
		break;
	case RCPT:
		say(s, "DATA", "");
		break;
	case DATA:
		util_send(s->fd, message.p, message.len);
		s->step = TEXT;
		break;
	case TEXT:
		ok++;
		if (--s->left > 0) {
			s->step = HELO;
			say(s, "MAIL FROM:<", sender);
		} else
			say(s, "QUIT", "");
		break;
	case QUIT:
		leave(s);
		break;
	}
}

static void
take_line(struct session *s)
{
	bool is_last = s->have < 4 || s->line[3] != '-';
	char digit = s->line[0];

	if (!is_last)
		return;
	if (digit == '2' || digit == '3') {
		go_on(s);
		return;
	}
	bad += s->left;
	leave(s);
}

static void
hear(struct session *s)
{
	ssize_t r = read(s->fd, s->line + s->have, sizeof(s->line) - s->have);
	char *lf;

	if (r <= 0) {
		bad += s->left;
		leave(s);
		return;
	}
	s->have += (size_t)r;
	while (s->fd >= 0 && (lf = memchr(s->line, '\n', s->have)) != NULL) {
		size_t used = (size_t)(lf - s->line) + 1;
		take_line(s);
		s->have -= used;
		memmove(s->line, s->line + used, s->have);
	}
}

/* Open what may be open; how many are. */
static size_t
prepare(size_t nsessions)
{
	size_t active = 0;

	for (size_t i = 0; i < nsessions; i++) {
		struct session *s = &sessions[i];
		if (s->fd < 0 && given < total && refused < REFUSED_MAX)
			begin(s);
		polled[i] = (struct pollfd){ .fd = s->fd, .events = POLLIN };
		active += s->fd >= 0;
	}
	return active;
}

void
smtp_run(char **args)
{
	size_t n = (size_t)util_number(args[1], SESSIONS_MAX);
	uint64_t start;

	message = words = (struct buf)BUF_INIT;
	port = (unsigned)util_number(args[0], 65535);
	total = util_number(args[2], 10000000);
	per = util_number(args[3], 10000000);
	util_slurp(args[4], &message);
	sender = args[5];
	recipient = args[6];
	for (size_t i = 0; i < n; i++)
		sessions[i].fd = -1;
	start = util_now_us();
	while (prepare(n) > 0 || (given < total && refused < REFUSED_MAX)) {
		if (util_now_us() - start > LIMIT_US)
			break;
		if (poll(polled, n, 1000) < 0 && errno != EINTR)
			die_sys("poll");
		for (size_t i = 0; i < n; i++)
			if (sessions[i].fd >= 0 && polled[i].revents != 0)
				hear(&sessions[i]);
	}
	util_result("us", util_now_us() - start, "ok", ok, "bad",
	    bad + (total - given), "connections", connections, NULL);
}
