"""What becomes of a text on its way in: headline once, tidied, dated, and said what was done."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.intake.samples import ARTICLE, BODY, HEADLINE, LAST, LEAD
from workbench.domain.article import Document
from workbench.domain.errors import UserError
from workbench.domain.messages import MESSAGES
from workbench.domain.structure import structure_of
from workbench.domain.text import canonical
from workbench.intake.document import (
    DATE_UNREAD,
    HEADLINE_ONCE,
    TIDIED,
    TITLE_ADDED,
    document_of,
)
from workbench.intake.incoming import Found, IntakeOptions

OPTIONS = IntakeOptions()


def made(text: str, *, title: str = "", published: str = "") -> Document:
    return document_of(Found(text, title=title, published=published), options=OPTIONS)


def test_an_article_keeps_its_text_and_gets_title_structure_and_language() -> None:
    document = made(ARTICLE)
    assert document.text == ARTICLE.rstrip("\n")
    assert document.title == HEADLINE
    assert [zone.kind for zone in document.structure.zones][:2] == ["headline", "lead"]
    assert document.language == "en"
    assert document.notes == ()


@pytest.mark.parametrize(
    "repeated",
    [
        f"{HEADLINE}\n\n{ARTICLE}",
        f"{HEADLINE}\n{HEADLINE}\n\n{HEADLINE.upper()}\n\n{LEAD}\n\n{BODY}\n\n{LAST}",
        f"  {HEADLINE}  \r\n\r\n\r\n{ARTICLE}",
    ],
)
def test_a_repeated_headline_is_kept_once(repeated: str) -> None:
    document = made(repeated)
    assert document.text.startswith(f"{HEADLINE}\n\n{LEAD}".lstrip()) or document.text.startswith(
        f"  {HEADLINE}\n\n{LEAD}"
    )
    assert HEADLINE_ONCE in document.notes


def test_a_headline_repeated_behind_the_byline_is_kept_once_with_the_byline() -> None:
    document = made(f"{HEADLINE}\n\nBy Mira Olsen\n\n{HEADLINE}\n\n{LEAD}\n\n{BODY}")
    assert document.text.startswith(f"{HEADLINE}\n\nBy Mira Olsen\n\n{LEAD}")
    assert document.appearance.author == "Mira Olsen"


def test_a_sentence_that_the_body_repeats_stays() -> None:
    text = f"{HEADLINE}\n\n{LEAD}\n\n{LAST}\n\n{LAST}"
    assert made(text).text == text


def test_a_title_apart_from_the_text_is_put_before_it_as_headline() -> None:
    document = made(f"{LEAD}\n\n{BODY}", title=HEADLINE)
    assert document.text.startswith(f"{HEADLINE}\n\n{LEAD}")
    assert document.notes == (TITLE_ADDED,)


def test_a_title_that_the_text_begins_with_is_not_put_there_again() -> None:
    assert made(ARTICLE, title=HEADLINE.upper()).notes == ()


def test_the_name_of_the_site_behind_a_title_is_dropped() -> None:
    document = made(ARTICLE, title=f"{HEADLINE} | The Ellery Herald")
    assert document.title == HEADLINE
    assert document.text.count(HEADLINE) == 1


def test_gaps_and_blanks_at_line_ends_are_tidied_and_noted() -> None:
    document = made(f"\n\n{LEAD}  \n\n\n\n\t\n{BODY}\n\n")
    assert document.text == f"{LEAD}\n\n{BODY}"
    assert document.notes == (TIDIED,)


def test_a_text_without_headline_is_named_by_its_first_sentence() -> None:
    title = made(f"{LEAD} {BODY}\n\n{LAST}").title
    assert title.endswith("…")
    assert LEAD.startswith(title.removesuffix("…"))


def test_a_date_that_cannot_be_read_is_kept_with_the_metadata() -> None:
    document = made(ARTICLE, published="last Tuesday")
    assert document.appearance.published == ""
    assert document.meta["published"] == "last Tuesday"
    assert DATE_UNREAD in document.notes


@pytest.mark.parametrize(
    ("told", "language", "meta"),
    [("pt-BR", "pt", {}), ("DE", "de", {}), ("English", "en", {"language": "English"})],
)
def test_a_language_counts_if_it_is_a_code(told: str, language: str, meta: dict[str, str]) -> None:
    document = document_of(Found(ARTICLE, language=told), options=OPTIONS)
    assert (document.language, document.meta) == (language, meta)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff", "\x00\x00", "\u00a0\n\u2028"])
def test_an_empty_article_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        made(text)
    assert caught.value.key == "intake.empty"


LINES = st.lists(
    st.sampled_from(["", " ", HEADLINE, LEAD, "a", "B.", "🌍 “x”\t", "By Ann Li", "\ufeff", "\r"]),
    max_size=12,
)


@example(["", "\ufeff", "a"], "")
@given(LINES, st.sampled_from(["", HEADLINE, "a", f"{HEADLINE} | Herald"]))
def test_a_document_taken_in_again_stays_as_it_is(lines: list[str], title: str) -> None:
    try:
        once = made("\n".join(lines), title=title)
    except UserError:
        return
    again = made(once.text, title=once.title if title else "")
    assert again.text == once.text == canonical(once.text).text
    assert once.structure == structure_of(once.text, title=once.title if title else "")
    assert all(note in MESSAGES for note in once.notes)
