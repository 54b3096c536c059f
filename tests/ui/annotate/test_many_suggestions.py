"""An act beside thousands of marks and suggestions does as much as beside a few."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.corpora import Corpus, project_of, write_lines
from tests.clock import calls
from tests.ui.annotate.driven import Driven, open_again
from workbench.store import articles
from workbench.ui.preferences import Preferences

NUMBERS = (30, 3_000)
ACTS = {
    "accept": ("Tab", "Return"),
    "reject": ("Tab", "Backspace"),
    "take back": ("Tab", "Return", "Ctrl+Z"),
    "mark": ("Right", "Right", "Shift+Right", "E", "1"),
}


@pytest.fixture
def both(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window on two articles of one length, with a few and with thousands of each."""
    user, corpus = Preferences().user(), Corpus()
    lines = [
        corpus.line_with_suggestions(corpus.text(40_000), number, [user]) for number in NUMBERS
    ]
    file = write_lines(tmp_path / "a.jsonl", lines)
    driven = open_again(qtbot, project_of(tmp_path / "p.workbench", file, user=user, seen=True))
    yield driven
    driven.close()


def cost(driven: Driven, article: str, *keys: str) -> int:
    """What the last of some keys does in an article, and the inspector after it."""
    driven.session.open_article(article)
    driven.pane.place_caret(0)
    *before, last = keys
    found = []
    for _ in range(2):  # what is done once for all has been done then
        driven.keys(*before)
        found.append(calls(lambda: driven.keys(last)) + calls(driven.workspace.inspect))
    return found[-1]


@pytest.mark.parametrize("keys", ACTS.values(), ids=ACTS.keys())
def test_an_act_beside_thousands_does_as_much_as_beside_a_few(
    both: Driven, keys: tuple[str, ...]
) -> None:
    few, thousands = (cost(both, article, *keys) for article in articles.ids(both.project))
    assert thousands < 1.3 * few
