#include "local/job.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/file.h"
#include "local/hops.h"
#include "mail/maildir_list.h"
#include "local/site.h"
#include "tests/scratch.h"
#include "tests/tap.h"

static struct local_site site;
static struct local_job job;
static int message = -1;

static int
make(const char *name, const char *text)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || io_write_all(fd, text, strlen(text)) < 0)
		return -1;
	return close(fd);
}

static void
run_in(const char *home, const char *ext, const char *sender)
{
	job.args = (struct local_args){ .user = "joe", .home = home,
	    .local = ext, .dash = "-", .ext = ext, .host = "x.example",
	    .sender = sender, .fallback = "#" };
	job.site = &site;
	job.message = message;
	job.report_out = 1;
	job.report_err = 2;
	local_job_run(&job);
}

static void
run(const char *ext, const char *sender)
{
	run_in(scratch_path, ext, sender);
}

/* One struct, many jobs: nothing of one is seen by the next. */
static void
test_many(void)
{
	CHECK_INT("message", make("message", "Subject: x\n\nb\n"), 0);
	message = open("message", O_RDONLY | O_CLOEXEC);
	CHECK_INT("maildir", maildir_make("box"), 0);
	CHECK_INT("box", make(".qmail-box", "./box/\n./box/\n"), 0);
	CHECK_INT("prog", make(".qmail-a-default",
	    "|test \"$DEFAULT.$SENDER.$NEWSENDER.${WHO-}\" = \"$EXT2.s..\" || "
	    "test \"$DEFAULT.$SENDER.$NEWSENDER\" = \"$EXT2.t.t\"\n"), 0);
	CHECK_INT("x", make(".qmail-x", "a@b\n./box/\n"), 0);
	CHECK_INT("x", chmod(".qmail-x", 0700), 0);

	site_init(&site);
	/* and not what this host's control files say */
	site.patrn = DOTQMAIL_PATRN;
	site.has_patrn = site.has_program_s = true;
	local_job_init(&job);
	for (int i = 0; i < 3; i++) {
		run("none", "s");
		CHECK_INT("none", job.code, EXIT_PERM);
		CHECK_VIEW("why", buf_view(&job.report),
		    "Sorry, no mailbox here by that name. (#5.1.1)\n");
		CHECK_VIEW("nothing said", buf_view(&job.said), "");
		local_job_reset(&job);

		run("box", "s");
		CHECK_INT("box", job.code, EXIT_OK);
		CHECK_INT("no report", job.report.len, 0);
		CHECK_VIEW("two", buf_view(&job.said), "did 2+0+0\n");
		local_job_reset(&job);

		run(i % 2 == 0 ? "a-b" : "a-c", "t");
		CHECK_INT("environment", job.code, EXIT_OK);
		CHECK_VIEW("one program", buf_view(&job.said), "did 0+0+1\n");
		local_job_reset(&job);

		run("x", "s");
		CHECK_INT("x bit", job.code, EXIT_TEMP);
		CHECK_VIEW("why", buf_view(&job.report), "Uh-oh: .qmail has "
		    "file delivery but has x bit set. (#4.7.0)\n");
		local_job_reset(&job);
	}
	struct maildir_list l = MAILDIR_LIST_INIT;
	CHECK_INT("scan", maildir_scan(&l, "box", 100), 0);
	CHECK_INT("six, each with a name of its own", l.len, 6);
	maildir_list_free(&l);
	CHECK_INT("the process's environment is its own",
	    getenv("NEWSENDER") == NULL, 1);
}

/* A home that was exchanged is entered anew. */
static void
test_home(void)
{
	struct buf home = BUF_INIT;

	buf_cat(&home, scratch_path, "/home");
	CHECK_INT("home", mkdir("home", 0700) | mkdir("next", 0700), 0);
	CHECK_INT("make", make("home/.qmail-a", "#\n"), 0);
	CHECK_INT("make", make("next/.qmail-b", "#\n"), 0);
	run_in(home.p, "a", "s");
	CHECK_INT("the one", job.code, EXIT_OK);
	local_job_reset(&job);
	run_in(home.p, "b", "s");
	CHECK_INT("no other", job.code, EXIT_PERM);
	local_job_reset(&job);
	CHECK_INT("up", chdir(scratch_path), 0);
	CHECK_INT("exchange", rename("home", "old") | rename("next", "home"),
	    0);
	run_in(home.p, "b", "s");
	CHECK_INT("the other", job.code, EXIT_OK);
	local_job_reset(&job);
	CHECK_INT("up", chdir(scratch_path), 0);
	CHECK_INT("remove", rename("home", "next"), 0);
	run_in(home.p, "b", "s");
	CHECK_INT("none", job.code, EXIT_TEMP);
	CHECK_INT("said", view_has_prefix(buf_view(&job.report),
	    VIEW_LIT("Unable to switch to ")), 1);
	local_job_reset(&job);
	CHECK_INT("up", chdir(scratch_path), 0);
	buf_free(&home);
}

