"""Chats that nobody wrote, in the layouts of three apps: as varied as a small list of words and a seed make them."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from belisha.model import Message, Provenance
from tests.conftest import ROOT

START = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
CONVERSATION_MESSAGES = 400
_LONGEST_PAUSE = 90
_PLACE = Provenance(reader="messages_jsonl", path="chat.jsonl", exhibit="0" * 64, place="line 1")
_WORDS = """
a an the my your our we you they it is was will can could do did have got going go come see look at on in to for of with
after before about without school bus train lunch tea dog cat bike film song homework maths science test rain sun snow
cold late early today tomorrow friday monday later soon maybe ok yes no haha nice cool great sorry thanks please mum dad
sister brother friend team coach book page level boss chest sword goal try again home park shop pizza cake garden window
shoes jacket battery charger ticket museum bridge river holiday guitar drums piano band paint glue volcano planet spider
"""
_LIST = _WORDS.split()
_REPLIES = (
    "ok",
    "lol",
    "yeah",
    "no",
    "haha",
    "k",
    "brb",
    "hi",
    "what",
    "im back",
    "ok cool",
    "haha yes",
    "not yet",
    "see you",
)
_ONE_REPLY_IN = 4
_MEAN_WORDS, _MOST_WORDS = 8, 40
_ENDS = ("", "", "", "?", "!", " :)", "...")
_OF_CONCERN = (
    "how old are you",
    "are your parents home",
    "dont tell anyone that we talk, its our secret",
    "add me on snap its better there",
    "send me a pic of you",
    "if you tell anyone i will post your pics, you have ten minutes",
)
_ONE_CHAT_IN = 5
_ONE_LINE_IN = 8


def talk(count: int, seed: int = 1) -> list[Message]:
    """Ordinary small talk of pairs of people; in one chat of five, one of the two also writes lines of concern."""
    random = Random(seed)  # noqa: S311 - repeatable, and no secret
    at, said = START, []
    for number in range(count):
        at += timedelta(seconds=random.randint(1, _LONGEST_PAUSE))
        pair = number // CONVERSATION_MESSAGES
        is_of_concern = not pair % _ONE_CHAT_IN and not random.randrange(_ONE_LINE_IN)
        said.append(
            Message(
                id=str(number),
                app="Bench",
                conversation=f"chat{pair}",
                sender=f"lou{pair}" if is_of_concern else random.choice((f"kim{pair}", f"lou{pair}")),
                text=random.choice(_OF_CONCERN) if is_of_concern else _line(random),
                sent_at=at,
                provenance=_PLACE,
            )
        )
    return said


def _line(random: Random) -> str:
    """As long as lines of real chat: a quarter a word or two that come again and again, few of them very long."""
    if not random.randrange(_ONE_REPLY_IN):
        return random.choice(_REPLIES)
    words = min(_MOST_WORDS, 2 + int(random.expovariate(1 / _MEAN_WORDS)))
    return " ".join(random.choices(_LIST, k=words)) + random.choice(_ENDS)


def conversations(messages: Sequence[Message]) -> dict[str, list[Message]]:
    """The messages of each conversation."""
    found: dict[str, list[Message]] = {}
    for each in messages:
        found.setdefault(each.conversation, []).append(each)
    return found


def write_jsonl(messages: Sequence[Message], folder: Path) -> Path:
    """``messages.jsonl``, as ``docs/messages-jsonl.md`` describes it."""
    path = folder / "messages.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for each in messages:
            line = {"conversation": each.conversation, "sender": each.sender, "text": each.text}
            stream.write(json.dumps({**line, "sent_at": f"{each.sent_at:%Y-%m-%dT%H:%M:%SZ}"}) + "\n")
    return path


def write_whatsapp_text(messages: Sequence[Message], folder: Path) -> Path:
    """A chat exported as text on an English Android phone."""
    path = folder / "WhatsApp Chat with Kim.txt"
    with path.open("w", encoding="utf-8") as stream:
        for each in messages:
            stream.write(f"{each.sent_at:%-m/%-d/%y, %H:%M} - {each.sender}: {each.text}\n")
    return path


def write_telegram_json(messages: Sequence[Message], folder: Path) -> Path:
    """The data of a whole account, as the desktop program exports it."""
    path = folder / "result.json"
    chats = [
        {"name": name, "type": "personal_chat", "id": number, "messages": [_of_telegram(each) for each in said]}
        for number, (name, said) in enumerate(conversations(messages).items(), start=1)
    ]
    path.write_text(json.dumps({"about": "Here is the data you requested.", "chats": {"list": chats}}, indent=1))
    return path


def _of_telegram(message: Message) -> dict[str, object]:
    assert message.sent_at is not None
    return {
        "id": int(message.id),
        "type": "message",
        "date": f"{message.sent_at:%Y-%m-%dT%H:%M:%S}",
        "date_unixtime": str(int(message.sent_at.timestamp())),
        "from": message.sender,
        "from_id": f"user{message.sender}",
        "text": message.text,
        "text_entities": [{"type": "plain", "text": message.text}],
    }


def write_msgstore(messages: Sequence[Message], folder: Path) -> Path:
    """WhatsApp's database of an Android phone; ``kim`` owns it."""
    path = folder / "msgstore.db"
    rooms = {name: number for number, name in enumerate(conversations(messages), start=1)}
    with closing(sqlite3.connect(path)) as store:
        store.executescript((ROOT / "examples" / "schemas" / "msgstore.sql").read_text("utf-8"))
        for number in rooms.values():
            user = f"4477009{number:05}"
            jid = (number, user, "s.whatsapp.net", f"{user}@s.whatsapp.net")
            store.execute("INSERT INTO jid (_id, user, server, type, raw_string) VALUES (?, ?, ?, 0, ?)", jid)
            store.execute("INSERT INTO chat (_id, jid_row_id) VALUES (?, ?)", (number, number))
        store.executemany(
            "INSERT INTO message (chat_row_id, from_me, key_id, timestamp, message_type, text_data)"
            " VALUES (?, ?, ?, ?, 0, ?)",
            [(rooms[each.conversation], *_of_whatsapp(each)) for each in messages],
        )
        store.commit()
    return path


def _of_whatsapp(message: Message) -> tuple[int, str, int, str]:
    assert message.sent_at is not None
    assert message.sender is not None
    mine = message.sender.startswith("kim")
    return int(mine), f"3EB0{message.id}", int(message.sent_at.timestamp() * 1000), message.text
