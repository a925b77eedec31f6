# inject-send.t: the n-th system call of qmail-clean, and the n-th of qmail-send
# that opens, writes, syncs or removes, fails, by strace's fault injection: mail
# is delivered in spite of it, or its sender is told, and what comes afterwards
# is delivered as ever.  The other calls: inject-look.t.
# FAULTS=all: each call with each error, else a sample of them.
# spec: queue.md 4.4; scheduling.md 7, 10.8
. tests/lib.sh
. tests/faults/inject.sh
wrap qmail-send qmail-clean
BOUNCES=yes
calls='openat newfstatat fstat read write lseek getdents64 fsync unlink chdir
    poll pipe2 clone mmap brk'
sweep qmail-clean
calls='openat write pwrite64 fsync fdatasync ftruncate unlink utimensat'
sweep qmail-send
done_testing
