# made by mk/genrules from the #include lines; do not edit
DIRS = account bench . deliver inject lib local mail mk relay remote send smtpd supervise tests/fuzz tests tests/tools tests/unit tls ucspi bin
PROGRAMS = \
	$(OUT)/bin/checkaccount \
	$(OUT)/bin/qmail-account \
	$(OUT)/bin/qmail-newaccounts \
	$(OUT)/bin/checkpassword \
	$(OUT)/bin/bouncesaying \
	$(OUT)/bin/condredirect \
	$(OUT)/bin/datemail \
	$(OUT)/bin/except \
	$(OUT)/bin/forward \
	$(OUT)/bin/maildir2mbox \
	$(OUT)/bin/maildirmake \
	$(OUT)/bin/predate \
	$(OUT)/bin/preline \
	$(OUT)/bin/qbiff \
	$(OUT)/bin/qreceipt \
	$(OUT)/bin/qmail-clean \
	$(OUT)/bin/qmail-getpw \
	$(OUT)/bin/qmail-inject \
	$(OUT)/bin/qmail-local \
	$(OUT)/bin/qmail-lspawn \
	$(OUT)/bin/qmail-newmrh \
	$(OUT)/bin/qmail-newu \
	$(OUT)/bin/qmail-pop3d \
	$(OUT)/bin/qmail-popup \
	$(OUT)/bin/qmail-pw2u \
	$(OUT)/bin/qmail-qmqpc \
	$(OUT)/bin/qmail-qmqpd \
	$(OUT)/bin/qmail-qmtpd \
	$(OUT)/bin/qmail-qread \
	$(OUT)/bin/qmail-qstat \
	$(OUT)/bin/qmail-queue \
	$(OUT)/bin/qmail-remote \
	$(OUT)/bin/qmail-rspawn \
	$(OUT)/bin/qmail-send \
	$(OUT)/bin/qmail-showctl \
	$(OUT)/bin/qmail-smtpd \
	$(OUT)/bin/qmail-start \
	$(OUT)/bin/qmail-tcpok \
	$(OUT)/bin/qmail-tcpto \
	$(OUT)/bin/queue-fix \
	$(OUT)/bin/relay-ctrl-age \
	$(OUT)/bin/relay-ctrl-allow \
	$(OUT)/bin/relay-ctrl-chdir \
	$(OUT)/bin/relay-ctrl-check \
	$(OUT)/bin/relay-ctrl-send \
	$(OUT)/bin/relay-ctrl-udp \
	$(OUT)/bin/sendmail \
	$(OUT)/bin/splogger \
	$(OUT)/bin/confine \
	$(OUT)/bin/envdir \
	$(OUT)/bin/envuidgid \
	$(OUT)/bin/fghack \
	$(OUT)/bin/multilog \
	$(OUT)/bin/pgrphack \
	$(OUT)/bin/readproctitle \
	$(OUT)/bin/setlock \
	$(OUT)/bin/setuidgid \
	$(OUT)/bin/softlimit \
	$(OUT)/bin/supervise \
	$(OUT)/bin/svc \
	$(OUT)/bin/svok \
	$(OUT)/bin/svscan \
	$(OUT)/bin/svstat \
	$(OUT)/bin/svup \
	$(OUT)/bin/svwait \
	$(OUT)/bin/tai64n \
	$(OUT)/bin/tai64nlocal \
	$(OUT)/bin/tcp-env \
	$(OUT)/bin/addcr \
	$(OUT)/bin/argv0 \
	$(OUT)/bin/delcr \
	$(OUT)/bin/fixcrio \
	$(OUT)/bin/mconnect-io \
	$(OUT)/bin/proxy-env \
	$(OUT)/bin/rblsmtpd \
	$(OUT)/bin/recordio \
	$(OUT)/bin/tcpclient \
	$(OUT)/bin/tcprules \
	$(OUT)/bin/tcprulescheck \
	$(OUT)/bin/tcpserver \
	$(OUT)/bin/svscanboot \
	$(OUT)/bin/date@ \
	$(OUT)/bin/finger@ \
	$(OUT)/bin/http@ \
	$(OUT)/bin/mconnect \
	$(OUT)/bin/tcpcat \
	$(OUT)/bin/who@ \
	$(OUT)/bin/mailsubj
TLS_PROGRAMS = \
	$(OUT)/bin/qmail-tlsd
MK_TOOLS = \
	$(OUT)/mk/private \
	$(OUT)/mk/rehome
UNIT_TESTS = \
	$(OUT)/tests/unit/account \
	$(OUT)/tests/unit/address \
	$(OUT)/tests/unit/base64 \
	$(OUT)/tests/unit/buf \
	$(OUT)/tests/unit/cdb \
	$(OUT)/tests/unit/child \
	$(OUT)/tests/unit/control \
	$(OUT)/tests/unit/date \
	$(OUT)/tests/unit/dest \
	$(OUT)/tests/unit/dns \
	$(OUT)/tests/unit/dotqmail \
	$(OUT)/tests/unit/early \
	$(OUT)/tests/unit/env \
	$(OUT)/tests/unit/fd \
	$(OUT)/tests/unit/handover \
	$(OUT)/tests/unit/hangup \
	$(OUT)/tests/unit/hash \
	$(OUT)/tests/unit/header \
	$(OUT)/tests/unit/header_address \
	$(OUT)/tests/unit/ident \
	$(OUT)/tests/unit/io \
	$(OUT)/tests/unit/ip \
	$(OUT)/tests/unit/lease \
	$(OUT)/tests/unit/limits \
	$(OUT)/tests/unit/local_job \
	$(OUT)/tests/unit/maildir \
	$(OUT)/tests/unit/maildir_list \
	$(OUT)/tests/unit/maildir_new \
	$(OUT)/tests/unit/mbox \
	$(OUT)/tests/unit/mem \
	$(OUT)/tests/unit/mx \
	$(OUT)/tests/unit/netstring \
	$(OUT)/tests/unit/num \
	$(OUT)/tests/unit/qpath \
	$(OUT)/tests/unit/qq_exit \
	$(OUT)/tests/unit/qq_session \
	$(OUT)/tests/unit/qstate \
	$(OUT)/tests/unit/qsweep \
	$(OUT)/tests/unit/queue \
	$(OUT)/tests/unit/received \
	$(OUT)/tests/unit/relay \
	$(OUT)/tests/unit/sandbox \
	$(OUT)/tests/unit/sasl \
	$(OUT)/tests/unit/send_batch \
	$(OUT)/tests/unit/send_done \
	$(OUT)/tests/unit/send_fresh \
	$(OUT)/tests/unit/send_route \
	$(OUT)/tests/unit/send_schedule \
	$(OUT)/tests/unit/send_sort \
	$(OUT)/tests/unit/send_syncs \
	$(OUT)/tests/unit/send_text \
	$(OUT)/tests/unit/setid \
	$(OUT)/tests/unit/smtp_line \
	$(OUT)/tests/unit/smtp_reply \
	$(OUT)/tests/unit/smtpd_command \
	$(OUT)/tests/unit/smtproute \
	$(OUT)/tests/unit/stay \
	$(OUT)/tests/unit/svmachine \
	$(OUT)/tests/unit/svstatus \
	$(OUT)/tests/unit/tai \
	$(OUT)/tests/unit/tcpto \
	$(OUT)/tests/unit/text \
	$(OUT)/tests/unit/users \
	$(OUT)/tests/unit/verdict \
	$(OUT)/tests/unit/view
TEST_TOOLS = \
	$(OUT)/tests/tools/alike \
	$(OUT)/tests/tools/await \
	$(OUT)/tests/tools/blackhole \
	$(OUT)/tests/tools/checktext \
	$(OUT)/tests/tools/conndrive \
	$(OUT)/tests/tools/crypttest \
	$(OUT)/tests/tools/dnsq \
	$(OUT)/tests/tools/dnsserver \
	$(OUT)/tests/tools/fakeclean \
	$(OUT)/tests/tools/fakeremote \
	$(OUT)/tests/tools/fakespawn \
	$(OUT)/tests/tools/flood \
	$(OUT)/tests/tools/guard \
	$(OUT)/tests/tools/hangfs \
	$(OUT)/tests/tools/ifaddr \
	$(OUT)/tests/tools/inetd \
	$(OUT)/tests/tools/killer \
	$(OUT)/tests/tools/leasedrive \
	$(OUT)/tests/tools/leasejobs \
	$(OUT)/tests/tools/leaseliar \
	$(OUT)/tests/tools/logcheck \
	$(OUT)/tests/tools/logsink \
	$(OUT)/tests/tools/logwait \
	$(OUT)/tests/tools/mailcheck \
	$(OUT)/tests/tools/memgrep \
	$(OUT)/tests/tools/nodelay \
	$(OUT)/tests/tools/passsock \
	$(OUT)/tests/tools/pop3drive \
	$(OUT)/tests/tools/pop3guess \
	$(OUT)/tests/tools/powercut \
	$(OUT)/tests/tools/ptytype \
	$(OUT)/tests/tools/ptywatch \
	$(OUT)/tests/tools/qcheck \
	$(OUT)/tests/tools/qguess \
	$(OUT)/tests/tools/qmany \
	$(OUT)/tests/tools/qmqpsink \
	$(OUT)/tests/tools/qqkeep \
	$(OUT)/tests/tools/qqmany \
	$(OUT)/tests/tools/qqput \
	$(OUT)/tests/tools/qqraw \
	$(OUT)/tests/tools/sandprobe \
	$(OUT)/tests/tools/sendahead \
	$(OUT)/tests/tools/sendrig \
	$(OUT)/tests/tools/showproc \
	$(OUT)/tests/tools/smtpsink \
	$(OUT)/tests/tools/spawndrive \
	$(OUT)/tests/tools/tlstest \
	$(OUT)/tests/tools/udpput
FUZZ_REPLAYS = \
	$(OUT)/tests/fuzz/accounts \
	$(OUT)/tests/fuzz/address \
	$(OUT)/tests/fuzz/auth \
	$(OUT)/tests/fuzz/cdb \
	$(OUT)/tests/fuzz/control \
	$(OUT)/tests/fuzz/dns \
	$(OUT)/tests/fuzz/dotqmail \
	$(OUT)/tests/fuzz/header \
	$(OUT)/tests/fuzz/hops \
	$(OUT)/tests/fuzz/ip \
	$(OUT)/tests/fuzz/lease \
	$(OUT)/tests/fuzz/mbox \
	$(OUT)/tests/fuzz/mlmatch \
	$(OUT)/tests/fuzz/netstring \
	$(OUT)/tests/fuzz/pop3 \
	$(OUT)/tests/fuzz/proxy \
	$(OUT)/tests/fuzz/qq_envelope \
	$(OUT)/tests/fuzz/qq_session \
	$(OUT)/tests/fuzz/queue_fix \
	$(OUT)/tests/fuzz/received \
	$(OUT)/tests/fuzz/relay \
	$(OUT)/tests/fuzz/rules \
	$(OUT)/tests/fuzz/rules_make \
	$(OUT)/tests/fuzz/send_records \
	$(OUT)/tests/fuzz/send_report \
	$(OUT)/tests/fuzz/smtp_line \
	$(OUT)/tests/fuzz/smtp_reply \
	$(OUT)/tests/fuzz/smtpd \
	$(OUT)/tests/fuzz/smtproute \
	$(OUT)/tests/fuzz/spawn_command \
	$(OUT)/tests/fuzz/svstatus \
	$(OUT)/tests/fuzz/tai \
	$(OUT)/tests/fuzz/tcpto \
	$(OUT)/tests/fuzz/users_assign \
	$(OUT)/tests/fuzz/users_cdb \
	$(OUT)/tests/fuzz/verdict
BENCH_TOOLS = \
	$(OUT)/bench/drive \
	$(OUT)/bench/nothing

all:

