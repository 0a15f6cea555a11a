"""A story, a game of roles or a song is written together."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class RolePlayOrLyrics(PhraseClue):
    """Innocence: words that belong to a figure."""

    family = Family.INNOCENCE
    decibans = -5
    means = "Both sides mark what they write as story, role or lyrics."
    told = "You write a story or a song together."
    innocent = "It is the innocent explanation itself; role play is also used to lead on, so both sides must mark it."
    phrases = (
        r"(?:^|\W)\*[a-z]\w* \w+ [^*]{2,80}\*(?:\W|$)",
        (
            r"[♪♫🎵🎶]|\b(?:lyrics?|chorus|verse \d|my verse|new verse|bridge part|rhymes? (?:with|w)|second verse|"
            r"song i wrote|melody|rap i wrote|2nd verse)\b"
        ),
        (
            r"\b(?:ooc|out of character|rp|roleplay|role play|in character|my (?:oc|character|chara)|your (?:oc|"
            r"character)|ur (?:oc|character)|next chapter|chapter \d+|fanfic|plot twist|narrator|dungeon master|dnd|"
            r"d and d|roll for|campaign)\b"
        ),
        (
            r"\b(?:count|king|queen|knight|wizard|dragon|vampire|goblin|elf|princess|captain|pirate|witch|demon|"
            r"sorcerer)s?\b.{0,40}\b(?:sword|castle|throne|spell|village|potion|kingdom|tower|cave|quest|mist|forest|"
            r"goose|battle|cape)\b"
        ),
        r"^\W*[\"“][^\"”]{8,}[\"”]\W*$",
    )
    examples = (
        seen("a: *the dragon lands on the tower*", "b: *draws a sword*"),
        seen("a: new chorus, tell me what you think", "b: my verse rhymes with glow"),
        seen("a: ooc can my elf have a cat", "b: ooc obviously"),
        unseen("a: *send it*", "b: no"),
        unseen("a: lets roleplay", "b: who are you"),
        unseen("a: i love that song", "b: me too"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where both sides do."""
        if self.is_borne_out(scene):
            yield self.sighting(scene)
