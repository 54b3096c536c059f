"""Prodigy: what it writes is read, its tokens are right in ours, and the receipt is honest."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, read_back, told
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats import prodigy
from workbench.formats.registry import writer
from workbench.formats.units import UTF16

TEXT = "Zoë 😀 said the plan fails."
ZOE: dict[str, Any] = {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "NAME"}
PLAN: dict[str, Any] = {"start": 11, "end": 19, "token_start": 3, "token_end": 4, "label": "PLAN"}


def read(tmp_path: Path, *lines: object) -> list[CorpusArticle | Refusal]:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return list(prodigy.read(path))


def the_one(tmp_path: Path, **said: object) -> CorpusArticle:
    (found,) = read(tmp_path, {"text": TEXT, **said})
    assert isinstance(found, CorpusArticle), found
    return found


def written(tmp_path: Path) -> list[dict[str, Any]]:
    write(writer("prodigy"), [awkward()], tmp_path / "x.jsonl")
    return [json.loads(line) for line in (tmp_path / "x.jsonl").read_bytes().splitlines()]


def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(tmp_path: Path) -> None:
    losses = told(write(writer("prodigy"), [awkward()], tmp_path / "x.jsonl"))
    assert losses.pop("text_repeated") == 1
    assert losses == missing(awkward(), read_back(prodigy.read, tmp_path / "x.jsonl"))


def test_each_line_has_tokens_that_make_up_its_text_and_its_spans(tmp_path: Path) -> None:
    ann, bo = written(tmp_path)
    assert (ann["_annotator_id"], bo["_annotator_id"]) == ("ann", "bo")
    for line in (ann, bo):
        tokens = line["tokens"]
        assert "".join(each["text"] + " " * each["ws"] for each in tokens) == line["text"]
        assert [each["id"] for each in tokens] == list(range(len(tokens)))
        for each in tokens:
            assert line["text"][each["start"] : each["end"]] == each["text"]
        for span in line["spans"]:
            first, last = tokens[span["token_start"]], tokens[span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])


def test_a_relation_names_the_last_token_of_each_end_and_its_span(tmp_path: Path) -> None:
    ann, _bo = written(tmp_path)
    for relation in ann["relations"]:
        for end in ("head", "child"):
            assert relation[f"{end}_span"] in ann["spans"]
            assert relation[end] == relation[f"{end}_span"]["token_end"]


def test_spans_relations_and_whose_they_are_are_read(tmp_path: Path) -> None:
    found = the_one(
        tmp_path,
        spans=[ZOE, PLAN, {**PLAN, "label": "CLAIM"}],
        relations=[
            {"head": 4, "child": 0, "label": "by", "head_span": {**PLAN, "label": "CLAIM"}},
            {"head": 3, "child": 0, "label": "of"},
        ],
        answer="accept",
        _input_hash=5,
        _session_id="set-ada",
        meta={"source": "The Gull", "score": 0.5},
        pattern=3,
    )
    zoe, plan, claim = found.annotations
    assert (zoe.quote, plan.quote, claim.label) == ("Zoë", "the plan", "CLAIM")
    ends = [(each.type, each.source, each.target) for each in found.relations]
    assert ends == [("by", claim.id, zoe.id), ("of", plan.id, zoe.id)]
    assert {each.annotator for each in found.annotations} == {"set-ada"}
    assert {each.annotator for each in found.relations} == {"set-ada"}
    assert found.article.meta == {"score": "0.5", "pattern": "3"}
    assert [each.source for each in found.appearances] == ["The Gull"]
    named = the_one(tmp_path, spans=[ZOE], _annotator_id="Ada", _session_id="set-ada")
    assert named.annotations[0].annotator == "Ada"


def test_a_token_is_the_span_that_ends_there_before_one_that_covers_it(tmp_path: Path) -> None:
    whole = {"start": 0, "end": 26, "token_start": 0, "token_end": 6, "label": "ALL"}
    relation = {"head": 0, "child": 4, "label": "of"}
    found = the_one(tmp_path, spans=[whole, ZOE, PLAN], relations=[relation])
    (arrow,) = found.relations
    _whole, zoe, plan = found.annotations
    assert (arrow.source, arrow.target) == (zoe.id, plan.id)


def test_tokens_prove_the_unit(tmp_path: Path) -> None:
    token = {"text": "said", "start": 7, "end": 11, "id": 2}
    found = the_one(tmp_path, tokens=[token], spans=[{"start": 12, "end": 15, "label": "x"}])
    assert (found.unit, found.annotations[0].quote) == (UTF16, "the")


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (3, "formats.wrong_type"),
        ({"html": "<b>"}, "formats.wrong_type"),
        ({"text": TEXT, "answer": "reject"}, "formats.not_accepted"),
        ({"text": TEXT, "answer": "ignore"}, "formats.not_accepted"),
        ({"text": TEXT, "answer": 1}, "formats.wrong_type"),
        ({"text": TEXT, "spans": [{"start": 0, "end": 3}]}, "formats.wrong_type"),
        ({"text": TEXT, "spans": [{**ZOE, "end": 99}]}, "formats.no_unit_fits"),
        ({"text": TEXT, "spans": [{**ZOE, "text": "Zoo"}]}, "formats.no_unit_fits"),
        ({"text": TEXT, "spans": [ZOE], "meta": []}, "formats.wrong_type"),
        ({"text": TEXT, "_annotator_id": 1}, "formats.wrong_type"),
        (
            {"text": TEXT, "spans": [ZOE], "relations": [{"head": 0, "child": 2, "label": "x"}]},
            "formats.dangling",
        ),
        (
            {"text": TEXT, "relations": [{"head": 0, "child": 2, "head_span": ZOE}]},
            "formats.dangling",
        ),
    ],
)
def test_a_line_that_is_none_is_refused_and_stops_no_other(
    tmp_path: Path, wrong: object, key: str
) -> None:
    refused, found = read(tmp_path, wrong, {"text": TEXT})
    assert isinstance(refused, Refusal), refused
    assert (refused.key, refused.path) == (key, "in.jsonl, line 1")
    assert isinstance(found, CorpusArticle)
