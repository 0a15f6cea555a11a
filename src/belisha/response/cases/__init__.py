"""A case: what was seen, what was kept of it, and what people did; one structure that every export is written from.

``case_file`` holds the nouns, ``case_book`` the chain of decisions, ``case_json`` writes a case down and reads it back,
``case_page`` shows it to people. Nothing here asks a database or the network: whoever exports fills the structure.
"""
