/*
 * qmail-account: add, remove, list mailbox accounts, set their passwords.
 *	usage: qmail-account [-c] add address user home [quota]
 *	       qmail-account remove address
 *	       qmail-account [-c] passwd address
 *	       qmail-account list [address]
 * -c: the password itself is kept, for APOP and CRAM-MD5
 * reads  CONF_HOME/users/accounts; a password from the terminal, or when
 *        descriptor 0 is none, from its first line; never from arguments
 * writes users/accounts (by users/accounts.new and rename); add makes home
 *        and home/Maildir where they are missing
 * runs   root, from the command line; then bin/qmail-newaccounts
 * exits  0, 100 (no such account, it is there already, bad words), 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/exitcode.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/lock.h"
#include "lib/num.h"
#include "lib/passwd.h"
#include "lib/prog.h"
#include "lib/sys.h"
#include "lib/terminal.h"
#include "mail/account.h"
#include "mail/accounts.h"
#include "mail/clear_secret.h"
#include "mail/conf.h"
#include "mail/mailbox.h"
#include "mail/password.h"

#define USAGE "qmail-account [-c] add address user home [quota], or " \
	"[-c] passwd address, or remove address, or list [address]"
#define TEXT_NEW ACCOUNT_TEXT ".new"
#define NEWACCOUNTS "bin/qmail-newaccounts"
#define SECRET_MODE 0600
#define ID_MAX (UINT32_MAX - 1)

static struct buf text = BUF_INIT;	/* users/accounts */
static char space[IO_SIZE];
static bool is_kept_clear;	/* a new password */

/* ---- the file ---- */

static void
lock(void)
{
	int fd = sys_open(ACCOUNT_LOCK, O_WRONLY | O_CREAT, SECRET_MODE);

	if (fd < 0 || lock_ex(fd) < 0)
		die_sys("unable to lock ", ACCOUNT_LOCK);
}

static void
load(void)
{
	/* no file: no accounts yet */
	if (file_read(ACCOUNT_TEXT, &text, ACCOUNTS_TEXT_MAX) < 0)
		die_sys("unable to read ", ACCOUNT_TEXT);
	if (text.len > 0 && text.p[text.len - 1] != '\n')
		buf_putc(&text, '\n');
}

static void
start_writing(struct out *out)
{
	if (sys_unlink(TEXT_NEW) < 0 && errno != ENOENT)
		die_sys("unable to remove ", TEXT_NEW);
	*out = (struct out)OUT_INIT(sys_open(TEXT_NEW,
	    O_WRONLY | O_CREAT | O_EXCL, SECRET_MODE), space);
	if (out->fd < 0)
		die_sys("unable to write to ", TEXT_NEW);
}

/* The file is replaced; then everybody else's files are. */
static noreturn void
publish(struct out *out)
{
	char name[] = NEWACCOUNTS;
	char *argv[] = { name, NULL };

	if (out_sync(out) < 0 || sys_close(out->fd) < 0)
		die_sys("unable to write to ", TEXT_NEW);
	if (sys_rename(TEXT_NEW, ACCOUNT_TEXT) < 0 || sys_sync_dir("users") < 0)
		die_sys("unable to move ", TEXT_NEW, " to ", ACCOUNT_TEXT);
	mem_wipe(space, sizeof(space));
	buf_wipe(&text);
	child_exec(name, argv, NULL);
	die_sys("unable to run ", NEWACCOUNTS);
}

/* The line of address: true with what is before it and behind its LF. */
static bool
find(struct view address, struct account_line *l, struct view *before,
    struct view *behind)
{
	struct view all = buf_view(&text), rest = all, line;
	const char *why;

	while (view_cut(&rest, '\n', &line)) {
		if (account_scan_line(line, l, &why) <= 0 ||
		    !view_is_ieq(l->address, address))
			continue;
		*before = view_upto(all, (size_t)(line.p - all.p));
		*behind = rest;
		return true;
	}
	return false;
}

static void
need(struct view address, struct account_line *l, struct view *before,
    struct view *behind)
{
	if (!find(address, l, before, behind))
		die_perm("no such account: ", address.p);
}

static void
put_line(struct out *out, const struct account_line *l)
{
	out_putv(out, l->address);
	out_putc(out, ':');
	out_putv(out, l->hash);
	out_putc(out, ':');
	out_put_u64(out, l->uid);
	out_putc(out, ':');
	out_put_u64(out, l->gid);
	out_putc(out, ':');
	out_putv(out, l->home);
	out_putc(out, ':');
	out_putv(out, l->quota);
	out_putc(out, '\n');
}

/* ---- words ---- */

static struct view
address_word(const char *word)
{
	const char *fault = account_address_fault(view_of(word));

	if (fault != NULL)
		die_perm(fault, ": ", word);
	return view_of(word);
}

/* A name of /etc/passwd, or UID:GID. */
static void
user_word(const char *word, struct account_line *l)
{
	struct view rest = view_of(word), id;
	uint64_t uid, gid;
	int r;

	if (view_cut(&rest, ':', &id) && num_scan(id, ID_MAX, &uid) == 0 &&
	    num_scan(rest, ID_MAX, &gid) == 0) {
		l->uid = (uid_t)uid;
		l->gid = (gid_t)gid;
	} else {
		r = passwd_user(word, &l->uid, &l->gid);
		if (r < 0)
			die_sys("unable to read /etc/passwd");
		if (r == 0)
			die_perm("no such user: ", word);
	}
	if (l->uid == 0 || l->gid == 0)
		die_perm("accounts of root are not allowed");
}

