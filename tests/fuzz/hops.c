/* local/hops: any header. */
#include "local/hops.h"

#include <stdlib.h>
#include <unistd.h>

#define INPUT_MAX 60000		/* fits into a pipe */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char space[16];
	int fds[2];

	if (size > INPUT_MAX)
		return 0;
	if (pipe(fds) < 0 || write(fds[1], data, size) != (ssize_t)size ||
	    close(fds[1]) < 0)
		abort();
	struct in in = IN_INIT(fds[0], space);
	if (hops_check(&in, VIEW_LIT("Delivered-To: me@x\n")) == HOPS_ERROR)
		abort();
	(void)close(fds[0]);
	return 0;
}
