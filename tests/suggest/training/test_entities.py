"""Training the recognizer of names on an invented corpus of a few sentences."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.suggest.conftest import RESOURCES
from tests.suggest.news_en.words import words_of_text
from workbench.suggest.news_en.recognizer import TAGS, Recognizer
from workbench.suggest.training import entities
from workbench.suggest.training.__main__ import main
from workbench.suggest.training.entities import marks_of, tags_of

SENTENCES = (
    ("Anna Velde spoke in Tormund.", ("Anna Velde", "PER"), ("Tormund", "LOC")),
    ("The Weslow Board paid Ivo Quill.", ("Weslow Board", "ORG"), ("Ivo Quill", "PER")),
    ("Nobody came to Weslow Harbour.", ("Weslow Harbour", "LOC")),
)
WORDS = ("the", "spoke", "in", "paid", "nobody", "came", "to", "anna", "velde", "weslow", ".", "3")


def _document(number: int) -> str:
    text = " ".join(sentence for sentence, *_ in SENTENCES)
    spans = [
        (text.index(quote), text.index(quote) + len(quote), kind)
        for _, *names in SENTENCES
        for quote, kind in names
    ]
    return json.dumps({"id": str(number), "text": text, "spans": spans})


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora" / "train"
    folder.mkdir(parents=True)
    for name in ("entity_gum_train", "entity_wikigold", "entity_wnut17_train"):
        (folder / f"{name}.jsonl").write_text("\n".join(map(_document, range(6))))
    return tmp_path / "corpora"


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    path = tmp_path / "vectors.json"
    numbers = [[float((row * 7 + column * 5) % 11) for column in range(102)] for row in range(12)]
    path.write_text(json.dumps({"words": WORDS, "vectors": dict(zip(WORDS, numbers, strict=True))}))
    return path


def _train(corpora: Path, vectors: Path, out: Path) -> dict[str, bytes]:
    out.mkdir()
    for path in (RESOURCES / "models" / "news-en").glob("*.txt"):
        shutil.copy(path, out)
    options = {"--corpora": corpora, "--out": out, "--vectors": vectors, "--only": "entities"}
    main([str(word) for option in options.items() for word in option])
    made = (out / "entities").rglob("*")
    return {path.name: path.read_bytes() for path in (*made, out / "scores.json")}


def test_the_same_seed_gives_the_same_bytes_and_scores(
    corpora: Path, vectors: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities, "_EPOCHS", 3)
    made = [_train(corpora, vectors, tmp_path / name) for name in ("first", "second")]
    assert made[0] == made[1]
    assert set(made[0]) == {"network", "vectors.npy", "words.txt", "scores.json"}
    scores = json.loads(made[0]["scores.json"])["entities"]
    assert set(scores["held_out"]) == {"GUM", "Wikigold"}  # the others' files are not there
    assert set(scores) == {"words", "held_out", "names", "kinds", "evidence"}


def test_what_was_trained_names(corpora: Path, vectors: Path, tmp_path: Path) -> None:
    scores = json.loads(_train(corpora, vectors, tmp_path / "out")["scores.json"])["entities"]
    assert scores["names"] == scores["kinds"] == 100.0
    recognizer = Recognizer(tmp_path / "out")
    assert recognizer.rows == {word: row for row, word in enumerate(WORDS[:-2], start=1)}


def test_run_by_itself_it_gives_the_same_bytes_however_many_cores_it_may_take(
    corpora: Path, vectors: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _train(corpora, vectors, out)
    options = ["--corpora", str(corpora), "--out", str(out), "--only", "entities"]
    made = []
    for cores in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "workbench.suggest.training", *options],
            cwd=CHECKOUT,
            env=os.environ | {"OPENBLAS_NUM_THREADS": cores},
            capture_output=True,
            check=True,
        )
        made.append((out / "entities" / "network").read_bytes())
    assert made[0] == made[1]


def test_a_word_is_tagged_by_the_name_that_it_begins_or_goes_on_with() -> None:
    text = "Anna Velde met the Weslow-based Ivo."
    marked = [(0, 10, "person"), (19, 25, "place"), (32, 35, "person")]
    tags = [TAGS[tag] for tag in tags_of(words_of_text(text), marked)]
    assert tags == [
        *("first person", "further person", "outside", "outside"),
        *("first place", "first person", "outside"),
    ]


def test_a_mark_that_runs_over_the_end_of_a_line_is_a_name_on_each() -> None:
    line = {"text": "Anna Velde\nAnna Velde was born.", "spans": [[0, 21, "PER"]]}
    assert list(marks_of(line)) == [(0, 10, "person"), (11, 21, "person")]
