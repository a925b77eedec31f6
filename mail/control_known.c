#include "mail/control_known.h"

#include <limits.h>

#include "lib/ascii.h"
#include "lib/attr.h"
#include "lib/num.h"
#include "mail/control.h"

#define MAY_SEND "SMTP clients may send messages to recipients at "
#define OTHERS "Known to other builds; not used here."
#define SCRIPTS "Read by run scripts only."
#define HELPERS "Read by helpers for TLS only."

static const struct control_known stock[] = {
	{ "badmailfrom", CONTROL_LIST, "Any MAIL FROM is allowed.",
	    "", " not accepted in MAIL FROM." },
	{ "bouncefrom", CONTROL_LINE, "MAILER-DAEMON",
	    "Bounce user name is ", "." },
	{ "bouncehost", CONTROL_LINE_ME, "bouncehost",
	    "Bounce host name is ", "." },
	{ "concurrencylocal", CONTROL_INT, "10",
	    "Local concurrency is ", "." },
	{ "concurrencyremote", CONTROL_INT, "20",
	    "Remote concurrency is ", "." },
	{ "databytes", CONTROL_INT, "0", "SMTP DATA limit is ", " bytes." },
	{ "defaultdomain", CONTROL_LINE_ME, "defaultdomain",
	    "Default domain name is ", "." },
	{ "defaulthost", CONTROL_LINE_ME, "defaulthost",
	    "Default host name is ", "." },
	{ "doublebouncehost", CONTROL_LINE_ME, "doublebouncehost",
	    "2B recipient host: ", "." },
	{ "doublebounceto", CONTROL_LINE, "postmaster",
	    "2B recipient user: ", "." },
	{ "envnoathost", CONTROL_LINE_ME, "envnoathost",
	    "Presumed domain name is ", "." },
	{ "helohost", CONTROL_LINE_ME, "helohost",
	    "SMTP client HELO host name is ", "." },
	{ "idhost", CONTROL_LINE_ME, "idhost",
	    "Message-ID host name is ", "." },
	{ "localiphost", CONTROL_LINE_ME, "localiphost",
	    "Local IP address becomes ", "." },
	{ "locals", CONTROL_LIST, "Messages for me are delivered locally.",
	    "Messages for ", " are delivered locally." },
	{ "me", CONTROL_LINE, "undefined! Uh-oh", "My name is ", "." },
	{ "percenthack", CONTROL_LIST, "The percent hack is not allowed.",
	    "The percent hack is allowed for user%host@", "." },
	{ "plusdomain", CONTROL_LINE_ME, "plusdomain",
	    "Plus domain name is ", "." },
	{ "qmqpservers", CONTROL_LIST, "No QMQP servers.",
	    "QMQP server: ", "." },
	{ "queuelifetime", CONTROL_INT, "604800",
	    "Message lifetime in the queue is ", " seconds." },
	{ "rcpthosts", CONTROL_LIST,
	    "SMTP clients may send messages to any recipient.",
	    MAY_SEND, "." },
	{ "morercpthosts", CONTROL_LIST, "No effect.", MAY_SEND, "." },
	{ "morercpthosts.cdb", CONTROL_CDB, "morercpthosts", "", "" },
	{ "smtpgreeting", CONTROL_LINE_ME, "smtpgreeting",
	    "SMTP greeting: 220 ", "." },
	{ "smtproutes", CONTROL_MAP, "No artificial SMTP routes.",
	    "SMTP route: ", "" },
	{ "timeoutconnect", CONTROL_INT, "60",
	    "SMTP client connection timeout is ", " seconds." },
	{ "timeoutremote", CONTROL_INT, "1200",
	    "SMTP client data timeout is ", " seconds." },
	{ "timeoutsmtpd", CONTROL_INT, "1200",
	    "SMTP server data timeout is ", " seconds." },
	{ "virtualdomains", CONTROL_MAP, "No virtual domains.",
	    "Virtual domain: ", "" },
};