static void
read_password(struct buf *secret)
{
	switch (terminal_secret("password: ", "once more: ", secret)) {
	case TERMINAL_OK:
		break;
	case TERMINAL_DIFFERENT:
		die_perm("the passwords differ");
	case TERMINAL_FAILED:
		die_sys("unable to read the password");
	}
	if (secret->len == 0)
		die_perm("an empty password is none");
	if (view_has_byte(buf_view(secret), '\0'))
		die_perm("the password has a NUL byte");
}

static void
hash_password(struct buf *hash)
{
	struct buf secret = BUF_INIT;

	read_password(&secret);
	if (is_kept_clear)
		clear_secret_put(hash, buf_view(&secret));
	else if (password_hash(secret.p, hash) < 0)
		die_sys("unable to crypt");
	buf_wipe(&secret);
}

/* ---- commands ---- */

static void
make_mailbox(const struct account_line *l)
{
	if (mailbox_make(l->home.p, l->uid, l->gid, l->quota.p) < 0)
		die_sys("unable to make the mailbox in ", l->home.p);
}

static void
check_words(const struct account_line *l)
{
	const char *fault = account_home_fault(l->home);

	if (fault == NULL)
		fault = account_quota_fault(l->quota);
	if (fault != NULL)
		die_perm(fault);
}

static int
do_add(char **word)
{
	struct account_line l = { .address = address_word(word[0]) }, other;
	struct view before, behind;
	struct buf hash = BUF_INIT;
	struct out out;

	l.home = view_of(word[2]);
	l.quota = view_of(word[3] == NULL ? "" : word[3]);
	user_word(word[1], &l);
	check_words(&l);
	load();
	if (find(l.address, &other, &before, &behind))
		die_perm("the account exists: ", word[0]);
	hash_password(&hash);
	l.hash = buf_view(&hash);
	make_mailbox(&l);
	/* the terminal may have taken long: others add accounts too */
	lock();
	load();
	if (find(l.address, &other, &before, &behind))
		die_perm("the account exists: ", word[0]);
	start_writing(&out);
	out_putv(&out, buf_view(&text));
	put_line(&out, &l);
	publish(&out);
}

static int
do_remove(char **word)
{
	struct view address = address_word(word[0]), before, behind;
	struct account_line l;
	struct out out;

	lock();
	load();
	need(address, &l, &before, &behind);
	start_writing(&out);
	out_putv(&out, before);
	out_putv(&out, behind);
	publish(&out);
}

static int
do_passwd(char **word)
{
	struct view address = address_word(word[0]), before, behind;
	struct buf hash = BUF_INIT;
	struct account_line l;
	struct out out;

	load();
	need(address, &l, &before, &behind);
	hash_password(&hash);
	lock();
	load();
	need(address, &l, &before, &behind);
	l.hash = buf_view(&hash);
	start_writing(&out);
	out_putv(&out, before);
	put_line(&out, &l);
	out_putv(&out, behind);
	publish(&out);
}

static void
list_one(struct out *out, struct account_line *l)
{
	bool has_password = l->hash.len > 0 && l->hash.p[0] != '*' &&
	    l->hash.p[0] != '!';

	if (view_has_prefix(l->hash, VIEW_LIT(CLEAR_SECRET_PREFIX)))
		l->hash = VIEW_LIT("clear");
	else
		l->hash = has_password ? VIEW_LIT("set") : VIEW_LIT("none");
	put_line(out, l);
}

static int
do_list(char **word)
{
	struct out out = OUT_INIT(1, space);
	struct view rest, line;
	struct account_line l;
	const char *why;
	size_t n = 0;

	load();
	rest = buf_view(&text);
	while (view_cut(&rest, '\n', &line)) {
		if (account_scan_line(line, &l, &why) <= 0 ||
		    (word[0] != NULL &&
		    !view_is_ieq(l.address, view_of(word[0]))))
			continue;
		list_one(&out, &l);
		n++;
	}
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	if (n == 0 && word[0] != NULL)
		die_perm("no such account: ", word[0]);
	return EXIT_OK;
}

static const struct command {
	const char *name;
	int min, max;		/* words that follow */
	bool sets_password;	/* -c means something */
	int (*run)(char **word);
} commands[] = {
	{ "add", 3, 4, true, do_add },
	{ "remove", 1, 1, false, do_remove },
	{ "passwd", 1, 1, true, do_passwd },
	{ "list", 0, 1, false, do_list },
};

int
main(int argc, char **argv)
{
	prog_init("qmail-account", oom_exit);
	if (argc > 1 && view_is(view_of(argv[1]), "-c")) {
		is_kept_clear = true;
		argv++;
		argc--;
	}
	umask(077);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	for (size_t i = 0; argc > 1 && i < NELEM(commands); i++)
		if (view_is(view_of(argv[1]), commands[i].name) &&
		    argc - 2 >= commands[i].min &&
		    argc - 2 <= commands[i].max &&
		    (!is_kept_clear || commands[i].sets_password))
			return commands[i].run(argv + 2);
	die_usage(USAGE);
}
