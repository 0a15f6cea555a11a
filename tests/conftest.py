"""What every test may use: the renew flag for golden files and the path of the shared data."""

import os
from pathlib import Path

import pytest

# Tests run beside each other: threads of the numerics in each would only wait for each other. Read by numpy's import.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tests.stream.databases import database, database_url, postgresql

__all__ = ["database", "database_url", "postgresql"]
ROOT = Path(__file__).parent.parent
# Compiled phrases are kept between runs, but not among a person's own files.
os.environ["BELISHA_CACHE"] = str(ROOT / "build" / "test-cache")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The shared corpora beside the checkout; skips the test where there are none."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("needs ../shared/corpora, which a bare clone does not have")
    return folder
