"""Editing the scheme: what was counted is what happens, work follows, and undo gives all back."""

import json

import pytest
from sqlalchemy import event, select

from tests.operations import conftest
from tests.operations.conftest import mark, news_scheme, propose, refused
from tests.store.test_undo import dump, mark_everywhere
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.scheme import Attribute, Label, Scheme
from workbench.domain.scheme_editing import Add, Adopt, Change, Edit, Merge, Move, Remove, Rename
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    LAYERS_OF_SCHEME,
    RELATIONS,
    Place,
    attributes_of,
    attributes_of_relation,
    labels_of,
)
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations import accepting, annotating, statuses, undoing
from workbench.operations.scheme_editing import (
    edit_scheme,
    editing,
    effect_of,
    takes_long,
    usage_of,
)
from workbench.settings.resources import resources_folder
from workbench.store import annotations, articles, golds, people, schema, schemes, suggestions
from workbench.store.checking import check
from workbench.store.project import Project
from workbench.store.strides import LENGTH

ENTITIES, CLAIMS = labels_of("entity"), labels_of("claim")
CLAIM_ATTRIBUTES = attributes_of("claim")


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def worked(project: Project, article: str, ann: Annotator, bo: Annotator) -> Project:
    """A project in which two people marked, related, accepted and finished things."""
    for who in (ann, bo):
        mayor = mark(project, who, article, "The mayor", "entity", label="person")
        mark(project, who, article, "Harbour", "entity", label="place")
        claim = mark(project, who, article, "harbour is closed", "claim", label="factual")
        for attribute, value in (("stance", "asserts"), ("attribution", "direct quote")):
            annotating.set_attribute(
                project, annotator=who, annotation=claim, attribute=attribute, value=value
            )
        annotating.relate(project, annotator=who, type="source", source=claim.id, target=mayor.id)
        event = mark(project, who, article, "closed", "event", label="other")
        annotating.relate(
            project, annotator=who, type="participant", source=event.id, target=mayor.id
        )
        (takes_part,) = annotations.relations_at(project, event.id)
        annotating.set_relation_attribute(
            project, annotator=who, relation=takes_part, attribute="role", value="agent"
        )
    propose(project, article, "Nobody", "entity", "person")
    taken = propose(project, article, "mayor", "entity", "person")
    accepting.accept(project, annotator=ann, suggestion=taken)
    genre = statuses.label_article
    genre(project, annotator=ann, article=article, name="genre", values=["interview"])
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity", "claim"])
    settle(project, article, "The mayor", "entity", "person")
    return project


def settle(project: Project, article: str, words: str, layer: str, label: str) -> str:
    """Make a gold span, as a review would."""
    decision = Decision("rev", ("ann",))
    gold = Gold(new_id(), article, layer, label, (conftest.place(words),), words, decision)
    with project.transaction("adjudicate", person="", kind="record") as transaction:
        golds.insert_many(transaction, [gold])
    return gold.id


def marked(project: Project, article: str, layer: str = "entity") -> list[Annotation]:
    found = annotations.of_article(project, article)
    return [annotation for annotation in found if annotation.layer == layer]


def labels(project: Project, article: str) -> list[str]:
    return sorted(annotation.label for annotation in marked(project, article))


EDITS: list[tuple[Edit, bool]] = [
    (Change(ENTITIES, "person", {"name": "Human being"}), False),
    (Change(ENTITIES, "person", {"id": "human"}), False),
    (Add(ENTITIES, Label("ship", "Ship", "s", "#335577")), False),
    (Move(ENTITIES, "time", 0), False),
    (Merge(ENTITIES, "person", "organization"), False),
    (Merge(ENTITIES, "place", "person"), False),
    (Remove(ENTITIES, "person"), True),
    (Remove(CLAIM_ATTRIBUTES, "stance"), True),
    (Rename(CLAIM_ATTRIBUTES, "stance", "asserts", "states"), False),
    (Rename(CLAIM_ATTRIBUTES, "stance", "asserts", "reports"), False),
    (Change(CLAIM_ATTRIBUTES, "stance", {"not_for": ("factual",)}), True),
    (Change(CLAIM_ATTRIBUTES, "stance", {"id": "attitude"}), False),
    (Change(RELATIONS, "source", {"id": "speaker", "name": "Speaker"}), False),
    (Remove(RELATIONS, "source"), True),
    (Rename(attributes_of_relation("participant"), "role", "agent", "actor"), False),
    (Remove(attributes_of_relation("participant"), "role"), True),
    (Change(RELATIONS, "participant", {"id": "takes_part"}), False),
    (Rename(ARTICLE_LABELS, "genre", "interview", "conversation"), False),
    (Remove(ARTICLE_LABELS, "genre"), True),
    (Change(LAYERS_OF_SCHEME, "entity", {"name": "Who and where", "key": "w"}), False),
    (Adopt(read_scheme(resources_folder() / "schemes" / "minimal.yaml")), True),
]


