#include "smtpd/policy.h"

#include <regex.h>

#include "lib/ascii.h"
#include "lib/env.h"
#include "lib/log.h"
#include "lib/mem.h"

struct policy_regex {
	regex_t compiled;
	bool is_negated;
};

static const struct {
	const char *file;
	enum policy_about about;
	bool norelay;		/* only when RELAYCLIENT is not set */
} files[] = {
	{ "badhelo", POLICY_HELO, false },
	{ "badhelonorelay", POLICY_HELO, true },
	{ "badmailfrom", POLICY_SENDER, false },
	{ "badmailfromnorelay", POLICY_SENDER, true },
	{ "badrcptto", POLICY_RECIPIENT, false },
	{ "badrcpttonorelay", POLICY_RECIPIENT, true },
	/* older names of the same */
	{ "badmailto", POLICY_RECIPIENT, false },
	{ "badmailtonorelay", POLICY_RECIPIENT, true },
};
static_assert(NELEM(files) == POLICY_FILES, "one list per file");

/* Not a pattern: the brackets of an address literal, user@[1.2.3.4]. */
static struct view
without_literal(struct view line)
{
	size_t at = view_rchr(line, '@');
	struct view domain = view_from(line, at + 1);

	if (domain.len < 2 || domain.p[0] != '[' ||
	    domain.p[domain.len - 1] != ']')
		return line;
	for (size_t i = 1; i < domain.len - 1; i++)
		if (!ascii_is_alnum(domain.p[i]) &&
		    !view_has_byte(VIEW_LIT(".:"), domain.p[i]))
			return line;
	return view_upto(line, at);
}

static bool
has_metacharacter(struct view line)
{
	line = without_literal(line);
	for (size_t i = 0; i < line.len; i++)
		if (view_has_byte(VIEW_LIT("\\^$*?()[]{}|"), line.p[i]))
			return true;
	return false;
}

static bool
all_are_regex(void)
{
	const char *qregex = env_get("QREGEX");

	return qregex != NULL && qregex[0] != '\0' &&
	    !view_is(view_of(qregex), "0");
}

static void
add_regex(struct policy_list *l, struct view line, const char *file)
{
	struct policy_regex *r;
	struct buf pattern = BUF_INIT;
	bool is_negated = line.len > 0 && line.p[0] == '!';

	buf_set(&pattern, view_from(line, is_negated ? 1 : 0));
	l->regex = mem_grow(l->regex, l->nregex + 1, sizeof(*l->regex));
	r = &l->regex[l->nregex];
	if (regcomp(&r->compiled, pattern.p,
	    REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0) {
		r->is_negated = is_negated;
		l->nregex++;
	} else
		log_warning("bad regular expression in control/", file, ": ",
		    pattern.p);
	buf_free(&pattern);
}

static int
load_list(struct policy_list *l, const char *file)
{
	bool all = all_are_regex();

	if (control_list(file, &l->lines) < 0)
		return -1;
	for (size_t i = 0; i < l->lines.len; i++)
		if (all || has_metacharacter(l->lines.v[i].key))
			add_regex(l, l->lines.v[i].key, file);
	return 0;
}

int
policy_load(struct policy *p, bool is_relayclient)
{
	bool no_helo = env_get("NOBADHELO") != NULL;

	if (p->is_loaded)
		return 0;
	for (size_t i = 0; i < NELEM(files); i++) {
		if (files[i].norelay && is_relayclient)
			continue;
		if (files[i].about == POLICY_HELO && no_helo)
			continue;
		if (load_list(&p->v[i], files[i].file) < 0)
			return -1;
	}
	p->is_loaded = true;
	return 0;
}

static bool
list_has(const struct policy_list *l, const struct buf *text)
{
	struct view whole = buf_view(text);
	struct view host = view_from(whole, view_rchr(whole, '@'));

	if (l->lines.len == 0)
		return false;
	if (control_has(&l->lines, whole) ||
	    (host.len > 0 && control_has(&l->lines, host)))
		return true;
	for (size_t i = 0; i < l->nregex; i++) {
		const struct policy_regex *r = &l->regex[i];
		bool matches = regexec(&r->compiled, text->p, 0, NULL, 0) == 0;
		if (matches != r->is_negated)
			return true;
	}
	return false;
}

bool
policy_has(const struct policy *p, enum policy_about about,
    const struct buf *text)
{
	if (text->len == 0)
		return false;
	for (size_t i = 0; i < NELEM(files); i++)
		if (files[i].about == about && list_has(&p->v[i], text))
			return true;
	return false;
}

void
policy_free(struct policy *p)
{
	for (size_t i = 0; i < NELEM(p->v); i++) {
		struct policy_list *l = &p->v[i];
		for (size_t k = 0; k < l->nregex; k++)
			regfree(&l->regex[k].compiled);
		mem_free(l->regex);
		control_list_free(&l->lines);
	}
	*p = (struct policy)POLICY_INIT;
}
