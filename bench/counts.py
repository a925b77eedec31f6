"""Counts that no load changes: measured, shown, compared with bench/counts."""
import os
import signal
import subprocess
import time

import trace
from ours import Ours
from run import Usage, finish, local_recipient
from sink import Sink
from world import cpu_us, note, status_kb, wait_for

FILE = 'bench/counts'
# A count may be larger than the committed one by this much.  Where the daemons
# take part, how much they find to do at a time differs from run to run, and
# with it their calls of poll(2), read(2) and fsync(2) a message.
SLACK_RATIO = 1.15
# ... and by at least this: page faults and memory come in pages.
# Peak memory has the pages of program that happen to be needed at that moment;
# fifty injectors share a commit with as many as happen to be there.
SLACK_MIN = {'faults': 6, 'bytes': 20, 'rss': 300, 'inject50': 0.7}
SLACK_MIN_ELSE = 0.35
# Where processes stay, timing decides how many are started: a third of one a
# message more is within SLACK_MIN_ELSE, and brings its calls and faults.
STAYING = ('local', 'smtp1', 'smtp100', 'batch', 'remote')
STAYING_MIN = {'syscalls': 56, 'faults': 21}
# How many messages share a batch, too, and on a quick disk with idle
# processors fewer injectors meet in one commit: the target is the limit.
SHARING_MIN = {'smtp100.fsyncs': 4, 'local.fsyncs': 2,
               'commits.inject50': 0.3}
# Sessions are one process's: its start is gone with the first fifty.
IN_SESSION = ('smtp100', 'batch')
FEW, MANY = 10, 40
KINDS = ('syscalls', 'fsyncs', 'forks', 'execs')


# ---- workloads: measure(system)(prefix, n) does n messages ----

def injecting(s):
    def work(prefix, n):
        s.clean()
        s.accept_injection()
        s.inject(1, n, [local_recipient()], prefix=prefix)
    return work


def delivering(s):
    def work(prefix, n):
        s.clean()
        s.start(prefix=prefix)
        time.sleep(0.5)
        s.inject(1, n, [local_recipient()], prefix=prefix)
        finish(s.world, s, n)
        s.stop()
    return work


def receiving(s, per, as_batch=False):
    """as_batch: all is taken before any is sorted; nothing hangs on timing."""
    def work(prefix, n):
        s.clean()
        s.start(prefix=prefix)
        s.listen(prefix=prefix)
        if as_batch:
            wait_for(lambda: s.sender() != 0, 10)
            idle(s.sender())
            os.kill(s.sender(), signal.SIGSTOP)
        to = local_recipient() if per == 1 else 'b0@bench.test'
        r = s.world.drive('smtp', s.port, 1, n, per, s.world.wire[4096],
                          'sender@remote.test', to)
        if as_batch:
            os.kill(s.sender(), signal.SIGCONT)
        if r['bad']:
            raise RuntimeError(f'{r["bad"]} not taken')
        finish(s.world, s, n)
        s.stop()
        s.world.end_all()
    return work


def sending(s):
    def work(prefix, n):
        s.clean()
        sink = Sink(s.world)
        s.start(prefix=prefix)
        time.sleep(0.5)
        s.inject(1, n, ['r{}@sink.test'], prefix=prefix)
        wait_for(lambda: sink.messages >= n, 60)
        wait_for(lambda: s.queued() == 0, 20)
        s.stop()
    return work


WORKLOADS = (
    ('inject', injecting, 'inject, one at a time'),
    ('local', delivering, 'inject to Maildir'),
    ('smtp1', lambda s: receiving(s, 1), 'SMTP in, 1 a connection, '
     'to Maildir'),
    ('smtp100', lambda s: receiving(s, 100), 'SMTP in, 100 a connection, '
     'one user'),
    ('batch', lambda s: receiving(s, 100, True), 'the same, as one batch'),
    ('remote', sending, 'inject to sent'),
)


def traced(world, system, key, make, detail=None):
    """{name: figure} of one workload."""
    few, many = (50, 100) if key in IN_SESSION else (FEW, MANY)
    total, calls = trace.per_message(world, make(system), few, many)
    if detail is not None:
        detail[f'{key} {system.name}'] = calls
    trace.note_programs(f'{key}, {system.name}, calls a message:', calls)
    return {f'{key}.{k}': total[k] for k in KINDS}


def faults(world, system, key, make):
    """Page faults, without strace; likewise the difference of two runs."""
    got = []
    few, many = (50, 100) if key in IN_SESSION else (FEW, MANY)
    for n in (few, many):
        world.clean_homes()
        usage = Usage()
        try:
            make(system)([], n)
        finally:
            world.end_all()
        got.append(usage.faults())
    return {f'{key}.faults': (got[1] - got[0]) / (many - few)}


# ---- journal commits ----

def commits(world):
    """Journal commits a message, on an ext4 that is ours alone."""
    try:
        place = world.use_loop(256)
    except subprocess.CalledProcessError as e:
        note(f'journal commits are not measured: {e}')
        return {}
    ours = Ours(world, place, name='loop')
    got = {}
    ours.clean()
    for at_once, n in ((1, 100), (50, 300)):
        os.sync()
        begin = world.commits()
        ours.inject(at_once, n, [local_recipient()])
        got[f'commits.inject{at_once}'] = (world.commits() - begin) / n
    n = ours.unsorted()
    os.sync()
    begin = world.commits()
    ours.start(concurrencylocal=0, concurrencyremote=0)
    if wait_for(lambda: ours.unsorted() == 0, 60) is None:
        raise RuntimeError('the backlog was not sorted')
    got['commits.sorting'] = (world.commits() - begin) / n
    ours.stop()
    world.end_all()
    return got


