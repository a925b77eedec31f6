#include "tls/keys.h"

#include <dirent.h>
#include <errno.h>

#include "lib/buf.h"
#include "lib/err.h"
#include "lib/file.h"

static int
fail(const char *file, const char *text, struct buf *why)
{
	buf_clear(why);
	buf_cat(why, file, ": ", text);
	return -1;
}

static int
load(struct tls_config *config, const char *file, bool is_first,
    struct buf *why)
{
	struct buf pem = BUF_INIT;
	const uint8_t *p;
	int r = file_read(file, &pem, KEYS_SIZE_MAX);

	if (r <= 0) {
		r = fail(file, err_str(r == 0 ? ENOENT : errno), why);
	} else {
		p = (const uint8_t *)pem.p;
		r = is_first ?
		    tls_config_set_keypair_mem(config, p, pem.len, p, pem.len) :
		    tls_config_add_keypair_mem(config, p, pem.len, p, pem.len);
		if (r < 0)
			r = fail(file, tls_config_error(config), why);
	}
	buf_wipe(&pem);
	return r;
}

static int
load_folder(struct tls_config *config, DIR *dir, struct buf *why)
{
	struct buf path = BUF_INIT;
	struct dirent *e;
	size_t n = 0;
	int r = 0;

	while (r == 0 && (e = readdir(dir)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		if (++n > KEYS_MAX) {
			r = fail(KEYS_FOLDER, "too many", why);
			break;
		}
		buf_clear(&path);
		buf_cat(&path, KEYS_FOLDER "/", e->d_name, "/" KEYS_FILE);
		r = load(config, path.p, false, why);
	}
	buf_free(&path);
	return r;
}

int
keys_load(struct tls_config *config, struct buf *why)
{
	DIR *dir;
	int r = load(config, KEYS_FILE, true, why);

	if (r < 0)
		return -1;
	dir = opendir(KEYS_FOLDER);
	if (dir == NULL)
		return errno == ENOENT ? 0 :
		    fail(KEYS_FOLDER, err_str(errno), why);
	r = load_folder(config, dir, why);
	(void)closedir(dir);		/* it was only read */
	return r;
}
