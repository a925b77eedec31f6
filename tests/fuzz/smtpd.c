/*
 * smtpd/: a whole conversation, the client's bytes any: commands, pipelined or
 * not, answers to AUTH and the text behind DATA.  The queue program and the
 * checker are not there, so nothing is queued and nobody gets in; what comes
 * back is whole lines that begin with a number.
 */
#include "smtpd/command.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/sig.h"

#define CODE_LEN 3

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct session s;
static char absent[] = "/nonexistent/checker", word[] = "true";
static char *const args[] = { absent, word, NULL };

static int
scratch(const void *p, size_t size)
{
	char path[] = "/tmp/qsuite-fuzz-smtpd.XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0 || write(fd, p, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) < 0)
		abort();
	return fd;
}

/* As session_start() does, without a home. */
static void
start(const uint8_t *data, size_t size)
{
	struct buf *const bufs[] = { &s.greeting, &s.line, &s.helo, &s.sender,
	    &s.path, &s.rcpts };

	memset(&s, 0, sizeof(s));
	for (size_t i = 0; i < NELEM(bufs); i++)
		*bufs[i] = (struct buf)BUF_INIT;
	s.policy = (struct policy)POLICY_INIT;
	s.rcpthosts = (struct rcpthosts)RCPTHOSTS_INIT;
	s.validrcpt = (struct validrcpt)VALIDRCPT_INIT;
	s.localip = (struct localip)LOCALIP_INIT;
	s.tls.helper = (struct starttls)STARTTLS_INIT;
	s.qq = (struct qq)QQ_INIT;
	s.settings.is_loaded = s.has_lists = true;
	s.settings.maxrcpt = 100;
	s.settings.databytes = 2000;
	setenv("AUTHDELAY", "0", 1);
	setenv("SMTPAUTH", "+cram", 1);
	smtpauth_init(&s, args);
	s.in = (struct in)IN_INIT(scratch(data, size), s.in_space);
	s.out = (struct out)OUT_INIT(scratch("", 0), s.out_space);
	s.in.flush_first = &s.out;
	s.in.idle_s = s.out.idle_s = 10;
	buf_sets(&s.greeting, "me");
}

static void
check_replies(int fd)
{
	struct buf text = BUF_INIT;
	char space[IO_SIZE];
	struct in in = IN_INIT(fd, space);
	struct view rest, line;

	if (lseek(fd, 0, SEEK_SET) < 0 || in_all(&in, &text, SIZE_MAX / 2) < 0)
		abort();
	rest = buf_view(&text);
	if (rest.len > 0 && !view_has_suffix(rest, VIEW_LIT("\r\n")))
		abort();
	while (view_cut(&rest, '\n', &line)) {
		if (line.len < CODE_LEN + 2 || line.p[line.len - 1] != '\r' ||
		    (line.p[CODE_LEN] != ' ' && line.p[CODE_LEN] != '-'))
			abort();
		for (size_t i = 0; i < CODE_LEN; i++)
			if (!ascii_is_digit(line.p[i]))
				abort();
		for (size_t i = 0; i < line.len - 1; i++)
			if (!ascii_is_print(line.p[i]))
				abort();
	}
	buf_free(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int in, out;

	sig_ignore(SIGPIPE);	/* as the program: nobody reads the message */
	start(data, size);
	in = s.in.fd;
	out = s.out.fd;
	command_loop(&s);
	if (s.end == SESSION_GOES_ON || (s.state == SESSION_RCPT) !=
	    (s.nrcpts > 0) || s.sender.len > SESSION_PATH_MAX ||
	    s.rcpts.len > SESSION_RCPTS_MAX || s.auth.is_done ||
	    s.auth.failures > SMTPAUTH_FAILURES_MAX)
		abort();
	session_finish(&s);
	check_replies(out);
	if (close(in) < 0 || close(out) < 0)
		abort();
	return 0;
}
