"""The tag chooser stands beside what it is about, and hears the mouse."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import small_scheme
from workbench.ui.annotate.chooser import Chooser, beside

INSIDE = QRect(0, 0, 800, 600)


@given(top=st.integers(0, 570), left=st.integers(0, 780), height=st.integers(40, 280))
def test_the_chooser_never_covers_its_anchor(top: int, left: int, height: int) -> None:
    anchor = QRect(left, top, 15, 25)
    size = QSize(300, height)
    box = QRect(beside(anchor, INSIDE, size), size)
    assert not box.intersects(anchor)
    assert (box.left(), box.right()) >= (0, 0)
    assert box.right() <= INSIDE.right()


def test_a_click_on_a_label_chooses_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    chooser = Chooser(window)
    window.show()
    chooser.show_labels(small_scheme().layer("claim"))
    chooser.place(QRect(10, 10, 50, 20), INSIDE)
    chooser.show()
    (button,) = (b for b in chooser.findChildren(QPushButton) if b.isVisible())
    with qtbot.waitSignal(chooser.label_chosen) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["claim", "factual"]
    assert not chooser.hasFocus()