def _called(value: object) -> str:
    """A short name of an edit for pytest."""
    verb, params = getattr(value, "verb", ""), getattr(value, "params", {})
    return "-".join((verb, *params.values()))


@pytest.mark.parametrize(("edit", "losing"), EDITS, ids=_called)
def test_every_edit_is_one_act_that_undo_gives_back_and_redo_does_again(
    worked: Project, ann: Annotator, edit: Edit, *, losing: bool
) -> None:
    before = dump(worked)
    changes = edit_scheme(worked, annotator=ann, edit=edit, losing=losing)
    after = dump(worked)
    assert changes
    assert after != before
    assert check(worked) == []
    undoing.undo(worked, annotator=ann)
    assert dump(worked) == before
    undoing.redo(worked, annotator=ann)
    assert dump(worked) == after


@pytest.mark.parametrize("edit", [edit for edit, losing in EDITS if losing], ids=_called)
def test_what_takes_work_away_is_refused_until_it_may_go(
    worked: Project, ann: Annotator, edit: Edit
) -> None:
    before = dump(worked)
    with refused("operations.scheme_would_lose"):
        edit_scheme(worked, annotator=ann, edit=edit)
    assert dump(worked) == before


def test_everything_said_fits_the_scheme_after_every_edit(
    worked: Project, article: str, ann: Annotator
) -> None:
    for edit, _ in EDITS:
        edit_scheme(worked, annotator=ann, edit=edit, losing=True)
        scheme = schemes.read_scheme(worked)
        for annotation in annotations.of_article(worked, article):
            scheme.check_attributes(annotation.layer, annotation.label, annotation.attributes)
        undoing.undo(worked, annotator=ann)


def test_the_effect_counts_what_the_edit_then_does(
    worked: Project, article: str, ann: Annotator
) -> None:
    effect = effect_of(worked, Merge(ENTITIES, "person", "organization"))
    assert effect.changed == {"annotation": 3, "suggestion": 2, "gold": 1}
    assert (effect.lost, effect.joined) == ({}, 0)
    changes = edit_scheme(worked, annotator=ann, edit=Merge(ENTITIES, "person", "organization"))
    touched = {name: len(changes.ids(name)) for name in ("annotation", "suggestion", "gold")}
    assert touched == effect.changed
    assert labels(worked, article) == ["organization"] * 3 + ["place"] * 2


def test_counting_writes_nothing(worked: Project) -> None:
    before = dump(worked)
    effect = effect_of(worked, Remove(ENTITIES, "person"))
    assert effect.lost == {"annotation": 3, "suggestion": 2, "gold": 1, "relation": 4}
    assert effect.loses_work
    assert dump(worked) == before


def test_suggestions_alone_may_go_unasked(project: Project, article: str, ann: Annotator) -> None:
    propose(project, article, "mayor", "entity", "person")
    effect = effect_of(project, Remove(ENTITIES, "person"))
    assert (effect.lost, effect.loses_work) == ({"suggestion": 1}, False)
    edit_scheme(project, annotator=ann, edit=Remove(ENTITIES, "person"))
    assert suggestions.of_article(project, article) == []


