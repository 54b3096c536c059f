"""doccano: what it writes is read, what we write counts as it does, and the receipt is honest."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, read_back, told
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats import doccano, registry

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples" / "doccano"
TEXT = "Zoë 😀 said the plan fails."


def entity(id: object, start: object, end: object, label: object = "x") -> dict[str, Any]:
    return {"id": id, "start_offset": start, "end_offset": end, "label": label}


def arrow(source: object, target: object, type: object = "supports") -> dict[str, Any]:
    return {"id": 1, "from_id": source, "to_id": target, "type": type}


def read(tmp_path: Path, *lines: object, name: str = "in") -> list[CorpusArticle | Refusal]:
    path = tmp_path / f"{name}.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return list(doccano.read(path))


def the_one(tmp_path: Path, **said: object) -> CorpusArticle:
    (found,) = read(tmp_path, {"text": TEXT, **said})
    assert isinstance(found, CorpusArticle), found
    return found


def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(tmp_path: Path) -> None:
    losses = told(write(doccano.writer, [awkward()], tmp_path / "out" / "x.jsonl"))
    assert losses.pop("overlap_to_allow") == 1  # what doccano would drop, and the file has
    assert losses == missing(awkward(), read_back(doccano.read, tmp_path / "out"))


def test_each_person_has_a_file_and_every_mark_in_it_a_number(tmp_path: Path) -> None:
    others = [replace(awkward(), article=replace(awkward().article, id=str(n))) for n in range(3)]
    write(doccano.writer, others, tmp_path / "x.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ann.jsonl", "bo.jsonl"]
    lines = (tmp_path / "ann.jsonl").read_bytes().splitlines()
    assert len(lines) == 3
    numbers = [mark["id"] for line in lines for mark in json.loads(line)["entities"]]
    assert len(numbers) == len(set(numbers)) == 30


def test_offsets_are_those_of_javascript(tmp_path: Path) -> None:
    write(doccano.writer, [awkward()], tmp_path / "x.jsonl")
    line = json.loads((tmp_path / "ann.jsonl").read_text(encoding="utf-8"))
    units = line["text"].encode("utf-16-le")
    words = {
        units[2 * each["start_offset"] : 2 * each["end_offset"]].decode("utf-16-le")
        for each in line["entities"]
    }
    assert {"Varn 👩🏽‍✈️", "Port Ennis", "שלום"} <= words


def test_spans_and_relations_that_count_utf16_units_are_read(tmp_path: Path) -> None:
    found = the_one(
        tmp_path,
        entities=[entity(7, 0, 3), entity(9, 12, 27, "claim")],
        relations=[arrow(9, 7)],
        doc_id="d1",
        meta={"page": 1},
        Comments=[],
    )
    zoe, plan = found.annotations
    assert (zoe.quote, plan.quote, plan.label) == ("Zoë", "the plan fails.", "claim")
    (relation,) = found.relations
    assert (relation.type, relation.source, relation.target) == ("supports", plan.id, zoe.id)
    assert found.article.meta == {"doc_id": "d1", "page": "1"}
    assert found.unit == ""


def test_the_plain_list_is_read_and_comments_are_kept(tmp_path: Path) -> None:
    found = the_one(tmp_path, label=[[0, 3, "x"], [7, 11, "y"]], Comments=["odd"])
    assert [(each.label, each.quote) for each in found.annotations] == [("x", "Zoë"), ("y", "said")]
    assert found.article.meta == {"Comments": '["odd"]'}
    (old,) = read(tmp_path, {"id": 3, "data": TEXT, "labels": [[0, 3, "x"]]})
    assert isinstance(old, CorpusArticle)
    assert (old.text, len(old.annotations)) == (TEXT, 1)


def test_a_folders_files_are_peoples_and_a_line_knows_better(tmp_path: Path) -> None:
    line = {"text": TEXT, "label": [[0, 3, "x"]]}
    for name in ("ada", "all"):
        read(tmp_path, line, {**line, "annotator": "Ada B."}, name=name)
    found = [item for item in doccano.read(tmp_path) if isinstance(item, CorpusArticle)]
    assert [item.annotations[0].annotator for item in found] == ["ada", "Ada B.", "", "Ada B."]


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    (nothing,) = doccano.read(tmp_path)
    assert isinstance(nothing, Refusal)
    assert nothing.key == "formats.nothing_in_folder"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ([TEXT], "formats.wrong_type"),
        ({"label": []}, "formats.wrong_type"),
        ({"text": TEXT, "label": ["negative"]}, "formats.not_a_label"),
        ({"text": TEXT, "label": [[0, "3", "x"]]}, "formats.not_a_label"),
        ({"text": TEXT, "label": [[0, 99, "x"]]}, "formats.no_unit_fits"),
        ({"text": TEXT, "label": [[3, 3, "x"]]}, "formats.no_unit_fits"),
        ({"text": TEXT, "label": [[-3, 3, "x"]]}, "formats.no_unit_fits"),
        ({"text": TEXT, "entities": {"id": 1}}, "formats.wrong_type"),
        ({"text": TEXT, "entities": [entity("1", 0, 3)]}, "formats.wrong_type"),
        ({"text": TEXT, "entities": [entity(1, 0, 3, None)]}, "formats.wrong_type"),
        ({"text": TEXT, "entities": [entity(1, 0, 3), entity(1, 0, 3)]}, "formats.id_twice"),
        ({"text": TEXT, "relations": [arrow(1, 2)]}, "formats.dangling"),
        ({"text": TEXT, "annotator": 3}, "formats.wrong_type"),
    ],
)
def test_a_line_that_is_none_is_refused_and_stops_no_other(
    tmp_path: Path, wrong: object, key: str
) -> None:
    refused, found = read(tmp_path, wrong, {"text": TEXT})
    assert isinstance(refused, Refusal), refused
    assert (refused.key, refused.path) == (key, "in.jsonl, line 1")
    assert isinstance(found, CorpusArticle)


@pytest.mark.parametrize(
    "name",
    [
        "backend/data_export/pipeline/examples/sequence_labeling/example.jsonl",
        "backend/data_import/pipeline/examples/relation_extraction/example.jsonl",
        "backend/data_import/tests/data/relation_extraction/example.jsonl",
        "backend/data_import/tests/data/sequence_labeling/example_overlapping.jsonl",
        *(f"written-by-doccano-1.8.4/doc_{kind}.jsonl" for kind in ("rel", "rel_out")),
        *(f"written-by-doccano-1.8.4/doc_{kind}.jsonl" for kind in ("span", "span_out")),
    ],
)
def test_every_sample_is_read_whole(name: str) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
    for said, article in zip(map(json.loads, lines), doccano.read(SAMPLES / name), strict=True):
        assert isinstance(article, CorpusArticle), article
        marks = said.get("entities") or said["label"]
        assert len(article.annotations) == len(marks)
        assert len(article.relations) == len(said.get("relations", ()))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("data_import/tests/data/sequence_labeling/example.jsonl", {"formats.wrong_type"}),
        (
            "data_import/pipeline/examples/sequence_labeling/example.jsonl",
            {"formats.wrong_type"},
        ),
        ("data_export/pipeline/examples/relation_extraction/example.jsonl", {"formats.not_json"}),
    ],
)
def test_samples_without_a_text_or_over_many_lines_say_so(name: str, keys: set[str]) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    found = list(doccano.read(SAMPLES / "backend" / name))
    refused = {item.key for item in found if isinstance(item, Refusal)}
    assert refused - {"formats.wrong_type"} == keys - {"formats.wrong_type"}
    assert refused >= keys


def test_a_project_in_grapheme_mode_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    line = {"text": "👩🏽‍✈️ Varn e\u0301tat", "label": [[2, 6, "P"], [7, 11, "S"]]}
    path.write_text(json.dumps(line))
    (found,) = registry.reader("doccano-graphemes")(path)
    assert isinstance(found, CorpusArticle)
    assert [mark.quote for mark in found.annotations] == ["Varn", "e\u0301tat"]
    assert not found.unit
