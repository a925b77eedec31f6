#include "deliver/forwarding.h"

#include <signal.h>

#include "lib/exitcode.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/qq_client.h"

static void
put_message(struct qq *qq, const char *head)
{
	static char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	struct view v;
	int r;

	qq_puts(qq, head);
	while ((r = in_peek(&in, &v)) > 0) {
		qq_putv(qq, v);
		in_skip(&in, v.len);
	}
	if (r < 0) {
		qq_fail(qq);
		log_warning("unable to read message");
	}
}

void
forward_message(const char *head, const char *sender, char **recipients)
{
	static struct qq qq;
	char number[NUM_FMT_MAX];
	const char *why;

	sig_ignore(SIGPIPE);
	if (qq_open(&qq) < 0)
		die_sys("unable to fork");
	put_message(&qq, head);
	qq_sender(&qq, view_of(sender));
	for (; *recipients != NULL; recipients++)
		qq_recipient(&qq, view_of(*recipients));
	why = qq_close(&qq);
	if (why[0] == 'D')
		die_perm("unable to forward message: ", why + 1);
	if (why[0] != '\0')
		die_temp("unable to forward message: ", why + 1);
	(void)num_fmt((uint64_t)qq.pid, number);
	log_plain("qp ", number);
}
