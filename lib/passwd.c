#include "lib/passwd.h"

#include <errno.h>
#include <stdint.h>

#include <fcntl.h>
#include <string.h>

#include "lib/fd.h"
#include "lib/io_core.h"
#include "lib/num.h"
#include "lib/view.h"

#define LINE_KEPT 1024		/* the fields we want; members may follow */
#define ID_MAX (UINT32_MAX - 1)	/* (uid_t)-1 is nobody's */

/* What a line says: name, the numbers of fields 3 and 4 (gid), or what
 * follows field 3 (members of a group). */
struct account {
	struct view name;
	uint64_t id, gid;
	struct view members;
};

static bool
parse(struct view line, bool has_gid, struct account *a)
{
	struct view skipped, id, gid;

	if (!view_cut(&line, ':', &a->name) ||
	    !view_cut(&line, ':', &skipped) || !view_cut(&line, ':', &id))
		return false;
	if (num_scan(id, ID_MAX, &a->id) < 0)
		return false;
	a->members = line;
	if (!has_gid)
		return true;
	return view_cut(&line, ':', &gid) &&
	    num_scan(gid, ID_MAX, &a->gid) == 0;
}

/*
 * Keep the beginning of the next line: 1, 0 at the end, -1 with errno.
 * A field that does not end within it is left out, not cut.
 */
static int
next_line(struct in *in, char kept[LINE_KEPT], struct view *line)
{
	bool has_started = false, is_whole = false;
	size_t len = 0, n, room;
	struct view v;
	int r = 0;

	while (!is_whole && (r = in_peek(in, &v)) > 0) {
		has_started = true;
		n = view_chr(v, '\n');
		is_whole = n < v.len;
		room = LINE_KEPT - len;
		memcpy(kept + len, v.p, n < room ? n : room);
		len += n < room ? n : room;
		in_skip(in, n + 1);
	}
	if (r < 0)
		return -1;
	*line = view_make(kept, len);
	if (len == LINE_KEPT)
		*line = view_upto(*line, view_rchr(*line, ':'));
	return has_started ? 1 : 0;
}

/* Call each(account, arg) for the lines of path until it says stop. */
static int
scan_file(const char *path, bool has_gid,
    bool (*each)(const struct account *, void *), void *arg)
{
	char space[IO_SIZE], kept[LINE_KEPT];
	struct in in = IN_INIT(open(path, O_RDONLY | O_CLOEXEC), space);
	struct account a;
	struct view line;
	int r;

	if (in.fd < 0)
		return -1;
	while ((r = next_line(&in, kept, &line)) > 0)
		if (parse(line, has_gid, &a) && each(&a, arg))
			break;
	fd_close(&in.fd);
	return r < 0 ? -1 : 0;
}

struct wanted {
	const char *const *names;
	size_t n, found;
	bool *seen;
	uid_t *uids;
	gid_t *gids;
};

static bool
take_user(const struct account *a, void *arg)
{
	struct wanted *w = arg;

	for (size_t i = 0; i < w->n; i++) {
		if (w->seen[i] || !view_is(a->name, w->names[i]))
			continue;
		w->seen[i] = true;	/* the first line of a name counts */
		w->uids[i] = (uid_t)a->id;
		w->gids[i] = (gid_t)a->gid;
		w->found++;
	}
	return w->found == w->n;
}

#define WANTED_MAX 32

int
passwd_users(const char *const *names, size_t n, uid_t *uids, gid_t *gids,
    const char **missing)
{
	bool seen[WANTED_MAX] = { false };
	struct wanted w = {
		.names = names, .n = n, .seen = seen, .uids = uids, .gids = gids
	};

	if (n > WANTED_MAX) {
		errno = EINVAL;
		return -1;
	}
	if (scan_file("/etc/passwd", true, take_user, &w) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (!seen[i]) {
			*missing = names[i];
			return 0;
		}
	return 1;
}

int
passwd_user(const char *name, uid_t *uid, gid_t *gid)
{
	const char *missing;

	return passwd_users(&name, 1, uid, gid, &missing);
}

struct wanted_group {
	const char *name;
	gid_t *gid;
	bool found;
};

static bool
take_group(const struct account *a, void *arg)
{
	struct wanted_group *w = arg;

	if (!view_is(a->name, w->name))
		return false;
	*w->gid = (gid_t)a->id;
	w->found = true;
	return true;
}

int
passwd_group(const char *name, gid_t *gid)
{
	struct wanted_group w = { .name = name, .gid = gid };

	if (scan_file("/etc/group", false, take_group, &w) < 0)
		return -1;
	return w.found ? 1 : 0;
}

struct wanted_member {
	const char *name;
	gid_t *gids;
	size_t max, n;
};

static bool
take_member(const struct account *a, void *arg)
{
	struct wanted_member *w = arg;
	struct view rest = a->members, member;

	while (view_cut(&rest, ',', &member)) {
		if (!view_is(member, w->name))
			continue;
		if (w->n < w->max)
			w->gids[w->n] = (gid_t)a->id;
		w->n++;
		break;
	}
	return w->n > w->max;
}

int
passwd_groups(const char *name, gid_t *gids, size_t max, size_t *n)
{
	struct wanted_member w = { .name = name, .gids = gids, .max = max };

	if (scan_file("/etc/group", false, take_member, &w) < 0)
		return -1;
	if (w.n > max) {
		errno = E2BIG;
		return -1;
	}
	*n = w.n;
	return 0;
}
