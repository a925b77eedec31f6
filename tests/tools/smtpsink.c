/*
 * smtpsink: an SMTP server that does what a script says.
 *	usage: smtpsink [options] [script ...]
 * Prints the port it listens on and a line end (one write, before the first
 * connection can come in), then serves until its time is over, it got SIGTERM,
 * or -n connections have ended; exits 0.  Without a script it accepts all.
 *	smtpsink -t 20 -r "$T/got" "$T/script" > "$T/port" &
 *	await 5 test -s "$T/port"
 *
 *   -a ADDRESS  listen there (127.0.0.1; also ::1 and others)
 *   -p PORT     port (0: any free one)
 *   -t SECONDS  end after that long (60)
 *   -n COUNT    end when that many connections have ended (0: never)
 *   -c COUNT    connections at once (40); more wait in the backlog
 *   -r DIR      record: DIR/1, DIR/2, ... are the exact bytes that connection
 *               1, 2, ... received.  DIR/N appears when connection N is over
 *               (until then it is DIR/N.part): await it, then look.
 *   -m DIR      store accepted messages: DIR/N.K for message K of connection N
 *               (LF line ends, dots undone) and DIR/N.K.env, the argument of
 *               MAIL and of each accepted RCPT, one a line; the message appears
 *               last, complete, before the reply that accepts it.
 *   -f          full: fill the backlog and never accept: connections to it
 *               time out (Linux)
 *
 * With several scripts the first connection follows the first one, and so on;
 * the last serves all that come later.  A connection that comes in begins its
 * script anew.  Lines of a script (empty ones and # comments are skipped):
 *
 *	WHEN [!action [number]] [reply]
 *
 * WHEN is `greeting`, `text` (after the final dot), a verb in upper case, or
 * `*` for any other verb.  VERB=PART only fits commands that contain PART
 * (without blanks): `RCPT=bob@ 550 no`.  Of several lines that fit, the first
 * unused one is taken; when all are used, the last one again.
 * The reply gets CR LF at its end; it may contain \r \n \0 \t \\ \xHH, so a
 * reply of two lines is `250-one\r\n250 two`; an empty one is not sent.
 * Actions:
 *	!raw              send the reply without CR LF
 *	!close            send the reply, then close
 *	!reset            send the reply, then close with a TCP reset
 *	!silent           send nothing, and read on
 *	!stall            send the reply, then neither read nor write any more
 *	                  (until the end: the record stays DIR/N.part)
 *	!delay MS         wait, then send the reply
 *	!drip MS          send the reply one byte every MS milliseconds
 *	!endless          send the reply again and again
 *	!endlessdrip MS   both
 *	!fill N           send the reply, N times `x`, CR LF
 *	!closeafter N     send the reply, read N more bytes, close
 *	!resetafter N     send the reply, read N more bytes, reset
 *
 * Example: the second recipient is refused, the third kills the connection.
 *	RCPT 250 ok
 *	RCPT 550-no such user\r\n550 really
 *	RCPT !close
 */
#include <sys/socket.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "lib/ascii.h"
#include "lib/buf.h"
#include "lib/deadline.h"
#include "lib/err.h"
#include "lib/fd.h"
#include "lib/io.h"
#include "lib/ip.h"
#include "lib/num.h"
#include "lib/os.h"
#include "lib/prog.h"
#include "lib/sig.h"
#include "tests/tools/smtpscript.h"

#define LINE_MAX_BYTES 100000	/* of a command */
#define CONNECTIONS_MAX 1000
#define SECONDS_MAX 86400

/* What happens where the script is silent. */
static const struct { const char *when, *reply; enum action action; }
defaults[] = {
	{ "greeting", "220 sink.example ESMTP", ACT_SEND },
	{ "HELO", "250 sink.example", ACT_SEND },
	{ "EHLO", "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n"
	    "250-SMTPUTF8\r\n250 SIZE", ACT_SEND },
	{ "MAIL", "250 ok", ACT_SEND },
	{ "RCPT", "250 ok", ACT_SEND },
	{ "DATA", "354 go ahead", ACT_SEND },
	{ "text", "250 ok queued", ACT_SEND },
	{ "RSET", "250 ok", ACT_SEND },
	{ "NOOP", "250 ok", ACT_SEND },
	{ "QUIT", "221 bye", ACT_CLOSE },
};

