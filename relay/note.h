/*
 * note.h: what the relay-ctrl programs say on fd 2: `program[pid]: text`.
 */
#ifndef RELAY_NOTE_H
#define RELAY_NOTE_H

#include "lib/log.h"
#include "lib/prog.h"

/* prog_init(), and the process's number in every line. */
void relay_begin(const char *name);
/* log_plain() of a decision, when RELAY_CTRL_LOG_IPS is set. */
#define relay_note(...) relay_note_words(LOG_WORDS(__VA_ARGS__))
void relay_note_words(const char *const *words);
/* `NAME=value` of a variable that decides, when RELAY_CTRL_LOG_ENV is set. */
void relay_note_env(const char *name);

/* Become argv (searched in PATH); NULL argv[0]: exit 0.  Else dies, 111. */
noreturn void relay_run(char **argv);

#endif
