"""Discord's REST interface, as far as it is needed to find the gateway and what was missed."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import msgspec

from belisha.chats.discord_messages import whole
from belisha.chats.shapes import json_in, shaped
from belisha.errors import Unreadable, Unusable

_UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND, _TOO_MANY = 401, 403, 404, 429
_PAGE = 100
_LOG = logging.getLogger(__name__)


class _Starts(msgspec.Struct, frozen=True):
    """How many sessions the bot may still begin, and in how many milliseconds it may begin more."""

    remaining: int = 1
    reset_after: float = 0


class _Gateway(msgspec.Struct):
    url: str
    session_start_limit: _Starts = _Starts()


class DiscordRest:
    """Asks as the bot; waits as long as Discord says when it was asked too often.

    Args:
        api: address of the interface, with its version.
        token: of the bot.
    """

    def __init__(self, api: str, token: str) -> None:
        import httpx  # noqa: PLC0415 - of the extra ``serve``

        self._api = api
        self._client = httpx.AsyncClient(headers={"Authorization": f"Bot {token}"}, timeout=30)
        self.server = httpx.URL(api).netloc.decode()

    async def close(self) -> None:
        """Closes what is open."""
        await self._client.aclose()

    async def gateway(self, *, begins: bool) -> str:
        """Where the gateway is.

        Args:
            begins: a new session is to be begun there: whoever begins more than Discord allows in a day (1,000) has
                the bot's token taken away.

        Raises:
            OSError: when it does not tell, or no session may be begun now.
        """
        try:
            told = shaped(await self._get("/gateway/bot"), _Gateway, "/gateway/bot")
        except Unreadable as error:
            raise ConnectionError(f"{self.server}: {error}") from error
        if begins and told.session_start_limit.remaining <= 0:
            minutes = told.session_start_limit.reset_after / 60_000
            raise ConnectionError(f"{self.server} allows the bot no more sessions for {minutes:.0f} minutes")
        return told.url

    async def messages(self, channel: str, after: int) -> AsyncIterator[dict[str, Any]]:
        """Messages of a channel behind one, oldest first; none when the bot may not read what was said before."""
        while True:
            page = await self._get(f"/channels/{channel}/messages?after={after}&limit={_PAGE}")
            found = [each for each in page if isinstance(each, dict)] if isinstance(page, list) else []
            for message in sorted(found, key=lambda message: whole(message.get("id"))):
                after = max(after, whole(message.get("id")))
                yield message
            if len(found) < _PAGE:
                return

    async def _get(self, path: str) -> Any:  # noqa: ANN401 - any JSON
        """What stands under a path; None where the bot may not look."""
        import httpx  # noqa: PLC0415 - of the extra ``serve``

        while True:
            try:
                response = await self._client.get(f"{self._api}{path}")
            except httpx.HTTPError as error:
                raise ConnectionError(f"{self.server}: {error}") from error
            if response.status_code == _TOO_MANY:
                await asyncio.sleep(float(response.headers.get("retry-after", "1")))
                continue
            if response.status_code == _UNAUTHORIZED:
                raise Unusable(f"{self.server} does not know the bot's token")
            if response.status_code in (_FORBIDDEN, _NOT_FOUND):
                _LOG.warning("Discord does not let the bot read %s; what was missed there stays unread.", path)
                return None
            if response.is_error:
                raise ConnectionError(f"{self.server}: answers {response.status_code} to {path}")
            return self._read(response.content, path)

    def _read(self, content: bytes, path: str) -> Any:  # noqa: ANN401 - any JSON
        try:
            return json_in(content, path)
        except Unreadable as error:
            raise ConnectionError(f"{self.server}: {path} is {error}") from error
