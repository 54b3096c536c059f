"""The inspector under real hands: what it shows, what it says, and that no typed word is lost."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.scheme import Attribute, Label, Layer, Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.inspector.annotation_form import RelationRow
from workbench.ui.annotate.inspector.inspector import Inspector
from workbench.ui.annotate.inspector.overview import Known

Field = TypeVar("Field", bound=QWidget)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

PERSON = Label(
    "person",
    "person",
    "1",
    "#335577",
    guideline="A named human being.",
    examples=("the mayor <b>Ada Quill</b>",),
    counter_example="the mayor",
    border="Without titles.",
)
ATTRIBUTES = (
    Attribute("stance", "stance", values=("asserts", "denies"), required=True),
    Attribute("cue", "cue", type="text"),
    Attribute("when", "when", type="date"),
    Attribute("same_as", "same as", type="text", folded=True),
    Attribute("role", "role", values=("guest", "host"), only_for=("opinion",)),
)
SCHEME = Scheme(
    "tiny",
    1,
    (
        Layer("entity", "entity", "e", "the name", (PERSON,)),
        Layer(
            "claim",
            "claim",
            "c",
            "the content",
            (Label("factual", "factual", "1", "#775533"), Label("opinion", "view", "2", "#557733")),
            ATTRIBUTES,
        ),
    ),
)
CLAIM = Annotation("c1", "a", "p", "claim", "factual", (Span(5, 9),), "the <b>pier</b> & sank")
OTHER = replace(CLAIM, id="c2", quote="the pier stands", fragments=(Span(1, 3),))
NAME = Annotation("e1", "a", "p", "entity", "person", (Span(20, 23),), "Ada Quill")
RELATION = Relation("r1", "a", "p", "source", "e1", "e2")
GHOST = Suggestion(
    "s1",
    "a",
    "entity",
    "person",
    (Span(30, 33),),
    "Bo Reed",
    "names",
    "1",
    0.874,
    {"gender": "unknown"},
    "A given name <i>before</i> a surname.",
)


class Heard(QObject):
    """Everything that an inspector said, with the id of the annotation that was in hand then."""

    def __init__(self, inspector: Inspector) -> None:
        super().__init__(inspector)
        self.said: list[tuple[str, ...]] = []
        self.in_hand = ""
        signals = ("mark_chosen", "label_changed", "attribute_changed", "note_changed")
        more = ("unsure_changed", "delete_wanted", "accept_wanted", "reject_wanted")
        for name in signals + more:
            getattr(inspector, name).connect(self._listener(name))

    def _listener(self, name: str) -> Callable[..., None]:
        return lambda *values: self.said.append((name, *values, self.in_hand))


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.activateWindow()
    return inspector


@pytest.fixture
def heard(inspector: Inspector) -> Heard:
    return Heard(inspector)


def show(inspector: Inspector, heard: Heard, annotation: Annotation) -> None:
    """Show an annotation as the workspace does: it is in hand only once it is shown."""
    inspector.show_annotation(annotation, (), SCHEME)
    heard.in_hand = annotation.id


def field(inspector: Inspector, kind: type[Field], name: str) -> Field:
    """The only visible editor of that kind whose accessible name begins so."""
    page = inspector.viewport()
    found = [w for w in page.findChildren(kind) if w.accessibleName().startswith(name)]
    (editor,) = (w for w in found if w.isVisible())
    return editor


def texts(inspector: Inspector) -> list[str]:
    """What stands on the labels and buttons that are in sight."""
    seen = inspector.viewport()
    shown: list[QLabel | QAbstractButton] = [*seen.findChildren(QLabel)]
    shown += seen.findChildren(QAbstractButton)
    return [widget.text() for widget in shown if widget.isVisible()]


def known(*marks: Annotation | Suggestion) -> Known:
    """What is known of an article with these marks, in the order of its text."""
    by_id = {mark.id: mark for mark in marks}
    annotations = [mark.id for mark in marks if isinstance(mark, Annotation)]
    return Known(annotations, [*by_id.keys() - set(annotations)], {}, by_id.get)


def click(inspector: Inspector, start: str) -> None:
    """Click the button whose text begins so."""
    buttons = inspector.viewport().findChildren(QAbstractButton)
    (button,) = (b for b in buttons if b.isVisible() and b.text().startswith(start))
    QTest.mouseClick(button, LEFT)


def test_showing_says_nothing(inspector: Inspector, heard: Heard) -> None:
    full = replace(CLAIM, note="a note", unsure="why?", attributes={"stance": "denies", "cue": "x"})
    show(inspector, heard, full)
    show(inspector, heard, OTHER)
    inspector.show_suggestion(GHOST, SCHEME)
    inspector.show_overview(known(NAME, GHOST), SCHEME)
    assert heard.said == []


def test_an_annotation_is_shown_with_its_guideline_as_plain_text(inspector: Inspector) -> None:
    inspector.show_annotation(NAME, [RelationRow(RELATION, "source", "a <u>voice</u>")], SCHEME)
    shown = "\n".join(texts(inspector))
    for part in (NAME.quote, "a <u>voice</u>", "A named human being.", "Without titles."):
        assert part in shown
    assert "<b>Ada Quill</b>" in shown
    labels = inspector.viewport().findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_another_label_is_chosen_by_key(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    combo = field(inspector, QComboBox, "Label")
    assert combo.currentText() == "claim · factual"
    QTest.keyClick(combo, Key.Key_Down)
    assert heard.said == [("label_changed", "claim", "opinion", "c1")]


def test_a_choice_is_set_and_unset(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    combo = field(inspector, QComboBox, "stance")
    assert combo.currentIndex() == 0
    QTest.keyClick(combo, Key.Key_Down)
    show(inspector, heard, replace(CLAIM, attributes={"stance": "asserts"}))
    QTest.keyClick(combo, Key.Key_Up)
    assert heard.said == [
        ("attribute_changed", "stance", "asserts", "c1"),
        ("attribute_changed", "stance", "", "c1"),
    ]


def test_a_refused_choice_does_not_stay(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    combo = field(inspector, QComboBox, "Label")
    QTest.keyClick(combo, Key.Key_Down)  # nobody carries it out
    assert len(heard.said) == 1
    assert combo.currentText() == "claim · factual"


def test_the_wheel_changes_no_value(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    combo = field(inspector, QComboBox, "stance")
    combo.setFocus()
    middle = QPointF(combo.rect().center())
    turned = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turned)
    assert heard.said == []
    assert combo.currentIndex() == 0


def test_a_value_that_left_the_scheme_is_shown_as_it_is(inspector: Inspector) -> None:
    inspector.show_annotation(replace(CLAIM, attributes={"stance": "doubts"}), (), SCHEME)
    combo = field(inspector, QComboBox, "stance")
    assert (combo.currentIndex(), combo.placeholderText()) == (-1, "doubts")


def test_control_and_enter_in_the_note_is_not_the_window_s(
    inspector: Inspector, heard: Heard
) -> None:
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), inspector)
    shortcut.activated.connect(lambda: heard.said.append(("done",)))
    show(inspector, heard, CLAIM)
    inspector.focus_note()
    note = field(inspector, QPlainTextEdit, "Note")
    QTest.keyClicks(note, "look")
    QTest.keyClick(note, Key.Key_Return, CTRL)
    assert heard.said == [("note_changed", "look", "c1")]


def test_choosing_what_is_chosen_changes_nothing(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, replace(CLAIM, label="opinion", attributes={"stance": "denies"}))
    for name in ("stance", "Label"):
        combo = field(inspector, QComboBox, name)
        combo.activated.emit(combo.currentIndex())  # a list says so when its own entry is clicked
    assert heard.said == []


def test_texts_and_dates_are_set_by_return(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    for name, value in (("cue", "said"), ("when", "2031-04-05")):
        line = field(inspector, QLineEdit, name)
        QTest.keyClicks(line, value)
        QTest.keyClick(line, Key.Key_Return)
    assert heard.said == [
        ("attribute_changed", "cue", "said", "c1"),
        ("attribute_changed", "when", "2031-04-05", "c1"),
    ]


def test_a_required_attribute_says_that_it_is_missing(inspector: Inspector) -> None:
    inspector.show_annotation(CLAIM, (), SCHEME)
    assert "required" in field(inspector, QComboBox, "stance").accessibleName()
    assert any("stance" in text and "required" in text for text in texts(inspector))
    inspector.show_annotation(replace(CLAIM, attributes={"stance": "denies"}), (), SCHEME)
    assert field(inspector, QComboBox, "stance").accessibleName() == "stance"
    assert not any("required" in text for text in texts(inspector))


def test_attributes_are_those_of_the_label(inspector: Inspector) -> None:
    inspector.show_annotation(CLAIM, (), SCHEME)
    assert "role" not in texts(inspector)
    inspector.show_annotation(replace(CLAIM, label="opinion"), (), SCHEME)
    assert "role" in texts(inspector)


def test_folded_attributes_unfold(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    assert "same as" not in texts(inspector)
    click(inspector, "More")
    line = field(inspector, QLineEdit, "same as")
    QTest.keyClicks(line, "the bridge")
    QTest.keyClick(line, Key.Key_Return)
    assert heard.said == [("attribute_changed", "same_as", "the bridge", "c1")]


def test_the_note_is_committed_when_it_is_left(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    inspector.focus_note()
    note = field(inspector, QPlainTextEdit, "Note")
    assert note.hasFocus()
    QTest.keyClicks(note, "look again")
    assert heard.said == []
    QTest.keyClick(note, Key.Key_Tab)
    assert heard.said == [("note_changed", "look again", "c1")]


def test_the_note_is_committed_once_by_control_and_enter(
    inspector: Inspector, heard: Heard
) -> None:
    show(inspector, heard, CLAIM)
    inspector.focus_note()
    note = field(inspector, QPlainTextEdit, "Note")
    QTest.keyClicks(note, "look")
    QTest.keyClick(note, Key.Key_Return, CTRL)
    QTest.keyClick(note, Key.Key_Tab)
    assert heard.said == [("note_changed", "look", "c1")]


def test_a_question_is_committed_by_return(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    inspector.focus_unsure()
    line = field(inspector, QLineEdit, "Question")
    assert line.hasFocus()
    QTest.keyClicks(line, "whose?")
    QTest.keyClick(line, Key.Key_Return)
    assert heard.said == [("unsure_changed", "whose?", "c1")]


@pytest.mark.parametrize(
    ("kind", "name"), [(QPlainTextEdit, "Note"), (QLineEdit, "Question"), (QLineEdit, "cue")]
)
def test_half_typed_text_stays_while_the_same_is_shown(
    inspector: Inspector, heard: Heard, kind: type[QWidget], name: str
) -> None:
    show(inspector, heard, CLAIM)
    editor = field(inspector, kind, name)
    editor.setFocus()
    QTest.keyClicks(editor, "half a wo")
    show(inspector, heard, CLAIM)
    # Another field of it changed: what is typed here stays, and so does the place of typing.
    show(inspector, heard, replace(CLAIM, attributes={"stance": "denies"}))
    assert heard.said == []
    assert field(inspector, QComboBox, "stance").currentText() == "denies"
    assert field(inspector, kind, name).hasFocus()
    QTest.keyClicks(field(inspector, kind, name), "rd")
    QTest.keyClick(field(inspector, kind, name), Key.Key_Tab)
    assert [said[-2:] for said in heard.said] == [("half a word", "c1")]


@pytest.mark.parametrize(
    ("kind", "name"), [(QPlainTextEdit, "Note"), (QLineEdit, "Question"), (QLineEdit, "cue")]
)
@pytest.mark.parametrize("following", ["annotation", "suggestion", "overview"])
def test_half_typed_text_is_committed_for_the_annotation_it_was_typed_for(
    inspector: Inspector, heard: Heard, kind: type[QWidget], name: str, following: str
) -> None:
    show(inspector, heard, CLAIM)
    # Without the focus, as when another program came to the front: leaving it commits anyway.
    QTest.keyClicks(field(inspector, kind, name), "half")
    if following == "annotation":
        show(inspector, heard, OTHER)
    elif following == "suggestion":
        inspector.show_suggestion(GHOST, SCHEME)
    else:
        inspector.show_overview(known(), SCHEME)
    assert [said[-2:] for said in heard.said] == [("half", "c1")]


def test_leaving_the_note_keeps_the_way_to_the_next_field(
    inspector: Inspector, heard: Heard
) -> None:
    show(inspector, heard, CLAIM)
    inspector.note_changed.connect(
        lambda note: inspector.show_annotation(replace(CLAIM, note=note), (), SCHEME)
    )
    inspector.focus_note()
    note = field(inspector, QPlainTextEdit, "Note")
    QTest.keyClicks(note, "look")
    QTest.keyClick(note, Key.Key_Tab)
    assert field(inspector, QPlainTextEdit, "Note").toPlainText() == "look"
    assert field(inspector, QLineEdit, "Question").hasFocus()


def test_a_value_taken_back_is_shown_as_it_is(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, replace(CLAIM, attributes={"stance": "denies", "cue": "said"}, note="n"))
    show(inspector, heard, CLAIM)
    assert field(inspector, QComboBox, "stance").currentText() == "unset"
    assert field(inspector, QLineEdit, "cue").text() == ""
    assert field(inspector, QPlainTextEdit, "Note").toPlainText() == ""
    show(inspector, heard, OTHER)
    assert heard.said == []


def test_a_key_leads_to_the_first_attribute(inspector: Inspector) -> None:
    inspector.show_annotation(CLAIM, (), SCHEME)
    inspector.focus_attributes()
    assert field(inspector, QComboBox, "stance").hasFocus()


def test_an_annotation_is_deleted_by_click(inspector: Inspector, heard: Heard) -> None:
    show(inspector, heard, CLAIM)
    click(inspector, "Delete")
    assert heard.said == [("delete_wanted", "c1")]


def test_a_suggestion_says_who_how_surely_and_why(inspector: Inspector, heard: Heard) -> None:
    inspector.show_suggestion(GHOST, SCHEME)
    shown = "\n".join(texts(inspector))
    made = "Made by names, version 1"
    for part in (
        "Bo Reed",
        "person",
        made,
        "Likely · 87 %",
        "A given name <i>before</i> a surname.",
    ):
        assert part in shown
    click(inspector, "Accept")
    click(inspector, "Reject")
    assert [said[0] for said in heard.said] == ["accept_wanted", "reject_wanted"]


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, "Almost certain · 100 %"),
        (0.9, "Almost certain · 90 %"),
        (0.89, "Likely · 89 %"),
        (0.5, "Rather likely · 50 %"),
        (0.494, "Doubtful · 49 %"),
        (0.0, "Doubtful · 0 %"),
    ],
)
def test_a_score_is_said_in_words(inspector: Inspector, score: float, said: str) -> None:
    inspector.show_suggestion(replace(GHOST, score=score), SCHEME)
    assert said in texts(inspector)


def test_the_overview_lists_marks_and_says_which_is_chosen(
    inspector: Inspector, heard: Heard
) -> None:
    inspector.show_overview(known(CLAIM, NAME, GHOST), SCHEME)
    marked, proposed = inspector.viewport().findChildren(QListView)
    model = marked.model()
    listed = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert listed == [f"factual: {CLAIM.quote}", "person: Ada Quill"]
    place = proposed.visualRect(proposed.model().index(0, 0)).center()
    QTest.mouseClick(proposed.viewport(), LEFT, pos=place)
    assert [said[:2] for said in heard.said] == [("mark_chosen", "s1")]


def test_everything_that_takes_the_focus_has_a_name(inspector: Inspector) -> None:
    inspector.show_annotation(CLAIM, (), SCHEME)
    kinds = (QComboBox, QLineEdit, QPlainTextEdit)
    editors = [editor for kind in kinds for editor in inspector.viewport().findChildren(kind)]
    assert all(editor.accessibleName() for editor in editors)
