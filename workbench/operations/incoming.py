"""Reading files for import: runs in a worker process, and knows which room reads what.

Yields `(where, CorpusArticle)` and `Refusal`s; `where` names the file, with the number of the
article where a file holds several. A plain document is a corpus article of which nobody has said
anything yet, with its structure found here, where it costs the window nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from workbench.domain.article import Article, Document
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.formats import registry
from workbench.intake import reading

Incoming = tuple[str, CorpusArticle] | Refusal


def read(paths: list[str], format: str = "") -> Iterator[Incoming]:
    """Everything in files and folders; with a format named, all files are read as that."""
    for path in map(Path, paths):
        if format and format not in reading.FORMATS:
            yield from _annotated(path, format)
            continue
        for file in reading.files_in(path):
            if isinstance(file, Refusal):
                yield file
            elif reading.looks_annotated(file):
                yield from _annotated(file, "jsonl")
            else:
                yield from _plain(file)


def _plain(path: Path) -> Iterator[Incoming]:
    for document in reading.read(path):
        if isinstance(document, Refusal):
            yield document
        else:
            yield document.file or path.name, _said_of_nothing(document)


def _said_of_nothing(document: Document) -> CorpusArticle:
    """A document as an article without annotations."""
    return CorpusArticle(
        article=Article(
            id="",
            title=document.title,
            length=len(document.text),
            text_hash=text_hash(document.text),
            language=document.language,
            file=document.file,
            file_hash=document.file_hash,
            meta=document.meta,
            created="",
        ),
        text=document.text,
        structure=document.structure,
        appearances=(document.appearance,),
    )


def _annotated(path: Path, format: str) -> Iterator[Incoming]:
    try:
        found: Iterable[CorpusArticle | Refusal] = registry.reader(format)(path)
    except UserError as error:
        found = [Refusal(str(path), error.key, tuple(error.values.items()))]
    for number, article in enumerate(found, start=1):
        yield (
            article if isinstance(article, Refusal) else (f"{path.name}:{number}", _whole(article))
        )


def _whole(corpus: CorpusArticle) -> CorpusArticle:
    """An article with what its file left out: hash, length and structure."""
    text, head = corpus.text, corpus.article
    article = replace(head, length=len(text), text_hash=text_hash(text))
    structure = corpus.structure or structure_of(text, title=head.title)
    return replace(corpus, article=article, structure=structure)
