"""Measuring on corpora marked by others."""

import json
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES
from workbench.domain.matching import Mark, Match, exact, overlap
from workbench.domain.span import Span
from workbench.suggest.training.measure import bare, main, stripped, total

TEXT = "He said that “it held.”"


def test_borders() -> None:
    whole = Span(TEXT.index("that"), len(TEXT))
    quoted = Span(TEXT.index("“"), len(TEXT))
    assert TEXT[slice(*_ends(stripped(TEXT, quoted)))] == "it held."
    assert TEXT[slice(*_ends(bare(TEXT, whole)))] == "it held"


def test_a_span_of_marks_alone_stays() -> None:
    assert stripped("“”", Span(0, 2)) == bare("“”", Span(0, 2)) == Span(0, 2)


def test_documents_are_counted_together() -> None:
    marked = [frozenset(((0, 4, ""), (6, 9, ""))), frozenset(((0, 2, ""),))]
    found = [frozenset(((0, 4, ""), (3, 7, ""), (20, 21, ""))), frozenset[Mark]()]
    sides = list(zip(found, marked, strict=True))
    assert total(overlap, sides) == Match(proposed=3, marked=3, right=2, found=2)
    assert total(exact, sides).f1 == pytest.approx(1 / 3)


def test_the_table_has_a_line_for_each_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Anna Velde said that the dam held. The dam is old."
    (tmp_path / "dev").mkdir()
    start = text.index("the dam")
    document = {"id": "a", "text": text, "spans": [[start, start + len("the dam held"), "CLAIM"]]}
    (tmp_path / "dev" / "claim_polnear_dev.jsonl").write_text(json.dumps(document))
    main(["--corpora", str(tmp_path), "--resources", str(RESOURCES)])
    (_, _, line) = capsys.readouterr().out.splitlines()
    assert line == "| claim, claim_polnear_dev | 1 | 1 | 100.0 / 100.0 / 100.0 | 100.0 | 100.0 |"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
