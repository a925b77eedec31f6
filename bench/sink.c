/*
 * sink PORT STATSFILE DELAY_MS: an SMTP server that takes all mail and throws
 * it away, many connections in one process, each reply after DELAY_MS.  Counts
 * are in STATSFILE, mapped: struct stats.  Runs until it is killed.
 */
#include "bench/sink.h"

#include <sys/mman.h>
#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "bench/util.h"
#include "lib/fd.h"
#include "lib/prog.h"

#define CLIENTS_MAX 2000
#define TEXT_KEPT 4		/* bytes in which a final dot may begin */
#define IDLE_US 1000000u

struct stats {			/* bench/sink.py reads it */
	uint64_t messages, connections, recipients, open, open_max;
	uint64_t first_us, last_us;
	uint64_t open_us;	/* sum of open connections times time */
	uint64_t now_us;
};

struct client {
	int fd;			/* -1: gone */
	bool in_text, is_over;
	uint64_t due;		/* when reply goes out; 0: there is none */
	const char *reply;
	struct buf in;
};

static struct client clients[CLIENTS_MAX];
static struct pollfd polled[CLIENTS_MAX + 1];
static size_t nclients;
static volatile struct stats *stats;
static uint64_t delay_us, now_us;

static void
set_reply(struct client *c, const char *reply)
{
	c->reply = reply;
	c->due = now_us + delay_us;
}

static void
leave(struct client *c)
{
	close(c->fd);
	c->fd = -1;
	buf_free(&c->in);
}

/* Text up to its final dot: true when that was there. */
static bool
take_text(struct client *c)
{
	static const char dot[] = "\r\n.\r\n";
	size_t len = sizeof(dot) - 1;
	char *end = NULL;

	if (c->in.len >= 3 && memcmp(c->in.p, dot + 2, 3) == 0) {
		buf_drop(&c->in, 3);
		return true;
	}
	for (char *p = c->in.p; end == NULL && c->in.len >= len; p++) {
		size_t left = c->in.len - (size_t)(p - c->in.p);
		p = left < len ? NULL : memchr(p, '\r', left - len + 1);
		if (p == NULL)
			break;
		if (memcmp(p, dot, len) == 0)
			end = p + len;
	}
	if (end != NULL)
		buf_drop(&c->in, (size_t)(end - c->in.p));
	else if (c->in.len > TEXT_KEPT)
		buf_drop(&c->in, c->in.len - TEXT_KEPT);
	return end != NULL;
}

static void
obey(struct client *c)
{
	switch (c->in.p[0] & ~0x20) {
	case 'E':
		set_reply(c, "250-sink.test\r\n250-PIPELINING\r\n"
		    "250 8BITMIME\r\n");
		return;
	case 'D':
		c->in_text = true;
		set_reply(c, "354 go\r\n");
		return;
	case 'Q':
		c->is_over = true;
		set_reply(c, "221 bye\r\n");
		return;
	case 'R':
		stats->recipients += (c->in.p[1] & ~0x20) == 'C';
		break;
	}
	set_reply(c, "250 ok\r\n");
}

/* The next thing in what was read: false when more has to come. */
static bool
take_input(struct client *c)
{
	char *lf;

	if (c->in_text) {
		if (!take_text(c))
			return false;
		c->in_text = false;
		stats->messages++;
		stats->last_us = now_us;
		set_reply(c, "250 ok\r\n");
		return true;
	}
	lf = memchr(c->in.p, '\n', c->in.len);
	if (lf == NULL)
		return false;
	obey(c);
	buf_drop(&c->in, (size_t)(lf - c->in.p) + 1);
	return true;
}

/* Send what is due and take what was read, until either has to wait. */
static void
work(struct client *c)
{
	do {
		if (c->due > now_us)
			return;
		if (c->due != 0)
			util_send(c->fd, c->reply, strlen(c->reply));
		c->due = 0;
		if (c->is_over) {
			leave(c);
			return;
		}
	} while (take_input(c));
}

static void
hear(struct client *c)
{
	char space[65536];
	ssize_t r = read(c->fd, space, sizeof(space));

	if (r <= 0)
		leave(c);
	else
		buf_put(&c->in, space, (size_t)r);
}

static void
welcome(int listener)
{
	int fd, one = 1;

	while (nclients < CLIENTS_MAX &&
	    (fd = accept(listener, NULL, NULL)) >= 0) {
		struct client *c = &clients[nclients++];
		(void)(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one,
		    sizeof(one)) < 0);	/* only slower */
		*c = (struct client){ .fd = fd, .in = BUF_INIT };
		set_reply(c, "220 sink.test ESMTP\r\n");
		work(c);
		stats->connections++;
		if (stats->first_us == 0)
			stats->first_us = now_us;
	}
}

static void
forget_gone(void)
{
	for (size_t i = 0; i < nclients;)
		if (clients[i].fd < 0)
			clients[i] = clients[--nclients];
		else
			i++;
}

static void
count(void)
{
	if (stats->now_us != 0)
		stats->open_us += stats->open * (now_us - stats->now_us);
	stats->now_us = now_us;
	stats->open = nclients;
	if (nclients > stats->open_max)
		stats->open_max = nclients;
}

/* Until when poll(2) may wait. */
static int
watch(int listener)
{
	uint64_t next = now_us + IDLE_US;

	polled[0] = (struct pollfd){ .fd = nclients < CLIENTS_MAX ?
	    listener : -1, .events = POLLIN };
	for (size_t i = 0; i < nclients; i++) {
		struct client *c = &clients[i];
		polled[i + 1] = (struct pollfd){ .fd = c->fd,
		    .events = c->due == 0 ? POLLIN : 0 };
		if (c->due != 0 && c->due < next)
			next = c->due;
	}
	return next <= now_us ? 0 : (int)((next - now_us + 999) / 1000);
}

static void
turn(int listener)
{
	int timeout = watch(listener);

	if (poll(polled, nclients + 1, timeout) < 0 && errno != EINTR)
		die_sys("poll");
	now_us = util_now_us();
	for (size_t i = 0; i < nclients; i++) {
		struct client *c = &clients[i];
		short events = polled[i + 1].revents;
		if ((events & POLLIN) != 0)
			hear(c);
		else if ((events & (POLLERR | POLLHUP)) != 0)
			leave(c);
		if (c->fd >= 0)
			work(c);
	}
	forget_gone();
	if (polled[0].revents != 0)
		welcome(listener);
	count();
}

static int
listen_on(unsigned port)
{
	struct sockaddr_in sa = { .sin_family = AF_INET };
	int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;

	sa.sin_port = htons((uint16_t)port);
	sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || fd_set_nonblock(fd) < 0 || setsockopt(fd, SOL_SOCKET,
	    SO_REUSEADDR, &one, sizeof(one)) < 0 || bind(fd,
	    (struct sockaddr *)&sa, sizeof(sa)) < 0 || listen(fd, 4096) < 0)
		die_sys("unable to listen");
	return fd;
}

void
sink_run(char **args)
{
	int listener = listen_on((unsigned)util_number(args[0], 65535));
	int fd = open(args[1], O_RDWR | O_CREAT, 0666);

	delay_us = util_number(args[2], 60000) * 1000;
	if (fd < 0 || ftruncate(fd, sizeof(*stats)) < 0)
		die_sys("unable to create ", args[1]);
	stats = mmap(NULL, sizeof(*stats), PROT_READ | PROT_WRITE, MAP_SHARED,
	    fd, 0);
	if (stats == MAP_FAILED)
		die_sys("unable to map ", args[1]);
	now_us = util_now_us();
	for (;;)
		turn(listener);
}
