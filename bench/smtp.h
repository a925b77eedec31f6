/*
 * smtp.h: the mode `smtp` of bench/drive.
 */
#ifndef BENCH_SMTP_H
#define BENCH_SMTP_H

void smtp_run(char **args);

#endif
