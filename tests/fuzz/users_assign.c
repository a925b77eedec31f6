/* mail/users: any bytes as users/assign; what compiles can be looked up. */
#include "mail/users.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
scratch(void)
{
	char path[] = "/tmp/qsuite-fuzz-users.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0)
		abort();
	return fd;
}

static void
look_up(int cdb, const uint8_t *data, size_t size)
{
	struct users_entry e = USERS_ENTRY_INIT;
	struct view rest = view_make((const char *)data, size), line;
	struct users_line l;

	while (view_cut(&rest, '\n', &line) &&
	    users_scan_line(line, &l) > 0) {
		/* an error is an answer: fields may be no numbers */
		if (users_find(cdb, l.local, &e) == 0 && !l.is_prefix)
			abort();
	}
	users_entry_free(&e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct cdb_make make;
	char space[IO_SIZE];
	struct in in = IN_INIT(scratch(), space);
	int cdb = scratch();
	size_t lineno;

	if (write(in.fd, data, size) != (ssize_t)size ||
	    lseek(in.fd, 0, SEEK_SET) < 0)
		abort();
	cdb_make_start(&make, cdb);
	if (users_compile(&in, &make, &lineno) == 0) {
		if (cdb_make_finish(&make) < 0)
			abort();
		look_up(cdb, data, size);
	} else
		mem_free(make.v);
	close(in.fd);
	close(cdb);
	return 0;
}
