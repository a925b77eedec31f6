#include "smtpd/validrcpt.h"

#include <errno.h>

#include "lib/ascii.h"
#include "lib/env.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "mail/account.h"
#include "mail/address.h"

#define DATA_MAX 4096		/* bytes of a record, which are not looked at */

static int
open_cdb(struct validrcpt *v, size_t i, const char *path)
{
	struct validrcpt_cdb *c = &v->v[i];

	c->fd = file_open_read(path);
	if (c->fd < 0)
		return errno == ENOENT ? 0 : -1;
	c->is_open = v->is_set = true;
	return cdb_open(&c->cdb, c->fd);
}

/* Without the list of accounts nobody is refused for good. */
static int
load_accounts(struct validrcpt *v)
{
	int r = control_list("accountdomains", &v->domains);

	if (r <= 0)
		return r;
	v->accounts_fd = file_open_read(ACCOUNT_PUBLIC_CDB);
	return v->accounts_fd < 0 ? -1 : 0;
}

int
validrcpt_load(struct validrcpt *v)
{
	const char *path = env_get("VALIDRCPTTO");
	const char *more = env_get("MOREVALIDRCPTTO_CDB");
	int r = path != NULL ? control_list_path(path, &v->list) :
	    control_list("validrcptto", &v->list);

	if (r < 0)
		return -1;
	v->is_set = r > 0;
	if (load_accounts(v) < 0)
		return -1;
	if (open_cdb(v, 0, more != NULL ? more :
	    "control/morevalidrcptto.cdb") < 0)
		return -1;
	return open_cdb(v, 1, "control/validrcptto.cdb");
}

static int
has_key(struct validrcpt *v, struct view key)
{
	int r = control_has(&v->list, key) ? 1 : 0;

	for (size_t i = 0; i < NELEM(v->v) && r == 0; i++)
		if (v->v[i].is_open)
			r = cdb_find(&v->v[i].cdb, key, &v->data, DATA_MAX);
	if (r < 0 && errno == EMSGSIZE)
		return 1;	/* it is there, whatever it says */
	return r;
}

static int
has_user_or_host(struct validrcpt *v, struct view local, struct view at_host)
{
	int r;

	for (size_t i = local.len; i > 0; i--) {
		if (local.p[i - 1] != '-')
			continue;
		buf_set(&v->key, view_upto(local, i));
		buf_putv(&v->key, at_host);
		r = has_key(v, buf_view(&v->key));
		if (r != 0)
			return r;
	}
	return at_host.len == 0 ? 0 : has_key(v, at_host);
}

static int
has_account(struct validrcpt *v, struct view address)
{
	struct account a = ACCOUNT_INIT;
	int r = account_find_recipient(v->accounts_fd, address, &a);

	account_free(&a);
	return r;
}

int
validrcpt_find(struct validrcpt *v, struct view address)
{
	struct view local, domain;
	struct buf lower = BUF_INIT;
	bool is_account_domain;
	int r;

	if (address.len == 0 ||
	    view_is_ieq(address, VIEW_LIT("postmaster")))
		return 1;
	is_account_domain = address_split(address, &local, &domain) &&
	    control_has(&v->domains, domain);
	if (is_account_domain) {
		r = has_account(v, address);
		if (r != 0)
			return r;
	}
	if (!v->is_set)
		return is_account_domain ? 0 : 1;
	buf_set(&lower, address);
	ascii_lower(lower.p, lower.len);
	(void)address_split(buf_view(&lower), &local, &domain);	/* "": none */
	r = has_key(v, buf_view(&lower));
	if (r == 0)
		r = has_user_or_host(v, local,
		    view_from(buf_view(&lower), local.len));
	buf_free(&lower);
	return r;
}

void
validrcpt_free(struct validrcpt *v)
{
	for (size_t i = 0; i < NELEM(v->v); i++)
		if (v->v[i].is_open)
			fd_close(&v->v[i].fd);
	fd_close(&v->accounts_fd);
	control_list_free(&v->domains);
	control_list_free(&v->list);
	buf_free(&v->key);
	buf_free(&v->data);
	*v = (struct validrcpt)VALIDRCPT_INIT;
}
