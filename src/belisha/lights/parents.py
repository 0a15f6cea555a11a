"""Parents and carers: what was noticed, and how to talk about it without making it worse."""

from belisha.lights import Audience, Words
from belisha.model import Light


class Parents(Audience):
    """The people who care for the child."""

    who = "parents"
    amber_from = 0.4
    red_from = 0.94
    false_ambers = 1 / 100
    false_reds = 3 / 1_000
    of_strangers = True
    words = {  # noqa: RUF012 - read only
        Light.GREEN: Words(
            "Nothing noticed",
            "No pattern of grooming was noticed. That does not mean that the chat is safe: some things leave no trace "
            "in words.",
            "",
        ),
        Light.AMBER: Words(
            "Have a calm talk",
            "Several things that are known from grooming came together in this chat. There may be an innocent "
            "explanation.",
            "Ask your child about this person, calmly and without blame, and listen before you act.",
        ),
        Light.RED: Words(
            "Act now, gently",
            "There are strong signs that somebody is grooming, pressing or blackmailing your child.",
            "Stay with your child, say that it is not their fault, keep the messages, do not contact the other person, "
            "and report it to the police or the hotline today.",
        ),
    }
