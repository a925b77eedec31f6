/*
 * tap.h: checks of the unit tests, printed as TAP (Test Anything Protocol).
 * Every check is one line; the plan is printed by tap_end(), main's last line:
 *	CHECK(buf.len == 3);
 *	CHECK_INT("empty", num_scan(VIEW_EMPTY, 9, &n), -1);
 *	return tap_end();
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lib/view.h"

static int tap_count, tap_failed;

static inline void
tap_check(bool ok, const char *name, const char *file, int line)
{
	tap_count++;
	if (!ok)
		tap_failed++;
	printf("%s %d - %s\n", ok ? "ok" : "not ok", tap_count, name);
	if (!ok)
		printf("#   at %s line %d\n", file, line);
}

static inline void
tap_view(const char *label, struct view v)
{
	printf("#   %s: \"", label);
	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.p[i];
		if (c >= 32 && c < 127 && c != '\\')
			putchar(c);
		else
			printf("\\x%02x", c);
	}
	printf("\"\n");
}

static inline void
tap_check_int(const char *name, intmax_t got, intmax_t want, const char *file,
    int line)
{
	tap_check(got == want, name, file, line);
	if (got != want)
		printf("#   got %" PRIdMAX ", want %" PRIdMAX "\n", got, want);
}

static inline void
tap_check_view(const char *name, struct view got, struct view want,
    const char *file, int line)
{
	tap_check(view_is_eq(got, want), name, file, line);
	if (!view_is_eq(got, want)) {
		tap_view("got ", got);
		tap_view("want", want);
	}
}

static inline int
tap_end(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed == 0 ? 0 : 1;
}

#define CHECK(expr) tap_check((expr), #expr, __FILE__, __LINE__)
#define CHECK_NAMED(name, expr) tap_check((expr), (name), __FILE__, __LINE__)
#define CHECK_INT(name, got, want) \
	tap_check_int((name), (intmax_t)(got), (intmax_t)(want), __FILE__, __LINE__)
/* want: a string literal, may contain NUL inside */
#define CHECK_VIEW(name, got, want) \
	tap_check_view((name), (got), VIEW_LIT(want), __FILE__, __LINE__)
/* want: a char * */
#define CHECK_STR(name, got, want) \
	tap_check_view((name), (got), view_of(want), __FILE__, __LINE__)

#endif
