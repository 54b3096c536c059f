"""How well the article is told from the rest of a page, in words, on pages made for this.

In a file of `web_pages` each line with a plus before it is of the article, all others are what
stands around it: menus, cookie banners, share bars, comments, teasers. The figures are printed with
`pytest -s`, and may not fall.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.intake.samples import document, written

PAGES = sorted((Path(__file__).parent / "web_pages").glob("*.page"))
WORST = 0.9  # precision and recall of any page
MEAN_PRECISION = 0.98
MEAN_RECALL = 0.98


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the words that were taken are of the article, and how many of it were taken."""

    name: str
    precision: float
    recall: float


def score(path: Path, folder: Path) -> Score:
    """Take a page in, and compare its words with those that it should give."""
    lines = path.read_text(encoding="utf-8").splitlines()
    page = "\n".join(line.removeprefix("+") for line in lines)
    article = " ".join(line[1:] for line in lines if line.startswith("+"))
    expected = Counter(
        lxml_html.fromstring(f"<div>{_spaced(article)}</div>").text_content().split()
    )
    taken = Counter(document(written(folder, f"{path.stem}.html", page)).text.split())
    both = (expected & taken).total()
    return Score(path.stem, both / taken.total(), both / expected.total())


def _spaced(markup: str) -> str:
    """Markup whose cells and lines are apart, as a reader sees them."""
    return markup.replace("</", " </").replace("<br>", " ")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> list[Score]:
    folder = tmp_path_factory.mktemp("pages")
    found = [score(path, folder) for path in PAGES]
    for each in found:
        sys.stdout.write(
            f"{each.name:28} precision {each.precision:.3f} recall {each.recall:.3f}\n"
        )
    return found


def test_there_are_pages_of_many_kinds() -> None:
    assert len(PAGES) >= 15
    assert {"de", "ar", "he", "fr", "en"} <= {_language(path) for path in PAGES}


def _language(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.partition('lang="')[2][:2]


def test_the_words_of_all_articles_are_taken_and_few_others(scores: list[Score]) -> None:
    precision = sum(each.precision for each in scores) / len(scores)
    recall = sum(each.recall for each in scores) / len(scores)
    sys.stdout.write(f"mean of {len(scores)}: precision {precision:.3f}, recall {recall:.3f}\n")
    assert precision >= MEAN_PRECISION
    assert recall >= MEAN_RECALL


def test_no_page_falls_far_behind(scores: list[Score]) -> None:
    assert [each for each in scores if min(each.precision, each.recall) < WORST] == []
