/*
 * fakeremote: a qmail-remote to which other hosts are folders.
 *	usage: fakeremote folder program host sender recipient
 * As the #! of a script that has the folder and is $QMAILREMOTE, so that it
 * costs one process.  By the mailbox of the recipient:
 *	bad	refused
 *	later	the first time put off; then the file folder.once is there
 *	others	and later, afterwards: the message is a new file in the Maildir
 *		folder/MAILBOX; without that one it says nothing
 * Exits 0; 111, having said nothing, when the message cannot be stored.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

static int
answer(const char *recipient)
{
	printf("%s%cKaccepted%c", recipient, '\0', '\0');
	if (fflush(stdout) == EOF)
		die_sys("unable to write");
	return EXIT_OK;
}

/* The first time: leaves FOLDER.once behind. */
static bool
is_first_time(const char *folder)
{
	struct buf path = BUF_INIT;
	int fd;

	buf_cat(&path, folder, ".once");
	fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (fd < 0 && errno != EEXIST)
		die_sys("unable to create ", path.p);
	if (fd >= 0)
		close(fd);
	buf_free(&path);
	return fd >= 0;
}

/* A process id comes again, but not within a nanosecond. */
static void
name_it(struct buf *name)
{
	struct timespec now;

	if (clock_gettime(CLOCK_REALTIME, &now) < 0)
		die_sys("unable to read the clock");
	buf_put_u64(name, (uint64_t)now.tv_sec);
	buf_cat(name, ".");
	buf_put_u64(name, (uint64_t)now.tv_nsec);
	buf_cat(name, ".");
	buf_put_u64(name, (uint64_t)getpid());
}

static void
copy_message(int to, const char *path)
{
	static char space[65536];
	ssize_t n;

	while ((n = read(0, space, sizeof(space))) > 0)
		if (io_write_all(to, space, (size_t)n) < 0)
			die_sys("unable to write ", path);
	if (n < 0)
		die_sys("unable to read the message");
}

static void
store(const char *maildir)
{
	struct buf name = BUF_INIT, path = BUF_INIT, new = BUF_INIT;
	int fd;

	name_it(&name);
	buf_cat(&path, maildir, "/tmp/", name.p);
	buf_cat(&new, maildir, "/new/", name.p);
	fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		die_sys("unable to create ", path.p);
	copy_message(fd, path.p);
	if (close(fd) < 0 || rename(path.p, new.p) < 0)
		die_sys("unable to store ", path.p);
	buf_free(&new);
	buf_free(&path);
	buf_free(&name);
}

int
main(int argc, char **argv)
{
	struct buf maildir = BUF_INIT;
	struct view mailbox;

	prog_init("fakeremote", oom_exit);
	if (argc != 6)
		die_usage("fakeremote folder program host sender recipient");
	mailbox = view_of(argv[5]);
	mailbox = view_upto(mailbox, view_rchr(mailbox, '@'));
	if (view_is(mailbox, "bad"))
		return answer("hno");
	if (view_is(mailbox, "later") && is_first_time(argv[1]))
		return answer("slater");
	buf_cat(&maildir, argv[1], "/");
	buf_putv(&maildir, mailbox);
	if (access(maildir.p, F_OK) < 0)
		return EXIT_OK;
	store(maildir.p);
	return answer("r");
}
