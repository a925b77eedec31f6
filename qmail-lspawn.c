/*
 * qmail-lspawn: have a qmail-local do each delivery that qmail-send asks for.
 *	usage: qmail-lspawn defaultdelivery
 * reads  fd 0: commands (mail/spawn.h); messages in CONF_HOME/queue/mess;
 *        users/cdb; the answers of qmail-getpw; control/leases
 * writes fd 1: reports
 * runs   root, started by qmail-start; a qmail-local runs as its user, and a
 *        process of it serves only one (mail/pool.h)
 * exits  0 at the end of fd 0, when all deliveries are over; 100, 111
 */
#include <errno.h>
#include <unistd.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/spawner.h"
#include "mail/users.h"
#include "mail/verdict.h"

#define GETPW_WORDS_MAX 1024	/* with which an answer fits into a reply */
#define IDLE_MS 4000		/* a process without a job stays so long, */
#define IDLE_MORE_MS 2000	/* ... a second one of the same user */
#define GETPW_LIMIT_S 120	/* a name service that takes longer is down */

static const char *default_delivery;
static uid_t getpw_uid;
static gid_t getpw_gid;
static struct users_file users = USERS_FILE(NULL);

static struct pool_program local = {
	.path = "bin/qmail-local", .cwd = CONF_HOME, .has_ids = true,
	.is_offered = true, .takes_batches = true,
	.words_max = LEASE_RECORD_MAX,
	.exit_sys = LSPAWN_SYS, .exit_temp = LSPAWN_EXECSOFT,
	.exit_perm = LSPAWN_EXECHARD, .output_max = SPAWN_OUTPUT_MAX,
	.idle_ms = IDLE_MS, .idle_more_ms = IDLE_MORE_MS
};
static struct pool_program getpw = {
	.path = "bin/qmail-getpw", .cwd = CONF_HOME, .has_ids = true,
	.is_offered = true, .takes_batches = true,
	.words_max = GETPW_WORDS_MAX, .keeps_stderr = true,
	.exit_sys = LSPAWN_SYS, .exit_temp = LSPAWN_EXECPW,
	.exit_perm = LSPAWN_EXECPW, .output_max = USERS_DATA_MAX,
	.is_strict = true, .limit_s = GETPW_LIMIT_S,
	.idle_ms = IDLE_MS, .idle_more_ms = IDLE_MORE_MS
};

/* ---- reports ---- */

/* What a code of mail/verdict.h means; output: what was said. */
static void
put_verdict(struct buf *report, int code, struct view output, bool is_cut)
{
	static const char cut[] = "\nError report too long, sorry.\n";
	const char *text;

	buf_putc(report, verdict_of_local(code, &text));
	if (text != NULL) {
		buf_puts(report, text);
		return;
	}
	/* as stock cuts it: room for the sentence, number, letter and NUL */
	buf_putv(report, is_cut ? view_upto(output,
	    SPAWN_OUTPUT_MAX - sizeof(cut) + 1 - 3) : output);
	if (is_cut)
		buf_puts(report, cut);
}

/* The delivery cannot be begun. */
static bool
refuse(struct buf *report, enum verdict_exit code)
{
	put_verdict(report, (int)code, VIEW_EMPTY, false);
	return false;
}

/* ---- who is it for? ---- */

static bool
ask_getpw(const struct spawn_command *c, struct pool_task *t)
{
	t->program = &getpw;
	t->uid = getpw_uid;
	t->gid = getpw_gid;
	pool_word(t, spawn_command_local(c));
	return true;
}

/* Codes that qmail-getpw may decide for us; all others mean trouble. */
static int
code_of_getpw(const struct pool_task *t)
{
	if (t->has_crashed)
		return LSPAWN_SYS;
	if (t->code == 0 || t->code == EXIT_PERM || t->code == EXIT_TEMP ||
	    (t->code >= LSPAWN_USAGE && t->code <= LSPAWN_EXECPW))
		return t->code;
	return LSPAWN_SYS;
}

/* ---- qmail-local for this user ---- */

