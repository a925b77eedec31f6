/*
 * bare: ends at once, without even the C library's start: what is left is
 * what the kernel takes to start a program.	usage: bare
 */
#include <unistd.h>

void _start(void);

void
_start(void)
{
	_exit(0);
}
