"""Police: an order of reading, never a finding; the bar is high because a person's freedom may hang on it."""

from belisha.lights import Audience, Words
from belisha.model import Light


class Police(Audience):
    """Investigators and lab analysts."""

    who = "police"
    amber_from = 0.8
    red_from = 0.99
    false_ambers = 1 / 10_000
    false_reds = 1 / 100_000
    words = {  # noqa: RUF012 - read only
        Light.GREEN: Words(
            "Nothing noticed",
            "The program noticed no pattern. That is not evidence of absence: it does not replace reading.",
            "",
        ),
        Light.AMBER: Words(
            "Read early",
            "Several tactics known from grooming cases were noticed together. This is a lead, not evidence.",
            "Read this conversation before those below it, from the marked messages outwards.",
        ),
        Light.RED: Words(
            "Read first",
            "Strong and varied indications of grooming, coercion or blackmail were noticed. This is a lead, "
            "not evidence.",
            "Read this conversation first, assess whether a child is at risk now, and secure the original data.",
        ),
    }
