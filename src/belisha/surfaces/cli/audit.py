"""``belisha audit``: the audit log, shown and verified by somebody who trusts neither the console nor the database."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from belisha.surfaces.opened_database import SettingsFile, opened_database

BROKEN = 1
audit = typer.Typer(no_args_is_help=True, help="Shows and verifies the audit log: who did what, on which subject.")


@audit.command()
def verify(
    expect: Annotated[
        str, typer.Option(help="A link that was noted before: it must still be there. Shows what was cut off.")
    ] = "",
    settings: SettingsFile = None,
) -> None:
    """Works every link of the audit log and of every case book out again, and says what does not hold.

    Prints the last link of the audit log: note it somewhere else, and give it with --expect the next time. Exit status:
    0 when everything holds; 1 when something was changed, removed or inserted, naming the first entry; 2 when the
    database cannot be used.
    """
    with opened_database("audit", settings) as database, database.reading() as connection:
        from belisha.stream.store.audit import last_link, verify_audit  # noqa: PLC0415 - needs the extra serve
        from belisha.stream.store.case_books import broken_books  # noqa: PLC0415 - the same

        broken = verify_audit(connection, expect)
        books = list(broken_books(connection))
        last = last_link(connection)
    if broken is not None:
        typer.echo(f"The audit log does not hold: {broken.says}.")
    for case, number in books:
        typer.echo(f"The book of case {case} does not hold: entry {number} was changed, or one before it was removed.")
    if broken is not None or books:
        raise typer.Exit(BROKEN)
    typer.echo(f"The audit log and all case books hold. Last link: {last}")


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
