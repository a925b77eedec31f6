"""main.py bench|counts|update: see bench/README.  Started by bench/run."""
import os
import sys
import time

import counts
import rows_in
import rows_out
import rows_net
from opensmtpd import OpenSMTPD
from ours import Ours
from postfix import Postfix
from run import Run
from table import Table
from world import World, note

ROWS = {**rows_in.ROWS, **rows_out.ROWS, **rows_net.ROWS,
        'counts': counts.show}


def setting(name, default, kind):
    text = os.environ.get(name, '')
    try:
        return kind(text) if text else default
    except ValueError:
        sys.exit(f'bench: {name} is not a number: {text}')


def wanted_rows():
    names = os.environ.get('ROWS', '').replace(',', ' ').split()
    for name in names:
        if name not in ROWS:
            sys.exit(f'bench: no row {name}; there are: {" ".join(ROWS)}')
    return names or list(ROWS)


def find_systems(world):
    systems, missing = [Ours(world)], []
    for kind in (Postfix, OpenSMTPD):
        try:
            systems.append(kind(world, os.environ['BENCH_PEERS']))
        except Exception as e:
            missing.append(f'{kind.name}: {e}')
    return systems, missing


def bench(world):
    systems, missing = find_systems(world)
    reps, scale = setting('REPS', 3, int), setting('SCALE', 1.0, float)
    names = wanted_rows()
    about = {'date': time.strftime('%Y-%m-%d %H:%M'), 'reps': reps,
             'scale': scale, 'cores': os.cpu_count(),
             'load_before': round(os.getloadavg()[0], 1),
             'kernel': os.uname().release, 'rows': names,
             'left_out': missing}
    table = Table(os.environ.get('JSON', f'{world.out}/bench/bench.json'),
                  about)
    print('qsuite beside', ', '.join(s.name for s in systems[1:]) or 'nobody')
    print(' '.join(f'{k}={v}' for k, v in about.items()))
    print('median of interleaved runs, ± half the range; (ours xN): median '
          'of the\nratios of the pairs.')
    run = Run(world, table, systems, reps, scale)
    for name in names:
        try:
            ROWS[name](run)
        except Exception as e:
            note(f'{name}: {type(e).__name__}: {e}')
            table.title(f'{name}: failed: {e}')
            run.failed.append(name)
        finally:
            world.end_all()
            table.save()
    note(f'{time.monotonic() - table.begin:.0f} s in all')
    return 1 if run.failed else 0


def main():
    os.chdir(os.environ.get('TOP', os.getcwd()))
    world = World(os.environ['T'], os.environ['OUT'], os.getcwd())
    what = sys.argv[1] if len(sys.argv) > 1 else 'bench'
    if what == 'bench':
        return bench(world)
    if what in ('counts', 'update'):
        return counts.main(world, what == 'update')
    sys.exit('usage: bench/run bench|counts|update')


if __name__ == '__main__':
    sys.exit(main())
