/* stay: which processes that stay have a connection, and which wait */
#include "ucspi/stay.h"

#include <sys/socket.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/handover.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "lib/seqpacket.h"
#include "tests/tap.h"

static struct stay s;
static char var[] = "A=b";
static char *const vars[] = { var, NULL };

/* One that has started; its own end. */
static struct stay_place *
begin(pid_t pid, int *end)
{
	struct stay_place *p = stay_offer(&s, end);

	if (p != NULL)
		stay_started(p, pid);
	return p;
}

static size_t
place_of(const struct stay_place *p)
{
	return (size_t)(p - s.v);
}

/* It says that its connection is over. */
static bool
ends(struct stay_place *p, int end, int code)
{
	const char bytes[] = { 'E', (char)code };
	pid_t pid = -1;
	int got = -1;

	if (seqpacket_send(end, view_make(bytes, 2), NULL, 0, true) < 0)
		return false;
	return stay_hear(&s, place_of(p), &pid, &got) && pid == p->pid &&
	    got == code;
}

static void
clear(void)
{
	for (size_t i = 0; i < STAY_MAX; i++)
		fd_close(&s.v[i].fd);
	stay_init(&s, "qmail-smtpd");
}

static void
test_names(void)
{
	static const struct {
		const char *name;
		bool want;
	} rows[] = {
		{ "qmail-smtpd", true }, { "/var/qmail/bin/qmail-smtpd", true },
		{ "./qmail-smtpd", true }, { "rblsmtpd", false },
		{ "qmail-smtpd/", false }, { "", false },
		{ "xqmail-smtpd", false }, { "qmail-smtpd-wrapper", false },
	};
	int end;

	for (size_t i = 0; i < NELEM(rows); i++) {
		stay_init(&s, rows[i].name);
		CHECK((begin(5, &end) != NULL) == rows[i].want);
		if (rows[i].want)
			fd_close(&end);
		clear();
	}
}

static void
test_turns(void)
{
	int a_end, b_end, conn[2];
	struct stay_place *a, *b;

	a = begin(10, &a_end);
	b = begin(11, &b_end);
	CHECK(a != NULL && b != NULL && a != b);
	CHECK(stay_take(&s) == NULL);
	CHECK_INT("nobody waits", stay_expire(&s), -1);
	CHECK(ends(a, a_end, 3));
	CHECK(ends(b, b_end, 0));
	CHECK(stay_expire(&s) > 0 && stay_expire(&s) <= STAY_WAIT_MS);
	a->since_ms -= 5;
	CHECK(stay_take(&s) == b);	/* the last one */
	CHECK(stay_take(&s) == a);
	CHECK(stay_take(&s) == NULL);
	stay_untake(a);
	CHECK(stay_take(&s) == a);
	if (pipe(conn) < 0)
		_exit(99);
	CHECK_INT("it gets one", stay_give(a, conn[0], vars), 0);
	CHECK(a->state == STAY_BUSY);
	CHECK(ends(a, a_end, 0));
	fd_close(&b_end);
	CHECK_INT("the other is gone", stay_give(b, conn[0], vars), -1);
	CHECK(b->state == STAY_LEAVING && b->fd == -1);
	CHECK(stay_reaped(&s, 11));
	CHECK(!stay_reaped(&s, 11));
	CHECK(stay_has_some(&s));
	CHECK(stay_reaped(&s, 10));
	CHECK(!stay_has_some(&s));
	fd_close(&a_end);
	fd_close(&conn[0]);
	fd_close(&conn[1]);
	clear();
}

