"""Moderators: a ranked queue; what is shown should be worth the minutes it takes."""

from belisha.lights import Audience, Words
from belisha.model import Light


class Moderators(Audience):
    """People of a platform, school or club who can look, warn and restrict."""

    who = "moderators"
    amber_from = 0.5
    red_from = 0.96
    false_ambers = 1 / 100
    false_reds = 1 / 1_000
    words = {  # noqa: RUF012 - read only
        Light.GREEN: Words(
            "Nothing noticed",
            "No pattern of grooming was noticed. That is not a finding that the chat is safe.",
            "",
        ),
        Light.AMBER: Words(
            "Look at this soon",
            "Several tactics of grooming were noticed together. There may be an innocent explanation.",
            "Read the marked messages in their context today, and decide whether to warn, restrict or escalate.",
        ),
        Light.RED: Words(
            "Look at this now",
            "Strong signs of grooming, pressure or blackmail were noticed.",
            "Read it now. If a child may be in danger, restrict contact, keep the messages, and inform the police or "
            "your national hotline without telling the sender.",
        ),
    }
