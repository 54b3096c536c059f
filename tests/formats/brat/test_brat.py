"""brat: what its tools write is read, what we write its rules allow, and the receipt is honest."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, read_back, told
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.span import Span
from workbench.formats import brat
from workbench.formats.units import UTF16

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples" / "brat"


def doc(folder: Path, text: str, *lines: str, name: str = "a") -> Path:
    """A text with these lines of marks."""
    folder.mkdir(exist_ok=True, parents=True)
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def the_one(folder: Path) -> CorpusArticle:
    (found,) = brat.read(folder)
    assert isinstance(found, CorpusArticle), found
    return found


def refusal(folder: Path) -> str:
    (found,) = brat.read(folder)
    assert isinstance(found, Refusal), found
    return found.key


def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(tmp_path: Path) -> None:
    losses = write(brat.writer, [awkward()], tmp_path / "out" / "x")
    assert told(losses) == missing(awkward(), read_back(brat.read, tmp_path / "out"))


def test_a_span_over_a_line_end_is_written_in_pieces_as_brat_must_have_it(tmp_path: Path) -> None:
    write(brat.writer, [awkward()], tmp_path / "out" / "x")
    (path,) = (tmp_path / "out" / "ann").glob("*.ann")
    (line,) = [line for line in path.read_text().splitlines() if "claim-factual" in line]
    _, head, words = line.split("\t")
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    pieces = [tuple(map(int, piece.split())) for piece in head.split(" ", 1)[1].split(";")]
    assert [text[start:end] for start, end in pieces] == ["The so-called", "deal” is dead"]
    assert words == "The so-called deal” is dead"


def test_the_configuration_has_every_label_relation_and_attribute(tmp_path: Path) -> None:
    write(brat.writer, [], tmp_path / "x")
    said = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    assert [line for line in said.splitlines() if line.startswith("[")] == [
        "[entities]", "[relations]", "[events]", "[attributes]",
    ]  # fmt: skip
    assert "!entity\n\tentity-person\n" in said
    assert "participant\tArg1:<ENTITY>, Arg2:<ENTITY>\n" in said
    assert "<OVERLAP>" in said


def test_events_equals_references_and_notes_become_what_they_say(tmp_path: Path) -> None:
    folder = doc(
        tmp_path,
        "Zoë 😀 said the plan fails.",
        "T1\tentity 0 3\tZoë",
        "T4\tevent 6 10;20 25\tsaid fails",
        "T5\tentity 15 19\tplan",
        "E1\tevent:T4 Agent:T1 Agent2:T5",
        "R1\tSupports Arg1:E1 Arg2:T1\t",
        "A1\tStance E1 against it",
        "A2\tNegated R1",
        "#1\tAnnotatorNotes T1\twith\ttab",
        "N1\tReference T1 Wikidata:Q42\t\tZoë",
        "*\tEquiv T1 T5",
    )
    found = the_one(folder)
    zoe, said, plan = found.annotations
    assert (zoe.label, zoe.quote, zoe.note) == ("entity", "Zoë", "with\ttab\nWikidata:Q42 Zoë")
    assert (said.quote, said.attributes) == ("said fails", {"Stance": "against it"})
    ends = {(r.type, r.source, r.target) for r in found.relations}
    assert ends == {
        ("Agent", said.id, zoe.id),
        ("Agent", said.id, plan.id),
        ("Supports", said.id, zoe.id),
        ("Equiv", zoe.id, plan.id),
    }
    assert [r.attributes for r in found.relations if r.type == "Supports"] == [{"Negated": "true"}]


def test_folders_with_the_same_files_are_peoples(tmp_path: Path) -> None:
    for who in ("ann", "bo"):
        doc(tmp_path / who, "Zoë said.", "T1\tentity 0 3\tZoë")
    found = [item for item in brat.read(tmp_path) if isinstance(item, CorpusArticle)]
    assert [item.annotations[0].annotator for item in found] == ["ann", "bo"]
    doc(tmp_path / "only", "Zoë said.", "T1\tentity 0 3\tZoë")
    assert the_one(tmp_path / "only").annotations[0].annotator == ""


def test_offsets_in_another_unit_are_found_by_their_words(tmp_path: Path) -> None:
    found = the_one(doc(tmp_path, "😀 Zoë\r\nsaid so.", "T1\tentity 3 6\tZoë"))
    assert (found.unit, found.text) == (UTF16, "😀 Zoë\nsaid so.")
    assert found.annotations[0].fragments[0].of(found.text) == "Zoë"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("T1\tentity 0 5\tZoë", "formats.no_unit_fits"),
        ("T1\tentity zero three\tZoë", "formats.brat_line"),
        ("R1\tSupports Arg1:T8 Arg2:T9\t", "formats.dangling"),
        ("A1\tStance T9 for", "formats.dangling"),
        ("E1\tevent", "formats.brat_line"),
        ("R1\t", "formats.brat_line"),
        ("*\tEquiv T1", "formats.brat_line"),
        ("words", "formats.brat_line"),
    ],
)
def test_a_line_that_is_none_is_refused_by_name(tmp_path: Path, line: str, key: str) -> None:
    assert refusal(doc(tmp_path, "Zoë said.", line)) == key


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    (nothing,) = brat.read(tmp_path)
    assert isinstance(nothing, Refusal)
    assert nothing.key == "formats.nothing_in_folder"
    (tmp_path / "a.ann").write_text("")
    assert refusal(tmp_path) == "formats.cannot_read"
    (tmp_path / "a.txt").write_bytes(b"\xff")
    assert refusal(tmp_path) == "formats.not_utf8"


@pytest.mark.parametrize("folder", ["tutorial-news", "written-by-brat", "ours-checked", "corpora"])
def test_every_sample_is_read_whole(folder: str) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    for path in sorted((SAMPLES / folder).rglob("*.ann")):
        (found,) = brat.read(path)
        assert isinstance(found, CorpusArticle), found
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(found.annotations) == sum(line.startswith("T") for line in lines)


def test_a_line_end_at_a_border_is_told_of(tmp_path: Path) -> None:
    article = awkward()
    start = article.text.index("\n\n")
    over = Span(start - 3, start + 2)
    mark = replace(article.annotations[1], fragments=(over,), quote=over.of(article.text))
    cut = replace(article, annotations=(mark,), relations=())
    losses = write(brat.writer, [cut], tmp_path / "out" / "x")
    assert told(losses)["line_end_cut"] == 1
