/* mail/account: any bytes as users/accounts; what is good can be found. */
#include "mail/account.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mail/accounts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
scratch(void)
{
	char path[] = "/tmp/qsuite-fuzz-accounts.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0)
		abort();
	return fd;
}

/* The first half of the job: 0 when each line is good. */
static int
compile(struct view rest, struct cdb_make *m, struct accounts_seen *seen)
{
	struct account_line l;
	struct view line;
	const char *why;
	int r;

	while (view_cut(&rest, '\n', &line)) {
		r = account_scan_line(line, &l, &why);
		if (r < 0 && (why == NULL || why[0] == '\0'))
			abort();
		if (r < 0 || (r > 0 && !accounts_add_seen(seen, l.address)))
			return -1;
		if (r > 0)
			account_put(m, &l, l.hash);
	}
	return 0;
}

static void
look_up(int cdb, struct view rest)
{
	struct account a = ACCOUNT_INIT;
	struct account_line l;
	struct view line;
	const char *why;

	while (view_cut(&rest, '\n', &line)) {
		if (account_scan_line(line, &l, &why) <= 0)
			continue;
		if (account_find(cdb, l.address, &a) != 1 || a.uid != l.uid ||
		    a.gid != l.gid ||
		    !view_is(l.home, a.home) || !view_is(l.hash, a.hash))
			abort();
		if (account_find_recipient(cdb, l.address, &a) != 1)
			abort();
	}
	account_free(&a);
}

/* Any bytes as a cdb: an error, or an answer. */
static void
look_up_anything(struct view bytes)
{
	struct account a = ACCOUNT_INIT;
	int fd = scratch();

	if (write(fd, bytes.p, bytes.len) != (ssize_t)bytes.len)
		abort();
	if (account_find_recipient(fd, VIEW_LIT("a-b@c"), &a) > 0 &&
	    (a.uid == 0 || a.home[0] != '/'))
		abort();
	account_free(&a);
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct cdb_make make;
	struct accounts_seen seen = ACCOUNTS_SEEN_INIT;
	struct view text = view_make((const char *)data, size);
	int cdb = scratch();
	bool is_good;

	cdb_make_start(&make, cdb);
	is_good = compile(text, &make, &seen) == 0;
	if (cdb_make_finish(&make) < 0)
		abort();
	if (is_good)
		look_up(cdb, text);
	look_up_anything(text);
	accounts_seen_free(&seen);
	close(cdb);
	return 0;
}
