"""Asking only the clues that wait for something gives what asking all of them gives."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from belisha.clues import Occasion
from belisha.model import Message
from belisha.stream.memory import Memory
from belisha.stream.watch import Noticed, Watch
from tests.scenes.scene_files import SceneFile, scenes
from tests.strategies import messages

WATCH = Watch()
EVERYTHING = int(Occasion(~0))
SCENES = [*scenes("concern"), *scenes("ordinary")][::8]


def noticed(found: Iterable[Message], scene: SceneFile | None = None) -> list[Noticed]:
    WATCH.memory = Memory()
    for fact in scene.facts if scene else ():
        WATCH.know(fact)
    return list(WATCH.see_many(found))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_no_scene_holds_more(scene: SceneFile, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = noticed(scene.messages, scene)
    monkeypatch.setattr("belisha.stream.watch.occasions", lambda _scene: EVERYTHING)
    assert asked == noticed(scene.messages, scene)


@settings(max_examples=25, deadline=None)
@given(messages())
def test_no_chat_holds_more(found: list[Message]) -> None:
    asked = noticed(found)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("belisha.stream.watch.occasions", lambda _scene: EVERYTHING)
        assert asked == noticed(found)
