"""Our own form loses nothing, and takes nothing that is not what it says it is."""

import json
import tracemalloc
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.corpora import SCHEME, TEXT, annotation, bare, corpora, full, raw_texts, write
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.messages import MESSAGES
from workbench.domain.span import Span
from workbench.domain.text import canonical
from workbench.formats import json_values, jsonl
from workbench.formats.scheme_yaml import read_scheme


def read_lines(folder: Path, *lines: object) -> list[CorpusArticle | Refusal]:
    """What is read from a file of these lines; those that are no bytes are made JSON."""
    path = folder / "in.jsonl"
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"\n".join(raw))
    return list(jsonl.read(path))


def read_one(folder: Path, line: object) -> CorpusArticle:
    """The one article of a line."""
    (found,) = read_lines(folder, line)
    assert isinstance(found, CorpusArticle), found
    return found


def refusal_of(folder: Path, line: object) -> Refusal:
    """Why a line is refused, with the other lines coming all the same; its sentence is whole."""
    before, found, after = read_lines(folder, {"text": "one"}, line, {"text": "three"})
    assert isinstance(before, CorpusArticle)
    assert isinstance(after, CorpusArticle)
    assert isinstance(found, Refusal), found
    assert found.path == "in.jsonl, line 2"
    assert MESSAGES[found.key].format(**dict(found.values))
    return found


def span(**said: object) -> dict[str, object]:
    """An article with one annotation that says this."""
    return {"text": TEXT, "annotations": [{"layer": "entity", "label": "person", **said}]}


# --- the round trip


def test_an_article_with_every_field_comes_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert [loss.kind for loss in write(jsonl.writer, [full(), bare()], path)] == ["journal"]
    assert list(jsonl.read(path)) == [full(), bare()]
    assert read_scheme(tmp_path / "out.scheme.yaml") == SCHEME
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "out.scheme.yaml"]


def test_the_full_article_leaves_no_field_of_any_noun_at_its_default() -> None:
    seen: dict[tuple[type, str], bool] = {}
    stack: list[object] = [full()]
    while stack:
        value = stack.pop()
        if isinstance(value, tuple):
            stack += value
        elif is_dataclass(value):
            for field in fields(value):
                item = getattr(value, field.name)
                key = (type(value), field.name)
                seen[key] = seen.get(key, False) or bool(item)
                stack.append(item)
    assert [key for key, filled in seen.items() if not filled] == []


