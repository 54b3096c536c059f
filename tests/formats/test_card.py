"""A card counts what goes out, and nothing that people wrote is more than words in it."""

from dataclasses import replace

from tests.formats.corpora import full
from tests.operations.conftest import news_scheme
from workbench.domain.scheme import Label, Layer, Scheme
from workbench.formats.card import Card, Tally, card_text


def tallied(*, whole: bool = False, any_status: bool = False) -> Tally:
    tally = Tally()
    tally.add(full(), "train", any_status=any_status, whole=whole)
    return tally


def test_only_what_is_finished_counts_unless_all_goes_out() -> None:
    article = full()
    assert tallied(whole=True).spans.total() == len(article.annotations)
    assert tallied().spans.total() < len(article.annotations)
    assert tallied(any_status=True).spans == tallied(whole=True).spans
    assert tallied(whole=True).beside["suggestion"] == len(article.suggestions)
    assert not tallied().beside


def test_labels_that_were_not_used_are_in_the_table_of_their_layer() -> None:
    scheme = news_scheme()
    tally = Tally()
    tally.articles["train"] = 1
    tally.spans["train", "entity", "person"] = 2
    lines = card_text(Card("c", "spacy", scheme, "1"), tally).splitlines()
    assert "| entity/person | 2 |" in lines
    assert all(f"| entity/{x.id} | 0 |" in lines for x in scheme.layer("entity").labels[1:])
    assert not any(line.startswith("| claim/") for line in lines)


def test_what_people_wrote_is_words_on_one_line() -> None:
    label = Label("x", "a|b", "x", "#000000", "one\n\n# two <script>alert(1)</script> [l](u)")
    scheme = Scheme("s", 1, (Layer("entity", "E\n| x |", "e", "", (label,)),))
    tally = Tally()
    tally.articles[""] = 1
    tally.people["ann | x"] = 1
    text = card_text(Card("t\n# u", "csv", scheme, "1", names={}), tally)
    assert "<script>" not in text
    assert "\n# two" not in text
    assert "\n# u" not in text
    assert "ann \\| x" in text
    assert "\n| x |" not in text


def test_a_card_of_nothing_is_a_card() -> None:
    text = card_text(Card("t", "csv", replace(news_scheme(), layers=()), "1"), Tally())
    assert "0 articles with 0 annotations" in text
    assert "Nobody’s." in text
