"""The book of a case: a changed, removed or inserted entry is named."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chain import BEGINNING
from belisha.response.cases.case_book import changed_texts, last_link, seal, time_of, verify_chain
from belisha.response.cases.case_file import CaseFile, Entry
from tests.response.cases.sample_case import START, book, case, empty

THIRD = {"at": "2026-06-06T10:00:00Z", "who": "off-2", "role": "officer", "what": "report", "note": "to the police"}


def with_entry(number: int, **changed: object) -> CaseFile:
    entries = list(book(THIRD))
    entry = entries[number - 1]
    entries[number - 1] = msgspec.structs.replace(entry, recorded={**entry.recorded, **changed})
    return case(book=tuple(entries))


def test_an_untouched_book_holds() -> None:
    assert verify_chain(case(book=book(THIRD))) is None
    assert verify_chain(empty()) is None
    assert last_link(empty()) == BEGINNING


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("changed", [{"who": "mod-8"}, {"note": "x"}, {"at": "2026-06-04T18:40:01Z"}, {"more": 1}])
def test_a_changed_entry_is_named(number: int, changed: dict[str, object]) -> None:
    broken = verify_chain(with_entry(number, **changed))
    assert broken is not None
    assert broken.number == number
    assert f"entry {number}" in broken.says
    assert str(broken.entry.recorded["who"]) in broken.says


def test_a_removed_entry_and_an_inserted_one_are_named() -> None:
    entries = book(THIRD)
    removed = verify_chain(case(book=(entries[0], entries[2])))
    assert removed is not None
    assert removed.number == 2
    inserted = verify_chain(case(book=(entries[0], Entry({"who": "x"}, entries[1].link), *entries[1:])))
    assert inserted is not None
    assert inserted.number == 2


def test_a_book_that_was_cut_off_shows_only_in_its_last_link() -> None:
    whole, cut = case(book=book(THIRD)), case(book=book())
    assert verify_chain(cut) is None
    assert last_link(cut) != last_link(whole)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["at", "who", "what", "note"]), st.text(st.characters(codec="utf-8"))),
        max_size=5,
    ),
    st.data(),
)
def test_any_change_to_any_entry_is_found(recorded: list[dict[str, str]], data: st.DataObject) -> None:
    entries: tuple[Entry, ...] = ()
    for each in recorded:
        entries = seal(entries, each)
    assert verify_chain(case(book=entries)) is None
    if entries:
        at = data.draw(st.integers(0, len(entries) - 1))
        changed = Entry({**entries[at].recorded, "what": entries[at].said("what") + "x"}, entries[at].link)
        broken = verify_chain(case(book=(*entries[:at], changed, *entries[at + 1 :])))
        assert broken is not None
        assert broken.number == at + 1


def test_a_changed_text_is_found_and_a_deleted_one_is_not_taken_for_changed() -> None:
    assert changed_texts(case()) == ()
    conversation = case().conversations[0]
    messages = list(conversation.messages)
    messages[1] = msgspec.structs.replace(messages[1], text="something else")
    tampered = case(conversations=(msgspec.structs.replace(conversation, messages=tuple(messages)),))
    assert [message.id for message in changed_texts(tampered)] == ["m3"]


@pytest.mark.parametrize(
    "said", ["2026-03-01T18:00:00Z", "2026-03-01T19:00:00+01:00", START.timestamp(), "2026-03-01T18:00:00"]
)
def test_the_time_of_an_entry_is_aware(said: object) -> None:
    assert time_of(Entry({"at": said}, "")) == START


@pytest.mark.parametrize("said", [None, "", "yesterday", 1e300, {"x": 1}])
def test_a_time_that_cannot_be_read_is_unknown(said: object) -> None:
    assert time_of(Entry({"at": said}, "")) is None
