"""CoNLL-U Plus: columns, brackets and blanks as they should be; `test_clients` has it read back."""

from dataclasses import replace
from pathlib import Path

from tests.formats.corpora import annotation, bare, write
from tests.formats.round_trip import awkward, told
from workbench.domain.annotator import Assignment
from workbench.domain.article import Structure
from workbench.domain.corpus import CorpusArticle, Loss
from workbench.domain.span import Span, quote_of
from workbench.formats.registry import writer

TEXT = "Ilse Varn spoke.  Port\tEnnis | Holm"
COLUMNS = ("WORKBENCH:ENTITY", "WORKBENCH:CLAIM", "WORKBENCH:EVENT", "WORKBENCH:FRAMING")


def done(*marks: tuple[str, str], layer: str = "entity") -> CorpusArticle:
    """An article of two sentences with these spans, each words and a label."""
    found = tuple(
        annotation(f"a-{number}", words, layer=layer, label=label, text=TEXT)
        for number, (words, label) in enumerate(marks)
    )
    assigned = (Assignment("", "art-1", "ann", layer, "done"),)
    structure = Structure((), (Span(0, 16), Span(18, len(TEXT))), 1)
    return replace(bare(TEXT), structure=structure, annotations=found, assignments=assigned)


def lines(article: CorpusArticle, folder: Path) -> tuple[list[str], list[Loss]]:
    losses = write(writer("conllu-plus"), [article], folder / "x.conllup")
    return (folder / "ann.conllup").read_text(encoding="utf-8").split("\n"), losses


def test_a_sentence_has_its_text_and_every_token_its_blanks(tmp_path: Path) -> None:
    found, _ = lines(done(("Ilse Varn", "person"), ("Varn", "other")), tmp_path)
    assert found == [
        f"# global.columns = ID FORM MISC {' '.join(COLUMNS)}",
        "# newdoc id = art-1",
        "# sent_id = art-1-1",
        "# text = Ilse Varn spoke.",
        "1\tIlse\t_\t(1-person\t_\t_\t_",
        "2\tVarn\t_\t1)(2-other)\t_\t_\t_",
        "3\tspoke\tSpaceAfter=No\t*\t_\t_\t_",
        "4\t.\tSpacesAfter=\\s\\s\t*\t_\t_\t_",
        "",
        "# sent_id = art-1-2",
        "# text = Port Ennis | Holm",
        "1\tPort\tSpacesAfter=\\t\t*\t_\t_\t_",
        "2\tEnnis\t_\t*\t_\t_\t_",
        "3\t|\t_\t*\t_\t_\t_",
        "4\tHolm\tSpaceAfter=No\t*\t_\t_\t_",
        "",
        "",
    ]


def test_a_span_runs_over_sentences_that_stay_as_they_are_stored(tmp_path: Path) -> None:
    found, losses = lines(done(("spoke.  Port", "factual"), layer="claim"), tmp_path)
    assert [line.split("\t")[4] for line in found if "\t" in line] == [
        *("*", "*", "(1-factual", "*"),
        *("1)", "*", "*", "*"),
    ]
    assert "span_widened" not in told(losses)


def test_a_span_off_the_tokens_is_moved_and_one_of_blanks_left_out(tmp_path: Path) -> None:
    found, losses = lines(done(("lse", "person"), ("  ", "other")), tmp_path)
    assert [loss.detail for loss in losses if loss.kind == "span_widened"] == ["0–4"]
    assert told(losses)["no_token"] == 1
    assert found[4].split("\t")[3] == "(1-person)"


def test_fragments_side_by_side_become_one(tmp_path: Path) -> None:
    article = done(("Ilse", "person"))
    places = (Span(0, 2), Span(5, 9))
    mark = replace(article.annotations[0], fragments=places, quote=quote_of(TEXT, places))
    found, losses = lines(replace(article, annotations=(mark,)), tmp_path)
    assert [line.split("\t")[3] for line in found[4:6]] == ["(1-person", "1)"]
    assert [loss.detail for loss in losses if loss.kind == "span_widened"] == ["0–9"]


def test_every_loss_of_the_awkward_article_is_of_a_kind_that_brackets_cannot_hold(
    tmp_path: Path,
) -> None:
    losses = write(writer("conllu-plus"), [awkward()], tmp_path / "x.conllup")
    assert told(losses).keys() == {
        *("id", "attribute", "note", "unsure", "provenance", "relation", "relation_attribute"),
        *("relation_note", "article_label", "metadata", "zones"),
    }
