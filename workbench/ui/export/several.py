"""Several of a list, where none chosen means all of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.annotate.fields import SeveralField


class SomeOf(SeveralField):
    """Holds what is chosen; nothing chosen says that all are wanted."""

    def __init__(self, values: Sequence[str], none: str, parent: QWidget) -> None:
        super().__init__(values, (), none, parent)
        self._offered, self._none = tuple(values), none
        self._held: tuple[str, ...] = ()
        self.chosen.connect(self.show_values)

    def values(self) -> tuple[str, ...]:
        """Those that are chosen."""
        return self._held

    def show_values(self, held: Sequence[str]) -> None:
        """Show these as chosen; one that is not on offer any more is offered for that."""
        self._held = tuple(held)
        gone = (each for each in held if each not in self._offered)
        self.offer((*self._offered, *gone), held, self._none)
