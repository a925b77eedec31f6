/*
 * qmail-pw2u: make users/assign lines out of passwd lines.
 *	usage: qmail-pw2u [-/ohHuUC] [-c char] < passwd > assign
 * reads  fd 0: lines of passwd(5); CONF_HOME/users/{include,exclude,mailnames,
 *        subusers,append}
 * writes fd 1: lines for users/assign
 * runs   anybody, from the command line
 * exits  0, 100, 111
 */
#include <sys/stat.h>

#include <errno.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/exitcode.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "mail/conf.h"
#include "mail/control.h"
#include "mail/users.h"

#define ID_MAX (UINT32_MAX - 1)
#define LINE_BYTES_MAX 65536	/* of a passwd line */
#define USAGE "qmail-pw2u [-/ohHuUC] [-c char]"

enum home_check { HOME_SKIP, HOME_MUST_EXIST, HOME_UNCHECKED };

struct account {
	struct view name, uid, gid, home;
	uint64_t uid_number;
};

struct names {
	struct control_list list;
	bool exists;
};

static enum home_check home_check = HOME_SKIP;
static bool allows_upper;
static char break_text[2] = { USERS_BREAK, '\0' };	/* "": none */
static const char *dash = "-";
static bool seen_alias;

static struct names include = { .list = CONTROL_LIST_INIT };
static struct names exclude = { .list = CONTROL_LIST_INIT };
static struct names mailnames = { .list = CONTROL_LIST_INIT };
static struct names subusers = { .list = CONTROL_LIST_INIT };
static struct buf sub_lines = BUF_INIT;		/* printed behind all users */
static char in_space[IO_SIZE], out_space[IO_SIZE];
static struct out out = OUT_INIT(1, out_space);

/* ---- files ---- */

static void
read_list(struct names *n, const char *path)
{
	int r = control_list_path(path, &n->list);

	if (r < 0)
		die_sys("unable to read ", path);
	n->exists = r > 0;
}

static void
read_map(struct names *n, const char *path)
{
	int r = control_map_path(path, &n->list);

	if (r < 0)
		die_sys("unable to read ", path);
	n->exists = r > 0;
}

static void
append(const char *path)
{
	struct buf b = BUF_INIT;

	if (file_read(path, &b, CONTROL_FILE_MAX) < 0)
		die_sys("unable to read ", path);
	/* the line that ends users/assign must not go on one of these */
	if (b.len > 0 && b.p[b.len - 1] != '\n')
		buf_putc(&b, '\n');
	out_putv(&out, buf_view(&b));
	buf_free(&b);
}

/* ---- which accounts ---- */

static bool
parse(struct view line, struct account *a)
{
	struct view skipped, rest = line;
	uint64_t gid;

	return !view_has_byte(line, '\0') &&
	    view_cut(&rest, ':', &a->name) && a->name.len > 0 &&
	    view_cut(&rest, ':', &skipped) &&
	    view_cut(&rest, ':', &a->uid) && view_cut(&rest, ':', &a->gid) &&
	    view_cut(&rest, ':', &skipped) && view_cut(&rest, ':', &a->home) &&
	    num_scan(a->uid, ID_MAX, &a->uid_number) == 0 &&
	    num_scan(a->gid, ID_MAX, &gid) == 0;
}

static bool
has_upper(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if (ascii_is_upper(v.p[i]))
			return true;
	return false;
}

static bool
has_home(const struct account *a)
{
	struct buf home = BUF_INIT;
	struct stat st;
	bool is_own = false;

	if (home_check == HOME_UNCHECKED)
		return true;
	buf_set(&home, a->home);
	if (stat(home.p, &st) == 0)
		is_own = st.st_uid == a->uid_number;
	else if (home_check == HOME_MUST_EXIST ||
	    (errno != ENOENT && errno != ENOTDIR))
		die_sys("unable to stat ", home.p);
	buf_free(&home);
	return is_own;
}

static bool
is_wanted(const struct account *a)
{
	if (a->uid_number == 0)
		return false;
	if (include.exists && !control_has(&include.list, a->name))
		return false;
	if (exclude.exists && control_has(&exclude.list, a->name))
		return false;
	if (!allows_upper && has_upper(a->name))
		return false;
	return has_home(a);
}

/* ---- lines ---- */

static void
put_owner(struct buf *b, const struct account *a)
{
	buf_putc(b, ':');
	buf_putv(b, a->name);
	buf_putc(b, ':');
	buf_putv(b, a->uid);
	buf_putc(b, ':');
	buf_putv(b, a->gid);
	buf_putc(b, ':');
	buf_putv(b, a->home);
	buf_putc(b, ':');
}

