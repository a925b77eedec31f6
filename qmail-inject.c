/*
 * qmail-inject: complete a message and put it into the queue.
 * usage	qmail-inject [ -aAhHnN ] [ -f sender ] [ recipient ... ]
 * reads	fd 0: message; control/{defaulthost,defaultdomain,plusdomain,
 *		idhost,me}, $QMAILMFTFILE
 * writes	to qmail-queue or $QMAILQUEUE; with -n: fd 1
 * runs as	the caller
 * exits	0, 100 wrong usage, format or refused for good, 111 try again
 */
#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "inject/compose.h"
#include "inject/fail.h"
#include "inject/fields.h"
#include "inject/list.h"
#include "inject/settings.h"
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/address.h"
#include "mail/conf.h"
#include "mail/control.h"
#include "mail/header.h"
#include "mail/qq_client.h"

/* Bytes of a header that we are willing to hold; the body is not held. */
#define HEADER_MAX (32 * 1024 * 1024)

struct options {
	bool show;			/* -n */
	bool from_arguments;		/* -a, -H */
	bool from_header;		/* -h, -H */
	const char *sender;		/* -f; NULL: none */
	char *const *recipients;
};

struct message {
	struct settings settings;
	struct fields fields;
	struct buf added;		/* fields in front of the others */
	struct buf sender;
	struct buf recipients;		/* list.h, in the order of delivery */
	struct header_reader reader;
	struct in in;
	char space[IO_SIZE];
};

static noreturn void
die_option(const char *what, int letter)
{
	char option[2] = { (char)letter, '\0' };

	log_plain(what, " -- ", option);
	_exit(EXIT_PERM);
}

static void
parse_options(struct options *o, int argc, char **argv)
{
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, "+:aAhHnNf:")) != -1)
		switch (c) {
		case 'a':
		case 'A':
		case 'h':
		case 'H':
			o->from_arguments = c == 'a' || c == 'H';
			o->from_header = c == 'h' || c == 'H';
			break;
		case 'n':
		case 'N':
			o->show = c == 'n';
			break;
		case 'f':
			o->sender = optarg;
			break;
		case ':':
			die_option("option requires an argument", optopt);
		default:
			die_option("illegal option", optopt);
		}
	o->recipients = argv + optind;
	if (!o->from_arguments && !o->from_header) {	/* -A */
		o->from_arguments = *o->recipients != NULL;
		o->from_header = !o->from_arguments;
	}
}

/* Before the directory changes: the name may be relative. */
static void
read_lists(struct control_list *lists)
{
	const char *path = env_get("QMAILMFTFILE");

	if (path != NULL && control_list_path(path, lists) < 0)
		fail_read();
}

static void
read_header(struct message *m)
{
	struct buf field = BUF_INIT;
	int r;

	while ((r = header_next(&m->reader, &field)) > 0)
		fields_add(&m->fields, buf_view(&field));
	if (r < 0 && errno == EMSGSIZE)
		fail_long();
	if (r < 0)
		fail_read();
	buf_free(&field);
}

static void
choose_sender(struct message *m, const struct options *o)
{
	if (o->sender != NULL)
		settings_complete(&m->settings, view_of(o->sender),
		    &m->sender);
	else if (m->fields.has_sender)
		buf_set(&m->sender, buf_view(&m->fields.sender));
	else
		settings_make_sender(&m->settings, &m->sender);
	if (address_has_control(buf_view(&m->sender)))
		fail_address(buf_view(&m->sender));
}

static void
choose_recipients(struct message *m, const struct options *o)
{
	const struct buf *found = m->fields.is_resent ? &m->fields.resent :
	    &m->fields.plain;
	struct view rest = buf_view(found), address;
	struct buf one = BUF_INIT;

	for (char *const *arg = o->recipients; o->from_arguments &&
	    *arg != NULL; arg++) {
		settings_complete(&m->settings, view_of(*arg), &one);
		buf_putv(&m->recipients, buf_view(&one));
		buf_putc(&m->recipients, '\0');
	}
	buf_free(&one);
	if (!o->from_header)
		return;
	buf_putv(&m->recipients, rest);
	while (view_cut(&rest, '\0', &address))
		if (address_has_control(address))
			fail_address(address);
}

/* The header, an empty line, the rest of the input, a last LF. */
static void
put_message(struct message *m, struct out *out)
{
	struct view v = buf_view(&m->reader.begun);
	char end = '\n';
	int r;

	out_putv(out, buf_view(&m->added));
	out_putv(out, buf_view(&m->fields.kept));
	out_putc(out, '\n');
	out_putv(out, v);
	if (v.len > 0)
		end = v.p[v.len - 1];
	while ((r = in_peek(&m->in, &v)) > 0 && out_error(out) == 0) {
		out_putv(out, v);
		end = v.p[v.len - 1];
		in_skip(&m->in, v.len);
	}
	if (r == 0 && end != '\n')
		out_putc(out, '\n');
}

static void
show(struct message *m)
{
	static char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	struct buf sender = BUF_INIT;

	address_quote(buf_view(&m->sender), &sender);
	out_cat(&out, "Return-Path: <", sender.p, ">\n");
	buf_free(&sender);
	put_message(m, &out);
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	if (in_error(&m->in) != 0)
		fail_read();
}

static void
send_off(struct message *m)
{
	static struct qq qq;
	struct view rest = buf_view(&m->recipients), address;
	const char *text;

	if (qq_open(&qq) < 0)
		die_temp("unable to run qmail-queue");
	put_message(m, &qq.message);
	if (in_error(&m->in) != 0)
		qq_fail(&qq);
	qq_sender(&qq, buf_view(&m->sender));
	while (view_cut(&rest, '\0', &address))
		qq_recipient(&qq, address);
	text = qq_close(&qq);
	if (in_error(&m->in) != 0)
		fail_read();
	if (text[0] == 'D')
		die_perm(text + 1);
	if (text[0] != '\0')
		die_temp(text + 1);
}

int
main(int argc, char **argv)
{
	static struct message m = { .added = BUF_INIT, .sender = BUF_INIT,
	    .recipients = BUF_INIT, .in = IN_INIT(0, m.space),
	    .fields = FIELDS_INIT(&m.settings),
	    .reader = HEADER_READER_INIT(&m.in, HEADER_MAX) };
	struct options o = { .sender = NULL };
	struct control_list lists = CONTROL_LIST_INIT;

	prog_init("qmail-inject", oom_exit);
	sig_ignore(SIGPIPE);
	parse_options(&o, argc, argv);
	read_lists(&lists);
	if (chdir(CONF_HOME) < 0)
		die_temp("internal bug");	/* the contract's words */
	settings_begin(&m.settings, time(NULL), getpid());
	read_header(&m);
	choose_sender(&m, &o);
	choose_recipients(&m, &o);
	compose_header(&m.fields, &lists, &m.added);
	if (o.show)
		show(&m);
	else
		send_off(&m);
	return EXIT_OK;
}
