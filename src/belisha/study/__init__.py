"""Learning and judging, offline: the text model learns on one side of a split and is judged on the other.

Labelled corpora are read, stretches cut, weights fitted, measures taken; nothing here runs while chats are watched.
Only learning needs scipy (the optional extra ``study``). What is learned from the corpora is a table of hashed weights;
their text is never printed, quoted or stored.
"""
