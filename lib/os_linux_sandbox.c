#include "lib/sandbox.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "arch_gen.h"

/* landlock(7); written out, as old systems' headers have no landlock.h */
#define LL_CREATE_RULESET 444
#define LL_ADD_RULE 445
#define LL_RESTRICT_SELF 446
#define LL_PATH_BENEATH 1
#define LL_EXECUTE (1u << 0)
#define LL_WRITE_FILE (1u << 1)
#define LL_READ_FILE (1u << 2)
#define LL_READ_DIR (1u << 3)
#define LL_REMOVE_DIR (1u << 4)
#define LL_REMOVE_FILE (1u << 5)
#define LL_MAKE_ALL (0x7fu << 6)	/* char dir reg sock fifo block sym */
#define LL_REFER (1u << 13)		/* version 2 */
#define LL_TRUNCATE (1u << 14)		/* version 3 */
#define LL_ABI1 0x1fffu			/* bits 0..12: version 1 */
#define LL_ABI2 (LL_ABI1 | LL_REFER)
#define LL_ABI3 (LL_ABI2 | LL_TRUNCATE)
#define LL_FOR_FILES (LL_EXECUTE | LL_WRITE_FILE | LL_READ_FILE | LL_TRUNCATE)
#define LL_FOR_READ (LL_READ_FILE | LL_READ_DIR)
#define LL_FOR_WRITE (LL_WRITE_FILE | LL_REMOVE_DIR | LL_REMOVE_FILE | \
	LL_MAKE_ALL | LL_REFER | LL_TRUNCATE)

#define FILTER_MAX 512		/* instructions; the kernel's limit is 4096 */
#define X32_BIT 0x40000000	/* in x86-64's call numbers: another table */

struct ll_ruleset { uint64_t fs; };
struct ll_path { uint64_t access; int32_t parent; } __attribute__((packed));

enum promise {
	P_STDIO, P_RPATH, P_WPATH, P_INET, P_UNIX, P_PROC, P_EXEC, P_ID,
	P_SETUID, PROMISES
};

static const char *const words[] = {
	"stdio", "rpath", "wpath", "inet", "unix", "proc", "exec", "id",
	"setuid"
};
static_assert(sizeof words / sizeof words[0] == PROMISES, "a word each");

#define BIT(p) (1u << (p))
#define FILES (BIT(P_RPATH) | BIT(P_WPATH))

/* Calls that are allowed whatever their arguments (lib/sandbox.calls). */
static const struct { int nr; unsigned promises; } calls[] = {
	ARCH_CALLS
};

static unsigned
promise_bits(const char *promises)
{
	unsigned bits = BIT(P_STDIO);

	for (unsigned i = 0; i < PROMISES; i++) {
		size_t n = strlen(words[i]);

		for (const char *p = strstr(promises, words[i]); p != NULL;
		    p = strstr(p + n, words[i]))
			if ((p == promises || p[-1] == ' ') &&
			    (p[n] == ' ' || p[n] == '\0'))
				bits |= BIT(i);
	}
	return bits;
}

/* ---- files: Landlock ---- */

static uint64_t
rights_of(const char *rights)
{
	uint64_t bits = 0;

	if (strchr(rights, 'r') != NULL)
		bits |= LL_FOR_READ;
	if (strchr(rights, 'w') != NULL)
		bits |= LL_FOR_WRITE;
	if (strchr(rights, 'x') != NULL)
		bits |= LL_EXECUTE;
	return bits;
}

static int
add_path(int ruleset, const struct sandbox_path *p, uint64_t known)
{
	struct ll_path rule = { .access = rights_of(p->rights) & known };
	int r;

	rule.parent = open(p->path, O_PATH | O_CLOEXEC);
	if (rule.parent < 0)
		return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
	r = (int)syscall(LL_ADD_RULE, ruleset, LL_PATH_BENEATH, &rule, 0);
	if (r < 0 && errno == EINVAL) {
		rule.access &= LL_FOR_FILES;	/* it is no folder */
		r = (int)syscall(LL_ADD_RULE, ruleset, LL_PATH_BENEATH,
		    &rule, 0);
	}
	close(rule.parent);
	return r;
}

/*
 * Rules for all that this kernel knows of: a descriptor; -1 with errno, ENOSYS
 * when it has no Landlock.
 */
static int
make_rules(uint64_t *known)
{
	static const uint64_t versions[] = { LL_ABI3, LL_ABI2, LL_ABI1 };
	int fd = -1;

	/* the newest first: the others are not asked for on most machines */
	for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++) {
		struct ll_ruleset all = { .fs = versions[i] };

		*known = versions[i];
		fd = (int)syscall(LL_CREATE_RULESET, &all, sizeof all, 0);
		if (fd >= 0 || errno != EINVAL)
			break;
	}
	if (fd < 0 && errno == EOPNOTSUPP)
		errno = ENOSYS;		/* built in, turned off */
	return fd;
}

/* 0; -1 with errno, ENOSYS when the kernel has no Landlock. */
static int
limit_files(const struct sandbox_path *paths)
{
	uint64_t known;
	int fd = make_rules(&known), r = 0;

	if (fd < 0)
		return -1;
	for (; r == 0 && paths != NULL && paths->path != NULL; paths++)
		r = add_path(fd, paths, known);
	if (r == 0)
		r = (int)syscall(LL_RESTRICT_SELF, fd, 0);
	close(fd);
	return r;
}

/* ---- calls: seccomp ---- */

struct filter {
	struct sock_filter v[FILTER_MAX];
	unsigned short len;
};

#define FIELD(name) ((uint32_t)offsetof(struct seccomp_data, name))
#define ARG(i) (FIELD(args) + 8 * (i))		/* its low half */
#define REFUSE (SECCOMP_RET_ERRNO | EPERM)

