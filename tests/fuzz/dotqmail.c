/* mail/dotqmail: the first line is an ext, the rest is a .qmail file. */
#include "mail/dotqmail.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
walk_names(const char *ext)
{
	struct buf safe = BUF_INIT, name = BUF_INIT;
	size_t n = 0;

	dotqmail_safe_ext(ext, &safe);
	struct dotqmail_names it = DOTQMAIL_NAMES("-", buf_view(&safe));
	while (dotqmail_names_next(&it, &name)) {
		/* no way to a parent directory */
		if (view_has_byte(view_from(buf_view(&name), 1), '.'))
			abort();
		if (++n > safe.len + 2)
			abort();
	}
	buf_free(&safe);
	buf_free(&name);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf ext = BUF_INIT;
	struct view rest = view_make((const char *)data, size), first;
	struct dotqmail_line line;

	if (view_cut(&rest, '\n', &first)) {
		buf_set(&ext, view_upto(first, view_chr(first, '\0')));
		walk_names(ext.p);
	}
	while (dotqmail_next(&rest, &line)) {
		const char *end = line.arg.p + line.arg.len;
		if (end > (const char *)data + size)
			abort();
		if (line.kind != DOTQMAIL_COMMENT &&
		    line.kind != DOTQMAIL_DAMAGED &&
		    (view_has_byte(line.arg, '\0') ||
		    view_has_byte(line.arg, '\n')))
			abort();
	}
	buf_free(&ext);
	return 0;
}
