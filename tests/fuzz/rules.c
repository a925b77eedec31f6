/*
 * Fuzz entry of ucspi/rules.c: a rules file as tcpserver finds it, and three
 * clients.  Whatever is in it: an answer or EPROTO, and names that can be set.
 */
#include "ucspi/rules.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
ask(struct cdb *c, const struct rules_client *client)
{
	struct buf key = BUF_INIT, found = BUF_INIT;
	struct view rest, name, value;
	int r = rules_find(c, client, &key, &found);

	if (r < 0 && errno != EPROTO && errno != EMSGSIZE)
		abort();
	if (r > 0) {
		(void)rules_is_deny(buf_view(&found));
		rest = buf_view(&found);
		while (rules_next(&rest, &name, &value))
			if (name.len == 0 || view_has_byte(name, '=') ||
			    view_has_byte(name, '\0') ||
			    view_has_byte(value, '\0'))
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
		{ .ip = "no address", .host = "", .info = "u" },
	};
	char path[] = "/tmp/qsuite-rules.XXXXXX";
	int fd = mkstemp(path);
	struct cdb c;

	if (fd < 0 || unlink(path) < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	if (cdb_open(&c, fd) == 0)
		for (size_t i = 0; i < NELEM(clients); i++)
			ask(&c, &clients[i]);
	else if (errno != EPROTO)
		abort();
	if (close(fd) < 0)
		abort();
	return 0;
}
