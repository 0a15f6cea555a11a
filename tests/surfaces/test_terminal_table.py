"""What a scan shows on a terminal."""

import io
from datetime import UTC, datetime

import msgspec
import pytest
from rich.console import Console

from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile
from belisha.model import OWNER, Family, Light, Part, Problem, Reading, Sighting
from belisha.surfaces.terminal_table import people, show

FIRST = datetime(2026, 3, 2, 16, 4, tzinfo=UTC)


def _part(clue: str, decibans: float, number: int = 1) -> Part:
    seen = Sighting(clue, Family.SECRECY, decibans, 1.0, str(number), number, "rook", "rook", f"seen {clue}")
    return Part(clue, decibans, seen.because, seen)


def _conversation(light: Light = Light.RED, **more: object) -> ConversationFinding:
    parts = (Part("starting point", -30.0, ""), _part("asks_for_secrecy", 8.0), _part("asks_age", 4.0))
    reading = Reading("conversation:c", "rook", FIRST, 1, "1", 12.0, 0.94, "whole conversation", parts)
    finding = ConversationFinding(
        id="c",
        app="Chatty",
        title="",
        members=("rook", "kim"),
        count=1234,
        first=FIRST,
        last=FIRST.replace(hour=18),
        highest=reading,
        light=light,
        turned=(),
        subject="rook",
        course=(),
        sightings=(),
    )
    return msgspec.structs.replace(finding, **more)


def _shown(*conversations: ConversationFinding, width: int = 80, least: Light = Light.GREEN, **more: object) -> str:
    found = Findings(
        audience="moderators",
        inputs=(InputFile("chat.jsonl", "ab", "Chatty", 1234),),
        conversations=conversations,
        accounts=(),
        titles={},
    )
    screen = Console(file=io.StringIO(), width=width, force_terminal=False)
    show(msgspec.structs.replace(found, **more), screen, "GB", least)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_a_red_light_comes_with_reasons_counts_span_and_what_to_do() -> None:
    shown = _flat(_shown(_conversation()))
    assert "■ red Chatty rook, kim 1,234 2026-03-02" in shown
    assert "16:04 to 18:04" in shown
    assert "- The sender asks to keep" in shown
    assert "- The sender asks the other's" in shown
    assert "1 conversation, 1,234 messages, 1 file: 1 red, 0 amber, 0 green." in shown
    assert "What to do: Read it now." in shown
    assert "999" in shown


def test_green_gives_no_reasons_and_is_never_called_safe() -> None:
    shown = _flat(_shown(_conversation(Light.GREEN)))
    assert "The sender" not in shown
    assert "What to do" not in shown
    assert "Green means that nothing was noticed. It never means safe." in shown


def test_lower_lights_are_counted_but_not_listed() -> None:
    shown = _flat(_shown(_conversation(), _conversation(Light.GREEN, id="d", members=("lou",)), least=Light.AMBER))
    assert "lou" not in shown
    assert "2 conversations" in shown
    assert "1 red, 0 amber, 1 green" in shown
    assert "Listed are only those with amber or worse: 1." in shown


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_of_the_table_is_wider_than_the_terminal(width: int) -> None:
    table = _shown(_conversation(title="A very long title of a group " * 4), width=width).partition("Green means")[0]
    assert max(map(len, table.splitlines())) <= width


def test_text_of_the_evidence_cannot_act_on_the_terminal() -> None:
    hostile = _conversation(members=("[red]kim[/red]", "\x1b[2Jrook\u202e", "a\nb"), app="[link=x]", title="\x07t\r")
    broken = InputFile("\x1b[31m.zip", "", "", 0, (Problem("\x1b[31m.zip", "line 1\n2", "[bold]torn", "\x9b0m"),))
    shown = _shown(hostile, inputs=(broken,))
    assert "[red]kim[/red]" in shown
    assert "[link=x]" in shown
    assert "[bold]torn" in shown
    assert not {"\x1b", "\u202e", "\x07", "\r", "\x9b"} & set(shown)


def test_what_was_not_read_is_listed_with_advice_and_remarks_are_not() -> None:
    problems = (Problem("a.zip", "b.db", "is cut off", "get it again"), Problem("c", "", "times are UTC", lost=False))
    shown = _shown(inputs=(InputFile("a.zip", "", "", 0, problems),))
    assert "Not read (1):" in shown
    assert "a.zip, b.db: is cut off (get it again)" in shown
    assert "times are UTC" not in shown


def test_an_account_over_several_conversations_is_named() -> None:
    reading = Reading("account:rook", "rook", None, 0, "", 20.0, 0.99, "many contacts over weeks", ())
    account = AccountFinding("rook", "Chatty", "", ("c", "d"), reading, Light.RED)
    shown = _flat(_shown(_conversation(), accounts=(account,), titles={"Chatty/rook": "Rook Castle"}))
    assert "■ red over several conversations: Rook Castle (Chatty, 2 conversations)" in shown


def test_people_are_called_as_others_see_them() -> None:
    finding = _conversation(members=(OWNER, "rook", "kim", "lou", "sam"), title="Team")
    assert people(finding, {"Chatty/rook": "Rook", "/kim": "Kim"}) == "Team: owner of the device, Rook, Kim and 2 more"
    assert people(_conversation(members=(), title=""), {}) == "unknown"


def test_unknown_times_are_said() -> None:
    assert "times" in _shown(_conversation(first=None, last=None))


def test_no_chat_found_is_said() -> None:
    assert "No chat was found" in _shown(inputs=())
