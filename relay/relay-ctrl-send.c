/*
 * relay-ctrl-send: tell other hosts that this address may relay, then go on.
 *	usage: relay-ctrl-send [ program ... ]
 * runs   as the user who logged in, like relay-ctrl-allow
 * sends  UDP (relay/datagram.h) to RELAY_CTRL_REMOTES, RELAY_CTRL_TRIES times
 *        RELAY_CTRL_TIMEOUT seconds apart to those that have not answered; the
 *        program does not wait for it
 * exits  as the program; without one 0 when all have answered; 111 they have
 *        not, no TCPREMOTEIP, no RELAY_CTRL_REMOTES, exec failure
 */
#include <sys/socket.h>
#include <sys/wait.h>

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/net.h"
#include "lib/num.h"
#include "relay/datagram.h"
#include "relay/note.h"
#include "relay/remotes.h"
#include "relay/store.h"

#define TRIES 5
#define TIMEOUT_S 1
#define TRIES_MAX 100
#define TIMEOUT_MAX_S 60

struct round {			/* who has not answered yet */
	struct pollfd fds[RELAY_REMOTES_MAX];
	size_t len, waiting;
	struct buf request;
};

static uint64_t
number(const char *name, uint64_t max, uint64_t otherwise)
{
	const char *s = env_get(name);
	uint64_t n;

	if (s == NULL || num_scan(view_of(s), max, &n) < 0 || n == 0)
		return otherwise;
	return n;
}

static int
connect_to(const struct relay_remote *r)
{
	struct sockaddr_storage ss;
	socklen_t len;
	int fd;

	ip_to_sockaddr(&r->ip, r->port, &ss, &len);
	fd = net_socket(ss.ss_family, SOCK_DGRAM);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&ss, len) < 0)
		fd_close(&fd);
	return fd;
}

static void
open_all(struct round *r, const struct relay_remote *remotes, size_t n)
{
	char text[IP_FMT_MAX];

	r->len = n;
	for (size_t i = 0; i < n; i++) {
		r->fds[i].fd = connect_to(&remotes[i]);
		r->fds[i].events = POLLIN;
		if (r->fds[i].fd < 0)
			log_warning("unable to reach ",
			    ip_fmt(&remotes[i].ip, text), ": ",
			    err_str(errno));
	}
	r->waiting = n;
}

static void
take_answers(struct round *r)
{
	char answer;

	for (size_t i = 0; i < r->len; i++) {
		if (r->fds[i].revents == 0)
			continue;
		/* a refusal (ICMP) is read as an error: it may come up yet */
		if (recv(r->fds[i].fd, &answer, 1, MSG_DONTWAIT) == 1 &&
		    answer == RELAY_ANSWER) {
			fd_close(&r->fds[i].fd);
			r->waiting--;
		}
	}
}

static void
try_once(struct round *r, int64_t timeout_s)
{
	struct deadline until = deadline_in_s(timeout_s);

	for (size_t i = 0; i < r->len; i++)
		/* a datagram may be lost anyway: sent again in the next try */
		if (r->fds[i].fd >= 0)
			(void)!send(r->fds[i].fd, r->request.p,
			    r->request.len, 0);
	while (r->waiting > 0 && !deadline_is_past(&until))
		if (poll(r->fds, (nfds_t)r->len, deadline_poll_ms(&until)) > 0)
			take_answers(r);
}

static bool
tell_all(struct round *r)
{
	uint64_t tries = number("RELAY_CTRL_TRIES", TRIES_MAX, TRIES);
	uint64_t timeout_s = number("RELAY_CTRL_TIMEOUT", TIMEOUT_MAX_S,
	    TIMEOUT_S);

	for (uint64_t i = 0; i < tries && r->waiting > 0; i++)
		try_once(r, (int64_t)timeout_s);
	if (r->waiting > 0)
		log_warning("not all of $RELAY_CTRL_REMOTES have answered");
	return r->waiting == 0;
}

/* A grandchild of nobody does it, without the session's descriptors. */
static void
tell_in_background(struct round *r)
{
	pid_t pid = fork();

	if (pid < 0) {
		log_warning("unable to fork: ", err_str(errno));
		return;
	}
	if (pid > 0) {
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			;
		return;
	}
	if (fork() != 0)
		_exit(0);
	close(0);
	close(1);
	if (fd_open_std() < 0)
		_exit(1);
	(void)tell_all(r);	/* said in the log; nobody waits for it */
	_exit(0);
}

static void
prepare(struct round *r)
{
	static struct relay_remote remotes[RELAY_REMOTES_MAX];
	const char *list = env_get("RELAY_CTRL_REMOTES");
	const char *address = env_get("TCPREMOTEIP");
	struct relay_key key = RELAY_KEY_INIT;
	char name[RELAY_NAME_MAX];
	struct ip ip;
	size_t n;

	if (address == NULL)
		die_temp("$TCPREMOTEIP is not set");
	if (relay_name(view_of(address), name) < 0 ||
	    ip_scan(view_of(address), &ip) < 0)
		die_temp("$TCPREMOTEIP is not an address: ", address);
	if (list == NULL)
		die_temp("$RELAY_CTRL_REMOTES is not set");
	if (relay_remotes_scan(view_of(list), (unsigned)number(
	    "RELAY_CTRL_PORT", 65535, RELAY_PORT), remotes, &n) < 0)
		die_sys("unable to understand $RELAY_CTRL_REMOTES");
	if (relay_key_read(&key) < 0)
		die_sys("unable to read the key");
	/* the whole address: the receiver has a prefix length of its own */
	relay_request_put(&key, view_of(ip_fmt(&ip, name)),
	    (int64_t)time(NULL), &r->request);
	buf_wipe(&key.text);
	open_all(r, remotes, n);
}

int
main(int argc, char **argv)
{
	static struct round r = { .request = BUF_INIT };

	relay_begin("relay-ctrl-send");
	prepare(&r);
	if (argc < 2)
		return tell_all(&r) ? 0 : 111;
	tell_in_background(&r);
	for (size_t i = 0; i < r.len; i++)
		fd_close(&r.fds[i].fd);
	relay_run(argv + 1);
}