struct session {
	struct in in;
	struct out out;
	int record_fd;			/* -1: none */
	uint64_t id, nmessages;
	struct smtpscript script;
	struct buf envelope, message;
	bool is_over;
};

/* options */
static const char *address = "127.0.0.1", *record_dir, *message_dir;
static uint64_t port, seconds = 60, count, at_once = 40;
static bool is_full;
/* children */
static pid_t children[CONNECTIONS_MAX];
static size_t nchildren;

static struct session session;
static char in_space[IO_SIZE], out_space[IO_SIZE];

/* ---- one connection ---- */

static void
sleep_ms(uint64_t ms)
{
	struct timespec ts = { .tv_sec = (time_t)(ms / 1000),
	    .tv_nsec = (long)(ms % 1000) * 1000000 };

	nanosleep(&ts, NULL);
}

static void
record(struct session *s, struct view v)
{
	if (s->record_fd >= 0 && io_write_all(s->record_fd, v.p, v.len) < 0)
		die_sys("unable to write to ", record_dir);
}

static void
end_by_reset(struct session *s)
{
	struct linger l = { .l_onoff = 1, .l_linger = 0 };

	if (setsockopt(s->in.fd, SOL_SOCKET, SO_LINGER, &l, sizeof(l)) < 0)
		die_sys("unable to reset");
	s->is_over = true;
}

static void
drip(struct session *s, struct view v, uint64_t ms)
{
	for (size_t i = 0; i < v.len && out_error(&s->out) == 0; i++) {
		out_putc(&s->out, v.p[i]);
		if (out_flush(&s->out) < 0)
			s->is_over = true;
		sleep_ms(ms);
	}
}

static void
read_bytes(struct session *s, uint64_t n)
{
	struct view v;

	if (out_flush(&s->out) < 0)
		s->is_over = true;
	while (n > 0 && in_peek(&s->in, &v) > 0) {
		v = view_upto(v, n < v.len ? (size_t)n : v.len);
		record(s, v);
		in_skip(&s->in, v.len);
		n -= v.len;
	}
}

/* The reply of a step as it goes out, and what comes after it. */
static void
act(struct session *s, enum action action, uint64_t n, struct buf *reply)
{
	struct out *out = &s->out;

	if (action == ACT_SILENT)
		return;
	if (reply->len > 0 && action != ACT_RAW && action != ACT_FILL)
		buf_puts(reply, "\r\n");
	if (action == ACT_DELAY)
		sleep_ms(n);
	do {
		if (action == ACT_DRIP || action == ACT_ENDLESSDRIP)
			drip(s, buf_view(reply), n);
		else
			out_putv(out, buf_view(reply));
	} while ((action == ACT_ENDLESS || action == ACT_ENDLESSDRIP) &&
	    out_error(out) == 0 && reply->len > 0);
	if (action == ACT_FILL) {
		while (n-- > 0)
			out_putc(out, 'x');
		out_puts(out, "\r\n");
	}
	if (action == ACT_CLOSEAFTER || action == ACT_RESETAFTER)
		read_bytes(s, n);
	if (out_flush(out) < 0)
		s->is_over = true;
	while (action == ACT_STALL)
		pause();		/* until the alarm */
	if (action == ACT_RESET || action == ACT_RESETAFTER)
		end_by_reset(s);
	if (action == ACT_CLOSE || action == ACT_CLOSEAFTER)
		s->is_over = true;
}

