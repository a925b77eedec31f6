#include "mail/account.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/num.h"
#include "mail/address.h"
#include "mail/clear_secret.h"

#define ID_MAX (UINT32_MAX - 1)	/* (uid_t)-1 is nobody's */
#define RECORD_FIELDS 5		/* hash, uid, gid, home, quota */
#define EXTENSION '-'

/* ---- text ---- */

static bool
has_blank(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if (ascii_is_blank(v.p[i]))
			return true;
	return false;
}

const char *
account_address_fault(struct view address)
{
	struct view local, domain;

	if (address.len > ACCOUNT_ADDRESS_MAX)
		return "the address is too long";
	if (!address_split(address, &local, &domain) || local.len == 0 ||
	    domain.len == 0 || view_has_byte(local, '@'))
		return "the address is not USER@HOST";
	if (address_has_control(address) || has_blank(address) ||
	    view_has_byte(address, ':'))
		return "the address has a byte that no address may have";
	return NULL;
}

const char *
account_home_fault(struct view home)
{
	if (home.len < 2 || home.p[0] != '/')
		return "the home is not an absolute path";
	if (address_has_control(home) || view_has_byte(home, ':'))
		return "the home has a byte that it may not have";
	return NULL;
}

/* Maildir++: NUMBERS for bytes, NUMBERC for messages, a comma between. */
const char *
account_quota_fault(struct view quota)
{
	struct view part;
	uint64_t n;

	if (quota.len > 0 && quota.p[quota.len - 1] == ',')
		return "the quota is not like 50000000S,1000C";
	while (view_cut(&quota, ',', &part))
		if (part.len < 2 || (part.p[part.len - 1] != 'S' &&
		    part.p[part.len - 1] != 'C') ||
		    num_scan(view_upto(part, part.len - 1),
		    (uint64_t)INT64_MAX, &n) < 0)
			return "the quota is not like 50000000S,1000C";
	return NULL;
}

static bool
has_clear_fault(struct view hash)
{
	struct buf secret = BUF_INIT;
	int r = clear_secret_get(&secret, hash);

	buf_wipe(&secret);
	return r < 0;
}

static const char *
hash_fault(struct view hash)
{
	for (size_t i = 0; i < hash.len; i++)
		if (!ascii_is_print(hash.p[i]) || hash.p[i] == ' ')
			return "the hash has a byte that it may not have";
	if (has_clear_fault(hash))
		return "the password behind {PLAIN.b64} is not in base64";
	return NULL;
}

/* root's mailboxes are no business of ours. */
static bool
take_id(struct view v, uint64_t *id)
{
	return num_scan(v, ID_MAX, id) == 0 && *id != 0;
}

static const char *
scan_fields(const struct view f[ACCOUNT_FIELDS], struct account_line *l)
{
	const char *why;
	uint64_t uid, gid;

	if (!take_id(f[2], &uid))
		return "the uid is no number, or 0";
	if (!take_id(f[3], &gid))
		return "the gid is no number, or 0";
	l->address = f[0];
	l->hash = f[1];
	l->uid = (uid_t)uid;
	l->gid = (gid_t)gid;
	l->home = f[4];
	l->quota = f[5];
	if ((why = account_address_fault(l->address)) == NULL &&
	    (why = hash_fault(l->hash)) == NULL &&
	    (why = account_home_fault(l->home)) == NULL)
		why = account_quota_fault(l->quota);
	return why;
}

/* All fields, no more: false when there are others. */
static bool
split(struct view line, struct view f[ACCOUNT_FIELDS])
{
	for (size_t i = 0; i < ACCOUNT_FIELDS; i++) {
		size_t colon = view_chr(line, ':');
		bool is_last = i + 1 == ACCOUNT_FIELDS;
		if (is_last != (colon == line.len))
			return false;
		f[i] = view_upto(line, colon);
		line = view_from(line, colon + 1);
	}
	return true;
}

int
account_scan_line(struct view line, struct account_line *l, const char **why)
{
	struct view f[ACCOUNT_FIELDS];

	if (view_trim_end(line).len == 0 || line.p[0] == '#')
		return 0;
	if (line.len > ACCOUNT_LINE_MAX)
		*why = "the line is too long";
	else if (!split(line, f))
		*why = "not six fields with colons between";
	else
		*why = scan_fields(f, l);
	if (*why == NULL)
		return 1;
	errno = EINVAL;
	return -1;
}

/* ---- cdb ---- */

static void
set_key(struct buf *key, struct view address)
{
	buf_set(key, address);
	ascii_lower(key->p, key->len);
}

void
account_put(struct cdb_make *m, const struct account_line *l, struct view hash)
{
	struct buf key = BUF_INIT, data = BUF_INIT;

	set_key(&key, l->address);
	buf_putv(&data, hash);
	buf_putc(&data, '\0');
	buf_put_u64(&data, l->uid);
	buf_putc(&data, '\0');
	buf_put_u64(&data, l->gid);
	buf_putc(&data, '\0');
	buf_putv(&data, l->home);
	buf_putc(&data, '\0');
	buf_putv(&data, l->quota);
	buf_putc(&data, '\0');
	cdb_make_add(m, buf_view(&key), buf_view(&data));
	buf_free(&key);
	buf_wipe(&data);
}

static int
parse(struct account *a)
{
	struct view rest = buf_view(&a->data), f[RECORD_FIELDS];
	uint64_t uid, gid;

	errno = EPROTO;
	for (size_t i = 0; i < RECORD_FIELDS; i++) {
		size_t end = view_chr(rest, '\0');
		if (end == rest.len)
			return -1;
		f[i] = view_upto(rest, end);
		rest = view_from(rest, end + 1);
	}
	if (rest.len != 0 || !take_id(f[1], &uid) || !take_id(f[2], &gid) ||
	    account_home_fault(f[3]) != NULL) {
		errno = EPROTO;
		return -1;
	}
	a->hash = f[0].p;
	a->uid = (uid_t)uid;
	a->gid = (gid_t)gid;
	a->home = f[3].p;
	a->quota = f[4].p;
	return 0;
}

/* key is in lower case. */
static int
find(struct cdb *c, struct view key, struct account *a)
{
	int r = cdb_find(c, key, &a->data, ACCOUNT_LINE_MAX);

	if (r < 0 && errno == EMSGSIZE)
		errno = EPROTO;
	if (r <= 0)
		return r;
	return parse(a) < 0 ? -1 : 1;
}

int
account_find(int fd, struct view address, struct account *a)
{
	struct buf key = BUF_INIT;
	struct cdb c;
	int r;

	if (address.len > ACCOUNT_ADDRESS_MAX)
		return 0;
	if (cdb_open(&c, fd) < 0)
		return -1;
	set_key(&key, address);
	r = find(&c, buf_view(&key), a);
	buf_free(&key);
	return r;
}

int
account_find_recipient(int fd, struct view address, struct account *a)
{
	struct buf key = BUF_INIT;
	struct view local, domain;
	size_t cut;
	int r = account_find(fd, address, a);

	if (r != 0 || !address_split(address, &local, &domain))
		return r;
	cut = view_rchr(local, EXTENSION);
	while (r == 0 && cut < local.len) {
		local = view_upto(local, cut);
		buf_set(&key, local);
		buf_putc(&key, '@');
		buf_putv(&key, domain);
		r = account_find(fd, buf_view(&key), a);
		cut = view_rchr(local, EXTENSION);
	}
	buf_free(&key);
	return r;
}

void
account_free(struct account *a)
{
	buf_wipe(&a->data);
	*a = (struct account)ACCOUNT_INIT;
}
