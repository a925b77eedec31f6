# powercut.t: the power fails while mail of every kind comes and goes, one
# message after the other: tests/faults/powercut.sh.
# spec: queue.md 4.4, 11.1, 11.2; scheduling.md 7; delivery.md 11.1
. tests/lib.sh
. tests/faults/powercut.sh
many all joe@test.example x@far.example nobody@test.example
expected='joe/Maildir 1 4 6 7
ann/Maildir 5 7
far/x 3 7'
boxed='2 6'
record 'mail of every kind' <<END
begin
one 1 joe@test.example 3000
one 2 joe-box@test.example 1500
one 3 x@far.example 9000
one 4 joe-fwd@test.example 200
one 5 nobody@test.example 1500
one 6 joe-both@test.example 1500
one 7 all 1500 $T/all
finish
END
sweeps 'mail of every kind' 7 53
done_testing
