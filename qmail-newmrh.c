/*
 * qmail-newmrh: compile control/morercpthosts into control/morercpthosts.cdb.
 * reads  CONF_HOME/control/morercpthosts
 * writes control/morercpthosts.tmp, then renames it to morercpthosts.cdb:
 *        servers see the old file or the new one, whole
 * runs   root, from the command line
 * exits  0, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/cdb.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "mail/conf.h"

#define HOSTS "control/morercpthosts"
#define CDB "control/morercpthosts.cdb"
#define CDB_TMP "control/morercpthosts.tmp"
#define CDB_MODE 0644		/* for all to read */
#define WAIT_S 60		/* for another one at work, at most */
#define LINE_MAX_BYTES 65536	/* nobody's host name is longer */

static char space[IO_SIZE];
static struct cdb_make make;

static void
add_line(struct buf *line)
{
	struct view host = view_trim_end(buf_view(line));

	if (host.len == 0 || host.p[0] == '#')
		return;
	ascii_lower(line->p, host.len);
	cdb_make_add(&make, host, VIEW_EMPTY);
}

static void
compile(int from, int to)
{
	struct in in = IN_INIT(from, space);
	struct buf line = BUF_INIT;
	int r;

	cdb_make_start(&make, to);
	while ((r = in_line(&in, &line, LINE_MAX_BYTES)) > 0)
		add_line(&line);
	if (r < 0 && errno != EPIPE)
		die_sys("unable to read ", HOSTS);
	if (r < 0)
		add_line(&line);	/* the last LF may be missing */
	if (cdb_make_finish(&make) < 0)
		die_sys("unable to write to ", CDB_TMP);
	buf_free(&line);
}

int
main(void)
{
	int from, to;

	prog_init("qmail-newmrh", oom_exit);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	from = file_open_read(HOSTS);
	if (from < 0)
		die_sys("unable to read ", HOSTS);
	to = lock_create(CDB_TMP, WAIT_S);
	if (to < 0)
		die_sys("unable to write to ", CDB_TMP);
	/* what the other one did not see any more */
	fd_close(&from);
	from = file_open_read(HOSTS);
	if (from < 0)
		die_sys("unable to read ", HOSTS);
	compile(from, to);
	if (sys_fchmod(to, CDB_MODE) < 0 || sys_fsync(to) < 0)
		die_sys("unable to write to ", CDB_TMP);
	/* closed, it would be the next one's to write */
	if (sys_rename(CDB_TMP, CDB) < 0 || sys_close(to) < 0 ||
	    sys_sync_dir("control") < 0)
		die_sys("unable to move ", CDB_TMP, " to ", CDB);
	return EXIT_OK;
}
