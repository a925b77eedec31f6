#include "send/suppl.h"

#include <dirent.h>

#include "lib/num.h"
#include "send/note.h"

#define SUPPL_MAX 10		/* suppl0 .. suppl9 */
#define SUPPL_NAME "suppl"

static bool
has_entries(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *e;
	bool any = false;

	if (dir == NULL)
		return false;
	while (!any && (e = readdir(dir)) != NULL)
		any = e->d_name[0] != '.';
	(void)closedir(dir);	/* only read */
	return any;
}

void
suppl_warn(const struct qlayout *l)
{
	char path[QPATH_MAX] = SUPPL_NAME;
	size_t len, start = sizeof(SUPPL_NAME) - 1;

	for (unsigned n = 0; n < SUPPL_MAX; n++) {
		len = start + num_fmt(n, path + start);
		if (!has_entries(path))
			return;		/* they are numbered without gaps */
		for (unsigned i = 0; i < l->split; i++) {
			path[len] = '/';
			(void)num_fmt(i, path + len + 1);
			if (has_entries(path))
				note_trouble(NOTE_SUPPL, path);
		}
	}
}
