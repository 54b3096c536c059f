"""The awkward article, written and read again, and what is missing then: for every format alike.

What is missing is found here by comparing field by field, and not by asking the format; so a
receipt is proved by an independent count.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.formats.corpora import SCHEME, bare
from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, ArticleLabel, Structure, Zone
from workbench.domain.corpus import CorpusArticle, Loss, Refusal
from workbench.domain.label_names import LabelNames
from workbench.domain.span import Fragments, Span, quote_of
from workbench.formats.registry import Reader

TEXT = (
    "Ferry 🚢 talks end\n\nIlse Varn 👩🏽‍✈️ said: “The so-called\ndeal” is dead, e\u0301tat zero.\n"
    "\u05e9\u05dc\u05d5\u05dd said Dorn\u00a0of Holm.\t"
    "Port Ennis\u2028and Holm signed, then broke, it.\n"
)


def at(*words: str) -> Fragments:
    """The first places of some words, as fragments."""
    return tuple(Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in words)


def _mark(id: str, layer: str, label: str, *words: str, who: str = "ann") -> Annotation:
    fragments = at(*words)
    return Annotation(id, "art-1", who, layer, label, fragments, quote_of(TEXT, fragments))


def awkward() -> CorpusArticle:
    """Everything that formats trip over, in one article that two people have finished."""
    marks = (
        replace(
            _mark("a-1", "entity", "person", "Ilse Varn"),
            attributes={"actor": "government"},
            note="who? she",
            unsure="In office?",
            answer="Yes.",
            created="2026-01-02T03:04:05+00:00",
            modified="2026-01-03T03:04:05+00:00",
            origin=Origin("suggestion", "news-en", "s-1", 0.25, "a-0"),
        ),
        _mark("a-2", "entity", "other", "Varn"),  # nested
        _mark("a-3", "entity", "person", "Varn 👩🏽‍✈️"),  # crossing, emoji of several code points
        _mark("a-4", "entity", "place", "Holm"),
        _mark("a-5", "entity", "organization", "Holm"),  # stacked on a-4
        _mark("a-6", "claim", "factual", "The so-called\ndeal” is dead"),  # over a line end
        _mark("a-7", "event", "agreement", "signed", "it"),  # discontinuous
        _mark("a-8", "entity", "person", "\u05e9\u05dc\u05d5\u05dd"),  # right to left
        _mark("a-9", "entity", "place", "Port Ennis"),
        _mark("a-10", "event", "agreement", "e\u0301tat"),
        _mark("b-1", "entity", "person", "Ilse Varn", who="bo"),
    )
    return replace(
        bare(TEXT),
        structure=Structure((Zone("headline", Span(0, 17)),), (Span(0, 17),), 1),
        appearances=(Appearance("The Gull", "https://gull.example/1", "", "2026-01-01"),),
        labels=(ArticleLabel("l-1", "art-1", "ann", "genre", "report"),),
        assignments=(
            *(Assignment("", "art-1", "ann", layer.id, "done") for layer in SCHEME.layers),
            Assignment("", "art-1", "bo", "entity", "done"),
        ),
        annotations=marks,
        relations=(
            Relation(
                *("r-1", "art-1", "ann", "participant", "a-7", "a-1"),
                *({"role": "agent"}, "sure"),
            ),
            Relation("r-2", "art-1", "ann", "participant", "a-7", "a-9"),
        ),
    )


def read_back(read: Reader, path: Path) -> list[CorpusArticle]:
    """What a format reads, under the labels of the scheme; nothing is refused."""
    names = LabelNames(SCHEME)
    found: list[CorpusArticle] = []
    for article in read(path):
        assert not isinstance(article, Refusal), article
        marks = tuple(map(names.named, article.annotations))
        found.append(replace(article, annotations=marks))
    return found


def told(losses: Iterable[Loss]) -> Counter[str]:
    """Losses by kind, without what no format holds."""
    return Counter(loss.kind for loss in losses if loss.kind != "journal")


def missing(before: CorpusArticle, after: Iterable[CorpusArticle]) -> Counter[str]:
    """What is there before and not after, by the kinds of the receipt."""
    found = list(after)
    assert {article.text for article in found} == {before.text}
    lost: Counter[str] = Counter()
    became: dict[str, str] = {}
    every = [mark for article in found for mark in article.annotations]
    for mark in before.annotations:
        same = [each for each in every if _place(each) == _place(mark)] or [
            each for each in every if _hull(each) == _hull(mark)
        ]
        assert len(same) == 1, mark
        became[mark.id] = same[0].id
        lost.update(_of_mark(mark, same[0]))
        if same[0].fragments != mark.fragments:
            lost["discontinuous"] += 1
        else:
            assert same[0].quote == mark.quote
    assert len(every) == len(before.annotations)
    arrows = [relation for article in found for relation in article.relations]
    for relation in before.relations:
        lost.update(_of_relation(relation, arrows, became))
    assert len(arrows) <= len(before.relations)
    labels = [label for article in found for label in article.labels]
    lost["article_label"] += len(before.labels) - len(labels)
    lost.update(_of_people(before, found))
    return +lost


def _place(mark: Annotation) -> tuple[object, ...]:
    return mark.annotator, mark.layer, mark.label, mark.fragments


def _hull(mark: Annotation) -> tuple[object, ...]:
    return mark.annotator, mark.layer, mark.label, mark.span


def _of_mark(before: Annotation, after: Annotation) -> Iterator[str]:
    if before.id != after.id:
        yield "id"
    yield from (
        "attribute"
        for name, value in before.attributes.items()
        if after.attributes.get(name) != value
    )
    if before.note != after.note:
        yield "note"
    if (before.unsure, before.answer) != (after.unsure, after.answer):
        yield "unsure"
    provenance = (before.created, before.modified, before.origin)
    if before.created and provenance != (after.created, after.modified, after.origin):
        yield "provenance"


def _of_relation(
    before: Relation, after: Iterable[Relation], became: dict[str, str]
) -> Iterator[str]:
    ends = (before.type, became[before.source], became[before.target])
    same = [each for each in after if (each.type, each.source, each.target) == ends]
    if not same:
        yield "relation"
        yield from ["relation_attribute"] * len(before.attributes)
        if before.note:
            yield "relation_note"
        return
    yield from (
        "relation_attribute"
        for name, value in before.attributes.items()
        if same[0].attributes.get(name) != value
    )
    if before.note != same[0].note:
        yield "relation_note"


def _of_people(before: CorpusArticle, after: list[CorpusArticle]) -> Iterator[str]:
    """What is lost once for each person who finished the article, or in it."""
    marked = {(mark.annotator, mark.layer) for mark in before.annotations}
    said = {
        (a.annotator, a.layer)
        for article in after
        for a in article.assignments or ()
        if a.status == "done"
    }
    for assignment in before.assignments or ():
        key = (assignment.annotator, assignment.layer)
        if key not in marked | said:
            yield "finished_empty"
    for article in after:
        if (article.article.title, article.appearances) != (
            before.article.title,
            before.appearances,
        ):
            yield "metadata"
        if before.structure and (
            article.structure is None or article.structure.zones != before.structure.zones
        ):
            yield "zones"


def squeezed(article: CorpusArticle) -> CorpusArticle:
    """An article without its blanks, for formats that hold none; a span is its hull."""
    kept = [index for index, char in enumerate(article.text) if not char.isspace()]
    text = "".join(article.text[index] for index in kept)

    def moved(mark: Annotation) -> Annotation:
        span = Span(bisect_left(kept, mark.span.start), bisect_left(kept, mark.span.end))
        return replace(mark, fragments=(span,), quote=span.of(text))

    return replace(article, text=text, annotations=tuple(map(moved, article.annotations)))
