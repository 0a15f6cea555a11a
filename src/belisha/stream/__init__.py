"""Carries each message through the five stages, and remembers.

``watch`` is the one place where the stages meet; ``scanner`` finds all phrases of all clues in one pass; ``memory``
keeps conversations and accounts; ``lanes`` splits the work over processes.
"""
