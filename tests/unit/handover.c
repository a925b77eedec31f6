/* handover: a program that is given one connection after the other */
#include "lib/handover.h"

#include <sys/socket.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/fd.h"
#include "lib/mem.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/seqpacket.h"
#include "tests/tap.h"

static int ours, theirs;	/* ends of the pair */
static int conn[2];		/* a pipe for a connection */
static char who_bob[] = "WHO=bob", who_ann[] = "WHO=ann", empty[] = "EMPTY=";

static void
must(int r)
{
	if (r < 0)
		_exit(99);
}

static void
begin(void)
{
	must(handover_pair(&ours, &theirs));
	must(os_pipe(conn));
}

static void
end(void)
{
	fd_close(&ours);
	fd_close(&theirs);
	fd_close(&conn[0]);
	fd_close(&conn[1]);
}

/* ---- the program's side, in a process of its own ---- */

/* For each connection the value of WHO goes to it; then its code is 7. */
static noreturn void
program(void)
{
	const char *who;
	int code = 7;

	int end = fcntl(theirs, F_DUPFD, 20);

	must(end);
	for (int fd = 3; fd < 20; fd++)
		(void)close(fd);
	must(fd_copy(HANDOVER_FD, end));
	fd_close(&end);
	if (!handover_accept())
		_exit(50);
	while (handover_may_stay() && handover_next(code) > 0) {
		who = env_get("WHO");
		if (who == NULL || env_get("PATH") != NULL)
			_exit(51);
		must((int)write(1, who, strlen(who)));
		code = who[0] == 'b' ? 9 : 7;
	}
	_exit(52);
}

static pid_t
start(void)
{
	pid_t pid = fork();

	if (pid == 0)
		program();
	fd_close(&theirs);
	return pid;
}

