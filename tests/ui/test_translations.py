"""Nothing that the window says is left in English: German is complete, in step, and compiled."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from tests.translations import TRANSLATIONS, WINDOW, Text, compiled, entries, texts
from workbench.ui.language import LANGUAGES

FILES = sorted(TRANSLATIONS.glob("*.ts"))
SAYING = re.compile(
    r"(^|\.)(QAction|QCheckBox|QGroupBox|QLabel|QPushButton|QRadioButton|TickBox|plain_label"
    r"|add(Action|Item|Menu|Row|Tab)|set(AccessibleDescription|AccessibleName|InformativeText"
    r"|PlaceholderText|StatusTip|Text|Title|ToolTip|WhatsThis|WindowTitle)"
    r"|message\.say|hint\.emit)$"
)
LETTER = re.compile(r"[^\W\d_]")
NAME = "Workbench"  # said alike in all languages
HOW = "python -m tests.translations refreshes and compiles; what it lists is still to translate"

each_language = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_every_language_but_that_of_the_sources_has_its_file() -> None:
    assert [path.stem for path in FILES] == [f"workbench_{x}" for x in LANGUAGES if x != "en"]


@each_language
def test_every_text_of_the_window_is_there_and_no_other(path: Path) -> None:
    there = {entry.text for entry in entries(path)}
    assert texts() - there == set(), HOW
    assert there - texts() == set(), HOW


@each_language
def test_every_text_is_translated(path: Path) -> None:
    left = [entry for entry in entries(path) if entry.state or not entry.translation.strip()]
    assert left == [], HOW


@each_language
def test_a_translation_has_the_places_and_the_end_of_its_text(path: Path) -> None:
    for entry in entries(path):
        assert _shape(entry.translation) == _shape(entry.text.source), entry


@each_language
def test_what_the_window_loads_is_compiled_from_what_stands_there(path: Path) -> None:
    assert path.with_suffix(".qm").read_bytes() == compiled(path), HOW


def test_no_text_is_said_past_the_translation() -> None:
    assert [place for path in sorted(WINDOW.rglob("*.py")) for place in _untranslated(path)] == []


def test_texts_are_found_with_their_contexts(tmp_path: Path) -> None:
    said = """
TABLE = {"a": _T("table", "In a table"), "b": QT_TRANSLATE_NOOP("table", "And another")}
def outside(): return translate("Outside", "Said by a function")
def looked_up(text): return translate("table", text)
class Widget:
    def f(self): return lambda: self.tr("Said in "
        "two parts")
"""
    (tmp_path / "said.py").write_text(said, encoding="utf-8")
    assert {text for text in texts(tmp_path) if text.context != "messages"} == {
        Text("table", "In a table"),
        Text("table", "And another"),
        Text("Outside", "Said by a function"),
        Text("Widget", "Said in two parts"),
    }


@pytest.mark.parametrize(
    "said",
    [
        'class A:\n    def f(self): self.hand.tr("under the context of another")',
        "class A:\n    def f(self, text): self.tr(text)",
        'class A:\n    def f(self): self.tr(f"put together {self}")',
        'def f(text): translate("Outside", text)',
        'X = _T("table")',
        'def f(): QCoreApplication.translate("Outside", "not by the function for it")',
    ],
)
def test_what_would_not_be_found_is_refused(tmp_path: Path, said: str) -> None:
    (tmp_path / "said.py").write_text(said, encoding="utf-8")
    with pytest.raises(ValueError, match="cannot be translated"):
        texts(tmp_path)


def _shape(said: str) -> tuple[list[str], bool, bool]:
    """The places of a text, and whether it asks or goes on."""
    places = sorted(name for _, name, _, _ in Formatter().parse(said) if name is not None)
    return places, said.endswith("?"), said.endswith("…")


def _untranslated(path: Path) -> Iterator[str]:
    """Where a module gives a widget words as they stand in the source."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and SAYING.search(ast.unparse(node.func)):
            words = " ".join(chain.from_iterable(map(_words, node.args[:1])))
            if LETTER.search(words.replace(NAME, "")):
                yield f"{path.name}:{node.lineno}: {ast.unparse(node)}"


def _words(given: ast.expr) -> Iterator[str]:
    """The texts in an expression, but for those that a call translates or uses as a name."""
    match given:
        case ast.Constant(str(words)):
            yield words
        case ast.JoinedStr(parts) | ast.List(parts) | ast.Tuple(parts):
            for part in parts:
                yield from _words(part)
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            yield from _words(one)
            yield from _words(other)
