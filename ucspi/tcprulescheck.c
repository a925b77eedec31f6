/*
 * tcprulescheck: say what a rules file does with a client.
 *	usage: tcprulescheck rules.cdb
 * reads  TCPREMOTEIP, TCPREMOTEHOST, TCPREMOTEINFO from the environment
 * exits  0; 100 usage; 111 the file cannot be read or is no cdb
 */
#include "lib/env.h"
#include "lib/exitcode.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prog.h"
#include "ucspi/rules.h"

#define IP_UNKNOWN "0.0.0.0"	/* as ucspi-tcp takes it */

static void
print(struct out *out, int found, struct view key, struct view data)
{
	struct view name, value;

	if (found == 0) {
		out_puts(out, "default:\nallow connection\n");
		return;
	}
	out_puts(out, "rule ");
	out_putv(out, key);
	out_puts(out, ":\n");
	if (rules_is_deny(data)) {
		out_puts(out, "deny connection\n");
		return;
	}
	while (rules_next(&data, &name, &value)) {
		out_puts(out, "set environment variable ");
		out_putv(out, name);
		out_putc(out, '=');
		out_putv(out, value);
		out_putc(out, '\n');
	}
	out_puts(out, "allow connection\n");
}

int
main(int argc, char **argv)
{
	struct rules_client client = { .ip = env_get("TCPREMOTEIP"),
	    .host = env_get("TCPREMOTEHOST"),
	    .info = env_get("TCPREMOTEINFO") };
	struct buf key = BUF_INIT, data = BUF_INIT;
	char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	struct cdb c;
	int fd, found;

	prog_init("tcprulescheck", oom_exit);
	if (argc != 2)
		die_usage("tcprulescheck rules.cdb");
	if (client.ip == NULL)
		client.ip = IP_UNKNOWN;
	fd = file_open_read(argv[1]);
	if (fd < 0 || cdb_open(&c, fd) < 0)
		die_sys("unable to read ", argv[1]);
	found = rules_find(&c, &client, &key, &data);
	if (found < 0)
		die_sys("unable to read ", argv[1]);
	print(&out, found, buf_view(&key), buf_view(&data));
	if (out_flush(&out) < 0)
		die_sys("unable to write output");
	return EXIT_OK;
}
