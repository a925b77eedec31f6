/*
 * svc: send commands to supervised services.
 *	usage: svc [-udopchaitkxq12w+=] dir ...
 * each letter is one byte in dir/supervise/control, in the order typed, all in
 * one write; exits 0 (a service that is not supervised is a warning), 100
 * usage
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "supervise/svdir.h"

#define LETTERS "udopchaitkxq12w+="
#define USAGE "svc [-" LETTERS "] dir ..."

static void
control(const char *dir, const struct buf *commands)
{
	struct buf base = BUF_INIT;
	int fd = -1;

	if (chdir(dir) < 0) {
		log_warning("unable to chdir to ", dir, ": ", err_str(errno));
		return;
	}
	if (svdir_find(&base) == 0)
		fd = svdir_open_control(base.p);
	if (fd < 0)
		log_warning("unable to control ", dir, ": ",
		    errno == ENXIO ? "supervise not running" :
		    err_str(errno));
	/* a full fifo takes all or nothing (PIPE_BUF), and nobody waits */
	else if (write(fd, commands->p, commands->len) !=
	    (ssize_t)commands->len)
		log_warning("unable to write ", dir, "/supervise/control: ",
		    err_str(errno));
	fd_close(&fd);
	buf_free(&base);
}

/* The letters of all options, and `=` behind a `+`: it is for this call. */
static void
collect(struct buf *commands, int argc, char **argv)
{
	bool to_group = false;
	int letter;

	opterr = 0;
	while ((letter = getopt(argc, argv, "+" LETTERS)) != -1) {
		if (letter == '?') {
			char bad[2] = { (char)optopt, '\0' };
			log_plain("illegal option -- ", bad);
			die_usage(USAGE);
		}
		if (letter == '+' || letter == '=')
			to_group = letter == '+';
		buf_putc(commands, (char)letter);
	}
	if (to_group)
		buf_putc(commands, '=');
}

int
main(int argc, char **argv)
{
	struct buf commands = BUF_INIT;
	int start;

	prog_init("svc", oom_exit);
	sig_ignore(SIGPIPE);	/* a supervise that leaves just now */
	collect(&commands, argc, argv);
	start = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (start < 0)
		die_sys("unable to open current directory");
	for (int i = optind; i < argc; i++) {
		control(argv[i], &commands);
		if (fchdir(start) < 0)
			die_sys("unable to return to the first directory");
	}
	return EXIT_OK;
}
