#include "lib/env.h"

#include <stdlib.h>

#include "tests/tap.h"

int
main(void)
{
	struct env_list l = ENV_LIST_INIT;
	char name[] = "V00";

	env_put("QSUITE_A", "1");
	CHECK_STR("put", view_of(env_get("QSUITE_A")), "1");
	env_put("QSUITE_A", "");
	CHECK_STR("empty", view_of(env_get("QSUITE_A")), "");
	CHECK(env_list_envp(&l) != NULL && env_list_envp(&l)[0] == NULL);
	env_list_copy(&l);
	CHECK_STR("copied", view_of(env_list_get(&l, "QSUITE_A")), "");
	env_unset("QSUITE_A");
	CHECK(env_get("QSUITE_A") == NULL);
	CHECK(env_list_get(&l, "QSUITE_A") != NULL);
	env_list_free(&l);
	CHECK(env_list_get(&l, "QSUITE_A") == NULL);
	for (int i = 0; i < 100; i++) {
		name[1] = (char)('0' + i / 10);
		name[2] = (char)('0' + i % 10);
		env_list_put(&l, name, view_of(name));
	}
	CHECK_INT("100", l.len, 100);
	env_list_put(&l, "V42", VIEW_LIT("x=y"));
	CHECK_INT("replaced", l.len, 100);
	CHECK_STR("value", view_of(env_list_get(&l, "V42")), "x=y");
	CHECK(env_list_get(&l, "V4") == NULL);
	env_list_unset(&l, "V00");
	env_list_unset(&l, "V99");
	env_list_unset(&l, "nosuch");
	CHECK_INT("unset", l.len, 98);
	CHECK(env_list_get(&l, "V00") == NULL && l.v[98] == NULL);
	CHECK_STR("others stay", view_of(env_list_get(&l, "V98")), "V98");
	env_list_free(&l);
	return tap_end();
}
