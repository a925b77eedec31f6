#include "mail/qstate.h"

#include "tests/tap.h"

/*
 * spec: queue.md 4
 * The table of the contract, column by column: '+' exists, '-' absent, '*'
 * either; mess intd todo info local remote bounce.  Written down again on
 * purpose, in the contract's own form.
 */
static const struct {
	const char *pattern;
	enum qstate state;
	const char *name;
} contract[] = {
	{ "-------", QSTATE_NONE, "none" },
	{ "+------", QSTATE_WRITING, "writing" },
	{ "++-----", QSTATE_WRITING, "writing" },
	{ "+*+***-", QSTATE_QUEUED, "queued" },
	{ "+--+***", QSTATE_READY, "ready" },
};

static bool
is_match(const char *pattern, unsigned mask)
{
	for (unsigned i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] != '*' &&
		    (pattern[i] == '+') != ((mask >> i & 1) != 0))
			return false;
	return true;
}

static enum qstate
wanted(unsigned mask)
{
	for (size_t i = 0; i < sizeof(contract) / sizeof(contract[0]); i++)
		if (is_match(contract[i].pattern, mask))
			return contract[i].state;
	return QSTATE_DAMAGED;
}

int
main(void)
{
	int count[QSTATE_DAMAGED + 1] = { 0 };
	char name[32];

	for (unsigned mask = 0; mask <= QF_ALL; mask++) {
		snprintf(name, sizeof(name), "files %02x", mask);
		CHECK_INT(name, qstate_of(mask), wanted(mask));
		count[qstate_of(mask)]++;
	}
	/* S1: 1; S2, S3: 2; S4: intd, info, local, remote free; S5: 3 free */
	CHECK_INT("none", count[QSTATE_NONE], 1);
	CHECK_INT("writing", count[QSTATE_WRITING], 2);
	CHECK_INT("queued", count[QSTATE_QUEUED], 16);
	CHECK_INT("ready", count[QSTATE_READY], 8);
	for (size_t i = 0; i < sizeof(contract) / sizeof(contract[0]); i++)
		CHECK_STR("name", view_of(qstate_name(contract[i].state)),
		    contract[i].name);
	CHECK_STR("name", view_of(qstate_name(QSTATE_DAMAGED)), "damaged");
	return tap_end();
}
