"""Appeals come in through the platform's key, tell nobody anything, and stand in the console to be decided."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.surfaces.console.staffed import Staffed, form_token, staffed

WORDS = "I only asked about the <b>match</b>, please look again"


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    folder: Path = tmp_path_factory.mktemp("appeals")
    with staffed(folder) as made:
        yield made


@pytest.fixture
def client(staff: Staffed) -> Iterator[httpx.Client]:
    with staff.service.client() as opened:
        yield opened


def file(client: httpx.Client, account: str, text: str = WORDS, **more: Any) -> httpx.Response:
    return client.post("/v1/appeals", json={"account": account, "text": text, **more})


def test_an_appeal_stands_in_the_console_and_is_decided_there(staff: Staffed, client: httpx.Client) -> None:
    answer = file(client, "wolf77")
    assert answer.status_code == 201
    with closing(staff.browser("mona")) as mona:
        shown = mona.get("/console/appeals")
        page = shown.text
        assert "I only asked about the &lt;b&gt;match&lt;/b&gt;" in page
        address = f"/console/appeals/{answer.json()['number']}"
        assert f'action="{address}"' in page
        fields = {"form_token": form_token(shown), "outcome": "upheld", "note": "read again"}
        assert mona.post(address, data=fields).status_code == 303
        assert f'action="{address}"' not in mona.get("/console/appeals").text
        assert "upheld" in mona.get("/console/appeals?decided=true").text
    with closing(staff.browser("aude")) as auditor:
        log = auditor.get("/console/audit").text
    assert "appeal filed" in log
    assert "I only asked" not in log


def test_the_answer_tells_nobody_whether_anything_was_noticed(client: httpx.Client) -> None:
    known, unknown = file(client, "wolf77"), file(client, "nobody-ever")
    assert known.status_code == unknown.status_code == 201
    assert known.json().keys() == unknown.json().keys() == {"number", "created_at"}


@pytest.mark.parametrize("text", ["", " ", "\x1e", "\u3000\n"])
def test_an_appeal_that_says_nothing_is_refused_as_a_problem(client: httpx.Client, text: str) -> None:
    refused = file(client, "wolf77", text)
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


def test_one_account_cannot_fill_the_page(client: httpx.Client) -> None:
    assert [file(client, "loud").status_code for _ in range(4)] == [201, 201, 201, 409]
    refused = file(client, "loud")
    assert refused.headers["content-type"] == "application/problem+json"
    assert "wait to be decided" in refused.json()["detail"]
    assert file(client, "loud", app="other").status_code == 201


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 20_001])
def test_an_appeal_says_something_that_somebody_would_read(client: httpx.Client, text: str) -> None:
    answer = file(client, "quiet", text)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == ["body", "text"]
