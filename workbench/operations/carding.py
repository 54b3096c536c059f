"""What stands beside a corpus that goes out: its data card, and the sums of all files."""

import hashlib
import heapq
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench import __version__
from workbench.domain.errors import UserError
from workbench.formats.card import CARD, SIGN, Card, Tally, card_text
from workbench.formats.staging import RECEIPT, names_in
from workbench.operations import finished
from workbench.operations.agreeing import agreement
from workbench.operations.choosing import Choice, pseudonyms, wanted_articles
from workbench.operations.progress import LongVerb
from workbench.operations.shaping import Shaper
from workbench.operations.workers import Worker
from workbench.store import people
from workbench.store.project import Project
from workbench.store.strides import parts

SUMS = "SHA256SUMS"
MOST_COMPARED = 500  # articles on which the card says how far people agree


@dataclass(frozen=True, slots=True)
class Telling:
    """What the data card is to say: the licence, and people by their names, not by numbers."""

    licence: str = ""
    named: bool = False


def measured(project: Project, choice: Choice, *, worker: Worker) -> LongVerb[dict[str, Any]]:
    """How far people agree on the chosen articles, by layer, where two have finished one.

    Of very many some are drawn, since to compare all takes longer than to write them.
    """
    if len(choice.annotators) == 1 or choice.whose == "suggestions":
        return {}
    ids, shared = _drawn(project, choice)
    if not ids:
        return {}
    compared = finished.Choice(articles=ids)
    try:
        report = yield from agreement(
            *(project,),
            names=choice.annotators,
            layers=choice.layers,
            choice=compared,
            gamma=False,
            worker=worker,
        )
    except UserError as error:
        if error.key != "operations.too_few_annotators":
            raise
        return {}  # of those who were asked for, nobody shares a layer with another
    return {
        layer: {
            "articles": report["coverage"][layer]["finished_by_two"],
            "f1": found["mean_f1"],
            "ci95": found["ci95"]["mean_f1"],
            "alpha": found["u_alpha"],
            "drawn_from": shared if shared > len(ids) else 0,
        }
        for layer, found in report["layers"].items()
        if report["coverage"][layer]["finished_by_two"]
    }


def _drawn(project: Project, choice: Choice) -> tuple[frozenset[str], int]:
    """Some of the chosen articles that several have finished, and how many of those there are."""
    drawn: list[str] = []
    number = 0
    for part in parts(wanted_articles(project, choice)):
        shared = people.finished_by_several(project, part)
        number += len(shared)
        drawn = heapq.nsmallest(MOST_COMPARED, (*drawn, *shared), key=_chance)
    return frozenset(drawn), number


def _chance(id: str) -> bytes:
    """What orders articles by chance, the same each time."""
    return hashlib.sha256(id.encode()).digest()


def card_of(
    project: Project,
    choice: Choice,
    report: dict[str, Any],
    tally: Tally,
    shaper: Shaper,
    *,
    found: dict[str, Any],
    telling: Telling,
) -> str:
    """The data card of an export; `found` is how far people agree."""
    known = {} if telling.named and not choice.pseudonyms else pseudonyms(project)
    card = Card(
        title=project.path.stem,
        format=report["format"],
        scheme=shaper.relabelling.before,
        labels=shaper.scheme,
        version=__version__,
        licence=telling.licence,
        how=[*_chosen(choice, known), *shaper.shaping.chosen().items()],
        split=report.get("split"),
        agreement=found,
        names=known,
        losses=report["losses"],
        training=report.get("training", {}),
    )
    return card_text(card, tally)


def _chosen(choice: Choice, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What was chosen, where that is not everything."""
    if choice.whose != "people":
        yield "whose work", "gold" if choice.whose == "gold" else "suggesters’"
    who = sorted(names.get(name, name) for name in choice.annotators)
    said = {
        "annotators": ", ".join(who),
        "layers": ", ".join(choice.layers),
        "labels": ", ".join(choice.labels),
        "status": "any" if choice.status == "any" else "",
        "source": choice.source,
        "from": choice.since,
        "to": choice.until,
        "with the words": choice.search,
    }
    yield from ((name, value) for name, value in said.items() if value)


def write_beside(stage: Path, out: Path, card: str, *, folder: bool) -> None:
    """Write the card and the sums of all files beside what they are of.

    A file of that name that nobody made here stays: theirs is then called after the export.
    """
    card_name = CARD if folder else _own_name(out, CARD, SIGN)
    sums_name = SUMS if folder else _own_name(out, SUMS, f"  {RECEIPT}\n")
    (stage / card_name).write_text(card, encoding="utf-8", newline="\n")
    names = names_in(stage)
    with (stage / sums_name).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{_sum(stage / name)}  {name}\n" for name in names)


def _own_name(out: Path, name: str, sign: str) -> str:
    """A name for a file beside an export: its own, or one that writes over no stranger's."""
    with suppress(FileNotFoundError):
        there = (out.parent / name).read_text(encoding="utf-8", errors="replace")
        return name if sign in there else f"{out.stem}.{name}"
    return name


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
