"""``belisha learn``: what decisions teach, what another model would change, and who agreed to use it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from belisha.errors import Unusable
from belisha.settings import load
from belisha.surfaces.opened_database import SettingsFile, opened_database

if TYPE_CHECKING:
    from belisha.stream.back_test import Chat
    from belisha.stream.store.database import Database
    from belisha.stream.store.roles import Person

learn = typer.Typer(no_args_is_help=True, help="Learns from decisions that two people agreed on, with their consent.")
Platform = Annotated[str, typer.Argument(help="Whose decisions and chats.")]
Who = Annotated[str, typer.Option("--person", help="Your name; the password is asked for.")]
ModelFile = Annotated[Path, typer.Argument(help="A text model of belisha train, or weights of belisha weigh.")]
Identity = Annotated[str, typer.Argument(help="The model's id, or how it begins: see belisha learn models.")]


@learn.command()
def export(
    platform: Platform,
    out: Annotated[Path, typer.Option(help="The folder to make.")],
    settings: SettingsFile = None,
) -> None:
    """Writes decided conversations as labelled chats that belisha train reads; needs learning.from_decisions.

    Only conversations that two people agreed on, and whose text is all kept. The folder holds what people wrote: keep
    it as safe as the database, and delete it afterwards.
    """
    known = load(settings)
    with opened_database("learn", settings) as database, database.reading() as connection:
        from belisha.stream.store.learning import export_labelled  # noqa: PLC0415 - needs the extra serve
        from belisha.stream.store.vault import Vault  # noqa: PLC0415 - the same

        if not known.learning.from_decisions:
            raise Unusable("nothing is learned from decisions unless learning.from_decisions is switched on")
        try:
            done = export_labelled(connection, Vault.from_settings(known.keep), platform, out)
        except OSError as error:
            raise Unusable(f"{out}: this folder cannot be made: {error.strerror}") from error
    typer.echo(f"{done.grooming} of concern, {done.ordinary} ordinary; {done.left_out} left out, as text is gone.")


@learn.command(name="models")
def list_models(settings: SettingsFile = None) -> None:
    """Lists models: their state, and who proposed and approved them."""
    with opened_database("learn", settings) as database, database.reading() as connection:
        from belisha.stream.store.model_register import models_known  # noqa: PLC0415 - needs the extra serve

        for each in models_known(connection):
            people = f"proposed by {each.proposed_by or 'nobody'}, approved by {each.approved_by or 'nobody'}"
            typer.echo(f"{each.id[:12]}  {each.state}  {people}  {each.path}")


@learn.command()
def propose(model: ModelFile, person: Who, settings: SettingsFile = None) -> None:
    """Proposes a model; somebody else must approve it."""
    with opened_database("learn", settings) as database:
        from belisha.stream.store import model_register  # noqa: PLC0415 - needs the extra serve

        by = _known(database, person)
        with database.writing() as connection:
            typer.echo(model_register.propose(connection, model, by, time.time())[:12])


@learn.command()
def approve(model: Identity, person: Who, settings: SettingsFile = None) -> None:
    """Approves a model that somebody else proposed. Look at belisha learn back-test first."""
    with opened_database("learn", settings) as database:
        from belisha.stream.store import model_register  # noqa: PLC0415 - needs the extra serve

        by = _known(database, person)
        with database.writing() as connection:
            typer.echo(model_register.approve(connection, model, by, time.time()).state)


@learn.command()
def use(model: Identity, person: Who, settings: SettingsFile = None) -> None:
    """Lets the service run with an approved model from its next start on; "shipped" goes back to Belisha's own."""
    with opened_database("learn", settings) as database:
        from belisha.stream.store import model_register  # noqa: PLC0415 - needs the extra serve

        by = _known(database, person)
        with database.writing() as connection:
            if model == "shipped":
                model_register.retire(connection, by, time.time())
            else:
                model_register.use(connection, model, by, time.time())


@learn.command()
def shadow(model: Identity, settings: SettingsFile = None) -> None:
    """Shows what a model that runs beside the one in use (learning.shadow) would have shown instead."""
    with opened_database("learn", settings) as database, database.reading() as connection:
        from belisha.model import Light  # noqa: PLC0415 - the same
        from belisha.stream.store.model_register import what_would_change  # noqa: PLC0415 - needs the extra serve

        for each in what_would_change(connection, model):
            was, would = Light(each.light_in_use).word, Light(each.light).word
            typer.echo(f"{each.audience}: {was} -> {would}: {each.conversations}")


@learn.command(name="back-test")
def back_test(
    platform: Platform,
    model: ModelFile,
    most: Annotated[int, typer.Option(help="The last so many conversations.", min=1)] = 10_000,
    settings: SettingsFile = None,
) -> None:
    """Sees the stored conversations again, with the model in use and with another, and compares the lights.

    Only conversations whose text is all kept. Takes as long as reading them twice.
    """
    known = load(settings)
    with opened_database("learn", settings) as database:
        from belisha.stream.back_test import back_test as compare  # noqa: PLC0415 - needs the extra serve
        from belisha.stream.store.history import stored_chats  # noqa: PLC0415 - the same
        from belisha.stream.store.model_register import files_in_use, files_of_model  # noqa: PLC0415 - the same
        from belisha.stream.store.vault import Vault  # noqa: PLC0415 - the same

        vault = Vault.from_settings(known.keep)

        def chats() -> "Iterator[Chat]":
            with database.reading() as connection:
                yield from stored_chats(connection, vault, platform, most)

        with database.reading() as connection:
            present = files_in_use(connection)
        done = compare(chats, (present, files_of_model(model)))
    typer.echo(f"{done.conversations} conversations, {done.confirmed} confirmed and {done.dismissed} dismissed by two.")
    for name, shown in (("in use", done.before), ("the other", done.after)):
        typer.echo(
            f"{name}: {shown.lit} lit, {shown.red} of them red; lit of the confirmed {shown.confirmed}, "
            f"of the dismissed {shown.dismissed}"
        )
    typer.echo(f"Only the other lights {len(done.gained)}, only the one in use {len(done.lost)}.")
    for sign, keys in (("+", done.gained), ("-", done.lost)):
        for key in keys:
            typer.echo(f"{sign} {key}")


def _known(database: "Database", name: str) -> "Person":
    """The person who says that it is at the keyboard, and knows the password."""
    from belisha.stream.store.sessions import sign_in, sign_out  # noqa: PLC0415 - needs the extra serve

    now = time.time()
    _, session = sign_in(database, name, typer.prompt("Password", hide_input=True), now)
    sign_out(database, session, now)
    return session.person
