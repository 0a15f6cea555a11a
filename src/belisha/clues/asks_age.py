"""Asks how old the other is."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family


class AsksAge(PhraseClue):
    """Selection: finding out whether the other is a child."""

    family = Family.SELECTION
    decibans = 4
    means = "The sender asks the other's age."
    told = "They asked how old you are."
    innocent = "Most first chats, above all between people of the same age."
    phrases = (
        r"\bhow old (?:are|r|is) ?(?:you|u|ya|yu)\b",
        r"\bhow old (?:you|u) (?:are|r)\b",
        r"\b(?:what|wat|wots|whats|what is|wats) (?:is )?(?:your|ur|yr) age\b",
        r"\b(?:your|ur) age\s*\?",
        r"\bhow old r ?u\b",
        r"\ba[/ .]?s[/ .]?l\b(?! ?(?:class|teacher|interpreter|sign))",
        r"\bage\s*\?+\s*$",
        r"\b(?:what|which|wat) (?:grade|year|class|school year) (?:are|r) (?:you|u) in\b",
        r"\b(?:are|r) (?:you|u) (?:over|under|at least|even) (?:1[0-9]|eighteen|sixteen)\b",
    )
    examples = (
        seen("how old r u"),
        seen("asl?"),
        seen("what grade are you in?"),
        unseen("how old is your dog"),
        unseen("she teaches asl class on mondays"),
    )
    sources = ("O'Connell 2003 (risk assessment)", "ChatCoder 2 (personal information exchange)")
