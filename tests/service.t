# service.t: the folders of service/: each run is short and plain, has limits
# and a log, reads its settings, and serves its port under svscan.
. tests/lib.sh
. tests/system.sh
# --- as they are in the source
for run in service/*/run service/*/log/run; do
	ok "$run: sh reads it" sh -n "$run"
	ok "$run: under 15 lines" [ "$(wc -l < "$run")" -lt 15 ]
	ok "$run: may be run" [ -x "$run" ]
done
for s in service/*; do
	ok "$s: has limits" grep -q '\bsoftlimit ' "$s/run"
	ok "$s: reads settings from env/" grep -q 'envdir env' "$s/run"
	ok "$s: logs through multilog" grep -q 'multilog t' "$s/log/run"
done
is 'these wait for somebody who wants them' "$(ls service/*/down | tr '\n' ' ')" \
	'service/qmail-pop3s/down service/qmail-qmqpd/down service/qmail-qmtpd/down service/qmail-submission/down '

# --- as they run
new_home
new_user joe
mk/config "$H" test.example
rm -f "$H/control/rcpthosts"; echo test.example > "$H/control/rcpthosts"
# shellcheck disable=SC2086 # a list of names
set -- $ACCOUNTS
services "$2" "$3"
mkdir "$H/run"
net='qmail-smtpd qmail-pop3d qmail-qmtpd qmail-qmqpd'
for s in $net; do
	echo 127.0.0.1 > "$H/service/$s/env/ADDRESS"
	[ "$ROOT" = yes ] || echo 0 > "$H/service/$s/env/PORT"
	[ -z "${ASAN_OPTIONS-}" ] || echo = > "$H/service/$s/env/MEMORY"
done
echo "$OUT/tests/tools/nodelay" > "$H/service/qmail-pop3d/env/CHECKPASSWORD"
for s in qmail-send $net; do ln -s "$H/service/$s" "$H/run/$s"; done
(cd "$H" && exec env - PATH="$PATH" ASAN_OPTIONS="${ASAN_OPTIONS-}" \
    svscan "$H/run") > "$T/svscan.log" 2>&1 &
svscan_pid=$!
system_runs=yes
trap 'stop_system; cleanup' EXIT
for s in qmail-qmtpd qmail-qmqpd; do
	ok "$s is supervised" await 60 svok "$H/run/$s"
	ok "$s stays down" await 60 sh -c "svstat '$H/run/$s' | grep -Eq ': down [0-9]+ seconds\$'"
done
svc -u "$H/run/qmail-qmtpd" "$H/run/qmail-qmqpd"
for s in qmail-send $net; do
	ok "$s is up" svwait -u -t 60 "$H/run/$s"
	ok "its log is" svwait -u -t 60 "$H/run/$s/log"
done
say() { # port, what to send: what it answers
	printf "$2" > "$T/request"
	tcpclient -RHl0 127.0.0.1 "$1" sh -c 'cat >&7 < "$1"; exec head -c 4 <&6' sh "$T/request"
}
like 'qmail-smtpd answers' "$(say "$(port_of qmail-smtpd)" 'QUIT\r\n')" '^220 '
# within its limits and its confinement, too
log=$H/run/qmail-smtpd/log/main/current
await 60 grep -q ' end ' "$log"
like 'and the next one' "$(say "$(port_of qmail-smtpd)" 'QUIT\r\n')" '^220 '
await 60 sh -c "test \$(grep -c ' end ' '$log') -eq 2"
is 'from the same process' "$(sed -n 's/.* pid \([0-9]*\) from .*/\1/p' "$log" | sort -u | wc -l)" 1
like 'qmail-pop3d answers' "$(say "$(port_of qmail-pop3d)" 'QUIT\r\n')" '^.OK '
# two processes answer him who pipelines: none of them waits for his ACK
printf 'USER joe\r\nPASS x\r\n' > "$T/request"
like 'its replies go out at once' "$(tcpclient -RHl0 127.0.0.1 "$(port_of qmail-pop3d)" \
    sh -c 'cat >&7 < "$1"; exec cat <&6' sh "$T/request")" 'nodelay 1'
like 'qmail-qmtpd takes a message' "$(say "$(port_of qmail-qmtpd)" '3:\nhi,0:,20:16:joe@test.example,,')" '^[0-9]+:K'
like 'qmail-qmqpd takes a message' "$(say "$(port_of qmail-qmqpd)" '28:2:hi,0:,16:joe@test.example,,')" '^[0-9]+:K'
if [ "$ROOT" = yes ]; then
	for pair in smtpd:25 pop3d:110 qmtpd:209 qmqpd:628; do
		is "qmail-${pair%:*} has its port" "$(port_of "qmail-${pair%:*}")" "${pair#*:}"
	done
	tcpserver_pid=$(svstat "$H/run/qmail-qmqpd" | sed 's/.*(pid \([0-9]*\)).*/\1/')
	[ -n "${ASAN_OPTIONS-}" ] ||
	    like 'limits are those of env/' "$(cat "/proc/$tcpserver_pid/limits")" '^Max address space +64000000 '
	is 'it runs as qmaild' "$(stat -c %U "/proc/$tcpserver_pid")" qmaild
fi
# its run script is behind it then
ok 'qmail-send speaks' await 60 grep -q 'status: local' "$H/run/qmail-send/log/main/current"
send_pid=$(svstat "$H/run/qmail-send" | sed 's/.*(pid \([0-9]*\)).*/\1/')
like 'qmail-send leaves no core' "$(cat "/proc/$send_pid/limits")" '^Max core file size +0 '
ok 'strangers are kept out of QMQP' grep -q '^:deny' "$H/service/qmail-qmqpd/rules"

# --- installed again
rm "$H/service/qmail-qmtpd/down"; echo 2525 > "$H/service/qmail-smtpd/env/PORT"
mk/services "$H" "$2" "$3"
ok 'a down file that was removed stays away' [ ! -e "$H/service/qmail-qmtpd/down" ]
is 'settings stay' "$(cat "$H/service/qmail-smtpd/env/PORT")" 2525
stop_system
done_testing
