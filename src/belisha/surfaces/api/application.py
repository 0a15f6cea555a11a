"""The web application around a running service: interface and console, errors, limits and figures."""

import contextlib
import time
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI

from belisha.surfaces.api import appeals, arrivals, cases, condition, erasures, lights, people_warned, pushed
from belisha.surfaces.api.callers import Callers
from belisha.surfaces.api.problems import BodyLimit, Message, Receive, Send, answer_with_problems
from belisha.surfaces.console.router import add_console
from belisha.surfaces.running import Running

_ABOUT = """Messages in, lights out. **Green means nothing noticed, never safe.** The account that a light is about must
never learn of it: show children's lights to the child alone, and moderators' lights to moderators."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def create_application(service: Running) -> FastAPI:
    """The application; serving begins with its lifespan and ends with it."""

    @contextlib.asynccontextmanager
    async def lifespan(_application: FastAPI) -> AsyncIterator[None]:
        async with service.serving():
            yield

    application = FastAPI(
        title="Belisha", version=condition.VERSION, description=_ABOUT, lifespan=lifespan, docs_url=None, redoc_url=None
    )
    application.state.running = service
    application.state.callers = Callers(service)
    service.figures = condition.Figures(service)
    application.router.routes += arrivals.router.routes  # first, and not through a router of their own: the busiest
    for part in (lights, people_warned, appeals, cases, erasures, condition, pushed):
        application.include_router(part.router)
    answer_with_problems(application)
    add_console(application)
    application.add_middleware(BodyLimit, most=service.settings.limits.body_bytes)
    application.add_middleware(_Measured, figures=service.figures)
    return application


class _Measured:
    """Counts requests and their seconds. Plain ASGI: a middleware of Starlette's takes a task group for each request.

    Args:
        application: what is behind.
        figures: where it is counted.
    """

    def __init__(self, application: Any, figures: condition.Figures) -> None:  # noqa: ANN401 - an ASGI application
        self._application = application
        self._figures = figures

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Passes a request on, and counts how it was answered."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        begun = time.perf_counter()
        method = scope["method"] if scope["method"] in _METHODS else "other"  # anybody can make up others
        is_answered = False

        def count(status: int) -> None:
            route = getattr(scope.get("route"), "path", "")  # the pattern: paths hold names of people
            self._figures.requests.labels(route, method, status).inc()
            self._figures.seconds.labels(route).observe(time.perf_counter() - begun)

        async def sent(message: Message) -> None:
            nonlocal is_answered
            if message["type"] == "http.response.start":
                is_answered = True
                count(message["status"])
            await send(message)

        try:
            await self._application(scope, receive, sent)
        except Exception:
            if not is_answered:
                count(500)
            raise
