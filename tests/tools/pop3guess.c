/*
 * pop3guess: guess passwords by POP3, several at a time.
 *	usage: pop3guess guessers guesses ip port user
 * Each guesser is a process; each guess a connection of its own that says all
 * it has to say at once, more than it may: USER, PASS and STAT.
 * writes to descriptor 1, as last line, what the guesses came to:
 *	refused=N away=N other=N
 *	(refused: by the password; away: by the server, without a greeting)
 * exits  0; 1 when there are others; 100, 111
 */
#include <sys/wait.h>

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/io.h"
#include "lib/net.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "tests/tools/argnumber.h"

#define USAGE "pop3guess guessers guesses ip port user"
#define GUESSERS_MAX 1000
#define GUESSES_MAX 1000000
#define CONNECT_S 60
#define SILENCE_S 120
#define ANSWER_MAX 4096

enum outcome { REFUSED, AWAY, OTHER, OUTCOMES };

struct counts {
	uint64_t n[OUTCOMES];
};

static struct net_peer server;
static struct view user;

static void
say(int fd, uint64_t guess)
{
	struct buf b = BUF_INIT;

	buf_puts(&b, "USER ");
	buf_putv(&b, user);
	buf_puts(&b, "\r\nPASS guess");
	buf_put_u64(&b, guess);
	buf_puts(&b, "\r\nSTAT\r\n");
	/* a server that turns us away has closed already */
	if (io_write_all(fd, b.p, b.len) < 0 && errno != EPIPE &&
	    errno != ECONNRESET)
		die_sys("unable to write");
	buf_free(&b);
}

/* What a whole session says: the greeting, +OK to USER, the refusal. */
static enum outcome
judge(struct view text, bool is_whole)
{
	static const char want[] =
	    "\r\n+OK \r\n-ERR authorization failed\r\n";

	if (text.len == 0)
		return AWAY;
	if (is_whole && view_has_prefix(text, VIEW_LIT("+OK ")) &&
	    view_is(view_from(text, view_chr(text, '\r')), want))
		return REFUSED;
	return OTHER;
}

static enum outcome
listen_to(int fd)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(fd, space);
	struct buf b = BUF_INIT;
	enum outcome o;
	int r;

	in.idle_s = SILENCE_S;
	r = in_all(&in, &b, ANSWER_MAX);
	if (r < 0 && errno != ECONNRESET)
		die_sys("unable to read");
	o = judge(buf_view(&b), r == 0);
	buf_free(&b);
	return o;
}

static enum outcome
guess(uint64_t n)
{
	struct deadline until = deadline_in_s(CONNECT_S);
	int fd = net_connect(&server, &until);
	enum outcome o;

	if (fd < 0)
		die_sys("unable to connect");
	say(fd, n);
	o = listen_to(fd);
	fd_close(&fd);
	return o;
}

/* Guesses i, i + step, ... of n: what they came to goes into the pipe. */
static noreturn void
be_guesser(uint64_t i, uint64_t step, uint64_t n, int pipefd)
{
	struct counts c = { .n = { 0 } };

	for (uint64_t at = i; at < n; at += step)
		c.n[guess(at)]++;
	/* less than PIPE_BUF: in one piece */
	if (io_write_all(pipefd, &c, sizeof(c)) < 0)
		die_sys("unable to tell");
	_exit(0);
}

static bool
has_ended_well(void)
{
	int status;
	pid_t pid;

	do
		pid = wait(&status);
	while (pid < 0 && errno == EINTR);
	return pid > 0 && status == 0;
}

static void
collect(uint64_t guessers, int fd, struct counts *all)
{
	char space[IO_SIZE];
	struct in in = IN_INIT(fd, space);
	struct counts c;

	for (uint64_t i = 0; i < guessers; i++) {
		if (in_get(&in, &c, sizeof(c)) <= 0 || !has_ended_well())
			die_temp("a guesser has failed");
		for (size_t o = 0; o < OUTCOMES; o++)
			all->n[o] += c.n[o];
	}
}

static void
run(uint64_t guessers, uint64_t guesses, struct counts *all)
{
	int fds[2];

	if (pipe(fds) < 0)
		die_sys("no pipe");
	for (uint64_t i = 0; i < guessers; i++) {
		pid_t pid = fork();
		if (pid < 0)
			die_sys("unable to fork");
		if (pid == 0) {
			fd_close(&fds[0]);
			be_guesser(i, guessers, guesses, fds[1]);
		}
	}
	fd_close(&fds[1]);
	collect(guessers, fds[0], all);
}

static void
put(struct out *out, const char *name, uint64_t n)
{
	out_puts(out, name);
	out_put_u64(out, n);
}

int
main(int argc, char **argv)
{
	struct counts all = { .n = { 0 } };
	char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	uint64_t guessers;

	prog_init("pop3guess", oom_exit);
	sig_ignore(SIGPIPE);
	if (argc != 6)
		die_usage(USAGE);
	guessers = arg_number(argv[1], GUESSERS_MAX, USAGE);
	if (ip_scan(view_of(argv[3]), &server.ip) < 0)
		die_usage(USAGE);
	server.port = (unsigned)arg_number(argv[4], UINT16_MAX, USAGE);
	user = view_of(argv[5]);
	run(guessers, arg_number(argv[2], GUESSES_MAX, USAGE), &all);
	put(&out, "refused=", all.n[REFUSED]);
	put(&out, " away=", all.n[AWAY]);
	put(&out, " other=", all.n[OTHER]);
	out_putc(&out, '\n');
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return all.n[OTHER] == 0 ? 0 : 1;
}
