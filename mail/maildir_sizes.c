#include "mail/maildir_sizes.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/mem.h"
#include "lib/sys.h"

#define LOOK 512		/* records that may have vanished in a row */
#define MODE 0600
#define OUT_SIZE 65536

/* The first record: no file of another byte order or layout fits. */
static const struct maildir_size mark = {
	.key = 0x7173697a65733031, .time = 1,
	.size = sizeof(struct maildir_size)
};

/* FNV-1a; never 0, which is what a lost disk block says. */
static uint64_t
key_of(struct view unique)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < unique.len; i++)
		h = (h ^ (unsigned char)unique.p[i]) * 1099511628211u;
	return h == 0 ? 1 : h;
}

/* ---- reading ---- */

/* Make room behind pos and fill it. */
static void
fill(struct maildir_sizes *z)
{
	size_t left = z->len - z->pos;
	ssize_t n;

	if (z->fd < 0)
		return;
	memmove(z->v, z->v + z->pos, left * sizeof(z->v[0]));
	z->pos = 0;
	z->len = left;
	n = read(z->fd, z->v + left, (NELEM(z->v) - left) * sizeof(z->v[0]));
	if (n > 0)
		z->len += (size_t)n / sizeof(z->v[0]);
	/* of a regular file read(2) gives less only at its end */
	if (n < 0 || (size_t)n < (NELEM(z->v) - left) * sizeof(z->v[0]))
		fd_close(&z->fd);
}

void
maildir_sizes_open(struct maildir_sizes *z, const char *dir)
{
	struct buf path = BUF_INIT;
	struct stat st;

	buf_cat(&path, dir, "/" MAILDIR_SIZES);
	z->pos = z->len = 0;
	z->fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	buf_free(&path);
	if (z->fd < 0)
		return;
	if (fstat(z->fd, &st) < 0 || !S_ISREG(st.st_mode))
		fd_close(&z->fd);
	fill(z);
	if (z->len == 0 || memcmp(&z->v[0], &mark, sizeof(mark)) != 0) {
		maildir_sizes_close(z);
		return;
	}
	z->pos = 1;
}

bool
maildir_sizes_find(struct maildir_sizes *z, struct view unique, int64_t *time,
    uint64_t *size)
{
	uint64_t key = key_of(unique);

	if (z->len - z->pos < LOOK)
		fill(z);
	for (size_t i = z->pos; i < z->len && i - z->pos < LOOK; i++) {
		if (z->v[i].key != key)
			continue;
		z->pos = i + 1;
		*time = z->v[i].time;
		*size = z->v[i].size;
		return *size <= (uint64_t)INT64_MAX;
	}
	return false;
}

void
maildir_sizes_close(struct maildir_sizes *z)
{
	fd_close(&z->fd);
	z->pos = z->len = 0;
}

/* ---- writing ---- */

struct maildir_sizes_out {
	struct out out;
	struct buf tmp, path;
	char space[OUT_SIZE];
};

struct maildir_sizes_out *
maildir_sizes_create(const char *dir)
{
	struct maildir_sizes_out *o = mem_zalloc(sizeof(*o));

	o->tmp = o->path = (struct buf)BUF_INIT;
	buf_cat(&o->path, dir, "/" MAILDIR_SIZES);
	/* left over, it is removed after 36 h with all in tmp */
	buf_cat(&o->tmp, dir, "/tmp/" MAILDIR_SIZES ".");
	buf_put_u64(&o->tmp, (uint64_t)getpid());
	o->out = (struct out)OUT_INIT(sys_open(o->tmp.p,
	    O_WRONLY | O_CREAT | O_EXCL, MODE), o->space);
	if (o->out.fd < 0)
		o->out.error = errno;
	out_put(&o->out, &mark, sizeof(mark));
	return o;
}

void
maildir_sizes_put(struct maildir_sizes_out *o, struct view unique,
    int64_t time, uint64_t size)
{
	struct maildir_size r = {
		.key = key_of(unique), .time = time, .size = size
	};

	out_put(&o->out, &r, sizeof(r));
}

/* Nothing is synced: what a power cut takes is looked at again. */
void
maildir_sizes_publish(struct maildir_sizes_out *o)
{
	bool is_good = out_flush(&o->out) == 0;

	if (o->out.fd >= 0 && (sys_close(o->out.fd) < 0 || !is_good ||
	    sys_rename(o->tmp.p, o->path.p) < 0))
		/* no room: the next session does without, too */
		is_good = sys_unlink(o->tmp.p) == 0;
	buf_free(&o->tmp);
	buf_free(&o->path);
	mem_free(o);
}
