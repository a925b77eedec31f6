/*
 * qmail-getpw: which system user gets the mail for a local part.
 *	usage: qmail-getpw local
 * writes user, uid, gid, home, dash, ext, each with a NUL behind, to fd 1
 * runs   qmailp, started by qmail-lspawn; may be replaced by programs that ask
 *        other directories; answers further questions when its parent offers
 *        it (mail/lease.h)
 * exits  0, 100, or a code of mail/verdict.h: 115 trouble with a home, 116 no
 *        alias account, 118 the name service cannot tell now
 */
#include <sys/stat.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/confine_log.h"
#include "lib/err.h"
#include "lib/exitcode.h"
#include "lib/io.h"
#include "lib/nss.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/lease.h"
#include "mail/users.h"
#include "mail/verdict.h"

#define NAME_MAX_BYTES 32	/* a user name is shorter (GETPW_USERLEN) */

/* What there is to say about one local part. */
struct lookup {
	struct view local;
	struct nss_user user;
	struct buf name, answer;
	int code;		/* exit code: 0, or of mail/verdict.h */
};

/* Returns -1 for the caller to give up with. */
static int
fail(struct lookup *l, enum verdict_exit code, const char *what,
    const char *name)
{
	log_warning(what, name, ": ", err_str(errno));
	l->code = (int)code;
	return -1;
}

/* 1, 0, -1 failed. */
static int
has_own_home(struct lookup *l)
{
	struct stat st;

	if (stat(l->user.home.p, &st) == 0)
		return st.st_uid == l->user.uid;
	if (err_is_temp(errno))
		return fail(l, LSPAWN_NFS, "unable to stat ",
		    l->user.home.p);
	return 0;
}

static int
is_mail_user(struct lookup *l)
{
	if (l->user.uid == 0)
		return 0;
	/* nobody else can be delivered to in single-user mode */
	if (conf_is_single_user() && l->user.uid != getuid())
		return 0;
	return has_own_home(l);
}

/* Whether the first len bytes of local, in lower case, are a user: 1, 0, -1. */
static int
find_user(struct lookup *l, size_t len)
{
	int r;

	if (len == 0 || len >= NAME_MAX_BYTES)
		return 0;
	buf_set(&l->name, view_upto(l->local, len));
	ascii_lower(l->name.p, l->name.len);
	r = nss_user(l->name.p, &l->user);
	if (r < 0)
		return fail(l, LSPAWN_SYS, "unable to look up ", l->name.p);
	return r == 0 ? 0 : is_mail_user(l);
}

static int
find_alias(struct lookup *l)
{
	const char *name = conf.user[CONF_ALIAS];
	int r = nss_user(name, &l->user);

	if (r < 0)
		return fail(l, LSPAWN_SYS, "unable to look up ", name);
	if (r == 0) {
		log_warning("no account ", name);
		l->code = LSPAWN_NOALIAS;
		return -1;
	}
	if (conf_is_single_user()) {
		buf_sets(&l->user.home, CONF_HOME);
		buf_puts(&l->user.home, "/alias");
	}
	return 1;
}

static void
put_field(struct buf *b, struct view field)
{
	buf_putv(b, field);
	buf_putc(b, '\0');
}

static void
answer(struct lookup *l, const char *dash, struct view ext)
{
	struct buf *b = &l->answer;

	put_field(b, buf_view(&l->user.name));
	buf_put_u64(b, l->user.uid);
	buf_putc(b, '\0');
	buf_put_u64(b, l->user.gid);
	buf_putc(b, '\0');
	put_field(b, buf_view(&l->user.home));
	put_field(b, view_of(dash));
	put_field(b, ext);
}

/* Into l->answer and l->code; l may have been used before. */
static void
look_up(struct lookup *l, struct view local)
{
	static const char dash[] = { USERS_BREAK, '\0' };
	int r;

	l->local = local;
	l->code = EXIT_OK;
	buf_clear(&l->answer);
	r = find_user(l, local.len);
	if (r > 0)
		answer(l, "", VIEW_EMPTY);
	for (size_t cut = local.len; r == 0 && cut-- > 0; ) {
		if (local.p[cut] != USERS_BREAK)
			continue;
		r = find_user(l, cut);
		if (r > 0)
			answer(l, dash, view_from(local, cut + 1));
	}
	if (r == 0 && find_alias(l) > 0)
		answer(l, dash, local);
	nss_user_free(&l->user);
}

/* The reply to one question into out, which is sent first when it is full. */
static int
reply(struct lookup *l, const struct lease_entry *e, struct buf *out)
{
	if (l->answer.len > LEASE_TEXT_MAX) {
		/* it takes a process of its own to say so much */
		errno = EMSGSIZE;
		return -1;
	}
	if (!lease_has_room(out, l->answer.len)) {
		if (lease_send(LEASE_FD, out, NULL, 0, true) < 0)
			return -1;
		lease_begin(out, LEASE_REPLY);
	}
	lease_put(out, e->id, (unsigned)l->code, buf_view(&l->answer));
	return 0;
}

/*
 * The questions of one record were asked at the same moment: equal ones in a
 * row have one answer.
 */
static int
reply_all(struct lookup *l, struct lease_record *r, struct buf *out)
{
	const char *words[LEASE_WORDS_MAX];
	struct view last = VIEW_EMPTY;
	struct lease_entry e;

	lease_begin(out, LEASE_REPLY);
	while (lease_next(r, &e)) {
		if (lease_words(e.body, words) != 1) {
			errno = EPROTO;
			return -1;
		}
		if (!view_is_eq(e.body, last))
			look_up(l, view_of(words[0]));
		last = e.body;
		if (reply(l, &e, out) < 0)
			return -1;
	}
	return lease_send(LEASE_FD, out, NULL, 0, true);
}

/* Further questions, while the parent has any. */
static int
serve(struct lookup *l, struct lease_record *r)
{
	struct buf out = BUF_INIT;
	int got, code = EXIT_TEMP;

	while ((got = lease_recv(LEASE_FD, r, true, true)) > 0)
		if (r->type != LEASE_JOBS || r->nfds > 0 ||
		    reply_all(l, r, &out) < 0)
			break;
	if (got == 0)
		code = EXIT_OK;
	lease_close_fds(r);
	buf_free(&out);
	return code;
}

int
main(int argc, char **argv)
{
	static struct lease_record record;
	struct lookup l = {
		.user = NSS_USER_INIT, .name = BUF_INIT, .answer = BUF_INIT
	};
	bool stays;
	int code;

	prog_init("qmail-getpw", oom_exit);
	if (argc != 2)
		die_usage("qmail-getpw local");
	stays = lease_accept();
	confine_or_die(CONFINE_GETPW);
	look_up(&l, view_of(argv[1]));
	if (l.code == EXIT_OK && io_write_all(1, l.answer.p, l.answer.len) < 0)
		(void)fail(&l, LSPAWN_SYS, "unable to write the answer for ",
		    argv[1]);
	code = l.code;
	if (stays && lease_first_done(code, true) == 0)
		code = serve(&l, &record);
	buf_free(&l.name);
	buf_free(&l.answer);
	return code;
}
