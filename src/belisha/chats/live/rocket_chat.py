"""Rocket.Chat, by an outgoing webhook: channels, private groups and direct messages, as it is set up."""

import hashlib
from collections.abc import Iterator

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.pushed_posts import post_in
from belisha.chats.shapes import shaped
from belisha.chats.times import iso
from belisha.model import AccountFacts, ConversationFacts, Fact, Message
from belisha.settings import secret


class RocketChatSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outgoing webhook integration of the workspace.

    Attributes:
        server: address of the server, as the provenance is to show it.
        token_env: environment variable with the integration's token; several are divided by spaces.
    """

    server: str = "rocket.chat"
    token_env: str = "BELISHA_ROCKET_CHAT_TOKEN"  # noqa: S105 - the name of a variable


class _Post(msgspec.Struct):
    message_id: str
    channel_id: str
    channel_name: str | None = None
    timestamp: str | None = None
    user_id: str | None = None
    user_name: str | None = None
    text: str | None = None
    tmid: str | None = None
    is_edited: bool = msgspec.field(name="isEdited", default=False)


class RocketChat(LiveSource):
    """Messages and their new wordings. Rocket.Chat tries a failed call again, six times unless set otherwise."""

    app = "Rocket.Chat"
    Settings = RocketChatSettings
    checked_on = "outgoing webhooks of version 7, recorded frames, November 2026"
    pushes = True

    def open(self, settings: RocketChatSettings, kept: Kept) -> Connection:
        del kept
        return _Webhook(settings.server, secret(settings.token_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        post = shaped(frame.body, _Post, frame.place)
        if post.channel_name:
            yield ConversationFacts(post.channel_id, self.app, post.channel_name)
        if post.user_id and post.user_name:
            yield AccountFacts(post.user_id, self.app, post.user_name)
        yield Message(
            id=f"{post.message_id} edit {_short_hash(post.text)}" if post.is_edited else post.message_id,
            app=self.app,
            conversation=post.channel_id,
            sender=post.user_id,
            text=post.text or "",
            sent_at=iso(post.timestamp),
            provenance=self.provenance(frame),
            reply_to=post.message_id if post.is_edited else post.tmid,
        )


class _Webhook(Connection):
    def __init__(self, server: str, tokens: str) -> None:
        self._server = server
        self._tokens = tokens

    async def receive(self, request: Request) -> Reply:
        post = post_in(request.body, request.headers.get("content-type", ""), self._tokens)
        if post is None:
            return Reply(status=403)
        return Reply((Frame(post, f"message {post.get('message_id', '')}".strip(), self._server, request.received_at),))


def _short_hash(text: str | None) -> str:
    """Tells one new wording from another: Rocket.Chat gives only the time of the first."""
    return hashlib.sha256((text or "").encode("utf-8", "surrogatepass")).hexdigest()[:12]
