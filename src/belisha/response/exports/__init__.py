"""Ways in which a case leaves as evidence; one file each. Subclass ``Export``.

An export is a pure function from a case and its sender to bytes: it asks nothing, sends nothing and knows no clock, so
the same case always gives the same bytes. What is not known stays visibly unknown.
"""

from abc import ABC, abstractmethod
from typing import ClassVar

import msgspec

from belisha.plugins import name_of
from belisha.response.cases.case_file import CaseFile


class ReportingOrganisation(msgspec.Struct, frozen=True):
    """Who hands a case over, and whom to ask; what is empty is left blank in every export.

    Attributes:
        name: of the organisation.
        service: the product on which it happened, as its users know it.
        first_name, last_name, position: the person who reports.
        email, phone: where that person is reached.
        address: of the organisation, as on a letter.
        country: two letters.
        legal_url: a page about legal process.
        terms: the terms of service that matter here.
        about: what the organisation always wants to be said: how it is served, how long it keeps data, when it is
            reached.
    """

    name: str
    service: str = ""
    first_name: str = ""
    last_name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    country: str = ""
    legal_url: str = ""
    terms: str = ""
    about: str = ""


class Export(ABC):
    """One form in which a case is handed over.

    Attributes:
        media: media type of the bytes.
        suffix: of a file that holds them, with the dot.
        means: what it is and for whom, in one sentence.
    """

    media: ClassVar[str]
    suffix: ClassVar[str]
    means: ClassVar[str]

    @property
    def name(self) -> str:
        """The export's name: that of its file."""
        return name_of(type(self))

    def missing(self, case: CaseFile, sender: ReportingOrganisation) -> tuple[str, ...]:  # noqa: ARG002 - for those that need something
        """What the recipient demands and nobody has said yet, each in a few words; nothing for most exports."""
        return ()

    @abstractmethod
    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        """The case in this form.

        Raises:
            Unusable: when something is ``missing``; the message names all of it.
        """
