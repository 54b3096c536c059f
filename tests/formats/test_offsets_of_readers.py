"""Whatever unit the tool of a file counted in, its readers find the words, and say which it was.

The text has what makes each unit differ: emoji, accents and line ends of two characters. Where no
unit fits, the first place that does not is named.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats.registry import reader
from workbench.formats.units import CODE_POINTS, FOLDED, UTF8, UTF8_FOLDED, UTF16, UTF16_FOLDED

RAW = "Zoë 🚢 said\r\nthe plan\r\nfails 🚢 now."
WORDS = ("said", "plan", "fails 🚢", "now")
COUNT: dict[str, Callable[[str], int]] = {
    CODE_POINTS: len,
    UTF16: lambda text: len(text.encode("utf-16-le")) // 2,
    UTF8: lambda text: len(text.encode()),
    FOLDED: lambda text: len(text.replace("\r\n", "\n")),
    UTF16_FOLDED: lambda text: len(text.replace("\r\n", "\n").encode("utf-16-le")) // 2,
    UTF8_FOLDED: lambda text: len(text.replace("\r\n", "\n").encode()),
}

Marks = list[tuple[int, int, str]]


def brat(folder: Path, marks: Marks) -> Path:
    (folder / "a.txt").write_bytes(RAW.encode())
    lines = (f"T{n}\tx {start} {end}\t{words}\n" for n, (start, end, words) in enumerate(marks))
    (folder / "a.ann").write_text("".join(lines), encoding="utf-8")
    return folder / "a.ann"


def label_studio(folder: Path, marks: Marks) -> Path:
    result = [
        {
            "id": f"r{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": words, "labels": ["x"]},
        }
        for number, (start, end, words) in enumerate(marks)
    ]
    task = {"id": 1, "data": {"text": RAW}, "annotations": [{"id": 1, "result": result}]}
    (folder / "a.json").write_text(json.dumps([task]))
    return folder / "a.json"


def prodigy(folder: Path, marks: Marks) -> Path:
    places = [{"start": start, "end": end, "text": words} for start, end, words in marks]
    tokens = [place | {"id": number} for number, place in enumerate(places)]
    spans = [
        {"start": start, "end": end, "token_start": n, "token_end": n, "label": "x"}
        for n, (start, end, _) in enumerate(marks)
    ]
    line = {"text": RAW, "tokens": tokens, "spans": spans, "answer": "accept"}
    (folder / "a.jsonl").write_text(json.dumps(line))
    return folder / "a.jsonl"


WRITERS = {"brat": brat, "label-studio": label_studio, "prodigy": prodigy}
every = pytest.mark.parametrize("name", WRITERS)


def counted(unit: str) -> Marks:
    """Where a tool that counts in a unit says that the words stand."""
    count, starts = COUNT[unit], map(RAW.index, WORDS)
    return [
        (count(RAW[:start]), count(RAW[: start + len(words)]), words)
        for start, words in zip(starts, WORDS, strict=True)
    ]


def read(name: str, path: Path) -> CorpusArticle | Refusal:
    (found,) = reader(name)(path)
    return found


@every
@pytest.mark.parametrize("unit", COUNT)
def test_the_unit_that_fits_is_taken_and_named(name: str, unit: str, tmp_path: Path) -> None:
    found = read(name, WRITERS[name](tmp_path, counted(unit)))
    assert isinstance(found, CorpusArticle), found
    assert found.unit == ("" if unit == CODE_POINTS else unit)
    assert found.text == RAW.replace("\r\n", "\n")
    assert [mark.quote for mark in found.annotations] == list(WORDS)


@every
def test_where_none_fits_the_first_place_that_does_not_is_named(name: str, tmp_path: Path) -> None:
    mixed = [*counted(CODE_POINTS)[:1], *counted(UTF16)[1:3], *counted(UTF8)[3:]]
    found = read(name, WRITERS[name](tmp_path, mixed))
    assert isinstance(found, Refusal)
    assert found.key == "formats.no_unit_fits"
    said = dict(found.values)
    assert (said["said"], said["found"]) == ("plan", RAW[mixed[1][0] : mixed[1][1]])
