"""The command line: one file per command; each holds one function, or one group of them, named after its file."""

import importlib
import os
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def application() -> "typer.Typer":
    """All commands that lie in this folder."""
    import typer  # noqa: PLC0415 - imported when used, so that importing the package stays quick

    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Notices, early, when someone is grooming a child in a chat, and turns on a traffic light.",
    )

    @app.callback()
    def belisha() -> None:
        """Notices, early, when someone is grooming a child in a chat, and turns on a traffic light."""

    for module in pkgutil.iter_modules(__path__):
        command = importlib.import_module(f"{__name__}.{module.name}")
        function = getattr(command, module.name, None)
        name = module.name.replace("_", "-")
        if isinstance(function, typer.Typer):
            app.add_typer(function, name=name)
        elif function is not None:
            app.command(name)(function)
    return app


def main() -> None:
    """Runs the command that was asked for.

    Work is shared out over processes (``--jobs``): threads of the numerics beside them only wait for each other, and
    make small sums many times slower. Who wants them sets ``OPENBLAS_NUM_THREADS``.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is first imported, which is below
    application()()
