#include "supervise/mlmatch.h"

bool
mlmatch_is(const char *pattern, struct view line)
{
	size_t i = 0;

	for (; *pattern != '\0'; pattern++) {
		if (*pattern != '*') {
			if (i == line.len || line.p[i] != *pattern)
				return false;
			i++;
			continue;
		}
		if (pattern[1] == '\0')
			return true;
		while (i < line.len && line.p[i] != pattern[1])
			i++;
		if (i == line.len)
			return false;
	}
	return i == line.len;
}
