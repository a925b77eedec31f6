/*
 * conn.h: the mode `conn` of bench/drive.
 */
#ifndef BENCH_CONN_H
#define BENCH_CONN_H

void conn_run(char **args);

#endif
