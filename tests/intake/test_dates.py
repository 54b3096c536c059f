"""Dates are read where they can mean one day only, and found only where articles carry theirs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.structure import structure_of
from workbench.intake.dates import find_date, iso_date


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2024-01-19", "2024-01-19"),
        ("2024-01-19T10:30:00Z", "2024-01-19T10:30:00+00:00"),
        ("2024-01-19 10:30:00", "2024-01-19T10:30:00"),
        ("2024-01-19T00:00:00", "2024-01-19"),
        ("Fri, 19 Jan 2024 10:30:00 +0100", "2024-01-19T10:30:00+01:00"),
        ("January 19, 2024", "2024-01-19"),
        ("Jan. 19, 2024 at 10:30", "2024-01-19"),
        ("Friday, 19th January 2024", "2024-01-19"),
        ("19. Januar 2024", "2024-01-19"),
        ("19 janvier 2024", "2024-01-19"),
        ("19 de enero de 2024", "2024-01-19"),
        ("1er août 2023", "2023-08-01"),
        ("3. März 2024", "2024-03-03"),
        ("19.01.2024", "2024-01-19"),
        ("19/01/2024", "2024-01-19"),
        ("01/19/2024", "2024-01-19"),
        ("05/05/2024", "2024-05-05"),
        ("2024", "2024"),
        ("2024-01", "2024-01"),
    ],
)
def test_a_date_becomes_iso_8601(raw: str, iso: str) -> None:
    assert iso_date(raw) == iso


@pytest.mark.parametrize(
    "raw", ["", "yesterday", "03/04/2024", "31 February 2024", "2024-13-01", "99999", "May", "1/2"]
)
def test_what_is_no_single_day_is_no_date(raw: str) -> None:
    assert iso_date(raw) == ""


@given(st.text())
def test_no_text_makes_the_reading_of_dates_fail(raw: str) -> None:
    assert isinstance(iso_date(raw), str)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_comes_back_as_itself(day: date) -> None:
    assert iso_date(str(day)) == str(day)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Headline\nFriday, 3 May 2024\nThe lead came first.\nThe body.", "2024-05-03"),
        ("Headline\nBy Ann Li, Updated May 3, 2024\nThe lead.\nThe body.", "2024-05-03"),
        ("Headline\nPORT ELLERY, May 3, 2024 — The lead came.\nThe body.", "2024-05-03"),
        ("Headline\nThursday, May 3, 2024 On Tuesday, the council met.\nThe body.", "2024-05-03"),
        ("Headline\nThe ship sank on May 3, 2024.\nThe body.", ""),
        ("Headline\nThe lead.\nBy Ann Li\n3 May 2024\nThe story begins.\nThe body.", "2024-05-03"),
        ("Headline\nThe lead.\nThe story begins.\n3 May 2024\nThe body.", ""),
        ("Headline\nThe lead.\nOn May 3, 2024 it sank.", ""),
    ],
)
def test_the_date_is_found_beside_the_headline_only(text: str, iso: str) -> None:
    assert find_date(text, structure_of(text)) == iso
