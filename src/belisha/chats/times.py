"""Moments as apps write them, made into aware times; None for what is no plausible moment."""

from datetime import UTC, datetime, timedelta

_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
_COCOA = datetime(2001, 1, 1, tzinfo=UTC)
_MILLI, _MICRO, _NANO = 1e3, 1e6, 1e9
_LATEST_SECONDS = 1e10
"""Seconds since 1970 in the year 2286: larger numbers are in a finer unit."""


def unix(value: float | None, unit: float | None = None) -> datetime | None:
    """Time since 1970-01-01 UTC.

    Args:
        value: the number; None and 0 and less mean no time.
        unit: how many units make a second (1, 1e3, 1e6, 1e9); None decides by size.
    """
    return _since(_UNIX, value, unit)


def cocoa(value: float | None) -> datetime | None:
    """Time since 2001-01-01 UTC in seconds, or in nanoseconds from iOS 11 on (decided by size)."""
    return _since(_COCOA, value, None)


def iso(text: str | None) -> datetime | None:
    """RFC 3339 or ISO 8601; without a zone it is taken as UTC."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text.strip().replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unit_of(value: float) -> float:
    """How many units make a second, by the size of the number."""
    if value < _LATEST_SECONDS * _MILLI:
        return 1 if value < _LATEST_SECONDS else _MILLI
    return _MICRO if value < _LATEST_SECONDS * _MICRO else _NANO


def _since(epoch: datetime, value: float | None, unit: float | None) -> datetime | None:
    if value is None or value <= 0:
        return None
    if unit is None:
        unit = _unit_of(value)
    try:
        return epoch + timedelta(seconds=value / unit)
    except (OverflowError, ValueError):
        return None
