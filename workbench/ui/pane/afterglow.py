"""What a sweep left out, shown for a moment: a tint that fades, and then nothing runs on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QVariantAnimation

from workbench.domain.span import Span

_LASTS = 900  # milliseconds


class Afterglow(QObject):
    """Tells how strongly to show what was trimmed, from 1 down to 0."""

    def __init__(
        self, parent: QObject, *, changed: Callable[[tuple[Span, ...], float], None]
    ) -> None:
        super().__init__(parent)
        self._changed = changed
        self._spans: tuple[Span, ...] = ()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_LASTS)
        self._fade.valueChanged.connect(self._on_value_changed)
        self._fade.finished.connect(self.stop)

    def show(self, spans: tuple[Span, ...]) -> None:
        """Show some spans, and let them fade."""
        self.stop()
        if spans:
            self._spans = spans
            self._changed(spans, 1.0)
            self._fade.start()

    def stop(self) -> None:
        """Show nothing more."""
        self._fade.stop()
        if self._spans:
            self._spans = ()
            self._changed((), 0.0)

    def _on_value_changed(self, strength: float) -> None:
        """Tell how strong the tint is now."""
        if self._spans:
            self._changed(self._spans, strength)
