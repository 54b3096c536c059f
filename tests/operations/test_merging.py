"""Joining copies: what comes in, what gives way to what, and what is refused."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from tests.clock import processor_seconds
from tests.operations.conftest import mark, place, refused
from tests.store.conftest import TEXT, add_article, add_articles, small_scheme
from tests.store.test_undo import dump
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.scheme import Label
from workbench.domain.scheme_editing import Add
from workbench.domain.scheme_places import labels_of
from workbench.domain.span import Span
from workbench.domain.text import text_hash
from workbench.operations import (
    adjudicating,
    annotating,
    assigning,
    backups,
    correcting,
    history,
    merging,
    recipes,
    statuses,
)
from workbench.operations.people import annotator_named
from workbench.operations.progress import finish
from workbench.operations.scheme_editing import edit_scheme
from workbench.operations.undoing import next_undo, redo, undo
from workbench.operations.workers import Worker
from workbench.store import annotations, articles, golds, journal, opening, people, schema
from workbench.store import merging as store_merging
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project
from workbench.store.upgrading import back_up


@dataclass
class Team:
    """A project with an article and two people, copies that go their own ways, and joining them."""

    project: Project
    article: str
    ann: Annotator
    bo: Annotator
    worker: Worker
    copies: list[Project] = field(default_factory=list)

    def copy(self) -> Project:
        """A copy of the project as it stands, open."""
        path = self.project.path.with_name(f"copy{len(self.copies)}.workbench")
        back_up(self.project.path, path)
        self.copies.append(open_project(path, backups=path.parent))
        return self.copies[-1]

    def join(
        self, project: Project, *others: Project, keep_scheme: bool = False
    ) -> merging.Preview:
        """Join copies with one, which has to be sound then; say what that came to."""
        paths = [other.path for other in others]
        verb = merging.merge(
            project, paths, annotator=self.ann, keep_scheme=keep_scheme, worker=self.worker
        )
        found = finish(verb).preview
        assert check(project) == []
        return found


@pytest.fixture
def team(project: Project, article: str, ann: Annotator, bo: Annotator) -> Iterator[Team]:
    with closing(Worker()) as worker:
        team = Team(project, article, ann, bo, worker)
        yield team
        for copy in team.copies:
            copy.close()


def quotes(project: Project, article: str) -> set[str]:
    return {one.quote for one in annotations.of_article(project, article)}


def corrected(project: Project, who: Annotator, article: str, old: str, new: str) -> None:
    text = articles.text_of(project, article).text
    correcting.correct(
        project,
        annotator=who,
        article=article,
        text=text.replace(old, new),
        basis=text_hash(text),
    )


def test_what_two_people_did_apart_stands_together(team: Team) -> None:
    other = team.copy()
    mark(team.project, team.ann, team.article, "The mayor", "entity")
    mark(other, team.bo, team.article, "Nobody", "entity")
    statuses.mark_done(other, annotator=team.bo, article=team.article, layers=["entity"])
    found = team.join(team.project, other)
    assert (found.articles, found.new["annotation"], found.lost) == (1, {"bo": 1}, ())
    assert quotes(team.project, team.article) == {"The mayor", "Nobody"}
    assert [one.status for one in people.assignments(team.project, annotator=team.bo.id)] == [
        "done"
    ]
    assert team.join(team.project, other).nothing


def test_what_stood_before_a_merge_is_backed_up(team: Team) -> None:
    other = team.copy()
    mark(team.project, team.ann, team.article, "The mayor", "entity")
    team.join(team.project, other)
    assert backups.kept(team.project) == []
    mark(other, team.bo, team.article, "Nobody", "entity")
    team.join(team.project, other)
    team.project.wait()
    (kept,) = backups.kept(team.project)
    with closing(open_project(kept.path, backups=kept.path.parent)) as before:
        assert quotes(before, team.article) == {"The mayor"}
    assert quotes(team.project, team.article) == {"The mayor", "Nobody"}


def test_a_preview_writes_nothing(team: Team) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    before = dump(team.project)
    found = finish(merging.preview(team.project, [other.path], worker=team.worker))
    assert found.number("annotation") == 1
    assert dump(team.project) == before
    with team.project.reading() as connection:
        entries = connection.execute(select(schema.journal).where(schema.journal.c.arrived != ""))
        assert entries.all() == []


def test_the_whole_of_it_is_undone_in_one_step_and_nothing_that_came_in_by_itself(
    team: Team,
) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    mark(other, team.ann, team.article, "The mayor", "entity")
    before = dump(team.project)
    team.join(team.project, other)
    after = dump(team.project)
    assert next_undo(team.project, team.bo) is None
    undo(team.project, annotator=team.ann)
    assert dump(team.project) == before
    assert next_undo(team.project, team.ann) is None
    redo(team.project, annotator=team.ann)
    assert dump(team.project) == after
    assert check(team.project) == []


def test_a_merge_that_was_undone_can_be_made_again(team: Team) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    team.join(team.project, other)
    undo(team.project, annotator=team.ann)
    assert team.join(team.project, other).number("annotation") == 1
    assert quotes(team.project, team.article) == {"Nobody"}


def test_of_two_edits_the_later_stands_and_the_other_is_told(team: Team) -> None:
    marked = mark(team.project, team.ann, team.article, "Nobody", "claim")
    other = team.copy()
    annotating.set_note(team.project, annotator=team.ann, annotation=marked, note="earlier")
    annotating.set_note(other, annotator=team.ann, annotation=marked, note="later")
    found = team.join(team.project, other)
    (kept,) = annotations.of_article(team.project, team.article)
    assert kept.note == "later"
    (lost,) = found.lost
    assert (lost.why, lost.kind, lost.id, lost.person) == (
        "later",
        "annotation",
        marked.id,
        "ann",
    )
    assert team.join(team.project, other).lost == ()


def test_an_edit_stands_against_a_later_deletion_by_one_who_did_not_know_it(team: Team) -> None:
    marked = mark(team.project, team.ann, team.article, "Nobody", "claim")
    other = team.copy()
    annotating.set_note(team.project, annotator=team.ann, annotation=marked, note="kept")
    annotating.delete(other, annotator=team.ann, annotation=marked)
    found = team.join(other, team.project)
    assert quotes(other, team.article) == {"Nobody"}
    assert [lost.why for lost in found.lost] == ["deleted"]
    assert team.join(team.project, other).nothing is False
    assert dump(team.project) == dump(other)


def test_a_deletion_by_one_who_knew_the_edit_stands(team: Team) -> None:
    marked = mark(team.project, team.ann, team.article, "Nobody", "claim")
    other = team.copy()
    annotating.set_note(team.project, annotator=team.ann, annotation=marked, note="seen")
    team.join(other, team.project)
    annotating.delete(
        other, annotator=team.ann, annotation=annotations.by_ids(other, [marked.id])[0]
    )
    found = team.join(team.project, other)
    assert (quotes(team.project, team.article), found.lost) == (set(), ())


def test_what_is_not_there_is_not_deleted(team: Team) -> None:
    other = team.copy()
    mark(team.project, team.ann, team.article, "Nobody", "entity")
    assert team.join(team.project, other).nothing
    assert quotes(team.project, team.article) == {"Nobody"}


def test_a_project_that_is_not_the_same_is_refused(team: Team, tmp_path: Path) -> None:
    with (
        closing(create_project(tmp_path / "b.workbench", small_scheme())) as other,
        refused("operations.other_project"),
    ):
        team.join(team.project, other)


def test_the_same_text_under_two_ids_becomes_the_smaller_with_all_that_was_marked(
    team: Team,
) -> None:
    other, text = team.copy(), f"{TEXT}More.\n"
    here, there = add_article(team.project, text), add_article(other, text)
    mark(team.project, team.ann, here, "Nobody", "entity")
    mark(other, team.bo, there, "The mayor", "entity")
    team.join(other, team.project)
    team.join(team.project, other)
    assert quotes(team.project, min(here, there)) == quotes(other, here) == {"Nobody", "The mayor"}
    assert here < there
    assert articles.by_ids(other, [there]) == []
    assert dump(team.project) == dump(other)
    with other.reading() as connection:
        params = connection.execute(
            select(schema.journal.c.params).where(schema.journal.c.verb == "merge")
        ).scalars()
        assert any(f'"{there}": "{here}"' in one for one in params)


def test_marks_on_the_former_text_follow_a_correction_made_elsewhere(team: Team) -> None:
    other = team.copy()
    corrected(team.project, team.ann, team.article, "The mayor said", "The new mayor said")
    mark(other, team.bo, team.article, "Nobody", "entity")
    mark(other, team.bo, team.article, "The mayor", "entity")
    statuses.mark_done(other, annotator=team.bo, article=team.article, layers=["entity"])
    assert team.join(team.project, other).lost == ()
    assert quotes(team.project, team.article) == {"Nobody", "The new mayor"}
    team.join(other, team.project)
    assert dump(team.project) == dump(other)


def test_what_finds_no_place_in_a_corrected_text_is_told(team: Team) -> None:
    other = team.copy()
    corrected(team.project, team.ann, team.article, "Nobody", "They")
    mark(other, team.bo, team.article, "Nobody", "entity")
    mark(other, team.bo, team.article, "The mayor", "entity")
    (lost,) = team.join(team.project, other).lost
    assert (lost.why, lost.person, lost.said) == ("no_place", "bo", "person: Nobody")
    assert quotes(team.project, team.article) == {"The mayor"}


def test_a_text_corrected_here_is_known_under_its_former_words_from_elsewhere(team: Team) -> None:
    other, text = team.copy(), f"{TEXT}More.\n"
    here, there = add_article(team.project, text), add_article(other, text)
    corrected(team.project, team.ann, here, "More", "Much more")
    mark(other, team.bo, there, "Nobody", "entity")
    team.join(team.project, other)
    team.join(other, team.project)
    assert quotes(team.project, here) == {"Nobody"}
    assert articles.text_of(other, here).text.endswith("Much more.\n")
    assert dump(team.project) == dump(other)
    assert articles.ids_by_former_hash(other) == {text_hash(text): here}


def test_people_of_one_name_are_one(team: Team) -> None:
    other = team.copy()
    here, there = annotator_named(team.project, "cy"), annotator_named(other, "cy")
    mark(other, there, team.article, "Nobody", "entity")
    team.join(team.project, other)
    team.join(other, team.project)
    assert [one.id for one in people.annotators(other) if one.name == "cy"] == [here.id]
    assert [one.annotator for one in annotations.of_article(other, team.article)] == [here.id]
    (step,) = [one for one in history.read(other) if one.line.verb == "annotate"]
    assert step.line.name == "cy"


def test_one_person_who_marked_the_same_on_two_copies_has_it_once(team: Team) -> None:
    other = team.copy()
    here = mark(team.project, team.ann, team.article, "Nobody", "entity")
    there = mark(other, team.ann, team.article, "Nobody", "entity")
    mayor = mark(other, team.ann, team.article, "The mayor", "claim")
    annotating.relate(other, annotator=team.ann, type="source", source=mayor.id, target=there.id)
    assert team.join(team.project, other).lost == ()
    (relation,) = annotations.relations_of_article(team.project, team.article)
    assert relation.target == here.id
    annotating.delete(
        team.project, annotator=team.ann, annotation=annotations.by_ids(team.project, [here.id])[0]
    )
    team.join(team.project, other)
    assert quotes(team.project, team.article) == {"The mayor"}


def forged(project: Project, old: str, new: str) -> None:
    """Let a project's journal say something else than what was done."""
    with project.maintaining() as connection:
        rows = func.replace(schema.journal.c.rows, old, new)
        connection.execute(update(schema.journal).values(rows=rows))


