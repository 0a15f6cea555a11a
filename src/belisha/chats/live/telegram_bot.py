"""Telegram, by a bot that asks for updates: groups it is in, what people write to it, business chats it looks after."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.shapes import shaped
from belisha.chats.telegram_updates import APP, DELETED, SAID, facts_of_update
from belisha.errors import Unreadable, Unusable
from belisha.model import Fact
from belisha.settings import secret

_UNAUTHORIZED, _NOT_FOUND = 401, 404
_SLACK_SECONDS = 10.0
"""How much longer than the server's own waiting we wait for its answer."""


class TelegramSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bot, as BotFather made it.

    Attributes:
        token_env: environment variable with the bot's token.
        api: address of the bot interface; that of your own server if you run one.
        wait_seconds: how long one request for updates stays open.
    """

    token_env: str = "BELISHA_TELEGRAM_TOKEN"  # noqa: S105 - the name of a variable
    api: str = "https://api.telegram.org"
    wait_seconds: int = 50


class _Parameters(msgspec.Struct):
    retry_after: int = 0


class _Answer(msgspec.Struct):
    ok: bool
    result: Any = None
    description: str = ""
    error_code: int = 0
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


class TelegramBot(LiveSource):
    """Messages, new wordings, and deletions in business chats. Telegram keeps what was missed for 24 hours."""

    app = APP
    Settings = TelegramSettings
    checked_on = "bot interface 9, recorded frames, November 2026"

    def open(self, settings: TelegramSettings, kept: Kept) -> Connection:
        del kept  # the server keeps the place: what was confirmed is not given again
        return _Bot(settings)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if not isinstance(frame.body, dict):
            raise Unreadable("not an update", place=frame.place)
        return facts_of_update(frame.body, self.provenance(frame))


class _Bot(Connection):
    """Asks again only after everything that was given is stored, because asking is what confirms.

    The place is sent once, with the request that confirms it: after a week without updates Telegram numbers them anew,
    and a place from before would throw the new ones away.
    """

    def __init__(self, settings: TelegramSettings) -> None:
        import httpx  # noqa: PLC0415 - of the extra ``serve``

        self._server = urlsplit(settings.api).netloc
        self._address = f"{settings.api}/bot{secret(settings.token_env)}"
        self._wait = settings.wait_seconds
        self._client = httpx.AsyncClient(timeout=settings.wait_seconds + _SLACK_SECONDS)
        logging.getLogger("httpx").addFilter(_tells_no_token)
        self._waiting: set[int] = set()
        self._all_stored = asyncio.Event()
        self._confirm = 0

    async def __aenter__(self) -> Self:
        try:
            await self._call("getMe", {})
        except BaseException:
            await self._client.aclose()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._confirm:
                await self._updates(wait=0)
        finally:
            await self._client.aclose()

    async def frames(self) -> AsyncIterator[Frame]:
        while True:
            updates = await self._updates(self._wait)
            numbers = [update.get("update_id") for update in updates]
            self._waiting = {number for number in numbers if isinstance(number, int)}
            for update, number in zip(updates, numbers, strict=True):
                yield Frame(update, f"update {number}", self._server, time.time())
            self._all_stored.clear()
            if self._waiting:
                await self._all_stored.wait()

    async def acknowledge(self, frame: Frame) -> None:
        number = frame.body.get("update_id")
        if not isinstance(number, int):  # such an update cannot be confirmed
            return
        self._confirm = max(self._confirm, number + 1)
        self._waiting.discard(number)
        if not self._waiting:
            self._all_stored.set()

    async def _updates(self, wait: int) -> tuple[dict[str, Any], ...]:
        query: dict[str, Any] = {"timeout": wait, "limit": 100, "allowed_updates": [*SAID, DELETED]}
        if self._confirm:
            query["offset"] = self._confirm
        if not wait:
            query["limit"] = 1
        updates = await self._call("getUpdates", query)
        self._confirm = 0
        try:
            return shaped(updates, tuple[dict[str, Any], ...], "getUpdates")
        except Unreadable as error:
            raise ConnectionError(f"{self._server}: {error.what}") from error

    async def _call(self, method: str, query: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        import httpx  # noqa: PLC0415 - of the extra ``serve``

        try:
            response = await self._client.post(f"{self._address}/{method}", json=query)
            answer = shaped(response.json(), _Answer, method)
        except (httpx.HTTPError, ValueError, Unreadable) as error:
            # The error itself may name the address, and with it the token.
            raise ConnectionError(f"{self._server}: no answer to {method} ({type(error).__name__})") from None
        if answer.error_code in (_UNAUTHORIZED, _NOT_FOUND):
            raise Unusable(f"{self._server} does not know the bot's token: {answer.description}")
        if not answer.ok:
            # Who asks again sooner than it was told to is told to wait longer.
            await asyncio.sleep(answer.parameters.retry_after)
            raise ConnectionError(f"{self._server}: {answer.description}")
        return answer.result


def _tells_no_token(record: logging.LogRecord) -> bool:
    """Keeps addresses of the bot interface, which hold the token, out of the logs."""
    return "/bot" not in record.getMessage()
