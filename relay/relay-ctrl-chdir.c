/*
 * relay-ctrl-chdir: open the directory of relay-ctrl while root, for programs
 * that will not be.	usage: relay-ctrl-chdir program ...
 * sets   RELAY_CTRL_DIR_FD: the number of an open descriptor of
 *        RELAY_CTRL_DIR; RELAY_CTRL_KEY_FD: the same of the file named by
 *        RELAY_CTRL_KEY, if that is set
 * exits  as the program; 100 usage; 111 one of them cannot be opened
 */
#include <sys/resource.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/fd.h"
#include "lib/num.h"
#include "relay/note.h"

#define SLOT_MAX 1023		/* higher ones make every fork dearer */

/*
 * Shells and daemons close low descriptors, or use them: move fd to the
 * highest free slot, where it survives exec.  0, or -1 with errno.
 */
static int
move_up(int *fd)
{
	struct rlimit limit;
	int slot = SLOT_MAX;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
		return -1;
	if (limit.rlim_cur <= SLOT_MAX)
		slot = (int)limit.rlim_cur - 1;
	while (slot > 2 && fcntl(slot, F_GETFD) >= 0)
		slot--;
	if (slot <= 2) {
		errno = EMFILE;
		return -1;
	}
	if (fd_move(slot, *fd) < 0)
		return -1;
	*fd = slot;
	return 0;
}

static void
hand_down(const char *variable, int fd)
{
	char digits[NUM_FMT_MAX];

	if (fd < 0 || move_up(&fd) < 0)
		die_sys("unable to open what $", variable, " shall be");
	(void)num_fmt((uint64_t)fd, digits);
	env_put(variable, digits);
}

int
main(int argc, char **argv)
{
	const char *dir = env_get("RELAY_CTRL_DIR");
	const char *key = env_get("RELAY_CTRL_KEY");

	relay_begin("relay-ctrl-chdir");
	if (argc < 2)
		die_usage("relay-ctrl-chdir program ...");
	if (dir == NULL)
		die_temp("$RELAY_CTRL_DIR is not set");
	hand_down("RELAY_CTRL_DIR_FD", open(dir, O_RDONLY | O_DIRECTORY));
	if (key != NULL)
		hand_down("RELAY_CTRL_KEY_FD", open(key, O_RDONLY));
	relay_run(argv + 1);
}
