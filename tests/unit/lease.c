#include "mail/lease.h"

#include <sys/socket.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/fd.h"
#include "lib/os.h"
#include "tests/tap.h"

static struct lease_record r;

/* ---- records that are none ---- */

#define ID1 "\1\0\0\0"
#define IDF "\377\377\377\377"
#define OK "\0"
#define NONE "\0\0\0\0"
#define MAGIC14 "\016\0\0\0" LEASE_MAGIC

static const struct {
	const char *name;
	struct view in;
	size_t nfds;
	int want;
	size_t count;
} cases[] = {
	{ "nothing", VIEW_LIT(""), 0, -1, 0 },
	{ "offer", VIEW_LIT("O" NONE OK MAGIC14), 0, 0, 1 },
	{ "hello", VIEW_LIT("H" NONE OK MAGIC14), 0, 0, 1 },
	{ "no magic", VIEW_LIT("H" NONE OK NONE), 0, -1, 0 },
	{ "another magic", VIEW_LIT("H" NONE OK "\016\0\0\0qsuite lease 2"),
	    0, -1, 0 },
	{ "hello twice", VIEW_LIT("H" NONE OK MAGIC14 NONE OK MAGIC14), 0, -1,
	    0 },
	{ "hello with a descriptor", VIEW_LIT("H" NONE OK MAGIC14), 1, -1, 0 },
	{ "hello with an id", VIEW_LIT("H" ID1 OK MAGIC14), 0, -1, 0 },
	{ "unknown type", VIEW_LIT("X" ID1 OK NONE), 0, -1, 0 },
	{ "type 0", VIEW_LIT("\0" ID1 OK NONE), 0, -1, 0 },
	{ "type 255", VIEW_LIT("\377" ID1 OK NONE), 0, -1, 0 },
	{ "only a type", VIEW_LIT("R"), 0, -1, 0 },
	{ "half a head", VIEW_LIT("R" ID1), 0, -1, 0 },
	{ "head without the last byte", VIEW_LIT("R" ID1 OK "\0\0\0"), 0, -1,
	    0 },
	{ "reply", VIEW_LIT("R" ID1 "\157" "\2\0\0\0no"), 0, 0, 1 },
	{ "reply to the first", VIEW_LIT("R" IDF OK NONE), 0, 0, 1 },
	{ "replies", VIEW_LIT("R" ID1 OK "\1\0\0\0x" NONE OK NONE), 0, 0, 2 },
	{ "text too short", VIEW_LIT("R" ID1 OK "\3\0\0\0no"), 0, -1, 0 },
	{ "length of 4 GB", VIEW_LIT("R" ID1 OK IDF "no"), 0, -1, 0 },
	{ "a byte too much", VIEW_LIT("R" ID1 OK "\1\0\0\0no"), 0, -1, 0 },
	{ "reply with a descriptor", VIEW_LIT("R" ID1 OK NONE), 1, -1, 0 },
	{ "job", VIEW_LIT("J" ID1 OK "\4\0\0\0a\0b\0"), 1, 0, 1 },
	{ "job without a descriptor", VIEW_LIT("J" ID1 OK "\2\0\0\0a\0"), 0, 0,
	    1 },
	{ "jobs, one descriptor", VIEW_LIT("J" ID1 OK "\2\0\0\0a\0"
	    NONE OK "\2\0\0\0a\0"), 1, -1, 0 },
	{ "jobs, each with its descriptor", VIEW_LIT("J" ID1 OK "\2\0\0\0a\0"
	    NONE OK "\2\0\0\0a\0"), 2, 0, 2 },
	{ "job without words", VIEW_LIT("J" ID1 OK NONE), 0, -1, 0 },
	{ "word without its NUL", VIEW_LIT("J" ID1 OK "\3\0\0\0a\0b"), 0, -1,
	    0 },
	{ "job with a code", VIEW_LIT("J" ID1 "\1" "\2\0\0\0a\0"), 0, -1, 0 },
	{ "the first job again", VIEW_LIT("J" IDF OK "\2\0\0\0a\0"), 0, -1, 0 },
	{ "slow", VIEW_LIT("S" ID1 "\1" NONE), 0, 0, 1 },
	{ "slow the first", VIEW_LIT("S" IDF "\0" NONE), 0, 0, 1 },
	{ "slow two", VIEW_LIT("S" ID1 "\1" NONE), 2, -1, 0 },
	{ "slow, strange code", VIEW_LIT("S" ID1 "\2" NONE), 0, -1, 0 },
	{ "output", VIEW_LIT("P" ID1 OK NONE), 1, 0, 1 },
	{ "output without", VIEW_LIT("P" ID1 OK NONE), 0, -1, 0 },
	{ "output of two", VIEW_LIT("P" ID1 OK NONE), 2, -1, 0 },
	{ "back", VIEW_LIT("B" ID1 OK NONE "\2\0\0\0" OK NONE), 0, 0, 2 },
	{ "back the first", VIEW_LIT("B" IDF OK NONE), 0, -1, 0 },
	{ "back with text", VIEW_LIT("B" ID1 OK "\1\0\0\0x"), 0, -1, 0 },
};

