"""Mail that goes out, bursts, long queues."""
import os
import signal
import time

from ours import Ours
from run import Meter
from sink import Sink
from world import cpu_us, note, reap, status_kb, wait_for

SINK_USERS = 10


def smtp_out(run):
    """Mail for one fast host lies sorted in the queue; then it may go."""
    for concurrency, delay, count in ((20, 0, 200), (200, 0, 200),
                                      (20, 100, 40)):
        tail = f', {delay} ms a reply' if delay else ''
        run.table.title(f'smtp-out: {count} messages to one host, '
                        f'concurrency {concurrency}{tail}')

        def measure(s, concurrency=concurrency, delay=delay, count=count):
            n = run.n(count)
            if s.kind == 'opensmtpd':
                n = run.n(count / 4)
            return send_queued(run, s, n, concurrency, delay)
        got = run.pairs(measure)
        name = f'SMTP out, concurrency {concurrency}{tail}'
        run.add(got, 'rate', name, 'msg/s', '+')
        run.add(got, 'cpu', '  CPU, all processes', 'us/msg', '-')
        run.add(got, 'connections', '  connections', '/msg', '-')
        run.add(got, 'most', '  connections at once', '', '+')


def send_queued(run, s, n, concurrency, delay):
    if wait_for(s.queue_up(n), 120) is None:
        raise RuntimeError('the mail was not queued')
    release = s.release(concurrency)
    reap()
    sink, meter = Sink(run.world, delay), Meter()
    release()
    if wait_for(lambda: sink.messages >= n, 120) is None:
        raise RuntimeError(f'the sink has {sink.messages} of {n}')
    g, sink_us = sink.get(), cpu_us(sink.process.pid)
    run.world.end_all()
    meter.driver_us += sink_us
    return {'rate': n / max(1, g['last_us'] - g['first_us']) * 1e6,
            'connections': g['connections'] / n, 'most': g['open_max'],
            'cpu': meter.figures(n)['cpu']}


# ---- a burst while deliveries are slow ----

BURST_S = 3             # the injection of the burst
BURST_RATE = 60         # a second, in both arms of a pair
BURST_QUEUED = 8000     # so many wait before: more than can be sent
BURST_PAIRS = 5


def fill(run, system, count):
    run.world.drive('queue', system.queue, count, system.split,
                    *system.ids(), 'r{}@sink.test', run.world.messages[1000])


def deliver_during_burst(run, system, target, queued):
    """Deliveries a second while target's queue gets a burst."""
    system.clean()
    target.clean()
    fill(run, system, queued)
    sink = Sink(run.world, 20)
    system.start(concurrencyremote=100)
    if wait_for(lambda: sink.messages >= 200, 60) is None:
        raise RuntimeError('no deliveries')
    n = run.n(BURST_S * BURST_RATE)
    begin, before = time.monotonic(), sink.messages
    r = target.inject(10, n, ['q{}@sink.test'], rate=BURST_RATE, size=1000)
    seconds, done = time.monotonic() - begin, sink.messages - before
    left = queued - sink.messages
    run.world.end_all()
    if left <= 0:
        raise RuntimeError('it ran out of mail')
    return done / seconds, n / r['us'] * 1e6


def burst(run):
    """The control: the same burst, at the same rate, into another queue."""
    run.table.title(f'burst: {BURST_RATE} messages a second come in while '
                    'deliveries to a slow host (20 ms a reply) run')
    ours = run.ours
    other = Ours(run.world, name='other')
    queued = run.n(BURST_QUEUED, BURST_QUEUED)
    figures = {k: [] for k in ('during', 'control', 'rate', 'crate', 'ratio')}
    for i in range(max(BURST_PAIRS, run.reps)):
        got = {}
        try:
            for target in (ours, other) if i % 2 == 0 else (other, ours):
                got[target.name] = deliver_during_burst(run, ours, target,
                                                        queued)
        except RuntimeError as e:
            note(f'a pair without a figure: {e}')
            run.world.end_all()
            continue
        (during, rate), (control, crate) = got['ours'], got['other']
        for key, value in (('during', during), ('control', control),
                           ('rate', rate), ('crate', crate),
                           ('ratio', during / control)):
            figures[key].append(value)
    ours.clean()
    for key, name, unit in (
            ('during', 'deliveries during a burst', '/s'),
            ('control', 'control: burst into another queue', '/s'),
            ('ratio', 'during / control', ''),
            ('rate', '  injected', 'msg/s'),
            ('crate', '  injected, control', 'msg/s')):
        run.table.add(name, unit, '+', {'ours': figures[key]})


# ---- long queues, long lists ----

def settled(pid):
    """Wait until a process does nothing more: its start-up is over."""
    last = [cpu_us(pid), time.monotonic()]

    def is_idle():
        now = cpu_us(pid)
        if now != last[0]:
            last[:] = [now, time.monotonic()]
        return time.monotonic() - last[1] > 1
    wait_for(is_idle, 120, 0.1)


def restart(run):
    ours = run.ours
    for count in (20000, 100000):
        n = run.n(count)
        run.table.title(f'restart: {n} messages are queued')
        ours.clean()
        fill(run, ours, n)
        os.sync()
        first, rss, ready = [], [], []
        for _ in range(run.reps):
            sink = Sink(run.world, 1000)  # slow: almost nothing is sent
            begin = time.monotonic()
            ours.start(concurrencyremote=1)
            took = wait_for(lambda: sink.connections > 0, 120, 0.001)
            first.append(None if took is None else took * 1000)
            settled(ours.sender())
            ready.append(time.monotonic() - begin - 1)
            rss.append(status_kb(ours.sender(), 'VmHWM'))
            os.kill(ours.sender(), signal.SIGKILL)
            run.world.end_all(0.2)
        for name, unit, values in (
                (f'restart, {n} queued: first delivery', 'ms', first),
                ('  until all are in its memory', 's', ready),
                ('  peak RSS of qmail-send', 'kB', rss)):
            run.table.add(name, unit, '-', {'ours': values})
    ours.clean()


def many_remote(run):
    n = run.n(100000)
    to = [f'user{i}@dest{i % 1000}.test' for i in range(n)]
    run.table.title(f'list: one message to {n} remote recipients')

    def measure(s):
        sink = Sink(run.world, 1000)
        s.start(concurrencyremote=20)
        time.sleep(0.3)
        r = s.inject(1, 1, to)
        took = wait_for(lambda: sink.connections > 0, 120, 0.002)
        wait_for(lambda: sink.connections >= 20, 20)
        first = None if took is None else took * 1000 + r['us'] / 1000
        return {'inject': r['us'] / 1000, 'first': first,
                'rss': status_kb(s.sender(), 'VmHWM')}
    got = run.pairs(measure, [run.ours])
    run.add(got, 'inject', f'1 message, {n} remote: inject', 'ms', '-')
    run.add(got, 'first', '  first delivery', 'ms', '-')
    run.add(got, 'rss', '  peak RSS of qmail-send', 'kB', '-')


ROWS = {'smtp-out': smtp_out, 'burst': burst, 'restart': restart,
        'list': many_remote}
