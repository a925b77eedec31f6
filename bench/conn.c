/*
 * conn PORT AT_ONCE COUNT SEND: open COUNT connections to 127.0.0.1, AT_ONCE
 * at a time; when the server has spoken, send SEND and CR LF (empty: nothing);
 * read to the end.
 */
#include "bench/conn.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "bench/util.h"
#include "lib/prog.h"

#define AT_ONCE_MAX 1000
#define LIMIT_US 120000000u

static struct line {
	int fd;
	bool has_heard;
} lines[AT_ONCE_MAX];
static struct pollfd polled[AT_ONCE_MAX];
static struct buf words;
static unsigned port;
static uint64_t total, given, ok, bad;

static size_t
prepare(size_t at_once)
{
	size_t active = 0;

	for (size_t i = 0; i < at_once; i++) {
		if (lines[i].fd < 0 && given < total) {
			given++;
			lines[i].has_heard = false;
			lines[i].fd = util_connect(port);
			bad += lines[i].fd < 0;
		}
		polled[i] = (struct pollfd){ .fd = lines[i].fd,
		    .events = POLLIN };
		active += lines[i].fd >= 0;
	}
	return active;
}

static void
hear(struct line *l)
{
	char space[2048];
	ssize_t r = read(l->fd, space, sizeof(space));

	if (r > 0) {
		if (!l->has_heard && words.len > 0)
			util_send(l->fd, words.p, words.len);
		l->has_heard = true;
		return;
	}
	if (words.len > 0 && !l->has_heard)
		bad++;
	else
		ok++;
	close(l->fd);
	l->fd = -1;
}

void
conn_run(char **args)
{
	size_t at_once = (size_t)util_number(args[1], AT_ONCE_MAX);
	uint64_t start;

	words = (struct buf)BUF_INIT;
	port = (unsigned)util_number(args[0], 65535);
	total = util_number(args[2], 10000000);
	if (*args[3] != '\0')
		buf_cat(&words, args[3], "\r\n");
	for (size_t i = 0; i < at_once; i++)
		lines[i].fd = -1;
	start = util_now_us();
	while ((prepare(at_once) > 0 || given < total) &&
	    util_now_us() - start < LIMIT_US) {
		if (poll(polled, at_once, 1000) < 0 && errno != EINTR)
			die_sys("poll");
		for (size_t i = 0; i < at_once; i++)
			if (lines[i].fd >= 0 && polled[i].revents != 0)
				hear(&lines[i]);
	}
	util_result("us", util_now_us() - start, "ok", ok, "bad", bad, NULL);
}
