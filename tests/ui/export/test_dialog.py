"""An export is looked at while it is chosen, and written as it was shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from tests.ui.review.driven import reviewed
from workbench.domain.splitting import Split
from workbench.operations import people, recipes
from workbench.operations.choosing import Choice
from workbench.operations.recipes import Recipe
from workbench.store import articles, schema, splits
from workbench.ui.export.articles import ArticleSection
from workbench.ui.export.dialog import ExportDialog
from workbench.ui.export.form import ExportForm
from workbench.ui.export.several import SomeOf


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return reviewed(qtbot, tmp_path)


def opened(qtbot: QtBot, driven: Driven) -> ExportDialog:
    dialog = ExportDialog(driven.session, driven.program.window)
    dialog.show()
    rest(qtbot, dialog)
    return dialog


def rest(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Wait until everything that was asked for is tried."""
    qtbot.waitUntil(
        lambda: not dialog._pause.isActive() and not dialog._jobs.busy(), timeout=60_000
    )


def choose(qtbot: QtBot, dialog: ExportDialog, name: str, text: str) -> None:
    """Choose an entry of a list, as a person does, and wait for what comes of it."""
    (field,) = (f for f in dialog.findChildren(QComboBox) if f.accessibleName() == name)
    place = field.findText(text, Qt.MatchFlag.MatchStartsWith)
    assert place >= 0
    field.setCurrentIndex(place)
    field.activated.emit(place)
    rest(qtbot, dialog)


def words(dialog: ExportDialog) -> str:
    text = dialog.preview.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()


def counts(dialog: ExportDialog) -> str:
    (told,) = (x for x in dialog.preview.findChildren(QLabel) if x.text())
    return told.text()


def lost(dialog: ExportDialog) -> dict[str, str]:
    tree = dialog.preview.findChild(QTreeWidget)
    assert tree is not None
    rows = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return {row.text(0): row.text(1) for row in rows if row}


