/*
 * tlstest: stand for a UCSPI-TLS helper (ucspi.md 9) without TLS.
 *	usage: tlstest clear secret program [arg ...]
 * The program reads the file clear on descriptor 0 and writes to ours.  When it
 * asks for the handshake, `-- handshake BYTE` is printed, it is told the
 * variables of $TLSTEST_SAYS (comma between; `fail`: nothing; `gone`: nobody is
 * there to ask), and the clear side of the "TLS" pump is the file secret for
 * reading, ours for writing.
 * Exits 0 when the program is over.
 */
#include <sys/socket.h>

#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define LIFETIME_S 60

static void
put_fd(const char *name, int fd)
{
	char text[NUM_FMT_MAX];

	num_fmt((uint64_t)fd, text);
	env_put(name, text);
}

static void
shake_hands(int control)
{
	const char *says = env_get("TLSTEST_SAYS");
	struct view rest = view_of(says == NULL ? "" : says), word;
	struct buf b = BUF_INIT;
	char text[] = "-- handshake ?\r\n", byte;

	if (read(control, &byte, 1) != 1)
		return;			/* it was not wanted */
	text[sizeof(text) - 4] = byte;
	if (io_write_all(1, text, sizeof(text) - 1) < 0)
		die_sys("unable to write");
	if (view_is(rest, "fail"))
		return;
	while (view_cut(&rest, ',', &word)) {
		buf_putv(&b, word);
		buf_putc(&b, '\0');
	}
	buf_putc(&b, '\0');
	if (io_write_all(control, b.p, b.len) < 0)
		die_sys("unable to tell");
	buf_free(&b);
}

static bool
says_gone(void)
{
	const char *says = env_get("TLSTEST_SAYS");

	return says != NULL && view_is(view_of(says), "gone");
}

int
main(int argc, char **argv)
{
	int pair[2], clear, status;
	pid_t pid;

	prog_init("tlstest", oom_exit);
	if (argc < 4)
		die_usage("tlstest clear secret program [arg ...]");
	alarm(LIFETIME_S);
	clear = open(argv[1], O_RDONLY | O_CLOEXEC);
	if (clear < 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
		die_sys("unable to start");
	if (says_gone())
		fd_close(&pair[0]);
	pid = fork();
	if (pid == 0) {
		put_fd("SSLCTLFD", pair[1]);
		put_fd("SSLREADFD", open(argv[2], O_RDONLY));
		put_fd("SSLWRITEFD", dup(1));
		fd_close(&pair[0]);
		if (dup2(clear, 0) < 0)
			die_sys("unable to copy a descriptor");
		child_exec(argv[3], argv + 3, NULL);
		die_sys("unable to run ", argv[3]);
	}
	(void)close(pair[1]);
	shake_hands(pair[0]);
	fd_close(&pair[0]);
	if (pid < 0 || child_wait(pid, &status) < 0)
		die_sys("unable to wait");
	return EXIT_OK;
}
