"""Databases that phones really wrote (plaso's test data), beside the checkout; skipped where they are absent."""

from pathlib import Path
from typing import NamedTuple

import pytest

from belisha.chats.reading import Read, read
from belisha.model import OWNER, Kind, Message


class Known(NamedTuple):
    """What is known of a real database: reader, number of messages, by whom of two, and the days it spans."""

    reader: str
    messages: int
    by_one: tuple[str, int]
    by_other: tuple[str, int]
    first: str
    last: str


REAL = {
    "mmssms.db": Known("android_sms", 9, (OWNER, 5), ("15555215554", 4), "2013-10-29", "2013-10-29"),
    "imessage_chat.db": Known("ios_sms", 10, (OWNER, 5), ("447775455555", 4), "2015-11-22", "2015-12-02"),
    "kik.sqlite": Known("kik_ios", 60, (OWNER, 24), ("roflharris12_5hb@talk.kik.com", 11), "2015-06-29", "2015-07-02"),
    # The time of its SMS was changed by hand to one far in the future.
    "skype_main.db": Known(
        "skype_main_db", 15, ("gen.beringer", 9), ("european.bbq.competitor", 5), "2013-07-30", "2404"
    ),
    "babel.db": Known(
        "hangouts_android", 14, ("108778762612058411235", 8), ("112549252980293459976", 6), "2017-07-17", "2017-07-17"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_it_reads_all_messages_of_a_real_database_with_writer_time_and_direction(name: str, corpora: Path) -> None:
    known, found = REAL[name], _read(corpora / "phone_databases" / name)
    said = [fact for fact in found.facts if isinstance(fact, Message)]
    assert {message.provenance.reader for message in said} == {known.reader}
    assert len(said) == known.messages
    for account, count in (known.by_one, known.by_other):
        assert sum(message.sender == account for message in said) == count
    assert all(message.sender or message.kind is Kind.SYSTEM for message in said)
    assert all(message.sender not in message.recipients for message in said)
    times = sorted(message.sent_at for message in said if message.sent_at)
    assert len(times) == len(said)
    assert times[0].isoformat().startswith(known.first)
    assert times[-1].isoformat().startswith(known.last)
    assert not [problem for problem in found.problems if problem.lost]


def test_a_group_of_kik_is_one_conversation(corpora: Path) -> None:
    found = _read(corpora / "phone_databases" / "kik.sqlite")
    said = [fact for fact in found.facts if isinstance(fact, Message)]
    in_group = [message for message in said if message.conversation.endswith("@groups.kik.com")]
    assert len(in_group) == 43
    assert sum(message.kind is Kind.SYSTEM for message in in_group) == 5


def test_an_imessage_database_says_how_many_messages_were_deleted(corpora: Path) -> None:
    found = _read(corpora / "phone_databases" / "imessage_chat.db")
    assert [problem.what for problem in found.problems] == [
        "the phone kept the identifiers of 226 deleted messages, but not what they said"
    ]


def _read(path: Path) -> Read:
    found = list(read([path]))
    assert [each.path for each in found] == [str(path)]
    return found[0]
