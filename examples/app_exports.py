"""Writes what apps hand out when their owner asks for a copy: text, JSON, and folders of it."""

import json
from pathlib import Path
from typing import Any

from examples.chat_sources import Chat, Line, Person


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _write_json(path: Path, content: object, indent: int = 2) -> None:
    _write(path, json.dumps(content, indent=indent, ensure_ascii=False))


def whatsapp_text(chats: list[Chat], folder: Path) -> None:
    """The button "Export chat" of an Android phone set to British English."""
    for chat in chats:
        title = chat.title or chat.others[0].name
        notice = (
            "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to or share them."
        )
        lines = [f"{chat.lines[0].at:%d/%m/%Y, %H:%M} - {notice}"]
        for line in chat.lines:
            said = f"{line.attachment} (file attached)" if line.attachment else line.text
            lines.append(f"{line.at:%d/%m/%Y, %H:%M} - {line.sender.name}: {said}")
        _write(folder / f"WhatsApp Chat with {title}.txt", "\n".join(lines) + "\n")


def telegram(chats: list[Chat], folder: Path) -> None:
    """``result.json`` of Telegram Desktop: the whole account in one file."""
    owner = chats[0].owner
    listed = [
        {
            "name": chat.title or chat.others[0].name,
            "type": "private_group" if chat.title else "personal_chat",
            "id": 4000000 + number if chat.title else _telegram_id(chat.others[0]),
            "messages": [_telegram_message(line, index) for index, line in enumerate(chat.lines, 100 * number)],
        }
        for number, chat in enumerate(chats, 1)
    ]
    about = "Here is the data you requested."
    first, last = owner.name.split()
    personal = {"user_id": _telegram_id(owner), "first_name": first, "last_name": last, "phone_number": owner.number}
    content = {"about": about, "personal_information": personal, "chats": {"about": "All chats.", "list": listed}}
    _write_json(folder / "result.json", content, indent=1)


def _telegram_id(person: Person) -> int:
    return 5550000 + person.nr


def _telegram_message(line: Line, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "type": "message",
        "date": f"{line.at:%Y-%m-%dT%H:%M:%S}",
        "date_unixtime": str(line.unix),
        "from": line.sender.name,
        "from_id": f"user{_telegram_id(line.sender)}",
        "text": line.text,
        "text_entities": [{"type": "plain", "text": line.text}],
    }


def discord(chats: list[Chat], folder: Path) -> None:
    """One file to a channel, as DiscordChatExporter writes it."""
    for chat in chats:
        channel = 200000000000000000 + min(person.nr for person in chat.others) * 100 + chat.owner.nr
        name = chat.title or chat.others[0].handle
        kind = "DirectGroupTextChat" if chat.title else "DirectTextChat"
        content = {
            "guild": {
                "id": "0",
                "name": "Direct Messages",
                "iconUrl": "https://cdn.discordapp.com/embed/avatars/0.png",
            },
            "channel": {
                "id": str(channel),
                "type": kind,
                "categoryId": None,
                "category": None,
                "name": name,
                "topic": None,
            },
            "dateRange": {"after": None, "before": None},
            "exportedAt": "2026-03-20T10:00:00.1234567+00:00",
            "messages": [_discord_message(line, channel, number) for number, line in enumerate(chat.lines, 1)],
            "messageCount": len(chat.lines),
        }
        _write_json(folder / f"Direct Messages - {name} [{channel}].json", content)


def _discord_message(line: Line, channel: int, number: int) -> dict[str, Any]:
    return {
        "id": str(1340000000000000000 + channel % 100000 * 1000 + number),
        "type": "Default",
        "timestamp": f"{line.at:%Y-%m-%dT%H:%M:%S}.123+00:00",
        "timestampEdited": None,
        "callEndedTimestamp": None,
        "isPinned": False,
        "content": line.text,
        "author": {
            "id": str(100000000000000000 + line.sender.nr),
            "name": line.sender.handle,
            "discriminator": "0000",
            "nickname": line.sender.name,
            "color": None,
            "isBot": False,
            "roles": [],
        },
        "attachments": [],
        "embeds": [],
        "stickers": [],
        "reactions": [],
        "mentions": [],
    }


def snapchat(chats: list[Chat], folder: Path) -> None:
    """``json/chat_history.json`` of "My Data": newest first, with markup escaped; a file that an app still uses."""
    content = {}
    for chat in chats:
        said = [
            {
                "From": line.sender.handle,
                "Media Type": "MEDIA" if line.attachment else "TEXT",
                "Created": f"{line.at:%Y-%m-%d %H:%M:%S} UTC",
                "Content": line.text.replace("&", "&amp;").replace("'", "&#39;") or None,
                "Conversation Title": chat.title or None,
                "IsSender": line.sender == chat.owner,
                "Created(microseconds)": line.unix * 1000 + 123,
                "IsSaved": False,
                "Media IDs": f"b~{line.unix:X}" if line.attachment else "",
            }
            for line in reversed(chat.lines)
        ]
        content[chat.others[0].handle] = said
    _write_json(folder / "json" / "chat_history.json", content)


def instagram(chats: list[Chat], folder: Path) -> None:
    """``message_1.json`` per thread, newest first; characters beyond ASCII come out as Instagram spoils them."""
    for chat in chats:
        other = chat.others[0]
        thread = f"inbox/{other.handle.strip('_').replace('.', '')}_{1784000000000000 + other.nr}"
        content = {
            "participants": [{"name": _spoilt(person.name)} for person in (other, chat.owner)],
            "messages": [
                {
                    "sender_name": _spoilt(line.sender.name),
                    "timestamp_ms": line.unix * 1000 + 7,
                    "content": _spoilt(line.text),
                    "is_geoblocked_for_viewer": False,
                }
                for line in reversed(chat.lines)
            ],
            "title": _spoilt(other.name),
            "is_still_participant": True,
            "thread_path": thread,
            "magic_words": [],
        }
        path = folder / "your_instagram_activity" / "messages" / thread / "message_1.json"
        _write(path, json.dumps(content, indent=2))


def _spoilt(text: str) -> str:
    """UTF-8 taken for Latin-1, as Meta's exports have it."""
    return text.encode().decode("latin-1")


def messages_jsonl(chats: list[Chat], folder: Path) -> None:
    """Belisha's own form, with what the operator knows about the accounts."""
    lines: list[dict[str, Any]] = []
    for chat in chats:
        lines += [{"account": person.handle, "age": person.age, "role": "child"} for person in chat.people]
        for line in chat.lines:
            said = {"conversation": chat.title, "sender": line.sender.handle, "text": line.text}
            lines.append({**said, "sent_at": f"{line.at:%Y-%m-%dT%H:%M:%SZ}", "app": "Flag Island"})
    _write(folder / "lobby.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
