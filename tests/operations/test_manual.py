"""Every chapter can be shown: its keys are commands', its links and pictures lead somewhere."""

import re

import pytest

from tests.conftest import CHECKOUT
from workbench.operations.manual import NEWS, Chapter, as_html, chapters

CHAPTERS = chapters()
GERMAN = chapters("de")
PICTURES = CHECKOUT / "resources" / "manual" / "pictures"
LINK = re.compile(r'<a href="([^"]+)"')
KEY = re.compile(r"key of (\w+)")
PICTURE = re.compile(r'<img src="pictures/([^"]+)\.png" alt="([^"]+)"')


def shown(chapter: Chapter) -> str:
    return as_html(chapter, lambda command: f"key of {command}")


def frame(chapter: Chapter) -> dict[str, list[str]]:
    """What a chapter has in every language: headings, rows and points, keys, links, code."""
    html = shown(chapter)
    return {
        "parts": re.findall(r"<(h[123]|table|tr|li|p|img|pre)\b", html),
        "keys": sorted(KEY.findall(html)),
        "links": sorted(LINK.findall(html)),
        "pictures": [name for name, _ in PICTURE.findall(html)],
        "code": re.findall(r"<pre>(.+?)</pre>", html, re.DOTALL),
    }


def test_what_is_new_comes_last_and_every_chapter_has_a_title() -> None:
    assert CHAPTERS[0].name == "first-hour"
    assert CHAPTERS[-1].name == NEWS
    assert all(chapter.title != chapter.name for chapter in CHAPTERS)


@pytest.mark.parametrize("chapter", [*CHAPTERS, *GERMAN], ids=lambda chapter: chapter.title)
def test_links_lead_to_chapters_and_pictures_are_there_in_light_and_dark(chapter: Chapter) -> None:
    html = shown(chapter)
    known = {each.name for each in CHAPTERS}
    assert [x for x in LINK.findall(html) if x not in known and not x.startswith("command:")] == []
    for name, told in PICTURE.findall(html):
        assert told
        assert (PICTURES / f"{name}-light.png").is_file()
        assert (PICTURES / f"{name}-dark.png").is_file()


@pytest.mark.parametrize(
    ("english", "german"),
    list(zip(CHAPTERS, GERMAN, strict=True)),
    ids=lambda chapter: chapter.name,
)
def test_a_chapter_says_the_same_in_every_language(english: Chapter, german: Chapter) -> None:
    assert german.name == english.name
    assert frame(german) == frame(english)


def test_no_picture_is_kept_that_no_chapter_shows() -> None:
    used = {name for chapter in CHAPTERS for name, _ in PICTURE.findall(shown(chapter))}
    kept = {path.stem.rpartition("-")[0] for path in PICTURES.iterdir()}
    assert kept == used


def test_keys_are_those_of_the_reader_and_markup_is_shown_as_text() -> None:
    chapter = Chapter("x", "X", "Press [[accept]] now, <b>here</b>.")
    html = as_html(chapter, {"accept": "Enter"}.__getitem__)
    assert html == "<p>Press <code>Enter</code> now, &lt;b&gt;here&lt;/b&gt;.</p>\n"
    with pytest.raises(KeyError):
        as_html(Chapter("x", "X", "[[no_such_command]]"), {"accept": "Enter"}.__getitem__)


def test_a_chapter_is_found_by_all_of_its_words() -> None:
    chapter = Chapter("x", "X", "Spans may overlap and nest.")
    assert chapter.has("NEST overlap")
    assert not chapter.has("nest heron")
