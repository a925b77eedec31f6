#include "local/site.h"

#include <errno.h>

#include "lib/err.h"
#include "lib/file.h"
#include "lib/num.h"
#include "mail/conf.h"

#define PATRN_MAX 077		/* control/patrn: bits of group and others */
#define PROGRAM_S_MAX 604800	/* control/timeoutprogram: a week */
#define NUMBER_FILE_MAX 64	/* bytes */

void
site_init(struct local_site *site)
{
	maildir_names_init(&site->names);
	maildir_batch_init(&site->batch);
	site->is_batching = site->is_home = false;
	site_forget(site);
	site->reader = NULL;
	site->model = NULL;
	site->slow = NULL;
}

/* A number in a file of control/, if there is one: 1; 0 none; -1 failed. */
static int
read_number(const char *name,
    int (*scan)(struct view v, uint64_t max, uint64_t *n), uint64_t max,
    uint64_t *n, struct buf *why)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	int r;

	buf_cat(&path, CONF_HOME, "/control/", name);
	r = file_read(path.p, &text, NUMBER_FILE_MAX);
	if (r < 0 || (r > 0 && scan(view_trim_end(buf_view(&text)), max,
	    n) < 0)) {
		buf_cat(why, "Unable to read ", path.p, ": ", err_str(errno),
		    ". (#4.3.0)\n");
		r = -1;
	}
	buf_free(&path);
	buf_free(&text);
	return r;
}

/* INT of control.md 1: leading digits; without any the default stays. */
static int
scan_int(struct view v, uint64_t max, uint64_t *n)
{
	if (num_scan_prefix(view_upto(v, view_chr(v, '\n')), max, n) == 0)
		*n = 0;
	return 0;
}

void
site_forget(struct local_site *site)
{
	site->has_patrn = site->has_program_s = false;
}

/* A file that is not there gives the default. */
int
site_forbids(struct local_site *site, mode_t mode, struct buf *why)
{
	uint64_t patrn = DOTQMAIL_PATRN;

	if ((mode & PATRN_MAX) == 0)
		return 0;
	if (!site->has_patrn) {
		if (read_number("patrn", num_scan_octal, PATRN_MAX, &patrn,
		    why) < 0)
			return -1;
		site->patrn = (mode_t)patrn;
		site->has_patrn = true;
	}
	return (mode & site->patrn) != 0;
}

int
site_read_timeout(struct local_site *site, struct buf *why)
{
	uint64_t seconds = 0;

	if (site->has_program_s)
		return 0;
	if (read_number("timeoutprogram", scan_int, PROGRAM_S_MAX, &seconds,
	    why) < 0)
		return -1;
	site->program_s = seconds;
	site->has_program_s = true;
	return 0;
}
