#include "send/route.h"

#include <sys/stat.h>

#include <unistd.h>

#include "lib/io.h"
#include "send/verp.h"
#include "tests/scratch.h"
#include "tests/tap.h"

#define LOCALS "here.example\nHost.Example\n"
#define HACK "hack.example\n"
#define VIRTUAL "user@whole.example:wu\nuser@none.example:\n" \
	"whole.example:dom\nv.example:joe-v\n.sub.example:alias-s\n" \
	"no.sub.example:\nexc.example:\n:all\ndup.example:a\ndup.example:b\n" \
	"here.example:never\n"

static const struct {
	const char *in;
	enum channel channel;
	const char *out;
} cases[] = {
	/* spec: scheduling.md 5.1 */
	{ "joe", CHANNEL_LOCAL, "joe@here.example" },
	{ "", CHANNEL_LOCAL, "@here.example" },
	/* spec: scheduling.md 5.3 */
	{ "Joe@here.example", CHANNEL_LOCAL, "Joe@here.example" },
	{ "joe@HERE.Example", CHANNEL_LOCAL, "joe@HERE.Example" },
	{ "joe@host.example", CHANNEL_LOCAL, "joe@host.example" },
	{ "a@b@here.example", CHANNEL_LOCAL, "a@b@here.example" },
	/* locals have no wildcard; virtualdomains come after them */
	{ "joe@x.here.example", CHANNEL_LOCAL, "all-joe@x.here.example" },
	/* spec: scheduling.md 5.2 */
	{ "a%b@hack.example", CHANNEL_LOCAL, "all-a@b" },
	{ "a%here.example@hack.example", CHANNEL_LOCAL, "a@here.example" },
	{ "a%b%hack.example@Hack.Example", CHANNEL_LOCAL, "all-a@b" },
	{ "a%b%here.example@hack.example", CHANNEL_LOCAL, "a%b@here.example" },
	{ "a%b@c@hack.example", CHANNEL_LOCAL, "all-a@b@c" },
	{ "ab@hack.example", CHANNEL_LOCAL, "all-ab@hack.example" },
	{ "%@hack.example", CHANNEL_LOCAL, "all-@" },
	/* spec: control.md 3 */
	{ "user@whole.example", CHANNEL_LOCAL, "wu-user@whole.example" },
	{ "USER@Whole.example", CHANNEL_LOCAL, "wu-USER@Whole.example" },
	{ "other@whole.example", CHANNEL_LOCAL, "dom-other@whole.example" },
	{ "user@none.example", CHANNEL_REMOTE, "user@none.example" },
	{ "u@v.example", CHANNEL_LOCAL, "joe-v-u@v.example" },
	{ "u@w.v.example", CHANNEL_LOCAL, "all-u@w.v.example" },
	{ "x@a.sub.example", CHANNEL_LOCAL, "alias-s-x@a.sub.example" },
	{ "x@b.a.sub.example", CHANNEL_LOCAL, "alias-s-x@b.a.sub.example" },
	{ "x@sub.example", CHANNEL_LOCAL, "all-x@sub.example" },
	{ "x@no.sub.example", CHANNEL_REMOTE, "x@no.sub.example" },
	{ "x@exc.example", CHANNEL_REMOTE, "x@exc.example" },
	{ "x@sub.exc.example", CHANNEL_LOCAL, "all-x@sub.exc.example" },
	{ "x@dup.example", CHANNEL_LOCAL, "b-x@dup.example" },
	{ "x@", CHANNEL_LOCAL, "all-x@" },
};

/* What a bounce calls it.  spec: messages.md 7 */
static const struct {
	const char *in, *out;
} strips[] = {
	{ "alias-s-x@a.sub.example", "x@a.sub.example" },
	{ "joe-v-u@v.example", "u@v.example" },
	{ "joe-v@v.example", "joe-v@v.example" },
	{ "wu-user@whole.example", "wu-user@whole.example" },
	{ "dom-user@whole.example", "user@whole.example" },
	{ "all-x@anything.example", "x@anything.example" },
	{ "x@no.sub.example", "x@no.sub.example" },
	{ "all-x@no.sub.example", "all-x@no.sub.example" },
	{ "Alias-s-x@a.sub.example", "Alias-s-x@a.sub.example" },
	{ "x", "x" },
	{ "alias-s", "alias-s" },
};

