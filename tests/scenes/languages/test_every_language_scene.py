"""Every invented scene in another language than English gets its light, or is named in ``known_gaps.txt``."""

import pytest

from belisha.clues.languages import languages
from belisha.model import Light
from tests.scenes.scene_files import FOLDER, scenes
from tests.scenes.test_every_scene import seen

SCENES = {
    f"{code}/{kind}/{scene.name}": scene
    for code in languages()
    for kind in ("concern", "ordinary")
    for scene in scenes(f"{code}/{kind}", FOLDER / "languages")
}


GAPS = {
    line.split("#")[0].strip() for line in (FOLDER / "languages" / "known_gaps.txt").read_text("utf-8").splitlines()
} - {""}


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


@pytest.mark.parametrize("code", languages())
def test_there_are_at_least_four_each_way(code: str) -> None:
    for kind in ("concern", "ordinary"):
        assert sum(name.startswith(f"{code}/{kind}/") for name in SCENES) >= 4
