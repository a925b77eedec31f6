#include "relay/store.h"

#include <sys/stat.h>
#include <sys/time.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/fd.h"
#include "lib/io_core.h"
#include "lib/ip.h"
#include "lib/num.h"

#define V6_BITS 128

int64_t
relay_expiry_s(void)
{
	const char *s = env_get("RELAY_CTRL_EXPIRY");
	uint64_t n;

	if (s == NULL || num_scan(view_of(s), INT32_MAX, &n) < 0 || n == 0)
		return RELAY_EXPIRY_S;
	return (int64_t)n;
}

int
relay_store_open(struct relay_store *s)
{
	const char *fd = env_get("RELAY_CTRL_DIR_FD");
	const char *path = env_get("RELAY_CTRL_DIR");
	struct stat st;
	uint64_t n;

	s->is_shared = fd != NULL;
	if (fd != NULL) {
		if (num_scan(view_of(fd), INT32_MAX, &n) < 0)
			return -1;
		s->fd = (int)n;
		if (fstat(s->fd, &st) < 0)
			return -1;
		if (!S_ISDIR(st.st_mode)) {
			errno = ENOTDIR;
			return -1;
		}
		return 0;
	}
	if (path == NULL) {
		errno = EINVAL;
		return -1;
	}
	s->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return s->fd < 0 ? -1 : 0;
}

/* How many bits of an IPv6 address count: RELAY_CTRL_V6PREFIX, or all. */
static unsigned
prefix_bits(void)
{
	const char *s = env_get("RELAY_CTRL_V6PREFIX");
	uint64_t n;

	if (s == NULL || num_scan(view_of(s), V6_BITS, &n) < 0 || n == 0)
		return V6_BITS;
	return (unsigned)n;
}

int
relay_name(struct view address, char *name)
{
	unsigned bits = prefix_bits();
	struct ip ip;
	size_t len;

	if (ip_scan(address, &ip) < 0)
		return -1;
	if (ip_is_v4(&ip)) {
		(void)ip_fmt(&ip, name);	/* returns name */
		return 0;
	}
	if (ip.scope != 0 || (ip.b[0] == 0xfe && (ip.b[1] & 0xc0) == 0x80)) {
		errno = EINVAL;
		return -1;
	}
	if (bits < V6_BITS)
		ip_mask(&ip, bits);
	len = view_of(ip_fmt(&ip, name)).len;
	if (bits < V6_BITS) {
		name[len++] = '_';
		(void)num_fmt(bits, name + len);	/* at most 3 digits */
	}
	return 0;
}

static int
write_records(int fd, bool is_shared, struct view records)
{
	/* the next login from there may be another user's: renamed over */
	if (fchmod(fd, is_shared ? 0666 : 0600) < 0)
		return -1;
	return io_write_all(fd, records.p, records.len);
}

int
relay_store_put(const struct relay_store *s, const char *name,
    struct view records)
{
	struct buf temp = BUF_INIT;
	struct timeval now;
	int fd, r, kept;

	(void)gettimeofday(&now, NULL);	/* cannot fail */
	buf_putc(&temp, '.');
	buf_put_u64(&temp, (uint64_t)now.tv_sec);
	buf_putc(&temp, '.');
	buf_put_u64(&temp, (uint64_t)now.tv_usec);
	buf_putc(&temp, ':');
	buf_put_u64(&temp, (uint64_t)getpid());
	fd = openat(s->fd, temp.p,
	    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		buf_free(&temp);
		return -1;
	}
	r = write_records(fd, s->is_shared, records);
	if (close(fd) < 0)
		r = -1;
	if (r == 0)
		r = renameat(s->fd, temp.p, s->fd, name);
	if (r < 0) {
		kept = errno;
		/* relay-ctrl-age removes what cannot be removed now */
		(void)unlinkat(s->fd, temp.p, 0);
		errno = kept;
	}
	buf_free(&temp);
	return r;
}

static void
read_records(const struct relay_store *s, const char *name,
    struct buf *records)
{
	char space[RELAY_RECORDS_MAX];
	struct stat st;
	ssize_t n;
	int fd;

	buf_clear(records);
	fd = openat(s->fd, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return;		/* another user's, perhaps: counts the same */
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		n = read(fd, space, sizeof space);
		/* whole records only */
		while (n > 0 && space[n - 1] != '\0')
			n--;
		if (n > 0)
			buf_put(records, space, (size_t)n);
	}
	fd_close(&fd);
}

enum relay_found
relay_store_find(const struct relay_store *s, const char *name, int64_t now,
    struct buf *records)
{
	struct stat st;

	if (fstatat(s->fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? RELAY_UNKNOWN : RELAY_TROUBLE;
	if (!S_ISREG(st.st_mode))
		return RELAY_UNKNOWN;
	if (st.st_mtime + relay_expiry_s() < now)
		return RELAY_EXPIRED;
	read_records(s, name, records);
	return RELAY_FRESH;
}

int
relay_store_remove(const struct relay_store *s, const char *name)
{
	if (unlinkat(s->fd, name, 0) < 0 && errno != ENOENT)
		return -1;
	return 0;
}

static int
age_file(const struct relay_store *s, const char *name, int64_t now)
{
	struct stat st;

	if (fstatat(s->fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0 : -1;	/* renewed or removed */
	if (S_ISDIR(st.st_mode) || st.st_mtime + relay_expiry_s() >= now)
		return 0;
	return relay_store_remove(s, name);
}

int
relay_store_age(const struct relay_store *s, int64_t now)
{
	struct dirent *e;
	DIR *dir;
	int fd = openat(s->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int failed = 0;

	if (fd < 0)
		return -1;
	dir = fdopendir(fd);
	if (dir == NULL) {
		fd_close(&fd);
		return -1;
	}
	while (errno = 0, (e = readdir(dir)) != NULL) {
		if (view_is(view_of(e->d_name), ".") ||
		    view_is(view_of(e->d_name), ".."))
			continue;
		if (age_file(s, e->d_name, now) < 0)
			failed = errno;		/* the others all the same */
	}
	if (errno != 0)
		failed = errno;
	(void)closedir(dir);		/* it was only read */
	errno = failed;
	return failed != 0 ? -1 : 0;
}
