"""What the rows share: interleaving, and waiting for mail to arrive."""
import time

from world import HOST, Usage, note, wait_for

STALL_S = 60            # nothing delivered for so long: it never will be


class Run:
    def __init__(self, world, table, systems, reps, scale):
        self.world, self.table = world, table
        self.systems, self.reps, self.scale = systems, reps, scale
        self.ours = systems[0]
        self.failed = []

    def n(self, count, at_least=10):
        return max(at_least, int(count * self.scale))

    def pairs(self, measure, systems=None, reps=None):
        """Every system in turn, again and again.

        measure(system) gives {metric: figure}; a failed one gives none, and
        is said.  Returns {metric: {system: [figure]}}.
        """
        got = {}
        systems = self.systems if systems is None else systems
        for _ in range(reps or self.reps):
            for s in systems:
                s.clean()
                self.world.clean_homes()
                try:
                    figures = measure(s)
                except Exception as e:
                    note(f'{s.name}: {type(e).__name__}: {e}')
                    figures = {}
                finally:
                    self.world.end_all()
                for metric, figure in figures.items():
                    got.setdefault(metric, {}).setdefault(s.name, []).append(
                        figure)
        return got

    def add(self, got, metric, name, unit, better):
        self.table.add(name, unit, better, got.get(metric, {}))


def local_recipient():
    return 'b{}@' + HOST


def finish(world, system, count, limit=300):
    """Wait until count messages lie in Maildirs and the queue is empty."""
    last = [-1, time.monotonic()]

    def is_over():
        delivered = world.delivered()
        if delivered != last[0]:
            last[:] = [delivered, time.monotonic()]
        return delivered >= count or time.monotonic() - last[1] > STALL_S
    wait_for(is_over, limit)
    if last[0] < count:
        raise RuntimeError(f'only {last[0]} of {count} delivered')
    at = last[1]
    wait_for(lambda: system.queued() == 0, 30)
    return at


class Meter:
    """CPU time and page faults of all that ended, but for the driver's CPU."""

    def __init__(self):
        self.usage, self.driver_us = Usage(), 0

    def without(self, driver_result):
        self.driver_us += driver_result['cpu_us']
        return driver_result

    def figures(self, messages):
        return {'cpu': (self.usage.cpu_us() - self.driver_us) / messages,
                'faults': self.usage.faults() / messages}
