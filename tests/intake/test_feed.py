"""Each entry of a feed is an article with all that the feed says of it, and XML does no harm."""

from pathlib import Path

import pytest

from tests.intake.samples import BODY, LEAD, document, documents, refusal, why, written
from workbench.domain.corpus import Refusal
from workbench.intake.reading import read

RSS = f"""<?xml version="1.0" encoding="{{charset}}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Ellery Herald</title><link>https://herald.example/</link>
<atom:link href="https://herald.example/rss" rel="self"/><language>en-GB</language>
<item><title>Bridge &amp;amp; harbour</title><link>https://herald.example/bridge</link>
<pubDate>Fri, 03 May 2024 09:12:00 +0200</pubDate><dc:creator>Mira Olsen</dc:creator>
<category>Politics</category><category>Harbour</category>
<description>Only the beginning.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><script>x()</script><p>{BODY}</p>]]></content:encoded>
</item>
<item><title>Ferry stops</title><guid>https://herald.example/ferry</guid>
<author>desk@herald.example (Tom Reed)</author>
<description>&lt;p&gt;The ferry has stopped.&lt;/p&gt;
</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title
 type="html">Der &lt;b&gt;Bote
&lt;/b&gt;</title><author><name>Redaktion</name></author>
<entry><title>Hafen</title><link rel="self" href="https://bote.example/self"/>
<link href="https://bote.example/hafen"/><published>2024-05-03T09:12:00Z</published>
<updated>2024-06-01T00:00:00Z</updated><category term="Politik"/>
<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>{LEAD}</x:p>
<x:p>{BODY}</x:p></x:div></content></entry>
<entry><title>Zwei</title><author><name>Ilse Varn</name></author>
<id>tag:bote.example,2024:2</id>
<content type="text">Ein Satz mit a &lt; b.</content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/"><title>Old Paper</title></channel>
<item rdf:about="x"><title>Old</title><link>https://old.example/1</link>
<dc:date>2004-05-03</dc:date>
<description>An old story is told here.</description></item></rdf:RDF>"""


def rss(charset: str = "utf-8") -> str:
    return RSS.format(charset=charset)


def test_an_item_of_rss_is_an_article_with_its_whole_text(tmp_path: Path) -> None:
    first, _, _ = read(written(tmp_path, "a.rss", rss()))
    assert not isinstance(first, Refusal)
    assert first.text == f"Bridge & harbour\n\n{LEAD}\n\n{BODY}"
    assert first.title == "Bridge & harbour"
    told = first.appearance
    assert (told.source, told.url) == ("The Ellery Herald", "https://herald.example/bridge")
    assert (told.author, told.published) == ("Mira Olsen", "2024-05-03T09:12:00+02:00")
    assert (first.language, first.meta) == ("en", {"categories": "Politics, Harbour"})
    assert "intake.note_summary_only" not in first.notes


def test_a_summary_alone_is_taken_and_noted(tmp_path: Path) -> None:
    _, second, _ = read(written(tmp_path, "a.xml", rss()))
    assert not isinstance(second, Refusal)
    assert second.text == "Ferry stops\n\nThe ferry has stopped."
    assert "intake.note_summary_only" in second.notes
    assert second.appearance.author == "Tom Reed"
    assert second.appearance.url == "https://herald.example/ferry"


def test_an_entry_without_text_is_refused_by_its_number_and_stops_no_other(tmp_path: Path) -> None:
    *_, third = read(written(tmp_path, "a.rss", rss()))
    assert isinstance(third, Refusal)
    assert third.key == "intake.empty_entry"
    assert "Entry 3" in why(third)


def test_atom_gives_its_entries_with_authors_dates_and_the_page_itself(tmp_path: Path) -> None:
    first, second = documents(written(tmp_path, "a.atom", ATOM))
    assert first.text == f"Hafen\n\n{LEAD}\n\n{BODY}"
    told = first.appearance
    assert (told.source, told.url) == ("Der Bote", "https://bote.example/hafen")
    assert (told.author, told.published) == ("Redaktion", "2024-05-03T09:12:00+00:00")
    assert (first.language, first.meta) == ("de", {"categories": "Politik"})
    assert second.text == "Zwei\n\nEin Satz mit a < b."
    assert (second.appearance.author, second.appearance.url) == ("Ilse Varn", "")


def test_the_first_rss_is_read_too(tmp_path: Path) -> None:
    taken = document(written(tmp_path, "a.xml", RDF))
    assert taken.text == "Old\n\nAn old story is told here."
    assert (taken.appearance.source, taken.appearance.published) == ("Old Paper", "2004-05-03")


@pytest.mark.parametrize("charset", ["utf-16", "iso-8859-2", "windows-1252"])
def test_the_encoding_that_xml_declares_is_used(tmp_path: Path, charset: str) -> None:
    text = rss(charset).replace("Tom Reed", "Thomas Müller").replace("“", "").replace("”", "")
    _, second, _ = read(written(tmp_path, "a.rss", text.encode(charset)))
    assert not isinstance(second, Refusal)
    assert second.appearance.author == "Thomas Müller"


# --- wrong input


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_expanded(tmp_path: Path, charset: str) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    secret = written(tmp_path, "secret", "PRIVATE KEY").as_uri()
    for declared in (f'<!ENTITY e0 "boom">{bomb}', f'<!ENTITY e11 SYSTEM "{secret}">'):
        head = f'<?xml version="1.0" encoding="{charset}"?><!DOCTYPE rss [{declared}]>'
        text = head + rss().partition("?>")[2].replace("Only", "&e11;")
        path = written(tmp_path, "a.rss", text.encode(charset))
        assert refusal(path).key == "intake.feed_entities"


def test_a_definition_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    head = '<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    text = rss().replace("<rss", f"{head}<rss", 1)
    assert len(list(read(written(tmp_path, "a.rss", text)))) == 3


def test_xml_that_is_no_feed_and_xml_that_is_broken_are_refused(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, "a.xml", "<invoice><item>1</item></invoice>"))
    assert refused.key == "intake.no_feed"
    assert "invoice" in why(refused)
    assert refusal(written(tmp_path, "b.xml", rss()[:600])).key == "intake.damaged"
    assert refusal(written(tmp_path, "c.xml", "<feed/>")).key == "intake.empty_feed"
    deep = "<feed>" + "<a>" * 100_000
    assert refusal(written(tmp_path, "d.xml", deep)).key == "intake.damaged"
