"""Of the invented red scenes most keep their light when the groomer writes around the detector.

The shares are what was measured, less a little; a share that falls is a way to hide that has opened again. Every fourth
scene is shown, so that the test stays short; ``belisha evaluate`` shows unseen cases.
"""

from belisha.model import Light
from belisha.study.attack_figures import UnderAttack, under_attack
from belisha.study.attacks import ATTACKS
from belisha.study.chats_shown import WHOLE, Chat
from belisha.study.corpora import Turn
from belisha.study.watching import Viewer
from tests.scenes.scene_files import SceneFile, scenes

EVERY = 4
KEPT = {
    "typing mistakes": 0.8,
    "missing letters": 0.8,
    "doubled letters": 0.75,
    "digits for letters": 0.7,
    "look-alike letters": 0.9,
    "styled letters": 0.95,
    "invisible characters": 0.9,
    "spaced letters": 0.8,
    "all letters spaced": 0.6,
    "signs for spaces": 0.9,
    "split lines": 0.7,
    "odd case": 0.95,
    "mixed languages": 0.75,
    "quoted": 0.7,
    "among song lines": 0.85,
}
"""For each attack the least share of the scenes with a light that must still have one."""


def as_chat(scene: SceneFile) -> Chat:
    begins = scene.messages[0].sent_at
    assert begins is not None
    noon = begins.replace(hour=12, minute=0, second=0)
    turns = [
        Turn(each.sender, each.text, ((each.sent_at or noon) - noon).total_seconds() / 60) for each in scene.messages
    ]
    return Chat(scene.name, "scenes", WHOLE, label=True, turns=tuple(turns), groomer=scene.subject)


def figures() -> tuple[UnderAttack, ...]:
    alone = [each for each in scenes("concern") if len({message.conversation for message in each.messages}) == 1]
    return under_attack([as_chat(each) for each in alone if each.expect is Light.RED][::EVERY], Viewer(), seed=0)


def test_most_lights_are_kept_under_every_attack() -> None:
    assert KEPT.keys() == {attack.name for attack in ATTACKS}
    plain, *attacked = figures()
    assert plain.amber.of >= 10
    kept = {each.attack: each.amber.count / each.amber.of for each in attacked}
    assert {name: share for name, share in kept.items() if share < KEPT[name]} == {}