static void
test_parse(void)
{
	for (size_t i = 0; i < NELEM(cases); i++) {
		errno = 0;
		CHECK_INT(cases[i].name, lease_parse(&r, cases[i].in,
		    cases[i].nfds), cases[i].want);
		if (cases[i].want < 0)
			CHECK_INT("errno", errno, EPROTO);
		else
			CHECK_INT("count", r.count, cases[i].count);
	}
}

static void
test_limits(void)
{
	struct buf b = BUF_INIT;
	char text[LEASE_TEXT_MAX + 1] = { 0 };

	lease_begin(&b, LEASE_REPLY);
	for (uint32_t i = 0; i < LEASE_BATCH_MAX; i++)
		lease_put(&b, i, 0, VIEW_EMPTY);
	CHECK_INT("a full batch", lease_parse(&r, buf_view(&b), 0), 0);
	lease_put(&b, 99, 0, VIEW_EMPTY);
	CHECK_INT("one too many", lease_parse(&r, buf_view(&b), 0), -1);
	lease_begin(&b, LEASE_REPLY);
	lease_put(&b, 1, 0, view_make(text, LEASE_TEXT_MAX));
	CHECK_INT("longest text", lease_parse(&r, buf_view(&b), 0), 0);
	lease_begin(&b, LEASE_REPLY);
	lease_put(&b, 1, 0, view_make(text, LEASE_TEXT_MAX + 1));
	CHECK_INT("longer text", lease_parse(&r, buf_view(&b), 0), -1);
	lease_begin(&b, LEASE_JOBS);
	CHECK(lease_has_room(&b, LEASE_RECORD_MAX - 10));
	CHECK(!lease_has_room(&b, LEASE_RECORD_MAX - 9));
	CHECK(!lease_has_room(&b, SIZE_MAX));
	buf_free(&b);
}

static void
test_words(void)
{
	const char *w[LEASE_WORDS_MAX];
	char many[LEASE_WORDS_MAX + 1] = { 0 };

	CHECK_INT("two and an empty one",
	    lease_words(VIEW_LIT("a\0\0bc\0"), w), 3);
	CHECK_STR("first", view_of(w[0]), "a");
	CHECK_STR("second", view_of(w[1]), "");
	CHECK_STR("third", view_of(w[2]), "bc");
	CHECK_INT("as many as may be",
	    lease_words(view_make(many, LEASE_WORDS_MAX), w), LEASE_WORDS_MAX);
	CHECK_INT("more", lease_words(view_make(many, sizeof(many)), w), 0);
	CHECK_INT("none", lease_words(VIEW_EMPTY, w), 0);
}

/* ---- over a socket ---- */

static bool
is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

static int
lowest_free(void)
{
	int fd = dup(0);

	(void)close(fd);
	return fd;
}

