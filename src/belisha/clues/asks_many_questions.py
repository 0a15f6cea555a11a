"""Questions one way: one side keeps asking personal things, the other only answers."""

import re
from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_PERSONAL = re.compile(
    r"\b(?:(?:you|u|ya|r u|are you|ur|your) .{0,30}\b(?:live|from|old|age|school|year|grade|alone|home|house|room|bed|"
    r"phone|parents?|mum|mom|dad|sister|brother|friends?|boyfriend|girlfriend|bf|gf|single|name|look|pics?|wear\w*|"
    r"sleep|cam|kiss\w*|insta|snap|number|walk)|where (?:u|you|do|r|are)|how old|who (?:u|you|with|lets|else)|"
    r"whats (?:ur|your)|wat u|what u|which (?:town|city|school|street)|(?:at )?home|alone|parents?|mum|mom|by (?:ur|"
    r"your)self)\b"
)
_YOUNG_CONTACT = 60
_STEPS = {6: 0.5, 10: 0.8, 15: 1.0}
_MOST_ASKED_BACK = 0.4


class AsksManyQuestions(Clue):
    """Pace: finding out by questions that are hardly ever returned."""

    family = Family.PACE
    decibans = 4
    means = "The sender asks many personal questions early on, and the other hardly asks back."
    told = "They ask you a lot about yourself. You do not have to answer."
    innocent = "Relatives, helpers and officials ask much too, and shy people ask little."
    wakes_on = Occasion.QUESTION
    examples = (
        seen(
            *(
                "a: how old r u",
                "b: 12",
                "a: where do u live",
                "b: leeds",
                "a: are you home alone",
                "b: yes",
                "a: do you have a boyfriend",
            ),
            *("b: no", "a: what school do you go to", "b: a small one", "a: do your parents check your phone"),
        ),
        unseen("a: how old r u", "b: 12 and you?", "a: 12, where do you live", "b: leeds, where do you live"),
        unseen("a: do you want the blue or the red one"),
    )
    sources = ("Crisp 2007 (questions separate strangers from peers)", "O'Connell 2003")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """At the sixth, tenth and fifteenth question of a young contact of two."""
        conversation = scene.conversation
        if not scene.said.question or conversation.count > _YOUNG_CONTACT or conversation.is_group:
            return
        asked = scene.tally(scene.sender).questions + 1
        strength = _STEPS.get(asked)
        if strength is None or scene.sender is None:
            return
        questions = [said for said in conversation.recent if said.question]
        back = sum(1 for said in questions if scene.by_other(said))
        own = [said.text for said in questions if scene.by_sender(said)] + [scene.said.text]
        personal = sum(1 for text in own if _PERSONAL.search(text))
        replies = sum(1 for said in conversation.recent if scene.by_other(said))
        if 2 * replies >= asked and back <= _MOST_ASKED_BACK * asked and 2 * personal >= asked:
            yield self.sighting(scene, strength)
