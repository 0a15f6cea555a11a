"""The ``CaseFile`` of a case: everything that an export is written from, taken from the database at one moment."""

from sqlalchemy import Connection

from belisha.response.cases.case_file import CaseFile
from belisha.settings import Settings
from belisha.stream.store.vault import Vault


def case_file(
    connection: Connection, vault: Vault, platform: str, number: int, settings: Settings, now: float
) -> CaseFile | None:
    """A case with its evidence, context, lights, decisions and files; None when this platform has none."""
    raise NotImplementedError
