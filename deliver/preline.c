/*
 * preline: put the From_, Return-Path and Delivered-To lines before a message
 * and give it to a program.
 * usage: preline [-frdFRD] program [ arg ... ]
 * reads  fd 0: message; UFLINE, RPLINE, DTLINE
 * runs   program, found through PATH, with the result on its fd 0
 * exits  as the program; 100 usage or no such program, 111 trouble
 */
#include <unistd.h>

#include "deliver/run.h"
#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/env.h"
#include "lib/prog.h"

#define USAGE "preline [-frdFRD] program [ arg ... ]"

static struct line {
	char option;		/* lower case: without it */
	const char *name;
	bool is_wanted;
} lines[] = {
	{ 'f', "UFLINE", true },
	{ 'r', "RPLINE", true },
	{ 'd', "DTLINE", true },
};

static void
take_option(int option)
{
	char c = (char)option;

	for (size_t i = 0; i < NELEM(lines); i++)
		if (lines[i].option == ascii_tolower(c))
			lines[i].is_wanted = c != lines[i].option;
}

static void
gather(struct buf *head)
{
	for (size_t i = 0; i < NELEM(lines); i++) {
		const char *value = env_get(lines[i].name);
		if (value == NULL)
			die_usage(USAGE);
		if (lines[i].is_wanted)
			buf_puts(head, value);
	}
}

int
main(int argc, char **argv)
{
	struct buf head = BUF_INIT;
	int opt, code;

	prog_init("preline", oom_exit);
	opterr = 0;
	while ((opt = getopt(argc, argv, "frdFRD")) != -1) {
		if (opt == '?')
			die_usage(USAGE);
		take_option(opt);
	}
	if (argc == optind)
		die_usage(USAGE);
	gather(&head);
	code = run_filter(argv + optind, buf_view(&head));
	buf_free(&head);
	return code;
}
