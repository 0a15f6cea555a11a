"""A module that runs inside Synapse: it asks Belisha, before an event is sent, whether its sender is restricted.

It stands alone: nothing else of Belisha is needed on the homeserver. Whatever goes wrong, the event is sent:
a chat never stands still because of us. See README.md beside this file.
"""
# ruff: noqa: INP001 - Synapse imports this one file

import logging
import re
import time
from collections import OrderedDict
from collections.abc import Mapping
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
_ROOM_OF = "org.belisha.room."
"""Account data of Belisha's account, one for each child that it warned: the room in which it did."""
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
    "bot": "belisha",
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
        self._bot = api.get_qualified_user_id(config["bot"])
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
        if event.type not in _SAID or not self._api.is_mine(event.sender) or event.sender == self._bot:
            return NOT_SPAM
        answer = await self._asked(event.sender)
        if answer.get("restricted") is True:
            return errors.Codes.FORBIDDEN
        pauses = answer.get("pause_before")
        sort = self._sort_of(event.content) if isinstance(pauses, list) and pauses else ""
        held = self._held_for(event, sort) if sort in (pauses or ()) else None
        if held is None:
            return NOT_SPAM
        words = self._words(answer, sort)
        if not held:
            run_in_background(self._tell, event.sender, words)
        return words

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
            self._api.http_client.get_json, address, {"app": "Matrix", "account": account}, self._headers
        )
        asking.addTimeout(self._config["timeout_ms"] / 1000, reactor)
        answer = await make_deferred_yieldable(asking)
        if not isinstance(answer, dict):
            raise TypeError("not an object")
        return answer

    async def _tell(self, child: str, words: str) -> None:
        """Says it where Belisha warned this child and nobody else is; many clients show only that it was not sent."""
        try:
            noted = await self._api.account_data_manager.get_global(self._bot, f"{_ROOM_OF}{child}")
            if noted is None:
                return  # this child was never warned here
            said = {"msgtype": "m.text", "body": words}
            await self._api.create_and_send_event_into_room(
                {"type": "m.room.message", "room_id": noted["room"], "sender": self._bot, "content": said}
            )
        except Exception as error:  # noqa: BLE001 - the client has the words too
            _LOG.warning("A pause could not be told in the chat: %r", error)

    def _words(self, answer: dict[str, Any], sort: str) -> str:
        """Belisha's sentence for this child, in its language and for its age; else the one of the configuration."""
        words = answer.get("pause_words")
        own = words.get(sort) if isinstance(words, dict) else None
        return own if isinstance(own, str) and own else str(self._config["pause_words"])

    def _sort_of(self, content: Any) -> str:  # noqa: ANN401 - whatever a client sent
        """``picture``, ``address`` or nothing."""
        about = content.get("info")
        sort = about.get("mimetype") if isinstance(about, Mapping) else None
        if content.get("msgtype") in _PICTURES or (isinstance(sort, str) and sort.startswith(("image/", "video/"))):
            return "picture"
        if content.get("msgtype") == "m.location":
            return "address"
        body = content.get("body")
        return "address" if isinstance(body, str) and self._address.search(body[:_MOST_CHARACTERS]) else ""

    def _held_for(self, event: EventBase, sort: str) -> float | None:
        """Seconds that this is held by now: 0 the first time, and None once the pause is over and it may go."""
        now, key = time.monotonic(), (event.sender, event.room_id, sort)
        first = self._held.get(key)
        if first is None or now - first > self._config["pause_valid_seconds"]:
            self._held[key] = now
            self._held.move_to_end(key)
            while len(self._held) > _MOST_ACCOUNTS:
                self._held.popitem(last=False)
            return 0.0
        if now - first < self._config["pause_seconds"]:
            return now - first
        del self._held[key]
        return None
