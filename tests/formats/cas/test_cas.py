"""CAS: what is held comes back, cassis alone reads it, and files of others are read."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem
from lxml import etree

from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward, missing, read_back, told
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.formats.registry import reader, writer

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples"
FORMATS = {"cas-json": "corpus.json", "cas-xmi": "corpus.xmi"}
# Without a text, with a span of no width, or of a kind that cassis itself cannot read.
NO_TEXT = (
    *("casWithFloatingPointSpecialValues", "casWithSofaDataArray", "casWithSofaDataURI"),
    *("casWithoutTextButWithAnnotations", "emptyCas"),
)
EMPTY = (
    *("testStackedSubMultiTokenSpanWithFeatureValue", "testSubMultiTokenSpanWithFeatureValue"),
    *("testZeroLengthSpansWithFeatureValues", "testZeroLengthSpansWithoutFeatureValues"),
    *(
        f"testZeroWidthAnnotation{place}"
        for place in (
            "BeforeFirstTokenIsMovedToBeginOfFirstToken",
            "BetweenTokenIsMovedToEndOfPreviousToken",
            "BeyondLastTokenIsMovedToEndOfLastToken",
        )
    ),
)
REFUSED = {
    "cas-json": {
        *((name, "formats.no_text") for name in (*NO_TEXT, "json")),
        ("2000", "formats.no_cas"),
    },
    "cas-xmi": {
        *((name, "formats.no_text") for name in (*NO_TEXT[1:], "casWithTextAndAnnotations", "xmi")),
        *((name, "domain.span_empty") for name in EMPTY),
        *((name, "formats.no_cas") for name in (NO_TEXT[0], "xmi")),
    },
}
# A span of ours without borders.
NOWHERE = (
    '{"%TYPES": {"workbench.Span": {"%NAME": "workbench.Span", "%SUPER_TYPE": '
    '"uima.tcas.Annotation"}}, "%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", '
    '"sofaNum": 1, "sofaID": "_InitialView", "sofaString": "Holm"}, {"%ID": 2, "%TYPE": '
    '"workbench.Span", "@sofa": 1}], "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}}}'
)
both = pytest.mark.parametrize("name", FORMATS)


@both
def test_what_is_missing_after_a_round_trip_is_what_the_receipt_said(
    name: str, tmp_path: Path
) -> None:
    losses = write(writer(name), [awkward()], tmp_path / FORMATS[name])
    assert told(losses) == missing(awkward(), read_back(reader(name), tmp_path))
    assert told(losses).keys() == {"zones"}


@both
def test_whose_layers_are_finished_comes_back(name: str, tmp_path: Path) -> None:
    write(writer(name), [awkward()], tmp_path / FORMATS[name])
    found = {
        (a.annotator, a.layer)
        for article in read_back(reader(name), tmp_path)
        for a in article.assignments or ()
    }
    assert found == {(a.annotator, a.layer) for a in awkward().assignments or ()}


def test_files_count_utf16_and_cassis_finds_the_words(tmp_path: Path) -> None:
    write(writer("cas-json"), [awkward()], tmp_path / "corpus.json")
    write(writer("cas-xmi"), [awkward()], tmp_path / "x" / "corpus.xmi")
    (in_json,) = (tmp_path / "ann").glob("*.json")
    (in_xmi,) = (tmp_path / "x" / "ann").glob("*.xmi")
    with (tmp_path / "x" / "TypeSystem.xml").open("rb") as types, in_xmi.open("rb") as xmi:
        from_xmi = load_cas_from_xmi(xmi, typesystem=load_typesystem(types))
    own = {mark.id: mark for mark in awkward().annotations if mark.annotator == "ann"}
    for cas in (load_cas_from_json(in_json.read_text(encoding="utf-8")), from_xmi):
        spans = {span.uid: span for span in cas.select("workbench.Span")}
        assert spans.keys() == own.keys()
        for uid, span in spans.items():
            pieces = (piece.get_covered_text() for piece in span.fragments.elements)
            assert " ".join(pieces) == own[uid].quote
    raw = json.loads(in_json.read_text(encoding="utf-8"))["%FEATURE_STRUCTURES"]
    (place,) = [fs for fs in raw if fs.get("uid") == "a-9"]
    units = awkward().text.encode("utf-16-le")
    assert units[2 * place["begin"] : 2 * place["end"]].decode("utf-16-le") == "Port Ennis"


def test_what_xml_has_no_place_for_is_left_out_and_told_of(tmp_path: Path) -> None:
    first, *others = awkward().annotations
    noted = replace(awkward(), annotations=(replace(first, note="\x0b"), *others))
    losses = write(writer("cas-xmi"), [noted], tmp_path / "corpus.xmi")
    assert [loss.detail for loss in losses if loss.kind == "not_in_xml"] == [
        f"ann, {noted.article.title}"
    ]
    assert [path.parent.name for path in tmp_path.rglob("*.xmi")] == ["bo"]
    assert told(write(writer("cas-json"), [noted], tmp_path / "j" / "corpus.json"))["zones"] == 2


@both
def test_a_file_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    suffix = Path(FORMATS[name]).suffix
    (nothing,) = reader(name)(tmp_path)
    for words in ("", "{}", "[1]", "<a/>", '{"%TYPES": 3}', "<xmi:XMI/>", NOWHERE):
        (tmp_path / f"a{suffix}").write_text(words)
        (found,) = reader(name)(tmp_path)
        assert isinstance(found, Refusal), words
        assert found.key in {"formats.no_cas", "formats.no_text", "domain.span_empty"}
    assert isinstance(nothing, Refusal)
    assert nothing.key == "formats.nothing_in_folder"


def test_what_is_of_a_type_that_is_not_read_is_told_of(tmp_path: Path) -> None:
    xmi = (
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
        'xmlns:other="http:///some/other.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>'
        '<other:Mood xmi:id="2" sofa="1" begin="0" end="4"/><cas:Sofa xmi:id="1" sofaNum="1" '
        'sofaID="_InitialView" mimeType="text" sofaString="Holm"/>'
        '<cas:View sofa="1" members="2"/></xmi:XMI>'
    )
    (tmp_path / "a.xmi").write_text(xmi)
    (found,) = reader("cas-xmi")(tmp_path / "a.xmi")
    json_ = NOWHERE.replace("workbench.Span", "some.Mood")
    (tmp_path / "a.json").write_text(json_)
    (same,) = reader("cas-json")(tmp_path / "a.json")
    assert not isinstance(found, Refusal)
    assert not isinstance(same, Refusal)
    assert (found.passed, same.passed) == ((("some.other.Mood", 1),), (("some.Mood", 1),))


@both
def test_a_missing_library_is_named_with_what_installs_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.startswith("workbench.formats.cas")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(UserError, check=lambda e: e.key == "formats.no_extra"):
        reader(name)


def sample_files(suffix: str) -> Iterator[Path]:
    folders = ("uima-cas", "webanno-tsv")
    return (path for folder in folders for path in (SAMPLES / folder).rglob(f"*{suffix}"))


def entities_in(path: Path) -> int:
    """How many named entities a file has, by what is written in it."""
    if path.suffix == ".xmi":
        return len(etree.parse(path).xpath("//*[local-name()='NamedEntity']"))
    return path.read_text(encoding="utf-8").count('type.NamedEntity"') // 2


@both
def test_every_sample_with_a_text_is_read_with_its_entities(name: str) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    read, refused = 0, set()
    for path in sample_files(Path(FORMATS[name]).suffix):
        (found,) = reader(name)(path)
        if isinstance(found, Refusal):
            refused.add((path.parent.name, found.key))
            continue
        assert len(found.annotations) == entities_in(path), path
        read += 1
    assert refused == REFUSED[name]
    assert read >= 10
