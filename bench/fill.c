/*
 * queue QUEUE COUNT SPLIT UID_Q UID_S GID RECIPIENT MESSAGE: put COUNT sorted
 * messages with one remote recipient each into a queue (queue.md 3).
 * maildir DIR COUNT MESSAGE UID GID: put COUNT messages into DIR/new.
 */
#include "bench/fill.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include "bench/util.h"
#include "lib/io.h"
#include "lib/prog.h"

#define USERS 10
#define MAILDIR_TIME 1700000000	/* in names, and as age: long ago */

struct owner {
	uid_t uid;
	gid_t gid;
	mode_t mode;
};

static void
put(const char *path, struct view text, const struct owner *o)
{
	int fd = open(path, O_CREAT | O_EXCL | O_WRONLY, 0600);

	if (fd < 0 || io_write_all(fd, text.p, text.len) < 0 ||
	    fchown(fd, o->uid, o->gid) < 0 || fchmod(fd, o->mode) < 0 ||
	    close(fd) < 0)
		die_sys("unable to create ", path);
}

static const char *
split_name(const char *queue, const char *dir, uint64_t split, uint64_t id)
{
	static struct buf name = BUF_INIT;

	buf_clear(&name);
	buf_cat(&name, queue, "/", dir, "/");
	buf_put_u64(&name, id % split);
	buf_putc(&name, '/');
	buf_put_u64(&name, id);
	return name.p;
}

void
fill_queue(char **args)
{
	uint64_t count = util_number(args[1], 10000000);
	uint64_t split = util_number(args[2], 100000), start = util_now_us();
	struct owner q = { .uid = (uid_t)util_number(args[3], UINT32_MAX),
	    .gid = (gid_t)util_number(args[5], UINT32_MAX), .mode = 0644 };
	struct owner s = { .uid = (uid_t)util_number(args[4], UINT32_MAX),
	    .gid = q.gid, .mode = 0600 };
	struct buf message = BUF_INIT, first = BUF_INIT, record = BUF_INIT;
	struct buf to = BUF_INIT;
	struct stat st;

	util_slurp(args[7], &message);
	buf_cat(&first, args[0], "/pid/fill");
	for (uint64_t i = 0; i < count; i++) {
		put(first.p, buf_view(&message), &q);
		if (stat(first.p, &st) < 0 || rename(first.p, split_name(args[0],
		    "mess", split, st.st_ino)) < 0)
			die_sys("unable to name ", first.p);
		put(split_name(args[0], "info", split, st.st_ino),
		    VIEW_LIT("Fsender@bench.test\0"), &s);
		util_subst(view_of(args[6]), i % USERS, &to);
		buf_sets(&record, "T");
		buf_puts0(&record, to.p);
		put(split_name(args[0], "remote", split, st.st_ino),
		    buf_view(&record), &s);
	}
	util_result("us", util_now_us() - start, "n", count, NULL);
}

void
fill_maildir(char **args)
{
	uint64_t count = util_number(args[1], 10000000), start = util_now_us();
	struct owner o = { .uid = (uid_t)util_number(args[3], UINT32_MAX),
	    .gid = (gid_t)util_number(args[4], UINT32_MAX), .mode = 0600 };
	struct timespec old[2] = { { .tv_sec = MAILDIR_TIME },
	    { .tv_sec = MAILDIR_TIME } };
	struct buf message = BUF_INIT, name = BUF_INIT;

	util_slurp(args[2], &message);
	for (uint64_t i = 0; i < count; i++) {
		buf_sets(&name, args[0]);
		buf_puts(&name, "/new/");
		buf_put_u64(&name, MAILDIR_TIME + i);
		buf_puts(&name, ".");
		buf_put_u64(&name, i + 100);
		buf_puts(&name, "_0.bench");
		put(name.p, buf_view(&message), &o);
		/* POP3 servers may pass by what is newer than now */
		if (utimensat(AT_FDCWD, name.p, old, 0) < 0)
			die_sys("unable to age ", name.p);
	}
	util_result("us", util_now_us() - start, "n", count, NULL);
}
