"""Weights learned from end to end on a few invented chats; the evidence adds up to what the product reads."""

import json
from pathlib import Path

import msgspec
import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from belisha import plugins
from belisha.clues import Clue
from belisha.errors import Unusable
from belisha.lights import Audience
from belisha.model import Light
from belisha.study import account_evidence, meaning_fitting, weighing
from belisha.study.account_evidence import (
    LONGEST,
    AccountEvidence,
    LabelledChat,
    Origin,
    corpora_as_chats,
    course,
    scenes_as_chats,
    with_empty,
)
from belisha.study.chats_shown import AS_IT_IS, Chat
from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.watching import Viewer
from belisha.study.weighing import as_accounts, as_decibans, learn, weigh_clues
from belisha.study.weight_fitting import Stated, readings
from belisha.surfaces.cli.weigh import weigh
from belisha.weights import Weights

CONCERN = """== concern red sam
somebody hides a chat
20:00 sam: how old are you
kim: 12
sam: dont tell your mum about us ok
sam: lets move to telegram
sam: send me a pic of you
kim: no
sam: if you tell anyone i will post it everywhere
"""
ORDINARY = """== ordinary
a bus
20:00 ana: the bus was late again
ben: it always is
ana: see you at practice
"""
CLUES = [Stated(clue.name, clue.family, clue.decibans) for clue in plugins.find("belisha.clues", Clue)]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    (folder / "scenes").mkdir()
    for number in range(10):
        (folder / "scenes" / f"file_{number}.txt").write_text(CONCERN + ORDINARY, encoding="utf-8")
    return folder


def said_by(minutes: float | None) -> LabelledChat:
    speakers = ("sam", "kim", "sam", "sam", "sam", "kim", "sam")
    said = [line.partition(": ")[2] for line in CONCERN.splitlines()[2:]]
    return labelled(*(Turn(*pair, minutes) for pair in zip(speakers, said, strict=True)), groomer="sam")


def labelled(*turns: Turn, kind: Origin = Origin.SCENES, groomer: str | None = None) -> LabelledChat:
    expect = Light.RED if groomer else Light.GREEN
    return LabelledChat(Chat("1", "some", AS_IT_IS, groomer is not None, turns, groomer), expect, kind, learned=True)


def test_evidence_adds_up_to_what_the_product_reads_after_each_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Weights, "meant", lambda _self, decibans: decibans)
    chats = [msgspec.structs.replace(chat, kind=Origin.ORDINARY) for chat in (TIMED, TIMELESS)]
    watched = Viewer().look([chat.chat for chat in chats], "")
    rows = course(watched)
    weights = np.array([Weights.load().clues.get(clue.name, clue.decibans) for clue in CLUES])
    ours = readings(weights, CLUES, as_accounts(CLUES, chats, rows))
    highest: dict[tuple[int, int], float] = {}
    for row, decibans in zip(rows, ours, strict=True):
        highest[row.place, row.index] = max(decibans, highest.get((row.place, row.index), -np.inf))
        assert row.own is (row.about == "sam")
    assert {row.place for row in rows if row.hasty} == {0}
    for place, each in enumerate(watched):
        assert len(each.lights.course) > 3
        for index, decibans in dict(each.lights.course).items():
            assert highest[place, index] == pytest.approx(decibans)


def test_scenes_keep_their_time_of_day_and_who_the_concern_is_about(text: Path) -> None:
    chats = scenes_as_chats(text)
    assert [chat.kind for chat in chats[:4]] == [Origin.SCENES, Origin.SCENES, Origin.TAUGHT, Origin.TAUGHT]
    assert (chats[0].expect, chats[0].chat.groomer, chats[1].expect) == (Light.RED, "sam", Light.GREEN)
    assert chats[0].chat.turns[0].minutes == 8 * 60
    rows = course(Viewer().look([chat.chat for chat in chats[:1]], ""))
    sam = [row for row in rows if row.own][-1]
    assert sam.about == "sam"
    assert sam.hasty
    assert {"asks_for_secrecy", "asks_for_picture"} <= set(sam.amounts)


TIMED, TIMELESS = said_by(1.0), said_by(None)


def talk(name: str, *turns: Turn, label: bool = False) -> LabelledConversation:
    return LabelledConversation(name, name, "some", label, turns, groomer="p" if label else None)


def test_chats_of_the_corpora_have_one_pace_and_length_and_the_test_side_is_marked() -> None:
    flat = talk("flat", Turn(None, "the bus was late again " * 40))
    many = [talk(str(k), *(Turn("ab"[n % 2], f"hello {n}") for n in range(LONGEST + 5))) for k in range(40)]
    short, half = talk("short", Turn("a", "hi")), talk("half", *(Turn("p", "hi"),) * 9, label=True)
    chats = corpora_as_chats([flat, short, half, *many], 0)
    assert {chat.chat.id for chat in chats} == {"flat", *map(str, range(40))}
    assert max(len(chat.chat.turns) for chat in chats) == LONGEST
    assert all(chat.chat.turns[3].minutes == 1.5 for chat in chats)
    sides = {each.id: each.side for each in (flat, *many)}
    assert all(chat.learned is (sides[chat.chat.id] is not Side.TEST) for chat in chats)
    assert {speaker.speaker for chat in chats if chat.chat.id == "flat" for speaker in chat.chat.turns} == {"a", "b"}