$(OUT)/account/checkaccount.o: account/checkaccount.c lib/ascii.h lib/env.h lib/view.h lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/setid.h mail/account.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h mail/auth.h mail/checker.h mail/clear_secret.h mail/conf.h mail/password.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ account/checkaccount.c
$(OUT)/account/qmail-account.o: account/qmail-account.c lib/child.h lib/attr.h lib/deadline.h lib/exitcode.h lib/fd.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/lock.h lib/num.h lib/passwd.h lib/prog.h lib/log.h lib/mem.h lib/sys.h lib/terminal.h mail/account.h lib/cdb.h mail/accounts.h mail/control.h mail/clear_secret.h mail/conf.h mail/mailbox.h mail/password.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ account/qmail-account.c
$(OUT)/account/qmail-newaccounts.o: account/qmail-newaccounts.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/child.h lib/exitcode.h lib/fd.h lib/file.h lib/lock.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sys.h mail/account.h mail/accounts.h mail/control.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ account/qmail-newaccounts.c
$(OUT)/bench/bare.o: bench/bare.c lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/bare.c
$(OUT)/bench/conn.o: bench/conn.c bench/conn.h bench/util.h lib/buf.h lib/attr.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/conn.c
$(OUT)/bench/drive.o: bench/drive.c bench/conn.h bench/fill.h bench/inject.h bench/sink.h bench/smtp.h lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/drive.c
$(OUT)/bench/fill.o: bench/fill.c bench/fill.h bench/util.h lib/buf.h lib/attr.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/fill.c
$(OUT)/bench/inject.o: bench/inject.c bench/inject.h bench/util.h lib/buf.h lib/attr.h lib/view.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/prog.h lib/log.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/inject.c
$(OUT)/bench/nothing.o: bench/nothing.c lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/nothing.c
$(OUT)/bench/sink.o: bench/sink.c bench/sink.h bench/util.h lib/buf.h lib/attr.h lib/view.h lib/fd.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/sink.c
$(OUT)/bench/smtp.o: bench/smtp.c bench/smtp.h bench/util.h lib/buf.h lib/attr.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/smtp.c
$(OUT)/bench/util.o: bench/util.c bench/util.h lib/buf.h lib/attr.h lib/view.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ bench/util.c
$(OUT)/checkpassword.o: checkpassword.c lib/nss.h lib/attr.h lib/buf.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/setid.h mail/auth.h lib/deadline.h mail/checker.h mail/password.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ checkpassword.c
$(OUT)/deliver/bouncesaying.o: deliver/bouncesaying.c deliver/run.h lib/attr.h lib/view.h lib/exitcode.h lib/io.h lib/buf.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/bouncesaying.c
$(OUT)/deliver/condredirect.o: deliver/condredirect.c deliver/forwarding.h deliver/run.h lib/attr.h lib/view.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/condredirect.c
$(OUT)/deliver/datemail.o: deliver/datemail.c lib/buf.h lib/attr.h lib/view.h lib/mem.h lib/prog.h lib/log.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/datemail.c
$(OUT)/deliver/except.o: deliver/except.c deliver/run.h lib/attr.h lib/view.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/except.c
$(OUT)/deliver/forward.o: deliver/forward.c deliver/forwarding.h deliver/run.h lib/attr.h lib/view.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/forward.c
$(OUT)/deliver/forwarding.o: deliver/forwarding.c deliver/forwarding.h lib/exitcode.h lib/num.h lib/attr.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/qq_client.h lib/io.h lib/buf.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qq_session.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/forwarding.c
$(OUT)/deliver/maildir2mbox.o: deliver/maildir2mbox.c lib/env.h lib/view.h lib/exitcode.h lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/sys.h mail/maildir_list.h mail/mbox.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/maildir2mbox.c
$(OUT)/deliver/maildirmake.o: deliver/maildirmake.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h mail/maildir.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/maildirmake.c
$(OUT)/deliver/predate.o: deliver/predate.c deliver/run.h lib/attr.h lib/view.h lib/buf.h lib/prog.h lib/log.h lib/mem.h mail/date.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/predate.c
$(OUT)/deliver/preline.o: deliver/preline.c deliver/run.h lib/attr.h lib/view.h lib/ascii.h lib/buf.h lib/env.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/preline.c
$(OUT)/deliver/qbiff.o: deliver/qbiff.c lib/ascii.h lib/attr.h lib/env.h lib/view.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/qbiff.c
$(OUT)/deliver/qreceipt.o: deliver/qreceipt.c deliver/run.h lib/attr.h lib/view.h lib/err.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/address.h lib/buf.h mail/header.h lib/io.h lib/io_core.h lib/deadline.h mail/header_address.h mail/header_token.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/qreceipt.c
$(OUT)/deliver/run.o: deliver/run.c deliver/run.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/env.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/io_core.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ deliver/run.c
$(OUT)/inject/compose.o: inject/compose.c inject/compose.h inject/fields.h inject/settings.h lib/buf.h lib/attr.h lib/view.h mail/header_address.h mail/header_token.h mail/header.h lib/io.h lib/io_core.h lib/deadline.h mail/control.h inject/list.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ inject/compose.c
$(OUT)/inject/fail.o: inject/fail.c inject/fail.h lib/attr.h lib/view.h lib/ascii.h lib/buf.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ inject/fail.c
$(OUT)/inject/fields.o: inject/fields.c inject/fields.h inject/settings.h lib/buf.h lib/attr.h lib/view.h mail/header_address.h mail/header_token.h mail/header.h lib/io.h lib/io_core.h lib/deadline.h inject/fail.h inject/list.h lib/log.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ inject/fields.c
$(OUT)/inject/list.o: inject/list.c inject/list.h lib/buf.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ inject/list.c
$(OUT)/inject/settings.o: inject/settings.c inject/settings.h lib/buf.h lib/attr.h lib/view.h mail/header_address.h mail/header_token.h inject/fail.h lib/ascii.h lib/env.h mail/address.h mail/control.h mail/date.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ inject/settings.c
$(OUT)/lib/ascii.o: lib/ascii.c lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/ascii.c
$(OUT)/lib/base64.o: lib/base64.c lib/base64.h lib/attr.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/base64.c
$(OUT)/lib/buf.o: lib/buf.c lib/buf.h lib/attr.h lib/view.h lib/mem.h lib/num.h lib/size.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/buf.c
$(OUT)/lib/cdb.o: lib/cdb.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/cdb.c
$(OUT)/lib/child.o: lib/child.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/err.h lib/fd.h lib/setid.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/child.c
$(OUT)/lib/confine.o: lib/confine.c lib/confine.h lib/attr.h lib/sandbox.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/confine.c
$(OUT)/lib/confine_log.o: lib/confine_log.c lib/confine_log.h lib/confine.h lib/attr.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/confine_log.c
$(OUT)/lib/deadline.o: lib/deadline.c lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/deadline.c
$(OUT)/lib/dns.o: lib/dns.c lib/dns.h lib/attr.h lib/buf.h lib/view.h lib/ip.h lib/ascii.h lib/deadline.h lib/dns_packet.h lib/dns_send.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/dns.c
$(OUT)/lib/dns_packet.o: lib/dns_packet.c lib/dns_packet.h lib/attr.h lib/view.h lib/ascii.h lib/dns.h lib/buf.h lib/ip.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/dns_packet.c
$(OUT)/lib/dns_send.o: lib/dns_send.c lib/dns_send.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/dns_packet.h lib/dns.h lib/ip.h lib/env.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/net.h lib/num.h lib/random.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/dns_send.c
$(OUT)/lib/env.o: lib/env.c lib/env.h lib/view.h lib/buf.h lib/attr.h lib/mem.h lib/prog.h lib/log.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/env.c
$(OUT)/lib/err.o: lib/err.c lib/err.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/err.c
$(OUT)/lib/fd.o: lib/fd.c lib/fd.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/fd.c
$(OUT)/lib/fd_all.o: lib/fd_all.c lib/fd_all.h lib/os.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/fd_all.c
$(OUT)/lib/fd_mute.o: lib/fd_mute.c lib/fd_mute.h lib/attr.h lib/fd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/fd_mute.c
$(OUT)/lib/file.o: lib/file.c lib/file.h lib/attr.h lib/buf.h lib/view.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/file.c
$(OUT)/lib/handover.o: lib/handover.c lib/handover.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/env.h lib/fd.h lib/os.h lib/seqpacket.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/handover.c
$(OUT)/lib/hangup.o: lib/hangup.c lib/hangup.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/hangup.c
$(OUT)/lib/hash.o: lib/hash.c lib/hash.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/hash.c
$(OUT)/lib/ident.o: lib/ident.c lib/ident.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/ip.h lib/fd.h lib/io.h lib/io_core.h lib/net.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/ident.c
$(OUT)/lib/ifaddr.o: lib/ifaddr.c lib/ifaddr.h lib/attr.h lib/ip.h lib/view.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/ifaddr.c
$(OUT)/lib/io.o: lib/io.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/io.c
$(OUT)/lib/io_core.o: lib/io_core.c lib/io_core.h lib/attr.h lib/deadline.h lib/view.h lib/num.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/io_core.c
$(OUT)/lib/ip.o: lib/ip.c lib/ip.h lib/attr.h lib/view.h lib/ascii.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/ip.c
$(OUT)/lib/limit.o: lib/limit.c lib/limit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/limit.c
$(OUT)/lib/lock.o: lib/lock.c lib/lock.h lib/attr.h lib/deadline.h lib/fd.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/lock.c
$(OUT)/lib/log.o: lib/log.c lib/log.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/log.c
$(OUT)/lib/md5.o: lib/md5.c lib/md5.h lib/view.h lib/attr.h lib/hash.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/md5.c
$(OUT)/lib/mem.o: lib/mem.c lib/mem.h lib/attr.h lib/exitcode.h lib/log.h lib/size.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/mem.c
$(OUT)/lib/net.o: lib/net.c lib/net.h lib/attr.h lib/deadline.h lib/ip.h lib/view.h lib/fd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/net.c
$(OUT)/lib/netstring.o: lib/netstring.c lib/netstring.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/netstring.c
$(OUT)/lib/nss.o: lib/nss.c lib/nss.h lib/attr.h lib/buf.h lib/view.h lib/passwd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/nss.c
$(OUT)/lib/num.o: lib/num.c lib/num.h lib/attr.h lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/num.c
$(OUT)/lib/os_linux.o: lib/os_linux.c lib/os.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_linux.c
$(OUT)/lib/os_linux_core.o: lib/os_linux_core.c lib/os_core.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_linux_core.c
$(OUT)/lib/os_linux_sandbox.o: lib/os_linux_sandbox.c lib/sandbox.h lib/attr.h $(OUT)/arch_gen.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_linux_sandbox.c
$(OUT)/lib/os_none.o: lib/os_none.c lib/os.h lib/attr.h lib/fd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_none.c
$(OUT)/lib/os_none_core.o: lib/os_none_core.c lib/os_core.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_none_core.c
$(OUT)/lib/os_none_sandbox.o: lib/os_none_sandbox.c lib/sandbox.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ lib/os_none_sandbox.c
$(OUT)/lib/passwd.o: lib/passwd.c lib/passwd.h lib/attr.h lib/fd.h lib/io_core.h lib/deadline.h lib/view.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/passwd.c
$(OUT)/lib/prog.o: lib/prog.c lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/err.h lib/exitcode.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/prog.c
$(OUT)/lib/random.o: lib/random.c lib/random.h lib/os.h lib/attr.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/random.c
$(OUT)/lib/seqpacket.o: lib/seqpacket.c lib/seqpacket.h lib/attr.h lib/view.h lib/fd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/seqpacket.c
$(OUT)/lib/setid.o: lib/setid.c lib/setid.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/setid.c
$(OUT)/lib/sha256.o: lib/sha256.c lib/sha256.h lib/view.h lib/attr.h lib/hash.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/sha256.c
$(OUT)/lib/sig.o: lib/sig.c lib/sig.h lib/attr.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/sig.c
$(OUT)/lib/size.o: lib/size.c lib/size.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/size.c
$(OUT)/lib/sys.o: lib/sys.c lib/sys.h lib/attr.h lib/os_core.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/sys.c
$(OUT)/lib/sys_fault.o: lib/sys_fault.c lib/sys.h lib/attr.h lib/os_core.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/sys_fault.c
$(OUT)/lib/tai.o: lib/tai.c lib/tai.h lib/attr.h lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/tai.c
$(OUT)/lib/terminal.o: lib/terminal.c lib/terminal.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/terminal.c
$(OUT)/lib/thread.o: lib/thread.c lib/thread.h lib/attr.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/thread.c
$(OUT)/lib/view.o: lib/view.c lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ lib/view.c
$(OUT)/local/deliver.o: local/deliver.c local/deliver.h lib/attr.h lib/view.h local/job.h lib/buf.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/child.h lib/err.h local/envelope.h mail/mbox.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/deliver.c
$(OUT)/local/envelope.o: local/envelope.c local/envelope.h lib/attr.h local/job.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/err.h mail/address.h mail/mbox.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/envelope.c
$(OUT)/local/hops.o: local/hops.c local/hops.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/hops.c
$(OUT)/local/job.o: local/job.c local/job.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/err.h local/envelope.h local/hops.h local/lines.h local/site.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/job.c
$(OUT)/local/lines.o: local/lines.c local/lines.h lib/attr.h local/job.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h local/deliver.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/lines.c
$(OUT)/local/serve.o: local/serve.c local/serve.h local/job.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/lease.h lib/fd.h lib/os.h local/site.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/serve.c
$(OUT)/local/site.o: local/site.c local/site.h lib/attr.h local/job.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/err.h lib/file.h lib/num.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ local/site.c
$(OUT)/mail/account.o: mail/account.c mail/account.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/num.h mail/address.h mail/clear_secret.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/account.c
$(OUT)/mail/accounts.o: mail/accounts.c mail/accounts.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h mail/account.h lib/cdb.h mail/control.h lib/ascii.h lib/mem.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/accounts.c
$(OUT)/mail/address.o: mail/address.c mail/address.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/address.c
$(OUT)/mail/auth.o: mail/auth.c mail/auth.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/ascii.h lib/child.h lib/env.h lib/fd.h lib/io.h lib/io_core.h lib/log.h lib/num.h lib/os.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/auth.c
$(OUT)/mail/checker.o: mail/checker.c mail/checker.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h mail/auth.h lib/child.h lib/env.h lib/err.h lib/log.h lib/sig.h mail/sasl.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/checker.c
$(OUT)/mail/clear_secret.o: mail/clear_secret.c mail/clear_secret.h lib/attr.h lib/buf.h lib/view.h lib/base64.h lib/hash.h lib/md5.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/clear_secret.c
$(OUT)/mail/conf.o: mail/conf.c mail/conf.h lib/attr.h $(OUT)/conf_gen.h lib/passwd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/conf.c
$(OUT)/mail/control.o: mail/control.c mail/control.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/control.c
$(OUT)/mail/control_known.o: mail/control_known.c mail/control_known.h lib/view.h lib/ascii.h lib/attr.h lib/num.h mail/control.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/control_known.c
$(OUT)/mail/date.o: mail/date.c mail/date.h lib/attr.h lib/num.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/date.c
$(OUT)/mail/dest.o: mail/dest.c mail/dest.h lib/buf.h lib/attr.h lib/view.h lib/ip.h mail/smtp_reply.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/dest.c
$(OUT)/mail/dotqmail.o: mail/dotqmail.c mail/dotqmail.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/dotqmail.c
$(OUT)/mail/header.o: mail/header.c mail/header.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/header.c
$(OUT)/mail/header_address.o: mail/header_address.c mail/header_address.h lib/attr.h lib/buf.h lib/view.h mail/header_token.h lib/mem.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/header_address.c
$(OUT)/mail/header_token.o: mail/header_token.c mail/header_token.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/header_token.c
$(OUT)/mail/ipme.o: mail/ipme.c mail/ipme.h lib/attr.h lib/ifaddr.h lib/ip.h lib/view.h lib/mem.h mail/control.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/ipme.c
$(OUT)/mail/lease.o: mail/lease.c mail/lease.h lib/attr.h lib/buf.h lib/view.h lib/fd.h lib/file.h lib/num.h lib/os.h lib/seqpacket.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/lease.c
$(OUT)/mail/mailbox.o: mail/mailbox.c mail/mailbox.h lib/attr.h lib/buf.h lib/view.h lib/child.h lib/deadline.h lib/io.h lib/io_core.h lib/setid.h lib/sig.h lib/sys.h mail/maildir.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/mailbox.c
$(OUT)/mail/maildir.o: mail/maildir.c mail/maildir.h lib/attr.h lib/buf.h lib/view.h lib/err.h lib/mem.h lib/num.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/maildir.c
$(OUT)/mail/maildir_list.o: mail/maildir_list.c mail/maildir_list.h lib/attr.h lib/buf.h lib/view.h lib/err.h lib/mem.h lib/num.h lib/sys.h mail/maildir_sizes.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/maildir_list.c
$(OUT)/mail/maildir_new.o: mail/maildir_new.c mail/maildir_new.h lib/attr.h lib/buf.h lib/view.h mail/maildir.h lib/fd.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/maildir_new.c
$(OUT)/mail/maildir_quota.o: mail/maildir_quota.c mail/maildir_quota.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/maildir_quota.c
$(OUT)/mail/maildir_sizes.o: mail/maildir_sizes.c mail/maildir_sizes.h lib/attr.h lib/view.h lib/buf.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/maildir_sizes.c
$(OUT)/mail/mbox.o: mail/mbox.c mail/mbox.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/fd.h lib/lock.h lib/sys.h mail/date.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/mbox.c
$(OUT)/mail/mx.o: mail/mx.c mail/mx.h lib/attr.h lib/buf.h lib/view.h lib/dns.h lib/ip.h lib/random.h mail/ipme.h lib/ifaddr.h lib/ascii.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/mx.c
$(OUT)/mail/password.o: mail/password.c mail/password.h lib/attr.h lib/buf.h lib/view.h lib/hash.h lib/random.h mail/clear_secret.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/password.c
$(OUT)/mail/pool.o: mail/pool.c mail/pool.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h mail/lease.h mail/spawn.h lib/child.h lib/fd.h lib/io.h lib/io_core.h lib/os.h mail/pool_start.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/pool.c
$(OUT)/mail/pool_start.o: mail/pool_start.c mail/pool_start.h lib/attr.h mail/pool.h lib/buf.h lib/view.h lib/deadline.h mail/lease.h mail/spawn.h lib/child.h lib/fd.h lib/os.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/pool_start.c
$(OUT)/mail/pop3.o: mail/pop3.c mail/pop3.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/io.h lib/io_core.h lib/mem.h mail/smtp_line.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/pop3.c
$(OUT)/mail/qfix.o: mail/qfix.c mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/ascii.h lib/err.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h lib/mem.h lib/num.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qfix.c
$(OUT)/mail/qfix_busy.o: mail/qfix_busy.c mail/qfix_busy.h mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/deadline.h lib/err.h lib/log.h lib/mem.h lib/num.h mail/queue.h lib/io_core.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qfix_busy.c
$(OUT)/mail/qfix_move.o: mail/qfix_move.c mail/qfix_move.h mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h lib/mem.h lib/num.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qfix_move.c
$(OUT)/mail/qfix_sort.o: mail/qfix_sort.c mail/qfix_sort.h mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/fd.h lib/log.h lib/num.h mail/qstate.h mail/queue.h mail/qq_exit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qfix_sort.c
$(OUT)/mail/qfix_tree.o: mail/qfix_tree.c mail/qfix_tree.h mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/fd.h lib/log.h lib/num.h lib/sys.h mail/queue.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qfix_tree.c
$(OUT)/mail/qm.o: mail/qm.c mail/qm.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/exitcode.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qm.c
$(OUT)/mail/qpath.o: mail/qpath.c mail/qpath.h lib/attr.h lib/view.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qpath.c
$(OUT)/mail/qq_client.o: mail/qq_client.c mail/qq_client.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qq_session.h lib/ascii.h lib/child.h lib/env.h lib/fd.h lib/mem.h lib/os.h mail/conf.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qq_client.c
$(OUT)/mail/qq_envelope.o: mail/qq_envelope.c mail/qq_envelope.h lib/attr.h lib/view.h mail/qq_exit.h lib/ascii.h mail/queue.h lib/io_core.h lib/deadline.h mail/qpath.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qq_envelope.c
$(OUT)/mail/qq_exit.o: mail/qq_exit.c mail/qq_exit.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qq_exit.c
$(OUT)/mail/qq_session.o: mail/qq_session.c mail/qq_session.h lib/attr.h mail/qq_exit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qq_session.c
$(OUT)/mail/qscan.o: mail/qscan.c mail/qscan.h lib/attr.h mail/qpath.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qscan.c
$(OUT)/mail/qstate.o: mail/qstate.c mail/qstate.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qstate.c
$(OUT)/mail/qsweep.o: mail/qsweep.c mail/qsweep.h mail/qscan.h lib/attr.h mail/qpath.h lib/view.h lib/err.h lib/log.h lib/sys.h mail/queue.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/qsweep.c
$(OUT)/mail/queue.o: mail/queue.c mail/queue.h lib/attr.h lib/io_core.h lib/deadline.h lib/view.h mail/qpath.h mail/qq_exit.h mail/qstate.h lib/fd.h lib/num.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/queue.c
$(OUT)/mail/rcpthosts.o: mail/rcpthosts.c mail/rcpthosts.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h mail/control.h lib/ascii.h lib/fd.h lib/file.h lib/log.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/rcpthosts.c
$(OUT)/mail/received.o: mail/received.c mail/received.h lib/buf.h lib/attr.h lib/view.h mail/received_queue.h lib/io_core.h lib/deadline.h lib/ascii.h lib/env.h mail/date.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/received.c
$(OUT)/mail/received_queue.o: mail/received_queue.c mail/received_queue.h lib/io_core.h lib/attr.h lib/deadline.h lib/view.h mail/date.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/received_queue.c
$(OUT)/mail/route.o: mail/route.c mail/route.h lib/attr.h lib/view.h mail/control.h lib/buf.h mail/smtproute.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/route.c
$(OUT)/mail/sasl.o: mail/sasl.c mail/sasl.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/sasl.c
$(OUT)/mail/setting.o: mail/setting.c mail/setting.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/num.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/setting.c
$(OUT)/mail/smtp_line.o: mail/smtp_line.c mail/smtp_line.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/smtp_line.c
$(OUT)/mail/smtp_reply.o: mail/smtp_reply.c mail/smtp_reply.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/smtp_reply.c
$(OUT)/mail/smtproute.o: mail/smtproute.c mail/smtproute.h lib/attr.h lib/view.h mail/control.h lib/buf.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/smtproute.c
$(OUT)/mail/spawn_command.o: mail/spawn_command.c mail/spawn_command.h lib/attr.h lib/buf.h lib/view.h mail/spawn.h lib/ascii.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/spawn_command.c
$(OUT)/mail/spawner.o: mail/spawner.c mail/spawner.h lib/attr.h lib/buf.h lib/view.h mail/pool.h lib/deadline.h mail/lease.h mail/spawn.h mail/spawn_command.h lib/err.h lib/exitcode.h lib/fd.h lib/io.h lib/io_core.h lib/limit.h lib/mem.h lib/os.h lib/prog.h lib/log.h lib/sig.h mail/conf.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/spawner.c
$(OUT)/mail/starttls.o: mail/starttls.c mail/starttls.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/starttls.c
$(OUT)/mail/tcpto.o: mail/tcpto.c mail/tcpto.h lib/attr.h lib/ip.h lib/view.h lib/fd.h lib/file.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h lib/lock.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/tcpto.c
$(OUT)/mail/users.o: mail/users.c mail/users.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/fd.h lib/file.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/users.c
$(OUT)/mail/verdict.o: mail/verdict.c mail/verdict.h lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mail/verdict.c
$(OUT)/mk/private.o: mk/private.c lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) $(OSFLAGS) -o $@ mk/private.c
$(OUT)/mk/rehome.o: mk/rehome.c lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ mk/rehome.c
$(OUT)/qmail-clean.o: qmail-clean.c lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/lock.h lib/num.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/sys.h mail/conf.h mail/qpath.h mail/qsweep.h mail/qscan.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-clean.c
$(OUT)/qmail-getpw.o: qmail-getpw.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/confine_log.h lib/confine.h lib/err.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/nss.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/lease.h mail/users.h lib/cdb.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-getpw.c
$(OUT)/qmail-inject.o: qmail-inject.c inject/compose.h inject/fields.h inject/settings.h lib/buf.h lib/attr.h lib/view.h mail/header_address.h mail/header_token.h mail/header.h lib/io.h lib/io_core.h lib/deadline.h mail/control.h inject/fail.h inject/list.h lib/env.h lib/exitcode.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/address.h mail/conf.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-inject.c
$(OUT)/qmail-local.o: qmail-local.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/sig.h local/serve.h local/job.h lib/buf.h lib/view.h lib/env.h lib/io.h lib/io_core.h lib/deadline.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/lease.h local/site.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-local.c
$(OUT)/qmail-lspawn.o: qmail-lspawn.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h mail/conf.h mail/spawner.h lib/buf.h lib/view.h mail/pool.h lib/deadline.h mail/lease.h mail/spawn.h mail/spawn_command.h mail/users.h lib/cdb.h lib/io.h lib/io_core.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-lspawn.c
$(OUT)/qmail-newmrh.o: qmail-newmrh.c lib/ascii.h lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/exitcode.h lib/fd.h lib/file.h lib/lock.h lib/prog.h lib/log.h lib/mem.h lib/sys.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-newmrh.c
$(OUT)/qmail-newu.o: qmail-newu.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/exitcode.h lib/fd.h lib/file.h lib/lock.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sys.h mail/account.h mail/conf.h mail/users.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-newu.c
$(OUT)/qmail-pop3d.o: qmail-pop3d.c lib/ascii.h lib/confine_log.h lib/confine.h lib/attr.h lib/err.h lib/exitcode.h lib/fd.h lib/hangup.h lib/num.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/sys.h mail/maildir_list.h lib/buf.h mail/maildir_quota.h mail/pop3.h lib/deadline.h lib/io.h lib/io_core.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-pop3d.c
$(OUT)/qmail-popup.o: qmail-popup.c lib/base64.h lib/attr.h lib/buf.h lib/view.h lib/child.h lib/deadline.h lib/env.h lib/fd_mute.h lib/hangup.h lib/mem.h lib/num.h lib/prog.h lib/log.h lib/sig.h mail/auth.h mail/pop3.h lib/io.h lib/io_core.h mail/sasl.h mail/setting.h mail/starttls.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-popup.c
$(OUT)/qmail-pw2u.o: qmail-pw2u.c lib/ascii.h lib/exitcode.h lib/file.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/control.h mail/users.h lib/cdb.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-pw2u.c
$(OUT)/qmail-qmqpc.o: qmail-qmqpc.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/confine.h lib/deadline.h lib/env.h lib/fd.h lib/io.h lib/io_core.h lib/ip.h lib/net.h lib/netstring.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/control.h mail/qq_exit.h mail/queue.h mail/qpath.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-qmqpc.c
$(OUT)/qmail-qmqpd.o: qmail-qmqpd.c lib/deadline.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/netstring.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/qm.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/received.h mail/received_queue.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-qmqpd.c
$(OUT)/qmail-qmtpd.o: qmail-qmtpd.c lib/deadline.h lib/env.h lib/view.h lib/exitcode.h lib/hangup.h lib/io.h lib/buf.h lib/attr.h lib/io_core.h lib/netstring.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/qm.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/received.h mail/received_queue.h mail/setting.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-qmtpd.c
$(OUT)/qmail-qread.o: qmail-qread.c lib/ascii.h lib/err.h lib/exitcode.h lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/date.h mail/qpath.h mail/qscan.h mail/queue.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-qread.c
$(OUT)/qmail-qstat.o: qmail-qstat.c lib/exitcode.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/qpath.h mail/qscan.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-qstat.c
$(OUT)/qmail-queue.o: qmail-queue.c lib/confine.h lib/attr.h lib/fd.h lib/io_core.h lib/deadline.h lib/view.h lib/os_core.h lib/setid.h mail/conf.h mail/qq_envelope.h mail/qq_exit.h mail/qq_session.h mail/queue.h mail/qpath.h mail/qstate.h mail/received_queue.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-queue.c
$(OUT)/qmail-remote.o: qmail-remote.c lib/confine.h lib/attr.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/lease.h remote/job.h lib/ip.h mail/smtproute.h mail/control.h mail/tcpto.h remote/link.h mail/ipme.h lib/ifaddr.h mail/mx.h lib/dns.h lib/random.h remote/dialogue.h mail/smtp_reply.h remote/report.h mail/verdict.h remote/setup.h mail/route.h remote/worker.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-remote.c
$(OUT)/qmail-rspawn.o: qmail-rspawn.c lib/ascii.h lib/deadline.h lib/env.h lib/view.h lib/err.h lib/exitcode.h lib/num.h lib/attr.h lib/prog.h lib/log.h lib/mem.h mail/address.h lib/buf.h mail/conf.h mail/control.h mail/dest.h lib/ip.h mail/route.h mail/smtproute.h mail/spawner.h mail/pool.h mail/lease.h mail/spawn.h mail/spawn_command.h mail/tcpto.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-rspawn.c
$(OUT)/qmail-send.o: qmail-send.c lib/exitcode.h lib/fd.h lib/attr.h lib/limit.h lib/lock.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/queue.h lib/io_core.h lib/deadline.h lib/view.h mail/qpath.h mail/qq_exit.h mail/qstate.h send/done.h send/ahead.h send/shared.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/bounce.h send/note.h send/scan.h send/slot.h send/job.h lib/io.h send/spawn.h send/report.h send/suppl.h send/todo.h send/sort.h send/trigger.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-send.c
$(OUT)/qmail-showctl.o: qmail-showctl.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/err.h lib/exitcode.h lib/fd.h lib/file.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/control.h mail/control_known.h mail/qpath.h mail/spawn.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-showctl.c
$(OUT)/qmail-smtpd.o: qmail-smtpd.c lib/fd_mute.h lib/attr.h lib/handover.h lib/prog.h lib/log.h lib/mem.h lib/sig.h smtpd/command.h lib/view.h smtpd/session.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-smtpd.c
$(OUT)/qmail-start.o: qmail-start.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/os.h lib/passwd.h lib/prog.h lib/log.h lib/mem.h lib/setid.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-start.c
$(OUT)/qmail-tcpok.o: qmail-tcpok.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h mail/conf.h mail/tcpto.h lib/ip.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-tcpok.c
$(OUT)/qmail-tcpto.o: qmail-tcpto.c lib/err.h lib/exitcode.h lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/lock.h lib/prog.h lib/log.h lib/mem.h mail/conf.h mail/tcpto.h lib/ip.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ qmail-tcpto.c
$(OUT)/queue-fix.o: queue-fix.c lib/exitcode.h lib/fd.h lib/attr.h lib/lock.h lib/num.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/sys.h mail/conf.h mail/qfix.h lib/buf.h mail/qpath.h mail/qfix_busy.h mail/qfix_move.h mail/qfix_sort.h mail/qfix_tree.h mail/queue.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ queue-fix.c
$(OUT)/relay/datagram.o: relay/datagram.c relay/datagram.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/fd.h lib/file.h lib/hash.h lib/num.h lib/sha256.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/datagram.c
$(OUT)/relay/note.o: relay/note.c relay/note.h lib/log.h lib/prog.h lib/attr.h lib/mem.h lib/buf.h lib/view.h lib/child.h lib/deadline.h lib/env.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/note.c
$(OUT)/relay/relay-ctrl-age.o: relay/relay-ctrl-age.c relay/note.h lib/log.h lib/prog.h lib/attr.h lib/mem.h relay/store.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-age.c
$(OUT)/relay/relay-ctrl-allow.o: relay/relay-ctrl-allow.c lib/env.h lib/view.h lib/err.h lib/fd.h lib/attr.h relay/note.h lib/log.h lib/prog.h lib/mem.h relay/store.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-allow.c
$(OUT)/relay/relay-ctrl-chdir.o: relay/relay-ctrl-chdir.c lib/env.h lib/view.h lib/fd.h lib/attr.h lib/num.h relay/note.h lib/log.h lib/prog.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-chdir.c
$(OUT)/relay/relay-ctrl-check.o: relay/relay-ctrl-check.c lib/env.h lib/view.h lib/err.h relay/note.h lib/log.h lib/prog.h lib/attr.h lib/mem.h relay/store.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-check.c
$(OUT)/relay/relay-ctrl-send.o: relay/relay-ctrl-send.c lib/deadline.h lib/env.h lib/view.h lib/err.h lib/fd.h lib/attr.h lib/net.h lib/ip.h lib/num.h relay/datagram.h lib/buf.h relay/note.h lib/log.h lib/prog.h lib/mem.h relay/remotes.h relay/store.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-send.c
$(OUT)/relay/relay-ctrl-udp.o: relay/relay-ctrl-udp.c lib/confine_log.h lib/confine.h lib/attr.h lib/env.h lib/view.h lib/err.h lib/fd.h lib/ip.h lib/net.h lib/deadline.h lib/num.h lib/setid.h relay/datagram.h lib/buf.h relay/note.h lib/log.h lib/prog.h lib/mem.h relay/store.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/relay-ctrl-udp.c
$(OUT)/relay/remotes.o: relay/remotes.c relay/remotes.h lib/attr.h lib/ip.h lib/view.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/remotes.c
$(OUT)/relay/store.o: relay/store.c relay/store.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/fd.h lib/io_core.h lib/deadline.h lib/ip.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ relay/store.c
$(OUT)/remote/check.o: remote/check.c remote/check.h lib/view.h lib/attr.h mail/address.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/check.c
$(OUT)/remote/deliver.o: remote/deliver.c remote/deliver.h lib/attr.h remote/dialogue.h lib/deadline.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h mail/smtp_reply.h remote/job.h mail/smtproute.h mail/control.h mail/tcpto.h remote/link.h mail/ipme.h lib/ifaddr.h mail/mx.h lib/dns.h lib/random.h remote/report.h mail/verdict.h remote/setup.h mail/route.h mail/address.h remote/check.h remote/phrase.h remote/text.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/deliver.c
$(OUT)/remote/dialogue.o: remote/dialogue.c remote/dialogue.h lib/attr.h lib/deadline.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h mail/smtp_reply.h lib/fd.h lib/os.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/dialogue.c
$(OUT)/remote/greet.o: remote/greet.c remote/greet.h lib/attr.h remote/dialogue.h lib/deadline.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h mail/smtp_reply.h remote/job.h mail/smtproute.h mail/control.h mail/tcpto.h remote/link.h mail/ipme.h lib/ifaddr.h mail/mx.h lib/dns.h lib/random.h remote/report.h mail/verdict.h remote/setup.h mail/route.h lib/base64.h remote/phrase.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/greet.c
$(OUT)/remote/job.o: remote/job.c remote/job.h lib/buf.h lib/attr.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/ip.h mail/smtproute.h mail/control.h mail/tcpto.h remote/link.h mail/ipme.h lib/ifaddr.h mail/mx.h lib/dns.h lib/random.h remote/dialogue.h mail/smtp_reply.h remote/report.h mail/verdict.h remote/setup.h mail/route.h lib/ascii.h lib/mem.h lib/net.h lib/num.h remote/check.h remote/deliver.h remote/greet.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/job.c
$(OUT)/remote/link.o: remote/link.c remote/link.h lib/buf.h lib/attr.h lib/view.h lib/deadline.h mail/ipme.h lib/ifaddr.h lib/ip.h mail/mx.h lib/dns.h lib/random.h remote/dialogue.h lib/io.h lib/io_core.h mail/smtp_reply.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/link.c
$(OUT)/remote/phrase.o: remote/phrase.c remote/phrase.h lib/buf.h lib/attr.h lib/view.h remote/dialogue.h lib/deadline.h lib/io.h lib/io_core.h lib/ip.h mail/smtp_reply.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/phrase.c
$(OUT)/remote/report.o: remote/report.c remote/report.h lib/buf.h lib/attr.h lib/view.h mail/verdict.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/report.c
$(OUT)/remote/setup.o: remote/setup.c remote/setup.h lib/attr.h lib/buf.h lib/view.h lib/ip.h mail/control.h mail/route.h mail/smtproute.h lib/env.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/setup.c
$(OUT)/remote/text.o: remote/text.c remote/text.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/text.c
$(OUT)/remote/worker.o: remote/worker.c remote/worker.h lib/buf.h lib/attr.h lib/view.h lib/deadline.h mail/lease.h remote/job.h lib/io.h lib/io_core.h lib/ip.h mail/smtproute.h mail/control.h mail/tcpto.h remote/link.h mail/ipme.h lib/ifaddr.h mail/mx.h lib/dns.h lib/random.h remote/dialogue.h mail/smtp_reply.h remote/report.h mail/verdict.h remote/setup.h mail/route.h lib/exitcode.h lib/fd.h remote/check.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ remote/worker.c
$(OUT)/send/ahead.o: send/ahead.c send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/ahead.c
$(OUT)/send/bounce.o: send/bounce.c send/bounce.h lib/attr.h lib/view.h send/shared.h lib/deadline.h mail/qpath.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/ascii.h lib/child.h lib/fd.h lib/fd_all.h lib/file.h lib/io.h lib/io_core.h lib/os.h lib/sys.h mail/address.h mail/date.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h send/note.h send/record.h mail/queue.h mail/qstate.h send/verp.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/bounce.c
$(OUT)/send/clean.o: send/clean.c send/clean.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h mail/qpath.h lib/fd.h lib/mem.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/clean.c
$(OUT)/send/dirs.o: send/dirs.c send/dirs.h lib/attr.h mail/qpath.h lib/view.h send/syncs.h lib/fd.h lib/mem.h lib/sys.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/dirs.c
$(OUT)/send/done.o: send/done.c send/done.h send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/bounce.h lib/prog.h lib/log.h lib/mem.h send/look.h send/note.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/done.c
$(OUT)/send/fresh.o: send/fresh.c send/fresh.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/fresh.c
$(OUT)/send/heap.o: send/heap.c send/heap.h lib/mem.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/heap.c
$(OUT)/send/idset.o: send/idset.c send/idset.h lib/mem.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/idset.c
$(OUT)/send/job.o: send/job.c send/job.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h send/shared.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/fd.h lib/file.h lib/mem.h lib/prog.h lib/log.h lib/sys.h send/look.h send/note.h send/record.h mail/queue.h mail/qq_exit.h mail/qstate.h send/retry.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/job.c
$(OUT)/send/look.o: send/look.c send/look.h mail/qpath.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/look.c
$(OUT)/send/note.o: send/note.c send/note.h lib/view.h send/channel.h mail/qpath.h lib/attr.h lib/ascii.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/note.c
$(OUT)/send/report.o: send/report.c send/report.h lib/attr.h lib/buf.h lib/view.h mail/spawn.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/report.c
$(OUT)/send/retry.o: send/retry.c send/retry.h send/channel.h mail/qpath.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/retry.c
$(OUT)/send/route.o: send/route.c send/route.h lib/attr.h lib/buf.h lib/view.h mail/control.h send/channel.h mail/qpath.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/route.c
$(OUT)/send/scan.o: send/scan.c send/scan.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/mem.h mail/queue.h lib/io_core.h mail/qq_exit.h mail/qstate.h send/look.h send/note.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/scan.c
$(OUT)/send/settings.o: send/settings.c send/settings.h lib/attr.h lib/buf.h lib/view.h send/channel.h mail/qpath.h send/route.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/settings.c
$(OUT)/send/slot.o: send/slot.c send/slot.h send/job.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h send/shared.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/spawn.h send/report.h lib/mem.h lib/prog.h lib/log.h lib/sys.h mail/verdict.h send/bounce.h send/note.h send/verp.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/slot.c
$(OUT)/send/sort.o: send/sort.c send/sort.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h send/shared.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/fd.h lib/num.h lib/sys.h send/note.h send/record.h mail/queue.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/sort.c
$(OUT)/send/spawn.o: send/spawn.c send/spawn.h lib/attr.h lib/buf.h lib/view.h send/report.h lib/fd.h lib/num.h mail/spawn.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/spawn.c
$(OUT)/send/suppl.o: send/suppl.c send/suppl.h mail/qpath.h lib/attr.h lib/view.h lib/num.h send/note.h send/channel.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/suppl.c
$(OUT)/send/syncs.o: send/syncs.c send/syncs.h lib/attr.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sys.h lib/thread.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/syncs.c
$(OUT)/send/todo.o: send/todo.c send/todo.h send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/sort.h lib/io.h lib/io_core.h send/trigger.h lib/prog.h lib/log.h lib/mem.h lib/sys.h send/note.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/todo.c
$(OUT)/send/trigger.o: send/trigger.c send/trigger.h lib/deadline.h lib/fd.h lib/attr.h mail/queue.h lib/io_core.h lib/view.h mail/qpath.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/trigger.c
$(OUT)/send/verp.o: send/verp.c send/verp.h lib/buf.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ send/verp.c
$(OUT)/sendmail.o: sendmail.c lib/env.h lib/view.h lib/mem.h lib/attr.h lib/prog.h lib/log.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ sendmail.c
$(OUT)/smtpd/command.o: smtpd/command.c smtpd/command.h lib/view.h smtpd/session.h lib/attr.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/ascii.h smtpd/data.h smtpd/envelope.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/command.c
$(OUT)/smtpd/data.o: smtpd/data.c smtpd/data.h lib/view.h smtpd/session.h lib/attr.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/num.h mail/received.h mail/received_queue.h mail/verdict.h smtpd/note.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/data.c
$(OUT)/smtpd/envelope.o: smtpd/envelope.c smtpd/envelope.h lib/view.h smtpd/session.h lib/attr.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/num.h mail/address.h smtpd/data.h smtpd/note.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/envelope.c
$(OUT)/smtpd/localip.o: smtpd/localip.c smtpd/localip.h lib/attr.h lib/buf.h lib/view.h mail/ipme.h lib/ifaddr.h lib/ip.h mail/address.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/localip.c
$(OUT)/smtpd/note.o: smtpd/note.c smtpd/note.h lib/buf.h lib/attr.h lib/view.h lib/env.h lib/log.h lib/num.h smtpd/session.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/note.c
$(OUT)/smtpd/policy.o: smtpd/policy.c smtpd/policy.h lib/attr.h lib/buf.h lib/view.h mail/control.h lib/ascii.h lib/env.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/policy.c
$(OUT)/smtpd/session.o: smtpd/session.c smtpd/session.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/hangup.h lib/mem.h mail/conf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/session.c
$(OUT)/smtpd/settings.o: smtpd/settings.c smtpd/settings.h lib/attr.h lib/env.h lib/view.h mail/control.h lib/buf.h mail/setting.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/settings.c
$(OUT)/smtpd/smtpauth.o: smtpd/smtpauth.c smtpd/smtpauth.h lib/view.h lib/base64.h lib/attr.h lib/buf.h lib/env.h lib/err.h lib/log.h lib/mem.h lib/sig.h mail/auth.h lib/deadline.h mail/sasl.h mail/setting.h smtpd/session.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/smtpauth.c
$(OUT)/smtpd/smtptls.o: smtpd/smtptls.c smtpd/smtptls.h lib/view.h mail/starttls.h lib/attr.h lib/env.h lib/err.h lib/log.h mail/setting.h smtpd/note.h lib/buf.h smtpd/session.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/validrcpt.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/smtptls.c
$(OUT)/smtpd/validrcpt.o: smtpd/validrcpt.c smtpd/validrcpt.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h mail/control.h lib/ascii.h lib/env.h lib/fd.h lib/file.h mail/account.h mail/address.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ smtpd/validrcpt.c
$(OUT)/splogger.o: splogger.c lib/ascii.h lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ splogger.c
$(OUT)/supervise/confine.o: supervise/confine.c lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/err.h lib/prog.h lib/log.h lib/mem.h lib/sandbox.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/confine.c
$(OUT)/supervise/envdir.o: supervise/envdir.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/env.h lib/file.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/envdir.c
$(OUT)/supervise/envuidgid.o: supervise/envuidgid.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/num.h lib/passwd.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/envuidgid.c
$(OUT)/supervise/fghack.o: supervise/fghack.c lib/child.h lib/attr.h lib/deadline.h lib/exitcode.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/fghack.c
$(OUT)/supervise/logdir.o: supervise/logdir.c supervise/logdir.h lib/view.h lib/buf.h lib/attr.h lib/child.h lib/deadline.h lib/err.h lib/fd.h lib/lock.h lib/prog.h lib/log.h lib/mem.h lib/sys.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/logdir.c
$(OUT)/supervise/mlinput.o: supervise/mlinput.c supervise/mlinput.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/mlinput.c
$(OUT)/supervise/mlmatch.o: supervise/mlmatch.c supervise/mlmatch.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/mlmatch.c
$(OUT)/supervise/multilog.o: supervise/multilog.c lib/ascii.h lib/err.h lib/exitcode.h lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/tai.h supervise/logdir.h supervise/mlinput.h supervise/mlmatch.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/multilog.c
$(OUT)/supervise/pgrphack.o: supervise/pgrphack.c lib/child.h lib/attr.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/pgrphack.c
$(OUT)/supervise/readproctitle.o: supervise/readproctitle.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/readproctitle.c
$(OUT)/supervise/setlock.o: supervise/setlock.c lib/child.h lib/attr.h lib/deadline.h lib/exitcode.h lib/lock.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/setlock.c
$(OUT)/supervise/setuidgid.o: supervise/setuidgid.c lib/child.h lib/attr.h lib/deadline.h lib/err.h lib/passwd.h lib/prog.h lib/log.h lib/mem.h lib/setid.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/setuidgid.c
$(OUT)/supervise/softlimit.o: supervise/softlimit.c lib/attr.h lib/child.h lib/deadline.h lib/num.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/softlimit.c
$(OUT)/supervise/supervise.o: supervise/supervise.c lib/child.h lib/attr.h lib/deadline.h lib/err.h lib/exitcode.h lib/fd.h lib/num.h lib/view.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h supervise/svconf.h supervise/svfiles.h lib/buf.h supervise/svlogger.h lib/tai.h supervise/svmachine.h supervise/svstatus.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/supervise.c
$(OUT)/supervise/svc.o: supervise/svc.c lib/buf.h lib/attr.h lib/view.h lib/err.h lib/exitcode.h lib/fd.h lib/prog.h lib/log.h lib/mem.h lib/sig.h supervise/svdir.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svc.c
$(OUT)/supervise/svconf.o: supervise/svconf.c supervise/svconf.h lib/buf.h lib/attr.h lib/view.h lib/err.h lib/file.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svconf.c
$(OUT)/supervise/svdir.o: supervise/svdir.c supervise/svdir.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/fd.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svdir.c
$(OUT)/supervise/svfiles.o: supervise/svfiles.c supervise/svfiles.h lib/attr.h lib/buf.h lib/view.h lib/lock.h lib/num.h lib/prog.h lib/log.h lib/mem.h supervise/svdir.h supervise/svstatus.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svfiles.c
$(OUT)/supervise/svlogger.o: supervise/svlogger.c supervise/svlogger.h lib/deadline.h lib/tai.h lib/attr.h lib/view.h lib/child.h lib/err.h lib/exitcode.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svlogger.c
$(OUT)/supervise/svmachine.o: supervise/svmachine.c supervise/svmachine.h supervise/svstatus.h lib/attr.h lib/tai.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svmachine.c
$(OUT)/supervise/svok.o: supervise/svok.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h supervise/svdir.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svok.c
$(OUT)/supervise/svscan.o: supervise/svscan.c lib/child.h lib/attr.h lib/deadline.h lib/err.h lib/exitcode.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/view.h supervise/svdir.h lib/buf.h supervise/svlogger.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svscan.c
$(OUT)/supervise/svstat.o: supervise/svstat.c lib/err.h lib/exitcode.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h supervise/svdir.h supervise/svstatus.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svstat.c
$(OUT)/supervise/svstatus.o: supervise/svstatus.c supervise/svstatus.h lib/attr.h lib/tai.h lib/view.h lib/buf.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h supervise/svdir.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svstatus.c
$(OUT)/supervise/svup.o: supervise/svup.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h supervise/svdir.h lib/buf.h lib/view.h supervise/svstatus.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svup.c
$(OUT)/supervise/svwait.o: supervise/svwait.c lib/deadline.h lib/exitcode.h lib/num.h lib/attr.h lib/view.h lib/prog.h lib/log.h lib/mem.h supervise/svdir.h lib/buf.h supervise/svstatus.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/svwait.c
$(OUT)/supervise/tai64n.o: supervise/tai64n.c lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/tai64n.c
$(OUT)/supervise/tai64nlocal.o: supervise/tai64nlocal.c lib/ascii.h lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/tai.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ supervise/tai64nlocal.c
$(OUT)/tcp-env.o: tcp-env.c lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/dns.h lib/ip.h lib/env.h lib/err.h lib/exitcode.h lib/fd.h lib/ident.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tcp-env.c
$(OUT)/tests/fuzz/accounts.o: tests/fuzz/accounts.c mail/account.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h mail/accounts.h mail/control.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/accounts.c
$(OUT)/tests/fuzz/address.o: tests/fuzz/address.c mail/address.h lib/attr.h lib/buf.h lib/view.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/address.c
$(OUT)/tests/fuzz/auth.o: tests/fuzz/auth.c mail/auth.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h mail/checker.h mail/clear_secret.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/auth.c
$(OUT)/tests/fuzz/cdb.o: tests/fuzz/cdb.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/cdb.c
$(OUT)/tests/fuzz/control.o: tests/fuzz/control.c mail/control.h lib/attr.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/control.c
$(OUT)/tests/fuzz/dns.o: tests/fuzz/dns.c lib/dns.h lib/attr.h lib/buf.h lib/view.h lib/ip.h lib/dns_packet.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/dns.c
$(OUT)/tests/fuzz/dotqmail.o: tests/fuzz/dotqmail.c mail/dotqmail.h lib/attr.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/dotqmail.c
$(OUT)/tests/fuzz/header.o: tests/fuzz/header.c mail/header.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h mail/header_address.h mail/header_token.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/header.c
$(OUT)/tests/fuzz/hops.o: tests/fuzz/hops.c local/hops.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/hops.c
$(OUT)/tests/fuzz/ip.o: tests/fuzz/ip.c lib/ip.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/ip.c
$(OUT)/tests/fuzz/lease.o: tests/fuzz/lease.c mail/lease.h lib/attr.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/lease.c
$(OUT)/tests/fuzz/mbox.o: tests/fuzz/mbox.c mail/mbox.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/mbox.c
$(OUT)/tests/fuzz/mlmatch.o: tests/fuzz/mlmatch.c supervise/mlmatch.h lib/view.h lib/buf.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/mlmatch.c
$(OUT)/tests/fuzz/netstring.o: tests/fuzz/netstring.c lib/netstring.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/netstring.c
$(OUT)/tests/fuzz/pop3.o: tests/fuzz/pop3.c mail/pop3.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/io.h lib/io_core.h lib/base64.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/pop3.c
$(OUT)/tests/fuzz/proxy.o: tests/fuzz/proxy.c ucspi/proxy.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/env.h ucspi/tcpenv.h lib/ip.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/proxy.c
$(OUT)/tests/fuzz/qq_envelope.o: tests/fuzz/qq_envelope.c mail/qq_envelope.h lib/attr.h lib/view.h mail/qq_exit.h mail/queue.h lib/io_core.h lib/deadline.h mail/qpath.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/qq_envelope.c
$(OUT)/tests/fuzz/qq_session.o: tests/fuzz/qq_session.c mail/qq_session.h lib/attr.h mail/qq_exit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/qq_session.c
$(OUT)/tests/fuzz/queue_fix.o: tests/fuzz/queue_fix.c mail/qfix_sort.h mail/qfix.h lib/attr.h lib/buf.h lib/view.h mail/conf.h mail/qpath.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/queue_fix.c
$(OUT)/tests/fuzz/received.o: tests/fuzz/received.c mail/received.h lib/buf.h lib/attr.h lib/view.h mail/received_queue.h lib/io_core.h lib/deadline.h lib/ascii.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/received.c
$(OUT)/tests/fuzz/relay.o: tests/fuzz/relay.c relay/datagram.h lib/attr.h lib/buf.h lib/view.h relay/remotes.h lib/ip.h relay/store.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/relay.c
$(OUT)/tests/fuzz/replay.o: tests/fuzz/replay.c lib/buf.h lib/attr.h lib/view.h lib/file.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/replay.c
$(OUT)/tests/fuzz/rules.o: tests/fuzz/rules.c ucspi/rules.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/rules.c
$(OUT)/tests/fuzz/rules_make.o: tests/fuzz/rules_make.c ucspi/rules_make.h lib/attr.h lib/cdb.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h ucspi/rules.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/rules_make.c
$(OUT)/tests/fuzz/send_records.o: tests/fuzz/send_records.c send/job.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h send/shared.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/record.h mail/queue.h mail/qq_exit.h mail/qstate.h send/sort.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/send_records.c
$(OUT)/tests/fuzz/send_report.o: tests/fuzz/send_report.c send/report.h lib/attr.h lib/buf.h lib/view.h mail/verdict.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/send_report.c
$(OUT)/tests/fuzz/smtp_line.o: tests/fuzz/smtp_line.c mail/smtp_line.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/smtp_line.c
$(OUT)/tests/fuzz/smtp_reply.o: tests/fuzz/smtp_reply.c mail/smtp_reply.h lib/attr.h lib/buf.h lib/view.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/smtp_reply.c
$(OUT)/tests/fuzz/smtpd.o: tests/fuzz/smtpd.c smtpd/command.h lib/view.h smtpd/session.h lib/attr.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h lib/ascii.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/smtpd.c
$(OUT)/tests/fuzz/smtproute.o: tests/fuzz/smtproute.c mail/smtproute.h lib/attr.h lib/view.h mail/control.h lib/buf.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/smtproute.c
$(OUT)/tests/fuzz/spawn_command.o: tests/fuzz/spawn_command.c mail/spawn_command.h lib/attr.h lib/buf.h lib/view.h mail/spawn.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/spawn_command.c
$(OUT)/tests/fuzz/svstatus.o: tests/fuzz/svstatus.c supervise/svstatus.h lib/attr.h lib/tai.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/svstatus.c
$(OUT)/tests/fuzz/tai.o: tests/fuzz/tai.c lib/tai.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/tai.c
$(OUT)/tests/fuzz/tcpto.o: tests/fuzz/tcpto.c mail/tcpto.h lib/attr.h lib/ip.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/tcpto.c
$(OUT)/tests/fuzz/users_assign.o: tests/fuzz/users_assign.c mail/users.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/users_assign.c
$(OUT)/tests/fuzz/users_cdb.o: tests/fuzz/users_cdb.c mail/users.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/users_cdb.c
$(OUT)/tests/fuzz/verdict.o: tests/fuzz/verdict.c mail/verdict.h lib/buf.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/fuzz/verdict.c
$(OUT)/tests/tools/alike.o: tests/tools/alike.c lib/file.h lib/attr.h lib/buf.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/alike.c
$(OUT)/tests/tools/argnumber.o: tests/tools/argnumber.c tests/tools/argnumber.h lib/num.h lib/attr.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/argnumber.c
$(OUT)/tests/tools/await.o: tests/tools/await.c lib/child.h lib/attr.h lib/deadline.h lib/num.h lib/view.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/await.c
$(OUT)/tests/tools/blackhole.o: tests/tools/blackhole.c lib/deadline.h lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h lib/net.h lib/num.h lib/os.h lib/prog.h lib/log.h lib/mem.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/blackhole.c
$(OUT)/tests/tools/checktext.o: tests/tools/checktext.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/file.h lib/buf.h lib/prog.h lib/log.h lib/mem.h lib/setid.h mail/auth.h mail/checker.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/checktext.c
$(OUT)/tests/tools/conndrive.o: tests/tools/conndrive.c lib/deadline.h lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h lib/mem.h lib/net.h lib/prog.h lib/log.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/conndrive.c
$(OUT)/tests/tools/crypttest.o: tests/tools/crypttest.c lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/crypttest.c
$(OUT)/tests/tools/dnsq.o: tests/tools/dnsq.c lib/ascii.h lib/dns.h lib/attr.h lib/buf.h lib/view.h lib/ip.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/dnsq.c
$(OUT)/tests/tools/dnsserver.o: tests/tools/dnsserver.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/fd.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/ip.h lib/net.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h tests/tools/dnszone.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/dnsserver.c
$(OUT)/tests/tools/dnszone.o: tests/tools/dnszone.c tests/tools/dnszone.h lib/view.h lib/ascii.h lib/buf.h lib/attr.h lib/file.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/dnszone.c
$(OUT)/tests/tools/escape.o: tests/tools/escape.c tests/tools/escape.h lib/buf.h lib/attr.h lib/view.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/escape.c
$(OUT)/tests/tools/fakeclean.o: tests/tools/fakeclean.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h mail/qpath.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/fakeclean.c
$(OUT)/tests/tools/fakeremote.o: tests/tools/fakeremote.c lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/fakeremote.c
$(OUT)/tests/tools/fakespawn.o: tests/tools/fakespawn.c lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/fakespawn.c
$(OUT)/tests/tools/flood.o: tests/tools/flood.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h tests/tools/testmail.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/flood.c
$(OUT)/tests/tools/guard.o: tests/tools/guard.c lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/exitcode.h lib/fd_all.h lib/log.h lib/num.h lib/prog.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/guard.c
$(OUT)/tests/tools/hangfs.o: tests/tools/hangfs.c lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/hangfs.c
$(OUT)/tests/tools/ifaddr.o: tests/tools/ifaddr.c lib/ip.h lib/attr.h lib/view.h lib/net.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/ifaddr.c
$(OUT)/tests/tools/inetd.o: tests/tools/inetd.c lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/fd.h lib/io.h lib/io_core.h lib/ip.h lib/net.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/inetd.c
$(OUT)/tests/tools/killer.o: tests/tools/killer.c lib/buf.h lib/attr.h lib/view.h lib/deadline.h lib/file.h lib/io.h lib/io_core.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/killer.c
$(OUT)/tests/tools/leasedrive.o: tests/tools/leasedrive.c lib/exitcode.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/pool.h mail/lease.h mail/spawn.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/leasedrive.c
$(OUT)/tests/tools/leasejobs.o: tests/tools/leasejobs.c lib/child.h lib/attr.h lib/deadline.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/os.h lib/prog.h lib/log.h lib/mem.h mail/lease.h tests/tools/escape.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/leasejobs.c
$(OUT)/tests/tools/leaseliar.o: tests/tools/leaseliar.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h mail/lease.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/leaseliar.c
$(OUT)/tests/tools/logcheck.o: tests/tools/logcheck.c lib/exitcode.h lib/file.h lib/attr.h lib/buf.h lib/view.h lib/mem.h lib/prog.h lib/log.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/logcheck.c
$(OUT)/tests/tools/logsink.o: tests/tools/logsink.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/logsink.c
$(OUT)/tests/tools/logwait.o: tests/tools/logwait.c lib/deadline.h lib/exitcode.h lib/file.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/prog.h lib/log.h lib/mem.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/logwait.c
$(OUT)/tests/tools/mailcheck.o: tests/tools/mailcheck.c lib/buf.h lib/attr.h lib/view.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h tests/tools/testmail.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/mailcheck.c
$(OUT)/tests/tools/memgrep.o: tests/tools/memgrep.c lib/file.h lib/attr.h lib/buf.h lib/view.h lib/mem.h lib/prog.h lib/log.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/memgrep.c
$(OUT)/tests/tools/nodelay.o: tests/tools/nodelay.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/nodelay.c
$(OUT)/tests/tools/passsock.o: tests/tools/passsock.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/fd.h lib/io.h lib/buf.h lib/io_core.h lib/ip.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/passsock.c
$(OUT)/tests/tools/pcline.o: tests/tools/pcline.c tests/tools/pcline.h lib/buf.h lib/attr.h lib/view.h lib/mem.h lib/num.h lib/prog.h lib/log.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/pcline.c
$(OUT)/tests/tools/pcrecord.o: tests/tools/pcrecord.c tests/tools/pcrecord.h lib/file.h lib/attr.h lib/buf.h lib/view.h lib/mem.h lib/num.h lib/prog.h lib/log.h tests/tools/pcline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/pcrecord.c
$(OUT)/tests/tools/pcstate.o: tests/tools/pcstate.c tests/tools/pcstate.h lib/buf.h lib/attr.h lib/view.h tests/tools/pcrecord.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h lib/num.h lib/prog.h lib/log.h mail/qpath.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/pcstate.c
$(OUT)/tests/tools/pop3drive.o: tests/tools/pop3drive.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/pop3drive.c
$(OUT)/tests/tools/pop3guess.o: tests/tools/pop3guess.c lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/net.h lib/ip.h lib/prog.h lib/log.h lib/mem.h lib/sig.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/pop3guess.c
$(OUT)/tests/tools/powercut.o: tests/tools/powercut.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h tests/tools/pcrecord.h tests/tools/pcstate.h lib/buf.h lib/view.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/powercut.c
$(OUT)/tests/tools/ptytype.o: tests/tools/ptytype.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/ptytype.c
$(OUT)/tests/tools/ptywatch.o: tests/tools/ptywatch.c lib/child.h lib/attr.h lib/deadline.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/ptywatch.c
$(OUT)/tests/tools/qcheck.o: tests/tools/qcheck.c lib/deadline.h lib/exitcode.h lib/fd.h lib/attr.h lib/file.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/prog.h lib/log.h lib/mem.h mail/qpath.h mail/qscan.h mail/queue.h mail/qq_exit.h mail/qstate.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qcheck.c
$(OUT)/tests/tools/qguess.o: tests/tools/qguess.c lib/buf.h lib/attr.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h mail/qpath.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qguess.c
$(OUT)/tests/tools/qmany.o: tests/tools/qmany.c lib/exitcode.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h mail/qpath.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qmany.c
$(OUT)/tests/tools/qmqpsink.o: tests/tools/qmqpsink.c lib/buf.h lib/attr.h lib/view.h lib/exitcode.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/ip.h lib/net.h lib/netstring.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qmqpsink.c
$(OUT)/tests/tools/qqkeep.o: tests/tools/qqkeep.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h mail/qq_exit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qqkeep.c
$(OUT)/tests/tools/qqmany.o: tests/tools/qqmany.c lib/child.h lib/attr.h lib/deadline.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/conf.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h tests/tools/testmail.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qqmany.c
$(OUT)/tests/tools/qqput.o: tests/tools/qqput.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qqput.c
$(OUT)/tests/tools/qqraw.o: tests/tools/qqraw.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/ip.h lib/net.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h mail/qq_session.h mail/qq_exit.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/qqraw.c
$(OUT)/tests/tools/sandprobe.o: tests/tools/sandprobe.c lib/confine.h lib/attr.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/sandprobe.c
$(OUT)/tests/tools/sendahead.o: tests/tools/sendahead.c lib/file.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/net.h lib/ip.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/sendahead.c
$(OUT)/tests/tools/sendrig.o: tests/tools/sendrig.c lib/child.h lib/attr.h lib/deadline.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/setid.h tests/tools/argnumber.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/sendrig.c
$(OUT)/tests/tools/showproc.o: tests/tools/showproc.c lib/env.h lib/view.h lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/showproc.c
$(OUT)/tests/tools/smtpscript.o: tests/tools/smtpscript.c tests/tools/smtpscript.h lib/buf.h lib/attr.h lib/view.h lib/ascii.h lib/file.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/smtpscript.c
$(OUT)/tests/tools/smtpsink.o: tests/tools/smtpsink.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/deadline.h lib/err.h lib/fd.h lib/io.h lib/io_core.h lib/ip.h lib/num.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h tests/tools/smtpscript.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/smtpsink.c
$(OUT)/tests/tools/spawndrive.o: tests/tools/spawndrive.c lib/child.h lib/attr.h lib/deadline.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/num.h lib/os.h lib/prog.h lib/log.h lib/mem.h mail/spawn.h tests/tools/escape.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/spawndrive.c
$(OUT)/tests/tools/testmail.o: tests/tools/testmail.c tests/tools/testmail.h lib/buf.h lib/attr.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/testmail.c
$(OUT)/tests/tools/tlstest.o: tests/tools/tlstest.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/exitcode.h lib/fd.h lib/io.h lib/buf.h lib/io_core.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/tlstest.c
$(OUT)/tests/tools/udpput.o: tests/tools/udpput.c lib/ip.h lib/attr.h lib/view.h lib/net.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/tools/udpput.c
$(OUT)/tests/unit/account.o: tests/unit/account.c mail/account.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h mail/accounts.h mail/control.h mail/password.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/account.c
$(OUT)/tests/unit/address.o: tests/unit/address.c mail/address.h lib/attr.h lib/buf.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/address.c
$(OUT)/tests/unit/base64.o: tests/unit/base64.c lib/base64.h lib/attr.h lib/buf.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/base64.c
$(OUT)/tests/unit/buf.o: tests/unit/buf.c lib/buf.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/buf.c
$(OUT)/tests/unit/cdb.o: tests/unit/cdb.c lib/cdb.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/file.h lib/num.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/cdb.c
$(OUT)/tests/unit/child.o: tests/unit/child.c lib/child.h lib/attr.h lib/deadline.h lib/err.h lib/fd.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/child.c
$(OUT)/tests/unit/control.o: tests/unit/control.c mail/control.h lib/attr.h lib/buf.h lib/view.h tests/scratch.h lib/child.h lib/deadline.h lib/io_core.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/control.c
$(OUT)/tests/unit/date.o: tests/unit/date.c mail/date.h lib/attr.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/date.c
$(OUT)/tests/unit/dest.o: tests/unit/dest.c mail/dest.h lib/buf.h lib/attr.h lib/view.h lib/ip.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/dest.c
$(OUT)/tests/unit/dns.o: tests/unit/dns.c lib/dns.h lib/attr.h lib/buf.h lib/view.h lib/ip.h lib/dns_packet.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/dns.c
$(OUT)/tests/unit/dotqmail.o: tests/unit/dotqmail.c mail/dotqmail.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/dotqmail.c
$(OUT)/tests/unit/early.o: tests/unit/early.c ucspi/early.h lib/attr.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/early.c
$(OUT)/tests/unit/env.o: tests/unit/env.c lib/env.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/env.c
$(OUT)/tests/unit/fd.o: tests/unit/fd.c lib/fd.h lib/attr.h lib/fd_all.h lib/deadline.h lib/file.h lib/buf.h lib/view.h lib/lock.h lib/log.h lib/passwd.h lib/sig.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/fd.c
$(OUT)/tests/unit/handover.o: tests/unit/handover.c lib/handover.h lib/attr.h lib/env.h lib/view.h lib/fd.h lib/mem.h lib/os.h lib/prog.h lib/log.h lib/seqpacket.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/handover.c
$(OUT)/tests/unit/hangup.o: tests/unit/hangup.c lib/hangup.h lib/deadline.h lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/net.h lib/ip.h lib/sig.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/hangup.c
$(OUT)/tests/unit/hash.o: tests/unit/hash.c lib/hash.h lib/view.h lib/attr.h lib/md5.h lib/sha256.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/hash.c
$(OUT)/tests/unit/header.o: tests/unit/header.c mail/header.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/header.c
$(OUT)/tests/unit/header_address.o: tests/unit/header_address.c mail/header_address.h lib/attr.h lib/buf.h lib/view.h mail/header_token.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/header_address.c
$(OUT)/tests/unit/ident.o: tests/unit/ident.c lib/ident.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/ip.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/ident.c
$(OUT)/tests/unit/io.o: tests/unit/io.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/fd.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/io.c
$(OUT)/tests/unit/ip.o: tests/unit/ip.c lib/ip.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/ip.c
$(OUT)/tests/unit/lease.o: tests/unit/lease.c mail/lease.h lib/attr.h lib/buf.h lib/view.h lib/child.h lib/deadline.h lib/fd.h lib/os.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/lease.c
$(OUT)/tests/unit/limits.o: tests/unit/limits.c ucspi/limits.h lib/attr.h lib/ip.h lib/view.h lib/prog.h lib/log.h lib/mem.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/limits.c
$(OUT)/tests/unit/local_job.o: tests/unit/local_job.c local/job.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/deadline.h lib/log.h mail/dotqmail.h mail/maildir_new.h mail/maildir.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h lib/file.h local/hops.h mail/maildir_list.h local/site.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/local_job.c
$(OUT)/tests/unit/maildir.o: tests/unit/maildir.c mail/maildir.h lib/attr.h lib/buf.h lib/view.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/maildir.c
$(OUT)/tests/unit/maildir_list.o: tests/unit/maildir_list.c mail/maildir_list.h lib/attr.h lib/buf.h lib/view.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h mail/maildir.h mail/maildir_quota.h mail/maildir_sizes.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/maildir_list.c
$(OUT)/tests/unit/maildir_new.o: tests/unit/maildir_new.c mail/maildir_new.h lib/attr.h lib/buf.h lib/view.h mail/maildir.h lib/file.h lib/io.h lib/io_core.h lib/deadline.h mail/maildir_list.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/maildir_new.c
$(OUT)/tests/unit/mbox.o: tests/unit/mbox.c mail/mbox.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/child.h lib/fd.h lib/file.h lib/lock.h tests/scratch.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/mbox.c
$(OUT)/tests/unit/mem.o: tests/unit/mem.c lib/mem.h lib/attr.h lib/buf.h lib/view.h lib/env.h lib/exitcode.h lib/prog.h lib/log.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/mem.c
$(OUT)/tests/unit/mx.o: tests/unit/mx.c mail/mx.h lib/attr.h lib/buf.h lib/view.h lib/dns.h lib/ip.h lib/random.h mail/ipme.h lib/ifaddr.h lib/mem.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/mx.c
$(OUT)/tests/unit/netstring.o: tests/unit/netstring.c lib/netstring.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/netstring.c
$(OUT)/tests/unit/num.o: tests/unit/num.c lib/num.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/num.c
$(OUT)/tests/unit/qpath.o: tests/unit/qpath.c mail/qpath.h lib/attr.h lib/view.h tests/scratch.h lib/child.h lib/deadline.h lib/io_core.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/qpath.c
$(OUT)/tests/unit/qq_exit.o: tests/unit/qq_exit.c mail/qq_exit.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/qq_exit.c
$(OUT)/tests/unit/qq_session.o: tests/unit/qq_session.c mail/qq_session.h lib/attr.h mail/qq_exit.h mail/qq_envelope.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/qq_session.c
$(OUT)/tests/unit/qstate.o: tests/unit/qstate.c mail/qstate.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/qstate.c
$(OUT)/tests/unit/qsweep.o: tests/unit/qsweep.c mail/qsweep.h mail/qscan.h lib/attr.h mail/qpath.h lib/view.h mail/queue.h lib/io_core.h lib/deadline.h mail/qq_exit.h mail/qstate.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/qsweep.c
$(OUT)/tests/unit/queue.o: tests/unit/queue.c mail/queue.h lib/attr.h lib/io_core.h lib/deadline.h lib/view.h mail/qpath.h mail/qq_exit.h mail/qstate.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/queue.c
$(OUT)/tests/unit/received.o: tests/unit/received.c mail/received.h lib/buf.h lib/attr.h lib/view.h mail/received_queue.h lib/io_core.h lib/deadline.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/received.c
$(OUT)/tests/unit/relay.o: tests/unit/relay.c relay/datagram.h lib/attr.h lib/buf.h lib/view.h relay/remotes.h lib/ip.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/relay.c
$(OUT)/tests/unit/sandbox.o: tests/unit/sandbox.c lib/sandbox.h lib/attr.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/sandbox.c
$(OUT)/tests/unit/sasl.o: tests/unit/sasl.c mail/sasl.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/sasl.c
$(OUT)/tests/unit/send_batch.o: tests/unit/send_batch.c send/done.h send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/bounce.h lib/fd.h lib/file.h send/note.h tests/scratch.h lib/child.h lib/io_core.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_batch.c
$(OUT)/tests/unit/send_done.o: tests/unit/send_done.c send/done.h send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/attr.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/bounce.h lib/fd.h lib/file.h mail/queue.h lib/io_core.h mail/qq_exit.h mail/qstate.h send/note.h send/scan.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_done.c
$(OUT)/tests/unit/send_fresh.o: tests/unit/send_fresh.c send/fresh.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_fresh.c
$(OUT)/tests/unit/send_route.o: tests/unit/send_route.c send/route.h lib/attr.h lib/buf.h lib/view.h mail/control.h send/channel.h mail/qpath.h lib/io.h lib/io_core.h lib/deadline.h send/verp.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_route.c
$(OUT)/tests/unit/send_schedule.o: tests/unit/send_schedule.c send/heap.h send/idset.h send/retry.h send/channel.h mail/qpath.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_schedule.c
$(OUT)/tests/unit/send_sort.o: tests/unit/send_sort.c send/sort.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h send/shared.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h lib/fd.h mail/queue.h mail/qq_exit.h mail/qstate.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_sort.c
$(OUT)/tests/unit/send_syncs.o: tests/unit/send_syncs.c send/syncs.h lib/attr.h send/ahead.h send/shared.h lib/deadline.h mail/qpath.h lib/view.h send/channel.h send/clean.h lib/buf.h send/dirs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h tests/scratch.h lib/child.h lib/io_core.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_syncs.c
$(OUT)/tests/unit/send_text.o: tests/unit/send_text.c mail/verdict.h lib/buf.h lib/attr.h lib/view.h send/bounce.h send/shared.h lib/deadline.h mail/qpath.h send/channel.h send/clean.h send/dirs.h send/syncs.h send/fresh.h send/heap.h send/idset.h send/settings.h send/route.h mail/control.h send/note.h send/report.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/send_text.c
$(OUT)/tests/unit/setid.o: tests/unit/setid.c lib/setid.h lib/attr.h tests/tap.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/setid.c
$(OUT)/tests/unit/smtp_line.o: tests/unit/smtp_line.c mail/smtp_line.h lib/attr.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/smtp_line.c
$(OUT)/tests/unit/smtp_reply.o: tests/unit/smtp_reply.c mail/smtp_reply.h lib/attr.h lib/buf.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/smtp_reply.c
$(OUT)/tests/unit/smtpd_command.o: tests/unit/smtpd_command.c smtpd/command.h lib/view.h smtpd/session.h lib/attr.h lib/buf.h lib/deadline.h lib/io.h lib/io_core.h mail/qq_client.h mail/qq_exit.h mail/qq_session.h mail/rcpthosts.h lib/cdb.h mail/control.h mail/smtp_line.h smtpd/localip.h mail/ipme.h lib/ifaddr.h lib/ip.h smtpd/policy.h smtpd/settings.h smtpd/smtpauth.h smtpd/smtptls.h mail/starttls.h smtpd/validrcpt.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/smtpd_command.c
$(OUT)/tests/unit/smtproute.o: tests/unit/smtproute.c mail/smtproute.h lib/attr.h lib/view.h mail/control.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/smtproute.c
$(OUT)/tests/unit/stay.o: tests/unit/stay.c ucspi/stay.h lib/attr.h lib/fd.h lib/handover.h lib/mem.h lib/prog.h lib/log.h lib/seqpacket.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/stay.c
$(OUT)/tests/unit/svmachine.o: tests/unit/svmachine.c supervise/svmachine.h supervise/svstatus.h lib/attr.h lib/tai.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/svmachine.c
$(OUT)/tests/unit/svstatus.o: tests/unit/svstatus.c supervise/svstatus.h lib/attr.h lib/tai.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/svstatus.c
$(OUT)/tests/unit/tai.o: tests/unit/tai.c lib/tai.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/tai.c
$(OUT)/tests/unit/tcpto.o: tests/unit/tcpto.c mail/tcpto.h lib/attr.h lib/ip.h lib/view.h lib/file.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h lib/lock.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/tcpto.c
$(OUT)/tests/unit/text.o: tests/unit/text.c remote/text.h lib/attr.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/file.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/text.c
$(OUT)/tests/unit/users.o: tests/unit/users.c mail/users.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/mem.h tests/scratch.h lib/child.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/users.c
$(OUT)/tests/unit/verdict.o: tests/unit/verdict.c mail/verdict.h lib/buf.h lib/attr.h lib/view.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/verdict.c
$(OUT)/tests/unit/view.o: tests/unit/view.c lib/view.h lib/attr.h lib/size.h tests/tap.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tests/unit/view.c
$(OUT)/tls/keys.o: tls/keys.c tls/keys.h lib/attr.h lib/buf.h lib/view.h lib/err.h lib/file.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tls/keys.c
$(OUT)/tls/qmail-tlsd.o: tls/qmail-tlsd.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/err.h lib/exitcode.h lib/fd.h lib/fd_mute.h lib/fd_all.h lib/hangup.h lib/io.h lib/buf.h lib/io_core.h lib/num.h lib/passwd.h lib/prog.h lib/log.h lib/mem.h lib/sandbox.h lib/setid.h lib/sig.h mail/conf.h tls/keys.h tls/relay.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tls/qmail-tlsd.c
$(OUT)/tls/relay.o: tls/relay.c tls/relay.h lib/attr.h lib/deadline.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ tls/relay.c
$(OUT)/ucspi/addcr.o: ucspi/addcr.c lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/addcr.c
$(OUT)/ucspi/argv0.o: ucspi/argv0.c lib/child.h lib/attr.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/argv0.c
$(OUT)/ucspi/delcr.o: ucspi/delcr.c lib/confine_log.h lib/confine.h lib/attr.h lib/exitcode.h lib/io.h lib/buf.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/delcr.c
$(OUT)/ucspi/early.o: ucspi/early.c ucspi/early.h lib/attr.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/early.c
$(OUT)/ucspi/fixcrio.o: ucspi/fixcrio.c lib/prog.h lib/attr.h lib/log.h lib/mem.h ucspi/pump.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/fixcrio.c
$(OUT)/ucspi/ident.o: ucspi/ident.c ucspi/ident.h lib/attr.h lib/buf.h lib/view.h ucspi/tcpenv.h lib/env.h lib/ip.h lib/ascii.h lib/fd.h lib/io.h lib/io_core.h lib/deadline.h lib/net.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/ident.c
$(OUT)/ucspi/lanes.o: ucspi/lanes.c ucspi/lanes.h lib/attr.h lib/mem.h ucspi/serve.h lib/buf.h lib/view.h lib/env.h ucspi/limits.h lib/ip.h ucspi/proxy.h lib/deadline.h ucspi/tcpenv.h ucspi/rules_file.h lib/cdb.h lib/io.h lib/io_core.h ucspi/tally.h ucspi/early.h ucspi/stay.h lib/child.h lib/err.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/sig.h lib/thread.h ucspi/rules.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/lanes.c
$(OUT)/ucspi/limits.o: ucspi/limits.c ucspi/limits.h lib/attr.h lib/ip.h lib/view.h lib/deadline.h lib/mem.h lib/prog.h lib/log.h lib/size.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/limits.c
$(OUT)/ucspi/listener.o: ucspi/listener.c ucspi/listener.h lib/attr.h lib/dns.h lib/buf.h lib/view.h lib/ip.h lib/env.h lib/fd.h lib/net.h lib/deadline.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/listener.c
$(OUT)/ucspi/mconnect-io.o: ucspi/mconnect-io.c lib/exitcode.h lib/prog.h lib/attr.h lib/log.h lib/mem.h lib/sig.h ucspi/pump.h lib/buf.h lib/view.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/mconnect-io.c
$(OUT)/ucspi/names.o: ucspi/names.c ucspi/names.h lib/attr.h lib/buf.h lib/view.h lib/ip.h lib/ascii.h lib/dns.h lib/file.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/names.c
$(OUT)/ucspi/proxy-env.o: ucspi/proxy-env.c lib/child.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/num.h lib/prog.h lib/log.h lib/mem.h ucspi/proxy.h lib/buf.h ucspi/tcpenv.h lib/ip.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/proxy-env.c
$(OUT)/ucspi/proxy.o: ucspi/proxy.c ucspi/proxy.h lib/attr.h lib/buf.h lib/view.h lib/deadline.h lib/env.h ucspi/tcpenv.h lib/ip.h lib/ascii.h lib/io.h lib/io_core.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/proxy.c
$(OUT)/ucspi/pump.o: ucspi/pump.c ucspi/pump.h lib/attr.h lib/buf.h lib/view.h lib/child.h lib/deadline.h lib/exitcode.h lib/fd.h lib/os.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/pump.c
$(OUT)/ucspi/rblsmtpd.o: ucspi/rblsmtpd.c lib/ascii.h lib/buf.h lib/attr.h lib/view.h lib/child.h lib/deadline.h lib/dns.h lib/ip.h lib/env.h lib/exitcode.h lib/io.h lib/io_core.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/rblsmtpd.c
$(OUT)/ucspi/recordio.o: ucspi/recordio.c lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h ucspi/pump.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/recordio.c
$(OUT)/ucspi/rules.o: ucspi/rules.c ucspi/rules.h lib/attr.h lib/buf.h lib/view.h lib/cdb.h lib/io.h lib/io_core.h lib/deadline.h lib/ip.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/rules.c
$(OUT)/ucspi/rules_file.o: ucspi/rules_file.c ucspi/rules_file.h lib/attr.h lib/cdb.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/fd.h lib/file.h lib/prog.h lib/log.h lib/mem.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/rules_file.c
$(OUT)/ucspi/rules_make.o: ucspi/rules_make.c ucspi/rules_make.h lib/attr.h lib/cdb.h lib/buf.h lib/view.h lib/io.h lib/io_core.h lib/deadline.h lib/ascii.h lib/ip.h lib/log.h lib/num.h ucspi/rules.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/rules_make.c
$(OUT)/ucspi/serve.o: ucspi/serve.c ucspi/serve.h lib/attr.h lib/buf.h lib/view.h lib/env.h ucspi/limits.h lib/ip.h ucspi/proxy.h lib/deadline.h ucspi/tcpenv.h ucspi/rules_file.h lib/cdb.h lib/io.h lib/io_core.h lib/ascii.h lib/child.h lib/dns.h lib/err.h lib/exitcode.h lib/fd.h lib/handover.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/sig.h ucspi/ident.h ucspi/names.h ucspi/rules.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/serve.c
$(OUT)/ucspi/stay.o: ucspi/stay.c ucspi/stay.h lib/attr.h lib/deadline.h lib/env.h lib/view.h lib/fd.h lib/handover.h ucspi/rules.h lib/buf.h lib/cdb.h lib/io.h lib/io_core.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/stay.c
$(OUT)/ucspi/tally.o: ucspi/tally.c ucspi/tally.h lib/attr.h ucspi/early.h ucspi/limits.h lib/ip.h lib/view.h ucspi/serve.h lib/buf.h lib/env.h ucspi/proxy.h lib/deadline.h ucspi/tcpenv.h ucspi/rules_file.h lib/cdb.h lib/io.h lib/io_core.h ucspi/stay.h lib/exitcode.h lib/num.h lib/prog.h lib/log.h lib/mem.h lib/thread.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tally.c
$(OUT)/ucspi/tcpclient.o: ucspi/tcpclient.c lib/child.h lib/attr.h lib/deadline.h lib/dns.h lib/buf.h lib/view.h lib/ip.h lib/env.h lib/err.h lib/exitcode.h lib/fd.h lib/mem.h lib/net.h lib/num.h lib/prog.h lib/log.h lib/random.h lib/sig.h ucspi/ident.h ucspi/tcpenv.h ucspi/names.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tcpclient.c
$(OUT)/ucspi/tcpenv.o: ucspi/tcpenv.c ucspi/tcpenv.h lib/env.h lib/view.h lib/ip.h lib/attr.h lib/num.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tcpenv.c
$(OUT)/ucspi/tcprules.o: ucspi/tcprules.c lib/exitcode.h lib/io.h lib/buf.h lib/attr.h lib/view.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h lib/sys.h ucspi/rules_make.h lib/cdb.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tcprules.c
$(OUT)/ucspi/tcprulescheck.o: ucspi/tcprulescheck.c lib/env.h lib/view.h lib/exitcode.h lib/file.h lib/attr.h lib/buf.h lib/io.h lib/io_core.h lib/deadline.h lib/prog.h lib/log.h lib/mem.h ucspi/rules.h lib/cdb.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tcprulescheck.c
$(OUT)/ucspi/tcpserver.o: ucspi/tcpserver.c lib/env.h lib/view.h lib/exitcode.h lib/fd.h lib/attr.h lib/io.h lib/buf.h lib/io_core.h lib/deadline.h lib/mem.h lib/num.h lib/passwd.h lib/prog.h lib/log.h lib/setid.h lib/sig.h ucspi/lanes.h ucspi/serve.h ucspi/limits.h lib/ip.h ucspi/proxy.h ucspi/tcpenv.h ucspi/rules_file.h lib/cdb.h ucspi/tally.h ucspi/early.h ucspi/stay.h ucspi/listener.h ucspi/names.h lib/banned.h $(OUT)/stamp
	$(COMPILE) -o $@ ucspi/tcpserver.c
