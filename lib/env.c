#include "lib/env.h"

#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/mem.h"
#include "lib/prog.h"

const char *
env_get(const char *name)
{
	return getenv(name);
}

void
env_put(const char *name, const char *value)
{
	if (setenv(name, value, 1) < 0)
		die_sys("unable to set environment variable ", name);
}

void
env_unset(const char *name)
{
	if (unsetenv(name) < 0)
		bug("environment variable with a bad name");
}

static void
append(struct env_list *l, char *entry)
{
	if (l->len + 2 > l->cap) {
		l->cap = l->cap == 0 ? 64 : l->cap * 2;
		l->v = mem_grow(l->v, l->cap, sizeof(*l->v));
	}
	l->v[l->len++] = entry;
	l->v[l->len] = NULL;
}

static bool
has_name(const char *entry, const char *name)
{
	/* most differ in their first byte: no calls for these */
	while (*name != '\0' && *entry == *name) {
		entry++;
		name++;
	}
	return *name == '\0' && *entry == '=';
}

void
env_list_copy(struct env_list *l)
{
	for (char **e = environ; e != NULL && *e != NULL; e++)
		append(l, mem_strdup(*e));
}

void
env_list_unset(struct env_list *l, const char *name)
{
	for (size_t i = 0; i < l->len; i++) {
		if (!has_name(l->v[i], name))
			continue;
		mem_free(l->v[i]);
		l->v[i--] = l->v[--l->len];
		l->v[l->len] = NULL;
	}
}

void
env_list_put(struct env_list *l, const char *name, struct view value)
{
	size_t n = strlen(name);
	char *entry = mem_alloc(n + 1 + value.len + 1);

	memcpy(entry, name, n);
	entry[n] = '=';
	memcpy(entry + n + 1, value.p, value.len);
	entry[n + 1 + value.len] = '\0';
	env_list_unset(l, name);
	append(l, entry);
}

const char *
env_list_get(const struct env_list *l, const char *name)
{
	for (size_t i = 0; i < l->len; i++)
		if (has_name(l->v[i], name))
			return l->v[i] + strlen(name) + 1;
	return NULL;
}

char *const *
env_list_envp(struct env_list *l)
{
	if (l->v == NULL) {
		l->cap = 1;
		l->v = mem_array(1, sizeof(*l->v));
	}
	return l->v;
}

void
env_list_free(struct env_list *l)
{
	for (size_t i = 0; i < l->len; i++)
		mem_free(l->v[i]);
	mem_free(l->v);
	*l = (struct env_list)ENV_LIST_INIT;
}
