/*
 * ptywatch: a terminal with a user logged in, and what a program writes to it.
 *	usage: ptywatch user utmpfile mode command ...
 * Opens a pseudo terminal, its mode set to the octal mode; utmpfile then has
 * one login of user on it.  Runs the command and prints what came out of the
 * terminal, which has no NUL.  Exits as the command, 111 on trouble.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <utmpx.h>

#include "lib/child.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define DEV "/dev/"
#define TEXT_MAX 1000000	/* bytes */
#define WAIT_S 60

extern int posix_openpt(int flags);	/* X/Open, not in strict POSIX mode */
extern int grantpt(int fd);
extern int unlockpt(int fd);
extern char *ptsname(int fd);

static void
write_utmp(const char *path, const char *user, const char *line)
{
	struct utmpx u = { .ut_type = USER_PROCESS, .ut_pid = getpid() };
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (strlen(user) >= sizeof(u.ut_user) ||
	    strlen(line) >= sizeof(u.ut_line))
		die_temp("name too long");
	memcpy(u.ut_user, user, strlen(user));
	memcpy(u.ut_line, line, strlen(line));
	if (fd < 0 || io_write_all(fd, &u, sizeof(u)) < 0 || close(fd) < 0)
		die_sys("unable to write ", path);
}

/* Open the terminal raw: what is written comes out unchanged. */
static int
open_slave(const char *path, mode_t mode)
{
	int fd = open(path, O_RDWR | O_NOCTTY);
	struct termios t;

	if (fd < 0 || tcgetattr(fd, &t) < 0)
		die_sys("unable to open ", path);
	t.c_oflag &= ~(tcflag_t)OPOST;
	t.c_lflag &= ~(tcflag_t)ECHO;
	if (tcsetattr(fd, TCSANOW, &t) < 0 || chmod(path, mode) < 0)
		die_sys("unable to set ", path);
	return fd;
}

/*
 * What was written to the slave comes out of the master a little later: so
 * all that is there before a byte of our own.
 */
static void
print_written(int master, int slave)
{
	char space[4096];
	struct in in = IN_INIT(master, space);
	struct buf text = BUF_INIT;

	in.idle_s = WAIT_S;
	if (io_write_all(slave, "", 1) < 0 ||
	    in_until(&in, '\0', &text, TEXT_MAX) <= 0 ||
	    io_write_all(1, text.p, text.len) < 0)
		die_sys("unable to print what was written");
	buf_free(&text);
}

int
main(int argc, char **argv)
{
	struct child_spec spec = { .search = true, .exit_temp = 111,
	    .exit_perm = 127 };
	int master, slave, status;
	const char *name;
	uint64_t mode;
	pid_t pid;

	prog_init("ptywatch", oom_exit);
	if (argc < 5 || num_scan_octal(view_of(argv[3]), 07777, &mode) < 0)
		die_usage("ptywatch user utmpfile mode command ...");
	master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (master < 0 || grantpt(master) < 0 || unlockpt(master) < 0)
		die_sys("unable to open a pseudo terminal");
	name = ptsname(master);
	slave = open_slave(name, (mode_t)mode);
	write_utmp(argv[2], argv[1], name + strlen(DEV));
	spec.path = argv[4];
	spec.argv = argv + 4;
	if (child_start(&spec, &pid) < 0 || child_wait(pid, &status) < 0)
		die_sys("unable to run ", argv[4]);
	print_written(master, slave);
	close(slave);
	return child_has_crashed(status) ? 111 : child_exit_code(status);
}
