/*
 * mail/pop3: any bytes as commands, read byte by byte and in blocks: the same
 * commands come out, within their limits.
 */
#include "mail/pop3.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base64.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct pop3 one, block;

static int
scratch(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/qsuite-fuzz-pop3.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0 ||
	    write(fd, data, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) < 0)
		abort();
	return fd;
}

static void
start(struct pop3 *p, size_t look_ahead, int in, int out)
{
	pop3_init(p, look_ahead);
	p->in.fd = in;
	p->out.fd = out;
}

static void
check(struct view verb, struct view arg)
{
	struct buf bytes = BUF_INIT;

	if (verb.len + arg.len > POP3_LINE_MAX || view_has_byte(verb, ' ') ||
	    view_has_byte(verb, '\0') || view_has_byte(arg, '\0') ||
	    view_has_byte(arg, '\n') || arg.p[arg.len] != '\0')
		abort();
	if (base64_get(&bytes, arg) == 0) {	/* then it is the only text */
		struct buf again = BUF_INIT;
		base64_put(&again, buf_view(&bytes));
		if (!view_is_eq(buf_view(&again), arg))
			abort();
		buf_free(&again);
	}
	buf_free(&bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	struct view verb[2], arg[2];
	int r[2];

	start(&one, 1, scratch(data, size), null);
	start(&block, IO_SIZE, scratch(data, size), null);
	do {
		r[0] = pop3_next(&one, &verb[0], &arg[0]);
		r[1] = pop3_next(&block, &verb[1], &arg[1]);
		if (r[0] != r[1])
			abort();
		if (r[0] > 0) {
			check(verb[0], arg[0]);
			if (!view_is_eq(verb[0], verb[1]) ||
			    !view_is_eq(arg[0], arg[1]))
				abort();
		}
	} while (r[0] > 0);
	close(one.in.fd);
	close(block.in.fd);
	close(null);
	pop3_free(&one);
	pop3_free(&block);
	return 0;
}
