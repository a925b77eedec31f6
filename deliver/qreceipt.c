/*
 * qreceipt: tell the sender that the message has arrived, if he asked.
 * usage: qreceipt deliveryaddress
 * reads  fd 0: message, its Notice-Requested-Upon-Delivery-To fields; SENDER
 * runs   qmail-queue for the notice; exits 0 (nothing to do too), 100, 111
 */
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "deliver/run.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/address.h"
#include "mail/header.h"
#include "mail/header_address.h"
#include "mail/qq_client.h"

#define HEADER_MAX (1024 * 1024)	/* bytes; longer: no receipt */
#define MESSAGE_ID_MAX 1000		/* bytes of the field, repeated */

static const char *target;		/* the delivery address */
static struct buf completed = BUF_INIT;	/* target as the parser writes it */
static struct buf message_id = BUF_INIT;	/* the whole field */
static bool is_asked;

/* Both sides of the comparison get the same endings, whatever they are. */
static struct view
ending(void *arg, enum header_default which)
{
	(void)arg;
	return which == HEADER_DEFAULT_HOST ? VIEW_LIT("localhost") :
	    VIEW_LIT("invalid");
}

static void
look_for_target(struct header_rewriter *r, struct view field)
{
	struct buf out = BUF_INIT, addresses = BUF_INIT;
	struct view rest, one;

	if (header_rewrite(r, field, &out, &addresses) == HEADER_OK) {
		rest = buf_view(&addresses);
		while (view_cut(&rest, '\0', &one))
			if (view_is_ieq(one, buf_view(&completed)))
				is_asked = true;
	}
	buf_free(&out);
	buf_free(&addresses);
}

static void
look_at(struct header_rewriter *r, struct view field)
{
	enum header_field which = header_field_of(field);

	if (which == HEADER_NOTICE_REQUESTED)
		look_for_target(r, field);
	if (which == HEADER_MESSAGE_ID && field.len <= MESSAGE_ID_MAX)
		buf_set(&message_id, field);
}

static void
read_header(void)
{
	static char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	struct header_reader r = HEADER_READER_INIT(&in, HEADER_MAX);
	struct header_rewriter w = HEADER_REWRITER_INIT(ending, NULL);
	struct buf field = BUF_INIT;
	int n;

	if (header_rewrite_raw(&w, view_of(target), &completed) != HEADER_OK)
		buf_sets(&completed, target);
	while ((n = header_next(&r, &field)) > 0)
		look_at(&w, buf_view(&field));
	if (n < 0 && errno != EMSGSIZE)
		die_sys("unable to read message");
	if (n < 0)
		log_warning("header is too long: ", err_str(errno));
	header_reader_free(&r);
	header_rewriter_free(&w);
	buf_free(&field);
}

static void
put_notice(struct qq *qq, const char *sender)
{
	struct buf to = BUF_INIT;

	address_quote(view_of(sender), &to);
	for (size_t i = 0; i < to.len; i++)
		if (to.p[i] == '\n')
			to.p[i] = '_';
	qq_puts(qq, "From: DELIVERY NOTICE SYSTEM <");
	qq_putv(qq, buf_view(&to));
	qq_puts(qq, ">\nTo: <");
	qq_putv(qq, buf_view(&to));
	qq_puts(qq, ">\nSubject: success notice\n\n"
	    "Hi! This is the qreceipt program. Your message was delivered to "
	    "the\nfollowing address: ");
	qq_puts(qq, target);
	qq_puts(qq, ". Thanks for asking.\n");
	if (message_id.len > 0) {
		qq_puts(qq, "Your ");
		qq_putv(qq, buf_view(&message_id));
	}
	buf_free(&to);
}

static int
send_notice(const char *sender)
{
	static struct qq qq;
	const char *why;

	sig_ignore(SIGPIPE);
	if (qq_open(&qq) < 0)
		die_sys("unable to fork");
	put_notice(&qq, sender);
	qq_sender(&qq, VIEW_EMPTY);
	qq_recipient(&qq, view_of(sender));
	why = qq_close(&qq);
	if (why[0] == 'D')
		die_perm("unable to send receipt: ", why + 1);
	if (why[0] != '\0')
		die_temp("unable to send receipt: ", why + 1);
	return EXIT_OK;
}

int
main(int argc, char **argv)
{
	const char *sender;

	prog_init("qreceipt", oom_exit);
	if (argc != 2)
		die_usage("qreceipt deliveryaddress");
	target = argv[1];
	sender = run_need("SENDER");
	if (sender[0] == '\0' || strcmp(sender, "#@[]") == 0)
		return EXIT_OK;
	read_header();
	return is_asked ? send_notice(sender) : EXIT_OK;
}
