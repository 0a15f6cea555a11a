"""A changed, removed, swapped or inserted entry breaks the chain at its place."""

from hypothesis import given
from hypothesis import strategies as st

from belisha.chain import BEGINNING, first_broken, link

ENTRIES = st.lists(
    st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers(0, 9)), min_size=1, max_size=8
)
Linked = list[tuple[dict[str, object], str]]


def _linked(entries: list[dict[str, object]]) -> Linked:
    before, linked = BEGINNING, []
    for entry in entries:
        before = link(before, entry)
        linked.append((entry, before))
    return linked


@given(ENTRIES)
def test_an_untouched_chain_holds(entries: list[dict[str, object]]) -> None:
    assert first_broken(_linked(entries)) is None


@given(ENTRIES, st.data())
def test_a_changed_entry_is_noticed_at_its_place(entries: list[dict[str, object]], data: st.DataObject) -> None:
    linked = _linked(entries)
    at = data.draw(st.integers(0, len(linked) - 1))
    linked[at] = ({**linked[at][0], "more": 1}, linked[at][1])
    assert first_broken(linked) == at


@given(ENTRIES, st.data())
def test_a_removed_entry_is_noticed_unless_it_was_the_last(
    entries: list[dict[str, object]], data: st.DataObject
) -> None:
    linked = _linked([*entries, {"last": True}])
    at = data.draw(st.integers(0, len(linked) - 2))
    del linked[at]
    assert first_broken(linked) == at
