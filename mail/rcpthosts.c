#include "mail/rcpthosts.h"

#include <errno.h>

#include "lib/ascii.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/log.h"
#include "mail/address.h"

#define DATA_MAX 1024		/* bytes of a record; ours are empty */

static int
load_more(struct rcpthosts *r)
{
	r->fd = file_open_read("control/morercpthosts.cdb");
	if (r->fd < 0)
		return errno == ENOENT ? 0 : -1;
	return cdb_open(&r->more, r->fd);
}

int
rcpthosts_load(struct rcpthosts *r)
{
	int found = control_list("rcpthosts", &r->list);

	r->is_open_relay = found == 0;
	if (found <= 0)
		return found;
	return load_more(r);
}

void
rcpthosts_warn(const struct rcpthosts *r)
{
	/* under inetd descriptor 2 is the connection */
	if (r->is_open_relay && !fd_is_same(1, 2))
		log_warning("no control/rcpthosts: open relay, "
		    "every recipient is accepted");
}

/* The domain, then each suffix that begins at a dot. */
static int
find_more(struct rcpthosts *r, struct view domain)
{
	int found;

	buf_set(&r->key, domain);
	ascii_lower(r->key.p, r->key.len);
	domain = buf_view(&r->key);
	for (size_t i = 0; i < domain.len; i++) {
		if (i > 0 && domain.p[i] != '.')
			continue;
		found = cdb_find(&r->more, view_from(domain, i), &r->data,
		    DATA_MAX);
		if (found != 0)
			return found;
	}
	return 0;
}

int
rcpthosts_find(struct rcpthosts *r, struct view address)
{
	struct view local, domain, value;

	if (r->is_open_relay || !address_split(address, &local, &domain))
		return 1;
	if (control_find_domain(&r->list, domain, false, &value))
		return 1;
	return r->fd < 0 ? 0 : find_more(r, domain);
}

void
rcpthosts_free(struct rcpthosts *r)
{
	control_list_free(&r->list);
	fd_close(&r->fd);
	buf_free(&r->key);
	buf_free(&r->data);
	r->is_open_relay = true;
}
