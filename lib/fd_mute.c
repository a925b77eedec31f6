#include "lib/fd_mute.h"

#include <fcntl.h>
#include <unistd.h>

#include "lib/fd.h"

int
fd_mute_log(void)
{
	int null;

	if (!fd_is_same(1, 2) || isatty(2))
		return 0;
	null = open("/dev/null", O_WRONLY);
	return null < 0 ? -1 : fd_move(2, null);
}
