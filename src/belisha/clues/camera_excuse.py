"""Excuses himself from being seen: the camera is broken, the picture comes later."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_CAMERA = r"(?:web ?cam|cam|camera|phone cam|front cam(?:era)?)"
_BROKEN = (
    r"(?:broke|broken|brokn|cracked|smashed|busted|bust|dead|gone|messed up|knackered|doesnt work|dont work|"
    r"isnt working|not working|wont work|being (?:repaired|fixed)|in for repair|never works?|stopped working|"
    r"playing up)"
)
_ABOUT_PICTURES = ("asks_for_picture", "asks_for_webcam")


class CameraExcuse(PhraseClue):
    """Deception: wants to see and cannot be seen."""

    family = Family.DECEPTION
    decibans = 4
    means = "The sender gives an excuse for not being seen."
    told = "They say that their camera does not work, so you cannot see them."
    innocent = "Broken cameras are common; it counts where the same person asks to see the other."
    phrases = (
        (
            rf"\b(?:my|mine|mines|the) (?:[a-z]+ )?{_CAMERA} ?(?:is |s |iz |has |got |"
            rf"on here )?(?:[a-z]+ ){{0,2}}{_BROKEN}\b"
        ),
        (
            rf"\b(?:my|the) (?:[a-z]+ )?{_CAMERA} (?:is|iz|s) (?:[a-z]+ )?(?:off|rubbish|too bad|blurry)\b|"
            rf"\bi (?:dont|havent|aint|have no|got no) (?:have |got )?(?:a |any )?(?:working )?{_CAMERA}\b"
        ),
        rf"\bmine(?: is|s)? (?:[a-z]+ ){{0,2}}{_BROKEN}\b|\bits in the post\b",
    )
    examples = (
        seen("a: send me a pic", "b: u first", "a: my camera is broken"),
        seen("b: turn ur cam on too", "a: mine broke last week"),
        seen("a: u got a cam?", "b: yes", "a: cool. i dont have a webcam"),
        unseen("a: the bus is broken again"),
        unseen("a: my camera broke on holiday", "b: oh no"),
        unseen("a: my bike is broken", "b: mine too"),
    )
    sources = ("Sextortion and false profiles: refuses to be seen (NCMEC, Thorn 2024)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        talked = any(clue in said.clues for said in scene.before(15) for clue in _ABOUT_PICTURES)
        if talked or scene.has_seen(*_ABOUT_PICTURES):
            yield self.sighting(scene)
