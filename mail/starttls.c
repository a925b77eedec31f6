#include "mail/starttls.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>

#include "lib/buf.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/view.h"

#define FD_MAX 65535

static const char *const names[] = { "SSLCTLFD", "SSLREADFD", "SSLWRITEFD" };
static_assert(NELEM(names) == STARTTLS_FDS, "one name per descriptor");

static bool
find_fds(int fds[STARTTLS_FDS])
{
	for (size_t i = 0; i < STARTTLS_FDS; i++) {
		const char *text = env_get(names[i]);
		uint64_t n;
		if (text == NULL || num_scan(view_of(text), FD_MAX, &n) < 0 ||
		    fcntl((int)n, F_GETFD) < 0)
			return false;
		fds[i] = (int)n;
	}
	return true;
}

void
starttls_take(struct starttls *t)
{
	int fds[STARTTLS_FDS];

	*t = (struct starttls)STARTTLS_INIT;
	if (!find_fds(fds))
		return;
	for (size_t i = 0; i < STARTTLS_FDS; i++) {
		if (fds[i] > 2 && fd_set_cloexec(fds[i]) < 0)
			return;		/* it is not open any more */
		env_unset(names[i]);
	}
	memcpy(t->fds, fds, sizeof(fds));
}

bool
starttls_is_offered(const struct starttls *t)
{
	return t->fds[STARTTLS_CONTROL] >= 0;
}

bool
starttls_is_ready(const struct starttls *t)
{
	struct pollfd p = { .fd = t->fds[STARTTLS_CONTROL], .events = POLLIN };

	/* it has nothing to say before it is asked: that is its end */
	return starttls_is_offered(t) && poll(&p, 1, 0) == 0;
}

bool
starttls_is_active(void)
{
	const char *protocol = env_get("SSL_PROTOCOL");

	return protocol != NULL && protocol[0] != '\0';
}

/* NAME=VALUE; without a = the name is unset.  Others' names are not ours. */
static void
take_variable(struct buf *record)
{
	struct view v = buf_view(record);
	size_t equals = view_chr(v, '=');

	if (!view_has_prefix(v, VIEW_LIT("SSL_")))
		return;
	if (equals == v.len) {
		env_unset(record->p);
		return;
	}
	record->p[equals] = '\0';
	env_put(record->p, record->p + equals + 1);
}

/* What the helper tells once hands are shaken; 0, or -1 with errno. */
static int
read_variables(int fd)
{
	char space[IO_SIZE];
	struct deadline limit = deadline_in_s(STARTTLS_LIMIT_S);
	struct in in = IN_INIT(fd, space);
	struct buf record = BUF_INIT;
	size_t all = 0, n = 0;
	int r;

	in.deadline = &limit;
	while ((r = in_until(&in, '\0', &record, STARTTLS_ENV_MAX - all)) > 0 &&
	    record.len > 0) {
		all += record.len;
		n++;
		take_variable(&record);
	}
	buf_free(&record);
	if (r == 0 && n == 0) {
		errno = EPROTO;
		return -1;
	}
	return r < 0 ? -1 : 0;
}

void
starttls_decline(struct starttls *t)
{
	/* some may be the same: the others' close(2) does nothing then */
	for (size_t i = 0; i < STARTTLS_FDS; i++)
		if (t->fds[i] > 2)
			fd_close(&t->fds[i]);
	*t = (struct starttls)STARTTLS_INIT;
}

int
starttls_begin(struct starttls *t)
{
	if (!starttls_is_offered(t)) {
		errno = EPROTO;
		return -1;
	}
	if (io_write_all(t->fds[STARTTLS_CONTROL], "Y", 1) < 0 ||
	    read_variables(t->fds[STARTTLS_CONTROL]) < 0)
		return -1;
	if (fd_copy(0, t->fds[STARTTLS_READ]) < 0 ||
	    fd_copy(1, t->fds[STARTTLS_WRITE]) < 0)
		return -1;
	starttls_decline(t);
	return 0;
}