/* The text as it came, to LF line ends without doubled dots. */
static void
undo_dots(struct view wire, struct buf *b)
{
	bool at_start = true;

	for (size_t i = 0; i < wire.len; i++) {
		if (wire.p[i] == '\r' && i + 1 < wire.len &&
		    wire.p[i + 1] == '\n') {
			buf_putc(b, '\n');
			i++;
			at_start = true;
			continue;
		}
		if (!(at_start && wire.p[i] == '.'))
			buf_putc(b, wire.p[i]);
		at_start = false;
	}
}

static void
write_file(const char *suffix, struct view v)
{
	struct buf name = BUF_INIT, new = BUF_INIT;
	int fd;

	buf_cat(&name, message_dir, "/");
	buf_put_u64(&name, session.id);
	buf_putc(&name, '.');
	buf_put_u64(&name, session.nmessages);
	buf_puts(&name, suffix);
	buf_cat(&new, name.p, ".new");
	fd = open(new.p, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd < 0 || io_write_all(fd, v.p, v.len) < 0 ||
	    rename(new.p, name.p) < 0)
		die_sys("unable to write ", name.p);
	close(fd);
	buf_free(&name);
	buf_free(&new);
}

static void
store_message(struct session *s)
{
	struct buf text = BUF_INIT;

	if (message_dir == NULL)
		return;
	/* without the CR LF that stood before it and the final `.` CR LF */
	undo_dots(view_make(s->message.p + 2, s->message.len - 5), &text);
	s->nmessages++;
	write_file(".env", buf_view(&s->envelope));
	write_file("", buf_view(&text));
	buf_free(&text);
}

/* Do what is due; returns the first digit of the reply, 0 if none went out. */
static int
answer(struct session *s, const char *when, struct view line)
{
	struct step *step = smtpscript_find(&s->script, when, line);
	struct buf reply = BUF_INIT;
	enum action action = ACT_SEND;
	uint64_t n = 0;
	int digit;

	if (step == NULL && ascii_is_upper(when[0]))
		step = smtpscript_find(&s->script, "*", line);
	if (step != NULL) {
		buf_set(&reply, buf_view(&step->reply));
		action = step->action;
		n = step->number;
	}
	for (size_t i = 0; step == NULL && i < NELEM(defaults); i++)
		if (strcmp(defaults[i].when, when) == 0) {
			buf_sets(&reply, defaults[i].reply);
			action = defaults[i].action;
		}
	if (step == NULL && reply.len == 0)
		buf_sets(&reply, "502 unimplemented");
	digit = action == ACT_SILENT ? 0 : reply.p[0];
	/* before it: who hears of it looks at once */
	if (digit == '2' && strcmp(when, "text") == 0)
		store_message(s);
	act(s, action, n, &reply);
	buf_free(&reply);
	return digit;
}

/* One byte of the text: true at the byte that ends it. */
static bool
text_byte(struct buf *message, char c)
{
	static const char end[] = "\r\n.\r\n";
	size_t len;

	buf_putc(message, c);
	len = message->len;
	return len >= 5 && memcmp(message->p + len - 5, end, 5) == 0;
}

static void
read_text(struct session *s)
{
	struct view v;
	bool has_end = false;

	buf_sets(&s->message, "\r\n");	/* the text begins at a line start */
	while (!has_end && in_peek(&s->in, &v) > 0) {
		size_t n = 0;
		while (n < v.len && !has_end)
			has_end = text_byte(&s->message, v.p[n++]);
		record(s, view_upto(v, n));
		in_skip(&s->in, n);
	}
	if (!has_end)
		s->is_over = true;
	else
		(void)answer(s, "text", VIEW_EMPTY);	/* all is done */
}

static void
envelope_add(struct session *s, struct view line)
{
	buf_putv(&s->envelope, view_from(line, 5));
	buf_putc(&s->envelope, '\n');
}

