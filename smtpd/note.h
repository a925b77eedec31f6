/*
 * note.h: the log lines that control/smtpdlog asks for (reports.md 1).
 */
#ifndef SMTPD_NOTE_H
#define SMTPD_NOTE_H

#include <stdint.h>

#include "lib/buf.h"
#include "lib/view.h"

struct session;

/* What the helper says of the connection. */
void note_tls(const struct session *s);
void note_accept(const struct session *s, uint64_t qp, uint64_t bytes);
/* reply: the line, with its code; reason: a word of reports.md 5 */
void note_reject(const struct session *s, const char *reply,
    const char *reason, struct view recipient);

#endif
