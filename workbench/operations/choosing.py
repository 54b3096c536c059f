"""Which part of a project goes out: whose work, in which layers and labels, of which articles.

What was adjudicated goes out as the work of one called *gold*, and suggestions as that of their
suggesters, so that every format holds them. A layer of gold is finished in an article once nothing
in it is open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article_filter import ArticleFilter, check_date
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision
from workbench.domain.suggestion import Suggestion
from workbench.operations.comparing import Sides, differences_in
from workbench.operations.people import annotator_known
from workbench.operations.searching import articles_with
from workbench.store import articles, corpus, filters, people, schemes
from workbench.store.project import Project

Which = Literal["done", "any"]
Whose = Literal["people", "gold", "suggestions"]
GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of a project goes out; what is empty asks nothing.

    `labels` are LAYER/LABEL. With `pseudonyms` people are called by numbers. `source`, `since` and
    `until` are asked of an article's appearances, as in `ArticleFilter`; `search` is what somebody
    would type to find the articles.
    """

    annotators: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    status: Which = "done"
    labels: tuple[str, ...] = ()
    whose: Whose = "people"
    pseudonyms: bool = False
    source: str = ""
    since: str = ""
    until: str = ""
    search: str = ""


def known(project: Project, choice: Choice) -> Choice:
    """A choice of people, layers, labels and days that there are; raises `UserError` for others."""
    if choice.annotators and choice.whose != "people":
        raise UserError("operations.work_of_nobody", people=", ".join(choice.annotators))
    for date in filter(None, (choice.since, choice.until)):
        check_date(date)
    scheme = schemes.read_scheme(project)
    for layer in choice.layers:
        scheme.layer(layer)
    for label in choice.labels:
        scheme.label(*label.partition("/")[::2])
    names = tuple(annotator_known(project, name).name for name in choice.annotators)
    return replace(choice, annotators=names)


def chosen_articles(project: Project, choice: Choice) -> Iterator[CorpusArticle]:
    """The articles of a project with the chosen work in them, and no other."""
    wanted = wanted_articles(project, choice)
    layers = [layer.id for layer in schemes.read_scheme(project).layers]
    names = pseudonyms(project) if choice.pseudonyms else {}
    for article in corpus.read_corpus(project, wanted):
        found = _as_work(article, choice.whose, layers)
        yield _renamed(_narrowed(found, choice), names)


def of_one(article: CorpusArticle, annotator: str) -> CorpusArticle:
    """An article with the work of one person alone."""
    return _narrowed(article, Choice((annotator,)))


def wanted_articles(project: Project, choice: Choice) -> list[str]:
    """The ids of the chosen articles, in the order they came in."""
    asked = ArticleFilter("", source=choice.source, since=choice.since, until=choice.until)
    wanted = articles.ids(project)
    if asked.conditions():
        among = filters.matching(project, asked)
        wanted = [id for id in wanted if id in among]
    if choice.search:
        found = articles_with(project, choice.search)
        wanted = [id for id in wanted if id in found]
    return wanted


# --- whose work


def _as_work(article: CorpusArticle, whose: Whose, layers: list[str]) -> CorpusArticle:
    """An article with gold, or with suggestions, as the only work in it."""
    if whose == "people":
        return article
    bare = replace(
        article, suggestions=(), suggestion_relations=(), gold=(), gold_relations=(), rulings=(),
        labels=(),
    )  # fmt: skip
    if whose == "gold":
        return replace(
            bare,
            annotations=tuple(_gold_marks(article)),
            relations=tuple(_gold_relations(article)),
            assignments=tuple(_standing_of_gold(article)),
        )
    suggesters = sorted({suggestion.suggester for suggestion in article.suggestions})
    return replace(
        bare,
        annotations=tuple(map(_as_annotation, article.suggestions)),
        relations=tuple(_suggested_relations(article)),
        assignments=tuple(
            Assignment("", article.article.id, who, layer, "done")
            for who in suggesters
            for layer in layers
        ),
    )


def _gold_marks(article: CorpusArticle) -> Iterator[Annotation]:
    for g in article.gold:
        yield Annotation(
            *(g.id, g.article, GOLD, g.layer, g.label, g.fragments, g.quote),
            attributes=g.attributes,
            note=g.decision.reason,
            origin=Origin("adjudication"),
        )


def _gold_relations(article: CorpusArticle) -> Iterator[Relation]:
    for r in article.gold_relations:
        yield Relation(r.id, r.article, GOLD, r.type, r.source, r.target, r.attributes)