def test_large_sources_are_drawn_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account_evidence, "MOST_CHATS", 3)
    many = [talk(str(k), *(Turn("a", "hello"),) * 5) for k in range(60)]
    chats = corpora_as_chats(many, 0)
    assert len(chats) == 9
    assert chats == corpora_as_chats(many, 0)
    assert chats != corpora_as_chats(many, 1)


MET = [
    msgspec.structs.replace(
        labelled(Turn("a", "hi"), kind=kind, groomer="a" if kind is Origin.CASES else None), fold=number % 3
    )
    for number in range(12)
    for kind in (Origin.CASES, Origin.ORDINARY)
]
"""Chats of the corpora: in cases there are threats, in ordinary ones nothing."""
MET_ROWS = [
    AccountEvidence(place, 4, "a", own=True, amounts={"threatens": 1.0, "asks_if_alone": 1.0}, hasty=False)
    for place, chat in enumerate(MET)
    if chat.kind is Origin.CASES
]


def test_each_chat_counts_as_it_should() -> None:
    chats = [
        labelled(Turn("a", "hi"), kind=Origin.ORDINARY),
        labelled(Turn("a", "hi"), kind=Origin.CASES, groomer="a"),
        labelled(Turn("a", "hi")),
    ]
    found = [
        AccountEvidence(place, 4, "a", own, {"asks_age": 1.0}, hasty=False)
        for place, own in ((0, False), (0, False), (1, True), (1, False))
    ]
    rows = with_empty(chats, found)
    assert [row.place for row in rows] == [0, 0, 1, 1, 2]
    known = as_accounts(CLUES, chats, rows)
    np.testing.assert_allclose(known.weight, [0.3, 0.3, 0.3, 0.03, 1.0])
    assert known.expect.tolist() == [0, 0, 2, 0, 0]
    assert known.amounts.sum() == 4


def test_concern_and_decibans_are_two_spellings_of_one_thing() -> None:
    assert as_decibans(0.5) == 0.0
    assert as_decibans(0.96) == pytest.approx(13.8, abs=0.01)


def test_clues_of_few_chats_keep_what_they_state(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy", reason="the extra study is not installed")
    monkeypatch.setattr(weighing, "FEWEST_CHATS", 2)
    chats = [labelled(Turn("a", "hi"), groomer="a") for _ in range(3)]
    found = [
        AccountEvidence(place, 4, "a", own=True, amounts={"asks_age": 1.0, "flattery": float(place == 0)}, hasty=False)
        for place in range(3)
    ]
    moved = [msgspec.structs.replace(row, place=row.place + len(MET)) for row in found]
    done = learn([*MET, *chats], [*MET_ROWS, *moved], plugins.find("belisha.lights", Audience))
    assert set(done.clues) == {"asks_age", "asks_if_alone", "threatens"}
    assert done.seen_in["flattery"] == 1
    assert "flattery" in done.stated
    assert done.clues["asks_age"] > 0
    assert [(each.belongs, each.expect, each.chats) for each in done.sets] == [
        ("cases", "red", 12),
        ("ordinary some", "green", 12),
        (str(Origin.SCENES), "red", 3),
    ]


def test_the_command_writes_what_the_product_reads_and_the_same_twice(
    folder: Path, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy", reason="the extra study is not installed")
    monkeypatch.setattr(meaning_fitting, "ROUNDS", 1)  # what is asked here does not depend on how well it learned
    app = typer.Typer()
    app.command()(weigh)
    out = tmp_path / "new" / "weights.json"
    arguments = ["--text", str(text), "--corpora", str(folder), "--out", str(out)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "scenes kept from the tactic model: red wanted" in result.output
    written = json.loads(out.read_text("utf-8"))
    assert set(written) == {"learned_from", "clues", "calibration", "lights", "seen_in", "stated", "thresholds"}
    assert Weights.load(out).lights.keys() == {"children", "parents", "moderators", "police"}
    assert "moderators amber from concern" in result.output
    assert set(written["clues"]) | set(written["stated"]) == {clue.name for clue in CLUES}
    signs = {clue.name: clue.decibans > 0 for clue in CLUES}
    assert all((decibans > 0) is signs[clue] for clue, decibans in written["clues"].items())
    assert written["seen_in"]["asks_for_secrecy"] >= 10
    again = weigh_clues(text, folder, tmp_path / "again.json")
    assert again.clues == written["clues"]
    assert (tmp_path / "again.json").read_bytes() == out.read_bytes()


def test_unusable_folders_are_named(folder: Path, tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(weigh)
    for arguments in (["--text", "none"], ["--text", str(tmp_path), "--corpora", "none"]):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 2
        assert "there is no folder none" in result.output
    pytest.importorskip("scipy", reason="the extra study is not installed")
    with pytest.raises(Unusable, match="holds no scenes"):
        weigh_clues(tmp_path, folder, tmp_path / "out.json")
