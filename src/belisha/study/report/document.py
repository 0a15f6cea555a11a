"""An evaluation as ``docs/measured.md``: how it was measured, how to read it, and every table."""

from textwrap import fill

from belisha.study.evaluate import Evaluation
from belisha.study.report.tables import LIMITS, tables

PREAMBLE = f"""# What was measured

Written by the program; a change that can move these figures is followed by the command that renews this page:

```
belisha evaluate --corpora CORPORA --report build/evaluation
cp build/evaluation/measured.md docs/measured.md
```

It takes some minutes on one core of an ordinary computer, needs no network and no graphics card, and gives the same
figures each time for the same seed. `CORPORA` holds the files that [train-your-own.md](train-your-own.md) names.
`--json` writes every figure with more digits; its layout is the class `Evaluation` and those it is made of
(`src/belisha/study/evaluate.py`), and `version` changes whenever a field changes its meaning.

{fill(f"**What no figure here can show.** {LIMITS}", 118)}

## How to read it

- **Unseen**: cases, senders and rooms that the text model never learned from, split by a hash of who they are. Chats
  it has learned from are shown in a table of their own that says so; they tell about the other clues only.
- The **clues are written by people** who have read none of these chats, but have seen how often each clue turns up in
  them, the unseen ones among them. Expect more false lights in new places, not fewer.
- **The unseen side was not blind either**: while weights, windows and rates were being chosen, its figures were looked
  at about ten times. Read them as hopeful.
- **Forms**: flat strings have lost their speakers and line breaks. They are shown as one string, cut into messages with
  speakers unknown, and cut with two guessed speakers. Single lines are joined by twenty, as if one person wrote them.
- **Whole chats** are cases with both speakers in their true order. **Order guessed** are cases of which only each
  speaker's own lines are known; they are woven into a likely order, so their delays are likely and no more.
- **Intervals** hold the true value 95 times in 100, as far as the chats are like those that will come. They are wide
  where few chats were shown. Where a rate of false positives cannot be shown by so few chats at all, it says *not
  shown*: one false alarm in 100,000 chats, which police would need, would take hundreds of thousands of ordinary chats.
- **At 1 % false positives** the threshold is set on the very chats that the rate is said of.
"""


def document(evaluation: Evaluation) -> str:
    """The page."""
    return "\n\n".join([PREAMBLE.rstrip(), "## Figures", *(each.markdown() for each in tables(evaluation))]) + "\n"
