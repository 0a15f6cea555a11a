"""A referral to CEOP, the part of the UK's National Crime Agency that takes reports of online grooming, as a document.

CEOP takes reports through its own online form. Its public pages say that the form asks for contact details, what
happened, to whom, and what is known about the suspect (docs/cases.md); the document answers these as far as the case
can and leaves the rest blank, for a person to check and to fill in.
"""

from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_page import page
from belisha.response.cases.printed import printed
from belisha.response.exports import Export, ReportingOrganisation


class CeopReferral(Export):
    """What CEOP asks, answered as far as the case can."""

    media = "application/pdf"
    suffix = ".pdf"
    means = "The questions of a report to CEOP (United Kingdom), filled in as far as known, for a person to check."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        return printed(page("ceop_referral.html", case, sender=sender), case.written_at)
