/*
 * proxy-env: learn from a PROXY header who the client is.
 *	usage: proxy-env [-1] [-2] [-t seconds] program ...
 * reads  the header from fd 0, and not a byte more, when PROXY=1 is in the
 *        environment: the rules of tcpserver say so for trusted relays.
 *        Without it the peer is the client, and nothing is read.
 * exits  as the program; 1 bad header; 2 datagram transport; 100 usage;
 *        111 the header did not come
 */
#include <unistd.h>

#include "lib/child.h"
#include "lib/env.h"
#include "lib/num.h"
#include "lib/prog.h"
#include "ucspi/proxy.h"
#include "ucspi/tcpenv.h"

#define USAGE "proxy-env [ -12 ] [ -t seconds ] program [ arg ... ]"
#define SECONDS_MAX 3600

static void
put_client(struct env_list *env, const struct proxy *p)
{
	struct tcpenv who = { .local = p->server, .remote = p->client };
	const char *peer = env_get("TCPREMOTEIP");
	const char *local_host = env_get("TCPLOCALHOST");

	if (peer == NULL)
		env_list_unset(env, "PROXYREMOTEIP");
	else
		env_list_put(env, "PROXYREMOTEIP", view_of(peer));
	if (!p->known)
		return;
	who.local.host = local_host;	/* the server's own name stays */
	tcpenv_put(env, &who);
}

static void
read_header(unsigned versions, int seconds, struct env_list *env)
{
	struct deadline until = deadline_in_s(seconds);
	struct proxy p = PROXY_INIT;
	enum proxy_status s = proxy_read(0, versions, &until, &p);

	if (s != PROXY_OK)
		prog_die((int)s, LOG_WORDS(proxy_reason(s)));
	put_client(env, &p);
	proxy_put_tls(env, &p);
	proxy_free(&p);
}

int
main(int argc, char **argv)
{
	struct env_list env = ENV_LIST_INIT;
	const char *trusted = env_get("PROXY");
	unsigned versions = 0;
	uint64_t seconds = PROXY_LIMIT_S;
	int letter;

	prog_init("proxy-env", oom_exit);
	opterr = 0;
	while ((letter = getopt(argc, argv, "+12t:")) != -1) {
		if (letter == '1')
			versions |= PROXY_V1;
		else if (letter == '2')
			versions |= PROXY_V2;
		else if (letter != 't' || num_scan(view_of(optarg),
		    SECONDS_MAX, &seconds) < 0)
			die_usage(USAGE);
	}
	if (optind == argc)
		die_usage(USAGE);
	if (versions == 0)
		versions = PROXY_V1 | PROXY_V2;
	env_list_copy(&env);
	if (trusted != NULL && view_is(view_of(trusted), "1"))
		read_header(versions, (int)seconds, &env);
	child_exec(argv[optind], argv + optind, env_list_envp(&env));
	die_sys("unable to run ", argv[optind]);
}
