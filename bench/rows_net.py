"""Connections, and mail that is fetched."""
import os
import socket
import subprocess
import time

from world import HOST, status_kb, wait_port, write

PORT = 2590
UCSPI = '/usr/bin/tcpserver'
DOVECOT = ('/usr/lib/dovecot/pop3', '/usr/libexec/dovecot/pop3')


def interleave(run, measures, reps):
    """{name: measure()} in turn: {metric: {name: [figure]}}."""
    got = {}
    for _ in range(reps):
        for name, measure in measures.items():
            try:
                figures = measure()
            finally:
                run.world.end_all()
            for metric, figure in figures.items():
                got.setdefault(metric, {}).setdefault(name, []).append(figure)
    return got


def drive_server(run, server, program, clients, n, words):
    """Figures of n connections, clients at a time, to program."""
    begin = subprocess.Popen(
        [server, '-HR', '-l', HOST, '-b', '500', '-c', '100',
         '127.0.0.1', str(PORT), *program],
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_port(PORT)
    r = run.world.drive('conn', PORT, clients, n, words)
    if r['bad'] or r['ok'] != n:
        raise RuntimeError(f'{server}: {r}')
    time.sleep(0.1)             # the last of them are reaped
    begin.terminate()
    _, _, used = os.wait4(begin.pid, 0)
    begin.returncode = 0
    return {'rate': n / r['us'] * 1e6,
            'cpu': (used.ru_utime + used.ru_stime) / n * 1e6}


def connections(run):
    servers = {'ours': run.ours.bin + 'tcpserver'}
    if os.path.exists(UCSPI):
        servers['ucspi-tcp'] = UCSPI
    bare = [run.world.out + '/bench/bare']
    cases = (('a program that ends at once', bare, '', (1, 10, 50)),
             ('the same in C', [run.world.out + '/bench/nothing'], '', (10,)),
             ('our qmail-smtpd, QUIT', [run.ours.bin + 'qmail-smtpd'],
              'QUIT', (10,)))
    run.table.title('connections: tcpserver -HR -l name')
    n = run.n(2000)
    for what, program, words, many in cases:
        for clients in many:
            def measure(server, program=program, clients=clients,
                        words=words):
                return drive_server(run, server, program, clients, n, words)
            got = interleave(run, {name: lambda s=s: measure(s)
                                   for name, s in servers.items()},
                             max(5, run.reps))
            run.add(got, 'rate', f'{what}, {clients} at a time', 'conn/s',
                    '+')
            run.add(got, 'cpu', '  CPU, server and programs', 'us/conn', '-')


# ---- POP3 ----

class Pop:
    """A POP3 server on a socket pair, as the user."""

    def __init__(self, argv, user, home, greets=True, env=None):
        self.socket, theirs = socket.socketpair()
        self.socket.settimeout(600)
        self.buffer = b''
        self.begin = time.monotonic()
        self.process = subprocess.Popen(
            argv, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
            env=env, cwd=home, user=user[0], group=user[1], extra_groups=[])
        theirs.close()
        if not greets:          # after a login: it waits for a command
            self.socket.sendall(b'NOOP\r\n')
        self.line()

    def more(self):
        data = self.socket.recv(262144)
        if not data:
            raise RuntimeError('the POP3 server hung up')
        self.buffer += data

    def line(self):
        while b'\n' not in self.buffer:
            self.more()
        line, self.buffer = self.buffer.split(b'\n', 1)
        if not line.startswith(b'+OK'):
            raise RuntimeError(f'POP3: {line!r}')

    def ask(self, command, has_text=False):
        """Milliseconds until it was answered."""
        begin = time.monotonic()
        self.socket.sendall(command.encode() + b'\r\n')
        self.line()
        if has_text:
            text = bytearray(b'\r\n' + self.buffer)
            while not text.endswith(b'\r\n.\r\n'):
                data = self.socket.recv(262144)
                if not data:
                    raise RuntimeError('the POP3 server hung up')
                text += data
            self.buffer = b''
        return (time.monotonic() - begin) * 1000

    def end(self):
        peak = status_kb(self.process.pid, 'VmHWM')
        self.ask('QUIT')
        self.socket.close()
        self.process.wait(60)
        return peak


def session(pop, count):
    pop.ask('STAT')
    figures = {'start': (time.monotonic() - pop.begin) * 1000}
    figures['uidl'] = pop.ask('UIDL', True)
    fetched = min(count, 1000)
    begin = time.monotonic()
    for i in range(1, fetched + 1):
        pop.ask(f'RETR {i}', True)
    figures['retr'] = fetched / (time.monotonic() - begin)
    figures['rss'] = pop.end()
    return figures


def dovecot_config(world):
    uid, gid = world.users[0]
    os.makedirs(f'{world.work}/dovecot', exist_ok=True)
    write(f'{world.work}/dovecot/log', '', 0o666)
    return write(
        f'{world.work}/dovecot/conf',
        f'mail_location = maildir:~/Maildir\nssl = no\n'
        f'log_path = {world.work}/dovecot/log\n'
        f'base_dir = {world.work}/dovecot\nstats_writer_socket_path =\n'
        f'mail_uid = {uid}\nmail_gid = {gid}\nfirst_valid_uid = 1\n')


def pop3(run):
    world, user = run.world, run.world.users[0]
    dovecot = next((p for p in DOVECOT if os.path.exists(p)), None)
    config = dovecot_config(world) if dovecot else None
    home = world.home(0)
    for count in (20000, 100000):
        n = run.n(count)
        run.table.title(f'pop3: {n} messages, after the login')
        world.clean_homes()
        world.drive('maildir', home + '/Maildir', n, world.messages[1000],
                    *user)

        def ours():
            pop = Pop([run.ours.bin + 'qmail-pop3d', 'Maildir'], user, home)
            return session(pop, n)

        def theirs():
            env = {'USER': 'b0', 'HOME': home, 'PATH': '/usr/bin:/bin'}
            pop = Pop([dovecot, '-c', config], user, home, False, env)
            return session(pop, n)
        measures = {'ours': ours}
        if dovecot:
            measures['dovecot'] = theirs
        got = interleave(run, measures, run.reps)
        for metric, name, unit, better in (
                ('start', f'POP3, {n}: start to STAT', 'ms', '-'),
                ('uidl', '  UIDL', 'ms', '-'),
                ('retr', '  RETR', 'msg/s', '+'),
                ('rss', '  peak RSS', 'kB', '-')):
            run.add(got, metric, name, unit, better)
    world.clean_homes()


ROWS = {'connections': connections, 'pop3': pop3}
