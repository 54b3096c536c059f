"""The awkward article as others find it in what is written here and not read, against the receipt.

Each file is read with what reads such files, and not by how we write; what is missing then is
counted field by field.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from tests.formats.corpora import SCHEME
from tests.formats.corpora import write as write_as
from tests.formats.round_trip import awkward, missing, told
from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, ArticleLabel, Structure, Zone
from workbench.domain.corpus import CorpusArticle, Loss, Order
from workbench.domain.span import Fragments, Span, quote_of
from workbench.formats.registry import shape, writer

BRACKET = re.compile(r"\(([^-()]+)-(\w+)(\)?)|([^()]+)\)")
BLANKS = {"s": " ", "t": "\t", "n": "\n"}
# What is told for the tool at hand, beside what is missing.
ASIDE = {"text", "text_repeated", "tags_differ", "entity_overlap", "formula"}


def empty(who: str, **said: Any) -> CorpusArticle:  # noqa: ANN401 - any field
    """An article of which a file says no more than this."""
    bare = replace(awkward(), structure=None, appearances=(), labels=(), assignments=())
    return replace(bare, annotations=(), relations=(), readers=(who,), **said)


def mark(who: str, layer: str, label: str, places: Fragments, **said: Any) -> Annotation:  # noqa: ANN401
    return Annotation(
        said.pop("id", ""), "", who, layer, label, places, quote_of(awkward().text, places), **said
    )


def finished(who: str, layers: list[str]) -> tuple[Assignment, ...]:
    return tuple(Assignment("", "", who, layer, "done") for layer in layers)


# --- parquet, by pyarrow


def from_parquet(folder: Path) -> Iterator[CorpusArticle]:
    for row in pq.read_table(folder / "spans.parquet").to_pylist():
        who = row["annotator"]
        zones = tuple(Zone(z["kind"], Span(z["start"], z["end"])) for z in row["zones"])
        yield replace(
            empty(who, text=row["text"]),
            structure=Structure(zones, (), 0),
            appearances=tuple(Appearance(**each) for each in row["appearances"]),
            labels=tuple(
                ArticleLabel("", "", who, each["name"], each["values"][0]) for each in row["labels"]
            ),
            assignments=finished(who, row["finished"]),
            annotations=tuple(_mark_of_parquet(who, span) for span in row["spans"]),
            relations=tuple(_relation(who, each, "head", "tail") for each in row["relations"]),
        )


def _mark_of_parquet(who: str, said: dict[str, Any]) -> Annotation:
    places = tuple(Span(f["start"], f["end"]) for f in said["fragments"])
    origin = Origin(
        *(said["by"], said["suggester"], said["suggestion"], said["score"], said["carried_from"])
    )
    kept = ("id", "note", "unsure", "answer", "created", "modified")
    return mark(
        *(who, said["layer"], said["label"], places),
        **{name: said[name] for name in kept},
        attributes=json.loads(said["attributes"]),
        origin=origin,
    )


def _relation(who: str, said: dict[str, Any], source: str, target: str) -> Relation:
    attributes = said["attributes"]
    return Relation(
        *(said["id"], "", who, said["type"], said[source], said[target]),
        attributes=json.loads(attributes) if isinstance(attributes, str) else attributes,
        note=said["note"],
    )


# --- a DocBin, by spaCy


def from_spacy(folder: Path) -> Iterator[CorpusArticle]:
    for doc in DocBin().from_disk(folder / "x.spacy").get_docs(Vocab()):
        said = doc.user_data["workbench"]
        who = said["annotator"]
        zones = tuple(Zone(kind, Span(start, end)) for kind, start, end in said["zones"])
        yield replace(
            empty(who, text=doc.text),
            structure=Structure(zones, (), 0),
            appearances=tuple(Appearance(*each) for each in said["appearances"]),
            assignments=finished(who, said["finished"]),
            labels=tuple(
                ArticleLabel("", "", who, *key.split("="))
                for key, chosen in doc.cats.items()
                if chosen and key.partition("=")[0] in said["article_labels"]
            ),
            annotations=tuple(_marks_of_spacy(who, doc)),
            relations=tuple(_relation(who, each, "from", "to") for each in said["relations"]),
        )


def _marks_of_spacy(who: str, doc: Doc) -> Iterator[Annotation]:
    for layer, group in doc.spans.items():
        for span in group:
            said = dict(doc.user_data["workbench"]["annotations"][span.id_])
            said.pop("fragments", None)
            carried = said.pop("carried_from", "")
            said["origin"] = Origin(*(*said["origin"], carried))
            places = (Span(span.start_char, span.end_char),)
            yield mark(who, layer, span.label_, places, id=span.id_, **said)


# --- a table, by csv


def from_csv(folder: Path) -> Iterator[CorpusArticle]:
    with (folder / "x.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for who in sorted({row["annotator"] for row in rows}):
        own = [row for row in rows if row["annotator"] == who]
        yield replace(empty(who), annotations=tuple(map(_mark_of_row, own)))


def _mark_of_row(row: dict[str, str]) -> Annotation:
    places = tuple(Span(*map(int, each.split("–"))) for each in row["fragments"].split(" "))
    return mark(
        *(row["annotator"], row["layer"], row["label"], places),
        id=row["id"],
        note=row["note"],
        unsure=row["unsure"],
        answer=row["answer"],
        attributes=json.loads(row["attributes"] or "{}"),
    )


# --- CoNLL-U Plus, by its lines


def from_conllu(folder: Path) -> Iterator[CorpusArticle]:
    for path in sorted(folder.glob("*.conllup")):
        first, *lines = path.read_text(encoding="utf-8").split("\n")
        layers = [name.partition(":")[2].lower() for name in first.split()[6:]]
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        text, places = _words(rows)
        silent = [layers[at] for at in range(len(layers)) if all(r[3 + at] != "_" for r in rows)]
        marks = (
            found
            for at, layer in enumerate(layers)
            for found in _brackets(path.stem, layer, [row[3 + at] for row in rows], places)
        )
        yield replace(
            empty(path.stem, text=text),
            annotations=tuple(marks),
            assignments=finished(path.stem, silent),
        )


def _words(rows: list[list[str]]) -> tuple[str, list[Span]]:
    """The text as its blanks say, and where each token stands in it."""
    text, places = "", []
    for _, form, misc, *_ in rows:
        said = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
        text += _plain(said.get("SpacesBefore", ""))
        places.append(Span(len(text), len(text) + len(form)))
        text += form + ("" if "SpaceAfter" in said else _plain(said.get("SpacesAfter", "\\s")))
    return text, places


def _plain(blanks: str) -> str:
    return re.sub(r"\\(.)", lambda found: BLANKS[found[1]], blanks)


def _brackets(who: str, layer: str, column: list[str], places: list[Span]) -> Iterator[Annotation]:
    """The spans of a column, whose fragments go by one number."""
    begun: dict[str, tuple[str, int]] = {}
    found: dict[str, tuple[str, list[Span]]] = {}
    for cell, place in zip(column, places, strict=True):
        for number, label, last, closed in BRACKET.findall(cell):
            if label:
                begun[number] = (label, place.start)
            if last or closed:
                name, start = begun.pop(number or closed)
                key = (number or closed).partition("[")[0]
                found.setdefault(key, (name, []))[1].append(Span(start, place.end))
    for label, pieces in found.values():
        yield mark(
            who, layer, label, tuple(pieces), id=f"{layer}-{len(pieces)}-{pieces[0]}-{label}"
        )


# --- the table of them


def written(name: str, folder: Path, suffix: str) -> list[Loss]:
    """Write the awkward article as an export does; what was lost."""
    lost: list[Loss] = []
    items = list(shape(name)([awkward()], Order("x", SCHEME), lost.append))
    return [*lost, *write_as(writer(name), items, folder / f"x{suffix}")]


@pytest.mark.parametrize(
    ("name", "suffix", "read"),
    [
        ("parquet", ".parquet", from_parquet),
        ("spacy", ".spacy", from_spacy),
        ("csv", ".csv", from_csv),
        ("conllu-plus", ".conllup", from_conllu),
    ],
)
def test_what_is_missing_is_what_the_receipt_said(
    name: str, suffix: str, read: Callable[[Path], Iterator[CorpusArticle]], tmp_path: Path
) -> None:
    losses = told(written(name, tmp_path, suffix))
    for kind in ASIDE:
        losses.pop(kind, None)
    assert losses == missing(awkward(), read(tmp_path))
