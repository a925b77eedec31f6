#include "mail/maildir_quota.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/io.h"
#include "lib/sys.h"
#include "lib/view.h"

bool
maildir_quota_counts(const char *name)
{
	struct view v = view_of(name);

	v = view_from(v, view_chr(v, ':'));
	return !view_has_prefix(v, VIEW_LIT(":2,")) ||
	    !view_has_byte(v, 'T');
}

static int
open_quota(const char *dir)
{
	struct buf path = BUF_INIT;
	bool is_subfolder;
	int fd;

	buf_cat(&path, dir, "/maildirfolder");
	is_subfolder = access(path.p, F_OK) == 0;
	buf_sets(&path, dir);
	buf_puts(&path, is_subfolder ? "/../maildirsize" : "/maildirsize");
	/* no link, and nothing that blocks */
	fd = sys_open(path.p, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK,
	    0);
	buf_free(&path);
	return fd;
}

/* One write(2): others add lines at the same time. */
static int
add_line(int fd, uint64_t bytes, uint64_t count)
{
	struct buf line = BUF_INIT;
	struct stat st;
	int r = 0;

	buf_putc(&line, '-');
	buf_put_u64(&line, bytes);
	buf_puts(&line, " -");
	buf_put_u64(&line, count);
	buf_putc(&line, '\n');
	if (fstat(fd, &st) < 0)
		r = -1;
	else if (S_ISREG(st.st_mode))
		r = io_write_all(fd, line.p, line.len);
	buf_free(&line);
	return r;
}

int
maildir_quota_less(const char *dir, uint64_t bytes, uint64_t count)
{
	int fd = open_quota(dir);
	int r, closed;

	if (fd < 0)
		return errno == ENOENT ? 0 : -1;
	r = add_line(fd, bytes, count);
	closed = sys_close(fd);
	return r < 0 || closed < 0 ? -1 : 0;
}
