# inject.t: the n-th system call of qmail-lspawn, qmail-rspawn and qmail-newu
# fails, by strace's fault injection: mail is delivered in spite of it, the
# system goes on, and users/cdb is the old one or the new one.
# FAULTS=all: each call, else a sample of them.
# spec: programs.md 4; queue.md 4.4; scheduling.md 7
. tests/lib.sh
. tests/faults/inject.sh

# ---- users/cdb ----

# spec: users.md 2
calls="openat read write fsync close rename lseek fstat newfstatat mmap brk"
cp "$H/users/assign" "$T/assign.old"
cp "$H/users/cdb" "$T/cdb.old"
{ grep -v '^\.$' "$T/assign.old"; echo "=new:$ME:1:1:/x:::"; echo .; } > "$H/users/assign"
qmail-newu
cp "$H/users/cdb" "$T/cdb.new"
newu() { # false: there are fewer calls
	cp "$T/cdb.old" "$H/users/cdb"
	code=0
	strace -o "$T/newu" -e trace=$call -e inject="$call:error=$e:when=$n" \
	    qmail-newu 2> "$T/stderr" || code=$?
	grep -q INJECTED "$T/newu" || return 1
	tried=$((tried + 1))
	if [ "$code" -eq 0 ]; then
		cmp -s "$H/users/cdb" "$T/cdb.new" || bad="$bad $call:$n:not-new"
	elif cmp -s "$H/users/cdb" "$T/cdb.old"; then
		[ "$code" -ge 100 ] || bad="$bad $call:$n:$code"
	else
		# after the rename only its durability is in doubt
		cmp -s "$H/users/cdb" "$T/cdb.new" || bad="$bad $call:$n:torn"
	fi
	qmail-newu && cmp -s "$H/users/cdb" "$T/cdb.new" || bad="$bad $call:$n:again"
}
for e in ENOSPC EIO EMFILE ENOMEM EINTR; do
	bad=
	for call in $calls; do
		n=1
		while newu; do n=$((n + 1)); done
	done
	is "qmail-newu: each call fails once with $e" "$bad" ''
	# shellcheck disable=SC2086 # words
	tally 0 $bad
done
ok 'there are calls to fail' [ $tried -gt 50 ]
tell 'calls of qmail-newu'
cp "$T/assign.old" "$H/users/assign"
qmail-newu

# ---- the spawners ----

wrap qmail-lspawn qmail-rspawn
calls='openat fstat pipe2 socketpair fcntl chdir read write sendmsg
    recvmsg poll vfork clone wait4 mmap brk'
sweep qmail-lspawn
sweep qmail-rspawn
done_testing
