"""Stands where the service stands when a chat server asks it about an account."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import parse_qs

import msgspec

OPEN = {"restricted": False, "pause_before": [], "pause_words": {}}
WARNED = {
    "restricted": False,
    "pause_before": ["picture", "address"],
    "pause_words": {"picture": "Once sent, it stays.", "address": "Wait."},
}


class Desk:
    """Answers as the service does about accounts.

    Args:
        app: the name under which the source keeps its accounts.
        key: the API key that it must be asked with.

    Attributes:
        known: what is said about an account; nothing is held against the others.
        answers: whether it answers at all.
    """

    def __init__(self, app: str, key: str) -> None:
        self._app, self._key = app, key
        self.known: dict[str, Any] = {}
        self.answers = asyncio.Event()
        self.answers.set()

    async def __call__(self, scope: dict[str, Any], _: Any, send: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
        query = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
        asked_well = scope["path"] == "/v1/restrictions" and query["app"] == self._app
        allowed = dict(scope["headers"]).get(b"authorization") == f"Bearer {self._key}".encode()
        await self.answers.wait()
        headers = [(b"content-type", b"application/json")]
        await send(
            {"type": "http.response.start", "status": 200 if asked_well and allowed else 403, "headers": headers}
        )
        await send(
            {"type": "http.response.body", "body": msgspec.json.encode(self.known.get(query.get("account", ""), OPEN))}
        )
