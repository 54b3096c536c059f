"""The law of undo holds for edits of the scheme, mixed with the work of several people."""

import contextlib
import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.operations.conftest import news_scheme, place, propose
from tests.store.conftest import add_article, add_person
from tests.store.test_undo import dump
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_checking import check_scheme
from workbench.domain.scheme_editing import Change, Edit, Merge, Move, Remove, Rename
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    RELATIONS,
    attributes_of,
    attributes_of_relation,
    items_at,
    labels_of,
)
from workbench.operations import accepting, annotating, statuses
from workbench.operations.scheme_editing import edit_scheme, effect_of
from workbench.store import annotations, schemes, suggestions
from workbench.store.checking import check
from workbench.store.opening import create_project
from workbench.store.project import Project

WORDS = ("The mayor", "mayor", "Harbour", "harbour is closed", "closed", "Nobody")


@contextmanager
def tried() -> Iterator[None]:
    """Try an act; one that is refused is no act."""
    with contextlib.suppress(UserError):
        yield


def random_work(project: Project, who: Annotator, article: str, choice: random.Random) -> None:
    """Mark, relate, accept, label or finish something, as far as the scheme of now allows it."""
    scheme = schemes.read_scheme(project)
    mine = annotations.of_article(project, article, annotator=who.id)
    act = choice.choice(["mark", "mark", "mark", "attribute", "relate", "accept", "done", "label"])
    layer = choice.choice(scheme.layers)
    with tried():
        if act == "mark" or not mine:
            label = choice.choice(layer.labels).id
            span = place(choice.choice(WORDS))
            annotating.annotate(
                project, annotator=who, article=article, span=span, layer=layer.id, label=label
            )
        elif act == "attribute":
            random_attribute(project, who, scheme, choice)
        elif act == "relate" and scheme.relations:
            kind = choice.choice(scheme.relations).id
            source, target = choice.choice(mine).id, choice.choice(mine).id
            annotating.relate(project, annotator=who, type=kind, source=source, target=target)
        elif act == "accept":
            proposed = choice.choice(suggestions.of_article(project, article))
            accepting.accept(project, annotator=who, suggestion=proposed)
        elif act == "done":
            statuses.mark_done(project, annotator=who, article=article, layers=[layer.id])
        elif scheme.article_labels:
            name = choice.choice(scheme.article_labels)
            values = [choice.choice(name.values or ("x",))]
            statuses.label_article(
                project, annotator=who, article=article, name=name.id, values=values
            )


def random_attribute(
    project: Project, who: Annotator, scheme: Scheme, choice: random.Random
) -> None:
    """Give an attribute one of its values."""
    article = annotations.counts_by_article(project, annotator=who.id)
    (id, _), *_ = article
    mark = choice.choice(annotations.of_article(project, id, annotator=who.id))
    known = scheme.layer(mark.layer).attributes_of(mark.label)
    if known:
        attribute = choice.choice(known)
        value = choice.choice(attribute.values or ("2024",))
        annotating.set_attribute(
            project, annotator=who, annotation=mark, attribute=attribute.id, value=value
        )


def random_edit(scheme: Scheme, choice: random.Random) -> Edit | None:
    """An edit of something that the scheme has; None where it has nothing of the kind."""
    layer = choice.choice(scheme.layers).id
    kinds = [attributes_of_relation(relation.id) for relation in scheme.relations]
    lists = (labels_of(layer), labels_of(layer), attributes_of(layer), RELATIONS, ARTICLE_LABELS)
    places = (*lists, *choice.sample(kinds, min(1, len(kinds))))
    place = choice.choice(places)
    items = items_at(scheme, place)
    if not items:
        return None
    one, other = choice.choice(items), choice.choice(items)
    edits: list[Edit] = [
        Remove(place, one.id),
        Move(place, one.id, choice.randrange(9)),
        Change(place, one.id, {"name": f"N{choice.random()}"}),
        Change(place, one.id, {"id": f"n{choice.randrange(10**6)}"}),
    ]
    if place.kind == "label":
        edits += [Merge(place, one.id, other.id)] * 3
    if getattr(one, "values", ()):
        into = choice.choice((*one.values, "new one"))
        edits += [Rename(place, one.id, choice.choice(one.values), into)] * 3
    return choice.choice(edits)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_whatever_was_edited_and_marked_comes_back_in_reverse_and_forward(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    choice = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    path = tmp_path_factory.mktemp("law") / "a.workbench"
    project = create_project(path, news_scheme())
    article = add_article(project)
    for words, label in (("The mayor", "person"), ("mayor", "mention"), ("Harbour", "place")):
        propose(project, article, words, "entity", label)
    people = [add_person(project, "ann"), add_person(project, "bo")]
    states, acts = [dump(project)], []
    for _ in range(30):
        who = choice.choice(people)
        if choice.random() < 0.7:
            random_work(project, who, article, choice)
        else:
            edit = random_edit(schemes.read_scheme(project), choice)
            if edit is not None:
                carried_out(project, who, edit, article)
        after = dump(project)
        if after != states[-1]:
            states.append(after)
            acts.append(who)
    assert check(project) == []
    for who, before in zip(reversed(acts), reversed(states[:-1]), strict=True):
        project.turn(who.id, "undo")
        assert dump(project) == before
    for who, after in zip(acts, states[1:], strict=True):
        project.turn(who.id, "redo")
        assert dump(project) == after
    project.close()


def carried_out(project: Project, who: Annotator, edit: Edit, article: str) -> None:
    """Carry an edit out; what it was said to do is what it did, and all that is left fits."""
    with tried():
        effect = effect_of(project, edit)
        changes = edit_scheme(project, annotator=who, edit=edit, losing=True)
        gone = len(changes.gone("annotation")) + len(changes.gone("gold"))
        assert gone == effect.lost.get("annotation", 0) + effect.joined
        assert len(changes.ids("annotation")) == effect.changed.get("annotation", 0)
    scheme = schemes.read_scheme(project)
    check_scheme(scheme)
    for annotation in annotations.of_article(project, article):
        scheme.check_attributes(annotation.layer, annotation.label, annotation.attributes)
