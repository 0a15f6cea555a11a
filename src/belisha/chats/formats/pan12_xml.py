"""The XML of the PAN-2012 task on finding predators: research data, and the only format here without dates."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import unique
from belisha.errors import Unreadable
from belisha.model import ConversationFacts, Fact, Message


class Pan12Xml(Format):
    """Conversations in the file's order, read as a stream.

    A message has a time of day and no date, so its moment is unknown: only the order of messages is kept.
    """

    app = "PAN-2012"
    found_in = ("/pan12-sexual-predator-identification-*.xml",)
    checked_on = (Checked("training and test corpus layout", "2012", 6),)

    def recognises(self, exhibit: Exhibit) -> bool:
        head = exhibit.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return head.startswith(b"<") and b"<conversation" in head and b"<message" in head and b"<author" in head

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        """Every conversation; what comes before damage is kept.

        Raises:
            Unreadable: when the file declares entities, as only an attack on the reader does.
        """
        try:
            with exhibit.open() as stream:
                for own, said in _conversations(stream):
                    yield from self._conversation(exhibit, own, said)
        except DefusedXmlException as error:
            what = f"declares entities ({type(error).__name__}), as only an attack does"
            raise Unreadable(what, advice="do not open it with other tools either") from error
        except (ValueError, LookupError) as error:
            raise Unreadable(f"in an encoding that is not known ({error})") from error
        except ParseError as error:
            line, column = error.position
            exhibit.report(
                "the XML is damaged; everything before that place was read",
                place=f"line {line}, column {column}",
                advice="get a complete copy",
            )

    def _conversation(self, exhibit: Exhibit, own: str, said: list[Element]) -> Iterator[Fact]:
        authors = tuple(dict.fromkeys(author for each in said if (author := _text(each, "author").strip())))
        group = len(authors) > 2 if len(authors) > 1 else None  # noqa: PLR2004 - two people
        own = own or "(no id)"
        facts = ConversationFacts(own, self.app, members=authors, group=group)
        yield facts
        taken: set[str] = set()
        for number, each in enumerate(said, start=1):
            sender = _text(each, "author").strip() or None
            line = each.get("line")
            yield Message(
                id=unique(line and f"line {line}", f"message {number}", taken),
                app=self.app,
                conversation=own,
                sender=sender,
                text=_text(each, "text"),
                sent_at=None,
                provenance=self.found(exhibit, f"conversation {own} message {number}"),
                recipients=addressed_to(sender, facts),
            )


def _conversations(stream: BinaryIO) -> Iterator[tuple[str, list[Element]]]:
    """Ids and messages of conversations; the last one before damage as far as it goes, then the damage is raised."""
    own, said = "", list[Element]()
    try:
        for event, element in iterparse(stream, events=("start", "end")):
            if element.tag == "conversation" and event == "start":
                own, said = element.get("id") or "", []
            elif element.tag == "message" and event == "end":
                said.append(element)
            elif element.tag == "conversation":
                yield own, said
                own, said = "", []
                element.clear()
    except ParseError:
        if said:
            yield own, said
        raise


def _text(message: Element, tag: str) -> str:
    found = message.find(tag)
    return "".join(found.itertext()) if found is not None else ""
