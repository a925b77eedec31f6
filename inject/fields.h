/*
 * fields.h: what becomes of the fields of the header that came in
 * (messages.md 4.1).
 */
#ifndef INJECT_FIELDS_H
#define INJECT_FIELDS_H

#include <stdbool.h>

#include "inject/settings.h"
#include "lib/buf.h"
#include "lib/view.h"
#include "mail/header.h"

struct fields {
	struct settings *settings;
	struct buf kept;		/* the fields that stay, rewritten */
	bool seen[HEADER_FIELDS];
	bool is_resent;
	struct buf plain, resent;	/* recipients: list.h */
	struct buf followup;		/* addresses of To and Cc: list.h */
	struct buf sender;		/* from Return-Path */
	bool has_sender;
};

#define FIELDS_INIT(s) \
	{ .settings = (s), .kept = BUF_INIT, .plain = BUF_INIT, \
	  .resent = BUF_INIT, .followup = BUF_INIT, .sender = BUF_INIT }

/* Take one field in. */
void fields_add(struct fields *f, struct view field);
void fields_free(struct fields *f);

#endif