static void
test_fds(void)
{
	int s[2], p[2], free_before;
	struct buf b = BUF_INIT;
	struct lease_entry e;
	char c = 'x';

	CHECK_INT("pair", os_seqpair(s), 0);
	CHECK_INT("pipe", os_pipe(p), 0);
	free_before = lowest_free();
	CHECK_INT("nothing there", lease_recv(s[1], &r, false, true), -1);
	CHECK_INT("so", errno, EAGAIN);
	lease_begin(&b, LEASE_JOBS);
	lease_put(&b, 7, 0, VIEW_LIT("a\0b\0"));
	lease_put(&b, 8, 0, VIEW_LIT("c\0"));
	CHECK_INT("sent", lease_send(s[0], &b, p, 2, false), 0);
	CHECK_INT("came", lease_recv(s[1], &r, false, true), 1);
	CHECK_INT("type", r.type, LEASE_JOBS);
	CHECK_INT("two descriptors", r.nfds, 2);
	CHECK(lease_next(&r, &e));
	CHECK_INT("id", e.id, 7);
	CHECK_VIEW("words", e.body, "a\0b\0");
	CHECK(lease_next(&r, &e));
	CHECK_INT("id", e.id, 8);
	CHECK(!lease_next(&r, &e));
	CHECK_INT("close-on-exec", fcntl(r.fds[0], F_GETFD), FD_CLOEXEC);
	CHECK_INT("write", write(r.fds[1], &c, 1), 1);
	c = 0;
	CHECK_INT("the same pipe", read(p[0], &c, 1) == 1 && c == 'x', 1);
	lease_close_fds(&r);
	CHECK_INT("all closed", lowest_free(), free_before);

	/* who takes none gets none, and keeps nothing open */
	CHECK_INT("sent", lease_send(s[0], &b, p, 2, false), 0);
	CHECK_INT("refused", lease_recv(s[1], &r, false, false), -1);
	CHECK_INT("so", errno, EPROTO);
	CHECK_INT("none left", lowest_free(), free_before);
	lease_begin(&b, LEASE_REPLY);
	lease_put(&b, 7, 0, VIEW_EMPTY);
	CHECK_INT("a reply with one", lease_send(s[0], &b, p, 1, false), 0);
	CHECK_INT("refused", lease_recv(s[1], &r, false, true), -1);
	CHECK_INT("none left", lowest_free(), free_before);

	CHECK_INT("rubbish", write(s[0], "\0\0", 2), 2);
	CHECK_INT("refused", lease_recv(s[1], &r, true, true), -1);
	buf_free(&b);
	fd_close(&s[0]);
	CHECK_INT("the end", lease_recv(s[1], &r, true, true), 0);
	lease_begin(&b, LEASE_REPLY);
	lease_put(&b, 7, 0, VIEW_EMPTY);
	CHECK_INT("nobody there", lease_send(s[1], &b, NULL, 0, true), -1);
	CHECK_INT("so", errno, EPIPE);
	buf_free(&b);
	fd_close(&s[1]);
	fd_close(&p[0]);
	fd_close(&p[1]);
}

static void
test_long_record(void)
{
	static char bytes[LEASE_RECORD_MAX + 1];
	struct buf b = BUF_INIT;
	int s[2];

	CHECK_INT("pair", os_seqpair(s), 0);
	bytes[0] = LEASE_REPLY;
	CHECK_INT("too long", write(s[0], bytes, sizeof(bytes)),
	    sizeof(bytes));
	CHECK_INT("refused", lease_recv(s[1], &r, true, false), -1);
	CHECK_INT("so", errno, EPROTO);
	buf_put(&b, bytes, sizeof(bytes));
	CHECK_INT("not sent", lease_send(s[0], &b, NULL, 0, true), -1);
	CHECK_INT("so", errno, EMSGSIZE);
	buf_free(&b);
	fd_close(&s[0]);
	fd_close(&s[1]);
}

/* ---- both ends ---- */

/* The worker's part, with LEASE_FD as given: its exit code says what failed. */
static int
work(void)
{
	struct lease_entry e;
	int fds[2];

	if (os_pipe(fds) < 0 || fd_copy(1, fds[1]) < 0)
		return 2;
	if (!lease_accept())
		return 3;
	if (lease_accept())
		return 4;	/* there is only one offer */
	if (lease_first_done(100, true) < 0)
		return 5;
	if (lease_recv(LEASE_FD, &r, true, true) <= 0 || !lease_next(&r, &e))
		return 6;
	if (lease_slow(&r, e.id, true) < 0 || write(1, "out", 3) != 3 ||
	    lease_end_output() < 0)
		return 7;
	if (lease_reply(5, 111, VIEW_LIT("text")) < 0)
		return 8;
	lease_leave();
	return lease_recv(LEASE_FD, &r, true, true) == 0 ? 0 : 9;
}

