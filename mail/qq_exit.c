#include "mail/qq_exit.h"

#include <stddef.h>

#include "lib/attr.h"

static const struct {
	enum qq_exit code;
	const char *text;
} texts[] = {
	{ QQ_ADDRESS, "Denvelope address too long for qq (#5.1.3)" },
	{ QQ_ADDRESS_OLD, "Denvelope address too long for qq (#5.1.3)" },
	{ QQ_REFUSED, "Dmail server permanently rejected message (#5.3.0)" },
	{ QQ_MEMORY, "Zqq out of memory (#4.3.0)" },
	{ QQ_TIMEOUT, "Zqq timeout (#4.3.0)" },
	{ QQ_WRITE, "Zqq write error or disk full (#4.3.0)" },
	{ QQ_READ, "Zqq read error (#4.3.0)" },
	{ QQ_CONFIG, "Zqq unable to read configuration (#4.3.0)" },
	{ QQ_NETWORK, "Zqq trouble making network connection (#4.3.0)" },
	{ QQ_HOME, "Zqq trouble in home directory (#4.3.0)" },
	{ QQ_QUEUE, "Zqq trouble creating files in queue (#4.3.0)" },
	{ QQ_PID, "Zqq trouble creating files in queue (#4.3.0)" },
	{ QQ_MESS, "Zqq trouble creating files in queue (#4.3.0)" },
	{ QQ_INTD, "Zqq trouble creating files in queue (#4.3.0)" },
	{ QQ_TODO, "Zqq trouble creating files in queue (#4.3.0)" },
	{ QQ_DEFERRED, "Zmail server temporarily rejected message (#4.3.0)" },
	{ QQ_CONNECT_TIMEOUT,
	    "Zconnection to mail server timed out (#4.4.1)" },
	{ QQ_CONNECT, "Zconnection to mail server rejected (#4.4.1)" },
	{ QQ_CONVERSATION,
	    "Zcommunication with mail server failed (#4.4.2)" },
	{ QQ_BUG, "Zqq internal bug (#4.3.0)" },
	{ QQ_ENVELOPE, "Zqq internal bug (#4.3.0)" },
	{ QQ_EXEC, "Zunable to exec qq (#4.3.0)" },
};

/* Codes that a wrapper may invent: these are for good, all others pass. */
#define PERMANENT_FIRST 11
#define PERMANENT_LAST 40

const char *
qq_exit_text(int code)
{
	for (size_t i = 0; i < NELEM(texts); i++)
		if ((int)texts[i].code == code)
			return texts[i].text;
	if (code >= PERMANENT_FIRST && code <= PERMANENT_LAST)
		return "Dqq permanent problem (#5.3.0)";
	return "Zqq temporary problem (#4.3.0)";
}

bool
qq_exit_has_custom(int code)
{
	return code == QQ_CUSTOM || code == QQ_CUSTOM_DKIM;
}
