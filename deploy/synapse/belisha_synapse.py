"""A module that runs inside Synapse: it asks Belisha, before an event is sent, whether its sender is restricted.

It stands alone: nothing else of Belisha is needed on the homeserver. Whatever goes wrong, the event is sent:
a chat never stands still because of us. See README.md beside this file.
"""
# ruff: noqa: INP001 - Synapse imports this one file

import logging
import re
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from synapse.module_api import (
    NOT_SPAM,
    EventBase,
    ModuleApi,
    errors,
    make_deferred_yieldable,
    run_in_background,
)
from synapse.module_api.errors import ConfigError
from twisted.internet import reactor

_LOG = logging.getLogger(__name__)
_SAID = {"m.room.message", "m.room.encrypted", "m.sticker", "m.reaction"}
_PICTURES = {"m.image", "m.video"}
_ADDRESS = (
    r"\+?\d[\d ()/.-]{6,}\d"
    r"|\b\d{1,4}[a-z]?,? +(?:\w+ +){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|close|court|way)\b"
    r"|\b\w{3,} ?(?:straße|strasse|str\.|weg|gasse|platz|allee) *\d{1,4}\b"
    r"|\b(?:rue|avenue|calle|via|rua|ulica|ul\.) +(?:\w+ +){1,4}\d{1,4}\b"  # codespell:ignore calle
    r"|\b\d{1,4},? +(?:rue|avenue|boulevard) +\w+"
)
"""Phone numbers, and streets with a number, as they are written in a few languages."""
_MOST_ACCOUNTS = 10_000
_MOST_CHARACTERS = 2_000
"""So far into a message an address is looked for: this runs while somebody waits for the message to be sent."""
_DEFAULTS: dict[str, Any] = {
    "timeout_ms": 50,
    "remember_seconds": 5,
    "silent_seconds": 5,
    "pause_seconds": 5,
    "pause_valid_seconds": 600,
    "pause_words": "Take a moment before you send this. If you still want to, send it again.",
    "address_pattern": _ADDRESS,
}


class Belisha:
    """Refuses what a restricted account sends, and holds a picture or an address once, for a moment's thought.

    Args:
        config: what ``parse_config`` gave.
        api: Synapse's.
    """

    def __init__(self, config: dict[str, Any], api: ModuleApi) -> None:
        self._config = config
        self._api = api
        self._address = re.compile(config["address_pattern"], re.IGNORECASE)
        self._headers = {b"Authorization": [b"Bearer " + config["api_key"].encode()]}
        self._known: OrderedDict[str, tuple[float, dict[str, Any]]] = OrderedDict()
        self._held: OrderedDict[tuple[str, str, str], float] = OrderedDict()
        self._silent_until = 0.0
        api.register_spam_checker_callbacks(
            check_event_for_spam=self.check_event_for_spam, user_may_invite=self.user_may_invite
        )

    @staticmethod
    def parse_config(config: dict[str, Any]) -> dict[str, Any]:
        """The module's part of ``homeserver.yaml``, complete.

        Raises:
            ConfigError: naming what is missing or wrong; Synapse then does not start.
        """
        needed = {"url", "api_key_file"}
        unknown = sorted(config.keys() - _DEFAULTS.keys() - needed)
        if unknown or not needed <= config.keys():
            raise ConfigError(f"belisha_synapse needs url and api_key_file, and does not know {unknown}")
        if urlsplit(config["url"]).scheme not in {"http", "https"}:
            raise ConfigError("belisha_synapse: url must begin with http:// or https://")
        try:
            key = Path(config["api_key_file"]).read_text("utf-8").strip()
            re.compile(config.get("address_pattern", ""))
        except (OSError, re.error) as error:
            raise ConfigError(f"belisha_synapse: {error}") from error
        return {**_DEFAULTS, **config, "api_key": key}

    async def check_event_for_spam(self, event: EventBase) -> Any:  # noqa: ANN401 - Synapse takes several types
        """Synapse's callback for every event: ``NOT_SPAM``, a code, or words that the sender's client may show."""
        if event.type not in _SAID or not self._api.is_mine(event.sender):
            return NOT_SPAM
        answer = await self._asked(event.sender)
        if answer.get("restricted") is True:
            return errors.Codes.FORBIDDEN
        pauses = answer.get("pause_before")
        sort = self._sort_of(event.content) if isinstance(pauses, list) and pauses else ""
        return self._config["pause_words"] if sort in (pauses or ()) and self._is_held(event, sort) else NOT_SPAM

    async def user_may_invite(self, inviter: str, invitee: str, room: str) -> Any:  # noqa: ANN401 - as above
        """Synapse's callback for invitations: a restricted account begins no new talk."""
        del invitee, room
        if not self._api.is_mine(inviter):
            return NOT_SPAM
        restricted = (await self._asked(inviter)).get("restricted") is True
        return errors.Codes.FORBIDDEN if restricted else NOT_SPAM

    async def _asked(self, account: str) -> dict[str, Any]:
        """What Belisha says of an account, at most a few seconds old; nothing when it does not answer at once."""
        now = time.monotonic()
        asked_at, answer = self._known.get(account, (0.0, {}))
        if asked_at and now - asked_at < self._config["remember_seconds"]:
            return answer
        if now < self._silent_until:
            return {}
        try:
            answer = await self._ask(account)
        except Exception as error:  # noqa: BLE001 - whatever it is, the chat goes on
            _LOG.warning("Belisha did not answer, and nothing is held back meanwhile: %r", error)
            self._silent_until = now + self._config["silent_seconds"]
            return {}
        self._known[account] = now, answer
        self._known.move_to_end(account)
        while len(self._known) > _MOST_ACCOUNTS:
            self._known.popitem(last=False)
        return answer

    async def _ask(self, account: str) -> dict[str, Any]:
        address = f"{self._config['url'].rstrip('/')}/v1/restrictions"
        asking = run_in_background(
            self._api.http_client.get_json, address, {"app": "matrix", "account": account}, self._headers
        )
        asking.addTimeout(self._config["timeout_ms"] / 1000, reactor)
        answer = await make_deferred_yieldable(asking)
        if not isinstance(answer, dict):
            raise TypeError("not an object")
        return answer

    def _sort_of(self, content: Any) -> str:  # noqa: ANN401 - whatever a client sent
        """``picture``, ``address`` or nothing."""
        if content.get("msgtype") in _PICTURES:
            return "picture"
        body = content.get("body")
        return "address" if isinstance(body, str) and self._address.search(body[:_MOST_CHARACTERS]) else ""

    def _is_held(self, event: EventBase, sort: str) -> bool:
        """Whether this is held now: the first time it is, and until the pause is over; then it may go."""
        now, key = time.monotonic(), (event.sender, event.room_id, sort)
        first = self._held.get(key)
        if first is None or now - first > self._config["pause_valid_seconds"]:
            self._held[key] = now
            self._held.move_to_end(key)
            while len(self._held) > _MOST_ACCOUNTS:
                self._held.popitem(last=False)
            return True
        if now - first < self._config["pause_seconds"]:
            return True
        del self._held[key]
        return False
