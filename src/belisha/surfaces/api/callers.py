"""Who calls: the API key, what it allows, and how much it may ask for."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from belisha.stream.store.access import ApiKey, api_key_of
from belisha.surfaces.running import Running

_BEARER = HTTPBearer(auto_error=False, description="An API key, made with belisha keys add.")
_REMEMBERED_SECONDS = 5.0
"""How long a key is taken to be what it was: a revoked one works no longer than this."""
_MOST_REMEMBERED = 10_000
_LONGEST_KEY = 200


async def running(request: Request) -> Running:  # no coroutine would go through a thread for each request
    """The service behind this request."""
    found: Running = request.app.state.running
    return found


class Allowance:
    """A bucket for each caller that fills with time: bursts are fine, a flood is not.

    Args:
        per_second: how fast it fills.
        seconds: of filling that it can hold.
    """

    def __init__(self, per_second: float, seconds: float) -> None:
        self._rate = per_second
        self._most = per_second * seconds
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str, amount: float, now: float) -> float:
        """Takes some; gives 0.0, or after how many seconds there would be enough (nothing is taken then)."""
        left, at = self._left.pop(caller, (self._most, now))
        left = min(self._most, left + (now - at) * self._rate)
        enough = left >= amount or left >= self._most  # what is more than a bucket holds may go when it is full
        self._left[caller] = (left - amount if enough else left), now
        while len(self._left) > _MOST_REMEMBERED:
            self._left.popitem(last=False)
        return 0.0 if enough else (min(amount, self._most) - left) / self._rate


class Callers:
    """Knows keys, and counts what each asks for.

    Args:
        service: whose.
    """

    def __init__(self, service: Running) -> None:
        limits = service.settings.limits
        self._service = service
        self._known: OrderedDict[str, tuple[float, ApiKey | None]] = OrderedDict()
        self.requests = Allowance(limits.requests_per_minute / 60, 60)
        self.messages = Allowance(limits.messages_per_second, 10)

    async def key(self, written: str) -> ApiKey | None:
        """The key that was presented, or None."""
        if len(written) > _LONGEST_KEY:  # nobody's, and too long to remember that
            return None
        now = time.monotonic()  # a clock that is set back would keep revoked keys alive
        at, known = self._known.get(written, (-_REMEMBERED_SECONDS, None))
        if now - at >= _REMEMBERED_SECONDS:
            known = await run_in_threadpool(self._look_up, written, time.time())
            self._known[written] = now, known
            while len(self._known) > _MOST_REMEMBERED:
                self._known.popitem(last=False)
        return known

    def _look_up(self, written: str, now: float) -> ApiKey | None:
        with self._service.database.reading() as connection:
            return api_key_of(connection, written, now)


def refuse_beyond(allowance: Allowance, caller: str, amount: float) -> None:
    """Refuses who asks for too much.

    Raises:
        HTTPException: 429, saying when to come again.
    """
    wait = allowance.take(caller, amount, time.monotonic())
    if wait:
        raise HTTPException(429, "Too much at once; come again later.", {"Retry-After": str(int(wait) + 1)})


def credentials_in(request: Request) -> HTTPAuthorizationCredentials | None:
    """What a caller presents as ``Authorization: Bearer ...``, or None."""
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not credentials:
        return None
    return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)


def allowed(scope: str) -> Callable[..., Awaitable[ApiKey]]:
    """A dependency: the caller's key, which must allow this scope."""

    async def check(
        request: Request, presented: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
    ) -> ApiKey:
        callers: Callers = request.app.state.callers
        address = request.client.host if request.client else ""
        key = await callers.key(presented.credentials) if presented else None
        refuse_beyond(
            callers.requests, key.id if key else f"from {address}", 0 if scope == "messages:write" and key else 1
        )
        if key is None:
            raise HTTPException(
                401, "An API key is needed, as Authorization: Bearer ...", {"WWW-Authenticate": "Bearer"}
            )
        if scope not in key.scopes:
            raise HTTPException(403, f"This key does not allow {scope}.")
        return key

    return check
