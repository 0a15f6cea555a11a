"""Stage 3: how much it weighs.

``weigh`` adds weights of evidence to a reading that can be taken apart again; ``fade`` lets evidence fade with time and
talk; ``clocks`` says over which spans evidence is added up; ``weights.json`` holds what was learned from data.
"""
