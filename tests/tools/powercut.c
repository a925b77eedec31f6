/*
 * powercut: what a power cut leaves of files, at any moment of a record.
 *	usage: powercut plan record root strict|all|any seed step
 *	       powercut make record root moment choice seed
 *	       powercut show record root
 * record: strace's, see tests/tools/pcrecord.h, of a system whose home is
 * root/home; the files looked at are those of its queue and of the other
 * folders in root.
 *
 * Moments are counted in calls that changed or synced something.  What was
 * synced by then is there.  Of the rest is there:
 *	choice 0	nothing: the strict rule
 *	choice 1	all: as if only the processes had died
 *	other choices	all but one of the latest changes, only one of
 *			them, or a random part: any order is possible
 * plan prints `moment choice` of states that differ in what some program reads:
 * with strict only choice 0, with all 0 and 1; step: every n-th moment only.
 * make writes that state below root, whose directories exist and are empty.  A
 * text gets the inode that the file system gives it, so the message gets that
 * for its number, and so do all its files.
 * show prints the changes, and when each was synced.
 * exits 0, 100, 111
 */
#include <stdio.h>

#include "lib/exitcode.h"
#include "lib/prog.h"
#include "tests/tools/pcrecord.h"
#include "tests/tools/pcstate.h"
#include "tests/tools/argnumber.h"

#define USAGE "powercut plan record root strict|all|any seed step\n" \
	"       powercut make record root moment choice seed\n" \
	"       powercut show record root"

static size_t
choices_of(const struct pc_record *r, size_t moment, const char *model)
{
	if (view_is(view_of(model), "strict"))
		return 1;
	if (view_is(view_of(model), "all"))
		return 2;
	return pc_choices(r, moment);
}

static void
plan(const struct pc_record *r, const char *model, uint64_t seed, size_t step)
{
	struct pc_state s;
	struct pc_seen seen = { .v = NULL };

	if (step == 0)
		die_usage(USAGE);
	for (size_t moment = 1; moment <= r->now; moment += step) {
		size_t n = choices_of(r, moment, model);
		for (size_t choice = 0; choice < n; choice++) {
			pc_state_make(&s, r, moment, choice, seed);
			if (pc_is_new(&seen, pc_state_hash(&s)))
				printf("%zu %zu\n", moment, choice);
			pc_state_free(&s);
		}
	}
}

static void
show(const struct pc_record *r)
{
	static const char *const kinds[] = {
		[PC_ADD] = "add", [PC_DEL] = "del", [PC_WRITE] = "write",
		[PC_CUT] = "cut"
	};

	for (size_t i = 0; i < r->nops; i++) {
		const struct pc_op *op = &r->ops[i];
		printf("%zu %s %s file %zu", op->when, kinds[op->kind],
		    r->paths[op->path].name, op->obj);
		if (op->kind == PC_WRITE)
			printf(" at %zu bytes %zu", op->off, op->len);
		if (op->synced == PC_NONE)
			printf(" never synced\n");
		else
			printf(" synced %zu\n", op->synced);
	}
}

int
main(int argc, char **argv)
{
	struct pc_record r;
	struct pc_state s;
	struct buf root = BUF_INIT;
	struct view verb = view_of(argc > 1 ? argv[1] : "");

	prog_init("powercut", oom_exit);
	if (argc < 4)
		die_usage(USAGE);
	buf_cat(&root, argv[3], "/");
	pc_read(&r, argv[2], root.p);
	if (view_is(verb, "plan") && argc == 7)
		plan(&r, argv[4], arg_number(argv[5], UINT32_MAX, USAGE),
		    arg_number(argv[6], UINT32_MAX, USAGE));
	else if (view_is(verb, "make") && argc == 7) {
		pc_state_make(&s, &r, arg_number(argv[4], UINT32_MAX, USAGE),
		    arg_number(argv[5], UINT32_MAX, USAGE),
		    arg_number(argv[6], UINT32_MAX, USAGE));
		pc_state_write(&s);
	} else if (view_is(verb, "show") && argc == 4)
		show(&r);
	else
		die_usage(USAGE);
	return EXIT_OK;
}
