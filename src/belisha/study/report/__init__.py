"""An evaluation written out: one set of tables, shown on a terminal and, with plots, on a page."""
