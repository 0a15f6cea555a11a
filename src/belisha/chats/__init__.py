"""Stage 1: where messages come from.

``evidence`` walks through files, folders and archives and gives one ``Exhibit`` a file; each ``formats`` plug-in turns
an exhibit into facts; ``reading`` joins the two and reports what was not read; ``merge`` makes one ordered stream.
"""