$(OUT)/bin/checkaccount: $(OUT)/account/checkaccount.o $(OUT)/lib/ascii.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/setid.o $(OUT)/mail/account.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/auth.o $(OUT)/lib/child.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/password.o $(OUT)/lib/random.o
	$(LINK) -o $@ $(OUT)/account/checkaccount.o $(OUT)/lib/ascii.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/setid.o $(OUT)/mail/account.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/auth.o $(OUT)/lib/child.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/password.o $(OUT)/lib/random.o -lcrypt
$(OUT)/bin/qmail-account: $(OUT)/account/qmail-account.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/passwd.o $(OUT)/lib/terminal.o $(OUT)/mail/account.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/mail/conf.o $(OUT)/mail/mailbox.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/maildir.o $(OUT)/mail/password.o $(OUT)/lib/random.o
	$(LINK) -o $@ $(OUT)/account/qmail-account.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/passwd.o $(OUT)/lib/terminal.o $(OUT)/mail/account.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/mail/conf.o $(OUT)/mail/mailbox.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/maildir.o $(OUT)/mail/password.o $(OUT)/lib/random.o -lcrypt
$(OUT)/bin/qmail-newaccounts: $(OUT)/account/qmail-newaccounts.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/mail/account.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
	$(LINK) -o $@ $(OUT)/account/qmail-newaccounts.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/mail/account.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
