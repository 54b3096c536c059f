"""The list's headings say where an article appeared and stands, and are read on from anywhere."""

from tests.store.conftest import TEXT, add_article, add_articles, add_person
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance
from workbench.domain.ids import new_id
from workbench.domain.text import text_hash
from workbench.store import articles, headings, people, twins
from workbench.store.headings import BEGINNING, Heading
from workbench.store.project import Project
from workbench.store.twins import Likeness

LAYERS = ("entity", "event")


def read(project: Project, annotator: str = "", layers: tuple[str, ...] = LAYERS) -> list[Heading]:
    return headings.after(project, BEGINNING, annotator=annotator, layers=layers, limit=1_000)


def assign(project: Project, *new: Assignment) -> None:
    with project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(transaction, new)


def test_articles_are_read_on_in_their_order_from_where_one_stopped(project: Project) -> None:
    ids = [add_article(project), *sorted(add_articles(project, 7))]
    assert [article.id for article in articles.list_articles(project)] == ids
    found: list[Heading] = []
    place = BEGINNING
    while some := headings.after(project, place, annotator="", layers=LAYERS, limit=3):
        assert len(some) <= 3
        found += some
        place = some[-1].place
    assert [heading.id for heading in found] == ids
    late = add_article(project, TEXT + "late")
    (new,) = headings.after(project, place, annotator="", layers=LAYERS, limit=3)
    assert (new.id, new.title) == (late, articles.by_ids(project, [late])[0].title)


def test_some_articles_are_read_by_their_ids(project: Project) -> None:
    first, _, third = (add_article(project, f"{TEXT}{number}") for number in range(3))
    found = headings.of_some(project, [third, "none", first], annotator="", layers=LAYERS)
    assert [heading.id for heading in found] == [first, third]


def test_the_first_of_several_appearances_is_named(project: Project) -> None:
    article, nowhere = add_article(project), add_article(project, TEXT + "2")
    with project.transaction("import", person="", kind="record") as transaction:
        paper, wire = Appearance("Post", published="2024-01-19"), Appearance("Wire")
        articles.add_appearances(transaction, article, [paper, wire])
    first = articles.appearances_of(project, [article])[article][0]
    said = {heading.id: (heading.source, heading.published) for heading in read(project)}
    assert said == {article: (first.source, first.published), nowhere: ("", "")}


def test_statuses_are_those_of_the_newest_rounds_of_the_person(project: Project) -> None:
    article, other = add_article(project), add_article(project, TEXT + "2")
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    assign(
        project,
        Assignment(new_id(), article, ann.id, "entity", "started", round=10),
        Assignment(new_id(), article, ann.id, "entity", "done", round=9),
        Assignment(new_id(), article, ann.id, "claim", "skipped"),
        Assignment(new_id(), other, bo.id, "claim", "done"),
    )
    new = dict.fromkeys(LAYERS, "new")
    assert [heading.status for heading in read(project, ann.id)] == [
        {**new, "entity": "started"},
        new,
    ]
    of_bo = [heading.status for heading in read(project, bo.id, ("claim",))]
    assert of_bo == [{"claim": "new"}, {"claim": "done"}]


def test_a_heading_names_the_group_of_near_duplicates(project: Project) -> None:
    texts = [TEXT, TEXT + "2", TEXT + "3"]
    for text in texts:
        add_article(project, text)
    twins.add(project, [Likeness(text_hash(text), 1, b"") for text in texts[:2]])
    (known,) = twins.likenesses(project)
    first, second = known.numbers
    twins.place(project, {first: first, second: first})
    assert [heading.group for heading in read(project)] == [first, first, 0]
