"""Which part of a corpus each article belongs to: to train on, to look at meanwhile, to test on.

What must stay together is placed together: near-duplicates, and articles of one group where asked
for. A piece stands where something of it was placed before, so that what was tested on is never
trained on later. All others are placed so that the parts come as near to their shares as they can,
by chance or by date: then whatever is later stands in a later part.
"""

import hashlib
import itertools
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.errors import UserError

TRAIN, DEV, TEST = "train", "dev", "test"
PARTS = (TRAIN, DEV, TEST)
GROUPINGS = ("source", "date")
META = "meta."


@dataclass(frozen=True, slots=True)
class Split:
    """How a corpus is to be parted.

    `shares` are those of train, dev and test, or of train and test alone, in any unit. `group_by`
    is *source*, *date* or *meta.KEY*, or empty. The `seed` decides what chance decides.
    """

    shares: tuple[int, ...] = (80, 10, 10)
    seed: int = 1
    group_by: str = ""
    by_date: bool = False

    def targets(self) -> dict[str, float]:
        """The share of each part, in all 1."""
        parts = PARTS if len(self.shares) == len(PARTS) else (TRAIN, TEST)
        whole = sum(self.shares)
        return {part: share / whole for part, share in zip(parts, self.shares, strict=True)}


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be placed.

    `key` is its text's hash: chance goes by it, so that the same texts are parted alike in another
    project. It stays together with all that share one of its `groups`. `date` is ISO 8601 as far
    as known.
    """

    id: str
    key: str
    groups: tuple[str, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """The part of each article, by id, and which of them were `placed` just now.

    `torn` is how many pieces stand in several parts, since they were placed before anything was
    known to join them. By date, `undated` ones are in the first part.
    """

    parts: Mapping[str, str]
    placed: tuple[str, ...]
    torn: int = 0
    undated: int = 0

    def shares(self) -> dict[str, int]:
        """How many articles there are in each part that has any."""
        counts = Counter(self.parts.values())
        return {part: counts[part] for part in PARTS if counts[part]}


def split_of(shares: str, *, seed: int = 1, group_by: str = "", by_date: bool = False) -> Split:
    """The split that somebody describes, with shares like 80/10/10; raises `UserError`."""
    numbers = tuple(
        int(share) for share in shares.split("/") if share.isascii() and share.isdigit()
    )
    said = numbers and len(numbers) == shares.count("/") + 1
    if not said or len(numbers) not in (2, len(PARTS)) or not all(numbers):
        raise UserError("domain.bad_shares", shares=shares)
    of_meta = group_by.startswith(META) and group_by != META
    if group_by and group_by not in GROUPINGS and not of_meta:
        raise UserError("domain.bad_grouping", grouping=group_by)
    return Split(numbers, seed, group_by, by_date)


def place(
    items: Sequence[Item], stored: Mapping[str, str], split: Split, *, beside: Sequence[Item] = ()
) -> Placement:
    """Place articles, given the parts of those that were placed before, by id.

    Those `beside` were placed before and do not go out now: others stay with them.
    """
    every = [*items, *beside]
    parts = {item.id: stored[item.id] for item in every if item.id in stored}
    before = dict(parts)
    torn = 0
    fresh: list[list[Item]] = []
    for piece in _pieces(every):
        known = sorted({parts[item.id] for item in piece if item.id in parts}, key=PARTS.index)
        torn += len(known) > 1
        if known:
            parts |= {item.id: known[0] for item in piece if item.id not in parts}
        else:
            fresh.append(piece)
    if split.by_date:
        _place_by_date(fresh, every, parts, split)
    else:
        _place_by_chance(fresh, items, parts, split)
    return Placement(
        parts={item.id: parts[item.id] for item in items},
        placed=tuple(item.id for item in items if item.id not in before),
        torn=torn,
        undated=sum(not item.date for item in items) if split.by_date else 0,
    )


def _place_by_chance(
    fresh: Iterable[list[Item]], items: Sequence[Item], parts: dict[str, str], split: Split
) -> None:
    """Place pieces where most is lacking, the largest first, since they fit in fewest places."""
    targets = split.targets()
    counts = Counter(parts[item.id] for item in items if item.id in parts)
    for piece in sorted(fresh, key=lambda piece: (-len(piece), _chance(piece, split.seed))):
        part = max(targets, key=lambda part: targets[part] * len(items) - counts[part])
        counts[part] += len(piece)
        parts |= {item.id: part for item in piece}


def _place_by_date(
    fresh: Iterable[list[Item]], items: Sequence[Item], parts: dict[str, str], split: Split
) -> None:
    """Place pieces by when their last article appeared; what has no date is in the first part.

    Where something was placed before, nothing later stands in an earlier part, and nothing earlier
    in a later one.
    """
    order = list(split.targets())
    begins = _begins(sorted(item.date for item in items if item.date), split)
    dated = sorted(
        (item.date, order.index(parts[item.id]))
        for item in items
        if item.date and parts.get(item.id) in order
    )
    dates = [date for date, _ in dated]
    reached = [0, *itertools.accumulate((rank for _, rank in dated), max)]
    last = len(order) - 1
    ahead = [last, *itertools.accumulate((rank for _, rank in reversed(dated)), min)][::-1]
    for piece in fresh:
        date = max(item.date for item in piece)
        number = bisect_right(dates, date)
        rank = bisect_right(begins, date) - 1
        rank = max(reached[number], min(rank, ahead[number])) if date else 0
        parts |= {item.id: order[rank] for item in piece}


def _begins(dates: Sequence[str], split: Split) -> list[str]:
    """The date on which each part begins; the first one begins before all dates."""
    begins: list[str] = []
    reached = 0.0
    for share in split.targets().values():
        place = min(round(reached * len(dates)), len(dates) - 1)
        begins.append(dates[place] if begins and dates else "")
        reached += share
    return begins


def _chance(piece: Sequence[Item], seed: int) -> str:
    """What orders pieces by chance: the same for the same texts and seed."""
    first = min(item.key for item in piece)
    return hashlib.sha256(f"{seed} {first}".encode()).hexdigest()


def _pieces(items: Sequence[Item]) -> list[list[Item]]:
    """The articles that have to stay together, in the order of the first of each."""
    heads: dict[str, str] = {}

    def head(name: str) -> str:
        while heads.setdefault(name, name) != name:
            heads[name] = name = heads[heads[name]]
        return name

    for item in items:
        for group in item.groups:
            heads[head(f"group {group}")] = head(f"item {item.id}")
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[head(f"item {item.id}")].append(item)
    return list(found.values())
