"""Nothing that is printed steers a terminal."""

import json

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.visible import visible


def test_what_steers_is_spelled_out_and_the_rest_stays() -> None:
    assert visible("a\x1b[2J\x9b1m\x07\r\u202eb") == r"a\u001b[2J\u009b1m\u0007\u000d\u202eb"
    assert visible("ü\u00a0👩🏽\u200d✈️\té\n") == "ü\u00a0👩🏽\u200d✈️\té\n"


@given(st.text())
def test_json_says_the_same_as_before(text: str) -> None:
    printed = visible(json.dumps(text, ensure_ascii=False))
    assert json.loads(printed) == text
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in printed)
