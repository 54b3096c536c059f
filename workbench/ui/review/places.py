"""The list of places where people differ, those that cost most first.

It holds all of them and words only those in sight, so that half a million are hardly more work than
ten: which are wanted is asked of each sort of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.agreement.differences import KINDS
from workbench.domain.scheme import Scheme
from workbench.operations.comparing import Difference
from workbench.operations.ranking import Ranking
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import number, translate
from workbench.ui.long_list import LongList, LongModel
from workbench.ui.plain import plain_caption, plain_tip
from workbench.ui.review.words import KINDS as SAID
from workbench.ui.review.words import decision_said, kinds_said, labels_said, words_of

Index = QModelIndex | QPersistentModelIndex
AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which places are listed: of a kind, open ones, of a layer, of a pair by id, of a label."""

    kind: str = ""
    open_only: bool = True
    layer: str = ""
    pair: tuple[str, ...] = ()
    label: str = ""

    def takes(self, difference: Difference) -> bool:
        """Whether a place is listed."""
        if self.open_only and not difference.open:
            return False
        if self.layer and difference.layer != self.layer:
            return False
        return self._of_kind(difference) and self._of_pair(difference)

    def _of_kind(self, difference: Difference) -> bool:
        if self.kind == AGREED:
            return not difference.kinds
        return self.kind in difference.kinds if self.kind else bool(difference.kinds)

    def _of_pair(self, difference: Difference) -> bool:
        """Whether the two differ here in a label: one lacks it, or has it otherwise."""
        if not self.pair:
            return True
        if not set(self.pair) <= set(difference.readers):
            return False
        marks = [mark for mark in difference.marks if mark.annotator in self.pair]
        said = {(mark.label, mark.fragments) for mark in marks}
        differ = len(marks) == 1 or len(said) > 1
        return differ and (not self.label or any(mark.label == self.label for mark in marks))


class PlacesModel(LongModel):
    """Places as rows of three lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.places: Sequence[Difference] = ()
        self._scheme: Scheme | None = None
        self._title: Callable[[str], str] = str

    def show_places(
        self, places: Sequence[Difference], scheme: Scheme, title: Callable[[str], str]
    ) -> None:
        """List these places; `title` tells what an article is called."""
        self.places, self._scheme, self._title = places, scheme, title
        self.show_rows(len(places))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A place in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if self._scheme is None or not 0 <= index.row() < len(self.places):
            return None
        place = self.places[index.row()]
        head = f"{labels_said(place, self._scheme)} · {kinds_said(place)}"
        last = [self._title(place.article), decision_said(place)]
        said = "\n".join((head, words_of(place), " · ".join(part for part in last if part)))
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said


class PlacesPage(QFrame):
    """The list with what narrows it down."""

    place_chosen = Signal(object)  # Difference
    wanted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.wanted = Wanted()
        self._head = plain_label("", "section")
        self._narrowed = QPushButton(self)
        self._narrowed.setToolTip(self.tr("Show all places again"))
        self._narrowed.clicked.connect(lambda: self.narrow("", Wanted()))
        self._kind = ChoiceField([], self)
        self._kind.setAccessibleName(self.tr("Kind of difference"))
        self._kind.chosen.connect(self._on_kind_chosen)
        self._settled = QCheckBox(self.tr("Settled ones too"), self)
        self._settled.toggled.connect(self._on_settled_toggled)
        self._model = PlacesModel(self)
        self.view = LongList(self)
        self._set_up_view()
        self._lay_out()
        self.setFocusProxy(self.view)

    def _set_up_view(self) -> None:
        self.view.setAccessibleName(self.tr("Places where people differ"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.activated.connect(
            lambda index: self.place_chosen.emit(self._model.places[index.row()])
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._kind, 1)
        row.addWidget(self._settled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addLayout(row)
        layout.addWidget(self._narrowed)
        layout.addWidget(self.view, 1)
        told = self.tr("Return opens the article there.")
        layout.addWidget(plain_label(told, "muted"))
        self._narrowed.hide()

    def show_places(self, ranking: Ranking, scheme: Scheme, title: Callable[[str], str]) -> None:
        """List those places that are wanted."""
        here = self.view.currentIndex().row()
        every = replace(self.wanted, kind="")
        agreed = replace(self.wanted, kind=AGREED)
        counts = ranking.kinds(every.takes)
        kept = ranking.places(self.wanted.takes)
        entries = [(translate("review", "all kinds"), "")]
        entries += [
            (f"{translate('review', SAID[kind])} ({number(counts[kind])})", kind) for kind in KINDS
        ]
        same = number(ranking.number(agreed.takes))
        entries.append((f"{translate('review', 'all agree')} ({same})", AGREED))
        self._kind.show_entries(entries)
        self._kind.show_value(self.wanted.kind)
        self._head.setText(self.tr("Places · {}").format(number(len(kept))))
        self._model.show_places(kept, scheme, title)
        self.view.setCurrentIndex(self._model.index(min(max(0, here), len(kept) - 1)))

    def narrow(self, said: str, wanted: Wanted) -> None:
        """List what stands behind a figure; `said` names it, and no words all places again."""
        self.wanted = wanted
        self._settled.blockSignals(True)
        self._settled.setChecked(not wanted.open_only)
        self._settled.blockSignals(False)
        self._narrowed.setText(plain_caption(f"{said}  ×"))
        self._narrowed.setVisible(bool(said))
        self.wanted_changed.emit()

    def place(self) -> Difference | None:
        """The place in hand."""
        row = self.view.currentIndex().row()
        return self._model.places[row] if 0 <= row < len(self._model.places) else None

    def count(self) -> int:
        """How many places are listed."""
        return len(self._model.places)

    def _on_kind_chosen(self, kind: str) -> None:
        self.wanted = replace(self.wanted, kind=kind)
        self.wanted_changed.emit()

    def _on_settled_toggled(self, on: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.wanted = replace(self.wanted, open_only=not on)
        self.wanted_changed.emit()
