/*
 * rblsmtpd: keep listed clients away from an SMTP server.
 *	usage: rblsmtpd options program ...
 * reads  TCPREMOTEIP, RBLSMTPD, GREETDELAY; lists in the DNS; fd 0
 * writes the refusals on fd 1, one log line on fd 2
 * exits  as the program; 0 client was refused; 100 usage; 111
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/child.h"
#include "lib/deadline.h"
#include "lib/dns.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"

#define USAGE "rblsmtpd [ -bBcCiW ] [ -t timeout ] [ -w delay ] " \
	"[ -r base ] [ -a base ] program [ arg ... ]"
#define TEXT_MAX 200		/* bytes of a reply: rblsmtpd(1) */
#define LINE_BYTES_MAX 1000	/* more than RFC 5321 4.5.3.1.4 */
#define SESSION_S 60
#define SECONDS_MAX 3600
#define LOOKUP_S 20		/* one list; a client waits longer than that */

enum verdict {
	UNDECIDED,
	WELCOME,		/* no further look-ups, no delay */
	REFUSE_NOW,		/* 451 */
	REFUSE_FOR_GOOD		/* 553 */
};

static const char *ip_text;
static struct ip ip;
static bool has_ip;
static bool bounce;		/* -b */
static bool fail_closed;	/* -c */
static bool only_tell;		/* -i */
static bool has_failed;		/* a list was out of reach: not for good */
static int session_s = SESSION_S, delay_s;
static struct buf text = BUF_INIT;
static char **prog;

static void
set_text(struct view v)
{
	buf_clear(&text);
	for (size_t i = 0; i < v.len && i < TEXT_MAX; i++)
		buf_putc(&text, ascii_is_print(v.p[i]) ? v.p[i] : '?');
}

/* ---- lists ---- */

/* 4.3.2.1.base; the 32 digits of IPv6, last one first */
static void
put_name(struct buf *name, struct view base)
{
	static const char digits[] = "0123456789abcdef";
	bool v4 = ip_is_v4(&ip);

	for (int i = 15; i >= (v4 ? 12 : 0); i--) {
		if (v4)
			buf_put_u64(name, ip.b[i]);
		else {
			buf_putc(name, digits[ip.b[i] & 15]);
			buf_putc(name, '.');
			buf_putc(name, digits[ip.b[i] >> 4]);
		}
		buf_putc(name, '.');
	}
	buf_putv(name, base);
}

static enum verdict
refusal(void)
{
	return bounce && !has_failed ? REFUSE_FOR_GOOD : REFUSE_NOW;
}

static enum verdict
lookup_failed(void)
{
	has_failed = true;
	if (!fail_closed)
		return UNDECIDED;
	set_text(VIEW_LIT("temporary RBL lookup error"));
	return REFUSE_NOW;
}

/* `You are listed, %IP%.` */
static void
set_own_text(struct view own)
{
	struct buf full = BUF_INIT;

	while (own.len > 0) {
		if (view_has_prefix(own, VIEW_LIT("%IP%"))) {
			buf_puts(&full, ip_text);
			own = view_from(own, strlen("%IP%"));
			continue;
		}
		buf_putc(&full, own.p[0]);
		own = view_from(own, 1);
	}
	set_text(buf_view(&full));
	buf_free(&full);
}

/* -r base: a TXT record is the reply.  -r base:text: an A record lists. */
static enum verdict
ask_list(const char *spec)
{
	struct view base = view_of(spec);
	size_t colon = view_chr(base, ':');
	struct view own = view_from(base, colon + 1);
	struct dns_list l = DNS_LIST_INIT;
	struct buf name = BUF_INIT;
	enum verdict verdict = UNDECIDED;
	enum dns_result r;

	put_name(&name, view_upto(base, colon));
	r = colon < base.len ? dns_a(name.p, &l) : dns_txt(name.p, &l);
	if (r == DNS_TEMP)
		verdict = lookup_failed();
	else if (r == DNS_OK && colon < base.len)
		set_own_text(own);
	else if (r == DNS_OK)
		set_text(buf_view(&l.v[0].name));
	if (r == DNS_OK && text.len > 0)
		verdict = refusal();
	dns_list_free(&l);
	buf_free(&name);
	return verdict;
}

static enum verdict
ask_whitelist(const char *base)
{
	struct dns_list l = DNS_LIST_INIT;
	struct buf name = BUF_INIT;
	enum dns_result r;

	put_name(&name, view_of(base));
	r = dns_a(name.p, &l);
	dns_list_free(&l);
	buf_free(&name);
	if (r == DNS_TEMP) {
		has_failed = true;
		return fail_closed ? UNDECIDED : WELCOME;
	}
	return r == DNS_OK ? WELCOME : UNDECIDED;
}

/* What the environment has decided already. */
static enum verdict
environment(void)
{
	const char *told = env_get("RBLSMTPD");

	if (told == NULL)
		return UNDECIDED;
	if (told[0] == '\0')
		return WELCOME;
	set_text(view_of(told[0] == '-' ? told + 1 : told));
	return told[0] == '-' ? REFUSE_FOR_GOOD : REFUSE_NOW;
}

/* ---- the client ---- */

static void
log_refusal(const char *code)
{
	char pid[NUM_FMT_MAX];

	num_fmt((uint64_t)getpid(), pid);
	log_plain(ip_text == NULL ? "unknown" : ip_text, " pid ", pid, ": ",
	    code, " ", text.p);
}

