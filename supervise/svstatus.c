#include "supervise/svstatus.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/buf.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "supervise/svdir.h"

#define STATUS_MODE 0644
#define AT_PHASE 18
#define AT_ONCE 19
#define AT_LOGGER 20
#define AT_READY 40
#define AT_END 41
#define AT_END_CODE 42
#define AT_READY_SINCE 44

static void
pack_logger(const struct svstatus *s, unsigned char *p)
{
	uint32_t pid = (uint32_t)s->logger_pid;

	tai_pack(&s->logger_since, p);
	for (int i = 0; i < 4; i++)
		p[TAI_PACK + i] = (unsigned char)(pid >> (8 * i));
	p[17] = SVWANT_UP;
	p[AT_PHASE] = pid != 0 ? SVPHASE_RUNNING : SVPHASE_STARTED;
}

static void
unpack_logger(const unsigned char *p, struct svstatus *s)
{
	uint32_t pid = 0;

	tai_unpack(p, &s->logger_since);
	for (int i = 3; i >= 0; i--)
		pid = pid << 8 | p[TAI_PACK + i];
	s->logger_pid = (pid_t)pid;
	s->has_logger = p[17] == SVWANT_UP;
}

size_t
svstatus_pack(const struct svstatus *s,
    unsigned char p[SVSTATUS_EXTENDED_SIZE])
{
	uint32_t pid = (uint32_t)s->pid;

	memset(p, 0, SVSTATUS_EXTENDED_SIZE);
	tai_pack(&s->since, p);
	for (int i = 0; i < 4; i++)	/* little endian, unlike the time */
		p[TAI_PACK + i] = (unsigned char)(pid >> (8 * i));
	p[16] = s->paused ? 1 : 0;
	p[17] = (unsigned char)s->want;
	if (!s->extended)
		return SVSTATUS_SIZE;
	p[AT_PHASE] = (unsigned char)s->phase;
	p[AT_ONCE] = s->want == SVWANT_ONCE;
	if (s->has_logger)
		pack_logger(s, p + AT_LOGGER);
	p[AT_READY] = (unsigned char)s->ready;
	p[AT_END] = (unsigned char)s->end;
	p[AT_END_CODE] = s->end_code;
	tai_pack(&s->ready_since, p + AT_READY_SINCE);
	return SVSTATUS_EXTENDED_SIZE;
}

/* What the plain 18 bytes tell of the rest. */
static void
assume_plain(struct svstatus *s)
{
	s->extended = false;
	s->phase = s->pid != 0 ? SVPHASE_RUNNING : SVPHASE_STOPPED;
	s->ready = SVREADY_UNTOLD;
	s->ready_since = s->since;
	s->end = SVEND_NONE;
	s->end_code = 0;
	s->has_logger = false;
	s->logger_pid = 0;
	s->logger_since = s->since;
}

int
svstatus_unpack(const unsigned char *p, size_t len, struct svstatus *s)
{
	uint32_t pid = 0;

	if (len < SVSTATUS_SIZE) {
		errno = EPROTO;
		return -1;
	}
	tai_unpack(p, &s->since);
	for (int i = 3; i >= 0; i--)
		pid = pid << 8 | p[TAI_PACK + i];
	if (pid > INT32_MAX) {
		errno = EPROTO;
		return -1;
	}
	s->pid = (pid_t)pid;
	s->paused = p[16] != 0;
	s->want = p[17] == SVWANT_UP ? SVWANT_UP :
	    p[17] == SVWANT_DOWN ? SVWANT_DOWN : SVWANT_ONCE;
	assume_plain(s);
	if (len > AT_ONCE && p[AT_PHASE] < SVPHASE_MAX)
		s->phase = (enum svphase)p[AT_PHASE];
	if (len < SVSTATUS_EXTENDED_SIZE || p[AT_READY] >= SVREADY_MAX ||
	    p[AT_END] >= SVEND_MAX)
		return 0;
	s->extended = true;
	unpack_logger(p + AT_LOGGER, s);
	s->ready = (enum svready)p[AT_READY];
	s->end = (enum svend)p[AT_END];
	s->end_code = p[AT_END_CODE];
	tai_unpack(p + AT_READY_SINCE, &s->ready_since);
	return 0;
}

int
svstatus_read(const char *base, struct svstatus *s)
{
	unsigned char bytes[SVSTATUS_EXTENDED_SIZE];
	struct buf path = BUF_INIT;
	ssize_t r = -1;
	int fd;

	fd = open(svdir_path(&path, base, "status"),
	    O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd >= 0)
		r = read(fd, bytes, sizeof(bytes));
	fd_close(&fd);
	buf_free(&path);
	return r < 0 ? -1 : svstatus_unpack(bytes, (size_t)r, s);
}

/* Made beside it and renamed, so that nobody reads half of one. */
int
svstatus_write(const char *base, const struct svstatus *s)
{
	unsigned char bytes[SVSTATUS_EXTENDED_SIZE];
	struct buf path = BUF_INIT, new = BUF_INIT;
	size_t len = svstatus_pack(s, bytes);
	int fd = open(svdir_path(&new, base, "status.new"),
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, STATUS_MODE);
	int r = -1;

	if (fd >= 0 && io_write_all(fd, bytes, len) < 0)
		fd_close(&fd);
	else if (fd >= 0 && close(fd) == 0)
		r = rename(new.p, svdir_path(&path, base, "status"));
	buf_free(&new);
	buf_free(&path);
	return r;
}
