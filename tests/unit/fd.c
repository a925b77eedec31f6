#include "lib/fd.h"
#include "lib/fd_all.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lib/deadline.h"
#include "lib/file.h"
#include "lib/lock.h"
#include "lib/log.h"
#include "lib/passwd.h"
#include "lib/sig.h"
#include "tests/tap.h"

static void
test_fd(void)
{
	int fds[2];

	CHECK(pipe(fds) == 0);
	CHECK(fd_set_cloexec(fds[0]) == 0 &&
	    fcntl(fds[0], F_GETFD) == FD_CLOEXEC);
	CHECK(fd_copy(fds[0], fds[0]) == 0 && fcntl(fds[0], F_GETFD) == 0);
	CHECK(fd_set_cloexec(fds[0]) == 0 && fd_clear_cloexec(fds[0]) == 0 &&
	    fcntl(fds[0], F_GETFD) == 0);
	CHECK(fd_set_nonblock(fds[0]) == 0 &&
	    (fcntl(fds[0], F_GETFL) & O_NONBLOCK) != 0);
	CHECK(fd_clear_nonblock(fds[0]) == 0 &&
	    (fcntl(fds[0], F_GETFL) & O_NONBLOCK) == 0);
	CHECK(fd_copy(40, fds[0]) == 0 && fcntl(fds[0], F_GETFD) >= 0);
	CHECK(fd_move(41, 40) == 0 && fcntl(40, F_GETFD) < 0);
	CHECK(fd_move(41, 41) == 0 && fcntl(41, F_GETFD) >= 0);
	CHECK(fd_copy(42, 999) < 0 && errno == EBADF);
	CHECK(fd_set_cloexec(999) < 0 && fd_set_nonblock(999) < 0);
	errno = EPERM;
	fd_close(&fds[0]);
	fd_close(&fds[0]);
	CHECK(fds[0] == -1 && errno == EPERM);
	fd_close_from(41);
	CHECK(fcntl(41, F_GETFD) < 0 && fcntl(2, F_GETFD) >= 0);
	fd_close(&fds[1]);
}

/* Descriptors far above 1024, the limit lowered meanwhile. */
static void
test_close_high(void)
{
	struct rlimit r;
	int high = 3000;

	if (getrlimit(RLIMIT_NOFILE, &r) < 0 || r.rlim_max <= 3000) {
		CHECK_NAMED("high descriptors # SKIP limit", true);
		return;
	}
	r.rlim_cur = 3001;
	CHECK(setrlimit(RLIMIT_NOFILE, &r) == 0);
	CHECK(fd_copy(high, 2) == 0);
	fd_close_from(100);
	CHECK(fcntl(high, F_GETFD) < 0);
}

static void
test_open_std(void)
{
	pid_t pid = fork();
	int status = 1;

	if (pid == 0) {
		(void)close(0);
		(void)close(2);
		_exit(fd_open_std() == 0 && fcntl(0, F_GETFD) == 0 &&
		    fcntl(2, F_GETFD) == 0 ? 0 : 1);
	}
	CHECK(pid > 0 && waitpid(pid, &status, 0) == pid && status == 0);
}

static void
test_file(void)
{
	char path[] = "/tmp/qsuite-file.XXXXXX";
	struct buf b = BUF_INIT;
	int fd = mkstemp(path);

	CHECK(fd >= 0 && write(fd, "a\0b\n", 4) == 4);
	CHECK_INT("read", file_read(path, &b, 4), 1);
	CHECK_VIEW("bytes", buf_view(&b), "a\0b\n");
	CHECK(file_read(path, &b, 3) == -1 && errno == EFBIG);
	CHECK_INT("absent", file_read("/tmp/nosuch/file", &b, 9), 0);
	CHECK_INT("absent: empty", b.len, 0);
	CHECK(file_read("/tmp", &b, 9) == -1 && errno == EISDIR);
	CHECK(file_open_read("/tmp/nosuch/file") < 0 && errno == ENOENT);
	(void)close(fd);
	(void)unlink(path);
	buf_free(&b);
}

static void
test_lock(void)
{
	char path[] = "/tmp/qsuite-lock.XXXXXX";
	int a = mkstemp(path), b = open(path, O_RDWR);
	struct deadline d;

	CHECK(a >= 0 && b >= 0);
	CHECK(lock_ex(a) == 0);
	CHECK(lock_try(b) < 0 && errno == EAGAIN);
	d = deadline_in_ms(900);
	CHECK(lock_within(b, 1) < 0 && errno == ETIMEDOUT);
	CHECK(deadline_is_past(&d));
	(void)close(a);
	CHECK(lock_within(b, 1) == 0);
	CHECK(lock_try(999) < 0 && errno == EBADF);
	(void)close(b);
	(void)unlink(path);
}

