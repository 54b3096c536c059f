"""The charts of a corpus: every figure stands in the table, and every word can be translated."""

import pytest

from tests.operations.conftest import news_scheme
from workbench.domain.counts import (
    Counts,
    DecisionCount,
    LabelCount,
    PersonCount,
    Score,
    SourceCount,
)
from workbench.operations.charts.bars import Bars
from workbench.operations.charts.chart import Chart, Speech, draw
from workbench.operations.charts.corpus import (
    SHOWN,
    corpus_charts,
    decision_chart,
    label_chart,
    learning_chart,
    people_chart,
    source_chart,
)
from workbench.operations.charts.curves import Curves
from workbench.operations.charts.drawing import Box, Dot, Words

FULL = Counts(
    articles=3,
    characters=900,
    labels=(LabelCount("claim", "factual", 1200, 4), LabelCount("entity", "person", 30)),
    people=(
        PersonCount("ann", "entity", 20, 2),
        PersonCount("ann", "claim", 1200, 3),
        PersonCount("bo", "entity", 10, 0),
    ),
    sources=(SourceCount("Gull", 2, 1000), SourceCount("", 1, 230)),
    decisions=(
        DecisionCount("2025-03-30", "entity", "accepted", 2),
        DecisionCount("2025-03-30", "entity", "changed", 1),
        DecisionCount("2025-03-30", "entity", "rejected", 1),
        DecisionCount("2025-03-31", "claim", "rejected", 5),
    ),
    scores=(
        Score("ann", "claim", 24, 0.3, 0.4, 0.02),
        Score("ann", "claim", 12, 0.3, 0.35, 0.03),
        Score("gold", "claim", 12, 0.3, 0.33, 0.03),
    ),
)
FEW = Counts(labels=(LabelCount("claim", "factual", 3),))


def bars_of(chart: Chart) -> Bars:
    assert isinstance(chart.picture, Bars)
    return chart.picture


def curves_of(chart: Chart) -> Curves:
    assert isinstance(chart.picture, Curves)
    return chart.picture


def test_every_label_of_the_scheme_has_a_bar_and_a_row() -> None:
    scheme = news_scheme()
    chart = label_chart(FULL, scheme)
    labels = [label for layer in scheme.layers for label in layer.labels]
    assert len(chart.rows) == len(labels)
    assert ("Claim", scheme.layer("claim").label("factual").name, 1200, 4) in chart.rows
    bars = [bar for bar in bars_of(chart).bars if bar.parts]
    assert [bar.name for bar in bars] == [label.name for label in labels]
    assert [bar.parts[0].color for bar in bars] == [label.color for label in labels]
    assert "1,200" in {bar.figure for bar in bars}


def test_a_bar_of_a_person_is_parted_by_layers_in_their_colours() -> None:
    scheme = news_scheme()
    ann, bo = bars_of(people_chart(FULL, scheme)).bars
    assert [part.number for part in ann.parts] == [20, 1200]
    assert [part.color for part in ann.parts] == [
        scheme.layer(layer).labels[0].color for layer in ("entity", "claim")
    ]
    assert (ann.figure, bo.figure) == ("1,220", "10")


def test_many_sources_share_the_last_bar_but_each_has_its_row() -> None:
    many = tuple(SourceCount(f"paper {n}", 2, 5) for n in range(SHOWN + 3))
    chart = source_chart(Counts(sources=many))
    assert len(chart.rows) == SHOWN + 3
    last = bars_of(chart).bars[-1]
    assert (last.name, last.figure) == ("3 others", "6")
    assert ("(no source)", 1, 230) in source_chart(FULL).rows


def test_a_suggestion_taken_in_a_changed_form_is_taken() -> None:
    chart = decision_chart(FULL, news_scheme())
    assert chart.rows == (
        ("2025-03-30", "Entity", 2, 1, 1, "75%"),
        ("2025-03-31", "Claim", 0, 0, 5, "0%"),
    )
    curves = {curve.name: curve for curve in curves_of(chart).curves}
    assert set(curves) == {"Entity", "Claim"}
    assert [value.y for value in curves["Entity"].values] == [0.75]


@pytest.mark.parametrize(
    ("last", "begins"),
    [
        ("2025-01-15", ["2025-01-01", "2025-01-15"]),
        ("2025-06-12", ["2024-12-30", "2025-06-09"]),
        ("2027-06-12", ["2025-01-01", "2027-06-01"]),
    ],
)
def test_days_are_counted_by_weeks_and_months_where_they_are_many(
    last: str, begins: list[str]
) -> None:
    days = ("2025-01-01", "no day", last)
    counts = Counts(decisions=tuple(DecisionCount(d, "claim", "accepted", 1) for d in days))
    chart = decision_chart(counts, news_scheme())
    assert [row[0] for row in chart.rows] == begins


def test_models_of_a_person_and_layer_are_one_curve_by_articles() -> None:
    chart = learning_chart(FULL, news_scheme())
    assert chart.rows[0] == ("ann", "Claim", 12, "30%", "35%", "3%")
    ann, gold = curves_of(chart).curves
    assert [(value.x, value.error) for value in ann.values] == [(12, 0.03), (24, 0.02)]
    assert ann.color == gold.color
    assert ann.dash != gold.dash


def test_a_chart_of_nothing_says_so() -> None:
    for chart in corpus_charts(Counts(), news_scheme()):
        drawing = draw(chart, 400)
        said = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
        assert (chart.nothing in said) is not bool(chart.rows)


@pytest.mark.parametrize("width", [240, 700, 2000])
@pytest.mark.parametrize("counts", [FULL, FEW], ids=["full", "few"])
def test_everything_lies_within_the_picture(counts: Counts, width: float) -> None:
    for chart in corpus_charts(counts, news_scheme()):
        drawing = draw(chart, width)
        for shape in drawing.shapes:
            match shape:
                case Box():
                    assert 0 <= shape.x <= shape.x + shape.width <= drawing.width
                    assert 0 <= shape.y <= shape.y + shape.height <= drawing.height
                case Dot() | Words():
                    assert 0 <= shape.x <= drawing.width
                    assert 0 <= shape.y <= drawing.height


def test_bars_are_as_long_as_their_numbers_say() -> None:
    drawing = draw(people_chart(FULL, news_scheme()), 900)
    long = {
        shape.said: shape.width for shape in drawing.shapes if isinstance(shape, Box) and shape.said
    }
    assert long["Claim: 1,200"] == pytest.approx(60 * long["Entity: 20"])


def test_all_words_are_said_in_the_language_that_is_asked_for() -> None:
    speech = Speech(say=lambda text: f"<{text}>".replace("<{} others>", "<{}>"))
    for chart in corpus_charts(FULL, news_scheme(), speech):
        assert all(
            text.startswith("<") for text in (chart.title, chart.about, chart.nothing, *chart.heads)
        )
