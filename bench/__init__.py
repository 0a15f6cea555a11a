"""Measurements: ``make bench`` runs them; figures that are compared come from one run."""

import os

# As the program does, before numpy is imported: one thread for each process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
