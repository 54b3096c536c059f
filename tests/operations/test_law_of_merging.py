"""The law of merging: in whatever order copies are joined, and however often, all say the same.

Two or three copies of a project go their own ways: people mark, change, delete, relate, accept,
finish, label, correct the text, settle gold, take back and do again, and bring in articles that
others bring in as well. The same person may be at work on several copies, and shares of the project
that were handed out come back among them.
"""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations.conftest import news_scheme
from tests.operations.test_law_of_undo import Person, worked_in
from tests.store.conftest import add_person
from tests.store.test_undo import dump
from workbench.domain.article import Article, ArticleText
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.operations import adjudicating, assigning, people
from workbench.store import articles, golds, handing_out, merging, opening, schema
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project

NEWS = ("A bridge fell.\n", "The mayor resigned on Monday.\n")
Content = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Colleague(Person):
    """Somebody on a copy of their own, who also settles gold and brings in articles."""

    def act(self) -> None:
        often = [self.mark, self.mark, self.change, self.accept, self.delete, self.move]
        rest = [self.relate, self.reject, self.finish, self.skip, self.label, self.correct]
        more = [self.settle, self.unsettle, self.bring_in, self.undo, self.redo, self.take_back]
        try:
            self.chance.choice([*often, *rest, *more])()
        except UserError:
            return

    def settle(self) -> None:
        start = self.chance.randrange(30)
        span = Span(start, start + self.chance.randint(1, 8))
        adjudicating.write_own(
            self.project,
            reviewer=self.who,
            article=self.article,
            layer="entity",
            label=self.label_of("entity"),
            fragments=(span,),
        )

    def unsettle(self) -> None:
        found = golds.of_articles(self.project, [self.article])
        if found:
            with self.project.transaction("unsettle", person=self.who.id) as transaction:
                golds.delete(transaction, self.chance.choice(found).id)

    def bring_in(self) -> None:
        text = self.chance.choice(NEWS)
        head = Article(new_id(), "news", len(text), text_hash(text), "en", "", "", {}, "")
        with self.project.transaction("import", person=self.who.id) as transaction:
            if articles.by_hash(transaction, head.text_hash) is None:
                body = ArticleText(head.id, text, structure_of(text))
                articles.insert(transaction, head, body)


@contextmanager
def opened(path: Path) -> Iterator[Project]:
    with closing(open_project(path, backups=path.parent)) as project:
        yield project


def join(path: Path, others: Sequence[Path]) -> tuple[Content, bool]:
    """Join copies with one of them; what it holds then, and whether anything was to be done."""
    with opened(path) as project:
        with ExitStack() as stack:
            own = stack.enter_context(opening.looked_into(path))
            theirs = [stack.enter_context(opening.borrowed(other)) for other in others]
            plan = merging.plan(own, theirs)
        if plan:
            with project.transaction("merge", person="") as transaction:
                merging.write(transaction, plan)
        assert check(project) == []
        return dump(project), bool(plan)


def in_turn(copies: Sequence[Path], folder: Path) -> Content:
    """One copy takes in the others one by one."""
    target = Path(shutil.copy(copies[0], folder / f"{new_id()}.workbench"))
    for other in copies[1:]:
        found, _ = join(target, [other])
    return found


def at_once(copies: Sequence[Path], folder: Path) -> Content:
    """One copy takes in all others in one act."""
    target = Path(shutil.copy(copies[0], folder / f"{new_id()}.workbench"))
    found, _ = join(target, copies[1:])
    return found


def nested(copies: Sequence[Path], folder: Path) -> Content:
    """One copy takes in the last, which has taken in those between."""
    last = Path(shutil.copy(copies[-1], folder / f"{new_id()}.workbench"))
    join(last, copies[1:-1] or copies[:1])
    target = Path(shutil.copy(copies[0], folder / f"{new_id()}.workbench"))
    found, _ = join(target, [last])
    again, changed = join(target, [last, *copies])
    assert (again, changed) == (found, False)
    return found


