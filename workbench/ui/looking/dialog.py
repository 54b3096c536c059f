"""A look before import: how files were read, with what a person can say better about it.

Everything that is chosen shows at once in the articles below, which are read as they will be on
import. What is not touched stays as it was found, in each file by itself.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.intake.incoming import IntakeOptions
from workbench.operations.looking import Look, look
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.jobs import Jobs
from workbench.ui.language import number, translate
from workbench.ui.looking.articles import GlanceList
from workbench.ui.looking.columns import ColumnList
from workbench.ui.messages import sentence
from workbench.ui.on_screen import begin_with

LOOKING = "look"
_PAUSE = 200  # milliseconds without a key before the files are looked at again
_OK = QDialogButtonBox.StandardButton.Ok
_EXAMPLE = "{source}_{date}_{title}.txt"
# Names that Python knows; what they are for is said in words.
_ENCODINGS: dict[str, Any] = {
    "utf-8": _T("encodings", "all scripts"),
    "utf-16": _T("encodings", "all scripts"),
    "windows-1252": _T("encodings", "Western European"),
    "iso-8859-15": _T("encodings", "Western European"),
    "mac-roman": _T("encodings", "Western European"),
    "windows-1250": _T("encodings", "Central European"),
    "iso-8859-2": _T("encodings", "Central European"),
    "windows-1257": _T("encodings", "Baltic"),
    "windows-1251": _T("encodings", "Cyrillic"),
    "koi8-r": _T("encodings", "Cyrillic"),
    "windows-1253": _T("encodings", "Greek"),
    "windows-1254": _T("encodings", "Turkish"),
    "windows-1255": _T("encodings", "Hebrew"),
    "windows-1256": _T("encodings", "Arabic"),
    "gb18030": _T("encodings", "Chinese"),
    "big5": _T("encodings", "Chinese"),
    "shift_jis": _T("encodings", "Japanese"),
    "euc-jp": _T("encodings", "Japanese"),
    "euc-kr": _T("encodings", "Korean"),
}


class LookDialog(QDialog):
    """Shows what files would give, and asks how they are to be read."""

    def __init__(self, paths: Sequence[Path], lookups: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._paths, self._lookups = paths, lookups
        self._asked: IntakeOptions | None = None
        self._told, self._found = plain_label(""), plain_label("", "muted")
        self._encoding, self._names = ChoiceField(_encodings(), self), QLineEdit(self)
        self._columns, self._articles = ColumnList(self), GlanceList(self)
        self._buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._set_up()
        self._lay_out()
        self._connect()
        self._look()

    def options(self) -> IntakeOptions:
        """How the files are to be read."""
        return IntakeOptions(
            encoding=str(self._encoding.value()),
            columns=self._columns.said(),
            names=self._names.text().strip(),
        )

    def done(self, result: int) -> None:
        """Leave off looking."""
        self._asked = None
        self._pause.stop()
        self._lookups.cancel(LOOKING)
        super().done(result)

    def _set_up(self) -> None:
        self.setWindowTitle(self.tr("Import articles"))
        begin_with(self, 960, 760)
        self._told.setWordWrap(True)
        self._encoding.show_value("")
        self._encoding.setMinimumContentsLength(28)
        self._encoding.setAccessibleName(self.tr("Encoding"))
        self._names.setAccessibleName(self.tr("Names of the files"))
        self._names.setPlaceholderText(_EXAMPLE)
        self._names.setToolTip(
            self.tr("A slash stands for a folder; fields of your own become metadata.")
        )
        self._buttons.button(_OK).setText(self.tr("Import"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        encoding = QHBoxLayout()
        encoding.addWidget(self._encoding)
        encoding.addWidget(self._found, 1)
        form.addRow(self.tr("Encoding"), encoding)
        form.addRow(self.tr("Names of the files"), self._names)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(10)
        rows.addLayout(form)
        rows.addWidget(self._columns)
        rows.addWidget(self._articles, 1)
        rows.addWidget(self._told)
        rows.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._pause.timeout.connect(self._look)
        self._names.textChanged.connect(self._on_written)
        self._columns.changed.connect(self._look)
        self._encoding.chosen.connect(self._on_encoding)

    def _on_written(self, _text: str) -> None:
        """Look again once the hand rests."""
        self._pause.start()

    def _on_encoding(self, encoding: str) -> None:
        self._encoding.show_value(encoding)
        self._look()

    def _look(self) -> None:
        """Look at the files as they are to be read now; what was asked before is dropped."""
        asked, paths = self.options(), self._paths
        self._asked = asked
        self._lookups.cancel(LOOKING)
        self._told.setText(self.tr("Looking at the files …"))
        self._lookups.run(
            LOOKING,
            lambda worker: look(paths, options=asked, worker=worker),
            then=lambda found: self._show(asked, found),
        )

    def _show(self, asked: IntakeOptions, found: Look) -> None:
        if asked is not self._asked:
            return
        self._buttons.button(_OK).setEnabled(found.refusal is None)
        if found.refusal is not None:
            self._told.setText(sentence(found.refusal))
            return
        self._columns.show_columns(found.columns)
        self._articles.show_seen(found.seen)
        self._found.setText(self._encodings_in_words(found))
        self._told.setText(self._in_words(found))

    def _encodings_in_words(self, found: Look) -> str:
        """In which encodings the files are, where they are text."""
        said = dict.fromkeys(
            self.tr("{} (a guess)").format(glance.encoding) if glance.guessed else glance.encoding
            for glance in found.articles
            if glance.encoding
        )
        return self.tr("Read as {}").format(", ".join(said)) if said else ""

    def _in_words(self, found: Look) -> str:
        """How much there is, and what is not shown of it."""
        told = [self.tr("Files: {}.").format(number(found.files))]
        if found.annotated:
            count = number(len(found.annotated))
            told.append(self.tr("With annotations, read by their own formats: {}.").format(count))
        if unnamed := sum(glance.unnamed for glance in found.articles):
            told.append(self.tr("Shown with names that do not fit: {}.").format(number(unnamed)))
        if found.refused:
            count = number(len(found.refused))
            told.append(self.tr("Refused of those shown: {}.").format(count))
        return " ".join(told)


def _encodings() -> list[tuple[str, str]]:
    """The choices of an encoding; the first leaves it to be found."""
    known = [(f"{name} · {translate('encodings', use)}", name) for name, use in _ENCODINGS.items()]
    return [(translate("encodings", "Found in each file"), ""), *known]