def test_what_is_chosen_shows_as_it_would_be_written(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    assert words(dialog).startswith('{"id"')
    assert counts(dialog) == "Articles: 2. Annotations: 9."
    choose(qtbot, dialog, "Format", "CSV")
    assert words(dialog).splitlines()[1].count("Ilse Varn") == 1
    assert lost(dialog)
    assert dialog.recipe().format == "csv"
    dialog.reject()
    driven.close()


def test_layers_that_are_not_ticked_stay_at_home(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    (entities,) = (b for b in dialog.findChildren(QCheckBox) if b.text() == "Entity")
    QTest.mouseClick(entities, Qt.MouseButton.LeftButton)
    rest(qtbot, dialog)
    assert counts(dialog) == "Articles: 2. Annotations: 0."
    for box in dialog.findChild(ExportForm).work.layers.values():  # type: ignore[union-attr]
        box.setChecked(False)
    rest(qtbot, dialog)
    assert counts(dialog) == "Tick a layer."
    dialog.reject()
    driven.close()


def test_where_nothing_is_finished_it_is_said_what_to_do(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    choose(qtbot, dialog, "Format", "CSV")
    for name in ("Entity", "Claim"):  # claims are finished by nobody
        (box,) = (b for b in dialog.findChildren(QCheckBox) if b.text() == name)
        box.setChecked(name == "Claim")
    write(qtbot, dialog, "Split", "80/20")
    assert counts(dialog).startswith("Articles: 0. Annotations: 0. Nothing there is finished yet")
    (any_status,) = (b for b in dialog.findChildren(QCheckBox) if b.text().startswith("Also"))
    any_status.setChecked(True)
    rest(qtbot, dialog)
    assert counts(dialog) == "Articles: 0. Annotations: 0."  # nobody has any
    dialog.reject()
    driven.close()


def test_what_is_refused_is_said_in_its_place(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    search = dialog.findChild(ExportForm).articles._search  # type: ignore[union-attr]
    QTest.keyClicks(search, "?!")
    rest(qtbot, dialog)
    assert "Articles" not in counts(dialog)
    search.clear()
    QTest.keyClicks(search, "ferry")
    rest(qtbot, dialog)
    assert counts(dialog).startswith("Articles: 1.")
    dialog.reject()
    driven.close()


def test_whoever_annotates_sees_no_words_of_others(qtbot: QtBot, driven: Driven) -> None:
    driven.session.become(people.annotator_named(driven.project, "ann"))
    dialog = opened(qtbot, driven)
    assert "Varn" not in words(dialog)
    text = dialog.preview.findChild(QPlainTextEdit)
    assert text is not None
    assert text.horizontalScrollBar().maximum() == 0  # so that what is said instead is read whole
    assert counts(dialog) == "Articles: 2. Annotations: 9."
    choose(qtbot, dialog, "Whose work", "What suggesters")
    assert words(dialog).startswith('{"id"')
    dialog.reject()
    driven.close()


def test_closing_it_stops_trying_and_leaves_nothing_running(driven: Driven) -> None:
    dialog = ExportDialog(driven.session, driven.program.window)
    dialog.show()
    dialog.reject()
    assert not dialog._jobs.busy()
    driven.close()


def tick(qtbot: QtBot, dialog: ExportDialog, name: str, *values: str) -> None:
    """Tick values in the menu of a field, and wait for what comes of it."""
    (field,) = (f for f in dialog.findChildren(SomeOf) if f.accessibleName() == name)
    for value in values:
        (action,) = (a for a in field._menu.actions() if a.data() == value)
        action.trigger()
    rest(qtbot, dialog)


def write(qtbot: QtBot, dialog: ExportDialog, name: str, text: str) -> None:
    """Write in a line, and wait for what comes of it."""
    (line,) = (x for x in dialog.findChildren(QLineEdit) if x.accessibleName() == name)
    line.clear()
    QTest.keyClicks(line, text)
    rest(qtbot, dialog)


def press(dialog: ExportDialog, text: str) -> None:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_labels_and_people_that_are_not_wanted_stay_at_home(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    tick(qtbot, dialog, "People", "ann")
    alone = counts(dialog)
    assert alone != "Articles: 2. Annotations: 9."
    tick(qtbot, dialog, "Labels", "entity/place")
    assert counts(dialog) != alone
    choice = dialog.recipe().choice
    assert (choice.annotators, choice.labels) == (("ann",), ("entity/place",))
    dialog.reject()
    driven.close()


def test_a_split_shows_how_it_would_come_out_and_places_nothing(
    qtbot: QtBot, driven: Driven
) -> None:
    dialog = opened(qtbot, driven)
    write(qtbot, dialog, "Split", "50/")
    assert "50/" in counts(dialog)
    save = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Export…")
    assert not save.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    write(qtbot, dialog, "Split", "50/50")
    assert counts(dialog).endswith("Split: train 1, test 1. New to the split: 2.")
    assert save.isEnabled()
    assert splits.parts(driven.project) == {}
    assert dialog.recipe().split == Split((50, 50))
    dialog.reject()
    driven.close()


def test_articles_with_the_same_metadata_stay_together_where_asked(
    qtbot: QtBot, driven: Driven
) -> None:
    with driven.project.transaction("import", person="", kind="record") as transaction:
        for id in articles.ids(driven.project):
            transaction.update(schema.article, id, {"meta": '{"desk": "home"}'})
    dialog = opened(qtbot, driven)
    write(qtbot, dialog, "Split", "50/50")
    assert "Split: train 1, test 1." in counts(dialog)
    choose(qtbot, dialog, "Stays together", "Near-duplicates and the same “desk”")
    assert "Split: train 2." in counts(dialog)
    write(qtbot, dialog, "Name of the recipe", "by desk")
    press(dialog, "Save")
    choose(qtbot, dialog, "Saved recipe", "none")
    choose(qtbot, dialog, "Saved recipe", "by desk")
    assert dialog.recipe().split == Split((50, 50), group_by="meta.desk")
    assert "Split: train 2." in counts(dialog)
    dialog.reject()
    driven.close()


def test_what_stays_together_is_kept_when_more_is_offered(qtbot: QtBot) -> None:
    section = ArticleSection(None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(section)
    section.show_choice(Choice(), Split(group_by="meta.desk"))
    section.offer_groupings(["meta.area", "meta.desk"])
    (field,) = section.findChildren(QComboBox)
    assert field.currentText() == "Near-duplicates and the same “desk”"
    split = section.split()
    assert split is not None
    assert split.group_by == "meta.desk"


def test_a_recipe_by_metadata_that_no_article_has_any_more_says_so(
    qtbot: QtBot, driven: Driven
) -> None:
    gone = Recipe(format="jsonl", split=Split(group_by="meta.desk"))
    recipes.save(driven.project, annotator=driven.session.annotator, name="by desk", recipe=gone)
    dialog = opened(qtbot, driven)
    choose(qtbot, dialog, "Saved recipe", "by desk")
    assert "“desk”" in counts(dialog)
    assert dialog.recipe() == gone
    dialog.reject()
    driven.close()


def test_a_recipe_is_saved_and_asks_for_all_of_it_again(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    choose(qtbot, dialog, "Format", "spaCy")
    choose(qtbot, dialog, "One document is", "A sentence")
    choose(qtbot, dialog, "Stays together", "Near-duplicates and one source")
    tick(qtbot, dialog, "Labels", "entity/person", "entity/place")
    for name, text in (("Split", "60/40"), ("Labels as", "claim={label}.{stance}"), ("To", "2030")):
        write(qtbot, dialog, name, text)
    asked = dialog.recipe()
    write(qtbot, dialog, "Name of the recipe", "training  set")
    press(dialog, "Save")
    assert recipes.listing(driven.project) == {"training set": asked}
    assert (asked.format, asked.shaping.unit) == ("spacy", "sentence")
    choose(qtbot, dialog, "Saved recipe", "none")
    assert dialog.recipe() == Recipe(format="spacy")
    choose(qtbot, dialog, "Saved recipe", "training set")
    assert dialog.recipe() == asked
    press(dialog, "Remove")
    assert recipes.listing(driven.project) == {}
    assert dialog.recipe() == asked
    dialog.reject()
    driven.close()


def test_a_format_that_cannot_have_a_shape_says_so_before_it_is_tried(
    qtbot: QtBot, driven: Driven
) -> None:
    dialog = opened(qtbot, driven)
    choose(qtbot, dialog, "Tokens", "Cut")
    assert "jsonl" in counts(dialog)
    choose(qtbot, dialog, "Format", "CoNLL:")
    assert counts(dialog).startswith("Articles:")
    dialog.reject()
    driven.close()


def test_a_corpus_in_parts_is_written_as_it_was_asked_for(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = driven.program.window

    def answered(dialog: ExportDialog) -> bool:
        dialog.open()
        write(qtbot, dialog, "Split", "50/50")
        dialog.accept()
        return bool(dialog.result())

    def suggested(name: str) -> Path:
        assert name == "corpus"
        return tmp_path / "out"

    monkeypatch.setattr(window.ask, "answered", answered)
    monkeypatch.setattr(window.ask, "file_to_write", suggested)
    window.dispatch.say("export_corpus")
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)
    assert {"train.jsonl", "test.jsonl"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert len(splits.parts(driven.project)) == 2
    driven.close()


def test_whoever_changes_their_mind_about_shares_that_are_none_writes_nothing(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(dialog: ExportDialog) -> bool:
        dialog.open()
        write(qtbot, dialog, "Split", "half")
        dialog.reject()
        return bool(dialog.result())

    monkeypatch.setattr(driven.program.window.ask, "answered", answered)
    driven.program.window.dispatch.say("export_corpus")
    assert not driven.program.window.jobs.busy()
    driven.close()


@pytest.mark.parametrize(
    ("format", "name"),
    [("label-studio", "corpus.json"), ("prodigy", "corpus.jsonl"), ("brat", "corpus")],
)
def test_the_place_that_is_proposed_has_the_ending_of_the_format(
    driven: Driven, monkeypatch: pytest.MonkeyPatch, format: str, name: str
) -> None:
    proposed: list[str] = []
    ask = driven.program.window.ask
    monkeypatch.setattr(ask, "file_to_write", proposed.append)
    assert ask.place_of_export(format) is None
    assert proposed == [name]
    driven.close()


def test_people_are_asked_for_where_it_is_their_work(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    (people_field,) = (f for f in dialog.findChildren(SomeOf) if f.accessibleName() == "People")
    people_field.chosen.emit(("ann",))
    choose(qtbot, dialog, "Whose work", "Gold")
    assert not people_field.isEnabled()
    assert dialog.recipe().choice == Choice(whose="gold")
    assert counts(dialog).startswith("Articles: 2.")
    choose(qtbot, dialog, "Whose work", "What people")
    assert dialog.recipe().choice == Choice(("ann",))
    dialog.reject()
    driven.close()


def test_an_export_of_many_files_names_their_folder(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, out = driven.program.window, tmp_path / "out"

    def answered(dialog: ExportDialog) -> bool:
        dialog.open()
        choose(qtbot, dialog, "Format", "brat")
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(window.ask, "answered", answered)
    monkeypatch.setattr(window.ask, "file_to_write", lambda _: out)
    window.dispatch.say("export_corpus")
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)
    told = window.message.text()
    assert f"{out} (" in told
    assert ".ann" not in told
    driven.close()
