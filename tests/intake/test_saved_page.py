"""Pages that a browser saved as one file give the article of the page, and no frame's beside it."""

from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

from tests.intake.samples import BODY, HEADLINE, LAST, LEAD, document, refusal, written
from workbench.intake.incoming import IntakeOptions

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE}</title></head><body>
<nav><ul><li><a href="/">Front page</a></li></ul></nav>
<article><h1>{HEADLINE}</h1><p>{LEAD}</p><p>{BODY}</p><p>{LAST}</p></article></body></html>"""
ADVERTISEMENT = "<html><body><p>Buy one boat and get the second one free.</p></body></html>"
TEXT = f"{HEADLINE}\n\n{LEAD}\n\n{BODY}\n\n{LAST}"


def page(source: str, location: str, *, charset: str = "utf-8") -> MIMEText:
    """A page as it stands in a saved file."""
    part = MIMEText(source, "html", charset)
    part["Content-Location"] = location
    return part


def saved(*parts: MIMEBase | MIMEText, address: str = "https://herald.example/bridge") -> bytes:
    """A file as a browser saves it."""
    mail = MIMEMultipart("related")
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = address
    mail["Subject"] = "=?utf-8?Q?Harbour_=E2=80=93_town?="
    for part in parts:
        mail.attach(part)
    return mail.as_bytes()


def picture() -> MIMEBase:
    part = MIMEBase("image", "png")
    part.set_payload("iVBORw0KGgo=")
    part["Content-Transfer-Encoding"] = "base64"
    return part


def test_the_article_comes_with_its_address_and_without_pictures(tmp_path: Path) -> None:
    data = saved(page(PAGE, "https://herald.example/bridge"), picture())
    taken = document(written(tmp_path, "a.mhtml", data))
    assert taken.text == TEXT
    assert taken.title == HEADLINE
    assert taken.appearance.url == "https://herald.example/bridge"
    assert taken.appearance.file == "a.mhtml"


def test_of_several_frames_the_one_with_the_article_is_taken(tmp_path: Path) -> None:
    frames = [page(f"<html><body><!-- {'x' * 9000} --></body></html>", "cid:frame-1@mhtml.blink")]
    frames += [page(ADVERTISEMENT, "https://ads.example/1"), page(PAGE, "https://herald.example/b")]
    taken = document(written(tmp_path, "a.mht", saved(*frames)))
    assert taken.text == TEXT
    assert taken.appearance.url == "https://herald.example/b"


def test_the_address_of_the_whole_file_serves_a_page_without_one(tmp_path: Path) -> None:
    data = saved(page(PAGE, "cid:frame-1@mhtml.blink"))
    taken = document(written(tmp_path, "a.mhtml", data))
    assert taken.appearance.url == "https://herald.example/bridge"


def test_a_place_on_somebodys_disk_is_no_address(tmp_path: Path) -> None:
    data = saved(page(PAGE, "file:///home/mira/a.html"), address="file:///home/mira/a.html")
    assert document(written(tmp_path, "a.mhtml", data)).appearance.url == ""


def test_the_charset_of_the_mail_and_one_that_is_told_are_used(tmp_path: Path) -> None:
    source = PAGE.replace("Tom", "Łukasz")
    plain = source.replace("“", '"').replace("”", '"')
    data = saved(page(plain, "https://herald.example/b", charset="iso-8859-2"))
    taken = document(written(tmp_path, "a.mhtml", data))
    assert ("Łukasz" in taken.text, taken.encoding) == (True, "iso-8859-2")
    told = IntakeOptions(encoding="iso-8859-1")
    assert "£ukasz" in document(tmp_path / "a.mhtml", options=told).text


def test_a_subject_is_the_title_where_the_page_has_none(tmp_path: Path) -> None:
    bare = f"<html><body><p>{LEAD}</p><p>{BODY}</p></body></html>"
    taken = document(written(tmp_path, "a.mhtml", saved(page(bare, "https://herald.example/b"))))
    assert taken.title == "Harbour – town"


def test_a_saved_file_without_a_page_is_refused(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail.set_content("Only words.")
    assert refusal(written(tmp_path, "a.mhtml", mail.as_bytes())).key == "intake.no_article"
    assert refusal(written(tmp_path, "b.mhtml", saved(picture()))).key == "intake.no_article"


def test_mails_within_mails_without_end_do_no_harm(tmp_path: Path) -> None:
    heads = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000)
    )
    path = written(tmp_path, "a.mhtml", f"MIME-Version: 1.0\r\n{heads}")
    assert refusal(path).key in ("intake.no_article", "intake.damaged")
