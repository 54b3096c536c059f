"""A refusal carries a key and values, reads as a sentence, and travels whole between processes."""

import pickle
from string import Formatter

import pytest

from workbench.domain.errors import UserError
from workbench.domain.messages import MESSAGES


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_sentence_has_room_for_its_values_and_ends_like_one(key: str) -> None:
    names = {name for _, name, _, _ in Formatter().parse(MESSAGES[key]) if name is not None}
    values = {name: f"‹{name}›" for name in names}
    said = str(UserError(key, **values))
    assert all(value in said for value in values.values())
    assert said[0].isupper() or said[0] in "“‹{"
    # A command to be typed stands last, without a mark that would be typed along.
    assert said.rstrip("”›)")[-1] in ".?!" or ", run: " in said


def test_a_refusal_travels_whole() -> None:
    sent = UserError("domain.bad_date", value="soon", attribute="value")
    came = pickle.loads(pickle.dumps(sent))  # noqa: S301  (what this very test has written)
    assert (came.key, came.values, str(came)) == (sent.key, sent.values, str(sent))
