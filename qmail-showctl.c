/*
 * qmail-showctl: what the configuration says, and what is wrong with it.
 *	usage: qmail-showctl [-c]
 * reads  CONF_HOME/control
 * writes fd 1: sentences; -c: only what is wrong
 * runs   as anybody who may read the files
 * exits  0; with -c 1 when something is wrong; 111 when it cannot tell
 */
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <unistd.h>

#include "lib/cdb.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/control.h"
#include "mail/control_known.h"
#include "mail/qpath.h"
#include "mail/spawn.h"

#define EXIT_FAULTS 1
#define PATERNALISM "2"		/* no delivery for files others may write */
#define BREAK "-"

static char space[IO_SIZE];
static struct out out = OUT_INIT(1, space);
static struct buf faults = BUF_INIT;	/* lines for the end */

static void
note_fault(const char *name, const char *fault)
{
	buf_cat(&faults, "warning: control/", name, ": ", fault, "\n");
}

/* ---- what is compiled in ---- */

static void
show_ids(void)
{
	uid_t uid[CONF_USERS];
	gid_t gid[CONF_GROUPS];

	if (conf_uids(uid) < 0)
		die_sys("unable to find our accounts");
	for (size_t i = 0; i < CONF_USERS; i++) {
		out_puts(&out, i == 0 ? "user ids: " : ", ");
		out_put_u64(&out, uid[i]);
	}
	if (conf_gid(CONF_NOFILES, &gid[CONF_NOFILES]) < 0 ||
	    conf_gid(CONF_QMAIL, &gid[CONF_QMAIL]) < 0)
		die_sys("unable to find our groups");
	out_puts(&out, ".\ngroup ids: ");
	out_put_u64(&out, gid[CONF_NOFILES]);
	out_puts(&out, ", ");
	out_put_u64(&out, gid[CONF_QMAIL]);
	out_puts(&out, ".\n");
}

/* Of the queue there is; of a new one when it may not be looked at. */
static unsigned
queue_split(void)
{
	struct qlayout layout = { .split = QPATH_SPLIT };

	if (chdir("queue") < 0)
		return QPATH_SPLIT;
	if (qpath_layout(&layout) < 0)
		layout.split = QPATH_SPLIT;
	if (chdir("..") < 0)
		die_sys("unable to leave the queue");
	return layout.split;
}

static void
show_conf(void)
{
	out_cat(&out, "qmail home directory: ", CONF_HOME, ".\n"
	    "user-ext delimiter: " BREAK ".\n"
	    "paternalism (in decimal): " PATERNALISM ".\n"
	    "silent concurrency limit: ");
	out_put_u64(&out, SPAWN_CAPACITY);
	out_puts(&out, ".\nsubdirectory split: ");
	out_put_u64(&out, queue_split());
	out_puts(&out, ".\n");
	show_ids();
}

/* ---- what control files say ---- */

/* Behind `|` are a user and a password: nobody's business. */
static void
put_line(struct view line)
{
	size_t secret = view_chr(line, '|');

	out_putv(&out, view_upto(line, secret));
	if (secret < line.len)
		out_puts(&out, "|(not shown)");
}

static void
show_lines(const struct control_known *k)
{
	struct control_list l = CONTROL_LIST_INIT;

	if (control_list(k->name, &l) <= 0) {
		out_cat(&out, "(Default.) ", k->normal, "\n");
		return;
	}
	out_puts(&out, "\n");
	for (size_t i = 0; i < l.len; i++) {
		out_puts(&out, k->before);
		put_line(l.v[i].key);
		out_cat(&out, k->after, "\n");
	}
	control_list_free(&l);
}

static void
show_value(const struct control_known *k)
{
	struct buf b = BUF_INIT;
	uint64_t n;
	bool is_set;

	if (k->kind == CONTROL_INT) {
		is_set = control_int(k->name, UINT64_MAX, &n) > 0;
		if (is_set)
			buf_put_u64(&b, n);
	} else
		is_set = control_line(k->name, &b) > 0;
	if (!is_set)
		buf_sets(&b, k->normal);
	if (!is_set && k->kind == CONTROL_LINE_ME &&
	    control_line_or_me("me", k->normal, &b) < 0)
		buf_sets(&b, k->normal);	/* its fault is noted at me */
	out_cat(&out, is_set ? "" : "(Default.) ", k->before);
	out_putv(&out, buf_view(&b));
	out_cat(&out, k->after, "\n");
	buf_free(&b);
}

