"""Mattermost, by an outgoing webhook: everything said in a public channel, or what begins with a trigger word."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.pushed_posts import post_in
from belisha.chats.shapes import shaped
from belisha.chats.times import unix
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message
from belisha.settings import secret


class MattermostSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outgoing webhook of the server.

    Attributes:
        server: address of the server, as the provenance is to show it.
        token_env: environment variable with the webhook's token; several, one for each webhook, divided by spaces.
    """

    server: str = "mattermost"
    token_env: str = "BELISHA_MATTERMOST_TOKEN"  # noqa: S105 - the name of a variable


class _Post(msgspec.Struct):
    post_id: str
    channel_id: str
    team_domain: str = ""
    channel_name: str | None = None
    timestamp: float | str = 0
    user_id: str | None = None
    user_name: str | None = None
    text: str = ""
    file_ids: str = ""


class Mattermost(LiveSource):
    """Posts as they are written; Mattermost tells webhooks neither of changes nor of deletions, and never twice."""

    app = "Mattermost"
    Settings = MattermostSettings
    checked_on = "outgoing webhooks of version 10, recorded frames, November 2026"
    pushes = True

    def open(self, settings: MattermostSettings, kept: Kept) -> Connection:
        del kept
        return _Webhook(settings.server, secret(settings.token_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        post = shaped(frame.body, _Post, frame.place)
        title = " / ".join(part for part in (post.team_domain, post.channel_name) if part)
        yield ConversationFacts(post.channel_id, self.app, title, group=True)
        if post.user_id and post.user_name:
            yield AccountFacts(post.user_id, self.app, post.user_name)
        files = tuple(f"file {number}" for number in post.file_ids.split(",") if number)
        yield Message(
            id=post.post_id,
            app=self.app,
            conversation=post.channel_id,
            sender=post.user_id,
            text=post.text,
            sent_at=_time(post.timestamp),
            provenance=self.provenance(frame),
            kind=Kind.MEDIA if files else Kind.TEXT,
            attachments=files,
        )


class _Webhook(Connection):
    def __init__(self, server: str, tokens: str) -> None:
        self._server = server
        self._tokens = tokens

    async def receive(self, request: Request) -> Reply:
        post = post_in(request.body, request.headers.get("content-type", ""), self._tokens)
        if post is None:
            return Reply(status=403)
        return Reply((Frame(post, f"post {post.get('post_id', '')}".strip(), self._server, request.received_at),))


def _time(written: float | str) -> datetime | None:
    """Milliseconds in JSON, seconds in a form."""
    try:
        return unix(float(written))
    except ValueError:
        return None
