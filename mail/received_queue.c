#include "mail/received_queue.h"

#include "mail/date.h"

void
received_put_queue(struct out *out, pid_t pid, uid_t uid, const char *who,
    int64_t now)
{
	char date[DATE_MAX];

	out_puts(out, "Received: (qmail ");
	out_put_u64(out, (uint64_t)pid);
	out_puts(out, " invoked ");
	if (who == NULL) {
		out_puts(out, "by uid ");
		out_put_u64(out, (uint64_t)uid);
	} else
		out_puts(out, who);
	out_cat(out, "); ", date_822(now, date), "\n");
}
