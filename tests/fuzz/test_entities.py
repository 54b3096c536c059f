"""XML from elsewhere reads no other file and asks no other machine, whatever its entities say."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.fuzz.judging import judged
from tests.fuzz.readers import BY_NAME, CORPUS, TERMS
from workbench.operations import incoming

CANARY = "canary-4711"
LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
).replace("&l0;", "ha")


def prologue(kind: str, secret: Path) -> bytes:
    """What declares an entity `x`: the text of another file, or one that grows without an end."""
    said = {
        "file": f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        "network": '<!ENTITY x SYSTEM "http://127.0.0.1:9/x">',
        "parameter": f'<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;',
        "laughs": LAUGHS + '<!ENTITY x "&l9;">',
    }[kind]
    return f"<!DOCTYPE any [{said}]>".encode()


def with_entity(data: bytes, declared: bytes, *, text: bytes) -> bytes:
    """A file of XML that declares an entity and has it in the place of some text."""
    head, _, rest = data.partition(b"?>") if data.startswith(b"<?xml") else (b"", b"", data)
    assert text in rest
    start = head + b"?>" if head else b""
    return start + declared + rest.replace(text, b"&x;", 1)


def hostile(name: str, declared: bytes) -> bytes:
    """An input of a reader with the entity in its text."""
    if name == "docx":
        return repacked(declared)
    sample, text = {
        "cas-xmi": ("sample-0", b"Ferry"),
        "feed": ("rss", b"The Gull"),
        "html": ("sample", b"Harbour town votes"),
    }[name]
    return with_entity((CORPUS / name / sample).read_bytes(), declared, text=text)


def repacked(declared: bytes) -> bytes:
    made = io.BytesIO()
    sample = CORPUS / "docx" / "sample"
    with zipfile.ZipFile(sample) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            if part == "word/document.xml":
                data = with_entity(data, declared, text=b"Harbour town votes")
            target.writestr(part, data)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["file", "network", "parameter", "laughs"])
@pytest.mark.parametrize("name", ["docx", "cas-xmi", "feed", "html"])
def test_an_entity_brings_nothing_in(name: str, kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(CANARY, encoding="utf-8")
    data = hostile(name, prologue(kind, secret))
    reader = BY_NAME[name]
    assert judged(reader, data, tmp_path / "fuzz" / "input").finding == ""
    path = tmp_path / f"a{reader.suffix}"
    path.write_bytes(data)
    format = name if name == "cas-xmi" else ""
    taken = str(list(incoming.read([str(path)], format, TERMS)))
    assert CANARY not in taken
    assert len(taken) < 100_000
