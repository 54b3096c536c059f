"""Ids are unique, grow in the order in which they are made, and begin with the time."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from workbench.domain.ids import new_id, now


def test_ids_grow_in_the_order_in_which_they_are_made() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_an_id_is_a_uuid_of_version_7_that_begins_with_the_time() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    after = time.time_ns() // 1_000_000
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    # Ids that were made at once may be a little ahead of the clock.
    assert before <= made.int >> 80 <= after + 1_000


def test_threads_never_make_one_id_twice() -> None:
    with ThreadPoolExecutor(8) as threads:
        parts = list(threads.map(lambda _: [new_id() for _ in range(2_000)], range(8)))
    assert all(part == sorted(part) for part in parts)
    assert len({id for part in parts for id in part}) == 16_000


def test_ids_grow_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    assert first < new_id() < new_id()


def test_moments_sort_as_texts() -> None:
    moments = [now() for _ in range(100)]
    assert moments == sorted(moments)
    assert all(len(moment) == 32 and moment.endswith("+00:00") for moment in moments)
    assert abs(datetime.now(UTC) - datetime.fromisoformat(moments[-1])).total_seconds() < 60
