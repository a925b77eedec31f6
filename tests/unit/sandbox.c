/* Each promise, and what is refused without it: tried by a child. */
#include "lib/sandbox.h"

#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <netinet/in.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/attr.h"
#include "tests/tap.h"

#define NO_SANDBOX 77		/* exit code: the kernel has none */

static char inside[64];		/* a folder that may be named */

static int
try_read(const char *path)
{
	int fd = open(path, O_RDONLY);

	if (fd >= 0)
		close(fd);
	return fd < 0 ? errno : 0;
}

static int
read_inside(void)
{
	return try_read(inside);
}

static int
read_outside(void)
{
	return try_read("/etc/passwd");
}

static int
create(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	if (fd < 0)
		return errno;
	close(fd);
	return unlink(path) < 0 ? errno : 0;
}

static int
create_inside(void)
{
	char path[80];

	snprintf(path, sizeof path, "%s/new", inside);
	return create(path);
}

static int
create_outside(void)
{
	return create("/tmp/qsuite-sandbox-outside");
}

static int
execute(void)
{
	char name[] = "true";
	char *const argv[] = { name, NULL }, *const envp[] = { NULL };

	execve("/bin/true", argv, envp);
	return errno;
}

static int
start_child(void)
{
	pid_t pid = fork();

	if (pid < 0)
		return errno;
	if (pid == 0)
		_exit(0);
	return waitpid(pid, NULL, 0) < 0 ? errno : 0;
}

static int
make_socket(int family)
{
	int fd = socket(family, SOCK_STREAM, 0);

	if (fd >= 0)
		close(fd);
	return fd < 0 ? errno : 0;
}

static int
inet_socket(void)
{
	return make_socket(AF_INET);
}

static int
unix_socket(void)
{
	return make_socket(AF_UNIX);
}

static int
new_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? errno : 0;
}

static int
more_memory(void)
{
	void *p = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? errno : 0;
}

static int
signal_parent(void)
{
	return kill(getppid(), 0) < 0 ? errno : 0;
}

static int
trace_parent(void)
{
	return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) < 0 ? errno : 0;
}

static int
drop_id(void)
{
	return setuid(getuid()) < 0 ? errno : 0;
}

static int
use_pipe(void)
{
	int fds[2];
	char c = 'x';

	if (pipe(fds) < 0 || write(fds[1], &c, 1) != 1 ||
	    read(fds[0], &c, 1) != 1 || close(fds[0]) < 0 ||
	    sysconf(_SC_OPEN_MAX) < 0)
		return errno;
	return 0;
}

static const struct {
	const char *name, *promises, *rights;
	int (*act)(void);
	int want;
} cases[] = {
	{ "stdio: pipes", "stdio", NULL, use_pipe, 0 },
	{ "stdio: memory", "stdio", NULL, more_memory, 0 },
	{ "stdio: no new code", "stdio", NULL, new_code, EPERM },
	{ "stdio: no file", "stdio", NULL, read_outside, EPERM },
	{ "stdio: no child", "stdio", NULL, start_child, EPERM },
	{ "stdio: no exec", "stdio", NULL, execute, EPERM },
	{ "stdio: no socket", "stdio", NULL, inet_socket, EPERM },
	{ "stdio: no signal", "stdio", NULL, signal_parent, EPERM },
	{ "stdio: no ptrace", "stdio", NULL, trace_parent, EPERM },
	{ "stdio: no new id", "stdio", NULL, drop_id, EPERM },
	{ "id", "stdio id", NULL, drop_id, 0 },
	{ "rpath inside", "stdio rpath", "r", read_inside, 0 },
	{ "rpath outside", "stdio rpath", "r", read_outside, EACCES },
	{ "rpath: no writing", "stdio rpath", "rw", create_inside, EPERM },
	{ "wpath inside", "stdio rpath wpath", "rw", create_inside, 0 },
	{ "wpath outside", "stdio rpath wpath", "rw", create_outside, EACCES },
	{ "wpath, but the path is for reading", "stdio rpath wpath", "r",
	    create_inside, EACCES },
	{ "proc", "stdio proc", NULL, start_child, 0 },
	{ "proc: no exec", "stdio proc", NULL, execute, EPERM },
	{ "exec, but not of that path", "stdio rpath exec", "r", execute,
	    EACCES },
	{ "inet", "stdio inet", NULL, inet_socket, 0 },
	{ "inet: no local ones", "stdio inet", NULL, unix_socket, EPERM },
	{ "unix", "stdio unix", NULL, unix_socket, 0 },
	{ "unix: no others", "unix", NULL, inet_socket, EPERM },
	{ "a word inside a word", "stdio unixproc", NULL, unix_socket, EPERM },
};

/* What act() gives in the sandbox; -1: the kernel has none. */
static int
run_case(size_t i)
{
	struct sandbox_path paths[] = {
		{ inside, cases[i].rights }, { NULL, NULL }
	};
	int status, r;
	pid_t pid = fork();

	if (pid == 0) {
		if (cases[i].rights == NULL)
			paths[0].path = NULL;
		r = sandbox(cases[i].promises, paths);
		if (r < 0)
			_exit(errno == ENOSYS ? NO_SANDBOX : 99);
		_exit(cases[i].act());
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || !WIFEXITED(status))
		return 98;
	return WEXITSTATUS(status) == NO_SANDBOX ? -1 : WEXITSTATUS(status);
}

int
main(void)
{
	snprintf(inside, sizeof inside, "/tmp/qsuite-sandbox-%ld",
	    (long)getpid());
	if (mkdir(inside, 0700) < 0)
		return 1;
	for (size_t i = 0; i < NELEM(cases); i++) {
		int got = run_case(i);

		if (got == -1) {
			printf("ok # SKIP this kernel has no sandbox\n");
			tap_count++;
			continue;
		}
		CHECK_INT(cases[i].name, got, cases[i].want);
	}
	rmdir(inside);
	return tap_end();
}
