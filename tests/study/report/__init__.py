"""Tests of how an evaluation is written out."""
