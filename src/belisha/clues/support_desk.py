"""A support desk, a surgery or a shop answers somebody who asked for help."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class SupportDesk(PhraseClue):
    """Innocence: a service that was asked for."""

    family = Family.INNOCENCE
    decibans = -6
    means = "One side answers as a service, and the other side had a request for it."
    told = "This looks like a help desk or a shop."
    innocent = "It is the innocent explanation itself; it counts only where both sides bear it out."
    phrases = (
        (
            r"\b(?:thanks|thank you|sorry) for (?:contacting|reaching out|getting in touch|calling|your (?:message|"
            r"patience|order|enquiry|inquiry))\b|\bhow can i help\b|\b(?:youve|you have) reached\b|"
            r"\bmy name is \w+ (?:and )?(?:ill|i will|from|with)\b"
        ),
        (
            r"\b(?:ticket|order|reference|case|booking|invoice|tracking|account|customer) (?:number|no|id|ref)\b|"
            r"\b(?:reset|verification) (?:link|email|code)\b|\b(?:parent|school) office\b|\bopening (?:hours|times)\b|"
            r"\banything else (?:i can|we can|you need)?\b.{0,12}\?|\bnever (?:send|share|give) (?:us |"
            r"anyone )?(?:the|your|a) (?:code|password)\b"
        ),
        (
            r"\b(?:i cant|cant|i cannot|unable to|couldnt) (?:get in(?:to)?|log ?in|sign in|access|reset|"
            r"find my) (?:\w+ )?(?:my )?(?:account|acc|order|password|email|profile)?\b|\b(?:locked out|refund|"
            r"my order|havent received|hasnt arrived|didnt arrive|charged twice|warranty|purchase receipt|"
            r"screenshot of the (?:error|receipt))\b"
        ),
        (
            r"\b(?:appointment|prescription|gp|surgery|nurse|dentist|clinic|receptionist)\b.{0,40}\b(?:for|at|ready|"
            r"book\w*|bring|today|tomorrow|see|looks|thinks|available)\b|\b(?:asked for|book|need|make|"
            r"have) an? appointment\b|\b(?:is|still) (?:it|the \w+|this) (?:still )?(?:there|available|for sale)\b|"
            r"\bcash or (?:transfer|card|bank)\b"
        ),
        (
            r"\b(?:counsellor|counselor|helpline|support line|youthline|childline|samaritans|shout)\b|"
            r"\bthis is confidential unless\b|\bconfidential unless\b|\bare you (?:somewhere )?safe (?:right )?now\b|"
            r"\bpeople at school (?:made|are|keep|bully)"
        ),
        (
            r"\bworked\W+(?:thanks|thank you|thx|someone)\b|\bthat fixed it\b|"
            r"\bsent(?:\W+is it confidential)?\b.{0,30}\b(?:receipt|form|photo of the|confidential)\b|\b(?:she|"
            r"he)s \d+\W+(?:itchy|rash|fever|cough|sore)\b|\b(?:rash|fever|cough|allerg\w+)\b"
        ),
    )
    examples = (
        seen("a: thanks for contacting player support, how can i help", "b: i cant get in my account"),
        seen("a: hi, your order number please", "b: my order hasnt arrived"),
        seen("a: is the bike still there", "b: yes, cash or transfer"),
        unseen("a: im from support give me your password", "b: ok"),
        unseen("a: how can i help", "b: who are you"),
        unseen("a: i need a refund", "a: my order is late"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where both sides do."""
        if self.is_borne_out(scene):
            yield self.sighting(scene)
