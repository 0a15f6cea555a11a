"""Messages of all files in one order; copies are marked, nothing is dropped."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.merge import merge
from belisha.chats.reading import Read
from belisha.model import AccountFacts, Message, Provenance

START = datetime(2026, 3, 2, tzinfo=UTC)


def message(text: str, minute: int | None, path: str = "a", number: int = 1) -> Message:
    sent_at = None if minute is None else START + timedelta(minutes=minute)
    provenance = Provenance("test", path, f"hash of {path}", f"line {number}")
    return Message(f"line {number}", "app", "c", "kim", text, sent_at, provenance)


def file(path: str, messages: list[Message]) -> Read:
    return Read(path, f"hash of {path}", "app", list(messages), [])


def texts(*files: Read) -> list[str]:
    return [each.text for each in merge(files).conversations["app", "c"]]


def test_files_are_put_in_one_order_of_time() -> None:
    late = file("a", [message("three", 3), message("four", 4)])
    early = file("b", [message("two", 2, "b"), message("one", 1, "b")])
    assert texts(late, early) == ["one", "two", "three", "four"]


def test_a_message_without_time_stays_behind_its_neighbour() -> None:
    assert texts(file("a", [message("one", 1), message("untimed", None), message("two", 2)])) == [
        "one",
        "untimed",
        "two",
    ]


def test_messages_without_any_time_keep_their_order() -> None:
    assert texts(file("a", [message(str(n), None, number=n) for n in range(5)])) == list("01234")


def test_a_copy_is_marked_and_its_place_kept() -> None:
    merged = merge([file("a", [message("hi", 1)]), file("b", [message("hi", 1, "b", 7)])])
    (only,) = merged.conversations["app", "c"]
    assert [copy.path for copy in only.copies] == ["b"]


def test_the_same_words_twice_in_one_file_are_two_messages() -> None:
    twice = [message("ok", 1, number=1), message("ok", 1, number=2)]
    again = [message("ok", 1, "b", 1), message("ok", 1, "b", 2)]
    assert texts(file("a", twice)) == ["ok", "ok"]
    assert texts(file("a", twice), file("b", again)) == ["ok", "ok"]


def test_ids_stay_unique() -> None:
    merged = merge([file("a", [message("x", 1)]), file("b", [message("y", 2, "b")])])
    ids = [each.id for each in merged.conversations["app", "c"]]
    assert len(ids) == len(set(ids)) == 2


def test_facts_are_kept() -> None:
    fact = AccountFacts("kim", age=12)
    assert merge([Read("a", "", "app", [fact], [])]).facts == [fact]


@given(st.lists(st.tuples(st.text(max_size=2), st.one_of(st.none(), st.integers(0, 5))), max_size=30))
def test_no_message_is_lost_or_made(lines: list[tuple[str, int | None]]) -> None:
    messages = [message(text, minute, number=number) for number, (text, minute) in enumerate(lines)]
    merged = merge([file("a", messages)])
    assert sorted(each.text for each in merged.conversations.get(("app", "c"), [])) == sorted(t for t, _ in lines)
