"""Pipelines of spaCy that others trained: those that are installed, and folders on the disk.

What there is, and which labels it has, is read from files alone: neither spaCy nor the package is
imported before one is loaded, in a process of its own. A package is only ever loaded by a name
under which it is installed, so that no project can lead to a folder by it.
"""

import configparser
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.span import trimmed
from workbench.domain.suggester_source import SuggesterSource, term_in
from workbench.domain.suggestion import Draft

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

GROUP = "spacy_models"
SCORE = 0.7  # of a span that its pipeline gives none for: what such pipelines reach on other news

_OF_TOKENS_AND_TEXTS = {
    *("tagger", "morphologizer", "parser", "senter", "sentencizer", "lemmatizer"),
    *("trainable_lemmatizer", "attribute_ruler", "textcat", "textcat_multilabel", "entity_linker"),
}


def installed() -> dict[str, Path]:
    """The folder of each installed pipeline that says what it is, by the name to load it by."""
    found = {}
    for point in entry_points(group=GROUP):
        package = find_spec(point.module.partition(".")[0])
        if package is not None and package.origin:
            found[point.name] = Path(package.origin).parent
    return dict(sorted(found.items()))


def labels_in(folder: Path) -> list[str]:
    """The labels of the spans that a pipeline marks; raises `UserError` for what is none."""
    try:
        described = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["labels"]
        factories = _factories(folder)
        return sorted(
            {
                str(label)
                for component, labels in described.items()
                if factories.get(component, component) not in _OF_TOKENS_AND_TEXTS
                for label in labels
            }
        )
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        configparser.Error,
    ) as error:
        raise UserError(
            "suggest.pipeline_broken", name=folder.name, reason=_short(error)
        ) from error


class Pipeline:
    """The entities and spans of a pipeline, under the labels that they have been given."""

    def __init__(self, source: SuggesterSource, nlp: "Language") -> None:
        self._source, self._nlp = source, nlp
        self._terms = {label: term_in(said) for label, said in source.spec["labels"].items()}
        self._model = _version(source, nlp)

    @property
    def name(self) -> str:
        """The name that it was given in the project."""
        return self._source.name

    @property
    def model(self) -> str:
        """A hash of its files and of what its labels were said to mean."""
        return self._model

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article."""
        for doc in self._nlp.pipe(article.text for article in articles):
            yield list(self._drafts(doc))

    def _drafts(self, doc: "Doc") -> Iterator[Draft]:
        for span in doc.ents:
            yield from self._draft(span, SCORE)
        for group in doc.spans.values():
            scores = group.attrs.get("scores")
            known = scores if scores is not None and len(scores) == len(group) else None
            for place, span in enumerate(group):
                yield from self._draft(span, SCORE if known is None else float(known[place]))

    def _draft(self, span: "Span", score: float) -> Iterator[Draft]:
        """A span as a draft, if its label means anything here."""
        for layer, label in filter(None, [self._terms.get(span.label_)]):
            for place in trimmed(span.doc.text, span.start_char, span.end_char):
                said = f"{span.label_} of {self.name}"
                yield Draft(layer, label, (place,), min(1.0, max(0.0, score)), reason=said)


def load(source: SuggesterSource) -> Pipeline:
    """A pipeline; raises `UserError` saying why it cannot be loaded."""
    from spacy import load as load_pipeline  # noqa: PLC0415 - what is installed is told without it

    package = source.spec.get("package", "")
    if package and package not in installed():
        raise UserError("suggest.pipeline_missing", name=source.name, package=package)
    if not package and not Path(source.folder).is_dir():
        raise UserError("suggest.pipeline_gone", name=source.name, path=source.folder)
    try:
        return Pipeline(source, load_pipeline(package or Path(source.folder)))
    except Exception as error:  # whatever the files of strangers make spaCy stumble over
        raise UserError(
            "suggest.pipeline_broken", name=source.name, reason=_short(error)
        ) from error


def _factories(folder: Path) -> Mapping[str, str]:
    """What each component is made by, where the folder says so."""
    config = configparser.ConfigParser(interpolation=None)
    config.optionxform = str  # type: ignore[assignment, method-assign]
    config.read(folder / "config.cfg", encoding="utf-8")
    return {
        section.removeprefix("components."): json.loads(config[section]["factory"])
        for section in config.sections()
        if section.startswith("components.") and "factory" in config[section]
    }


def _version(source: SuggesterSource, nlp: "Language") -> str:
    """What changes whenever the same text could get other suggestions."""
    hashed = hashlib.sha256(
        json.dumps([source.name, _plain(nlp.meta), _plain(source.spec)]).encode()
    )
    if nlp.path is not None:
        for file in sorted(path for path in nlp.path.rglob("*") if path.is_file()):
            hashed.update(file.relative_to(nlp.path).as_posix().encode())
            hashed.update(hashlib.sha256(file.read_bytes()).digest())
    return hashed.hexdigest()[:10]


def _plain(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), sort_keys=True, default=str)


def _short(error: Exception) -> str:
    """An error in one line without a full stop at its end."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return said.rstrip(".")
