/* lib/dns: two bytes choose the type, the rest is a packet. */
#include "lib/dns.h"

#include <stdlib.h>

#include "lib/dns_packet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dns_list l = DNS_LIST_INIT;
	struct dns_query q;
	struct dns_name name;
	struct view packet;
	unsigned type;

	if (size < 2)
		return 0;
	type = (unsigned)data[0] << 8 | data[1];
	packet = view_make((const char *)data + 2, size - 2);
	if (dns_parse(packet, "a.example", type, &l) != DNS_OK && l.len > 0)
		abort();
	if (dns_name_scan("a.example", &name) < 0)
		abort();
	dns_query_make(&q, &name, type, 1, true);
	(void)dns_reply_class(packet, &q);
	dns_list_free(&l);
	return 0;
}
