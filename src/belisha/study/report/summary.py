"""What somebody wants to know first: how soon, how surely, and how often for nothing."""

from collections.abc import Callable, Iterable, Iterator

from belisha.study.chats_shown import AS_IT_IS, GUESSED, ONE_STRING
from belisha.study.evaluate import Evaluation
from belisha.study.light_figures import CaseLights, FalseLights, Rate, rate
from belisha.study.measures import Interval
from belisha.study.report.writing import Table, interval, number, percent, share, thousand

PRIVATE = (
    "nus_sms",
    "samsum",
    "nps_teens",
)  # private messages, messenger and a room of the young, as sources are named


YOUNG = ("nus_sms_16-20", "samsum", "nps_teens")


def summary(evaluation: Evaluation) -> Table:
    """One row for each question; the text model alone beside the whole product where both answer it."""
    return Table(
        "In short",
        "Unseen cases and chats only. The whole product is all clues, their weights and the lights; the text model is "
        "one clue of it. Strangers are ordinary chats between adult strangers, who ask for age and sex too: the "
        "hardest there are.",
        ["Question", "Whole product", "Text model alone"],
        [
            *_false(evaluation),
            *_cases(evaluation),
            *_soon(evaluation),
            *_apart(evaluation),
            *_calibrated(evaluation),
        ],
    )


def _false(evaluation: Evaluation) -> Iterator[list[str]]:
    groups: dict[str, Callable[[FalseLights], bool]] = {
        "chats of the young (SMS of 16 to 20, messenger, a teen room)": lambda each: each.source.startswith(YOUNG),
        "private messages and messengers": lambda each: each.source.startswith(PRIVATE),
        "chats of strangers": lambda each: each.form == GUESSED,
        "all ordinary chats": lambda _each: True,
    }
    unseen = [each for each in evaluation.ordinary if not each.learned and each.form in (AS_IT_IS, GUESSED)]
    for name, belongs in groups.items():
        members = [each for each in unseen if belongs(each)]
        for light in ("children amber", "moderators amber", "moderators red", "police amber"):
            if members:
                yield [f"False {light} per 1,000 {name}", thousand(_pooled(members, light)), ""]


def _pooled(members: Iterable[FalseLights], light: str) -> Rate:
    rates = [each.turned[light] for each in members]
    return rate(sum(each.count for each in rates), sum(each.of for each in rates))


def _cases(evaluation: Evaluation) -> Iterator[list[str]]:
    for each in evaluation.cases:
        name = f"cases ({each.form})"
        for delay in each.delays:
            if (delay.audience, delay.light) in {("children", "amber"), ("moderators", "amber"), ("moderators", "red")}:
                shown = f"{share(delay.turned)}, median {number(delay.median, 0)}, F-latency {number(delay.f_latency)}"
                yield [
                    f"{name}: {delay.audience} {delay.light}, messages until then",
                    shown,
                    _running(evaluation, each),
                ]
        if each.right_speaker.of:
            yield [f"{name}: about the right speaker", share(each.right_speaker), ""]


def _running(evaluation: Evaluation, figures: CaseLights) -> str:
    """PANC's running window, which the text model was judged by on whole chats only."""
    running = evaluation.text.running
    if figures is not evaluation.cases[0]:
        return ""
    warned, median = percent(running.warned), number(running.median_messages, 0)
    return f"warned {warned}, median {median}, F-latency {number(running.f_latency)}"


def _soon(evaluation: Evaluation) -> Iterator[list[str]]:
    alone = {each.messages: each for each in evaluation.text.early}
    for each in evaluation.early:
        for form, recall in each.recall.items():
            beside = alone[each.messages].opening if form == evaluation.cases[0].form else None
            yield [
                f"Recall after {each.messages} messages at 1 % false, cases ({form})",
                interval(recall, 2),
                "" if beside is None else interval(beside, 2),
            ]


def _apart(evaluation: Evaluation) -> Iterator[list[str]]:
    flat = evaluation.text.flat
    for each in evaluation.separations:
        beside = flat if flat is not None and ONE_STRING in each.name else None
        at_one_percent = next(recall.recall for recall in each.recalls if recall.false == 0.01)  # noqa: PLR2004 - 1 %
        yield [
            f"AUC, average precision, recall at 1 % false: {each.name}",
            _written(each.auc, each.average_precision, at_one_percent),
            "" if beside is None else _written(beside.auc, beside.average_precision, beside.recall_at_1_percent),
        ]


def _written(area: Interval, precision: Interval, recall: Interval | None) -> str:
    return f"{area.value:.4f}, {precision.value:.4f}, {interval(recall, 2)}"


def _calibrated(evaluation: Evaluation) -> Iterator[list[str]]:
    for each in evaluation.reliabilities:
        yield [f"Expected calibration error, cases {each.name}", number(each.ece, 4), ""]
