#include "mail/setting.h"

#include <stddef.h>

#include "lib/buf.h"
#include "lib/env.h"
#include "lib/num.h"
#include "mail/control.h"

int
setting_number(const char *file, const char *variable, uint64_t max,
    uint64_t *n)
{
	struct buf line = BUF_INIT;
	const char *value = variable == NULL ? NULL : env_get(variable);
	int found = 0;

	if (value == NULL) {
		found = control_line(file, &line);
		if (found > 0 && line.p[0] == '-')
			*n = 0;
		else if (found > 0 &&
		    num_scan_prefix(buf_view(&line), max, n) == 0)
			found = 0;
	} else if (num_scan_prefix(view_of(value), max, n) == 0)
		*n = 0;
	buf_free(&line);
	return found < 0 ? -1 : 0;
}

int
setting_databytes(uint64_t *n)
{
	*n = 0;
	return setting_number("databytes", "DATABYTES", INT64_MAX, n);
}

bool
setting_is_on(const char *variable)
{
	const char *value = env_get(variable);

	return value != NULL && value[0] != '\0' &&
	    !view_is(view_of(value), "0");
}
