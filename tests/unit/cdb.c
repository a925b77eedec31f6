#include "lib/cdb.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/num.h"
#include "tests/tap.h"

#define HEAD 2048
#define BIG 5000		/* longer than the reader's window */

static char path[] = "/tmp/qsuite-cdb.XXXXXX";
static int fd;

static void
fresh(void)
{
	if (ftruncate(fd, 0) < 0 || lseek(fd, 0, SEEK_SET) < 0)
		CHECK_NAMED("scratch file", false);
}

static void
put_u32(off_t at, uint32_t n)
{
	unsigned char b[4] = { (unsigned char)n, (unsigned char)(n >> 8),
	    (unsigned char)(n >> 16), (unsigned char)(n >> 24) };

	if (pwrite(fd, b, 4, at) != 4)
		CHECK_NAMED("scratch file", false);
}

static uint32_t
get_u32(off_t at)
{
	unsigned char b[4];

	if (pread(fd, b, 4, at) != 4)
		CHECK_NAMED("scratch file", false);
	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	    (uint32_t)b[3] << 24;
}

static int
find(struct view key, struct buf *b, size_t max)
{
	struct cdb c;

	if (cdb_open(&c, fd) < 0)
		return -1;
	return cdb_find(&c, key, b, max);
}

/* One record "k" -> "data": the file, byte by byte. */
static void
make_one(void)
{
	struct cdb_make m;

	fresh();
	cdb_make_start(&m, fd);
	cdb_make_add(&m, VIEW_LIT("k"), VIEW_LIT("data"));
	CHECK_INT("one record", cdb_make_finish(&m), 0);
}

static void
test_layout(void)
{
	uint32_t hash = (5381 * 33U) ^ 'k', at = HEAD + 8 + 5;
	struct buf b = BUF_INIT;

	/* spec: ucspi.md 2.2 */
	make_one();
	CHECK_INT("hash", cdb_hash(VIEW_LIT("k")), hash);
	CHECK_INT("hash of bytes >= 128", cdb_hash(VIEW_LIT("\xff")),
	    (5381 * 33U) ^ 0xff);
	CHECK_INT("size", file_read(path, &b, 1 << 20), 1);
	CHECK_INT("size", b.len, at + 2 * 8);
	CHECK_VIEW("record", view_make(b.p + HEAD, 13),
	    "\1\0\0\0\4\0\0\0kdata");
	for (uint32_t t = 0; t < 256; t++) {
		uint32_t end = t <= hash % 256 ? at : at + 16;
		if (get_u32(t * 8) != end ||
		    get_u32(t * 8 + 4) != (t == hash % 256 ? 2 : 0))
			CHECK_INT("table head", get_u32(t * 8), end);
	}
	CHECK_INT("slot", get_u32(at + (hash >> 8) % 2 * 8), hash);
	CHECK_INT("its record", get_u32(at + (hash >> 8) % 2 * 8 + 4), HEAD);
	CHECK_INT("free slot", get_u32(at + (1 - (hash >> 8) % 2) * 8 + 4), 0);
	/* a rules file with one plain rule: 2048 + 8 + 0 + 16 */
	fresh();
	{
		struct cdb_make m;
		cdb_make_start(&m, fd);
		cdb_make_add(&m, VIEW_EMPTY, VIEW_EMPTY);
		CHECK_INT("empty key", cdb_make_finish(&m), 0);
	}
	CHECK_INT("read", file_read(path, &b, 1 << 20), 1);
	CHECK_INT("one-rule file", b.len, 2072);
	CHECK_INT("found", find(VIEW_EMPTY, &b, 10), 1);
	buf_free(&b);
}

