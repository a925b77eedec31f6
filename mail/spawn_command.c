#include "mail/spawn_command.h"

#include "lib/ascii.h"
#include "mail/address.h"

/* Add what *input has of a field; true when its NUL was there. */
static bool
take_field(struct buf *b, struct view *input, bool *is_cut)
{
	size_t end = view_chr(*input, '\0');
	size_t room = buf_room(b, SPAWN_FIELD_MAX);
	bool is_whole = end < input->len;

	if (end > room)
		*is_cut = true;
	buf_put(b, input->p, end < room ? end : room);
	*input = view_from(*input, is_whole ? end + 1 : end);
	return is_whole;
}

static void
take_delnum(struct spawn_command *c, struct view *input)
{
	unsigned byte = (unsigned char)input->p[0];

	*input = view_from(*input, 1);
	if (c->part == SPAWN_DELNUM) {
		c->delnum = byte;
		c->part = c->is_wide && byte == SPAWN_WIDE ?
		    SPAWN_DELNUM_HIGH : SPAWN_ID;
	} else if (c->part == SPAWN_DELNUM_HIGH) {
		c->delnum = byte << 8;
		c->part = SPAWN_DELNUM_LOW;
	} else {
		c->delnum |= byte;
		c->part = SPAWN_ID;
	}
}

bool
spawn_command_take(struct spawn_command *c, struct view *input)
{
	bool is_cut = false;	/* a long message name is refused anyway */

	while (input->len > 0 && c->part != SPAWN_COMPLETE) {
		switch (c->part) {
		case SPAWN_DELNUM:
		case SPAWN_DELNUM_HIGH:
		case SPAWN_DELNUM_LOW:
			take_delnum(c, input);
			break;
		case SPAWN_ID:
			if (take_field(&c->id, input, &is_cut))
				c->part = SPAWN_SENDER;
			break;
		case SPAWN_SENDER:
			if (take_field(&c->sender, input, &c->is_too_long))
				c->part = SPAWN_RECIPIENT;
			break;
		case SPAWN_RECIPIENT:
			if (take_field(&c->recipient, input, &c->is_too_long))
				c->part = SPAWN_COMPLETE;
			break;
		case SPAWN_COMPLETE:
			break;
		}
	}
	return c->part == SPAWN_COMPLETE;
}

/* Digits, and slashes behind the first byte. */
static bool
is_name_of_message(struct view id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!ascii_is_digit(id.p[i]) && (id.p[i] != '/' || i == 0))
			return false;
	return true;
}

const char *
spawn_command_refusal(const struct spawn_command *c)
{
	if (!is_name_of_message(buf_view(&c->id)))
		return "DInternal error: messid has nonnumerics. (#5.3.5)\n";
	if (c->id.len >= SPAWN_ID_MAX)
		return "DInternal error: messid too long. (#5.3.5)\n";
	if (c->id.len == 0)
		return "DInternal error: messid too short. (#5.3.5)\n";
	if (!view_has_byte(buf_view(&c->recipient), '@'))
		return "DSorry, address must include host name. (#5.1.3)\n";
	if (address_has_control(buf_view(&c->recipient)))
		return "DSorry, address has control characters. (#5.1.3)\n";
	if (c->is_too_long)
		return "DSorry, address is too long. (#5.1.3)\n";
	return NULL;
}

bool
spawn_command_is_ask(const struct spawn_command *c)
{
	return !c->is_wide && c->delnum == SPAWN_WIDE &&
	    view_is(buf_view(&c->id), SPAWN_WIDE_ASK) &&
	    c->sender.len == 0 && c->recipient.len == 0;
}

struct view
spawn_command_local(const struct spawn_command *c)
{
	struct view local, domain;

	(void)address_split(buf_view(&c->recipient), &local, &domain);
	return local;
}

struct view
spawn_command_host(const struct spawn_command *c)
{
	struct view local, domain;

	(void)address_split(buf_view(&c->recipient), &local, &domain);
	return domain;
}

void
spawn_command_reset(struct spawn_command *c)
{
	c->part = SPAWN_DELNUM;
	buf_clear(&c->id);
	buf_clear(&c->sender);
	buf_clear(&c->recipient);
	c->is_too_long = false;
}

void
spawn_command_free(struct spawn_command *c)
{
	buf_free(&c->id);
	buf_free(&c->sender);
	buf_free(&c->recipient);
	*c = (struct spawn_command)SPAWN_COMMAND_INIT;
}
