"""OpenSMTPD from its package.  Its queue is not synced to disk."""
import os
import shutil
import signal
import subprocess
import time

from world import (HOST, SINK_PORT, command_name, count_files, find_process,
                   wait_port, write)

SPOOL = '/var/spool/smtpd'
CONF = f'''queue ttl 4d
listen on 127.0.0.1 port 2521 hostname {HOST}
{{}}action "loc" maildir
action "rel" relay host "smtp://127.0.0.1:{SINK_PORT}"
match from any for domain "{HOST}" action "loc"
match from any for any action "rel"
'''


class OpenSMTPD:
    name = kind = 'opensmtpd'
    port = 2521

    def __init__(self, world, _root):
        if not os.path.exists('/usr/sbin/smtpctl'):
            raise RuntimeError('not installed')
        self.world, self.process = world, None
        self.place = f'{world.work}/opensmtpd'
        os.makedirs(self.place + '/bin')
        self.make_clients()
        self.make_spool()
        self.conf = self.place + '/conf'
        for sub_address in ('smtp sub-addr-delim "-"\n', ''):
            write(self.conf, CONF.format(sub_address))
            if subprocess.run(['/usr/sbin/smtpd', '-n', '-f', self.conf],
                              stderr=subprocess.PIPE).returncode == 0:
                break

    def make_clients(self):
        """Copies, set-gid, that smtpctl's other names are for."""
        real = os.path.realpath('/usr/sbin/smtpctl')
        for name in ('sendmail', 'smtpctl'):
            path = f'{self.place}/bin/{name}'
            shutil.copy(real, path)
            shutil.chown(path, 'root', 'opensmtpq')
            os.chmod(path, 0o2755)
        self.sendmail = self.place + '/bin/sendmail'
        self.control = self.place + '/bin/smtpctl'

    def make_spool(self):
        spool = self.place + '/spool'
        os.makedirs(spool + '/smtpd', 0o711)
        modes = {'offline': ('root', 'opensmtpq', 0o770),
                 'purge': ('opensmtpq', None, 0o700),
                 'incoming': ('opensmtpq', None, 0o700),
                 'queue': ('opensmtpq', None, 0o700),
                 'temporary': ('opensmtpq', None, 0o700),
                 'corrupt': ('opensmtpq', None, 0o700)}
        for name, (user, group, mode) in modes.items():
            path = f'{spool}/smtpd/{name}'
            os.mkdir(path)
            shutil.chown(path, user, group)
            os.chmod(path, mode)
        os.makedirs(self.place + '/lib/opensmtpd/empty')
        os.makedirs('/run/opensmtpd', exist_ok=True)
        for source, target in ((spool, '/var/spool'),
                               (self.place + '/lib', '/var/lib')):
            subprocess.run(['mount', '--bind', source, target], check=True)

    def clean(self):
        for name in ('incoming', 'queue', 'temporary', 'offline'):
            for base, _, files in os.walk(f'{SPOOL}/{name}'):
                for file in files:
                    os.unlink(os.path.join(base, file))

    def accept_injection(self):
        self.start()

    def inject(self, at_once, count, recipients, size=4096, prefix=()):
        r = self.world.drive('inject', at_once, count, 0,
                             self.world.messages[size], '-', self.sendmail,
                             '-f', f'sender@{HOST}', '--', *recipients,
                             prefix=prefix)
        if r['bad']:
            raise RuntimeError(f'{r["bad"]} injections failed')
        return r

    def start(self, prefix=(), **_):
        with open(self.place + '/log', 'ab') as log:
            self.process = subprocess.Popen(
                [*prefix, '/usr/sbin/smtpd', '-d', '-f', self.conf],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_port(self.port)

    def sender(self):
        return find_process('smtpd')

    def stop(self, limit=20):
        pid = self.process.pid
        if command_name(pid) != 'smtpd':        # under strace
            pid = find_process('smtpd')
        os.kill(pid, signal.SIGTERM)
        self.process.wait(limit)

    def queued(self):
        return count_files(f'{SPOOL}/queue')

    def listen(self, prefix=()):
        """It listens already."""

    def queue_up(self, count):
        self.start()
        time.sleep(0.3)
        self.command('pause', 'mta')
        self.inject(10, count, ['r{}@sink{}.test'])
        return lambda: True

    def release(self, concurrency):
        return lambda: self.command('resume', 'mta')

    def command(self, *args):
        subprocess.run([self.control, *args], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
