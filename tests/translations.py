"""The texts of the window in other languages: python -m tests.translations

Brings `resources/translations/*.ts` up to date with the sources and compiles them. Qt's lupdate
finds the texts; what is new stands there as unfinished, to be filled in by Qt Linguist
(`pyside6-linguist`) or by hand, and what is no longer said goes. The sentences of refusals, which
stand in a plain table because `domain` knows no Qt, are shown to lupdate in a form that it reads.

The tests read the sources a second time by Python's own parser, so that nothing depends on what
lupdate overlooks.
"""

import ast
import json
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests.conftest import CHECKOUT
from workbench.domain.messages import MESSAGES

WINDOW = CHECKOUT / "workbench" / "ui"
TRANSLATIONS = CHECKOUT / "resources" / "translations"


class Text(NamedTuple):
    """A text in the sources, and the context under which it is looked up."""

    context: str
    source: str


class Entry(NamedTuple):
    """A text with its translation; the state is empty where that is finished."""

    text: Text
    translation: str
    state: str


def texts(folder: Path = WINDOW) -> set[Text]:
    """All texts of the window.

    Raises `ValueError` for one that would not be found when the window looks it up.
    """
    found = {Text("messages", sentence) for sentence in MESSAGES.values()}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for owner, call in _calls(tree, ""):
            found.update(_said(owner, call, path))
    return found


def entries(path: Path) -> list[Entry]:
    """What a file of translations holds."""
    root = ET.parse(path).getroot()  # noqa: S314  (our own file)
    return [
        _entry(context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def compiled(path: Path) -> bytes:
    """A file of translations as the window loads it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "compiled.qm"
        _run("pyside6-lrelease", "-silent", path, "-qm", out)
        return out.read_bytes()


def refresh(path: Path) -> None:
    """Bring a file of translations up to date with the sources, and compile it."""
    with tempfile.TemporaryDirectory() as folder:
        sentences = Path(folder) / "sentences.py"
        sentences.write_text(_for_lupdate(MESSAGES.values()), encoding="utf-8")
        options = ["-tr-function-alias", "QT_TRANSLATE_NOOP+=_T", "-locations", "none"]
        options += ["-no-obsolete", "-sort-messages"]
        sources = sorted(WINDOW.rglob("*.py"))
        _run("pyside6-lupdate", *options, *sources, sentences, "-ts", path)
    path.with_suffix(".qm").write_bytes(compiled(path))


def main() -> None:
    """Refresh all files of translations, and say what is still to do."""
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        refresh(path)
        unfinished = [entry.text.source for entry in entries(path) if entry.state]
        print(f"{path.name}: {len(unfinished)} unfinished", *unfinished, sep="\n  ")  # noqa: T201


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """All calls below a node, each with the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _said(owner: str, call: ast.Call, path: Path) -> Iterator[Text]:
    """The text that a call says, if it says one."""
    match call:
        case ast.Call(
            func=ast.Name("translate" | "_T" | "QT_TRANSLATE_NOOP"),
            args=[ast.Constant(str(context)), ast.Constant(str(source))],
        ):
            yield Text(context, source)
        case ast.Call(func=ast.Name("translate"), args=[ast.Constant(str(table)), _]) if (
            table.islower()  # a class has a capital; what a table holds was found there
        ):
            return
        case ast.Call(
            func=ast.Attribute(ast.Name("self"), "tr"), args=[ast.Constant(str(source))]
        ) if owner:
            yield Text(owner, source)
        case (
            ast.Call(
                func=ast.Name("translate" | "_T" | "QT_TRANSLATE_NOOP") | ast.Attribute(attr="tr")
            )
            | ast.Call(
                func=ast.Attribute(ast.Name("QCoreApplication"), "translate"),
                args=[ast.Constant(), *_] | [_, ast.Constant(), *_],
            )
        ):
            raise ValueError(f"{path}:{call.lineno}: {ast.unparse(call)} cannot be translated")


def _entry(context: str, message: ET.Element) -> Entry:
    translation = message.find("translation")
    source = message.findtext("source", "")
    if translation is None:
        return Entry(Text(context, source), "", "unfinished")
    return Entry(Text(context, source), translation.text or "", translation.get("type", ""))


def _for_lupdate(sentences: Iterable[str]) -> str:
    """A module that says these sentences to lupdate."""
    quoted = (json.dumps(sentence, ensure_ascii=False) for sentence in sentences)
    return "\n".join(f'QT_TRANSLATE_NOOP("messages", {each})' for each in quoted)


def _run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools, which PySide6 puts beside Python."""
    command = [Path(sysconfig.get_path("scripts")) / tool, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
