#include "mail/tcpto.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define NOW 1800000000		/* 0x6b49d200 */

static struct ip
address(const char *text)
{
	struct ip ip = IP_ANY4;

	CHECK_NAMED(text, ip_scan(view_of(text), &ip) == 0);
	return ip;
}

static struct tcpto_table
empty(enum tcpto_file file)
{
	struct tcpto_table t = { .file = file, .n = TCPTO_RECORDS };

	return t;
}

static void
test_layout(void)
{
	static const unsigned char want4[16] = { 10, 1, 2, 3, 1, 0, 0, 0,
	    0x00, 0xd2, 0x49, 0x6b };
	struct tcpto_table t = empty(TCPTO_V4);
	struct ip v4 = address("10.1.2.3"), v6 = address("2001:db8::7");

	/* spec: queue.md 9 */
	CHECK_INT("first free slot", tcpto_count(&t, &v4, NOW), 0);
	CHECK(memcmp(t.b, want4, sizeof(want4)) == 0);
	CHECK_INT("nothing else changed", t.b[16], 0);
	CHECK_INT("found", tcpto_find(&t, &v4), 0);
	CHECK_INT("other family", tcpto_find(&t, &v6), t.n);
	t = empty(TCPTO_V6);
	CHECK_INT("IPv6", tcpto_count(&t, &v6, NOW), 0);
	CHECK(memcmp(t.b, v6.b, 16) == 0);
	CHECK_INT("counter at 16", t.b[16], 1);
	CHECK(memcmp(t.b + 24, want4 + 8, 4) == 0);
	CHECK_INT("bytes of a full file", tcpto_size(TCPTO_V4), 1024);
}

static void
test_blocking(void)
{
	static const struct { unsigned counter; int64_t age; uint64_t pid;
	    bool want; } rows[] = {
		/* spec: queue.md 9 */
		{ 0, 0, 0, false }, { 1, 0, 0, false }, { 2, 0, 0, true },
		{ 10, 0, 0, true }, { 2, 60 * 64 - 1, 0, true },
		{ 2, 60 * 64, 0, false }, { 2, 60 * 64, 32, false },
		{ 2, 91 * 64 - 1, 31, true }, { 2, 91 * 64, 31, false },
		/* others' clocks are read a moment later; set back: ignored */
		{ 2, -5, 0, true }, { 10, -86400, 0, false },
	};
	struct ip ip = address("10.0.0.1");

	for (size_t i = 0; i < NELEM(rows); i++) {
		struct tcpto_table t = empty(TCPTO_V4);
		CHECK(tcpto_count(&t, &ip, NOW) == 0);
		t.b[4] = (unsigned char)rows[i].counter;
		CHECK_INT("blocked", tcpto_is_blocking(&t, 0,
		    NOW + rows[i].age, rows[i].pid), rows[i].want);
	}
	CHECK(!tcpto_is_blocking(&(struct tcpto_table){ .n = 0 }, 0, NOW, 0));
}

static void
test_counting(void)
{
	struct tcpto_table t = empty(TCPTO_V4);
	struct ip ip = address("10.0.0.1"), other = address("10.0.0.2");
	int64_t now = NOW;

	CHECK_INT("new", tcpto_count(&t, &ip, now), 0);
	/* spec: queue.md 9 */
	CHECK_INT("119 s later: same outage", tcpto_count(&t, &ip, now + 119),
	    t.n);
	CHECK_INT("nothing changed", t.b[4], 1);
	now += 120;
	CHECK_INT("120 s later", tcpto_count(&t, &ip, now), 0);
	CHECK_INT("counted", t.b[4], 2);
	for (int i = 0; i < 20; i++)
		CHECK_INT("same slot", tcpto_count(&t, &ip, now += 200), 0);
	CHECK_INT("at most 10", t.b[4], 10);
	t.b[4] = 0;
	CHECK_INT("cleared: counts at once", tcpto_count(&t, &ip, now), 0);
	CHECK_INT("from 1", t.b[4], 1);
	CHECK_INT("the next slot", tcpto_count(&t, &other, now), 1);
	t.n = 0;
	CHECK_INT("an empty file stays so", tcpto_count(&t, &ip, now), 0);
}

