/*
 * maildir2mbox: move the messages of a maildir into an mbox.
 * usage: maildir2mbox
 * reads  MAIL: the mbox; MAILTMP: a file name beside it; MAILDIR
 * writes MAILTMP, renamed over MAIL under its lock; removes the messages
 * runs   as the user, current directory MAILDIR; exits 0, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/maildir_list.h"
#include "mail/mbox.h"

#define LOCK_S 3600		/* wait for a reader of MAIL, at most */
#define MESSAGES_MAX 10000000	/* in one maildir */
#define RETURN_PATH "Return-Path: <"
#define RETURN_PATH_MAX 1100	/* bytes of the line */
#define SPACE 65536

static const char *mail, *mailtmp;
static struct mbox box = { .fd = -1 };	/* MAIL, locked */
static struct maildir_list list = MAILDIR_LIST_INIT;
static struct out out;			/* MAILTMP */
static char in_space[SPACE], out_space[SPACE];

static const char *
need(const char *name)
{
	const char *value = env_get(name);

	if (value == NULL)
		die_temp(name, " not set");
	return value;
}

/* MAILTMP is in the way of the next run; keeps errno. */
static void
drop_tmp(void)
{
	int saved = errno;

	if (sys_unlink(mailtmp) < 0)
		log_warning("unable to remove ", mailtmp);
	errno = saved;
}

static noreturn void
fail(const char *what, const char *path)
{
	drop_tmp();
	die_sys(what, path);
}

static void
scan(void)
{
	if (maildir_scan(&list, ".", MESSAGES_MAX) < 0)
		die_sys("unable to scan maildir");
}

static void
lock(void)
{
	switch (mbox_open(&box, mail, LOCK_S)) {
	case MBOX_OK:
		break;
	case MBOX_CANNOT_OPEN:
		die_sys("unable to open ", mail);
	case MBOX_LOCKED:
		die_temp("unable to lock ", mail, ": timed out");
	}
	if (!box.is_locked)
		die_temp("unable to lock ", mail);
	if (!box.is_regular)
		die_temp(mail, " is not a regular file");
}

/* What MAIL has; a From_ line only counts behind a LF. */
static void
copy_old(void)
{
	struct in in = IN_INIT(file_open_read(mail), in_space);
	char last = '\n';
	struct view v;
	int r;

	if (in.fd < 0)
		fail("unable to open ", mail);
	while ((r = in_peek(&in, &v)) > 0) {
		last = v.p[v.len - 1];
		out_putv(&out, v);
		in_skip(&in, v.len);
	}
	if (r < 0)
		fail("unable to read ", mail);
	if (last != '\n')
		out_puts(&out, "\n");
	fd_close(&in.fd);
}

/* The sender of a message whose first line is the start of v. */
static struct view
sender_of(struct view v)
{
	v = view_upto(view_upto(v, view_chr(v, '\n')), RETURN_PATH_MAX);
	if (!view_has_prefix(v, VIEW_LIT(RETURN_PATH)) ||
	    v.p[v.len - 1] != '>')
		return VIEW_LIT("XXX");
	v = view_from(v, sizeof(RETURN_PATH) - 1);
	return view_upto(v, v.len - 1);
}

static void
put_from(struct in *in, int64_t when)
{
	struct buf line = BUF_INIT;
	struct view v = VIEW_EMPTY;

	/* a short first read is a short file; in_peek() says -1 once more */
	if (in_peek(in, &v) <= 0)
		v = VIEW_EMPTY;
	mbox_from_line(sender_of(v), when, &line);
	out_putv(&out, buf_view(&line));
	buf_free(&line);
}

/* false: another reader was faster. */
static bool
copy_message(const char *path, int64_t when)
{
	struct in in = IN_INIT(file_open_read(path), in_space);
	struct mbox_quote quote = MBOX_QUOTE_INIT;
	struct view v;
	int r;

	if (in.fd < 0 && errno == ENOENT)
		return false;
	if (in.fd < 0)
		fail("unable to open ", path);
	put_from(&in, when);
	while ((r = in_peek(&in, &v)) > 0) {
		mbox_quote_put(&quote, &out, v);
		in_skip(&in, v.len);
	}
	if (r < 0)
		fail("unable to read ", path);
	mbox_quote_end(&quote, &out);
	fd_close(&in.fd);
	return true;
}

static void
build(void)
{
	int fd = sys_open(mailtmp, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0)
		die_sys("unable to create ", mailtmp);
	out = (struct out)OUT_INIT(fd, out_space);
	copy_old();
	for (size_t i = 0; i < list.len; i++)
		if (!copy_message(maildir_path(&list, i), list.v[i].time))
			log_info(maildir_path(&list, i), " is gone");
	if (out_sync(&out) < 0 || sys_close(fd) < 0)
		fail("unable to write to ", mailtmp);
}

/* The name must be on disk before the only other copy goes. */
static void
publish(void)
{
	struct buf dir = BUF_INIT;
	size_t slash = view_rchr(view_of(mail), '/');

	if (sys_rename(mailtmp, mail) < 0)
		fail("unable to move to ", mail);
	if (mail[slash] == '\0')
		buf_sets(&dir, ".");
	else
		buf_set(&dir, view_make(mail, slash == 0 ? 1 : slash));
	if (sys_sync_dir(dir.p) < 0)
		die_sys("unable to sync ", dir.p);
	buf_free(&dir);
}

static int
remove_messages(void)
{
	int code = EXIT_OK;

	for (size_t i = 0; i < list.len; i++) {
		const char *path = maildir_path(&list, i);
		if (sys_unlink(path) == 0 || errno == ENOENT)
			continue;
		log_warning("unable to remove ", path,
		    ": the next run will copy it again");
		code = EXIT_TEMP;
	}
	return code;
}

int
main(void)
{
	const char *maildir;

	prog_init("maildir2mbox", oom_exit);
	/* MAIL must not become descriptor 2, where the log lines go */
	if (fd_open_std() < 0)
		die_sys("unable to open /dev/null");
	umask(077);
	mail = need("MAIL");
	mailtmp = need("MAILTMP");
	maildir = need("MAILDIR");
	if (chdir(maildir) < 0)
		die_sys("unable to change to ", maildir);
	if (maildir_clean(".", time(NULL)) < 0)
		die_sys("unable to scan ", maildir, "/tmp");
	scan();
	if (list.len == 0)
		return EXIT_OK;
	lock();
	scan();		/* what another one moved meanwhile is no more there */
	build();
	publish();
	return remove_messages();
}
