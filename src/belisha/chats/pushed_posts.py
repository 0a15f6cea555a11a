"""What Mattermost and Rocket.Chat share live: an outgoing webhook posts one message, with a token in it."""

from typing import Any
from urllib.parse import parse_qsl

from belisha.chats.shapes import json_in
from belisha.chats.signatures import same_text
from belisha.errors import Unreadable


def post_in(body: bytes, media: str, tokens: str) -> Any:  # noqa: ANN401 - any JSON
    """The post that a body holds, without its token.

    Args:
        body: as it came, JSON or a form.
        media: of the body.
        tokens: the right ones, divided by spaces: a server has one for each of its webhooks.

    Returns:
        None when the token is missing or wrong.
    """
    try:
        tree = dict(parse_qsl(body.decode(), True)) if "urlencoded" in media else json_in(body, "body")
    except (Unreadable, UnicodeDecodeError, ValueError):
        return None
    given = tree.pop("token", None) if isinstance(tree, dict) else None
    right = isinstance(given, str) and any(same_text(given, token) for token in tokens.split())
    return tree if right else None
