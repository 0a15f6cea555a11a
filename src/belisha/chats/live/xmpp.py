"""XMPP, as an external component (XEP-0114) of Prosody or ejabberd, which copies to it what people write.

Prosody's ``mod_belisha`` keeps each copy on disk until we confirm it: an outage loses nothing. ejabberd's
``mod_service_log`` keeps none.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Any, Self
from xml.etree.ElementTree import Element

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.times import unix
from belisha.chats.told_children import ToldChild
from belisha.chats.xmpp_copies import APP, Copy, bare, copy_in, facts_of_copy, words_of
from belisha.errors import Unreadable
from belisha.model import Fact, Relation
from belisha.notices import ChildAnswer, Notice
from belisha.settings import secret

_LOG = logging.getLogger(__name__)
_ANSWER_KEYS = {"copy", "told"}
_COMPONENT = "{jabber:component:accept}"
_FORWARDED = f"{_COMPONENT}message/{{urn:xmpp:forward:0}}forwarded"
_CONNECT_SECONDS = 20


class XmppSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A component that is set up in the chat server; docs/sources.md shows both sides.

    Attributes:
        component: the component's address, such as ``belisha.chat.example``.
        hosts: addresses whose copies are believed: virtual hosts, and rooms' hosts.
        server: where the chat server listens for components.
        port: its port there.
        bot: the name before the ``@`` of the address that children are told from.
        secret_env: environment variable with the component's secret.
    """

    component: str
    hosts: tuple[str, ...]
    server: str = "127.0.0.1"
    port: int = 5347
    bot: str = "notice"
    secret_env: str = "BELISHA_XMPP_SECRET"  # noqa: S105 - the name of a variable


class Xmpp(LiveSource):
    """Talks of two, rooms and private words in them, requests and blocks; of encrypted messages that they were sent."""

    app = APP
    Settings = XmppSettings
    checked_on = "Prosody 0.12.3 and ejabberd 23.01, two people chatting on real servers, November 2026"

    def open(self, settings: XmppSettings, kept: Kept) -> Connection:
        return _Component(settings, kept)

    def decode(self, frame: Frame) -> Iterator[Fact | Relation | ChildAnswer]:
        if not isinstance(frame.body, dict):
            yield from facts_of_copy(_timed(frame.body, frame), self.provenance(frame))
            return
        if frame.body.keys() != _ANSWER_KEYS:
            raise Unreadable("not a stanza", place=frame.place)
        copy, told = _timed(frame.body["copy"], frame), ToldChild.shown(frame.body["told"], frame.place)
        answer = told.answer(words_of(copy.stanza), APP, copy.refers_to, copy.at)
        if answer is not None:
            yield answer


