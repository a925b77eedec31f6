#include "lib/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/fd.h"
#include "tests/tap.h"

static int
run(struct child_spec *spec)
{
	int status = 0;
	pid_t pid;

	spec->exit_cwd = 50;
	spec->exit_temp = 51;
	spec->exit_perm = 52;
	if (child_start(spec, &pid) < 0 || child_wait(pid, &status) < 0)
		return -1;
	return child_has_crashed(status) ? -2 : child_exit_code(status);
}

static int
sh(const char *command, struct child_spec *spec)
{
	char *script = strdup(command), dash_c[] = "-c", name[] = "sh";
	char *argv[] = { name, dash_c, script, NULL };
	int code;

	spec->path = "/bin/sh";
	spec->argv = argv;
	code = run(spec);
	free(script);
	return code;
}

static void
test_limit(void)
{
	char script[] = "exec sleep 100", dash_c[] = "-c", name[] = "sh";
	char *argv[] = { name, dash_c, script, NULL };
	struct child_spec spec = { .path = "/bin/sh", .argv = argv,
	    .own_group = true };
	struct deadline soon = deadline_in_ms(50), late = DEADLINE_NEVER;
	int status = 0;
	pid_t pid;

	CHECK_INT("start", child_start(&spec, &pid), 0);
	CHECK_INT("a group of its own", getpgid(pid), pid);
	CHECK_INT("not in time", child_wait_until(pid, &status, &soon), 0);
	CHECK_INT("not in no time", child_wait_until(pid, &status, &soon), 0);
	CHECK_INT("signal to the group", kill(-pid, SIGTERM), 0);
	CHECK_INT("in time", child_wait_until(pid, &status, &late), 1);
	CHECK(child_has_crashed(status));
	CHECK_INT("nobody", child_wait_until(pid, &status, &late), -1);
	spec.own_group = false;
	script[0] = '\0';
	CHECK_INT("start", child_start(&spec, &pid), 0);
	soon = deadline_in_s(60);
	CHECK_INT("its end wakes us", child_wait_until(pid, &status, &soon), 1);
	CHECK_INT("code", child_exit_code(status), 0);
}

static void
test_codes(void)
{
	char name[] = "nosuchprogram";
	char *argv[] = { name, NULL };
	struct child_spec spec = { .path = name, .search = true,
	    .argv = argv };

	CHECK_INT("no program in PATH", run(&spec), 52);
	spec.path = "";
	CHECK_INT("empty name", run(&spec), 52);
	spec.search = false;
	spec.path = "/nonexistent/x";
	CHECK_INT("no such path", run(&spec), 52);
	spec.path = "/dev/null";
	CHECK_INT("not executable", run(&spec), 52);
	spec = (struct child_spec){ .cwd = "/nonexistent" };
	CHECK_INT("no such folder", sh("exit 0", &spec), 50);
	spec.cwd = "/";
	CHECK_INT("folder", sh("test \"$(pwd)\" = /", &spec), 0);
	CHECK_INT("code", sh("exit 255", &spec), 255);
	CHECK_INT("killed", sh("kill -9 $$", &spec), -2);
	spec.fds[0].from = 999;		/* not open */
	spec.nfds = 1;
	CHECK_INT("bad descriptor", sh("exit 0", &spec), 51);
}

/* 3 and 4 change places, and 5 gets what was 3. */
static void
test_fds(void)
{
	int a[2];
	char got[3] = "";
	struct child_spec spec = { .fds = { { 3, 4 }, { 4, 3 }, { 5, 3 } },
	    .nfds = 3 };

	CHECK(pipe(a) == 0);
	/* whatever was inherited: 3 and 4 are the pipe now */
	CHECK(fd_move(20, a[0]) == 0 && fd_move(21, a[1]) == 0);
	CHECK(fd_move(3, 20) == 0 && fd_move(4, 21) == 0);
	CHECK(write(4, "x\n", 2) == 2);
	CHECK(fd_copy(6, 2) == 0 && fd_set_cloexec(6) == 0);
	CHECK_INT("swapped", sh("read l <&4; test \"$l\" = x && echo y >&3 && "
	    "! (: >&6) 2> /dev/null", &spec), 0);
	CHECK(read(3, got, 2) == 2 && strcmp(got, "y\n") == 0);
	(void)close(3);
	(void)close(4);
	(void)close(6);
}