static const struct {
	const char *verb;
	enum { SAY_OK, SAY_BYE } answer;
} commands[] = {
	{ "HELO", SAY_OK }, { "EHLO", SAY_OK }, { "MAIL", SAY_OK },
	{ "RSET", SAY_OK }, { "NOOP", SAY_OK }, { "QUIT", SAY_BYE },
};

static struct view
verb_of(struct view line)
{
	size_t n = 0;

	while (n < line.len && ascii_is_alpha(line.p[n]))
		n++;
	return view_upto(line, n);
}

/* Answer one command; false: it was QUIT. */
static bool
answer(struct out *out, struct view line, const char *code)
{
	for (size_t i = 0; i < NELEM(commands); i++) {
		if (!view_is_ieq(verb_of(line), view_of(commands[i].verb)))
			continue;
		out_puts(out, commands[i].answer == SAY_OK ?
		    "250 rblsmtpd.local\r\n" : "221 rblsmtpd.local\r\n");
		return commands[i].answer == SAY_OK;
	}
	out_cat(out, code, " ", text.p, "\r\n");
	return true;
}

/* The conversation with somebody who is not wanted, until he tires of it. */
static noreturn void
talk(const char *code)
{
	char in_space[IO_SIZE], out_space[IO_SIZE];
	struct deadline until = deadline_in_s(session_s);
	struct out out = OUT_INIT(1, out_space);
	struct in in = IN_INIT(0, in_space);
	struct buf line = BUF_INIT;
	bool more = true;

	sig_ignore(SIGPIPE);
	in.deadline = out.deadline = &until;
	in.flush_first = &out;
	out_puts(&out, "220 rblsmtpd.local\r\n");
	while (more) {
		int r = in_line(&in, &line, LINE_BYTES_MAX);
		if (r < 0 && errno == EMSGSIZE)
			r = in_skip_line(&in);
		if (r <= 0)
			break;
		more = answer(&out, buf_view(&line), code);
	}
	if (out_flush(&out) < 0)
		_exit(EXIT_OK);	/* gone before us */
	_exit(EXIT_OK);
}

static noreturn void
run(void)
{
	child_exec(prog[0], prog, NULL);
	die_sys("unable to run ", prog[0]);
}

static noreturn void
refuse(enum verdict verdict)
{
	bool good = verdict == REFUSE_FOR_GOOD;

	if (only_tell) {
		struct buf told = BUF_INIT;
		buf_cat(&told, good ? "-" : "", text.p);
		env_put("RBLSMTPD", told.p);
		run();
	}
	log_refusal(good ? "553" : "451");
	talk(good ? "553" : "451");
}

/* Clients have to wait for the greeting; robots often do not. */
static void
wait_for_early_talkers(void)
{
	struct deadline until = deadline_in_s(delay_s);
	struct pollfd pfd = { .fd = 0, .events = POLLIN };
	int r;

	while (delay_s > 0 && !deadline_is_past(&until)) {
		r = poll(&pfd, 1, deadline_poll_ms(&until));
		if (r < 0 && errno != EINTR)
			die_sys("unable to poll");
		if (r > 0) {
			set_text(VIEW_LIT("wait for the greeting"));
			refuse(REFUSE_NOW);
		}
	}
}

/* ---- options ---- */

static int
seconds(const char *s)
{
	uint64_t n;

	if (num_scan(view_of(s), SECONDS_MAX, &n) < 0)
		die_usage(USAGE);
	return (int)n;
}

static void
take_option(int letter)
{
	const char *delay = env_get("GREETDELAY");

	switch (letter) {
	case 'b': bounce = true; return;
	case 'B': bounce = false; return;
	case 'c': fail_closed = true; return;
	case 'C': fail_closed = false; return;
	case 'i': only_tell = true; return;
	case 't': session_s = seconds(optarg); return;
	case 'w': delay_s = seconds(optarg); return;
	case 'W':
		if (delay != NULL)
			delay_s = seconds(delay);
		return;
	}
	die_usage(USAGE);
}

/*
 * -r and -a are asked in the order given, so the line is read twice: first
 * for everything else.  -b and -c, -B and -C are for the lists behind them.
 */
static enum verdict
ask_lists(int argc, char **argv, enum verdict verdict)
{
	int letter;

	optind = 1;
	bounce = fail_closed = false;
	while (has_ip && verdict == UNDECIDED &&
	    (letter = getopt(argc, argv, "+bBcCiWt:w:r:a:")) != -1) {
		if (letter == 'r')
			verdict = ask_list(optarg);
		else if (letter == 'a')
			verdict = ask_whitelist(optarg);
		else
			take_option(letter);
	}
	return verdict;
}

int
main(int argc, char **argv)
{
	enum verdict verdict;
	int letter;

	prog_init("rblsmtpd", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+bBcCiWt:w:r:a:")) != -1)
		if (letter != 'r' && letter != 'a')
			take_option(letter);
	if (optind == argc)
		die_usage(USAGE);
	prog = argv + optind;
	ip_text = env_get("TCPREMOTEIP");
	has_ip = ip_text != NULL && ip_scan(view_of(ip_text), &ip) == 0;
	dns_set_limit(LOOKUP_S);
	verdict = ask_lists(argc, argv, environment());
	if (verdict == REFUSE_NOW || verdict == REFUSE_FOR_GOOD)
		refuse(verdict);
	if (verdict != WELCOME)
		wait_for_early_talkers();
	run();
}
