"""What we write is read by programs that others wrote.

They live in an environment of their own, as those that agreement is held against.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.agreement.test_clients import CLIENTS
from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward
from workbench.domain.corpus import CorpusArticle
from workbench.formats import conll, label_studio, w3c
from workbench.formats.registry import writer

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples"
CONTEXT = SAMPLES / "w3c-anno" / "jsonld" / "anno.jsonld"

pytestmark = pytest.mark.skipif(
    not CLIENTS.exists(), reason="Needs the other programs' environment, which .ci/run makes."
)


def asked(*words: object) -> dict[str, Any]:
    """What a program says of files."""
    script = Path(__file__).with_name("clients.py")
    cache = Path(str(words[1])).parent / "cache"  # for `datasets`, which keeps what it reads
    done = subprocess.run(
        [CLIENTS, script, *map(str, words)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": str(cache)},
    )
    return dict(json.loads(done.stdout))


def test_label_studio_takes_the_configuration_and_every_task(tmp_path: Path) -> None:
    write(label_studio.writer, [awkward()], tmp_path / "x.json")
    said = asked("label_studio", tmp_path / "x.json", tmp_path / "x.config.xml")
    assert said == {"tasks": [True], "annotations": [True, True]}


def test_nothing_is_lost_where_web_annotations_are_expanded(tmp_path: Path) -> None:
    if not CONTEXT.is_file():
        pytest.skip("The context of web annotations is not beside this checkout.")
    write(w3c.writer, [awkward()], tmp_path / "x.jsonld")
    assert asked("w3c", tmp_path / "x.jsonld", CONTEXT) == {
        "annotations": 15,  # the article, its label, eleven marks and two relations
        "positions": 12,  # one mark has two fragments
        "quotes": 12,
        "attributes": 2,
    }


def test_brackets_of_conllu_plus_are_the_spans_and_the_text_is_whole(tmp_path: Path) -> None:
    losses = write(writer("conllu-plus"), [awkward()], tmp_path / "x.conllup")
    said, other = asked("conllu_plus", tmp_path / "ann.conllup", tmp_path / "bo.conllup")["files"]
    before = awkward()
    own = [mark for mark in before.annotations if mark.annotator == "ann"]
    assert said["spans"] == sorted(
        [f"workbench:{mark.layer}", mark.label, piece.start, piece.end]
        for mark in own
        for piece in mark.fragments
    )
    assert (said["text"], said["document"], said["left_open"]) == (before.text, "art-1", 0)
    assert not {"discontinuous", "finished_empty", "overlap", "span_widened"} & {
        loss.kind for loss in losses
    }
    assert other["silent"] == ["workbench:claim", "workbench:event", "workbench:framing"]


def test_seqeval_finds_the_chunks_that_we_do(tmp_path: Path) -> None:
    write(writer("conll"), [awkward()], tmp_path / "x.conll")
    paths = sorted((tmp_path / "ann").glob("*.conll"))
    ours = [found for path in paths for found in conll.read(path)]
    assert asked("seqeval", *paths)["files"] == [
        [[mark.label, mark.quote.split()] for mark in article.annotations]
        for article in ours
        if isinstance(article, CorpusArticle)
    ]


def test_datasets_loads_both_tables(tmp_path: Path) -> None:
    write(writer("parquet"), [awkward()], tmp_path / "x")
    tables = (tmp_path / "spans.parquet", tmp_path / "tokens.parquet")
    said = asked("datasets", *tables, tmp_path / "cache")
    assert said["rows"] == {"spans": 2, "tokens": 5}
    assert sorted(said["quotes"]) == sorted(mark.quote for mark in awkward().annotations)
    assert {"Holm", "Port", "Ennis"} < set(said["tagged"])
