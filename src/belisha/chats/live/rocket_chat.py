"""Rocket.Chat, by an outgoing webhook: channels, private groups and direct messages, as it is set up."""

import hashlib
from collections.abc import Iterator

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.pushed_posts import post_in
from belisha.chats.shapes import shaped
from belisha.chats.times import iso
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message
from belisha.settings import secret


class RocketChatSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outgoing webhook integration of the workspace.

    Attributes:
        server: address of the server, as the provenance is to show it.
        token_env: environment variable with the integration's token; several are divided by spaces.
    """

    server: str = "rocket.chat"
    token_env: str = "BELISHA_ROCKET_CHAT_TOKEN"  # noqa: S105 - the name of a variable


class _File(msgspec.Struct):
    name: str = ""


class _Attached(msgspec.Struct):
    """What hangs on a message: a file with the words that were written under it, or something that is quoted."""

    type: str = ""
    description: str | None = None


class _Uploaded(msgspec.Struct):
    """The message itself, which only the event of an uploaded file holds; behind a picture stands its small copy."""

    file: _File | None = None
    attachments: tuple[_Attached, ...] = ()

    @property
    def captions(self) -> str:
        """What was written under the files."""
        return "\n".join(each.description for each in self.attachments if each.type == "file" and each.description)


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
    message: _Uploaded | None = None

    @property
    def other(self) -> str:
        """The other person, where the room is of two: its id is then made of theirs. Empty in every other room."""
        if not self.user_id or self.channel_name or self.channel_id == self.user_id:
            return ""
        before, after = self.channel_id.removesuffix(self.user_id), self.channel_id.removeprefix(self.user_id)
        return next((rest for rest in (before, after) if rest != self.channel_id), "")


class RocketChat(LiveSource):
    """Messages, their new wordings, and what is written under files.

    A file that is told by *Message Sent* is an empty message. *File Uploaded* tells the same message with its file's
    name and the words under it; these are one more message, as *Message Sent* may have come first.
    """

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
            yield ConversationFacts(post.channel_id, self.app, post.channel_name, group=True)
        elif post.other:
            members = tuple(sorted((post.user_id or "", post.other)))
            yield ConversationFacts(post.channel_id, self.app, members=members, group=False)
        if post.user_id and post.user_name:
            yield AccountFacts(post.user_id, self.app, post.user_name)
        said = self._message(frame, post)
        yield said
        captions = post.message.captions if post.message else ""
        if captions and captions != said.text:
            number = f"{said.id} caption"
            yield msgspec.structs.replace(
                said, id=number, text=captions, kind=Kind.TEXT, attachments=(), reply_to=said.id
            )

    def _message(self, frame: Frame, post: _Post) -> Message:
        file = post.message.file if post.message else None
        return Message(
            id=f"{post.message_id} edit {_short_hash(post.text)}" if post.is_edited else post.message_id,
            app=self.app,
            conversation=post.channel_id,
            sender=post.user_id,
            text=post.text or "",
            sent_at=iso(post.timestamp),
            provenance=self.provenance(frame),
            kind=Kind.TEXT if post.text and file is None else Kind.MEDIA,
            recipients=(post.other,) if post.other else (),
            attachments=(file.name or "file",) if file else (),
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
