"""Slack, by its Events API: everything said in the channels and conversations that the app was invited to."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.shapes import json_in, shaped
from belisha.chats.signatures import is_signed_by_slack
from belisha.chats.times import unix
from belisha.errors import Unreadable
from belisha.model import ConversationFacts, Fact, Kind, Message
from belisha.settings import secret

_SAID = {"", "bot_message", "file_share", "me_message", "thread_broadcast"}
"""Subtypes that somebody wrote; every other one tells an event, such as who joined."""
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class SlackSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The app at api.slack.com that sends the events.

    Attributes:
        signing_secret_env: environment variable with the app's signing secret.
    """

    signing_secret_env: str = "BELISHA_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of a variable


class _File(msgspec.Struct):
    name: str | None = None
    filetype: str = ""


class _Edited(msgspec.Struct):
    ts: str


class _Event(msgspec.Struct):
    type: str
    channel: str = ""
    channel_type: str = ""
    subtype: str = ""
    user: str | None = None
    bot_id: str | None = None
    text: str | None = None
    ts: str = ""
    thread_ts: str | None = None
    deleted_ts: str = ""
    files: tuple[_File, ...] = ()
    edited: _Edited | None = None
    message: dict[str, Any] | None = None


class _Push(msgspec.Struct):
    type: str
    challenge: str = ""
    team_id: str = ""
    event_id: str = ""
    event: _Event | None = None


class Slack(LiveSource):
    """Messages, new wordings and deletions; Slack repeats an event that was not answered three times within an hour."""

    app = "Slack"
    Settings = SlackSettings
    checked_on = "Events API, recorded frames, November 2026"
    pushes = True

    def open(self, settings: SlackSettings, kept: Kept) -> Connection:
        del kept
        return _App(secret(settings.signing_secret_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        event = shaped(frame.body, _Push, frame.place).event
        if event is None or event.type != "message":
            return
        if not event.channel or not event.ts:
            raise Unreadable("a message of Slack has a channel and a time", place=frame.place)
        if event.channel_type:
            yield ConversationFacts(event.channel, self.app, group=event.channel_type != "im")
        if event.subtype == "message_deleted":
            yield self._message(frame, event, event, f"{event.deleted_ts} deleted", event.deleted_ts)
        elif event.subtype == "message_changed":
            said = shaped({"type": "message", **(event.message or {})}, _Event, frame.place)
            if said.edited is not None:  # otherwise only a preview or the count of answers changed
                yield self._message(frame, event, said, f"{said.ts} {said.edited.ts}", said.ts)
        else:
            answers = event.thread_ts if event.thread_ts != event.ts else None
            yield self._message(frame, event, event, event.ts, answers)

    def _message(self, frame: Frame, event: _Event, said: _Event, number: str, answers: str | None) -> Message:
        """One message: its time is that of the writing, of the new wording, or of the deletion."""
        deleted = event.subtype == "message_deleted"
        spoken = said.subtype in _SAID and not deleted
        files = tuple(file.name or file.filetype or "file" for file in said.files)
        return Message(
            id=number,
            app=self.app,
            conversation=event.channel,
            sender=(said.user or said.bot_id) if spoken else None,
            text="" if deleted else _plain(said.text or ""),
            sent_at=_time(said.edited.ts if said.edited else event.ts),
            provenance=self.provenance(frame),
            kind=(Kind.MEDIA if files else Kind.TEXT) if spoken else Kind.SYSTEM,
            attachments=files,
            reply_to=answers,
            deleted=deleted,
        )


class _App(Connection):
    def __init__(self, signing_secret: str) -> None:
        self._secret = signing_secret

    async def receive(self, request: Request) -> Reply:
        headers = (
            request.headers.get("x-slack-request-timestamp", ""),
            request.headers.get("x-slack-signature", ""),
        )
        if not is_signed_by_slack(request.body, headers, self._secret, request.received_at):
            return Reply(status=403)
        try:
            body = json_in(request.body, "body")
            push = shaped(body, _Push, "body")
            body.pop("token", None)
        except Unreadable:
            body, push = request.body.decode("utf-8", "backslashreplace"), _Push("event_callback")
        if push.type == "url_verification":
            return Reply(body=msgspec.json.encode({"challenge": push.challenge}))
        place = f"team {push.team_id} event {push.event_id}" if push.event_id else "body"
        return Reply((Frame(body, place, "slack.com", request.received_at),))


def _plain(text: str) -> str:
    """What was typed: Slack writes three characters as entities, and nothing else."""
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _time(written: str) -> datetime | None:
    try:
        return unix(float(written), 1)
    except ValueError:
        return None