class _Component(Connection):
    def __init__(self, settings: XmppSettings, kept: Kept) -> None:
        self._settings = settings
        self._kept = kept
        self._secret = secret(settings.secret_env)
        self._bot = f"{settings.bot}@{settings.component}"
        self._came: asyncio.Queue[Frame | None] = asyncio.Queue()
        self._stream: Any = None

    async def __aenter__(self) -> Self:
        """Connects.

        Raises:
            OSError: when the server is away or refuses the component.
        """
        self._stream = _stream(self._settings, self._secret)
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def settled(trouble: str) -> None:
            if not ready.done():
                ready.set_result(trouble)

        self._stream.add_event_handler("session_start", lambda _: settled(""))
        self._stream.add_event_handler("connection_failed", lambda told: settled(f"cannot be reached: {told}"))
        self._stream.add_event_handler(
            "disconnected", lambda told: settled(f"refused the component: {told or 'secret'}")
        )
        self._stream.add_event_handler("disconnected", lambda _: self._came.put_nowait(None))
        self._stream.register_handler(_each(_FORWARDED, self._take))
        self._stream.register_handler(_each(f"{_COMPONENT}message[@type='error']", self._bounced))
        self._stream.connect(self._settings.server, self._settings.port)
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                trouble = await ready
        except TimeoutError:
            trouble = "does not answer"
        if trouble:
            await self._leave()
            raise OSError(f"The XMPP server {self._settings.server}:{self._settings.port} {trouble}")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._leave()

    async def frames(self) -> AsyncIterator[Frame]:
        for host in self._settings.hosts:
            self._stream.send_presence(pto=host, pfrom=self._settings.component)
        while (frame := await self._came.get()) is not None:
            yield frame
        raise OSError(f"The XMPP server {self._settings.server} ended the connection.")

    async def acknowledge(self, frame: Frame) -> None:
        """Confirms a copy; shows the choices once more when a child wrote to the bot what is none of them."""
        self._confirm(frame.place.removeprefix("copy "), frame.server)
        if isinstance(frame.body, dict) and frame.body.keys() == _ANSWER_KEYS:
            told = ToldChild.shown(frame.body["told"], frame.place)
            if not list(Xmpp().decode(frame)) and told.choices():
                self._say(told.account, told.choices(), f"again-{frame.place.removeprefix('copy ')}")

    async def warn(self, notice: Notice) -> bool:
        """Writes to the child's own address; the server keeps it where the child is away.

        A child of a host that is none of ours cannot be told in private.
        """
        name, _, host = bare(notice.account).rpartition("@")
        if not name or host not in self._settings.hosts:
            return False
        told = ToldChild.recalled(self._kept.get(f"child {notice.account}"), notice.account)
        if not notice.choices:  # a reply to the child's answer: it offers nothing to answer
            if self._kept.get(f"reply {notice.account}") != notice.id:
                self._say(notice.account, notice.text, notice.id, notice.light.word)
                self._kept.put(f"reply {notice.account}", notice.id)
        elif not told.brought(notice):
            self._say(notice.account, notice.text, notice.id, notice.light.word)
            self._kept.put(f"child {notice.account}", told.after(notice, notice.id).written)
        return True

    def _take(self, stanza: Any) -> None:  # noqa: ANN401 - slixmpp's types do not help
        """A copy, unless it comes from somebody whom we do not believe."""
        host, number, text = str(stanza["from"]), stanza["id"], str(stanza)
        if host not in self._settings.hosts:
            _LOG.warning("A forwarded stanza from %s was passed over: it is none of the hosts in the settings.", host)
            return
        frame = Frame(text, f"copy {number}", host, time.time())
        try:
            copy = copy_in(text, frame.place)
        except Unreadable:
            self._came.put_nowait(frame)
            return
        body = self._unless_own(copy, text)
        if body is None:
            self._confirm(number, host)
        else:
            self._came.put_nowait(msgspec.structs.replace(frame, body=body))

    def _unless_own(self, copy: Copy, text: str) -> Any:  # noqa: ANN401 - JSON
        """A copy as it is to be watched; what a child answers with its notices; nothing else that is written to us."""
        if bare(copy.sender).rpartition("@")[2] == self._settings.component:
            return None
        if copy.recipient.rpartition("@")[2] != self._settings.component:
            return text
        remembered = self._kept.get(f"child {copy.sender}")
        if not remembered or not words_of(copy.stanza):
            return None
        told = ToldChild.recalled(remembered, copy.sender)
        return {"copy": text, "told": msgspec.to_builtins(told)}

    def _bounced(self, stanza: Any) -> None:  # noqa: ANN401 - as above
        if stanza["to"].bare == self._bot:
            _LOG.warning("A notice to %s could not be brought: %s", stanza["from"], stanza["error"]["condition"])

    def _confirm(self, number: str, host: str) -> None:
        receipt = self._stream.make_message(mto=host, mfrom=self._settings.component)
        receipt.append(Element("{urn:xmpp:receipts}received", {"id": number}))
        receipt.send()

    def _say(self, account: str, text: str, number: str, light: str = "") -> None:
        message = self._stream.make_message(mto=account, mfrom=self._bot, mbody=text, mtype="chat")
        message["id"] = number
        message.append(Element("{urn:xmpp:hints}store"))
        message.append(Element("{urn:belisha:notice:1}notice", {"light": light} if light else {}))
        message.send()

    async def _leave(self) -> None:
        self._stream.cancel_connection_attempt()
        await self._stream.disconnect(wait=1.0, ignore_send_queue=False)


def _timed(text: object, frame: Frame) -> Copy:
    """A copy, with our time where the server tells none."""
    copy = copy_in(text, frame.place)
    return copy if copy.at is not None else msgspec.structs.replace(copy, at=unix(frame.received_at, 1))


def _stream(settings: XmppSettings, password: str) -> Any:  # noqa: ANN401 - slixmpp is not imported before it is needed
    from slixmpp.componentxmpp import ComponentXMPP  # noqa: PLC0415 - belongs to the extra "serve"

    component: Any = ComponentXMPP  # its types are not given
    return component(settings.component, password, settings.server, settings.port)


def _each(path: str, told: Any) -> Any:  # noqa: ANN401 - as above
    """Something of slixmpp that is told of each stanza which a path matches."""
    from slixmpp.xmlstream.handler import Callback  # noqa: PLC0415 - as above
    from slixmpp.xmlstream.matcher import MatchXPath  # noqa: PLC0415 - as above

    return Callback(path, MatchXPath(path), told)
