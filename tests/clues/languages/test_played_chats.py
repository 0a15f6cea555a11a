"""Clues that need more than one message are seen in every language, too: their chats lie in ``played``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha.clues import Example
from belisha.clues.languages import languages
from tests.clues.played_examples import play

FOLDER = Path(__file__).parent / "played"
WANTED = {
    "acts_as_peer", "adult_writes_to_child", "age_contradiction", "hides_though_known", "known_in_real_life",
    "knows_young_age", "parents_know", "presses_on_the_frightened", "talks_past_a_rule", "turns_company_away",
    "writes_unanswered",
}  # fmt: skip


def chats() -> Iterator[tuple[str, str, Example]]:
    for language in languages().values():
        name = type(language).__module__.rpartition(".")[2]
        for chat in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["chat"]:
            yield name, chat["clue"], Example(tuple(chat["lines"]), seen=chat["seen"])


CHATS = list(chats())


@pytest.mark.parametrize(("language", "clue", "chat"), CHATS, ids=[f"{name}-{clue}" for name, clue, _ in CHATS])
def test_a_clue_is_seen_in_its_chat(language: str, clue: str, chat: Example) -> None:
    found = {sighting.clue for sighting in play(chat)}
    assert (clue in found) == chat.seen, (language, chat.lines)


@pytest.mark.parametrize("code", languages())
def test_every_language_has_a_chat_for_each(code: str) -> None:
    name = type(languages()[code]).__module__.rpartition(".")[2]
    assert {clue for language, clue, chat in CHATS if language == name and chat.seen} >= WANTED
    assert {clue for language, clue, chat in CHATS if language == name and not chat.seen}
