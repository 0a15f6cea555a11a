"""Sets a deadline or counts down."""

import re
from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_COUNTDOWN = (
    r"^\W*(?:only )?\d+ ?(?:more )?(?:mins?|minutes?|hours?|hrs?|h|secs?|seconds?)\b(?: left| more|"
    r" to go)?(?:\W+\w+){0,3}\W*$"
)
_DEMANDS = {"blackmails", "demands_payment", "threatens"}
_AT_STAKE = r"\b(?:or|unless|otherwise|pay|post|leak|pics?|photos?|send|delete|unblock|everyone|decide|last)\b"


class SetsDeadline(PhraseClue):
    """Pressure: leaving no time to think or to ask somebody."""

    family = Family.PRESSURE
    decibans = 6
    means = "The sender sets a deadline or counts down to make the other act without thinking."
    told = "They gave you a deadline to rush you. You can take all the time you need and ask somebody."
    innocent = "Homework, kick-off times, games with a clock."
    everyday = (
        r"\b(?:you|u)(?:ve| have|v)? ?(?:only |just |still )?(?:got |have |get )(?:till|til|until) \w+",
        (
            r"\b(?:pay|send|call|do it|answer|decide|reply|unblock|choose|say yes)\b.{0,25}\b(?:by|before|until|"
            r"till) (?:tonight|tomorrow|tmrw|tmr|midnight|\d+)"
        ),
        (
            r"\b(?:spots?|spaces|places?|slots?|offer) (?:r |are |is )?(?:go(?:es|ing)? fast|fill(?:s|ing)? up|"
            r"almost gone|ends? (?:today|tonight)|closes? (?:today|tonight))"
        ),
        (
            r"\bdeadline (?:is |= ?)?(?:today|tonight|\d)|\byes or no\W*(?:now|today|tonight|$)|"
            r"\b(?:its )?now or never\b|\bhurry up\b.{0,20}\b(?:or|decide|send)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:you|u)(?:ve| have|v)? ?(?:only |just |still )?(?:got |have |get )(?:(?:only|just|exactly|"
            r"about) )?(?:\d+|an?|one|two|five|ten|thirty|half an) ?(?:more )?(?:mins?|minutes?|hours?|hrs?|h|secs?|"
            r"seconds?|days?)\b"
        ),
        (
            r"\b(?:last|final) (?:chance|warning)\b|\b(?:ur|your|the) time(?:s| is)? (?:is )?(?:nearly |almost |"
            r"running )?(?:up|out)\b|\b(?:clock|time) is ticking\b|\b(?:time(?:s| is)?) (?:is )?running out\b|"
            r"\btick tock\b|\bcountdown starts?\b"
        ),
        (
            r"\b(?:by|before|till|until) .{1,12}\b(?:or|otherwise) (?:else\b|i\b|ill\b|im\b|everyone|everybody|it\b|"
            r"its\b|they|we\b)"
        ),
        (
            r"\b\d+ ?(?:mins?|minutes?|hours?|hrs?|secs?|seconds?|oclock|pm|am)?,? (?:or else|or (?:everyone|"
            r"everybody|i(?:ll| will| post| send| leak| start| tell)?|it (?:goes|gets)))\b"
        ),
        (
            r"\bin (?:the next )?\d+ ?(?:mins?|minutes?|hours?|hrs?|seconds?)\b.{0,12}\b(?:unless|if (?:you|"
            r"u) (?:dont|do not))"
        ),
        (
            r"\bi(?:ll| will)? (?:want|need|expect) (?:an|ur|your) answer (?:now|tonight|today|by|in)\b|\b(?:decide|"
            r"choose) (?:right )?now\b|\bno (?:more )?thinking\b"
        ),
        r"^\W*(?:only )?\d+ ?(?:more )?(?:mins?|minutes?|hours?|hrs?|h|secs?|seconds?)\b",
        r"\b(?:then|just|so) (?:call|send|pay|do it).{0,8}\d+ ?(?:mins?|minutes?|secs?|seconds?)\b",
        *everyday,
    )
    marks = {"at_stake": _AT_STAKE, "countdown": _COUNTDOWN}  # noqa: RUF012 - read only
    examples = (
        seen("you have 10 minutes"),
        seen("last chance"),
        seen("u got till 9 or everyone sees it"),
        seen("a: send it or i post it to everyone", "b: please dont", "a: 7 minutes"),
        unseen("10 mins"),
        unseen("a: 10 minutes", "b: ok", "a: 5 minutes", "b: ok", "a: 2 minutes"),
        unseen("kick off is by 10 so be early"),
        unseen("send me the worksheet when you can"),
    )
    sources = ("NCMEC and Thorn 2024 (financial sextortion)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """A bare countdown counts only where the sender has made demands before."""
        text = scene.said.text
        demanded = any(scene.by_sender(said) and not _DEMANDS.isdisjoint(said.clues) for said in scene.before(16))
        if self.has_mark(scene.said, "countdown"):
            if demanded:
                yield self.sighting(scene)
            return
        if re.match(r"\W*(?:only )?\d+ ?\w+", text) and not self.has_mark(scene.said, "at_stake"):
            return
        strength = 1.0 if demanded else self.strength(scene)
        if not demanded and not self.has_mark(scene.said, "at_stake"):
            strength *= 0.6
        yield self.sighting(scene, strength * (0.5 if scene.conversation.is_group else 1))
