"""Articles given to annotators: evenly, by the seed, once, and as one act."""

import itertools
from collections import Counter
from pathlib import Path

import pytest

from tests.store.conftest import add_articles, add_person, small_scheme
from workbench.domain.errors import UserError
from workbench.operations.assigning import Wish, assign, spread
from workbench.operations.undoing import undo
from workbench.store import people
from workbench.store.opening import create_project


@pytest.mark.parametrize(("persons", "each"), [(2, 1), (3, 2), (4, 2), (5, 3), (7, 4)])
def test_loads_differ_by_one_and_every_pair_overlaps_about_equally(persons: int, each: int) -> None:
    names = [chr(97 + number) for number in range(persons)]
    given = spread({str(n): frozenset() for n in range(211)}, names, each, 7)
    assert {len(holders) for holders in given.values()} == {each}
    loads = Counter(person for holders in given.values() for person in holders)
    assert max(loads.values()) - min(loads.values()) <= 1
    pairs = Counter(p for h in given.values() for p in itertools.combinations(sorted(h), 2))
    expected = 211 * each * (each - 1) / (persons * (persons - 1))
    for pair in itertools.combinations(names, 2):
        assert abs(pairs[pair] - expected) <= max(3, expected / 10)


def test_the_seed_decides() -> None:
    empty = {str(n): frozenset[str]() for n in range(20)}
    assert spread(empty, "abc", 2, 1) == spread(empty, "abc", 2, 1)
    assert spread(empty, "abc", 2, 1) != spread(empty, "abc", 2, 2)


def test_who_has_an_article_keeps_it_and_undo_takes_all_of_an_act_back(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    add_articles(project, 9)
    team = [add_person(project, name) for name in ("ann", "bo", "cy")]
    wish = Wish(team, 2, seed=3)
    report = assign(project, annotator=team[0], wish=wish)
    assert (report.articles, report.new) == (9, 9)
    assert report.loads == {"ann": 6, "bo": 6, "cy": 6}
    first = people.assignments(project)
    assert len(first) == 9 * 2 * 2  # articles, people, layers
    assert assign(project, annotator=team[0], wish=wish).new == 0
    assert people.assignments(project) == first
    assign(project, annotator=team[0], wish=Wish(team, 3, layer="claim"))
    assert set(first) < set(people.assignments(project))
    undo(project, annotator=team[0])
    assert people.assignments(project) == first
    undo(project, annotator=team[0])
    assert people.assignments(project) == []
    with pytest.raises(UserError):
        assign(project, annotator=team[0], wish=Wish(team, 4))
    project.close()
