"""The scratch world of a run: users, files, processes, journal commits.

bench/run has moved us into mount, network and process namespaces of our own
with a private /etc, so that everything here is ours and dies with us.
"""
import json
import os
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time

HOST = 'bench.test'
USERS = 10
SINK_PORT = 2600


def note(*words):
    print('#', *words, file=sys.stderr, flush=True)


def write(path, text, mode=0o644):
    with open(path, 'wb') as f:
        f.write(text.encode() if isinstance(text, str) else text)
    os.chmod(path, mode)
    return path


def wait_for(condition, limit, step=0.02):
    """Seconds until condition() was true, or None."""
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > limit:
            return None
        time.sleep(step)
    return time.monotonic() - begin


def wait_port(port, limit=40):
    def is_up():
        with socket.socket() as s:
            return s.connect_ex(('127.0.0.1', port)) == 0
    if wait_for(is_up, limit) is None:
        raise RuntimeError(f'nobody listens on port {port}')


def count_files(folder):
    return sum(len(files) for _, _, files in os.walk(folder))


# ---- processes ----

def pids():
    return [int(p) for p in os.listdir('/proc') if p.isdigit()]


def stat_fields(pid):
    try:
        with open(f'/proc/{pid}/stat') as f:
            return f.read().rsplit(')', 1)[1].split()
    except OSError:
        return None


def command_name(pid):
    try:
        with open(f'/proc/{pid}/comm') as f:
            return f.read().strip()
    except OSError:
        return ''


def status_kb(pid, key, file='status'):
    try:
        with open(f'/proc/{pid}/{file}') as f:
            for line in f:
                if line.startswith(key + ':'):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def find_process(name):
    """The first process of this name (as many bytes as the kernel keeps)."""
    return next((p for p in pids() if command_name(p) == name[:15]), 0)


def cpu_us(pid):
    fields = stat_fields(pid)
    if fields is None:
        return 0
    ticks = int(fields[11]) + int(fields[12])
    return ticks * 1000000 // os.sysconf('SC_CLK_TCK')


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


class Usage:
    """CPU time and page faults of all children that have ended since."""

    def __init__(self):
        self.begin = resource.getrusage(resource.RUSAGE_CHILDREN)

    def cpu_us(self):
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 1e6 * (now.ru_utime + now.ru_stime
                      - self.begin.ru_utime - self.begin.ru_stime)

    def faults(self):
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        return now.ru_minflt - self.begin.ru_minflt


class World:
    def __init__(self, work, out, top):
        self.work, self.out, self.top = work, out, top
        self.drive_path = f'{out}/bench/drive'
        self.keep = [os.getpid()]       # what end_all() leaves alone
        p = os.getpid()
        while p > 1:
            p = int(stat_fields(p)[1])
            self.keep.append(p)
        self.journal = None
        self.users = [self.user_id(f'b{i}') for i in range(USERS)]
        self.clean_homes()
        self.messages, self.wire = {}, {}
        for size in (1000, 4096):
            text = self.message(size)
            self.messages[size] = write(f'{work}/message{size}', text)
            wire = text.replace(b'\n', b'\r\n') + b'.\r\n'
            self.wire[size] = write(f'{work}/wire{size}', wire)

    @staticmethod
    def user_id(name):
        import pwd
        entry = pwd.getpwnam(name)
        return entry.pw_uid, entry.pw_gid

    @staticmethod
    def message(size):
        head = (f'From: sender@{HOST}\nTo: b@{HOST}\nSubject: benchmark\n'
                f'Date: 1 Jan 2024 00:00:00 -0000\nMessage-ID: <1@{HOST}>\n\n')
        line = 'x' * 70 + '\n'
        text = head + line * (size // len(line) + 1)
        return (text[:size - 1] + '\n').encode()

    def home(self, i):
        return f'{self.work}/home/b{i}'

    def clean_homes(self):
        for i in range(USERS):
            home = self.home(i)
            shutil.rmtree(home, ignore_errors=True)
            for sub in ('', '/Maildir', '/Maildir/new', '/Maildir/cur',
                        '/Maildir/tmp'):
                os.makedirs(home + sub, 0o700)
                os.chown(home + sub, *self.users[i])
            write(home + '/.qmail-default', './Maildir/\n')
            os.chown(home + '/.qmail-default', *self.users[i])

    def delivered(self):
        return sum(len(os.listdir(self.home(i) + '/Maildir/new'))
                   for i in range(USERS))

    def drive(self, *args, prefix=(), timeout=330):
        """Run bench/drive; what it says of itself."""
        r = subprocess.run([*prefix, self.drive_path, *map(str, args)],
                           stdout=subprocess.PIPE, timeout=timeout)
        if r.returncode != 0:
            raise RuntimeError(f'drive {args[0]}: exit {r.returncode}')
        return json.loads(r.stdout)

    # ---- a disk of our own, for journal commits ----

    def use_loop(self, megabytes):
        """Work on a fresh ext4 in a file: its commits are nobody else's."""
        image, place = self.work + '/image', self.work + '/loop'
        os.mkdir(place)
        with open(image, 'wb') as f:
            f.truncate(megabytes << 20)
        subprocess.run(['mkfs.ext4', '-q', '-F', image], check=True)
        subprocess.run(['mount', '-o', 'loop', image, place], check=True)
        with open('/proc/mounts') as f:
            device = next(line.split()[0] for line in f
                          if line.split()[1] == place)
        journal = f'/proc/fs/jbd2/{os.path.basename(device)}-8/info'
        if not os.path.exists(journal):
            raise RuntimeError(f'no {journal}')
        self.journal = journal
        return place

    def commits(self):
        with open(self.journal) as f:
            return int(f.read().split()[0])

    # ---- ending what was started ----

    def ours(self):
        """Processes that were started by this run and still live."""
        found = []
        for p in pids():
            fields = stat_fields(p)
            if p not in self.keep and fields and fields[0] not in 'ZX':
                found.append(p)
        return found

    def end_all(self, grace=3.0):
        """End all of this process namespace but ourselves."""
        begin = time.monotonic()
        while True:
            reap()
            found = self.ours()
            if not found:
                return
            late = time.monotonic() - begin > grace
            for p in found:
                try:
                    os.kill(p, signal.SIGKILL if late else signal.SIGTERM)
                except OSError:
                    pass        # it was quicker
            time.sleep(0.02)

    def memory_kb(self):
        """RSS and PSS of all that runs: sums."""
        found = self.ours()
        return (sum(status_kb(p, 'VmRSS') for p in found),
                sum(status_kb(p, 'Pss', 'smaps_rollup') for p in found))


def median(values):
    return statistics.median(values)