static const struct control_known ours[] = {
	{ "accountdomains", CONTROL_LIST, "No host has accounts alone.",
	    "Only accounts exist at ", "." },
	{ "authsenders", CONTROL_MAP, "No relay by sender.",
	    "Relay by sender: ", "" },
	{ "badhelo", CONTROL_LIST, "Any HELO is allowed.",
	    "", " not accepted in HELO." },
	{ "badhelonorelay", CONTROL_LIST, "Any HELO is allowed.",
	    "", " not accepted in HELO, but from relay clients." },
	{ "badmailfromnorelay", CONTROL_LIST, "Any MAIL FROM is allowed.",
	    "", " not accepted in MAIL FROM, but from relay clients." },
	{ "badmailto", CONTROL_LIST, "Any RCPT TO is allowed.",
	    "", " not accepted in RCPT TO." },
	{ "badmailtonorelay", CONTROL_LIST, "Any RCPT TO is allowed.",
	    "", " not accepted in RCPT TO, but from relay clients." },
	{ "badrcptto", CONTROL_LIST, "Any RCPT TO is allowed.",
	    "", " not accepted in RCPT TO." },
	{ "badrcpttonorelay", CONTROL_LIST, "Any RCPT TO is allowed.",
	    "", " not accepted in RCPT TO, but from relay clients." },
	{ "bouncefields", CONTROL_INT, "0",
	    "Header fields in bounces (0: no): ", "." },
	{ "bouncemaxbytes", CONTROL_INT, "0",
	    "A bounce has at most so much of the message (0: all): ",
	    " bytes." },
	{ "bouncesubject", CONTROL_LINE, "failure notice",
	    "Bounce subject is ", "." },
	{ "brtlimit", CONTROL_INT, "0",
	    "Bad recipients that end an SMTP session (0: never): ", "." },
	{ "concurrencyperhost", CONTROL_MAP, "Any number for each host.",
	    "Deliveries at once by host: ", "" },
	{ "domainbindings", CONTROL_MAP, "No local address by sender.",
	    "Local address by sender: ", "" },
	{ "doublebouncesubject", CONTROL_LINE, "failure notice",
	    "2B subject is ", "." },
	{ "leases", CONTROL_INT, "1",
	    "Processes may stay for several jobs (0: no): ", "." },
	{ "maxrcpt", CONTROL_INT, "0",
	    "Recipients of an SMTP message (0: any): ", "." },
	{ "moreipme", CONTROL_LIST, "No other addresses are mine.",
	    "Mine, too: ", "." },
	{ "morevalidrcptto.cdb", CONTROL_CDB, NULL, "", "" },
	{ "notipme", CONTROL_LIST, "All my addresses are mine.",
	    "Not mine: ", "." },
	{ "outgoingip", CONTROL_LINE, "0.0.0.0",
	    "SMTP client local address is ", "." },
	{ "patrn", CONTROL_LINE, "002",
	    "Mode bits that no home or .qmail file may have: ", "." },
	{ "pipelining", CONTROL_INT, "1",
	    "SMTP client says EHLO and uses PIPELINING (0: no): ", "." },
	{ "smtpdlog", CONTROL_INT, "0",
	    "SMTP server log (0: none, 1: results): ", "." },
	{ "tarpitcount", CONTROL_INT, "0",
	    "Recipients before the SMTP server slows down (0: never): ", "." },
	{ "tarpitdelay", CONTROL_INT, "5",
	    "SMTP server, slowed down, waits ", " seconds." },
	{ "timeoutprogram", CONTROL_INT, "0",
	    "Programs in .qmail files may take (0: any time) ", " seconds." },
	{ "validrcptto", CONTROL_LIST, "Any user name is accepted.",
	    "Existing recipient: ", "." },
	{ "validrcptto.cdb", CONTROL_CDB, NULL, "", "" },

	{ "aliasempty", CONTROL_OTHER, NULL, SCRIPTS, "" },
	{ "concurrencyincoming", CONTROL_OTHER, NULL, SCRIPTS, "" },
	{ "concurrencypop3", CONTROL_OTHER, NULL, SCRIPTS, "" },
	{ "defaultdelivery", CONTROL_OTHER, NULL, SCRIPTS, "" },
	{ "simcontrol", CONTROL_OTHER, NULL, "Read by simscan.", "" },
	{ "simcontrol.cdb", CONTROL_OTHER, NULL, "Read by simscan.", "" },
	{ "ssattach", CONTROL_OTHER, NULL, "Read by simscan.", "" },
	{ "tls", CONTROL_OTHER, NULL, HELPERS, "" },
	{ "servercert.pem", CONTROL_OTHER, NULL, HELPERS, "" },
	{ "servercerts", CONTROL_OTHER, NULL, HELPERS, "" },
	{ "clientca.pem", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "clientcert.pem", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "clientcrl.pem", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "notlshosts", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "notlshosts_auto", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "tlsclientciphers", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "tlsclients", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "tlshosts", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "tlsserverciphers", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "badmailpatterns", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "badrcptpatterns", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "dnsbllist", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "spfbehavior", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "spfexp", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "spfguess", CONTROL_OTHER, NULL, OTHERS, "" },
	{ "spfrules", CONTROL_OTHER, NULL, OTHERS, "" },
};

