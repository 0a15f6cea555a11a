"""Chats written in every layout come back as they were; what is no chat is not taken for one."""

import io
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.whatsapp_text import WhatsappText
from belisha.chats.whatsapp_dates import Look, order_of
from belisha.chats.whatsapp_words import understood
from belisha.model import Kind, Message

LRM = "\u200e"
SPANISH = ("a.\u00a0m.", "p.\u00a0m.")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _half(at: datetime, morning: str, afternoon: str) -> str:
    return morning if at.hour < 12 else afternoon


def _h(at: datetime) -> int:
    return at.hour % 12 or 12


HEADS: dict[str, Callable[[datetime], str]] = {
    "us android 24 h": lambda t: f"{t.month}/{t.day}/{t:%y, %H:%M} - ",
    "us android 12 h": lambda t: f"{t.month}/{t.day}/{t:%y}, {_h(t)}:{t:%M}\u202f{_half(t, 'AM', 'PM')} - ",
    "us iphone": lambda t: f"[{t.month}/{t.day}/{t:%y}, {_h(t)}:{t:%M:%S}\u202f{_half(t, 'AM', 'PM')}] ",
    "british": lambda t: f"{t:%d/%m/%Y, %H:%M} - ",
    "indian": lambda t: f"{t:%d/%m/%y}, {_h(t)}:{t:%M} {_half(t, 'am', 'pm')} - ",
    "german android": lambda t: f"{t:%d.%m.%y, %H:%M} - ",
    "german iphone": lambda t: f"[{t:%d.%m.%y, %H:%M:%S}] ",
    "spanish": lambda t: f"{t.day}/{t.month}/{t:%Y}, {_h(t)}:{t:%M}\u202f{_half(t, *SPANISH)} - ",
    "french": lambda t: f"{t:%d/%m/%Y à %H:%M} - ",
    "canadian": lambda t: f"{t:%Y-%m-%d}, {_h(t)}:{t:%M} {_half(t, 'a.m.', 'p.m.')} - ",
    "quebec": lambda t: f"[{t:%Y-%m-%d %H h %M min %S s}] ",
    "dutch": lambda t: f"{t:%d-%m-%Y %H:%M} - ",
    "dutch iphone": lambda t: f"[{t:%d-%m-%Y %H:%M:%S}] ",
    "swedish": lambda t: f"{t:%Y-%m-%d %H:%M} - ",
    "finnish": lambda t: f"{t.day}.{t.month}.{t.year} klo {t:%H.%M} - ",
    "danish": lambda t: f"{t:%d.%m.%Y %H.%M} - ",
    "croatian": lambda t: f"{t.day}. {t.month}. {t.year}. {t:%H:%M} - ",
    "bulgarian": lambda t: f"{t.day}.{t:%m.%Y} г., {t:%H:%M} ч. - ",
    "russian": lambda t: f"{t:%d.%m.%Y}, в {t:%H:%M} - ",
    "chinese iphone": lambda t: f"[{t.year}/{t.month}/{t.day} {_half(t, '上午', '下午')}{_h(t)}:{t:%M:%S}] ",
    "japanese": lambda t: f"{t:%Y/%m/%d %H:%M} - ",
    "korean": lambda t: f"{t.year}. {t.month}. {t.day}. {_half(t, '오전', '오후')} {_h(t)}:{t:%M} - ",
    "vietnamese": lambda t: f"{t:%H:%M, %d/%m/%Y} - ",
    "thai": lambda t: f"[{t.day}/{t.month}/{t.year + 543} BE {t:%H:%M:%S}] ",
    "arabic": lambda t: (
        f"\u200f{t.day}\u200f/{t.month}\u200f/{t.year}، {_h(t)}:{t:%M} {_half(t, 'ص', 'م')} - ".translate(EASTERN)
    ),
    "old iphone": lambda t: f"{t:%d.%m.%y %H:%M:%S}: ",
    "marked iphone": lambda t: f"{LRM}[{t:%d/%m/%Y, %H:%M:%S}] ",
}
NAMES = {
    "Anna": "Anna",
    "Ben 🚲 W.": "Ben 🚲 W.",
    "+49 170 0000000": "\u202a+49\u00a0170\u00a00000000\u202c",
    "~ Zoë": "~\u202fZoë",
}
WORDS = st.text(st.sampled_from("abc äßй 你👍:/-,.!?()[]"), min_size=1, max_size=30).filter(
    # Where all texts of somebody begin with the same "word: ", it is rightly taken for a part of the name.
    lambda text: text == text.strip() and ": " not in text
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
LINES = st.lists(st.tuples(st.integers(0, 400_000), st.sampled_from(sorted(NAMES)), TEXTS), min_size=3, max_size=12)


def _exhibit(text: str, path: str = "/evidence/WhatsApp Chat with Anna.txt") -> Exhibit:
    content = text.encode()
    return Exhibit(path, len(content), lambda: cast("BinaryIO", io.BytesIO(content)))


def _read(text: str) -> list[Message]:
    exhibit = _exhibit(text)
    assert WhatsappText().recognises(exhibit)
    return [fact for fact in WhatsappText().messages(exhibit) if isinstance(fact, Message)]


@pytest.mark.parametrize("layout", HEADS)
@settings(max_examples=25, deadline=None)
@given(lines=LINES, returns=st.booleans())
def test_a_chat_comes_back_as_it_was_written(layout: str, lines: list[tuple[int, str, str]], returns: bool) -> None:
    at = datetime(2026, 1, 25, 23, 50, 7, tzinfo=UTC)
    written, expected = [], []
    head = HEADS[layout]
    seconds = "07" in head(at)
    for step, name, text in lines:
        written.append(f"{head(at)}{NAMES[name]}: {text}")
        expected.append((name, text, at if seconds else at.replace(second=0)))
        at += timedelta(seconds=step)
    end = "\r\n" if returns else "\n"
    found = _read(end.join(written) + end)
    assert [(each.sender, each.text, each.sent_at) for each in found] == expected


@pytest.mark.parametrize(
    ("dates", "look", "day", "doubtful"),
    [
        (["24/12/19"], Look.SLASHES, 0, False),
        (["12/24/19"], Look.SLASHES, 1, False),
        (["5/11/19", "5/12/19", "6/1/19"], Look.SLASHES, 1, False),
        (["5/1/19", "1/2/19", "3/2/19"], Look.SLASHES, 0, False),
        (["3/4/19"], Look.SLASHES, 0, True),
        (["3/4/19"], Look.AMERICAN, 1, True),
        (["4/4/19"], Look.SLASHES, 0, False),
        (["1/2/19", "2/2/19", "3/2/19", "4/2/19", "5/2/19"], Look.SLASHES, 0, False),
        (["2/1/19", "2/2/19", "2/3/19", "2/4/19", "2/5/19"], Look.SLASHES, 1, False),
        (["3.4.19"], Look.POINTS, 0, False),
        (["19. 3. 31"], Look.SPACED, 2, True),
        (["19. 3. 31", "19. 4. 1"], Look.SPACED, 2, False),
        (["19/3/30", "19/3/31", "19/4/1"], Look.SLASHES, 2, False),
        (["3/4/19", "99/99/19"], Look.SLASHES, 0, True),
        (["2019/3/4"], Look.SLASHES, 2, False),
        (["19-03-31", "19-04-01"], Look.DASHES, 2, False),
    ],
)
def test_the_order_of_dates_is_decided_over_the_whole_file(
    dates: list[str], look: Look, day: int, doubtful: bool
) -> None:
    numbers = [tuple(date.replace(". ", "/").replace(".", "/").replace("-", "/").split("/")) for date in dates]
    order = order_of([(a, b, c) for a, b, c in numbers], look)
    assert (order.day, order.doubtful) == (day, doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "[2020-03-12 10:15:20] production.ERROR: disk full\n[2020-03-12 10:15:21] local.INFO: ok\n",
        "2024-01-02 10:15:20,123 - module - ERROR - disk: full\n",
        "2024-01-02 10:15:20 - INFO - start: now\n",
        "2024-01-02 10:15:20 - sshd[213]: accepted\n2024-01-02 10:15:21 - sshd[213]: closed\n",
        "".join(f"2024-01-02 10:15:{i} - step {i} done: fine\n" for i in range(10, 40)),
        "Diary\n\nOn 12/03/2020, 10:15 - with Tom: we met\n",
        "12/03/2020, 10:15 - the meeting began\n12/03/2020, 10:20 - it ended\n",
        "1,2,3\n",
        "",
    ],
)
def test_logs_and_notes_are_no_chats(text: str) -> None:
    assert not WhatsappText().recognises(_exhibit(text, "/evidence/notes.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "i missed your video call", "video call tonight?", "group call, 5 of us then", "I omitted the image",
        "<3 you", "see notes.txt (the new ones)", "this message was deleted by mistake, sorry", "media omitted",
    ],
)  # fmt: skip
def test_what_people_write_themselves_stays_text(text: str) -> None:
    said = understood(text, named=True, iphone=False)
    assert (said.text, said.kind, said.deleted) == (text, Kind.TEXT, False)


def test_a_long_chat_is_read_in_good_time() -> None:
    start = datetime(2026, 1, 25, tzinfo=UTC)
    head = HEADS["us android 12 h"]
    lines = [f"{head(start + timedelta(minutes=i))}{'Anna' if i % 3 else 'Ben'}: message {i}" for i in range(50_000)]
    before = time.process_time()
    assert len(_read("\n".join(lines))) == len(lines)
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    "text",
    [
        LRM * 200_000 + "1/1/26",
        "1/" * 200_000,
        "1/1/26, 10:15 " * 50_000,
        "1/1/26, 10:15 - Anna: " + " " * 200_000 + "<x",
        "1/1/26, 10:15 - Anna: " + "<" * 200_000,
        "[1/1/26, 10:15] Anna: " + LRM * 200_000 + "x",
        "1/1/26, 10:15 - Anna: " + "a.b (" * 50_000 + ")",
    ],
)
def test_hostile_text_costs_no_more_than_other_text(text: str) -> None:
    before = time.process_time()
    exhibit = _exhibit(text)
    WhatsappText().recognises(exhibit)
    list(WhatsappText().messages(exhibit))
    assert time.process_time() - before < 2
