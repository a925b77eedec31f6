/*
 * ptytype: a terminal, and a person who types at it: for tests.
 *	usage: ptytype line line program [arg ...]
 * Runs the program on a pseudo terminal; each time something was printed and
 * the program waits without echo, the next line is typed.  Prints what was
 * seen on the terminal.  exits as the program
 */
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/prog.h"

#define LINES 2
#define PATIENCE_MS 100000
#define PAUSE_MS 10

extern int posix_openpt(int flags);	/* X/Open, not in strict POSIX mode */
extern int grantpt(int fd);
extern int unlockpt(int fd);
extern char *ptsname(int fd);

static int
open_pair(int *slave)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	const char *name;

	if (master < 0 || grantpt(master) < 0 || unlockpt(master) < 0 ||
	    (name = ptsname(master)) == NULL)
		die_sys("no pseudo terminal");
	*slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (*slave < 0 || fd_set_cloexec(master) < 0)
		die_sys("unable to open ", name);
	return master;
}

static bool
has_echo(int slave)
{
	struct termios t;

	return tcgetattr(slave, &t) < 0 || (t.c_lflag & ECHO) != 0;
}

/* What is printed now, copied: false when there was nothing. */
static bool
show(int master, int limit_ms)
{
	struct pollfd p = { .fd = master, .events = POLLIN };
	char space[IO_SIZE];
	ssize_t n;

	if (poll(&p, 1, limit_ms) <= 0)
		return false;
	n = read(master, space, sizeof(space));
	return n > 0 && io_write_all(1, space, (size_t)n) == 0;
}

static void
type(int master, int slave, const char *line)
{
	int waited = 0;

	while (!show(master, PAUSE_MS) || has_echo(slave)) {
		waited += PAUSE_MS;
		if (waited > PATIENCE_MS)
			die_temp("nobody asked for ", line);
	}
	if (io_write_all(master, line, strlen(line)) < 0 ||
	    io_write_all(master, "\n", 1) < 0)
		die_sys("unable to type");
}

int
main(int argc, char **argv)
{
	struct child_spec spec = { .search = true, .nfds = 3 };
	int slave, master, status;
	pid_t pid;

	prog_init("ptytype", oom_exit);
	if (argc < LINES + 2)
		die_usage("ptytype line line program [arg ...]");
	master = open_pair(&slave);
	spec.argv = argv + LINES + 1;
	spec.path = spec.argv[0];
	for (int i = 0; i < 3; i++) {
		spec.fds[i].to = i;
		spec.fds[i].from = slave;
	}
	if (child_start(&spec, &pid) < 0)
		die_sys("unable to start ", spec.path);
	for (int i = 1; i <= LINES; i++)
		type(master, slave, argv[i]);
	if (child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	while (show(master, 0))
		continue;
	return child_exit_code(status);
}
