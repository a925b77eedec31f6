"""Our system in a scratch home, as mk/plant makes it."""
import os
import pwd
import signal
import subprocess

from world import (HOST, SINK_PORT, count_files, find_process, wait_port,
                   write)

QUEUE = ('pid', 'mess', 'intd', 'todo', 'info', 'local', 'remote', 'bounce')


class Ours:
    name = kind = 'ours'
    port = 2500

    def __init__(self, world, place=None, name=None):
        self.world = world
        self.name = name or self.name
        self.home = f'{place or world.work}/{self.name}'
        self.bin = self.home + '/bin/'
        self.queue = self.home + '/queue/'
        self.log = f'{world.work}/{self.name}.log'
        self.process = None
        subprocess.run(['mk/plant', self.home], check=True, cwd=world.top,
                       env=dict(os.environ, OUT=world.out))
        os.chmod(self.home, 0o755)
        self.split = len(os.listdir(self.queue + 'mess'))
        self.set_control()

    def set_control(self, **extra):
        folder = self.home + '/control/'
        for name in os.listdir(folder):
            os.unlink(folder + name)
        control = {'me': HOST, 'locals': HOST, 'rcpthosts': HOST,
                   'concurrencylocal': 10, 'concurrencyremote': 20,
                   'smtproutes': f':127.0.0.1:{SINK_PORT}', **extra}
        for name, value in control.items():
            write(folder + name, f'{value}\n')

    def clean(self):
        for part in QUEUE:
            for base, _, files in os.walk(self.queue + part):
                for name in files:
                    os.unlink(os.path.join(base, name))
        with open(self.queue + 'lock/tcpto', 'r+b') as f:
            f.write(b'\0' * os.fstat(f.fileno()).st_size)
        self.set_control()

    def accept_injection(self):
        """Nothing has to run."""

    def inject(self, at_once, count, recipients, rate=0, size=4096,
               prefix=()):
        """{} in a recipient is a number from 0 to 9."""
        envelope = f'Fsender@{HOST}\0'
        envelope += ''.join(f'T{r}\0' for r in recipients) + '\0'
        path = write(f'{self.world.work}/envelope', envelope)
        r = self.world.drive('inject', at_once, count, rate,
                             self.world.messages[size], path,
                             self.bin + 'qmail-queue', prefix=prefix)
        if r['bad']:
            raise RuntimeError(f'{r["bad"]} injections failed, '
                               f'the last with {r["last_bad"]}')
        return r

    def start(self, prefix=(), **control):
        self.set_control(**control)
        env = dict(os.environ, PATH=self.bin + ':/usr/bin:/bin')
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(
                [*prefix, self.bin + 'qmail-start', './Maildir/'],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env,
                cwd='/')

    def sender(self):
        """The process that schedules."""
        return find_process('qmail-send')

    def stop(self, limit=30):
        pid = self.sender()
        if pid:
            os.kill(pid, signal.SIGTERM)
        self.process.wait(limit)

    def queued(self):
        return count_files(self.queue + 'mess')

    def unsorted(self):
        return count_files(self.queue + 'todo')

    def listen(self, prefix=()):
        user = pwd.getpwnam('qmaild')
        with open(f'{self.world.work}/smtpd.log', 'ab') as log:
            subprocess.Popen(
                [*prefix, self.bin + 'tcpserver', '-HR', '-l', HOST,
                 '-b', '500', '-c', '100', '-u', str(user.pw_uid),
                 '-g', str(user.pw_gid), '127.0.0.1', str(self.port),
                 self.bin + 'qmail-smtpd'],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_port(self.port)

    def ids(self):
        """uid of qmailq, uid of qmails, their gid."""
        return (pwd.getpwnam('qmailq').pw_uid, pwd.getpwnam('qmails').pw_uid,
                pwd.getpwnam('qmailq').pw_gid)

    def queue_up(self, count):
        """Mail for the sink that is sorted, and nothing that sends it."""
        self.inject(10, count, ['r{}@sink{}.test'])
        self.start(concurrencyremote=0)
        return lambda: self.unsorted() == 0

    def release(self, concurrency):
        """Send what queue_up() left."""
        self.stop()
        self.world.end_all(1.0)
        return lambda: self.start(concurrencyremote=concurrency)
