"""Every sample file of other tools is read as what it is, or refused with the right reason.

How many marks each has is held against what is written in it, counted here with the plainest means.
"""

import json
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import CHECKOUT
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats import registry
from workbench.intake import reading
from workbench.operations.recognising import sources

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples"
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="The samples of other tools are not beside this checkout."
)

UNKNOWN, NO_KEY = "intake.unknown_format", "intake.no_text_key"
BESIDE, EMPTY = "formats.stands_beside", "domain.span_empty"
UNRECOGNISED, ONLY_WRITTEN = "formats.unrecognised", "formats.only_written"
WITHOUT_TEXT = (
    *("emptyCas/", "casWithoutText", "casWithFloatingPoint*/data.json", "casWithSofaData"),
    *("casWithTextAndAnnotations/debug.xmi", "child_type_before_parent"),
    *("cas_with_array_features", "cas_with_list_features"),
)
OF_NO_WIDTH = (
    *("*SubMultiTokenSpanWithFeatureValue", "testZeroLengthSpansWith*FeatureValue"),
    *("testZeroWidthAnnotation", "testZeroLength", "testSubtokenChain"),
)
# What becomes of each file, the first line that fits: the format it is read as, `plain` for an
# article of which nobody said anything, or why it is refused.
TABLE: list[tuple[str, str]] = [
    ("brat/*.conf", BESIDE),
    ("brat/*/README", UNKNOWN),
    ("brat/*", "brat"),
    ("argilla/*", UNRECOGNISED),
    ("*/labeling.invalid.conll", "formats.no_tag"),
    ("conll/*", "conll"),
    ("conllu/*.conllup", ONLY_WRITTEN),
    ("conllu/*", UNRECOGNISED),
    ("doccano/*.conll", "conll"),
    ("doccano/*/data_export/*/relation_extraction/example.jsonl", "intake.not_json"),  # on lines
    ("doccano/*/tests/data/sequence_labeling/example.jsonl", "formats.wrong_type"),  # its last line
    ("doccano/*/data_import/pipeline/examples/sequence_labeling/*.jsonl", NO_KEY),
    ("doccano/*/sequence_labeling/example.txt", "conll"),
    ("doccano/*/text_classification/*.jsonl", NO_KEY),
    ("doccano/*/text_classification/*.csv", "intake.no_text_column"),
    ("doccano/*/text_classification/*.json", UNRECOGNISED),
    ("doccano/*/text_classification/*.txt", "plain"),
    ("doccano/*", "doccano"),
    ("hf-datasets/*.parquet", ONLY_WRITTEN),
    ("hf-datasets/*", NO_KEY),
    ("label-studio/*.xml", "intake.no_feed"),
    ("label-studio/*", "label-studio"),
    ("spacy/*", ONLY_WRITTEN),
    ("uima-cas/*.xml", "intake.no_feed"),
    ("uima-cas/*.py", UNKNOWN),
    ("uima-cas/*/README.md", "plain"),
    ("uima-cas/conll/*.json", UNRECOGNISED),  # the JSON of before cassis
    ("uima-cas/conll/*", "conll"),
    ("uima-cas/*/casWithFloatingPointSpecialValues/debug.xmi", "formats.no_cas"),
    ("uima-cas/*/cas_with_collections.xmi", "formats.no_cas"),
    *((f"uima-cas/*{name}*", "formats.no_text") for name in WITHOUT_TEXT),
    ("uima-cas/*.json", "cas-json"),
    ("uima-cas/*", "cas-xmi"),
    ("w3c-anno/*.jsonld", ONLY_WRITTEN),
    ("w3c-anno/*", UNRECOGNISED),
    ("webanno-tsv/tsv3/*.xml", "intake.damaged"),
    ("webanno-tsv/*.xml", "intake.no_feed"),
    *((f"webanno-tsv/*/{name}*/reference.xmi", EMPTY) for name in OF_NO_WIDTH[:3]),
    *((f"webanno-tsv/*/{name}*/reference.tsv", EMPTY) for name in OF_NO_WIDTH),
    ("webanno-tsv/*/reference-explained*", "formats.webanno_line"),  # written into by hand
    ("webanno-tsv/*.xmi", "cas-xmi"),
    ("webanno-tsv/*", "webanno-tsv"),
    ("SOURCES.md", "plain"),
]


def files() -> list[str]:
    found = (path for path in SAMPLES.rglob("*") if path.is_file())
    return sorted(path.relative_to(SAMPLES).as_posix() for path in found)


def read(path: Path) -> tuple[str, list[CorpusArticle], list[str]]:
    """What a file is read as, its articles with annotations, and why others are refused."""
    (source,) = sources(path)
    if isinstance(source, Refusal):
        return "", [], [source.key]
    if not source.format:
        return "plain", [], [each.key for each in reading.read(path) if isinstance(each, Refusal)]
    found = list(registry.reader(source.format)(path))
    return (
        source.format,
        [each for each in found if isinstance(each, CorpusArticle)],
        [each.key for each in found if isinstance(each, Refusal)],
    )


def test_there_are_samples_of_every_tool() -> None:
    assert len(files()) > 350
    assert all(any(fnmatch(name, pattern) for name in files()) for pattern, _ in TABLE)


@pytest.mark.parametrize("folder", sorted({name.split("/")[0] for name in files()}))
def test_every_sample_is_read_or_refused_with_the_right_reason(folder: str) -> None:
    for name in (each for each in files() if each.split("/")[0] == folder):
        expected = next(outcome for pattern, outcome in TABLE if fnmatch(name, pattern))
        format, articles, refused = read(SAMPLES / name)
        assert (set(refused) or {format}) == {expected}, name
        if not refused and format in COUNTED:
            marks = sum(len(article.annotations) for article in articles)
            assert marks == COUNTED[format](SAMPLES / name), name


# --- the plainest way to count the marks of a file


def _spans_of_brat(path: Path) -> int:
    lines = path.with_suffix(".ann").read_text(encoding="utf-8").split("\n")
    return sum(line.startswith("T") for line in lines)


def _begun_tags(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum("B-" in line.split("\t")[-1] or " B-" in line or "\tB-" in line for line in lines)


def _spans_of_doccano(path: Path) -> int:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return sum(len(line.get(key, ())) for line in lines for key in ("label", "labels", "entities"))


def _regions(path: Path) -> int:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    tasks = loaded if isinstance(loaded, list) else [loaded]
    results = [
        result for task in tasks for work in task["annotations"] for result in work["result"]
    ]
    return len({result["id"] for result in results if result["type"] == "labels"})


def _entities_in_json(path: Path) -> int:
    return path.read_text(encoding="utf-8").count('type.NamedEntity"') // 2


def _entities_in_xml(path: Path) -> int:
    return len(etree.parse(path).xpath("//*[local-name()='NamedEntity']"))


COUNTED: dict[str, Callable[[Path], int]] = {
    "brat": _spans_of_brat,
    "conll": _begun_tags,
    "doccano": _spans_of_doccano,
    "label-studio": _regions,
    "cas-json": _entities_in_json,
    "cas-xmi": _entities_in_xml,
}
