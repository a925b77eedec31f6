#include "mail/mailbox.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/io.h"
#include "lib/setid.h"
#include "lib/sig.h"
#include "lib/sys.h"
#include "mail/maildir.h"

#define HOME_MODE 0700
#define PARENT_MODE 0755
#define QUOTA_MODE 0600
#define BOX "Maildir"
#define QUOTA_FILE BOX "/maildirsize"

/* 1 made, 0 it was there, -1. */
static int
make_folder(const char *path, mode_t mode)
{
	if (sys_mkdir(path, mode) == 0)
		return sys_chmod(path, mode) < 0 ? -1 : 1;
	return errno == EEXIST ? 0 : -1;
}

/* The folder of home, when it is missing. */
static int
make_parent(const char *home)
{
	struct buf parent = BUF_INIT;
	int r = 0;

	buf_sets(&parent, home);
	while (parent.len > 1 && parent.p[parent.len - 1] == '/')
		buf_cut(&parent, parent.len - 1);
	buf_cut(&parent, view_rchr(buf_view(&parent), '/'));
	if (parent.len > 0)
		r = make_folder(parent.p, PARENT_MODE);
	buf_free(&parent);
	return r < 0 ? -1 : 0;
}

static int
make_home(const char *home, uid_t uid, gid_t gid)
{
	int r = make_parent(home);

	if (r == 0)
		r = make_folder(home, HOME_MODE);
	/* only what is new changes hands */
	if (r > 0 && geteuid() == 0)
		r = lchown(home, uid, gid);
	return r < 0 ? -1 : 0;
}

static int
start_quota(const char *quota)
{
	struct buf b = BUF_INIT;
	int fd = sys_open(QUOTA_FILE, O_WRONLY | O_CREAT | O_EXCL, QUOTA_MODE);
	int r;

	if (fd < 0)
		return -1;
	buf_cat(&b, quota, "\n0 0\n");
	r = io_write_all(fd, b.p, b.len);
	buf_free(&b);
	return sys_close(fd) < 0 ? -1 : r;
}

/* In a process of the user's own: what is below home is the user's. */
static int
make_box(const char *home, uid_t uid, gid_t gid, const char *quota)
{
	if (setid_become(uid, gid, NULL, 0) < 0 || chdir(home) < 0)
		return errno;
	if (maildir_make(BOX) < 0)
		return errno == EEXIST ? 0 : errno;
	if (quota[0] != '\0' && start_quota(quota) < 0)
		return errno;
	return 0;
}

int
mailbox_make(const char *home, uid_t uid, gid_t gid, const char *quota)
{
	int status;
	pid_t pid;

	if (make_home(home, uid, gid) < 0)
		return -1;
	sig_default(SIGCHLD);	/* ignored, nobody could be waited for */
	pid = fork();
	if (pid < 0)
		return -1;
	if (pid == 0)
		_exit(make_box(home, uid, gid, quota));	/* errno is small */
	if (child_wait(pid, &status) < 0)
		return -1;
	errno = child_has_crashed(status) ? EIO : child_exit_code(status);
	return errno == 0 ? 0 : -1;
}