static void
test_many(void)
{
	struct buf b = BUF_INIT, key = BUF_INIT, big = BUF_INIT;
	struct cdb_make m;
	struct cdb c;
	uint64_t pos = 0, n = 0;
	bool right = true;

	while (big.len < BIG)
		buf_puts(&big, "0123456789");
	fresh();
	cdb_make_start(&m, fd);
	for (uint64_t i = 0; i < 3000; i++) {
		buf_clear(&key);
		buf_put_u64(&key, i);
		cdb_make_add(&m, buf_view(&key), buf_view(&key));
	}
	cdb_make_add(&m, VIEW_LIT("7"), VIEW_LIT("second"));
	cdb_make_add(&m, VIEW_LIT("7"), VIEW_LIT("third"));
	cdb_make_add(&m, buf_view(&big), buf_view(&big));
	CHECK_INT("many", cdb_make_finish(&m), 0);
	CHECK_INT("open", cdb_open(&c, fd), 0);
	for (uint64_t i = 0; i < 3000; i++) {
		buf_clear(&key);
		buf_put_u64(&key, i);
		right = right && cdb_find(&c, buf_view(&key), &b, 9) == 1 &&
		    view_is_eq(buf_view(&b), buf_view(&key));
	}
	CHECK_NAMED("each found", right);
	CHECK_INT("absent", cdb_find(&c, VIEW_LIT("x"), &b, 9), 0);
	CHECK_INT("first", cdb_find(&c, VIEW_LIT("7"), &b, 9), 1);
	CHECK_VIEW("first", buf_view(&b), "7");
	CHECK_INT("second", cdb_next(&c, VIEW_LIT("7"), &b, 9), 1);
	CHECK_VIEW("second", buf_view(&b), "second");
	CHECK_INT("third", cdb_next(&c, VIEW_LIT("7"), &b, 9), 1);
	CHECK_VIEW("third", buf_view(&b), "third");
	CHECK_INT("no fourth", cdb_next(&c, VIEW_LIT("7"), &b, 9), 0);
	CHECK_INT("still none", cdb_next(&c, VIEW_LIT("7"), &b, 9), 0);
	CHECK_INT("long key", cdb_find(&c, buf_view(&big), &b, BIG), 1);
	CHECK(view_is_eq(buf_view(&b), buf_view(&big)));
	CHECK_INT("max", cdb_find(&c, buf_view(&big), &b, BIG - 1), -1);
	CHECK_INT("reason", errno, EMSGSIZE);
	big.p[BIG - 1] ^= 1;
	CHECK_INT("near miss", cdb_find(&c, buf_view(&big), &b, BIG), 0);
	while (cdb_walk(&c, &pos, &key, &b, BIG) == 1)
		n++;
	CHECK_INT("walked", n, 3003);
	CHECK(b.len == BIG && key.len == BIG);
	CHECK_INT("end", cdb_walk(&c, &pos, &key, &b, BIG), 0);
	pos = 0;
	while (cdb_walk(&c, &pos, &key, &b, 10) == 1)
		continue;
	CHECK_INT("walk max", errno, EMSGSIZE);
	buf_free(&b);
	buf_free(&key);
	buf_free(&big);
}

static void
test_empty(void)
{
	struct buf b = BUF_INIT;
	struct cdb_make m;
	struct cdb c;
	uint64_t pos = 0;

	fresh();
	cdb_make_start(&m, fd);
	CHECK_INT("no records", cdb_make_finish(&m), 0);
	CHECK_INT("size", lseek(fd, 0, SEEK_END), HEAD);
	CHECK_INT("find", find(VIEW_LIT("k"), &b, 9), 0);
	CHECK(cdb_open(&c, fd) == 0);
	CHECK_INT("walk", cdb_walk(&c, &pos, &b, &b, 9), 0);
	buf_free(&b);
}

/* Change one number of the one-record file; each has to be noticed. */
static void
test_corrupt(void)
{
	uint32_t hash = cdb_hash(VIEW_LIT("k")), at = HEAD + 13;
	uint32_t head = hash % 256 * 8, slot = at + (hash >> 8) % 2 * 8;
	const struct { const char *name; uint32_t where, what; } cases[] = {
		{ "table beyond the file", head, UINT32_MAX },
		{ "table past its end", head, at + 8 },
		{ "table in the head", head, 8 },
		{ "slots beyond the file", head + 4, 3 },
		{ "slots overflow", head + 4, UINT32_MAX },
		{ "record beyond the file", slot + 4, UINT32_MAX },
		{ "record at the end", slot + 4, at + 16 },
		{ "record in the head", slot + 4, 4 },
		{ "key beyond the file", HEAD, UINT32_MAX },
		{ "data beyond the file", HEAD + 4, UINT32_MAX },
		{ "data 1 too long", HEAD + 4, 4 + 16 + 1 },
	};
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < NELEM(cases); i++) {
		make_one();
		CHECK_INT("sound", find(VIEW_LIT("k"), &b, 99), 1);
		put_u32(cases[i].where, cases[i].what);
		CHECK_INT(cases[i].name, find(VIEW_LIT("k"), &b, 99), -1);
		CHECK_INT(cases[i].name, errno, EPROTO);
	}
	make_one();
	put_u32(slot + 4, HEAD + 1);	/* inside, but not our record */
	CHECK(find(VIEW_LIT("k"), &b, 99) <= 0);
	for (off_t size = 0; size < (off_t)at + 16; size += 7) {
		make_one();
		CHECK(ftruncate(fd, size) == 0);
		CHECK(find(VIEW_LIT("k"), &b, 99) < 0 && errno == EPROTO);
	}
	buf_free(&b);
}

