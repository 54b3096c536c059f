"""CoNLL: what others write is read, what we write is read by others, and the receipt is honest."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.training.converters.conll_ner_to_docs import conll_ner_to_docs

from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, read_back, squeezed, told
from workbench.domain.corpus import CorpusArticle, Loss, OnLoss, Refusal
from workbench.formats import conll
from workbench.formats.registry import writer
from workbench.formats.staging import RECEIPT

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples" / "conll"


def exported(article: CorpusArticle, folder: Path, on_loss: OnLoss) -> list[Loss]:
    """Write an article as an export does, which leaves a receipt there."""
    losses = write(writer("conll"), [article], folder / "x", on_loss=on_loss)
    (folder / RECEIPT).write_text("{}")
    return losses


def doc(folder: Path, *lines: str) -> Path:
    """A file of these lines."""
    path = folder / "a.conll"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def found_in(path: Path) -> list[CorpusArticle]:
    """The articles of a file, none of them refused."""
    found = list(conll.read(path))
    assert not [item for item in found if isinstance(item, Refusal)]
    return [item for item in found if isinstance(item, CorpusArticle)]


def said(article: CorpusArticle) -> list[tuple[str, str]]:
    return [(mark.label, mark.quote) for mark in article.annotations]


def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(tmp_path: Path) -> None:
    before = awkward()
    losses = told(exported(before, tmp_path, "split"))
    after = [squeezed(each) for each in read_back(conll.read, tmp_path)]
    people = {mark.annotator for mark in before.annotations}
    lost = missing(squeezed(before), merged(after))
    lost += Counter(discontinuous=1, respaced=len(people))
    assert losses == lost


def merged(articles: list[CorpusArticle]) -> list[CorpusArticle]:
    """The articles of each person as one, which is what an import makes of the same text."""
    found: dict[str, CorpusArticle] = {}
    for article in articles:
        for who in {mark.annotator for mark in article.annotations}:
            marks = found[who].annotations if who in found else ()
            found[who] = replace(article, annotations=(*marks, *article.annotations))
    return list(found.values())


def test_all_files_give_the_same_text(tmp_path: Path) -> None:
    exported(awkward(), tmp_path, "split")
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.conll")}
    assert {"ann/entity.conll", "ann/entity.2.conll", "ann/framing.conll", "bo/entity.conll"} < (
        names
    )
    assert len({article.text for article in found_in(tmp_path)}) == 1


def test_the_longest_span_stays_and_the_others_are_told_of(tmp_path: Path) -> None:
    losses = exported(awkward(), tmp_path, "longest")
    left = {loss.annotation for loss in losses if loss.kind == "overlap"}
    assert left == {"a-1", "a-2", "a-5"}
    assert not list(tmp_path.rglob("*.2.conll"))


def test_spacy_reads_the_same_spans(tmp_path: Path) -> None:
    exported(awkward(), tmp_path, "longest")
    text = (tmp_path / "ann" / "entity.conll").read_text(encoding="utf-8")
    (theirs,) = conll_ner_to_docs(text, n_sents=0, no_print=True)  # type: ignore[no-untyped-call]  # spaCy's own
    (ours,) = found_in(tmp_path / "ann" / "entity.conll")
    assert [(ent.label_, ent.text.split()) for ent in theirs.ents] == [
        (label, quote.split()) for label, quote in said(ours)
    ]


def test_an_unfinished_layer_has_no_article_in_its_file(tmp_path: Path) -> None:
    article = awkward()
    done = tuple(a for a in article.assignments or () if a.layer != "claim")
    exported(replace(article, assignments=done), tmp_path, "longest")
    assert not (tmp_path / "ann" / "claim.conll").exists()
    assert (tmp_path / "ann" / "framing.conll").read_text().count("B-") == 0


def test_a_text_that_has_the_word_between_articles_stays_one(tmp_path: Path) -> None:
    doc(
        *(tmp_path, "-DOCSTART- -X- O O", "", "The -X- _ O", "-DOCSTART- -X- _ B-other"),
        *("line -X- _ O", "", "-DOCSTART- -X- _ O", "", "-DOCSTART- -X- O O", "", "Next -X- _ O"),
    )
    first, second = found_in(tmp_path / "a.conll")
    assert first.text == "The -DOCSTART- line\n-DOCSTART-"
    assert said(first) == [("other", "-DOCSTART-")]
    assert second.text == "Next"


def test_a_sentence_is_a_line_and_the_last_column_of_tags_counts(tmp_path: Path) -> None:
    path = doc(
        tmp_path,
        "\ufeff-DOCSTART- -X- -X- O",
        "",
        "Zoë NNP B-NP B-PER",
        "left VBD B-VP O",
        "",
        "# O O O",
    )
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8")
    (found,) = found_in(path)
    assert (found.text, said(found)) == ("Zoë left\n#", [("PER", "Zoë")])


def test_a_given_text_is_kept_where_the_words_are_in_it(tmp_path: Path) -> None:
    lines = ("# newdoc id = holm-1", "# text = “Holm” burns.", "“\tO", "Holm\tB-LOC", "”\tO")
    (found,) = found_in(doc(tmp_path, *lines, "burns\tO", ".\tO"))
    assert (found.text, said(found)) == ("“Holm” burns.", [("LOC", "Holm")])
    assert found.article.meta == {"newdoc": "holm-1"}
    (found,) = found_in(doc(tmp_path, *lines, "smokes\tO"))
    assert found.text == "“ Holm ” smokes"


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (["Zoë B-PER", "left"], "formats.no_tag"),
        (["Zoë PERSON"], "formats.no_tag"),
        (["1\tZoë\t_\t_"], "formats.no_tag"),
    ],
)
def test_a_row_without_a_tag_is_refused_by_its_line(
    tmp_path: Path, lines: list[str], key: str
) -> None:
    (found,) = conll.read(doc(tmp_path, *lines))
    assert isinstance(found, Refusal)
    assert found.key == key
    assert dict(found.values)["place"] == f"a.conll, line {len(lines)}"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    keys = [item.key for item in conll.read(tmp_path) if isinstance(item, Refusal)]
    keys += [item.key for item in conll.read(tmp_path / "a.conll") if isinstance(item, Refusal)]
    (tmp_path / "a.conll").write_bytes(b"One O\n\xff O\n")
    keys += [item.key for item in conll.read(tmp_path) if isinstance(item, Refusal)]
    assert keys == ["formats.nothing_in_folder", "formats.cannot_read", "formats.not_utf8"]


@pytest.mark.parametrize(
    ("name", "spans"),
    [
        ("doccano-example.txt", 4),
        ("example.conll", 2),
        ("labeling.trailing.conll", 2),
        ("label-studio-sdk-2.1.2-CONLL2003-export.conll", 4),
        ("en_ewt-ud-test.iob2.head600", 0),
        ("en_pud-ud-test.iob2.head600", 0),
        ("wnut17-emerging.test.annotated.head400", 0),
    ],
)
def test_every_sample_is_read_with_all_its_spans(name: str, spans: int) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    found = found_in(SAMPLES / name)
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
    begun = sum("B-" in line and not line.startswith("# ") for line in lines)
    marks = sum(len(article.annotations) for article in found)
    assert marks == begun
    assert spans in {0, marks}


def test_a_sample_with_a_row_that_is_none_is_refused() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    (found,) = conll.read(SAMPLES / "labeling.invalid.conll")
    assert isinstance(found, Refusal)
    assert (found.key, dict(found.values)["found"]) == ("formats.no_tag", "SOCCERO")
