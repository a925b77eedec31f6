#include "mail/verdict.h"

#include <stddef.h>

#include "lib/attr.h"
#include "lib/exitcode.h"

/* programs.md 4.1; whatever is not here is permanent, with the output */
static const struct { int code; char letter; const char *text; } locals[] = {
	{ EXIT_OK, VERDICT_OK, NULL },
	{ EXIT_TEMP, VERDICT_TEMP, NULL },
	{ 71, VERDICT_TEMP, NULL },	/* EX_OSERR of sysexits.h */
	{ 74, VERDICT_TEMP, NULL },	/* EX_IOERR */
	{ 75, VERDICT_TEMP, NULL },	/* EX_TEMPFAIL */
	{ LSPAWN_CDB, VERDICT_TEMP,
	    "Trouble reading users/cdb in qmail-lspawn.\n" },
	{ LSPAWN_NOMEM, VERDICT_TEMP, "Out of memory in qmail-lspawn.\n" },
	{ LSPAWN_SYS, VERDICT_TEMP, "Temporary failure in qmail-lspawn.\n" },
	{ LSPAWN_NOALIAS, VERDICT_TEMP, "Unable to find alias user!\n" },
	{ LSPAWN_ROOT, VERDICT_TEMP,
	    "Not allowed to perform deliveries as root.\n" },
	{ LSPAWN_USAGE, VERDICT_TEMP, "Internal qmail-lspawn bug.\n" },
	{ LSPAWN_NFS, VERDICT_TEMP, "NFS failure in qmail-local.\n" },
	{ LSPAWN_EXECHARD, VERDICT_PERM, "Unable to run qmail-local.\n" },
	{ LSPAWN_EXECSOFT, VERDICT_TEMP, "Unable to run qmail-local.\n" },
	{ LSPAWN_EXECPW, VERDICT_TEMP, "Unable to run qmail-getpw.\n" },
};

char
verdict_of_local(int exit_code, const char **text)
{
	*text = NULL;
	for (size_t i = 0; i < NELEM(locals); i++) {
		if (locals[i].code != exit_code)
			continue;
		*text = locals[i].text;
		return locals[i].letter;
	}
	return VERDICT_PERM;
}

/* A record without its letter and NUL; letter 0: there is none. */
struct record {
	char letter;
	struct view text;
};

static bool
next_record(struct view *rest, struct record *r)
{
	struct view piece;

	*r = (struct record){ .letter = '\0', .text = VIEW_EMPTY };
	if (!view_cut(rest, '\0', &piece))
		return false;
	if (piece.len > 0) {
		r->letter = piece.p[0];
		r->text = view_from(piece, 1);
	}
	return true;
}

/* The first record about the whole message, if any. */
static bool
find_result(struct view records, struct record *r)
{
	while (next_record(&records, r))
		if (r->letter == VERDICT_OK || r->letter == VERDICT_TEMP ||
		    r->letter == VERDICT_PERM)
			return true;
	return false;
}

bool
verdict_has_result(struct view records)
{
	struct record r;

	return find_result(records, &r);
}

static void
put(struct buf *report, char letter, struct view recipient, struct view message)
{
	buf_putc(report, letter);
	buf_putv(report, recipient);
	buf_putv(report, message);
}

void
verdict_of_remote(struct view records, struct buf *report)
{
	struct record first, result;
	struct view rest = records;

	(void)next_record(&rest, &first);	/* none: letter 0, like junk */
	if (!find_result(records, &result))
		result.letter = VERDICT_PERM;
	switch (first.letter) {
	case RCPT_OK:
		put(report, result.letter, first.text, result.text);
		break;
	case RCPT_PERM:
		if (result.letter != VERDICT_PERM)
			result.text = VIEW_EMPTY;
		put(report, VERDICT_PERM, first.text, result.text);
		break;
	case RCPT_TEMP:
		if (result.letter == VERDICT_OK)
			result.text = VIEW_EMPTY;
		put(report, VERDICT_TEMP, first.text, result.text);
		break;
	default:
		put(report, result.letter, VIEW_EMPTY, result.text);
	}
}