WAYS: tuple[Callable[[Sequence[Path], Path], Content], ...] = (in_turn, at_once, nested)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the projects of all examples lie."""
    return tmp_path_factory.mktemp("law")


def base(folder: Path) -> tuple[Path, str]:
    """A project with an article, two people and suggestions, and the article's id."""
    path = folder / f"{new_id()}.workbench"
    with closing(create_project(path, news_scheme())) as project:
        article = worked_in(project)
        for name in ("ann", "bo"):
            add_person(project, name)
    return path, article


def worked_on(path: Path, article: str, seed: int, acts: int, folder: Path) -> Path:
    """A copy on which somebody did some things, and one more joined."""
    chance = random.Random(seed)  # noqa: S311  (not secret)
    copy = Path(shutil.copy(path, folder / f"{new_id()}.workbench"))
    with opened(copy) as project:
        names = [chance.choice(("ann", "bo", "cy")) for _ in range(2)]
        crew = [people.annotator_named(project, name) for name in names]
        for _ in range(acts):
            who = chance.choice(crew)
            Colleague(project, who, article, chance, [], free=True).act()
    return copy


@settings(max_examples=10)
@given(
    seeds=st.lists(st.integers(0, 2**32), min_size=2, max_size=3),
    before=st.integers(0, 12),
    acts=st.integers(1, 15),
    shuffled=st.randoms(use_true_random=False),
)
def test_in_every_order_all_copies_come_to_say_the_same(
    folder: Path, seeds: list[int], before: int, acts: int, shuffled: random.Random
) -> None:
    path, article = base(folder)
    path = worked_on(path, article, sum(seeds), before, folder)
    copies = [worked_on(path, article, seed, acts, folder) for seed in seeds]
    first = at_once(copies, folder)
    for way in WAYS:
        shuffled.shuffle(copies)
        for table, rows in way(copies, folder).items():
            assert rows == first[table], (way.__name__, table)


def handed_out(path: Path, article: str, name: str, seed: int, folder: Path) -> Path:
    """A person's share, in which they did some things."""
    chance, out = random.Random(seed), folder / f"{new_id()}.workbench"  # noqa: S311
    with opened(path) as project:
        who = people.annotator_known(project, name)
    with opening.looked_into(path) as own:
        handing_out.write_share(own, who.id, out)
    with opened(out) as share:
        assert check(share) == []
        for _ in range(chance.randint(1, 12)):
            Colleague(share, who, article, chance, [], free=True).act()
        assert check(share) == []
    return out


@settings(max_examples=4)
@given(seed=st.integers(0, 2**32))
def test_shares_that_come_back_in_any_order_come_to_the_same(folder: Path, seed: int) -> None:
    path, article = base(folder)
    path = worked_on(path, article, seed, 10, folder)
    with opened(path) as project:
        team = [people.annotator_known(project, name) for name in ("ann", "bo")]
        assigning.assign(project, annotator=team[0], wish=assigning.Wish(team, 2))
    shares = [handed_out(path, article, name, seed, folder) for name in ("ann", "bo")]
    copies = [worked_on(path, article, seed + number, 6, folder) for number in (1, 2)]
    first = in_turn([*copies, *shares], folder)
    assert in_turn([copies[1], *reversed(shares), copies[0]], folder) == first
    assert at_once([copies[0], shares[1], copies[1], shares[0]], folder) == first
    assert nested([copies[1], *shares, copies[0]], folder) == first


def test_the_file_of_another_is_as_it_was(folder: Path) -> None:
    path, article = base(folder)
    copies = [worked_on(path, article, seed, 8, folder) for seed in (1, 2)]
    before = copies[1].read_bytes()
    join(copies[0], [copies[1]])
    assert copies[1].read_bytes() == before
    assert not list(folder.glob("*.part"))
    with opened(copies[0]) as project:
        assert project.rows(schema.journal.select().where(schema.journal.c.verb == "merge"))