static void
obey(struct session *s, struct view line)
{
	struct buf verb = BUF_INIT;
	int digit;

	buf_set(&verb, view_upto(line, view_chr(line, ' ')));
	for (size_t i = 0; i < verb.len; i++)
		if (ascii_is_lower(verb.p[i]))
			verb.p[i] = (char)(verb.p[i] - 'a' + 'A');
	digit = answer(s, verb.p, line);
	if (strcmp(verb.p, "MAIL") == 0 && digit == '2') {
		buf_clear(&s->envelope);
		envelope_add(s, line);
	} else if (strcmp(verb.p, "RCPT") == 0 && digit == '2')
		envelope_add(s, line);
	else if (strcmp(verb.p, "DATA") == 0 && digit == '3' && !s->is_over)
		read_text(s);
	buf_free(&verb);
}

static void
converse(struct session *s)
{
	struct buf line = BUF_INIT;

	(void)answer(s, "greeting", VIEW_EMPTY);	/* its digit: no use */
	while (!s->is_over && in_line(&s->in, &line, LINE_MAX_BYTES) > 0) {
		record(s, buf_view(&line));
		record(s, VIEW_LIT("\n"));
		if (line.len > 0 && line.p[line.len - 1] == '\r')
			buf_cut(&line, line.len - 1);
		obey(s, buf_view(&line));
	}
	if (!s->is_over)
		record(s, buf_view(&line));	/* an end without LF */
	buf_free(&line);
}

static void
record_name(struct buf *b, uint64_t id, const char *suffix)
{
	buf_cat(b, record_dir, "/");
	buf_put_u64(b, id);
	buf_puts(b, suffix);
}

static noreturn void
serve(int fd, uint64_t id)
{
	struct buf part = BUF_INIT, name = BUF_INIT;

	session.in = (struct in)IN_INIT(fd, in_space);
	session.out = (struct out)OUT_INIT(fd, out_space);
	session.in.flush_first = &session.out;
	session.envelope = session.message = (struct buf)BUF_INIT;
	session.id = id;
	session.record_fd = -1;
	if (record_dir != NULL) {
		record_name(&part, id, ".part");
		record_name(&name, id, "");
		session.record_fd = open(part.p, O_WRONLY | O_CREAT | O_TRUNC,
		    0644);
		if (session.record_fd < 0)
			die_sys("unable to create ", part.p);
	}
	converse(&session);
	if (record_dir != NULL && rename(part.p, name.p) < 0)
		die_sys("unable to rename ", part.p);
	exit(0);
}

/* ---- the listener ---- */

static int
listen_there(void)
{
	struct ip ip;
	struct sockaddr_storage ss;
	socklen_t len;
	int fd, one = 1;
	unsigned got;

	if (ip_scan(view_of(address), &ip) < 0)
		die_usage("smtpsink: -a wants an address");
	ip_to_sockaddr(&ip, (unsigned)port, &ss, &len);
	fd = socket(ss.ss_family, SOCK_STREAM, 0);
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one,
	    sizeof(one)) < 0 || bind(fd, (struct sockaddr *)&ss, len) < 0 ||
	    listen(fd, is_full ? 0 : 128) < 0)
		die_sys("unable to listen on ", address);
	len = sizeof(ss);
	if (getsockname(fd, (struct sockaddr *)&ss, &len) < 0 ||
	    ip_from_sockaddr(&ss, &ip, &got) < 0)
		die_sys("unable to find the port");
	port = got;
	return fd;
}

/* Occupy the places of the backlog: SYNs that come after are dropped. */
static void
fill_backlog(int listen_fd)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);

	if (getsockname(listen_fd, (struct sockaddr *)&ss, &len) < 0)
		die_sys("unable to find the port");
	for (int i = 0; i < 4; i++) {
		int fd = socket(ss.ss_family, SOCK_STREAM, 0);
		if (fd < 0 || fd_set_nonblock(fd) < 0)
			die_sys("unable to fill the backlog");
		if (connect(fd, (struct sockaddr *)&ss, len) < 0 &&
		    errno != EINPROGRESS)
			die_sys("unable to fill the backlog");
	}
	sleep_ms(50);		/* loopback handshakes are done by now */
}

