"""The inspector's page while no mark is in hand: the article's labels, and all marks in its order.

The marks are rows of a model, not widgets, so that ten thousand cost what ten do, and only those in
sight are looked up.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.inspector.article_form import ArticleForm
from workbench.ui.language import number
from workbench.ui.long_list import LongList, LongModel
from workbench.ui.plain import plain_tip

Mark = Annotation | Suggestion
_SWATCH = QSize(12, 12)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article: its marks by id in the order of the text, and its own labels.

    `mark` looks one up; None is one that has gone. While an article is being read its own labels
    are known alone, and it is not `whole`.
    """

    annotations: Sequence[str]
    suggestions: Sequence[str]
    labels: Mapping[str, tuple[str, ...]]
    mark: Callable[[str], Mark | None]
    whole: bool = True


class MarkModel(LongModel):
    """Marks in the order of the text, each with its label's colour and its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: Sequence[str] = ()
        self._mark: Callable[[str], Mark | None] = lambda _: None
        self._scheme: Scheme | None = None

    def show_marks(
        self, ids: Sequence[str], mark: Callable[[str], Mark | None], scheme: Scheme
    ) -> None:
        """Show these marks and no others."""
        self._ids, self._mark, self._scheme = ids, mark, scheme
        self.show_rows(len(ids))

    def id_at(self, row: int) -> str:
        """The mark of a row, by id."""
        return self._ids[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, or its label's colour."""
        mark = self._mark(self._ids[index.row()]) if index.isValid() else None
        if self._scheme is None or mark is None:
            return None
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
    """What an article says as a whole, and everything that is marked in it.

    It stays for all articles of a scheme.
    """

    mark_chosen = Signal(str)
    article_label_changed = Signal(str, tuple)

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme = scheme
        self.setProperty("role", "panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        self._form: ArticleForm | None = None
        if scheme.article_labels:
            layout.addWidget(plain_label(self.tr("Article"), "section"))
            self._form = ArticleForm(scheme.article_labels, self)
            self._form.changed.connect(self.article_label_changed)
            layout.addWidget(self._form)
            layout.addSpacing(10)
        self._lists = []
        for name in (self.tr("Annotations"), self.tr("Suggestions")):
            head, model = plain_label(name, "section"), MarkModel(self)
            layout.addWidget(head)
            layout.addWidget(self._list(name, model), 1)
            self._lists.append((name, head, model))

    def show_known(self, known: Known) -> None:
        """Show what is known of an article."""
        if self._form is not None:
            self._form.show_labels(known.labels)
        both = (known.annotations, known.suggestions)
        for (name, head, model), ids in zip(self._lists, both, strict=True):
            head.setText(f"{name} · {number(len(ids)) if known.whole else '…'}")
            model.show_marks(ids, known.mark, self.scheme)

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        if self._form is not None:
            self._form.commit()

    def _list(self, name: str, model: MarkModel) -> QListView:
        view = LongList(self)
        view.setModel(model)
        view.setIconSize(_SWATCH)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(name)
        view.clicked.connect(lambda index: self._choose(model, index))
        view.activated.connect(lambda index: self._choose(model, index))
        return view

    def _choose(self, model: MarkModel, index: QModelIndex) -> None:
        self.mark_chosen.emit(model.id_at(index.row()))
