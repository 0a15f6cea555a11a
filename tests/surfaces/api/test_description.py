"""The running service keeps what its OpenAPI description promises, whatever is thrown at it (schemathesis)."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tests.surfaces.served import Served, served

ENDLESS = "/v1/events"
"""A stream that never ends has tests of its own."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    limits = "[limits]\nrequests_per_minute = 1000000\nmessages_per_second = 1000000\n"
    with served(tmp_path_factory.mktemp("fuzzed"), settings=limits) as running:
        yield running


def test_every_answer_is_as_described(service: Served) -> None:
    described = schemathesis.openapi.from_url(f"{service.base}/openapi.json").exclude(path=ENDLESS)
    tried = 0
    for found in described.get_all_operations():
        operation: Any = found  # an operation that cannot be read fails at its ok()
        _try(operation.ok(), service)
        tried += 1
    assert tried >= 7, "an empty description would keep every promise"


def _try(operation: Any, service: Served) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy())
    def keeps_its_promises(case: Any) -> None:
        case.headers["Authorization"] = f"Bearer {service.key}"
        case.call_and_validate(checks=CHECKS)

    keeps_its_promises()
