"""Asks for or gives a user name, a number or an address for another app."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOUR = r"(?:your|ur|yr|ya|yo)"
_APP = (
    r"(?:snap ?chat|snap|sc|insta(?:gram)?|[i1]nsta|ig|discord|disc|dc|telegram|tele|tg|whats ?app|wats ?app|wa|kik|"
    r"skype|viber|wickr|msn|aim|yahoo|facebook|fb|tik ?tok|messenger|facetime)"
)
_HANDLE = (
    rf"(?:{_APP}|user ?name|handle|phone number|fone number|mobile number|cell number|cell|number|nr|num|digits|"
    r"e ?mail|gamer ?tag|screen ?name|add|user|account name|psn|friend code)"
)
_EVERYDAY = (
    (
        r"\b(?:can|may|could|should|shall|let|lemme|ill|gonna) (?:me |i |just |u |you )?(?:add|friend|follow) (?:you|"
        r"u)(?: back)?\b|\b(?:add|follow|friend) (?:me|my (?:snap|insta|discord|kik|sc|ig))\b(?! (?:to the|in the|"
        r"up))"
    ),
    (
        rf"\b(?:whats|wats|what is|need|forgot|send me|tell me) (?:[a-z]+ )?{_YOUR} (?:e ?mail|psn|gamer ?tag|"
        r"friend code|account name)\b"
    ),
)


class ExchangesHandle(PhraseClue):
    """Approach: a way to reach the child somewhere else."""

    family = Family.MOVING
    decibans = 4
    means = "The sender asks for or gives a user name or a number."
    told = "They asked for your user name or number, or gave you theirs."
    innocent = "Friends and classmates who connect, and groups that collect numbers."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:whats|wats|wots|what is|wat is|whts|what|wat|wheres) (?:is |"
            rf"s )?{_YOUR} (?:[a-z]+ )?{_HANDLE}\b(?! (?:of|one|again in|score|story|streak|plate|filter))"
        ),
        (
            r"\b(?:can|could|may|cud|mind if|lemme|let me|want to|wanna|id like to|like to|love to) (?:i |"
            r"me )?(?:please |pls |just )?(?:have|get|hav|grab|ask for|"
            rf"take) (?:[a-z]+ )?{_YOUR} (?:[a-z]+ )?{_HANDLE}\b"
        ),
        (
            r"\b(?:gimme|give(?: me| us)?|gib|send(?: me| us)?|drop(?: me)?|pass(?: me)?|share|tell me|need|want|"
            rf"text me|write me|leave|type|pm me|dm me|put) (?:[a-z]+ )?{_YOUR} (?:[a-z]+ )?{_HANDLE}\b"
        ),
        (
            r"\b(?:give|send|gimme|drop) (?:me )?(?:a |the )?(?:number|whatsapp|snap|insta|telegram)\b(?! (?:of|to|"
            rf"from|story))|\b{_YOUR} (?:snap|insta|number|whatsapp|kik|discord|telegram|digits)\W*\?|^\W*(?:ur |"
            r"your )?(?:snap|insta|number|whatsapp|kik|sc|ig)\W*\?+\W*$"
        ),
        (
            rf"\b(?:my|mines|mine) (?:[a-z]+ )?(?:{_APP}|user ?name|number|gamer ?tag|cell|e ?mail|"
            rf"screen ?name) (?:is|iz|s|its)\b|\b(?:my|mine|mines) (?:[a-z]+ )?(?:{_APP}|user ?name|number|"
            r"gamer ?tag) ?[:=@]"
        ),
        (
            r"(?:^|[^a-z])(?:snap|snapchat|sc|insta|ig|disc|discord|kik|tele|telegram|tg|wa|whatsapp|"
            r"skype) ?[:=@] ?[a-z0-9._]{3}"
        ),
        (
            r"\b(?:add|follow|find|text|call|msg|message|hmu|snap|write|ring|dm)(?: me)? (?:[a-z]+ )?(?:on|at|"
            rf"through|via) (?:my )?(?:{_APP}|number|cell)\b ?(?:is|its|im|[:=@]|under|as|at)?"
        ),
        (
            r"\b(?:heres|here is|this is|take|save|got|have|this is) my (?:[a-z]+ )?(?:number|snap|insta|whatsapp|"
            r"kik|discord|telegram|digits|user ?name|cell)\b|\b(?:its )?(?:just|only) a number\b(?= ?[.!,]*$)"
        ),
        (
            r"(?<![\d.+])(?:\+\d{1,3}[ -]?)?\(?0?\d{3,4}\)?[ .-]\d{3}[ .-]\d{3,4}(?![\d.])|"
            r"(?<![\d.])0?7\d{3}[ ]?\d{6}(?!\d)"
        ),
        (
            r"\b(?:swap|exchange|trade|switch) (?:numbers|snaps?|instas?|digits|user ?names|discords?)\b|\b(?:gave|"
            r"give|giving) (?:me|you|u) (?:your|ur|my) (?:number|snap|insta|cell|kik)\b"
        ),
    )
    examples = (
        seen("whats ur snap"),
        seen("can i have your number"),
        seen("my insta is blue_kite77"),
        seen("mine is on discord: blue_kite77"),
        unseen("what number did you get for question 4"),
        unseen("the number of goals was insane"),
        unseen("oh snap"),
    )
    sources = ("Thorn 2022 (moving to another platform)", "ChatCoder 2 (personal information exchange)")
