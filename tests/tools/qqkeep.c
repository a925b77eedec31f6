/*
 * qqkeep: stands in for qmail-queue: keeps what is complete, whole.
 *	usage: qqkeep, with QQ_DIR in the environment
 * The message, from descriptor 0, becomes QQ_DIR/queued and the envelope, from
 * descriptor 1, QQ_DIR/envelope, once the envelope has its end.  Until then
 * their names have its process number: one that outlives its killed client
 * does not meet the next.  Exits as qmail-queue: 0, 53, 54, 81.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/qq_exit.h"

#define TEXT_BYTES_MAX 100000000
#define END_OF_ENVELOPE VIEW_LIT("\0\0")

static void
path_of(const char *dir, const char *name, const char *pid, struct buf *path)
{
	buf_cat(path, dir, "/", name, pid);
}

static void
keep(int from, const char *path, struct buf *b)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(from, space);
	int fd;

	if (in_all(&in, b, TEXT_BYTES_MAX) < 0)
		prog_die(QQ_READ, LOG_WORDS("unable to read"));
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || io_write_all(fd, b->p, b->len) < 0 || close(fd) < 0)
		prog_die(QQ_WRITE, LOG_WORDS("unable to write ", path));
}

static void
publish(const char *path, const char *name)
{
	if (rename(path, name) < 0)
		prog_die(QQ_WRITE, LOG_WORDS("unable to rename ", path));
}

int
main(void)
{
	struct buf text = BUF_INIT, envelope = BUF_INIT;
	struct buf path[4] = { BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT };
	const char *dir = getenv("QQ_DIR");
	char pid[NUM_FMT_MAX];

	prog_init("qqkeep", oom_exit);
	if (dir == NULL)
		prog_die(QQ_BUG, LOG_WORDS("no QQ_DIR"));
	num_fmt((uint64_t)getpid(), pid);
	path_of(dir, "message.", pid, &path[0]);
	path_of(dir, "envelope.", pid, &path[1]);
	path_of(dir, "queued", "", &path[2]);
	path_of(dir, "envelope", "", &path[3]);
	keep(0, path[0].p, &text);
	keep(1, path[1].p, &envelope);
	if (!view_has_suffix(buf_view(&envelope), END_OF_ENVELOPE))
		return QQ_READ;
	publish(path[1].p, path[3].p);
	publish(path[0].p, path[2].p);
	return QQ_OK;
}