static void
expect(int sock, enum lease_type type, struct lease_entry *e)
{
	CHECK_INT("came", lease_recv(sock, &r, true, false), 1);
	CHECK_INT("type", r.type, type);
	CHECK(lease_next(&r, e));
}

static void
talk(int sock)
{
	struct buf b = BUF_INIT;
	struct lease_entry e;
	char text[8] = { 0 };
	int fds[2];

	expect(sock, LEASE_HELLO, &e);
	expect(sock, LEASE_REPLY, &e);
	CHECK_INT("first", e.id, LEASE_FIRST);
	CHECK_INT("code", e.code, 100);
	lease_begin(&b, LEASE_JOBS);
	lease_put(&b, 5, 0, VIEW_LIT("x\0"));
	CHECK_INT("job", lease_send(sock, &b, NULL, 0, false), 0);
	expect(sock, LEASE_SLOW, &e);
	CHECK_INT("which", e.id, 5);
	CHECK_INT("wants output", e.code, 1);
	CHECK_INT("pipe", os_pipe(fds), 0);
	lease_begin(&b, LEASE_OUTPUT);
	lease_put(&b, 5, 0, VIEW_EMPTY);
	CHECK_INT("output", lease_send(sock, &b, &fds[1], 1, false), 0);
	fd_close(&fds[1]);
	CHECK_INT("the report", read(fds[0], text, sizeof(text)), 3);
	CHECK_INT("and its end", read(fds[0], text, sizeof(text)), 0);
	fd_close(&fds[0]);
	expect(sock, LEASE_REPLY, &e);
	CHECK_INT("code", e.code, 111);
	CHECK_VIEW("text", e.body, "text");
	buf_free(&b);
}

static void
test_both(void)
{
	int ours, theirs, status = -1;
	pid_t pid;

	CHECK_INT("pair", lease_pair(&ours, &theirs), 0);
	CHECK_INT("close-on-exec", fcntl(ours, F_GETFD), FD_CLOEXEC);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		if (theirs != LEASE_FD && fd_move(LEASE_FD, theirs) < 0)
			_exit(1);
		if (ours != LEASE_FD)
			fd_close(&ours);
		_exit(work());
	}
	fd_close(&theirs);
	talk(ours);
	CHECK_INT("waited", child_wait(pid, &status), 0);
	CHECK_INT("the worker's part", status, 0);
	fd_close(&ours);
	CHECK(lease_memory_kb() > 0);
}

/* Whatever else is descriptor 3 is no offer, and keeps its bytes. */
static void
test_no_offer(void)
{
	int s[2];
	char c = 0;

	(void)close(LEASE_FD);
	CHECK_NAMED("closed", !lease_accept());
	CHECK_INT("a pipe", pipe(s), 0);
	CHECK_INT("as 3", fd_copy(LEASE_FD, s[0]), 0);
	CHECK_NAMED("a pipe", !lease_accept());
	CHECK_INT("a stream", socketpair(AF_UNIX, SOCK_STREAM, 0, s), 0);
	CHECK_INT("as 3", fd_copy(LEASE_FD, s[0]), 0);
	CHECK_NAMED("a stream", !lease_accept());
	CHECK_INT("another's", os_seqpair(s), 0);
	CHECK_INT("as 3", fd_copy(LEASE_FD, s[0]), 0);
	CHECK_NAMED("nothing in it", !lease_accept());
	CHECK_INT("bytes", write(s[1], "Offer", 5), 5);
	CHECK_NAMED("another's", !lease_accept());
	CHECK_INT("keeps them", read(s[0], &c, 1) == 1 && c == 'O', 1);
	CHECK_NAMED("and stays", is_open(LEASE_FD));
}

int
main(void)
{
	test_parse();
	test_limits();
	test_words();
	test_fds();
	test_long_record();
	test_both();
	test_no_offer();
	return tap_end();
}
