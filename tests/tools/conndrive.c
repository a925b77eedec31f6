/*
 * conndrive: many TCP connections, to see how a server bears them.
 *	usage: conndrive [-ekr] [-H held] [-p parallel] [-i localip] ip port n
 * First opens `held` connections that stay and say nothing more, then makes n
 * more, `parallel` at a time, each until its end.  -e: the server is one that
 * answers: a connection sends a line and counts once a byte has come back.
 * -r: a connection is reset as soon as it is there.
 * Prints one line when through:
 *	held H served N refused R failed F rate PER-SECOND median US p99 US
 * served: a byte came; refused: the end came first.  With -k it then waits
 * for the end of its standard input before the held ones are closed.
 * exits  0; 100 usage; 111
 */
#include <sys/resource.h>
#include <sys/socket.h>

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/mem.h"
#include "lib/net.h"
#include "lib/prog.h"
#include "tests/tools/argnumber.h"

#define USAGE "conndrive [-ekr] [-H held] [-p parallel] [-i localip] " \
	"ip port n"
#define LOTS 1000000
#define PATIENCE_MS 60000	/* for anything to happen at all */

struct slot {
	int64_t since_us;
	bool connected, served, stays;
};

static bool echoes, keeps, resets;
static size_t held, parallel = 1, total;
static struct ip local;
static bool has_local;
static struct net_peer server;
static struct slot *slots;
static struct pollfd *fds;
static int64_t *took_us;
static size_t served, refused, failed, holding;

static int64_t
now_us(void)
{
	struct timespec ts;

	if (clock_gettime(CLOCK_MONOTONIC, &ts) < 0)
		die_sys("no clock");
	return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

static void
start(size_t i, bool stays)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int fd = net_socket(ip_is_v4(&server.ip) ? AF_INET : AF_INET6,
	    SOCK_STREAM);

	if (fd < 0 || fd_set_nonblock(fd) < 0)
		die_sys("unable to create socket");
	if (has_local) {
		ip_to_sockaddr(&local, 0, &ss, &len);
		if (bind(fd, (struct sockaddr *)&ss, len) < 0)
			die_sys("unable to bind");
	}
	slots[i] = (struct slot){ .since_us = now_us(), .stays = stays };
	fds[i] = (struct pollfd){ .fd = fd, .events = POLLOUT };
	ip_to_sockaddr(&server.ip, server.port, &ss, &len);
	if (connect(fd, (struct sockaddr *)&ss, len) < 0 &&
	    errno != EINPROGRESS)
		die_sys("unable to connect");
}

static void
finish(size_t i)
{
	struct slot *s = &slots[i];

	if (s->served || (!echoes && s->connected)) {
		if (!s->stays)
			took_us[served++] = now_us() - s->since_us;
	} else if (s->connected)
		refused++;
	else
		failed++;
	fd_close(&fds[i].fd);
}

/* Connected: what is left to wait for. */
static void
connected(size_t i)
{
	int error = 0;
	socklen_t len = sizeof(error);

	if (getsockopt(fds[i].fd, SOL_SOCKET, SO_ERROR, &error, &len) < 0 ||
	    error != 0) {
		finish(i);
		return;
	}
	slots[i].connected = true;
	fds[i].events = POLLIN;
	if (resets) {
		struct linger now = { .l_onoff = 1, .l_linger = 0 };
		if (setsockopt(fds[i].fd, SOL_SOCKET, SO_LINGER, &now,
		    sizeof(now)) < 0)
			die_sys("unable to set SO_LINGER");
		finish(i);
	} else if (echoes && send(fds[i].fd, "x\n", 2, MSG_NOSIGNAL) != 2)
		finish(i);
	else if (!echoes && slots[i].stays) {
		holding++;
		fds[i].fd = -1 - fds[i].fd;	/* poll(2) looks away */
	}
}

static void
readable(size_t i)
{
	char bytes[512];
	ssize_t n = read(fds[i].fd, bytes, sizeof(bytes));

	if (n <= 0) {
		finish(i);
		return;
	}
	slots[i].served = true;
	if (!echoes)
		return;			/* until its end */
	if (slots[i].stays) {
		holding++;
		fds[i].fd = -1 - fds[i].fd;
	} else
		finish(i);
}

