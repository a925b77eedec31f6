"""Postfix from its package, with a configuration of its own."""
import os
import re
import shutil
import signal
import subprocess
import time

from world import (HOST, SINK_PORT, count_files, find_process, note,
                   wait_port, write)

DAEMONS = '/usr/lib/postfix/sbin'
QUEUES = {'active': 0o700, 'bounce': 0o700, 'corrupt': 0o700, 'defer': 0o700,
          'deferred': 0o700, 'flush': 0o700, 'hold': 0o700,
          'incoming': 0o700, 'private': 0o700, 'maildrop': 0o1730,
          'public': 0o710, 'saved': 0o700, 'trace': 0o700, 'pid': 0o755}


class Postfix:
    name = kind = 'postfix'
    port = 2520

    def __init__(self, world, root):
        """root: where the package was unpacked."""
        if not os.path.exists(DAEMONS + '/master'):
            raise RuntimeError('not installed')
        self.world, self.process, self.pickup = world, None, None
        self.place = f'{world.work}/postfix'
        self.conf = self.place + '/etc'
        self.spool = self.place + '/queue'
        for sub in ('', '/etc', '/queue', '/data'):
            os.makedirs(self.place + sub, exist_ok=True)
            os.chmod(self.place + sub, 0o755)
        shutil.chown(self.place + '/data', 'postfix')
        self.write_master(root)
        self.configure()
        for name, mode in QUEUES.items():
            os.makedirs(f'{self.spool}/{name}', exist_ok=True)
            os.chmod(f'{self.spool}/{name}', mode)
            group = 'postdrop' if name in ('maildrop', 'public') else None
            if name != 'pid':
                shutil.chown(f'{self.spool}/{name}', 'postfix', group)
        r = subprocess.run(['/usr/sbin/postfix', '-c', self.conf, 'check'],
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if r.returncode:
            note('postfix check:', r.stdout.decode(errors='replace')[-300:])

    @staticmethod
    def find(root, name):
        root += '/postfix'
        for folder in (root + '/usr/share/postfix/', root + '/etc/postfix/',
                       '/usr/share/postfix/', '/etc/postfix/'):
            if os.path.exists(folder + name):
                with open(folder + name) as f:
                    return f.read()
        return ''

    def write_master(self, root):
        text = self.find(root, 'master.cf.dist') or \
            self.find(root, 'master.cf')
        text = re.sub(r'(?m)^smtp(\s+inet\s+n\s+-\s+)\S+',
                      f'127.0.0.1:{self.port}\\1n', text)
        # no chroot: it would need a copy of /etc
        text = re.sub(r'(?m)^(\S+\s+(?:unix|fifo|unix-dgram)\s+\S+\s+\S+\s+)y',
                      r'\1n', text)
        write(self.conf + '/master.cf', text)
        for name in ('postfix-files', 'dynamicmaps.cf'):
            write(f'{self.conf}/{name}', self.find(root, name))

    def configure(self, **extra):
        """Its defaults, but for places, names and limits."""
        place = self.place
        settings = {
            'compatibility_level': '3.6', 'queue_directory': self.spool,
            'data_directory': place + '/data', 'mail_owner': 'postfix',
            'setgid_group': 'postdrop', 'command_directory': '/usr/sbin',
            'daemon_directory': DAEMONS,
            'shlib_directory': '/usr/lib/postfix',
            'meta_directory': self.conf, 'sample_directory': '/etc',
            'manpage_directory': '/usr/share/man', 'html_directory': 'no',
            'readme_directory': 'no', 'sendmail_path': '/usr/sbin/sendmail',
            'newaliases_path': '/usr/bin/newaliases',
            'mailq_path': '/usr/bin/mailq', 'inet_interfaces': '127.0.0.1',
            'inet_protocols': 'ipv4', 'myhostname': HOST,
            'mydestination': HOST, 'mynetworks': '127.0.0.0/8',
            'smtpd_relay_restrictions':
                'permit_mynetworks,reject_unauth_destination',
            'home_mailbox': 'Maildir/', 'alias_maps': '',
            'alias_database': '', 'recipient_delimiter': '-',
            'relayhost': f'[127.0.0.1]:{SINK_PORT}',
            'smtp_dns_support_level': 'disabled',
            'smtp_host_lookup': 'native', 'in_flow_delay': '0',
            'maillog_file': place + '/log',
            'maillog_file_prefixes': self.world.work,
            'smtpd_client_connection_count_limit': '0',
            'default_process_limit': '250', 'smtputf8_enable': 'no',
            'biff': 'no', **extra}
        write(self.conf + '/main.cf',
              ''.join(f'{k} = {v}\n' for k, v in settings.items()))

    def clean(self):
        self.configure()
        if self.pickup is not None:
            os.close(self.pickup)
            os.unlink(self.spool + '/public/pickup')
            self.pickup = None
        for base, _, files in os.walk(self.spool):
            if os.path.basename(base) not in ('pid', 'public', 'private'):
                for name in files:
                    os.unlink(os.path.join(base, name))

    def accept_injection(self):
        """What injection alone needs: somebody who hears the trigger."""
        path = self.spool + '/public/pickup'
        os.mkfifo(path, 0o622)
        self.pickup = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def inject(self, at_once, count, recipients, size=4096, prefix=()):
        r = self.world.drive('inject', at_once, count, 0,
                             self.world.messages[size], '-',
                             '/usr/sbin/sendmail', '-C', self.conf, '-i',
                             '-f', f'sender@{HOST}', '--', *recipients,
                             prefix=prefix)
        if r['bad']:
            raise RuntimeError(f'{r["bad"]} injections failed')
        return r

    def start(self, prefix=(), **extra):
        self.configure(local_destination_concurrency_limit=10, **extra)
        # -d: master stays a child of ours
        self.process = subprocess.Popen(
            [*prefix, DAEMONS + '/master', '-c', self.conf, '-d'],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(os.environ, MAIL_CONFIG=self.conf))
        wait_port(self.port)

    def sender(self):
        return find_process('qmgr')

    def stop(self, limit=20):
        pid = find_process('master')
        if pid:
            os.kill(pid, signal.SIGTERM)
        self.process.wait(limit)

    def queued(self):
        return sum(count_files(f'{self.spool}/{x}') for x in
                   ('maildrop', 'incoming', 'active', 'deferred'))

    def listen(self, prefix=()):
        """The master listens already."""

    def queue_up(self, count):
        self.start(defer_transports='smtp')
        self.inject(10, count, ['r{}@sink{}.test'])
        return lambda: count_files(self.spool + '/deferred') == count

    def release(self, concurrency):
        self.configure(smtp_destination_concurrency_limit=concurrency,
                       initial_destination_concurrency=min(concurrency, 20))
        self.command('/usr/sbin/postfix', 'reload')
        time.sleep(0.5)
        return lambda: self.command('/usr/sbin/postqueue', '-f')

    def command(self, path, *args):
        subprocess.run([path, '-c', self.conf, *args],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
