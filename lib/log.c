#include "lib/log.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"

struct line {
	char p[LOG_LINE_MAX];
	size_t len;
};

static const char *name = "?";

void
log_set_name(const char *program)
{
	name = program;
}

const char *
log_name(void)
{
	return name;
}

static void
add(struct line *line, const char *s)
{
	for (; *s != '\0' && line->len < LOG_LINE_MAX - 1; s++)
		line->p[line->len++] = ascii_is_print(*s) ? *s : '?';
}

void
log_line(const char *severity, const char *const *words)
{
	struct line line = { .len = 0 };
	int saved = errno;
	ssize_t w;

	add(&line, name);
	add(&line, ": ");
	if (severity != NULL) {
		add(&line, severity);
		add(&line, ": ");
	}
	for (; *words != NULL; words++)
		add(&line, *words);
	line.p[line.len++] = '\n';
	do
		w = write(2, line.p, line.len);
	while (w < 0 && errno == EINTR);
	errno = saved;
}
