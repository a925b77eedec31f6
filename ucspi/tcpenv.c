#include "ucspi/tcpenv.h"

#include <string.h>

#include "lib/attr.h"
#include "lib/num.h"

#define MAPPED "::ffff:"

const char *
tcpenv_ip(const struct ip *ip, bool mapped, char *p)
{
	size_t at = 0;

	if (mapped && ip_is_v4(ip)) {
		at = strlen(MAPPED);
		memcpy(p, MAPPED, at);
	}
	(void)ip_fmt(ip, p + at);
	return p;
}

/* NAME of both families; value NULL: removed. */
static void
put_twins(struct env_list *l, const char *const names[2], const char *value)
{
	for (int i = 0; i < 2; i++) {
		if (value == NULL)
			env_list_unset(l, names[i]);
		else
			env_list_put(l, names[i], view_of(value));
	}
}

static void
put_ip(struct env_list *l, const char *const names[2], const struct ip *ip,
    bool mapped)
{
	char text[TCPENV_IP_MAX];

	env_list_put(l, names[0], view_of(tcpenv_ip(ip, mapped, text)));
	env_list_put(l, names[1], view_of(tcpenv_ip(ip, true, text)));
}

static void
put_end(struct env_list *l, const struct tcpenv_end *end, bool mapped,
    const char *const names[3][2])
{
	char port[NUM_FMT_MAX];

	num_fmt(end->port, port);
	put_ip(l, names[0], &end->ip, mapped);
	put_twins(l, names[1], port);
	put_twins(l, names[2], end->host);
}

void
tcpenv_put(struct env_list *l, const struct tcpenv *t)
{
	static const char *const local[3][2] = {
		{ "TCPLOCALIP", "TCP6LOCALIP" },
		{ "TCPLOCALPORT", "TCP6LOCALPORT" },
		{ "TCPLOCALHOST", "TCP6LOCALHOST" },
	};
	static const char *const remote[3][2] = {
		{ "TCPREMOTEIP", "TCP6REMOTEIP" },
		{ "TCPREMOTEPORT", "TCP6REMOTEPORT" },
		{ "TCPREMOTEHOST", "TCP6REMOTEHOST" },
	};
	static const char *const info[2] = {
		"TCPREMOTEINFO", "TCP6REMOTEINFO"
	};
	const char *style = env_list_get(l, "UCSPI_PROTO");
	bool v6 = t->mapped || !ip_is_v4(&t->remote.ip);

	if (style != NULL && strcmp(style, "TCP") == 0)
		v6 = false;
	env_list_put(l, "PROTO", v6 ? VIEW_LIT("TCP6") : VIEW_LIT("TCP"));
	put_end(l, &t->local, t->mapped, local);
	put_end(l, &t->remote, t->mapped, remote);
	put_twins(l, info, t->info);
	if (t->interface == NULL)
		env_list_unset(l, "TCP6INTERFACE");
	else
		env_list_put(l, "TCP6INTERFACE", view_of(t->interface));
}
