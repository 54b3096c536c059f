"""What a window has open, so that another can take its place."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """The project and the article that are open, if any."""

    project: Path | None = None
    article: str = ""
