"""Where a window is, so that another can take its place."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray


@dataclass(frozen=True, slots=True)
class Place:
    """The project and the article that are open, if any, and where the window stands."""

    project: Path | None = None
    article: str = ""
    geometry: QByteArray = field(default_factory=QByteArray)
