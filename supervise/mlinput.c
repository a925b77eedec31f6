#include "supervise/mlinput.h"

#include <errno.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/os.h"
#include "lib/prog.h"

static ssize_t
read_restarted(int fd, char *p, size_t len)
{
	ssize_t r;

	do
		r = read(fd, p, len);
	while (r < 0 && errno == EINTR);
	return r;
}

void
mlinput_open(struct mlinput *in)
{
	in->can_look = true;	/* until it proves wrong */
	in->shown = 0;
	if (os_pipe(in->pipe) < 0)
		die_sys("unable to create pipe");
}

ssize_t
mlinput_look(struct mlinput *in, char *p, size_t len)
{
	size_t got = 0;
	ssize_t r;

	if (in->can_look) {
		r = os_tee(0, in->pipe[1], len);
		if (r >= 0)
			in->shown = (size_t)r;
		else if (errno == EINVAL || errno == ENOSYS)
			in->can_look = false;
		else
			return -1;
	}
	if (!in->can_look)
		return read_restarted(0, p, len);
	while (got < in->shown) {	/* one read, as a rule */
		r = read_restarted(in->pipe[0], p + got, in->shown - got);
		if (r <= 0)
			return -1;
		got += (size_t)r;
	}
	return (ssize_t)got;
}

int
mlinput_take(struct mlinput *in, size_t n)
{
	char bytes[IO_SIZE];
	ssize_t r;

	if (!in->can_look)
		return 0;
	if (n > in->shown)
		bug("more input taken than shown");
	in->shown -= n;
	for (; n > 0; n -= (size_t)r) {
		r = read_restarted(0, bytes, n < sizeof(bytes) ? n :
		    sizeof(bytes));
		if (r < 0)
			return -1;
		if (r == 0)	/* somebody else reads our pipe: not ours */
			return 0;
	}
	return 0;
}
