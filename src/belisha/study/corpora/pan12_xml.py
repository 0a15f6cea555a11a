"""PAN 2012 as its organisers distribute it: an XML file of conversations and a text file with the ids of predators.

Not among the files that the weights were learned from: for whoever has obtained the corpus to judge Belisha on it.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import iterparse

from belisha.errors import Unusable
from belisha.study.corpora import Corpus, LabelledConversation, Turn

_DAY = 24 * 60.0


class Pan12Xml(Corpus):
    """Reads every ``pan12*.xml`` in the folder; beside it lies a ``pan12*predators*.txt`` with one author id a line.

    Where a ``vtpan*.txt`` lies there too, with one conversation id a line, only those conversations are read: the
    filter by which most published figures were taken (two authors, enough messages of each).
    """

    licence = "research use, on application to the organisers"
    cite = "Inches, Crestani: Overview of the International Sexual Predator Identification Competition at PAN-2012"
    file = "pan12*.xml"

    def found(self, folder: Path) -> bool:
        return any(folder.glob(self.file))

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        if not self.found(folder):
            message = f"no {self.file} in {folder}"
            raise FileNotFoundError(message)
        predators, filtered = (_listed(folder, pattern) for pattern in ("pan12*predators*.txt", "vtpan*.txt"))
        if not predators:
            raise Unusable(f"{folder} has no pan12*predators*.txt with ids: without it no case is known")
        for path in sorted(folder.glob(self.file)):
            try:
                for _, element in iterparse(path):
                    if element.tag == "conversation":
                        if not filtered or element.get("id") in filtered:
                            yield self._conversation(element, predators)
                        element.clear()  # the file is hundreds of megabytes
            except ParseError as error:
                raise Unusable(f"{path} is not whole: {error}") from error

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


def _listed(folder: Path, pattern: str) -> set[str]:
    """All ids in the files of this pattern, one a line."""
    lines = [line for path in folder.glob(pattern) for line in path.read_text(encoding="utf-8").splitlines()]
    return {line.strip() for line in lines if line.strip()}


def _clock(text: str | None) -> float | None:
    """Minutes since midnight of ``HH:MM``; the corpus has no dates."""
    hours, colon, minutes = (text or "").strip().partition(":")
    return int(hours) * 60.0 + int(minutes) if colon and hours.isdigit() and minutes.isdigit() else None
