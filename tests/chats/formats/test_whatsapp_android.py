"""What is particular to WhatsApp on Android: encrypted backups, and both layouts in one file."""

from pathlib import Path

import pytest

from belisha.chats.reading import read
from belisha.chats.whatsapp_accounts import account_of, is_group


@pytest.mark.parametrize(
    "name", ["msgstore.db.crypt12", "msgstore.db.crypt14", "msgstore-2024-06-10.1.db.crypt15", "wa.db.crypt15"]
)
def test_an_encrypted_backup_is_named_as_such(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(bytes(range(7, 250)) * 8)
    (found,) = read([tmp_path])
    assert "WhatsApp" in found.problems[0].what
    assert "encrypted" in found.problems[0].advice


@pytest.mark.parametrize(
    ("jid", "account", "group"),
    [
        ("491510000001@s.whatsapp.net", "491510000001@s.whatsapp.net", False),
        ("491510000001.0:12@s.whatsapp.net", "491510000001@s.whatsapp.net", False),
        ("491510000001:3@s.whatsapp.net", "491510000001@s.whatsapp.net", False),
        ("77000000000004:1@lid", "77000000000004@lid", False),
        ("491510000003-1465000000@g.us", "491510000003-1465000000@g.us", True),
        ("120363000000000001@g.us", "120363000000000001@g.us", True),
        ("status@broadcast", "status@broadcast", None),
        ("120363000000000009@newsletter", "120363000000000009@newsletter", None),
    ],
)
def test_jids_name_people_and_groups(jid: str, account: str, group: bool | None) -> None:
    assert account_of(jid) == account
    assert is_group(account) is group


@pytest.mark.parametrize("jid", [None, "", " ", "-1"])
def test_an_empty_jid_names_nobody(jid: str | None) -> None:
    assert account_of(jid) is None
