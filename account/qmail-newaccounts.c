/*
 * qmail-newaccounts: compile users/accounts, qmail-accounts(5).
 * reads  CONF_HOME/users/accounts, control/locals, control/me and
 *        control/virtualdomains
 * writes users/accounts.cdb (mode 0600, with hashes), users/mailboxes.cdb
 *        (without), users/accounts.assign: each is written as NAME.tmp and
 *        renamed when it is whole and on the disk, and only when all are
 * runs   root, from the command line; then bin/qmail-newu
 * exits  0, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/cdb.h"
#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/account.h"
#include "mail/accounts.h"
#include "mail/conf.h"

#define NEWU "bin/qmail-newu"
#define LOCK_MODE 0600

enum { SECRET, PUBLIC, ASSIGN, OUTPUTS };

static const struct {
	const char *path, *tmp;
	mode_t mode;
} outputs[OUTPUTS] = {
	{ ACCOUNT_CDB, ACCOUNT_CDB ".tmp", 0600 },
	{ ACCOUNT_PUBLIC_CDB, ACCOUNT_PUBLIC_CDB ".tmp", 0644 },
	{ ACCOUNT_ASSIGN, ACCOUNT_ASSIGN ".tmp", 0644 },
};

static struct cdb_make secret_cdb, public_cdb;
static char assign_space[IO_SIZE];
static int fds[OUTPUTS];

static noreturn void
die_line(size_t lineno, const char *why)
{
	char n[NUM_FMT_MAX];

	num_fmt(lineno, n);
	die_temp(ACCOUNT_TEXT " line ", n, ": ", why);
}

/* Kept until qmail-newu is done: two at once would mix their files. */
static void
lock(void)
{
	int fd = sys_open(ACCOUNT_LOCK, O_WRONLY | O_CREAT, LOCK_MODE);

	if (fd < 0 || lock_ex(fd) < 0 || fd_clear_cloexec(fd) < 0)
		die_sys("unable to lock ", ACCOUNT_LOCK);
}

static void
create(void)
{
	for (size_t i = 0; i < OUTPUTS; i++) {
		/* never one that others opened while its mode was wider */
		if (sys_unlink(outputs[i].tmp) < 0 && errno != ENOENT)
			die_sys("unable to remove ", outputs[i].tmp);
		fds[i] = sys_open(outputs[i].tmp, O_RDWR | O_CREAT | O_EXCL,
		    outputs[i].mode);
		if (fds[i] < 0)
			die_sys("unable to write to ", outputs[i].tmp);
	}
}

static void
warn_about(size_t lineno, const char *what)
{
	char n[NUM_FMT_MAX];

	num_fmt(lineno, n);
	log_warning(ACCOUNT_TEXT " line ", n, ": ", what);
}

static void
compile(const struct buf *text)
{
	struct out assign = OUT_INIT(fds[ASSIGN], assign_space);
	struct view rest = buf_view(text), line;
	struct accounts_route route = ACCOUNTS_ROUTE_INIT;
	struct accounts_seen seen = ACCOUNTS_SEEN_INIT;
	struct account_line l;
	const char *why = NULL;
	size_t lineno = 0;
	int r;

	if (accounts_route_load(&route) < 0)
		die_sys("unable to read control files");
	while (view_cut(&rest, '\n', &line)) {
		lineno++;
		r = account_scan_line(line, &l, &why);
		if (r > 0 && !accounts_add_seen(&seen, l.address)) {
			r = -1;
			why = "this address was there before";
		}
		if (r < 0)
			die_line(lineno, why);
		if (r == 0)
			continue;
		account_put(&secret_cdb, &l, l.hash);
		account_put(&public_cdb, &l, VIEW_EMPTY);
		if (!accounts_put_assign(&route, &l, &assign))
			warn_about(lineno, "no mail arrives: the host is not "
			    "in control/locals or control/virtualdomains");
	}
	out_puts(&assign, ".\n");
	if (out_flush(&assign) < 0)
		die_sys("unable to write to ", outputs[ASSIGN].tmp);
	accounts_seen_free(&seen);
	accounts_route_free(&route);
}

static void
finish(void)
{
	if (cdb_make_finish(&secret_cdb) < 0)
		die_sys("unable to write to ", outputs[SECRET].tmp);
	if (cdb_make_finish(&public_cdb) < 0)
		die_sys("unable to write to ", outputs[PUBLIC].tmp);
	for (size_t i = 0; i < OUTPUTS; i++)
		if (sys_fsync(fds[i]) < 0 || sys_close(fds[i]) < 0)
			die_sys("unable to write to ", outputs[i].tmp);
	for (size_t i = 0; i < OUTPUTS; i++)
		if (sys_rename(outputs[i].tmp, outputs[i].path) < 0)
			die_sys("unable to move ", outputs[i].tmp, " to ",
			    outputs[i].path);
	if (sys_sync_dir("users") < 0)
		die_sys("unable to sync users");
}

static noreturn void
compile_assignments(void)
{
	char name[] = NEWU;
	char *argv[] = { name, NULL };

	child_exec(name, argv, NULL);
	die_sys("unable to run ", NEWU);
}

int
main(void)
{
	struct buf text = BUF_INIT;
	int r;

	prog_init("qmail-newaccounts", oom_exit);
	umask(022);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	lock();
	r = file_read(ACCOUNT_TEXT, &text, ACCOUNTS_TEXT_MAX);
	if (r == 0)
		errno = ENOENT;
	if (r <= 0)
		die_sys("unable to read ", ACCOUNT_TEXT);
	create();
	cdb_make_start(&secret_cdb, fds[SECRET]);
	cdb_make_start(&public_cdb, fds[PUBLIC]);
	compile(&text);
	finish();
	buf_wipe(&text);
	compile_assignments();
}
