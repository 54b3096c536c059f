"""How a part of the window goes, so that nothing is kept of it.

A style sheet keeps the rules that it found for each widget until the widget is no more, but hears
of that only where the widget was once shown. The lists of fields that nobody opened, and their
scroll bars, were not: some kilobytes stayed for ever each time that another mark came into hand.
What was shown goes by itself; to let the style forget that as well took most of the time.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def part_with(widget: QWidget) -> None:
    """Delete a widget and all in it at the next turn, and let the style forget them now.

    It must still stand in the window, from which it has the style that is to forget it.
    """
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):  # the style hears of no end
            each.ensurePolished()
            each.style().unpolish(each)
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Part with all widgets of a layout that has nothing else.

    The layout takes each out itself, and its own item of it with it: one that Python takes out is
    nobody's to delete.
    """
    items = [layout.itemAt(place) for place in range(layout.count())]
    for widget in [widget for item in items if item and (widget := item.widget())]:
        layout.removeWidget(widget)
        widget.hide()
        part_with(widget)
