#include "relay/datagram.h"

#include <errno.h>
#include <unistd.h>

#include "lib/env.h"
#include "lib/fd.h"
#include "lib/file.h"
#include "lib/hash.h"
#include "lib/num.h"
#include "lib/sha256.h"

#define VERSION "1"

/* The descriptor is shared with other sessions: its position is not ours. */
static int
read_at_start(int fd, struct buf *b)
{
	char space[RELAY_KEY_MAX];
	ssize_t n = pread(fd, space, sizeof space, 0);

	if (n < 0)
		return -1;
	buf_put(b, space, (size_t)n);
	return 0;
}

int
relay_key_read(struct relay_key *key)
{
	const char *fd = env_get("RELAY_CTRL_KEY_FD");
	const char *path = env_get("RELAY_CTRL_KEY");
	uint64_t n;
	int file, r;

	if (fd == NULL && path == NULL)
		return 0;
	key->is_set = true;
	if (fd != NULL) {
		if (num_scan(view_of(fd), INT32_MAX, &n) < 0)
			return -1;
		r = read_at_start((int)n, &key->text);
	} else {
		file = file_open_read(path);
		if (file < 0)
			return -1;
		r = read_at_start(file, &key->text);
		fd_close(&file);
	}
	if (r < 0)
		return -1;
	buf_cut(&key->text, view_chr(buf_view(&key->text), '\n'));
	if (key->text.len == 0) {
		errno = EINVAL;
		return -1;
	}
	return 0;
}

static const char *
sign(const struct relay_key *key, struct view text, char *hex)
{
	unsigned char digest[SHA256_SIZE];

	sha256_hmac(buf_view(&key->text), text, digest);
	return sha256_hex(digest, hex);
}

void
relay_request_put(const struct relay_key *key, struct view address,
    int64_t now, struct buf *out)
{
	char hex[SHA256_HEX_MAX];
	size_t start = out->len;

	if (!key->is_set) {
		buf_putv(out, address);
		return;
	}
	buf_puts(out, VERSION " ");
	buf_put_u64(out, (uint64_t)now);
	buf_putc(out, ' ');
	buf_putv(out, address);
	(void)sign(key, view_from(buf_view(out), start), hex);
	buf_cat(out, " ", hex);
}

/* A datagram made with the key, about now. */
static bool
is_signed(const struct relay_key *key, struct relay_clock clock,
    struct view datagram, struct view *address)
{
	size_t at = view_rchr(datagram, ' ');
	struct view text = view_upto(datagram, at), version, when;
	char hex[SHA256_HEX_MAX];
	uint64_t then;
	int64_t off;

	if (at == datagram.len || !hash_is_eq(view_from(datagram, at + 1),
	    view_of(sign(key, text, hex))))
		return false;
	if (!view_cut(&text, ' ', &version) || !view_is(version, VERSION) ||
	    !view_cut(&text, ' ', &when) ||
	    num_scan(when, INT64_MAX, &then) < 0)
		return false;
	*address = text;
	off = clock.now - (int64_t)then;
	return off <= clock.slack_s && off >= -clock.slack_s;
}

int
relay_request_scan(const struct relay_key *key, struct relay_clock clock,
    struct view datagram, struct view *address)
{
	if (datagram.len <= RELAY_DATAGRAM_MAX) {
		*address = datagram;
		if (!key->is_set || is_signed(key, clock, datagram, address))
			return 0;
	}
	errno = EINVAL;
	return -1;
}
