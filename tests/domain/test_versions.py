"""Who knew of what: by a copy's own count, by notes, and before there were notes."""

from workbench.domain.versions import Knowledge, Version, latest, together

A1, A2, A3 = (Version(f"{t}", "a", n) for t, n in ((1, 1), (3, 2), (5, 3)))
B1, B2 = Version("2", "b", 1), Version("4", "b", 2)


def test_a_copy_knows_what_it_did_itself_before_and_not_after() -> None:
    knowledge = Knowledge([], first="a")
    assert (knowledge.knew(A2, A1), knowledge.knew(A1, A2)) == (True, False)
    assert knowledge.knew(A1, A1)


def test_the_first_copy_knows_of_no_other_until_it_takes_one_in() -> None:
    knowledge = Knowledge([("a", 3, {"b": 1})], first="a")
    assert not knowledge.knew(A2, B1)
    assert knowledge.knew(A3, B1)
    assert not knowledge.knew(A3, B2)


def test_a_copy_knows_what_its_file_held_when_it_was_made() -> None:
    knowledge = Knowledge([("b", 1, {"a": 1})], first="a")
    assert knowledge.knew(B2, A1)
    assert knowledge.apart(B2, A2)


def test_what_a_copy_has_heard_once_it_knows_for_ever() -> None:
    knowledge = Knowledge([("b", 1, {"a": 2}), ("b", 2, {"c": 7})], first="a")
    assert knowledge.knew(B2, A2)
    assert knowledge.knew(B2, Version("0", "c", 7))


def test_a_copy_without_a_note_counts_as_knowing_what_was_before() -> None:
    knowledge = Knowledge([], first="a")
    assert knowledge.knew(B2, A2)
    assert not knowledge.knew(B2, A3)


def test_a_copy_from_before_there_were_notes_knows_what_was_before_until_it_makes_one() -> None:
    knowledge = Knowledge([("b", 2, {"a": 1})], first="a")
    assert knowledge.knew(B1, A1)
    assert not knowledge.knew(B2, A2)


def test_the_latest_are_those_that_nobody_knew() -> None:
    knowledge = Knowledge([("b", 1, {"a": 1})], first="a")
    assert latest([B1, A2, A1], knowledge) == [B1, A2]
    assert latest([A1, B1], knowledge) == [B1]


def test_the_last_one_known_is_the_latest_of_those_that_were_there() -> None:
    knowledge = Knowledge([("b", 1, {"a": 1})], first="a")
    assert knowledge.last_known(B2, [A1, A2, B1]) == B1
    assert knowledge.last_known(B1, [A2]) is None


def test_several_hearers_have_heard_as_far_as_the_one_who_heard_most() -> None:
    assert together([{"a": 3}, {"a": 1, "b": 2}]) == {"a": 3, "b": 2}
