/* lib/netstring: a stream of netstrings, through a pipe. */
#include "lib/netstring.h"

#include <stdlib.h>
#include <unistd.h>

#define INPUT_MAX 60000		/* fits into a pipe */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf b = BUF_INIT;
	char space[16];
	struct in in;
	int fds[2];

	if (size > INPUT_MAX)
		return 0;
	if (pipe(fds) < 0 || write(fds[1], data, size) != (ssize_t)size ||
	    close(fds[1]) < 0)
		abort();
	in = (struct in)IN_INIT(fds[0], space);
	while (netstring_get(&in, &b, 1000) > 0)
		if (b.len > 1000)
			abort();
	(void)close(fds[0]);
	buf_free(&b);
	return 0;
}
