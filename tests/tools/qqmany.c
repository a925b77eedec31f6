/*
 * qqmany: hand numbered messages (testmail.h) to qmail-queue as our programs
 * do (mail/qq_client.h), one after another, in the home of mail/conf.h.
 *	usage: qqmany [-1m] [-k n] [-i n] [-s size] count sender recipient
 * `%` in recipient is replaced by the message's number, from 1.
 * -1: a process for each; else one session.
 * -m: of mixed kinds, by the last digit of the number: 2 the client chooses to
 *	fail; 4 an address with a control byte; 5 one that is too long; 6 one
 *	with a NUL; 8 a hundred times the size; 0 a hundred recipients.
 * -k n: kill the queue program inside message n; -i n: before it begins.
 * Prints a line for each, "NUMBER queued" or "NUMBER TEXT", then
 * "processes N".  Exits 0, 100, 111.
 */
#include <sys/wait.h>

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/conf.h"
#include "mail/qq_client.h"
#include "tests/tools/testmail.h"
#include "tests/tools/argnumber.h"

#define USAGE "qqmany [-1m] [-k n] [-i n] [-s size] count sender recipient"
#define LARGER 100
#define LONG_ADDRESS 1003

enum kind { FAILS = 2, CONTROL = 4, TOO_LONG = 5, NUL = 6, LARGE = 8,
	MANY = 0, KINDS = 10 };

struct many {
	bool is_single, is_mixed;
	uint64_t kill_in, kill_before, size, count, processes;
	const char *sender, *recipient;
	pid_t last;
	struct qq qq;
	struct out out;
	char space[IO_SIZE];
};

static bool
is_kind(const struct many *m, uint64_t n, enum kind kind)
{
	return m->is_mixed && n % KINDS == kind;
}

static void
put_recipient(struct many *m, uint64_t n)
{
	struct buf b = BUF_INIT;

	for (const char *p = m->recipient; *p != '\0'; p++)
		if (*p == '%')
			buf_put_u64(&b, n);
		else
			buf_putc(&b, *p);
	if (is_kind(m, n, CONTROL))
		buf_putc(&b, '\001');
	if (is_kind(m, n, NUL))
		buf_putc(&b, '\0');
	while (is_kind(m, n, TOO_LONG) && b.len < LONG_ADDRESS)
		buf_putc(&b, 'a');
	for (size_t i = is_kind(m, n, MANY) ? 100 : 1; i > 0; i--)
		qq_recipient(&m->qq, buf_view(&b));
	buf_free(&b);
}

static void
kill_it(pid_t pid)
{
	siginfo_t info;

	/* gone, but not reaped: the client has to find out by itself */
	if (kill(pid, SIGKILL) < 0 ||
	    waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) < 0)
		die_sys("unable to kill");
}

static void
put_text(struct many *m, uint64_t n)
{
	struct buf text = BUF_INIT;

	testmail_make(n, m->size * (is_kind(m, n, LARGE) ? LARGER : 1), &text);
	for (size_t i = 0; i < text.len; i += IO_SIZE)
		qq_putv(&m->qq, view_upto(view_from(buf_view(&text), i),
		    IO_SIZE));
	buf_free(&text);
}

static void
send_one(struct many *m, uint64_t n)
{
	const char *text;

	if (n == m->kill_before)
		kill_it(m->qq.pid);
	if ((m->is_single ? qq_open(&m->qq) : qq_open_session(&m->qq)) < 0)
		die_sys("unable to start qmail-queue");
	m->processes += m->qq.pid != m->last;
	m->last = m->qq.pid;
	put_text(m, n);
	if (n == m->kill_in)
		kill_it(m->qq.pid);
	qq_sender(&m->qq, view_of(m->sender));
	put_recipient(m, n);
	if (is_kind(m, n, FAILS))
		qq_fail(&m->qq);
	text = qq_close(&m->qq);
	out_put_u64(&m->out, n);
	out_cat(&m->out, " ", *text == '\0' ? "queued" : text, "\n");
}

int
main(int argc, char **argv)
{
	static struct many m = { .qq = QQ_INIT, .size = 1000,
	    .out = OUT_INIT(1, m.space) };
	int c;

	prog_init("qqmany", oom_exit);
	sig_ignore(SIGPIPE);
	while ((c = getopt(argc, argv, "+1mk:i:s:")) != -1)
		switch (c) {
		case '1': m.is_single = true; break;
		case 'm': m.is_mixed = true; break;
		case 'k':
			m.kill_in = arg_number(optarg, UINT32_MAX, USAGE);
			break;
		case 'i':
			m.kill_before = arg_number(optarg, UINT32_MAX, USAGE);
			break;
		case 's': m.size = arg_number(optarg, UINT32_MAX, USAGE); break;
		default: die_usage(USAGE);
		}
	argv += optind;
	if (argc - optind != 3)
		die_usage(USAGE);
	m.count = arg_number(argv[0], UINT32_MAX, USAGE);
	m.sender = argv[1];
	m.recipient = argv[2];
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir");
	for (uint64_t n = 1; n <= m.count; n++)
		send_one(&m, n);
	qq_end(&m.qq);
	out_puts(&m.out, "processes ");
	out_put_u64(&m.out, m.processes);
	out_puts(&m.out, "\n");
	return out_flush(&m.out) < 0 ? 111 : 0;
}
