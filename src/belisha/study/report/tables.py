"""Every figure of an evaluation as tables of words, the most important first; terminal and page show the same."""

from collections.abc import Iterable, Sequence

from belisha.study.controls import Ablation, Control
from belisha.study.evaluate import Evaluation
from belisha.study.light_figures import Borne, CaseLights, FalseLights
from belisha.study.measures import SOON
from belisha.study.report.attack_table import attack_table
from belisha.study.report.summary import summary
from belisha.study.report.text_tables import text_tables
from belisha.study.report.writing import NOT_SHOWN, Table, interval, number, percent, share, thousand
from belisha.study.score_figures import RATES, Reliability, Separation

LIMITS = (
    "The children in these cases are adult decoys; the chats are of 2004-2016, mostly Yahoo and AOL, US English. There "
    "is no real child in them, no blackmail for money, no app of today, and no abuser whom the child knows. Ordinary "
    "chats are of other places and years than the cases."
)

_MANY = 100  # from which no decimals are written
_MEASURES = ("Precision", "F0.5", "F1", "F2", "F3", "Speed", "F-latency")


def tables(evaluation: Evaluation) -> list[Table]:
    """All tables."""
    unseen = [each for each in evaluation.ordinary if not each.learned]
    learned = [each for each in evaluation.ordinary if each.learned]
    return [
        summary(evaluation),
        _false_lights("False lights per 1,000 ordinary chats, unseen", unseen),
        _borne(evaluation.borne),
        *(_case_lights(each) for each in evaluation.cases),
        _separations(evaluation.separations),
        _early(evaluation),
        _reliabilities(evaluation.reliabilities),
        _ablations(evaluation.ablations),
        _controls(evaluation.controls),
        attack_table(evaluation.attacked),
        _blamed(evaluation.ordinary),
        _false_lights("False lights per 1,000 ordinary chats that the text model HAS LEARNED FROM", learned),
        *text_tables(evaluation.text),
        _used(evaluation),
    ]


def _false_lights(title: str, figures: Sequence[FalseLights]) -> Table:
    lights = list(figures[0].turned) if figures else []
    return Table(
        title,
        "Amber counts amber or worse. In brackets the 95 % interval (Wilson). Where few chats were shown, it is wide: "
        "that is what the data can say. A room of forty people counts as one chat.",
        ["Source, form", "Chats", "Messages", *lights],
        [
            [
                f"{each.source}, {each.form}",
                f"{each.chats:,}" + (f" of {each.available:,}" if each.available > each.chats else ""),
                f"{each.messages:,}",
                *(thousand(rate) for rate in each.turned.values()),
            ]
            for each in figures
        ],
    )


def _blamed(figures: Iterable[FalseLights]) -> Table:
    return Table(
        "What made up the readings behind false lights",
        "Names of clues, in how many of the chats that were shown any light, and their mean decibans there.",
        ["Source, form", "Chats", "Parts"],
        [
            [
                f"{each.source}, {each.form}" + (" (learned from)" if each.learned else ""),
                str(max(rate.count for rate in each.turned.values())),
                ", ".join(f"{part.what} {part.chats}x {part.decibans:+.1f}" for part in each.blamed),
            ]
            for each in figures
            if each.blamed
        ],
    )


def _case_lights(figures: CaseLights) -> Table:
    right = figures.right_speaker
    nobody = f" In {figures.nobody} it named nobody." if figures.nobody else ""
    return Table(
        f"How soon the light turned: {figures.source}, {figures.form}",
        f"{figures.chats} cases, {figures.messages:,} messages. Where moderators were shown a light, it was about the "
        f"right speaker in {share(right)}.{nobody} Messages: median until the light, in brackets the quartiles. False: "
        "ordinary chats of strangers in the same form. Precision and F where 11 % of chats are cases; speed and "
        "F-latency as in PANC.",
        ["Light", "Shown", "Messages", *(f"by {most}" for most in SOON), "False", *_MEASURES],
        [
            [
                f"{each.audience} {each.light}",
                share(each.turned),
                "never"
                if each.median is None
                else f"{each.median:.0f} ({number(each.lower, 0)}-{number(each.upper, 0)})",
                *(percent(within) for within in each.soon),
                share(each.false),
                number(each.precision),
                *(number(f) for f in each.f),
                number(each.speed),
                number(each.f_latency),
            ]
            for each in figures.delays
        ],
    )


def _separations(figures: Iterable[Separation]) -> Table:
    recalls = [f"Recall at {percent(false, 2)} false" for false in RATES]
    return Table(
        "The concern reading as a score",
        f"Each chat by its highest reading. In brackets the 95 % interval (bootstrap over cases and chats). "
        f"{NOT_SHOWN.capitalize()}: too few ordinary chats for that rate; the data cannot show it.",
        ["Which", "Cases", "Ordinary", "AUC", "Average precision", *recalls],
        [
            [
                each.name,
                str(each.cases),
                f"{each.ordinary:,}",
                interval(each.auc, 4),
                interval(each.average_precision, 4),
                *(interval(recall.recall) for recall in each.recalls),
            ]
            for each in figures
        ],
    )