# ---- memory and start-up ----

def long_queue(world, ours):
    """Start with 5,000 queued: calls a message, memory a message."""
    got, rss = {}, []
    for n in (1000, 6000):
        ours.clean()
        world.drive('queue', ours.queue, n, ours.split, *ours.ids(),
                    'r{}@sink.test', world.messages[1000])
        ours.start(concurrencyremote=0)
        wait_for(lambda: ours.sender() != 0, 10)
        idle(ours.sender())
        rss.append(status_kb(ours.sender(), 'VmHWM'))
        ours.stop()
        world.end_all()
    got['restart.bytes'] = (rss[1] - rss[0]) * 1024 / 5000
    got['restart.syscalls'] = start_calls(world, ours, 6000)
    return got


def start_calls(world, ours, n):
    def start(prefix):
        ours.start(prefix=prefix, concurrencyremote=0)
        wait_for(lambda: ours.sender() != 0, 10)
        idle(ours.sender())
        ours.stop()
        world.end_all()
    counts = trace.trace(world.work, start)
    return sum(v for (program, call), v in counts.detail.items()
               if program == 'qmail-send' and not call.startswith('utim')) / n


def idle(pid):
    last = [cpu_us(pid), time.monotonic()]

    def is_idle():
        now = cpu_us(pid)
        if now != last[0]:
            last[:] = [now, time.monotonic()]
        return time.monotonic() - last[1] > 0.6
    wait_for(is_idle, 60, 0.05)


def long_list(world, ours):
    ours.clean()
    sink = Sink(world, 1000)
    ours.start(concurrencyremote=20)
    wait_for(lambda: ours.sender() != 0, 10)
    ours.inject(1, 1, [f'user{i}@dest{i % 1000}.test'
                       for i in range(20000)])
    wait_for(lambda: sink.connections >= 20, 60)
    rss = status_kb(ours.sender(), 'VmHWM')
    world.end_all()
    return {'list.rss': rss}


# ---- compared ----

def measure_all(world):
    ours = Ours(world)
    got = {}
    for key, make, _ in WORKLOADS:
        got.update(traced(world, ours, key, make))
        got.update(faults(world, ours, key, make))
    got.update(long_queue(world, ours))
    got.update(long_list(world, ours))
    got.update(commits(world))
    return got


def read(path):
    with open(path) as f:
        lines = [line.split() for line in f if line[0] not in '#\n']
    return {name: float(figure) for name, figure in lines}


def save(path, got):
    with open(path, 'w') as f:
        f.write('# what a message costs, whatever the load is: made by\n'
                '# `make bench-counts-update`; `make bench-counts` fails '
                'when one grows.\n# bench/README says what each is.\n')
        for name, figure in got.items():
            f.write(f'{name} {figure:.2f}\n')


def limit_of(name, figure):
    row, kind = name.rsplit('.', 1)
    least = SLACK_MIN.get(kind, SLACK_MIN_ELSE)
    if row in STAYING:
        least = STAYING_MIN.get(kind, least)
    least = max(least, SHARING_MIN.get(name, 0))
    return max(figure * SLACK_RATIO, figure + least)


def compare(got, committed):
    grown = []
    print(f'{"count":<20} {"now":>10} {"committed":>10}')
    for name in sorted({*got, *committed}):
        now, was = got.get(name), committed.get(name)
        verdict = ''
        if now is None:
            verdict = 'not measured'
            # a machine may lack loop devices, and has said so
            if not name.startswith('commits.'):
                grown.append(name)
        elif was is None:
            verdict = 'new'
            grown.append(name)
        elif now > limit_of(name, was):
            verdict = 'GREW'
            grown.append(name)
        elif limit_of(name, now) < was:
            verdict = 'fell: make bench-counts-update'
        figures = ' '.join(f'{"-" if x is None else format(x, ".2f"):>10}'
                           for x in (now, was))
        print(f'{name:<20} {figures}  {verdict}'.rstrip())
    return grown


def main(world, update):
    if not trace.available() or not trace.has_permission():
        note('counts need strace(1), and leave to use it')
        return 111
    got = measure_all(world)
    if update:
        save(FILE, got)
        print(open(FILE).read(), end='')
        return 0
    grown = compare(got, read(FILE))
    if grown:
        print('grew, or are not in both:', ' '.join(grown))
    return 1 if grown else 0


def show(run):
    """As rows of `make bench`, beside the others."""
    if not trace.available():
        raise RuntimeError('strace(1) is not installed')
    for key, make, title in WORKLOADS:
        run.table.title(f'counts: {title}')
        values = {}
        for s in run.systems:
            if key == 'batch' and s is not run.ours:
                continue        # they receive only where they deliver
            try:
                got = traced(run.world, s, key, make, run.table.detail)
                got.update(faults(run.world, s, key, make))
            except Exception as e:
                note(f'{s.name}: {e}')
                continue
            for name, figure in got.items():
                values.setdefault(name, {})[s.name] = [figure]
        for kind in (*KINDS, 'faults'):
            run.table.add(f'{title}: {kind}', '/msg', '-',
                          values.get(f'{key}.{kind}', {}))
    run.table.title('counts: journal commits, on an ext4 of its own')
    for name, figure in commits(run.world).items():
        run.table.add(name, '/msg', '-', {'ours': [figure]})
