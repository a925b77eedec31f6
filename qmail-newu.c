/*
 * qmail-newu: compile users/assign into users/cdb.
 * reads  CONF_HOME/users/assign, and users/accounts.assign where
 *        qmail-newaccounts made one
 * writes users/cdb.tmp, then renames it to users/cdb: whoever looks users up
 *        meanwhile sees the old file or the new one, whole
 * runs   root, from the command line
 * exits  0, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <unistd.h>

#include "lib/cdb.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/account.h"
#include "mail/conf.h"
#include "mail/users.h"

#define ASSIGN "users/assign"
#define CDB "users/cdb"
#define CDB_TMP "users/cdb.tmp"
#define CDB_MODE 0644		/* for all to read */
#define WAIT_S 60		/* for another one at work, at most */

static char space[IO_SIZE];
static struct cdb_make make;

static noreturn void
die_assign(const char *path, size_t lineno)
{
	char n[NUM_FMT_MAX];

	if (errno != EINVAL)
		die_sys("unable to read ", path);
	num_fmt(lineno, n);
	log_warning(path, " line ", n, ": not understood");
	die_temp("bad format in ", path);
}

/* must_exist: else a file that is not there is an empty one. */
static void
add_file(struct users_compile *c, const char *path, bool must_exist)
{
	struct in in = IN_INIT(file_open_read(path), space);
	size_t lineno;

	if (in.fd < 0 && errno == ENOENT && !must_exist)
		return;
	if (in.fd < 0)
		die_sys("unable to read ", path);
	if (users_compile_file(c, &in, &lineno) < 0)
		die_assign(path, lineno);
	fd_close(&in.fd);
}

static void
compile(int to)
{
	bool has_accounts = access(ACCOUNT_ASSIGN, F_OK) == 0;
	struct users_compile c;

	cdb_make_start(&make, to);
	users_compile_start(&c, &make);
	add_file(&c, ASSIGN, !has_accounts);
	add_file(&c, ACCOUNT_ASSIGN, false);
	users_compile_finish(&c);
	if (cdb_make_finish(&make) < 0)
		die_sys("unable to write to ", CDB_TMP);
}

int
main(void)
{
	int to;

	prog_init("qmail-newu", oom_exit);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	to = lock_create(CDB_TMP, WAIT_S);
	if (to < 0)
		die_sys("unable to write to ", CDB_TMP);
	compile(to);
	if (sys_fchmod(to, CDB_MODE) < 0 || sys_fsync(to) < 0)
		die_sys("unable to write to ", CDB_TMP);
	/* closed, it would be the next one's to write */
	if (sys_rename(CDB_TMP, CDB) < 0 || sys_close(to) < 0 ||
	    sys_sync_dir("users") < 0)
		die_sys("unable to move ", CDB_TMP, " to ", CDB);
	return EXIT_OK;
}
