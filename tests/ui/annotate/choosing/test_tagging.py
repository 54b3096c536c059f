"""The chooser comes where one looks, and is gone as soon as keys go elsewhere."""

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.ui.annotate.choosing.chooser import Chooser
from workbench.ui.annotate.inspector.annotation_form import AnnotationForm


def chooser(driven: Driven) -> Chooser:
    (found,) = driven.workspace.findChildren(Chooser)
    return found


def test_it_waits_until_the_selection_is_at_rest(driven: Driven, qtbot: QtBot) -> None:
    driven.pane.setFocus()
    driven.pane.place_caret(driven.pane.text().index("Bo Reed"))
    driven.keys("Shift+Right", "Shift+Right")
    assert not chooser(driven).isVisible()
    driven.pane.selection_finished.emit()
    qtbot.waitUntil(chooser(driven).isVisible)
    driven.keys("Right")
    assert not chooser(driven).isVisible()


def test_a_letter_brings_it_at_once(driven: Driven) -> None:
    driven.pane.setFocus()
    driven.select("Bo Reed")
    driven.keys("E")
    assert chooser(driven).isVisible()
    driven.keys("1")
    assert not chooser(driven).isVisible()


def test_it_stays_while_the_inspector_builds_its_page(driven: Driven, qtbot: QtBot) -> None:
    driven.pane.setFocus()
    driven.select("The harbour is closed")
    driven.keys("C", "1")
    inspector = driven.workspace.inspector
    qtbot.waitUntil(lambda: isinstance(inspector.widget(), AnnotationForm))
    assert driven.program.window.isActiveWindow()
    assert chooser(driven).isVisible()


def test_it_goes_with_the_focus_and_comes_back_with_the_question(driven: Driven) -> None:
    driven.pane.setFocus()
    driven.select("The harbour is closed")
    driven.keys("C", "1")
    assert chooser(driven).isVisible()
    driven.workspace.list.setFocus()
    assert not chooser(driven).isVisible()
    driven.pane.setFocus()
    assert chooser(driven).isVisible()
