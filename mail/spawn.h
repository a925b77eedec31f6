/*
 * spawn.h: what qmail-send and the spawners say to each other
 * (programs.md 3.1, 3.2, 4).
 *
 * command: delivery number (1 byte), N%S/N \0, sender \0, recipient \0
 * report:  delivery number (1 byte), letter and text, \0
 * First of all the spawner sends one byte: how many deliveries it can run.
 *
 * More than 255: whoever wants more than that byte says asks, with a command
 * that no other spawner carries out: number SPAWN_WIDE, name SPAWN_WIDE_ASK, no
 * addresses.  The report SPAWN_WIDE_ANSWER says how many there may be; any
 * other means no.  From then on numbers from SPAWN_WIDE on are three bytes:
 * SPAWN_WIDE and the number, high byte first, in commands and reports.
 */
#ifndef MAIL_SPAWN_H
#define MAIL_SPAWN_H

#define SPAWN_CAPACITY 120	/* conf-spawn of stock; at most 255 */
#define SPAWN_WIDE 255
#define SPAWN_WIDE_ASK "capacity"
#define SPAWN_WIDE_LETTER 'C'
#define SPAWN_WIDE_ANSWER "C1000"	/* and this number */
#define SPAWN_WIDE_CAPACITY 1000
#define SPAWN_ID_MAX 100	/* bytes of the message name, NUL included */
#define SPAWN_OUTPUT_MAX 3000	/* bytes of a local report */

#endif
