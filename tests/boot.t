# boot.t: what starts svscan when a system boots: svscanboot, and the templates
# in HOME/boot for systemd, OpenRC and System V init.
. tests/lib.sh
new_home
# shellcheck disable=SC2086 # a list of names
set -- $ACCOUNTS
services "$2" "$3"
unlike 'templates have this home' "$(cat "$H"/boot/*)" '@[A-Z]+@'
is 'modes' "$(cd "$H/boot" && stat -c '%a %n' svscan.* | tr '\n' ' ')" \
	'755 svscan.init 755 svscan.openrc 644 svscan.service '
# --- relay-ctrl-age, by cron and by systemd: the same command, and it works
# spec: auth-and-relay.md 3.5
command=$(sed -n 's/^\* \* \* \* \* root //p' "$H/boot/relay-ctrl-age.cron")
is 'the timer runs what cron does' "$(sed -n 's/^ExecStart=//p' "$H/boot/relay-ctrl-age.service")" "$command"
mkdir -p "$T/rc" "$T/allow"
echo "$T/allow" > "$T/rc/RELAY_CTRL_DIR"
touch "$T/allow/10.0.0.1"
touch -d '1000 seconds ago' "$T/allow/10.0.0.2"
exits 0 'its command' env - sh -c "$(printf '%s' "$command" | sed "s|/etc/relay-ctrl|$T/rc|")"
is 'removes what is old' "$(ls "$T/allow")" 10.0.0.1
S=$T/scan
mkdir -p "$S/talker/log" "$S/mute"
cat > "$S/talker/run" <<'EOT'
#!/bin/sh
trap 'echo last words; exit' TERM
: > ready
while :; do sleep 0.05; done
EOT
printf '#!/bin/sh\nexec multilog ./main\n' > "$S/talker/log/run"
printf '#!/bin/sh\necho something is wrong >&2; exec sleep 1000\n' > "$S/mute/run"
chmod 755 "$S"/*/run "$S/talker/log/run"
gone() { await 60 sh -c "! svok '$1'"; }

# --- System V init
export SVSCAN_DIR="$S" SVSCAN_LOCK="$T/lock" SVSCAN_PID="$T/pid"
init=$H/boot/svscan.init
exits 3 'status: does not run' "$init" status
is 'its words' "$(cat "$T/stdout")" 'svscan does not run'
exits 0 'start' "$init" start
started="$started $(cat "$T/pid")"
ok 'services run' svwait -u -t 60 "$S/talker" "$S/talker/log" "$S/mute"
exits 0 'status: runs' "$init" status
is 'its words' "$(cat "$T/stdout")" "svscan runs on $S, pid $(cat "$T/pid")"
pid=$(cat "$T/pid")
is 'services have no descriptor of the lock' "$(ls -l /proc/$(svstat "$S/mute" | sed 's/.*pid \([0-9]*\)).*/\1/')/fd | grep -c "$T/lock")" 0
exits 0 'a second start' "$init" start
is 'starts no second' "$(cat "$T/pid")" "$pid"
await 60 test -e "$S/talker/ready"
exits 0 'stop' "$init" stop
nok 'ends svscan' sh -c "ps -o stat= -p $pid | grep -qv '^Z'"
is 'and all services' "$(svok "$S/talker" || svok "$S/talker/log" || svok "$S/mute" || echo none)" none
is 'services before logs' "$(tail -n 1 "$S/talker/log/main/current")" 'last words'
exits 0 'stop of nothing' "$init" stop
exits 2 'usage' "$init" what

# --- systemd, OpenRC
like 'unit: svscan -t of this home' "$(cat "$H/boot/svscan.service")" "^ExecStart=$H/bin/svscan -t /service\$"
if command -v systemd-analyze > /dev/null; then
	unit=$T/svscan.service
	cp "$H/boot/svscan.service" "$unit"
	systemd-analyze verify --man=no "$unit" > "$T/verify" 2>&1
	is 'systemd finds no fault in the unit' "$(grep 'svscan' "$T/verify")" ''
fi
ok 'sh reads the OpenRC script' sh -n "$H/boot/svscan.openrc"
is 'what it runs' "$(export T; SVSCAN_DIR=/x; . "$H/boot/svscan.openrc"; echo "$command $command_args")" "$H/bin/svscan -t /x"

# --- svscanboot
# spec: supervise.md 3
exits 100 'svscanboot: usage' svscanboot a b
exits 111 'svscanboot: no folder' svscanboot "$T/none"
rm -f "$S/talker/supervise/status"
supervise "$S/talker" > /dev/null 2>&1 &
stale=$!
svwait -u -t 60 "$S/talker"
old=$(svstat "$S/talker" | sed 's/.*pid \([0-9]*\)).*/\1/')
svscanboot "$S" &
boot_pid=$!
started="$started $boot_pid"
ok 'services run' svwait -u -t 60 "$S/mute"
wait $stale
is 'a supervise that was left has ended' $? 0
nok 'with its service' kill -0 "$old"
ok 'which runs again with its log' svwait -u -t 60 "$S/talker" "$S/talker/log"
await 60 pgrep -P $boot_pid readproctitle
title=$(pgrep -P $boot_pid readproctitle)
ok 'ps shows what goes wrong' await 60 grep -aq 'something is wrong' "/proc/$title/cmdline"
like 'behind dots' "$(tr '\0\n' '  ' < "/proc/$title/cmdline")" '^readproctitle service errors: \.\.\..*something is wrong'
is '400 bytes' "$(tr '\0' '\n' < "/proc/$title/cmdline" | sed 1,3d | wc -c | tr -d ' ')" 401
scan=$(pgrep -P $boot_pid svscan)
is 'environment: PATH alone' "$(tr '\0' '\n' < "/proc/$scan/environ" | sed 's/=.*//' | grep -v '^ASAN')" PATH
kill "$scan"
svc -dx "$S/talker" "$S/mute"; gone "$S/talker"; gone "$S/mute"
svc -dx "$S/talker/log"
wait $boot_pid
is 'it ends when all writers have' $? 0
gone "$S/talker/log"
done_testing
