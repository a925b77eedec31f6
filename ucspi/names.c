#include "ucspi/names.h"

#include <stdint.h>

#include "lib/ascii.h"
#include "lib/dns.h"
#include "lib/file.h"
#include "lib/num.h"
#include "lib/view.h"

#define PORT_MAX 65535
#define SERVICES "/etc/services"
#define SERVICES_MAX (4 * 1024 * 1024)

static bool
cut_word(struct view *line, struct view *word)
{
	size_t n = 0;

	*line = view_trim_start(*line);
	while (n < line->len && !ascii_is_blank(line->p[n]))
		n++;
	*word = view_upto(*line, n);
	*line = view_from(*line, n);
	return n > 0;
}

/* `smtp  25/tcp  mail  # comment`: whether it gives text a TCP port. */
static bool
has_service(struct view line, const char *text, uint64_t *port)
{
	struct view name, number, alias;
	size_t slash;

	line = view_upto(line, view_chr(line, '#'));
	if (!cut_word(&line, &name) || !cut_word(&line, &number))
		return false;
	slash = view_chr(number, '/');
	if (!view_is(view_from(number, slash), "/tcp") ||
	    num_scan(view_upto(number, slash), PORT_MAX, port) < 0)
		return false;
	if (view_is(name, text))
		return true;
	while (cut_word(&line, &alias))
		if (view_is(alias, text))
			return true;
	return false;
}

int
names_port(const char *text, unsigned *port)
{
	struct buf b = BUF_INIT;
	struct view rest, line;
	uint64_t n;
	int result = -1;

	if (num_scan(view_of(text), PORT_MAX, &n) == 0) {
		*port = (unsigned)n;
		return 0;
	}
	if (file_read(SERVICES, &b, SERVICES_MAX) > 0) {
		rest = buf_view(&b);
		while (result < 0 && view_cut(&rest, '\n', &line))
			if (has_service(line, text, &n)) {
				*port = (unsigned)n;
				result = 0;
			}
	}
	buf_free(&b);
	return result;
}

bool
names_host(const struct ip *ip, struct buf *host)
{
	struct dns_list l = DNS_LIST_INIT;
	bool found = dns_ptr(ip, &l) == DNS_OK;

	if (found) {
		buf_clear(host);
		dns_put_host(host, buf_view(&l.v[0].name));
	}
	dns_list_free(&l);
	return found;
}

bool
names_has_ip(const char *name, const struct ip *ip)
{
	struct dns_list l = DNS_LIST_INIT;
	enum dns_result r = ip_is_v4(ip) ? dns_a(name, &l) :
	    dns_aaaa(name, &l);
	struct ip bare = *ip;
	bool found = false;

	bare.scope = 0;
	for (size_t i = 0; r == DNS_OK && i < l.len; i++)
		found = found || ip_is_eq(&l.v[i].ip, &bare);
	dns_list_free(&l);
	return found;
}
