# qsuite: see README for the two commands, INSTALL for the rest.
# One language for GNU make and bmake: no pattern rules, no conditionals.
# mk/rules.mk has one explicit rule per object and program; mk/genrules writes
# it from the #include lines (`make rules`), and `make check` sees it is fresh.

OUT     = out
OS      = os_linux
OSFLAGS = -D_GNU_SOURCE
SYS     = sys
CFLAGS  =
LDFLAGS =
WERROR  =
COMPILER = `head -n 1 conf-cc`
DESTDIR =

STD     = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -I$(OUT) -include lib/banned.h
WARN    = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wswitch-enum -Wcast-qual -Wwrite-strings $(WERROR)
HARDEN  = -O2 -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
COMPILE = $(COMPILER) $(STD) $(WARN) $(HARDEN) $(CFLAGS) -c
# out/link-static has -static-pie where the C library allows it, else -pie;
# programs that ask the name service (lib/nss.h) are always -pie.
LINK    = $(COMPILER) `cat $(OUT)/link-static` -Wl,-z,relro,-z,now $(CFLAGS) $(LDFLAGS)
LINKNSS = $(COMPILER) -pie -Wl,-z,relro,-z,now $(CFLAGS) $(LDFLAGS)

# The main of tests/fuzz: runs files of a corpus; `make fuzz` has another.
FUZZ_MAIN  = $(OUT)/tests/fuzz/replay.o
FUZZ_FLAGS =

all: programs

include mk/rules.mk

programs: $(PROGRAMS) $(OUT)/mk/rehome
	@if [ -f $(OUT)/has-libtls ]; then $(MAKE) OUT='$(OUT)' tls-programs; fi
	@mk/say-linking $(OUT)

tls-programs: $(TLS_PROGRAMS)

$(OUT)/stamp: mk/setup conf-cc mk/rules.mk
	@OUT='$(OUT)' CC="$(COMPILER)" FLAGS='$(CFLAGS) $(LDFLAGS)' mk/setup $(DIRS)

$(OUT)/conf_gen.h: conf-home conf-users mk/confgen $(OUT)/stamp
	@mk/confgen > $(OUT)/conf_gen.tmp && mv $(OUT)/conf_gen.tmp $(OUT)/conf_gen.h

$(OUT)/arch_gen.h: mk/archgen lib/sandbox.calls conf-cc $(OUT)/stamp
	@COMPILER="$(COMPILER) $(CFLAGS)" mk/archgen > $(OUT)/arch_gen.tmp && mv $(OUT)/arch_gen.tmp $(OUT)/arch_gen.h

rules:
	mk/genrules > mk/rules.tmp && mv mk/rules.tmp mk/rules.mk

install: programs
	@OUT='$(OUT)' DESTDIR='$(DESTDIR)' mk/install

# Two compilers at a time: newcomers shall not wait for one.
try:
	@$(MAKE) -s -j2 OUT='$(OUT)' programs $(MK_TOOLS) \
	    $(OUT)/tests/tools/await $(OUT)/tests/tools/checktext
	@OUT='$(OUT)' KEEP='$(KEEP)' mk/try

tests: programs $(MK_TOOLS) $(OUT)/bench/nothing $(UNIT_TESTS) $(TEST_TOOLS) $(FUZZ_REPLAYS) \
    $(BENCH_TOOLS)

check:
	@OUT='$(OUT)' MAKE='$(MAKE)' tests/run

# The same tests on programs built with the sanitizers.
check-sanitized:
	@OUT='$(OUT)/sanitized' MAKE='$(MAKE)' SANITIZE=yes tests/run

# The main programs under valgrind's memcheck.
check-valgrind:
	@OUT='$(OUT)' MAKE='$(MAKE)' tests/valgrind

# Each call that changes the disk fails or is the last, and the power fails at
# each moment: all of it.  `make check` has a sample.
faults:
	@OUT='$(OUT)' MAKE='$(MAKE)' tests/faults/all

# That those tests see it when a sync is left out or two steps are exchanged.
mutate-faults:
	@OUT='$(OUT)' MAKE='$(MAKE)' tests/faults/mutate

# Speed, beside others where they are: bench/README.
bench: programs $(MK_TOOLS) $(BENCH_TOOLS) $(OUT)/bench/bare
	@OUT='$(OUT)' bench/run bench

$(OUT)/bench/bare: $(OUT)/bench/bare.o
	$(COMPILER) -static -nostartfiles -o $@ $(OUT)/bench/bare.o

bench-counts: programs $(MK_TOOLS) $(BENCH_TOOLS)
	@OUT='$(OUT)' bench/run counts

bench-counts-update: programs $(MK_TOOLS) $(BENCH_TOOLS)
	@OUT='$(OUT)' bench/run update

# With other people's programs: tests/peers/packages names them.
check-peers:
	@OUT='$(OUT)' MAKE='$(MAKE)' tests/run tests/peers/*.t

# Each program of ours in turn replaced by that of another installation:
# make interchange OTHER=/folder/of/its/programs
OTHER   =
interchange:
	@OTHER='$(OTHER)' OUT='$(OUT)' MAKE='$(MAKE)' tests/run tests/interchange.t

# What static analyzers say of the product: mk/analyze.known has what is false.
FILES =
analyze: $(OUT)/conf_gen.h $(OUT)/arch_gen.h
	@FILES='$(FILES)' OUT='$(OUT)' STD='$(STD)' OSFLAGS='$(OSFLAGS)' mk/analyze

# libFuzzer on each parser of outside bytes, SECONDS each (TARGETS: which).
SECONDS = 60
TARGETS =
fuzz:
	@MAKE='$(MAKE)' OUT='$(OUT)/fuzz' FOR='$(SECONDS)' mk/fuzz $(TARGETS)

# Break rules one by one; a test has to notice each.
mutate: programs tests
	@OUT='$(OUT)' tests/mutate

clean:
	rm -rf out

.PHONY: all programs tls-programs rules install try tests check check-sanitized \
    check-valgrind faults mutate-faults bench bench-counts bench-counts-update \
    check-peers interchange analyze fuzz mutate clean
