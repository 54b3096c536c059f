"""Ids are UUIDs of version 7, all different, and sort as they were made."""

import time
import uuid

from workbench.domain.ids import new_id


def test_ids_are_different_and_sort_as_they_were_made() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)


def test_an_id_is_a_uuid_of_version_7_of_this_moment() -> None:
    before = time.time_ns() // 1_000_000
    id = uuid.UUID(new_id())
    assert (id.version, id.variant) == (7, uuid.RFC_4122)
    assert before <= id.int >> 80 <= time.time_ns() // 1_000_000