/* Wait for something to happen to slots from..to-1, and take it. */
static void
step(size_t from, size_t to)
{
	int r = poll(fds + from, to - from, PATIENCE_MS);

	if (r < 0 && errno != EINTR)
		die_sys("unable to poll");
	if (r == 0)
		die_temp("nothing happened for a minute");
	for (size_t i = from; i < to; i++) {
		if (fds[i].fd < 0 || fds[i].revents == 0)
			continue;
		if (slots[i].connected)
			readable(i);
		else
			connected(i);
	}
}

static bool
is_done(size_t i)
{
	return fds[i].fd < 0;
}

/* Not all at once: the server's backlog is short. */
static void
hold_all(void)
{
	size_t next = 0, low = 0;

	while (low < held) {
		while (next < held && next - low < 16)
			start(next++, true);
		step(low, next);
		while (low < next && is_done(low))
			low++;
	}
}

static void
run_all(void)
{
	size_t begun = 0, running = 1;

	while (begun < total || running > 0) {
		running = 0;
		for (size_t i = held; i < held + parallel; i++) {
			if (is_done(i) && begun < total) {
				start(i, false);
				begun++;
			}
			running += !is_done(i);
		}
		if (running > 0)
			step(held, held + parallel);
	}
}

static int
by_size(const void *a, const void *b)
{
	int64_t x, y;

	memcpy(&x, a, sizeof(x));
	memcpy(&y, b, sizeof(y));
	return x < y ? -1 : x > y;
}

static void
report(int64_t us)
{
	char space[512];
	struct out out = OUT_INIT(1, space);
	struct { const char *name; uint64_t n; } list[] = {
		{ "held ", holding }, { " served ", served },
		{ " refused ", refused }, { " failed ", failed },
		{ " rate ", (uint64_t)((int64_t)served * 1000000 /
		    (us > 0 ? us : 1)) },
		{ " median ", 0 }, { " p99 ", 0 },
	};

	if (served > 0) {
		qsort(took_us, served, sizeof(*took_us), by_size);
		list[5].n = (uint64_t)took_us[served / 2];
		list[6].n = (uint64_t)took_us[served * 99 / 100];
	}
	for (size_t i = 0; i < NELEM(list); i++) {
		out_puts(&out, list[i].name);
		out_put_u64(&out, list[i].n);
	}
	out_putc(&out, '\n');
	if (out_flush(&out) < 0)
		die_sys("unable to print");
}

static void
make_room(void)
{
	size_t n = held + parallel;
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &r) < 0)
		die_sys("no limits");
	r.rlim_cur = r.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &r) < 0)
		die_sys("unable to raise the limit of descriptors");
	slots = mem_array(n, sizeof(*slots));
	fds = mem_array(n, sizeof(*fds));
	took_us = mem_array(total, sizeof(*took_us));
	for (size_t i = 0; i < n; i++)
		fds[i].fd = -1;
}

static void
take_option(int letter)
{
	switch (letter) {
	case 'e': echoes = true; return;
	case 'k': keeps = true; return;
	case 'r': resets = true; return;
	case 'H': held = arg_number(optarg, LOTS, USAGE); return;
	case 'p': parallel = arg_number(optarg, LOTS, USAGE); return;
	case 'i':
		has_local = true;
		if (ip_scan(view_of(optarg), &local) == 0)
			return;
	}
	die_usage(USAGE);
}

int
main(int argc, char **argv)
{
	int64_t since_us;
	char byte;
	int letter;

	prog_init("conndrive", oom_exit);
	while ((letter = getopt(argc, argv, "ekrH:p:i:")) != -1)
		take_option(letter);
	argv += optind;
	if (argc - optind != 3 || ip_scan(view_of(argv[0]), &server.ip) < 0)
		die_usage(USAGE);
	server.port = (unsigned)arg_number(argv[1], 65535, USAGE);
	total = arg_number(argv[2], LOTS, USAGE);
	make_room();
	hold_all();
	since_us = now_us();
	run_all();
	report(now_us() - since_us);
	while (keeps && read(0, &byte, 1) > 0)
		continue;
	return 0;
}
