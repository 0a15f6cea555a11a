"""People with a plain XMPP client, for tests against a real server."""

import asyncio
from typing import Any, Protocol, Self
from xml.etree.ElementTree import fromstring

from slixmpp import ClientXMPP
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from tests.chats.live.receiver import DEADLINE_SECONDS


class XmppServer(Protocol):
    """A running server for ``chat.test``, at whose port clients sign in."""

    clients: int


class XmppPerson:
    """Somebody who registers an account, signs in and sees what comes.

    Args:
        server: a running one.
        name: of the account.
        is_new: whether the account must still be made.

    Attributes:
        seen: every message stanza that came.
    """

    def __init__(self, server: XmppServer, name: str, *, is_new: bool = True) -> None:
        self.account = f"{name}@chat.test"
        self._server = server
        self._is_new = is_new
        self.seen: list[Any] = []
        self._more = asyncio.Condition()
        self._number = 0

    async def __aenter__(self) -> Self:
        made: Any = ClientXMPP
        self.client = made(self.account, "of the tests")
        self.client.enable_plaintext, self.client.enable_starttls, self.client.enable_direct_tls = True, False, False
        self.client.plugin["feature_mechanisms"].unencrypted_plain = True
        self.client.plugin["feature_mechanisms"].unencrypted_scram = True
        self.client.auto_authorize, self.client.auto_subscribe = None, False  # people decide, not the client
        for plugin in ("xep_0030", "xep_0045", "xep_0191"):
            self.client.register_plugin(plugin)
        if self._is_new:
            self.client.register_plugin("xep_0077")
            self.client.plugin["xep_0077"].force_registration = True
            self.client.add_event_handler("register", self._register)
        self.client.register_handler(Callback("seen", MatchXPath("{jabber:client}message"), self._saw))
        started = self.client.wait_until("session_start", timeout=DEADLINE_SECONDS)
        self.client.connect("127.0.0.1", self._server.clients)
        await started
        self.client.send_presence()
        return self

    async def __aexit__(self, *trouble: object) -> None:
        await self.client.disconnect()

    async def until(self, text: str) -> Any:
        """The first message with this text, as soon as it is there."""
        async with asyncio.timeout(DEADLINE_SECONDS), self._more:
            await self._more.wait_for(lambda: self._with(text))
        return self._with(text)[0]

    def says(self, to: str, text: str, *more: str, kind: str = "chat", number: str = "") -> str:
        """Sends a message; ``more`` are further elements as XML. Gives its number."""
        self._number += 1
        message = self.client.make_message(mto=to, mbody=text or None, mtype=kind)
        message["id"] = number or f"{self.account.partition('@')[0]}-{self._number}"
        for element in more:
            message.append(fromstring(element))  # noqa: S314 - our own
        message.send()
        return str(message["id"])

    async def joins(self, room: str, nick: str) -> None:
        """Enters a room, and waits until it is in."""
        await self.client.plugin["xep_0045"].join_muc_wait(room, nick, timeout=DEADLINE_SECONDS, maxstanzas=0)

    async def is_served(self) -> None:
        """Waits until the server has done all that was sent before."""
        await self.client.plugin["xep_0030"].get_info(jid="chat.test", timeout=DEADLINE_SECONDS)

    def _with(self, text: str) -> list[Any]:
        return [each for each in self.seen if each["body"] == text]

    async def _register(self, _: Any) -> None:
        iq = self.client.make_iq_set()
        iq["register"]["username"], iq["register"]["password"] = self.client.boundjid.user, self.client.password
        await iq.send(timeout=DEADLINE_SECONDS)

    def _saw(self, stanza: Any) -> None:
        self.seen.append(stanza)
        self._telling = asyncio.ensure_future(self._tell())

    async def _tell(self) -> None:
        async with self._more:
            self._more.notify_all()
