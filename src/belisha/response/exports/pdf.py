"""The page of a case as a document for files and courts (PDF/A-3b)."""

from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_page import page
from belisha.response.cases.printed import printed
from belisha.response.exports import Export, ReportingOrganisation


class Pdf(Export):
    """The case for people, on paper and in archives."""

    media = "application/pdf"
    suffix = ".pdf"
    means = "The same as the page, with page numbers, made to be kept: for files and courts."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        return printed(page("case.html", case, sender=sender), case.written_at)
