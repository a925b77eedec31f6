# powercut-kinds.t: the power fails during one thing at a time: a message for a
# mailbox here, a failure that its sender is told of, a host that takes one
# recipient, refuses one and puts off one: tests/faults/powercut.sh.
# spec: queue.md 4.4, 11.1, 11.2; scheduling.md 7; delivery.md 11.1
. tests/lib.sh
. tests/faults/powercut.sh

expected='joe/Maildir 1'
record 'to a maildir' <<END
begin
one 1 joe@test.example 3000
finish
END
sweeps 'to a maildir' 3 9

: > "$T/far/acks"
expected='ann/Maildir 2'
record 'a bounce' <<END
begin
one 2 nobody@test.example 1500
finish
END
sweeps 'a bounce' 5 17

: > "$T/far/acks"
rm -f "$T/far.once"
many some x@far.example bad@far.example later@far.example
expected='far/x 3
far/later 3
ann/Maildir 3'
record 'a remote host takes a part' <<END
begin
one 3 some 1500 $T/some
logged 1 deferral
logged 1 'success: '
logged 1 failure
hurry
finish
END
sweeps 'a remote host takes a part' 7 31
done_testing