static void
test_lock_create(void)
{
	char path[] = "/tmp/qsuite-lock.XXXXXX";
	int old = mkstemp(path), a, b;
	struct stat st;

	CHECK(old >= 0 && write(old, "old", 3) == 3 && fchmod(old, 0644) == 0);
	a = lock_create(path, 1);
	CHECK(a >= 0 && fstat(a, &st) == 0 && st.st_size == 0);
	CHECK((st.st_mode & 07777) == 0600);
	CHECK(lock_create(path, 1) < 0 && errno == ETIMEDOUT);
	CHECK(unlink(path) == 0);	/* as good as renamed */
	b = lock_create(path, 1);
	CHECK(b >= 0);
	(void)close(b);
	b = lock_create(path, 1);
	CHECK(b >= 0);
	(void)unlink(path);
	(void)close(old);
	(void)close(a);
	(void)close(b);
	CHECK(lock_create("/nowhere/x", 1) < 0 && errno == ENOENT);
}

static void
test_deadline(void)
{
	struct deadline never = DEADLINE_NEVER, past = { .at_ms = 0 };
	struct deadline soon = deadline_in_ms(60000), later = deadline_in_s(90);

	CHECK(!deadline_is_past(&never) && deadline_is_past(&past));
	CHECK_INT("never", deadline_poll_ms(&never), -1);
	CHECK_INT("past", deadline_poll_ms(&past), 0);
	CHECK(deadline_poll_ms(&soon) > 0 && deadline_poll_ms(&soon) <= 60000);
	CHECK(deadline_min(soon, later).at_ms == soon.at_ms);
	CHECK(deadline_min(never, later).at_ms == later.at_ms);
	later = deadline_in_s(INT64_MAX / 2000);
	CHECK_INT("clipped", deadline_poll_ms(&later), INT32_MAX);
	later = deadline_in_s(INT64_MAX);
	CHECK_INT("too far", deadline_poll_ms(&later), -1);
}

static void
test_sig(void)
{
	CHECK_INT("no pipe yet", sig_fd(), -1);
	CHECK(sig_watch(SIGUSR1) == 0 && sig_watch(SIGUSR2) == 0);
	CHECK(!sig_take(SIGUSR1));
	CHECK(raise(SIGUSR1) == 0 && raise(SIGUSR1) == 0);
	sig_drain();
	CHECK(sig_take(SIGUSR1) && !sig_take(SIGUSR1) && !sig_take(SIGUSR2));
	for (int i = 0; i < 100000; i++)	/* a full pipe must not block */
		(void)raise(SIGUSR2);
	sig_drain();
	CHECK(sig_take(SIGUSR2));
	sig_block(SIGUSR1);
	CHECK(raise(SIGUSR1) == 0 && !sig_take(SIGUSR1));
	sig_unblock(SIGUSR1);
	CHECK(sig_take(SIGUSR1));
	sig_ignore(SIGTERM);
	CHECK(raise(SIGTERM) == 0);
	sig_default(SIGTERM);
}

static void
check_line(const char *name, const char *want, const char *word)
{
	char got[LOG_LINE_MAX + 100];
	int fds[2], saved = dup(2);
	ssize_t n;

	CHECK(pipe(fds) == 0 && fd_copy(2, fds[1]) == 0);
	errno = EPERM;
	log_warning("is ", word);
	CHECK_INT("errno stays", errno, EPERM);
	CHECK(fd_move(2, saved) == 0);
	n = read(fds[0], got, sizeof(got));
	if (want != NULL)
		CHECK_STR(name, view_make(got, n > 0 ? (size_t)n : 0), want);
	else
		CHECK_INT(name, n, LOG_LINE_MAX);
	CHECK(n > 0 && got[n - 1] == '\n');
	(void)close(fds[0]);
	(void)close(fds[1]);
}

static void
test_log(void)
{
	char big[3000];

	log_set_name("prog");
	check_line("plain", "prog: warning: is it\n", "it");
	check_line("escaped", "prog: warning: is a?b?c?d e??\n",
	    "a\nb\tc\033d e\xc3\xa4");
	memset(big, 'x', sizeof(big) - 1);
	big[sizeof(big) - 1] = '\0';
	check_line("cut", NULL, big);
}

static void
test_passwd(void)
{
	const char *names[] = { "root", "nosuchuser" }, *missing = NULL;
	uid_t uid[2] = { 1, 1 };
	gid_t gid[2] = { 1, 1 };

	CHECK_INT("root", passwd_user("root", &uid[0], &gid[0]), 1);
	CHECK(uid[0] == 0 && gid[0] == 0);
	CHECK_INT("nobody known", passwd_user("nosuchuser", uid, gid), 0);
	CHECK_INT("not a prefix", passwd_user("roo", uid, gid), 0);
	CHECK_INT("empty", passwd_user("", uid, gid), 0);
	CHECK_INT("group", passwd_group("nosuchgroup", gid), 0);
	CHECK_INT("several", passwd_users(names, 2, uid, gid, &missing), 0);
	CHECK(missing != NULL && strcmp(missing, "nosuchuser") == 0);
}

int
main(void)
{
	test_fd();
	test_close_high();
	test_open_std();
	test_file();
	test_lock();
	test_lock_create();
	test_deadline();
	test_sig();
	test_log();
	test_passwd();
	return tap_end();
}
