/*
 * envdir: run a program with an environment kept in files.
 *	usage: envdir dir program ...
 * each file of dir names a variable; its first line, without blanks at the
 * end and with NUL turned into a newline, is the value; an empty file, or a
 * link to nothing, unsets it.  The program is searched in the PATH that envdir
 * got, not in one that a file sets.
 * exits 100 usage, 111 a file that cannot be read, exec failure
 */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/child.h"
#include "lib/env.h"
#include "lib/file.h"
#include "lib/prog.h"

#define VALUE_MAX (1024 * 1024)	/* bytes of one file */

static struct env_list env = ENV_LIST_INIT;

static void
set_variable(const char *dir, const char *name)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	struct view line;

	if (strchr(name, '=') != NULL)
		die_temp("unable to use ", dir, "/", name, ": name with =");
	buf_cat(&path, dir, "/", name);
	if (file_read(path.p, &text, VALUE_MAX) < 0)
		die_sys("unable to read ", path.p);
	if (text.len == 0) {
		env_list_unset(&env, name);
	} else {
		line = buf_view(&text);
		buf_cut(&text, view_chr(line, '\n'));
		while (text.len > 0 && ascii_is_blank(text.p[text.len - 1]))
			buf_cut(&text, text.len - 1);
		for (size_t i = 0; i < text.len; i++)
			if (text.p[i] == '\0')
				text.p[i] = '\n';
		env_list_put(&env, name, buf_view(&text));
	}
	buf_free(&text);
	buf_free(&path);
}

static void
read_dir(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	if (d == NULL)
		die_sys("unable to switch to directory ", dir);
	while (errno = 0, (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			set_variable(dir, e->d_name);
	if (errno != 0)
		die_sys("unable to read directory ", dir);
	(void)closedir(d);		/* it was only read */
}

int
main(int argc, char **argv)
{
	prog_init("envdir", oom_exit);
	if (argc < 3)
		die_usage("envdir dir child");
	env_list_copy(&env);
	read_dir(argv[1]);
	child_exec(argv[2], argv + 2, env_list_envp(&env));
	die_sys("unable to run ", argv[2]);
}
