/*
 * dnsq: ask lib/dns and print what it says.
 *	usage: dnsq [-t seconds] a|aaaa|addr|mx|txt|ptr name
 * One line a record: the address, `preference name`, the name, or the text
 * with unprintable bytes as ?; then `ok`, `none`, `nxdomain` or `temp`.
 */
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/dns.h"
#include "lib/io.h"
#include "lib/num.h"
#include "lib/prog.h"

#define USAGE "dnsq [-t seconds] a|aaaa|addr|mx|txt|ptr name"

static enum dns_result
ptr(const char *name, struct dns_list *l)
{
	struct ip ip;

	if (ip_scan(view_of(name), &ip) < 0)
		die_usage(USAGE);
	return dns_ptr(&ip, l);
}

static const struct {
	const char *word;
	enum dns_result (*ask)(const char *name, struct dns_list *l);
} kinds[] = {
	{ "a", dns_a }, { "aaaa", dns_aaaa }, { "addr", dns_addresses },
	{ "mx", dns_mx }, { "txt", dns_txt }, { "ptr", ptr },
};

static void
print(struct out *out, const char *kind, const struct dns_record *r)
{
	char text[IP_FMT_MAX];

	if (kind[0] == 'a') {
		out_cat(out, ip_fmt(&r->ip, text), "\n");
		return;
	}
	if (kind[0] == 'm') {
		out_put_u64(out, r->preference);
		out_putc(out, ' ');
	}
	for (size_t i = 0; i < r->name.len; i++)
		out_putc(out, ascii_is_print(r->name.p[i]) ? r->name.p[i] : '?');
	out_putc(out, '\n');
}

static const char *const results[] = {
	[DNS_OK] = "ok\n", [DNS_NONE] = "none\n",
	[DNS_NXDOMAIN] = "nxdomain\n", [DNS_TEMP] = "temp\n",
};

int
main(int argc, char **argv)
{
	char space[IO_SIZE];
	struct out out = OUT_INIT(1, space);
	struct dns_list l = DNS_LIST_INIT;
	uint64_t seconds = 60;
	int opt;

	prog_init("dnsq", oom_exit);
	while ((opt = getopt(argc, argv, "t:")) != -1)
		if (opt != 't' || num_scan(view_of(optarg), 3600, &seconds) < 0)
			die_usage(USAGE);
	if (argc != optind + 2)
		die_usage(USAGE);
	dns_set_limit((int)seconds);
	for (size_t i = 0; i < NELEM(kinds); i++) {
		if (strcmp(argv[optind], kinds[i].word) != 0)
			continue;
		enum dns_result r = kinds[i].ask(argv[optind + 1], &l);
		for (size_t k = 0; k < l.len; k++)
			print(&out, kinds[i].word, &l.v[k]);
		out_puts(&out, results[r]);
		dns_list_free(&l);
		return out_flush(&out) < 0 ? 111 : 0;
	}
	die_usage(USAGE);
}
