/*
 * showproc: stand for another program and tell how it was started.
 *	usage: NAME [arg ...], NAME being a copy or link
 * Writes to the file $SEEN/NAME (by renaming): argv in brackets, ids, groups,
 * folder, umask, pid, ppid, and a line for each open descriptor below 64:
 * `fd N: r|w|rw TARGET`.  Then it reads descriptor 0 to its end, if that can be
 * read, and exits 0; else it waits for a signal.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/prog.h"

#define FD_SHOWN 64
#define GROUPS_SHOWN 64
#define LIFETIME_S 390	/* as long as a test may take */

static void
show_ids(FILE *f)
{
	gid_t groups[GROUPS_SHOWN];
	int n = getgroups(GROUPS_SHOWN, groups);

	fprintf(f, "ids: %u %u\ngroups:", (unsigned)getuid(),
	    (unsigned)getgid());
	for (int i = 0; i < n; i++)
		fprintf(f, " %u", (unsigned)groups[i]);
	fprintf(f, "\n");
}

static void
show_process(FILE *f, char **argv)
{
	char cwd[PATH_MAX];
	mode_t mask = umask(0);

	fprintf(f, "argv:");
	for (; *argv != NULL; argv++)
		fprintf(f, " [%s]", *argv);
	fprintf(f, "\n");
	show_ids(f);
	fprintf(f, "cwd: %s\n", getcwd(cwd, sizeof(cwd)) == NULL ? "?" : cwd);
	fprintf(f, "umask: %03o\npid: %d\nppid: %d\n", (unsigned)mask,
	    (int)getpid(), (int)getppid());
	umask(mask);
}

/* Before the report itself is opened. */
static char fds[FD_SHOWN][PATH_MAX];

static void
note_fds(void)
{
	static const char *const modes[] = { "r", "w", "rw", "?" };
	char name[64], target[PATH_MAX - 8];
	ssize_t n;

	for (int fd = 0; fd < FD_SHOWN; fd++) {
		int flags = fcntl(fd, F_GETFL);
		snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
		n = readlink(name, target, sizeof(target) - 1);
		if (flags < 0 || n < 0)
			continue;
		target[n] = '\0';
		snprintf(fds[fd], sizeof(fds[fd]), "%s %s",
		    modes[flags & O_ACCMODE], target);
	}
}

static void
wait_for_end(void)
{
	char byte[64];

	if ((fcntl(0, F_GETFL) & O_ACCMODE) == O_WRONLY)
		pause();
	while (read(0, byte, sizeof(byte)) > 0)
		continue;
}

int
main(int argc, char **argv)
{
	const char *seen = env_get("SEEN");
	const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
	char path[PATH_MAX], tmp[PATH_MAX + 8];
	FILE *f;

	prog_init("showproc", oom_exit);
	alarm(LIFETIME_S);
	if (seen == NULL || argc < 1)
		die_usage("NAME [arg ...], with SEEN set");
	note_fds();
	snprintf(path, sizeof(path), "%s/%s", seen,
	    slash == NULL ? argv[0] : slash + 1);
	snprintf(tmp, sizeof(tmp), "%s.tmp", path);
	f = fopen(tmp, "w");
	if (f == NULL)
		die_sys("unable to write ", tmp);
	show_process(f, argv);
	for (int fd = 0; fd < FD_SHOWN; fd++)
		if (fds[fd][0] != '\0')
			fprintf(f, "fd %d: %s\n", fd, fds[fd]);
	if (fclose(f) != 0 || rename(tmp, path) < 0)
		die_sys("unable to write ", path);
	wait_for_end();
	return EXIT_OK;
}
