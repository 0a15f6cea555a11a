"""What must leave the service because a light turned: stored with the light itself, delivered afterwards, lost never.

A webhook's body is written once, when the light turns, and holds no message text. A child's notice is composed when it
is sent; here stands only that it is due.
"""

import secrets
from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import Connection, insert, select, update

from belisha.errors import BelishaError
from belisha.model import Change, Light
from belisha.notices import ChildAnswer
from belisha.scene import Conversation
from belisha.settings import Settings, Webhook
from belisha.stream.ages_known import age_of, is_grown, is_young
from belisha.stream.store.arrivals import Subject
from belisha.stream.store.memories import Memories, Place
from belisha.stream.store.tables import conversations, deliveries, lights, notices
from belisha.stream.suspects import is_suspected

CHILDREN, MODERATORS = "children", "moderators"


class DueNotice(msgspec.Struct, frozen=True):
    """A notice that is to be sent: what is needed to compose it, and nothing that the child wrote.

    Attributes:
        notice: its id.
        app, account, conversation: whom it is for, and about what.
        light: amber or red.
        language: told from the conversation, or empty.
        age: of the child, where known.
        families: the tactics noticed, strongest first.
        answer: what the child answered, where this is the reply to that; empty for a warning.
        reviewers_told: with ``answer``: whether the conversation waits in the moderators' queue.
    """

    notice: str
    app: str
    account: str
    conversation: str
    light: Light
    language: str
    age: int | None
    families: tuple[str, ...]
    answer: str = ""
    reviewers_told: bool = False


class NoNotice(BelishaError):
    """A child's answer belongs to no notice that was made for this child."""


class Outbox:
    """Writes what is due into the database; ``Delivery`` sends it.

    Args:
        settings: which webhooks there are, and whether children are warned.
        wake: called after each commit that may have made something due, or turned a light.
    """

    def __init__(self, settings: Settings, wake: Callable[[], None] = lambda: None) -> None:
        self._settings = settings
        self._wake = wake
        self._has_turned = False

    def turned(
        self, connection: Connection, memories: Memories, turned: Sequence[tuple[Subject, Change]], now: float
    ) -> None:
        """Makes due whatever these changes call for."""
        self._has_turned |= bool(turned)
        rows = []
        for subject, change in turned:
            rows += [
                _due(subject.platform, channel_of(webhook), told(subject, change, now), now)
                for webhook in self._settings.webhooks
                if is_told(webhook, subject.platform, change)
            ]
        for subject, change in _last_for_children(turned) if self._settings.warning.on else ():
            rows += self._warnings(connection, memories, subject, change, now)
        if rows:
            connection.execute(insert(deliveries), rows)

    def answered(
        self, connection: Connection, platform: str, answer: ChildAnswer, now: float
    ) -> tuple[bytes, Place, str | None] | None:
        """Notes a child's answer.

        Returns:
            Key and place of the conversation that was meant, and the account that its light is about; or None when the
            child has said this before.

        Raises:
            NoNotice: when none was made for this child, or not the one that is named.
        """
        meant = (
            select(notices, conversations.c.id.label("name"))
            .join(conversations, conversations.c.key == notices.c.conversation)
            .where(notices.c.platform == platform, notices.c.app == answer.app, notices.c.account == answer.account)
            .order_by(notices.c.created_at.desc())
        )
        if answer.notice:
            meant = meant.where(notices.c.id == answer.notice)
        found = connection.execute(meant.limit(1)).first()
        if found is None:
            raise NoNotice
        if found.answer == answer.answer.value:  # servers may tell an answer twice
            return None
        connection.execute(
            update(notices).where(notices.c.id == found.id).values(answer=answer.answer.value, answered_at=now)
        )
        about = connection.execute(
            select(lights.c.about).where(lights.c.subject == found.conversation, lights.c.audience == CHILDREN)
        ).scalar()
        return bytes(found.conversation), (found.app, found.name), about

    def warn_again(
        self, connection: Connection, memories: Memories, subject: Subject, change: Change, now: float
    ) -> int:
        """Makes a notice due that a reviewer asks for, about a light that turned before; gives how many are told."""
        rows = self._warnings(connection, memories, subject, change, now)
        if rows:
            connection.execute(insert(deliveries), rows)
        return len(rows)

    def restricted(self, connection: Connection, account: Subject, begins: float, now: float, *, ends: bool) -> None:
        """Makes due that a platform hears of a restriction: not before it begins, so that it cannot begin earlier."""
        body = msgspec.json.encode(
            {
                "event": "restriction",
                "platform": account.platform,
                "app": account.app,
                "account": account.id,
                "restricted": not ends,
                "from": begins,
            }
        )
        rows = [
            {**_due(account.platform, channel_of(webhook), body, now), "due_at": begins}
            for webhook in self._settings.webhooks
            if webhook.what == "restrictions" and webhook.platform in {"", account.platform}
        ]
        if rows:
            connection.execute(insert(deliveries), rows)

    def reply(
        self, connection: Connection, memories: Memories, subject: Subject, answer: ChildAnswer, now: float
    ) -> None:
        """Makes due what a child is told after its answer; a call for help says who knows of it now."""
        self._has_turned = True
        conversation = memories.memory.conversation(subject.app, subject.id)
        shown = memories.memory.ledger(subject.app, subject.id).shown
        due = DueNotice(
            notice=secrets.token_hex(16),  # its own: what brings notices takes a known id for one that came before
            app=subject.app,
            account=answer.account,
            conversation=subject.id,
            light=shown.get(CHILDREN, Light.AMBER),
            language=conversation.language or self._settings.warning.language,
            age=age_of(memories, conversation, answer.account),
            families=(),
            answer=answer.answer.value,
            reviewers_told=shown.get(MODERATORS, Light.GREEN) > Light.GREEN,
        )
        body = msgspec.json.encode(due)
        rows = [_due(subject.platform, channel, body, now) for channel in self._channels(subject)]
        if rows:
            connection.execute(insert(deliveries), rows)

    def committed(self, *, by_people: bool = False) -> None:
        """Told after each commit. Most messages turn no light, and nobody is woken to look for nothing.

        Args:
            by_people: what was committed is no message; it may have made anything due.
        """
        if by_people or self._has_turned:
            self._has_turned = False
            self._wake()

    def _warnings(
        self, connection: Connection, memories: Memories, subject: Subject, change: Change, now: float
    ) -> list[dict[str, object]]:
        conversation = memories.memory.conversation(subject.app, subject.id)
        made = []
        for account in self._warned(memories, conversation, change.reading.about):
            due = DueNotice(
                notice=secrets.token_hex(16),
                app=subject.app,
                account=account,
                conversation=subject.id,
                light=change.after,
                language=conversation.language or self._settings.warning.language,
                age=age_of(memories, conversation, account),
                families=_families(change),
            )
            connection.execute(
                insert(notices).values(
                    id=due.notice,
                    platform=subject.platform,
                    app=subject.app,
                    account=account,
                    conversation=subject.key,
                    light=int(change.after),
                    created_at=now,
                )
            )
            body = msgspec.json.encode(due)
            made += [_due(subject.platform, channel, body, now) for channel in self._channels(subject)]
        return made

    def _channels(self, subject: Subject) -> list[str]:
        """By what a notice reaches a child: the live source itself, or a platform that shows it."""
        if subject.source in self._settings.sources:
            return [f"notice:{subject.source}"]
        return [
            channel_of(webhook)
            for webhook in self._settings.webhooks
            if webhook.what == "notices" and webhook.platform in {"", subject.platform}
        ]

    def _warned(self, memories: Memories, conversation: Conversation, about: str | None) -> list[str]:
        """Who is told: never the account that the light is about, nor another suspect; nobody where it is not known."""
        if about is None:
            return []
        others = [member for member in conversation.members if member != about]
        others = [member for member in others if not is_suspected(memories, conversation, member, about)]
        if not self._settings.warning.adults_too:
            others = [member for member in others if not is_grown(memories, conversation, member)]
        if conversation.is_group:
            others = [member for member in others if is_young(memories, conversation, member)]
        return others


