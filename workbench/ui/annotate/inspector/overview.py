"""The inspector's page while no mark is in hand: the article's labels, and all marks in its order.

The marks are rows of a model, not widgets, so that ten thousand cost what ten do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.inspector.article_form import ArticleForm
from workbench.ui.language import number
from workbench.ui.long_list import LongList
from workbench.ui.plain import plain_tip

Mark = Annotation | Suggestion
_SWATCH = QSize(12, 12)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article: its marks, and its own labels by name."""

    annotations: Sequence[Annotation]
    suggestions: Sequence[Suggestion]
    labels: Mapping[str, tuple[str, ...]]


class MarkModel(QAbstractListModel):
    """Marks in the order of the text, each with its label's colour and its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks: list[Mark] = []
        self._scheme: Scheme | None = None

    def show_marks(self, marks: Sequence[Mark], scheme: Scheme) -> None:
        """Show these marks and no others."""
        self.beginResetModel()
        self._marks = sorted(marks, key=lambda mark: mark.fragments[0].start)
        self._scheme = scheme
        self.endResetModel()

    def mark_at(self, row: int) -> Mark:
        """The mark of a row."""
        return self._marks[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many marks there are."""
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, or its label's colour."""
        if self._scheme is None or not index.isValid():
            return None
        mark = self._marks[index.row()]
        label = self._scheme.label(mark.layer, mark.label)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{label.name}: {' '.join(mark.quote.split())}"
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return _swatch(label.color) if role == Qt.ItemDataRole.DecorationRole else None


@lru_cache(maxsize=256)
def _swatch(color: str) -> QIcon:
    """A colour as the list shows it; a mere colour would be made a new picture at each painting."""
    picture = QPixmap(64, 64)
    picture.fill(QColor(color))
    return QIcon(picture)


class Overview(QFrame):
    """What the article says as a whole, and everything that is marked in it."""

    mark_chosen = Signal(str)
    article_label_changed = Signal(str, tuple)

    def __init__(self, known: Known, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        self._form: ArticleForm | None = None
        if scheme.article_labels:
            layout.addWidget(plain_label(self.tr("Article"), "section"))
            self._form = ArticleForm(scheme.article_labels, known.labels, self)
            self._form.changed.connect(self.article_label_changed)
            layout.addWidget(self._form)
            layout.addSpacing(10)
        for head, marks in (
            (self.tr("Annotations"), known.annotations),
            (self.tr("Suggestions"), known.suggestions),
        ):
            layout.addWidget(plain_label(f"{head} · {number(len(marks))}", "section"))
            layout.addWidget(self._list(head, marks, scheme), 1)

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        if self._form is not None:
            self._form.commit()

    def _list(self, head: str, marks: Sequence[Mark], scheme: Scheme) -> QListView:
        view, model = LongList(self), MarkModel(self)
        model.show_marks(marks, scheme)
        view.setModel(model)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setIconSize(_SWATCH)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(head)
        view.clicked.connect(lambda index: self._choose(model, index))
        view.activated.connect(lambda index: self._choose(model, index))
        return view

    def _choose(self, model: MarkModel, index: QModelIndex) -> None:
        self.mark_chosen.emit(model.mark_at(index.row()).id)
