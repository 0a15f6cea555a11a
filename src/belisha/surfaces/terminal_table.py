"""Findings on a terminal: the conversations as a table, what was not read, and the one thing to do."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from belisha.findings import ConversationFinding, Findings
from belisha.model import OWNER, Light
from belisha.response.reports.wording import name, whole
from belisha.surfaces.audience_view import audience_named, clue_words, help_lines

_STYLES = {Light.GREEN: "green", Light.AMBER: "yellow", Light.RED: "bold red"}
_SHAPES = {Light.GREEN: "○", Light.AMBER: "▲", Light.RED: "■"}
_MOST_PEOPLE = 3
_LONGEST_NAME = 28
_MOST_REASONS = 2
_WIDEST_APP = 11
_SPAN_WIDTH = 14


def show(findings: Findings, console: Console, country: str | None, least: Light = Light.GREEN) -> None:
    """Prints everything that a person needs to see first.

    Args:
        findings: what was found.
        console: where to print it.
        country: of the help contacts; None for that of the locale.
        least: conversations with a lower light are counted, but not listed.
    """
    listed = [each for each in findings.conversations if each.light >= least]
    if listed:
        console.print(_table(listed, findings))
    _print_counts(findings, console)
    if len(listed) < len(findings.conversations):
        console.print(f"Listed are only those with {least.word} or worse: {len(listed):,}.", highlight=False)
    _print_what_to_do(findings, console, country)
    _print_problems(findings, console)


def _table(listed: Sequence[ConversationFinding], findings: Findings) -> Table:
    words = clue_words(findings.audience)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Light", no_wrap=True)
    table.add_column("App", max_width=_WIDEST_APP)
    table.add_column("People, and the strongest reasons", overflow="fold", ratio=1)
    table.add_column("Messages", justify="right", no_wrap=True)
    table.add_column("Time span, UTC", width=_SPAN_WIDTH)
    for each in listed:
        table.add_row(
            f"[{_STYLES[each.light]}]{_SHAPES[each.light]} {each.light.word}[/]",
            escape(name(each.app)),
            escape("\n".join([people(each, findings.titles), *_reasons(each, words)])),
            f"{each.count:,}",
            _span(each),
        )
    return table


def _reasons(finding: ConversationFinding, words: dict[str, str]) -> list[str]:
    """The two strongest reasons; none on green, where what little was seen is no reason for anything."""
    if finding.light is Light.GREEN:
        return []
    return [f"- {words.get(part.what, part.because)}" for part in finding.reasons[:_MOST_REASONS]]


def people(finding: ConversationFinding, titles: dict[str, str]) -> str:
    """The people of a conversation by the names that others see, or its title for groups."""
    names = [_called(member, finding.app, titles) for member in finding.members]
    shown = ", ".join(names[:_MOST_PEOPLE])
    more = len(names) - _MOST_PEOPLE
    everybody = f"{shown} and {more} more" if more > 0 else shown
    title = name(finding.title, _LONGEST_NAME)
    if title and title not in names:
        everybody = f"{title}: {everybody}" if everybody else title
    return everybody or "unknown"


def _called(member: str, app: str, titles: dict[str, str]) -> str:
    title = titles.get(f"{app}/{member}") or titles.get(f"/{member}")
    return name(title or ("owner of the device" if member == OWNER else member), _LONGEST_NAME)


def _span(finding: ConversationFinding) -> str:
    if finding.first is None or finding.last is None:
        return "times unknown"
    first, last = finding.first, finding.last
    if first.date() != last.date():
        return f"{first:%Y-%m-%d}\nto {last:%Y-%m-%d}"
    return f"{first:%Y-%m-%d}\n{first:%H:%M} to {last:%H:%M}"


def _print_counts(findings: Findings, console: Console) -> None:
    counts = {light: sum(each.light is light for each in findings.conversations) for light in reversed(Light)}
    files = sum(bool(file.app) for file in findings.inputs)
    messages = sum(each.count for each in findings.conversations)
    lights = ", ".join(f"[{_STYLES[light]}]{count} {light.word}[/]" for light, count in counts.items())
    counted = ", ".join(
        f"{count:,} {noun if count == 1 else f'{noun}s'}"
        for count, noun in ((len(findings.conversations), "conversation"), (messages, "message"), (files, "file"))
    )
    console.print(f"{counted}: {lights}.")
    console.print("Green means that nothing was noticed. It never means safe.")
    several = [each for each in findings.accounts if each.light is not Light.GREEN and len(each.conversations) > 1]
    for account in several:
        called, app = escape(_called(account.id, account.app, findings.titles)), escape(name(account.app))
        console.print(
            f"[{_STYLES[account.light]}]{_SHAPES[account.light]} {account.light.word}[/] over several conversations: "
            f"{called} ({app}, {len(account.conversations)} conversations)"
        )


def _print_what_to_do(findings: Findings, console: Console, country: str | None) -> None:
    worst = max((each.light for each in findings.conversations), default=Light.GREEN)
    if worst is Light.GREEN:
        return
    words = audience_named(findings.audience).words[worst]
    console.print(f"\n[bold]{words.headline}.[/] {words.meaning}\n[bold]What to do:[/] {words.action}")
    for line in help_lines(findings.audience, country):
        console.print(f"  {escape(line)}", soft_wrap=True)


def _print_problems(findings: Findings, console: Console) -> None:
    if not findings.inputs:
        console.print("No chat was found in what was given.")
    if findings.problems:
        console.print(f"\n[bold]Not read ({len(findings.problems)}):[/]")
    for problem in findings.problems:
        place = f", {problem.place}" if problem.place else ""
        advice = f" ({problem.advice})" if problem.advice else ""
        line = whole(f"{problem.path}{place}: {problem.what}{advice}")
        console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
