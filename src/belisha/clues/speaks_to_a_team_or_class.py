"""A coach, teacher or leader writes to a group with others reading along."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_GROUP = 3


class SpeaksToATeamOrClass(PhraseClue):
    """Innocence: said before everybody."""

    family = Family.INNOCENCE
    decibans = -8
    means = "Somebody organises a team, class or club before a whole group."
    told = "This looks like a coach, a teacher or a club leader writing to everyone."
    innocent = "It is the innocent explanation itself; the same person in private is another matter."
    everyday = (
        (
            r"\b(?:evening|morning|afternoon|hi|hello|hiya|dear|good morning|bonjour|hey) (?:all|everyone|everybody|"
            r"team|parents|year \d+|class|folks|guys|girls|lads|pupils|students|families)\b|\bdear (?:parents|"
            r"families|all)\b|^\W*(?:reminder|team news|notice)\b"
        ),
        (
            r"\b(?:signed up|who(?:s| is) (?:in|coming|free|playing|bringing|doing)|anyone (?:else |short |need|got|"
            r"coming|want)|everyone (?:bring|needs?|please|picked|remember|ok|act)|all of us|"
            r"let me know if you(?:r child)? (?:cant|can))\b"
        ),
    )
    phrases = (
        (
            r"\b(?:kick ?off|training|practice|rehearsal|match|fixture|tryouts?|try outs|meet(?:ing)? at|squad|"
            r"minibus|coach leaves|raid|scrims?)\b.{0,40}\b(?:\d{1,2}(?:[.: ]?\d\d)?(?: ?(?:am|pm))?|saturday|sunday|"
            r"tomorrow|tonight|moved|cancelled|canceled|on the|confirmed)\b"
        ),
        (
            r"\b(?:consent|permission|medical|parent|sign up|parental) (?:slips?|forms?)\b|\bparents? (?:please|sort|"
            r"evening|get the link|code|meeting|stay|welcome|or carers)\b|\b(?:club|school|guild|team|group|"
            r"house) rules?\b|\b(?:in|to) this group,? not (?:in )?private\b|\bno private (?:dms?|deals|messages|"
            r"chats?)\b"
        ),
        (
            r"\b(?:shin ?pads|kit|boots|water bottles?|packed lunch|bring (?:your|a) (?:instrument|lunch|towel|kit)|"
            r"reading book|sports day|school trip|worksheet|homework (?:is|for)|task|lesson|class photo|"
            r"team photo)\b.{0,30}"
        ),
        *everyday,
    )
    examples = (
        seen("#g b: hi", "#g a: evening all", "#g c: hello", "#g a: training moved to 6"),
        seen("#g x: hi", "#g y: hi", "#g a: dear parents, consent slips by friday please"),
        unseen("a: training moved to 6", "b: ok"),
        unseen("a: hi all", "b: its just me here"),
        unseen("#g x: hi", "#g y: hi", "#g z: nice day"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where at least three people write in a group."""
        writers = {name for name in scene.conversation.tallies if name} | {scene.sender or ""}
        if len(writers) >= _GROUP:
            yield self.sighting(scene, self.strength(scene))
        elif scene.conversation.facts is not None and scene.conversation.facts.group:
            yield self.sighting(scene, 0.6 * self.strength(scene))
