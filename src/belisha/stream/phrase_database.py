"""Compiles many expressions into one hyperscan database, and keeps it for the next start.

Compiling takes seconds, loading what was compiled some milliseconds. It is kept in the user's own folder for such
things (``BELISHA_CACHE`` names another one; empty keeps nothing). It holds the program's expressions and no word of
anybody's messages, and may be deleted at any time. Where it cannot be kept, everything works as before, only later.
"""

import hashlib
import os
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

try:
    import hyperscan
except ImportError:  # no wheel for this machine
    hyperscan = None  # type: ignore[assignment]

AVAILABLE = hyperscan is not None
CACHE_VARIABLE = "BELISHA_CACHE"
Expressions = tuple[tuple[int, str], ...]
"""What is looked for, each with the number that a hit gives."""

_MOST_KEPT = 24
"""Databases kept, the latest: one for each language, of the last few versions."""
_ENDING = ".phrases"
_OTHERS_MAY_WRITE = 0o022


def load(content: bytes) -> "hyperscan.Database":
    """A database that can be searched."""
    database = hyperscan.loadb(content, hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return database


def stored(expressions: Expressions) -> bytes | None:
    """The database that was compiled before and kept, or None."""
    path = _path(expressions)
    if path is None:
        return None
    try:
        content = _own_content(path)
        load(content)
    except (OSError, ValueError, hyperscan.error):
        return None  # not there, damaged, or made for another processor: it is made anew
    return content


@cache
def compiled(expressions: Expressions) -> bytes:
    """The database, made once in a process and kept for the next one."""
    # Prefilter mode takes what hyperscan cannot express (look-around) as a looser expression; the clue's own
    # expression decides afterwards, so that both roads give the same hits.
    flags = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH
    database = hyperscan.Database()
    database.compile(
        expressions=[_loosened(phrase).encode() for _, phrase in expressions],
        ids=[index for index, _ in expressions],
        elements=len(expressions),
        flags=[flags] * len(expressions),
    )
    content = bytes(hyperscan.dumpb(database))
    path = _path(expressions)
    if path is not None:
        _keep(path, content)
    return content


_BOUNDED_GAP = re.compile(r"\.\{\d+,\d+\}|\(\?:\\w\+ \)(?:\{\d,\d\}|\?)")


def _loosened(phrase: str) -> str:
    """An expression that finds at least what the phrase finds, and that hyperscan compiles fast.

    Hyperscan unrolls every bounded gap, and its Unicode classes of letters are large: with both, six hundred phrases
    take minutes. Gaps of any length and simpler classes take a second or two, and the phrase itself decides later.
    """
    loose = _BOUNDED_GAP.sub(".*", phrase)
    if not phrase.isascii():
        loose = loose.replace(r"\b", "")
    return loose.replace(r"\b\w", r"\S").replace(r"\b(?:\w", r"(?:\S").replace(r"\w", r"\S")


def _path(expressions: Expressions) -> Path | None:
    """Where the database of these expressions is kept; None where nothing is."""
    folder = _folder()
    if folder is None:
        return None
    loose = [(index, _loosened(phrase)) for index, phrase in expressions]
    what = repr((getattr(hyperscan, "__version__", ""), platform.machine(), sys.platform, loose))
    return folder / (hashlib.sha256(what.encode()).hexdigest()[:32] + _ENDING)


def _folder() -> Path | None:
    named = os.environ.get(CACHE_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    try:
        home = Path.home()
    except RuntimeError:  # nobody's home
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "belisha"
    usual = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(usual) if usual else home / ".cache") / "belisha"


def _own_content(path: Path) -> bytes:
    """The content of a file that nobody else can have written, without the sum before it.

    Raises:
        OSError: when there is none.
        ValueError: when somebody else may have written it, or it is damaged.
    """
    with path.open("rb") as stream:
        about = os.fstat(stream.fileno())
        if hasattr(os, "getuid") and (about.st_uid != os.getuid() or about.st_mode & _OTHERS_MAY_WRITE):
            message = f"{path} may have been written by somebody else"
            raise ValueError(message)
        begun, content = stream.read(hashlib.sha256().digest_size), stream.read()
    if hashlib.sha256(content).digest() != begun:
        message = f"{path} is damaged"
        raise ValueError(message)
    return content


def _keep(path: Path, content: bytes) -> None:
    """Writes it as a whole or not at all, and lets go of those that were not written lately."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(hashlib.sha256(content).digest() + content)
        Path(temporary).replace(path)
        for old in _oldest(list(path.parent.glob(f"*{_ENDING}"))):
            old.unlink(missing_ok=True)
    except OSError:
        return  # no room, or a disk that may not be written to: it is compiled again next time


def _oldest(paths: Sequence[Path]) -> Sequence[Path]:
    return sorted(paths, key=lambda path: path.stat().st_mtime, reverse=True)[_MOST_KEPT:]
