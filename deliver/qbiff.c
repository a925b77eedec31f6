/*
 * qbiff: announce new mail on the user's terminals.
 * usage: qbiff
 * reads  fd 0: message; USER, SENDER, LOCAL; utmpx
 * writes two lines to each terminal of USER that wants them (chmod u+x)
 * exits  0, always: nobody's mail waits for a terminal
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <utmpx.h>

#include "lib/ascii.h"
#include "lib/attr.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/prog.h"

#define COLUMNS 78		/* of the second line */
#define LINE_MAX_KEPT 1000	/* bytes of a line that are looked at */

/* Unprintable bytes would command the terminal. */
static void
clean(struct buf *b)
{
	for (size_t i = 0; i < b->len; i++)
		if (!ascii_is_print(b->p[i]))
			b->p[i] = ' ';
}

/* The next line, cut to what is looked at: 1, 0 at the end or in trouble. */
static int
next_line(struct in *in, struct buf *line)
{
	if (in_line(in, line, LINE_MAX_KEPT) > 0)
		return 1;
	if (line->len == 0 || in_error(in) != 0)
		return 0;
	return in_skip_line(in) < 0 ? 0 : 1;
}

/* The subject and the beginning of the body, COLUMNS bytes at most. */
static void
summarize(struct buf *text)
{
	static char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	struct buf line = BUF_INIT;
	bool in_header = true;

	buf_sets(text, "    ");
	while (text->len < COLUMNS && next_line(&in, &line) > 0) {
		struct view v = buf_view(&line);
		if (in_header && v.len == 0)
			in_header = false;
		if (in_header && !view_has_iprefix(v, VIEW_LIT("subject:")))
			continue;
		if (in_header)
			v = view_from(v, strlen("subject:"));
		v = view_trim_end(view_trim_start(v));
		if (v.len > 0 && text->len > strlen("    "))
			buf_putc(text, ' ');
		buf_putv(text, v);
	}
	if (text->len > COLUMNS)
		buf_cut(text, COLUMNS);
	clean(text);
	buf_free(&line);
}

static void
compose(struct buf *b)
{
	const char *to = env_get("LOCAL"), *from = env_get("SENDER");
	struct buf head = BUF_INIT, text = BUF_INIT;

	buf_cat(&head, "*** TO <", to == NULL ? "" : to, "> FROM <",
	    from == NULL ? "" : from, ">");
	clean(&head);
	summarize(&text);
	buf_cat(b, "\r\n\a", head.p, "\r\n", text.p, "\r\n");
	buf_free(&head);
	buf_free(&text);
}

/* fd is a terminal of ours whose owner wants to be told. */
static bool
is_willing(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISCHR(st.st_mode) &&
	    st.st_uid == getuid() && (st.st_mode & S_IXUSR) != 0;
}

static void
tell(const char *line, const struct buf *b)
{
	struct buf path = BUF_INIT;
	int fd;

	if (strstr(line, "..") != NULL)
		return;
	buf_cat(&path, "/dev/", line);
	fd = open(path.p, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	/* a terminal that takes no more has missed it */
	if (fd >= 0 && is_willing(fd) && io_write_all(fd, b->p, b->len) < 0)
		log_info("unable to write to ", path.p);
	fd_close(&fd);
	buf_free(&path);
}

static bool
is_at(const struct utmpx *u, const char *user)
{
	return u->ut_type == USER_PROCESS &&
	    strncmp(u->ut_user, user, sizeof(u->ut_user)) == 0;
}

int
main(void)
{
	struct buf b = BUF_INIT;
	const char *user;
	const struct utmpx *u;

	prog_init("qbiff", oom_exit);
	user = env_get("USER");
	if (user == NULL)
		return EXIT_OK;
	compose(&b);
	setutxent();
	while ((u = getutxent()) != NULL) {
		char line[sizeof(u->ut_line) + 1];
		memcpy(line, u->ut_line, sizeof(u->ut_line));
		line[sizeof(u->ut_line)] = '\0';
		if (is_at(u, user))
			tell(line, &b);
	}
	return EXIT_OK;
}
