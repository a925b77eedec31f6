#include "send/note.h"

#include "lib/ascii.h"
#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/io.h"

#define NOTE_FD 0		/* programs.md 3: the log is descriptor 0 */
#define NOTE_MAX 4096		/* PIPE_BUF: others' lines stay outside */

/* Lines of this turn of the loop: note_flush() writes them. */
static char waiting[NOTE_MAX];
static size_t nwaiting;

static const char *const troubles[NOTE_TROUBLES][2] = {
	[NOTE_CLEAN] = { "qmail-clean unable to clean up ", "" },
	[NOTE_STAT] = { "unable to stat ", "" },
	[NOTE_STAT_LATER] = { "unable to stat ", "; will try again later" },
	[NOTE_UNLINK] = { "unable to unlink ", "" },
	[NOTE_UNLINK_LATER] = { "unable to unlink ", "; will try again later" },
	[NOTE_UTIME] = { "unable to utime ",
	    "; message will be retried too soon" },
	[NOTE_OPEN] = { "unable to open ", "" },
	[NOTE_OPEN_LATER] = { "trouble opening ", "; will try again later" },
	[NOTE_CREATE] = { "unable to create ", "" },
	[NOTE_READ] = { "trouble reading ", "" },
	[NOTE_READ_LATER] = { "trouble reading ", "; will try again later" },
	[NOTE_WRITE] = { "trouble writing to ", "" },
	[NOTE_SYNC] = { "trouble fsyncing ", "" },
	[NOTE_MARK] = { "trouble marking ",
	    "; message will be delivered twice!" },
	[NOTE_TYPE] = { "unknown record type in ", "" },
	[NOTE_TYPE_PASS] = { "unknown record type in ", "!" },
	[NOTE_SUPPL] = { "no channel delivers the messages in ", "" },
};

static const char *const events[NOTE_EVENTS] = {
	[NOTE_QUEUE_START] = "warning: unable to start qmail-queue, "
	    "will try later",
	[NOTE_INJECT] = "warning: trouble injecting bounce message, "
	    "will try later",
	[NOTE_POLL] = "warning: trouble in select",
	[NOTE_LOST_SPAWN] = "alert: oh no! lost spawn connection! dying...",
	[NOTE_LOST_CLEAN] = "alert: oh no! lost qmail-clean connection! "
	    "dying...",
	[NOTE_CLEAN_LATE] = "alert: qmail-clean does not answer; "
	    "is an earlier one still at work?",
	[NOTE_BOUNCE_APPEND] = "alert: unable to append to bounce message; "
	    "HELP! sleeping...",
	[NOTE_MEMORY] = "alert: out of memory, sleeping...",
	[NOTE_REREAD_HOME] = "alert: unable to reread controls: "
	    "unable to switch to home directory",
	[NOTE_BACK_TO_QUEUE] = "alert: unable to switch back to queue "
	    "directory; HELP! sleeping...",
};

static void
put(const char *p, size_t len)
{
	/* a log that nobody takes must not stop the mail */
	(void)(io_write_all(NOTE_FD, p, len) < 0);
}

void
note_flush(void)
{
	size_t len = nwaiting;

	nwaiting = 0;
	if (len > 0)
		put(waiting, len);
}

static void
say(const char *line, size_t len)
{
	if (len > NOTE_MAX - nwaiting)
		note_flush();
	if (len > NOTE_MAX) {
		put(line, len);
		return;
	}
	memcpy(waiting + nwaiting, line, len);
	nwaiting += len;
}

static void
say_buf(struct buf *line)
{
	buf_putc(line, '\n');
	say(line->p, line->len);
	buf_free(line);
}

/* Pieces of a line: short ones, joined without memory of their own. */
static void
say_words(const char *const *words)
{
	struct buf line = BUF_INIT;

	buf_put_strings(&line, words);
	say_buf(&line);
}

#define SAY(...) say_words((const char *const[]){ __VA_ARGS__, NULL })

