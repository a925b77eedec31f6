#include "lib/fd_all.h"

#include <unistd.h>

#include "lib/os.h"

#define FD_SCAN_MAX 65536	/* where the search ends without a limit */

void
fd_close_from(int first)
{
	long max;

	if (os_close_from(first) == 0)
		return;
	max = sysconf(_SC_OPEN_MAX);
	if (max < 0 || max > FD_SCAN_MAX)
		max = FD_SCAN_MAX;
	for (int fd = first; fd < max; fd++)
		(void)close(fd);	/* most are not open */
}
