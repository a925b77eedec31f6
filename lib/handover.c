#include "lib/handover.h"

#include <sys/resource.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "lib/seqpacket.h"

#define END 'E'
#define END_SIZE 2		/* with the exit code */

static_assert(sizeof(HANDOVER_MAGIC) > END_SIZE + 1, "they differ in length");

/* ---- the server ---- */

int
handover_pair(int *ours, int *theirs)
{
	int fds[2];

	if (os_seqpair(fds) < 0)
		return -1;
	if (seqpacket_send(fds[0], VIEW_LIT(HANDOVER_MAGIC), NULL, 0,
	    false) < 0) {
		fd_close(&fds[0]);
		fd_close(&fds[1]);
		return -1;
	}
	*ours = fds[0];
	*theirs = fds[1];
	return 0;
}

int
handover_send(int fd, int conn, char *const *envp)
{
	struct buf b = BUF_INIT;
	size_t vars = 0;
	int r = -1;

	for (; envp[vars] != NULL && b.len <= HANDOVER_ENV_MAX; vars++)
		buf_put(&b, envp[vars], strlen(envp[vars]) + 1);
	if (vars > 0 && vars <= HANDOVER_VARS_MAX &&
	    b.len <= HANDOVER_ENV_MAX)
		r = seqpacket_send(fd, buf_view(&b), &conn, 1, false);
	else
		errno = EMSGSIZE;
	buf_free(&b);
	return r;
}

int
handover_result(int fd, int *code)
{
	char space[END_SIZE + 1];
	size_t nfds;
	ssize_t n = seqpacket_recv(fd, space, sizeof(space), NULL, &nfds,
	    false);

	if (n < 0 && errno == EAGAIN)
		return 0;
	if (n != END_SIZE || space[0] != END)
		return -1;
	*code = (unsigned char)space[1];
	return 1;
}

/* ---- the program ---- */

static struct {			/* of this process, not of a connection */
	size_t jobs;		/* connections that it has taken */
	struct deadline leave;
	long first_kb;		/* most memory in use after the first one */
	char env[HANDOVER_ENV_MAX];
	char *vars[HANDOVER_VARS_MAX + 1];
} stay;

bool
handover_accept(void)
{
	char space[sizeof(HANDOVER_MAGIC)];
	size_t nfds;

	/* look first: another's socket keeps its bytes */
	if (!seqpacket_is(HANDOVER_FD) ||
	    !seqpacket_next_is(HANDOVER_FD, VIEW_LIT(HANDOVER_MAGIC)) ||
	    fcntl(HANDOVER_FD, F_SETFD, FD_CLOEXEC) < 0 ||
	    seqpacket_recv(HANDOVER_FD, space, sizeof(space), NULL, &nfds,
	    false) <= 0)
		return false;
	stay.leave = deadline_in_s(HANDOVER_LIFE_S);
	return true;
}

static bool
has_grown(void)
{
	struct rusage use;

	if (getrusage(RUSAGE_SELF, &use) < 0)
		return true;
	if (stay.jobs == 0)
		stay.first_kb = use.ru_maxrss;
	return use.ru_maxrss - stay.first_kb > HANDOVER_GROWTH_KB;
}

bool
handover_may_stay(void)
{
	return !has_grown() && stay.jobs + 1 < HANDOVER_JOBS_MAX &&
	    !deadline_is_past(&stay.leave);
}

/* The strings are in stay.env, the last with its NUL. */
static bool
take_env(size_t len)
{
	size_t n = 0;

	if (stay.env[len - 1] != '\0')
		return false;
	for (char *p = stay.env; p < stay.env + len; p += strlen(p) + 1) {
		if (n == HANDOVER_VARS_MAX)
			return false;
		stay.vars[n++] = p;
	}
	stay.vars[n] = NULL;
	environ = stay.vars;
	return true;
}

static bool
take_connection(int *fds, size_t nfds, size_t len)
{
	bool is_taken = nfds == 1 && take_env(len) &&
	    fd_copy(0, fds[0]) == 0 && fd_copy(1, fds[0]) == 0;

	for (size_t i = 0; i < nfds; i++)
		if (!is_taken || fds[i] > 1)
			fd_close(&fds[i]);
	return is_taken;
}

int
handover_next(int code)
{
	const char end[END_SIZE] = { END, (char)code };
	int fds[SEQPACKET_FDS_MAX], std[] = { 0, 1 };
	size_t nfds;
	ssize_t n;

	fd_close(&std[0]);
	fd_close(&std[1]);
	if (seqpacket_send(HANDOVER_FD, view_make(end, sizeof(end)), NULL, 0,
	    true) < 0)
		return 0;
	n = seqpacket_recv(HANDOVER_FD, stay.env, sizeof(stay.env), fds, &nfds,
	    true);
	stay.jobs++;
	return n > 0 && take_connection(fds, nfds, (size_t)n) ? 1 : 0;
}
