#include "ucspi/rules_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <stdbool.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/prog.h"

static void
set_stamp(struct rules_stamp *s, const struct stat *st)
{
	*s = (struct rules_stamp){ .dev = st->st_dev, .ino = st->st_ino,
	    .size = st->st_size, .mtime_s = st->st_mtim.tv_sec,
	    .mtime_ns = st->st_mtim.tv_nsec, .ctime_s = st->st_ctim.tv_sec,
	    .ctime_ns = st->st_ctim.tv_nsec };
}

static bool
is_same(const struct rules_stamp *a, const struct rules_stamp *b)
{
	return a->dev == b->dev && a->ino == b->ino && a->size == b->size &&
	    a->mtime_s == b->mtime_s && a->mtime_ns == b->mtime_ns &&
	    a->ctime_s == b->ctime_s && a->ctime_ns == b->ctime_ns;
}

/* Whoever writes into the file after this is seen in its times. */
static void
open_file(struct rules_held *h, const char *path)
{
	struct stat st;
	int fd = file_open_read(path);

	if (fd < 0)
		return;
	if (fstat(fd, &st) < 0 || cdb_open(&h->cdb, fd) < 0) {
		h->cdb.fd = -1;
		fd_close(&fd);
		return;
	}
	set_stamp(&h->stamp, &st);
}

static void
close_unused(struct rules_file *f, struct rules_held *h)
{
	if (h->holders == 0 && h != f->now)
		fd_close(&h->cdb.fd);
}

static void
open_anew(struct rules_file *f)
{
	struct rules_held *old = f->now;
	size_t i = 0;

	while (i < NELEM(f->held) && (f->held[i].holders > 0 ||
	    &f->held[i] == old))
		i++;
	if (i == NELEM(f->held))
		bug("too many hold the rules");
	f->now = &f->held[i];
	if (old != NULL)
		close_unused(f, old);
	open_file(f->now, f->path);
}

int
rules_file_init(struct rules_file *f, const char *path)
{
	void *p = mmap(NULL, sizeof(*f->is_stale), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return -1;
	*f = (struct rules_file){ .path = path, .is_stale = p };
	for (size_t i = 0; i < NELEM(f->held); i++)
		f->held[i].cdb.fd = -1;
	open_anew(f);
	return 0;
}

struct rules_held *
rules_file_hold(struct rules_file *f)
{
	if (*f->is_stale != 0) {
		*f->is_stale = 0;
		open_anew(f);
	}
	f->now->holders++;
	return f->now;
}

void
rules_file_release(struct rules_file *f, struct rules_held *h)
{
	h->holders--;
	close_unused(f, h);
}

void
rules_file_expire(struct rules_file *f)
{
	*f->is_stale = 1;
}

int
rules_file_get(struct rules_file *f, const struct rules_held *h,
    struct cdb *c)
{
	struct rules_stamp now;
	struct stat st;
	int fd;

	if (h->cdb.fd >= 0 && stat(f->path, &st) == 0) {
		set_stamp(&now, &st);
		if (is_same(&now, &h->stamp)) {
			*c = h->cdb;
			return 0;
		}
	}
	rules_file_expire(f);
	fd = file_open_read(f->path);
	if (fd < 0)
		return -1;
	return cdb_open(c, fd);
}