static int
status_of(pid_t pid)
{
	int status;

	must((int)waitpid(pid, &status, 0));
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Waits for what handover_result() does not wait for. */
static int
result(int *code)
{
	char byte;

	(void)recv(ours, &byte, 1, MSG_PEEK);
	return handover_result(ours, code);
}

static void
test_program(void)
{
	char *const bob[] = { who_bob, empty, NULL };
	char *const ann[] = { who_ann, NULL };
	char got[16] = "";
	int code = -1;
	pid_t pid;

	begin();
	pid = start();
	CHECK_INT("the first one is over", result(&code), 1);
	CHECK_INT("its code", code, 7);
	CHECK_INT("nothing more to hear", handover_result(ours, &code), 0);
	CHECK_INT("another connection", handover_send(ours, conn[1], bob), 0);
	CHECK_INT("is served", (int)read(conn[0], got, sizeof(got)), 3);
	CHECK(memcmp(got, "bob", 3) == 0);
	CHECK_INT("it ends", result(&code), 1);
	CHECK_INT("with its code", code, 9);
	CHECK_INT("and another", handover_send(ours, conn[1], ann), 0);
	CHECK_INT("is served", (int)read(conn[0], got, sizeof(got)), 3);
	CHECK(memcmp(got, "ann", 3) == 0);
	CHECK_INT("it ends", result(&code), 1);
	fd_close(&conn[1]);
	CHECK_INT("each is closed", (int)read(conn[0], got, sizeof(got)), 0);
	fd_close(&ours);
	CHECK_INT("without a server it leaves", status_of(pid), 52);
	end();
}

/* A connection too many: it has to be started anew. */
static void
test_limit(void)
{
	char *const ann[] = { who_ann, NULL };
	char got[16];
	int code, n = 0;
	pid_t pid;

	begin();
	pid = start();
	while (result(&code) > 0 && handover_send(ours, conn[1], ann) == 0 &&
	    read(conn[0], got, sizeof(got)) > 0)
		n++;
	CHECK_INT("so many, with its own first one", n + 1,
	    HANDOVER_JOBS_MAX);
	CHECK_INT("then it leaves", status_of(pid), 52);
	CHECK_INT("and is gone", handover_send(ours, conn[1], ann), -1);
	CHECK_INT("which can be heard", handover_result(ours, &code), -1);
	end();
}

/* What it does not take for a connection ends it: nobody knows what it is. */
static void
test_nonsense(void)
{
	static const struct view bytes[] = {
		{ "WHO=ann", 7 }, { "x\0y", 3 }
	};
	int code;
	pid_t pid;

	for (size_t i = 0; i < NELEM(bytes); i++) {
		begin();
		pid = start();
		must(result(&code));
		must(seqpacket_send(ours, bytes[i], conn, 1, true));
		CHECK_INT("an environment without an end", status_of(pid),
		    52);
		end();
	}
	begin();
	pid = start();
	must(result(&code));
	must(seqpacket_send(ours, view_make("A=b", 4), NULL, 0, true));
	CHECK_INT("no connection", status_of(pid), 52);
	end();
	begin();
	pid = start();
	must(result(&code));
	must(seqpacket_send(ours, view_make("A=b", 4), conn, 2, true));
	CHECK_INT("two connections", status_of(pid), 52);
	end();
}

/* ---- no offer ---- */

static bool
is_accepted_in_child(int fd)
{
	pid_t pid = fork();

	if (pid == 0) {
		if (fd >= 0)
			must(fd_copy(HANDOVER_FD, fd));
		else
			(void)close(HANDOVER_FD);
		_exit(handover_accept() ? 1 : 0);
	}
	return status_of(pid) != 0;
}

static void
test_no_offer(void)
{
	int pair[2], pipe_ends[2];
	char got[8];

	CHECK(!is_accepted_in_child(-1));
	must(os_pipe(pipe_ends));
	CHECK(!is_accepted_in_child(pipe_ends[0]));
	must(os_seqpair(pair));
	CHECK(!is_accepted_in_child(pair[1]));
	must(seqpacket_send(pair[0], VIEW_LIT("other"), NULL, 0, true));
	CHECK(!is_accepted_in_child(pair[1]));
	CHECK_INT("whose bytes stay", (int)recv(pair[1], got, sizeof(got), 0),
	    5);
	fd_close(&pair[0]);
	fd_close(&pair[1]);
	must(os_streampair(pair));
	must((int)write(pair[0], HANDOVER_MAGIC, sizeof(HANDOVER_MAGIC) - 1));
	CHECK(!is_accepted_in_child(pair[1]));
	fd_close(&pair[0]);
	fd_close(&pair[1]);
	fd_close(&pipe_ends[0]);
	fd_close(&pipe_ends[1]);
}

/* ---- the server's side ---- */

static void
test_result(void)
{
	static const struct {
		const char *name, *bytes;
		size_t len;
		int want;
	} rows[] = {
		{ "an end", "E\1", 2, 1 },
		{ "another letter", "F\1", 2, -1 },
		{ "too short", "E", 1, -1 },
		{ "too long", "E\1\1", 3, -1 },
		{ "much too long", "E\1\1\1\1\1", 6, -1 },
		{ "its own offer", HANDOVER_MAGIC, 17, -1 },
	};
	int code;

	for (size_t i = 0; i < NELEM(rows); i++) {
		begin();
		must(seqpacket_send(theirs, view_make(rows[i].bytes,
		    rows[i].len), NULL, 0, true));
		CHECK_INT(rows[i].name, handover_result(ours, &code),
		    rows[i].want);
		end();
	}
	begin();
	fd_close(&theirs);
	CHECK_INT("it is gone", handover_result(ours, &code), -1);
	end();
}

static void
test_large(void)
{
	static char large[HANDOVER_ENV_MAX + 1];
	static char *vars[HANDOVER_VARS_MAX + 2];
	char *const one[] = { large, NULL };
	char *const none[] = { NULL };

	begin();
	memset(large, 'x', sizeof(large) - 1);
	CHECK_INT("too large an environment", handover_send(ours, conn[1],
	    one), -1);
	CHECK_INT("errno", errno, EMSGSIZE);
	CHECK_INT("none", handover_send(ours, conn[1], none), -1);
	for (size_t i = 0; i <= HANDOVER_VARS_MAX; i++)
		vars[i] = empty;
	CHECK_INT("too many variables", handover_send(ours, conn[1], vars),
	    -1);
	vars[HANDOVER_VARS_MAX] = NULL;
	CHECK_INT("as many as may be", handover_send(ours, conn[1], vars), 0);
	large[HANDOVER_ENV_MAX - 1] = '\0';
	CHECK_INT("as large as may be", handover_send(ours, conn[1], one), 0);
	end();
}

int
main(void)
{
	prog_init("handover", oom_exit);
	test_program();
	test_limit();
	test_nonsense();
	test_no_offer();
	test_result();
	test_large();
	return tap_end();
}
