/*
 * fakespawn: a spawner that does what a file says, for tests of qmail-send.
 *	usage: fakespawn capacity rules log
 * For each command it writes `NUMBER MESSAGE SENDER RECIPIENT` to log, then
 * looks through rules (read anew each time) for the first line
 *	PATTERN ACTION [TEXT]
 * whose pattern is the recipient, or a prefix of it and `*`, or `*` and its
 * end:
 *	K, Z, D, any letter TEXT	report that; \n in TEXT is a LF, \r a CR
 *	fill LETTER BYTES	a report of that many `x`
 *	stray NUMBER		a report about another delivery, then K
 *	hold			nothing, until another rule is found for it
 *	die			exit at once, in the middle
 *	deaf			close the commands' pipe; held ones go on
 * Without a rule: K.  Rules are looked at every 10 ms while something is held:
 * the same for all of it.
 * Ends when the commands' pipe ends and nothing is held.
 */
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define RULES_MAX (1024 * 1024)
#define FIELD_MAX 100000
#define FILL_MAX 1000000
#define HELD_MAX 256
#define LOOK_MS 10

struct held {
	bool is_used;
	unsigned char number;
	struct buf recipient;
};

static const char *rules_path;
static int log_fd;
static char space[IO_SIZE];
static struct in commands;
static struct held held[HELD_MAX];
static bool is_deaf;

static void
send_report(unsigned char number, char letter, struct view text)
{
	struct buf r = BUF_INIT;

	buf_putc(&r, (char)number);
	buf_putc(&r, letter);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.p[i];
		if (c == '\\' && i + 1 < text.len) {
			i++;
			c = text.p[i] == 'n' ? '\n' : text.p[i] == 'r' ?
			    '\r' : text.p[i];
		}
		buf_putc(&r, c);
	}
	buf_putc(&r, '\0');
	if (io_write_all(1, r.p, r.len) < 0)
		_exit(0);	/* qmail-send is gone */
	buf_free(&r);
}

static uint64_t
number_of(struct view v, uint64_t max)
{
	uint64_t n;

	if (num_scan(v, max, &n) < 0)
		die_perm("bad number in the rules");
	return n;
}

static void
fill_report(unsigned char number, struct view what)
{
	struct view letter;
	struct buf b = BUF_INIT;

	(void)view_cut(&what, ' ', &letter);
	for (uint64_t n = number_of(what, FILL_MAX); n > 0; n--)
		buf_putc(&b, 'x');
	send_report(number, letter.p[0], buf_view(&b));
	buf_free(&b);
}

static bool
is_match(struct view pattern, struct view recipient)
{
	if (pattern.len > 0 && pattern.p[pattern.len - 1] == '*')
		return view_has_prefix(recipient,
		    view_upto(pattern, pattern.len - 1));
	if (pattern.len > 0 && pattern.p[0] == '*')
		return view_has_suffix(recipient, view_from(pattern, 1));
	return view_is_eq(pattern, recipient);
}

/* False: it is held. */
static bool
act(unsigned char number, struct view action, struct view text)
{
	if (view_is(action, "hold"))
		return false;
	if (view_is(action, "die"))
		_exit(1);
	if (view_is(action, "deaf")) {
		is_deaf = true;
		close(0);
		return false;
	}
	if (view_is(action, "fill"))
		fill_report(number, text);
	else if (view_is(action, "stray")) {
		send_report((unsigned char)number_of(text, 255), 'K',
		    VIEW_EMPTY);
		send_report(number, 'K', VIEW_EMPTY);
	} else
		send_report(number, action.p[0], text);
	return true;
}

static void
read_rules(struct buf *rules)
{
	if (file_read(rules_path, rules, RULES_MAX) < 0)
		die_sys("unable to read ", rules_path);
}

static bool
deliver(unsigned char number, struct view recipient, struct view rules)
{
	struct view line, pattern, action;

	while (view_cut(&rules, '\n', &line)) {
		if (!view_cut(&line, ' ', &pattern) ||
		    !is_match(pattern, recipient))
			continue;
		if (!view_cut(&line, ' ', &action) || action.len == 0)
			die_perm("bad rule");
		return act(number, action, line);
	}
	send_report(number, 'K', VIEW_EMPTY);
	return true;
}

static void
hold(unsigned char number, struct view recipient)
{
	for (size_t i = 0; i < HELD_MAX; i++)
		if (!held[i].is_used) {
			held[i].is_used = true;
			held[i].number = number;
			held[i].recipient = (struct buf)BUF_INIT;
			buf_set(&held[i].recipient, recipient);
			return;
		}
	die_perm("too many are held");
}

static bool
retry_held(void)
{
	struct buf rules = BUF_INIT;
	bool was_read = false, any = false;

	for (size_t i = 0; i < HELD_MAX; i++) {
		if (!held[i].is_used)
			continue;
		if (!was_read)
			read_rules(&rules);
		was_read = true;
		if (deliver(held[i].number, buf_view(&held[i].recipient),
		    buf_view(&rules))) {
			held[i].is_used = false;
			buf_free(&held[i].recipient);
		} else
			any = true;
	}
	buf_free(&rules);
	return any;
}

/* One command: false at the end of input. */
static bool
take_command(void)
{
	struct buf message = BUF_INIT, sender = BUF_INIT, rcpt = BUF_INIT;
	struct buf line = BUF_INIT, rules = BUF_INIT;
	int number = in_getc(&commands);

	if (number < 0)
		return false;
	if (in_until(&commands, '\0', &message, FIELD_MAX) <= 0 ||
	    in_until(&commands, '\0', &sender, FIELD_MAX) <= 0 ||
	    in_until(&commands, '\0', &rcpt, FIELD_MAX) <= 0)
		return false;
	buf_put_u64(&line, (uint64_t)number);
	buf_cat(&line, " ", message.p, " ", sender.p, " ", rcpt.p, "\n");
	read_rules(&rules);	/* first: who sees the line may change them */
	if (io_write_all(log_fd, line.p, line.len) < 0)
		die_sys("unable to write the log");
	if (!deliver((unsigned char)number, buf_view(&rcpt),
	    buf_view(&rules)))
		hold((unsigned char)number, buf_view(&rcpt));
	buf_free(&message);
	buf_free(&sender);
	buf_free(&rcpt);
	buf_free(&line);
	buf_free(&rules);
	return true;
}

int
main(int argc, char **argv)
{
	struct pollfd pfd = { .fd = 0, .events = POLLIN };
	bool is_open = true, any = false;
	unsigned char capacity;

	prog_init("fakespawn", oom_exit);
	if (argc != 4)
		die_usage("fakespawn capacity rules log");
	capacity = (unsigned char)number_of(view_of(argv[1]), 255);
	rules_path = argv[2];
	log_fd = open(argv[3], O_WRONLY | O_CREAT | O_APPEND, 0644);
	if (log_fd < 0)
		die_sys("unable to open ", argv[3]);
	commands = (struct in)IN_INIT(0, space);
	if (io_write_all(1, &capacity, 1) < 0)
		return 111;
	while (is_open || any) {
		pfd.fd = is_open && !is_deaf ? 0 : -1;
		if (in_buffered(&commands) > 0 ||
		    poll(&pfd, 1, any ? LOOK_MS : -1) > 0)
			is_open = take_command();
		any = retry_held();
		is_open = is_open && !is_deaf;
	}
	return 0;
}
