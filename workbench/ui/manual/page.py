"""A page of the manual: HTML in the window's colours, with pictures as wide as there is room."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from workbench.operations.manual import FOLDER
from workbench.settings.resources import resources_folder
from workbench.ui.theme import DARK, LIGHT, Tokens

_WIDEST = 700  # pixels of a picture
_STYLE = """
h1 {{ font-size: 20pt; font-weight: 600; margin-top: 0; margin-bottom: 10px; }}
h2 {{ font-size: 14pt; font-weight: 600; margin-top: 22px; margin-bottom: 4px; }}
p, li {{ line-height: 145%; }}
a {{ color: {accent}; }}
code {{ color: {text}; background-color: {selected}; }}
.language-python, .language-toml, .language-sh {{ background-color: transparent; }}
th, td {{ padding: 4px 12px 4px 0; }}
th {{ color: {muted}; font-weight: 600; text-align: left; }}
"""


class Page(QTextBrowser):
    """Shows HTML; its links are told and not followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(18)
        self.use_tokens(LIGHT)

    def use_tokens(self, tokens: Tokens) -> None:
        """Show what comes from now on in these colours."""
        self._tokens = tokens
        colours = {name: getattr(tokens, name) for name in ("accent", "text", "selected", "muted")}
        self.document().setDefaultStyleSheet(_STYLE.format(**colours))

    def find_next(self, words: str) -> None:
        """Select the next place of these words, after the last from the beginning again."""
        if not self.find(words):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(words)

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: ANN401  (as in Qt)
        """A picture of the manual, in the theme of the window; nothing else is loaded."""
        if type != QTextDocument.ResourceType.ImageResource.value:
            return None
        shown = QUrl(name).path().removesuffix(".png")
        theme = "dark" if self._tokens == DARK else "light"
        image = QImage(str(resources_folder() / FOLDER / f"{shown}-{theme}.png"))
        if image.isNull():
            return None
        ratio = self.devicePixelRatio()
        width = min(_WIDEST * ratio, image.width())
        scaled = image.scaledToWidth(round(width), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled
