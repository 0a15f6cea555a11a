"""Every invented scene gets its light; a scene that is still missed is named in ``known_gaps.txt``.

A gap that closes must be taken off that list: the build then fails if it opens again.
"""

from collections import defaultdict

import pytest

from belisha.model import Light
from belisha.stream.lanes import named_audience
from belisha.stream.memory import Memory
from belisha.stream.watch import Watch
from tests.scenes.scene_files import FOLDER, SceneFile, scenes

SCENES = {f"{kind}/{scene.name}": scene for kind in ("concern", "ordinary") for scene in scenes(kind)}
GAPS = {line.split("#")[0].strip() for line in (FOLDER / "known_gaps.txt").read_text("utf-8").splitlines()} - {""}
WATCH = Watch([named_audience("moderators")])


def seen(scene: SceneFile) -> tuple[Light, set[str | None]]:
    """The worst light of a conversation or an account, and whom the lights are about."""
    WATCH.memory = Memory()
    for fact in scene.facts:
        WATCH.know(fact)
    changes = [change for noticed in WATCH.see_many(scene.messages) for change in noticed.changes]
    contacts = defaultdict(list)
    for app, account, contact in WATCH.contacts():
        contacts[app, account].append(contact)
    for (app, account), known in contacts.items():
        changes += WATCH.see_account(app, account, known)[1]
    worst = max((change.after for change in changes), default=Light.GREEN)
    return worst, {change.reading.about for change in changes if change.after is worst}


@pytest.mark.parametrize("name", [name for name in SCENES if name not in GAPS])
def test_it_gets_its_light_and_names_whom_it_is_about(name: str) -> None:
    scene = SCENES[name]
    light, about = seen(scene)
    if scene.expect is Light.GREEN:
        assert light is Light.GREEN, scene.about
    else:
        assert light >= scene.expect, scene.about
        assert about == {scene.subject}


@pytest.mark.parametrize("name", sorted(GAPS))
def test_a_known_gap_is_still_one(name: str) -> None:
    scene = SCENES[name]
    light, about = seen(scene)
    good = light is Light.GREEN if scene.expect is Light.GREEN else light >= scene.expect and about == {scene.subject}
    assert not good, f"{name} gets its light now: take it off known_gaps.txt"


def test_there_are_at_least_sixty_each_way() -> None:
    assert sum(name.startswith("concern/") for name in SCENES) >= 60
    assert sum(name.startswith("ordinary/") for name in SCENES) >= 60
