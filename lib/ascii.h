/*
 * ascii.h: character classes of ASCII bytes, in no locale.  Arguments are
 * byte values as int or char; bytes >= 128 (negative chars) are in no class.
 */
#ifndef LIB_ASCII_H
#define LIB_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool
ascii_is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_is_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ascii_is_alpha(int c)
{
	return ascii_is_upper(c) || ascii_is_lower(c);
}

static inline bool
ascii_is_alnum(int c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}

static inline bool
ascii_is_blank(int c)		/* space or TAB */
{
	return c == ' ' || c == '\t';
}

static inline bool
ascii_is_print(int c)		/* 32..126 */
{
	return c >= ' ' && c <= '~';
}

static inline bool
ascii_is_control(int c)		/* 0..31 and DEL */
{
	return (c >= 0 && c < ' ') || c == 127;
}

static inline char
ascii_tolower(char c)
{
	return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* Value of a hexadecimal digit of either case, or -1. */
int ascii_hex_value(int c);

void ascii_lower(char *p, size_t len);	/* in place */

#endif
