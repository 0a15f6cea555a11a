"""A warning as the service would bring it."""

from belisha.model import Light
from belisha.notices import Answer, Choice, Notice

CHOICES = (
    Choice(Answer.FINE, "I'm fine", "1"),
    Choice(Answer.KNOWN, "This is someone I know", "2"),
    Choice(Answer.HELP, "Help me", "3"),
)
CHOICES_TEXT = "1  I'm fine\n2  This is someone I know\n3  Help me"


def notice(app: str, account: str, conversation: str, number: str = "n1") -> Notice:
    """An amber notice to a child; the number is its id."""
    return Notice(
        id=number,
        app=app,
        account=account,
        conversation=conversation,
        light=Light.AMBER,
        language="en",
        noticed=f"Somebody asks you to keep a secret ({number}).",
        action="Show this chat to somebody you trust.",
        help="You can call the helpline.",
        comfort="This is not your fault.",
        choices=CHOICES,
    )
