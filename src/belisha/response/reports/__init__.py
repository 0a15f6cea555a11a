"""Findings written out: pages for people, JSON for programs, a timeline for tables."""
