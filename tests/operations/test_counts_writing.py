"""The page of counts: it stands by itself, says every figure, and nothing in it runs."""

import re
from dataclasses import replace
from pathlib import Path

from tests.operations.charts.test_corpus import FULL
from tests.operations.conftest import news_scheme
from tests.operations.test_agreement_writing import Tags
from workbench.domain.counts import Counts, SourceCount
from workbench.operations import counts_writing

HOSTILE = '"><img src=x onerror="alert(1)"></style>'


def written(counts: Counts, out: Path) -> str:
    counts_writing.write_html(counts, news_scheme(), out, name=HOSTILE)
    return out.read_text(encoding="utf-8")


def test_the_page_is_sound_and_stands_by_itself(tmp_path: Path) -> None:
    hostile = replace(FULL, sources=(SourceCount(HOSTILE, 2, 3),))
    page = written(hostile, tmp_path / "counts.html")
    tags = Tags()
    tags.feed(page)
    tags.close()
    assert "<img" not in page
    assert not re.search(r"<script|@import|url\(|(?:src|href)=[\"']", page)
    assert page.count("</style>") == 1


def test_every_chart_stands_there_with_its_table(tmp_path: Path) -> None:
    page = written(FULL, tmp_path / "counts.html")
    assert page.count("<svg") == page.count("<table>") == 5
    assert "1,230 annotations" in page
    assert "<td>75%</td>" in page


def test_names_stand_to_the_left_and_figures_to_the_right(tmp_path: Path) -> None:
    page = written(FULL, tmp_path / "counts.html")
    labels = page[page.index("<tbody>") :]
    first = labels[: labels.index("</tr>")]
    assert re.findall(r"<td( class=\"word\")?>", first) == [' class="word"'] * 2 + [""] * 2


def test_charts_of_nothing_have_no_table(tmp_path: Path) -> None:
    page = written(Counts(), tmp_path / "counts.html")
    assert page.count("<svg") == 5
    assert page.count("<table>") == 1  # of the scheme's labels, of which there are none yet
    assert "No suggestion was accepted or rejected yet." in page
