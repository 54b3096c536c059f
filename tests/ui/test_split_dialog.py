"""The part of the article in hand is changed as a person does it, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox

from tests.ui.annotate.driven import Driven
from workbench.store import splits
from workbench.ui.split_dialog import SplitDialog


def test_the_article_in_hand_is_put_into_another_part(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driven.program.window
    article = driven.session.article

    def answered(dialog: SplitDialog) -> bool:
        dialog.show()
        (field,) = dialog.findChildren(QComboBox)
        for _ in range(2):
            QTest.keyClick(field, Qt.Key.Key_Up)
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        return bool(dialog.result())

    monkeypatch.setattr(window.ask, "answered", answered)
    window.dispatch.say("change_split")
    assert splits.parts(driven.project) == {article: "dev"}
    driven.keys("Ctrl+Z")
    assert splits.parts(driven.project) == {}
