"""What trains spaCy follows from the spans that are there, and nothing unfinished is trained on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin, Span

from workbench.suggest.train_config import CONFIG, configure

WORDS = " ".join(f"word{n}" for n in range(60))
Spans = Sequence[tuple[int, int]]


def write(path: Path, *documents: dict[str, Spans]) -> None:
    """A part of documents, each with the spans of its layers by tokens."""
    nlp, packed = spacy.blank("en"), DocBin()
    for layers in documents:
        doc = nlp(WORDS)
        for layer, spans in layers.items():
            doc.spans[layer] = [Span(doc, first, end, "x") for first, end in spans]
        packed.add(doc)
    packed.to_disk(path)


def configured(folder: Path, *, dev: str = "dev.spacy") -> dict[str, Any]:
    (said,) = configure(folder, "train.spacy", dev)
    return said


def lengths(*several: int) -> Spans:
    return [(0, length) for length in several]


def test_short_spans_are_tried_up_to_95_in_100_and_long_ones_are_found(tmp_path: Path) -> None:
    short, long = lengths(*[1] * 90, *[3] * 5, *[9] * 5), lengths(*[15] * 98, 20, 40)
    write(tmp_path / "train.spacy", {"entity": short, "claim": long})
    write(tmp_path / "dev.spacy", {"entity": lengths(1, 2, 3, 4), "claim": lengths(20, 21)})
    said = configured(tmp_path)["layers"]
    assert said["entity"] == {
        "suggester": "ngram",
        "longest": 3,
        "spans": 100,
        "recall_ceiling": {"train": 0.95, "dev": 0.75},
    }
    assert said["claim"] == {
        "suggester": "span_finder",
        "longest": 20,
        "spans": 100,
        "recall_ceiling": {"train": 0.99, "dev": 0.5},
    }
    config = spacy.util.load_config(tmp_path / CONFIG, interpolate=True)
    assert config["nlp"]["pipeline"] == [
        *("tok2vec", "span_finder_claim", "spancat_claim", "spancat_entity"),
    ]
    assert config["training"]["annotating_components"] == ["span_finder_claim"]
    assert config["components"]["spancat_entity"]["spans_key"] == "entity"
    assert config["components"]["spancat_entity"]["suggester"]["max_size"] == 3
    assert config["paths"] == config["paths"] | {"train": "train.spacy", "dev": "dev.spacy"}


def test_a_part_may_be_a_folder_of_files(tmp_path: Path) -> None:
    (tmp_path / "train.spacy").mkdir()
    for number, length in enumerate((1, 2, 2), start=1):
        write(tmp_path / "train.spacy" / f"{number}.spacy", {"entity": lengths(length)})
    write(tmp_path / "dev.spacy", {"entity": lengths(2, 3)})
    entity = configured(tmp_path)["layers"]["entity"]
    assert (entity["spans"], entity["longest"]) == (3, 2)
    assert entity["recall_ceiling"] == {"train": 1.0, "dev": 0.5}


def test_a_layer_that_a_document_says_nothing_of_is_left_out(tmp_path: Path) -> None:
    write(
        tmp_path / "train.spacy",
        {"entity": lengths(1), "claim": lengths(1)},
        {"entity": [], "event": []},
    )
    write(tmp_path / "dev.spacy", {"entity": lengths(1)})
    said = configured(tmp_path)
    assert list(said["layers"]) == ["entity"]
    assert said["left_out"] == {"claim": 1}


def test_where_nothing_can_be_trained_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "train.spacy", {"claim": lengths(1)}, {})
    said = configured(tmp_path, dev="")
    assert said == {"command": "", "layers": {}, "left_out": {"claim": 1}}
    assert not (tmp_path / CONFIG).exists()


@pytest.mark.parametrize("dev", ["", "dev.spacy"])
def test_without_anything_to_look_at_meanwhile_the_training_is_looked_at(
    tmp_path: Path, dev: str
) -> None:
    write(tmp_path / "train.spacy", {"entity": lengths(1)})
    write(tmp_path / "dev.spacy")
    configured(tmp_path, dev=dev)
    config = spacy.util.load_config(tmp_path / CONFIG)
    assert config["paths"]["dev"] == "train.spacy"
