/*
 * store.h: the directory of the addresses that may relay (relay-ctrl(7)): one
 * file an address, made when its user logged in to fetch mail, as old as that
 * login.  Anybody who reaches the directory may write in it, so its files are
 * hostile.  RELAY_CTRL_DIR names it, or RELAY_CTRL_DIR_FD is a descriptor of
 * it that relay-ctrl-chdir opened as root.
 */
#ifndef RELAY_STORE_H
#define RELAY_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define RELAY_EXPIRY_S 900	/* RELAY_CTRL_EXPIRY's default */
#define RELAY_RECORDS_MAX 8192	/* bytes read of a file */
#define RELAY_NAME_MAX 64	/* of a file, with its NUL */

struct relay_store {
	int fd;
	bool is_shared;		/* by descriptor: files may be anybody's */
};

/* RELAY_CTRL_EXPIRY in seconds; its default when it is no positive number. */
int64_t relay_expiry_s(void);

/* From the environment: 0, -1 with errno (EINVAL: neither variable helps). */
MUST_CHECK int relay_store_open(struct relay_store *s);

/*
 * The file of an address: IPv4 or RFC 5952 text, or with RELAY_CTRL_V6PREFIX
 * an IPv6 prefix as `2001:db8::_64`.  name: RELAY_NAME_MAX bytes.  0, or -1
 * (EINVAL) for what is no address, or one of a single link only.
 */
MUST_CHECK int relay_name(struct view address, char *name);

/* Make or renew the file, with these records: 0, -1 with errno. */
MUST_CHECK int relay_store_put(const struct relay_store *s, const char *name,
    struct view records);

enum relay_found { RELAY_FRESH, RELAY_EXPIRED, RELAY_UNKNOWN, RELAY_TROUBLE };
/*
 * Look an address up at the time now (unix seconds).  RELAY_FRESH: records has
 * the file's whole NAME=VALUE\0 records, none when it cannot be read.
 * RELAY_TROUBLE: errno says why.
 */
enum relay_found relay_store_find(const struct relay_store *s,
    const char *name, int64_t now, struct buf *records);

/* Remove the file: 0 also when it is gone already, -1 with errno. */
MUST_CHECK int relay_store_remove(const struct relay_store *s,
    const char *name);
/* The same for all that are older than expiry; 0, or -1 with errno. */
MUST_CHECK int relay_store_age(const struct relay_store *s, int64_t now);

#endif
