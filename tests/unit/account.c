/* mail/account.c, mail/accounts.c, mail/password.c */
#include "mail/account.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "mail/accounts.h"
#include "mail/password.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static const struct {
	const char *line;
	int want;
	const char *address, *hash, *home, *quota;
} lines[] = {
	{ "joe@h.example:$6$a$b:7:8:/home/joe:", 1, "joe@h.example", "$6$a$b",
	    "/home/joe", "" },
	{ "Joe.X+y@H:*:1:2:/h:5S,6C", 1, "Joe.X+y@H", "*", "/h", "5S,6C" },
	{ "\303\244@h::1:2:/h:6C", 1, "\303\244@h", "", "/h", "6C" },
	{ "", 0, NULL, NULL, NULL, NULL },
	{ " \t ", 0, NULL, NULL, NULL, NULL },
	{ "#joe@h:x:1:2:/h:", 0, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:/h", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:/h::", -1, NULL, NULL, NULL, NULL },
	{ "joe:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "@h:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "a@b@h:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "a\tb@h:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "a\001@h:x:1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:0:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:0:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:-1:2:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:4294967296:/h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:/:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:h:", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:/h:5X", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x:1:2:/h:,5S", -1, NULL, NULL, NULL, NULL },
	{ "joe@h:x y:1:2:/h:", -1, NULL, NULL, NULL, NULL },
};

static void
test_lines(void)
{
	struct account_line l;
	const char *why;

	for (size_t i = 0; i < NELEM(lines); i++) {
		int r = account_scan_line(view_of(lines[i].line), &l, &why);
		CHECK_INT(lines[i].line, r, lines[i].want);
		if (r < 0)
			CHECK(errno == EINVAL && why != NULL);
		if (r <= 0)
			continue;
		CHECK_STR("address", l.address, lines[i].address);
		CHECK_STR("hash", l.hash, lines[i].hash);
		CHECK_STR("home", l.home, lines[i].home);
		CHECK_STR("quota", l.quota, lines[i].quota);
	}
	CHECK_INT("ids", account_scan_line(view_of(lines[0].line), &l, &why), 1);
	CHECK_INT("uid", l.uid, 7);
	CHECK_INT("gid", l.gid, 8);
}

static int
compile(void)
{
	static struct cdb_make m;
	static const char *const text[] = {
		"Joe@Host.example:$hash:7:8:/home/joe:5S",
		"joe-special@host.example::9:10:/home/special:",
		"a@b::1:2:/h:",
	};
	int fd = open("cdb", O_RDWR | O_CREAT | O_TRUNC, 0600);
	struct account_line l;
	const char *why;

	cdb_make_start(&m, fd);
	for (size_t i = 0; i < NELEM(text); i++) {
		CHECK_INT("line", account_scan_line(view_of(text[i]), &l, &why),
		    1);
		account_put(&m, &l, l.hash);
	}
	cdb_make_add(&m, VIEW_LIT("bad@host"), VIEW_LIT("x\0y\0z\0"));
	cdb_make_add(&m, VIEW_LIT("root@host"), VIEW_LIT("x\0" "0\0" "1\0/h\0\0"));
	cdb_make_add(&m, VIEW_LIT("more@host"),
	    VIEW_LIT("x\0" "1\0" "1\0/h\0\0\0"));
	CHECK_INT("finish", cdb_make_finish(&m), 0);
	return fd;
}

