"""Stage 1, live: where messages come from while they are written; one file per live server.

Subclass ``LiveSource``: ``open`` reaches the server (the thin part that needs a network), ``decode`` makes facts of
what it sent (pure, and tested from a recorded tape). A frame is acknowledged only after what it holds is stored, so
that an outage loses nothing: the server, or the place that the connection remembers, gives it again.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, ClassVar, Self

import msgspec

from belisha.errors import Unusable
from belisha.model import Fact, How, Provenance, Relation
from belisha.notices import ChildAnswer, Notice
from belisha.plugins import name_of


class Frame(msgspec.Struct, frozen=True):
    """One thing that a server sent, as it came, before anything was made of it.

    Attributes:
        body: decoded JSON, or a line of text.
        place: enough to find it again there: ``transaction 12 event 3``, ``stream 1699-0``, ``line 40``.
        server: the server's name or address, as the provenance is to show it; never with a secret in it.
        received_at: when it arrived, seconds since 1970; used where the frame itself has no time.
    """

    body: Any
    place: str
    server: str
    received_at: float


class Request(msgspec.Struct, frozen=True):
    """An HTTP request that a server pushed to us.

    Attributes:
        method: ``GET``, ``POST`` or ``PUT``.
        path: what follows the source's own address, without a leading slash.
        query, headers: names in lower case.
        body: as it came; signatures are made over these bytes.
        received_at: seconds since 1970.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    received_at: float


class Reply(msgspec.Struct, frozen=True):
    """What a pushed request is worth: the frames in it, and how it is answered once they are stored.

    Attributes:
        frames: none when the request was refused or only asked whether we are there.
        status: HTTP status.
        body, media: of the answer.
    """

    frames: tuple[Frame, ...] = ()
    status: int = 200
    body: bytes = b"{}"
    media: str = "application/json"


class Connection:
    """A connection to one live server; an asynchronous context that opens and closes it."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames as they arrive, for servers that we connect to; ends or raises ``OSError`` when the server is lost.

        One that is pushed to may give here what it fetched because it was not pushed.

        Whoever runs the connection then opens a new one after a growing pause; it must go on after the last frame
        that was acknowledged, where the server keeps what was missed.
        """
        return
        yield  # a server that pushes over HTTP mostly has none

    async def acknowledge(self, frame: Frame) -> None:
        """Told once everything that was decoded from a frame is stored."""
        del frame

    async def receive(self, request: Request) -> Reply:
        """Takes in a pushed request: checks its signature or token, and gives the frames in it."""
        del request
        return Reply(status=404)

    async def warn(self, notice: Notice) -> bool:
        """Tells a child, and nobody else, in the chat itself.

        Returns:
            False when this server has no way that the sender cannot see.
        """
        del notice
        return False


class LiveSource(ABC):
    """A live server of one kind.

    Attributes:
        app: how people call it.
        Settings: what a ``[sources.<label>]`` table of ``belisha.toml`` may hold; its docstring describes each key.
            Secrets are named by environment variable (``token_env = "..."``) and never stand in the file.
        checked_on: version of the server or of its documentation, and when it was tried.
        pushes: True when the server calls us over HTTP (``/live/<label>/...``), False when we connect to it.
    """

    app: ClassVar[str]
    Settings: ClassVar[type[msgspec.Struct]]
    checked_on: ClassVar[str]
    pushes: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The source's name: that of its file."""
        return name_of(type(self))

    @abstractmethod
    def open(self, settings: Any, kept: "Kept") -> Connection:  # noqa: ANN401 - an instance of this class's Settings
        """A connection, not yet entered.

        Args:
            settings: an instance of ``Settings``.
            kept: a small durable memory of this connection (the place it has read up to).
        """

    @abstractmethod
    def decode(self, frame: Frame) -> Iterator[Fact | Relation | ChildAnswer]:
        """What a frame says; nothing for what is no message, such as presence.

        Raises:
            Unreadable: when the frame is not what this server sends; nothing else is raised, whatever it holds.
        """

    def configured(self, label: str, table: Mapping[str, Any]) -> msgspec.Struct:
        """The settings of one connection.

        Raises:
            Unusable: naming the table, the key and what is wrong.
        """
        try:
            return msgspec.convert(dict(table), self.Settings)
        except msgspec.ValidationError as error:
            raise Unusable(f"[sources.{label}] in the settings: {error}") from error

    def provenance(self, frame: Frame, part: str = "") -> Provenance:
        """Where something in a frame was found: the server, the place, and the hash of the frame itself."""
        content = (
            frame.body.encode() if isinstance(frame.body, str) else msgspec.json.encode(frame.body, order="sorted")
        )
        place = f"{frame.place} {part}".strip()
        return Provenance(self.name, frame.server, hashlib.sha256(content).hexdigest(), place, How.LIVE)


class Kept(ABC):
    """What one connection remembers over restarts: a few short texts by name."""

    @abstractmethod
    def get(self, name: str) -> str:
        """What was put under a name, or an empty text."""

    @abstractmethod
    def put(self, name: str, value: str) -> None:
        """Remembers a text; it is durable when this returns."""


class KeptInMemory(Kept):
    """Remembers as long as the process lives: for tests and for servers that keep the place themselves."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = dict(values or {})

    def get(self, name: str) -> str:
        return self._values.get(name, "")

    def put(self, name: str, value: str) -> None:
        self._values[name] = value


def one_of(names: Sequence[str], value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The first of these keys that an object holds, or None: servers name one thing differently over the years."""
    if not isinstance(value, dict):
        return None
    return next((value[name] for name in names if value.get(name) is not None), None)
