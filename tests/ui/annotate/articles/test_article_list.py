"""The article list is searched, filtered and walked by mouse and keys, and says what it shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.clock import bare_loops
from workbench.domain.scheme import LAYERS
from workbench.ui.annotate.articles.article_list import ArticleList
from workbench.ui.annotate.articles.article_model import TWIN, ArticleRow
from workbench.ui.annotate.articles.folding import Twin
from workbench.ui.annotate.articles.row_view import first_line, knob
from workbench.ui.language import number
from workbench.ui.theme import DARK

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
DONE = dict.fromkeys(LAYERS, "done")
NEW = dict.fromkeys(LAYERS, "new")
MIXED = NEW | {"entity": "done", "claim": "started", "event": "skipped"}


def row(
    id: str, title: str, *, source: str = "", status: dict[str, str] | None = None
) -> ArticleRow:
    return ArticleRow(id, title, source, "2024-05-01T06:00", status or NEW, 3, 2)


ROWS = [
    row("a", "Harbour opens", source="Coast Post", status=DONE),
    row("b", "Bridge closes", source="Hill Times", status=MIXED),
    row("c", "Straße gesperrt", source="Hill Times"),
    row("d", "Ferry delayed", source="Coast Post", status=dict.fromkeys(LAYERS, "skipped")),
]


def fill(articles: ArticleList, rows: list[ArticleRow]) -> None:
    """List these articles and no others."""
    articles.add_rows(rows)
    articles.arrange([row.id for row in rows])


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    articles = ArticleList()
    qtbot.addWidget(articles)
    articles.resize(300, 700)
    fill(articles, ROWS)
    with qtbot.waitExposed(articles):
        articles.show()
    return articles


def view(articles: ArticleList) -> QListView:
    (view,) = (v for v in articles.findChildren(QListView) if v.accessibleName() == "Articles")
    return view


def said(articles: ArticleList, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """What stands in the rows in sight."""
    model = view(articles).model()
    return [model.index(place, 0).data(role) for place in range(model.rowCount())]


def place_of(articles: ArticleList, place: int) -> QRect:
    """Where a row is painted."""
    return view(articles).visualRect(view(articles).model().index(place, 0))


def click(articles: ArticleList, place: int, held: Qt.KeyboardModifier = PLAIN) -> None:
    center = place_of(articles, place).center()
    QTest.mouseClick(view(articles).viewport(), Qt.MouseButton.LeftButton, held, center)


def type_words(articles: ArticleList, words: str) -> None:
    search = articles.findChild(QLineEdit)
    assert search is not None
    search.clear()
    QTest.keyClicks(search, words)


def filter_by(articles: ArticleList, key: Qt.Key) -> None:
    """Move through the status filter by key."""
    status = articles.findChild(QComboBox)
    assert status is not None
    QTest.keyClick(status, key)


def picture(articles: ArticleList, place: int) -> QImage:
    """A row as painted."""
    return view(articles).viewport().grab(place_of(articles, place)).toImage()


def dots(articles: ArticleList, place: int) -> list[QImage]:
    """The four dots of a row, as painted."""
    rect = place_of(articles, place)
    image = view(articles).viewport().grab(rect).toImage()
    right, bottom = rect.width() - 14, rect.height() - 10
    return [
        image.copy(
            QRect(
                QPoint(right - (3 - n) * 14 - 11, bottom - 16),
                QPoint(right - (3 - n) * 14 + 2, bottom),
            )
        )
        for n in range(4)
    ]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("bridge", ["Bridge closes"]),
        ("coast", ["Harbour opens", "Ferry delayed"]),
        ("strasse", ["Straße gesperrt"]),
        ("nowhere", []),
    ],
)
def test_typing_leaves_articles_with_the_words_in_title_or_source(
    articles: ArticleList, words: str, left: list[str]
) -> None:
    type_words(articles, words)
    assert said(articles) == left


def test_the_status_filter_parts_what_is_done_from_the_rest(articles: ArticleList) -> None:
    filter_by(articles, Qt.Key.Key_Down)
    assert said(articles) == ["Bridge closes", "Straße gesperrt"]
    filter_by(articles, Qt.Key.Key_Down)
    assert said(articles) == ["Harbour opens", "Ferry delayed"]
    filter_by(articles, Qt.Key.Key_Home)
    assert len(said(articles)) == len(ROWS)


def test_a_click_on_a_row_chooses_its_article(articles: ArticleList, qtbot: QtBot) -> None:
    type_words(articles, "hill")
    with qtbot.waitSignal(articles.article_chosen) as chosen:
        click(articles, 1)
    assert chosen.args == ["c"]
    assert articles.next_article(-1) == "b"


def test_return_chooses_the_row_that_the_arrows_reached(
    articles: ArticleList, qtbot: QtBot
) -> None:
    articles.select("a")
    QTest.keyClick(view(articles), Qt.Key.Key_Down)
    with qtbot.waitSignal(articles.article_chosen) as chosen:
        QTest.keyClick(view(articles), Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_neighbours_are_those_in_sight_and_none_at_the_ends(articles: ArticleList) -> None:
    type_words(articles, "coast")
    articles.select("a")
    assert (articles.next_article(-1), articles.next_article(1)) == ("", "d")
    articles.select("d")
    assert (articles.next_article(-1), articles.next_article(1)) == ("a", "")


def test_the_neighbours_of_a_hidden_article_stand_where_it_would(articles: ArticleList) -> None:
    articles.select("b")
    type_words(articles, "coast")
    assert (articles.next_article(-1), articles.next_article(1)) == ("a", "d")


def test_with_none_in_hand_the_walk_begins_at_an_end(articles: ArticleList) -> None:
    assert (articles.next_article(1), articles.next_article(-1)) == ("a", "d")


def test_the_article_in_hand_is_marked_again_when_the_search_ends(articles: ArticleList) -> None:
    articles.select("c")
    type_words(articles, "bridge")
    type_words(articles, "")
    assert view(articles).currentIndex().data() == "Straße gesperrt"


def test_an_article_that_went_and_came_back_is_not_in_hand(articles: ArticleList) -> None:
    articles.select("c")
    fill(articles, ROWS[:2])
    fill(articles, ROWS)
    assert not view(articles).currentIndex().isValid()


def test_changed_rows_are_told_alone_and_hidden_ones_not_at_all(articles: ArticleList) -> None:
    told: list[tuple[int, int]] = []
    model = view(articles).model()
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    type_words(articles, "coast")
    articles.change_rows([replace(ROWS[2], status=DONE), replace(ROWS[3], title="Ferry sails")])
    assert told == [(1, 1)]
    assert said(articles) == ["Harbour opens", "Ferry sails"]
    shown = [label.text() for label in articles.findChildren(QLabel)]
    assert "3 of 4 done\nentity 4 · claim 3 · event 4 · framing 3" in shown


def test_a_row_says_in_words_all_that_it_shows(articles: ArticleList) -> None:
    assert said(articles, Qt.ItemDataRole.AccessibleTextRole)[1] == (
        "Bridge closes, Hill Times, 2024-05-01, annotations: 3, suggestions: 2, "
        "entity: done, claim: started, event: skipped, framing: new"
    )


def test_each_status_has_a_dot_of_its_own(articles: ArticleList) -> None:
    painted = dots(articles, 1)
    assert all(a != b for n, a in enumerate(painted) for b in painted[:n])


def test_a_title_is_broken_between_words_behind_an_emoji_too(articles: ArticleList) -> None:
    plain, title = "Seven months, fourteen names", "🙂🙂🙂 Seven months, fourteen names"
    for width in range(120, 260, 10):
        for text in (plain, title):
            cut = first_line(text, articles.font(), width)
            assert cut == len(text) or text[cut - 1] == " "


def test_other_colours_are_painted_at_once(articles: ArticleList) -> None:
    before = dots(articles, 0)
    articles.set_tokens(DARK)
    assert dots(articles, 0) != before


def test_a_row_that_changes_costs_the_same_in_a_long_list(qtbot: QtBot) -> None:
    articles = ArticleList()
    qtbot.addWidget(articles)
    articles.resize(300, 800)
    with qtbot.waitExposed(articles):
        articles.show()
    fill(articles, [row(str(number), "A title") for number in range(50_000)])
    app = QApplication.instance()
    assert app is not None

    def change() -> None:
        articles.change_rows([replace(row("5", "A title"), annotations=3)])
        app.processEvents()

    change()
    assert bare_loops(change) < 0.33  # laying all rows out again takes ten times as long


# --- several selected


def test_several_are_selected_by_mouse_and_none_of_them_is_opened(
    articles: ArticleList, qtbot: QtBot
) -> None:
    click(articles, 0)
    with qtbot.assertNotEmitted(articles.article_chosen):
        click(articles, 2, SHIFT)
        assert articles.selected() == ["a", "b", "c"]
        click(articles, 1, CONTROL)
        assert articles.selected() == ["a", "c"]
        click(articles, 2, CONTROL)
        click(articles, 3, CONTROL)
    assert articles.selected() == ["a", "d"]
    assert articles.next_article(1) == "b"
    with qtbot.waitSignal(articles.article_chosen) as chosen:
        click(articles, 0)
    assert (chosen.args, articles.selected()) == (["a"], ["a"])


def test_several_are_selected_by_keys(articles: ArticleList) -> None:
    articles.select("a")
    rows = view(articles)
    QTest.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    assert articles.selected() == ["a", "b"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(rows, key, CONTROL)
    assert articles.selected() == ["a", "b", "d"]
    QTest.keyClick(rows, Qt.Key.Key_A, CONTROL)
    assert articles.selected() == ["a", "b", "c", "d"]
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert articles.selected() == ["c"]


def test_what_is_selected_stays_while_the_rows_are_the_same(articles: ArticleList) -> None:
    articles.select("a")
    click(articles, 1, CONTROL)
    articles.change_rows([replace(ROWS[0], title="Harbour shut")])
    articles.set_matching(None, 0)
    articles.add_rows([row("e", "Another")])
    below = place_of(articles, 4).bottomLeft() + QPoint(9, 90)
    QTest.mouseClick(view(articles).viewport(), Qt.MouseButton.LeftButton, PLAIN, below)
    assert articles.selected() == ["a", "b"]
    articles.select("d")
    assert articles.selected() == ["d"]
    type_words(articles, "coast")
    assert articles.selected() == ["d"]


def test_an_article_that_comes_to_hand_is_selected_alone_whatever_key_is_held(
    articles: ArticleList,
) -> None:
    articles.select("a")
    QTest.keyPress(view(articles), Qt.Key.Key_Control, CONTROL)
    articles.select("b")
    QTest.keyRelease(view(articles), Qt.Key.Key_Control)
    assert articles.selected() == ["b"]


def test_the_row_that_the_keys_have_reached_is_told_from_the_others(
    articles: ArticleList, qtbot: QtBot
) -> None:
    rows = view(articles)
    articles.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    articles.select("a")
    plain = picture(articles, 1)
    QTest.keyClick(rows, Qt.Key.Key_Down, CONTROL)
    reached = picture(articles, 1)
    QTest.keyClick(rows, Qt.Key.Key_Space, CONTROL)
    assert plain != reached != picture(articles, 1) != plain


def test_all_of_a_long_list_are_selected_in_a_moment(qtbot: QtBot) -> None:
    articles = ArticleList()
    qtbot.addWidget(articles)
    articles.resize(300, 800)
    with qtbot.waitExposed(articles):
        articles.show()
    fill(articles, [row(str(number), "A title") for number in range(100_000)])
    articles.select("0")

    def select() -> None:
        QTest.keyClick(view(articles), Qt.Key.Key_End, SHIFT)
        assert len(articles.selected()) == 100_000
        QTest.keyClick(view(articles), Qt.Key.Key_Home)

    select()
    assert bare_loops(select) < 16


# --- near-duplicates

GROUPS = {"a": 1, "c": 1, "d": 1}


def test_near_duplicates_are_folded_under_the_first_and_unfolded_by_key(
    articles: ArticleList,
) -> None:
    articles.set_groups(GROUPS)
    assert said(articles) == ["Harbour opens", "Bridge closes"]
    articles.select("a")
    view(articles).setFocus()
    QTest.keyClick(view(articles), Qt.Key.Key_Right)
    together = ["Harbour opens", "Straße gesperrt", "Ferry delayed", "Bridge closes"]
    assert said(articles) == together
    spoken = said(articles, Qt.ItemDataRole.AccessibleTextRole)
    assert ["near-duplicate" in each for each in spoken] == [True, True, True, False]
    QTest.keyClick(view(articles), Qt.Key.Key_Left)
    assert said(articles) == ["Harbour opens", "Bridge closes"]
    assert "near-duplicates folded: 2" in said(articles, Qt.ItemDataRole.AccessibleTextRole)[0]


def test_the_keys_stay_on_the_row_whose_near_duplicates_they_unfold(articles: ArticleList) -> None:
    articles.set_groups(GROUPS)
    articles.select("b")
    view(articles).setFocus()
    QTest.keyClick(view(articles), Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view(articles), key)
        assert view(articles).currentIndex().row() == 0
        assert articles.selected() == ["a"]


def test_near_duplicates_are_unfolded_by_mouse_without_opening(
    articles: ArticleList, qtbot: QtBot
) -> None:
    articles.set_groups(GROUPS)
    with qtbot.assertNotEmitted(articles.article_chosen):
        index = view(articles).model().index(0, 0)
        spot = knob(place_of(articles, 0), index.data(TWIN), view(articles).font()).center()
        QTest.mouseClick(view(articles).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(said(articles)) == 4


@pytest.mark.parametrize("others", [1, 40, 12_345])
def test_the_number_of_near_duplicates_has_room(articles: ArticleList, others: int) -> None:
    font = view(articles).font()
    place = knob(QRect(0, 0, 220, 82), Twin(first=True, folded=True, others=others), font)
    assert place.width() > QFontMetrics(font).horizontalAdvance(f"+{number(others)}")


def test_folding_steps_over_near_duplicates_and_a_chosen_one_unfolds(
    articles: ArticleList,
) -> None:
    articles.set_groups(GROUPS)
    articles.select("a")
    assert articles.next_article(1) == "b"
    articles.select("c")
    assert len(said(articles)) == 4
    articles.turn_twins()
    assert len(said(articles)) == 2
    assert view(articles).currentIndex().row() == 0
    articles.turn_all_twins()
    articles.turn_all_twins()
    assert len(said(articles)) == 2


def test_what_the_filter_hides_is_the_first_of_none(articles: ArticleList) -> None:
    articles.set_groups(GROUPS)
    type_words(articles, "delayed")
    assert said(articles) == ["Ferry delayed"]
    assert "near" not in said(articles, Qt.ItemDataRole.AccessibleTextRole)[0]
    type_words(articles, "coast")
    assert said(articles) == ["Harbour opens"]


# --- counted in sight


def test_rows_in_sight_are_those_to_be_counted(articles: ArticleList, qtbot: QtBot) -> None:
    rows = [ArticleRow(str(n), f"Article {n}", "", "", NEW) for n in range(1_000)]
    with qtbot.waitSignal(articles.sight_changed):
        fill(articles, rows)
    first = articles.uncounted()
    assert first[0] == "0"
    assert 3 < len(first) < 20
    articles.change_rows([replace(row, annotations=0, suggestions=0) for row in rows[:500]])
    assert articles.uncounted() == []
    with qtbot.waitSignal(articles.sight_changed):
        view(articles).scrollToBottom()
    assert articles.uncounted()[-1] == "999"


def test_a_row_that_is_not_counted_says_no_number() -> None:
    uncounted = ArticleRow("a", "Harbour opens", "Coast Post", "", NEW)
    assert uncounted.details() == "Coast Post"
    assert replace(uncounted, annotations=0, suggestions=2).details() == "Coast Post · 0 / 2"