/* spec: messages.md 8 */
static const struct {
	const char *sender, *recipient, *out;
} verps[] = {
	{ "list-owner-@example.org-@[]", "r5@far.example",
	    "list-owner-r5=far.example@example.org" },
	{ "l-@h-@[]", "a@b@c", "l-a@b=c@h" },
	{ "l-@h-@[]", "noat", "l-@h-@[]" },
	{ "l-@[]", "a@b", "l-@[]" },
	{ "s@x.example", "a@b", "s@x.example" },
	{ "", "a@b", "" },
	{ "#@[]", "a@b", "#@[]" },
	{ "-@[]", "a@b", "-@[]" },
	{ "@-@[]", "a@b", "a=b@" },
};

static const struct {
	const char *in, *out;
} verp_strips[] = {
	{ "list-owner-@h-@[]", "list-owner-@h" },
	{ "a@b", "a@b" },
	{ "#@[]", "#@[]" },
	{ "-@[]", "-@[]" },
	{ "", "" },
};

static void
put(const char *name, const char *text)
{
	struct buf path = BUF_INIT;
	FILE *f;

	buf_cat(&path, "control/", name);
	f = fopen(path.p, "w");
	CHECK(f != NULL && fputs(text, f) >= 0 && fclose(f) == 0);
	buf_free(&path);
}

static void
read_rules(struct route_rules *r)
{
	CHECK(scratch_enter() == 0 &&
	    mkdir("control", 0700) == 0);
	put("locals", LOCALS);
	put("percenthack", HACK);
	put("virtualdomains", VIRTUAL);
	r->has_locals = true;
	CHECK(control_list("locals", &r->locals) == 1);
	CHECK(control_list("percenthack", &r->percenthack) == 1);
	CHECK(control_map("virtualdomains", &r->virtualdomains) == 1);
	buf_sets(&r->envnoathost, "here.example");
	CHECK(unlink("control/locals") == 0 &&
	    unlink("control/percenthack") == 0 &&
	    unlink("control/virtualdomains") == 0 && rmdir("control") == 0 &&
	    scratch_leave() == 0);
}

int
main(void)
{
	struct route_rules r = ROUTE_RULES_INIT;
	struct buf b = BUF_INIT;

	read_rules(&r);
	for (size_t i = 0; i < NELEM(cases); i++) {
		CHECK_INT(cases[i].in, route_address(&r, view_of(cases[i].in),
		    &b), cases[i].channel);
		CHECK_STR(cases[i].in, buf_view(&b), cases[i].out);
	}
	for (size_t i = 0; i < NELEM(strips); i++)
		CHECK_STR(strips[i].in, route_strip(&r, view_of(strips[i].in)),
		    strips[i].out);
	route_free(&r);
	r = (struct route_rules)ROUTE_RULES_INIT;
	/* without any list: me is local, all else is remote */
	buf_sets(&r.me, "me.example");
	CHECK_INT("me", route_address(&r, VIEW_LIT("a@ME.example"), &b),
	    CHANNEL_LOCAL);
	CHECK_INT("not me", route_address(&r, VIEW_LIT("a%x@y.example"), &b),
	    CHANNEL_REMOTE);
	CHECK_VIEW("no hack", buf_view(&b), "a%x@y.example");
	CHECK_INT("NUL inside", route_address(&r, VIEW_LIT("a\0b@me.example"),
	    &b), CHANNEL_LOCAL);
	CHECK_VIEW("NUL inside", buf_view(&b), "a\0b@me.example");
	r.has_locals = true;	/* an empty control/locals */
	CHECK_INT("nothing is local", route_address(&r,
	    VIEW_LIT("a@me.example"), &b), CHANNEL_REMOTE);
	route_free(&r);
	for (size_t i = 0; i < NELEM(verps); i++) {
		buf_clear(&b);
		verp_put(view_of(verps[i].sender), view_of(verps[i].recipient),
		    &b);
		CHECK_STR(verps[i].sender, buf_view(&b), verps[i].out);
	}
	for (size_t i = 0; i < NELEM(verp_strips); i++)
		CHECK_STR(verp_strips[i].in,
		    verp_strip(view_of(verp_strips[i].in)), verp_strips[i].out);
	buf_free(&b);
	return tap_end();
}
