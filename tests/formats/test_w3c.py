"""W3C annotations hold all there is, at the code points that they say, and no one else's words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, told
from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, ArticleLabel, Structure, Zone
from workbench.domain.corpus import CorpusArticle
from workbench.domain.span import Span, quote_of
from workbench.formats import w3c

ID = "0190a5a0-7e1c-7cc0-8b0f-3f0f6f0a1b2c"


def written(folder: Path, *articles: CorpusArticle) -> dict[str, Any]:
    """The collection that is written of articles."""
    assert told(write(w3c.writer, articles, folder / "x.jsonld")) == {}
    return dict(json.loads((folder / "x.jsonld").read_text(encoding="utf-8")))


def of(items: list[dict[str, Any]], motivation: str) -> list[dict[str, Any]]:
    return [item for item in items if item["motivation"] == motivation]


def test_nothing_is_missing_for_whoever_reads_it_by_the_recommendation(tmp_path: Path) -> None:
    collection = written(tmp_path, awkward())
    assert missing(awkward(), [_read(collection, tmp_path)]) == {}


def test_every_quote_stands_at_its_place_in_the_text_that_is_named(tmp_path: Path) -> None:
    odd = replace(awkward(), article=replace(awkward().article, title="50 % of #1?"))
    items = written(tmp_path, odd)["first"]["items"]
    for item in of(items, "classifying"):
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            text = (tmp_path / unquote(target["source"])).read_bytes().decode()
            place, words = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == words["exact"]
            assert text[:start].endswith(words["prefix"])
            assert text[end:].startswith(words["suffix"])


def test_items_are_counted_and_have_names_of_their_own(tmp_path: Path) -> None:
    first = replace(awkward(), article=replace(awkward().article, id=ID), labels=(), relations=())
    collection = written(tmp_path, first)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == 12
    assert items[0]["id"] == f"urn:uuid:{ID}#about"
    assert items[1]["id"] == "urn:workbench:a-1"
    assert len({item["id"] for item in items}) == len(items)
    assert written(tmp_path / "none")["first"]["items"] == []


def test_articles_of_one_title_have_texts_of_their_own(tmp_path: Path) -> None:
    other = replace(awkward(), article=replace(awkward().article, id="art-2"))
    items = written(tmp_path, awkward(), other)["first"]["items"]
    assert len({item["target"] for item in of(items, "describing")}) == 2
    assert len(list((tmp_path / "texts").iterdir())) == 2


# --- a reader, by the recommendation and not by how we write


def _read(collection: dict[str, Any], folder: Path) -> CorpusArticle:
    items = collection["first"]["items"]
    (about,) = of(items, "describing")
    text = (folder / about["target"]).read_bytes().decode()
    known = about["workbench:article"]
    return replace(
        awkward(),
        article=replace(awkward().article, title=known["title"]),
        text=text,
        structure=Structure(
            tuple(Zone(kind, Span(start, end)) for kind, start, end in known["zones"]), (), 0
        ),
        appearances=tuple(Appearance(**each) for each in known["appearances"]),
        labels=tuple(map(_label, of(items, "assessing"))),
        assignments=tuple(
            Assignment("", "", who, layer, "done")
            for who, layers in known["finished"].items()
            for layer in layers
        ),
        annotations=tuple(_mark(item, text) for item in of(items, "classifying")),
        relations=tuple(_arrow(item) for item in of(items, "linking")),
    )


def _label(item: dict[str, Any]) -> ArticleLabel:
    name, value = item["body"][0]["value"].split("/")
    return ArticleLabel("", "", item["creator"]["name"], name, value)


def _mark(item: dict[str, Any], text: str) -> Annotation:
    targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
    places = [target["selector"][0] for target in targets]
    fragments = tuple(Span(place["start"], place["end"]) for place in places)
    said = {body["purpose"]: body["value"] for body in item["body"]}
    layer, label = said["tagging"].split("/")
    return Annotation(
        item["id"].removeprefix("urn:workbench:"),
        "",
        item["creator"]["name"],
        *(layer, label),
        fragments,
        quote_of(text, fragments),
        attributes=item.get("workbench:attributes", {}),
        note=said.get("commenting", ""),
        unsure=said.get("questioning", ""),
        answer=said.get("replying", ""),
        created=item.get("created", ""),
        modified=item.get("modified", ""),
        origin=Origin(**item["workbench:origin"]),
    )


def _arrow(item: dict[str, Any]) -> Relation:
    type, target, *notes = item["body"]
    return Relation(
        *("", "", item["creator"]["name"], type["value"]),
        source=item["target"].removeprefix("urn:workbench:"),
        target=target["source"].removeprefix("urn:workbench:"),
        attributes=item.get("workbench:attributes", {}),
        note=notes[0]["value"] if notes else "",
    )
