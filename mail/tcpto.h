/*
 * tcpto.h: which hosts did not answer lately (queue.md 9).
 *
 * lock/tcpto: 64 records of 16 bytes, zero where empty:
 *	0  4 bytes  IPv4 address, network order
 *	4  1 byte   counter 0..10, 0: free or cleared
 *	8  4 bytes  time of the last counted timeout, little-endian, low 32 bits
 * The format belongs to stock qmail.  lock/tcpto6, ours, has 64 records of 32
 * bytes: the IPv6 address at 0, the counter at 16, the time at 24.
 *
 * A file that is missing, empty or in trouble only means: nothing is known.
 * Paths are relative to the current directory, which is CONF_HOME.
 */
#ifndef MAIL_TCPTO_H
#define MAIL_TCPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/ip.h"

#define TCPTO_RECORDS 64
#define TCPTO_RECORD_MAX 32	/* bytes of the longer kind */
#define TCPTO_COUNTER_MAX 10
#define TCPTO_BLOCK_COUNTER 2	/* this many timeouts block an address */

enum tcpto_file { TCPTO_V4, TCPTO_V6, TCPTO_FILES };

struct tcpto_table {		/* one file, as read */
	enum tcpto_file file;
	unsigned char b[TCPTO_RECORDS * TCPTO_RECORD_MAX];
	size_t n;		/* whole records that the file has */
};

struct tcpto_record {
	struct ip ip;
	unsigned counter;
	int64_t age;		/* seconds since the last counted timeout */
};

const char *tcpto_path(enum tcpto_file file);
size_t tcpto_size(enum tcpto_file file);	/* bytes of a full file */
size_t tcpto_record_size(enum tcpto_file file);
enum tcpto_file tcpto_file_of(const struct ip *ip);

/* ---- the rules, without files ---- */

void tcpto_get(const struct tcpto_table *t, size_t i, int64_t now,
    struct tcpto_record *r);
/* The first record of ip, or t->n. */
size_t tcpto_find(const struct tcpto_table *t, const struct ip *ip);
/* Whether record i (as tcpto_find() gave it) keeps pid from connecting. */
bool tcpto_is_blocking(const struct tcpto_table *t, size_t i, int64_t now,
    uint64_t pid);
/* Count a timeout of ip: the record that changed, or t->n: none did. */
size_t tcpto_count(struct tcpto_table *t, const struct ip *ip, int64_t now);

/* ---- the files ---- */

/*
 * What is known now: 0, or -1 with errno and an empty table.  Without a lock:
 * a record is written in one piece, and a stale answer does no harm.
 */
MUST_CHECK int tcpto_read(enum tcpto_file file, struct tcpto_table *t);
/*
 * Remember, under the lock, that a connection to ip worked or timed out.
 * What fails is forgotten: it costs a later delivery its patience, no mail.
 */
void tcpto_note_success(const struct ip *ip);
void tcpto_note_timeout(const struct ip *ip, int64_t now);
/*
 * Forget all, under the lock: zero over what the file has, and over at_least
 * bytes (0: a file that was emptied to switch the memory off stays empty).
 * 0, or -1 with errno (ENOENT: no such file).
 */
MUST_CHECK int tcpto_clear(enum tcpto_file file, size_t at_least);

#endif
