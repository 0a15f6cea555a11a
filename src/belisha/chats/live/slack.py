"""Slack, by its Events API: everything said in the channels and conversations that the app was invited to."""

from collections.abc import Iterator

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.shapes import json_in, shaped
from belisha.chats.signatures import is_signed_by_slack
from belisha.chats.slack_events import APP, Push, facts_of_push
from belisha.errors import Unreadable
from belisha.model import Fact
from belisha.settings import secret


class SlackSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The app at api.slack.com that sends the events.

    Attributes:
        signing_secret_env: environment variable with the app's signing secret.
    """

    signing_secret_env: str = "BELISHA_SLACK_SIGNING_SECRET"  # noqa: S105 - the name of a variable


class Slack(LiveSource):
    """Messages, new wordings and deletions.

    Slack repeats what was not answered within three seconds: at once, after a minute and after five. A repeated event
    is known by the ids in it, so what its ``X-Slack-Retry-Num`` says makes no difference.
    """

    app = APP
    Settings = SlackSettings
    checked_on = "Events API, recorded frames, November 2026"
    pushes = True

    def open(self, settings: SlackSettings, kept: Kept) -> Connection:
        del kept
        return _App(secret(settings.signing_secret_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        return facts_of_push(frame.body, self.provenance(frame))


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
            push = shaped(body, Push, "body")
            body.pop("token", None)
        except Unreadable:
            body, push = request.body.decode("utf-8", "backslashreplace"), Push("event_callback")
        if push.type == "url_verification":
            return Reply(body=msgspec.json.encode({"challenge": push.challenge}))
        place = f"team {push.team_id} event {push.event_id}" if push.event_id else "body"
        return Reply((Frame(body, place, "slack.com", request.received_at),))
