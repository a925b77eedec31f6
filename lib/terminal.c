#include "lib/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/mem.h"

/* A line of descriptor 0, byte by byte: what follows is not ours. */
static int
read_line(struct buf *b)
{
	char byte[1];
	struct in in = IN_INIT(0, byte);
	int r;

	buf_clear(b);
	buf_reserve(b, TERMINAL_SECRET_MAX);	/* no copies of a secret */
	r = in_line(&in, b, TERMINAL_SECRET_MAX);
	if (r == 0 || (r < 0 && errno != EPIPE)) {
		if (r == 0)
			errno = ENODATA;
		return -1;
	}
	return 0;	/* the last line may have no end */
}

static int
ask(const char *prompt, struct buf *b)
{
	int r;

	if (io_write_all(2, prompt, strlen(prompt)) < 0)
		return -1;
	r = read_line(b);
	/* the person's own line end was not shown */
	return io_write_all(2, "\n", 1) < 0 ? -1 : r;
}

static enum terminal
ask_twice(const char *prompt, const char *again, struct buf *b)
{
	struct buf second = BUF_INIT;
	enum terminal result = TERMINAL_FAILED;

	if (ask(prompt, b) == 0 && ask(again, &second) == 0)
		result = view_is_eq(buf_view(b), buf_view(&second)) ?
		    TERMINAL_OK : TERMINAL_DIFFERENT;
	buf_wipe(&second);
	return result;
}

enum terminal
terminal_secret(const char *prompt, const char *again, struct buf *b)
{
	struct termios before, quiet;
	sigset_t keys, old;
	enum terminal result;

	if (tcgetattr(0, &before) < 0)
		return read_line(b) < 0 ? TERMINAL_FAILED : TERMINAL_OK;
	/* ^C must not leave a terminal without echo: it has to wait */
	sigemptyset(&keys);
	sigaddset(&keys, SIGINT);
	sigaddset(&keys, SIGQUIT);
	sigaddset(&keys, SIGTSTP);
	quiet = before;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	if (sigprocmask(SIG_BLOCK, &keys, &old) < 0 ||
	    tcsetattr(0, TCSAFLUSH, &quiet) < 0)
		return TERMINAL_FAILED;
	result = ask_twice(prompt, again, b);
	if (tcsetattr(0, TCSAFLUSH, &before) < 0 ||
	    sigprocmask(SIG_SETMASK, &old, NULL) < 0)
		return TERMINAL_FAILED;
	return result;
}
