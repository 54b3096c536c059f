"""Pieces hold all that was marked, where it stood, and cut nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.formats.corpora import bare, corpora, full
from workbench.domain.annotation import Relation
from workbench.domain.article import ArticleLabel, Structure
from workbench.domain.corpus import CorpusArticle, Loss
from workbench.domain.piecing import Unit, pieces
from workbench.domain.span import Span, check_quote

TEXT = "First one here.  Second two here.\nThird one.\n"
SENTENCES = (Span(0, 15), Span(17, 33), Span(34, 44))


def article(*spans: tuple[int, int]) -> CorpusArticle:
    """Three sentences with marks."""
    marks = tuple(
        replace(
            full().annotations[0],
            id=f"m{n}",
            fragments=(Span(*span),),
            quote=TEXT[slice(*span)],
        )
        for n, span in enumerate(spans)
    )
    plain = bare(TEXT)
    return replace(plain, structure=Structure((), SENTENCES, 1), annotations=marks)


def cut(whole: CorpusArticle, unit: Unit = "sentence") -> tuple[list[CorpusArticle], list[Loss]]:
    lost: list[Loss] = []
    return list(pieces(whole, unit, lost.append)), lost


def test_sentences_are_pieces_that_say_where_they_stood() -> None:
    found, lost = cut(article((6, 9), (24, 27)))
    assert [piece.text for piece in found] == ["First one here.", "Second two here.", "Third one."]
    assert [piece.article.meta["offset"] for piece in found] == ["0", "17", "34"]
    assert {piece.article.meta["article"] for piece in found} == {"art-1"}
    assert [[a.quote for a in piece.annotations] for piece in found] == [["one"], ["two"], []]
    assert found[1].annotations[0].span == Span(7, 10)
    assert lost == []


def test_a_border_within_a_span_is_none() -> None:
    found, _ = cut(article((6, 23), (0, 5)))
    assert [piece.text for piece in found] == ["First one here.  Second two here.", "Third one."]
    assert [a.quote for a in found[0].annotations] == [TEXT[6:23], "First"]


def test_what_stands_between_two_pieces_is_told_of() -> None:
    whole = article((0, 5), (6, 9), (34, 39))
    ends = (("r1", "m0", "m1"), ("r2", "m0", "m2"), ("r3", "m0", "gone"))
    relations = tuple(Relation(id, "art-1", "ann", "source", a, b) for id, a, b in ends)
    label = ArticleLabel("l", "art-1", "ann", "genre", "report")
    found, lost = cut(replace(whole, relations=relations, labels=(label,)))
    assert [[r.id for r in piece.relations] for piece in found] == [["r1"], [], []]
    assert [(loss.kind, loss.annotation) for loss in lost] == [
        ("article_label", ""),
        ("relation_apart", "r2"),
        ("relation_cut", "r3"),
    ]


def test_a_text_of_blanks_and_one_without_structure() -> None:
    assert cut(replace(bare(), text=" \n ", structure=None))[0] == []
    (whole,), _ = cut(replace(article((0, 5)), structure=None))
    assert whole.text == TEXT.strip()


@given(corpora(), st.sampled_from(["sentence", "paragraph"]))
def test_nothing_that_was_marked_is_cut_or_lost(whole: CorpusArticle, unit: Unit) -> None:
    found, _ = cut(whole, unit)
    marks = {}
    for piece in found:
        offset = int(piece.article.meta["offset"])
        assert whole.text[offset : offset + len(piece.text)] == piece.text
        for mark in piece.annotations:
            check_quote(piece.text, mark.fragments, mark.quote)
            marks[mark.id] = tuple(Span(f.start + offset, f.end + offset) for f in mark.fragments)
    assert marks == {mark.id: mark.fragments for mark in whole.annotations}