$(OUT)/bench/drive: $(OUT)/bench/drive.o $(OUT)/bench/conn.o $(OUT)/bench/util.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/bench/fill.o $(OUT)/bench/inject.o $(OUT)/bench/sink.o $(OUT)/bench/smtp.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o
	$(LINK) -o $@ $(OUT)/bench/drive.o $(OUT)/bench/conn.o $(OUT)/bench/util.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/bench/fill.o $(OUT)/bench/inject.o $(OUT)/bench/sink.o $(OUT)/bench/smtp.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o
$(OUT)/bench/nothing: $(OUT)/bench/nothing.o
	$(LINK) -o $@ $(OUT)/bench/nothing.o
$(OUT)/bin/checkpassword: $(OUT)/checkpassword.o $(OUT)/lib/nss.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o $(OUT)/mail/auth.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/io.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/password.o $(OUT)/lib/hash.o $(OUT)/lib/random.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/md5.o
	$(LINKNSS) -o $@ $(OUT)/checkpassword.o $(OUT)/lib/nss.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o $(OUT)/mail/auth.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/io.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/password.o $(OUT)/lib/hash.o $(OUT)/lib/random.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/md5.o -lcrypt
$(OUT)/bin/bouncesaying: $(OUT)/deliver/bouncesaying.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/deliver/bouncesaying.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/condredirect: $(OUT)/deliver/condredirect.o $(OUT)/deliver/forwarding.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/deliver/run.o
	$(LINK) -o $@ $(OUT)/deliver/condredirect.o $(OUT)/deliver/forwarding.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/deliver/run.o
