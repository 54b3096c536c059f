"""A button whose words wrap: a claim is read whole before it is taken, however narrow the card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workbench.ui.annotate.fields import plain_label

_MARGINS = (14, 7, 14, 7)  # pixels, as the style sheet has them around the text of a button
_APART = 10


class ChoiceButton(QPushButton):
    """A digit, the lane that it takes, where there is one, and what is taken."""

    def __init__(self, digit: int, lane: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head, words = plain_label(f"{digit}  {lane}".rstrip()), plain_label(said)
        head.setWordWrap(False)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMinimumWidth(1)  # an address does not wrap, and makes no card wider
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*_MARGINS)
        self._row.setSpacing(_APART)
        self._row.addWidget(head)
        self._row.addWidget(words, 1)
        for label in (head, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{digit} {lane} {said}")

    def sizeHint(self) -> QSize:
        """As wide as the words ask for; how high they then are is asked for by the width."""
        return QSize(self._row.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words can be."""
        return QSize(self._row.minimumSize().width(), super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words are."""
        return self._row.heightForWidth(width)