static void
test_walk_corrupt(void)
{
	const struct { const char *name; uint32_t where, what; } cases[] = {
		{ "end in the head", 0, 9 },
		{ "end beyond the file", 0, UINT32_MAX },
		{ "end inside a record", 0, HEAD + 12 },
		{ "end inside a record's head", 0, HEAD + 7 },
		{ "key too long", HEAD, 6 },
		{ "data too long", HEAD + 4, UINT32_MAX },
	};
	struct buf k = BUF_INIT, d = BUF_INIT;
	struct cdb c;

	for (size_t i = 0; i < NELEM(cases); i++) {
		uint64_t pos = 0;
		make_one();
		put_u32(cases[i].where, cases[i].what);
		CHECK(cdb_open(&c, fd) == 0);
		CHECK_INT(cases[i].name, cdb_walk(&c, &pos, &k, &d, 99), -1);
		CHECK_INT(cases[i].name, errno, EPROTO);
	}
	buf_free(&k);
	buf_free(&d);
}

/* A table without a free slot, all of our hash, none of our key. */
static void
test_full_table(void)
{
	uint32_t hash = cdb_hash(VIEW_LIT("k"));
	struct buf b = BUF_INIT;
	struct cdb c;

	make_one();
	put_u32(HEAD + 13, hash);
	put_u32(HEAD + 17, HEAD);
	put_u32(HEAD + 21, hash);
	put_u32(HEAD + 25, HEAD);
	CHECK(cdb_open(&c, fd) == 0);
	CHECK_INT("1", cdb_find(&c, VIEW_LIT("k"), &b, 9), 1);
	CHECK_INT("2", cdb_next(&c, VIEW_LIT("k"), &b, 9), 1);
	CHECK_INT("end", cdb_next(&c, VIEW_LIT("k"), &b, 9), 0);
	CHECK(pwrite(fd, "j", 1, HEAD + 8) == 1);
	CHECK_INT("no match, no loop", find(VIEW_LIT("k"), &b, 9), 0);
	buf_free(&b);
}

static void
test_shrunk(void)
{
	struct buf b = BUF_INIT;
	struct cdb c;

	make_one();
	CHECK(cdb_open(&c, fd) == 0);
	CHECK(ftruncate(fd, HEAD + 4) == 0);
	CHECK_INT("shrunk under us", cdb_find(&c, VIEW_LIT("k"), &b, 9), -1);
	CHECK_INT("reason", errno, EPROTO);
	buf_free(&b);
}

static void
test_not_files(void)
{
	int fds[2];
	struct cdb c;
	struct cdb_make m;

	CHECK(pipe(fds) == 0);
	CHECK_INT("a pipe", cdb_open(&c, fds[0]), -1);
	CHECK_INT("no descriptor", cdb_open(&c, -1), -1);
	cdb_make_start(&m, -1);
	cdb_make_add(&m, VIEW_LIT("k"), VIEW_LIT("d"));
	CHECK_INT("unwritable", cdb_make_finish(&m), -1);
	CHECK_INT("reason", errno, EBADF);
	cdb_make_start(&m, fd);
	m.pos = UINT32_MAX - 10;	/* as after 4 GiB of records */
	cdb_make_add(&m, VIEW_LIT("k"), VIEW_LIT("da"));
	CHECK_INT("too large", cdb_make_finish(&m), -1);
	CHECK_INT("reason", errno, EFBIG);
	cdb_make_start(&m, fd);
	m.pos = UINT32_MAX - 11;
	cdb_make_add(&m, VIEW_LIT("k"), VIEW_LIT("da"));
	CHECK_INT("its table is", cdb_make_finish(&m), -1);
	CHECK_INT("reason", errno, EFBIG);
	(void)close(fds[0]);
	(void)close(fds[1]);
}

int
main(void)
{
	fd = mkstemp(path);
	CHECK(fd >= 0);
	test_layout();
	test_many();
	test_empty();
	test_corrupt();
	test_walk_corrupt();
	test_full_table();
	test_shrunk();
	test_not_files();
	(void)close(fd);
	(void)unlink(path);
	return tap_end();
}