def channel_of(webhook: Webhook) -> str:
    """How a delivery names the webhook it is for: one address may be told of several things."""
    return f"{webhook.what} {webhook.url}"


def is_told(webhook: Webhook, platform: str, change: Change) -> bool:
    """Whether a webhook wants to hear of a change."""
    lowest = Light.RED if webhook.from_light == "red" else Light.AMBER
    return (
        webhook.what == "lights"
        and webhook.platform in {"", platform}
        and webhook.audience == change.audience
        and change.after >= lowest
    )


def told(subject: Subject, change: Change, now: float) -> bytes:
    """What a webhook is told of a change: which light, about whom, and the reasons in sentences; never a message."""
    reading = change.reading
    return msgspec.json.encode(
        {
            "event": "light",
            "platform": subject.platform,
            "app": subject.app,
            "subject": {"kind": subject.kind, "id": subject.id},
            "about": reading.about,
            "audience": change.audience,
            "before": change.before.word,
            "after": change.after.word,
            "concern": round(reading.concern, 4),
            "message": reading.message,
            "position": reading.index,
            "at": now,
            "because": [
                {"what": part.what, "decibans": round(part.decibans, 2), "because": part.because}
                for part in reading.because
            ],
        }
    )


def _last_for_children(turned: Sequence[tuple[Subject, Change]]) -> list[tuple[Subject, Change]]:
    """Of each conversation whose light turned for the child, the last turn: nobody is told amber and red at once."""
    last = {
        subject.key: (subject, change)
        for subject, change in turned
        if change.audience == CHILDREN and subject.kind == "conversation"
    }
    return list(last.values())


def _due(platform: str, channel: str, body: bytes, now: float) -> dict[str, object]:
    return {"platform": platform, "channel": channel, "body": body, "created_at": now, "due_at": now}


def _families(change: Change) -> tuple[str, ...]:
    weights: dict[str, float] = {}
    for part in change.reading.because:
        if part.sighting is not None and part.decibans > 0:
            family = part.sighting.family.value
            weights[family] = weights.get(family, 0.0) + part.decibans
    return tuple(sorted(weights, key=lambda family: -weights[family]))
