#include "mail/qq_exit.h"

#include "tests/tap.h"

/* spec: programs.md 1.3 */
static const struct { int code; const char *text; } cases[] = {
	{ 10, "Zqq temporary problem (#4.3.0)" },
	{ 11, "Denvelope address too long for qq (#5.1.3)" },
	{ 12, "Dqq permanent problem (#5.3.0)" },
	{ 30, "Dqq permanent problem (#5.3.0)" },
	{ 31, "Dmail server permanently rejected message (#5.3.0)" },
	{ 32, "Dqq permanent problem (#5.3.0)" },
	{ 40, "Dqq permanent problem (#5.3.0)" },
	{ 41, "Zqq temporary problem (#4.3.0)" },
	{ 51, "Zqq out of memory (#4.3.0)" },
	{ 52, "Zqq timeout (#4.3.0)" },
	{ 53, "Zqq write error or disk full (#4.3.0)" },
	{ 54, "Zqq read error (#4.3.0)" },
	{ 55, "Zqq unable to read configuration (#4.3.0)" },
	{ 56, "Zqq trouble making network connection (#4.3.0)" },
	{ 58, "Zqq temporary problem (#4.3.0)" },
	{ 61, "Zqq trouble in home directory (#4.3.0)" },
	{ 62, "Zqq trouble creating files in queue (#4.3.0)" },
	{ 63, "Zqq trouble creating files in queue (#4.3.0)" },
	{ 64, "Zqq trouble creating files in queue (#4.3.0)" },
	{ 65, "Zqq trouble creating files in queue (#4.3.0)" },
	{ 66, "Zqq trouble creating files in queue (#4.3.0)" },
	{ 70, "Zqq temporary problem (#4.3.0)" },
	{ 71, "Zmail server temporarily rejected message (#4.3.0)" },
	{ 72, "Zconnection to mail server timed out (#4.4.1)" },
	{ 73, "Zconnection to mail server rejected (#4.4.1)" },
	{ 74, "Zcommunication with mail server failed (#4.4.2)" },
	{ 81, "Zqq internal bug (#4.3.0)" },
	{ 82, "Zqq temporary problem (#4.3.0)" },
	{ 88, "Zqq temporary problem (#4.3.0)" },
	{ 91, "Zqq internal bug (#4.3.0)" },
	{ 111, "Zqq temporary problem (#4.3.0)" },
	{ 115, "Denvelope address too long for qq (#5.1.3)" },
	{ 120, "Zunable to exec qq (#4.3.0)" },
	{ 122, "Zqq temporary problem (#4.3.0)" },
	{ 255, "Zqq temporary problem (#4.3.0)" },
};

int
main(void)
{
	char name[32];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		snprintf(name, sizeof(name), "exit %d", cases[i].code);
		CHECK_STR(name, view_of(qq_exit_text(cases[i].code)),
		    cases[i].text);
	}
	for (int code = 0; code < 256; code++)
		if (qq_exit_has_custom(code) != (code == 82 || code == 88))
			CHECK_INT("custom text", code, -1);
	CHECK(qq_exit_has_custom(82) && qq_exit_has_custom(88));
	return tap_end();
}
