"""IRC: joins channels and listens; asks for what it missed where the server keeps it (IRCv3 ``chathistory``)."""

import asyncio
import base64
import contextlib
import logging
import ssl
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import msgspec

from belisha.chats.irc_lines import Line, is_channel, line_in
from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.times import unix
from belisha.errors import Unreadable, Unusable
from belisha.model import ConversationFacts, Fact, Message
from belisha.settings import secret

_LOG = logging.getLogger(__name__)
_JOINED = "366"
_WELCOME = "001"
_REFUSED = {"464", "465", "904", "905"}
"""Password wrong, banned, sign-in failed: the server will not have us."""
_FULL = "471"
_NOT_LET_IN = {"403", "405", _FULL, "473", "474", "475", "476"}
"""No such channel, too many channels, full, by invitation, banned there, key wrong, bad name: others may have us."""
_WANTED = {"message-tags", "server-time", "batch", "draft/chathistory", "chathistory"}
_AT_ONCE = 100
"""Missed messages that are asked for at once."""
_TIME = "time"
_CLOSING_SECONDS = 5.0


class IrcSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The server and the channels that are listened to.

    Attributes:
        host: the server's name.
        channels: such as ``#youth-club``.
        port: 6697 with TLS, mostly 6667 without.
        tls: whether to speak TLS.
        nick: our name there; it is honest to let people see that a program listens.
        password_env: environment variable with the server's password, where it wants one.
        account: name of an account to sign in with (SASL), where the server wants that.
        account_password_env: environment variable with that account's password.
        silence_seconds: after so long without a word from the server we ask whether it is there, and after as long
            again count it as lost.
    """

    host: str
    channels: tuple[str, ...]
    port: int = 6697
    tls: bool = True
    nick: str = "belisha"
    password_env: str = ""
    account: str = ""
    account_password_env: str = ""
    silence_seconds: float = 120.0


class Irc(LiveSource):
    """What is said in the channels and to us. Joining, leaving and new names are not told: a nick is the account."""

    app = "IRC"
    Settings = IrcSettings
    checked_on = "ngircd 26.1 and InspIRCd 3.15; history by recorded lines, November 2026"

    def open(self, settings: IrcSettings, kept: Kept) -> Connection:
        return _Client(settings, kept)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        line = line_in(frame.body) if isinstance(frame.body, str) else None
        if line is None:
            raise Unreadable("not a line of IRC", place=frame.place)
        if line.command == _JOINED and len(line.words) > 1:
            yield ConversationFacts(line.words[1].lower(), self.app, line.words[1], group=True)
        if not line.is_said:
            return
        in_channel = is_channel(line.target)
        conversation = line.target if in_channel else line.nick
        if not in_channel:
            yield ConversationFacts(conversation, self.app, members=(line.nick, line.target), group=False)
        yield Message(
            id=line.tags.get("msgid") or frame.place,
            app=self.app,
            conversation=conversation,
            sender=line.nick,
            text=line.text,
            sent_at=line.sent_at or unix(frame.received_at, 1),
            provenance=self.provenance(frame),
            recipients=() if in_channel else (line.target,),
            reply_to=line.tags.get("+draft/reply") or line.tags.get("+reply") or None,
        )


class _Client(Connection):
    """Answers what the server asks, and gives on what people say.

    The place of a channel is the time of its last stored message; it stays where it is until everything that was
    missed has come.
    """

    def __init__(self, settings: IrcSettings, kept: Kept) -> None:
        self._settings = settings
        self._kept = kept
        self._nick = settings.nick
        self._count = 0
        self._begun = 0
        self._not_let_in: dict[str, str] = {}  # channels, and the number of the reason
        self._offered: set[str] = set()
        self._missed: dict[str, str] = {}  # channels that are being caught up with, and after which time
        self._early: set[str] = set()  # frames that came while something before them was still missed
        self._batches: dict[str, tuple[str, str]] = {}  # running answers: of which channel, and the last time in each

    async def __aenter__(self) -> Self:
        context = ssl.create_default_context() if self._settings.tls else None
        async with asyncio.timeout(self._settings.silence_seconds):
            self._reader, self._writer = await asyncio.open_connection(
                self._settings.host, self._settings.port, ssl=context
            )
        self._begun = int(time.time())
        self._send("CAP LS 302")
        if self._settings.password_env:
            self._send(f"PASS {secret(self._settings.password_env)}")
        self._send(f"NICK {self._nick}")
        self._send(f"USER {self._settings.nick} 0 * :Belisha, listens for the safety of children")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._send("QUIT")
        self._writer.close()
        with contextlib.suppress(OSError):  # it was lost: nothing is left to close
            async with asyncio.timeout(_CLOSING_SECONDS):
                await self._writer.wait_closed()

    async def frames(self) -> AsyncIterator[Frame]:
        while True:
            text = await self._line()
            self._count += 1
            line = line_in(text)
            if line is None:
                continue
            self._answer(line)
            if line.is_said or line.command == _JOINED:
                number = line.tags.get("msgid")
                place = f"msgid {number}" if number else f"connection {self._begun} line {self._count}"
                if line.target in self._missed and "batch" not in line.tags:
                    self._early.add(place)
                yield Frame(text, place, self._settings.host, time.time())

    async def acknowledge(self, frame: Frame) -> None:
        line = line_in(frame.body)
        if line is None or not line.is_said or not is_channel(line.target):
            return
        if frame.place in self._early:
            self._early.discard(frame.place)
            return
        moment = line.tags.get(_TIME) or datetime.fromtimestamp(frame.received_at, UTC).isoformat()
        self._kept.put(f"place {line.target}", moment)

    async def _line(self) -> str:
        """The next line; asks a silent server once whether it is there."""
        try:
            raw = await self._read()
        except TimeoutError:
            self._send("PING :still-there")
            raw = await self._read()
        if not raw.endswith(b"\n"):
            raise ConnectionError(f"{self._settings.host} closed the connection")
        try:
            return raw.rstrip(b"\r\n").decode()
        except UnicodeDecodeError:  # networks older than UTF-8
            return raw.rstrip(b"\r\n").decode("cp1252", "replace")

    async def _read(self) -> bytes:
        try:
            async with asyncio.timeout(self._settings.silence_seconds):
                return await self._reader.readline()
        except ValueError as error:
            raise ConnectionError(f"{self._settings.host} sent a line without an end") from error

    def _send(self, line: str) -> None:
        self._writer.write(f"{line}\r\n".encode())

    def _answer(self, line: Line) -> None:
        """What the protocol wants from us."""
        if line.command in _REFUSED:
            raise Unusable(f"{self._settings.host} refuses: {' '.join(line.words[1:])}")
        if line.command in _NOT_LET_IN:
            self._stay_outside(line)
        answers: dict[str, Callable[[], None]] = {
            "PING": lambda: self._send(f"PONG :{line.words[-1] if line.words else ''}"),
            "ERROR": lambda: self._lost(line),
            "CAP": lambda: self._capabilities(line),
            "AUTHENTICATE": self._authenticate,
            "903": lambda: self._send("CAP END"),
            "433": self._other_nick,
            _WELCOME: lambda: self._send(f"JOIN {','.join(self._settings.channels)}"),
            _JOINED: lambda: self._ask_for_missed(line),
            "FAIL": lambda: self._without_missed(line),
            "BATCH": lambda: self._batch(line),
            "PRIVMSG": lambda: self._count_in_batch(line),
        }
        answer = answers.get(line.command)
        if answer is not None:
            answer()

    def _lost(self, line: Line) -> None:
        raise ConnectionError(f"{self._settings.host} closes the connection: {' '.join(line.words)}")

    def _stay_outside(self, line: Line) -> None:
        """Listens to the other channels; where none is left, a full one may have room later, the rest will not."""
        said = f"{self._settings.host} refuses: {' '.join(line.words[1:])}"
        _LOG.warning("%s", said)
        self._not_let_in[line.words[1].lower() if len(line.words) > 1 else ""] = line.command
        if {channel.lower() for channel in self._settings.channels} <= self._not_let_in.keys():
            raise ConnectionError(said) if _FULL in self._not_let_in.values() else Unusable(said)

    def _other_nick(self) -> None:
        self._nick += "_"
        self._send(f"NICK {self._nick}")

    def _capabilities(self, line: Line) -> None:
        """Takes what we can use of what the server offers; it may take several lines to say it."""
        told = line.words[1].upper() if len(line.words) > 1 else ""
        if told == "LS":
            self._offered |= {name.partition("=")[0] for name in line.words[-1].split()}
            wanted = _WANTED | ({"sasl"} if self._settings.account else set())
            if "*" not in line.words[2:-1]:
                taken = sorted(wanted & self._offered)
                self._send(f"CAP REQ :{' '.join(taken)}" if taken else "CAP END")
        elif told in ("ACK", "NAK"):
            signs_in = told == "ACK" and "sasl" in line.words[-1].split()
            self._send("AUTHENTICATE PLAIN" if signs_in else "CAP END")

    def _authenticate(self) -> None:
        password = secret(self._settings.account_password_env)
        plain = f"\0{self._settings.account}\0{password}".encode()
        self._send(f"AUTHENTICATE {base64.b64encode(plain).decode()}")

    def _ask_for_missed(self, line: Line) -> None:
        channel = line.words[1].lower() if len(line.words) > 1 else ""
        after = self._kept.get(f"place {channel}")
        if after and {"draft/chathistory", "chathistory"} & self._offered:
            self._missed[channel] = after
            self._send(f"CHATHISTORY AFTER {channel} timestamp={after} {_AT_ONCE}")

    def _without_missed(self, line: Line) -> None:
        """The server keeps no history after all: what comes from now on counts."""
        if line.words[:1] == ["CHATHISTORY"]:
            self._missed.clear()

    def _batch(self, line: Line) -> None:
        """Begins an answer to what was missed, or ends it and asks for more as long as there is more."""
        mark, number = line.words[0][:1], line.words[0][1:]
        if mark == "+" and line.words[1:2] == ["chathistory"]:
            self._batches[number] = line.words[2].lower(), ""
        elif number in self._batches:
            channel, last = self._batches.pop(number)
            if last > self._missed.get(channel, last):
                self._missed[channel] = last
                self._send(f"CHATHISTORY AFTER {channel} timestamp={last} {_AT_ONCE}")
            else:
                self._missed.pop(channel, None)

    def _count_in_batch(self, line: Line) -> None:
        number = line.tags.get("batch", "")
        if number in self._batches:
            channel, last = self._batches[number]
            self._batches[number] = channel, max(last, line.tags.get(_TIME, ""))