/* Another user: only root may become one, for good and without groups. */
static void
test_ids(void)
{
	struct child_spec spec = { .has_ids = true, .uid = 65533,
	    .gid = 65532, .exit_ids = 53 };
	const char *whoami = "test \"$(id -u) $(id -g) $(id -G)\" = "
	    "'65533 65532 65532'";

	if (geteuid() == 0) {
		CHECK_INT("becomes them", sh(whoami, &spec), 0);
		spec.uid = 0;
		spec.gid = getgid();
	} else {
		CHECK_INT("cannot become another", sh("exit 0", &spec), 53);
		spec.uid = geteuid();
		spec.gid = getegid();
	}
	CHECK_INT("is itself already", sh("exit 4", &spec), 4);
}

static void
test_signals(void)
{
	struct child_spec spec = { .nfds = 0 };
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	CHECK_INT("TERM is not blocked", sh("kill -TERM $$; exit 3", &spec),
	    -2);
	CHECK_INT("PIPE is not ignored", sh("kill -PIPE $$; exit 3", &spec),
	    -2);
	sigprocmask(SIG_SETMASK, NULL, &set);
	CHECK(sigismember(&set, SIGTERM) == 1);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	/* as whoever ran us may have left it */
	signal(SIGCHLD, SIG_IGN);
	CHECK_INT("CHLD is not ignored", sh("exit 3", &spec), 3);
}

static void
test_reap(void)
{
	char script[] = "exit 7", dash_c[] = "-c", name[] = "sh";
	char *argv[] = { name, dash_c, script, NULL };
	struct child_spec spec = { .path = "sh", .search = true,
	    .argv = argv };
	pid_t pid, got;
	int status, r;

	CHECK_INT("no child", child_reap(&got, &status), -1);
	CHECK_INT("reason", errno, ECHILD);
	CHECK(child_start(&spec, &pid) == 0);
	do
		r = child_reap(&got, &status);
	while (r == 0);
	CHECK(r == 1 && got == pid && child_exit_code(status) == 7);
	CHECK_INT("no child", child_wait(pid, &status), -1);
}

static void
test_path(void)
{
	char name[] = "true", longpath[6000];
	char *argv[] = { name, NULL };
	struct child_spec spec = { .path = name, .search = true,
	    .argv = argv };

	memset(longpath, 'x', sizeof(longpath));
	memcpy(longpath + sizeof(longpath) - 16, ":/nosuch:/dev/n", 16);
	CHECK(setenv("PATH", longpath, 1) == 0);
	CHECK_INT("folders too long, absent, none", run(&spec), 52);
	CHECK(setenv("PATH", "/dev/null:/bin:/usr/bin", 1) == 0);
	CHECK_INT("behind one that is none", run(&spec), 0);
	CHECK(unsetenv("PATH") == 0);
	CHECK_INT("without PATH", run(&spec), 0);
}

int
main(void)
{
	test_fds();
	test_ids();
	test_limit();
	test_codes();
	test_signals();
	test_reap();
	test_path();
	CHECK(err_is_temp(ENOSPC) && err_is_temp(EIO) && err_is_temp(EMFILE));
	CHECK(!err_is_temp(ENOENT) && !err_is_temp(EACCES) &&
	    !err_is_temp(ENOEXEC) && !err_is_temp(E2BIG));
	CHECK(err_is_temp(99999));
	/* spec: supervise.md 0 (reason texts) */
	CHECK_STR("ENOENT", view_of(err_str(ENOENT)), "file does not exist");
	CHECK_STR("EACCES", view_of(err_str(EACCES)), "access denied");
	CHECK_STR("EAGAIN", view_of(err_str(EAGAIN)), "temporary failure");
	CHECK_STR("EPROTO", view_of(err_str(EPROTO)), "protocol error");
	CHECK_STR("EPERM", view_of(err_str(EPERM)), "permission denied");
	CHECK_STR("ENOSPC", view_of(err_str(ENOSPC)), "out of disk space");
	CHECK_STR("other", view_of(err_str(99999)), "unknown error");
	return tap_end();
}
