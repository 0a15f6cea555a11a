"""The child: the first audience. Private to the child, early, without blame, and always with one thing to do."""

from belisha.lights import Audience, Words
from belisha.model import Light


class Children(Audience):
    """The child who is in the chat."""

    who = "you"
    amber_from = 0.3
    red_from = 0.92
    false_ambers = 1 / 100
    false_reds = 3 / 1_000
    of_strangers = True
    to_child = True
    words = {  # noqa: RUF012 - read only
        Light.GREEN: Words(
            "Nothing noticed",
            "We did not notice anything in this chat. That does not mean that it is safe. If something feels wrong, "
            "it is okay to stop and to talk to someone.",
            "",
        ),
        Light.AMBER: Words(
            "Slow down",
            "Some things in this chat are things that people sometimes do when they want to use someone. Maybe it is "
            "nothing. You have done nothing wrong.",
            "Wait before you answer, and show this chat to a grown-up you trust.",
        ),
        Light.RED: Words(
            "Stop and get help",
            "This chat looks like someone is trying to trick you or to scare you. This is not your fault, and you are "
            "not in trouble. Do not send anything and do not meet, and keep the messages.",
            "Stop answering, and show this to a grown-up you trust or call the helpline now.",
        ),
    }
