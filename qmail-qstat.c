/*
 * qmail-qstat: count the messages in the queue.
 * writes fd 1: two lines, which monitoring scripts parse (programs.md 11)
 * runs   as root or a member of group qmail
 * exits  0, 111
 */
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/qpath.h"
#include "mail/qscan.h"

static uint64_t
count(const struct qlayout *layout, enum qdir dir)
{
	struct qscan s = QSCAN_INIT(layout, dir);
	uint64_t id, n = 0;
	int r;

	while ((r = qscan_next(&s, &id)) > 0)
		n++;
	if (r < 0)
		die_sys("unable to read ", s.path);
	qscan_close(&s);
	return n;
}

int
main(void)
{
	struct qlayout layout;
	char space[256];
	struct out out = OUT_INIT(1, space);

	prog_init("qmail-qstat", oom_exit);
	if (chdir(CONF_HOME) < 0 || chdir("queue") < 0)
		die_sys("unable to switch to queue directory");
	if (qpath_layout(&layout) < 0)
		die_sys("unable to find the queue's layout");
	out_puts(&out, "messages in queue: ");
	out_put_u64(&out, count(&layout, QDIR_MESS));
	out_puts(&out, "\nmessages in queue but not yet preprocessed: ");
	out_put_u64(&out, count(&layout, QDIR_TODO));
	out_puts(&out, "\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return EXIT_OK;
}
