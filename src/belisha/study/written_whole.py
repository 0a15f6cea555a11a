"""Writes a model wholly or not at all, as ``belisha.whole_file`` does for text."""

import os
from collections.abc import Callable
from pathlib import Path


def write_whole(out: Path, save: Callable[[Path], None]) -> None:
    """Lets `save` fill a file beside `out`, and then puts it in its place.

    Args:
        out: the file; its folder is made where it is missing.
        save: writes to the path that it is given.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:  # whoever interrupts finds the old model or the new one, never half of either
        out.parent.mkdir(parents=True, exist_ok=True)
        save(part)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
