"""A CyberTipline report of NCMEC (United States) as XML: the ``<report>`` document that its Reporting API takes.

Elements, their order and their lengths are those of the CyberTipline Reporting API's public documentation, as far as
two independent programs that speak it agree on them (docs/cases.md); the schema itself is given only to those who have
an account there. The documentation has no element for what is preserved until when: it stands in ``additionalInfo``.
Nothing is sent, no file is uploaded. Whoever sends it checks it first, above all the type of incident.
"""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from belisha.errors import Unusable
from belisha.model import Kind
from belisha.response.cases.case_book import last_link, verify_chain
from belisha.response.cases.case_file import CaseConversation, CaseFile, CaseMessage
from belisha.response.exports import Export, ReportingOrganisation
from belisha.response.reports.wording import timestamp, visible, whole

INCIDENT_TYPE = "Online Enticement of Children for Sexual Acts"
"""Of the eight types that the documentation lists, the only one that grooming in a chat falls under."""
_LONG_TEXT, _NAME, _SERVICE, _IDENTIFIER, _ADDRESS = 3_000, 100, 100, 255, 255
_OLDEST = 150


class NcmecCybertipline(Export):
    """The body of a report to the CyberTipline, for providers that are registered with NCMEC."""

    media = "application/xml"
    suffix = ".xml"
    means = "A report to NCMEC's CyberTipline (United States), as its Reporting API takes it; it is not sent."

    def missing(self, case: CaseFile, sender: ReportingOrganisation) -> tuple[str, ...]:
        wanted = {
            "the email address of the person who reports": sender.email,
            "the time of the incident (no evidence has a time, and no light turned)": _incident(case)[0],
        }
        return tuple(what for what, given in wanted.items() if not given)

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        missing = self.missing(case, sender)
        if missing:
            raise Unusable(f"case {case.id}: a CyberTipline report needs {' and '.join(missing)}")
        report = Element("report")
        _summary(report, case)
        for conversation in case.conversations:
            _chat(SubElement(SubElement(report, "internetDetails"), "chatImIncident"), case, conversation)
        _reporter(SubElement(report, "reporter"), sender)
        if case.subject is not None:
            _user(SubElement(report, "personOrUserReported"), case, sender, case.subject)
        for account in _recipients(case):
            _user(SubElement(report, "intendedRecipient"), case, sender, account)
        for young in case.young:
            _user(SubElement(report, "victim"), case, sender, young.account, because=young.because)
        _add(report, "additionalInfo", "\n".join(_additional(case)))
        indent(report)
        written: str = tostring(report, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _summary(report: Element, case: CaseFile) -> None:
    at, means = _incident(case)
    summary = SubElement(report, "incidentSummary")
    _add(summary, "incidentType", INCIDENT_TYPE)
    _add(summary, "platform", case.platform, 256)
    _add(summary, "escalateToHighPriority", case.danger_now, _LONG_TEXT)
    _add(summary, "incidentDateTime", timestamp(at) or "")
    _add(summary, "incidentDateTimeDescription", means, _LONG_TEXT)


def _incident(case: CaseFile) -> tuple[datetime | None, str]:
    """When it happened, and what that time is."""
    evidence = [message.sent_at for each in case.conversations for message in each.evidence if message.sent_at]
    if evidence:
        return max(evidence), f"Time of the last of {len(evidence)} messages that are evidence."
    turned = [each.at for each in case.changes if each.at]
    return max(turned, default=None), "Time at which a program noticed it; the messages have no time."


def _chat(chat: Element, case: CaseFile, conversation: CaseConversation) -> None:
    _add(chat, "chatClient", case.app, _IDENTIFIER)
    _add(chat, "chatRoomName", conversation.title, _IDENTIFIER)
    _add(chat, "content", "\n".join(_line(message) for message in conversation.messages))
    count = "an unknown number of" if conversation.count is None else str(conversation.count)
    hashes = "; ".join(f"{message.index}: {message.text_sha256}" for message in conversation.messages)
    _add(
        chat,
        "additionalInfo",
        f"Conversation {whole(conversation.id)}: {len(conversation.messages)} of {count} messages, "
        f"{len(conversation.evidence)} of them evidence, the others context. SHA-256 of each text: {hashes or 'none'}",
    )


def _line(message: CaseMessage) -> str:
    """One message; further lines of its text are set in, so that no text can pass for a message of its own."""
    mark = "evidence" if message.is_evidence else "context"
    text = "(text not kept; its hash is below)" if message.text is None else "\n    ".join(message.text.splitlines())
    files = f" [attached: {', '.join(map(whole, message.attachments))}]" if message.attachments else ""
    nobody = "the app" if message.kind is Kind.SYSTEM else "unknown sender"
    who = nobody if message.sender is None else whole(message.sender)
    return f"{message.index} ({mark}) {timestamp(message.sent_at) or 'time unknown'} {who}: {text}{files}"


def _reporter(reporter: Element, sender: ReportingOrganisation) -> None:
    person = SubElement(reporter, "reportingPerson")
    _add(person, "firstName", sender.first_name, _NAME)
    _add(person, "lastName", sender.last_name, _NAME)
    _add(person, "phone", sender.phone, 50)
    _add(person, "email", sender.email, _IDENTIFIER)
    if sender.address:
        _add(SubElement(person, "address"), "address", sender.address, _ADDRESS)
    _add(reporter, "companyTemplate", ". ".join(part for part in (sender.name, sender.about) if part))
    _add(reporter, "termsOfService", sender.terms)
    _add(reporter, "legalURL", sender.legal_url, 2083)


def _user(user: Element, case: CaseFile, sender: ReportingOrganisation, account: str, *, because: str = "") -> None:
    """An account; of the person behind it only the age, where it is known."""
    facts = case.known_of(account)
    ages = [facts.age, *(each.age for each in case.young if each.account == account)]
    age = next((each for each in ages if each is not None and 0 <= each <= _OLDEST), None)
    if age is not None or user.tag == "victim":  # a victim must have the element, even when nothing is known
        person = SubElement(user, f"{user.tag}Person")
        _add(person, "age", "" if age is None else str(age))
    _add(user, "espIdentifier", account, _IDENTIFIER)
    _add(user, "espService", sender.service, _SERVICE)
    _add(user, "displayName", facts.title)
    more = [f"Taken for a child's account: {because}"] if because else []
    more += [f"The whole identifier: {account}"] if len(account) > _IDENTIFIER else []
    _add(user, "additionalInfo", "\n".join(more))


def _recipients(case: CaseFile) -> tuple[str, ...]:
    """Accounts to which the evidence was addressed and of which it is not known that they are children's."""
    known = {case.subject, *(each.account for each in case.young)}
    found: list[str] = []
    for conversation in case.conversations:
        pair = conversation.members if len(conversation.members) == 2 else ()  # noqa: PLR2004 - two people, and nobody else
        for message in conversation.evidence:
            if message.sender is not None and message.sender == case.subject:
                found += [account for account in (message.recipients or pair) if account not in known]
    return tuple(dict.fromkeys(found))


def _additional(case: CaseFile) -> Iterator[str]:
    yield (
        f"Case {whole(case.id)}, written {timestamp(case.written_at)} by the program Belisha {case.program.version}. "
        "The type of incident is the one that the program always states for grooming; a person must check it."
    )
    kept = f"until {timestamp(case.kept.until)}" if case.kept.until else "without a set day"
    yield f"Preservation: the contents of this case are kept {kept}. {whole(case.kept.note)}".strip()
    for turned in case.changes:
        at = timestamp(turned.at) or "unknown time"
        yield f"Light {turned.change.after.word} at {at} ({whole(turned.change.subject)})."
    for file in case.files:
        media = whole(file.media) or "media type unknown"
        yield f"File {whole(file.name)} ({media}, {file.size} bytes), SHA-256 {file.sha256}."
    broken = verify_chain(case)
    state = broken.says if broken else f"{len(case.book)} entries, the chain holds"
    yield f"Record of decisions: {state}; last link {last_link(case)}."


def _add(parent: Element, tag: str, text: str, most: int | None = None) -> None:
    """One element with text, cut to the length that is allowed; none at all for what is not known."""
    shown = visible(text).strip()
    if shown:
        SubElement(parent, tag).text = shown if most is None or len(shown) <= most else f"{shown[: most - 1]}…"
