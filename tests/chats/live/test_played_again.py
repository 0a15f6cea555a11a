"""A request of a platform whose signature holds no time is recorded, and sent again: what it says counts once."""

import contextlib
import hashlib
import hmac
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.surfaces.served import served

META: dict[str, Any] = {
    "object": "page",
    "entry": [
        {
            "id": "1",
            "messaging": [
                {
                    "sender": {"id": "2"},
                    "recipient": {"id": "1"},
                    "timestamp": 1772467200000,
                    "message": {"mid": "m1", "text": "is the club open today"},
                }
            ],
        }
    ],
}
POSTS: dict[str, dict[str, Any]] = {
    "messenger": META,
    "instagram": META | {"object": "instagram"},
    "mattermost": {"token": "sesame", "post_id": "p1", "channel_id": "c1", "user_id": "u1", "text": "hello"},
    "rocket_chat": {"token": "sesame", "message_id": "p1", "channel_id": "c1", "user_id": "u1", "text": "hello"},
}


def test_what_is_sent_again_counts_once_also_after_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MESSENGER_APP_SECRET", "INSTAGRAM_APP_SECRET", "MATTERMOST_TOKEN", "ROCKET_CHAT_TOKEN"):
        monkeypatch.setenv(f"BELISHA_{name}", "sesame")
    for name in ("MESSENGER_VERIFY_TOKEN", "INSTAGRAM_VERIFY_TOKEN"):
        monkeypatch.setenv(f"BELISHA_{name}", "verify me")
    with served(tmp_path, settings="".join(f"[sources.{name}]\n" for name in POSTS)) as service:
        for turn in range(3):
            with service.client() as client:
                for name, told in POSTS.items():
                    body = json.dumps(told).encode()
                    signature = hmac.new(b"sesame", body, hashlib.sha256).hexdigest()
                    headers = {"content-type": "application/json", "x-hub-signature-256": f"sha256={signature}"}
                    assert client.post(f"/live/{name}/", content=body, headers=headers).status_code == 200
            if turn == 1:
                service.kill()
                service.start()
        with contextlib.closing(sqlite3.connect(f"file:{tmp_path}/belisha.db?mode=ro", uri=True)) as database:
            found = database.execute("SELECT count(*) FROM messages").fetchone()[0]
    assert found == len(POSTS)