void
note_clean(struct view text, struct buf *out)
{
	buf_reserve(out, text.len);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.p[i];
		if (c == '\n')
			c = '/';
		else if (!ascii_is_print(c) || c == ' ' || c == '%')
			c = '_';
		buf_putc(out, c);
	}
}

void
note_status(const struct note_load load[CHANNELS], bool stopping)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "status:");
	for (enum channel c = 0; c < CHANNELS; c++) {
		buf_cat(&line, " ", channel_name(c), " ");
		buf_put_u64(&line, load[c].running);
		buf_putc(&line, '/');
		buf_put_u64(&line, load[c].limit);
	}
	if (stopping)
		buf_puts(&line, " exitasap");
	say_buf(&line);
}

void
note_exiting(void)
{
	SAY("status: exiting");
	note_flush();
}

static void
say_message(const char *before, uint64_t id)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, before);
	buf_put_u64(&line, id);
	say_buf(&line);
}

void
note_new(uint64_t id)
{
	say_message("new msg ", id);
}

void
note_end(uint64_t id)
{
	say_message("end msg ", id);
}

void
note_triple_bounce(uint64_t id)
{
	say_message("triple bounce: discarding bounce/", id);
}

void
note_double_bounce(uint64_t id)
{
	say_message("double bounce: discarding bounce/", id);
}

void
note_info(const struct note_info *i)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "info msg ");
	buf_put_u64(&line, i->id);
	buf_puts(&line, ": bytes ");
	buf_put_u64(&line, i->bytes);
	buf_puts(&line, " from <");
	note_clean(i->sender, &line);
	buf_puts(&line, "> qp ");
	buf_put_u64(&line, i->qp);
	buf_puts(&line, " uid ");
	buf_put_u64(&line, i->uid);
	say_buf(&line);
}

void
note_start(uint64_t delivery, uint64_t id, enum channel c, struct view address)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "starting delivery ");
	buf_put_u64(&line, delivery);
	buf_puts(&line, ": msg ");
	buf_put_u64(&line, id);
	buf_cat(&line, " to ", channel_name(c), " ");
	note_clean(address, &line);
	say_buf(&line);
}

static void
say_delivery(uint64_t delivery, const char *what, struct view text)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "delivery ");
	buf_put_u64(&line, delivery);
	buf_puts(&line, what);
	note_clean(text, &line);
	say_buf(&line);
}

void
note_success(uint64_t delivery, struct view text)
{
	say_delivery(delivery, ": success: ", text);
}

void
note_failure(uint64_t delivery, struct view text)
{
	say_delivery(delivery, ": failure: ", text);
}

void
note_deferral(uint64_t delivery, struct view text)
{
	say_delivery(delivery, ": deferral: ", text);
}

void
note_mangled(uint64_t delivery)
{
	say_delivery(delivery, ": report mangled, will defer", VIEW_EMPTY);
}

void
note_bounce(uint64_t id, uint64_t qp)
{
	struct buf line = BUF_INIT;

	buf_puts(&line, "bounce msg ");
	buf_put_u64(&line, id);
	buf_puts(&line, " qp ");
	buf_put_u64(&line, qp);
	say_buf(&line);
}

void
note_out_of_range(void)
{
	SAY("warning: internal error: delivery report out of range");
}

void
note_trouble(enum note_trouble t, const char *file)
{
	SAY("warning: ", troubles[t][0], file, troubles[t][1]);
}

/* Without memory: one of these says that there is none. */
void
note_event(enum note_event e)
{
	char line[128];
	size_t len = strlen(events[e]);

	if (len >= sizeof(line))
		len = sizeof(line) - 1;
	memcpy(line, events[e], len);
	line[len] = '\n';
	say(line, len + 1);
	note_flush();		/* what comes next may be a sleep */
}

void
note_opendir(const char *dir)
{
	SAY("alert: unable to opendir ", dir, ", sleeping...");
}

void
note_reread(const char *control)
{
	SAY("alert: unable to reread control/", control);
}

void
note_cannot_start(const char *why)
{
	SAY("alert: cannot start: ", why);
	note_flush();
}
