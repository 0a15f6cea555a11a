"""Reads written pages as a browser would: elements, attributes, text, anchors and links."""

from html.parser import HTMLParser
from pathlib import Path


class PageRead(HTMLParser):
    """What stands on a page."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.language = ""
        self.marked: list[str] = []
        self.headings: list[int] = []
        self._open: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))
        if tag == "mark":
            self.marked.append("")
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "lang" and tag == "html":
                self.language = value or ""
            if name == "href" and tag == "a":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "script" in self._open[-1:] or "style" in self._open[-1:]:
            return
        self.text += data
        if "mark" in self._open:
            self.marked[-1] += data


def pages_in(folder: Path) -> dict[Path, PageRead]:
    """All pages of a report."""
    return {path.resolve(): PageRead(path) for path in sorted(folder.rglob("*.html"))}


def dead_links(pages: dict[Path, PageRead]) -> list[str]:
    """Links inside the report that lead nowhere."""
    dead = []
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(("https://", "tel:")):
                continue
            name, _, anchor = link.partition("#")
            target = pages.get((path.parent / name).resolve() if name else path)
            if target is None or (anchor and anchor not in target.ids):
                dead.append(f"{path.name}: {link}")
    return dead
