"""An evaluation on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from belisha.study.report.tables import LIMITS
from belisha.study.report.writing import Table


def show(tables: Iterable[Table], console: Console) -> None:
    """Prints the tables, and what no figure here can show."""
    for table in tables:
        console.print(f"\n[bold]{escape(table.title)}[/]")
        console.print(escape(table.note), style="dim")
        if table.rows:
            console.print(_grid(table))
        else:
            console.print("There was nothing to measure it on.")
    console.print(f"\n[bold]What no figure here can show.[/] {LIMITS}\n")


def _grid(table: Table) -> Grid:
    grid = Grid(pad_edge=False, show_edge=False)
    for place, head in enumerate(table.heads):
        grid.add_column(escape(head), overflow="fold", justify="left" if place == 0 else "right")
    for row in table.rows:
        grid.add_row(*map(escape, row))
    return grid