def _standing_of_gold(article: CorpusArticle) -> Iterator[Assignment]:
    """Where each layer of gold stands: done where two have finished it and nothing is open."""
    readers = _readers(article)
    kept = tuple(a for a in article.annotations if a.annotator in readers.get(a.layer, ()))
    sides = Sides(
        article.article.id, readers, kept, article.relations, article.gold, article.rulings
    )
    open_ = {difference.layer for difference in differences_in(sides) if difference.open}
    for layer in {*readers, *(g.layer for g in article.gold)}:
        status: Literal["done", "started"] = "started" if layer in open_ else "done"
        yield Assignment("", article.article.id, GOLD, layer, status)


def _readers(article: CorpusArticle) -> dict[str, tuple[str, ...]]:
    """Who has finished each layer in their newest round, where at least two have."""
    given = sorted(article.assignments or (), key=lambda assignment: assignment.round)
    newest = {(a.layer, a.annotator): a.status for a in given}
    found: dict[str, tuple[str, ...]] = {}
    for (layer, who), status in sorted(newest.items()):
        if status == "done":
            found[layer] = (*found.get(layer, ()), who)
    return {layer: who for layer, who in found.items() if len(who) > 1}


def _as_annotation(suggestion: Suggestion) -> Annotation:
    s = suggestion
    return Annotation(
        *(s.id, s.article, s.suggester, s.layer, s.label, s.fragments, s.quote),
        attributes=s.attributes,
        origin=Origin("suggestion", s.suggester, s.id, s.score),
    )


def _suggested_relations(article: CorpusArticle) -> Iterator[Relation]:
    """The relations between suggestions of one suggester."""
    whose = {suggestion.id: suggestion.suggester for suggestion in article.suggestions}
    for r in article.suggestion_relations:
        if r.target in whose and whose[r.source] == whose[r.target]:
            yield Relation(r.id, article.article.id, whose[r.source], r.type, r.source, r.target)


# --- which of it


def _narrowed(article: CorpusArticle, choice: Choice) -> CorpusArticle:
    """An article without the work of people, layers and labels that were not asked for."""
    kept = tuple(a for a in article.annotations if _wanted(choice, a.annotator, a.layer, a.label))
    ids = {annotation.id for annotation in kept}
    whose = choice.annotators
    return replace(
        article,
        annotations=kept,
        relations=tuple(r for r in article.relations if r.source in ids and r.target in ids),
        labels=tuple(v for v in article.labels if not whose or v.annotator in whose),
        assignments=tuple(
            a for a in article.assignments or () if _wanted(choice, a.annotator, a.layer)
        ),
    )


def _wanted(choice: Choice, annotator: str, layer: str, label: str = "") -> bool:
    return (
        (not choice.annotators or annotator in choice.annotators)
        and (not choice.layers or layer in choice.layers)
        and (not choice.labels or not label or f"{layer}/{label}" in choice.labels)
    )


# --- under which names


def called(project: Project, choice: Choice, name: str) -> str:
    """What a person is called in what goes out."""
    return pseudonyms(project)[name] if choice.pseudonyms else name


def pseudonyms(project: Project) -> dict[str, str]:
    """What each person is called instead of by name: the same in every export of a project."""
    everyone = sorted(people.annotators(project), key=lambda person: person.id)
    return {person.name: f"annotator-{n}" for n, person in enumerate(everyone, start=1)}


def _renamed(article: CorpusArticle, names: Mapping[str, str]) -> CorpusArticle:
    """An article in which people are called otherwise, wherever they are named."""
    if not names:
        return article

    def other(name: str) -> str:
        return names.get(name, name)

    def by_other(decision: Decision) -> Decision:
        source = tuple(map(other, decision.source))
        return replace(decision, by=other(decision.by), source=source)

    return replace(
        article,
        labels=tuple(replace(v, annotator=other(v.annotator)) for v in article.labels),
        assignments=tuple(
            replace(a, annotator=other(a.annotator)) for a in article.assignments or ()
        ),
        annotations=tuple(replace(a, annotator=other(a.annotator)) for a in article.annotations),
        relations=tuple(replace(r, annotator=other(r.annotator)) for r in article.relations),
        suggestions=tuple(
            replace(s, states={other(who): state for who, state in s.states.items()})
            for s in article.suggestions
        ),
        gold=tuple(replace(g, decision=by_other(g.decision)) for g in article.gold),
        rulings=tuple(replace(r, decision=by_other(r.decision)) for r in article.rulings),
    )
