"""What was done in a project, by whom and when; and taking any step of one's own back.

A step is shown by what it touched: the words of a mark where it now stands or last stood, else the
article. Steps are read a page at a time, newest first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.article import ArticleText
from workbench.domain.changes import Changes
from workbench.domain.span import Fragments
from workbench.operations.progress import LongVerb, Progress, finish, told
from workbench.store import annotations, articles, history, suggestions
from workbench.store.history import Line
from workbench.store.project import Project
from workbench.store.spans import fragments_at

PAGE = 200
_NOBODYS = ("suggest",)  # what arrives by itself, and waits for somebody to act on it


@dataclass(frozen=True, slots=True)
class Touched:
    """A mark that a step touched: an annotation or a suggestion, as it is now or last was."""

    table: str
    id: str
    layer: str
    label: str
    quote: str
    fragments: Fragments
    gone: bool = False


@dataclass(frozen=True, slots=True)
class PastStep:
    """One line of the history, and the first mark that the step touched, if it touched any."""

    line: Line
    title: str
    touched: Touched | None

    def can_be_taken_back_by(self, annotator: Annotator) -> bool:
        """Whether the person may ask for it: it is theirs and stands."""
        return bool(self.line.stands) and self.line.person == annotator.id


def read(
    project: Project, *, article: str = "", annotator: str = "", before: int = 0
) -> list[PastStep]:
    """A page of steps, newest first, of an article or a person where given, older than `before`."""
    lines = history.page(
        project,
        article=article,
        person=annotator,
        before=before,
        limit=PAGE,
        without=_NOBODYS,
    )
    marks = _marks(project, lines)
    titles = {a.id: a.title for a in articles.by_ids(project, {line.article for line in lines})}
    return [PastStep(line, titles.get(line.article, ""), _first(line, marks)) for line in lines]


def newest(
    project: Project, *, article: str = "", annotator: str = "", at_least: int = 0
) -> LongVerb[list[PastStep]]:
    """The newest steps as `read` gives them, page by page, until there are `at_least` so many."""
    found: list[PastStep] = []
    while True:
        yield Progress(len(found), 0)
        before = found[-1].line.seq if found else 0
        page = read(project, article=article, annotator=annotator, before=before)
        found += page
        if len(page) < PAGE or len(found) >= at_least:
            return found


def take_back(project: Project, *, annotator: Annotator, step: PastStep) -> Changes:
    """Undo one of the person's steps out of its turn; refused where others built on it."""
    return finish(taking_back(project, annotator=annotator, step=step))


def taking_back(project: Project, *, annotator: Annotator, step: PastStep) -> LongVerb[Changes]:
    """The same, row by row; one that is stopped half-way has not been taken back at all."""
    return (yield from told(project.taking_back(annotator.id, step.line.step)))


def as_it_was(project: Project, step: PastStep) -> tuple[ArticleText | None, list[Annotation]]:
    """The text of a step's article right after it, and what the step's person had marked in it."""
    line = step.line
    with project.reading() as connection:
        text, marked = history.state_at(connection, line.article, line.seq)
    return text, [annotation for annotation in marked if annotation.annotator == line.person]


_Place = tuple[str, str]  # table, id


def _marks(project: Project, lines: Iterable[Line]) -> dict[_Place, Touched]:
    """The marks that the lines touched, as they are now."""
    wanted = {place for line in lines for place in _places(line)}
    found: dict[_Place, Touched] = {}
    for table, by_ids in (("annotation", annotations.by_ids), ("suggestion", suggestions.by_ids)):
        for mark in by_ids(project, [id for name, id in wanted if name == table]):
            found[table, mark.id] = Touched(
                table, mark.id, mark.layer, mark.label, mark.quote, mark.fragments
            )
    return found


def _first(line: Line, marks: dict[_Place, Touched]) -> Touched | None:
    """The first mark that a line touched: as it is now, else as it was when it went."""
    places = _places(line)
    for place in places:
        if place in marks:
            return marks[place]
    for table, id, before, after in line.rows:
        image = after or before
        if table in ("annotation", "suggestion") and image:
            return _gone(table, id, image)
    return None


def _gone(table: str, id: str, image: dict[str, Any]) -> Touched:
    fragments = fragments_at(image["start"], image["end"], image["fragments"])
    return Touched(table, id, image["layer"], image["label"], image["quote"], fragments, gone=True)


# Where a row that is no mark itself says which mark it is about.
_ABOUT = {
    "annotation": ("annotation", "id"),
    "relation": ("annotation", "source"),
    "suggestion": ("suggestion", "id"),
    "suggestion_state": ("suggestion", "suggestion"),
}
_RANK = tuple(_ABOUT)


def _places(line: Line) -> Sequence[_Place]:
    """The marks that a line is about: annotations before suggestions."""
    about = []
    for table, _, before, after in line.rows:
        image = after or before
        if table in _ABOUT and image:
            kind, column = _ABOUT[table]
            about.append((_RANK.index(table), (kind, str(image[column]))))
    return [place for _, place in sorted(about, key=lambda pair: pair[0])]