static int
stat_control(const char *name, struct stat *st)
{
	struct buf path = BUF_INIT;
	int r;

	buf_cat(&path, "control/", name);
	r = stat(path.p, st);
	buf_free(&path);
	return r;
}

/* The cdb is older than the file it was made from. */
static bool
is_stale(const struct control_known *k)
{
	struct stat source, cdb;

	return k->normal != NULL && stat_control(k->name, &cdb) == 0 &&
	    stat_control(k->normal, &source) == 0 &&
	    source.st_mtime > cdb.st_mtime;
}

static void
show_cdb(const struct control_known *k)
{
	struct stat st;

	if (stat_control(k->name, &st) < 0)
		out_puts(&out, "(Default.) No effect.\n");
	else if (is_stale(k))
		out_cat(&out, "Oops! ", k->name, " is older than ", k->normal,
		    ".\n");
	else
		out_puts(&out, "Modified recently enough; "
		    "hopefully up to date.\n");
}

static void
show(const struct control_known *k)
{
	struct stat st;

	if (k->kind == CONTROL_OTHER && stat_control(k->name, &st) < 0)
		return;
	out_cat(&out, "\n", k->name, ": ");
	switch (k->kind) {
	case CONTROL_LINE:
	case CONTROL_LINE_ME:
	case CONTROL_INT:
		show_value(k);
		break;
	case CONTROL_LIST:
	case CONTROL_MAP:
		show_lines(k);
		break;
	case CONTROL_CDB:
		show_cdb(k);
		break;
	case CONTROL_OTHER:
		out_cat(&out, k->before, "\n");
		break;
	}
}

/* ---- what is wrong ---- */

static void
check_cdb(const struct control_known *k, const char *path)
{
	int fd = file_open_read(path);
	struct cdb cdb;

	if (fd < 0 && errno == ENOENT)
		return;
	if (fd < 0 || cdb_open(&cdb, fd) < 0)
		note_fault(k->name, err_str(errno));
	if (is_stale(k))
		note_fault(k->name, "older than its source");
	fd_close(&fd);
}

static void
check(const struct control_known *k)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	int r;

	buf_cat(&path, "control/", k->name);
	if (k->kind == CONTROL_CDB)
		check_cdb(k, path.p);
	else if (k->kind != CONTROL_OTHER) {
		r = file_read(path.p, &text, CONTROL_FILE_MAX);
		if (r < 0)
			note_fault(k->name, err_str(errno));
		else
			control_known_check(k, buf_view(&text), r == 0,
			    note_fault);
	}
	buf_free(&path);
	buf_free(&text);
}

/* ---- both ---- */

static void
look_for_unknown(bool is_shown)
{
	DIR *dir = opendir("control");
	struct dirent *d;

	if (dir == NULL)
		die_sys("unable to enter control");
	while (errno = 0, (d = readdir(dir)) != NULL) {
		if (d->d_name[0] == '.' ||
		    control_known_find(d->d_name) != NULL)
			continue;
		note_fault(d->d_name, "unknown");
		if (is_shown)
			out_cat(&out, "\n", d->d_name, ": I have no idea "
			    "what this file does.\n");
	}
	if (errno != 0)
		die_sys("unable to read control");
	closedir(dir);
}

int
main(int argc, char **argv)
{
	bool is_check = argc == 2 && view_is(view_of(argv[1]), "-c");

	prog_init("qmail-showctl", oom_exit);
	if (argc > 1 && !is_check)
		die_usage("qmail-showctl [-c]");
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	if (access("control", R_OK | X_OK) < 0)
		die_sys("unable to enter control");
	if (!is_check)
		show_conf();
	for (size_t i = 0; i < control_known_count(); i++) {
		check(control_known_at(i));
		if (!is_check)
			show(control_known_at(i));
	}
	look_for_unknown(!is_check);
	if (!is_check && faults.len > 0)
		out_puts(&out, "\n");
	out_putv(&out, buf_view(&faults));
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return is_check && faults.len > 0 ? EXIT_FAULTS : EXIT_OK;
}
