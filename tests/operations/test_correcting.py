"""Correcting a text: everything tied to it follows or is listed, and undo brings all back."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations.conftest import mark, place, propose, refused
from tests.store.conftest import TEXT, add_article, add_person, small_scheme
from tests.store.test_undo import Dump, dump, mark_everywhere
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.article import Structure, Zone
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, Span, quote_of
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.operations import accepting, annotating, correcting, statuses, undoing
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import anchors, annotations, articles, golds, schema, suggestions
from workbench.store.checking import check
from workbench.store.opening import create_project
from workbench.store.project import Project
from workbench.store.strides import LENGTH

LONGER = TEXT.replace("Harbour closed", "The Harbour of 🙂 Kells closed")


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def correct(project: Project, who: Annotator, article: str, text: str) -> None:
    """Correct the text as it stands."""
    basis = articles.by_ids(project, [article])[0].text_hash
    correcting.correct(project, annotator=who, article=article, text=text, basis=basis)


def quotes(project: Project, article: str) -> list[str]:
    """What the annotations of an article quote, in the order of the text."""
    return [annotation.quote for annotation in annotations.of_article(project, article)]


def settle(project: Project, article: str, span: Span) -> None:
    """A gold span with its decision."""
    gold = Gold(
        new_id(), article, "entity", "person", (span,), span.of(TEXT), Decision("rev", ("ann",))
    )
    with project.transaction("settle", person="", kind="record") as transaction:
        golds.insert_many(transaction, [gold])


def test_marks_of_everyone_follow_the_text(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "harbour is closed", "claim")
    propose(project, article, "Nobody", "entity", "person")
    settle(project, article, place("mayor"))
    correct(project, ann, article, LONGER)
    assert articles.text_of(project, article).text == LONGER
    assert quotes(project, article) == ["mayor", "harbour is closed"]
    assert check(project) == []
    assert annotations.of_article(project, article)[0].span.start == LONGER.index("mayor")


def test_undo_brings_everything_back(project: Project, article: str, ann: Annotator) -> None:
    source = mark(project, ann, article, "mayor", "entity")
    claim = mark(project, ann, article, "harbour is closed", "claim")
    annotating.relate(project, annotator=ann, type="source", source=claim.id, target=source.id)
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity", "claim"])
    accepting.accept(
        project, annotator=ann, suggestion=propose(project, article, "Nobody", "entity", "person")
    )
    settle(project, article, place("mayor"))
    before = dump(project)
    correct(project, ann, article, "Harbour closed\n\nThe harbour was closed.\n")
    after = dump(project)
    assert quotes(project, article) == ["harbour was closed"]
    assert annotations.relations_of_article(project, article) == []
    assert check(project) == []
    undoing.undo(project, annotator=ann)
    assert dump(project) == before
    undoing.redo(project, annotator=ann)
    assert dump(project) == after


def test_the_preview_says_what_will_become_of_each(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "Harbour closed", "claim")
    mark(project, bo, article, "mayor", "entity")
    mark(project, ann, article, "harbour", "entity")
    mark(project, ann, article, "Nobody", "entity")
    text = TEXT.replace("The mayor", "A mayor").replace("harbour is", "harbor was")
    text = text.replace("Nobody 🙂 disagreed", "All agreed")
    outcomes = correcting.preview(project, correcting.standing(project, article), text)
    assert [(o.span.quote, o.placement.fate, o.placement.quote) for o in outcomes] == [
        ("Harbour closed", "kept", "Harbour closed"),
        ("mayor", "moved", "mayor"),
        ("harbour", "changed", "harbor"),
        ("Nobody", "rewritten", ""),
    ]
    assert quotes(project, article) == ["Harbour closed", "mayor", "harbour", "Nobody"]


def test_two_marks_never_come_to_say_the_same(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "The mayor", "entity")
    kept = mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "The mayor", "entity")
    correct(project, ann, article, TEXT.replace("The mayor", "mayor"))
    found = annotations.of_article(project, article)
    assert [(a.annotator, a.quote) for a in found] == [(ann.id, "mayor"), (bo.id, "mayor")]
    assert kept.id in {annotation.id for annotation in found}


def test_a_suggestion_of_which_the_annotation_went_is_open_again(
    project: Project, article: str, ann: Annotator
) -> None:
    proposed = propose(project, article, "The mayor", "entity", "person")
    accepting.accept(project, annotator=ann, suggestion=proposed)
    mark(project, ann, article, "mayor", "entity")
    correct(project, ann, article, TEXT.replace("The mayor", "mayor"))
    (left,) = suggestions.by_ids(project, [proposed.id])
    assert (left.quote, left.state_for(ann.id)) == ("mayor", "open")


def test_frozen_states_follow(project: Project, article: str, ann: Annotator) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    gone = mark(project, ann, article, "Nobody", "claim")
    statuses.mark_done(project, annotator=ann, article=article, layers=["claim"])
    annotating.delete(project, annotator=ann, annotation=claim)
    correct(project, ann, article, LONGER.replace(" Nobody 🙂 disagreed.", ""))
    (layer,) = anchors.frozen_of_article(project, article)
    assert [quote for _, quote in layer.spans()] == ["harbour is closed"]
    assert gone.id not in {row["id"] for row in layer.annotations}
    assert list(anchors.misplaced(project, article)) == []


def test_a_decision_without_a_gold_span_goes_with_its_place(
    project: Project, article: str, ann: Annotator
) -> None:
    for words in ("mayor", "Nobody"):
        span = place(words)
        row = {"id": words, "article": article, "layer": "entity"}
        with project.transaction("settle", person="", kind="record") as transaction:
            transaction.insert(schema.gold_decision, row | {"start": span.start, "end": span.end})
    correct(project, ann, article, LONGER.replace(" Nobody 🙂 disagreed.", ""))
    (left,) = project.images(schema.gold_decision)
    assert (left["id"], LONGER[left["start"] : left["end"]]) == ("mayor", "mayor")


def test_who_corrected_stands_in_the_journal_and_who_marked_at_the_mark(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    before = mark(project, ann, article, "mayor", "entity")
    correct(project, bo, article, LONGER)
    (after,) = annotations.of_article(project, article)
    assert (after.annotator, after.modified) == (ann.id, before.modified)
    assert undoing.next_undo(project, bo) is not None


# --- the text's own


def test_title_and_structure_follow(project: Project, ann: Annotator) -> None:
    article = add_article(project, "Harbor shut\n\nThe mayor said so. He left.\n")
    with project.transaction("title", person="", kind="record") as transaction:
        transaction.update(schema.article, article, {"title": "Harbor shut"})
    text = "Harbour shut\n\nThe mayor said so. He went. Then he left.\n"
    correct(project, ann, article, text)
    (head,) = articles.by_ids(project, [article])
    assert (head.title, head.length, head.text_hash) == ("Harbour shut", len(text), text_hash(text))
    assert articles.text_of(project, article).structure == structure_of(text, title="Harbour shut")


def test_zones_that_came_from_elsewhere_are_carried_over(
    project: Project, article: str, ann: Annotator
) -> None:
    given = (Zone("caption", place("Harbour closed")), Zone("byline", place("The mayor said")))
    text = articles.text_of(project, article)
    with project.transaction("zones", person="", kind="record") as transaction:
        articles.replace_text(
            transaction,
            articles.by_ids(transaction, [article])[0],
            replace(text, structure=Structure(given, (), 1)),
        )
    correct(project, ann, article, LONGER)
    structure = articles.text_of(project, article).structure
    assert [(z.kind, z.span.of(LONGER)) for z in structure.zones] == [
        ("caption", "The Harbour of 🙂 Kells closed"),
        ("byline", "The mayor said"),
    ]
    assert [s.of(LONGER) for s in structure.sentences][-1] == "The mayor said"


def test_a_corrected_text_is_canonical(project: Project, article: str, ann: Annotator) -> None:
    correct(project, ann, article, "\ufeffOne\r\ntwo\u2028three\u00a0🙂\u2029")
    assert articles.text_of(project, article).text == "One\ntwo\u2028three\u00a0🙂\n"


def test_marks_that_said_the_same_before_both_stay(
    project: Project, article: str, ann: Annotator
) -> None:
    for _ in range(2):
        with project.transaction("import", person=ann.id) as transaction:
            quote = place("mayor").of(TEXT)
            new = Annotation(
                new_id(), article, ann.id, "entity", "person", (place("mayor"),), quote
            )
            annotations.insert_many(transaction, [new])
    correct(project, ann, article, LONGER)
    assert quotes(project, article) == ["mayor", "mayor"]


# --- refusals


def test_the_text_of_another_article_is_refused(
    project: Project, article: str, ann: Annotator
) -> None:
    add_article(project, "Another text.\n")
    before = dump(project)
    with refused("operations.text_known"):
        correct(project, ann, article, "Another text.\n")
    with refused("operations.text_empty"):
        correct(project, ann, article, " \n")
    with refused("operations.text_changed"):
        correcting.correct(project, annotator=ann, article=article, text="x", basis="old")
    assert dump(project) == before


def test_the_same_text_is_no_act(project: Project, article: str, ann: Annotator) -> None:
    correct(project, ann, article, TEXT)
    assert undoing.next_undo(project, ann) is None


# --- undo around a correction


def test_a_text_is_not_taken_back_under_what_was_marked_on_it(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    correct(project, ann, article, LONGER)
    span = Span(LONGER.index("Kells"), LONGER.index("Kells") + 5)
    annotating.annotate(
        project, annotator=bo, article=article, span=span, layer="entity", label="person"
    )
    before = dump(project)
    with refused("store.undo_refused") as refusal:
        undoing.undo(project, annotator=ann)
    assert refusal.value.values == {"who": "bo", "verb": "annotate"}
    assert dump(project) == before


def test_a_text_is_not_taken_back_under_a_layer_that_was_finished_on_it(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    found = mark(project, bo, article, "mayor", "entity")
    correct(project, ann, article, LONGER)
    statuses.mark_done(project, annotator=bo, article=article, layers=["entity"])
    annotating.delete(project, annotator=bo, annotation=found)
    with refused("store.undo_refused"):
        undoing.undo(project, annotator=ann)


def test_a_mark_does_not_come_back_to_another_text(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    early = mark(project, ann, article, "Harbour", "entity")
    late = mark(project, ann, article, "mayor", "entity")
    annotating.delete(project, annotator=ann, annotation=early)
    annotating.delete(project, annotator=ann, annotation=late)
    correct(project, bo, article, TEXT.replace("mayor", "🙂 mayor"))
    with refused("store.undo_refused") as refusal:
        undoing.undo(project, annotator=ann)
    assert refusal.value.values == {"who": "bo", "verb": "correct"}
    undoing.undo(project, annotator=bo)
    undoing.undo(project, annotator=ann)
    undoing.undo(project, annotator=ann)
    assert quotes(project, article) == ["Harbour", "mayor"]


# --- the law


def edited(text: str, choice: random.Random) -> str:
    """The text with some stretches replaced, deleted or doubled."""
    for _ in range(choice.randint(1, 4)):
        start = choice.randrange(len(text) + 1)
        end = min(len(text), start + choice.choice([0, 1, 2, 7, 30]))
        new = choice.choice(["", "x", "🙂", " a word ", "\n", "\u00a0", text[start:end] * 2])
        text = text[:start] + new + text[end:]
    return text if text.strip() else "nothing left"


def some_fragments(choice: random.Random) -> Fragments:
    """One to three stretches of the text."""
    borders = sorted(choice.sample(range(len(TEXT)), choice.choice([2, 2, 4, 6])))
    return tuple(Span(*pair) for pair in zip(borders[::2], borders[1::2], strict=True))


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_quotes_are_right_after_any_edit_and_undo_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    choice = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    project = create_project(tmp_path_factory.mktemp("law") / "a.workbench", small_scheme())
    article = add_article(project)
    persons = [add_person(project, "ann"), add_person(project, "bo")]
    for _ in range(6):
        mark_at(project, choice.choice(persons), article, some_fragments(choice))
    statuses.mark_done(project, annotator=persons[0], article=article, layers=["entity", "claim"])
    dumps = [dump(project)]
    for _ in range(3):
        text = articles.text_of(project, article).text
        correct(project, persons[1], article, edited(text, choice))
        assert check(project) == []
        assert list(anchors.misplaced(project, article)) == []
        dumps.append(dump(project))
    turn_back_and_forth(project, persons[1], dumps)
    project.close()


def mark_at(project: Project, who: Annotator, article: str, fragments: Fragments) -> None:
    """Mark fragments, unless that person has marked them already."""
    mine = annotations.of_article(project, article, annotator=who.id)
    if all(annotation.fragments != fragments for annotation in mine):
        with project.transaction("annotate", person=who.id) as transaction:
            quote = quote_of(TEXT, fragments)
            new = Annotation(new_id(), article, who.id, "claim", "factual", fragments, quote)
            annotations.insert_many(transaction, [new])


def turn_back_and_forth(project: Project, who: Annotator, dumps: list[Dump]) -> None:
    """Undo and redo as far as the dumps differ, and find each of them again."""
    distinct = [new for new, old in zip(dumps[1:], dumps, strict=False) if new != old]
    for expected in reversed([dumps[0], *distinct][:-1]):
        undoing.undo(project, annotator=who)
        assert dump(project) == expected
    for expected in distinct:
        undoing.redo(project, annotator=who)
        assert dump(project) == expected


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), order=st.lists(st.integers(0, 1), min_size=1, max_size=12))
def test_what_two_persons_did_with_corrections_between_is_undone_in_reverse_order(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int]
) -> None:
    choice = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    project = create_project(tmp_path_factory.mktemp("law") / "a.workbench", small_scheme())
    article = add_article(project)
    persons = [add_person(project, "ann"), add_person(project, "bo")]
    done: list[tuple[Annotator, Dump, Dump]] = []
    for number in order:
        who = persons[number]
        before = dump(project)
        mark_or_correct(project, who, article, choice)
        after = dump(project)
        assert check(project) == []
        if after != before:
            done.append((who, before, after))
    for who, before, _ in reversed(done):
        undoing.undo(project, annotator=who)
        assert dump(project) == before
    for who, _, after in done:
        undoing.redo(project, annotator=who)
        assert dump(project) == after
    project.close()


def mark_or_correct(project: Project, who: Annotator, article: str, choice: random.Random) -> None:
    """Correct the text, finish a layer, delete a mark, or make one where the text is now."""
    act = choice.choice(["correct", "done", "delete", "mark", "mark"])
    text = articles.text_of(project, article).text
    mine = annotations.of_article(project, article, annotator=who.id)
    if act == "correct":
        correct(project, who, article, edited(text, choice))
    elif act == "done":
        statuses.mark_done(project, annotator=who, article=article, layers=["claim"])
    elif act == "delete" and mine:
        annotating.delete(project, annotator=who, annotation=choice.choice(mine))
    else:
        start = choice.randrange(len(text))
        span = Span(start, choice.randint(start + 1, min(len(text), start + 20)))
        if all(annotation.fragments != (span,) for annotation in mine):
            annotating.annotate(
                project, annotator=who, article=article, span=span, layer="claim", label="factual"
            )


def test_texts_that_share_nothing_are_compared_by_a_worker_and_lose_all(
    project: Project, ann: Annotator, worker: Worker
) -> None:
    article = add_article(project, "Harbour closed. " * 500)
    mark(project, ann, article, "Harbour", "entity")
    before = correcting.standing(project, article)
    other = " ".join(f"w{number}" for number in range(2_000))
    outcomes = finish(correcting.previewing(project, before, other, worker))
    assert worker.pid
    assert outcomes == correcting.preview(project, before, other)
    assert [outcome.lost for outcome in outcomes] == [True]


def test_no_look_at_marks_of_another_text(project: Project, article: str, ann: Annotator) -> None:
    before = correcting.standing(project, article)
    correcting.correct(
        project, annotator=ann, article=article, text=f"New. {TEXT}", basis=text_hash(TEXT)
    )
    with refused("operations.text_changed"):
        correcting.preview(project, before, f"Old. {TEXT}")
    assert correcting.standing(project, article, known=before.text).text.text == f"New. {TEXT}"


def test_a_correction_that_is_stopped_half_way_has_not_happened(
    project: Project, ann: Annotator
) -> None:
    article = add_article(project, TEXT)
    mark_everywhere(project, ann, article)
    before = dump(project)
    basis = text_hash(TEXT)
    stopped = correcting.correcting(
        project, annotator=ann, article=article, text=f"New. {TEXT}", basis=basis
    )
    told = [next(stopped) for _ in range(6)]
    assert [told[-2].done, told[-1].done] == [0, LENGTH]  # marks are being moved
    stopped.close()
    assert dump(project) == before
    changes = correcting.correct(
        project, annotator=ann, article=article, text=f"New. {TEXT}", basis=basis
    )
    assert correcting.lost(changes) == 0
    assert check(project) == []