/* What mail to name, and to name and an extension, is to a's account. */
static void
put_name(struct buf *b, struct view name, const struct account *a)
{
	buf_putc(b, '=');
	buf_putv(b, name);
	put_owner(b, a);
	buf_puts(b, "::\n");
	if (break_text[0] == '\0')
		return;
	buf_putc(b, '+');
	buf_putv(b, name);
	buf_puts(b, break_text);
	put_owner(b, a);
	buf_cat(b, dash, "::\n");
}

static void
put_names(struct buf *b, const struct account *a)
{
	struct view names, name;

	if (!control_find(&mailnames.list, a->name, &names)) {
		put_name(b, a->name, a);
		return;
	}
	while (view_cut(&names, ':', &name))
		if (name.len > 0)
			put_name(b, name, a);
}

/* A subuser has no name of its own but files .qmail-PRE... of a's. */
static void
put_subuser(struct view sub, struct view pre, const struct account *a)
{
	buf_putc(&sub_lines, '=');
	buf_putv(&sub_lines, sub);
	put_owner(&sub_lines, a);
	buf_cat(&sub_lines, dash, ":");
	buf_putv(&sub_lines, pre);
	buf_puts(&sub_lines, ":\n");
	if (break_text[0] == '\0')
		return;
	buf_putc(&sub_lines, '+');
	buf_putv(&sub_lines, sub);
	buf_puts(&sub_lines, break_text);
	put_owner(&sub_lines, a);
	buf_cat(&sub_lines, dash, ":");
	buf_putv(&sub_lines, pre);
	buf_cat(&sub_lines, break_text, ":\n");
}

static void
put_subusers(const struct account *a)
{
	for (size_t i = 0; i < subusers.list.len; i++) {
		const struct control_entry *e = &subusers.list.v[i];
		struct view rest = e->value, user, pre;
		if (!view_cut(&rest, ':', &user) || !view_cut(&rest, ':', &pre))
			die_temp("bad format in users/subusers");
		if (view_is_eq(user, a->name))
			put_subuser(e->key, pre, a);
	}
}

static void
put_account(const struct account *a)
{
	struct buf b = BUF_INIT;

	put_names(&b, a);
	if (view_is(a->name, conf.user[CONF_ALIAS])) {
		buf_puts(&b, "+");
		put_owner(&b, a);
		buf_cat(&b, dash, "::\n");
		seen_alias = true;
	}
	out_putv(&out, buf_view(&b));
	put_subusers(a);
	buf_free(&b);
}

/* ---- main ---- */

static void
convert(void)
{
	struct in in = IN_INIT(0, in_space);
	struct buf line = BUF_INIT;
	struct account a;
	int r;

	while ((r = in_line(&in, &line, LINE_BYTES_MAX)) > 0 ||
	    (r < 0 && errno == EPIPE))
		if (parse(buf_view(&line), &a) && is_wanted(&a))
			put_account(&a);
	if (r < 0)
		die_sys("unable to read standard input");
	buf_free(&line);
}

static void
options(int argc, char **argv)
{
	int c;

	opterr = 0;
	while ((c = getopt(argc, argv, "/ohHuUCc:")) != -1)
		switch (c) {
		case '/': dash = "-/"; break;
		case 'o': home_check = HOME_SKIP; break;
		case 'h': home_check = HOME_MUST_EXIST; break;
		case 'H': home_check = HOME_UNCHECKED; break;
		case 'u': allows_upper = true; break;
		case 'U': allows_upper = false; break;
		case 'C': break_text[0] = '\0'; break;
		case 'c': break_text[0] = optarg[0]; break;
		default: die_usage(USAGE);
		}
}

int
main(int argc, char **argv)
{
	prog_init("qmail-pw2u", oom_exit);
	options(argc, argv);
	if (chdir(CONF_HOME) < 0)
		die_sys("unable to chdir to ", CONF_HOME);
	read_list(&include, "users/include");
	read_list(&exclude, "users/exclude");
	read_map(&mailnames, "users/mailnames");
	read_map(&subusers, "users/subusers");
	convert();
	if (!seen_alias)
		die_temp("unable to find alias user");
	out_putv(&out, buf_view(&sub_lines));
	append("users/append");
	out_puts(&out, ".\n");
	if (out_flush(&out) < 0)
		die_sys("unable to write");
	return EXIT_OK;
}
