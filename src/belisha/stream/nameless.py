"""Takes one account's name out of what is kept of others: out of ids that a platform makes of names, places and titles.

A name counts where it stands for itself: between signs that are no letters and no digits, so ``kim`` is found in
``dm:kim:owl`` and not in ``kimono``. What people wrote is theirs, and is not touched.
"""

import re
from typing import Any, TypeVar

import msgspec

GONE = "(erased)"
"""What stands where a name was."""
_NAMING = frozenset({"id", "conversation", "message", "reply_to", "subject", "place", "source", "title"})
"""Fields that can hold a name among other things."""
_NAMES = frozenset({"sender", "about", "other", "recipients", "members", "known_by"})
"""Fields that hold names and nothing else: somebody called ``kim.owl`` is another person than ``kim``."""
T = TypeVar("T")


class Nameless:
    """Takes a name out.

    Args:
        name: of the account.
        title: the name that people see, or empty.
    """

    def __init__(self, name: str, title: str = "") -> None:
        self._name = name
        names = "|".join(re.escape(each) for each in sorted({name, title} - {""}, key=len, reverse=True))
        self._found = re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])")

    def text(self, written: str) -> str:
        """An id or a title without the name."""
        return self._found.sub(GONE, written)

    def names(self, written: str) -> bool:
        """Whether the name stands in it."""
        return self._found.search(written) is not None

    def of(self, value: T, field: str = "") -> T:
        """The same fact, memory or list of them, without the name in any field that can hold one."""
        return self._of(value, field)  # type: ignore[no-any-return]

    def _of(self, value: Any, field: str) -> Any:  # noqa: ANN401 - anything that is stored
        if isinstance(value, msgspec.Struct):
            found = {each: self._of(getattr(value, each), each) for each in value.__struct_fields__}
            changed = {each: new for each, new in found.items() if new is not getattr(value, each)}
            return msgspec.structs.replace(value, **changed) if changed else value
        if isinstance(value, (list, tuple)):
            parts = [self._of(each, field) for each in value]
            return type(value)(parts) if any(new is not old for new, old in zip(parts, value, strict=True)) else value
        if isinstance(value, dict):
            return {key: self._of(each, field if isinstance(each, str) else "") for key, each in value.items()}
        if type(value) is not str:  # enumerations are texts too
            return value
        if field in _NAMES:
            return GONE if value == self._name else value
        return self.text(value) if field in _NAMING and self.names(value) else value
