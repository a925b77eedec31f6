/*
 * pcrecord.h: what programs did to files below one folder, read from the
 * record of strace(1), and which part of it was made durable, and when
 * (tests/tools/powercut.c).
 *
 * The rule is the strict one: contents are durable by fsync(2) of the file,
 * names by fsync(2) of their directory; a sync covers what was complete when
 * it began, from the moment it is complete.
 *
 * The record: strace -f -y -xx -s 1000000 -o FILE -e trace=PC_CALLS
 */
#ifndef TESTS_TOOLS_PCRECORD_H
#define TESTS_TOOLS_PCRECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PC_NONE SIZE_MAX

enum pc_kind {
	PC_ADD,			/* a name for a file */
	PC_DEL,			/* ... taken away */
	PC_WRITE,
	PC_CUT			/* the file ends here now */
};

struct pc_op {
	enum pc_kind kind;
	bool is_dir;		/* who syncs it: the directory `dir`, or obj */
	size_t dir;
	size_t path, obj;
	size_t off, len;	/* PC_WRITE, PC_CUT */
	char *data;
	size_t when;		/* number of the event */
	size_t synced;		/* number of the sync event, or PC_NONE */
	size_t pair;		/* the other half of a rename, or PC_NONE */
};

struct pc_obj {			/* a file */
	size_t len;
	uint64_t number;	/* its message number, 0: none */
	size_t before;		/* the file that had the number before */
};

struct pc_path {
	char *name;		/* below the folder */
	size_t dir;		/* of pc_record.dirs */
	size_t obj;		/* that has it now, or PC_NONE */
	size_t opened;		/* that was last opened by it */
};

struct pc_record {
	const char *root;	/* with a slash at its end */
	struct pc_op *ops;
	struct pc_obj *objs;
	struct pc_path *paths;
	char **dirs;
	size_t nops, nobjs, npaths, ndirs;
	size_t cap_ops, cap_objs, cap_paths, cap_dirs;
	size_t now;		/* events so far */
};

/* Leaves the program when the file is no such record. */
void pc_read(struct pc_record *r, const char *file, const char *root);
/* The number at the end of a name, 0 if it is none. */
uint64_t pc_number_of(const char *name);

#endif
