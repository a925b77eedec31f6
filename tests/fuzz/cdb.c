/*
 * lib/cdb: any bytes as a database: looked up, walked, never a crash, and the
 * same from a file and from memory.
 */
#include "lib/cdb.h"

#include <stdlib.h>
#include <unistd.h>

#define VALUES_MAX 1000		/* of one key: a full table may be long */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
look_up(struct cdb *c, struct view key, struct buf *log)
{
	struct buf b = BUF_INIT;
	int r = cdb_find(c, key, &b, 4096);

	for (int n = 0; r > 0 && n < VALUES_MAX; n++) {
		buf_putv(log, buf_view(&b));
		r = cdb_next(c, key, &b, 4096);
	}
	buf_puts(log, r < 0 ? "error" : "none");
	buf_free(&b);
}

static void
read_all(struct cdb *c, size_t size, struct buf *log)
{
	struct buf key = BUF_INIT, value = BUF_INIT;
	uint64_t pos = 0, before = 0;

	look_up(c, VIEW_EMPTY, log);
	look_up(c, VIEW_LIT("k"), log);
	while (cdb_walk(c, &pos, &key, &value, 4096) > 0) {
		if (pos <= before || pos > size)
			abort();
		before = pos;
		look_up(c, buf_view(&key), log);
	}
	buf_free(&key);
	buf_free(&value);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/qsuite-fuzz-cdb.XXXXXX";
	struct buf file = BUF_INIT, image = BUF_INIT;
	int fd = mkstemp(path);
	struct cdb c;

	if (fd < 0 || unlink(path) < 0 ||
	    write(fd, data, size) != (ssize_t)size)
		abort();
	if (cdb_open(&c, fd) == 0)
		read_all(&c, size, &file);
	if (cdb_open_image(&c, view_make((const char *)data, size)) == 0)
		read_all(&c, size, &image);
	if (!view_is_eq(buf_view(&file), buf_view(&image)))
		abort();
	(void)close(fd);
	buf_free(&file);
	buf_free(&image);
	return 0;
}
