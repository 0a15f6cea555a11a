"""The two know each other in real life."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_TALK = (
    r"\b(?:see|c) (?:you|u|ya|them) (?:\w+ )?(?:at|in|on) (?:the |ur |your |my )?(?:practice|training|school|church|"
    r"mosque|nans?|grans?|bus|lunch|scouts|guides|brownies|cubs|rehearsal|choir|football|netball|swimming|dance|gym|"
    r"maths|form|class|assembly)\b|\b(?:remember when (?:we|you|u) (?:\w+ )?(?:were|was|fell|cried|got|did|broke|"
    r"went)|last time (?:we|you|u) (?:came|cried|stayed|slept|were)|when (?:we|you|u) (?:were|was) (?:little|small|\d|"
    r"in (?:year|reception|primary)))\b|\b(?:since|in) (?:reception|nursery|primary|kindergarten|playgroup)\b|\b(?:my|"
    r"your|ur) (?:mum|mom|dad) (?:\w+ )?(?:says hi|said hi|can (?:drop|take|drive) (?:us|you|u|\d)|is dropping (?:us|"
    r"you|u)|knows (?:your|ur|my))\b|\b(?:u|you|i) live(?:s)? (?:next door|across the road|opposite|two doors|"
    r"\d doors)\b|\b(?:brought|bring) him to\b|\bsee u at the bus\b|\bask your (?:mum|mom|dad) to (?:ring|call|"
    r"text) (?:me|mine|my)\b"
)


class KnownInRealLife(Clue):
    """Innocence: a contact with a face."""

    family = Family.INNOCENCE
    decibans = -8
    means = "The two know each other in real life, by what is recorded or by what both say."
    told = "You seem to know them in real life."
    innocent = "It is the innocent explanation itself; most abuse is by people the child knows, so it never clears."
    marks = {"talk": _TALK}  # noqa: RUF012 - read only
    wakes_on = Occasion.FACTS
    examples = (
        seen("a: see you at practice", "b: ok see u at training coach said 6"),
        seen("a: remember when we were little", "b: my mum says hi btw"),
        seen("a: my mum can drop us", "b: great see you in form"),
        unseen("a: see you online later", "b: who are you"),
        unseen("a: see you saturday at the station", "b: ok see you there"),
        unseen("a: see you at practice", "a: see you at school"),
    )
    sources = ("Snap 2023 (contacts and mutual friends)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """By what the case or the platform knows, at a first message; else where both sides speak of it."""
        sender, other = scene.sender, scene.other
        if scene.accounts and sender and other and not scene.tally(sender).messages:
            own, theirs = scene.accounts.get(sender), scene.accounts.get(other)
            # Each fact names who knows the account: either direction says that the two have met.
            if (own and other in own.known_by) or (theirs and sender in theirs.known_by):
                yield self.sighting(scene, because="The two are recorded as knowing each other in real life.")
                return
        if self.has_mark(scene.said, "talk"):
            both = any(self.has_mark(said, "talk") and scene.by_other(said) for said in scene.before(25))
            if both:
                yield self.sighting(scene, 0.5, "Both sides speak of each other as people they meet in daily life.")
