/*
 * env.h: the environment: read by name, or built for a child.
 */
#ifndef LIB_ENV_H
#define LIB_ENV_H

#include <stddef.h>

#include "lib/view.h"

extern char **environ;		/* environ(7); POSIX has no header for it */

const char *env_get(const char *name);		/* NULL: not set */
void env_put(const char *name, const char *value);	/* replaces */
void env_unset(const char *name);

/*
 * A list for execve(2), owned by one job: starts as a copy of the process's
 * environment or empty, ends with env_list_free().
 */
struct env_list {
	char **v;		/* NULL-terminated NAME=VALUE strings, owned */
	size_t len, cap;
};

#define ENV_LIST_INIT { .v = NULL, .len = 0, .cap = 0 }

void env_list_copy(struct env_list *l);		/* add all of environ */
void env_list_put(struct env_list *l, const char *name, struct view value);
void env_list_unset(struct env_list *l, const char *name);
const char *env_list_get(const struct env_list *l, const char *name);
char *const *env_list_envp(struct env_list *l);	/* valid until changed */
void env_list_free(struct env_list *l);

#endif
