"""Writes a case with a template, as a page that needs nothing else; whatever comes from outside is escaped."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from belisha.response.cases.case_book import last_link
from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_view import CaseView, span
from belisha.response.reports.wording import counted, moment, odds, share, tenths, visible

NOT_STATED = "not stated"
_FITS = 60
"""Characters that fit on a line of any form."""
_LONG_WORD = re.compile(rf"\S{{{_FITS + 1}}}")


def page(template: str, case: CaseFile, **more: object) -> str:
    """A case as HTML.

    Args:
        template: file name in ``templates``.
        case: the case.
        more: what the template needs besides.
    """
    view = CaseView(case)
    environment = _environment()
    environment.globals |= {"reader": view.reader, "policy": _policy(environment)}
    written = environment.get_template(template).render(view=view, case=case, last_link=last_link(case), **more)
    return written.encode("utf-8", "xmlcharrefreplace").decode()


def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("belisha.response.cases"), PackageLoader("belisha.response.reports")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    for name, function in _FILTERS.items():
        environment.filters[name] = function
    return environment


def _day(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d}" if at else NOT_STATED


def _breakable(text: str) -> Markup:
    """Escaped, with places to break a line in words that fit on none."""
    pieces = (
        (text[start : start + _FITS] for start in range(0, len(text), _FITS)) if _LONG_WORD.search(text) else (text,)
    )
    return Markup("<wbr>").join(pieces)


_FILTERS: Mapping[str, Callable[..., object]] = {
    "counted": counted,
    "moment": moment,
    "odds": odds,
    "tenths": tenths,
    "share": share,
    "span": span,
    "stated": lambda value: value or NOT_STATED,
    "day": _day,
    "breakable": _breakable,
}


def _finalize(value: object) -> object:
    """Spells out what cannot be seen in whatever a template writes: no text of the evidence slips through."""
    return visible(value) if type(value) is str else value


def _policy(environment: Environment) -> str:
    """A content security policy under which our own style is shown and nothing runs: evidence is hostile."""
    styles = (environment.get_template(name).render().encode() for name in ("report.css", "case.css"))
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(each).digest()).decode()}'" for each in styles)
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src {hashes}"