static void
put(struct filter *f, struct sock_filter instruction)
{
	if (f->len < FILTER_MAX)
		f->v[f->len++] = instruction;
}

static void
put_load(struct filter *f, uint32_t field)
{
	put(f, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field));
}

static void
put_return(struct filter *f, uint32_t what)
{
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, what));
}

/* Test what is loaded against k; skip so many instructions when it fails. */
static void
put_unless(struct filter *f, unsigned test, uint32_t k, unsigned char skip)
{
	put(f, (struct sock_filter)BPF_JUMP((unsigned short)(BPF_JMP | test |
	    BPF_K), k, 0, skip));
}

static void
allow(struct filter *f, long nr)
{
	put_unless(f, BPF_JEQ, (uint32_t)nr, 1);
	put_return(f, SECCOMP_RET_ALLOW);
}

/* The call only when none of these bits is in its argument. */
static void
allow_without(struct filter *f, long nr, unsigned arg, uint32_t bits)
{
	put_unless(f, BPF_JEQ, (uint32_t)nr, 4);
	put_load(f, ARG(arg));
	put_unless(f, BPF_JSET, bits, 1);
	put_return(f, REFUSE);
	put_return(f, SECCOMP_RET_ALLOW);
}

/* The call when the argument's low half is this; else look further. */
static void
allow_with(struct filter *f, long nr, unsigned arg, uint32_t value)
{
	put_unless(f, BPF_JEQ, (uint32_t)nr, 4);
	put_load(f, ARG(arg));
	put_unless(f, BPF_JEQ, value, 1);
	put_return(f, SECCOMP_RET_ALLOW);
	put_load(f, FIELD(nr));
}

static void
put_files(struct filter *f, unsigned promised)
{
	uint32_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND |
	    (O_TMPFILE & ~O_DIRECTORY);

	if ((promised & BIT(P_WPATH)) != 0) {
		allow(f, SYS_openat);
		allow(f, ARCH_OPEN);
	} else if ((promised & (BIT(P_RPATH) | BIT(P_EXEC))) != 0) {
		allow_without(f, SYS_openat, 2, writing);
		allow_without(f, ARCH_OPEN, 1, writing);
	}
}

static void
put_memory(struct filter *f, unsigned promised)
{
	/* new code comes only with a program */
	uint32_t code = (promised & BIT(P_EXEC)) != 0 ? 0 : PROT_EXEC;

	allow_without(f, SYS_mmap, 2, code);
	allow_without(f, SYS_mprotect, 2, code);
}

static void
put_sockets(struct filter *f, unsigned promised)
{
	if ((promised & BIT(P_INET)) != 0) {
		allow_with(f, SYS_socket, 0, AF_INET);
		allow_with(f, SYS_socket, 0, AF_INET6);
		/* which addresses this host has: getifaddrs(3) */
		allow_with(f, SYS_socket, 0, AF_NETLINK);
	}
	if ((promised & BIT(P_UNIX)) != 0)
		allow_with(f, SYS_socket, 0, AF_UNIX);
}

static void
put_process(struct filter *f, unsigned promised)
{
	uint32_t self = (uint32_t)getpid();

	/* abort(3) */
	allow_with(f, SYS_kill, 0, self);
	allow_with(f, SYS_tgkill, 0, self);
	/* limits may be asked for, not set: sysconf(3) */
	allow_with(f, SYS_prlimit64, 2, 0);
	/* its arguments cannot be seen: then the C library takes clone(2) */
	put_unless(f, BPF_JEQ, SYS_clone3, 1);
	put_return(f, SECCOMP_RET_ERRNO | ENOSYS);
	if ((promised & BIT(P_EXEC)) != 0) {
		/* a program may confine itself further */
		allow_with(f, SYS_prctl, 0, PR_SET_NO_NEW_PRIVS);
		allow_with(f, SYS_prctl, 0, PR_SET_SECCOMP);
	}
}

static int
limit_calls(unsigned promised)
{
	struct filter f = { .len = 0 };
	struct sock_fprog program;

	put_load(&f, FIELD(arch));
	put_unless(&f, BPF_JEQ, ARCH_AUDIT, 1);
	put(&f, (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, 1));
	put_return(&f, REFUSE);
	put_load(&f, FIELD(nr));
	put_unless(&f, BPF_JGE, X32_BIT, 1);
	put_return(&f, REFUSE);
	for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
		if ((calls[i].promises & promised) != 0)
			allow(&f, calls[i].nr);
	put_files(&f, promised);
	put_memory(&f, promised);
	put_sockets(&f, promised);
	put_process(&f, promised);
	put_return(&f, REFUSE);
	if (f.len == FILTER_MAX) {
		errno = E2BIG;
		return -1;
	}
	program = (struct sock_fprog){ .len = f.len, .filter = f.v };
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) < 0) {
		if (errno == EINVAL)
			errno = ENOSYS;	/* a kernel without filters */
		return -1;
	}
	return 0;
}

int
sandbox(const char *promises, const struct sandbox_path *paths)
{
	unsigned promised = promise_bits(promises);
	int missing = 0;

	if ((promised & BIT(P_SETUID)) == 0 &&
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return -1;
	if ((promised & (FILES | BIT(P_EXEC))) != 0 &&
	    limit_files(paths) < 0) {
		if (errno != ENOSYS)
			return -1;
		missing = ENOSYS;
	}
	if (ARCH_AUDIT == 0)
		missing = ENOSYS;	/* the calls are not known */
	else if (limit_calls(promised) < 0) {
		if (errno != ENOSYS)
			return -1;
		missing = ENOSYS;
	}
	errno = missing;
	return missing != 0 ? -1 : 0;
}
