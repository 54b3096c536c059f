"""What is packed comes back with spaCy alone: every span, every overlap, and what is not known."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus

from workbench.domain.corpus import Loss, Order
from workbench.domain.scheme import Scheme
from workbench.formats.out_folder import OutFolder
from workbench.suggest import docbin
from workbench.suggest.docbin import Row, SpanRow, writer

TEXT = "Ilse Varn 🚢 of Port Ennis said: “the so-called deal” is dead."


def row(
    groups: dict[str, list[SpanRow]],
    *,
    text: str = TEXT,
    known: bool = True,
    cats: dict[str, float] | None = None,
    said: dict[str, Any] | None = None,
) -> Row:
    """A row of these spans."""
    return ("art-1", text, groups, known, cats or {}, said or {})


def at(id: str, words: str, label: str = "person") -> SpanRow:
    """A span of the first place of some words."""
    start = TEXT.index(words)
    return (id, start, start + len(words), label)


def pack(path: Path, rows: Iterable[Row]) -> list[Loss]:
    """Write a file of rows; the losses."""
    losses: list[Loss] = []
    made = writer(OutFolder(path.parent), Order(path.name, Scheme("s", 1, ())), losses.append)
    for each in rows:
        made.add(each)
    made.finish()
    return losses


def written(path: Path, *rows: Row) -> tuple[list[Doc], list[Loss]]:
    """The documents that spaCy reads from a file of these rows, and the losses."""
    losses = pack(path, rows)
    nlp = spacy.blank("en")
    return list(DocBin().from_disk(path).get_docs(nlp.vocab)), losses


def spans(doc: Doc, layer: str) -> list[tuple[str, str, str]]:
    """The spans of a group: id, words, label."""
    return [(span.id_, span.text, span.label_) for span in doc.spans[layer]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out.spacy"


def test_every_span_comes_back_with_its_overlaps_and_duplicates(path: Path) -> None:
    claims = [at("c-1", "the so-called deal", "factual"), at("c-2", "so-called deal", "opinion")]
    twice = [at("f-1", "so-called", "distancing"), at("f-2", "so-called", "loaded")]
    (doc,), losses = written(path, row({"claim": claims, "framing": twice}))
    assert doc.text == TEXT
    assert spans(doc, "claim") == [
        ("c-1", "the so-called deal", "factual"),
        ("c-2", "so-called deal", "opinion"),
    ]
    assert spans(doc, "framing") == [
        ("f-1", "so-called", "distancing"),
        ("f-2", "so-called", "loaded"),
    ]
    assert losses == []


def test_offsets_are_code_points_behind_an_emoji(path: Path) -> None:
    (doc,), _ = written(path, row({"entity": [at("e", "Port Ennis", "place")]}))
    (span,) = doc.spans["entity"]
    assert TEXT[span.start_char : span.end_char] == "Port Ennis"


def test_the_longest_entities_are_in_ents_and_the_others_told_of(path: Path) -> None:
    marks = [at("e-1", "Varn"), at("e-2", "Ilse Varn"), at("e-3", "Port Ennis", "place")]
    (doc,), losses = written(path, row({"entity": marks}))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ilse Varn", "person"),
        ("Port Ennis", "place"),
    ]
    assert [id for id, _, _ in spans(doc, "entity")] == ["e-1", "e-2", "e-3"]
    assert losses == [Loss("entity_overlap", "art-1", "e-1", "person", "Varn", 5, 9)]


def test_entities_that_are_known_leave_all_else_outside(path: Path) -> None:
    nothing, one = written(path, row({}), row({"entity": [at("e", "Varn")]}))[0]
    assert {token.ent_iob_ for token in nothing} == {"O"}
    assert [token.ent_iob_ for token in one][:3] == ["O", "B", "O"]


def test_entities_that_are_not_known_are_missing_not_outside(path: Path) -> None:
    nothing, one = written(
        path, row({}, known=False), row({"entity": [at("e", "Varn")]}, known=False)
    )[0]
    assert {token.ent_iob_ for token in nothing} == {""}
    assert not nothing.has_annotation("ENT_IOB")
    assert [token.ent_iob_ for token in one][:3] == ["", "B", ""]


def test_a_span_off_the_token_borders_is_moved_to_them_and_told_of(path: Path) -> None:
    start = TEXT.index("Ennis")
    (doc,), losses = written(path, row({"entity": [("e", start + 1, start + 3, "place")]}))
    assert spans(doc, "entity") == [("e", "Ennis", "place")]
    place = f"{start}–{start + 5}: Ennis"
    assert losses == [Loss("span_widened", "art-1", "e", place, "nn", start + 1, start + 3)]


def test_tokens_are_those_of_the_tokenizer_untouched(path: Path) -> None:
    marks = [("e", 1, 3, "place"), ("f", 6, 8, "place")]
    (doc,), _ = written(path, row({"entity": marks}))
    assert [token.text for token in doc] == [token.text for token in spacy.blank("en")(TEXT)]


def test_a_span_of_blanks_alone_is_left_out_and_told_of(path: Path) -> None:
    (doc,), losses = written(path, row({"entity": [("e", 4, 5, "place"), at("f", "Varn")]}))
    assert [id for id, _, _ in spans(doc, "entity")] == ["f"]
    assert losses == [Loss("no_token", "art-1", "e", "", " ", 4, 5)]


def test_categories_and_user_data_come_back(path: Path) -> None:
    said = {"article": "art-1", "annotations": {"e": {"attributes": {"actor": "medium"}}}}
    cats = {"genre=report": 1.0, "genre=opinion": 0.0}
    (doc,), _ = written(path, row({}, cats=cats, said=said))
    assert doc.cats == cats
    assert doc.user_data["workbench"] == said


def test_the_same_rows_give_the_same_bytes(path: Path) -> None:
    rows = [row({"entity": [at("e", "Varn")], "claim": [at("c", "deal", "factual")]})] * 2
    pack(path, rows)
    once = path.read_bytes()
    pack(path, rows)
    assert path.read_bytes() == once


def test_a_corpus_too_large_for_one_file_is_a_folder_that_spacy_reads_in_its_order(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row({"entity": [at(f"e-{n}", "Varn")]}, said={"number": n}) for n in range(7)]
    tokens = len(spacy.blank("en")(TEXT))
    monkeypatch.setattr(docbin, "MOST_TOKENS", 3 * tokens)
    pack(path, rows)
    assert sorted(file.name for file in path.iterdir()) == [f"0000{n}.spacy" for n in (1, 2, 3)]
    found = [example.reference for example in Corpus(path)(spacy.blank("en"))]
    assert [spans(doc, "entity") for doc in found] == [
        [(f"e-{n}", "Varn", "person")] for n in range(7)
    ]
    assert [doc.user_data["workbench"] for doc in found] == [{"number": n} for n in range(7)]


def test_a_corpus_that_just_fits_is_one_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin, "MOST_TOKENS", 3 * len(spacy.blank("en")(TEXT)))
    docs, _ = written(path, *[row({})] * 3)
    assert len(docs) == 3


def test_a_text_beyond_a_million_characters_is_packed(path: Path) -> None:
    text = ("a" * 99 + " ") * 10_001 + "Varn spoke."
    (doc,), _ = written(path, row({"entity": [("e", 1_000_100, 1_000_104, "person")]}, text=text))
    assert spans(doc, "entity") == [("e", "Varn", "person")]


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=40).filter(lambda t: t.isprintable()), data=st.data())
def test_nothing_is_dropped_in_silence(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    borders = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    places = data.draw(st.lists(borders.filter(lambda b: b[0] < b[1]), max_size=5))
    marks = [(f"e-{i}", start, end, "person") for i, (start, end) in enumerate(places)]
    path = tmp_path_factory.getbasetemp() / "any.spacy"
    (doc,), losses = written(path, row({"entity": marks}, text=text))
    told = {(loss.kind, loss.annotation) for loss in losses}
    found = {span.id_: span for span in doc.spans["entity"]} if marks else {}
    kept = {ent.id_ for ent in doc.ents}
    assert doc.text == text
    for id, start, end, _ in marks:
        if ("no_token", id) in told:
            assert not text[start:end].strip()
            continue
        exact = (found[id].start_char, found[id].end_char) == (start, end)
        assert exact != (("span_widened", id) in told)
        assert (id in kept) != (("entity_overlap", id) in told)
        assert text[start:end].strip() in found[id].text


def test_tokens_say_all_that_they_said_when_they_were_packed(path: Path) -> None:
    text = "Mr. O’Neil didn’t go to Port Ennis. It's U.S. policy 🚢\n\nok"
    start = text.index("Port Ennis")
    place = ("e-1", start, start + len("Port Ennis"), "place")
    (doc,), _ = written(path, row({"entity": [place]}, text=text))
    made = spacy.blank("en").make_doc(text)
    assert [(t.text, t.norm_, t.idx) for t in doc] == [(t.text, t.norm_, t.idx) for t in made]
    assert [(ent.text, ent.label_, ent.id_) for ent in doc.ents] == [("Port Ennis", "place", "e-1")]
    assert not any(map(doc.has_annotation, ("TAG", "DEP", "LEMMA", "SENT_START")))
