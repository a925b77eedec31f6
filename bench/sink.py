"""bench/drive sink, and what it has counted."""
import mmap
import os
import struct
import subprocess

from world import SINK_PORT, wait_for

# struct stats of bench/sink.c
FIELDS = ('messages', 'connections', 'recipients', 'open', 'open_max',
          'first_us', 'last_us', 'open_us', 'now_us')
SIZE = 8 * len(FIELDS)


class Sink:
    def __init__(self, world, delay_ms=0):
        path = f'{world.work}/sink'
        if os.path.exists(path):
            os.unlink(path)
        self.process = subprocess.Popen(
            [world.drive_path, 'sink', str(SINK_PORT), path, str(delay_ms)])
        if wait_for(lambda: os.path.exists(path)
                    and os.path.getsize(path) == SIZE, 10) is None:
            raise RuntimeError('the sink did not start')
        with open(path, 'rb') as f:
            self.map = mmap.mmap(f.fileno(), SIZE, prot=mmap.PROT_READ)

    def get(self):
        return dict(zip(FIELDS, struct.unpack(f'{len(FIELDS)}Q', self.map)))

    def __getattr__(self, name):
        if name in FIELDS:
            return self.get()[name]
        raise AttributeError(name)
