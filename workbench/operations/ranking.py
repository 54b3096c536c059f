"""All places where people differ, those that cost most first, to be counted and chosen among.

Half a million places are of some dozens of sorts: of a layer, by the same readers, who have the
same labels there, settled or not. Whoever wants some of them says so of one place of each sort, and
what is done for each single place after that is done by C. So a list of them is narrowed down while
the window waits, as it is brought up to date after a decision: the places of an article that cost
the same stand together, and are found by halving.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from workbench.agreement.differences import Kind
from workbench.operations.comparing import Difference, differences
from workbench.operations.progress import LongVerb, Progress
from workbench.store import articles
from workbench.store.project import Project

_BATCH = 100  # articles
_AT_ONCE = 5_000  # places that are let go, which takes some milliseconds

Takes = Callable[[Difference], bool]  # may ask for nothing that `_sort_of` does not tell apart


@dataclass(frozen=True, slots=True)
class Settled:
    """How far the adjudication is: places and articles, settled of all."""

    places: int
    settled: int
    articles: int
    articles_settled: int


def ranked(
    project: Project,
    *,
    among: Collection[str] | None = None,
    annotators: Sequence[str] = (),
    layers: Sequence[str] = (),
) -> LongVerb["Ranking"]:
    """The differences of all articles, or of those `among` some."""
    every = articles.ids(project)
    ids = [id for id in every if among is None or id in among]
    found: list[Difference] = []
    for begin in range(0, len(ids), _BATCH):
        part = ids[begin : begin + _BATCH]
        found += differences(project, part, annotators=annotators, layers=layers)
        yield Progress(begin + len(part), len(ids))
    return Ranking(found)


class Ranking:
    """Places of many articles, by what they cost, the article, and where in the text they stand.

    `found` has the places of each article in the order of its text.
    """

    def __init__(self, found: Iterable[Difference] = ()) -> None:
        self._by_article: dict[str, list[Difference]] = defaultdict(list)
        self._done = 0  # articles
        self._sorts = _Sorts()
        for place in found:
            self._by_article[place.article].append(place)
        for article in self._by_article:
            self._count(article, 1)
        in_text = (place for id in sorted(self._by_article) for place in self._by_article[id])
        self._places = sorted(in_text, key=_gain)
        # Of each place, beside it:
        self._gains = array("d", map(_gain, self._places))
        self._articles = [place.article for place in self._places]
        self._numbers = array("L", map(self._sorts.number, self._places))

    def of_article(self, article: str) -> Sequence[Difference] | None:
        """The places of an article, in the order of its text; None where it has none here."""
        return self._by_article.get(article)

    def replace(self, article: str, found: Sequence[Difference]) -> None:
        """Put other places, in the order of the text, in the place of those an article has.

        Those that are the same objects stay where they are: a decision touches few of thousands.
        """
        before = self._by_article.get(article, [])
        known, order = set(map(id, before)), {id(place): at for at, place in enumerate(found)}
        fresh: dict[float, list[Difference]] = defaultdict(list)
        for place in found:
            if id(place) not in known:
                fresh[_gain(place)].append(place)
        left = {_gain(place) for place in before if id(place) not in order}
        for gain in left | fresh.keys():
            self._exchange(gain, article, order, fresh[gain])
        if before:
            self._count(article, -1)
            del self._by_article[article]
        if found:
            self._by_article[article] = list(found)
            self._count(article, 1)

    def let_go(self) -> Iterator[None]:
        """Forget all places, some at each step: half a million at once take a third of a second."""
        self._by_article.clear()
        while self._places:
            del self._places[-_AT_ONCE:]
            yield

    def _exchange(
        self, gain: float, article: str, order: Mapping[int, int], fresh: Sequence[Difference]
    ) -> None:
        """Of the places of an article that cost the same, keep those that have an order now."""
        here = self._where(gain, article)
        numbered = []
        for place, number in zip(self._places[here], self._numbers[here], strict=True):
            if id(place) in order:
                numbered.append((place, number))
            else:
                self._sorts.forget(number)
        numbered += [(place, self._sorts.number(place)) for place in fresh]
        numbered.sort(key=lambda pair: order[id(pair[0])])
        self._places[here] = [place for place, _ in numbered]
        self._gains[here] = array("d", [gain]) * len(numbered)
        self._articles[here] = [article] * len(numbered)
        self._numbers[here] = array("L", [number for _, number in numbered])

    def _where(self, gain: float, article: str) -> slice:
        """Where the places of an article stand that cost the same."""
        begin, end = bisect_left(self._gains, gain), bisect_right(self._gains, gain)
        return slice(
            bisect_left(self._articles, article, begin, end),
            bisect_right(self._articles, article, begin, end),
        )

    def _count(self, article: str, sign: int) -> None:
        """Count an article among those that are settled, or no more."""
        if not any(place.open for place in self._by_article[article]):
            self._done += sign

    # --- asked for

    def places(self, takes: Takes = lambda _: True) -> list[Difference]:
        """Those places that somebody wants."""
        wanted = self._sorts.wanted(takes)
        return list(compress(self._places, map(wanted.__getitem__, self._numbers)))

    def number(self, takes: Takes) -> int:
        """How many places somebody wants."""
        return sum(number for place, number in self._sorts.counted() if takes(place))

    def kinds(self, takes: Takes) -> Counter[Kind]:
        """How many of the places that somebody wants differ in each way."""
        kinds: Counter[Kind] = Counter()
        for place, number in self._sorts.counted():
            if takes(place):
                kinds.update(dict.fromkeys(place.kinds, number))
        return kinds

    def settled(self) -> Settled:
        """How far the adjudication is."""
        every, still = len(self._places), self.number(lambda place: place.open)
        return Settled(every, every - still, len(self._by_article), self._done)


class _Sorts:
    """The sorts of places that there are, each with one of them, and how many are of it."""

    def __init__(self) -> None:
        self._known: dict[Hashable, int] = {}
        self._first: list[Difference] = []
        self._many: list[int] = []

    def number(self, place: Difference) -> int:
        """The number of a place's sort, of which there is one more now."""
        number = self._known.setdefault(_sort_of(place), len(self._first))
        if number == len(self._first):
            self._first.append(place)
            self._many.append(0)
        self._many[number] += 1
        return number

    def forget(self, number: int) -> None:
        """Count a place no more, by the number of its sort."""
        self._many[number] -= 1

    def wanted(self, takes: Takes) -> list[bool]:
        """Of each sort, by its number, whether somebody wants it."""
        return [takes(place) for place in self._first]

    def counted(self) -> Iterator[tuple[Difference, int]]:
        """A place of each sort, and how many there are."""
        return zip(self._first, self._many, strict=True)


def _gain(place: Difference) -> float:
    """What settling a place saves, which comes first where it is most."""
    return -place.cost


def _sort_of(place: Difference) -> Hashable:
    """All that somebody may ask about a place who chooses among many.

    Who has which label there, and with whose borders; but not where it stands, nor with what words.
    """
    borders: dict[Hashable, int] = {}
    marks = tuple(
        (mark.annotator, mark.label, borders.setdefault(mark.fragments, len(borders)))
        for mark in place.marks
    )
    decided = (place.open, place.gold is None, place.ruling is None)
    return place.layer, place.kinds, place.readers, marks, decided