/* It is killed while a lane has it. */
static void
test_lost(void)
{
	struct stay_place *p;
	int end;

	p = begin(10, &end);
	CHECK(ends(p, end, 0) && stay_take(&s) == p);
	CHECK(stay_reaped(&s, 10));
	CHECK(p->state == STAY_LOST);
	CHECK(!stay_reaped(&s, 10));	/* another of that number */
	CHECK_INT("not to be had", stay_give(p, 0, vars), -1);
	CHECK(p->state == STAY_NONE && p->fd == -1);
	fd_close(&end);
	p = begin(12, &end);
	CHECK(ends(p, end, 0) && stay_take(&s) == p && stay_reaped(&s, 12));
	stay_untake(p);
	CHECK(p->state == STAY_NONE && !stay_has_some(&s));
	fd_close(&end);
	clear();
}

static void
test_strangers(void)
{
	struct stay_place *p;
	pid_t pid;
	int end, code;

	p = begin(10, &end);
	CHECK(seqpacket_send(end, VIEW_LIT("hello"), NULL, 0, true) == 0);
	CHECK(!stay_hear(&s, place_of(p), &pid, &code));
	CHECK(p->state == STAY_LEAVING && p->fd == -1);
	CHECK(stay_reaped(&s, 10));
	fd_close(&end);
	/* what says twice that it has ended */
	p = begin(10, &end);
	CHECK(ends(p, end, 0) && !ends(p, end, 0));
	CHECK(p->state == STAY_LEAVING && stay_take(&s) == NULL);
	fd_close(&end);
	clear();
	/* before its lane knows who it is */
	p = stay_offer(&s, &end);
	CHECK(seqpacket_send(end, VIEW_LIT("E\0"), NULL, 0, true) == 0);
	CHECK(!stay_hear(&s, place_of(p), &pid, &code));
	stay_started(p, 10);
	CHECK(stay_hear(&s, place_of(p), &pid, &code) && pid == 10);
	fd_close(&end);
	clear();
}

static void
test_limits(void)
{
	int ends_of[STAY_MAX], end;
	struct pollfd fds[STAY_MAX];
	size_t places[STAY_MAX], n = 0;

	while (n < STAY_MAX && begin((pid_t)n + 1, &ends_of[n]) != NULL)
		n++;
	CHECK_INT("so many", n, STAY_MAX);
	CHECK(stay_offer(&s, &end) == NULL);
	CHECK_INT("all are watched", stay_watch(&s, fds, places), STAY_MAX);
	CHECK(ends(&s.v[3], ends_of[3], 0));
	s.v[3].since_ms -= STAY_WAIT_MS;
	CHECK_INT("it has waited too long", stay_expire(&s), -1);
	CHECK(s.v[3].state == STAY_LEAVING && s.v[3].fd == -1);
	CHECK_INT("it hears of it", recv(ends_of[3], fds, 1, 0) > 0 &&
	    recv(ends_of[3], fds, sizeof(fds), 0) == 0, true);
	CHECK_INT("the others are", stay_watch(&s, fds, places),
	    STAY_MAX - 1);
	CHECK(places[2] == 2 && places[3] == 4 && fds[3].fd == s.v[4].fd);
	for (size_t i = 0; i < n; i++)
		fd_close(&ends_of[i]);
	clear();
}

/* Nobody takes the offer: it is made now and then. */
static void
test_unanswered(void)
{
	int end, offers = 0;
	struct stay_place *p;

	for (pid_t pid = 1; pid <= 1000; pid++) {
		p = begin(pid, &end);
		if (p == NULL)
			continue;
		offers++;
		fd_close(&end);
		CHECK(stay_reaped(&s, pid));
	}
	CHECK(offers > 8 && offers < 30);
	do
		p = begin(5, &end);
	while (p == NULL);
	CHECK(ends(p, end, 0));
	fd_close(&end);
	CHECK(stay_reaped(&s, 5));
	CHECK(begin(6, &end) != NULL);	/* one did */
	fd_close(&end);
	clear();
}

int
main(void)
{
	prog_init("stay", oom_exit);
	stay_init(&s, "qmail-smtpd");
	test_names();
	test_turns();
	test_lost();
	test_strangers();
	test_limits();
	test_unanswered();
	return tap_end();
}