/* Only the same user, in the same home, may be served by one process. */
static void
make_key(struct pool_task *t, const struct users_entry *e)
{
	buf_clear(&t->key);
	buf_put_u64(&t->key, e->uid);
	buf_putc(&t->key, ':');
	buf_put_u64(&t->key, e->gid);
	buf_putc(&t->key, ':');
	buf_puts0(&t->key, e->user);
	buf_puts0(&t->key, e->home);
}

static bool
deliver(struct spawner_delivery *d, const struct users_entry *e,
    struct pool_task *t, struct buf *report)
{
	const struct spawn_command *c = &d->command;

	if (e->uid == 0)
		return refuse(report, LSPAWN_ROOT);
	t->program = &local;
	t->uid = e->uid;
	t->gid = e->gid;
	make_key(t, e);
	buf_clear(&t->words);
	pool_word(t, VIEW_LIT("--"));
	pool_word(t, view_of(e->user));
	pool_word(t, view_of(e->home));
	pool_word(t, spawn_command_local(c));
	pool_word(t, view_of(e->dash));
	pool_word(t, view_of(e->ext));
	pool_word(t, spawn_command_host(c));
	pool_word(t, buf_view(&c->sender));
	pool_word(t, view_of(default_delivery));
	spawner_give_message(d, t);
	return true;
}

/* ---- what the engine asks for ---- */

static void
come(void)
{
	users_file_look_again(&users);
}

static bool
begin(struct spawner_delivery *d, struct pool_task *t, struct buf *report)
{
	struct view name = spawn_command_local(&d->command);
	struct users_entry e = USERS_ENTRY_INIT;
	bool has_begun;
	int r;

	if (name.len == 0) {
		buf_putc(report, VERDICT_OK);	/* nobody: done */
		return false;
	}
	r = users_file_find(&users, name, &e);
	if (r < 0)
		has_begun = refuse(report, errno == EINVAL ? LSPAWN_USAGE :
		    LSPAWN_CDB);
	else
		has_begun = r == 0 ? ask_getpw(&d->command, t) :
		    deliver(d, &e, t, report);
	users_entry_free(&e);
	return has_begun;
}

/* qmail-getpw has answered: true when that was all. */
static bool
end_getpw(struct spawner_delivery *d, struct pool_task *t, struct buf *report)
{
	struct users_entry e = USERS_ENTRY_INIT;
	int code = code_of_getpw(t);
	bool is_over = true;

	buf_set(&e.data, buf_view(&t->output));
	if (code != 0)
		put_verdict(report, code, VIEW_EMPTY, false);
	else if (users_parse(&e) < 0)
		(void)refuse(report, LSPAWN_USAGE);
	else
		is_over = !deliver(d, &e, t, report);
	users_entry_free(&e);
	return is_over;
}

static bool
end(struct spawner_delivery *d, struct pool_task *t, struct buf *report)
{
	if (t->program == &getpw)
		return end_getpw(d, t, report);
	if (t->has_crashed)
		buf_puts(report, "Zqmail-local crashed.\n");
	else
		put_verdict(report, t->code, buf_view(&t->output), t->is_cut);
	return true;
}

int
main(int argc, char **argv)
{
	static const struct spawner spawner = { .come = come, .begin = begin,
	    .end = end };
	struct buf path = BUF_INIT;

	prog_init("qmail-lspawn", oom_wait);
	if (argc != 2)
		die_usage("qmail-lspawn defaultdelivery");
	default_delivery = argv[1];
	if (chdir(CONF_HOME) < 0 || chdir("queue/mess") < 0)
		die_sys("unable to chdir to ", CONF_HOME, "/queue/mess");
	if (conf_uid(CONF_QMAILP, &getpw_uid) < 0 ||
	    conf_gid(CONF_NOFILES, &getpw_gid) < 0)
		die_sys("unable to find the account ", conf.user[CONF_QMAILP]);
	buf_cat(&path, CONF_HOME, "/users/cdb");
	users.path = path.p;
	return spawner_run(&spawner);
}