static void
test_find(void)
{
	struct account a = ACCOUNT_INIT;
	char name[ACCOUNT_ADDRESS_MAX + 2] = "";
	int fd = compile();

	CHECK_INT("find", account_find(fd, VIEW_LIT("jOE@host.EXAMPLE"), &a), 1);
	CHECK_STR("hash", view_of(a.hash), "$hash");
	CHECK_STR("home", view_of(a.home), "/home/joe");
	CHECK_STR("quota", view_of(a.quota), "5S");
	CHECK_INT("uid", a.uid, 7);
	CHECK_INT("gid", a.gid, 8);
	CHECK_INT("none", account_find(fd, VIEW_LIT("x@host.example"), &a), 0);
	CHECK_INT("empty", account_find(fd, VIEW_EMPTY, &a), 0);
	memset(name, 'x', ACCOUNT_ADDRESS_MAX + 1);
	CHECK_INT("too long", account_find(fd, view_of(name), &a), 0);
	CHECK_INT("extensions are no logins", account_find(fd,
	    VIEW_LIT("joe-x@host.example"), &a), 0);
	CHECK_INT("recipient", account_find_recipient(fd,
	    VIEW_LIT("Joe-x-y@host.example"), &a), 1);
	CHECK_INT("joe's", a.uid, 7);
	CHECK_INT("recipient", account_find_recipient(fd,
	    VIEW_LIT("joe-special-x@host.example"), &a), 1);
	CHECK_INT("the longest counts", a.uid, 9);
	CHECK_INT("recipient itself", account_find_recipient(fd,
	    VIEW_LIT("joe@host.example"), &a), 1);
	CHECK_INT("no recipient", account_find_recipient(fd,
	    VIEW_LIT("jo-e@host.example"), &a), 0);
	CHECK_INT("no host", account_find_recipient(fd, VIEW_LIT("joe"), &a),
	    0);
	CHECK_INT("only a dash", account_find_recipient(fd,
	    VIEW_LIT("-@host.example"), &a), 0);
	CHECK_INT("damaged", account_find(fd, VIEW_LIT("bad@host"), &a), -1);
	CHECK_INT("why", errno, EPROTO);
	CHECK_INT("root", account_find(fd, VIEW_LIT("root@host"), &a), -1);
	CHECK_INT("more", account_find(fd, VIEW_LIT("more@host"), &a), -1);
	account_free(&a);
	close(fd);
	fd = open("/dev/null", O_RDONLY);
	CHECK_INT("no cdb", account_find(fd, VIEW_LIT("a@b"), &a), -1);
	close(fd);
}

static void
test_seen(void)
{
	static char names[3000][16];
	struct accounts_seen s = ACCOUNTS_SEEN_INIT;
	size_t fresh = 0, again = 0;

	for (size_t i = 0; i < NELEM(names); i++) {
		snprintf(names[i], sizeof(names[i]), "U%zu@h", i);
		if (accounts_add_seen(&s, view_of(names[i])))
			fresh++;
	}
	for (size_t i = 0; i < NELEM(names); i++) {
		names[i][0] = 'u';
		if (accounts_add_seen(&s, view_of(names[i])))
			again++;
	}
	CHECK_INT("all are fresh", fresh, NELEM(names));
	CHECK_INT("none twice, in any case", again, 0);
	accounts_seen_free(&s);
}

static void
test_password(void)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	CHECK_INT("hash", password_hash("secret", &a), 0);
	CHECK_INT("hash", password_hash("secret", &b), 0);
	CHECK(a.len > 40 && a.p[0] == '$' && strchr(a.p, ':') == NULL);
	CHECK(strcmp(a.p, b.p) != 0);
	CHECK_INT("right", password_check("secret", a.p), 1);
	CHECK_INT("wrong", password_check("Secret", a.p), 0);
	CHECK_INT("longer", password_check("secretx", a.p), 0);
	buf_putc(&a, 'x');
	CHECK_INT("damaged", password_check("secret", a.p), 0);
	CHECK_INT("empty", password_check("", ""), 0);
	CHECK_INT("locked", password_check("*", "*"), 0);
	CHECK_INT("locked", password_check("!", "!"), 0);
	CHECK_INT("unknown", password_check("x", "$9$x$x"), 0);
	buf_free(&a);
	buf_free(&b);
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	test_lines();
	test_find();
	test_seen();
	test_password();
	return scratch_leave() < 0 ? 1 : tap_end();
}
