"""CASes under our types as articles; of others, the named entities of DKPro and INCEpTION."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from cassis import Cas
from cassis.typesystem import TypeNotFoundError

from workbench.domain.annotation import IMPORTED, Annotation, Origin, OriginKind, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, quote_of
from workbench.formats.about import known_of
from workbench.formats.cas.types import ENTITY, FRAGMENT, PAIR, RELATION, SPAN, WORK
from workbench.formats.json_values import Object, of_type, parse
from workbench.formats.staging import RECEIPT
from workbench.formats.standing import stand
from workbench.formats.units import Claimed

# What is of the text itself and of its bookkeeping, and marks nothing.
_FRAME = frozenset(
    {
        *(WORK, SPAN, ENTITY, RELATION, FRAGMENT, PAIR, "uima.tcas.DocumentAnnotation"),
        "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
        *(
            f"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.{of}"
            for of in ("Token", "Sentence")
        ),
    }
)
Load = Callable[[Path], tuple[Cas, Counter[str]]]
"""Reads a file: its CAS, and how many things of each type there are in it."""
_NO_CAS = (
    *(ValueError, LookupError, AttributeError, TypeError, SyntaxError, TypeNotFoundError),
    *(AssertionError, ArithmeticError, RuntimeError),
)


def read_files(path: Path, suffix: str, load: Load) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file, one each."""
    files = sorted(path.rglob(f"*{suffix}")) if path.is_dir() else [path]
    files = [file for file in files if file.name != RECEIPT]
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", suffix),))
    for file in files:
        name = str(file.relative_to(path)) if path.is_dir() else file.name
        yield _read(file, name, load)


def _read(file: Path, name: str, load: Load) -> CorpusArticle | Refusal:
    """The article of a file; cassis has no error of its own for what is none, and warns a lot."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return _article(*load(file), file, name)
    except UserError as error:
        return Refusal.of(name, error)
    except OSError as error:
        reason = (("path", file.name), ("reason", error.strerror))
        return Refusal(name, "formats.cannot_read", reason)
    except _NO_CAS as error:
        return Refusal(name, "formats.no_cas", (("reason", str(error) or type(error).__name__),))


def _article(cas: Cas, types: Counter[str], file: Path, name: str) -> CorpusArticle:
    """The article of a CAS, with what one person said of it."""
    raw = cas.sofa_string or ""
    work = next(iter(_all(cas, WORK)), None)
    who = _text(work, "annotator")
    spans = [*_all(cas, SPAN), *_all(cas, ENTITY)]
    standing = stand(raw, [_claim(span, raw, name) for span in spans])
    marks = {
        span.xmiID: _annotation(span, fragments, who, standing.text)
        for span, fragments in zip(spans, standing.places, strict=True)
    }
    head, appearances = known_of(_about(work, file), standing.text, name)
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        labels=tuple(_labels(work, who)),
        assignments=None if work is None else tuple(_finished(work, who)),
        annotations=tuple(marks.values()),
        relations=tuple(_relation(arrow, marks, who, name) for arrow in _all(cas, RELATION)),
        place=name,
        unit=standing.unit,
        passed=tuple(sorted((type, types[type]) for type in types.keys() - _FRAME)),
    )


def _all(cas: Cas, type: str) -> list[Any]:
    """Everything of a type, which the file's own system of types need not have."""
    return list(cas.select(type)) if cas.typesystem.contains_type(type) else []


def _about(work: Any, file: Path) -> Object:  # noqa: ANN401 - what cassis makes
    """What is known of the article, as JSON says it."""
    said = parse((_text(work, "about") or "{}").encode())
    about: Object = of_type({"about": said}, "about", (dict,), file.name)
    return {"file": file.name, **about}


def _claim(span: Any, raw: str, name: str) -> Claimed:  # noqa: ANN401
    """Where a span stands; raises `UserError` where that is nowhere."""
    fragments = tuple((f.begin, f.end) for f in _elements(span, "fragments")) or (
        (span.begin, span.end),
    )
    for start, end in fragments:
        if start == end:
            raise UserError("domain.span_empty", start=start, end=end)
    words = " ".join(raw[start:end] for start, end in fragments)
    return Claimed(f"{name}, {span.xmiID}", fragments, words)


def _annotation(span: Any, fragments: Fragments, who: str, text: str) -> Annotation:  # noqa: ANN401
    """A span of ours as it was, or a named entity by its value alone."""
    return Annotation(
        _text(span, "uid") or new_id(),
        *("", who, _text(span, "layer"), _label(span)),
        *(fragments, quote_of(text, fragments)),
        attributes=dict(_pairs(span, "attributes")),
        note=_text(span, "note"),
        unsure=_text(span, "unsure"),
        answer=_text(span, "answer"),
        created=_text(span, "created"),
        modified=_text(span, "modified"),
        scheme_version=int(getattr(span, "schemeVersion", None) or 0),
        origin=_origin(span),
    )


def _label(span: Any) -> str:  # noqa: ANN401
    """The label of a span of ours, or the value of an entity, which without one is just that."""
    return _text(span, "label") or _text(span, "value") or span.type.name.rpartition(".")[2]


def _origin(span: Any) -> Origin:  # noqa: ANN401
    by = _text(span, "by")
    kinds: Mapping[str, OriginKind] = {kind: kind for kind in get_args(OriginKind)}
    if by not in kinds:
        return IMPORTED
    score = None if span.score is None else float(span.score)
    return Origin(
        kinds[by],
        _text(span, "suggester"),
        _text(span, "suggestion"),
        score,
        _text(span, "carriedFrom"),
    )


def _relation(arrow: Any, marks: Mapping[int, Annotation], who: str, name: str) -> Relation:  # noqa: ANN401
    """A relation between spans that are there; raises `UserError` for any other."""
    ends = [getattr(arrow, end, None) for end in ("source", "target")]
    if any(end is None or end.xmiID not in marks for end in ends):
        raise UserError("formats.dangling", place=name, id=_text(arrow, "uid"))
    source, target = (marks[end.xmiID].id for end in ends if end is not None)
    return Relation(
        *(_text(arrow, "uid") or new_id(), "", who, _text(arrow, "kind"), source, target),
        attributes=dict(_pairs(arrow, "attributes")),
        note=_text(arrow, "note"),
        created=_text(arrow, "created"),
        modified=_text(arrow, "modified"),
    )


def _labels(work: Any, who: str) -> Iterator[ArticleLabel]:  # noqa: ANN401
    """Labels of the article; one that is there several times has several values."""
    values: dict[str, list[str]] = {}
    for name, value in _pairs(work, "labels"):
        values.setdefault(name, []).append(value)
    for name, said in values.items():
        yield ArticleLabel("", "", who, name, said[0] if len(said) == 1 else tuple(said))


def _finished(work: Any, who: str) -> Iterator[Assignment]:  # noqa: ANN401
    return (Assignment("", "", who, layer, "done") for layer, _ in _pairs(work, "finished"))


def _pairs(of: Any, feature: str) -> Iterable[tuple[str, str]]:  # noqa: ANN401
    return ((_text(pair, "name"), _text(pair, "value")) for pair in _elements(of, feature))


def _elements(of: Any, feature: str) -> list[Any]:  # noqa: ANN401
    array = getattr(of, feature, None)
    return [each for each in getattr(array, "elements", None) or () if each is not None]


def _text(of: Any, feature: str) -> str:  # noqa: ANN401
    value = getattr(of, feature, None)
    return "" if value is None else str(value)