$(OUT)/bin/datemail: $(OUT)/deliver/datemail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/deliver/datemail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/except: $(OUT)/deliver/except.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/deliver/except.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/forward: $(OUT)/deliver/forward.o $(OUT)/deliver/forwarding.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/deliver/run.o
	$(LINK) -o $@ $(OUT)/deliver/forward.o $(OUT)/deliver/forwarding.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/deliver/run.o
$(OUT)/bin/maildir2mbox: $(OUT)/deliver/maildir2mbox.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o
	$(LINK) -o $@ $(OUT)/deliver/maildir2mbox.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o
$(OUT)/bin/maildirmake: $(OUT)/deliver/maildirmake.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/maildir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/deliver/maildirmake.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/maildir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/predate: $(OUT)/deliver/predate.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/date.o
	$(LINK) -o $@ $(OUT)/deliver/predate.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/date.o
$(OUT)/bin/preline: $(OUT)/deliver/preline.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/deliver/preline.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/qbiff: $(OUT)/deliver/qbiff.o $(OUT)/lib/ascii.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/deliver/qbiff.o $(OUT)/lib/ascii.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/qreceipt: $(OUT)/deliver/qreceipt.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/address.o $(OUT)/mail/header.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/deliver/qreceipt.o $(OUT)/deliver/run.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/address.o $(OUT)/mail/header.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o
$(OUT)/mk/private: $(OUT)/mk/private.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/mk/private.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/mk/rehome: $(OUT)/mk/rehome.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
	$(LINK) -o $@ $(OUT)/mk/rehome.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
