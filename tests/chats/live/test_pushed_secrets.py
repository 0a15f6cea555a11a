"""Who pushes to a source proves it with a secret, and every comparison of secrets takes the same time."""

import inspect
import re
from pathlib import Path

from belisha import chats as chats_folder
from belisha.chats import signatures

SHARED = ("meta_webhook", "pushed_posts")
"""Modules through which several pushed sources go."""


def test_every_pushed_source_compares_its_secret_in_the_one_place() -> None:
    """``signatures.same_text`` leads to ``hmac.compare_digest``; nothing else may compare a secret."""
    chats, pushed = Path(chats_folder.__path__[0]), 0
    for source in (chats / "live").glob("*.py"):
        written = source.read_text("utf-8")
        if "pushes = True" not in written:
            continue
        pushed += 1
        through = [
            written,
            *((chats / f"{name}.py").read_text("utf-8") for name in SHARED if f"chats.{name} " in written),
        ]
        assert any("belisha.chats.signatures import" in each for each in through), source.name
        for each in through:
            assert not re.search(
                r"(token|secret|signature|signed)\w*(\[[^]]*])? [!=]= |[!=]= \w*(token|secret)", each
            ), source
    assert pushed > 5
    assert "compare_digest" in inspect.getsource(signatures.same_text)
