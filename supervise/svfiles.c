#include "supervise/svfiles.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/lock.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "supervise/svdir.h"
#include "supervise/svstatus.h"

static void
warn_of_previous(const char *dir, const char *base)
{
	struct svstatus old;
	char digits[NUM_FMT_MAX];

	if (svstatus_read(base, &old) < 0 || old.pid <= 0)
		return;
	if (kill(old.pid, 0) < 0 && errno != EPERM)
		return;
	num_fmt((uint64_t)old.pid, digits);
	log_warning("previous pid ", digits, " of ", dir, " may still run");
}

static int
open_or_die(const char *prefix, const char *base, const char *name, int flags)
{
	struct buf path = BUF_INIT;
	int fd = open(svdir_path(&path, base, name),
	    flags | O_NONBLOCK | O_CLOEXEC, 0600);

	if (fd < 0)
		die_sys("unable to open ", prefix, path.p);
	buf_free(&path);
	return fd;
}

static void
make_fifo(const char *prefix, const char *base, const char *name)
{
	struct buf path = BUF_INIT;

	if (mkfifo(svdir_path(&path, base, name), 0600) < 0 &&
	    errno != EEXIST)
		die_sys("unable to create ", prefix, path.p);
	buf_free(&path);
}

/* In messages: the folder that a relative base is in. */
static void
put_prefix(struct buf *prefix, const char *dir, const struct buf *base)
{
	if (base->p[0] != '/')
		buf_cat(prefix, dir, "/");
}

int
svfiles_open(const char *dir, struct buf *base)
{
	struct buf prefix = BUF_INIT;
	int fd, control_fd;

	if (svdir_find(base) < 0)
		die_sys("unable to find the path of ", dir);
	put_prefix(&prefix, dir, base);
	if (mkdir(base->p, 0700) < 0 && errno != EEXIST)
		die_sys("unable to create ", prefix.p, base->p);
	fd = open_or_die(prefix.p, base->p, "lock",
	    O_WRONLY | O_APPEND | O_CREAT);
	if (lock_try(fd) < 0)		/* held until we are gone */
		die_sys("unable to acquire ", prefix.p, base->p, "/lock");
	warn_of_previous(dir, base->p);
	make_fifo(prefix.p, base->p, "control");
	control_fd = open_or_die(prefix.p, base->p, "control", O_RDONLY);
	/* our own writer: without one the fifo would be readable for ever */
	(void)open_or_die(prefix.p, base->p, "control", O_WRONLY);
	buf_free(&prefix);
	return control_fd;
}

void
svfiles_show(const char *dir, const struct buf *base)
{
	struct buf prefix = BUF_INIT;

	put_prefix(&prefix, dir, base);
	make_fifo(prefix.p, base->p, "ok");
	(void)open_or_die(prefix.p, base->p, "ok", O_RDONLY);
	buf_free(&prefix);
}
