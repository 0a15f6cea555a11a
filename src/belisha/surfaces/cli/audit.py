"""``belisha audit``: the audit log, shown and verified by somebody who trusts neither the console nor the database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from belisha.chain import Linked, what_is_broken
from belisha.errors import Unusable
from belisha.surfaces.opened_database import UNUSABLE, SettingsFile, opened_database

if TYPE_CHECKING:
    from sqlalchemy import Connection

BROKEN = 1
audit = typer.Typer(no_args_is_help=True, help="Shows and verifies the audit log: who did what, on which subject.")
Expected = Annotated[
    str, typer.Option(help="A link that was noted before: it must still be there. Shows what was cut off.")
]


@audit.command()
def verify(
    expect: Expected = "",
    platform: Annotated[
        str | None, typer.Option(help="For an auditor of this platform alone: nothing is said of any other.")
    ] = None,
    settings: SettingsFile = None,
) -> None:
    """Works every link of the audit log and of every case book out again, and says what does not hold.

    Prints the last link of the audit log: note it somewhere else, and give it with --expect the next time. With
    --platform the whole log is worked out too, but what is said is of that platform alone: how many of its entries
    hold, its case books, and the last link of a chain over its entries. Exit status: 0 when everything holds; 1 when
    something was changed, removed or inserted, naming the first entry; 2 when the database cannot be used.
    """
    with opened_database("audit", settings) as database, database.reading() as connection:
        from belisha.stream.store.case_books import verified_books  # noqa: PLC0415 - needs the extra serve

        broken, held = _whole(connection, expect) if platform is None else _own(connection, platform, expect)
        books = dict(verified_books(connection, platform))
    if broken:
        typer.echo(f"The audit log does not hold: {broken}.")
    for case, number in books.items():
        if number:
            typer.echo(f"The book of case {case} does not hold: entry {number} was changed, or one before it removed.")
    if broken or any(books.values()):
        raise typer.Exit(BROKEN)
    typer.echo(held)


@audit.command()
def show(
    platform: Annotated[str | None, typer.Option(help="Only this platform's entries.")] = None,
    limit: Annotated[int, typer.Option(help="The last so many.", min=1)] = 50,
    settings: SettingsFile = None,
) -> None:
    """Shows the last entries of the audit log, the oldest of them first. Subjects are named by their keys."""
    with opened_database("audit", settings) as database, database.reading() as connection:
        from belisha.stream.store.audit import audit_page  # noqa: PLC0415 - needs the extra serve

        for entry in reversed(audit_page(connection, platform, limit=limit)):
            at = datetime.fromtimestamp(entry.at, UTC).isoformat(timespec="seconds")
            said = {name: value for name, value in entry.recorded.items() if name not in {"at", "who", "name", "role"}}
            who = f"{entry.recorded.get('name') or 'belisha'} ({entry.recorded.get('role') or 'program'})"
            what = said.pop("what", "")
            details = "  ".join(f"{name}={value}" for name, value in said.items())
            typer.echo(f"{entry.number}  {at}  {who}  {what}  {details}".rstrip())


@audit.command()
def export(
    platform: Annotated[str, typer.Argument(help="Whose entries.")],
    out: Annotated[Path, typer.Option(help="The file to write: one entry a line, as JSON.")],
    settings: SettingsFile = None,
) -> None:
    """Writes one platform's entries for its auditor, who checks them on another machine with belisha audit check."""
    with opened_database("audit", settings) as database, database.reading() as connection:
        from belisha.stream.store.platform_audit import own_entries  # noqa: PLC0415 - needs the extra serve

        _refuse_unless_known(connection, platform)
        lines = [msgspec.json.encode(entry) + b"\n" for entry in own_entries(connection, platform)]
        try:
            with out.open("xb") as file:
                file.writelines(lines)
        except OSError as error:
            raise Unusable(f"{out}: cannot be written: {error.strerror}; name a file that is not there yet.") from error
    typer.echo(f"{len(lines)} entries of {platform} in {out}")


@audit.command()
def check(
    file: Annotated[Path, typer.Argument(help="What belisha audit export wrote.")], expect: Expected = ""
) -> None:
    """Checks entries that were exported, without the database: each link, and that a noted one is among them.

    Exit status: 0 when everything holds; 1 when something was changed, removed or inserted; 2 for another file.
    """
    try:
        entries = [_entry(number, line) for number, line in enumerate(file.read_bytes().splitlines(), 1)]
    except (OSError, ValueError) as error:
        typer.echo(f"belisha audit: {file}: this is no file of belisha audit export: {error}", err=True)
        raise typer.Exit(UNUSABLE) from error
    broken = what_is_broken(entries, expect)
    if broken:
        typer.echo(f"{file} does not hold: {broken}.")
        raise typer.Exit(BROKEN)
    typer.echo(f"All {len(entries)} entries hold. Last link: {entries[-1].link if entries else 'none'}")


def _entry(number: int, line: bytes) -> Linked:
    try:
        return msgspec.json.decode(line, type=Linked)
    except msgspec.DecodeError as error:
        raise ValueError(f"line {number}: {error}") from error


def _whole(connection: "Connection", expect: str) -> tuple[str, str]:
    """What is wrong with the whole log, or nothing; and what is said when all holds."""
    from belisha.stream.store.audit import last_link, verify_audit  # noqa: PLC0415 - needs the extra serve

    broken = verify_audit(connection, expect)
    held = f"The audit log and all case books hold. Last link: {last_link(connection)}"
    return broken.says if broken is not None else "", held


def _own(connection: "Connection", platform: str, expect: str) -> tuple[str, str]:
    """The same of one platform's part."""
    from belisha.stream.store.platform_audit import prove  # noqa: PLC0415 - needs the extra serve

    _refuse_unless_known(connection, platform)
    proof = prove(connection, platform, expect)
    held = f"The {proof.entries} entries of {platform} and its case books hold. Last link: {proof.link}"
    return proof.broken, held


def _refuse_unless_known(connection: "Connection", platform: str) -> None:
    from belisha.stream.store.access import is_platform  # noqa: PLC0415 - needs the extra serve

    if not is_platform(connection, platform):
        raise Unusable(f"there is no platform {platform}; a platform is made with its first key, by belisha keys add")
