#include "mail/maildir_new.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "mail/maildir_list.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static struct maildir_batch b;
static struct maildir_names names;
static struct stat here;

static size_t
count(const char *dir)
{
	struct maildir_list l = MAILDIR_LIST_INIT;
	size_t n = maildir_scan(&l, dir, 100) < 0 ? 9999 : l.len;

	maildir_list_free(&l);
	return n;
}

/* folder and the name of file i */
static const char *
path(const char *folder, size_t i)
{
	static struct buf p = BUF_INIT;

	buf_sets(&p, folder);
	buf_cat(&p, "/", b.files[i].name.p);
	return p.p;
}

/* The same in new/, for a message of so many bytes. */
static const char *
new_path(const char *folder, size_t i, const char *size)
{
	static struct buf p = BUF_INIT;

	buf_sets(&p, path(folder, i));
	buf_cat(&p, ",S=", size);
	return p.p;
}

static int
add(const char *dir, const char *text)
{
	int i = maildir_add(&b, dir, &here, &names);

	if (i < 0 || io_write_all(b.files[i].fd, text, strlen(text)) < 0)
		return -1;
	b.files[i].bytes = strlen(text);
	return i;
}

static void
test_one(void)
{
	struct buf got = BUF_INIT;
	struct stat st;

	CHECK_INT("add", add("./box/", "hello"), 0);
	CHECK_INT("mode 0600", stat(path("box/tmp", 0), &st) == 0 ?
	    st.st_mode & 07777 : 0, 0600);
	CHECK_INT("not seen yet", count("box"), 0);
	maildir_commit(&b);
	CHECK_INT("committed", b.files[0].error, 0);
	CHECK_INT("there",
	    file_read(new_path("box/new", 0, "5"), &got, 99), 1);
	CHECK_VIEW("whole", buf_view(&got), "hello");
	CHECK_INT("gone from tmp", access(path("box/tmp", 0), F_OK), -1);
	maildir_batch_clear(&b);
	CHECK_INT("clearing does nothing to it", count("box"), 1);

	CHECK_INT("add", add("box//", "x"), 0);
	maildir_drop(&b, 0);
	CHECK_INT("dropped", access(path("box/tmp", 0), F_OK), -1);
	maildir_commit(&b);
	maildir_batch_clear(&b);
	CHECK_INT("not published", count("box"), 1);
	CHECK_INT("add", add("box", "x"), 0);
	maildir_batch_clear(&b);
	CHECK_INT("clearing drops", count("box"), 1);
	buf_free(&got);
}

static void
test_collision(void)
{
	struct buf got = BUF_INIT;
	int fd;

	/* spec: delivery.md 11.2 */
	CHECK_INT("add", add("box", "mine"), 0);
	CHECK_INT("and one more", add("box", "well"), 1);
	fd = open(new_path("box/new", 0, "4"),
	    O_WRONLY | O_CREAT | O_EXCL, 0600);
	CHECK_INT("a collision", io_write_all(fd, "other", 5), 0);
	CHECK_INT("closed", close(fd), 0);
	maildir_commit(&b);
	CHECK_INT("refused", b.files[0].error, EEXIST);
	CHECK_INT("the next is not", b.files[1].error, 0);
	CHECK_INT("tmp is clean", access(path("box/tmp", 0), F_OK), -1);
	CHECK_INT("still there",
	    file_read(new_path("box/new", 0, "4"), &got, 99), 1);
	CHECK_VIEW("the other", buf_view(&got), "other");
	maildir_batch_clear(&b);
	buf_free(&got);
}

static void
test_refused(void)
{
	CHECK_INT("a file", close(open("file", O_WRONLY | O_CREAT, 0600)), 0);
	CHECK_INT("no maildir", add("file", ""), -1);
	CHECK_INT("why", errno, ENOTDIR);
	CHECK_INT("no new/", mkdir("half", 0700) | mkdir("half/tmp", 0700), 0);
	CHECK_INT("refused before writing", add("half", ""), -1);
	CHECK_INT("why", errno, ENOENT);
	CHECK_INT("nothing made", rmdir("half/tmp"), 0);
	CHECK_INT("none in the batch", b.nfiles, 0);
	maildir_batch_clear(&b);
}

static void
test_many(void)
{
	struct stat elsewhere = here;
	size_t before = count("box"), sound = 0;

	CHECK_INT("a second", maildir_make("box2"), 0);
	for (size_t i = 0; i < MAILDIR_BATCH_MAX; i++)
		CHECK_INT("add", add(i % 2 == 0 ? "box" : "box2", "m"), i);
	CHECK_INT("full", add("box", "m"), -1);
	CHECK_INT("why", errno, EMFILE);
	CHECK_INT("each maildir opened once", b.nfolders, 2);
	maildir_drop(&b, 6);
	maildir_commit(&b);
	for (size_t i = 0; i < MAILDIR_BATCH_MAX; i++)
		if (b.files[i].error == 0)
			sound++;
	CHECK_INT("all well", sound, MAILDIR_BATCH_MAX);
	maildir_batch_clear(&b);
	CHECK_INT("in one", count("box") - before, MAILDIR_BATCH_MAX / 2 - 1);
	CHECK_INT("in the other", count("box2"), MAILDIR_BATCH_MAX / 2);

	/* the same path from another directory is another maildir */
	elsewhere.st_ino++;
	CHECK_INT("here", add("box", ""), 0);
	CHECK_INT("there", maildir_add(&b, "box", &elsewhere, &names), 1);
	CHECK_INT("two", b.nfolders, 2);
	maildir_batch_clear(&b);
	for (size_t i = 0; i < MAILDIR_BATCH_MAX; i++)
		if (add("half", "") >= 0 || mkdir("half/tmp", 0700) < 0 ||
		    add("half", "") >= 0 || rmdir("half/tmp") < 0)
			CHECK_NAMED("half a maildir", false);
	CHECK_INT("failures take no room", add("box", "") >= 0, 1);
	maildir_batch_clear(&b);
}

int
main(void)
{
	maildir_batch_init(&b);
	maildir_names_init(&names);
	if (scratch_enter() < 0 || stat(".", &here) < 0 ||
	    maildir_make("box") < 0)
		return 1;
	test_one();
	test_collision();
	test_refused();
	test_many();
	CHECK_INT("cleaned up", scratch_leave(), 0);
	return tap_end();
}
