"""The web application around a running service: interface and console, errors, limits and figures."""

import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable

from fastapi import FastAPI, Request, Response

from belisha.surfaces.api import arrivals, cases, condition, erasures, lights, people_warned, pushed
from belisha.surfaces.api.callers import Callers
from belisha.surfaces.api.problems import BodyLimit, answer_with_problems
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
    for part in (arrivals, lights, people_warned, cases, erasures, condition, pushed):
        application.include_router(part.router)
    answer_with_problems(application)
    add_console(application)
    application.add_middleware(BodyLimit, most=service.settings.limits.body_bytes)
    _measure(application, service.figures)
    return application


def _measure(application: FastAPI, figures: condition.Figures) -> None:
    @application.middleware("http")
    async def measure(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        begun, status = time.perf_counter(), 500  # unless it is answered
        method = request.method if request.method in _METHODS else "other"  # anybody can make up others
        try:
            response = await answer(request)
            status = response.status_code
        finally:
            route = getattr(request.scope.get("route"), "path", "")  # the pattern: paths hold names of people
            figures.requests.labels(route, method, status).inc()
            figures.seconds.labels(route).observe(time.perf_counter() - begun)
        return response
