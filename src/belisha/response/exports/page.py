"""One web page that needs nothing else: to read, to search and to print."""

from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_page import page
from belisha.response.exports import Export, ReportingOrganisation


class Page(Export):
    """The case for people, on a screen."""

    media = "text/html"
    suffix = ".html"
    means = "The case for people to read on a screen: one file, no network, nothing in it runs."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:
        return page("case.html", case, sender=sender).encode()
