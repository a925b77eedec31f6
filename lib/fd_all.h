/*
 * fd_all.h: all descriptors at once.
 */
#ifndef LIB_FD_ALL_H
#define LIB_FD_ALL_H

/* Close every descriptor >= first; used before an untrusted exec. */
void fd_close_from(int first);

#endif
