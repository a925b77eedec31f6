#include "remote/setup.h"

#include <sys/stat.h>

#include <errno.h>

#include "lib/env.h"
#include "mail/address.h"

static int
read_limit(const char *name, int standard, int *seconds)
{
	uint64_t n = (uint64_t)standard;

	if (control_int(name, LIMIT_MAX_S, &n) < 0)
		return -1;
	*seconds = n == 0 ? 1 : (int)n;
	return 0;
}

static int
read_switch(const char *name, bool *is_on)
{
	uint64_t n = 1;

	if (control_int(name, 1, &n) < 0)
		return -1;
	*is_on = n > 0;
	return 0;
}

static int
read_bindings(struct setup *s)
{
	const char *path = env_get("DOMAINBINDINGS");

	return path != NULL ? control_map_path(path, &s->domainbindings) :
	    control_map("domainbindings", &s->domainbindings);
}

/* It goes into a command line as it is. */
static int
check_helohost(struct setup *s)
{
	if (!address_has_control(buf_view(&s->helohost)))
		return 0;
	errno = EINVAL;
	return -1;
}

int
setup_read(struct setup *s)
{
	if (control_line_or_me("helohost", NULL, &s->helohost) <= 0 ||
	    check_helohost(s) < 0 ||
	    read_limit("timeoutremote", REMOTE_LIMIT_S,
	    &s->remote_limit_s) < 0 ||
	    read_limit("timeoutconnect", CONNECT_LIMIT_S,
	    &s->connect_limit_s) < 0 ||
	    read_switch("pipelining", &s->may_pipeline) < 0 ||
	    route_load(&s->routes) < 0 ||
	    control_line("outgoingip", &s->outgoingip) < 0 ||
	    read_bindings(s) < 0)
		return -1;
	return 0;
}

/* FNV-1a, of what a change of a file changes */
static uint64_t
mix(uint64_t h, uint64_t n)
{
	for (int i = 0; i < 8; i++, n >>= 8)
		h = (h ^ (n & 0xff)) * 0x100000001b3;
	return h;
}

static uint64_t
mix_file(uint64_t h, const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return mix(h, 0);
	h = mix(mix(h, (uint64_t)st.st_ino), (uint64_t)st.st_size);
	h = mix(mix(h, (uint64_t)st.st_mtim.tv_sec),
	    (uint64_t)st.st_mtim.tv_nsec);
	return mix(mix(h, (uint64_t)st.st_ctim.tv_sec),
	    (uint64_t)st.st_ctim.tv_nsec);
}

uint64_t
setup_stamp(void)
{
	static const char *const files[] = {
		"control/helohost", "control/me", "control/timeoutremote",
		"control/timeoutconnect", "control/pipelining",
		"control/smtproutes", "control/authsenders",
		"control/outgoingip", "control/domainbindings",
		"control/moreipme", "control/notipme"
	};
	const char *bindings = env_get("DOMAINBINDINGS");
	uint64_t h = 0xcbf29ce484222325;

	for (size_t i = 0; i < NELEM(files); i++)
		h = mix_file(h, files[i]);
	return bindings == NULL ? h : mix_file(h, bindings);
}

void
setup_free(struct setup *s)
{
	buf_free(&s->helohost);
	buf_free(&s->outgoingip);
	route_free(&s->routes);
	control_list_free(&s->domainbindings);
}

/* The entry for a sender: the whole address, its domain's suffixes, "". */
static bool
find_by_sender(const struct control_list *l, struct view sender,
    struct view *value)
{
	struct view local, domain;

	if (control_find(l, sender, value))
		return true;
	(void)address_split(sender, &local, &domain);	/* none: empty */
	return control_find_domain(l, domain, true, value);
}

static int
scan_ip(struct view text, struct ip *ip)
{
	if (text.len == 0)
		return 0;
	return ip_scan(text, ip) < 0 ? ip_scan_literal(text, ip) : 0;
}

const char *
setup_local_ip(const struct setup *s, struct view sender, struct ip *ip)
{
	struct view value;

	*ip = IP_ANY4;
	if (find_by_sender(&s->domainbindings, sender, &value))
		return scan_ip(value, ip) < 0 ? "domainbindings" : NULL;
	return scan_ip(buf_view(&s->outgoingip), ip) < 0 ? "outgoingip" : NULL;
}
