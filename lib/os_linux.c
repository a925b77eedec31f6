#include "lib/os.h"

#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/types.h>

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/futex.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int
os_pipe(int fds[2])
{
	return pipe2(fds, O_CLOEXEC);
}

int
os_seqpair(int fds[2])
{
	return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds);
}

int
os_streampair(int fds[2])
{
	return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds);
}

int
os_accept(int fd, struct sockaddr *sa, socklen_t *len)
{
	return accept4(fd, sa, len, SOCK_CLOEXEC);
}

int
os_poll(struct pollfd *fds, size_t n, int ms, const sigset_t *mask)
{
	struct timespec limit = { .tv_sec = ms / 1000,
	    .tv_nsec = ms % 1000 * 1000000L };

	return ppoll(fds, (nfds_t)n, ms < 0 ? NULL : &limit, mask);
}

ssize_t
os_tee(int from, int to, size_t n)
{
	ssize_t r;

	do
		r = tee(from, to, n, SPLICE_F_NONBLOCK);
	while (r < 0 && errno == EINTR);
	return r;
}

int
os_close_from(int first)
{
	return (int)syscall(SYS_close_range, (unsigned)first, ~0U, 0U);
}

bool
os_may_wait(void)
{
	return true;
}

/* futex(2): it fails where the word has changed, or a signal came. */
void
os_wait(const _Atomic uint32_t *word, uint32_t value)
{
	(void)syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL);
}

void
os_wake(const _Atomic uint32_t *word, unsigned n)
{
	(void)syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, n);
}

int
os_random(void *p, size_t n)
{
	char *to = p;

	while (n > 0) {
		ssize_t r = getrandom(to, n, 0);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return -1;
		to += r;
		n -= (size_t)r;
	}
	return 0;
}

static void
forget(uintptr_t begin, uintptr_t end)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

	begin = begin / page * page;
	(void)madvise((void *)begin, end - begin, MADV_DONTNEED);
}

/* The program's first bytes in memory, by its table of segments; or NULL. */
static const ElfW(Ehdr) *
elf_header(void)
{
	const char *table = (const char *)getauxval(AT_PHDR);
	const ElfW(Ehdr) *h;

	if (table == NULL)
		return NULL;
	/* every linker puts the table there; the page is there anyway */
	h = (const void *)(table - sizeof(*h));
	return memcmp(h->e_ident, ELFMAG, SELFMAG) == 0 &&
	    h->e_phoff == sizeof(*h) ? h : NULL;
}

void
os_forget_start(void)
{
	const ElfW(Ehdr) *h = elf_header();
	const ElfW(Phdr) *p = h == NULL ? NULL : (const void *)(h + 1);
	size_t n = h == NULL ? 0 : h->e_phnum;
	uintptr_t base = 0;

	for (size_t i = 0; i < n; i++)
		if (p[i].p_type == PT_LOAD && p[i].p_offset == 0)
			base = (uintptr_t)h - p[i].p_vaddr;
	/* what cannot be written to is as it is in the file */
	for (size_t i = 0; i < n; i++)
		if (p[i].p_type == PT_LOAD && (p[i].p_flags & PF_W) == 0)
			forget(base + p[i].p_vaddr,
			    base + p[i].p_vaddr + p[i].p_memsz);
}

void
os_ack_now(int fd)
{
	int one = 1;

	/* a hint: on another kind of socket nothing happens */
	(void)setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &one, sizeof(one));
}
