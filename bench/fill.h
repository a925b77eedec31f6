/*
 * fill.h: the modes `queue` and `maildir` of bench/drive.
 */
#ifndef BENCH_FILL_H
#define BENCH_FILL_H

void fill_queue(char **args);
void fill_maildir(char **args);

#endif
