/* lib/ip: what ip_scan() takes, ip_fmt() has to give back. */
#include "lib/ip.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view v = view_make((const char *)data, size);
	char text[IP_FMT_MAX];
	struct ip ip, back;
	struct ip_net net;

	if (ip_scan(v, &ip) == 0 && (ip_scan(view_of(ip_fmt(&ip, text)),
	    &back) < 0 || !ip_is_eq(&ip, &back)))
		abort();
	if (ip_scan_literal(v, &ip) == 0)
		(void)ip_fmt(&ip, text);
	if (ip_net_scan(v, &net) == 0 && (net.bits > 128 ||
	    !ip_net_has(&net, &net.ip)))
		abort();
	return 0;
}
