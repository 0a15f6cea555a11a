"""A case in CASE/UCO, the ontology in which forensic tools exchange what they found, as JSON-LD.

Written for CASE 1.5.0 on UCO 1.5.0 (docs/cases.md says where that is described). Identifiers are made from the case
alone, so the same case gives the same graph. Decisions are investigative actions in a chain; each file that messages
were found in has a provenance record; each light that turned is an action of the program.
"""

import json
from typing import Any

from belisha.model import How, Provenance
from belisha.response.cases.case_book import time_of
from belisha.response.cases.case_file import CaseConversation, CaseFile, CaseMessage, Entry
from belisha.response.cases.object_graph import Node, ObjectGraph, instant, literal
from belisha.response.exports import Export, ReportingOrganisation

_UCO, _CASE = "https://ontology.unifiedcyberontology.org", "https://ontology.caseontology.org"
CONTEXT = {
    "kb": "urn:belisha:",
    "case-investigation": f"{_CASE}/case/investigation/",
    **{f"uco-{part}": f"{_UCO}/uco/{part}/" for part in ("action", "core", "identity", "observable", "tool", "types")},
    "co": "http://purl.org/co/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


_LEAD = "A light is a lead, not evidence: it says what to read first."


class CaseUco(Export):
    """Messages, accounts, files, provenance and actions as a graph of CASE/UCO objects."""

    media = "application/ld+json"
    suffix = ".jsonld"
    means = "The case for forensic tools that read CASE/UCO (JSON-LD, CASE 1.5.0)."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        graph = _Graph(case, sender)
        written = {"@context": CONTEXT, "@graph": graph.nodes()}
        return json.dumps(written, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"


class _Graph(ObjectGraph):
    """The objects of a case."""

    def __init__(self, case: CaseFile, sender: ReportingOrganisation) -> None:
        super().__init__(f"belisha:{case.platform}/{case.id}")
        self._case = case
        self._sender = sender

    def nodes(self) -> list[Node]:
        """All of them."""
        case = self._case
        tool = self._tool()
        members = [self._account(account) for account in case.accounts]
        for conversation in case.conversations:
            members += self._conversation(conversation)
        members += [self._attached(at) for at in range(len(case.files))]
        members += self._readings(tool)
        before: Node | None = None
        for number, entry in enumerate(case.book, start=1):
            before = self._action(number, entry, before)
            members.append(before)
        records = [node for node in self.made if node["@type"] == "case-investigation:ProvenanceRecord"]
        self.add(
            "Investigation",
            "case",
            {
                "@type": "case-investigation:Investigation",
                "uco-core:name": literal(case.title or case.id),
                "uco-core:description": [
                    literal(f"Case {case.id} of {case.platform or 'an unknown platform'}. {_LEAD}")
                ],
                "uco-core:createdBy": self._organisation(),
                "uco-core:objectCreatedTime": instant(case.opened_at),
                "case-investigation:investigationStatus": literal(case.status.value),
                "case-investigation:focus": [literal("possible grooming of a child in a chat")],
                "uco-core:object": [*members, *({"@id": node["@id"]} for node in records)],
            },
        )
        return self.made

    def _organisation(self) -> Node:
        return self.add(
            "Organization",
            "sender",
            {"@type": "uco-identity:Organization", "uco-core:name": literal(self._sender.name)},
        )

    def _tool(self) -> Node:
        program = self._case.program
        said = [f"{file.name}: SHA-256 {file.sha256}" for file in program.files]
        said.append(f"amber from concern {program.amber_from}, red from {program.red_from}, for {program.audience}")
        return self.add(
            "Tool",
            "belisha",
            {
                "@type": "uco-tool:Tool",
                "uco-core:name": literal("Belisha"),
                "uco-core:description": [literal(line) for line in (*said, *program.settings)],
                "uco-tool:toolType": literal("detection of grooming in chats"),
                "uco-tool:version": literal(program.version),
            },
        )

    def _application(self) -> Node:
        name = self._case.app or "unknown application"
        facet = self.facet("app", "ApplicationFacet", {})
        made = {"@type": "uco-observable:Application", "uco-core:name": literal(name), "uco-core:hasFacet": [facet]}
        return self.add("Application", "app", made)

    def _account(self, account: str | None) -> Node:
        facts = self._case.known_of(account or "")
        young = [each.because for each in self._case.young if each.account == account]
        said = [f"Taken for a child's account: {because}" for because in young]
        said += ["The concern of this case is about this account."] if account == self._case.subject else []
        said += [f"Age in years, as the platform knows it: {facts.age}"] if facts.age is not None else []
        title = {"uco-observable:displayName": literal(facts.title)} if facts.title else {}
        facets = [
            self.facet(account, "AccountFacet", {"uco-observable:accountIdentifier": literal(account or "")}),
            self.facet(account, "ApplicationAccountFacet", {"uco-observable:application": self._application()}),
            self.facet(account, "DigitalAccountFacet", title),
        ]
        made = {
            "@type": "uco-observable:DigitalAccount",
            "uco-core:description": [literal(line) for line in said],
            "uco-core:hasFacet": facets,
        }
        return self.add("DigitalAccount", account, made)

    def _conversation(self, conversation: CaseConversation) -> list[Node]:
        messages = [self._message(conversation, message) for message in conversation.messages]
        thread = self.add(
            "Thread",
            conversation.id,
            {
                "@type": "uco-types:Thread",
                "co:size": {"@type": "xsd:nonNegativeInteger", "@value": str(len(messages))},
                "co:element": messages,
            },
        )
        facet = {
            "uco-observable:messageThread": thread,
            "uco-observable:participant": [self._account(member) for member in conversation.members],
        }
        of = "an unknown number" if conversation.count is None else str(conversation.count)
        made = {
            "@type": "uco-observable:MessageThread",
            "uco-core:name": literal(conversation.title) if conversation.title else None,
            "uco-core:description": [literal(f"Conversation {conversation.id}: {len(messages)} messages of {of}.")],
            "uco-core:hasFacet": [self.facet(conversation.id, "MessageThreadFacet", facet)],
        }
        return [self.add("MessageThread", conversation.id, made), *messages]

    def _message(self, conversation: CaseConversation, message: CaseMessage) -> Node:
        key = (conversation.id, message.index, message.id)
        facet: Node = {
            "uco-observable:application": self._application(),
            "uco-observable:messageID": literal(message.id),
            "uco-observable:messageType": literal(message.kind.value),
            "uco-observable:sessionID": literal(conversation.id),
            "uco-observable:sentTime": instant(message.sent_at),
            "uco-observable:to": [self._account(account) for account in message.recipients],
            "uco-observable:from": self._account(message.sender) if message.sender is not None else None,
            "uco-observable:messageText": None if message.text is None else literal(message.text),
        }
        content: Node = {"uco-observable:hash": [self.sha256(key, message.text_sha256)]}
        facets = [self.facet(key, "MessageFacet", facet), self.facet(key, "ContentDataFacet", content)]
        if message.provenance.how is How.RECOVERED:
            status = {"uco-observable:contentRecoveredStatus": literal("recovered" if message.text else "unknown")}
            facets.append(self.facet(key, "RecoveredObjectFacet", status))
        said = [f"Message {message.index}: {'evidence' if message.is_evidence else 'context'}."]
        said += ["The text is not kept; its hash is that of the text when it came in."] if message.text is None else []
        said += ["The text is not the one that came in: its hash differs."] if not message.holds else []
        said += ["The app marks it as deleted or taken back."] if message.deleted else []
        said += [f"Attached: {each}" for each in message.attachments]
        made = {
            "@type": "uco-observable:Message",
            "uco-core:description": [literal(line) for line in said],
            "uco-core:hasFacet": facets,
        }
        node = self.add("Message", key, made)
        for at, found in enumerate((message.provenance, *message.copies)):
            self._found(node, (*key, at), found)
        return node

    def _found(self, message: Node, key: tuple[Any, ...], found: Provenance) -> None:
        """Where a message was found: a file, and the place in it."""
        file = self._file(found.path, found.exhibit)
        path = self.facet(key, "PathRelationFacet", {"uco-observable:path": [literal(found.place)]})
        how = f"{found.how.value}, certainty {found.certainty:g}, read by {found.reader}"
        made = {
            "@type": "uco-observable:ObservableRelationship",
            "uco-core:source": message,
            "uco-core:target": file,
            "uco-core:kindOfRelationship": literal("Contained_Within"),
            "uco-core:isDirectional": True,
            "uco-core:description": [literal(how)],
            "uco-core:hasFacet": [path],
        }
        self.add("ObservableRelationship", key, made)

    def _file(self, path: str, sha256: str, **content: object) -> Node:
        """A file in which messages were found, with its provenance record."""
        key = (path, sha256)
        hashes = [self.sha256(key, sha256)] if sha256 else []
        name = path.rpartition("/")[2] or path
        facets = [
            self.facet(
                key,
                "FileFacet",
                {"uco-observable:fileName": [literal(name)], "uco-observable:filePath": [literal(path)]},
            ),
            self.facet(key, "ContentDataFacet", {"uco-observable:hash": hashes, **content}),
        ]
        file = self.add("File", key, {"@type": "uco-observable:File", "uco-core:hasFacet": facets})
        record = {
            "@type": "case-investigation:ProvenanceRecord",
            "case-investigation:exhibitNumber": literal(sha256 or path),
            "uco-core:description": [literal(f"Source of messages of case {self._case.id}")],
            "uco-core:object": [file],
        }
        self.add("ProvenanceRecord", key, record)
        return file

    def _attached(self, at: int) -> Node:
        file = self._case.files[at]
        key = ("attached", at)
        content: Node = {
            "uco-observable:hash": [self.sha256(key, file.sha256)],
            "uco-observable:sizeInBytes": file.size,
            "uco-observable:mimeType": [literal(file.media)] if file.media else [],
        }
        facets = [
            self.facet(key, "FileFacet", {"uco-observable:fileName": [literal(file.name)]}),
            self.facet(key, "ContentDataFacet", content),
        ]
        return self.add("File", key, {"@type": "uco-observable:File", "uco-core:hasFacet": facets})

    def _readings(self, tool: Node) -> list[Node]:
        """What the program did: one action for each light that turned, with why."""
        made = []
        for number, turned in enumerate(self._case.changes):
            change = turned.change
            said = [f"Light for {change.audience}: {change.before.word} to {change.after.word}. {_LEAD}"]
            said.append(f"{change.reading.decibans:+.1f} decibans, concern {change.reading.concern:.3f} of 1:")
            said += [f"{part.decibans:+.1f} {part.what}: {part.because}" for part in change.reading.because]
            action = {
                "@type": "case-investigation:InvestigativeAction",
                "uco-core:name": literal("turned a light"),
                "uco-core:description": [literal("\n".join(said))],
                "uco-action:startTime": instant(turned.at),
                "uco-action:endTime": instant(turned.at),
                "uco-action:instrument": [tool],
                "uco-action:object": [self._account(change.reading.about)] if change.reading.about is not None else [],
            }
            made.append(self.add("InvestigativeAction", ("light", number), action))
        return made

    def _action(self, number: int, entry: Entry, before: Node | None) -> Node:
        """A decision or action of a person; who is known only by identifier and role."""
        who = entry.said("who") or "unknown"
        role = entry.said("role")
        person = {"@type": "uco-identity:Person", "uco-core:name": literal(f"{who} ({role})" if role else who)}
        recorded = json.dumps(entry.recorded, ensure_ascii=False, sort_keys=True, default=str)
        action = {
            "@type": "case-investigation:InvestigativeAction",
            "uco-core:name": literal(entry.said("what") or "unknown"),
            "uco-core:description": [literal(f"Entry {number}, as recorded: {recorded}; link {entry.link}")],
            "uco-action:startTime": instant(time_of(entry)),
            "uco-action:endTime": instant(time_of(entry)),
            "uco-action:performer": self.add("Person", (who, role), person),
            "case-investigation:wasInformedBy": [before] if before else [],
        }
        return self.add("InvestigativeAction", ("entry", number), action)
