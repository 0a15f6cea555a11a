"""Any platform of your own: it posts messages in Belisha's own form, signed as Standard Webhooks says."""

from collections.abc import Iterator

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.message_line import fact_in
from belisha.chats.signatures import is_signed_by_standard
from belisha.errors import Unreadable
from belisha.model import Fact
from belisha.settings import secret


class WebhookSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The platform that posts.

    Attributes:
        platform: its name, as the provenance is to show it, and as the app of messages that name none.
        secret_env: environment variable with the secret that both sides know: base64 of at least 24 random bytes.
    """

    platform: str = "webhook"
    secret_env: str = "BELISHA_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable


class Webhook(LiveSource):
    """One message, or a fact about an account, on each line of the body, by the fields of ``docs/messages-jsonl.md``.

    The answer names each line that is no message; the others are stored. The sender may repeat a whole body as often
    as it likes: a message without an id gets one of ``webhook-id`` and its line.
    """

    app = "webhook"
    Settings = WebhookSettings
    checked_on = "Standard Webhooks 1.0, own requests, November 2026"
    pushes = True

    def open(self, settings: WebhookSettings, kept: Kept) -> Connection:
        del kept
        return _Platform(self, settings.platform, secret(settings.secret_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if not isinstance(frame.body, str):
            raise Unreadable("not a line of text", place=frame.place)
        yield fact_in(frame.body, frame.server, self.provenance(frame))


class _Platform(Connection):
    def __init__(self, source: Webhook, platform: str, key: str) -> None:
        self._source = source
        self._platform = platform
        self._key = key

    async def receive(self, request: Request) -> Reply:
        delivery, moment, signature = (
            request.headers.get(name, "") for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
        )
        if not is_signed_by_standard(request.body, (delivery, moment, signature), self._key, request.received_at):
            return Reply(status=403)
        lines = enumerate(request.body.decode("utf-8", "backslashreplace").split("\n"), start=1)
        frames = tuple(
            Frame(line, f"delivery {delivery} line {number}", self._platform, request.received_at)
            for number, line in lines
            if line.strip()
        )
        refused = [told for told in map(self._refused, frames) if told is not None]
        answer = msgspec.json.encode({"taken": len(frames) - len(refused), "refused": refused})
        return Reply(frames, 422 if refused and len(refused) == len(frames) else 200, answer)

    def _refused(self, frame: Frame) -> dict[str, str] | None:
        """What is wrong with a line, for the sender; None when nothing is."""
        try:
            list(self._source.decode(frame))
        except Unreadable as error:
            return {"line": frame.place.rpartition(" ")[2], "what": error.what, "advice": error.advice}
        return None
