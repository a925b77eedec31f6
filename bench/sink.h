/*
 * sink.h: the mode `sink` of bench/drive.
 */
#ifndef BENCH_SINK_H
#define BENCH_SINK_H

void sink_run(char **args);

#endif
