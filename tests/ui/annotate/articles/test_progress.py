"""Progress is counted by article, by layer and for the project, row by row."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.domain.annotator import STATUSES
from workbench.ui.annotate.articles.progress import DoneCounts

LAYERS = ("entity", "claim")
rows = st.fixed_dictionaries({layer: st.sampled_from(STATUSES) for layer in LAYERS})


@given(before=st.lists(rows, min_size=1), after=rows)
def test_a_changed_row_counts_as_if_it_had_come_so(
    before: list[dict[str, str]], after: dict[str, str]
) -> None:
    changed = DoneCounts(before)
    changed.count(before[0], -1)
    changed.count(after, 1)
    anew = DoneCounts([after, *before[1:]])
    assert (changed.whole, changed.articles) == (anew.whole, anew.articles)
    assert changed.layers() == anew.layers()


def test_skipped_counts_as_done_and_started_does_not() -> None:
    counts = DoneCounts(
        [{"entity": "done", "claim": "skipped"}, {"entity": "started", "claim": "done"}]
    )
    assert (counts.whole, counts.articles) == (1, 2)
    assert counts.layers() == {"entity": 1, "claim": 2}


def test_the_list_says_how_far_each_layer_is(driven: Driven, qtbot: QtBot) -> None:
    driven.program.window.dispatch.say("focus_claim")
    driven.program.window.dispatch.say("done_and_next")
    told = "0 of 1 done\nEntity 0 · Claim 1 · Event 0 · Framing 0"
    labels = driven.workspace.list.findChildren(QLabel)
    qtbot.waitUntil(lambda: told in [label.text() for label in labels])
