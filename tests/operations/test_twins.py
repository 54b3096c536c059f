"""Near-duplicates are found after import, kept, and only new ones are compared."""

import random
from array import array

from tests.clock import processor_seconds
from tests.store.conftest import add_article, add_person
from workbench.domain.article_filter import ArticleFilter
from workbench.operations import correcting, twin_work, twins
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import articles, filters
from workbench.store.project import Project
from workbench.store.twins import groups, pending, twins_of, uncompared

STORY = " ".join(f"word{number} of the harbour report" for number in range(200))
OTHER = " ".join(f"line{number} in another piece" for number in range(200))
LATE = f"Late edition\n\n{STORY[: len(STORY) * 2 // 3]}"


def grouped(project: Project) -> set[frozenset[str]]:
    """The groups as sets of articles."""
    found = groups(project)
    return {frozenset(id for id in found if found[id] == one) for one in found.values()}


def test_wire_copy_is_found_and_what_is_known_is_not_read_again(project: Project) -> None:
    first, late = add_article(project, STORY), add_article(project, LATE)
    other = add_article(project, OTHER)
    assert finish(twins.find(project))
    assert grouped(project) == {frozenset({first, late})}
    assert (twins_of(project, first), twins_of(project, other)) == ([late], [])
    assert list(twins.find(project)) == []
    copy = add_article(project, f"Another headline\n\n{OTHER}")
    assert finish(twins.find(project))
    assert grouped(project) == {frozenset({first, late}), frozenset({other, copy})}


def test_twins_of_twins_are_one_group_also_where_the_link_comes_last(project: Project) -> None:
    words = STORY.split()
    head, tail = (add_article(project, " ".join(part)) for part in (words[:600], words[600:]))
    finish(twins.find(project))
    assert grouped(project) == set()
    link = add_article(project, " ".join(words[200:900]))
    finish(twins.find(project))
    assert grouped(project) == {frozenset({head, tail, link})}


def test_a_correction_and_undo_are_followed(project: Project) -> None:
    ann = add_person(project, "ann")
    first, late = add_article(project, STORY), add_article(project, LATE)
    finish(twins.find(project))
    basis = articles.by_ids(project, [late])[0].text_hash
    correcting.correct(project, annotator=ann, article=late, text=OTHER, basis=basis)
    assert (grouped(project), pending(project)) == (set(), [late])
    finish(twins.find(project))
    assert (grouped(project), pending(project)) == (set(), [])
    project.turn(ann.id, "undo")
    finish(twins.find(project))
    assert grouped(project) == {frozenset({first, late})}


def test_a_group_falls_apart_when_the_link_goes(project: Project) -> None:
    ann = add_person(project, "ann")
    words = STORY.split()
    add_article(project, " ".join(words[:600]))
    link = add_article(project, " ".join(words[200:900]))
    add_article(project, " ".join(words[600:]))
    finish(twins.find(project))
    assert len(groups(project)) == 3
    basis = articles.by_ids(project, [link])[0].text_hash
    correcting.correct(project, annotator=ann, article=link, text=OTHER, basis=basis)
    finish(twins.find(project))
    assert groups(project) == {}


def test_who_cancels_goes_on_from_there(project: Project) -> None:
    first, late = add_article(project, STORY), add_article(project, LATE)
    finding = twins.find(project)
    next(finding)
    finding.close()
    assert (pending(project), uncompared(project)) == ([], True)
    finish(twins.find(project))
    assert grouped(project) == {frozenset({first, late})}


def test_short_and_empty_texts_do_not_trip(project: Project) -> None:
    rain = [add_article(project, text) for text in ("Rain today", "rain TODAY")]
    add_article(project, "…")
    add_article(project, "–")
    finish(twins.find(project))
    assert grouped(project) == {frozenset(rain)}


def test_one_worker_serves_for_all(project: Project) -> None:
    worker = Worker()
    add_article(project, STORY)
    finish(twins.find(project, worker=worker))
    pid = worker.pid
    add_article(project, LATE)
    finish(twins.find(project, worker=worker))
    assert (worker.pid, len(groups(project))) == (pid, 2)
    worker.close()


def new(texts: list[str]) -> twin_work.Texts:
    """What texts are like that are not in a group yet, by numbers from 1 on."""
    (signed,) = twin_work.sign(texts)
    return twin_work.Texts(
        array("q", range(1, len(texts) + 1)),
        array("q", (size for _, size, _ in signed)),
        array("q", [0] * len(texts)),
        bytearray().join(each for _, _, each in signed),
    )


def test_most_of_what_shares_half_is_found_and_nothing_else() -> None:
    chance = random.Random(1)  # noqa: S311 - reproducible, not secret
    words = [str(number) for number in range(5_000)]
    texts = []
    for _ in range(200):
        story = chance.choices(words, k=300)
        texts += [" ".join(story), " ".join(story[:200]), " ".join(chance.choices(words, k=300))]
    heads = twin_work.heads_of(new(texts))
    pairs = {number for number, head in heads.items() if head != number}
    assert pairs <= set(range(2, len(texts), 3))
    assert len(pairs) >= 198


def test_what_stands_below_every_text_costs_nothing_much() -> None:
    chance = random.Random(1)  # noqa: S311 - reproducible, not secret
    footer = " ".join(f"footer{number}" for number in range(40))

    def seconds(number: int) -> float:
        texts = [
            f"{' '.join(str(chance.randrange(10**6)) for _ in range(110))} {footer}"
            for _ in range(number)
        ]
        signed = new(texts)
        assert len(set(twin_work.heads_of(signed).values())) == number
        return processor_seconds(lambda: twin_work.heads_of(signed))

    assert seconds(4_000) < 20 * seconds(500)


def test_articles_are_filtered_by_having_near_duplicates(project: Project) -> None:
    first, late = add_article(project, STORY), add_article(project, LATE)
    add_article(project, OTHER)
    finish(twins.find(project))
    assert filters.matching(project, ArticleFilter("", twins=True)) == {first, late}