size_t
control_known_stock(void)
{
	return NELEM(stock);
}

size_t
control_known_count(void)
{
	return NELEM(stock) + NELEM(ours);
}

const struct control_known *
control_known_at(size_t i)
{
	return i < NELEM(stock) ? &stock[i] : &ours[i - NELEM(stock)];
}

const struct control_known *
control_known_find(const char *name)
{
	for (size_t i = 0; i < control_known_count(); i++)
		if (view_is(view_of(control_known_at(i)->name), name))
			return control_known_at(i);
	return NULL;
}

/* ---- what can be wrong ---- */

static const char *
fault_of_number(struct view line)
{
	uint64_t n = 0;
	size_t digits = num_scan_prefix(line, UINT64_MAX, &n);

	if (digits == 0)
		return "not a number, the default counts";
	if (digits < line.len)
		return "something behind the number, which is ignored";
	if (n > INT_MAX)
		return "the number is too large for other qmails";
	return NULL;
}

static const char *
fault_of_line(const struct control_known *k, struct view text)
{
	struct view line = view_upto(text, view_chr(text, '\n'));
	struct view more = view_trim_end(view_from(text, line.len));

	line = view_trim_end(line);
	/* an empty doublebounceto discards double bounces on purpose */
	if (line.len == 0 && view_is(view_of(k->name), "doublebounceto"))
		return NULL;
	if (line.len == 0)
		return k->kind == CONTROL_INT ?
		    "empty, the default counts" :
		    "empty: the empty string counts, not the default";
	if (k->kind == CONTROL_INT && fault_of_number(line) != NULL)
		return fault_of_number(line);
	if (more.len > 0)
		return "only the first line counts";
	return NULL;
}

static const char *
fault_of_list(const struct control_known *k, struct view text)
{
	struct view line;

	while (view_cut(&text, '\n', &line)) {
		line = view_trim_end(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		if (ascii_is_blank(line.p[0]))
			return "a line begins with blanks, which count";
		if (k->kind == CONTROL_MAP && !view_has_byte(line, ':'))
			return "a line without a colon, which is ignored";
	}
	return NULL;
}

static const char *
fault_of(const struct control_known *k, struct view text)
{
	switch (k->kind) {
	case CONTROL_LINE:
	case CONTROL_LINE_ME:
	case CONTROL_INT:
		return fault_of_line(k, text);
	case CONTROL_LIST:
	case CONTROL_MAP:
		return fault_of_list(k, text);
	case CONTROL_CDB:
	case CONTROL_OTHER:
		break;
	}
	return NULL;
}

static bool
has_entries(struct view text)
{
	struct view line;

	while (view_cut(&text, '\n', &line))
		if (view_trim_end(line).len > 0 && line.p[0] != '#')
			return true;
	return false;
}

void
control_known_check(const struct control_known *k, struct view text,
    bool missing, void (*say)(const char *name, const char *fault))
{
	bool is_hosts = view_is(view_of(k->name), "rcpthosts");

	if (missing && is_hosts)
		say(k->name, "missing: an open relay");
	if (missing && view_is(view_of(k->name), "me"))
		say(k->name, "missing");
	if (missing || k->kind == CONTROL_CDB || k->kind == CONTROL_OTHER)
		return;
	if (fault_of(k, text) != NULL)
		say(k->name, fault_of(k, text));
	if (is_hosts && !has_entries(text))
		say(k->name, "empty: no recipient is accepted");
	if (control_has_cr(text))
		say(k->name, "a line ends in CR, which counts");
	if (view_has_byte(text, '\0'))
		say(k->name, "contains NUL");
}