def gold(project: Project, who: Annotator, article: str, words: str) -> None:
    adjudicating.write_own(
        project,
        reviewer=who,
        article=article,
        layer="entity",
        label="person",
        fragments=(place(words),),
    )


def test_of_two_decisions_on_one_place_the_later_stands_and_the_other_is_told(team: Team) -> None:
    gold(team.project, team.ann, team.article, "said")
    other = team.copy()
    gold(team.project, team.ann, team.article, "The mayor")
    gold(other, team.bo, team.article, "mayor")
    gold(other, team.bo, team.article, "mayor said")
    (lost,) = team.join(team.project, other).lost
    assert (lost.why, lost.kind, lost.said) == ("gold", "gold", "person: The mayor")
    found = {one.quote for one in golds.of_articles(team.project, [team.article])}
    assert found == {"said", "mayor", "mayor said"}


def test_another_scheme_is_refused_with_the_difference(team: Team) -> None:
    other = team.copy()
    group = Label("group", "group", "2", "#557733")
    edit_scheme(other, annotator=team.bo, edit=Add(labels_of("entity"), group))
    mark(other, team.bo, team.article, "Nobody", "entity", label="group")
    mark(other, team.bo, team.article, "The mayor", "entity")
    with pytest.raises(merging.SchemesDiffer) as caught:
        team.join(team.project, other)
    (found,) = caught.value.schemes
    assert [thing.id for thing in found.difference.things] == ["group"]
    (lost,) = team.join(team.project, other, keep_scheme=True).lost
    assert (lost.why, lost.said) == ("no_label", "group: Nobody")
    assert quotes(team.project, team.article) == {"The mayor"}


