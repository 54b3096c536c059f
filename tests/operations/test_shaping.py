"""What goes out has the shape that was asked for, and says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from tests.operations.test_exporting import docs, mark, written
from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.operations import annotating
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.shaping import Shaping
from workbench.operations.workers import Worker
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    assert list(worker.run("workbench.operations.export_work:begin", "spacy", "", {})) == [(0, [])]
    yield worker
    worker.close()


def test_sentences_keep_their_article_and_offset(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    article = add_article(project)
    mark(project, ann, article, Span(0, 7), "entity")
    unfinished = Span(TEXT.index("The mayor"), TEXT.index("The mayor") + 9)
    annotating.annotate(
        project, annotator=ann, article=article, span=unfinished, layer="claim", label="factual"
    )
    out = tmp_path / "o.spacy"
    shaping = Shaping(unit="sentence")
    report = finish(export(project, out, format="spacy", shaping=shaping, worker=worker))
    found = docs(out, worker)
    assert len(found) > 2
    assert found[0][1] == {"entity": ["Harbour"]}
    assert all(groups == {"entity": []} for _, groups in found[1:])
    assert all(text in TEXT for text, _ in found)
    assert (report["articles"], report["annotations"]) == (1, 1)
    assert report["receipt"]["layer_unfinished"] == 1
    assert "- one document is: a sentence" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_pieces_of_other_formats_say_where_they_stood(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    article = add_article(project)
    mark(project, ann, article, Span(0, 7), "entity")
    out = tmp_path / "o"
    shaping = Shaping(unit="paragraph")
    finish(export(project, out, format="prodigy", shaping=shaping, worker=worker))
    for line in written(out):
        extra = line["meta"]["extra"] if "extra" in line.get("meta", {}) else line["meta"]
        offset = int(extra["offset"])
        assert extra["article"] == article
        assert TEXT[offset : offset + len(line["text"])] == line["text"]


def test_tokens_are_cut_only_where_that_is_asked_for(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    article = add_article(project)
    mark(project, ann, article, Span(1, 3), "entity")
    for tokens, words, widened in (("whole", "Harbour", 1), ("cut", "ar", None)):
        out = tmp_path / f"{tokens}.spacy"
        shaping = Shaping(tokens=tokens)  # type: ignore[arg-type]  # one of both
        report = finish(export(project, out, format="spacy", shaping=shaping, worker=worker))
        assert report["receipt"].get("span_widened") == widened
        ((text, groups),) = docs(out, worker)
        assert (text, groups) == (TEXT, {"entity": [words]})
    finish(
        export(
            *(project, tmp_path / "conll"),
            format="conll",
            shaping=Shaping(tokens="cut"),
            worker=worker,
        )
    )
    (file,) = (tmp_path / "conll").rglob("*.conll")
    assert "\nH -X- _ O\nar -X- _ B-person\nbour -X- _ O\n" in file.read_text(encoding="utf-8")


def test_labels_go_out_under_other_names_and_the_card_counts_those(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    article = add_article(project)
    mark(project, ann, article, Span(0, 7), "entity")
    annotating.annotate(
        project, annotator=ann, article=article, span=Span(8, 13), layer="entity", label="time"
    )
    out = tmp_path / "o"
    shaping = Shaping(names="conll")
    report = finish(export(project, out, format="brat", shaping=shaping, worker=worker))
    (marks,) = out.rglob("*.ann")
    assert "\tentity-PER 0 7\tHarbour" in marks.read_text(encoding="utf-8")
    assert report["receipt"]["no_name_elsewhere"] == 1
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "| entity/PER | 1 |" in card
    receipt = json.loads((out / "RECEIPT.json").read_text(encoding="utf-8"))
    assert receipt["losses"]["no_name_elsewhere"]["examples"][0]["detail"] == "time"


def test_what_a_format_cannot_be_asked_for_is_refused(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    mark(project, ann, add_article(project), Span(0, 7), "entity")
    for format, shaping, key in (
        ("jsonl", Shaping(unit="sentence"), "operations.carried_as_it_is"),
        ("csv", Shaping(tokens="cut"), "operations.no_tokens_to_cut"),
    ):
        with pytest.raises(UserError) as refused:
            finish(export(project, tmp_path / "o", format=format, shaping=shaping))
        assert refused.value.key == key
