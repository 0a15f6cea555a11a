"""Sends what the outbox made due: webhooks, signed, and children's notices; tries again until it worked or is given up.

A delivery may arrive twice when the service dies between sending and noting it; every webhook carries the delivery's
number, so that its receiver can tell.
"""

import asyncio
import contextlib
import hashlib
import hmac
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.exc import SQLAlchemyError

from belisha.errors import BelishaError
from belisha.model import Family
from belisha.notices import Answer, Notice
from belisha.response.notice_words import after, compose
from belisha.settings import Settings, secret
from belisha.stream.outbox import DueNotice, channel_of
from belisha.stream.store.database import Database
from belisha.stream.store.tables import deliveries

_LOG = logging.getLogger(__name__)
SIGNATURE = "Belisha-Signature"
NUMBER = "Belisha-Delivery"
_FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 3_600.0
GIVEN_UP_AFTER = 3 * 86_400.0
"""Seconds after which a delivery is no longer tried; it stays in the database with its last trouble."""
_AT_ONCE = 50
_TIMEOUT = 10.0
"""Seconds that one try may take, however slowly its receiver answers."""
_SHORTEST_WAIT, _LONGEST_WAIT = 0.05, 30.0
"""Seconds between two looks at what is due, if nothing was committed meanwhile."""

Warn = Callable[[Notice], Awaitable[bool]]


