"""Concern over a conversation for the console: the report's own drawing, from what the database holds."""

from collections.abc import Sequence
from datetime import UTC, datetime

from belisha.findings import ConversationFinding, Point, Turned
from belisha.lights import Audience
from belisha.model import Light
from belisha.response.reports.plot import Plot, plot


def concern_plot(
    course: Sequence[Point], count: int, turned: Sequence[tuple[int, int, float]], audience: Audience
) -> Plot | None:
    """The plot, or None when nothing was ever read.

    Args:
        course: the readings, oldest first.
        count: messages in the conversation.
        turned: for each turn of the light the position of the message, the light, and when (seconds since 1970).
        audience: whose thresholds are drawn.
    """
    finding = ConversationFinding(
        id="",
        app="",
        title="",
        members=(),
        count=count,
        first=None,
        last=None,
        highest=None,
        light=Light.GREEN,
        turned=tuple(
            Turned(Light(after), position, "", datetime.fromtimestamp(at, UTC)) for position, after, at in turned
        ),
        subject=None,
        course=tuple(course),
        sightings=(),
    )
    amber, red = audience.shown_from(Light.AMBER), audience.shown_from(Light.RED)
    return plot(finding, amber, red, lambda about: about or "nobody known")