@given(article=corpora())
def test_any_article_comes_back_equal(
    article: CorpusArticle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "out.jsonl"
    write(jsonl.writer, [article], path)
    assert list(jsonl.read(path)) == [article]


def test_a_line_is_json_that_says_what_the_manual_says(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write(jsonl.writer, [full()], path)
    (line,) = path.read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert said["meta"]["source"] == said["appearances"][0]["source"] == "The Gull"
    assert said["zones"][0] == ["headline", 0, 17]
    assert said["relations"][0]["from"] == "a-3"
    assert said["gold"][0]["decision"]["from"] == ["ann", "bo"]
    for spanned in said["annotations"] + said["suggestions"] + said["gold"]:
        slices = [said["text"][start:end] for start, end in spanned["fragments"]]
        assert spanned["quote"] == " ".join(slices)
        assert [spanned["start"], spanned["end"]] == [
            spanned["fragments"][0][0],
            spanned["fragments"][-1][1],
        ]


# --- what may be missing


def test_only_the_text_must_be_there(tmp_path: Path) -> None:
    found = read_one(tmp_path, {"text": "Ferry stops\nNothing more."})
    assert found.article.title == "Ferry stops"
    assert (found.article.id, found.assignments, found.structure) == ("", None, None)


def test_what_an_annotation_leaves_out_stays_empty(tmp_path: Path) -> None:
    (found,) = read_one(tmp_path, span(start=20, end=29)).annotations
    assert (found.quote, found.fragments) == (TEXT[20:29], (Span(20, 29),))
    assert (found.id, found.annotator, found.created, found.scheme_version) == ("", "", "", 0)
    assert found.origin.by == "import"


def test_null_says_the_same_as_nothing(tmp_path: Path) -> None:
    line = {"text": TEXT, "id": None, "meta": {"url": None}, "annotations": None, "zones": None}
    assert read_one(tmp_path, line) == read_one(tmp_path, {"text": TEXT})


def test_metadata_that_are_not_ours_are_kept_under_their_names(tmp_path: Path) -> None:
    line = {
        "text": "x",
        "section": "Politics",
        "meta": {"words": 12, "paid": True, "edition": None},
    }
    meta = read_one(tmp_path, line).article.meta
    assert meta == {"section": "Politics", "words": "12", "paid": "true", "edition": ""}


def test_metadata_of_an_appearance_make_one_unless_it_is_listed(tmp_path: Path) -> None:
    meta = {"source": "The Gull"}
    listed = [{"source": "Holm Post"}]
    flat = read_one(tmp_path, {"text": "x", "meta": meta})
    both = read_one(tmp_path, {"text": "x", "meta": meta, "appearances": listed})
    assert [a.source for a in flat.appearances] == ["The Gull"]
    assert [a.source for a in both.appearances] == ["The Gull", "Holm Post"]


def test_suggestions_without_an_id_get_the_same_one_every_time(tmp_path: Path) -> None:
    said = {"layer": "entity", "label": "person", "start": 0, "end": 5}
    line = {"text": TEXT, "suggestions": [said, {**said, "end": 11}]}
    first, second = read_one(tmp_path, line), read_one(tmp_path, line)
    assert first == second
    assert len({suggestion.id for suggestion in first.suggestions}) == 2


def test_a_byte_order_mark_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    line = b'\xef\xbb\xbf{"text": "x"}\r\n\r\n'
    assert len(read_lines(tmp_path, line, b"  ")) == 1


# --- text that is not canonical


@given(raw=raw_texts, data=st.data())
def test_offsets_follow_the_text_when_it_is_made_canonical(
    raw: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    raw = f"a{raw}b"
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    line = {**span(start=start, end=end, quote=raw[start:end]), "text": raw}
    (found,) = read_lines(tmp_path_factory.mktemp("raw"), line)
    text = canonical(raw)
    if text.position(start) == text.position(end):
        assert isinstance(found, Refusal)
        return
    assert isinstance(found, CorpusArticle)
    assert found.text == text.text
    (read,) = found.annotations
    assert read.quote == read.span.of(found.text)
    assert read.quote == text.text[text.position(start) : text.position(end)]


def test_zones_and_sentences_are_mapped_along(tmp_path: Path) -> None:
    line = {"text": "One\r\nTwo", "zones": [["lead", 5, 8]], "sentences": [[0, 3], [5, 8]]}
    structure = read_one(tmp_path, line).structure
    assert structure is not None
    assert structure.zones[0].span == Span(4, 7)
    assert structure.sentences == (Span(0, 3), Span(4, 7))


WIDE = "Der Föhn 🌬️ weht.\r\nDie Fähre 🚢 liegt\r\nim Hafen von Łódź."
_FOLDS = WIDE.replace("\r\n", "\n")


def mark(**said: object) -> dict[str, object]:
    """An annotation that says this."""
    return {"layer": "entity", "label": "person", **said}


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("UTF-16 units", lambda before, _: len(before.encode("utf-16-le")) // 2),
        ("UTF-8 bytes", lambda before, _: len(before.encode())),
        ("line ends of one character", lambda _, folded: len(folded)),
        (
            "UTF-16 units, line ends of one character",
            lambda _, folded: len(folded.encode("utf-16-le")) // 2,
        ),
        ("", lambda before, _: len(before)),
    ],
)
def test_what_offsets_count_is_proved_by_the_quotes_and_named(
    tmp_path: Path, unit: str, length: Callable[[str, str], int]
) -> None:
    marks, zones = [], []
    for words in ("Fähre 🚢", "Hafen", "Łódź"):
        start = WIDE.index(words)
        begin, end = (
            length(WIDE[:place], WIDE[:place].replace("\r\n", "\n"))
            for place in (start, start + len(words))
        )
        marks.append(mark(start=begin, end=end, quote=words))
        zones.append(["paragraph", begin, end])
    read = read_one(tmp_path, {"text": WIDE, "annotations": marks, "zones": zones})
    assert read.unit == unit
    assert read.text == _FOLDS
    assert [a.quote for a in read.annotations] == ["Fähre 🚢", "Hafen", "Łódź"]
    assert [a.span.of(read.text) for a in read.annotations] == ["Fähre 🚢", "Hafen", "Łódź"]
    assert read.structure is not None
    assert [z.span.of(read.text) for z in read.structure.zones] == ["Fähre 🚢", "Hafen", "Łódź"]


def test_where_no_unit_fits_every_span_the_first_that_differs_is_told(tmp_path: Path) -> None:
    first = WIDE.index("Hafen")
    bytes_before = len(WIDE[: WIDE.index("Łódź")].encode())
    marks = [
        mark(start=first, end=first + 5, quote="Hafen"),
        mark(start=bytes_before, end=bytes_before + 7, quote="Łódź"),
    ]
    refused = refusal_of(tmp_path, {"text": WIDE, "annotations": marks})
    assert refused.key in ("domain.span_beyond_text", "domain.quote_differs")
    assert dict(refused.values)["start"] == bytes_before


def test_without_a_quote_nothing_else_than_code_points_is_tried(tmp_path: Path) -> None:
    end = len(WIDE.encode())
    refused = refusal_of(tmp_path, {"text": WIDE, "annotations": [mark(start=end - 4, end=end)]})
    assert refused.key == "domain.span_beyond_text"


def test_lone_surrogates_become_one_character_each(tmp_path: Path) -> None:
    line = b'{"text": "a\\ud800b \\ud83d\\ude00", "title": "\\udc00"}'
    found = read_one(tmp_path, line)
    assert (found.text, found.article.title) == ("a\ufffdb 😀", "\ufffd")


# --- refusals


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b'{"text": "x"', "formats.not_json"),
        (b'{"text": "\xff"}', "formats.not_utf8"),
        (b'{"text": "x", "text": "y"}', "formats.key_twice"),
        (b'{"text": "x", "meta": {"a": NaN}}', "formats.json_number"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "formats.json_number"),
        (b'{"text": ' + b"[" * 200_000, "formats.json_too_deep"),
        (b"[]", "formats.wrong_type"),
        ({"title": "x"}, "formats.missing_key"),
        ({"text": 5}, "formats.wrong_type"),
        ({"text": "\ufeff \n"}, "formats.no_text"),
        ({"text": "\x00\ufdd0"}, "formats.no_text"),
        ({"text": "x", "id": 5}, "formats.wrong_type"),
        ({"text": "x", "extra": {"deep": 1}}, "formats.unknown_key"),
        ({"text": "x", "meta": {"deep": [1]}}, "formats.unknown_key"),
        ({"text": "x", "meta": {"a": "1"}, "a": "2"}, "formats.key_twice"),
        ({"text": "x", "meta": {"extra": {"a": 1}}}, "formats.wrong_type"),
        ({"text": "x", "zones": [["nowhere", 0, 1]]}, "formats.unknown_value"),
        ({"text": "x", "zones": [["lead", 0]]}, "formats.not_a_zone"),
        ({"text": "x", "zones": [["lead", 0, 2]]}, "domain.span_beyond_text"),
        ({"text": "x", "sentences": [[0, True]], "zones": []}, "formats.not_a_range"),
        ({"text": "x", "assignments": [{"layer": "a", "status": "ok"}]}, "formats.unknown_value"),
        ({"text": "x", "assignments": [{"layer": "claim", "round": -1}]}, "formats.not_a_count"),
        ({"text": "x", "article_labels": [{"name": "genre"}]}, "formats.missing_key"),
        ({"text": "x", "relations": [{"type": "t", "from": "a", "to": "b"}]}, "formats.dangling"),
        (
            {"text": "x", "gold_relations": [{"type": "t", "from": "a", "to": "b"}]},
            "formats.dangling",
        ),
        ({"text": "x", "rulings": [{"start": 0, "end": 1}]}, "formats.missing_key"),
        (
            {"text": "x", "rulings": [{"layer": "claim", "start": 0, "end": 2}]},
            "domain.span_beyond_text",
        ),
        (span(start=0, end=len(TEXT) + 1), "domain.span_beyond_text"),
        (span(start=-1, end=2), "domain.span_beyond_text"),
        (span(start=4, end=2), "domain.span_beyond_text"),
        (span(start=4, end=4), "domain.span_empty"),
        (span(start=0, end=5, quote="Fery "), "domain.quote_differs"),
        (span(start=0), "formats.missing_key"),
        (span(), "formats.not_a_range"),
        (span(start=True, end=5), "formats.wrong_type"),
        (span(start=0.0, end=5), "formats.wrong_type"),
        (span(start=0, end=9, fragments=[[0, 5], [6, 8]]), "formats.hull_differs"),
        (span(fragments=[[0, 5], [5, 8]]), "domain.fragments_overlap"),
        (span(fragments=[[0, 5, 7]]), "formats.not_a_range"),
        (span(start=0, end=5, colour="red"), "formats.unknown_key"),
        (span(start=0, end=5, attributes={"actor": 1}), "formats.wrong_type"),
        (span(start=0, end=5, origin={"by": "ghost"}), "formats.unknown_value"),
        (span(start=0, end=5, label=""), "formats.missing_key"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_refused_and_the_other_lines_come(
    line: object, key: str, tmp_path: Path
) -> None:
    assert refusal_of(tmp_path, line).key == key


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    said = {"id": "a", "layer": "entity", "label": "person", "start": 0, "end": 5}
    line = {"text": TEXT, "annotations": [said, {**said, "end": 4}]}
    assert refusal_of(tmp_path, line).key == "formats.id_twice"


def test_a_line_longer_than_any_article_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "LONGEST", 1000)
    assert refusal_of(tmp_path, {"text": "x" * 3_000_000}).key == "formats.line_too_long"


def test_a_file_that_is_not_there_is_a_refusal(tmp_path: Path) -> None:
    (found,) = jsonl.read(tmp_path / "nowhere.jsonl")
    assert isinstance(found, Refusal)
    assert found.key == "formats.cannot_read"


@given(junk=st.binary(max_size=60))
def test_any_bytes_are_articles_or_refusals(
    junk: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("junk") / "in.jsonl"
    path.write_bytes(junk)
    assert all(isinstance(found, CorpusArticle | Refusal) for found in jsonl.read(path))


json_values_of_any_kind = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(data=st.data())
def test_a_wrong_value_anywhere_is_an_article_or_a_refusal(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("wrong") / "in.jsonl"
    write(jsonl.writer, [full()], path)
    line = json.loads(path.read_bytes())
    place = line
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(json_values_of_any_kind)
            break
        place = place[key]
    (found,) = read_lines(path.parent, line)
    assert isinstance(found, CorpusArticle | Refusal)


# --- writing


def test_a_quote_that_differs_is_a_refused_export(tmp_path: Path) -> None:
    drifted = replace(annotation("a", "Varn"), quote="Vern")
    with pytest.raises(UserError) as caught:
        write(jsonl.writer, [bare(), replace(bare(), annotations=(drifted,))], tmp_path / "o.jsonl")
    assert caught.value.key == "domain.quote_differs"


def test_a_relation_from_a_suggestion_that_is_not_there_is_not_dropped(tmp_path: Path) -> None:
    orphan = replace(full(), suggestions=())
    with pytest.raises(UserError, match="s-2"):
        write(jsonl.writer, [orphan], tmp_path / "out.jsonl")


def test_a_corpus_is_read_and_written_one_line_at_a_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    long = bare("x" * 500_000)
    write(jsonl.writer, (long for _ in range(40)), first)
    found = (article for article in jsonl.read(first) if isinstance(article, CorpusArticle))
    tracemalloc.start()
    try:
        write(jsonl.writer, found, second)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert second.read_bytes() == first.read_bytes()
    assert peak < 10_000_000 < first.stat().st_size
