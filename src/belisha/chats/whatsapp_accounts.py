"""WhatsApp's identifiers of people and groups (jids), as both of its databases write them."""

import re

_DEVICE = re.compile(r"^(\d+)(?:\.\d+)?(?::\d+)?@(s\.whatsapp\.net|lid)$")
"""A person's jid, with the agent and the device that newer versions put after the number."""


def account_of(jid: str | None) -> str | None:
    """The person or group behind a jid: without the device that wrote; None for an empty one."""
    jid = (jid or "").strip()
    if not jid or jid == "-1":
        return None
    person = _DEVICE.match(jid)
    return f"{person[1]}@{person[2]}" if person else jid


def is_group(jid: str) -> bool | None:
    """True for a group, False for one person, None for broadcasts, channels and what else there is."""
    if jid.endswith("@g.us"):
        return True
    return False if jid.endswith(("@s.whatsapp.net", "@lid")) else None