def test_two_marks_that_come_to_say_the_same_become_one(
    project: Project, article: str, ann: Annotator
) -> None:
    group = mark(project, ann, article, "The mayor", "entity", label="group")
    person = mark(project, ann, article, "The mayor", "entity", label="person")
    annotating.set_note(project, annotator=ann, annotation=group, note="or her office?")
    annotating.set_note(project, annotator=ann, annotation=person, note="Ilse Varn")
    claim = mark(project, ann, article, "harbour is closed", "claim", label="factual")
    for target in (group, person):
        annotating.relate(project, annotator=ann, type="source", source=claim.id, target=target.id)
    before = dump(project)
    edit = Merge(ENTITIES, "group", "person")
    assert effect_of(project, edit).joined == 1
    edit_scheme(project, annotator=ann, edit=edit)
    (left,) = marked(project, article)
    assert (left.id, left.note) == (person.id, "Ilse Varn\nor her office?")
    (relation,) = annotations.relations_of_article(project, article)
    assert (relation.source, relation.target) == (claim.id, person.id)
    undoing.undo(project, annotator=ann)
    assert dump(project) == before


def test_marks_of_different_people_stay_apart(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "The mayor", "entity", label="person")
    mark(project, bo, article, "The mayor", "entity", label="group")
    edit_scheme(project, annotator=ann, edit=Merge(ENTITIES, "group", "person"))
    assert labels(project, article) == ["person", "person"]


