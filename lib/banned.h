/*
 * banned.h: calls that no file of ours may use.  Included before every file
 * by the compiler's -include.  The headers come first because a poisoned name
 * may not appear even in a declaration.  See style: bytes go through buf, out
 * and view; numbers through num_scan; children through child_start.
 */
#ifndef LIB_BANNED_H
#define LIB_BANNED_H

#include <sys/select.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* clang's fortified stdio.h has them as macros */
#undef sprintf
#undef vsprintf
#pragma GCC poison strcpy strcat strncpy strncat stpcpy sprintf vsprintf gets
#pragma GCC poison strtok atoi atol strtol strtoul
#undef alloca
#pragma GCC poison alloca
#pragma GCC poison system popen mktemp tmpnam select

#endif
