/*
 * leaseliar: a qmail-local that says hello and then breaks the rules of
 * mail/lease.h: in the way that its second argument (the user) names.
 */
#include <string.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "mail/lease.h"

#define FLOOD 100000

static struct lease_record record;
static struct buf b = BUF_INIT;

static void
say(enum lease_type type, uint32_t id, int code, const int *fds, size_t nfds)
{
	lease_begin(&b, type);
	lease_put(&b, id, (unsigned)code,
	    type == LEASE_HELLO ? VIEW_LIT(LEASE_MAGIC) : VIEW_EMPTY);
	if (lease_send(LEASE_FD, &b, fds, nfds, true) < 0)
		_exit(EXIT_OK);
}

static void
say_rubbish(void)
{
	if (write(LEASE_FD, "what?", 5) < 0)
		_exit(EXIT_OK);
}

/* Much more than there is to say. */
static noreturn void
flood(uint32_t id)
{
	for (int i = 0; i < FLOOD; i++)
		say(LEASE_SLOW, id, 0, NULL, 0);
	for (;;)
		pause();
}

/* Again and again. */
static void
give_back(uint32_t id)
{
	struct lease_entry e = { .id = id };

	do
		say(LEASE_BACK, e.id, 0, NULL, 0);
	while (lease_recv(LEASE_FD, &record, true, true) > 0 &&
	    lease_next(&record, &e));
	_exit(EXIT_OK);
}

/* The second job, and a lie about it; all wait to be killed. */
static void
lie(const char *how, uint32_t id)
{
	int fd = 2;

	if (strcmp(how, "rubbish") == 0)
		say_rubbish();
	else if (strcmp(how, "foreign") == 0)
		say(LEASE_REPLY, id + 1, 0, NULL, 0);
	else if (strcmp(how, "hello-twice") == 0)
		say(LEASE_HELLO, 0, 0, NULL, 0);
	else if (strcmp(how, "descriptor") == 0)
		say(LEASE_REPLY, id, 0, &fd, 1);
	else if (strcmp(how, "back") == 0)
		give_back(id);
	else if (strcmp(how, "silent") == 0)
		_exit(EXIT_OK);
	else if (strcmp(how, "flood") == 0)
		flood(id);
	else
		say(LEASE_REPLY, LEASE_FIRST, 0, NULL, 0);
	pause();
}

int
main(int argc, char **argv)
{
	struct lease_entry e;
	const char *how = argc > 2 ? argv[2] : "";

	prog_init("leaseliar", oom_exit);
	if (!lease_accept())
		return EXIT_TEMP;
	if (strcmp(how, "early") == 0)
		say(LEASE_REPLY, 5, 0, NULL, 0);
	if (lease_first_done(0, false) < 0)
		return EXIT_TEMP;
	if (strcmp(how, "twice") == 0)
		say(LEASE_REPLY, LEASE_FIRST, 0, NULL, 0);
	if (lease_recv(LEASE_FD, &record, true, true) <= 0 ||
	    !lease_next(&record, &e))
		return EXIT_OK;
	lie(how, e.id);
	return EXIT_OK;
}
