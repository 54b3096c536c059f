"""What the labels of other people's pipelines probably mean."""

from tests.operations.conftest import news_scheme
from tests.store.conftest import small_scheme
from workbench.domain.pipeline_labels import proposed_labels


def test_the_usual_labels_mean_entities_of_the_news_scheme() -> None:
    labels = ["PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE", "ORDINAL", "MONEY"]
    assert proposed_labels(news_scheme(), labels) == {
        "PERSON": "entity/person",
        "PER": "entity/person",
        "ORG": "entity/organization",
        "GPE": "entity/place",
        "LOC": "entity/place",
        "FAC": "entity/place",
        "NORP": "entity/group",
        "DATE": "entity/time",
    }


def test_a_label_that_has_the_name_of_one_in_the_scheme_means_that() -> None:
    assert proposed_labels(news_scheme(), ["factual", "Statement"])["factual"] == "claim/factual"


def test_what_a_scheme_has_no_word_for_is_left_out() -> None:
    assert proposed_labels(small_scheme(), ["PERSON", "GPE"]) == {"PERSON": "entity/person"}
