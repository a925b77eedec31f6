#include "mail/password.h"

#include <crypt.h>
#include <errno.h>
#include <stdbool.h>

#include "lib/hash.h"
#include "lib/random.h"
#include "lib/view.h"
#include "mail/clear_secret.h"

#define SALT_MAX 22

/* Best first; what crypt(3) does not know it refuses. */
static const struct {
	const char *prefix;
	size_t salt;		/* digits of 6 bits */
} methods[] = {
	{ "$y$j9T$", SALT_MAX },	/* yescrypt, as passwd(1) uses it */
	{ "$6$", 16 },			/* SHA-512 */
};

/* An empty hash is no password, `*...` and `!...` are locks. */
static bool
can_match(const char *hash)
{
	return hash[0] != '\0' && hash[0] != '*' && hash[0] != '!';
}

static const char *
crypt_anew(const char *secret, const char *salt)
{
	struct buf setting = BUF_INIT;
	const char *got = NULL;

	for (size_t i = 0; i < NELEM(methods) && got == NULL; i++) {
		buf_sets(&setting, methods[i].prefix);
		buf_putv(&setting, view_make(salt, methods[i].salt));
		buf_putc(&setting, '$');
		got = crypt(secret, setting.p);
		if (got != NULL && got[0] != '$')
			got = NULL;
	}
	buf_free(&setting);
	return got;
}

void
password_check_nobody(const char *secret)
{
	/* what comes out is nobody's */
	(void)crypt_anew(secret, "qsuitedummysaltqsuite.");
}

/* A hash that is the secret itself. */
static bool
is_clear_one(const char *secret, const char *hash)
{
	struct buf kept = BUF_INIT;
	bool is_same = clear_secret_get(&kept, view_of(hash)) > 0 &&
	    hash_is_eq(view_of(secret), buf_view(&kept));

	buf_wipe(&kept);
	return is_same;
}

int
password_check(const char *secret, const char *hash)
{
	const char *got;

	if (!can_match(hash) ||
	    view_has_prefix(view_of(hash), VIEW_LIT(CLEAR_SECRET_PREFIX))) {
		password_check_nobody(secret);
		return is_clear_one(secret, hash) ? 1 : 0;
	}
	errno = 0;
	got = crypt(secret, hash);
	if (got == NULL && errno != EINVAL)
		return -1;
	return got != NULL && hash_is_eq(view_of(got), view_of(hash)) ?
	    1 : 0;
}

int
password_hash(const char *secret, struct buf *hash)
{
	static const char digits[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz";
	unsigned char bytes[SALT_MAX];
	char salt[SALT_MAX];
	const char *got;

	random_bytes(bytes, sizeof(bytes));
	for (size_t i = 0; i < SALT_MAX; i++)
		salt[i] = digits[bytes[i] % 64];
	/* 22 digits are 132 bits: of the last one 128 leaves two */
	salt[SALT_MAX - 1] = digits[bytes[SALT_MAX - 1] % 4];
	got = crypt_anew(secret, salt);
	if (got == NULL) {
		errno = ENOSYS;
		return -1;
	}
	buf_sets(hash, got);
	return 0;
}
