/*
 * relay/: a datagram from anybody, with and without a key, what is signed with
 * the key; an address as a file's name; a list of hosts.
 */
#include "relay/datagram.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "relay/remotes.h"
#include "relay/store.h"

#define NOW 1800000000
#define SLACK_S 300

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whoever does not have the key gets nothing; who has it, what it signed. */
static void
check_signed(struct view v)
{
	struct relay_clock clock = { .now = NOW, .slack_s = SLACK_S };
	struct relay_key key = RELAY_KEY_INIT;
	struct buf request = BUF_INIT;
	struct view address = VIEW_EMPTY;

	key.is_set = true;
	buf_sets(&key.text, "a key that the fuzzer does not know");
	if (relay_request_scan(&key, clock, v, &address) == 0)
		abort();
	relay_request_put(&key, v, NOW - SLACK_S, &request);
	if ((relay_request_scan(&key, clock, buf_view(&request),
	    &address) == 0) != (request.len <= RELAY_DATAGRAM_MAX))
		abort();
	if (request.len <= RELAY_DATAGRAM_MAX && !view_is_eq(address, v))
		abort();
	clock.now++;
	if (relay_request_scan(&key, clock, buf_view(&request),
	    &address) == 0)
		abort();
	buf_free(&request);
	buf_free(&key.text);
}

static void
check_name(struct view address)
{
	char name[RELAY_NAME_MAX];

	if (relay_name(address, name) < 0)
		return;
	if (memchr(name, '\0', sizeof name) == NULL || name[0] == '.' ||
	    name[0] == '\0' || strchr(name, '/') != NULL)
		abort();
}

static void
check_remotes(struct view list)
{
	struct relay_remote remotes[RELAY_REMOTES_MAX];
	size_t n = 0;

	if (relay_remotes_scan(list, RELAY_PORT, remotes, &n) < 0)
		return;
	if (n > RELAY_REMOTES_MAX)
		abort();
	for (size_t i = 0; i < n; i++)
		if (remotes[i].port > UINT16_MAX)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct relay_clock clock = { .now = NOW, .slack_s = SLACK_S };
	struct relay_key none = RELAY_KEY_INIT;
	struct view v = view_make((const char *)data, size), address;

	if (relay_request_scan(&none, clock, v, &address) == 0)
		check_name(address);
	check_signed(v);
	check_remotes(v);
	return 0;
}
