"""The invented text in ``training/`` is whole, and lines that cannot be read are named."""

from pathlib import Path

import pytest

from belisha import plugins
from belisha.clues import Clue
from belisha.clues.languages import languages
from belisha.errors import Unusable
from belisha.study.invented import held_out, invented_messages, invented_scenes
from belisha.text import fold
from tests.scenes.scene_files import scenes

TRAINING = Path(__file__).parents[2] / "training"
KINDS = ("concern", "ordinary")
FEWEST_WORDS = 5
"""Shorter messages are what everybody writes."""
CLUES = {clue.name for clue in plugins.find("belisha.clues", Clue)}


def make(folder: Path, lines: str = "", scene: str = "") -> Path:
    for kind, name, text in (("lines", "asks_age.txt", lines), ("scenes", "some.txt", scene)):
        (folder / kind).mkdir()
        (folder / kind / name).write_text(text, encoding="utf-8")
    return folder


def test_every_label_in_training_is_a_clue_and_every_clue_there_has_both_kinds_of_lines() -> None:
    messages = invented_messages(TRAINING)
    assert {tactic for each in messages for tactic in (*each.tactics, *each.not_tactics)} <= CLUES
    names = {path.stem for path in (TRAINING / "lines").glob("*.txt")}
    lines = [each for each in messages if not each.complete]
    assert names == {tactic for each in lines for tactic in each.tactics if tactic == each.group}
    assert names == {tactic for each in lines for tactic in each.not_tactics}
    assert all(each.text for each in messages)


def test_every_scene_in_training_is_read_whole() -> None:
    scenes = invented_scenes(TRAINING)
    written = sum(
        text.startswith("== ")
        for path in (TRAINING / "scenes").glob("*.txt")
        for text in path.read_text("utf-8").splitlines()
    )
    assert len(scenes) == written > 300
    assert {scene.expect for scene in scenes} == {"green", "amber", "red"}
    for scene in scenes:
        assert (scene.subject is None) is (scene.expect == "green")
        assert scene.subject is None or scene.subject in {line.speaker for line in scene.lines}
        assert [line.minutes for line in scene.lines] == sorted(line.minutes for line in scene.lines)
    in_scenes = sum(len(scene.lines) for scene in scenes)
    assert in_scenes == sum(each.complete for each in invented_messages(TRAINING))


def test_labels_messages_before_and_times_are_read(tmp_path: Path) -> None:
    scene = (
        "== concern red sam\nabout it\n21:00 sam: hi\nkim: hello\nsam: how old are you #asks_age\n"
        "+1d 08:00 kim: why\n== ordinary\nplain\nkim: the bus was late\n"
    )
    folder = make(tmp_path, "heading\n+ hi | your age #flattery\n- his age was 40\n", scene)
    line, alike, *said = invented_messages(folder)
    assert (line.text, line.other, line.tactics, line.not_tactics) == ("your age", "hi", ("asks_age", "flattery"), ())
    assert (alike.tactics, alike.not_tactics, alike.complete) == ((), ("asks_age",), False)
    assert [(each.same, each.other) for each in said[:3]] == [("", ""), ("", "hi"), ("hi", "hello")]
    assert said[2].text == "how old are you"
    assert said[2].tactics == ("asks_age",)
    assert said[4].other == ""
    first, second = invented_scenes(folder)
    assert [each.minutes for each in first.lines] == [1260, 1260.5, 1261, 1440 + 480]
    assert (first.subject, second.subject, second.expect) == ("sam", None, "green")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"some\.txt: cannot read 'no speaker here'"):
        invented_scenes(make(tmp_path, scene="== ordinary\nabout it\nno speaker here\n"))
    with pytest.raises(Unusable, match="holds no invented text"):
        invented_messages(tmp_path / "nowhere")


def test_every_fifth_group_is_held_out_whatever_the_order() -> None:
    names = [f"file {letter}" for letter in "abcdefghijk"]
    assert held_out(names) == {"file a", "file f", "file k"} == held_out(reversed(names * 2))


def test_no_message_of_five_words_stands_in_training_and_in_the_scenes_that_judge() -> None:
    judging = {
        " ".join(fold(message.text).text.split())
        for kind in ("concern", "ordinary", *(f"languages/{code}/{kind}" for code in languages() for kind in KINDS))
        for scene in scenes(kind)
        for message in scene.messages
        if message.text
    }
    taught = {" ".join(fold(each.text).text.split()): each for each in invented_messages(TRAINING)}
    assert not [taught[text].group for text in judging & set(taught) if len(text.split()) >= FEWEST_WORDS]
