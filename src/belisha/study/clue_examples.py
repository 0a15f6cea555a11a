"""The examples that phrase clues carry, as labelled messages: the tactic model is taught from them too.

Only examples of one line: in longer ones it is not said which line performs the tactic.
"""

import re
from collections.abc import Collection, Iterator

from belisha import plugins
from belisha.clues import Clue, PhraseClue
from belisha.study.invented import InventedMessage

_BEFORE_TEXT = re.compile(r"^(?:#\S+ )?(?:\+\d+d )?(?:\d\d:\d\d )?(?:\w+: )?")


def clue_examples(tactics: Collection[str]) -> list[InventedMessage]:
    """One message for each example of one line of a phrase clue whose name is among `tactics`."""
    return list(_examples(tactics))


def _examples(tactics: Collection[str]) -> Iterator[InventedMessage]:
    for clue in plugins.find("belisha.clues", Clue):
        if not isinstance(clue, PhraseClue) or clue.name not in tactics:
            continue
        for example in clue.examples:
            if len(example.lines) > 1:
                continue
            yield InventedMessage(
                text=_BEFORE_TEXT.sub("", example.lines[0]),
                same="",
                other="",
                tactics=(clue.name,) if example.seen else (),
                not_tactics=() if example.seen else (clue.name,),
                complete=False,
                group=clue.name,
            )