$(OUT)/bin/qmail-clean: $(OUT)/qmail-clean.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qpath.o $(OUT)/mail/qsweep.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
	$(LINK) -o $@ $(OUT)/qmail-clean.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qpath.o $(OUT)/mail/qsweep.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
$(OUT)/bin/qmail-getpw: $(OUT)/qmail-getpw.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/nss.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/mail/conf.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o $(OUT)/mail/verdict.o
	$(LINKNSS) -o $@ $(OUT)/qmail-getpw.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/nss.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/mail/conf.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o $(OUT)/mail/verdict.o
$(OUT)/bin/qmail-inject: $(OUT)/qmail-inject.o $(OUT)/inject/compose.o $(OUT)/inject/fields.o $(OUT)/inject/settings.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o $(OUT)/inject/fail.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/env.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/date.o $(OUT)/mail/header.o $(OUT)/inject/list.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/qmail-inject.o $(OUT)/inject/compose.o $(OUT)/inject/fields.o $(OUT)/inject/settings.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o $(OUT)/inject/fail.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/env.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/date.o $(OUT)/mail/header.o $(OUT)/inject/list.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o
$(OUT)/bin/qmail-local: $(OUT)/qmail-local.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/local/serve.o $(OUT)/local/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/dotqmail.o $(OUT)/lib/file.o $(OUT)/mail/maildir_new.o $(OUT)/mail/maildir.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/local/envelope.o $(OUT)/mail/address.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/local/hops.o $(OUT)/local/lines.o $(OUT)/local/deliver.o $(OUT)/local/site.o $(OUT)/mail/lease.o $(OUT)/lib/seqpacket.o
	$(LINK) -o $@ $(OUT)/qmail-local.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/local/serve.o $(OUT)/local/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/dotqmail.o $(OUT)/lib/file.o $(OUT)/mail/maildir_new.o $(OUT)/mail/maildir.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/local/envelope.o $(OUT)/mail/address.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/local/hops.o $(OUT)/local/lines.o $(OUT)/local/deliver.o $(OUT)/local/site.o $(OUT)/mail/lease.o $(OUT)/lib/seqpacket.o
$(OUT)/bin/qmail-lspawn: $(OUT)/qmail-lspawn.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/spawner.o $(OUT)/lib/buf.o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/mail/spawn_command.o $(OUT)/mail/address.o $(OUT)/lib/limit.o $(OUT)/lib/sig.o $(OUT)/mail/verdict.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o
	$(LINK) -o $@ $(OUT)/qmail-lspawn.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/spawner.o $(OUT)/lib/buf.o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/mail/spawn_command.o $(OUT)/mail/address.o $(OUT)/lib/limit.o $(OUT)/lib/sig.o $(OUT)/mail/verdict.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o
$(OUT)/bin/qmail-newmrh: $(OUT)/qmail-newmrh.o $(OUT)/lib/ascii.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
	$(LINK) -o $@ $(OUT)/qmail-newmrh.o $(OUT)/lib/ascii.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
$(OUT)/bin/qmail-newu: $(OUT)/qmail-newu.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/account.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/users.o
	$(LINK) -o $@ $(OUT)/qmail-newu.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/account.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/users.o
$(OUT)/bin/qmail-pop3d: $(OUT)/qmail-pop3d.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/hangup.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_list.o $(OUT)/lib/buf.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/maildir_quota.o $(OUT)/mail/pop3.o $(OUT)/mail/smtp_line.o
	$(LINK) -o $@ $(OUT)/qmail-pop3d.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/hangup.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_list.o $(OUT)/lib/buf.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/maildir_quota.o $(OUT)/mail/pop3.o $(OUT)/mail/smtp_line.o
$(OUT)/bin/qmail-popup: $(OUT)/qmail-popup.o $(OUT)/lib/base64.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_mute.o $(OUT)/lib/hangup.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/auth.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/pop3.o $(OUT)/mail/smtp_line.o $(OUT)/mail/sasl.o $(OUT)/mail/setting.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/starttls.o
	$(LINK) -o $@ $(OUT)/qmail-popup.o $(OUT)/lib/base64.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_mute.o $(OUT)/lib/hangup.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/auth.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/pop3.o $(OUT)/mail/smtp_line.o $(OUT)/mail/sasl.o $(OUT)/mail/setting.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/starttls.o
$(OUT)/bin/qmail-pw2u: $(OUT)/qmail-pw2u.o $(OUT)/lib/ascii.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o
	$(LINK) -o $@ $(OUT)/qmail-pw2u.o $(OUT)/lib/ascii.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/mail/users.o $(OUT)/lib/cdb.o
$(OUT)/bin/qmail-qmqpc: $(OUT)/qmail-qmqpc.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/netstring.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o
	$(LINK) -o $@ $(OUT)/qmail-qmqpc.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/netstring.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o
$(OUT)/bin/qmail-qmqpd: $(OUT)/qmail-qmqpd.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/netstring.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qm.o $(OUT)/mail/address.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o
	$(LINK) -o $@ $(OUT)/qmail-qmqpd.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/netstring.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qm.o $(OUT)/mail/address.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o
$(OUT)/bin/qmail-qmtpd: $(OUT)/qmail-qmtpd.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/hangup.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/netstring.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qm.o $(OUT)/mail/address.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/setting.o
	$(LINK) -o $@ $(OUT)/qmail-qmtpd.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/hangup.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/netstring.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qm.o $(OUT)/mail/address.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/setting.o
$(OUT)/bin/qmail-qread: $(OUT)/qmail-qread.o $(OUT)/lib/ascii.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/date.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
	$(LINK) -o $@ $(OUT)/qmail-qread.o $(OUT)/lib/ascii.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/date.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
$(OUT)/bin/qmail-qstat: $(OUT)/qmail-qstat.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o
	$(LINK) -o $@ $(OUT)/qmail-qstat.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o
$(OUT)/bin/qmail-queue: $(OUT)/qmail-queue.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_envelope.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/mail/qq_session.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o
	$(LINK) -o $@ $(OUT)/qmail-queue.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_envelope.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/mail/qq_session.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o
$(OUT)/bin/qmail-remote: $(OUT)/qmail-remote.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/remote/job.o $(OUT)/lib/ip.o $(OUT)/mail/smtproute.o $(OUT)/mail/control.o $(OUT)/mail/tcpto.o $(OUT)/lib/lock.o $(OUT)/remote/link.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/mail/mx.o $(OUT)/lib/dns.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/remote/dialogue.o $(OUT)/mail/smtp_reply.o $(OUT)/remote/report.o $(OUT)/mail/verdict.o $(OUT)/remote/setup.o $(OUT)/mail/route.o $(OUT)/mail/address.o $(OUT)/remote/check.o $(OUT)/remote/deliver.o $(OUT)/remote/phrase.o $(OUT)/remote/text.o $(OUT)/remote/greet.o $(OUT)/lib/base64.o $(OUT)/remote/worker.o
	$(LINK) -o $@ $(OUT)/qmail-remote.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/remote/job.o $(OUT)/lib/ip.o $(OUT)/mail/smtproute.o $(OUT)/mail/control.o $(OUT)/mail/tcpto.o $(OUT)/lib/lock.o $(OUT)/remote/link.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/mail/mx.o $(OUT)/lib/dns.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/remote/dialogue.o $(OUT)/mail/smtp_reply.o $(OUT)/remote/report.o $(OUT)/mail/verdict.o $(OUT)/remote/setup.o $(OUT)/mail/route.o $(OUT)/mail/address.o $(OUT)/remote/check.o $(OUT)/remote/deliver.o $(OUT)/remote/phrase.o $(OUT)/remote/text.o $(OUT)/remote/greet.o $(OUT)/lib/base64.o $(OUT)/remote/worker.o
$(OUT)/bin/qmail-rspawn: $(OUT)/qmail-rspawn.o $(OUT)/lib/ascii.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/address.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/mail/dest.o $(OUT)/lib/ip.o $(OUT)/mail/smtp_reply.o $(OUT)/mail/verdict.o $(OUT)/mail/route.o $(OUT)/mail/smtproute.o $(OUT)/mail/spawner.o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/mail/spawn_command.o $(OUT)/lib/limit.o $(OUT)/lib/sig.o $(OUT)/mail/tcpto.o $(OUT)/lib/lock.o
	$(LINK) -o $@ $(OUT)/qmail-rspawn.o $(OUT)/lib/ascii.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/address.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/mail/dest.o $(OUT)/lib/ip.o $(OUT)/mail/smtp_reply.o $(OUT)/mail/verdict.o $(OUT)/mail/route.o $(OUT)/mail/smtproute.o $(OUT)/mail/spawner.o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/mail/spawn_command.o $(OUT)/lib/limit.o $(OUT)/lib/sig.o $(OUT)/mail/tcpto.o $(OUT)/lib/lock.o
$(OUT)/bin/qmail-send: $(OUT)/qmail-send.o $(OUT)/lib/fd.o $(OUT)/lib/limit.o $(OUT)/lib/lock.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_session.o $(OUT)/send/note.o $(OUT)/send/verp.o $(OUT)/send/look.o $(OUT)/send/scan.o $(OUT)/send/slot.o $(OUT)/send/job.o $(OUT)/send/retry.o $(OUT)/send/spawn.o $(OUT)/send/report.o $(OUT)/mail/verdict.o $(OUT)/send/suppl.o $(OUT)/send/todo.o $(OUT)/send/sort.o $(OUT)/send/trigger.o
	$(LINK) -o $@ $(OUT)/qmail-send.o $(OUT)/lib/fd.o $(OUT)/lib/limit.o $(OUT)/lib/lock.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/mail/queue.o $(OUT)/mail/qpath.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_session.o $(OUT)/send/note.o $(OUT)/send/verp.o $(OUT)/send/look.o $(OUT)/send/scan.o $(OUT)/send/slot.o $(OUT)/send/job.o $(OUT)/send/retry.o $(OUT)/send/spawn.o $(OUT)/send/report.o $(OUT)/mail/verdict.o $(OUT)/send/suppl.o $(OUT)/send/todo.o $(OUT)/send/sort.o $(OUT)/send/trigger.o -lpthread
$(OUT)/bin/qmail-showctl: $(OUT)/qmail-showctl.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/mail/control_known.o $(OUT)/mail/qpath.o
	$(LINK) -o $@ $(OUT)/qmail-showctl.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/mail/control_known.o $(OUT)/mail/qpath.o
$(OUT)/bin/qmail-smtpd: $(OUT)/qmail-smtpd.o $(OUT)/lib/fd_mute.o $(OUT)/lib/fd.o $(OUT)/lib/handover.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/sig.o $(OUT)/smtpd/command.o $(OUT)/smtpd/session.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o
	$(LINK) -o $@ $(OUT)/qmail-smtpd.o $(OUT)/lib/fd_mute.o $(OUT)/lib/fd.o $(OUT)/lib/handover.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/lib/sig.o $(OUT)/smtpd/command.o $(OUT)/smtpd/session.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o
$(OUT)/bin/qmail-start: $(OUT)/qmail-start.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/conf.o
	$(LINK) -o $@ $(OUT)/qmail-start.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/conf.o
$(OUT)/bin/qmail-tcpok: $(OUT)/qmail-tcpok.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/io.o $(OUT)/lib/lock.o
	$(LINK) -o $@ $(OUT)/qmail-tcpok.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/io.o $(OUT)/lib/lock.o
$(OUT)/bin/qmail-tcpto: $(OUT)/qmail-tcpto.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/qmail-tcpto.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/prog.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o
$(OUT)/bin/queue-fix: $(OUT)/queue-fix.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/mail/qfix.o $(OUT)/lib/buf.o $(OUT)/mail/qpath.o $(OUT)/lib/io.o $(OUT)/mail/qfix_busy.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/mail/qfix_move.o $(OUT)/lib/file.o $(OUT)/mail/qfix_sort.o $(OUT)/mail/qfix_tree.o
	$(LINK) -o $@ $(OUT)/queue-fix.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/mail/qfix.o $(OUT)/lib/buf.o $(OUT)/mail/qpath.o $(OUT)/lib/io.o $(OUT)/mail/qfix_busy.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/mail/qfix_move.o $(OUT)/lib/file.o $(OUT)/mail/qfix_sort.o $(OUT)/mail/qfix_tree.o
$(OUT)/bin/relay-ctrl-age: $(OUT)/relay/relay-ctrl-age.o $(OUT)/relay/note.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-age.o $(OUT)/relay/note.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
$(OUT)/bin/relay-ctrl-allow: $(OUT)/relay/relay-ctrl-allow.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-allow.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
$(OUT)/bin/relay-ctrl-chdir: $(OUT)/relay/relay-ctrl-chdir.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-chdir.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o
$(OUT)/bin/relay-ctrl-check: $(OUT)/relay/relay-ctrl-check.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-check.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/relay/store.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
$(OUT)/bin/relay-ctrl-send: $(OUT)/relay/relay-ctrl-send.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/relay/datagram.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/relay/remotes.o $(OUT)/relay/store.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-send.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/relay/datagram.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/relay/remotes.o $(OUT)/relay/store.o
$(OUT)/bin/relay-ctrl-udp: $(OUT)/relay/relay-ctrl-udp.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o $(OUT)/relay/datagram.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/relay/store.o
	$(LINK) -o $@ $(OUT)/relay/relay-ctrl-udp.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/buf.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/setid.o $(OUT)/relay/datagram.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/note.o $(OUT)/lib/child.o $(OUT)/relay/store.o
$(OUT)/bin/sendmail: $(OUT)/sendmail.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/sendmail.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/splogger: $(OUT)/splogger.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/splogger.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/confine: $(OUT)/supervise/confine.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS)_sandbox.o
	$(LINK) -o $@ $(OUT)/supervise/confine.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS)_sandbox.o
$(OUT)/bin/envdir: $(OUT)/supervise/envdir.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/envdir.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/envuidgid: $(OUT)/supervise/envuidgid.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/envuidgid.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/fghack: $(OUT)/supervise/fghack.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/supervise/fghack.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/multilog: $(OUT)/supervise/multilog.o $(OUT)/lib/ascii.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/tai.o $(OUT)/supervise/logdir.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/lock.o $(OUT)/supervise/mlinput.o $(OUT)/supervise/mlmatch.o
	$(LINK) -o $@ $(OUT)/supervise/multilog.o $(OUT)/lib/ascii.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/tai.o $(OUT)/supervise/logdir.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/lock.o $(OUT)/supervise/mlinput.o $(OUT)/supervise/mlmatch.o
