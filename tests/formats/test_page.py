"""The page shows the whole text and all that its receipt does not name, and runs nothing."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import lxml.html

from tests.formats.corpora import SCHEME, write
from tests.formats.round_trip import awkward, told
from workbench.domain.corpus import CorpusArticle
from workbench.formats import page


def written(article: CorpusArticle, folder: Path) -> lxml.html.HtmlElement:
    write(page.writer, [article], folder / "out.html")
    return lxml.html.fromstring((folder / "out.html").read_bytes())


def words(element: lxml.html.HtmlElement) -> str:
    """The text of an article without the names of labels in it."""
    for name in element.xpath(".//small"):
        name.drop_tree()
    return str(element.text_content())


def test_the_text_is_whole_for_each_person(tmp_path: Path) -> None:
    article = awkward()
    found = written(article, tmp_path).xpath("//div[@class='text']")
    assert [words(each) for each in found] == [article.text, article.text]


def test_every_fragment_is_marked_in_its_colour_and_named_once(tmp_path: Path) -> None:
    article = awkward()
    (ann, _) = written(article, tmp_path).xpath("//div[@class='text']")
    names = [small.text for small in ann.xpath(".//small")]
    own = [mark for mark in article.annotations if mark.annotator == "ann"]
    assert sorted(names) == sorted(mark.label for mark in own for _ in mark.fragments)
    for mark in own:
        title = f"{mark.layer}/{mark.label}: {mark.quote}"
        pieces = ann.xpath(".//mark[@title=$title]", title=title)
        color = SCHEME.layer(mark.layer).label(mark.label).color
        assert all(f"--color:{color};" in piece.get("style") for piece in pieces)
        shown = "".join(words(piece) for piece in pieces)
        assert shown == "".join(fragment.of(article.text) for fragment in mark.fragments)


def test_marks_over_the_same_words_have_lines_of_their_own(tmp_path: Path) -> None:
    found = written(awkward(), tmp_path)
    for inner in found.xpath("//mark//mark"):
        depths = [
            int(mark.get("style").partition("--under:")[2].removesuffix("px"))
            for mark in (inner, inner.getparent())
        ]
        assert all(deep < deeper for deep, deeper in pairwise(depths))


def test_what_the_receipt_does_not_name_is_on_the_page(tmp_path: Path) -> None:
    losses = told(write(page.writer, [awkward()], tmp_path / "out.html"))
    shown = lxml.html.fromstring((tmp_path / "out.html").read_bytes()).text_content()
    assert set(losses) == {"id", "provenance", "zones"}
    said = (
        *("actor: government", "who? she", "In office? Yes.", "The Gull", "genre: report"),
        *("participant", "role: agent", "sure", "ann finished claim, entity, event, framing"),
    )
    assert [each for each in said if each not in shown] == []


def test_nothing_from_a_project_is_code_and_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    article = awkward()
    sly = '"><script src="https://gull.example">x</script>'
    first, *others = article.annotations
    first = replace(first, note=sly, attributes={sly: sly}, unsure=sly)
    found = written(
        replace(article, article=replace(article.article, title=sly), annotations=(first, *others)),
        tmp_path,
    )
    assert not found.xpath("//script | //*[@src] | //*[@href] | //img | //link")
    assert found.xpath("//h2")[0].text == sly
    (policy,) = found.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content").startswith("default-src 'none'")