static void
say_port(void)
{
	struct buf b = BUF_INIT;

	buf_put_u64(&b, port);
	buf_putc(&b, '\n');
	if (io_write_all(1, b.p, b.len) < 0)
		die_sys("unable to print the port");
	buf_free(&b);
}

static void
reap(uint64_t *ended)
{
	pid_t pid;

	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
		for (size_t i = 0; i < nchildren; i++)
			if (children[i] == pid) {
				children[i--] = children[--nchildren];
				(*ended)++;
			}
}

static void
start_child(int listen_fd, uint64_t id, char **scripts, int nscripts)
{
	int fd = os_accept(listen_fd, NULL, NULL);
	pid_t pid;

	if (fd < 0)
		return;			/* the peer has gone already */
	pid = fork();
	if (pid < 0)
		die_sys("unable to fork");
	if (pid > 0) {
		children[nchildren++] = pid;
		close(fd);
		return;
	}
	close(listen_fd);
	sig_default(SIGTERM);
	sig_default(SIGALRM);
	alarm((unsigned)seconds);
	if (nscripts > 0)
		smtpscript_load(&session.script, scripts[id <=
		    (uint64_t)nscripts ? id - 1 : (uint64_t)nscripts - 1]);
	serve(fd, id);
}

static void
listen_loop(int listen_fd, char **scripts, int nscripts)
{
	struct deadline until = deadline_in_s((int64_t)seconds);
	struct pollfd pfd[2] = { { .fd = sig_fd(), .events = POLLIN },
	    { .fd = listen_fd, .events = POLLIN } };
	uint64_t id = 0, ended = 0;

	while (!deadline_is_past(&until) && (count == 0 || ended < count)) {
		bool may_accept = !is_full && nchildren < at_once;
		if (poll(pfd, may_accept ? 2 : 1, deadline_poll_ms(&until)) < 0)
			pfd[0].revents = pfd[1].revents = 0;	/* EINTR */
		sig_drain();
		if (sig_take(SIGTERM))
			break;
		(void)sig_take(SIGCHLD);	/* reap() looks anyway */
		reap(&ended);
		if (may_accept && (pfd[1].revents & POLLIN) != 0)
			start_child(listen_fd, ++id, scripts, nscripts);
	}
	for (size_t i = 0; i < nchildren; i++)
		kill(children[i], SIGTERM);
}

static uint64_t
number(const char *text, uint64_t max)
{
	uint64_t n = 0;

	if (num_scan(view_of(text), max, &n) < 0)
		die_perm("bad number: ", text);
	return n;
}

static void
read_options(int argc, char **argv)
{
	int c;

	while ((c = getopt(argc, argv, "a:p:t:n:c:r:m:f")) != -1)
		switch (c) {
		case 'a': address = optarg; break;
		case 'p': port = number(optarg, 65535); break;
		case 't': seconds = number(optarg, SECONDS_MAX); break;
		case 'n': count = number(optarg, UINT32_MAX); break;
		case 'c': at_once = number(optarg, CONNECTIONS_MAX); break;
		case 'r': record_dir = optarg; break;
		case 'm': message_dir = optarg; break;
		case 'f': is_full = true; break;
		default:
			die_usage("smtpsink [-f] [-a address] [-p port] [-t sec"
			    "onds] [-n count] [-c count] [-r dir] [-m dir] "
			    "[script ...]");
		}
}

int
main(int argc, char **argv)
{
	int fd;

	prog_init("smtpsink", oom_exit);
	read_options(argc, argv);
	for (int i = optind; i < argc; i++)	/* complain now, not later */
		smtpscript_load(&session.script, argv[i]);
	session.script.nsteps = 0;
	sig_ignore(SIGPIPE);
	if (sig_watch(SIGTERM) < 0 || sig_watch(SIGCHLD) < 0)
		die_sys("unable to watch signals");
	fd = listen_there();
	if (is_full)
		fill_backlog(fd);
	say_port();
	listen_loop(fd, argv + optind, argc - optind);
	return 0;
}
