#include "mail/auth.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/child.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/log.h"
#include "lib/num.h"
#include "lib/os.h"

#define CLEAN_MAX 100		/* bytes of a login that are logged */

static bool
take(struct view *rest, struct view *word)
{
	size_t end = view_chr(*rest, '\0');

	if (end == rest->len)
		return false;
	*word = view_upto(*rest, end);
	*rest = view_from(*rest, end + 1);
	return true;
}

int
auth_scan(struct view bytes, struct auth_request *r)
{
	if (take(&bytes, &r->login) && take(&bytes, &r->secret) &&
	    take(&bytes, &r->challenge))
		return 0;
	errno = EINVAL;
	return -1;
}

struct deadline
auth_delay(uint64_t normal_s)
{
	const char *text = env_get("AUTHDELAY");
	uint64_t seconds = normal_s;

	if (text != NULL &&
	    num_scan(view_of(text), AUTH_DELAY_MAX_S, &seconds) < 0)
		seconds = normal_s;
	return deadline_in_s((int64_t)seconds);
}

void
auth_wait(const struct deadline *until)
{
	while (!deadline_is_past(until))
		if (poll(NULL, 0, deadline_poll_ms(until)) < 0 &&
		    errno != EINTR)
			return;
}

void
auth_put_clean(struct buf *b, struct view v)
{
	for (size_t i = 0; i < v.len && i < CLEAN_MAX; i++)
		buf_putc(b, ascii_is_print(v.p[i]) && v.p[i] != ' ' ?
		    v.p[i] : '?');
}

int
auth_enter(const char *name, const char *home, const char *shell)
{
	if (chdir(home) < 0)
		return -1;
	env_put("USER", name);
	env_put("HOME", home);
	env_put("SHELL", shell);
	return 0;
}

int
auth_refill(struct view bytes)
{
	int fds[2];
	int r;

	if (os_pipe(fds) < 0)
		return -1;
	/* AUTH_MAX bytes fit into any pipe: nobody has to read yet */
	r = io_write_all(fds[1], bytes.p, bytes.len);
	fd_close(&fds[1]);
	if (r < 0 || fd_move(AUTH_FD, fds[0]) < 0)
		return -1;
	return fd_clear_cloexec(AUTH_FD);	/* it may have been 3 at once */
}

/* A checker that left early gets nothing more; its exit code says why. */
static void
send_request(int fd, const struct auth_request *r)
{
	struct buf b = BUF_INIT;
	size_t len = r->login.len + r->secret.len + r->challenge.len + 3;

	buf_reserve(&b, len);		/* once: no copies of the secret */
	buf_putv(&b, r->login);
	buf_putc(&b, '\0');
	buf_putv(&b, r->secret);
	buf_putc(&b, '\0');
	buf_putv(&b, r->challenge);
	buf_putc(&b, '\0');
	if (io_write_all(fd, b.p, b.len) < 0)
		log_warning("the password checker did not listen");
	buf_wipe(&b);
}

/* One that is root's cannot be killed; it is left alone. */
static int
await_end(pid_t pid, const struct deadline *until, int *status)
{
	int r;

	if (until == NULL)
		return child_wait(pid, status);
	r = child_wait_until(pid, status, until);
	if (r == 0) {
		(void)(kill(pid, SIGKILL) < 0);
		errno = ETIMEDOUT;
	}
	return r > 0 ? 0 : -1;
}

int
auth_run(char *const *argv, const struct auth_request *r,
    const struct deadline *until, int *status)
{
	int fds[2];
	pid_t pid;
	struct child_spec spec = {
		.path = argv[0], .search = true, .argv = argv, .nfds = 1,
		.exit_temp = AUTH_TEMP, .exit_perm = AUTH_TEMP
	};

	if (os_pipe(fds) < 0)
		return -1;
	spec.fds[0].to = AUTH_FD;
	spec.fds[0].from = fds[0];
	if (child_start(&spec, &pid) < 0) {
		fd_close(&fds[0]);
		fd_close(&fds[1]);
		return -1;
	}
	fd_close(&fds[0]);
	send_request(fds[1], r);
	fd_close(&fds[1]);
	return await_end(pid, until, status);
}

enum auth_exit
auth_result(int status)
{
	int code = child_has_crashed(status) ? AUTH_TEMP :
	    child_exit_code(status);

	switch (code) {
	case AUTH_OK:
	case AUTH_MISUSED:
	case AUTH_TEMP:
		return (enum auth_exit)code;
	}
	return AUTH_REFUSED;
}

static const char *
log_word(enum auth_exit result)
{
	switch (result) {
	case AUTH_OK:
		return "ok";
	case AUTH_REFUSED:
		return "fail";
	case AUTH_MISUSED:
	case AUTH_TEMP:
		break;
	}
	return "error";
}

void
auth_log(enum auth_exit result, struct view user, const char *mechanism)
{
	const char *ip = env_get("TCPREMOTEIP");
	struct buf clean = BUF_INIT;
	char pid[NUM_FMT_MAX];

	num_fmt((uint64_t)getpid(), pid);
	auth_put_clean(&clean, user);
	log_plain("pid ", pid, " auth ", log_word(result), " user=", clean.p,
	    " mech=", mechanism, " ip=", ip == NULL ? "unknown" : ip);
	buf_free(&clean);
}
