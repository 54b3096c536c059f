"""Dates and periods."""

import pytest

from workbench.suggest.news_en.times import find_times


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It began on 5 March 2012.", "5 March 2012", "2012-03-05"),
        ("It began on Friday, July 21, 2017.", "Friday, July 21, 2017", "2017-07-21"),
        ("It began on 2024-01-19.", "2024-01-19", "2024-01-19"),
        ("It began in May 2020.", "May 2020", "2020-05"),
        ("In 2020 it began.", "2020", "2020"),
        ("It began last December.", "last December", None),
        ("It began on Thursday.", "Thursday", None),
        ("It began two weeks ago.", "two weeks ago", None),
    ],
)
def test_found_with_the_value_that_the_words_give(text: str, quote: str, value: str | None) -> None:
    (time,) = find_times(text)
    assert time.span.of(text) == quote
    assert time.attributes.get("value") == value


@pytest.mark.parametrize("text", ["It may begin.", "They march on.", "He sold 20,125 of them."])
def test_no_date(text: str) -> None:
    assert list(find_times(text)) == []
