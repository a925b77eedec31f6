/*
 * qmail-tcpto: print which hosts did not answer lately.
 * reads  queue/lock/tcpto, queue/lock/tcpto6
 * writes fd 1: `ADDRESS timed out S seconds ago; # recent timeouts: C`
 * exits  0; 111 with `fatal: ...` on fd 1
 */
#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/tcpto.h"

#define LOCK_LIMIT_S 30

static char space[IO_SIZE];
static struct out out = OUT_INIT(1, space);

static noreturn void
die(const char *what)
{
	out_cat(&out, "fatal: unable to ", what, ": ", err_str(errno), "\n");
	if (out_flush(&out) < 0)
		log_fatal("unable to write: ", err_str(errno));
	exit(EXIT_TEMP);
}

static void
print_record(const struct tcpto_record *r)
{
	char ip[IP_FMT_MAX];

	out_cat(&out, ip_fmt(&r->ip, ip), " timed out ");
	out_put_u64(&out, r->age < 0 ? 0 : (uint64_t)r->age);
	out_puts(&out, " seconds ago; # recent timeouts: ");
	out_put_u64(&out, r->counter);
	out_putc(&out, '\n');
}

static void
print_file(enum tcpto_file file, int64_t now)
{
	struct tcpto_table t;
	struct tcpto_record r;
	int fd = file_open_read(tcpto_path(file));

	if (fd < 0 && errno == ENOENT && file == TCPTO_V6)
		return;			/* stock's queues have none */
	if (fd < 0)
		die("open tcpto");
	if (lock_within(fd, LOCK_LIMIT_S) < 0)
		die("lock tcpto");
	if (tcpto_read(file, &t) < 0)
		die("read tcpto");
	fd_close(&fd);
	for (size_t i = 0; i < t.n; i++) {
		tcpto_get(&t, i, now, &r);
		if (r.counter > 0)
			print_record(&r);
	}
}

int
main(void)
{
	int64_t now = time(NULL);

	prog_init("qmail-tcpto", oom_exit);
	if (chdir(CONF_HOME) < 0)
		die("chdir");
	for (int file = 0; file < TCPTO_FILES; file++)
		print_file((enum tcpto_file)file, now);
	return out_flush(&out) < 0 ? EXIT_TEMP : EXIT_OK;
}
