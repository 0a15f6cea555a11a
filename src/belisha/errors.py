"""The few errors that a caller may catch; each says what, where, and what to do about it."""


class BelishaError(Exception):
    """Anything that Belisha itself reports as gone wrong."""


class Unreadable(BelishaError):
    """A piece of evidence, or a part of it, could not be read; everything else still is.

    Args:
        what: what is wrong, in one sentence.
        place: where in the file (``line 3``, ``byte 4096``, ``table sms``), or empty for the whole file.
        advice: what a person can do about it.
    """

    def __init__(self, what: str, *, place: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.place = place
        self.advice = advice


class Unusable(BelishaError):
    """An argument, setting or option cannot be used; nothing was done."""
