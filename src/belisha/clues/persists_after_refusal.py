"""Asks again for what the other has refused."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import GRAVE_REQUESTS, IS_REQUEST, Scene

_INSISTS = (
    r"\b(?:come on+|cmon|c mon|go on+|please+|pls+|plz+|pleas|why not|y not|just (?:one|1|once|this once|a (?:quick|"
    r"little|small)|do it|try|send|say yes)|only one|one (?:quick|little|small|more)|what (?:are|r) (?:you|"
    r"u) (?:scared|afraid) of|(?:who|whos|nobody|no one|noone)(?: is|s)? (?:gonna|going to|will|has to|needs to|"
    r"would)? ?(?:ever )?(?:know|find out)|(?:she|he|they) (?:wont|doesnt|dont|never) (?:have to |need to |"
    r"ever )?(?:know|find|see|notice)|(?:dont|no need to) (?:ask|worry|be|tell)|its (?:just|only|not|nothing|fine|ok|"
    r"normal|safe)|everyone (?:else )?(?:does|sends|did|is)|u (?:have|need|promised|said) to|you (?:have|need|"
    r"promised) to|last time|asking again|ask(?:ed)? nicely|trust me|i wont (?:show|tell|share|bite)|then (?:call|"
    r"send|do|show|tell|meet)|u sure|you sure|do it|say yes|at least|maybe (?:just|later))\b"
)
_LAST = 12


class PersistsAfterRefusal(Clue):
    """Pressure: testing whether a no can be worn down."""

    family = Family.PRESSURE
    decibans = 8
    means = "The sender asked again after the other had refused."
    told = "They asked again after you said no. You never have to change your no."
    innocent = "Begging between friends for small things, such as a lift or an answer to homework."
    marks = {"insists": _INSISTS}  # noqa: RUF012 - read only
    wakes_on = Occasion.REFUSED
    examples = (
        seen("a: send me a pic", "b: no thanks", "a: come on just one"),
        seen("a: wanna meet up", "b: im not allowed to", "a: please, nobody will know"),
        unseen("a: send me a pic", "b: no thanks", "a: ok no worries"),
        unseen("a: is it raining", "b: no", "a: please say it stays dry"),
        unseen("a: nice goal", "b: ty"),
    )
    sources = ("Lorenzo-Dus 2016 (compliance testing)", "detection notes: refusal followed by repetition")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """A refusal by the other, a request of the sender before it, and now a request or insistence."""
        refused = self._refused(scene)
        if refused is None or scene.said.is_jest:
            return
        if scene.sender is None and scene.has_seen("refuses"):  # where nobody is known, a further no is not his
            return
        grave, distance, refusals = refused
        now = GRAVE_REQUESTS & set(scene.said.clues)
        insists = distance <= 3 and self.has_mark(scene.said, "insists")  # noqa: PLR2004 - an answer to the refusal
        if not (now or insists):
            return
        if now & grave:
            strength = 1.0
        elif insists:
            strength = 0.8 if grave or now else 0.3
        else:
            strength = 0.5
        strength = min(1.0, strength + 0.1 * (refusals - 1))
        yield self.sighting(scene, strength * (0.5 if scene.conversation.is_group else 1))

    @staticmethod
    def _refused(scene: Scene) -> tuple[set[str], int, int] | None:
        """What grave things were refused, how many messages ago the last refusal was, and how many there were."""
        if not scene.conversation.has_seen("refuses", _LAST):
            return None
        before = list(scene.before(_LAST, minutes=2_880))
        refusals = [place for place, said in enumerate(before) if "refuses" in said.clues and scene.by_other(said)]
        if not refusals:
            return None
        requests = [said for said in before[refusals[0] :] if said.sender == scene.sender][:4]
        grave = {clue for said in requests for clue in said.clues if clue in GRAVE_REQUESTS}
        if not grave and not any(IS_REQUEST in said.marks for said in requests[:2]):
            return None
        return grave, refusals[0] + 1, len(refusals)
