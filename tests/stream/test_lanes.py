"""Any split of the work gives the same lights."""

from collections import defaultdict

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.model import AccountFacts, ConversationFacts, Message
from belisha.stream.lanes import Lane, Outcome, lanes, run, see
from tests.strategies import messages


def by_conversation(found: list[Message]) -> list[list[Message]]:
    groups: dict[str, list[Message]] = defaultdict(list)
    for message in found:
        groups[message.conversation].append(message)
    return list(groups.values())


def joined(outcomes: list[Outcome]) -> tuple[object, object]:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    contacts = [contact for outcome in outcomes for contact in outcome.contacts]
    return sorted(findings, key=lambda each: each.id), sorted(
        contacts, key=lambda each: (each[1], each[2].conversation)
    )


@settings(max_examples=25, deadline=None)
@given(messages(), st.integers(1, 3))
def test_any_split_by_conversation_gives_the_same(found: list[Message], size: int) -> None:
    groups = by_conversation(found)
    whole = see(Lane("moderators", [], [], groups))
    parts = [see(Lane("moderators", [], [], groups[start : start + size])) for start in range(0, len(groups), size)]
    assert joined(parts) == joined([whole])


def test_losing_a_message_is_noticed() -> None:
    found = [message for message in _chat() if message.text]
    whole, fewer = see(Lane("moderators", [], [], [found])), see(Lane("moderators", [], [], [found[:-1]]))
    assert joined([whole]) != joined([fewer])


def test_two_processes_give_what_one_gives() -> None:
    groups = [[msgspec.structs.replace(each, conversation=f"c{number}") for each in _chat()] for number in range(6)]
    seen: list[int] = []
    facts: list[AccountFacts | ConversationFacts] = [
        AccountFacts("lou", age=12),
        ConversationFacts("c1", "app", members=("kim", "lou")),
    ]
    one = list(run(lanes(groups, facts, "moderators"), 1, seen.append))
    halves = [*lanes(groups[:3], facts, "moderators"), *lanes(groups[3:], facts, "moderators")]
    two = list(run(halves, 2, lambda _count: None))
    assert joined(two) == joined(one)
    assert sum(seen) == sum(map(len, groups))


def _chat() -> list[Message]:
    from tests.stream.test_watch import CONCERN, chat  # noqa: PLC0415 - building that module's watch takes a second

    return chat(*CONCERN)
