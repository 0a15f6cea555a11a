"""PAN 2012 as its organisers distribute it: an XML file of conversations and a text file with the ids of predators.

Not among the files that the weights were learned from: for whoever has obtained the corpus to judge Belisha on it.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from belisha.study.corpora import Corpus, LabelledConversation, Turn

_DAY = 24 * 60.0


class Pan12Xml(Corpus):
    """Reads every ``pan12*.xml`` in the folder; beside it lies a ``pan12*predators*.txt`` with one author id a line."""

    licence = "research use, on application to the organisers"
    cite = "Inches, Crestani: Overview of the International Sexual Predator Identification Competition at PAN-2012"
    file = "pan12*.xml"

    def found(self, folder: Path) -> bool:
        return any(folder.glob(self.file))

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        if not self.found(folder):
            message = f"no {self.file} in {folder}"
            raise FileNotFoundError(message)
        predators = {
            line.strip()
            for path in folder.glob("pan12*predators*.txt")
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()
        }
        for path in sorted(folder.glob(self.file)):
            for _, element in iterparse(path):
                if element.tag == "conversation":
                    yield self._conversation(element, predators)
                    element.clear()  # the file is hundreds of megabytes

    def _conversation(self, element: Element, predators: set[str]) -> LabelledConversation:
        turns: list[Turn] = []
        days, before, first = 0.0, -1.0, None
        for message in element.iterfind("message"):
            now = _clock(message.findtext("time"))
            if now is not None:
                days += _DAY if now < before else 0.0
                before, first = now, now if first is None else first
            minutes = None if now is None or first is None else now + days - first
            turns.append(Turn(message.findtext("author"), message.findtext("text") or "", minutes))
        groomers = sorted({turn.speaker for turn in turns if turn.speaker} & predators)
        name = element.get("id", "")
        return LabelledConversation(
            name,
            name,
            self.name,
            label=bool(groomers),
            turns=tuple(turns),
            groomer=groomers[0] if groomers else None,
        )


def _clock(text: str | None) -> float | None:
    """Minutes since midnight of ``HH:MM``; the corpus has no dates."""
    hours, colon, minutes = (text or "").strip().partition(":")
    return int(hours) * 60.0 + int(minutes) if colon and hours.isdigit() and minutes.isdigit() else None
