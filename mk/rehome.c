/*
 * rehome: copy programs for another home and other accounts.
 *	usage: rehome todir home user1 .. user8 group1 group2 program ...
 * finds the conf block of mail/conf.h by its mark in each program and writes
 * todir/NAME (mode of the program) with the new names.  A file without the
 * block is copied as it is.
 * exits 0, 100 usage or a name too long, 111
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "mail/conf.h"

#define PROGRAM_MAX (64 * 1024 * 1024)
#define NAMES (1 + CONF_USERS + CONF_GROUPS)	/* home and accounts */

/* The block in the program's bytes, or NULL. */
static struct conf *
find_block(struct buf *b)
{
	static const char mark[CONF_MARK_MAX] = CONF_MARK;
	char *p = b->p, *end = b->p + b->len;

	while ((size_t)(end - p) >= sizeof(struct conf)) {
		p = memchr(p, mark[0], (size_t)(end - p) - sizeof(struct conf) + 1);
		if (p == NULL)
			return NULL;
		if (memcmp(p, mark, sizeof(mark)) == 0)
			return (struct conf *)(void *)p;
		p++;
	}
	return NULL;
}

static void
put_name(char *to, size_t size, const char *name)
{
	if (strlen(name) >= size)
		die_perm("name too long: ", name);
	memset(to, 0, size);
	memcpy(to, name, strlen(name));
}

static void
put_block(struct conf *block, char **names)
{
	struct conf c;

	memcpy(&c, block, sizeof(c));
	put_name(c.home, sizeof(c.home), *names++);
	for (size_t i = 0; i < CONF_USERS; i++)
		put_name(c.user[i], sizeof(c.user[i]), *names++);
	for (size_t i = 0; i < CONF_GROUPS; i++)
		put_name(c.group[i], sizeof(c.group[i]), *names++);
	memcpy(block, &c, sizeof(c));
}

static void
write_copy(const char *path, const struct buf *b, mode_t mode)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

	if (fd < 0 || io_write_all(fd, b->p, b->len) < 0 ||
	    fchmod(fd, mode) < 0 || close(fd) < 0)
		die_sys("unable to write ", path);
}

static void
rehome(const char *from, const char *todir, char **names)
{
	struct buf program = BUF_INIT, to = BUF_INIT;
	const char *slash = strrchr(from, '/');
	struct conf *block;
	struct stat st;

	if (stat(from, &st) < 0 || file_read(from, &program, PROGRAM_MAX) <= 0)
		die_sys("unable to read ", from);
	block = find_block(&program);
	if (block != NULL)
		put_block(block, names);
	buf_cat(&to, todir, "/", slash == NULL ? from : slash + 1);
	write_copy(to.p, &program, st.st_mode & 0777);
	buf_free(&to);
	buf_free(&program);
}

int
main(int argc, char **argv)
{
	prog_init("rehome", oom_exit);
	if (argc < 3 + NAMES)
		die_usage("rehome todir home user1 .. user8 group1 group2 "
		    "program ...");
	for (int i = 2 + NAMES; i < argc; i++)
		rehome(argv[i], argv[1], argv + 2);
	return EXIT_OK;
}
