"""The figures of the text model alone, as tables."""

from collections.abc import Iterator

from belisha.study.report.writing import Table, interval, number, percent
from belisha.study.text_figures import TextFigures


def text_tables(figures: TextFigures) -> Iterator[Table]:
    """Separation, early warning, running window, false positives by source, and who leads."""
    flat = {"as they are": figures.flat, "cases as long as ordinary chats": figures.flat_same_length}
    yield Table(
        "Text model alone: 6-40 messages of cases against chats of strangers, each as one string",
        "One number a conversation, no clues.",
        ["Which", "Cases", "Ordinary", "AUC", "Average precision", "Recall at 1 % false", "Recall at 0.2 % false"],
        [
            [
                name,
                str(each.cases),
                str(each.ordinary),
                interval(each.auc, 4),
                interval(each.average_precision, 4),
                interval(each.recall_at_1_percent),
                interval(each.recall_at_02_percent),
            ]
            for name, each in flat.items()
            if each is not None
        ],
    )
    yield Table(
        "Text model alone: recall after so many messages at 1 % false positives",
        "Whole chats from their first message; cases whose order had to be guessed; stretches from anywhere in a case.",
        ["Messages", "Whole chats", "Order guessed", "Anywhere"],
        [
            [str(each.messages), interval(each.opening), interval(each.opening_woven), interval(each.anywhere)]
            for each in figures.early
        ],
    )
    yield _running(figures)
    yield Table(
        "Text model alone: ordinary stretches above the threshold, by source",
        "Stretches of 3 to 60 messages; the threshold is what 1 % of the stretches of strangers exceed.",
        ["Source", "Stretches", "Above"],
        [[each.source, f"{each.stretches:,}", percent(each.above, 2)] for each in figures.ordinary],
    )
    yield Table(
        "Text model alone: who of the two leads",
        "Single speakers told right, and pairs in which the one who grooms scores higher.",
        ["Lines of each", "Alone", "In the pair"],
        [[str(each.lines), number(each.alone, 3), number(each.pair, 3)] for each in figures.leads],
    )


def _running(figures: TextFigures) -> Table:
    running = figures.running
    return Table(
        "Text model alone: PANC's running window",
        "Window of 50 messages; a warning once 5 of the last 10 windows are above the threshold.",
        ["Chats", "Warned", "Ordinary warned", "Median messages", "F1", "F-latency"],
        [
            [
                str(running.chats),
                percent(running.warned, 1),
                percent(running.false_warned, 1),
                number(running.median_messages, 0),
                number(running.f_one, 3),
                number(running.f_latency, 3),
            ]
        ],
    )
