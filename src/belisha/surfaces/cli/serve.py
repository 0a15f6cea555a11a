"""``belisha serve``: watches chats as they happen."""

import gc
import socket
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from belisha.errors import Unusable

UNUSABLE = 2
_OBJECTS_BETWEEN_LOOKS = 10_000, 20, 100
"""As ``gc.set_threshold`` takes them; Python's own are 700, 10 and 10."""


def serve(
    settings: Annotated[
        Path | None, typer.Option(help="The settings file; belisha.toml of this folder unless named.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on, instead of the settings'.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on, instead of the settings'.", min=1)] = None,
) -> None:
    """Starts the service: HTTP interface, live sources, children's notices, and the console for moderators.

    Needs no configuration: without one everything is kept in belisha.db of this folder, and only this machine can reach
    it. Exit status: 0 when it was stopped; 2 when it cannot start, saying why.
    """
    screen = Console(stderr=True)
    try:
        _serve(settings, host, port, screen)
    except Unusable as error:
        screen.print(f"belisha serve: {error}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(UNUSABLE) from error


def _serve(file: Path | None, host: str | None, port: int | None, screen: Console) -> None:
    try:
        import uvicorn  # noqa: PLC0415 - the extra is needed for this command only

        from belisha.surfaces.api.application import create_application  # noqa: PLC0415 - the same
        from belisha.surfaces.first_start import greet  # noqa: PLC0415 - the same
        from belisha.surfaces.running import Running  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("belisha"):
            raise
        raise Unusable(f"{error.name} is missing: install the service with pip install 'belisha[serve]'") from error
    from belisha.settings import load  # noqa: PLC0415 - the same

    known = load(file)
    listen = known.listen
    address = host or listen.host, port or listen.port
    _refuse_unless_free(*address)
    service = Running(known)
    greet(service, address, screen)
    application = create_application(service)
    _look_seldom_for_garbage()
    uvicorn.run(
        application,
        host=address[0],
        port=address[1],
        log_level="warning",
        access_log=False,  # paths hold names of people
        proxy_headers=listen.behind_proxy,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


def _look_seldom_for_garbage() -> None:
    """Nearly nothing here is garbage that only a look at everything finds, and each look holds everybody up."""
    gc.set_threshold(*_OBJECTS_BETWEEN_LOOKS)
    gc.freeze()  # tables and programs stay until the end: nobody needs to look through them again


def _refuse_unless_free(host: str, port: int) -> None:
    """Looks before anything is made: the first key is shown only once, and would be lost with a start that fails.

    Raises:
        Unusable: when nobody can listen there.
    """
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        advice = "end what uses it, or give another one with --port or [listen] port"
        raise Unusable(f"cannot listen on {host}:{port}: {error.strerror}; {advice}.") from error
