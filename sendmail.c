/*
 * sendmail: what programs expect under this name, made of qmail's parts.
 * usage	sendmail [ -t ] [ -fsender ] [ -Fname ] [ -bp ] [ -bs ]
 *		[ arg ... ]
 * runs		qmail-inject, qmail-smtpd (-bs) or qmail-qread (-bp, mailq) of
 *		CONF_HOME/bin in its place, as the caller
 * exits	100 wrong usage, 111 unable to run it; else as that program
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/mem.h"
#include "lib/prog.h"
#include "lib/view.h"
#include "mail/conf.h"

#define USAGE \
	"sendmail [ -t ] [ -fsender ] [ -Fname ] [ -bp ] [ -bs ] [ arg ... ]"

enum mode { MODE_INJECT, MODE_SMTP, MODE_QUEUE, MODE_ALIASES };

struct options {
	enum mode mode;
	bool from_header;	/* -t */
	char *sender;		/* -f, -r; NULL: none */
	const char *name;	/* -F; NULL: none */
	char **recipients;
};

/*
 * Ours, then those whose only meaning is another program's: -B type, -e how,
 * -G, -i, -L tag, -m, -n, -N when, -o option, -O option=value, -p protocol,
 * -R what, -U, -v, -V id, -x, -X file; -E and -J may have text behind.
 */
static const char letters[] = "+:tf:r:F:b:"
    "B:e:GimL:nN:o:O:p:R:UvV:xX:" "E::J::";

static noreturn void
die_option(const char *what, int letter)
{
	char option[2] = { (char)letter, '\0' };

	log_plain(what, " -- ", option);
	die_usage(USAGE);
}

static enum mode
mode_of(const char *letter)
{
	static const struct { char letter; enum mode mode; } modes[] = {
		{ 'm', MODE_INJECT }, { 's', MODE_SMTP }, { 'p', MODE_QUEUE },
		{ 'i', MODE_ALIASES }
	};

	for (size_t i = 0; i < NELEM(modes); i++)
		if (*letter == modes[i].letter)
			return modes[i].mode;
	die_usage(USAGE);
}

static void
parse_options(struct options *o, int argc, char **argv)
{
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, letters)) != -1)
		switch (c) {
		case 't':
			o->from_header = true;
			break;
		case 'f':
		case 'r':
			o->sender = optarg;
			break;
		case 'F':
			o->name = optarg;
			break;
		case 'b':
			o->mode = mode_of(optarg);
			break;
		case ':':
			die_option("option requires an argument", optopt);
		case '?':
			die_option("illegal option", optopt);
		}
	o->recipients = argv + optind;
}

static enum mode
mode_of_name(const char *path)
{
	struct view name = view_of(path);

	if (view_has_byte(name, '/'))
		name = view_from(name, view_rchr(name, '/') + 1);
	if (view_is(name, "mailq"))
		return MODE_QUEUE;
	return view_is(name, "newaliases") ? MODE_ALIASES : MODE_INJECT;
}

static noreturn void
run(const char *program, char **argv)
{
	execv(program, argv);
	die_sys("unable to run ", CONF_HOME, "/", program);
}

static noreturn void
run_alone(const char *program)
{
	char *argv[] = { mem_strdup(strchr(program, '/') + 1), NULL };

	run(program, argv);
}

/* qmail-smtpd believes its environment; this is what tcpserver would say. */
static void
pretend_connection(void)
{
	static const char *const variables[][2] = {
		{ "RELAYCLIENT", "" },
		{ "DATABYTES", "0" },
		{ "PROTO", "TCP" },
		{ "TCPLOCALIP", "127.0.0.1" },
		{ "TCPLOCALHOST", "localhost" },
		{ "TCPREMOTEIP", "127.0.0.1" },
		{ "TCPREMOTEHOST", "localhost" },
		{ "TCPREMOTEINFO", "sendmail-bs" },
	};

	if (env_get("PROTO") != NULL)
		return;
	for (size_t i = 0; i < NELEM(variables); i++)
		env_put(variables[i][0], variables[i][1]);
}

/* The default From follows the sender; an empty sender says nothing. */
static void
set_author(const char *sender)
{
	static const char *const others[] = {
		"QMAILNAME", "MAILNAME", "NAME", "QMAILHOST", "MAILHOST"
	};
	struct view raw = view_of(sender);
	size_t at;
	char *user;

	if (view_has_prefix(raw, VIEW_LIT("<")) &&
	    view_has_suffix(raw, VIEW_LIT(">")))
		raw = view_make(raw.p + 1, raw.len - 2);
	if (raw.len == 0)
		return;
	for (size_t i = 0; i < NELEM(others); i++)
		env_unset(others[i]);
	user = mem_alloc(raw.len + 1);
	memcpy(user, raw.p, raw.len);
	user[raw.len] = '\0';
	at = view_rchr(raw, '@');
	user[at] = '\0';
	env_put("QMAILUSER", user);
	if (at < raw.len)
		env_put("QMAILHOST", user + at + 1);
	mem_free(user);
}

static noreturn void
run_inject(const struct options *o, size_t nrecipients)
{
	char **argv = mem_array(nrecipients + 6, sizeof(*argv));
	size_t n = 0;

	argv[n++] = mem_strdup("qmail-inject");
	argv[n++] = mem_strdup(o->from_header ? "-H" : "-a");
	if (o->sender != NULL) {
		argv[n++] = mem_strdup("-f");
		argv[n++] = o->sender;
	}
	argv[n++] = mem_strdup("--");
	for (size_t i = 0; i < nrecipients; i++)
		argv[n++] = o->recipients[i];
	run("bin/qmail-inject", argv);
}

int
main(int argc, char **argv)
{
	struct options o = { .mode = MODE_INJECT };

	prog_init("sendmail", oom_exit);
	o.mode = mode_of_name(argc > 0 ? argv[0] : "sendmail");
	parse_options(&o, argc, argv);
	if (o.mode == MODE_ALIASES)
		die_perm("please use fastforward/newaliases instead");
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	if (o.mode == MODE_QUEUE)
		run_alone("bin/qmail-qread");
	if (o.mode == MODE_SMTP) {
		pretend_connection();
		run_alone("bin/qmail-smtpd");
	}
	if (o.sender != NULL)
		set_author(o.sender);
	if (o.name != NULL)
		env_put("MAILNAME", o.name);
	run_inject(&o, (size_t)(argc - optind));
}
