/*
 * look.h: whether a queue file is there.
 */
#ifndef SEND_LOOK_H
#define SEND_LOOK_H

#include <sys/stat.h>

#include <stdint.h>

#include "mail/qpath.h"

enum look { LOOK_ABSENT, LOOK_PRESENT, LOOK_UNKNOWN };

/*
 * stat(2) of the message's file in dir.  name (QPATH_MAX) becomes the path
 * that was looked at.  In a split todo/ the flat name counts too.
 * LOOK_UNKNOWN: errno says why.
 */
enum look look_at(const struct qlayout *l, enum qdir dir, uint64_t id,
    char *name, struct stat *st);

#endif
