"""A desk for tests: a service's writer without its thread, a clock that stands, and a chat that turned lights."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from belisha.lights.children import Children
from belisha.lights.moderators import Moderators
from belisha.model import How, Message, Provenance
from belisha.settings import Settings, Webhook
from belisha.stream.intake import Intake
from belisha.stream.outbox import Outbox
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import Decision, What, deciding
from belisha.stream.store.memories import Memories
from belisha.stream.store.roles import Person
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming, Told
from belisha.stream.watch import Watch
from tests.stream.store.console_people import NOW

WATCH = Watch([Children(), Moderators()])
SETTINGS = Settings(
    webhooks=(
        Webhook("https://hook.example.org/restrict", "HOOK", what="restrictions"),
        Webhook("https://hook.example.org/notice", "HOOK", what="notices"),
    )
)
HOT = (
    ("x", "hey how old are you"),
    ("k", "im 12"),
    ("x", "cool dont tell your parents we talk ok its our secret"),
    ("k", "ok"),
    ("x", "send me a pic of you, just for me"),
    ("k", "i dont want to"),
    ("x", "come on if you dont i will tell everyone at your school what you said"),
    ("x", "delete this chat after and add me on snap"),
    ("x", "can we meet tomorrow after school, come alone"),
)
CALM = (("a", "did you see the match"), ("b", "yes, great goal"), ("a", "see you at training on friday"))


class Desk:
    """What a page has of the service, at one moment that tests move on."""

    def __init__(self, database: Database, keep_text: str = "evidence", settings: Settings = SETTINGS) -> None:
        self.database = database
        self.vault = Vault(bytes(32))
        self.now = NOW
        self.outbox = Outbox(settings)
        self.keep_text = keep_text
        self.restart()

    def restart(self) -> None:
        """Forgets everything that is not in the database."""
        self.intake = Intake(
            self.database, WATCH, self.vault, self.outbox, keep_text=self.keep_text, clock=lambda: self.now
        )

    def take(self, told: Sequence[Told], platform: str = "school") -> None:
        self.intake.take([Incoming(platform, "api", told)])

    def run(self, platform: str, act: Callable[[Connection, Memories, Watch], Any]) -> "Future[Any]":
        """As ``Writer.run``, at once."""
        answer: Future[Any] = Future()
        answer.set_result(self.intake.change(platform, act))
        return answer

    def decide(self, person: Person, what: What, conversation: str = "c", **more: Any) -> int:
        key = more.pop("key", key_of_chat(conversation))
        decision = Decision("school", key, what, person, **more)
        number: int = self.run("school", deciding(decision, self.outbox, self.now)).result()
        return number

    def rows(self, table: Any, *where: Any) -> list[Any]:
        with self.database.reading() as connection:
            return list(connection.execute(select(table).where(*where)))

    def count(self, table: Any, *where: Any) -> int:
        with self.database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0)


def key_of_chat(conversation: str = "c", platform: str = "school") -> str:
    return subject_of(platform, "chat", "conversation", conversation).key.hex()


def key_of_account(account: str = "x", platform: str = "school") -> str:
    return subject_of(platform, "chat", "account", account).key.hex()


def chat(lines: Sequence[tuple[str, str]] = HOT, conversation: str = "c", first: int = 0) -> list[Message]:
    return [said(first + number, sender, text, conversation) for number, (sender, text) in enumerate(lines)]


def said(number: int, sender: str, text: str, conversation: str = "c") -> Message:
    at = datetime.fromtimestamp(NOW, UTC) + timedelta(seconds=20 * number)
    place = Provenance("api", "api", "", f"message {number}", How.LIVE)
    others = ("k",) if sender == "x" else ()
    return Message(f"m{number}", "chat", conversation, sender, text, at, place, recipients=others)
