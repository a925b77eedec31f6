/*
 * qmail-smtpd: receive mail by SMTP.
 *	usage: qmail-smtpd [[hostname] checker program ...]
 * reads  fd 0: commands and messages; control files: qmail-smtpd(8)
 * writes fd 1: replies; messages go to qmail-queue or $QMAILQUEUE
 * runs   as qmaild, under tcpserver or another super-server (tcp-environ(5));
 *        for AUTH checker, by the rules of checkpassword(8).  tcpserver may
 *        have it stay for more connections (lib/handover.h)
 * exits  0 after QUIT, 1 otherwise
 */
#include <signal.h>
#include <unistd.h>

#include "lib/fd_mute.h"
#include "lib/handover.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "smtpd/command.h"
#include "smtpd/session.h"

static struct session session;	/* for die_nomem() */

static noreturn void
die_nomem(void)
{
	session_die(&session, "421 out of memory (#4.3.0)");
	session_finish(&session);
	_exit(1);
}

/* One conversation, from nothing; the code to exit with. */
static int
converse(char *const *args)
{
	session_start(&session, args);
	command_loop(&session);
	session_finish(&session);
	return session.end == SESSION_QUIT ? 0 : 1;
}

int
main(int argc, char **argv)
{
	char *const *args = argc > 0 ? argv + 1 : argv;
	bool stays;
	int code;

	prog_init("qmail-smtpd", die_nomem);
	if (fd_mute_log() < 0)
		_exit(1);
	sig_ignore(SIGPIPE);
	stays = handover_accept();
	for (;;) {
		code = converse(args);
		if (!stays || !session_may_stay(&session) ||
		    !handover_may_stay() || handover_next(code) <= 0)
			return code;
		session_renew(&session);
	}
}
