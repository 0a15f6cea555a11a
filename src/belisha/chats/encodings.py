"""Text in whatever encoding a file has: told by its byte order mark, or by what its bytes can be."""

_GLANCE = 4096
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MOST, _FEW = 0.4, 0.02
"""In UTF-16 nearly every second byte of European text is NUL, and hardly any other one."""
_BEYOND_ASCII = bytes(range(128, 256))


def narrow(content: bytes) -> bytes:
    """Text in UTF-16 made UTF-8, with or without a byte order mark; anything else as it is."""
    encoding = _wide(content)
    return content[: len(content) // 2 * 2].decode(encoding, "replace").encode() if encoding else content


def decoded(content: bytes) -> tuple[str, str]:
    """Text that is not whole UTF-8, and what is to be said about it.

    It counts as damaged UTF-8 when at least as many characters beyond ASCII are whole as are not; else as Windows-1252.
    """
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd") - content.count(b"\xef\xbf\xbd")
    whole = len(text) - broken - len(content.translate(None, _BEYOND_ASCII))
    if whole < broken:
        return content.decode("cp1252", "replace"), "not UTF-8; read as Windows-1252"
    return text, f"{broken} characters are damaged and are shown as \ufffd"


def _wide(content: bytes) -> str | None:
    if content.startswith(_WIDE_MARKS):
        return "utf-16"
    glance = content[:_GLANCE]
    if b"\0" not in glance or len(glance) < len("{}" * 2):
        return None
    even, odd = (glance[at::2].count(0) / len(glance) * 2 for at in (0, 1))
    if odd > _MOST and even < _FEW:
        return "utf-16-le"
    return "utf-16-be" if even > _MOST and odd < _FEW else None
