#include "mail/maildir.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/mem.h"
#include "lib/num.h"
#include "lib/sys.h"

#define USEC_DIGITS 6
#define MAILDIR_MODE 0700

static const char *const folders[] = { "/tmp", "/new", "/cur" };

/* b = dir without its final slashes, and tail. */
static void
set_path(struct buf *b, const char *dir, const char *tail)
{
	buf_sets(b, dir);
	while (b->len > 1 && b->p[b->len - 1] == '/')
		buf_cut(b, b->len - 1);
	buf_puts(b, tail);
}

/* The directory that holds dir: "." when dir has one part. */
static void
set_parent(struct buf *b, const char *dir)
{
	size_t slash;

	set_path(b, dir, "");
	slash = view_rchr(buf_view(b), '/');
	if (slash == b->len)
		buf_sets(b, ".");
	else
		buf_cut(b, slash == 0 ? 1 : slash);
}

/* Take back the first n folders and dir; keeps errno. */
static void
unmake(const char *dir, size_t n)
{
	struct buf path = BUF_INIT;
	int saved = errno;

	while (n > 0) {
		set_path(&path, dir, folders[--n]);
		if (sys_rmdir(path.p) < 0)
			break;	/* a stranger is in: then dir stays too */
	}
	if (sys_rmdir(dir) < 0)
		saved = saved == 0 ? errno : saved;
	buf_free(&path);
	errno = saved;
}

static int
make_folders(const char *dir)
{
	struct buf path = BUF_INIT;
	int r = 0;

	for (size_t i = 0; r == 0 && i < NELEM(folders); i++) {
		set_path(&path, dir, folders[i]);
		r = sys_mkdir(path.p, MAILDIR_MODE);
		if (r < 0)
			unmake(dir, i);
	}
	buf_free(&path);
	return r;
}

int
maildir_make(const char *dir)
{
	struct buf parent = BUF_INIT;
	int r;

	if (sys_mkdir(dir, MAILDIR_MODE) < 0)
		return -1;
	if (make_folders(dir) < 0)
		return -1;
	set_parent(&parent, dir);
	r = sys_sync_dir(dir) < 0 || sys_sync_dir(parent.p) < 0 ? -1 : 0;
	if (r < 0)
		unmake(dir, NELEM(folders));
	buf_free(&parent);
	return r;
}

bool
maildir_can_enter(const char *dir)
{
	struct buf path = BUF_INIT;
	struct stat st;
	int r;

	set_path(&path, dir, "/.");
	r = stat(path.p, &st);
	buf_free(&path);
	return r == 0;
}

/* ---- delivering ---- */

void
maildir_host_escape(const char *host, struct maildir_names *n)
{
	size_t len = 0;

	for (size_t i = 0; i < MAILDIR_HOST_MAX && host[i] != '\0'; i++) {
		const char *s = host[i] == '/' ? "\\057" :
		    host[i] == ':' ? "\\072" : NULL;
		if (s == NULL) {
			n->host[len++] = host[i];
			continue;
		}
		memcpy(n->host + len, s, 4);
		len += 4;
	}
	n->host[len] = '\0';
}

void
maildir_names_init(struct maildir_names *n)
{
	char host[MAILDIR_HOST_MAX + 1];

	n->pid = getpid();
	n->seq = 0;
	/* a longer name is cut (ENAMETOOLONG or not, by system) */
	host[0] = '\0';
	if (gethostname(host, sizeof(host)) < 0 && host[0] == '\0')
		host[0] = '?', host[1] = '\0';
	host[sizeof(host) - 1] = '\0';
	maildir_host_escape(host, n);
}

void
maildir_names_next(struct maildir_names *n, struct buf *b)
{
	struct timespec now = { 0 };
	char usec[NUM_FMT_MAX];

	/* without a clock pid and seq still differ */
	(void)clock_gettime(CLOCK_REALTIME, &now);
	(void)num_fmt0((uint64_t)now.tv_nsec / 1000, USEC_DIGITS, usec);
	buf_put_u64(b, (uint64_t)now.tv_sec);
	buf_cat(b, ".M", usec, "P");
	buf_put_u64(b, (uint64_t)n->pid);
	buf_puts(b, "Q");
	buf_put_u64(b, ++n->seq);
	buf_cat(b, ".", n->host);
}

