/* mail/verdict.c: exit codes and records to reports. */
#include "mail/verdict.h"

#include "lib/attr.h"
#include "tests/tap.h"

/* spec: programs.md 4.1 */
static const struct { int code; char letter; const char *text; } locals[] = {
	{ 0, 'K', NULL }, { 111, 'Z', NULL }, { 71, 'Z', NULL },
	{ 74, 'Z', NULL }, { 75, 'Z', NULL }, { 100, 'D', NULL },
	{ 1, 'D', NULL }, { 99, 'D', NULL }, { 112, 'Z',
	"Internal qmail-lspawn bug.\n" },
	{ 113, 'Z', "Not allowed to perform deliveries as root.\n" },
	{ 114, 'D', NULL },
	{ 115, 'Z', "NFS failure in qmail-local.\n" },
	{ 116, 'Z', "Unable to find alias user!\n" },
	{ 117, 'Z', "Trouble reading users/cdb in qmail-lspawn.\n" },
	{ 118, 'Z', "Temporary failure in qmail-lspawn.\n" },
	{ 119, 'Z', "Out of memory in qmail-lspawn.\n" },
	{ 120, 'Z', "Unable to run qmail-local.\n" },
	{ 121, 'Z', "Unable to run qmail-getpw.\n" },
	{ 126, 'D', "Unable to run qmail-local.\n" },
	{ 127, 'D', NULL }, { 255, 'D', NULL },
};

/* spec: programs.md 4.2 */
static const struct { const char *name; struct view in; const char *want; }
remotes[] = {
#define IN(s) { s, sizeof(s) - 1 }
	{ "r K", IN("r\0Kaccepted.\n\0"), "Kaccepted.\n" },
	{ "r Z", IN("r\0Zlater\n\0"), "Zlater\n" },
	{ "r D", IN("r\0Dnever\n\0"), "Dnever\n" },
	{ "r text", IN("rA\0KB\0"), "KAB" },
	{ "r none", IN("rA\0"), "DA" },
	{ "h K", IN("hno such user\n\0Kaccepted\n\0"), "Dno such user\n" },
	{ "h Z", IN("hA\0ZB\0"), "DA" },
	{ "h D", IN("hA\0DB\0"), "DAB" },
	{ "h none", IN("hA\0"), "DA" },
	{ "s K", IN("sA\0KB\0"), "ZA" },
	{ "s Z", IN("sA\0ZB\0"), "ZAB" },
	{ "s D", IN("sA\0DB\0"), "ZAB" },
	{ "s none", IN("sA\0"), "ZA" },
	{ "K", IN("KA\0"), "KA" },
	{ "Z", IN("ZA\0"), "ZA" },
	{ "D", IN("DA\0"), "DA" },
	{ "first result counts", IN("ZA\0KB\0"), "ZA" },
	{ "other recipients between", IN("r\0hX\0sY\0KB\0"), "KB" },
	{ "unparsable", IN("what?"), "D" },
	{ "empty record", IN("\0"), "D" },
	{ "no final NUL", IN("r\0Kok"), "Kok" },
};

int
main(void)
{
	struct buf report = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < NELEM(locals); i++) {
		char name[32];
		snprintf(name, sizeof(name), "exit %d", locals[i].code);
		CHECK_INT(name, verdict_of_local(locals[i].code, &text),
		    locals[i].letter);
		CHECK_STR(name, view_of(text == NULL ? "-" : text),
		    locals[i].text == NULL ? "-" : locals[i].text);
	}
	for (size_t i = 0; i < NELEM(remotes); i++) {
		buf_clear(&report);
		verdict_of_remote(remotes[i].in, &report);
		CHECK_STR(remotes[i].name, buf_view(&report), remotes[i].want);
	}
	CHECK(verdict_has_result(VIEW_LIT("r\0Kx")));
	CHECK(!verdict_has_result(VIEW_LIT("r\0hK")));
	CHECK(!verdict_has_result(VIEW_EMPTY));
	buf_free(&report);
	return tap_end();
}
