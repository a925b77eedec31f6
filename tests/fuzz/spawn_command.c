/*
 * mail/spawn_command: a stream of commands, in one piece and byte by byte:
 * both have to give the same.
 */
#include "mail/spawn_command.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* All commands of v, taken step bytes at a time, into log. */
static void
read_all(struct view v, size_t step, struct buf *log)
{
	struct spawn_command c = SPAWN_COMMAND_INIT;

	while (v.len > 0) {
		struct view piece = view_upto(v, step);
		v = view_from(v, step);
		while (spawn_command_take(&c, &piece)) {
			const char *why = spawn_command_refusal(&c);
			if (why == NULL && c.id.len >= SPAWN_ID_MAX)
				abort();
			buf_put_u64(log, c.delnum);
			buf_putv(log, buf_view(&c.id));
			buf_putv(log, spawn_command_local(&c));
			buf_putv(log, spawn_command_host(&c));
			buf_puts(log, why == NULL ? "yes" : why);
			spawn_command_reset(&c);
		}
	}
	spawn_command_free(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf whole = BUF_INIT, bytes = BUF_INIT;
	struct view v = view_make((const char *)data, size);

	read_all(v, SIZE_MAX, &whole);
	read_all(v, 1, &bytes);
	if (!view_is_eq(buf_view(&whole), buf_view(&bytes)))
		abort();
	buf_free(&whole);
	buf_free(&bytes);
	return 0;
}
