/*
 * run.h: programs run on the message, fd 0.  For the delivery helpers: these
 * functions die with their report.
 */
#ifndef DELIVER_RUN_H
#define DELIVER_RUN_H

#include <stdbool.h>

#include "lib/attr.h"
#include "lib/view.h"

/* Put the message, fd 0, at its start. */
void run_rewind(void);

/* Start argv with our descriptors, found through PATH; its exit code. */
MUST_CHECK int run_program(char **argv);

/*
 * A condition: argv run on the message.  true: it said yes (0); false: no.
 * 111 of the program ends this one with 111, and so does a program that
 * cannot be run: a missing one has not said no (programs.md 18.5).
 */
MUST_CHECK bool run_is_true(char **argv);

/*
 * Run argv with head and then fd 0 on its descriptor 0; its exit code.  A
 * program that reads no further has its reasons, and its exit code.
 */
MUST_CHECK int run_filter(char **argv, struct view head);

/* A variable that must be set; else dies, 100, `NAME not set`. */
const char *run_need(const char *name);

#endif
