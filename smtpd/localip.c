#include "smtpd/localip.h"

#include "lib/ip.h"
#include "mail/address.h"
#include "mail/control.h"

int
localip_load(struct localip *l)
{
	int r = control_line_or_me("localiphost", NULL, &l->host);
	l->is_set = r > 0;
	return r < 0 ? -1 : 0;
}

int
localip_replace(struct localip *l, struct buf *address)
{
	struct view local, domain;
	struct ip ip;

	if (!l->is_set ||
	    !address_split(buf_view(address), &local, &domain) ||
	    ip_scan_literal(domain, &ip) < 0)
		return 0;
	if (!l->knows_me && ipme_load(&l->me) < 0)
		return -1;
	l->knows_me = true;
	if (ipme_has(&l->me, &ip)) {
		buf_cut(address, address->len - domain.len);
		buf_putv(address, buf_view(&l->host));
	}
	return 0;
}

void
localip_free(struct localip *l)
{
	buf_free(&l->host);
	ipme_free(&l->me);
	*l = (struct localip)LOCALIP_INIT;
}