def signature(body: bytes, key: str, at: int) -> str:
    """What the ``Belisha-Signature`` header holds: the time, and HMAC-SHA256 of ``<time>.<body>`` under the secret."""
    written = hmac.new(key.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={written}"


def pause_before(attempt: int) -> float:
    """Seconds before a delivery is tried again after so many attempts."""
    return min(_FIRST_PAUSE * 2.0 ** (attempt - 1), _LONGEST_PAUSE)


def notice_of(due: DueNotice, country: str) -> Notice:
    """The words for a child of a notice that is due: a warning, or the reply to an answer."""
    if due.answer:
        said = after(Answer(due.answer), due.language, due.age, country or None, reviewers_told=due.reviewers_told)
        who = due.app, due.account, due.conversation
        return Notice(due.notice, *who, due.light, due.language, noticed=said, action="", help="", comfort="")
    families = [Family(family) for family in due.families]
    return compose(
        notice=due.notice,
        app=due.app,
        account=due.account,
        conversation=due.conversation,
        light=due.light,
        language=due.language,
        age=due.age,
        families=families,
        country=country or None,
    )


class Delivery:
    """Sends, in a task of its own.

    Args:
        database: where deliveries stand.
        settings: webhooks and their secrets, and the country of helplines.
        warners: how each live source tells a child, by label.
        post: sends a body with headers to an address and gives the HTTP status.
        clock: seconds since 1970.
    """

    def __init__(
        self,
        database: Database,
        settings: Settings,
        warners: Mapping[str, Warn],
        post: Callable[[str, bytes, dict[str, str]], Awaitable[int]],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._settings = settings
        self._warners = warners
        self._post = post
        self._clock = clock
        self._sending: dict[str, asyncio.Task[None]] = {}

    async def keep_sending(self, woken: asyncio.Event) -> None:
        """Sends what is due until it is cancelled: each channel for itself, so that a slow one holds up no other.

        Args:
            woken: set when something may have become due.
        """
        try:
            while True:
                woken.clear()
                try:
                    wait = await self._begin(woken)
                except Exception:  # noqa: BLE001 - what is due must leave, now or later
                    _LOG.exception("Deliveries could not be looked at; trying again.")
                    wait = _LONGEST_WAIT
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(woken.wait(), wait)
        finally:
            for task in self._sending.values():
                task.cancel()
            await asyncio.gather(*self._sending.values(), return_exceptions=True)

    async def send_due(self) -> int:
        """Tries everything that is due now; gives how many were tried."""
        rows = await asyncio.to_thread(self._due)
        await asyncio.gather(*(self._send(few) for few in _by_channel(rows).values()))
        return len(rows)

    async def _begin(self, woken: asyncio.Event) -> float:
        """Begins with what is due in channels that are free; gives the seconds until more is."""
        rows = await asyncio.to_thread(self._due)
        for channel, few in _by_channel(rows).items():
            task = self._sending[channel] = asyncio.create_task(self._send(few))
            task.add_done_callback(partial(self._is_free, channel, woken))
        if rows:
            return 0.0
        due = await asyncio.to_thread(self._next_due)
        return _LONGEST_WAIT if due is None else min(max(due - self._clock(), _SHORTEST_WAIT), _LONGEST_WAIT)

    def _is_free(self, channel: str, woken: asyncio.Event, _task: "asyncio.Task[None]") -> None:
        del self._sending[channel]
        woken.set()

    async def _send(self, rows: Sequence[Any]) -> None:
        outcomes = await asyncio.gather(*(self._try(row) for row in rows))
        while True:
            try:
                await asyncio.to_thread(self._note, list(zip(rows, outcomes, strict=True)))
            except SQLAlchemyError:  # trying them again instead would tell everybody twice
                _LOG.exception("It could not be noted what was delivered; trying again.")
                await asyncio.sleep(_FIRST_PAUSE)
            else:
                return

    def _next_due(self) -> float | None:
        question = select(deliveries.c.due_at).where(deliveries.c.due_at.is_not(None), self._are_free())
        with self._database.reading() as connection:
            return connection.execute(question.order_by(deliveries.c.due_at).limit(1)).scalar()

    def _due(self) -> list[Any]:
        question = select(deliveries).where(deliveries.c.due_at <= self._clock(), self._are_free())
        with self._database.reading() as connection:
            return list(connection.execute(question.order_by(deliveries.c.due_at).limit(_AT_ONCE)))

    def _are_free(self) -> ColumnElement[bool]:
        return deliveries.c.channel.not_in(list(self._sending))

    async def _try(self, row: Any) -> str:  # noqa: ANN401 - a row of deliveries
        """Sends one; gives what went wrong, or an empty text."""
        try:
            async with asyncio.timeout(_TIMEOUT):
                return await (self._warn(row) if row.channel.startswith("notice:") else self._call(row))
        except (OSError, BelishaError) as error:
            return f"{type(error).__name__}: {error}"[:300]
        except Exception as error:  # noqa: BLE001 - one delivery must not hold up the others
            _LOG.exception("Delivery %s failed in a way that is not foreseen.", row.number)
            return type(error).__name__

    async def _warn(self, row: Any) -> str:  # noqa: ANN401 - a row of deliveries
        warn = self._warners.get(row.channel.removeprefix("notice:"))
        if warn is None:
            return "this source is not connected"
        due = msgspec.json.decode(row.body, type=DueNotice)
        return "" if await warn(notice_of(due, self._settings.warning.country)) else "this source cannot tell a child"

    async def _call(self, row: Any) -> str:  # noqa: ANN401 - a row of deliveries
        webhook = next((each for each in self._settings.webhooks if channel_of(each) == row.channel), None)
        if webhook is None:
            return "this webhook is no longer in the settings"
        body = bytes(row.body)
        if webhook.what == "notices":
            notice = notice_of(msgspec.json.decode(body, type=DueNotice), self._settings.warning.country)
            body = msgspec.json.encode({"event": "notice", "platform": row.platform, **msgspec.to_builtins(notice)})
        headers = {
            "Content-Type": "application/json",
            NUMBER: str(row.number),
            SIGNATURE: signature(body, secret(webhook.secret_env), int(self._clock())),
        }
        status = await self._post(webhook.url, body, headers)
        return "" if 200 <= status < 300 else f"answered with status {status}"  # noqa: PLR2004 - what HTTP calls success

    def _note(self, outcomes: list[tuple[Any, str]]) -> None:
        now = self._clock()
        with self._database.writing() as connection:
            for row, trouble in outcomes:
                attempts = row.attempts + 1
                given_up = now - row.created_at > GIVEN_UP_AFTER
                due = None if not trouble or given_up else now + pause_before(attempts)
                values = {"attempts": attempts, "trouble": trouble, "due_at": due}
                if not trouble:
                    values["delivered_at"] = now
                connection.execute(update(deliveries).where(deliveries.c.number == row.number).values(**values))
                if trouble:
                    _LOG.warning(
                        "Delivery %s to %s, attempt %s: %s", row.number, _shown(row.channel), attempts, trouble
                    )


def _shown(channel: str) -> str:
    """A channel as a log may hold it: of a webhook's address the host alone, for the rest may be a secret."""
    what, _, url = channel.partition(" ")
    return f"{what} {urlsplit(url).hostname}" if url else what


def _by_channel(rows: Sequence[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.channel, []).append(row)
    return found
