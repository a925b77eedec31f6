/*
 * log.h: one line on descriptor 2, in one write:
 *	program: severity: words
 * Bytes outside 32..126 become '?', lines are cut at LOG_LINE_MAX.  A line
 * that cannot be written is lost: there is nobody left to tell.
 * errno is kept.
 *	log_warning("unable to open ", path, ": ", err_str(errno));
 */
#ifndef LIB_LOG_H
#define LIB_LOG_H

#define LOG_LINE_MAX 1000	/* bytes with the LF; under PIPE_BUF */

#define log_info(...) log_line("info", LOG_WORDS(__VA_ARGS__))
#define log_warning(...) log_line("warning", LOG_WORDS(__VA_ARGS__))
#define log_fatal(...) log_line("fatal", LOG_WORDS(__VA_ARGS__))
#define log_alert(...) log_line("alert", LOG_WORDS(__VA_ARGS__))
/* Without a severity: `program: words`. */
#define log_plain(...) log_line(0, LOG_WORDS(__VA_ARGS__))

#define LOG_WORDS(...) ((const char *const[]){ __VA_ARGS__, 0 })

void log_line(const char *severity, const char *const *words);

void log_set_name(const char *program);	/* kept by pointer; prog_init() */
const char *log_name(void);

#endif
