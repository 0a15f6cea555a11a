"""A whole scan: evidence in, findings out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from belisha.chats.merge import Merged, merge
from belisha.chats.reading import Read, read
from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile
from belisha.model import AccountFacts
from belisha.scene import Contact
from belisha.stream.lanes import LANE_MESSAGES, lanes, named_audience, run
from belisha.stream.memory import Memory
from belisha.stream.watch import Watch


class Progress(NamedTuple):
    """Whom to tell how far a scan is.

    Attributes:
        reading: called with the path of each file before it is read.
        counted: called with the number of messages that were read in all.
        seen: called with the number of messages seen since the last call.
    """

    reading: Callable[[str], None] = lambda _path: None
    counted: Callable[[int], None] = lambda _count: None
    seen: Callable[[int], None] = lambda _count: None


SILENT = Progress()
"""Nobody is told."""


def scan(paths: Iterable[Path], audience: str, jobs: int = 1, progress: Progress = SILENT) -> Findings:
    """Reads all evidence under ``paths`` and sees every conversation in it.

    Args:
        paths: files, folders, archives.
        audience: for whom the lights are; the name of a plug-in in ``lights``.
        jobs: how many processes may be used.
        progress: whom to tell how far it is.
    """
    inputs: list[InputFile] = []
    found: list[Read] = []
    for one in read(paths, progress.reading):
        inputs.append(InputFile(one.path, one.sha256, one.app, one.messages, tuple(one.problems)))
        found.append(one)
    merged = merge(found)
    total = sum(map(len, merged.conversations.values()))
    progress.counted(total)
    work = lanes(merged.conversations.values(), merged.facts, audience)
    findings: list[ConversationFinding] = []
    contacts: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    for outcome in run(work, jobs if total > LANE_MESSAGES else 1, progress.seen):
        findings += [_with_messages(finding, merged) for finding in outcome.findings]
        for app, account, contact in outcome.contacts:
            contacts[app, account].append(contact)
    accounts = _accounts(contacts, merged, audience)
    return Findings(
        audience=audience,
        inputs=tuple(inputs),
        conversations=tuple(sorted(findings, key=_worst_conversation_first)),
        accounts=tuple(sorted(accounts, key=lambda each: (-each.light, -each.reading.decibans, each.app, each.id))),
        titles=_titles(merged),
    )


def _with_messages(finding: ConversationFinding, merged: Merged) -> ConversationFinding:
    return msgspec.structs.replace(finding, messages=tuple(merged.conversations[finding.app, finding.id]))


def _worst_conversation_first(finding: ConversationFinding) -> tuple[float, float, str, str]:
    decibans = finding.highest.decibans if finding.highest else float("-inf")
    return -finding.light, -decibans, finding.app, finding.id


def _accounts(
    contacts: dict[tuple[str, str], list[Contact]], merged: Merged, audience: str
) -> Iterable[AccountFinding]:
    watch = Watch([named_audience(audience)], Memory())
    for fact in merged.facts:
        if isinstance(fact, AccountFacts):
            watch.know(fact)
    for (app, account), known in contacts.items():
        reading, changes = watch.see_account(app, account, known)
        facts = watch.memory.facts_of(app, account)
        yield AccountFinding(
            id=account,
            app=app,
            title=facts.title if facts else "",
            conversations=tuple(each.conversation for each in known),
            reading=reading,
            light=max((change.after for change in changes), default=named_audience(audience).light(None)),
        )


def _titles(merged: Merged) -> dict[str, str]:
    named = [fact for fact in merged.facts if isinstance(fact, AccountFacts) and fact.title]
    return {f"{fact.app}/{fact.account}": fact.title for fact in named}
