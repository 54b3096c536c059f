"""The scheme editor driven by keys and mouse on a live project, which is asked afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from tests.ui.test_accessibility import nameless
from workbench.domain.annotation import Annotation
from workbench.domain.ids import new_id
from workbench.domain.scheme import Attribute, End, Label, Scheme
from workbench.domain.scheme_editing import Change
from workbench.domain.scheme_places import Place, attributes_of, labels_of
from workbench.domain.span import Span
from workbench.operations import projects
from workbench.operations.scheme_editing import edit_scheme
from workbench.store import annotations
from workbench.ui.ask import Ask
from workbench.ui.bars import MessageBar
from workbench.ui.scheme.editor import SchemeEditor
from workbench.ui.scheme.form import Form
from workbench.ui.scheme.removal_dialog import RemovalDialog
from workbench.ui.scheme.tree import SchemeTree
from workbench.ui.session import Session

WORDS = 2_400  # marks that are not counted in a moment
W = TypeVar("W", bound=QWidget)
Answer = Callable[[str, object], None]


class Editing:
    """The editor that is open, and short words for what a test does to it."""

    def __init__(self, driven: Driven) -> None:
        self.driven = driven
        driven.program.window.dispatch.say("edit_scheme")
        editor = driven.program.window.findChild(SchemeEditor)
        assert editor is not None
        self.editor = editor
        self.tree = part(editor, SchemeTree)

    @property
    def scheme(self) -> Scheme:
        return self.driven.session.scheme

    def go_to(self, kind: str, owner: str, id: str) -> None:
        """Walk down the tree by keys until a thing is in hand."""
        self.tree.setFocus()
        QTest.keyClick(self.tree, Qt.Key.Key_Home)
        wanted = (kind, owner, id)
        for _ in range(300):
            spot = self.tree.spot()
            assert spot is not None
            if (spot[0].kind, spot[0].owner, spot[1]) == wanted:
                return
            before = spot
            QTest.keyClick(self.tree, Qt.Key.Key_Right)
            if self.tree.spot() == before:
                QTest.keyClick(self.tree, Qt.Key.Key_Down)
        pytest.fail(f"{wanted} is not in the tree")

    def field(self, name: str, kind: type[W]) -> W:
        """The field of that name in the form in sight."""
        forms = [f for f in self.editor.findChildren(Form) if f.isVisible()]
        (found,) = (w for w in forms[-1].findChildren(kind) if w.accessibleName() == name)
        return found

    def type(self, name: str, text: str) -> None:
        """Type something over what a line says, and leave it."""
        line = self.field(name, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Tab)

    def press(self, *keys: str) -> None:
        """Press keys in the tree."""
        self.tree.setFocus()
        for key in keys:
            QTest.keySequence(self.tree, QKeySequence(key))

    def click(self, text: str) -> None:
        (button,) = (b for b in self.editor.findChildren(QPushButton) if b.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def in_hand(self) -> QTreeWidgetItem:
        row = self.tree.currentItem()
        assert row is not None
        return row

    def told(self) -> str:
        return part(self.editor, MessageBar).text()


def part(parent: QWidget, kind: type[W]) -> W:
    """The first part of a kind."""
    found = parent.findChild(kind)
    assert found is not None
    return found


def take_over(driven: Driven, answer: Answer, file: Path, *, agreed: object) -> None:
    """Say that a scheme is to be taken over from a file, and what is answered to the proposal."""
    answer("scheme_to_read", file)
    answer("answered", agreed)
    driven.program.window.dispatch.say("import_scheme")


@pytest.fixture
def editing(driven: Driven) -> Editing:
    return Editing(driven)


@pytest.fixture(autouse=True)
def _no_question_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at a question that the test does not answer, instead of waiting for a person."""
    for question in ("text", "sure", "answered", "color", "file_to_write", "scheme_to_read"):
        monkeypatch.setattr(Ask, question, lambda *asked: pytest.fail(f"asked: {asked[1:]}"))


