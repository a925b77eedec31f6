/* mail/users: any bytes as users/cdb, and as an answer of qmail-getpw. */
#include "mail/users.h"

#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was found has to lie inside what was read. */
static void
check(const struct users_entry *e)
{
	const char *end = e->data.p + e->data.len;

	if (e->user != e->data.p || e->ext < e->dash || e->dash < e->home ||
	    e->ext + strlen(e->ext) >= end)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/qsuite-fuzz-users.XXXXXX";
	struct users_entry e = USERS_ENTRY_INIT;
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0 ||
	    write(fd, data, size) != (ssize_t)size)
		abort();
	if (users_find(fd, VIEW_LIT("joe-Ext.x"), &e) > 0)
		check(&e);
	buf_set(&e.data, view_make((const char *)data, size));
	if (users_parse(&e) == 0)
		check(&e);
	users_entry_free(&e);
	close(fd);
	return 0;
}
