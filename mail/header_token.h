/*
 * header_token.h: the words and marks of header syntax (RFC 822 as qmail
 * reads it, messages.md 5), and how they are written again.
 */
#ifndef MAIL_HEADER_TOKEN_H
#define MAIL_HEADER_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/attr.h"
#include "lib/buf.h"
#include "lib/view.h"

#define HEADER_LINE_MAX 78	/* columns of a line, RFC 5322 2.1.1 */
/* Bytes of text that one token list may have: positions have 32 bits. */
#define HEADER_TEXT_MAX (64 * 1024 * 1024)

enum header_token_type {
	TOKEN_NONE,		/* before the first */
	TOKEN_ATOM, TOKEN_QUOTED, TOKEN_LITERAL, TOKEN_COMMENT,
	TOKEN_DOT, TOKEN_COMMA, TOKEN_AT, TOKEN_LEFT, TOKEN_RIGHT,
	TOKEN_COLON, TOKEN_SEMI
};

/* Eight bytes, since a header may be millions of these. */
struct header_token {
	uint32_t pos;		/* its text: text.p[pos..pos + len) */
	uint32_t type : 4;	/* enum header_token_type */
	uint32_t len : 28;
};

struct header_tokens {
	struct header_token *v;
	size_t len, cap;
	struct buf text;	/* of words: without quotes and backslashes */
};

#define HEADER_TOKENS_INIT { .v = NULL, .len = 0, .cap = 0, .text = BUF_INIT }

/*
 * Add the tokens of s.  0; -1 with errno: EINVAL when s cannot be parsed (then
 * nothing is added), EMSGSIZE beyond HEADER_TEXT_MAX.
 */
MUST_CHECK int header_tokens_add(struct header_tokens *t, struct view s);
void header_tokens_free(struct header_tokens *t);
void header_tokens_clear(struct header_tokens *t);	/* memory is kept */

struct view header_token_text(const struct header_tokens *t,
    struct header_token token);
/* Atom, quoted string or literal. */
bool header_token_is_word(struct header_token token);

/*
 * Writes tokens as a field: blanks where they are needed, a new line behind a
 * comma where the line would be longer than HEADER_LINE_MAX.
 */
struct header_writer {
	struct buf *out;	/* appended to */
	size_t line, piece;	/* where this line, this piece begins */
	enum header_token_type last;
};

void header_write_begin(struct header_writer *w, struct buf *out);
void header_write(struct header_writer *w, const struct header_tokens *t,
    struct header_token token);
void header_write_mark(struct header_writer *w, enum header_token_type mark);
void header_write_end(struct header_writer *w);

#endif
