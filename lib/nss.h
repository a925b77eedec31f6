/*
 * nss.h: users' accounts by the system's name service (files, LDAP, ...).
 * A program that includes this is never linked statically: name services load
 * modules at run time.
 */
#ifndef LIB_NSS_H
#define LIB_NSS_H

#include <sys/types.h>

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"

struct nss_user {
	struct buf name, home, shell, hash;	/* hash: as getpwnam gives it */
	uid_t uid;
	gid_t gid;
	/* from the shadow file, days since 1970; -1: not limited */
	bool has_shadow;
	int64_t changed, max_age, expires;
};

#define NSS_USER_INIT { .name = BUF_INIT, .home = BUF_INIT, \
	.shell = BUF_INIT, .hash = BUF_INIT }

/*
 * 1 found (u filled); 0 no such user, for certain; -1 with errno when the
 * service could not tell (then deliveries are deferred, not bounced).
 */
MUST_CHECK int nss_user(const char *name, struct nss_user *u);
/*
 * The hash of u's password, out of the shadow file where there is one, into
 * u->hash.  1; 0: there is none that can be used; -1 with errno.
 */
MUST_CHECK int nss_hash(struct nss_user *u);

enum nss_state { NSS_USABLE, NSS_ACCOUNT_EXPIRED, NSS_PASSWORD_EXPIRED };
/*
 * What shadow(5) says about u at that time, after nss_hash().  A password that
 * has to be changed at the next login counts as expired: nobody can change one
 * while fetching mail.
 */
enum nss_state nss_state(const struct nss_user *u, int64_t now);
void nss_user_free(struct nss_user *u);

#endif
