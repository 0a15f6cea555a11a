"""Measurements; ``docs/benchmarks.md`` says how to run them and what the figures mean."""
