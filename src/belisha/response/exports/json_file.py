"""Everything about a case as JSON, which reads back to the same case."""

from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_json import encode
from belisha.response.exports import Export, ReportingOrganisation


class JsonFile(Export):
    """The whole structure; the only export from which nothing is left out."""

    media = "application/json"
    suffix = ".json"
    means = "The whole case for programs and for checking the other exports; reads back to the same case."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:  # noqa: ARG002 - the sender is no part of a case
        return encode(case)
