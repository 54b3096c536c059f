"""Label Studio: what it writes is read, what we write it can show, and the receipt is honest."""

import json
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import CHECKOUT
from tests.formats.corpora import SCHEME, write
from tests.formats.round_trip import awkward, missing, read_back, told
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats import label_studio
from workbench.formats.units import UTF16

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples" / "label-studio"
TEXT = "Zoë 😀 said the plan fails."


def region(
    id: str, start: int, end: int, *labels: str, words: str | None = None, **more: object
) -> dict[str, Any]:
    """A region of the text, as Label Studio writes it."""
    value = {"start": start, "end": end, "labels": list(labels), "text": words or TEXT[start:end]}
    return {
        "id": id, "from_name": "ner", "to_name": "text", "type": "labels", "value": value, **more,
    }  # fmt: skip


def arrow(source: str, target: str, *labels: str, direction: str = "right") -> dict[str, Any]:
    return {
        "type": "relation", "from_id": source, "to_id": target,
        "direction": direction, "labels": list(labels),
    }  # fmt: skip


def task(*items: object, who: object = 1, text: str = TEXT, **data: object) -> dict[str, Any]:
    """A task that one person has worked on."""
    work = {"completed_by": who, "result": list(items)}
    return {"id": 7, "data": {"text": text, **data}, "annotations": [work]}


def read(tmp_path: Path, *tasks: object) -> list[CorpusArticle | Refusal]:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return list(label_studio.read(path))


def the_one(tmp_path: Path, task: object) -> CorpusArticle:
    (found,) = read(tmp_path, task)
    assert isinstance(found, CorpusArticle), found
    return found


def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(tmp_path: Path) -> None:
    losses = write(label_studio.writer, [awkward()], tmp_path / "x.json")
    assert told(losses) == missing(awkward(), read_back(label_studio.read, tmp_path / "x.json"))


def test_a_relation_that_would_join_spans_is_left_out_and_told_of(tmp_path: Path) -> None:
    first, second = awkward().relations
    joining = replace(first, type="continues", attributes={}, note="")
    before = replace(awkward(), relations=(joining, second))
    losses = told(write(label_studio.writer, [before], tmp_path / "x.json"))
    assert losses["relation"] == 1
    assert losses == missing(before, read_back(label_studio.read, tmp_path / "x.json"))


def test_what_is_known_of_articles_and_said_of_them_comes_back(tmp_path: Path) -> None:
    before = replace(
        awkward(),
        article=replace(awkward().article, language="en", meta={"section": "Sea"}, title=""),
        labels=(
            ArticleLabel("l-1", "art-1", "ann", "genre", "report"),
            ArticleLabel("l-2", "art-1", "bo", "frames", ("policy", "legality")),
        ),
    )
    write(label_studio.writer, [before], tmp_path / "x.json")
    (after,) = read_back(label_studio.read, tmp_path / "x.json")
    assert (after.article, after.appearances) == (before.article, before.appearances)
    said = [(label.annotator, label.name, label.value) for label in after.labels]
    assert said == [("ann", "genre", "report"), ("bo", "frames", ("policy", "legality"))]


def test_many_articles_are_one_array_and_none_is_an_empty_one(tmp_path: Path) -> None:
    others = [replace(awkward(), article=replace(awkward().article, id=str(n))) for n in range(3)]
    write(label_studio.writer, others, tmp_path / "x.json")
    assert len(json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))) == 3
    write(label_studio.writer, [], tmp_path / "y.json")
    assert json.loads((tmp_path / "y.json").read_text(encoding="utf-8")) == []
    assert list(label_studio.read(tmp_path / "y.json")) == []


def test_every_item_that_is_written_is_of_a_control_of_the_configuration(tmp_path: Path) -> None:
    write(label_studio.writer, [awkward()], tmp_path / "x.json")
    config = ET.parse(tmp_path / "x.config.xml").getroot()  # noqa: S314 - our own
    names = [each.get("name") for each in config.iter() if each.get("name")]
    assert len(names) == len(set(names))
    labels = [each.get("value") for each in config.iter("Label")]
    assert labels == [f"{la.id}/{label.id}" for la in SCHEME.layers for label in la.labels]
    relations = {each.get("value") for each in config.iter("Relation")}
    (work,) = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    for item in (item for each in work["annotations"] for item in each["result"]):
        if item["type"] == "relation":
            assert item["labels"][0] in relations
            continue
        assert item["from_name"] in names
        assert item["to_name"] == "text"
        assert set(item["value"].get("labels", ())) <= set(labels)
        if item["type"] == "choices":
            (control,) = config.findall(f".//Choices[@name='{item['from_name']}']")
            assert item["value"]["choices"][0] in {each.get("value") for each in control}


def test_items_of_one_id_speak_of_one_region(tmp_path: Path) -> None:
    stance = {
        "id": "b", "from_name": "stance", "to_name": "text", "type": "choices",
        "value": {"start": 11, "end": 26, "choices": ["against"]},
    }  # fmt: skip
    weight = {**stance, "from_name": "weight", "type": "rating", "value": {"rating": 4}}
    tone = {
        "id": "c", "from_name": "tone", "to_name": "text", "type": "choices",
        "value": {"choices": ["negative"]},
    }  # fmt: skip
    found = the_one(
        tmp_path,
        task(
            stance,
            region("a", 0, 3, "entity", meta={"text": ["who?"]}),
            region("b", 11, 26, "claim"),
            weight,
            tone,
            arrow("a", "b", "source", direction="left"),
        ),
    )
    zoe, plan = found.annotations
    assert (zoe.label, zoe.quote, zoe.note, zoe.attributes) == ("entity", "Zoë", "who?", {})
    assert plan.attributes == {"stance": "against", "weight": "4"}
    (label,) = found.labels
    assert (label.name, label.value, label.annotator) == ("tone", "negative", "1")
    (relation,) = found.relations
    assert (relation.type, relation.source, relation.target) == ("source", plan.id, zoe.id)