def test_a_file_that_went_on_under_one_name_with_another_is_refused(team: Team) -> None:
    other = team.copy()
    mark(team.project, team.ann, team.article, "Nobody", "entity")
    other.copy = team.project.copy  # as if an older state had been put back in the file's place
    mark(other, team.ann, team.article, "The mayor", "entity")
    with refused("store.one_copy_twice"):
        team.join(team.project, other)


def test_history_shows_what_came_in_as_it_was_where_it_was_done(team: Team) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    mark(other, team.bo, team.article, "The mayor", "entity")
    corrected(team.project, team.ann, team.article, "Harbour closed", "The harbour closed")
    team.join(team.project, other)
    steps = {
        step.touched.quote: step
        for step in history.read(team.project, article=team.article, annotator=team.bo.id)
        if step.touched
    }
    text, marked = history.as_it_was(team.project, steps["Nobody"])
    assert text is not None
    assert text.text == TEXT
    assert [one.quote for one in marked] == ["Nobody"]
    assert not steps["Nobody"].can_be_taken_back_by(team.bo)


def test_two_texts_that_change_places_come_in(team: Team) -> None:
    one, two = (add_article(team.project, f"{TEXT}{number}.\n") for number in (1, 2))
    other = team.copy()
    for id, old, new in ((one, "1.", "3."), (two, "2.", "1."), (one, "3.", "2.")):
        corrected(other, team.ann, id, old, new)
    team.join(team.project, other)
    assert [articles.text_of(team.project, id).text[-3:] for id in (one, two)] == ["2.\n", "1.\n"]


