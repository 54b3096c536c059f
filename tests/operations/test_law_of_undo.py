"""The law of undo over every verb: whatever two people do, undoing all gives back what was there.

And doing all again gives what there was then: every table is the same, the journal apart. Acts are
undone in reverse of the order in which they came to stand, and nothing is refused on the way. Who
takes an act back from under what others did since is free to, where the rows allow it, and breaks
that order: what holds then is told by the second law.
"""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations.conftest import news_scheme, propose
from tests.store.conftest import add_article, add_person
from tests.store.test_undo import dump
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.scheme import Label
from workbench.domain.scheme_editing import Add, Change, Edit, Merge, Remove, Rename
from workbench.domain.scheme_places import attributes_of, labels_of
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.domain.text import text_hash
from workbench.operations import (
    accepting,
    accepting_many,
    annotating,
    correcting,
    history,
    statuses,
    undoing,
)
from workbench.operations.progress import finish
from workbench.operations.scheme_editing import edit_scheme
from workbench.store import annotations, articles, schemes, suggestions
from workbench.store.checking import check
from workbench.store.opening import create_project
from workbench.store.project import Project
from workbench.store.undo import Way

VALUES = (("stance", "asserts"), ("stance", "denies"), ("reality", "planned"), ("voice", "outlet"))
ENTITIES = labels_of("entity")
EDITS: tuple[Edit, ...] = (
    Add(ENTITIES, Label("ship", "Ship", "s", "#335577")),
    Change(ENTITIES, "person", {"name": "Human being"}),
    Change(ENTITIES, "person", {"id": "human"}),
    Merge(ENTITIES, "place", "organization"),
    Remove(ENTITIES, "group"),
    Rename(attributes_of("claim"), "stance", "asserts", "states"),
)
Stood = list[tuple[Annotator, str]]


@dataclass(frozen=True)
class Person:
    """Somebody who does anything that a person can do; `stood` are everyone's acts that stand.

    One who is not `free` takes back only what stands last.
    """

    project: Project
    who: Annotator
    article: str
    chance: random.Random
    stood: Stood
    free: bool

    def act(self) -> None:
        """Do one thing; what is refused is not done and leaves everything as it was."""
        often = [self.mark, self.change, self.accept]
        marks = [self.move, self.delete, self.relate, self.reject, self.accept_many]
        rest = [self.finish, self.skip, self.label, self.correct, self.edit_scheme]
        turns = [self.undo, self.redo] + [self.take_back] * self.free
        undone, redone = self.next("undo"), self.next("redo")
        verb = self.chance.choice([*often, *often, *marks, *rest, *turns])
        try:
            verb()
        except UserError:
            assert (self.next("undo"), self.next("redo")) == (undone, redone)
            return
        if verb == self.undo:
            self.stood.remove((self.who, undone))
        elif verb == self.redo or self.next("undo") != undone:
            self.stood.append((self.who, self.next("undo")))

    def next(self, way: Way) -> str:
        """The act that the person's next undo or redo would turn."""
        step = self.project.next_step(self.who.id, way)
        return step.id if step else ""

    # --- acts

    def mine(self) -> Annotation:
        """One of the person's annotations; a refusal where there is none."""
        found = annotations.of_article(self.project, self.article, annotator=self.who.id)
        if not found:
            raise UserError("operations.annotation_gone")
        return self.chance.choice(found)

    def ghost(self) -> Suggestion:
        """One of the suggestions; a refusal where there is none."""
        found = suggestions.of_article(self.project, self.article)
        if not found:
            raise UserError("operations.suggestion_gone")
        return self.chance.choice(found)

    def label_of(self, layer: str) -> str:
        scheme = schemes.read_scheme(self.project)
        return self.chance.choice(scheme.layer(layer).labels).id

    def do(self, operation: Callable[..., object], **arguments: object) -> None:
        """Do it in the person's name."""
        operation(self.project, annotator=self.who, **arguments)

    def mark(self) -> None:
        layer = self.chance.choice(("entity", "claim", "event", "framing"))
        start = self.chance.randrange(30)
        span, label = Span(start, start + self.chance.randint(1, 8)), self.label_of(layer)
        self.do(annotating.annotate, article=self.article, span=span, layer=layer, label=label)

    def change(self) -> None:
        mine = self.mine()
        kind = self.chance.choice(("note", "unsure", "label", "attribute"))
        if kind == "note":
            self.do(annotating.set_note, annotation=mine, note=str(self.chance.random()))
        elif kind == "unsure":
            self.do(annotating.set_unsure, annotation=mine, question="Is it?")
        elif kind == "label":
            label = self.label_of(mine.layer)
            self.do(annotating.relabel, annotation=mine, layer=mine.layer, label=label)
        else:
            name, value = self.chance.choice(VALUES)
            self.do(annotating.set_attribute, annotation=mine, attribute=name, value=value)

    def move(self) -> None:
        fragments = (Span(0, 3), Span(5, 5 + self.chance.randint(1, 5)))
        self.do(annotating.move, annotation=self.mine(), fragments=fragments)

    def delete(self) -> None:
        self.do(annotating.delete, annotation=self.mine())

    def relate(self) -> None:
        type = self.chance.choice(("source", "cue", "same_as", "target", "participant"))
        self.do(annotating.relate, type=type, source=self.mine().id, target=self.mine().id)

    def accept(self) -> None:
        ghost = self.ghost()
        label = self.chance.choice(("", "", self.label_of(ghost.layer)))
        self.do(accepting.accept, suggestion=ghost, label=label)

    def reject(self) -> None:
        self.do(accepting.reject, suggestion=self.ghost())

    def accept_many(self) -> None:
        wanted = accepting_many.Wanted(least=0.5)
        finish(accepting_many.accept_above(self.project, annotator=self.who, wanted=wanted))

    def finish(self) -> None:
        layers = ["entity", "claim"]
        verb = self.chance.choice((statuses.mark_done, statuses.mark_done, statuses.reopen))
        self.do(verb, article=self.article, layers=layers)

    def skip(self) -> None:
        self.do(statuses.skip, article=self.article, layers=["event"], reason="later")

    def label(self) -> None:
        values = self.chance.choice(((), ("policy",), ("policy", "morality")))
        self.do(statuses.label_article, article=self.article, name="frames", values=values)

    def correct(self) -> None:
        text = articles.text_of(self.project, self.article).text
        at = self.chance.randrange(len(text))
        new = self.chance.choice((f"{text[:at]} now{text[at:]}", text[:at] + text[at + 1 :]))
        basis = text_hash(text)
        self.do(correcting.correct, article=self.article, text=new, basis=basis)

    def edit_scheme(self) -> None:
        self.do(edit_scheme, edit=self.chance.choice(EDITS), losing=True)

    # --- turns

    def undo(self) -> None:
        if not (self.free or (self.stood and self.stood[-1][0] == self.who)):
            raise UserError("store.nothing_to_undo")
        self.do(undoing.undo)

    def redo(self) -> None:
        self.do(undoing.redo)

    def take_back(self) -> None:
        steps = history.read(self.project, annotator=self.who.id)
        past = [step for step in steps if step.can_be_taken_back_by(self.who)]
        if past:
            self.do(history.take_back, step=self.chance.choice(past))


