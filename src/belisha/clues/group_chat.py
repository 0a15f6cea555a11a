"""Several people write in the conversation."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_WRITERS = 3
_STEPS = {10, 20, 40, 80}


class GroupChat(Clue):
    """Innocence: others read along."""

    family = Family.INNOCENCE
    decibans = -6
    means = "At least three people write in this conversation."
    told = "Others read this chat too."
    innocent = (
        "It is the innocent explanation itself; groups are also where children are found and then written to alone."
    )
    wakes_on = Occasion.FIRST | Occasion.GROUP
    examples = (
        seen("a: hi all", "b: hi", "c: hey"),
        seen("a: who is in for sat", "b: me", "c: me too", "d: yes"),
        seen("x: hi", "y: hi", "x: who else", "z: me"),
        unseen("a: hi", "b: hi"),
        unseen("a: hi", "a: hello"),
        unseen("#v a: hi", "#v b: hi", "#w a: hi", "#w c: hi"),
    )
    sources = ("PAN 2012 (no predatory conversation has more than two authors)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """When the third person begins to write, and again at some lengths."""
        if not scene.conversation.is_group and scene.sender in scene.conversation.tallies:
            return
        writers = {name for name in scene.conversation.tallies if name}
        is_new = scene.sender is not None and scene.sender not in writers
        count = len(writers) + is_new
        if count < _WRITERS:
            return
        if is_new and count == _WRITERS:
            yield self.sighting(scene, 0.6)
        elif scene.said.index in _STEPS:
            yield self.sighting(scene)