def test_a_file_that_is_not_there_is_refused(team: Team, tmp_path: Path) -> None:
    verb = merging.merge(
        team.project, [tmp_path / "no.workbench"], annotator=team.ann, worker=team.worker
    )
    with refused("store.missing"):
        finish(verb)


def test_what_was_done_stands_though_it_was_assigned_elsewhere_later(team: Team) -> None:
    other = team.copy()
    statuses.mark_done(other, annotator=team.bo, article=team.article, layers=["entity"])
    assigning.assign(
        team.project, annotator=team.ann, wish=assigning.Wish([team.bo], 1, layer="entity")
    )
    assert team.join(team.project, other).lost == ()
    (found,) = people.assignments(team.project, annotator=team.bo.id)
    assert found.status == "done"


def test_what_gave_way_stays_written_in_the_act(team: Team) -> None:
    marked = mark(team.project, team.ann, team.article, "Nobody", "claim")
    other = team.copy()
    annotating.set_note(team.project, annotator=team.ann, annotation=marked, note="earlier")
    annotating.set_note(other, annotator=team.ann, annotation=marked, note="later")
    team.join(team.project, other)
    (step, *_) = history.read(team.project)
    assert step.line.verb == "merge"
    assert step.line.params["lost"] == {marked.id: "later: annotation, ann, t, factual: Nobody"}


def test_whoever_merges_can_undo_it_also_under_the_id_that_is_theirs_then(team: Team) -> None:
    other = team.copy()
    there = annotator_named(other, "cy")
    here = annotator_named(team.project, "cy")
    mark(team.project, here, team.article, "Nobody", "entity")
    before = dump(team.project)
    verb = merging.merge(team.project, [other.path], annotator=here, worker=team.worker)
    finish(verb)
    assert next_undo(team.project, here) is not None  # what they did before, under that id
    undo(team.project, annotator=there)
    assert dump(team.project) == before


def test_two_articles_that_came_to_have_one_text_on_two_copies_become_one(team: Team) -> None:
    one, two = (add_article(team.project, f"{TEXT}{number}.\n") for number in (1, 2))
    for id in (one, two):
        mark(team.project, team.ann, id, "Nobody", "entity")
        statuses.mark_done(team.project, annotator=team.ann, article=id, layers=["entity"])
    other = team.copy()
    corrected(team.project, team.ann, one, "1.", "3.")
    corrected(other, team.ann, two, "2.", "3.")
    team.join(team.project, other)
    team.join(other, team.project)
    assert dump(team.project) == dump(other)
    assert articles.by_ids(team.project, [two]) == []
    found = people.assignments(team.project, annotator=team.ann.id, articles=[one])
    assert [(each.layer, each.status) for each in found] == [("entity", "done")]


def test_what_is_done_after_a_merge_comes_after_what_came_in_though_a_clock_was_ahead(
    team: Team,
) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    with other.maintaining() as connection:
        ahead = update(schema.journal).where(schema.journal.c.copy == other.copy)
        connection.execute(ahead.values(time="2999-01-01T00:00:00.000000+00:00"))
    team.join(team.project, other)
    mark(team.project, team.ann, team.article, "The mayor", "entity")
    with team.project.reading() as connection:
        entries = list(journal.every_entry(connection))
    in_order = sorted(entries, key=lambda entry: entry.version)
    came_in, *merged, last = in_order[-4:]
    assert (came_in.verb, bool(came_in.arrived)) == ("annotate", True)
    assert {entry.verb for entry in merged} == {"merge"}
    assert (last.verb, last.person) == ("annotate", team.ann.id)