def _early(evaluation: Evaluation) -> Table:
    forms = list(evaluation.early[0].recall) if evaluation.early else []
    return Table(
        "Recall after so many messages at 1 % false positives",
        "By the concern reading: the share of cases whose reading is by then above what 1 % of ordinary stretches of "
        "the same length ever reach.",
        ["Messages", "Ordinary stretches", *forms],
        [
            [str(each.messages), f"{each.ordinary:,}", *(interval(recall) for recall in each.recall.values())]
            for each in evaluation.early
        ],
    )


def _reliabilities(figures: Sequence[Reliability]) -> Table:
    errors = "; ".join(
        f"{each.name} ({_one_in(each.base_rate)}): {each.ece:.4f}, mean {each.said:.4f}" for each in figures
    )
    return Table(
        "Whether concern means what it says",
        "Highest concern of whole chats by decibans of evidence: mean concern said, and the share that are cases, "
        f"where so many of all chats are cases. Expected calibration error and mean concern: {errors}.",
        ["Evidence", "Cases", "Ordinary", *(f"{each.name}: said, true" for each in figures)],
        [
            [
                f"{_end(bins[0].low)} to {_end(bins[0].high)}",
                str(bins[0].cases),
                f"{bins[0].ordinary:,}",
                *(f"{number(each.said, 4)}, {number(each.true, 4)}" for each in bins),
            ]
            for bins in zip(*(each.bins for each in figures), strict=True)
        ],
    )


def _end(decibans: float | None) -> str:
    return "" if decibans is None else f"{decibans:+.0f}"


def _one_in(rate: float) -> str:
    many = 1 / rate
    return f"1 in {many:,.0f}" if many >= _MANY else f"1 in {many:.4g}"


def _borne(figures: Sequence[Borne]) -> Table:
    return Table(
        "What each audience can bear, and what it gets",
        "False lights among ordinary chats that nothing was learned from. The thresholds were derived by belisha "
        "weigh, from other chats, each source counting alike; here each chat counts alike.",
        ["Light", "From concern", "Can bear", "Among", "False lights", "Per 1,000"],
        [
            [
                f"{each.audience} {each.light}",
                f"{each.concern:g}",
                _one_in(each.bears),
                "chats of strangers" if each.of_strangers else "all ordinary chats",
                share(each.got),
                thousand(each.got),
            ]
            for each in figures
        ],
    )


def _ablations(figures: Sequence[Ablation]) -> Table:
    lights = list(figures[0].cases) if figures else []
    of_cases, of_ordinary = ([f"{kind} {light}" for light in lights] for kind in ("cases", "false"))
    return Table(
        "Without each family of clues",
        "Whole chats of cases, and false lights per 1,000 unseen ordinary chats. The weight of the family is left out; "
        "other clues that build on it are still seen. Messages: median until moderators are shown amber.",
        ["Left out", *of_cases, "Messages", "Recall at 1 %", *of_ordinary],
        [
            [
                each.family,
                *(percent(rate.share.value) for rate in each.cases.values()),
                number(each.median, 0),
                number(each.recall),
                *(number(1000 * rate.share.value, 1) for rate in each.ordinary.values()),
            ]
            for each in figures
        ],
    )


def _controls(figures: Sequence[Control]) -> Table:
    lights = list(figures[0].turned) if figures else []
    return Table(
        "Controls: the same chats in other dresses",
        "What the detector should not rest on is taken away or exchanged.",
        ["Dress", "Shows, if little changes", "Chats", *lights, "Median decibans", "Recall at 1 %", "Right speaker"],
        [
            [
                each.name,
                each.shows,
                str(each.chats),
                *(percent(rate.share.value) for rate in each.turned.values()),
                number(each.median, 1),
                interval(each.recall) if each.recall else "",
                share(each.right_speaker) if each.right_speaker else "",
            ]
            for each in figures
        ],
    )


def _used(evaluation: Evaluation) -> Table:
    return Table(
        "What was shown",
        f"Seed {evaluation.seed}, text model: {evaluation.model}, weights: {evaluation.weights}, corpora: "
        f"{', '.join(evaluation.corpora)}. Of large sources some chats were drawn by the seed; of long cases only the "
        "beginning is read.",
        ["Source", "Form", "Kind", "Chats", "Messages"],
        [
            [each.source, each.form, _kind(each.label, each.learned), f"{each.chats:,}", f"{each.messages:,}"]
            for each in evaluation.used
        ],
    )


def _kind(label: bool, learned: bool) -> str:
    if label:
        return "case"
    return "ordinary, learned from" if learned else "ordinary"
