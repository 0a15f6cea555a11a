"""Instagram, by Meta's webhooks: what people write to a professional account, and what it answers."""

from collections.abc import Iterator

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.meta_webhook import challenge_in, events_in, facts_of_event
from belisha.model import Fact
from belisha.settings import secret

_SIGNATURE = "x-hub-signature-256"


class InstagramSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The app at developers.facebook.com that the webhook belongs to.

    Attributes:
        app_secret_env: environment variable with the app's secret, under which Meta signs.
        verify_token_env: environment variable with the token that you wrote into the app's webhook settings.
    """

    app_secret_env: str = "BELISHA_INSTAGRAM_APP_SECRET"  # noqa: S105 - the name of a variable
    verify_token_env: str = "BELISHA_INSTAGRAM_VERIFY_TOKEN"  # noqa: S105 - the name of a variable


class Instagram(LiveSource):
    """Messages, their new wordings and their deletions; pictures by their kind only. Meta retries for 36 hours."""

    app = "Instagram"
    Settings = InstagramSettings
    checked_on = "Graph interface 23, recorded frames, November 2026"
    pushes = True

    def open(self, settings: InstagramSettings, kept: Kept) -> Connection:
        del kept
        return _Profile(secret(settings.app_secret_env), secret(settings.verify_token_env))

    def decode(self, frame: Frame) -> Iterator[Fact]:
        return facts_of_event(frame.body, self.app, self.provenance(frame))


class _Profile(Connection):
    def __init__(self, app_secret: str, verify_token: str) -> None:
        self._app_secret = app_secret
        self._verify_token = verify_token

    async def receive(self, request: Request) -> Reply:
        if request.method == "GET":
            challenge = challenge_in(request.query, self._verify_token)
            return Reply(status=403) if challenge is None else Reply(body=challenge, media="text/plain")
        events = events_in(request.body, request.headers.get(_SIGNATURE, ""), self._app_secret)
        if events is None:
            return Reply(status=403)
        return Reply(tuple(Frame(event, place, "graph.facebook.com", request.received_at) for place, event in events))
