#include "remote/check.h"

#include <stddef.h>

#include "lib/attr.h"
#include "mail/address.h"

enum fault { FAULT_NONE, FAULT_CONTROL, FAULT_DOMAIN, FAULT_UTF8, FAULTS };

static const struct { const char *sender, *recipient; } texts[] = {
	[FAULT_NONE] = { NULL, NULL },
	[FAULT_CONTROL] = {
	    "Sorry, the sender's address contains control bytes. (#5.1.7)\n",
	    "Sorry, that address contains control bytes. (#5.1.3)\n" },
	[FAULT_DOMAIN] = {
	    "Sorry, the sender's host name is malformed. (#5.1.7)\n",
	    "Sorry, that address has a malformed host name. (#5.1.3)\n" },
	[FAULT_UTF8] = {
	    "Sorry, the sender's address is not in UTF-8. (#5.6.7)\n",
	    "Sorry, that address is not in UTF-8. (#5.6.7)\n" },
};

static_assert(NELEM(texts) == FAULTS, "texts for each fault");

bool
check_needs_utf8(struct view a)
{
	for (size_t i = 0; i < a.len; i++)
		if (((unsigned char)a.p[i] & 0x80) != 0)
			return true;
	return false;
}

/* Bytes that follow a first byte of UTF-8 (RFC 3629 4), or -1. */
static int
utf8_tail(unsigned char c)
{
	if (c < 0x80)
		return 0;
	if (c >= 0xc2 && c <= 0xdf)
		return 1;
	if (c >= 0xe0 && c <= 0xef)
		return 2;
	return c >= 0xf0 && c <= 0xf4 ? 3 : -1;
}

/* The second byte is narrower after some first ones: no overlong forms, no
 * surrogates, nothing beyond U+10FFFF. */
static bool
is_second(unsigned char first, unsigned char c)
{
	unsigned char low = 0x80, high = 0xbf;

	if (first == 0xe0)
		low = 0xa0;
	else if (first == 0xed)
		high = 0x9f;
	else if (first == 0xf0)
		low = 0x90;
	else if (first == 0xf4)
		high = 0x8f;
	return c >= low && c <= high;
}

static bool
is_utf8(struct view v)
{
	const unsigned char *p = (const unsigned char *)v.p;
	size_t i = 0;

	while (i < v.len) {
		unsigned char first = p[i++];
		int tail = utf8_tail(first);
		if (tail < 0 || (size_t)tail > v.len - i)
			return false;
		if (tail > 0 && !is_second(first, p[i]))
			return false;
		for (int k = 1; k < tail; k++)
			if ((p[i + (size_t)k] & 0xc0) != 0x80)
				return false;
		i += (size_t)tail;
	}
	return true;
}

/* Copied into commands as it is, so it must not end the address there. */
static bool
is_safe_domain(struct view domain)
{
	return !view_has_byte(domain, ' ') && !view_has_byte(domain, '<') &&
	    !view_has_byte(domain, '>');
}

static enum fault
find_fault(struct view a)
{
	struct view local, domain;

	if (address_has_control(a))
		return FAULT_CONTROL;
	if (address_split(a, &local, &domain) && !is_safe_domain(domain))
		return FAULT_DOMAIN;
	return is_utf8(a) ? FAULT_NONE : FAULT_UTF8;
}

const char *
check_sender(struct view a)
{
	return texts[find_fault(a)].sender;
}

const char *
check_recipient(struct view a)
{
	return texts[find_fault(a)].recipient;
}