def test_joined_suggestions_keep_what_people_made_of_them(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    group = propose(project, article, "The mayor", "entity", "group")
    propose(project, article, "The mayor", "entity", "person", id="kept")
    accepting.accept(project, annotator=ann, suggestion=group)
    accepting.reject(project, annotator=bo, suggestion=group)
    edit_scheme(project, annotator=ann, edit=Merge(ENTITIES, "group", "person"))
    (left,) = suggestions.of_article(project, article)
    assert left.id == "kept"
    assert left.states == {ann.id: "accepted", bo.id: "rejected"}


def test_gold_that_joins_keeps_both_decisions(
    project: Project, article: str, ann: Annotator
) -> None:
    settle(project, article, "The mayor", "entity", "group")
    kept = settle(project, article, "The mayor", "entity", "person")
    edit_scheme(project, annotator=ann, edit=Merge(ENTITIES, "group", "person"))
    assert {gold.id for gold in golds.of_articles(project, [article])} == {kept}
    rows = project.rows(select(schema.gold_decision.c.gold))
    assert [row.gold for row in rows] == [kept, kept]


def test_what_was_frozen_follows_so_that_merged_labels_are_no_difference(
    worked: Project, article: str, ann: Annotator
) -> None:
    edit_scheme(worked, annotator=ann, edit=Merge(ENTITIES, "person", "organization"))
    edit_scheme(worked, annotator=ann, edit=Rename(CLAIM_ATTRIBUTES, "stance", "asserts", "says"))
    kept = [json.loads(text) for text in people.frozen(worked, [article]).values()]
    rows = [row for layer in kept for row in layer]
    assert {row["label"] for row in rows} == {"organization", "place", "factual"}
    (claim,) = (row for row in rows if row["label"] == "factual")
    assert json.loads(claim["attributes"])["stance"] == "says"


def test_an_attribute_that_the_other_label_cannot_have_goes(
    project: Project, article: str, ann: Annotator
) -> None:
    cue = mark(project, ann, article, "harbour is closed", "claim", label="factual")
    annotating.set_attribute(
        project, annotator=ann, annotation=cue, attribute="stance", value="asserts"
    )
    edit = Merge(CLAIMS, "factual", "cue")
    with refused("operations.scheme_would_lose"):
        edit_scheme(project, annotator=ann, edit=edit)
    edit_scheme(project, annotator=ann, edit=edit, losing=True)
    (left,) = marked(project, article, "claim")
    assert (left.label, left.attributes) == ("cue", {})


def test_a_renamed_value_is_renamed_in_every_annotation(
    worked: Project, article: str, ann: Annotator
) -> None:
    edit_scheme(worked, annotator=ann, edit=Rename(CLAIM_ATTRIBUTES, "stance", "asserts", "says"))
    stance = schemes.read_scheme(worked).layer("claim").attributes[1]
    assert stance.values == ("says", "denies", "doubts", "reports")
    assert {a.attributes["stance"] for a in marked(worked, article, "claim")} == {"says"}


def test_article_labels_follow_their_values(worked: Project, article: str, ann: Annotator) -> None:
    edit = Rename(ARTICLE_LABELS, "genre", "interview", "conversation")
    assert effect_of(worked, edit).changed == {"article_label": 1}
    edit_scheme(worked, annotator=ann, edit=edit)
    assert [label.value for label in articles.labels_of(worked, [article])] == ["conversation"]


def test_the_version_grows_with_the_meaning_and_with_nothing_else(
    project: Project, article: str, ann: Annotator
) -> None:
    def edited(**fields: object) -> int:
        edit_scheme(project, annotator=ann, edit=Change(ENTITIES, "person", fields))
        return schemes.read_scheme(project).version

    first = schemes.read_scheme(project).version
    assert edited(color="#112233") == first
    assert edited(key="p") == first
    assert edited(guideline="Any human being.") == first + 1
    assert (
        mark(project, ann, article, "mayor", "entity", label="person").scheme_version == first + 1
    )
    assert edited(guideline="Any human being named.") == first + 2
    assert marked(project, article)[0].scheme_version == first + 1


def test_no_version_is_given_twice_when_someone_worked_under_it(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    first = schemes.read_scheme(project).version
    edit_scheme(project, annotator=ann, edit=Change(ENTITIES, "person", {"guideline": "One."}))
    mark(project, bo, article, "mayor", "entity", label="person")
    undoing.undo(project, annotator=ann)
    edit_scheme(project, annotator=ann, edit=Change(ENTITIES, "person", {"guideline": "Two."}))
    assert schemes.read_scheme(project).version == first + 2


def test_a_scheme_under_which_others_have_worked_is_not_taken_back(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    values = ("asserts", "denies", "doubts", "reports", "jokes")
    edit_scheme(project, annotator=ann, edit=Change(CLAIM_ATTRIBUTES, "stance", {"values": values}))
    claim = mark(project, bo, article, "harbour is closed", "claim", label="factual")
    annotating.set_attribute(
        project, annotator=bo, annotation=claim, attribute="stance", value="jokes"
    )
    before = dump(project)
    with refused("store.undo_conflict"):
        undoing.undo(project, annotator=ann)
    assert dump(project) == before


def test_a_label_in_use_by_another_person_is_not_taken_back(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    edit_scheme(project, annotator=ann, edit=Add(ENTITIES, Label("ship", "Ship", "s", "#335577")))
    mark(project, bo, article, "Harbour", "entity", label="ship")
    with refused("store.undo_conflict"):
        undoing.undo(project, annotator=ann)


def test_an_edit_applies_to_the_scheme_as_it_is_then(project: Project, ann: Annotator) -> None:
    name = Change(ENTITIES, "person", {"name": "Human being"})
    effect_of(project, name)
    edit_scheme(project, annotator=ann, edit=Change(ENTITIES, "person", {"color": "#112233"}))
    edit_scheme(project, annotator=ann, edit=name)
    person = schemes.read_scheme(project).label("entity", "person")
    assert (person.name, person.color) == ("Human being", "#112233")


def test_an_edit_that_changes_nothing_is_no_act(project: Project, ann: Annotator) -> None:
    assert not edit_scheme(project, annotator=ann, edit=Adopt(news_scheme()))
    assert undoing.next_undo(project, ann) is None


def test_a_scheme_that_cannot_stand_is_refused_whole(project: Project, ann: Annotator) -> None:
    before = dump(project)
    taken = schemes.read_scheme(project).label("entity", "place").key
    with refused("domain.scheme_key_taken"):
        edit_scheme(project, annotator=ann, edit=Change(ENTITIES, "person", {"key": taken}))
    assert dump(project) == before


def test_adopting_a_smaller_scheme_takes_its_layers_along(
    worked: Project, article: str, ann: Annotator
) -> None:
    statuses.mark_done(worked, annotator=ann, article=article, layers=["event"])
    smaller = read_scheme(resources_folder() / "schemes" / "minimal.yaml")
    before = dump(worked)
    edit_scheme(worked, annotator=ann, edit=Adopt(smaller), losing=True)
    kept = schemes.read_scheme(worked)
    assert [layer.id for layer in kept.layers] == ["entity", "claim"]
    assert {a.layer for a in people.assignments(worked)} <= {"entity", "claim"}
    assert check(worked) == []
    undoing.undo(worked, annotator=ann)
    assert dump(worked) == before


def test_an_adopted_scheme_may_say_what_replaces_a_label(
    worked: Project, article: str, ann: Annotator
) -> None:
    scheme = Merge(ENTITIES, "person", "organization").revise(news_scheme()).scheme
    edit = Adopt(scheme, {("entity", "person"): "organization"})
    assert not effect_of(worked, edit).loses_work
    edit_scheme(worked, annotator=ann, edit=edit)
    assert labels(worked, article) == ["organization"] * 3 + ["place"] * 2


def test_an_attribute_can_be_added_and_used(project: Project, article: str, ann: Annotator) -> None:
    tone = Attribute("tone", "Tone", values=("warm", "cold"))
    edit_scheme(project, annotator=ann, edit=Add(attributes_of("claim"), tone))
    claim = mark(project, ann, article, "harbour is closed", "claim", label="factual")
    annotating.set_attribute(
        project, annotator=ann, annotation=claim, attribute="tone", value="cold"
    )
    assert marked(project, article, "claim")[0].attributes == {"tone": "cold"}


@pytest.mark.parametrize(
    ("place", "id", "expected"),
    [
        (ENTITIES, "person", {"annotation": 3, "suggestion": 2, "gold": 1}),
        (ENTITIES, "time", {}),
        (CLAIM_ATTRIBUTES, "stance", {"annotation": 2}),
        (CLAIM_ATTRIBUTES, "author", {}),
        (RELATIONS, "source", {"relation": 2}),
        (ARTICLE_LABELS, "genre", {"article_label": 1}),
        (LAYERS_OF_SCHEME, "claim", {"annotation": 2}),
        (attributes_of_relation("participant"), "role", {"relation": 2}),
    ],
)
def test_what_uses_a_thing_is_counted(
    worked: Project, place: Place, id: str, expected: dict[str, int]
) -> None:
    assert usage_of(worked, place, id) == expected


def test_a_value_of_a_relation_is_renamed_in_every_relation(
    worked: Project, article: str, ann: Annotator
) -> None:
    edit = Rename(attributes_of_relation("participant"), "role", "agent", "actor")
    assert effect_of(worked, edit).changed == {"relation": 2}
    edit_scheme(worked, annotator=ann, edit=edit)
    found = annotations.relations_of_article(worked, article)
    assert [r.attributes for r in found if r.type == "participant"] == [{"role": "actor"}] * 2


def test_an_edit_that_is_stopped_half_way_changes_nothing(
    worked: Project, article: str, ann: Annotator
) -> None:
    project = worked
    mark_everywhere(project, ann, article)
    before = dump(project)
    merging = editing(project, annotator=ann, edit=Merge(ENTITIES, "person", "group"))
    strides = [next(merging) for _ in range(6)]
    assert strides[-1].total > LENGTH
    merging.close()
    assert dump(project) == before
    assert check(project) == []
    edit_scheme(project, annotator=ann, edit=Merge(ENTITIES, "person", "group"))
    assert dump(project) != before


def test_only_what_touches_much_work_takes_long(
    worked: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    merge, add = (
        Merge(ENTITIES, "person", "group"),
        Add(ENTITIES, Label("ship", "Ship", "", "#112233")),
    )
    assert not takes_long(worked, merge)
    mark_everywhere(worked, ann, article)
    mark_everywhere(worked, bo, article)
    assert takes_long(worked, merge)
    assert not takes_long(worked, add)


def test_whether_an_edit_takes_long_is_found_without_counting_anything(worked: Project) -> None:
    asked: list[str] = []
    event.listen(
        worked._engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: asked.append(statement),
    )
    takes_long(worked, Merge(ENTITIES, "person", "group"))
    through = [query for query in asked if "FROM annotation" in query]
    assert through
    assert all("LIMIT" in query for query in through)
