"""Counts of system calls per message, by strace(1)."""
import os
import re
import shutil
import subprocess

from world import note

CALL = re.compile(rb'^([a-z_0-9]+)\(')
FAILED = re.compile(rb'= -1 E')
PROGRAM = re.compile(rb'^execve\("([^"]*)"')
SYNCS = ('fsync', 'fdatasync', 'syncfs', 'sync')
FORKS = ('clone', 'clone3', 'fork', 'vfork')
DRIVER = 'drive'


class Counts:
    def __init__(self):
        self.total = dict.fromkeys(('syscalls', 'fsyncs', 'forks', 'execs'), 0)
        self.detail = {}        # (program, call): number

    def add(self, program, call, line):
        self.total['syscalls'] += 1
        key = (program, call)
        self.detail[key] = self.detail.get(key, 0) + 1
        if call in SYNCS:
            self.total['fsyncs'] += 1
        if FAILED.search(line):
            return
        if call in FORKS and b'CLONE_THREAD' not in line:
            self.total['forks'] += 1
        if call == 'execve':
            self.total['execs'] += 1

    def read(self, path):
        """One process's trace.  Our own driver does not count."""
        program = '(forked)'
        with open(path, 'rb') as f:
            for line in f:
                m = CALL.match(line)
                if not m:
                    continue
                call = m.group(1).decode()
                if call == 'execve' and not FAILED.search(line):
                    name = PROGRAM.match(line).group(1).decode()
                    program = os.path.basename(name)
                if program != DRIVER:
                    self.add(program, call, line)


def available():
    return shutil.which('strace') is not None


def trace(work, runner):
    """Counts of all that runner(prefix) starts."""
    folder = work + '/trace'
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    runner(['strace', '-ff', '-qq', '-s', '64', '-o', folder + '/t'])
    counts = Counts()
    for name in os.listdir(folder):
        counts.read(f'{folder}/{name}')
    return counts


def per_message(world, runner, few, many):
    """The difference of two runs, so that what a start costs drops out.

    runner(prefix, n): do n messages.  Returns {count: figure} and the
    calls of each program.
    """
    got = []
    for n in (few, many):
        world.clean_homes()
        try:
            got.append(trace(world.work, lambda prefix: runner(prefix, n)))
        finally:
            world.end_all()
    messages = many - few
    total = {k: (got[1].total[k] - got[0].total[k]) / messages
             for k in got[1].total}
    calls = {}
    for key, number in got[1].detail.items():
        each = (number - got[0].detail.get(key, 0)) / messages
        if abs(each) >= 0.01:
            calls.setdefault(key[0], {})[key[1]] = round(each, 2)
    return total, calls


def note_programs(title, calls):
    """One line a program: how many calls a message it makes, and which."""
    note(title)
    for program in sorted(calls, key=lambda p: -sum(calls[p].values())):
        each = calls[program]
        words = ' '.join(f'{call} {number:g}' for call, number
                         in sorted(each.items(), key=lambda x: -x[1])[:9])
        note(f'  {program}: {sum(each.values()):.1f}: {words}')


def has_permission():
    """Whether strace may trace here (containers may say no)."""
    r = subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'],
                       stderr=subprocess.DEVNULL)
    return r.returncode == 0
