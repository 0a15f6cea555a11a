"""Asks to delete the chat, or to use messages that vanish."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_DELETE = r"(?:delete|deleting|del|dlt|erase|clear|wipe|get rid of|unsend|burn)"
_TALK = (
    r"(?:chats?|convos?|conversations?|messages?|msgs?|mesages|texts?|txts?|history|dms?|thread|inbox|call log|pics?|"
    r"photos?|screenshots?)"
)
_EVERYDAY = (
    (
        rf"(?<!\bi )(?<!youd )(?<!ud )(?<!ill )\b{_DELETE} (?:it|this|that|them|these|those|everything|"
        r"all (?:of )?(?:it|this|them|that))\b(?! (?:from|with|using|if|in|and (?:re)?install|file|line|one))"
    ),
    (
        r"\b(?:dont|do not|dnt|no|never) (?:[a-z]+ )?(?:screen ?shot|screenies?|screen ?shots|ss this|save (?:this|"
        r"these|our|the) (?:chat|pics?|messages|convo))\b"
    ),
    (
        rf"\b(?:clear|delete|wipe|erase|get rid of) (?:the |my |old )(?:old )?{_TALK}\b|\bwipe (?:your|ur) (?:phone|"
        r"ipad|tablet)\b|\bset (?:it|this|the chat|messages) to (?:disappear|vanish|delete|expire)\b|\b(?:delete|"
        r"remove) me from (?:your|ur)\b"
    ),
    r"\b(?:archive|lock|mute) (?:this|our) (?:chat|convo|conversation)\b",
)


class AsksToDelete(PhraseClue):
    """Secrecy: no trace shall be left."""

    family = Family.SECRECY
    decibans = 8
    means = "The sender asks to delete messages or to use ones that vanish."
    told = "They asked you to delete your chat or use messages that disappear."
    innocent = "Embarrassing pictures among friends, surprises, and help with computers."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"(?<!\bi )(?<!ill )\b{_DELETE} (?:all |everything in |some of )?(?:of )?(?:our|this|these|your|ur|"
            rf"those|"
            rf"yesterdays|todays|every|all|any|each|that whole|the whole) (?:[a-z]+ )?{_TALK}\b"
        ),
        (
            r"\b(?:did|have|has|u|you|then|pls|please|plz|remember to|make sure (?:you|u|to)|dont forget to|always|"
            r"and|gotta|must|are|r|keep|can (?:you|u)|could (?:you|u)) (?:[a-z]+ )?(?:delete|deleted|deleting|erase|"
            r"erased|clear|cleared|clearing|wipe|wiped) (?:[a-z]+ )?(?:our |the |this |ur |your |"
            r"all )?(?:[a-z]+ )?(?:chats?|convos?|conversations?|messages|msgs|texts|txts|history|dms)\b(?! (?:file|"
            r"table|queue|buffer))"
        ),
        (
            r"\b(?:delete|erase|unsend|wipe|clear) (?:it|this|that|them|everything|all of it|all this|"
            r"this chat) (?:[a-z]+ )?(?:after|afterwards|when (?:you|u|ur)|once (?:you|u)|so (?:no ?one|nobody|your|"
            r"ur|she|he|they)|before (?:your|ur|any|she|he|they)|every (?:day|night|time)|later|from (?:ur|"
            r"your) phone|ok|k|yeah|right away|straight)\b"
        ),
        (
            r"\b(?:press|hit|tap|click) (?:the )?(?:bin|delete|trash|rubbish)\b|(?:^|\b(?:now|then|and|"
            r"ok) )bin (?:me|this|our|the chat)\b|"
            r"\b(?:take|get|remove) (?:this|that|my|it|our) ?(?:\w+ )?(?:out of|out|from|off) (?:ur|"
            r"your) (?:history|phone|tablet|chats?)\b|"
            r"\bclose the (?:tab|window|app) (?:\w+ )?(?:after|so|when|before)\w*\b|\bclear (?:ur|your|"
            r"the) (?:browser |search )?history\b"
        ),
        (
            r"\b(?:send|read|look|watch|see|reply|answer|done|over|talk)(?: [a-z]+){0,3}[ ,.]{1,2}(?:then|and|"
            r"and then|n|n then) (?:(?!i\b|ill\b)[a-z]+ )?(?:delete|erase|unsend)\b"
        ),
        (
            r"^\W*(?:so |and |hey |hi |oi )?(?:you|u|did you|did u|have you|have u|uve|"
            r"youve) (?:[a-z]+ )?(?:deleted?|cleared?|erased?|wiped?)\b.{0,25}\?"
        ),
        (
            r"\b(?:make sure|remember to|dont forget to|always|promise (?:you|u|ull|youll)|better|you must|u must|"
            r"have to|gotta) (?:[a-z]+ ){0,2}(?:delete|erase|unsend) (?:it|this|that|them|everything|all|our|after|"
            r"\W*$)"
        ),
        (
            r"\b(?:turn on|turn|use|switch on|switch to|set|put on|put|enable|activate|have|try|is|"
            r"theres) (?:[a-z]+ ){0,3}(?:disappearing|vanish|vanishing|self ?destruct|self ?destructing|"
            r"secret chat|auto ?delete|timer on|incognito|ghost mode)\b"
        ),
        (
            r"\b(?:disappearing|vanishing|self ?destructing|auto ?deleting) (?:messages?|mode|chats?|texts?|msgs|"
            r"pics?|photos?)\b|\bvanish mode\b|\bsecret chat\b|\bauto ?deletes?\b"
        ),
        (
            r"\b(?:messages|everything|pics|they|it|chats|texts|it all) (?:all |just |will |automatically |auto |"
            r"then |always )?(?:disappears?|vanish(?:es)?|self ?destructs?|gets? deleted|deletes? (?:itself|"
            r"themselves|after))\b(?! (?:from|when i))"
        ),
        (
            r"\b(?:leave|leaves|leaving|keep|dont leave|want|without) (?:[a-z]+ )?(?:no |any )?(?:evidence|traces?|"
            r"proof)\b|\bhide (?:this|the|our|your|ur|me on) (?:chat|app|convo|messages|phone|conversation|account|"
            r"whole)\b|\bcover (?:your|ur|our) tracks\b"
        ),
    )
    examples = (
        seen("delete our messages after"),
        seen("did u clear the chat?"),
        seen("turn on disappearing messages"),
        seen("read it and then delete"),
        seen("leave no trace"),
        unseen("i deleted the game, it was boring"),
        unseen("clear your plate first"),
        unseen("the cat disappears every night"),
    )
    sources = (
        "O'Connell 2003 (risk assessment)",
        "Field reports: vanishing messages asked for by offenders (Thorn 2022)",
    )
