"""Web pages give their article and what they say of it, and nothing else is read or expanded."""

from pathlib import Path

from tests.intake.samples import BODY, HEADLINE, LAST, LEAD, document, refusal, written

PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="{{charset}}">
<title>{HEADLINE} | The Ellery Herald</title>
<meta property="og:title" content="{HEADLINE}"><meta name="author" content="Mira Olsen">
<meta property="article:published_time" content="2024-05-03T09:12:00+02:00">
<meta property="og:site_name" content="The Ellery Herald">
<link rel="canonical" href="https://herald.example/bridge"></head><body>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{HEADLINE}</h1><p>{LEAD}</p><p>{BODY}</p><h2>What happens next</h2><p>{LAST}</p>
</article><aside><a href="/more">Read more about ships</a></aside>
<footer>Copyright. All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>"""


def test_the_body_comes_without_navigation_and_with_what_the_page_says(tmp_path: Path) -> None:
    taken = document(written(tmp_path, "a.html", PAGE.format(charset="utf-8")))
    assert taken.text == f"{HEADLINE}\n\n{LEAD}\n\n{BODY}\n\nWhat happens next\n\n{LAST}"
    assert taken.title == HEADLINE
    assert taken.appearance.author == "Mira Olsen"
    assert taken.appearance.published == "2024-05-03"
    assert taken.appearance.source == "The Ellery Herald"
    assert taken.appearance.url == "https://herald.example/bridge"
    assert taken.language == "en"
    assert [zone.kind for zone in taken.structure.zones] == [
        "headline",
        "lead",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_the_year_in_the_footer_is_no_date_of_publication(tmp_path: Path) -> None:
    lines = PAGE.format(charset="utf-8").replace("Copyright.", "© 2019 Herald.").split("\n")
    page = "\n".join(line for line in lines if "published_time" not in line)
    assert document(written(tmp_path, "a.html", page)).appearance.published == ""


def test_the_charset_that_a_page_declares_is_used(tmp_path: Path) -> None:
    source = PAGE.format(charset="iso-8859-2").replace("Tom", "Łukasz")
    encoded = source.encode("iso-8859-2", "xmlcharrefreplace")
    taken = document(written(tmp_path, "a.htm", encoded))
    assert "Łukasz" in taken.text
    assert taken.encoding == "iso-8859-2"


def test_entities_of_a_page_are_not_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret", "PRIVATE KEY")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = (
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY e0 "boom">{bomb}'
        f'<!ENTITY out SYSTEM "{secret.as_uri()}">]>'
    )
    page = PAGE.format(charset="utf-8").replace("<!DOCTYPE html>", head)
    taken = document(written(tmp_path, "a.xhtml", page.replace("Tom", "&e11; &out; Tom")))
    assert "boom" not in taken.text
    assert "PRIVATE" not in taken.text
    assert len(taken.text) < 2 * len(page)


def test_a_page_too_small_to_judge_gives_all_its_paragraphs_and_says_so(tmp_path: Path) -> None:
    page = "<html><body><h1>Bridge opens</h1><p>It opened.</p><p>So it did.</p></body></html>"
    taken = document(written(tmp_path, "a.html", page))
    assert taken.text == "Bridge opens\n\nIt opened.\n\nSo it did."


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    page = "<html><body><script>var a = 'x';</script><img src='a.png'></body></html>"
    assert refusal(written(tmp_path, "a.html", page)).key == "intake.no_article"


def test_deeply_nested_markup_is_no_danger(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 50_000 + f"<p>{BODY}</p>"
    assert refusal(written(tmp_path, "a.html", page)).key in (
        "intake.no_article",
        "intake.damaged",
    )


def test_a_table_comes_in_row_by_row_without_bars(tmp_path: Path) -> None:
    rows = "<tr><th>District</th><th>Yes</th></tr><tr><td>North</td><td>4,512</td></tr>"
    page = PAGE.format(charset="utf-8").replace("<h2>", f"<table>{rows}</table><h2>")
    text = document(written(tmp_path, "a.html", page)).text
    assert f"{BODY}\n\nDistrict\tYes\nNorth\t4,512\n\nWhat" in text
