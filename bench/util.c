#include "bench/util.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define SLURP_MAX (64u << 20)

uint64_t
util_now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

void
util_sleep_us(uint64_t us)
{
	struct timespec ts = { .tv_sec = (time_t)(us / 1000000),
	    .tv_nsec = (long)(us % 1000000) * 1000 };

	(void)nanosleep(&ts, NULL);	/* the caller looks at the clock */
}

uint64_t
util_number(const char *arg, uint64_t max)
{
	uint64_t n;

	if (num_scan(view_of(arg), max, &n) < 0)
		die_perm("not a number in range: ", arg);
	return n;
}

void
util_slurp(const char *path, struct buf *b)
{
	if (file_read(path, b, SLURP_MAX) <= 0)
		die_sys("unable to read ", path);
}

void
util_subst(struct view text, uint64_t i, struct buf *b)
{
	buf_clear(b);
	for (size_t n = 0; n < text.len; n++)
		if (n + 1 < text.len && text.p[n] == '{' &&
		    text.p[n + 1] == '}') {
			buf_put_u64(b, i);
			n++;
		} else
			buf_putc(b, text.p[n]);
}

int
util_connect(unsigned port)
{
	struct sockaddr_in sa = { .sin_family = AF_INET };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;

	if (fd < 0)
		die_sys("unable to make a socket");
	sa.sin_port = htons((uint16_t)port);
	sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one)) < 0 ||
	    connect(fd, (struct sockaddr *)&sa, sizeof(sa)) < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

void
util_send(int fd, const void *p, size_t len)
{
	/* who does not read shows in what it answers, or in its exit code */
	(void)(io_write_all(fd, p, len) < 0);
}

static uint64_t
own_cpu_us(void)
{
	struct rusage ru;

	if (getrusage(RUSAGE_SELF, &ru) < 0)
		die_sys("getrusage");
	return ((uint64_t)ru.ru_utime.tv_sec +
	    (uint64_t)ru.ru_stime.tv_sec) * 1000000 +
	    (uint64_t)ru.ru_utime.tv_usec + (uint64_t)ru.ru_stime.tv_usec;
}

void
util_result(const char *name, ...)
{
	char space[1024];
	struct out out = OUT_INIT(1, space);
	va_list ap;

	out_puts(&out, "{");
	va_start(ap, name);
	for (; name != NULL; name = va_arg(ap, const char *)) {
		out_cat(&out, "\"", name, "\":");
		out_put_u64(&out, va_arg(ap, uint64_t));
		out_puts(&out, ",");
	}
	va_end(ap);
	out_puts(&out, "\"cpu_us\":");
	out_put_u64(&out, own_cpu_us());
	out_puts(&out, "}\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
}
