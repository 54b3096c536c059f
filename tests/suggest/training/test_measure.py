"""Measuring on corpora marked by others."""

import json
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES
from workbench.domain.span import Span
from workbench.suggest.training.measure import bare, equal, main, overlapping, stripped

TEXT = "He said that “it held.”"


def test_borders() -> None:
    whole = Span(TEXT.index("that"), len(TEXT))
    quoted = Span(TEXT.index("“"), len(TEXT))
    assert TEXT[slice(*_ends(stripped(TEXT, quoted)))] == "it held."
    assert TEXT[slice(*_ends(bare(TEXT, whole)))] == "it held"


def test_a_span_of_marks_alone_stays() -> None:
    assert stripped("“”", Span(0, 2)) == bare("“”", Span(0, 2)) == Span(0, 2)


def test_figures_count_both_sides() -> None:
    marked = [frozenset((Span(0, 4), Span(6, 9))), frozenset((Span(0, 2),))]
    found = [frozenset((Span(0, 4), Span(3, 7), Span(20, 21))), frozenset[Span]()]
    overlap, exact = overlapping(marked, found), equal(marked, found)
    assert overlap.precision == pytest.approx(200 / 3)
    assert overlap.recall == pytest.approx(200 / 3)
    assert exact.precision == exact.recall == exact.f1 == pytest.approx(100 / 3)
    assert equal([frozenset()], [frozenset()]).f1 == 0.0


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
