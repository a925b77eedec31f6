/*
 * qqput: hand one message to qmail-queue as our programs do (mail/qq_client.h).
 *	usage: qqput [-f | -0] sender recipient ...
 * reads the message from fd 0; prints the verdict: "queued QP", or the text
 * with its letter.  -f: choose to fail at the end.  -0: add a recipient with a
 * NUL inside.  Exits 0 when queued, 1 when not, 100, 111.
 */
#include <signal.h>
#include <stdio.h>

#include "lib/io.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "mail/qq_client.h"

int
main(int argc, char **argv)
{
	static struct qq qq;
	char space[IO_SIZE];
	struct in in = IN_INIT(0, space);
	const char *option = "", *text;
	struct view v;
	int r, i = 1;

	prog_init("qqput", oom_exit);
	if (argc > 1 && argv[1][0] == '-')
		option = argv[i++];
	if (i >= argc)
		die_usage("qqput [-f | -0] sender recipient ...");
	sig_ignore(SIGPIPE);
	if (qq_open(&qq) < 0)
		die_sys("unable to start qmail-queue");
	while ((r = in_peek(&in, &v)) > 0) {
		qq_putv(&qq, v);
		in_skip(&in, v.len);
	}
	if (r < 0)
		qq_fail(&qq);
	qq_sender(&qq, view_of(argv[i++]));
	for (; i < argc; i++)
		qq_recipient(&qq, view_of(argv[i]));
	if (view_is(view_of(option), "-0"))
		qq_recipient(&qq, VIEW_LIT("a\0Tb"));
	if (view_is(view_of(option), "-f"))
		qq_fail(&qq);
	text = qq_close(&qq);
	if (*text != '\0')
		printf("%s\n", text);
	else
		printf("queued %d\n", (int)qq.pid);
	return *text == '\0' ? 0 : 1;
}
