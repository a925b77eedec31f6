# inject-look.t: the n-th system call of qmail-send that only looks, waits or
# starts something fails: tests/faults/inject-send.t has the others.
# FAULTS=all: each call with each error, else a sample of them.
# spec: queue.md 4.4; scheduling.md 7, 10.8
. tests/lib.sh
. tests/faults/inject.sh
wrap qmail-send
BOUNCES=yes
calls='newfstatat fstat read lseek getdents64 chdir fchdir poll pipe2 clone fork
    vfork wait4 fcntl mmap brk'
sweep qmail-send
done_testing