$(OUT)/bin/pgrphack: $(OUT)/supervise/pgrphack.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/supervise/pgrphack.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
$(OUT)/bin/readproctitle: $(OUT)/supervise/readproctitle.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/supervise/readproctitle.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
$(OUT)/bin/setlock: $(OUT)/supervise/setlock.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/lock.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/setlock.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/lock.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/setuidgid: $(OUT)/supervise/setuidgid.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/setuidgid.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/passwd.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/softlimit: $(OUT)/supervise/softlimit.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/supervise/softlimit.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
$(OUT)/bin/supervise: $(OUT)/supervise/supervise.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/supervise/svconf.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svfiles.o $(OUT)/lib/lock.o $(OUT)/supervise/svdir.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/supervise/svlogger.o $(OUT)/supervise/svmachine.o
	$(LINK) -o $@ $(OUT)/supervise/supervise.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/supervise/svconf.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svfiles.o $(OUT)/lib/lock.o $(OUT)/supervise/svdir.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/supervise/svlogger.o $(OUT)/supervise/svmachine.o
$(OUT)/bin/svc: $(OUT)/supervise/svc.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o
	$(LINK) -o $@ $(OUT)/supervise/svc.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o
$(OUT)/bin/svok: $(OUT)/supervise/svok.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/supervise/svok.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/fd.o
$(OUT)/bin/svscan: $(OUT)/supervise/svscan.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/supervise/svdir.o $(OUT)/supervise/svlogger.o $(OUT)/lib/tai.o
	$(LINK) -o $@ $(OUT)/supervise/svscan.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/supervise/svdir.o $(OUT)/supervise/svlogger.o $(OUT)/lib/tai.o
$(OUT)/bin/svstat: $(OUT)/supervise/svstat.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o
	$(LINK) -o $@ $(OUT)/supervise/svstat.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o
$(OUT)/bin/svup: $(OUT)/supervise/svup.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/svup.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/svwait: $(OUT)/supervise/svwait.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/supervise/svwait.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/supervise/svdir.o $(OUT)/lib/buf.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/tai64n: $(OUT)/supervise/tai64n.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/tai.o
	$(LINK) -o $@ $(OUT)/supervise/tai64n.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/tai.o
$(OUT)/bin/tai64nlocal: $(OUT)/supervise/tai64nlocal.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/tai.o
	$(LINK) -o $@ $(OUT)/supervise/tai64nlocal.o $(OUT)/lib/ascii.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/tai.o
$(OUT)/bin/tcp-env: $(OUT)/tcp-env.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/ident.o
	$(LINK) -o $@ $(OUT)/tcp-env.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/ident.o
$(OUT)/tests/fuzz/accounts: $(OUT)/tests/fuzz/accounts.o $(OUT)/mail/account.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/accounts.o $(OUT)/mail/account.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/address: $(OUT)/tests/fuzz/address.o $(OUT)/mail/address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/address.o $(OUT)/mail/address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/auth: $(OUT)/tests/fuzz/auth.o $(OUT)/mail/auth.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(FUZZ_MAIN) $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/auth.o $(OUT)/mail/auth.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/cdb: $(OUT)/tests/fuzz/cdb.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/cdb.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/control: $(OUT)/tests/fuzz/control.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/control.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/dns: $(OUT)/tests/fuzz/dns.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(FUZZ_MAIN)
	$(LINK) -o $@ $(OUT)/tests/fuzz/dns.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(FUZZ_MAIN) $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/dotqmail: $(OUT)/tests/fuzz/dotqmail.o $(OUT)/mail/dotqmail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/dotqmail.o $(OUT)/mail/dotqmail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/header: $(OUT)/tests/fuzz/header.o $(OUT)/mail/header.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/header.o $(OUT)/mail/header.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/header_address.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/hops: $(OUT)/tests/fuzz/hops.o $(OUT)/local/hops.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/hops.o $(OUT)/local/hops.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/ip: $(OUT)/tests/fuzz/ip.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/ip.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/lease: $(OUT)/tests/fuzz/lease.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/lease.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/mbox: $(OUT)/tests/fuzz/mbox.o $(OUT)/mail/mbox.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/mbox.o $(OUT)/mail/mbox.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/mlmatch: $(OUT)/tests/fuzz/mlmatch.o $(OUT)/supervise/mlmatch.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/mlmatch.o $(OUT)/supervise/mlmatch.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/netstring: $(OUT)/tests/fuzz/netstring.o $(OUT)/lib/netstring.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/netstring.o $(OUT)/lib/netstring.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/pop3: $(OUT)/tests/fuzz/pop3.o $(OUT)/mail/pop3.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/smtp_line.o $(OUT)/lib/base64.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/pop3.o $(OUT)/mail/pop3.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/smtp_line.o $(OUT)/lib/base64.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/proxy: $(OUT)/tests/fuzz/proxy.o $(OUT)/ucspi/proxy.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/tcpenv.o $(OUT)/lib/ip.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/proxy.o $(OUT)/ucspi/proxy.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/tcpenv.o $(OUT)/lib/ip.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/qq_envelope: $(OUT)/tests/fuzz/qq_envelope.o $(OUT)/mail/qq_envelope.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/qq_envelope.o $(OUT)/mail/qq_envelope.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/qq_exit.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/qq_session: $(OUT)/tests/fuzz/qq_session.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/qq_session.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/queue_fix: $(OUT)/tests/fuzz/queue_fix.o $(OUT)/mail/qfix_sort.o $(OUT)/mail/qfix.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/file.o $(OUT)/mail/qstate.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(FUZZ_MAIN) $(OUT)/lib/prog.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/queue_fix.o $(OUT)/mail/qfix_sort.o $(OUT)/mail/qfix.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/fd.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/file.o $(OUT)/mail/qstate.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/received: $(OUT)/tests/fuzz/received.o $(OUT)/mail/received.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/received_queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/date.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/received.o $(OUT)/mail/received.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/received_queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/date.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/relay: $(OUT)/tests/fuzz/relay.o $(OUT)/relay/datagram.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/remotes.o $(OUT)/lib/ip.o $(OUT)/relay/store.o $(FUZZ_MAIN)
	$(LINK) -o $@ $(OUT)/tests/fuzz/relay.o $(OUT)/relay/datagram.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/remotes.o $(OUT)/lib/ip.o $(OUT)/relay/store.o $(FUZZ_MAIN) $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/rules: $(OUT)/tests/fuzz/rules.o $(OUT)/ucspi/rules.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/rules.o $(OUT)/ucspi/rules.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/rules_make: $(OUT)/tests/fuzz/rules_make.o $(OUT)/ucspi/rules_make.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/ucspi/rules.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/rules_make.o $(OUT)/ucspi/rules_make.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/ucspi/rules.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/send_records: $(OUT)/tests/fuzz/send_records.o $(OUT)/send/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/address.o $(OUT)/send/look.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/send/retry.o $(OUT)/send/sort.o $(FUZZ_MAIN)
	$(LINK) -o $@ $(OUT)/tests/fuzz/send_records.o $(OUT)/send/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/address.o $(OUT)/send/look.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/send/retry.o $(OUT)/send/sort.o $(FUZZ_MAIN) -lpthread $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/send_report: $(OUT)/tests/fuzz/send_report.o $(OUT)/send/report.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/verdict.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/send_report.o $(OUT)/send/report.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/verdict.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/smtp_line: $(OUT)/tests/fuzz/smtp_line.o $(OUT)/mail/smtp_line.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/smtp_line.o $(OUT)/mail/smtp_line.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/smtp_reply: $(OUT)/tests/fuzz/smtp_reply.o $(OUT)/mail/smtp_reply.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/smtp_reply.o $(OUT)/mail/smtp_reply.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/smtpd: $(OUT)/tests/fuzz/smtpd.o $(OUT)/smtpd/command.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/smtpd/session.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/lib/sig.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o $(FUZZ_MAIN)
	$(LINK) -o $@ $(OUT)/tests/fuzz/smtpd.o $(OUT)/smtpd/command.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/smtpd/session.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/lib/sig.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o $(FUZZ_MAIN) $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/smtproute: $(OUT)/tests/fuzz/smtproute.o $(OUT)/mail/smtproute.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/smtproute.o $(OUT)/mail/smtproute.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/spawn_command: $(OUT)/tests/fuzz/spawn_command.o $(OUT)/mail/spawn_command.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/address.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/spawn_command.o $(OUT)/mail/spawn_command.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/address.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/svstatus: $(OUT)/tests/fuzz/svstatus.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_MAIN) $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/svstatus.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/tai: $(OUT)/tests/fuzz/tai.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/tai.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(FUZZ_MAIN) $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/tcpto: $(OUT)/tests/fuzz/tcpto.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/tcpto.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/users_assign: $(OUT)/tests/fuzz/users_assign.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/users_assign.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/users_cdb: $(OUT)/tests/fuzz/users_cdb.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/users_cdb.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(FUZZ_MAIN) $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/fuzz/verdict: $(OUT)/tests/fuzz/verdict.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/fuzz/verdict.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(FUZZ_MAIN) $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(FUZZ_FLAGS)
$(OUT)/tests/tools/alike: $(OUT)/tests/tools/alike.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/alike.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/await: $(OUT)/tests/tools/await.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/tools/await.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
$(OUT)/tests/tools/blackhole: $(OUT)/tests/tools/blackhole.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/blackhole.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/checktext: $(OUT)/tests/tools/checktext.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/auth.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o
	$(LINK) -o $@ $(OUT)/tests/tools/checktext.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/auth.o $(OUT)/lib/$(OS).o $(OUT)/mail/checker.o $(OUT)/lib/sig.o $(OUT)/mail/sasl.o
$(OUT)/tests/tools/conndrive: $(OUT)/tests/tools/conndrive.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/conndrive.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/crypttest: $(OUT)/tests/tools/crypttest.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/crypttest.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o -lcrypt
$(OUT)/tests/tools/dnsq: $(OUT)/tests/tools/dnsq.o $(OUT)/lib/ascii.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o
	$(LINK) -o $@ $(OUT)/tests/tools/dnsq.o $(OUT)/lib/ascii.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o
$(OUT)/tests/tools/dnsserver: $(OUT)/tests/tools/dnsserver.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/dnszone.o
	$(LINK) -o $@ $(OUT)/tests/tools/dnsserver.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/dnszone.o
$(OUT)/tests/tools/fakeclean: $(OUT)/tests/tools/fakeclean.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
	$(LINK) -o $@ $(OUT)/tests/tools/fakeclean.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
$(OUT)/tests/tools/fakeremote: $(OUT)/tests/tools/fakeremote.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/fakeremote.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/fakespawn: $(OUT)/tests/tools/fakespawn.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/fakespawn.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/flood: $(OUT)/tests/tools/flood.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/tests/tools/testmail.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/flood.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/tests/tools/testmail.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/guard: $(OUT)/tests/tools/guard.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/tests/tools/guard.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/tests/tools/hangfs: $(OUT)/tests/tools/hangfs.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/hangfs.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/ifaddr: $(OUT)/tests/tools/ifaddr.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/ifaddr.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
$(OUT)/tests/tools/inetd: $(OUT)/tests/tools/inetd.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o
	$(LINK) -o $@ $(OUT)/tests/tools/inetd.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o
$(OUT)/tests/tools/killer: $(OUT)/tests/tools/killer.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/killer.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/leasedrive: $(OUT)/tests/tools/leasedrive.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/leasedrive.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/pool.o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/pool_start.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/leasejobs: $(OUT)/tests/tools/leasejobs.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/tests/tools/escape.o
	$(LINK) -o $@ $(OUT)/tests/tools/leasejobs.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/mail/lease.o $(OUT)/lib/file.o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/tests/tools/escape.o
$(OUT)/tests/tools/leaseliar: $(OUT)/tests/tools/leaseliar.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
	$(LINK) -o $@ $(OUT)/tests/tools/leaseliar.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o
$(OUT)/tests/tools/logcheck: $(OUT)/tests/tools/logcheck.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/logcheck.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/logsink: $(OUT)/tests/tools/logsink.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/logsink.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/logwait: $(OUT)/tests/tools/logwait.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/logwait.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/mailcheck: $(OUT)/tests/tools/mailcheck.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/testmail.o
	$(LINK) -o $@ $(OUT)/tests/tools/mailcheck.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/tests/tools/testmail.o
$(OUT)/tests/tools/memgrep: $(OUT)/tests/tools/memgrep.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/memgrep.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/nodelay: $(OUT)/tests/tools/nodelay.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/nodelay.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/passsock: $(OUT)/tests/tools/passsock.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/tests/tools/passsock.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
$(OUT)/tests/tools/pop3drive: $(OUT)/tests/tools/pop3drive.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/tools/pop3drive.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/tools/pop3guess: $(OUT)/tests/tools/pop3guess.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/pop3guess.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/powercut: $(OUT)/tests/tools/powercut.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/tests/tools/pcrecord.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/tests/tools/pcline.o $(OUT)/tests/tools/pcstate.o $(OUT)/mail/qpath.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/powercut.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/tests/tools/pcrecord.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/tests/tools/pcline.o $(OUT)/tests/tools/pcstate.o $(OUT)/mail/qpath.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/ptytype: $(OUT)/tests/tools/ptytype.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/tools/ptytype.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/tools/ptywatch: $(OUT)/tests/tools/ptywatch.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/tools/ptywatch.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/tools/qcheck: $(OUT)/tests/tools/qcheck.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
	$(LINK) -o $@ $(OUT)/tests/tools/qcheck.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o $(OUT)/mail/qscan.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o
$(OUT)/tests/tools/qguess: $(OUT)/tests/tools/qguess.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
	$(LINK) -o $@ $(OUT)/tests/tools/qguess.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
$(OUT)/tests/tools/qmany: $(OUT)/tests/tools/qmany.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
	$(LINK) -o $@ $(OUT)/tests/tools/qmany.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qpath.o
$(OUT)/tests/tools/qmqpsink: $(OUT)/tests/tools/qmqpsink.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/netstring.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/qmqpsink.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/netstring.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/qqkeep: $(OUT)/tests/tools/qqkeep.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qq_exit.o
	$(LINK) -o $@ $(OUT)/tests/tools/qqkeep.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/mail/qq_exit.o
$(OUT)/tests/tools/qqmany: $(OUT)/tests/tools/qqmany.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/tests/tools/testmail.o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/qqmany.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/tests/tools/testmail.o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/qqput: $(OUT)/tests/tools/qqput.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/tests/tools/qqput.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o
$(OUT)/tests/tools/qqraw: $(OUT)/tests/tools/qqraw.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o
	$(LINK) -o $@ $(OUT)/tests/tools/qqraw.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/net.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o
$(OUT)/tests/tools/sandprobe: $(OUT)/tests/tools/sandprobe.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/tools/sandprobe.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/tools/sendahead: $(OUT)/tests/tools/sendahead.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o
	$(LINK) -o $@ $(OUT)/tests/tools/sendahead.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o
$(OUT)/tests/tools/sendrig: $(OUT)/tests/tools/sendrig.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/argnumber.o
	$(LINK) -o $@ $(OUT)/tests/tools/sendrig.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/argnumber.o
$(OUT)/tests/tools/showproc: $(OUT)/tests/tools/showproc.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/showproc.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/tools/smtpsink: $(OUT)/tests/tools/smtpsink.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/tests/tools/smtpscript.o $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/tests/tools/smtpsink.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/sig.o $(OUT)/tests/tools/smtpscript.o $(OUT)/lib/file.o
$(OUT)/tests/tools/spawndrive: $(OUT)/tests/tools/spawndrive.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/escape.o
	$(LINK) -o $@ $(OUT)/tests/tools/spawndrive.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/tests/tools/escape.o
$(OUT)/tests/tools/tlstest: $(OUT)/tests/tools/tlstest.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/tools/tlstest.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/tools/udpput: $(OUT)/tests/tools/udpput.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/tools/udpput.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/net.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o
$(OUT)/tests/unit/account: $(OUT)/tests/unit/account.o $(OUT)/mail/account.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/password.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/account.o $(OUT)/mail/account.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/address.o $(OUT)/mail/clear_secret.o $(OUT)/lib/base64.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/mail/accounts.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/password.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o -lcrypt
$(OUT)/tests/unit/address: $(OUT)/tests/unit/address.o $(OUT)/mail/address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/address.o $(OUT)/mail/address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
$(OUT)/tests/unit/base64: $(OUT)/tests/unit/base64.o $(OUT)/lib/base64.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/base64.o $(OUT)/lib/base64.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
$(OUT)/tests/unit/buf: $(OUT)/tests/unit/buf.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/buf.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
$(OUT)/tests/unit/cdb: $(OUT)/tests/unit/cdb.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/tests/unit/cdb.o $(OUT)/lib/cdb.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o
$(OUT)/tests/unit/child: $(OUT)/tests/unit/child.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/child.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/control: $(OUT)/tests/unit/control.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/control.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/date: $(OUT)/tests/unit/date.o $(OUT)/mail/date.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/date.o $(OUT)/mail/date.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/dest: $(OUT)/tests/unit/dest.o $(OUT)/mail/dest.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/mail/smtp_reply.o $(OUT)/mail/verdict.o
	$(LINK) -o $@ $(OUT)/tests/unit/dest.o $(OUT)/mail/dest.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/mail/smtp_reply.o $(OUT)/mail/verdict.o
$(OUT)/tests/unit/dns: $(OUT)/tests/unit/dns.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o
	$(LINK) -o $@ $(OUT)/tests/unit/dns.o $(OUT)/lib/dns.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o
$(OUT)/tests/unit/dotqmail: $(OUT)/tests/unit/dotqmail.o $(OUT)/mail/dotqmail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/dotqmail.o $(OUT)/mail/dotqmail.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/early: $(OUT)/tests/unit/early.o $(OUT)/ucspi/early.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/early.o $(OUT)/ucspi/early.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/env: $(OUT)/tests/unit/env.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/env.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/fd: $(OUT)/tests/unit/fd.o $(OUT)/lib/fd.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/passwd.o $(OUT)/lib/sig.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/fd.o $(OUT)/lib/fd.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/passwd.o $(OUT)/lib/sig.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/handover: $(OUT)/tests/unit/handover.o $(OUT)/lib/handover.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o
	$(LINK) -o $@ $(OUT)/tests/unit/handover.o $(OUT)/lib/handover.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o
$(OUT)/tests/unit/hangup: $(OUT)/tests/unit/hangup.o $(OUT)/lib/hangup.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/hangup.o $(OUT)/lib/hangup.o $(OUT)/lib/deadline.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/ip.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/hash: $(OUT)/tests/unit/hash.o $(OUT)/lib/hash.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/md5.o $(OUT)/lib/sha256.o
	$(LINK) -o $@ $(OUT)/tests/unit/hash.o $(OUT)/lib/hash.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/md5.o $(OUT)/lib/sha256.o
$(OUT)/tests/unit/header: $(OUT)/tests/unit/header.o $(OUT)/mail/header.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/unit/header.o $(OUT)/mail/header.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/unit/header_address: $(OUT)/tests/unit/header_address.o $(OUT)/mail/header_address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o
	$(LINK) -o $@ $(OUT)/tests/unit/header_address.o $(OUT)/mail/header_address.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/header_token.o $(OUT)/mail/address.o
