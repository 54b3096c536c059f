from workbench.domain.twins import has_twin, index_of, sketch

STORY = " ".join(f"word{number} of the harbour report" for number in range(200))
OTHER = " ".join(f"line{number} in another piece" for number in range(200))


def is_twin(one: str, other: str) -> bool:
    known = sketch(other)
    return has_twin(sketch(one), index_of({"a": known}), {"a": len(known)})


def test_a_text_is_its_own_twin_and_no_twin_of_another() -> None:
    assert is_twin(STORY, STORY)
    assert not is_twin(STORY, OTHER)


def test_wire_copy_under_another_headline_and_cut_short_is_a_twin() -> None:
    copy = "Quite another headline\n\n" + STORY[: len(STORY) * 2 // 3]
    assert is_twin(copy, STORY)
    assert is_twin(STORY, copy)


def test_a_shared_sentence_makes_no_twins() -> None:
    assert not is_twin(STORY[:200] + " " + OTHER, STORY)


def test_short_and_empty_texts_do_not_trip() -> None:
    assert is_twin("Rain today", "rain TODAY")
    assert not is_twin("", STORY)
    assert not is_twin(STORY, "")
