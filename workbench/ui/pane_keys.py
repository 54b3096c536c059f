"""What keys mean in a reading pane, whatever is done there: motions of the caret, and digits.

The pane is read-only, so that letters are free for commands.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.travel import CaretUnit

_K, _M = Qt.Key, Qt.KeyboardModifier
# What a key moves by, alone and with Ctrl, and whether it goes on or back.
_MOTIONS: dict[int, tuple[CaretUnit, CaretUnit | None, int]] = {
    _K.Key_Left: ("word", "sentence", -1),
    _K.Key_Right: ("word", "sentence", 1),
    _K.Key_Up: ("line", "paragraph", -1),
    _K.Key_Down: ("line", "paragraph", 1),
    _K.Key_Home: ("edge", "text", -1),
    _K.Key_End: ("edge", "text", 1),
    _K.Key_PageUp: ("page", None, -1),
    _K.Key_PageDown: ("page", None, 1),
}
_ACROSS = frozenset({_K.Key_Left, _K.Key_Right})
_DIGITS = {getattr(_K, f"Key_{digit}"): str(digit) for digit in range(10)}


def digit_of(event: QKeyEvent) -> str:
    """The digit of a key without modifiers, of the number pad as well."""
    held = event.modifiers() & ~_M.KeypadModifier
    return "" if held else _DIGITS.get(Qt.Key(event.key()), "")


def move_by(pane: ReadingPane, event: QKeyEvent) -> bool:
    """Move the caret as a key says; False where it moves nothing."""
    motion = motion_of(event)
    if motion is None:
        return False
    unit, direction = motion
    if event.key() in _ACROSS:
        direction *= pane.onward()
    pane.move_caret(unit, direction, extend=bool(event.modifiers() & _M.ShiftModifier))
    return True


def motion_of(event: QKeyEvent) -> tuple[CaretUnit, int] | None:
    """What a key moves by and where to, None for one that moves nothing."""
    alone, with_control, direction = _MOTIONS.get(event.key(), (None, None, 0))
    control = bool(event.modifiers() & _M.ControlModifier)
    unit: CaretUnit | None = with_control if control else alone
    if event.key() in _ACROSS and event.modifiers() & _M.AltModifier:
        unit = "character"
    return (unit, direction) if unit is not None else None


def sequence_of(event: QKeyEvent) -> str:
    """A key with its modifiers as the table of commands spells it."""
    held = event.modifiers() & ~_M.KeypadModifier
    key = event.key()
    if key == _K.Key_Backtab:
        key = _K.Key_Tab
    if key in (_K.Key_Plus, _K.Key_Minus):
        held &= ~_M.ShiftModifier
    return QKeySequence(held.value | int(key)).toString()
