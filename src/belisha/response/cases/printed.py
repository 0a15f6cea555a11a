"""A page as a PDF/A-3b document: made to be kept, the same bytes for the same page.

WeasyPrint lays it out; it comes with the extra ``serve`` and is imported only when a document is asked for.
"""

import hashlib
import logging
from datetime import datetime
from importlib import import_module

from belisha.errors import Unusable
from belisha.response.reports.wording import timestamp

VARIANT = "pdf/a-3b"
_STAMPS = '<meta name="dcterms.created" content="{at}"><meta name="dcterms.modified" content="{at}"></head>'


def printed(html: str, written_at: datetime) -> bytes:
    """A page as PDF. Nothing that it names is fetched.

    Args:
        html: the whole page, escaped; its style holds the rules for print.
        written_at: stands in the document as the time of its making.

    Raises:
        Unusable: when WeasyPrint, or a library that it needs, is not installed.
    """
    try:
        weasyprint = import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise Unusable(
            f"a PDF needs WeasyPrint and its libraries: install belisha[serve], and Pango from the system ({error})"
        ) from error
    # It complains of every rule for screens; what could not be fetched is an error and stays.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    stamped = html.replace("</head>", _STAMPS.format(at=timestamp(written_at)), 1)
    identifier = hashlib.sha256(stamped.encode()).digest()[:16]
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=stamped, url_fetcher=nothing)
    content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier, pdf_tags=True)
    return content
