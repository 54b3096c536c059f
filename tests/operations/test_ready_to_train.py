"""A corpus that was split trains with spaCy alone, by the one command that stands beside it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.splitting import Split
from workbench.operations import annotating, statuses
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.store.project import Project

NAMES = ("Ann", "Bo", "Maria Zakharova", "Port Ilsen", "Weslow")
READ = """
import json, sys
import spacy
nlp = spacy.load(sys.argv[1])
doc = nlp("Maria Zakharova said that the harbour of Port Ilsen is closed.")
print(json.dumps([nlp.pipe_names, sorted(doc.spans)]))
"""


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def marked(project: Project, ann: Annotator) -> Project:
    """Articles in which names and long claims are marked, and one layer in some of them only."""
    for n in range(12):
        said = "the harbour stays closed for as long as nobody repairs the quay of the old town"
        others = " ".join(f"paper{n}x{k}" for k in range(60))
        text = f"{NAMES[n % 5]} told {others} that {said}."
        article = add_article(project, text)
        begin = text.index(said)
        for layer, label, span in (
            ("entity", "person", Span(0, len(NAMES[n % 5]))),
            ("claim", "factual", Span(begin, begin + len(said))),
            ("event", "other", Span(len(NAMES[n % 5]) + 1, len(NAMES[n % 5]) + 5)),
        ):
            if layer != "event" or n % 2:
                annotating.annotate(
                    project, annotator=ann, article=article, span=span, layer=layer, label=label
                )
                statuses.mark_done(project, annotator=ann, article=article, layers=[layer])
    return project


def test_two_epochs_of_training_give_a_model(
    marked: Project, ann: Annotator, tmp_path: Path
) -> None:
    out = tmp_path / "corpus"
    split = Split((60, 20, 20))
    report = finish(export(marked, out, format="spacy", split=split, annotator=ann))
    training = report["training"][""]
    assert training["layers"]["claim"]["suggester"] == "span_finder"
    assert training["layers"]["entity"]["suggester"] == "ngram"
    assert set(training["left_out"]) == {"event"}
    assert str(out / "config.cfg") in report["files"]
    card = (out / "README.md").read_text(encoding="utf-8")
    assert training["command"] in card.splitlines()
    assert "`event` is not trained here" in card
    program, *arguments = shlex.split(training["command"])
    assert program == "python"
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run(
        [sys.executable, *arguments, "--training.max_epochs", "2"],
        cwd=out,
        check=True,
        capture_output=True,
        env=environment,
    )
    model = str(out / "model" / "model-last")
    read = subprocess.run(
        [sys.executable, "-c", READ, model], check=True, capture_output=True, text=True
    )
    assert read.stdout.strip() == (
        '[["tok2vec", "span_finder_claim", "spancat_claim", "spancat_entity"], ["claim", "entity"]]'
    )


def test_only_a_corpus_in_parts_is_trained_on(
    marked: Project, ann: Annotator, tmp_path: Path
) -> None:
    report = finish(export(marked, tmp_path / "all.spacy", format="spacy"))
    assert "training" not in report
    assert not (tmp_path / "config.cfg").exists()
    assert ann
