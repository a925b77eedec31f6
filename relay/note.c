#include "relay/note.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/child.h"
#include "lib/env.h"

void
relay_begin(const char *name)
{
	static struct buf full = BUF_INIT;	/* lives as long as the log */

	prog_init(name, oom_exit);
	buf_cat(&full, name, "[");
	buf_put_u64(&full, (uint64_t)getpid());
	buf_putc(&full, ']');
	log_set_name(full.p);
}

void
relay_note_words(const char *const *words)
{
	if (env_get("RELAY_CTRL_LOG_IPS") != NULL)
		log_line(NULL, words);
}

void
relay_note_env(const char *name)
{
	const char *value = env_get(name);

	if (env_get("RELAY_CTRL_LOG_ENV") != NULL && value != NULL)
		log_plain(name, "=", value);
}

noreturn void
relay_run(char **argv)
{
	if (argv[0] == NULL)
		exit(0);
	child_exec(argv[0], argv, NULL);
	die_sys("unable to run ", argv[0]);
}
