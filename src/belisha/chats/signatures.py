"""Who sent a request: signatures and tokens, compared so that the time taken tells nothing about the right one.

Each check answers False for whatever is missing, misspelt or too old; none says which of them it was.
"""

import base64
import binascii
import hashlib
import hmac

WINDOW_SECONDS = 300
"""How far the time in a signature may be from ours: five minutes, as Slack and Standard Webhooks say."""
_STANDARD_SECRET = "whsec_"  # noqa: S105 - the mark before a secret


def same_text(given: str, expected: str) -> bool:
    """Whether two secrets are the same; an empty one is never right."""
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def is_signed_by_meta(body: bytes, header: str, secret: str) -> bool:
    """``X-Hub-Signature-256`` of Meta's webhooks: ``sha256=`` and the keyed hash of the body in hexadecimal."""
    return bool(secret) and same_text(header.lower(), f"sha256={_hexadecimal(secret, body)}")


def is_signed_by_slack(body: bytes, headers: tuple[str, str], secret: str, now: float) -> bool:
    """Slack's signature, version 0 (api.slack.com, "Verifying requests from Slack").

    Args:
        body: as it came.
        headers: ``X-Slack-Request-Timestamp`` and ``X-Slack-Signature``.
        secret: the app's signing secret.
        now: seconds since 1970.
    """
    moment, signature = headers
    signed = f"v0:{moment}:".encode("utf-8", "replace") + body
    return bool(secret) and is_recent(moment, now) and same_text(signature, f"v0={_hexadecimal(secret, signed)}")


def is_signed_by_standard(body: bytes, headers: tuple[str, str, str], secret: str, now: float) -> bool:
    """A signature of Standard Webhooks (standardwebhooks.com), for which most languages have a ready library.

    Args:
        body: as it came.
        headers: ``webhook-id``, ``webhook-timestamp`` and ``webhook-signature``; the last may hold several
            signatures, one of which must be right, while a secret is being changed.
        secret: ``whsec_`` and base64, or bare base64.
        now: seconds since 1970.
    """
    identifier, moment, signatures = headers
    if not identifier or not is_recent(moment, now):
        return False
    expected = standard_signature(body, identifier, moment, secret)
    return any(same_text(signature, expected) for signature in signatures.split())


def standard_signature(body: bytes, identifier: str, moment: str, secret: str) -> str:
    """What Standard Webhooks writes into ``webhook-signature``; empty when the secret is no base64."""
    try:
        key = base64.b64decode(secret.removeprefix(_STANDARD_SECRET), validate=True)
    except (binascii.Error, ValueError):
        return ""
    signed = f"{identifier}.{moment}.".encode("utf-8", "replace") + body
    return f"v1,{base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()}" if key else ""


def is_recent(moment: str, now: float) -> bool:
    """Whether a time in whole seconds since 1970 is within the window: an older one may be a request played again."""
    return moment.isascii() and moment.isdigit() and abs(int(moment[:18]) - now) <= WINDOW_SECONDS


def _hexadecimal(secret: str, content: bytes) -> str:
    return hmac.digest(secret.encode(), content, hashlib.sha256).hex()
