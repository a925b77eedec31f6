#include "tests/tools/dnszone.h"

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/prog.h"

#define ZONE_MAX (1 << 20)

static struct buf zone = BUF_INIT;

void
zone_read(const char *path)
{
	if (file_read(path, &zone, ZONE_MAX) <= 0)
		die_sys("unable to read ", path);
}

struct view
zone_text(void)
{
	return buf_view(&zone);
}

bool
zone_cut_word(struct view *line, struct view *word)
{
	size_t n = 0;

	*line = view_trim_start(*line);
	while (n < line->len && !ascii_is_blank(line->p[n]))
		n++;
	*word = view_upto(*line, n);
	*line = view_trim_start(view_from(*line, n));
	return n > 0;
}

/* The next line of *rest that says something. */
bool
zone_next(struct view *rest, struct entry *e)
{
	struct view line;

	while (view_cut(rest, '\n', &line)) {
		if (view_has_prefix(line, VIEW_LIT("#")))
			continue;
		line = view_trim_end(line);
		if (!zone_cut_word(&line, &e->name) || !zone_cut_word(&line, &e->type))
			continue;
		e->value = line;
		return true;
	}
	return false;
}

static bool
has_name(struct view name)
{
	struct view rest = buf_view(&zone);
	struct entry e;

	while (zone_next(&rest, &e))
		if (view_is_ieq(e.name, name))
			return true;
	return false;
}

/* Whether the entry is for name, itself or by its star. */
bool
zone_is_for(const struct entry *e, struct view name)
{
	if (view_is_ieq(e->name, name))
		return true;
	return view_has_prefix(e->name, VIEW_LIT("*.")) &&
	    view_has_isuffix(name, view_from(e->name, 1)) && !has_name(name);
}

bool
zone_find(struct view name, const char *type, struct entry *e)
{
	struct view rest = buf_view(&zone);

	while (zone_next(&rest, e))
		if (zone_is_for(e, name) && (type == NULL ||
		    view_is_ieq(e->type, view_of(type))))
			return true;
	return false;
}

uint64_t
zone_number(struct view v, uint64_t max)
{
	uint64_t n = 0;

	if (num_scan(v, max, &n) < 0)
		die_perm("zone: bad number");
	return n;
}