static void
test_victims(void)
{
	struct tcpto_table t = empty(TCPTO_V4);
	struct ip ip = address("10.0.0.0"), new = address("10.9.9.9");
	struct tcpto_record r;

	for (size_t i = 0; i < TCPTO_RECORDS; i++) {
		ip.b[15] = (unsigned char)i;
		CHECK_INT("fill", tcpto_count(&t, &ip, NOW + (int64_t)i), i);
	}
	/* spec: queue.md 9: smallest time + counter * 1024 */
	t.b[4] = 2;
	CHECK_INT("a count is worth 1024 s", tcpto_count(&t, &new, NOW + 100),
	    1);
	tcpto_get(&t, 1, NOW + 100, &r);
	CHECK(ip_is_eq(&r.ip, &new) && r.counter == 1 && r.age == 0);
	t.b[5 * 16 + 4] = 0;
	ip = address("10.8.8.8");
	CHECK_INT("a free one first", tcpto_count(&t, &ip, NOW + 100), 5);
}

/* Clocks have more than 32 bits. */
static void
test_wrap(void)
{
	struct tcpto_table t = empty(TCPTO_V4);
	struct ip ip = address("10.0.0.1");
	int64_t end = INT64_C(1) << 32;
	struct tcpto_record r;

	CHECK_INT("before the wrap", tcpto_count(&t, &ip, end - 10), 0);
	tcpto_get(&t, 0, end + 200, &r);
	CHECK_INT("age across the wrap", r.age, 210);
	CHECK_INT("after it", tcpto_count(&t, &ip, end + 200), 0);
	CHECK_INT("counted", t.b[4], 2);
}

static void
write_file(const char *path, size_t len)
{
	static const unsigned char zero[4096];
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	CHECK(fd >= 0 && io_write_all(fd, zero, len) == 0);
	close(fd);
}

static void
test_files(void)
{
	struct tcpto_table t;
	struct buf b = BUF_INIT;
	struct ip v4 = address("192.0.2.1"), v6 = address("2001:db8::1");

	CHECK_INT("no file", tcpto_read(TCPTO_V4, &t), -1);
	CHECK_INT("nothing known", t.n, 0);
	tcpto_note_timeout(&v4, NOW);	/* and it stays away */
	CHECK(access(tcpto_path(TCPTO_V4), F_OK) < 0);
	CHECK(tcpto_clear(TCPTO_V4, 0) < 0 && errno == ENOENT);

	write_file(tcpto_path(TCPTO_V4), 0);
	tcpto_note_timeout(&v4, NOW);
	CHECK_INT("clear an empty one", tcpto_clear(TCPTO_V4, 0), 0);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && t.n == 0);
	CHECK_INT("make it whole", tcpto_clear(TCPTO_V4, 1024), 0);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && t.n == TCPTO_RECORDS);
	/* spec: queue.md 9: only whole records count */
	write_file(tcpto_path(TCPTO_V4), 40);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && t.n == 2);
	write_file(tcpto_path(TCPTO_V4), 2000);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && t.n == TCPTO_RECORDS);

	write_file(tcpto_path(TCPTO_V4), tcpto_size(TCPTO_V4));
	write_file(tcpto_path(TCPTO_V6), tcpto_size(TCPTO_V6));
	tcpto_note_timeout(&v4, NOW);
	tcpto_note_timeout(&v6, NOW);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && tcpto_find(&t, &v4) == 0);
	CHECK_INT("counter", t.b[4], 1);
	CHECK(tcpto_read(TCPTO_V6, &t) == 0 && tcpto_find(&t, &v6) == 0);
	tcpto_note_success(&v4);
	CHECK(tcpto_read(TCPTO_V4, &t) == 0 && tcpto_find(&t, &v4) == 0);
	CHECK_INT("success clears the counter", t.b[4], 0);
	CHECK(t.b[9] != 0);		/* and leaves the rest */
	CHECK(file_read(tcpto_path(TCPTO_V4), &b, 4096) == 1 && b.len == 1024);
	tcpto_note_timeout(&v4, NOW);
	CHECK_INT("clear", tcpto_clear(TCPTO_V4, 0), 0);
	CHECK(file_read(tcpto_path(TCPTO_V4), &b, 4096) == 1 && b.len == 1024);
	for (size_t i = 0; i < b.len; i++)
		if (b.p[i] != 0)
			CHECK_INT("zero", b.p[i], 0);
	buf_free(&b);
}

int
main(void)
{
	test_layout();
	test_blocking();
	test_counting();
	test_victims();
	test_wrap();
	CHECK(scratch_enter() == 0 &&
	    mkdir("queue", 0700) == 0 && mkdir("queue/lock", 0700) == 0);
	test_files();
	/* these and no others */
	CHECK(unlink("queue/lock/tcpto") == 0 &&
	    unlink("queue/lock/tcpto6") == 0 && rmdir("queue/lock") == 0 &&
	    rmdir("queue") == 0);
	return scratch_leave() < 0 ? 1 : tap_end();
}
