/*
 * err.h: reasons in words, and whether waiting can help.
 */
#ifndef LIB_ERR_H
#define LIB_ERR_H

#include <stdbool.h>

/*
 * The reason for an errno value in the words that log readers know from
 * qmail and daemontools ("file does not exist", "access denied"; supervise.md,
 * preface).  Static text without line ends; never NULL.
 */
const char *err_str(int error);

/*
 * Whether the same call may succeed later (ENOSPC, EIO, ETIMEDOUT, ...).
 * Errors that we have no words for may.
 */
bool err_is_temp(int error);

#endif
