#include "smtpd/settings.h"

#include <limits.h>
#include <stddef.h>

#include "lib/env.h"
#include "mail/control.h"
#include "mail/setting.h"

int
settings_timeout(int *seconds)
{
	uint64_t n = SETTINGS_TIMEOUT_S;

	if (control_int("timeoutsmtpd", INT_MAX, &n) < 0)
		return -1;
	*seconds = n == 0 ? 1 : (int)n;
	return 0;
}

int
settings_load(struct settings *s)
{
	const struct {
		const char *file, *variable;
		uint64_t normal, max;
		uint64_t *to;
	} numbers[] = {
		{ "maxrcpt", "MAXRCPT", 0, INT64_MAX, &s->maxrcpt },
		{ "brtlimit", "BRTLIMIT", 0, INT64_MAX, &s->brtlimit },
		{ "tarpitcount", "TARPITCOUNT", 0, INT64_MAX,
		    &s->tarpitcount },
		{ "tarpitdelay", "TARPITDELAY", SETTINGS_TARPIT_S,
		    SETTINGS_TARPIT_MAX_S, &s->tarpitdelay },
		{ "smtpdlog", NULL, 0, 1, &s->log },
	};

	if (s->is_loaded)
		return 0;
	if (setting_databytes(&s->databytes) < 0)
		return -1;
	for (size_t i = 0; i < NELEM(numbers); i++) {
		*numbers[i].to = numbers[i].normal;
		if (setting_number(numbers[i].file, numbers[i].variable,
		    numbers[i].max, numbers[i].to) < 0)
			return -1;
	}
	s->relayclient = env_get("RELAYCLIENT");
	s->is_loaded = true;
	return 0;
}
