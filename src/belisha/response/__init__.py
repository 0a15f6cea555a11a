"""Stage 5: what is done when a light turns.

``reports`` writes findings out for people and for programs; ``help`` says whom to call and where to report, country by
country. A response gets everything as arguments and looks at nothing but the nouns of ``model`` and ``findings``.
"""