def test_an_older_file_is_read_as_it_is_and_stays_so(team: Team, tmp_path: Path) -> None:
    released = Path(__file__).parents[1] / "store" / "released" / "v1.workbench"
    ours, theirs = (Path(shutil.copy(released, tmp_path / f"{n}.workbench")) for n in "op")
    before = theirs.read_bytes()
    with closing(open_project(ours, backups=tmp_path / "backups")) as project:
        verb = merging.preview(project, [theirs], worker=team.worker)
        assert finish(verb).nothing
    assert theirs.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"label":"person"', '"label":7'),
        ('"label":"person"', '"label":"person","surprise":1'),
        ('"label":"person"', '"label":"person","attributes":"no JSON"'),
        ('["annotation",', '["nothing",'),
        ('["annotation",', "["),
    ],
)
def test_a_history_that_cannot_be_relied_upon_is_refused(team: Team, old: str, new: str) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    forged(other, old, new)
    before = dump(team.project)
    with refused("store.journal_unsound"):
        team.join(team.project, other)
    assert dump(team.project) == before


def test_a_span_that_is_not_what_stands_at_its_place_does_not_come_in(team: Team) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    mark(other, team.bo, team.article, "The mayor", "entity")
    forged(other, f'"end":{place("Nobody").end}', '"end":100000')
    (lost,) = team.join(team.project, other).lost
    assert (lost.why, lost.said) == ("no_place", "person: Nobody")
    assert quotes(team.project, team.article) == {"The mayor"}


def test_what_is_written_while_copies_are_looked_into_is_not_lost(team: Team) -> None:
    other = team.copy()
    mark(other, team.bo, team.article, "Nobody", "entity")
    verb = merging.merge(team.project, [other.path], annotator=team.ann, worker=team.worker)
    looks = 0
    while True:
        try:
            progress = next(verb)
        except StopIteration:
            break
        if not progress.what:  # all is open, and the plan is being made
            looks += 1
            if looks == 1:
                mark(team.project, team.ann, team.article, "The mayor", "entity")
    assert looks == 2
    assert quotes(team.project, team.article) == {"Nobody", "The mayor"}
    assert check(team.project) == []


def plan_of(folder: Path, number: int) -> Callable[[], object]:
    """Planning to join two copies of many articles, in each of which somebody marked all."""
    paths = [folder / f"{number}{name}.workbench" for name in "ab"]
    with closing(create_project(paths[0], small_scheme())) as project:
        add_articles(project, number)
        for name in ("ann", "bo"):
            annotator_named(project, name)
    shutil.copy(*paths)
    for path, name in zip(paths, ("ann", "bo"), strict=True):
        with closing(open_project(path, backups=folder)) as project:
            who = annotator_named(project, name).id
            span = Span(0, 7)
            with project.transaction("annotate", person=who) as transaction:
                annotations.insert_many(
                    transaction,
                    [
                        Annotation(
                            new_id(), one.id, who, "entity", "person", (span,), span.of(TEXT)
                        )
                        for one in articles.list_articles(project)
                    ],
                )

    def act() -> None:
        with opening.looked_into(paths[0]) as own, opening.borrowed(paths[1]) as other:
            plan = store_merging.plan(own, [other])
            assert len(plan.added["annotation"]) == number

    return act


def test_the_cost_of_a_merge_grows_with_the_articles_and_no_faster(tmp_path: Path) -> None:
    small, large = (processor_seconds(plan_of(tmp_path, number)) for number in (250, 1000))
    assert large < 4 * 2 * small


def test_recipes_come_along(project: Project, ann: Annotator, tmp_path: Path) -> None:
    recipes.save(project, annotator=ann, name="all", recipe=recipes.Recipe("jsonl"))
    other = tmp_path / "other.workbench"
    with closing(sqlite3.connect(project.path)) as reader:  # no other way, as it is open here
        reader.execute("VACUUM INTO ?", (str(other),))
    with closing(open_project(other, backups=tmp_path)) as copy:
        recipes.save(copy, annotator=ann, name="gold", recipe=recipes.Recipe("csv"))
    finish(merging.merge(project, [other], annotator=ann))
    assert sorted(recipes.listing(project)) == ["all", "gold"]
