/*
 * verdict.h: what became of a delivery: K success, Z try again, D never, and
 * the records in which qmail-remote says it (programs.md 3.2, 4, 6).
 */
#ifndef MAIL_VERDICT_H
#define MAIL_VERDICT_H

#include <stdbool.h>

#include "lib/buf.h"
#include "lib/view.h"

#define VERDICT_OK 'K'
#define VERDICT_TEMP 'Z'
#define VERDICT_PERM 'D'

/* qmail-remote's records about one recipient */
#define RCPT_OK 'r'
#define RCPT_TEMP 's'
#define RCPT_PERM 'h'

#define VERDICT_REPORT_MAX 10000 /* bytes of a report that qmail-send keeps */

/*
 * The exit codes of qmail-local, of qmail-lspawn's child before it became
 * qmail-local, and of qmail-getpw, with their reports (programs.md 4.1).
 * Returns the letter; *text is the fixed text, or NULL: the program's output.
 */
char verdict_of_local(int exit_code, const char **text);

/* What qmail-lspawn's child and qmail-getpw exit with (programs.md 4.1). */
enum verdict_exit {
	LSPAWN_USAGE = 112,	/* a record or an answer that makes no sense */
	LSPAWN_ROOT = 113,	/* the user is root */
	LSPAWN_NFS = 115,	/* temporary trouble with a home */
	LSPAWN_NOALIAS = 116,
	LSPAWN_CDB = 117,	/* users/cdb cannot be read */
	LSPAWN_SYS = 118,	/* anything else that passes */
	LSPAWN_NOMEM = 119,
	LSPAWN_EXECSOFT = 120,	/* qmail-local cannot be run now */
	LSPAWN_EXECPW = 121,	/* qmail-getpw cannot be run */
	LSPAWN_EXECHARD = 126	/* qmail-local cannot be run at all */
};

/*
 * The report on one recipient, letter first, out of qmail-remote's records
 * (programs.md 4.2), appended to report.  Without a result for the message
 * the delivery has failed.
 */
void verdict_of_remote(struct view records, struct buf *report);
/* Whether records hold a result for the message: K, Z or D. */
bool verdict_has_result(struct view records);

#endif