@pytest.fixture
def answer(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers a question of the window in the person's place."""

    def set_answer(question: str, reply: object) -> None:
        given = reply if callable(reply) else lambda *_: reply
        monkeypatch.setattr(driven.program.window.ask, question, given)

    return set_answer


def label(editing: Editing, id: str, layer: str = "entity") -> Label:
    return editing.scheme.label(layer, id)


def test_a_name_typed_over_is_one_act_and_the_text_follows(editing: Editing) -> None:
    editing.driven.mark("Ilse Varn", "E", "1")
    editing.go_to("label", "entity", "person")
    editing.type("Name", "Human being")
    assert label(editing, "person").name == "Human being"
    assert editing.in_hand().text(0) == "Human being"
    editing.driven.keys("N")
    editing.driven.workspace.inspect()
    chosen = editing.driven.workspace.inspector.findChildren(QComboBox)
    assert "Entity · Human being" in [box.currentText() for box in chosen]
    editing.press("Ctrl+Z")
    assert label(editing, "person").name == "Person"
    assert editing.field("Name", QLineEdit).text() == "Person"
    assert len(editing.driven.marked()) == 1


def test_a_colour_is_seen_in_the_text_and_in_the_preview(editing: Editing) -> None:
    driven = editing.driven
    driven.mark("Ilse Varn", "E", "1")
    editing.go_to("label", "entity", "person")
    before = driven.pane.grab().toImage(), editing.editor.grab().toImage()
    editing.type("Colour", "#ffee00")
    assert label(editing, "person").color == "#ffee00"
    assert driven.pane.grab().toImage() != before[0]
    assert editing.editor.grab().toImage() != before[1]


def test_a_picked_colour_is_used(editing: Editing, answer: Answer) -> None:
    answer("color", "#112233")
    editing.go_to("label", "claim", "factual")
    editing.click("Pick…")
    assert label(editing, "factual", "claim").color == "#112233"


def test_a_key_that_is_taken_is_refused_in_words_and_the_old_one_stays(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    editing.type("Key", "2")
    assert "Organization" in editing.told()
    assert label(editing, "person").key == "1"
    assert editing.field("Key", QLineEdit).text() == "1"


def test_a_new_label_can_be_used_at_once(editing: Editing, answer: Answer) -> None:
    answer("text", "Schiff & Boot")
    editing.go_to("label", "entity", "person")
    editing.press("Ins")
    added = label(editing, "schiff_boot")
    assert (added.name, added.key) == ("Schiff & Boot", "8")
    name = editing.field("Name", QLineEdit)
    assert QApplication.focusWidget() is name
    assert editing.driven.mark("Ilse Varn", "E", "8").label == "schiff_boot"


def test_nothing_is_added_without_a_name(editing: Editing, answer: Answer) -> None:
    answer("text", "")
    before = editing.scheme
    editing.go_to("label", "entity", "person")
    editing.press("Ins")
    assert editing.scheme == before


def test_a_label_in_use_is_merged_after_its_marks_were_counted(
    editing: Editing, answer: Answer
) -> None:
    editing.driven.mark("Ilse Varn", "E", "1")
    seen: list[str] = []

    def merge(dialog: QDialog) -> bool:
        assert isinstance(dialog, RemovalDialog)
        into = part(dialog, QComboBox)
        into.setCurrentText("Group")
        seen.extend(text.text() for text in dialog.findChildren(QLabel))
        return True

    answer("answered", merge)
    editing.go_to("label", "entity", "person")
    editing.press("Del")
    assert "Changes: 1 annotation." in seen
    assert [a.label for a in editing.driven.marked()] == ["group"]
    assert "1 annotation" in editing.told()
    assert not any(found.id == "person" for found in editing.scheme.layer("entity").labels)
    editing.press("Ctrl+Z")
    assert [a.label for a in editing.driven.marked()] == ["person"]
    assert label(editing, "person").name == "Person"


def test_a_label_in_use_is_deleted_with_its_marks_only_when_asked_to(
    editing: Editing, answer: Answer
) -> None:
    driven = editing.driven
    driven.mark("Ilse Varn", "E", "1")
    seen: list[str] = []

    def delete(dialog: QDialog) -> bool:
        dialog.show()
        QTest.keyClick(dialog.findChildren(QRadioButton)[1], Qt.Key.Key_Space)
        seen.extend(text.text() for text in dialog.findChildren(QLabel))
        return True

    answer("answered", delete)
    editing.go_to("label", "entity", "person")
    answer("answered", False)
    editing.press("Del")
    assert len(driven.marked()) == 1
    answer("answered", delete)
    editing.press("Del")
    assert "Goes: 1 annotation." in seen
    assert driven.marked() == []
    editing.press("Ctrl+Z")
    assert [a.quote for a in driven.marked()] == ["Ilse Varn"]


def mark_every_word(session: Session, number: int) -> str:
    """Mark all of so many words of another article as persons."""
    text = "word " * number
    article, who = add_article(session.project, text), session.annotator.id
    places = [Span(5 * place, 5 * place + 4) for place in range(number)]
    made = [
        Annotation(new_id(), article, who, "entity", "person", (place,), "word") for place in places
    ]
    with session.project.transaction("annotate", person=who) as transaction:
        annotations.insert_many(transaction, made)
    return article


def test_a_label_of_very_many_marks_is_merged_beside_the_window(
    editing: Editing, answer: Answer, qtbot: QtBot
) -> None:
    session = editing.driven.session
    article = mark_every_word(session, WORDS)
    session.look_for_news()

    def merge(dialog: QDialog) -> bool:
        dialog.show()
        agree = part(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not agree.isEnabled()  # until it is counted
        part(dialog, QComboBox).setCurrentText("Group")
        qtbot.waitUntil(agree.isEnabled)
        return True

    answer("answered", merge)
    editing.go_to("label", "entity", "person")
    editing.press("Del")
    assert session.acts.busy()
    qtbot.waitUntil(lambda: not session.acts.busy())
    marks = annotations.of_article(session.project, article)
    assert [mark.label for mark in marks] == ["group"] * WORDS
    assert f"{WORDS} annotations" in editing.told()


def test_an_unused_label_goes_without_a_question(editing: Editing) -> None:
    editing.go_to("label", "entity", "mention")
    editing.click("Merge or delete…")
    assert not any(found.id == "mention" for found in editing.scheme.layer("entity").labels)


def test_a_label_moves_by_keys(editing: Editing) -> None:
    editing.go_to("label", "entity", "organization")
    editing.press("Alt+Up")
    first, second, *_ = editing.scheme.layer("entity").labels
    assert (first.id, second.id) == ("organization", "person")
    spot = editing.tree.spot()
    assert spot == (labels_of("entity"), "organization")
    editing.press("Alt+Up")
    assert editing.scheme.layer("entity").labels[0].id == "organization"
    editing.press("Alt+Down")
    assert editing.scheme.layer("entity").labels[0].id == "person"


def stance(editing: Editing) -> Attribute:
    """The stance of claims as it is in the project."""
    return next(a for a in editing.scheme.layer("claim").attributes if a.id == "stance")


def test_a_value_renamed_in_the_list_is_renamed_in_the_annotations(
    editing: Editing, qtbot: QtBot
) -> None:
    claim = editing.driven.mark("The harbour is closed", "C", "1", "1", "1")
    assert claim.attributes["stance"] == "asserts"
    editing.go_to("attribute", "claim", "stance")
    values = editing.field("Values", QListWidget)
    values.setFocus()
    values.setCurrentRow(0)
    QTest.keyClick(values, Qt.Key.Key_F2)
    line = part(values, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "says")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stance(editing).values[0] == "says")
    assert stance(editing).values == ("says", "denies", "doubts", "reports")
    assert editing.driven.marked()[0].attributes["stance"] == "says"


def test_a_value_in_use_goes_only_after_a_yes(editing: Editing, answer: Answer) -> None:
    editing.driven.mark("The harbour is closed", "C", "1", "1", "1")
    asked: list[str] = []

    def refuse(question: str) -> bool:
        asked.append(question)
        return False

    answer("sure", refuse)
    editing.go_to("attribute", "claim", "stance")
    values = editing.field("Values", QListWidget)
    values.setFocus()
    values.setCurrentRow(0)
    QTest.keyClick(values, Qt.Key.Key_Delete)
    assert asked == ["Changes: 1 annotation.\nGoes: 1 attribute."]
    assert editing.driven.marked()[0].attributes["stance"] == "asserts"
    assert editing.field("Values", QListWidget).item(0).text() == "asserts"
    answer("sure", True)
    QTest.keyClick(values, Qt.Key.Key_Delete)
    assert "stance" not in editing.driven.marked()[0].attributes


def test_a_value_more_and_another_order(editing: Editing) -> None:
    editing.go_to("attribute", "claim", "stance")
    editing.type("Another value", "jokes")
    values = editing.field("Values", QListWidget)
    values.setFocus()
    values.setCurrentRow(4)
    for _ in range(4):
        QTest.keyClick(values, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stance(editing).values == ("jokes", "asserts", "denies", "doubts", "reports")


def test_free_text_becomes_a_choice_with_a_first_value(editing: Editing, answer: Answer) -> None:
    answer("text", "Mood")
    editing.go_to("attribute", "event", "")
    editing.press("Ins")
    assert not editing.field("Values", QListWidget).isVisible()
    kind = editing.field("Kind of value", QComboBox)
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Up)
    (mood,) = (a for a in editing.scheme.layer("event").attributes if a.id == "mood")
    assert (mood.type, mood.values) == ("choice", ("yes",))
    assert editing.field("Values", QListWidget).isVisible()


def test_an_end_of_a_relation_is_ticked_by_the_mouse(editing: Editing) -> None:
    editing.go_to("relation", "", "place")
    ends = editing.field("From", QTreeWidget)
    tick(ends, "Framing")
    place = editing.scheme.relation("place")
    assert place is not None
    assert place.sources == (End("event"), End("framing"))
    tick(ends, "Claim")
    assert "Cue" in editing.told()  # which starts at claims and has the same key
    assert editing.scheme.relation("place") == place


def tick(tree: QTreeWidget, text: str) -> None:
    """Click on the box of a row."""
    (row,) = tree.findItems(text, Qt.MatchFlag.MatchExactly)
    box = tree.visualItemRect(row)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 14, box.center().y())
    )


