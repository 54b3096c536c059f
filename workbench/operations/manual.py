"""The manual that travels with the program: chapters in Markdown, and what is new.

Keys are not written in it but named by their command, `[[accept]]`, so that it shows those that the
reader has. A link leads to another chapter by its name, or says a command: `command:show_keys`.
Each language has a folder of its own; pictures serve all of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from workbench.settings.resources import resources_folder

NEWS = "what-is-new"
FOLDER = "manual"
ENGLISH = "en"
_KEY = re.compile(r"\[\[(\w+)\]\]")
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by its name, with its title and its text in Markdown."""

    name: str
    title: str
    text: str

    def has(self, words: str) -> bool:
        """Whether all of these words stand in it."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def chapters(language: str = ENGLISH) -> list[Chapter]:
    """All chapters of a language, in the order in which they are read; what is new comes last."""
    resources = resources_folder()
    files = sorted((resources / FOLDER / language).glob("*.md"))
    read = [_chapter(file, file.stem.partition("-")[2]) for file in files]
    news = "changelog.md" if language == ENGLISH else f"changelog.{language}.md"
    return [*read, _chapter(resources / news, NEWS)]


def as_html(chapter: Chapter, keys: Callable[[str], str]) -> str:
    """A chapter as HTML; `keys` says what the keys of a command are, by its id.

    Raises `KeyError` where `keys` does, for a command that there is not.
    """
    text = _KEY.sub(lambda found: f"`` {keys(found[1])} ``", chapter.text)
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return html


def _chapter(file: Path, name: str) -> Chapter:
    text = file.read_text(encoding="utf-8")
    heading = _HEADING.search(text)
    return Chapter(name, heading[1] if heading else name, text)
