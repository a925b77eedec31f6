#include "mail/conf.h"

#include <errno.h>
#include <string.h>

#include "conf_gen.h"		/* from conf-home and conf-users */
#include "lib/passwd.h"

/*
 * weak: the compiler may not reckon with these values where it sees them
 * (conf_is_single_user), because mk/rehome writes others over them.
 */
__attribute__((weak)) const struct conf conf = {
	.mark = CONF_MARK,
	.home = CONF_GEN_HOME,
	.user = { CONF_GEN_USERS },
	.group = { CONF_GEN_GROUPS },
};

static_assert(sizeof(CONF_MARK) <= CONF_MARK_MAX, "mark fits");
static_assert(sizeof(CONF_GEN_HOME) <= CONF_HOME_MAX, "conf-home is too long");

static int
found(int r)
{
	if (r == 0)
		errno = ENOENT;
	return r > 0 ? 0 : -1;
}

int
conf_uid(enum conf_user u, uid_t *uid)
{
	gid_t gid;

	return found(passwd_user(conf.user[u], uid, &gid));
}

int
conf_gid(enum conf_group g, gid_t *gid)
{
	return found(passwd_group(conf.group[g], gid));
}

int
conf_uids(uid_t uids[CONF_USERS])
{
	const char *names[CONF_USERS], *missing;
	gid_t gids[CONF_USERS];

	for (size_t i = 0; i < CONF_USERS; i++)
		names[i] = conf.user[i];
	return found(passwd_users(names, CONF_USERS, uids, gids, &missing));
}

bool
conf_is_single_user(void)
{
	for (size_t i = 1; i < CONF_USERS; i++)
		if (strcmp(conf.user[i], conf.user[0]) != 0)
			return false;
	return true;
}
