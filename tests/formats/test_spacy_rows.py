"""What goes into a `.spacy` file is finished, one person's, and whatever stays out is told of."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.formats.corpora import SCHEME, TEXT, annotation, bare, full
from workbench.domain.annotator import Assignment, Status
from workbench.domain.corpus import CorpusArticle, Loss, Order
from workbench.domain.errors import UserError
from workbench.domain.scheme import ArticleLabelType
from workbench.formats.receipt import DONE, Receipt
from workbench.formats.spacy_rows import Row, shaped


def packed(*articles: CorpusArticle, any_status: bool = False) -> tuple[list[Row], list[Loss]]:
    """The rows of articles, and what was lost."""
    lost: list[Loss] = []
    return list(shaped(articles, Order("o.spacy", SCHEME, any_status), lost.append)), lost


def kinds(lost: list[Loss]) -> dict[str, int]:
    """Losses by kind, all of them with a sentence of what was done."""
    assert {loss.kind for loss in lost} <= DONE.keys()
    return dict(Counter(loss.kind for loss in lost))


def work(**layers: Status) -> CorpusArticle:
    """The full article, its layers standing as said for `ann` and no one else."""
    stated = tuple(
        Assignment("", "art-1", "ann", layer, status) for layer, status in layers.items()
    )
    return replace(full(), assignments=stated, annotations=full().annotations[:4])


def test_an_article_that_nobody_finished_is_left_out_and_told_of_once() -> None:
    found, lost = packed(work(entity="started", claim="new"), bare())
    assert found == []
    assert kinds(lost) == {"article_unfinished": 2}


def test_only_finished_layers_go_and_each_other_is_told_of() -> None:
    ((_, text, groups, known, _, said),), lost = packed(work(entity="done", claim="started"))
    assert (text, known) == (TEXT, True)
    spans = [(id, text[start:end], label) for id, start, end, label in groups.pop("entity")]
    assert spans == [("a-1", "Ilse Varn", "person"), ("a-2", "Varn", "person")]
    assert groups == {}
    assert kinds(lost) == {"layer_unfinished": 2, "relation_cut": 1}
    assert set(said["annotations"]) == {"a-1", "a-2"}
    assert said["relations"] == []


def test_entities_are_not_known_where_their_layer_is_unfinished() -> None:
    ((*_, groups, known, _cats, _said),), _lost = packed(work(claim="done", entity="started"))
    assert (set(groups), known) == ({"claim"}, False)


def test_a_layer_that_is_done_without_a_span_says_that_there_is_none() -> None:
    nothing = replace(work(entity="done"), annotations=(), relations=())
    ((_, _, groups, known, _, _),), lost = packed(nothing)
    assert (groups, known, kinds(lost)) == ({"entity": []}, True, {})


def test_unfinished_layers_go_along_where_asked_and_are_told_of() -> None:
    ((*_, groups, known, _cats, _said),), lost = packed(work(entity="started"), any_status=True)
    assert (set(groups), known) == ({"entity", "event", "claim"}, False)
    assert kinds(lost) == {"unfinished_included": 3, "discontinuous": 1}


def test_the_latest_round_decides() -> None:
    done = Assignment("", "art-1", "ann", "entity", "done", 1)
    again = replace(done, status="started", round=2)
    found, _ = packed(replace(work(), assignments=(again, done)))
    assert found == []


def test_two_people_are_two_rows_and_told_of() -> None:
    marks = (annotation("a", "Varn"), annotation("b", "Varn", annotator="bo"))
    done = tuple(Assignment("", "art-1", who, "entity", "done") for who in ("bo", "ann"))
    found, lost = packed(replace(bare(), annotations=marks, assignments=done))
    assert [row[5]["annotator"] for row in found] == ["ann", "bo"]
    assert [[span[0] for span in row[2]["entity"]] for row in found] == [["a"], ["b"]]
    assert kinds(lost) == {"text_repeated": 1}


def test_a_discontinuous_span_is_its_hull_and_its_fragments_are_kept() -> None:
    ((_, _, groups, _, _, said),), lost = packed(work(event="done", entity="started"))
    ((id, start, end, label),) = groups["event"]
    assert (TEXT[start:end], label) == ("signed, then broke, the Holm Accord", "agreement")
    first, second = said["annotations"][id]["fragments"]
    assert (TEXT[slice(*first)], TEXT[slice(*second)]) == ("signed", "the Holm Accord")
    (loss,) = [loss for loss in lost if loss.kind == "discontinuous"]
    assert (loss.annotation, loss.quote) == (id, "signed the Holm Accord")
    assert (loss.start, loss.end) == (start, end)


def test_all_that_a_span_has_no_place_for_is_in_the_user_data() -> None:
    ((*_, said),), _ = packed(work(entity="done", event="done"))
    first = said["annotations"]["a-1"]
    assert first["attributes"] == {"actor": "government"}
    assert (first["note"], first["unsure"], first["scheme_version"]) == (
        "who?\nshe",
        "Is she in office?",
        3,
    )
    assert first["origin"] == ["suggestion", "news-en", "s-1", 0.25]
    assert said["relations"][0]["to"] == "a-1"
    assert said["article_labels"] == {"genre": ["report"], "frames": ["policy", "legality"]}
    assert said["meta"] == {"section": "Politics", "words": "12"}
    assert said["zones"][0] == ["headline", 0, 17]


def test_article_labels_are_categories_and_free_text_is_none() -> None:
    types = (
        ArticleLabelType("genre", "genre", ("report", "opinion")),
        ArticleLabelType("frames", "frames", scale="text"),
    )
    order = Order("o.spacy", replace(SCHEME, article_labels=types))
    ((*_, cats, _said),) = shaped([work(entity="done")], order, lambda _: None)
    assert cats == {"genre=report": 1.0, "genre=opinion": 0.0}


def test_a_quote_that_differs_is_a_refused_export() -> None:
    drifted = replace(annotation("a", "Varn"), quote="Vern")
    with pytest.raises(UserError, match="Vern"):
        packed(replace(work(entity="done"), annotations=(drifted,)))


def test_a_receipt_counts_by_kind_and_lists_every_loss_with_its_place() -> None:
    _, lost = packed(work(event="done", entity="started"))
    receipt = Receipt(lost)
    receipt.add(next(loss for loss in lost if loss.kind == "relation_cut"))
    said = receipt.as_json()
    assert said["layer_unfinished"]["count"] == 2
    assert said["layer_unfinished"]["done"] == DONE["layer_unfinished"]
    (split,) = said["discontinuous"]["examples"]
    assert TEXT[split["start"] : split["end"]].startswith("signed")
    assert sum(len(kind["examples"]) for kind in said.values()) == len(lost) + 1
    assert [loss.kind for loss in receipt.examples("layer_unfinished", most=1)] == [
        "layer_unfinished"
    ]
    assert receipt.examples("journal") == ()
