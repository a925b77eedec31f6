#include "lib/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/io.h"

int
file_open_read(const char *path)
{
	return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

int
file_read(const char *path, struct buf *b, size_t max)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(file_open_read(path), space);
	int r;

	buf_clear(b);
	if (in.fd < 0)
		return errno == ENOENT ? 0 : -1;
	r = in_all(&in, b, max);
	if (r < 0 && errno == EMSGSIZE)
		errno = EFBIG;
	fd_close(&in.fd);
	return r < 0 ? -1 : 1;
}