def test_labels_are_ticked_by_the_space_bar(editing: Editing) -> None:
    editing.go_to("relation", "", "place")
    ends = editing.field("To", QTreeWidget)
    ends.setFocus()
    QTest.keyClick(ends, Qt.Key.Key_Down)
    QTest.keyClick(ends, Qt.Key.Key_Space)
    place = editing.scheme.relation("place")
    assert place is not None
    assert place.targets == (End("entity", ("person", "place")),)


def test_a_flag_is_one_click(editing: Editing) -> None:
    editing.go_to("label", "claim", "demand")
    editing.field("Counted apart", QCheckBox).click()
    assert label(editing, "demand", "claim").apart


def test_an_id_is_followed_by_the_annotations_and_by_the_editor(editing: Editing) -> None:
    editing.driven.mark("Ilse Varn", "E", "1")
    editing.go_to("label", "entity", "person")
    editing.type("Id", "human")
    assert [a.label for a in editing.driven.marked()] == ["human"]
    assert editing.tree.spot() == (labels_of("entity"), "human")
    editing.type("Id", "Not an id")
    assert "not an id" in editing.told()
    assert editing.field("Id", QLineEdit).text() == "human"


def test_how_much_uses_a_label_is_said_and_kept_true(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    assert any(t.text() == "Not in use yet." for t in editing.editor.findChildren(QLabel))
    editing.driven.mark("Ilse Varn", "E", "1")
    assert any(t.text() == "In use: 1 annotation." for t in editing.editor.findChildren(QLabel))


def test_what_is_half_typed_is_kept_when_the_editor_closes(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    note = editing.field("Guideline", QPlainTextEdit)
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Any human being.")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert not editing.editor.isVisible()
    assert label(editing, "person").guideline == "Any human being."


def test_what_is_half_typed_is_kept_when_something_else_is_taken_in_hand(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    note = editing.field("Guideline", QPlainTextEdit)
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Any human being.")
    editing.go_to("label", "entity", "place")
    assert label(editing, "person").guideline == "Any human being."


def test_an_edit_of_another_process_is_shown(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    other = projects.open_(editing.driven.project.path)
    who = editing.driven.session.annotator
    edit_scheme(other, annotator=who, edit=Change(labels_of("entity"), "person", {"name": "Man"}))
    other.close()
    editing.driven.session.look_for_news()
    assert editing.field("Name", QLineEdit).text() == "Man"


def test_everything_has_a_name_and_keys_reach_both_sides(editing: Editing) -> None:
    spots = [
        ("layer", "", "entity"),
        ("label", "entity", "person"),
        ("attribute", "claim", "stance"),
        ("relation", "", "source"),
        ("relation_attribute", "participant", "role"),
        ("article_label", "", "genre"),
    ]
    for spot in spots:
        editing.go_to(*spot)
        assert nameless(editing.editor) == []
        QTest.keyClick(editing.tree, Qt.Key.Key_F6)
        assert QApplication.focusWidget() is editing.field("Name", QLineEdit)
        QTest.keyClick(editing.field("Name", QLineEdit), Qt.Key.Key_F6)
        assert QApplication.focusWidget() is editing.tree


def test_a_layer_cannot_be_taken_out(editing: Editing) -> None:
    editing.go_to("layer", "", "entity")
    editing.press("Del", "Alt+Down")
    assert editing.scheme.layers[0].id == "entity"
    assert editing.told() == ""


def test_a_scheme_goes_to_a_file_and_comes_back(
    editing: Editing, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    answer("file_to_write", file)
    editing.driven.program.window.dispatch.say("export_scheme")
    assert "mine.yaml" in editing.told()
    text = file.read_text(encoding="utf-8").replace("name: Person\n", "name: Human being\n")
    file.write_text(text, encoding="utf-8")
    answer("scheme_to_read", file)
    rows: list[str] = []

    def agree(dialog: QDialog) -> bool:
        tree = part(dialog, QTreeWidget)
        for index in range(tree.topLevelItemCount()):
            row = tree.topLevelItem(index)
            assert row is not None
            rows.append(row.text(0))
            rows.extend(
                "|".join(child.text(column) for column in range(3))
                for place in range(row.childCount())
                if (child := row.child(place)) is not None
            )
        return True

    answer("answered", agree)
    editing.driven.program.window.dispatch.say("import_scheme")
    assert rows == ["entity · label Person: changed", "Name|Person|Human being"]
    assert label(editing, "person").name == "Human being"


def test_a_scheme_that_is_turned_down_changes_nothing(
    editing: Editing, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "other.yaml"
    file.write_text("scheme: {id: o, version: 1}\nlayers: {entity: {labels: {thing: {}}}}\n")
    before = editing.scheme
    take_over(editing.driven, answer, file, agreed=False)
    assert editing.scheme == before
    file.write_text("scheme: {id: o}\n")
    editing.driven.program.window.dispatch.say("import_scheme")
    assert "layers" in editing.told()


def test_a_scheme_is_taken_over_without_the_editor(
    driven: Driven, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "other.yaml"
    file.write_text("scheme: {id: o, version: 1}\nlayers: {entity: {labels: {thing: {}}}}\n")
    take_over(driven, answer, file, agreed=True)
    assert driven.session.scheme.id == "o"
    assert driven.program.window.findChild(SchemeEditor) is None


def test_a_closed_editor_reads_nothing_and_all_once_it_opens(editing: Editing) -> None:
    editing.go_to("label", "entity", "person")
    editing.editor.close()
    row = editing.in_hand()
    driven = editing.driven
    change = Change(labels_of("entity"), "person", {"name": "Man"})
    driven.session.do(edit_scheme, edit=change)
    assert editing.in_hand() is row
    driven.program.window.dispatch.say("edit_scheme")
    assert editing.in_hand().text(0) == "Man"
    assert editing.field("Name", QLineEdit).text() == "Man"


def test_another_project_gets_an_editor_of_its_own(
    editing: Editing, tmp_path: Path, qtbot: QtBot
) -> None:
    projects.create(tmp_path / "q.workbench", scheme="minimal").close()
    window = editing.driven.program.window
    with qtbot.waitSignal(editing.editor.destroyed):
        editing.driven.program.projects.open_path(tmp_path / "q.workbench")
    window.dispatch.say("edit_scheme")
    again = window.findChild(SchemeEditor)
    assert again is not None
    assert part(again, SchemeTree).spot() == (Place("layer"), "entity")
    assert attributes_of("entity") == Place("attribute", "entity")


def test_a_layer_is_picked_by_the_letter_that_the_scheme_gives_it(editing: Editing) -> None:
    editing.go_to("layer", "", "entity")
    editing.type("Key", "w")
    assert editing.driven.mark("Ilse Varn", "W", "1").label == "person"
    told = [action.text() for action in editing.driven.program.window.findChildren(QAction)]
    assert "Entity, then a digit\tW" in told
    editing.press("Ctrl+Z", "Ctrl+Z")
    assert editing.driven.mark("Ilse Varn", "E", "1").label == "person"


def test_a_key_that_will_not_be_heard_is_told(editing: Editing) -> None:
    editing.go_to("layer", "", "entity")
    editing.type("Key", "n")
    assert "Next annotation" in editing.told()
    editing.go_to("label", "entity", "person")
    editing.type("Key", "p")
    assert "digits" in editing.told()
    assert label(editing, "person").key == "p"


def test_a_layer_that_the_scheme_lost_is_said_and_no_fault(
    editing: Editing, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("scheme: {id: o, version: 1}\nlayers: {entity: {labels: {thing: {key: 1}}}}\n")
    driven = editing.driven
    driven.mark("The harbour is closed", "C", "1")
    take_over(driven, answer, file, agreed=True)
    assert driven.marked() == []
    driven.select("Bo Reed")
    driven.keys("C")
    assert "no such layer" in driven.program.window.message.text()
    driven.keys("1", "Space")
    assert "Layers are: entity" in driven.program.window.message.text()
    assert driven.mark("Ilse Varn", "E", "1").label == "thing"
    driven.keys("Ctrl+Z", "Ctrl+Z")
    assert [annotation.layer for annotation in driven.marked()] == ["claim"]


def test_labels_that_an_imported_scheme_lacks_become_what_is_chosen(
    editing: Editing, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "two.yaml"
    file.write_text(
        "scheme: {id: two, version: 1}\n"
        "layers: {entity: {labels: {thing: {key: 1}, human: {name: person}}}}\n"
    )
    editing.driven.mark("Ilse Varn", "E", "1")
    editing.driven.mark("Coast Guard", "E", "2")
    told: list[str] = []

    def agree(dialog: QDialog) -> bool:
        (organization,) = (
            box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Organization"
        )
        told.extend(text.text() for text in dialog.findChildren(QLabel))
        organization.setCurrentText("thing")
        told.extend(text.text() for text in dialog.findChildren(QLabel))
        return True

    take_over(editing.driven, answer, file, agreed=agree)
    assert "Changes: 1 annotation.\nGoes: 1 annotation." in told
    assert "Changes: 2 annotations." in told
    assert {a.quote: a.label for a in editing.driven.marked()} == {
        "Ilse Varn": "human",
        "Coast Guard": "thing",
    }


def test_the_last_label_of_a_layer_can_neither_be_merged_nor_deleted(
    editing: Editing, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("scheme: {id: o, version: 1}\nlayers: {entity: {labels: {thing: {key: 1}}}}\n")
    take_over(editing.driven, answer, file, agreed=True)
    editing.driven.mark("Ilse Varn", "E", "1")
    told: list[str] = []

    def look(dialog: QDialog) -> bool:
        told.extend(text.text() for text in dialog.findChildren(QLabel))
        return any(b.isEnabled() and b.text() == "Delete" for b in dialog.findChildren(QPushButton))

    answer("answered", look)
    editing.go_to("label", "entity", "thing")
    editing.press("Del")
    assert any("no label left" in text for text in told)
    assert len(editing.driven.marked()) == 1


def test_an_attribute_of_a_relation_is_added_where_it_belongs(
    editing: Editing, answer: Answer
) -> None:
    answer("text", "Certainty")
    editing.go_to("relation_attribute", "source", "")
    editing.press("Ins")
    source = editing.scheme.relation("source")
    assert source is not None
    assert [attribute.id for attribute in source.attributes] == ["certainty"]


def test_a_guideline_beside_the_text_follows_and_a_waiting_question_goes(editing: Editing) -> None:
    driven = editing.driven
    driven.keys("G")
    editing.go_to("label", "entity", "person")
    note = editing.field("Guideline", QPlainTextEdit)
    note.setFocus()
    driven.select("Ilse Varn")
    driven.keys("E")
    note.selectAll()
    QTest.keyClicks(note, "Any human being at all.")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    beside = driven.workspace.guidelines.findChildren(QLabel)
    assert any("Any human being at all." in text.text() for text in beside)
    driven.keys("1")
    assert driven.marked() == []
