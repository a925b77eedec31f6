/*
 * mail/header*: a message is taken apart, the addresses of every field are
 * completed.  What comes out must parse again, with as many addresses, and
 * must never begin a field of its own.
 */
#include "mail/header.h"

#include <stdint.h>
#include <stdlib.h>

#include "mail/header_address.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct view
default_of(void *arg, enum header_default which)
{
	(void)arg;			/* no state of ours */
	return which == HEADER_DEFAULT_HOST ? VIEW_LIT("host+") :
	    VIEW_LIT("d.example");
}

static size_t
count(struct view addresses)
{
	struct view one;
	size_t n = 0;

	while (view_cut(&addresses, '\0', &one))
		n++;
	return n;
}

static void
check_one_field(struct view field)
{
	struct view line;

	if (field.len == 0 || field.p[field.len - 1] != '\n')
		abort();
	if (!view_cut(&field, '\n', &line))
		abort();
	while (view_cut(&field, '\n', &line))
		if (line.len == 0 || (line.p[0] != ' ' && line.p[0] != '\t'))
			abort();
}

static void
check_rewriting(struct header_rewriter *r, struct view field)
{
	struct buf out = BUF_INIT, found = BUF_INIT;
	struct buf again = BUF_INIT, found_again = BUF_INIT;
	enum header_result result = header_rewrite(r, field, &out, &found);

	if (result == HEADER_OK) {
		check_one_field(buf_view(&out));
		if (header_rewrite(r, buf_view(&out), &again, &found_again) !=
		    HEADER_OK || count(buf_view(&found)) !=
		    count(buf_view(&found_again)))
			abort();
	} else if (out.len > 0 || found.len > 0)
		abort();
	buf_free(&out);
	buf_free(&found);
	buf_free(&again);
	buf_free(&found_again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct header_rewriter r = HEADER_REWRITER_INIT(default_of, NULL);
	struct buf text = BUF_INIT, field = BUF_INIT;
	struct in in = { .fd = -1, .eof = true };
	struct header_reader reader = HEADER_READER_INIT(&in, 4000);

	buf_put(&text, data, size);
	in.p = text.p;
	in.size = in.end = text.len;
	while (header_next(&reader, &field) > 0) {
		check_one_field(buf_view(&field));
		(void)header_field_of(buf_view(&field));	/* no crash */
		check_rewriting(&r, buf_view(&field));
	}
	buf_clear(&field);
	/* a raw address of the command line: any outcome, no crash */
	(void)header_rewrite_raw(&r, buf_view(&text), &field);
	header_reader_free(&reader);
	header_rewriter_free(&r);
	buf_free(&text);
	buf_free(&field);
	return 0;
}
