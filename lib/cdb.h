/*
 * cdb.h: constant databases, cdb(5): 256 x 8-byte head, records, hash tables,
 * all numbers 32-bit little-endian, hash 5381, h = h * 33 ^ c.
 *
 * The reader believes nothing: every position and length is checked against
 * the file's size, and a corrupt file gives EPROTO, never a crash or a loop.
 * It keeps the descriptor and uses pread(2) (no mapping: a file that shrinks
 * under a mapping kills the process).
 */
#ifndef LIB_CDB_H
#define LIB_CDB_H

#include <sys/types.h>

#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"
#include "lib/view.h"

struct cdb {
	int fd;			/* owned by the caller; -1: see image */
	const char *image;	/* all of the file in memory, the caller's */
	uint64_t size;		/* of the file */
	/* the search under way */
	uint64_t table, slots;	/* position and number of slots; 0: none */
	uint64_t tried;
	uint32_t hash;
	uint64_t end;		/* of the records, for cdb_walk(); 0: unread */
};

/* 0; -1 with errno, EPROTO when the file cannot be a cdb. */
MUST_CHECK int cdb_open(struct cdb *c, int fd);
/* The same for a file that was read; image stays while c is used. */
MUST_CHECK int cdb_open_image(struct cdb *c, struct view image);
/*
 * The first record of key, its data into b (replaced, at most max bytes).
 * 1; 0 when there is none; -1 with errno: EPROTO (corrupt), EMSGSIZE (data
 * longer than max), pread(2)'s.
 */
MUST_CHECK int cdb_find(struct cdb *c, struct view key, struct buf *b,
    size_t max);
/* The next record of the same key, after cdb_find() gave 1. */
MUST_CHECK int cdb_next(struct cdb *c, struct view key, struct buf *b,
    size_t max);

/* Walk all records in file order: *pos starts as 0.  1, 0 at the end, -1. */
MUST_CHECK int cdb_walk(struct cdb *c, uint64_t *pos, struct buf *key,
    struct buf *data, size_t max);

/*
 * Write one: cdb_make_start() on an empty file open for writing (seekable),
 * cdb_make_add() for each record, cdb_make_finish().  Errors are sticky and
 * come out of cdb_make_finish(): 0, or -1 with errno (EFBIG beyond 4 GiB).
 * It writes all, but neither fsyncs nor closes: the caller publishes.
 */
struct cdb_make {
	struct out out;
	struct cdb_slot { uint32_t hash, pos; } *v;
	size_t len, cap;
	uint64_t pos;
	int error;
	char space[IO_SIZE];
};

void cdb_make_start(struct cdb_make *m, int fd);
void cdb_make_add(struct cdb_make *m, struct view key, struct view data);
MUST_CHECK int cdb_make_finish(struct cdb_make *m);

uint32_t cdb_hash(struct view key);

#endif
