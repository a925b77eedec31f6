/*
 * ucspi/rules_make: any bytes as the text of rules.  What is good is looked up
 * for three clients, and the answers are sound.
 */
#include "ucspi/rules_make.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/mem.h"
#include "ucspi/rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
scratch(void)
{
	char path[] = "/tmp/qsuite-fuzz-rules.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0)
		abort();
	return fd;
}

static void
ask(struct cdb *c, const struct rules_client *client)
{
	struct buf key = BUF_INIT, found = BUF_INIT;
	struct view rest, name, value;

	if (rules_find(c, client, &key, &found) > 0) {
		rest = buf_view(&found);
		while (rules_next(&rest, &name, &value))
			if (name.len == 0 || view_has_byte(name, '='))
				abort();
	}
	buf_free(&key);
	buf_free(&found);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct rules_client clients[] = {
		{ .ip = "127.0.0.1" },
		{ .ip = "2001:db8::1", .host = "a.b.example" },
		{ .ip = "10.0.0.7", .host = "b.example", .info = "u" },
	};
	static struct rules_make m;
	struct view rest = view_make((const char *)data, size), line;
	int fd = scratch(), r = 0;
	struct cdb c;

	rules_make_start(&m, fd);
	while (r == 0 && view_cut(&rest, '\n', &line))
		r = rules_make_line(&m, line);
	if (rules_make_finish(&m) < 0 || cdb_open(&c, fd) < 0)
		abort();
	for (size_t i = 0; i < NELEM(clients); i++)
		ask(&c, &clients[i]);
	if (close(fd) < 0)
		abort();
	return 0;
}
