/*
 * sandprobe: enter each sandbox of lib/confine.c and try what it must forbid.
 *	usage: sandprobe outside	(a folder that this process can write)
 * Prints TAP.  One child per row and attempt; the attempt must fail with EPERM
 * (refused by the filter) or EACCES (by Landlock); what the row's promises
 * allow must not.
 */
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <netinet/in.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/confine.h"
#include "tests/tap.h"

#define NO_SANDBOX 200

static const char *outside;

static int
exec_shell(void)
{
	char name[] = "sh", option[] = "-c", command[] = "exit 0";
	char *const argv[] = { name, option, command, NULL };
	char *const envp[] = { NULL };

	execve("/bin/sh", argv, envp);
	return errno;
}

static int
read_root(void)
{
	return open("/root/.profile", O_RDONLY) < 0 ? errno : 0;
}

static int
read_proc(void)
{
	return open("/proc/1/status", O_RDONLY) < 0 ? errno : 0;
}

static int
write_outside(void)
{
	char path[512];

	snprintf(path, sizeof path, "%s/written", outside);
	return open(path, O_WRONLY | O_CREAT, 0600) < 0 ? errno : 0;
}

static int
listen_inet(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int
packet_socket(void)
{
	return socket(AF_PACKET, SOCK_RAW, 0) < 0 ? errno : 0;
}

static int
start_process(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid < 0 ? errno : 0;
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
become_root(void)
{
	return setuid(0) < 0 ? errno : 0;
}

/* What may be allowed: the promise that does it, NULL: none. */
static const struct { const char *name; int (*act)(void); const char *promise; }
attempts[] = {
	{ "run a shell", exec_shell, NULL },
	{ "read a private file", read_root, NULL },
	{ "look at another process", read_proc, NULL },
	{ "write outside", write_outside, NULL },
	{ "make an Internet socket", listen_inet, "inet" },
	{ "make a packet socket", packet_socket, NULL },
	{ "start a process", start_process, "proc" },
	{ "signal another process", signal_parent, "proc" },
	{ "trace another process", trace_parent, NULL },
	{ "change the user", become_root, "id" },
};

static int
attempt(enum confined who, int (*act)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		errno = 0;
		if (confine(who) < 0)
			_exit(NO_SANDBOX + 1);
		if (errno == ENOSYS)
			_exit(NO_SANDBOX);
		_exit(act());
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

int
main(int argc, char **argv)
{
	char name[128];

	if (argc != 2)
		return 100;
	outside = argv[1];
	for (unsigned who = 0; who < CONFINED; who++)
		for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
			const char *p = attempts[i].promise;
			int got = attempt(who, attempts[i].act);
			bool may = p != NULL && strstr(confine_promises(who),
			    p) != NULL;

			if (got == NO_SANDBOX) {
				printf("1..0 # SKIP this kernel has no sandbox\n");
				return 0;
			}
			snprintf(name, sizeof name, "%s %s %s",
			    confine_name(who), may ? "can" : "cannot",
			    attempts[i].name);
			tap_check(may ? got == 0 : got == EPERM || got == EACCES,
			    name, __FILE__, got);
		}
	return tap_end();
}
