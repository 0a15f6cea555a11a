"""How the service fares: whether it lives, whether it takes in messages, and figures for Prometheus. Never any text."""

import time
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from pydantic import BaseModel
from sqlalchemy import func, select
from starlette.concurrency import run_in_threadpool

from belisha.stream.store.access import ApiKey
from belisha.stream.store.tables import deliveries, lights
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described
from belisha.surfaces.running import Running

VERSION = version("belisha")
router = APIRouter(tags=["condition"])
Service = Annotated[Running, Depends(running)]


class Condition(BaseModel):
    """Whether the service lives, and since when."""

    status: str
    version: str
    seconds: float


class Readiness(BaseModel):
    """Whether messages are taken in. How each live source fares is for those with a key: see the metrics."""

    ready: bool


class Figures:
    """What is counted while the service runs; in a registry of its own, so that two services never share one.

    Args:
        service: whose.
    """

    def __init__(self, service: Running) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "belisha_http_requests", "Requests answered.", ["route", "method", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "belisha_http_seconds",
            "Seconds from a request to its answer.",
            ["route"],
            buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
            registry=self.registry,
        )
        self.registry.register(_Now(service))


class _Now(Collector):
    def __init__(self, service: Running) -> None:
        self._service = service

    def collect(self) -> list[GaugeMetricFamily]:
        """The figures of this moment."""
        waiting = GaugeMetricFamily("belisha_waiting", "Messages and facts in line.", self._service.writer.waiting)
        taken = GaugeMetricFamily("belisha_source_frames", "Frames taken in since the start.", labels=["source"])
        bad = GaugeMetricFamily("belisha_source_unreadable", "Frames that could not be read.", labels=["source"])
        connected = GaugeMetricFamily("belisha_source_connected", "1 while connected.", labels=["source"])
        for label, source in self._service.sources.items():
            taken.add_metric([label], source.figures.frames)
            bad.add_metric([label], source.figures.unreadable)
            connected.add_metric([label], int(source.figures.connected))
        on = GaugeMetricFamily("belisha_lights", "Lights that are on and open.", labels=["audience", "light"])
        due = GaugeMetricFamily("belisha_deliveries_due", "Deliveries that have not arrived yet.")
        with self._service.database.reading() as connection:
            question = select(lights.c.audience, lights.c.light, func.count()).where(lights.c.state == "open")
            for audience, light, count in connection.execute(question.group_by(lights.c.audience, lights.c.light)):
                on.add_metric([audience, "red" if light > 1 else "amber"], count)
            open_ones = select(func.count()).select_from(deliveries).where(deliveries.c.due_at.is_not(None))
            due.add_metric([], connection.execute(open_ones).scalar() or 0)
        refused = GaugeMetricFamily("belisha_refused", "Messages and facts not taken in.", labels=["source"])
        for source_of_it, number in self._service.intake.refused.items():
            refused.add_metric([source_of_it], number)
        return [waiting, taken, bad, connected, on, due, refused]


@router.get("/health", summary="Whether the service lives")
async def health(service: Service) -> Condition:
    """Answers as long as the process does."""
    return Condition(status="alive", version=VERSION, seconds=time.time() - service.started_at)


@router.get("/ready", responses=described(503), summary="Whether it takes in messages")
async def ready(service: Service) -> Readiness:
    """Answers 503 until the service takes in messages, and when its database or its writer is gone."""
    works = service.ready and service.writer.is_alive and await run_in_threadpool(_database_answers, service)
    if not works:
        raise HTTPException(503, "The service does not take in messages now.", {"Retry-After": "2"})
    return Readiness(ready=True)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}}, **described(401, 403, 429)},
    summary="Figures for Prometheus",
)
async def metrics(service: Service, _key: Annotated[ApiKey, Depends(allowed("metrics:read"))]) -> Response:
    """Counts and times; no names, no text."""
    figures: Figures = service.figures
    return Response(await run_in_threadpool(generate_latest, figures.registry), media_type=CONTENT_TYPE_LATEST)


def _database_answers(service: Running) -> bool:
    try:
        with service.database.reading() as connection:
            connection.execute(select(1))
    except Exception:  # noqa: BLE001 - whatever it is, the database does not answer
        return False
    return True
