"""The counts of a corpus as a page that stands by itself: each chart, and its figures as a table.

The charts follow the reader's light or dark, as the page does.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from workbench.domain.counts import Counts
from workbench.domain.scheme import Scheme
from workbench.formats.beside import written_beside
from workbench.operations.charts import svg
from workbench.operations.charts.chart import Chart, draw, is_figure
from workbench.operations.charts.corpus import ENGLISH, corpus_charts
from workbench.operations.charts.drawing import DARK, LIGHT, Drawing
from workbench.operations.pages import escaped, opening, table_of

_WIDTH = 860.0  # pixels of a chart, which becomes narrower with the page


def write_html(counts: Counts, scheme: Scheme, out: Path, *, name: str) -> None:
    """Write the page of a project of that name."""
    charts = corpus_charts(counts, scheme)
    page = "".join(_page(counts, charts, name))
    with written_beside(out) as file:
        file.write(page.encode("utf-8"))


def _page(counts: Counts, charts: Sequence[Chart], name: str) -> Iterator[str]:
    """The page piece by piece."""
    drawings = [draw(chart, _WIDTH) for chart in charts]
    yield opening(f"Counts of {name}", _style(drawings))
    number = ENGLISH.number
    yield (
        f"<p>{number(counts.articles)} articles · {number(counts.annotations)} annotations · "
        f"{number(counts.gold)} gold spans · {number(counts.finished)} article-layers done</p>"
    )
    for chart, drawing in zip(charts, drawings, strict=True):
        yield f"<section><h2>{escaped(chart.title)}</h2><p>{escaped(chart.about)}</p>"
        yield svg.within(drawing)
        yield _figures(chart) if chart.rows else ""
        yield "</section>"
    yield "</body></html>"


def _figures(chart: Chart) -> str:
    """The table of a chart: names to the left, and figures to the right as `is_figure` tells."""
    words = sum(1 for _ in takewhile(lambda cell: not is_figure(cell), chart.rows[0]))
    return table_of("", chart.heads, chart.rows, words=words)


def _style(drawings: Sequence[Drawing]) -> str:
    """The colours of the charts on light and on dark pages; paper is light."""
    light, dark = svg.styles(drawings, LIGHT), svg.styles(drawings, DARK)
    return (
        f":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{{light}}}}}svg{{max-width:100%;height:auto}}"
    )
