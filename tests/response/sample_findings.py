"""Small invented findings for tests of reports: patterns in ordinary words, nothing else."""

from datetime import UTC, datetime, timedelta

from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile, Point, Turned
from belisha.model import Family, Kind, Light, Message, Part, Problem, Provenance, Reading, Sighting
from belisha.response.reports.reader import Contact, Reader

START = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
EXHIBIT = "ab12" * 16
FAMILIES = {"asks_age": Family.SELECTION, "asks_secret": Family.SECRECY, "known_friend": Family.INNOCENCE}


def message(number: int, text: str, sender: str | None = "robin", **more: object) -> Message:
    found = Provenance("messages_jsonl", "phone.zip!/chats/messages.jsonl", EXHIBIT, f"line {number}")
    given = {"sent_at": START + timedelta(minutes=number), "provenance": found, **more}
    return Message(id=f"id{number}", app="Chatty", conversation="c", sender=sender, text=text, **given)  # type: ignore[arg-type]


def sighting(clue: str, number: int, span: tuple[int, int] | None, decibans: float) -> Sighting:
    return Sighting(
        clue=clue,
        family=FAMILIES[clue],
        decibans=decibans,
        strength=1.0,
        message=f"id{number}",
        index=number,
        sender="robin",
        about="robin",
        because=f"seen: {clue}",
        at=START + timedelta(minutes=number),
        span=span,
    )


def conversation(  # noqa: PLR0913 - each test names what it needs
    key: str = "c1",
    count: int = 30,
    light: Light = Light.RED,
    *,
    evidence: int = 7,
    texts: dict[int, str] | None = None,
    title: str = "",
) -> ConversationFinding:
    """A conversation with evidence at one message and a repeat of it at the last."""
    said = {number: f"message number {number}" for number in range(1, count + 1)} | (texts or {})
    messages = tuple(message(number, text, "robin" if number % 2 else "sam") for number, text in said.items())
    first = sighting("asks_age", evidence, (0, 7), 16.04)
    seen = (first, sighting("asks_secret", count, (0, 4), 14.97), sighting("known_friend", 1, None, -3.333))
    parts = (
        Part("starting point", -30.0, "odds of one in a thousand before anything was seen"),
        *(Part(each.clue, each.decibans + 0.017, each.because, each) for each in seen),
        Part("combination", 2.04, "seen together: finding out, secrecy"),
    )
    total = sum(part.decibans for part in parts)
    highest = Reading(
        f"conversation:{key}", "robin", START, count, f"id{count}", total, 0.5, "whole conversation", parts
    )
    is_seen = light is not Light.GREEN
    return ConversationFinding(
        id=key,
        app="Chatty",
        title=title,
        members=("robin", "sam"),
        count=count,
        first=messages[0].sent_at,
        last=messages[-1].sent_at,
        highest=highest if is_seen else None,
        light=light,
        turned=(Turned(light, count, f"id{count}", messages[-1].sent_at),) if is_seen else (),
        subject="robin" if is_seen else None,
        course=(Point(evidence, "robin", -13.9, 0.04), Point(count, "robin", total, 0.5)) if is_seen else (),
        sightings=tuple(sorted(seen, key=lambda each: each.index)) if is_seen else (),
        messages=messages,
    )


def findings(*conversations: ConversationFinding, files: int = 1, audience: str = "moderators") -> Findings:
    inputs = [InputFile(f"phone.zip!/chats/{at}.jsonl", EXHIBIT, "Chatty", 5) for at in range(files - 1)]
    problem = Problem("phone.zip!/chats/messages.jsonl", "line 9", "not a message", "look at the line")
    inputs.append(InputFile("phone.zip!/chats/messages.jsonl", EXHIBIT, "Chatty", 30, (problem,)))
    parts = (Part("starting point", -30.0, "before anything"), Part("conversation", 40.0, "what was seen in c1"))
    reading = Reading("account:robin", "robin", START, 0, "", 10.0, 0.9, "many contacts over weeks", parts)
    account = AccountFinding("robin", "Chatty", "Robin", tuple(each.id for each in conversations), reading, Light.AMBER)
    return Findings(audience, tuple(inputs), conversations, (account,), {"Chatty/robin": "Robin"})


def reader(audience: str = "moderators", **more: object) -> Reader:
    given = {
        "words": {
            Light.GREEN: ("Nothing noticed", "That does not mean that it is safe.", ""),
            Light.AMBER: ("Look soon", "Several things came together.", "Read it today."),
            Light.RED: ("Look now", "Strong signs.", "Read it now."),
        },
        "amber_from": 0.5,
        "red_from": 0.9,
        "clue_words": {"asks_age": "The sender asks the age.", "asks_secret": "The sender asks for secrecy."},
        "innocent": {"asks_age": "Most first chats."},
        "contacts": (
            Contact("child", "Helpline", "116 111", "https://help.example", "Talk to someone.", "day and night"),
            Contact("everyone", "Hotline", "", "https://report.example", "Report online."),
        ),
        "generated_at": START,
        "version": "0.0.1",
        "country": "Nowhere",
        "emergency": "112",
        "settings": ("jobs: 1",),
        **more,
    }
    return Reader(audience=audience, **given)  # type: ignore[arg-type]


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(2)>",
    '"><img src=x onerror=alert(3)>',
    "' onmouseover='alert(4)",
    "{{7*7}} {% raw %} ${7*7}",
    "evil \u202egnp.exe\u202c and \u2067more",
    "a\0b\x1b[31mc\ud800d\ufffe\ufeff",
    "<!-- <svg onload=alert(5)> --><a href='javascript:alert(6)'>x</a>",
    "&lt;b&gt; &amp; ]]>",
)


def hostile() -> Findings:
    """Hostile strings in every place that evidence can reach."""
    every = " ".join(HOSTILE)
    base = conversation(texts={number: HOSTILE[number % len(HOSTILE)] for number in range(1, 31)}, title=every)
    bad = Provenance(reader="messages_jsonl", path=every, exhibit=EXHIBIT, place=every)
    messages = [
        Message(
            id=every,
            app=every,
            conversation=every,
            sender=every,
            text=each.text,
            sent_at=each.sent_at,
            provenance=bad,
            kind=Kind.MEDIA,
            attachments=(every,),
            copies=(bad,),
            deleted=True,
        )
        for each in base.messages
    ]
    replaced = {"app": every, "members": (every,), "subject": every, "messages": tuple(messages), "id": every}
    found = ConversationFinding(**{name: getattr(base, name) for name in base.__struct_fields__} | replaced)
    inputs = (InputFile(every, EXHIBIT, every, 1, (Problem(every, every, every, every),)),)
    reading = Reading("account", every, None, 0, "", 1.0, 0.5, "", (Part(every, 1.0, every),))
    accounts = (AccountFinding(every, every, every, (every, "other"), reading, Light.RED),)
    return Findings("moderators", inputs, (found,), accounts, {f"{every}/{every}": every})