$(OUT)/tests/unit/ident: $(OUT)/tests/unit/ident.o $(OUT)/lib/ident.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/ip.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o
	$(LINK) -o $@ $(OUT)/tests/unit/ident.o $(OUT)/lib/ident.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/ip.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o
$(OUT)/tests/unit/io: $(OUT)/tests/unit/io.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/tests/unit/io.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o
$(OUT)/tests/unit/ip: $(OUT)/tests/unit/ip.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/ip.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o
$(OUT)/tests/unit/lease: $(OUT)/tests/unit/lease.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/lease.o $(OUT)/mail/lease.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/limits: $(OUT)/tests/unit/limits.o $(OUT)/ucspi/limits.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/limits.o $(OUT)/ucspi/limits.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/local_job: $(OUT)/tests/unit/local_job.o $(OUT)/local/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/dotqmail.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/maildir_new.o $(OUT)/mail/maildir.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/local/envelope.o $(OUT)/mail/address.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/local/hops.o $(OUT)/local/lines.o $(OUT)/local/deliver.o $(OUT)/local/site.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o
	$(LINK) -o $@ $(OUT)/tests/unit/local_job.o $(OUT)/local/job.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/dotqmail.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/mail/maildir_new.o $(OUT)/mail/maildir.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/local/envelope.o $(OUT)/mail/address.o $(OUT)/mail/mbox.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/local/hops.o $(OUT)/local/lines.o $(OUT)/local/deliver.o $(OUT)/local/site.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o
$(OUT)/tests/unit/maildir: $(OUT)/tests/unit/maildir.o $(OUT)/mail/maildir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/maildir.o $(OUT)/mail/maildir.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/maildir_list: $(OUT)/tests/unit/maildir_list.o $(OUT)/mail/maildir_list.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/mail/maildir.o $(OUT)/mail/maildir_quota.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/maildir_list.o $(OUT)/mail/maildir_list.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/file.o $(OUT)/mail/maildir.o $(OUT)/mail/maildir_quota.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/maildir_new: $(OUT)/tests/unit/maildir_new.o $(OUT)/mail/maildir_new.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/maildir.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/maildir_new.o $(OUT)/mail/maildir_new.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/maildir.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/mail/maildir_list.o $(OUT)/mail/maildir_sizes.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/mbox: $(OUT)/tests/unit/mbox.o $(OUT)/mail/mbox.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o $(OUT)/lib/file.o
	$(LINK) -o $@ $(OUT)/tests/unit/mbox.o $(OUT)/mail/mbox.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/lock.o $(OUT)/mail/date.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o $(OUT)/lib/file.o
$(OUT)/tests/unit/mem: $(OUT)/tests/unit/mem.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/mem.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o -lpthread
$(OUT)/tests/unit/mx: $(OUT)/tests/unit/mx.o $(OUT)/mail/mx.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/mail/control.o
	$(LINK) -o $@ $(OUT)/tests/unit/mx.o $(OUT)/mail/mx.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/deadline.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/mail/control.o
$(OUT)/tests/unit/netstring: $(OUT)/tests/unit/netstring.o $(OUT)/lib/netstring.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/unit/netstring.o $(OUT)/lib/netstring.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/unit/num: $(OUT)/tests/unit/num.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/num.o $(OUT)/lib/num.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/qpath: $(OUT)/tests/unit/qpath.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/unit/qpath.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/unit/qq_exit: $(OUT)/tests/unit/qq_exit.o $(OUT)/mail/qq_exit.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/qq_exit.o $(OUT)/mail/qq_exit.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/qq_session: $(OUT)/tests/unit/qq_session.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_envelope.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/tests/unit/qq_session.o $(OUT)/mail/qq_session.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_envelope.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o
$(OUT)/tests/unit/qstate: $(OUT)/tests/unit/qstate.o $(OUT)/mail/qstate.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/qstate.o $(OUT)/mail/qstate.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/qsweep: $(OUT)/tests/unit/qsweep.o $(OUT)/mail/qsweep.o $(OUT)/mail/qscan.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/log.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/qsweep.o $(OUT)/mail/qsweep.o $(OUT)/mail/qscan.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/err.o $(OUT)/lib/log.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/queue: $(OUT)/tests/unit/queue.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/queue.o $(OUT)/mail/queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/fd.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/received: $(OUT)/tests/unit/received.o $(OUT)/mail/received.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/received_queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/date.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/received.o $(OUT)/mail/received.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/received_queue.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/date.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/relay: $(OUT)/tests/unit/relay.o $(OUT)/relay/datagram.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/remotes.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/tests/unit/relay.o $(OUT)/relay/datagram.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/hash.o $(OUT)/lib/sha256.o $(OUT)/relay/remotes.o $(OUT)/lib/ip.o
$(OUT)/tests/unit/sandbox: $(OUT)/tests/unit/sandbox.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/sandbox.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/sasl: $(OUT)/tests/unit/sasl.o $(OUT)/mail/sasl.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/sasl.o $(OUT)/mail/sasl.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/send_batch: $(OUT)/tests/unit/send_batch.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/look.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_batch.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/look.o -lpthread
$(OUT)/tests/unit/send_done: $(OUT)/tests/unit/send_done.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/look.o $(OUT)/send/scan.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_done.o $(OUT)/send/done.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/send/bounce.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/look.o $(OUT)/send/scan.o -lpthread
$(OUT)/tests/unit/send_fresh: $(OUT)/tests/unit/send_fresh.o $(OUT)/send/fresh.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_fresh.o $(OUT)/send/fresh.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/send_route: $(OUT)/tests/unit/send_route.o $(OUT)/send/route.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/address.o $(OUT)/send/verp.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_route.o $(OUT)/send/route.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/mail/control.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/mail/address.o $(OUT)/send/verp.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/send_schedule: $(OUT)/tests/unit/send_schedule.o $(OUT)/send/heap.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o $(OUT)/send/idset.o $(OUT)/send/retry.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_schedule.o $(OUT)/send/heap.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o $(OUT)/send/idset.o $(OUT)/send/retry.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/num.o
$(OUT)/tests/unit/send_sort: $(OUT)/tests/unit/send_sort.o $(OUT)/send/sort.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/address.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_sort.o $(OUT)/send/sort.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/address.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qstate.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o -lpthread
$(OUT)/tests/unit/send_syncs: $(OUT)/tests/unit/send_syncs.o $(OUT)/send/syncs.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/send/dirs.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_syncs.o $(OUT)/send/syncs.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/ahead.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/send/clean.o $(OUT)/lib/buf.o $(OUT)/send/dirs.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o -lpthread
$(OUT)/tests/unit/send_text: $(OUT)/tests/unit/send_text.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/send/bounce.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/report.o
	$(LINK) -o $@ $(OUT)/tests/unit/send_text.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/send/bounce.o $(OUT)/lib/deadline.o $(OUT)/mail/qpath.o $(OUT)/send/clean.o $(OUT)/lib/fd.o $(OUT)/send/dirs.o $(OUT)/send/syncs.o $(OUT)/lib/$(OS).o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/thread.o $(OUT)/send/fresh.o $(OUT)/send/heap.o $(OUT)/send/idset.o $(OUT)/send/settings.o $(OUT)/send/route.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/mail/address.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/setid.o $(OUT)/lib/fd_all.o $(OUT)/mail/date.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/send/note.o $(OUT)/mail/queue.o $(OUT)/mail/qstate.o $(OUT)/send/verp.o $(OUT)/send/report.o -lpthread
$(OUT)/tests/unit/setid: $(OUT)/tests/unit/setid.o $(OUT)/lib/setid.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/setid.o $(OUT)/lib/setid.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/smtp_line: $(OUT)/tests/unit/smtp_line.o $(OUT)/mail/smtp_line.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/unit/smtp_line.o $(OUT)/mail/smtp_line.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/unit/smtp_reply: $(OUT)/tests/unit/smtp_reply.o $(OUT)/mail/smtp_reply.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/smtp_reply.o $(OUT)/mail/smtp_reply.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
$(OUT)/tests/unit/smtpd_command: $(OUT)/tests/unit/smtpd_command.o $(OUT)/smtpd/command.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/smtpd/session.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/lib/sig.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o
	$(LINK) -o $@ $(OUT)/tests/unit/smtpd_command.o $(OUT)/smtpd/command.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/smtpd/session.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/deadline.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/mail/qq_client.o $(OUT)/mail/qq_exit.o $(OUT)/mail/qq_session.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/mail/conf.o $(OUT)/lib/passwd.o $(OUT)/mail/control.o $(OUT)/lib/file.o $(OUT)/mail/rcpthosts.o $(OUT)/lib/cdb.o $(OUT)/mail/address.o $(OUT)/mail/smtp_line.o $(OUT)/smtpd/localip.o $(OUT)/mail/ipme.o $(OUT)/lib/ifaddr.o $(OUT)/lib/ip.o $(OUT)/smtpd/policy.o $(OUT)/smtpd/settings.o $(OUT)/mail/setting.o $(OUT)/smtpd/smtpauth.o $(OUT)/lib/base64.o $(OUT)/lib/sig.o $(OUT)/mail/auth.o $(OUT)/mail/sasl.o $(OUT)/smtpd/smtptls.o $(OUT)/mail/starttls.o $(OUT)/smtpd/note.o $(OUT)/smtpd/validrcpt.o $(OUT)/mail/account.o $(OUT)/mail/clear_secret.o $(OUT)/lib/hash.o $(OUT)/lib/md5.o $(OUT)/lib/hangup.o $(OUT)/smtpd/data.o $(OUT)/mail/received.o $(OUT)/mail/received_queue.o $(OUT)/mail/date.o $(OUT)/mail/verdict.o $(OUT)/smtpd/envelope.o
$(OUT)/tests/unit/smtproute: $(OUT)/tests/unit/smtproute.o $(OUT)/mail/smtproute.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/tests/unit/smtproute.o $(OUT)/mail/smtproute.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/mail/control.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/tests/unit/stay: $(OUT)/tests/unit/stay.o $(OUT)/ucspi/stay.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/handover.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/ucspi/rules.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/tests/unit/stay.o $(OUT)/ucspi/stay.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/handover.o $(OUT)/lib/$(OS).o $(OUT)/lib/seqpacket.o $(OUT)/ucspi/rules.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/ip.o
$(OUT)/tests/unit/svmachine: $(OUT)/tests/unit/svmachine.o $(OUT)/supervise/svmachine.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/svmachine.o $(OUT)/supervise/svmachine.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/svstatus: $(OUT)/tests/unit/svstatus.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
	$(LINK) -o $@ $(OUT)/tests/unit/svstatus.o $(OUT)/supervise/svstatus.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/supervise/svdir.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o
$(OUT)/tests/unit/tai: $(OUT)/tests/unit/tai.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
	$(LINK) -o $@ $(OUT)/tests/unit/tai.o $(OUT)/lib/tai.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o
$(OUT)/tests/unit/tcpto: $(OUT)/tests/unit/tcpto.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/tcpto.o $(OUT)/mail/tcpto.o $(OUT)/lib/ip.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/num.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/lock.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/text: $(OUT)/tests/unit/text.o $(OUT)/remote/text.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o
	$(LINK) -o $@ $(OUT)/tests/unit/text.o $(OUT)/remote/text.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/file.o $(OUT)/lib/fd.o
$(OUT)/tests/unit/users: $(OUT)/tests/unit/users.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/tests/unit/users.o $(OUT)/mail/users.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/cdb.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/fd.o $(OUT)/lib/file.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/setid.o
$(OUT)/tests/unit/verdict: $(OUT)/tests/unit/verdict.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
	$(LINK) -o $@ $(OUT)/tests/unit/verdict.o $(OUT)/mail/verdict.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o
$(OUT)/tests/unit/view: $(OUT)/tests/unit/view.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o
	$(LINK) -o $@ $(OUT)/tests/unit/view.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/size.o
$(OUT)/bin/qmail-tlsd: $(OUT)/tls/qmail-tlsd.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_mute.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/hangup.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/passwd.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/tls/keys.o $(OUT)/lib/file.o $(OUT)/tls/relay.o
	$(LINKNSS) -o $@ $(OUT)/tls/qmail-tlsd.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/fd_mute.o $(OUT)/lib/fd_all.o $(OUT)/lib/$(OS).o $(OUT)/lib/hangup.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/passwd.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/sig.o $(OUT)/mail/conf.o $(OUT)/tls/keys.o $(OUT)/lib/file.o $(OUT)/tls/relay.o -ltls
$(OUT)/bin/addcr: $(OUT)/ucspi/addcr.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/ucspi/addcr.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/argv0: $(OUT)/ucspi/argv0.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/ucspi/argv0.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o
$(OUT)/bin/delcr: $(OUT)/ucspi/delcr.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/ucspi/delcr.o $(OUT)/lib/confine_log.o $(OUT)/lib/confine.o $(OUT)/lib/$(OS)_sandbox.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/fixcrio: $(OUT)/ucspi/fixcrio.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/ucspi/pump.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/ucspi/fixcrio.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/ucspi/pump.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/mconnect-io: $(OUT)/ucspi/mconnect-io.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/ucspi/pump.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/setid.o
	$(LINK) -o $@ $(OUT)/ucspi/mconnect-io.o $(OUT)/lib/prog.o $(OUT)/lib/log.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/size.o $(OUT)/lib/err.o $(OUT)/lib/sig.o $(OUT)/lib/fd.o $(OUT)/lib/$(OS).o $(OUT)/ucspi/pump.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/setid.o
$(OUT)/bin/proxy-env: $(OUT)/ucspi/proxy-env.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/ucspi/proxy.o $(OUT)/ucspi/tcpenv.o $(OUT)/lib/ip.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
	$(LINK) -o $@ $(OUT)/ucspi/proxy-env.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/ucspi/proxy.o $(OUT)/ucspi/tcpenv.o $(OUT)/lib/ip.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o
$(OUT)/bin/rblsmtpd: $(OUT)/ucspi/rblsmtpd.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/ucspi/rblsmtpd.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/recordio: $(OUT)/ucspi/recordio.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/pump.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
	$(LINK) -o $@ $(OUT)/ucspi/recordio.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/pump.o $(OUT)/lib/child.o $(OUT)/lib/env.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o
$(OUT)/bin/tcpclient: $(OUT)/ucspi/tcpclient.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/ucspi/ident.o $(OUT)/ucspi/tcpenv.o $(OUT)/ucspi/names.o
	$(LINK) -o $@ $(OUT)/ucspi/tcpclient.o $(OUT)/lib/child.o $(OUT)/lib/deadline.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/setid.o $(OUT)/lib/dns.o $(OUT)/lib/ip.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/file.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/$(OS).o $(OUT)/lib/sig.o $(OUT)/ucspi/ident.o $(OUT)/ucspi/tcpenv.o $(OUT)/ucspi/names.o
$(OUT)/bin/tcprules: $(OUT)/ucspi/tcprules.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/rules_make.o $(OUT)/lib/cdb.o $(OUT)/lib/ip.o $(OUT)/ucspi/rules.o
	$(LINK) -o $@ $(OUT)/ucspi/tcprules.o $(OUT)/lib/io.o $(OUT)/lib/buf.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/ucspi/rules_make.o $(OUT)/lib/cdb.o $(OUT)/lib/ip.o $(OUT)/ucspi/rules.o
$(OUT)/bin/tcprulescheck: $(OUT)/ucspi/tcprulescheck.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/ucspi/rules.o $(OUT)/lib/cdb.o $(OUT)/lib/ip.o
	$(LINK) -o $@ $(OUT)/ucspi/tcprulescheck.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/file.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/ucspi/rules.o $(OUT)/lib/cdb.o $(OUT)/lib/ip.o
$(OUT)/bin/tcpserver: $(OUT)/ucspi/tcpserver.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/passwd.o $(OUT)/lib/setid.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/ucspi/lanes.o $(OUT)/ucspi/serve.o $(OUT)/ucspi/limits.o $(OUT)/lib/ip.o $(OUT)/ucspi/proxy.o $(OUT)/ucspi/tcpenv.o $(OUT)/ucspi/rules_file.o $(OUT)/lib/cdb.o $(OUT)/lib/file.o $(OUT)/lib/child.o $(OUT)/lib/dns.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/handover.o $(OUT)/lib/seqpacket.o $(OUT)/ucspi/ident.o $(OUT)/ucspi/names.o $(OUT)/ucspi/rules.o $(OUT)/ucspi/tally.o $(OUT)/ucspi/early.o $(OUT)/ucspi/stay.o $(OUT)/lib/thread.o $(OUT)/ucspi/listener.o
	$(LINK) -o $@ $(OUT)/ucspi/tcpserver.o $(OUT)/lib/env.o $(OUT)/lib/view.o $(OUT)/lib/ascii.o $(OUT)/lib/buf.o $(OUT)/lib/mem.o $(OUT)/lib/log.o $(OUT)/lib/size.o $(OUT)/lib/num.o $(OUT)/lib/prog.o $(OUT)/lib/err.o $(OUT)/lib/fd.o $(OUT)/lib/io.o $(OUT)/lib/io_core.o $(OUT)/lib/deadline.o $(OUT)/lib/$(SYS).o $(OUT)/lib/$(OS)_core.o $(OUT)/lib/passwd.o $(OUT)/lib/setid.o $(OUT)/lib/sig.o $(OUT)/lib/$(OS).o $(OUT)/ucspi/lanes.o $(OUT)/ucspi/serve.o $(OUT)/ucspi/limits.o $(OUT)/lib/ip.o $(OUT)/ucspi/proxy.o $(OUT)/ucspi/tcpenv.o $(OUT)/ucspi/rules_file.o $(OUT)/lib/cdb.o $(OUT)/lib/file.o $(OUT)/lib/child.o $(OUT)/lib/dns.o $(OUT)/lib/dns_packet.o $(OUT)/lib/dns_send.o $(OUT)/lib/net.o $(OUT)/lib/random.o $(OUT)/lib/handover.o $(OUT)/lib/seqpacket.o $(OUT)/ucspi/ident.o $(OUT)/ucspi/names.o $(OUT)/ucspi/rules.o $(OUT)/ucspi/tally.o $(OUT)/ucspi/early.o $(OUT)/ucspi/stay.o $(OUT)/lib/thread.o $(OUT)/ucspi/listener.o -lpthread
$(OUT)/bin/svscanboot: supervise/svscanboot.sh $(OUT)/stamp
	cp supervise/svscanboot.sh $@ && chmod 755 $@
$(OUT)/bin/date@: ucspi/date@.sh $(OUT)/stamp
	cp ucspi/date@.sh $@ && chmod 755 $@
$(OUT)/bin/finger@: ucspi/finger@.sh $(OUT)/stamp
	cp ucspi/finger@.sh $@ && chmod 755 $@
$(OUT)/bin/http@: ucspi/http@.sh $(OUT)/stamp
	cp ucspi/http@.sh $@ && chmod 755 $@
$(OUT)/bin/mconnect: ucspi/mconnect.sh $(OUT)/stamp
	cp ucspi/mconnect.sh $@ && chmod 755 $@
$(OUT)/bin/tcpcat: ucspi/tcpcat.sh $(OUT)/stamp
	cp ucspi/tcpcat.sh $@ && chmod 755 $@
$(OUT)/bin/who@: ucspi/who@.sh $(OUT)/stamp
	cp ucspi/who@.sh $@ && chmod 755 $@
$(OUT)/bin/mailsubj: deliver/mailsubj.sh $(OUT)/stamp
	cp deliver/mailsubj.sh $@ && chmod 755 $@
