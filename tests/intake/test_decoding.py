"""Encodings are found or guessed honestly, and what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.intake.decoding import DAMAGED, GUESSED, decode

ENGLISH = (
    "The mayor’s office said “no” – and then the café closed. It cost €50, she said, a naïve sum."
)
GERMAN = "Die Brücke wird größer, sagte die Bürgermeisterin. „Das hören wir häufig“, so die Gegner."
POLISH = (
    "Rada miasta zagłosuje w przyszłym tygodniu nad drugim mostem. Przeciwnicy mówią o prezencie "
    "dla żeglugi, a burmistrz twierdzi, że wszystkie głosy będą wysłuchane. Źle, mówią."
)
CZECH = (
    "Městská rada bude příští týden hlasovat o druhém mostě přes přístav, řekl starosta Šťastný."
)
CHINESE = "市议会下周将就第二座桥进行表决。反对者说这是送给航运业的礼物，市长说所有声音都会被听到。"
RUSSIAN = "Городской совет на следующей неделе проголосует по второму мосту через гавань."
FRENCH = "Le conseil municipal se prononcera la semaine prochaine, a déclaré le maire, très ému."


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (GERMAN, "cp1252", "windows-1252"),
        (FRENCH, "cp1252", "windows-1252"),
        (POLISH, "iso8859-2", "iso-8859-2"),
        (POLISH, "cp1250", "windows-1250"),
        (CZECH, "iso8859-2", "iso-8859-2"),
        (CZECH, "cp1250", "windows-1250"),
        (CHINESE, "gb18030", "gb18030"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("times", [1, 12])
def test_the_encoding_of_real_bytes_is_guessed_right_and_noted(
    text: str, encoding: str, named: str, times: int
) -> None:
    decoded = decode(f"{text}\n".encode(encoding) * times)
    assert decoded.text == f"{text}\n" * times
    assert decoded.encoding == named
    assert GUESSED in decoded.notes


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_certain(encoding: str) -> None:
    decoded = decode(POLISH.encode(encoding))
    assert decoded.text.removeprefix("\ufeff") == POLISH
    assert decoded.encoding == encoding.removesuffix("-sig")
    assert decoded.notes == ()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_whatever_is_valid_utf8_is_read_as_utf8_without_a_note(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text in (text, text.removeprefix("\ufeff"), "\ufeff" + text)
    assert (decoded.encoding, decoded.notes) == ("utf-8", ())


def test_the_encoding_that_a_file_declares_is_tried_before_guessing() -> None:
    decoded = decode("Łódź".encode("iso8859-2"), declared="iso-8859-2")
    assert (decoded.text, decoded.notes) == ("Łódź", ())


def test_an_unknown_declaration_is_not_believed() -> None:
    assert decode(ENGLISH.encode("cp1252"), declared="x-nonsense").text == ENGLISH


def test_the_encoding_that_a_person_names_wins_over_any_guess() -> None:
    assert decode(POLISH.encode("cp1252", "replace"), encoding="cp1250").encoding == "windows-1250"


@pytest.mark.parametrize(
    ("encoding", "key"),
    [
        ("utf-8", "intake.wrong_encoding"),
        ("klingon", "intake.unknown_encoding"),
        ("hex", "intake.unknown_encoding"),
        ("a\0b", "intake.unknown_encoding"),
    ],
)
def test_a_named_encoding_that_cannot_be_is_refused(encoding: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        decode(GERMAN.encode("cp1252"), encoding=encoding)
    assert caught.value.key == key
    assert encoding in str(caught.value)


def test_bytes_that_do_not_fit_are_replaced_and_noted() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "fine".encode("utf-16-le") + b"\x00")
    assert decoded.text.startswith("fine")
    assert "\ufffd" in decoded.text
    assert DAMAGED in decoded.notes


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
        b"PK\x03\x04" + b"text " * 100,
        b"%PDF-1.7\nplain letters only\n",
        bytes(range(256)) * 50,
        b"Some words and then \x00\x01\x02\x03\x04" * 20,
        b"\x00\x00\x00\x01",
    ],
    ids=["png", "zip", "pdf", "all bytes", "controls", "four bytes"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        decode(data)
    assert caught.value.key == "intake.binary"


def test_a_stray_control_does_not_make_a_long_text_binary() -> None:
    assert decode(b"A line with a stray \x00 in it. " * 3).encoding == "utf-8"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_with_an_encoding_or_refused_as_binary(data: bytes) -> None:
    assert _encoding_or_key(data) not in ("", "intake.wrong_encoding", "intake.unknown_encoding")


def _encoding_or_key(data: bytes) -> str:
    try:
        return decode(data).encoding
    except UserError as error:
        return error.key


def test_a_last_line_without_an_end_counts_for_the_guess() -> None:
    polish = "Łukasz mówił o moście, że żadna łódź już tędy nie przepłynie, choćby chciała."
    decoded = decode(f"Harbour\n\n{polish}".encode("cp1250"))
    assert decoded.text.endswith(polish)


def test_a_short_polish_text_is_no_japanese() -> None:
    polish = "Harbour\n\nŻona Łukasza mówiła o moście, że już nie stoi."
    assert decode(polish.encode("cp1250")).text == polish
    japanese = "NHK News: 港の町で新しい橋について投票が行われた。Ellery."
    assert decode(japanese.encode("shift_jis")).text == japanese