/* Equal jobs of a batch share what is found; others find their own. */
static void
test_batch(void)
{
	static const struct {
		const char *ext, *text;
		int want;
		bool is_forward_only;
	} cases[] = {
		{ "x", "a@b\n./box/\n", 0, true },
		{ "X", "a@b\n./box/\n", 0, true },
		{ "box", "./box/\n./box/\n", 0, false },
		{ "box", "./box/\n./box/\n", 0, false },
		{ "none", "", -1, false },
		{ "box", "./box/\n./box/\n", 0, false },
		{ "empty", "#", 0, false },
		{ "empty", "#", 0, false },
		{ "x", "a@b\n./box/\n", 0, true },
	};
	struct local_job jobs[NELEM(cases)];

	CHECK_INT("empty", make(".qmail-empty", ""), 0);
	CHECK_INT("with x", chmod(".qmail-empty", 0700), 0);
	site.is_batching = true;
	for (size_t i = 0; i < NELEM(cases); i++) {
		local_job_init(&jobs[i]);
		jobs[i].args = (struct local_args){ .user = "joe",
		    .home = scratch_path, .local = "joe", .dash = "-",
		    .ext = cases[i].ext, .host = "x.example", .sender = "s",
		    .fallback = "#" };
		jobs[i].site = &site;
		jobs[i].message = message;
		CHECK_INT(cases[i].ext, local_job_prepare(&jobs[i]),
		    cases[i].want);
		CHECK_STR(cases[i].ext, buf_view(&jobs[i].qmail.text),
		    cases[i].text);
		CHECK_INT(cases[i].ext, jobs[i].is_forward_only,
		    cases[i].is_forward_only);
	}
	CHECK_INT("home", jobs[3].here.st_ino, jobs[0].here.st_ino);
	for (size_t i = 0; i < NELEM(cases); i++)
		local_job_free(&jobs[i]);
	site.is_batching = false;
	site.model = NULL;
}

static void
test_report_is_bounded(void)
{
	static char ext[8000];

	memset(ext, 'a', sizeof(ext) - 1);
	CHECK_INT("make", mkdir("dir", 0700), 0);
	run(ext, "s");
	CHECK_INT("too long a name", job.code, EXIT_PERM);
	local_job_reset(&job);
	CHECK_INT("fail", local_temp(&job, "x", ext), -1);
	CHECK_INT("cut", job.report.len, LOCAL_REPORT_MAX);
	CHECK(job.report.p[LOCAL_REPORT_MAX - 1] == '\n');
	local_job_reset(&job);
}

static const struct { const char *name, *in; enum hops want; } headers[] = {
	/* spec: delivery.md 2.4 */
	{ "empty", "", HOPS_FINE },
	{ "the line", "Delivered-To: me@x\n", HOPS_LOOP },
	{ "unfinished", "Delivered-To: me@x", HOPS_FINE },
	{ "other case", "delivered-to: me@x\n", HOPS_FINE },
	{ "other host", "Delivered-To: me@X\n", HOPS_FINE },
	{ "CR", "Delivered-To: me@x\r\n", HOPS_FINE },
	{ "longer and shorter", "Delivered-To: me@xy\nDelivered-To: me@\n", HOPS_FINE },
	{ "in the body", "\nDelivered-To: me@x\n", HOPS_FINE },
	{ "behind a long line", "a: 01234567890123456789\nDelivered-To: me@x\n", HOPS_LOOP },
	{ "behind what is no header", " x\nnothing\nDelivered-To: me@x\n", HOPS_LOOP },
};

static void
test_hops(void)
{
	char space[16];

	for (size_t i = 0; i < NELEM(headers); i++) {
		CHECK_INT("make", make("header", headers[i].in), 0);
		struct in in = IN_INIT(file_open_read("header"), space);
		CHECK_INT(headers[i].name, hops_check(&in,
		    VIEW_LIT("Delivered-To: me@x\n")), headers[i].want);
		(void)close(in.fd);
	}
	struct in bad = IN_INIT(-1, space);
	CHECK_INT("no descriptor", hops_check(&bad, VIEW_LIT("x\n")),
	    HOPS_ERROR);
}

int
main(void)
{
	if (scratch_enter() < 0)
		return 1;
	maildir_names_init(&site.names);
	test_many();
	test_batch();
	test_home();
	test_report_is_bounded();
	test_hops();
	local_job_free(&job);
	(void)close(message);
	return scratch_leave() < 0 ? 1 : tap_end();
}