def test_pieces_under_other_labels_stay_two_spans(tmp_path: Path) -> None:
    pieces = (region("a", 0, 3, "x"), region("b", 6, 10, "x"), region("c", 11, 14, "x"))
    chain = (arrow("b", "c", "continues"), arrow("a", "b", "continues"))
    found = the_one(tmp_path, task(*pieces, *chain, arrow("b", "a", "continues")))
    assert [each.quote for each in found.annotations] == ["Zoë said the"]
    assert found.relations == ()
    two = task(region("a", 0, 3, "x"), region("b", 6, 10, "y"), arrow("a", "b", "continues"))
    found = the_one(tmp_path, two)
    assert [each.quote for each in found.annotations] == ["Zoë", "said"]
    assert [relation.type for relation in found.relations] == ["continues"]


def test_a_region_under_two_labels_is_two_annotations(tmp_path: Path) -> None:
    found = the_one(tmp_path, task(region("a", 0, 3, "x", "y")))
    assert [(each.label, each.quote) for each in found.annotations] == [("x", "Zoë"), ("y", "Zoë")]


def test_older_files_count_utf16_units(tmp_path: Path) -> None:
    old = task(region("a", 0, 3, "x"), region("b", 7, 11, "y", words="said"))
    found = the_one(tmp_path, old)
    assert (found.unit, [each.quote for each in found.annotations]) == (UTF16, ["Zoë", "said"])


@pytest.mark.parametrize(
    ("who", "name"),
    [
        (3, "3"),
        ({"id": 1, "email": "a@b.example", "first_name": "A"}, "a@b.example"),
        ({"id": 1, "first_name": "Ada", "last_name": "B"}, "Ada B"),
        (None, ""),
    ],
)
def test_whose_work_it_is(tmp_path: Path, who: object, name: str) -> None:
    found = the_one(tmp_path, task(region("a", 0, 3, "x"), who=who))
    assert found.annotations[0].annotator == name


def test_the_text_stands_under_the_key_that_the_regions_name(tmp_path: Path) -> None:
    named = task(region("a", 0, 3, "x", source="$body"))
    named["data"] = {"body": TEXT, "source": "The Gull", "n": 3, "tags": ["a"]}
    found = the_one(tmp_path, named)
    assert found.text == TEXT
    assert found.article.meta == {"n": "3", "tags": '["a"]'}
    assert [each.source for each in found.appearances] == ["The Gull"]


def test_skipped_and_predicted_marks_are_nobodys_work(tmp_path: Path) -> None:
    one = task(region("a", 0, 3, "x"))
    one["annotations"][0]["was_cancelled"] = True
    one["predictions"] = [{"model_version": "m", "result": [region("b", 0, 3, "x")]}]
    assert the_one(tmp_path, one).annotations == ()
    old = {"data": {"text": TEXT}, "completions": [{"result": [region("a", 0, 3, "x")]}]}
    assert len(the_one(tmp_path, old).annotations) == 1


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (3, "formats.wrong_type"),
        ({"text": TEXT}, "formats.wrong_type"),
        ({"data": {"title": "x"}}, "formats.wrong_type"),
        (task(text=" "), "formats.no_text"),
        (task(region("a", 0, 3, "x", words="Zoo")), "formats.no_unit_fits"),
        (task(region("a", 0, 3)), "formats.missing_key"),
        (task(region("a", 0, 3, "x"), region("a", 0, 3, "y")), "formats.id_twice"),
        (task(arrow("a", "b", "x")), "formats.dangling"),
        (task({"type": "brushlabels"}), "formats.unknown_value"),
        (task({"type": "choices", "from_name": "n", "value": {"start": 0}}), "formats.dangling"),
        (task({"type": "labels", "id": "a", "value": {"start": "0"}}), "formats.wrong_type"),
        (task(3), "formats.wrong_type"),
        (task(region("a", 0, 3, "x"), who=[1]), "formats.wrong_type"),
        (task(appearances=[{"colour": "red"}]), "formats.unknown_key"),
    ],
)
def test_a_task_that_is_none_is_refused_and_stops_no_other(
    tmp_path: Path, wrong: object, key: str
) -> None:
    refused, found = read(tmp_path, wrong, task(region("a", 0, 3, "x")))
    assert isinstance(refused, Refusal), refused
    assert (refused.key, refused.path) == (key, "in.json, item 1")
    assert isinstance(found, CorpusArticle)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    (refused,) = label_studio.read(tmp_path / "none.json")
    assert isinstance(refused, Refusal)
    assert refused.key == "formats.cannot_read"


@pytest.mark.parametrize("name", ["tasks.json", "named_entity.editor-example.json"])
def test_every_sample_is_read_whole(name: str) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    loaded = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    tasks = loaded if isinstance(loaded, list) else [loaded]
    found = list(label_studio.read(SAMPLES / name))
    for task, article in zip(tasks, found, strict=True):
        assert isinstance(article, CorpusArticle), article
        results = [item for each in task["annotations"] for item in each["result"]]
        by_kind = {
            kind: len(list(group)) for kind, group in groupby(sorted(results, key=_kind), key=_kind)
        }
        assert len(article.annotations) == by_kind["labels"]
        assert len(article.relations) == by_kind.get("relation", 0)
        assert sum(len(a.attributes) for a in article.annotations) == by_kind.get("choices", 0)


def _kind(item: dict[str, Any]) -> str:
    return str(item["type"])
