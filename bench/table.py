"""Rows of results: as text while they come, as JSON at the end."""
import json
import os
import time

from world import median, note


def show(x):
    if x is None:
        return '-'
    if x == 0:
        return '0'
    if abs(x) >= 1000:
        return f'{x:.0f}'
    if abs(x) >= 100:
        return f'{x:.1f}'
    if abs(x) >= 1:
        return f'{x:.2f}'
    return f'{x:.3f}'


class Row:
    """better: '+' more is better, '-' less is.  values: {system: [figure]}."""

    def __init__(self, name, unit, better, values):
        self.name, self.unit, self.better = name, unit, better
        self.values = {k: [x for x in v if x is not None]
                       for k, v in values.items()}
        self.values = {k: v for k, v in self.values.items() if v}
        self.median = {k: median(v) for k, v in self.values.items()}

    def spread(self, system):
        """Half the range, in per cent of the median; None: one figure."""
        v = self.values[system]
        if len(v) < 2 or self.median[system] == 0:
            return None
        return 50 * (max(v) - min(v)) / self.median[system]

    def ratio(self, system):
        """Median of the ratios ours/theirs of the pairs."""
        ours, theirs = self.values.get('ours'), self.values.get(system)
        if not ours or not theirs:
            return None
        pairs = [a / b for a, b in zip(ours, theirs) if b]
        return median(pairs) if pairs else None

    def as_json(self):
        return {'name': self.name, 'unit': self.unit, 'better': self.better,
                'values': self.values, 'median': self.median,
                'spread_percent': {k: self.spread(k) for k in self.values},
                'ratio_ours_to': {k: self.ratio(k) for k in self.values
                                  if k != 'ours'}}

    def as_text(self):
        ours = self.cell('ours')
        peers = [f'{k} {self.cell(k)} (ours x{show(self.ratio(k))})'
                 for k in self.values if k != 'ours']
        return (f'{self.name:<46} {self.unit:<7} {ours:>15}   '
                + '   '.join(peers)).rstrip()

    def cell(self, system):
        if system not in self.median:
            return '-'
        spread = self.spread(system)
        tail = '' if spread is None else f' ±{spread:.0f}%'
        return show(self.median[system]) + tail


class Table:
    def __init__(self, json_path, about):
        self.rows, self.path, self.about = [], json_path, about
        self.detail = {}
        self.begin = time.monotonic()

    def title(self, text):
        print(f'\n{text}', flush=True)
        note(f'{time.monotonic() - self.begin:.0f} s, '
             f'load {os.getloadavg()[0]:.1f}: {text}')

    def add(self, name, unit, better, values):
        row = Row(name, unit, better, values)
        if row.values:
            self.rows.append(row)
            print(row.as_text(), flush=True)
        else:
            print(f'{name:<46} {unit:<7} {"no figure":>15}', flush=True)

    def save(self):
        if self.path:
            with open(self.path, 'w') as f:
                json.dump({'about': self.about,
                           'seconds': time.monotonic() - self.begin,
                           'rows': [r.as_json() for r in self.rows],
                           'calls': self.detail}, f, indent=1)
