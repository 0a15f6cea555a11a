"""An evaluation as one page that needs nothing else: no network, no server, no other file."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from belisha.study.evaluate import Evaluation
from belisha.study.report.plots import HEIGHT, WIDTH, plots
from belisha.study.report.tables import LIMITS, tables


def page(evaluation: Evaluation) -> str:
    """The page; names from the corpora are escaped."""
    environment = Environment(
        loader=PackageLoader("belisha.study.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("evaluation.html").render(
        evaluation=evaluation,
        tables=tables(evaluation),
        plots=plots(evaluation),
        limits=LIMITS,
        width=WIDTH,
        height=HEIGHT,
    )
