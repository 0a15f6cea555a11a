"""Measurements; ``docs/benchmarks.md`` says how to run them and what the figures mean."""

import os

# As the program does, one thread for each process. ``conftest`` comes here before anything imports numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
