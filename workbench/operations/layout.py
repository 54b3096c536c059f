"""Where the parts of a corpus are written: by person, where a format needs that, and by split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.domain.corpus import CorpusArticle
from workbench.domain.splitting import PARTS, Placement
from workbench.formats.out_folder import safe_name
from workbench.formats.registry import Format
from workbench.operations.choosing import Choice, called, of_one
from workbench.store.project import Project


class Place(NamedTuple):
    """A folder of the export, and the file's name there, or what its files are named after."""

    folder: str
    file: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of an export by part, and which articles belong where.

    `folder` says that the export is a folder. `people` get a part each.
    """

    folder: bool
    places: dict[str, Place]
    people: tuple[str, ...] = ()
    placed: Placement | None = None
    _folders: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, format: Format, name: str, people: Sequence[str], placed: Placement | None
    ) -> "Layout":
        """The layout of an export by the name of its file or folder."""
        parts = [part for part in PARTS if part in placed.shares()] if placed else [""]
        folders = _folders(people)
        parted = bool(people or placed)
        places = {
            _name(folder, part): _place(format, folder, part, "" if parted else name)
            for folder in folders.values()
            for part in parts or PARTS[:1]
        }
        return cls(format.folder or parted, places, tuple(people), placed, folders)

    def split_folders(self) -> dict[str, list[str]]:
        """The files of a split that lie in one folder."""
        found: dict[str, list[str]] = {}
        for place in self.places.values() if self.placed else ():
            found.setdefault(place.folder, []).append(place.file)
        return found

    def part_of(self, article: CorpusArticle) -> str:
        """The part of the split that an article belongs to, if any."""
        return self.placed.parts.get(article.article.id, "") if self.placed else ""

    def parted(self, article: CorpusArticle) -> Iterator[tuple[str, CorpusArticle]]:
        """The parts that an article goes into, with what of it goes there.

        One that does not go out has no place: whoever is first is told of it, and says so.
        """
        part = self.part_of(article)
        for who, folder in self._folders.items():
            name = _name(folder, part)
            own = of_one(article, who) if who else article
            yield name if name in self.places else next(iter(self.places)), own


def apart(project: Project, kind: Format, choice: Choice) -> tuple[str, ...]:
    """The people, as they are called, who get a folder each: those named, where a format asks."""
    named = choice.annotators if kind.apart and choice.whose == "people" else ()
    return tuple(called(project, choice, name) for name in named) if len(named) > 1 else ()


def _folders(people: Sequence[str]) -> dict[str, str]:
    """A folder for each person, as they are called; one without a name for all together."""
    found: dict[str, str] = {}
    for who in people:
        name, number = safe_name(who), 1
        while name.casefold() in {other.casefold() for other in found.values()}:
            number += 1
            name = f"{safe_name(who)}-{number}"
        found[who] = name
    return found or {"": ""}


def _name(folder: str, part: str) -> str:
    return f"{folder}/{part}" if folder and part else folder or part


def _place(format: Format, folder: str, part: str, name: str) -> Place:
    """Where a part is written; one of a format that is a folder is one in it."""
    if format.folder:
        return Place(_name(folder, part), f"corpus{format.suffix}")
    return Place(folder, name or f"{part or 'corpus'}{format.suffix}")
