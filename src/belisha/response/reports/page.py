"""A report as web pages that need nothing else: no network, no server, no file but their own."""

import base64
import hashlib
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from belisha.findings import Findings
from belisha.model import Light
from belisha.response.reports.conversation_view import ConversationView
from belisha.response.reports.folder import ReportFolder, report_folder
from belisha.response.reports.overview import Overview
from belisha.response.reports.plot import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, plot
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import counted, moment, odds, period, share, tenths, visible


def write_pages(findings: Findings, reader: Reader, folder: Path) -> Path:
    """Writes the report of a scan as a folder of web pages.

    Args:
        findings: what was found, with messages.
        reader: for whom, and in which words.
        folder: where to; a report that stands there is replaced.

    Returns:
        The page to open.

    Raises:
        Unusable: ``folder`` holds something that is not a report of Belisha.
    """
    environment = _environment(reader)
    with report_folder(folder) as report:
        _write_overview(Overview(findings, reader), environment, report)
        for number, finding in enumerate(findings.conversations, start=1):
            _write_conversation(ConversationView(finding, number, findings.titles, reader), environment, report)
    return folder / "index.html"


def _write_overview(overview: Overview, environment: Environment, report: ReportFolder) -> None:
    template = environment.get_template("overview.html")
    further = environment.get_template("overview_further.html")
    for page in range(1, overview.pages + 1):
        chosen = template if page == 1 else further
        report.write(overview.page_name(page), chosen.render(overview=overview, page=page, up=""))
    files = environment.get_template("files.html")
    for page in range(1, overview.file_pages + 1):
        report.write(f"files-{page}.html", files.render(overview=overview, page=page, up=""))


def _write_conversation(view: ConversationView, environment: Environment, report: ReportFolder) -> None:
    reader: Reader = environment.globals["reader"]  # type: ignore[assignment]
    template = environment.get_template("conversation.html")
    for page in range(1, len(view.page_starts) + 1):
        drawn = plot(view.finding, reader.amber_from, reader.red_from, view.who) if page == 1 else None
        text = template.render(view=view, finding=view.finding, page=page, plot=drawn, up="../")
        report.write(f"conversations/{view.page_name(page)}", text)


def _environment(reader: Reader) -> Environment:
    """Templates in which everything that comes from outside is escaped."""
    environment = Environment(
        loader=PackageLoader("belisha.response.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    environment.filters |= {"counted": counted, "moment": moment, "odds": odds, "tenths": tenths, "share": share}
    environment.globals |= {
        "reader": reader,
        "words": reader.words,
        "lights": tuple(sorted(Light, reverse=True)),
        "generated": f"{reader.generated_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        "period": period,
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "right": RIGHT,
        "bottom": BOTTOM,
    }
    environment.globals["policy"] = _policy(environment, ("report.css",), ("report.js",))
    return environment


def _finalize(value: object) -> object:
    """Spells out what cannot be seen in whatever a template writes: no text of the evidence slips through."""
    return visible(value) if type(value) is str else value


def _policy(environment: Environment, styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A content security policy that lets our own style and script run and nothing else: evidence is hostile."""
    rules: dict[str, Any] = {"default-src": ["'none'"], "base-uri": ["'none'"], "form-action": ["'none'"]}
    rules["img-src"] = ["data:"]
    rules["style-src"] = [_hash(environment, name) for name in styles]
    rules["script-src"] = [_hash(environment, name) for name in scripts]
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())


def _hash(environment: Environment, name: str) -> str:
    digest = hashlib.sha256(environment.get_template(name).render().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
