#include "remote/phrase.h"

static const struct { const char *before, *behind; bool has_reply; }
phrases[] = {
	[PHRASE_GREETING] = { "Connected to ", " but greeting failed.", true },
	[PHRASE_HELO] = { "Connected to ", " but my name was rejected.", true },
	[PHRASE_NO_LOGIN] = { "Connected to ",
	    " but it offers no kind of AUTH that I know.", true },
	[PHRASE_LOGIN] = { "Connected to ",
	    " but authentication was rejected.", true },
	[PHRASE_NO_UTF8] = { "Connected to ",
	    " but it does not take internationalized addresses. (#5.6.7)",
	    true },
	[PHRASE_MAIL] = { "Connected to ", " but sender was rejected.", true },
	[PHRASE_RCPT] = { "", " does not like recipient.", true },
	[PHRASE_GIVING_UP] = { "Giving up on ", ".", false },
	[PHRASE_DATA] = { "", " failed on DATA command.", true },
	[PHRASE_FINAL] = { "", " failed after I sent the message.", true },
	[PHRASE_ACCEPTED] = { "", " accepted message.", true },
	[PHRASE_DIED] = { "Connected to ",
	    " but connection died. (#4.4.2)", false },
	[PHRASE_DIED_LATE] = { "Connected to ",
	    " but connection died. Possible duplicate! (#4.4.2)", false },
};

static_assert(NELEM(phrases) == PHRASES, "one sentence for each");

void
phrase_fmt(enum phrase p, const struct dialogue *d, struct buf *b)
{
	buf_clear(b);
	buf_cat(b, phrases[p].before, d->ip_text, phrases[p].behind, "\n");
	if (phrases[p].has_reply) {
		buf_puts(b, "Remote host said: ");
		buf_putv(b, buf_view(&d->reply.text));
	}
}
