"""WebAnno TSV: what a file says is read, and the same documents as XMI say the same."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.conftest import CHECKOUT
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.span import Span
from workbench.formats import webanno
from workbench.formats.text_lines import lines_of
from workbench.formats.webanno.reading import table_of
from workbench.formats.webanno.table import Mark, Table

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples" / "webanno-tsv"
SUITE = SAMPLES / "tsv3-suite"
HEAD = "#FORMAT=WebAnno TSV 3.3\n"
# Tokens, sentences and metadata are not columns of a file, and a chain is there as its links.
FRAME = {"Token", "Sentence", "DocumentMetaData", "DocumentAnnotation", "SimpleChain"}
ID = "{http://www.omg.org/XMI}id"
JOINING = {ID, "sofa", "begin", "end", "Governor", "Dependent", "next", "links"}
GRAMMAR = {"POS", "Lemma", "Stem", "MorphologicalFeatures", "SurfaceForm"}
Thing = tuple[Any, ...]


def doc(folder: Path, *lines: str) -> Path:
    path = folder / "a.tsv"
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def found_in(path: Path) -> CorpusArticle:
    (found,) = webanno.read(path)
    assert isinstance(found, CorpusArticle), found
    return found


def said(article: CorpusArticle) -> list[tuple[str, str]]:
    return [(mark.label, mark.quote) for mark in article.annotations]


def arrows(article: CorpusArticle) -> list[tuple[str, str, str]]:
    quotes = {mark.id: mark.quote for mark in article.annotations}
    return [(each.type, quotes[each.source], quotes[each.target]) for each in article.relations]


def test_a_mark_runs_over_rows_and_lines_and_counts_utf16(tmp_path: Path) -> None:
    path = doc(
        tmp_path,
        *(
            "#T_SP=custom.Name|kind|value",
            "",
            "",
            "#Text=🚢 Port",
            "#Text=Ennis.",
            "1-1\t0-2\t🚢\t_\t_\t",
        ),
        *(
            "1-2\t3-7\tPort\tbig\\_one[1]|*[2]\tPLACE[1]|*[2]\t",
            "1-3\t8-13\tEnnis\tbig\\_one[1]\tPLACE[1]\t",
        ),
        *(
            "1-3.1\t8-9\tE\t*\tLETTER\t",
            "1-4\t13-14\t.\t_\t_\t",
            "",
            "#Text=Holm",
            "2-1\t15-19\tHolm\t_\t_\t",
        ),
    )
    found = found_in(path)
    assert found.text == "🚢 Port\nEnnis.\nHolm"
    assert said(found) == [("PLACE", "Port\nEnnis"), ("Name", "Port"), ("LETTER", "E")]
    assert found.annotations[0].fragments == (Span(2, 12),)
    assert found.annotations[0].attributes == {"kind": "big_one"}
    assert not found.unit


def test_another_unit_is_found_and_named(tmp_path: Path) -> None:
    lines = ("#T_SP=custom.Name|value", "", "", "#Text=🚢🚢 Port", "1-1\t0-2\t🚢🚢\t_\t")
    path = doc(tmp_path, *lines, "1-2\t3-7\tPort\tX\t", "", "#Text=Holm", "2-1\t8-12\tHolm\tY\t")
    assert (found_in(path).unit, found_in(path).text) == ("code points", "🚢🚢 Port\nHolm")
    bytes_ = doc(tmp_path, *lines[:4], "1-1\t0-8\t🚢🚢\t_\t", "1-2\t9-13\tPort\tX\t")
    assert (found_in(bytes_).unit, said(found_in(bytes_))) == ("UTF-8 bytes", [("X", "Port")])


def test_relations_slots_and_chains_are_relations(tmp_path: Path) -> None:
    path = doc(
        tmp_path,
        *("#T_SP=a.Frame|ROLE_a.Frame:links_a.Link|a.Name", "#T_SP=a.Name|value"),
        *(
            "#T_CH=a.CorefLink|referenceRelation|referenceType",
            "#T_RL=a.Knows|how|BT_a.Name",
            "",
            "",
        ),
        "#Text=Varn met Dorn",
        "1-1\t0-4\tVarn\t_\t_\tPER[1]|ROLE[2]\tsame->1-1\tCM[1]\t_\t_\t",
        "1-2\t5-8\tmet\twho;*\t1-1[2];1-3\t_\t_\t_\t_\t_\t",
        "1-3\t9-13\tDorn\t_\t_\tPER\t*->1-2\t*[1]\twell\t1-1[1_0]\t",
    )
    found = found_in(path)
    assert said(found) == [
        *(("PER", "Varn"), ("ROLE", "Varn"), ("CM", "Varn")),
        *(("Frame", "met"), ("PER", "Dorn"), ("CorefLink", "Dorn")),
    ]
    labels = {mark.id: mark.label for mark in found.annotations}
    assert [(r.type, labels[r.source], labels[r.target]) for r in found.relations] == [
        *(("who", "Frame", "ROLE"), ("links", "Frame", "PER")),
        *(("well", "PER", "PER"), ("same", "CM", "CorefLink")),
    ]
    assert arrows(found)[2] == ("well", "Varn", "Dorn")


def test_grammar_is_passed_over_and_told_of(tmp_path: Path) -> None:
    pos = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
    head = (f"#T_SP={pos}|value", f"#T_RL=x.Dep|kind|BT_{pos}", "", "", "#Text=It is")
    path = doc(tmp_path, *head, "1-1\t0-2\tIt\tPRP\tsubj\t1-2\t", "1-2\t3-5\tis\tVBZ\t_\t_\t")
    assert found_in(path).passed == ((pos, 2), ("x.Dep", 1))
    assert not found_in(path).annotations


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ([], "formats.no_text"),
        (["#Text=One", "one"], "formats.webanno_line"),
        (["1-1\t0-3\tOne"], "formats.webanno_line"),
        (["#T_SP=a.B|v", "#Text=One", "1-1\t0-3\tOne\tx\ty\t"], "formats.webanno_line"),
        (["#Text=One", "1-1\t0-3\tTwo\t"], "formats.no_unit_fits"),
        (["#Text=One", "1-1\t999999999-1000000002\tOne\t"], "formats.no_unit_fits"),
        (
            ["#T_SP=a.B|v", "#Text=One", "1-1\t0-3\tOne\t_\t", "1-1.1\t1-1\t\tx\t"],
            "domain.span_empty",
        ),
        (
            ["#T_SP=a.B|", "#T_RL=a.R|BT_a.B", "#Text=A", "1-1\t0-1\tA\t*\t1-9\t"],
            "formats.dangling",
        ),
    ],
)
def test_what_is_amiss_is_refused(tmp_path: Path, lines: list[str], key: str) -> None:
    (found,) = webanno.read(doc(tmp_path, *lines))
    assert isinstance(found, Refusal)
    assert found.key == key


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    (nothing,) = webanno.read(tmp_path)
    (gone,) = webanno.read(tmp_path / "a.tsv")
    (tmp_path / "a.tsv").write_text("#FORMAT=WebAnno TSV 2\n")
    (old,) = webanno.read(tmp_path)
    keys = [each.key for each in (nothing, gone, old) if isinstance(each, Refusal)]
    assert keys == ["formats.nothing_in_folder", "formats.cannot_read", "formats.no_webanno"]


def test_a_plain_table_in_the_folder_is_left_to_others(tmp_path: Path) -> None:
    doc(tmp_path, "#Text=One", "1-1\t0-3\tOne\t")
    (tmp_path / "plain.tsv").write_text("text\ttitle\n")
    (found,) = webanno.read(tmp_path)
    assert isinstance(found, CorpusArticle)


def test_files_of_one_name_in_folders_are_of_one_person(tmp_path: Path) -> None:
    for folder, name in (("one", "ann"), ("one", "bo"), ("two", "ann")):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = doc(tmp_path / folder, "#Text=One", "1-1\t0-3\tOne\t")
        path.rename(path.with_name(f"{name}.tsv"))
    people = [each.readers for each in webanno.read(tmp_path) if isinstance(each, CorpusArticle)]
    assert people == [("ann",), ("",), ("ann",)]


# --- the same documents in both formats


def pairs() -> list[str]:
    return sorted(path.parent.name for path in SUITE.glob("*/reference.xmi"))


def test_there_are_as_many_pairs_as_there_should_be() -> None:
    if not SUITE.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    assert len(pairs()) == 73


@pytest.mark.parametrize("case", pairs() or ["none"])
def test_tsv_and_xmi_of_one_document_say_the_same(case: str) -> None:
    if not SUITE.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    table, sentences = table_of(lines_of(SUITE / case / "reference.tsv"), case)
    xmi = Xmi(SUITE / case / "reference.xmi")
    assert _squeezed("".join(each.text for each in sentences)) == _squeezed(xmi.text)
    assert Counter(marks_in(table)) == Counter(xmi.marks())
    assert Counter(arrows_in(table)) == Counter(xmi.arrows())
    (found,) = webanno.read(SUITE / case / "reference.tsv")
    if isinstance(found, Refusal):
        assert found.key == "domain.span_empty"
        assert any(mark[1] == mark[2] for mark in xmi.marks())
    else:
        assert sorted(_squeezed(mark.quote) for mark in found.annotations) == sorted(xmi.words())


def marks_in(table: Table) -> Iterator[Thing]:
    """The marks of a table but for tokens, each with its place and what its features say."""
    for mark in table.marks.values():
        if mark.layer.name != "Token":
            yield _known(mark.layer.name), mark.begin, mark.end, frozenset(mark.features.items())


def arrows_in(table: Table) -> Iterator[Thing]:
    """The relations of a table, each with the places of its ends and all that it says."""
    for arrow in table.arrows():
        source, target = table.marks[arrow.source], table.marks[arrow.target]
        name = arrow.type.rpartition(".")[2]
        values = {arrow.name, *arrow.features.values()} - {name}
        yield name, *_place(source), *_place(target), frozenset(values)


def _place(mark: Mark) -> tuple[int, int]:
    return mark.begin, mark.end


class Xmi:
    """A document as XMI, read as XML and no more: its elements, and what refers to them."""

    def __init__(self, path: Path) -> None:
        things = list(etree.parse(path).getroot())
        self._by_id = {thing.get(ID): thing for thing in things}
        self._things = [thing for thing in things if _name(thing) not in FRAME]
        self.text = next(t.get("sofaString") for t in things if _name(t) == "Sofa")
        tokens = (t for t in things if _name(t) == "Token")
        self._tokens = sorted((int(t.get("begin")), int(t.get("end"))) for t in tokens)

    def marks(self) -> Iterator[Thing]:
        """Every mark, with its place and what its features say."""
        for thing in self._things:
            if "begin" in thing.attrib and "Governor" not in thing.attrib:
                features = dict(_said(thing))
                features.pop("referenceRelation", None)
                yield _known(_name(thing)), *self._at(thing), frozenset(features.items())

    def words(self) -> Iterator[str]:
        """The words of every mark that is none of grammar."""
        units = self.text.encode("utf-16-le")
        for name, begin, end, _ in self.marks():
            if name not in GRAMMAR:
                yield _squeezed(units[2 * begin : 2 * end].decode("utf-16-le"))

    def arrows(self) -> Iterator[Thing]:
        """Every relation, link and filled slot, with the places of its ends and what it says."""
        for thing in self._things:
            here = self._at(thing) if "begin" in thing.attrib else ()
            if "Governor" in thing.attrib:
                ends = (self._by_id[thing.get(end)] for end in ("Governor", "Dependent"))
                values = frozenset(value for _, value in _said(thing))
                yield _name(thing), *(at for end in ends for at in self._at(end)), values
            if "next" in thing.attrib:
                name = frozenset({thing.get("referenceRelation")} - {None})
                yield _name(thing), *here, *self._at(self._by_id[thing.get("next")]), name
            for link in map(self._by_id.get, (thing.get("links") or "").split()):
                if link is not None and link.get("target"):
                    name = frozenset({link.get("role") or "links"})
                    yield _name(thing), *here, *self._at(self._by_id[link.get("target")]), name

    def _at(self, thing: Any) -> tuple[int, int]:  # noqa: ANN401 - of lxml
        """Where a thing stands, as far as there are tokens: a file of columns knows no more."""
        begin, end = int(thing.get("begin")), int(thing.get("end"))
        if begin == end:
            before = [last for first, last in self._tokens if first <= begin]
            return (min(begin, before[-1]),) * 2 if before else (self._tokens[0][0],) * 2
        under = [token for token in self._tokens if token[0] < end and begin < token[1]]
        return max(begin, under[0][0]), min(end, under[-1][1])


def _said(thing: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - of lxml
    """What the features of a thing say, without those that place it and that join it."""
    return ((name, said) for name, said in thing.attrib.items() if said and name not in JOINING)


def _name(thing: Any) -> str:  # noqa: ANN401 - of lxml
    """The type of a thing; INCEpTION writes a part of speech under a type for each kind of it."""
    name = str(etree.QName(thing).localname)
    return "POS" if name.startswith("POS_") else name


def _known(name: str) -> str:
    """The type of a mark: the XMI of some cases calls entity what the columns call a span."""
    return "Span" if name == "NamedEntity" else name


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_news_of_gum_are_read_with_all_their_marks() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("The samples of other tools are not beside this checkout.")
    for path in SAMPLES.glob("GUM*.tsv"):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
        numbered = {value for row in rows for value in re.findall(r"\[(\d+)\]", row[3])}
        alone = sum(part != "_" and "[" not in part for row in rows for part in row[3].split("|"))
        found = found_in(path)
        assert len(found.annotations) == len(numbered) + alone > 100
        assert len(found.relations) == sum(len(r[-2].split("|")) for r in rows if r[-2] != "_") > 50
