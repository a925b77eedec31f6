#include "mail/maildir_new.h"

#include <errno.h>
#include <fcntl.h>

#include "lib/fd.h"
#include "lib/sys.h"

void
maildir_batch_init(struct maildir_batch *b)
{
	b->nfolders = b->nfiles = 0;
}

static int
open_folder(const struct buf *path, const char *folder)
{
	struct buf name = BUF_INIT;
	int fd;

	buf_set(&name, buf_view(path));
	buf_puts(&name, folder);
	fd = sys_open(name.p, O_RDONLY | O_DIRECTORY, 0);
	buf_free(&name);
	return fd;
}

static void
close_folder(struct maildir_folder *f)
{
	fd_close(&f->tmp_fd);
	fd_close(&f->new_fd);
	buf_free(&f->path);
}

/*
 * The directories are opened before anything is written: a directory that
 * cannot be synced is found out while failing costs nothing, not after the
 * message is visible.
 */
static int
open_new(struct maildir_batch *b, const char *dir, const struct stat *here)
{
	struct maildir_folder *f = &b->folders[b->nfolders];

	if (b->nfolders == MAILDIR_BATCH_MAX) {
		errno = EMFILE;
		return -1;
	}
	*f = (struct maildir_folder){ .path = BUF_INIT, .tmp_fd = -1,
	    .new_fd = -1, .dev = here->st_dev, .ino = here->st_ino };
	buf_sets(&f->path, dir);
	while (f->path.len > 1 && f->path.p[f->path.len - 1] == '/')
		buf_cut(&f->path, f->path.len - 1);
	f->tmp_fd = open_folder(&f->path, "/tmp");
	if (f->tmp_fd >= 0)
		f->new_fd = open_folder(&f->path, "/new");
	if (f->new_fd < 0) {
		close_folder(f);
		return -1;
	}
	buf_sets(&f->path, dir);
	return (int)b->nfolders++;
}

static int
find_folder(struct maildir_batch *b, const char *dir, const struct stat *here)
{
	for (size_t i = 0; i < b->nfolders; i++)
		if (b->folders[i].dev == here->st_dev &&
		    b->folders[i].ino == here->st_ino &&
		    view_is(buf_view(&b->folders[i].path), dir))
			return (int)i;
	return open_new(b, dir, here);
}

static int
create(struct maildir_file *f, int tmp_fd, struct maildir_names *names)
{
	for (int i = 0; f->fd < 0 && i < MAILDIR_TRIES; i++) {
		buf_clear(&f->name);
		maildir_names_next(names, &f->name);
		f->fd = sys_openat(tmp_fd, f->name.p,
		    O_WRONLY | O_CREAT | O_EXCL, 0600);
		if (f->fd < 0 && errno != EEXIST)
			break;
	}
	return f->fd < 0 ? -1 : 0;
}

int
maildir_add(struct maildir_batch *b, const char *dir, const struct stat *here,
    struct maildir_names *names)
{
	struct maildir_file *f = &b->files[b->nfiles];
	int folder;

	if (b->nfiles == MAILDIR_BATCH_MAX) {
		errno = EMFILE;
		return -1;
	}
	folder = find_folder(b, dir, here);
	if (folder < 0)
		return -1;
	*f = (struct maildir_file){ .fd = -1, .name = BUF_INIT,
	    .folder = (size_t)folder };
	if (create(f, b->folders[folder].tmp_fd, names) < 0) {
		buf_free(&f->name);
		return -1;
	}
	return (int)b->nfiles++;
}

static int
close_file(struct maildir_file *f)
{
	int r = sys_close(f->fd);

	f->fd = -1;
	return r;
}

/* Left over, it is removed after 36 h by whoever reads the maildir. */
static void
remove_tmp(const struct maildir_batch *b, const struct maildir_file *f)
{
	int saved = errno;

	if (sys_unlinkat(b->folders[f->folder].tmp_fd, f->name.p) < 0)
		errno = saved;
	errno = saved;
}

void
maildir_drop(struct maildir_batch *b, size_t i)
{
	struct maildir_file *f = &b->files[i];
	int saved = errno;

	f->is_dropped = true;
	if (f->fd < 0)
		return;
	if (close_file(f) < 0)
		errno = saved;	/* the file goes away anyway */
	remove_tmp(b, f);
	errno = saved;
}

/* Its name in new/: readers of large maildirs need not look at each file. */
static void
name_with_size(const struct maildir_file *f, struct buf *name)
{
	buf_putv(name, buf_view(&f->name));
	buf_puts(name, ",S=");
	buf_put_u64(name, f->bytes);
}

static void
sync_contents(struct maildir_batch *b, size_t i)
{
	struct maildir_file *f = &b->files[i];

	if (sys_fsync(f->fd) == 0)
		return;
	f->error = errno;
	maildir_drop(b, i);
}

/* From tmp/ into new/, never over another: in one call where there is one. */
static int
move(const struct maildir_batch *b, const struct maildir_file *f,
    const char *name)
{
	const struct maildir_folder *in = &b->folders[f->folder];

	if (sys_rename_newat(in->tmp_fd, f->name.p, in->new_fd, name) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL)
		return -1;
	if (sys_linkat(in->tmp_fd, f->name.p, in->new_fd, name) < 0)
		return -1;
	remove_tmp(b, f);
	return 0;
}

static void
publish(struct maildir_batch *b, size_t i)
{
	struct maildir_file *f = &b->files[i];
	struct buf name = BUF_INIT;

	name_with_size(f, &name);
	if (close_file(f) < 0 || move(b, f, name.p) < 0) {
		f->error = errno;
		remove_tmp(b, f);
	}
	buf_free(&name);
}

static bool
has_news(const struct maildir_batch *b, size_t folder)
{
	for (size_t i = 0; i < b->nfiles; i++)
		if (b->files[i].folder == folder && !b->files[i].is_dropped &&
		    b->files[i].error == 0)
			return true;
	return false;
}

/* From here on nothing undoes: a second copy is better than none. */
static void
sync_folders(struct maildir_batch *b)
{
	for (size_t i = 0; i < b->nfolders; i++) {
		struct maildir_folder *f = &b->folders[i];
		f->error = 0;
		if (has_news(b, i) && (sys_fsync_dir(f->new_fd) < 0 ||
		    sys_fsync_dir(f->tmp_fd) < 0))
			f->error = errno;
	}
}

void
maildir_commit(struct maildir_batch *b)
{
	/* all contents are on their way before the first is waited for */
	for (size_t i = 0; b->nfiles > 1 && i < b->nfiles; i++)
		if (!b->files[i].is_dropped)
			sys_start_writeback(b->files[i].fd);
	for (size_t i = 0; i < b->nfiles; i++)
		if (!b->files[i].is_dropped)
			sync_contents(b, i);
	for (size_t i = 0; i < b->nfiles; i++)
		if (!b->files[i].is_dropped)
			publish(b, i);
	sync_folders(b);
	for (size_t i = 0; i < b->nfiles; i++)
		if (b->files[i].error == 0)
			b->files[i].error =
			    b->folders[b->files[i].folder].error;
}

void
maildir_batch_clear(struct maildir_batch *b)
{
	for (size_t i = 0; i < b->nfiles; i++) {
		maildir_drop(b, i);
		buf_free(&b->files[i].name);
	}
	for (size_t i = 0; i < b->nfolders; i++)
		close_folder(&b->folders[i]);
	b->nfolders = b->nfiles = 0;
}
