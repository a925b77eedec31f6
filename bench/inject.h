/*
 * inject.h: the mode `inject` of bench/drive.
 */
#ifndef BENCH_INJECT_H
#define BENCH_INJECT_H

void inject_run(char **args);

#endif
