"""Requests that a platform pushes, made as the platform makes them."""

import asyncio
from collections.abc import Mapping

from belisha.chats.live import Connection, Reply, Request

NOW = 1_772_467_200.0


def post(body: bytes, headers: Mapping[str, str], received_at: float = NOW) -> Request:
    return Request("POST", "", {}, dict(headers), body, received_at)


def reply_of(connection: Connection, request: Request) -> Reply:
    return asyncio.run(connection.receive(request))


def without(headers: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in headers.items() if key != name}