def worked_in(project: Project) -> str:
    """An article with suggestions that point at one another; its id."""
    article = add_article(project)
    source = propose(project, article, "The mayor", "entity", "mention")
    claim = {"source": source.id, "cue": propose(project, article, "said", "claim", "cue").id}
    propose(project, article, "The harbour is closed", "claim", "factual", relations=claim)
    propose(project, article, "Nobody", "entity", "group", score=0.4)
    return article


def crew_of(project: Project, seed: int, *, free: bool) -> tuple[list[Person], Stood]:
    """Two people at work on one article, and the account of what stands."""
    article, chance = worked_in(project), random.Random(seed)  # noqa: S311  (not secret)
    stood: Stood = []
    names = ("ann", "bo")
    crew = [Person(project, add_person(project, n), article, chance, stood, free) for n in names]
    return crew, stood


seeds = st.integers(0, 2**32)
turns = st.lists(st.integers(0, 1), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the projects of all examples lie."""
    return tmp_path_factory.mktemp("law")


@settings(max_examples=15)
@given(seed=seeds, turns=turns)
def test_undoing_all_and_doing_all_again_gives_the_same_tables(
    folder: Path, seed: int, turns: list[int]
) -> None:
    with closing(create_project(folder / f"{new_id()}.workbench", news_scheme())) as project:
        crew, stood = crew_of(project, seed, free=False)
        empty = dump(project)
        for turn in turns:
            crew[turn].act()
        full = dump(project)
        for who, step in reversed(stood):
            upcoming = undoing.next_undo(project, who)
            assert upcoming is not None
            assert upcoming.id == step
            undoing.undo(project, annotator=who)
        assert dump(project) == empty
        for who, _ in stood:
            undoing.redo(project, annotator=who)
        assert dump(project) == full
        assert check(project) == []


@settings(max_examples=15)
@given(seed=seeds, turns=turns, order=st.lists(st.integers(0, 1), max_size=30))
def test_in_any_other_order_an_act_is_taken_back_and_nothing_else_or_not_at_all(
    folder: Path, seed: int, turns: list[int], order: list[int]
) -> None:
    with closing(create_project(folder / f"{new_id()}.workbench", news_scheme())) as project:
        crew, _ = crew_of(project, seed, free=True)
        for turn in turns:
            crew[turn].act()
        for turn in order:
            before, who = dump(project), crew[turn].who
            try:
                undoing.undo(project, annotator=who)
            except UserError:
                assert dump(project) == before
                continue
            undoing.redo(project, annotator=who)
            assert dump(project) == before
            undoing.undo(project, annotator=who)
        assert check(project) == []
