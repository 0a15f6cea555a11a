"""How a figure is written: in a table, as a share, per thousand, and as not shown where the data cannot show it."""

from textwrap import fill

import msgspec

from belisha.study.light_figures import Rate
from belisha.study.measures import Interval

NOT_SHOWN = "not shown"
_WIDE = 118  # characters in a line of a document
_ROUND = 10  # per thousand from which no decimals are written


class Table(msgspec.Struct, frozen=True):
    """Rows of words under headings, with a sentence on how to read them."""

    title: str
    note: str
    heads: list[str]
    rows: list[list[str]]

    def markdown(self) -> str:
        """The table as a document holds it."""
        lines = [self.heads, ["---"] * len(self.heads), *self.rows]
        drawn = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines]
        return "\n".join([f"### {self.title}", "", fill(self.note, _WIDE), "", *drawn])


def number(value: float | None, digits: int = 2) -> str:
    """A number, or a dash for none."""
    return "-" if value is None else f"{value:.{digits}f}"


def percent(value: float, digits: int = 0) -> str:
    """A share as per cent, without zeros at the end."""
    written = f"{100 * value:.{digits}f}"
    return (written.rstrip("0").rstrip(".") if digits else written) + " %"


def share(rate: Rate) -> str:
    """So many of so many, and the interval of the share."""
    if not rate.of:
        return "none of none"
    low, high = percent(rate.share.low), percent(rate.share.high)
    return f"{rate.count} of {rate.of:,} ({low[:-2]}-{high})"


def thousand(rate: Rate) -> str:
    """Per thousand, and the interval."""
    low, high = _per_thousand(rate.share.low), _per_thousand(rate.share.high)
    return f"{_per_thousand(rate.share.value)} ({low}-{high})"


def interval(found: Interval | None, digits: int = 3) -> str:
    """A value with its interval, or that the data cannot show it."""
    if found is None:
        return NOT_SHOWN
    return f"{found.value:.{digits}f} ({found.low:.{digits}f}-{found.high:.{digits}f})"


def _per_thousand(value: float) -> str:
    of = 1000 * value
    return f"{of:.0f}" if of >= _ROUND or not of else f"{of:.1f}"
