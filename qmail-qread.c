/*
 * qmail-qread: list the messages in the queue and where they go.
 * reads  info/ local/ remote/ bounce/ mess/ in CONF_HOME/queue
 * writes fd 1: a line a message, a line a recipient (programs.md 11); errors
 *        as well
 * runs   as root or qmails
 * exits  0, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/date.h"
#include "mail/qpath.h"
#include "mail/qscan.h"
#include "mail/queue.h"

#define RECORD_MAX 65536	/* bytes of an address, prefix included */

/* The listing of one message; its memory serves the next one too. */
struct listing {
	struct qlayout layout;
	struct buf record;
	char space[IO_SIZE];
};

static struct listing listing = { .record = BUF_INIT };
static char out_space[IO_SIZE];
static struct out out = OUT_INIT(1, out_space);

static noreturn void
die(const char *what, const char *name)
{
	out_cat(&out, "fatal: ", what, name, ": ", err_str(errno), "\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	_exit(EXIT_TEMP);
}

static void
put_safe(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		out_putc(&out, ascii_is_print(v.p[i]) ? v.p[i] : '_');
}

static void
put_head(struct listing *l, uint64_t id, int64_t born, off_t bytes)
{
	char path[QPATH_MAX], date[DATE_MAX];
	struct view sender = view_from(buf_view(&l->record), 1);
	struct stat st;

	out_puts(&out, date_gmt(born, date));
	out_puts(&out, "  #");
	out_put_u64(&out, id);
	out_puts(&out, "  ");
	out_put_u64(&out, (uint64_t)bytes);
	out_puts(&out, "  <");
	put_safe(sender);
	out_puts(&out, "> ");
	if (stat(qpath(&l->layout, QDIR_BOUNCE, id, path), &st) == 0)
		out_puts(&out, " bouncing");
	out_puts(&out, "\n");
}

/* One record: 1, 0 at the end, -1 with errno. */
static int
next_record(struct listing *l, struct in *in)
{
	int r = in_until(in, '\0', &l->record, RECORD_MAX);

	if (r > 0 && l->record.len == 0) {
		errno = EPROTO;
		return -1;
	}
	return r;
}

/* 1, 0 the message has just left the queue, -1 with errno. */
static int
list_head(struct listing *l, uint64_t id)
{
	char path[QPATH_MAX];
	struct in in = IN_INIT(file_open_read(
	    qpath(&l->layout, QDIR_INFO, id, path)), l->space);
	struct stat info, mess;
	int r;

	if (in.fd < 0)
		return errno == ENOENT ? 0 : -1;
	r = -1;
	if (fstat(in.fd, &info) == 0 &&
	    stat(qpath(&l->layout, QDIR_MESS, id, path), &mess) == 0)
		r = next_record(l, &in);
	fd_close(&in.fd);
	if (r < 0)
		return -1;
	if (r == 0 || l->record.p[0] != QUEUE_SENDER) {
		errno = EPROTO;
		return -1;
	}
	put_head(l, id, info.st_mtime, mess.st_size);
	return 1;
}

static int
put_recipient(struct listing *l, enum qdir channel)
{
	switch (l->record.p[0]) {
	case QUEUE_DONE:
		out_puts(&out, "  done");
		break;
	case QUEUE_TODO:
		break;
	default:
		errno = EPROTO;
		return -1;
	}
	out_cat(&out, "\t", qpath_dir_name(channel), "\t");
	put_safe(view_from(buf_view(&l->record), 1));
	out_puts(&out, "\n");
	return 0;
}

static int
list_channel(struct listing *l, enum qdir channel, uint64_t id)
{
	char path[QPATH_MAX];
	struct in in = IN_INIT(file_open_read(
	    qpath(&l->layout, channel, id, path)), l->space);
	int r;

	if (in.fd < 0)
		return errno == ENOENT ? 0 : -1;
	while ((r = next_record(l, &in)) > 0)
		if (put_recipient(l, channel) < 0) {
			r = -1;
			break;
		}
	fd_close(&in.fd);
	return r;
}

static void
list_message(struct listing *l, uint64_t id)
{
	int r = list_head(l, id);

	if (r == 0)
		return;
	if (r < 0 || list_channel(l, QDIR_LOCAL, id) < 0 ||
	    list_channel(l, QDIR_REMOTE, id) < 0) {
		out_puts(&out, "warning: trouble with #");
		out_put_u64(&out, id);
		out_cat(&out, ": ", err_str(errno), "\n");
	}
}

int
main(void)
{
	struct qscan s = QSCAN_INIT(&listing.layout, QDIR_INFO);
	uint64_t id;
	int r;

	prog_init("qmail-qread", oom_exit);
	if (chdir(CONF_HOME) < 0 || chdir("queue") < 0)
		die("unable to chdir", "");
	if (qpath_layout(&listing.layout) < 0)
		die("unable to opendir ", qpath_dir_name(QDIR_MESS));
	while ((r = qscan_next(&s, &id)) > 0)
		list_message(&listing, id);
	if (r < 0)
		die("unable to opendir ", s.path);
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return EXIT_OK;
}
