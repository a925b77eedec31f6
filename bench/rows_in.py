"""Mail that comes in: injected, by SMTP, delivered here."""
import time

from run import Meter, finish, local_recipient
from world import HOST, USERS

# OpenSMTPD refuses more clients than about this
CLIENTS_MAX = {'opensmtpd': 10}
# as many are enough of a slow one
FEW = {'postfix': 4, 'opensmtpd': 4}


def count_for(run, system, count):
    return run.n(count / FEW.get(system.kind, 1))


def inject(run):
    run.table.title('inject: qmail-queue, or sendmail, started for each')
    for at_once in (1, 10, 50):
        def measure(s, at_once=at_once):
            if at_once > CLIENTS_MAX.get(s.kind, at_once):
                return {}
            s.accept_injection()
            n, meter = count_for(run, s, 400), Meter()
            r = meter.without(s.inject(at_once, n, [local_recipient()]))
            return {'rate': n / r['us'] * 1e6, **meter.figures(n)}
        got = run.pairs(measure)
        run.add(got, 'rate', f'inject, {at_once} at a time', 'msg/s', '+')
        if at_once == 1:
            run.add(got, 'cpu', '  CPU, client side', 'us/msg', '-')
            run.add(got, 'faults', '  page faults, client side', '/msg', '-')


def local(run):
    run.table.title('local: inject (10 at a time) to Maildir')

    def measure(s):
        n, meter = run.n(400), Meter()
        s.start()
        time.sleep(0.3)
        begin = time.monotonic()
        meter.without(s.inject(10, n, [local_recipient()]))
        end = finish(run.world, s, n)
        rss, pss = run.world.memory_kb()
        s.stop()
        run.world.end_all()
        return {'rate': n / (end - begin), 'rss': rss, 'pss': pss,
                **meter.figures(n)}
    got = run.pairs(measure)
    run.add(got, 'rate', 'local, end to end', 'msg/s', '+')
    run.add(got, 'cpu', '  CPU, all processes', 'us/msg', '-')
    run.add(got, 'faults', '  page faults, all processes', '/msg', '-')
    run.add(got, 'rss', '  RSS of what then runs, sum', 'kB', '-')
    run.add(got, 'pss', '  PSS of what then runs, sum', 'kB', '-')


def fanout(run):
    run.table.title('fanout: one message to many local recipients')
    for count, skip in ((300, ()), (2000, ('opensmtpd',))):
        n = run.n(count)
        to = [f'b{i % USERS}-x{i}@{HOST}' for i in range(n)]

        def measure(s, n=n, to=to):
            s.start()
            time.sleep(0.3)
            begin = time.monotonic()
            s.inject(1, 1, to)
            return {'rate': n / (finish(run.world, s, n) - begin)}
        got = run.pairs(measure, [s for s in run.systems
                                  if s.kind not in skip])
        run.add(got, 'rate', f'1 message, {n} local recipients', 'rcpt/s',
                '+')


def smtp_in(run):
    for per in (1, 100):
        run.table.title(f'smtp-in: 20 sessions, {per} a connection, '
                        'to Maildir')

        def measure(s, per=per):
            n, meter = run.n(300 if per == 1 else 1000, per), Meter()
            if s.kind == 'opensmtpd':
                n = max(per, n // 4)
            s.start()
            s.listen()
            begin = time.monotonic()
            r = meter.without(run.world.drive(
                'smtp', s.port, 20, n, per, run.world.wire[4096],
                'sender@remote.test', local_recipient()))
            if r['bad']:
                raise RuntimeError(f'{r["bad"]} of {n} not taken')
            end = finish(run.world, s, n)
            s.stop()
            run.world.end_all()
            return {'taken': n / r['us'] * 1e6, 'drained': n / (end - begin),
                    **meter.figures(n)}
        got = run.pairs(measure)
        run.add(got, 'taken', f'SMTP in, {per} a connection: accepted',
                'msg/s', '+')
        run.add(got, 'drained', f'SMTP in, {per} a connection: drained',
                'msg/s', '+')
        run.add(got, 'cpu', '  CPU, all processes', 'us/msg', '-')
        run.add(got, 'faults', '  page faults, all processes', '/msg', '-')


ROWS = {'inject': inject, 'local': local, 'fanout': fanout,
        'smtp-in': smtp_in}
