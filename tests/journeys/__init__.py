"""Whole trips, from evidence to light and report."""
