# tcplib.sh: for the tests of tcpserver, in the folder that they are in.
#
#   serve ARGS...       start tcpserver -1; $port, its log in ./log, $server
#   stop                end it
#   left N/MAX          with -v: wait until it says that it serves N

serve() {
	rm -f port port.new log
	# the log is appended to: a test may empty it
	background sh -c 'exec tcpserver -1 "$@" > port.new 2>> log' tcpserver "$@"
	server=$last_pid
	await 60 sh -c 'test -s port.new && mv port.new port'
	port=$(cat port)
}
stop() { kill "$server"; wait "$server" 2> /dev/null; }
# other lines may stand behind the last status: of who is refused, for example
left() { await 60 sh -c 'grep " status: " log | tail -n 1 | grep -qx "tcpserver: status: $1"' sh "$1"; }
