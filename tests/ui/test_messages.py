"""Every act that an operation can do has a name, and says what its parameters tell."""

import re
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.formats.receipt import DONE
from workbench.ui.messages import LOSSES, VERBS, act_said, sentence

OPERATIONS = Path(__file__).resolve().parents[2] / "workbench" / "operations"
VERB = re.compile(r'transaction\(\s*"([a-z_]+)"')


def test_every_verb_of_the_operations_has_a_name() -> None:
    sources = [path.read_text(encoding="utf-8") for path in OPERATIONS.glob("*.py")]
    used = {verb for source in sources for verb in VERB.findall(source)}
    assert len(used) > 10
    assert sorted(used - VERBS.keys()) == []


def test_no_name_in_a_refusal_turns_the_sentence_around() -> None:
    said = sentence(UserError("store.missing", path=Path("/a/\u202etxt.exe\x9b")))
    assert "/a/\\u202etxt.exe\\u009b" in said


def test_an_act_is_said_with_what_its_parameters_tell() -> None:
    said = act_said("set_attribute", {"attribute": "stance", "value": "denies"})
    assert said == "set an attribute · stance: denies"
    assert act_said("mark_done", {"layers": ["entity", "claim"]}) == "mark as done · entity, claim"
    assert act_said("annotate", {"layer": "entity"}) == "mark a span"
    assert act_said("skip", {"reason": ""}) == "skip an article"


def test_taking_back_says_what_was_taken_back() -> None:
    params = {"verb": "set_attribute", "attribute": "stance", "value": "denies"}
    assert act_said("take_back", params) == "take back: set an attribute · stance: denies"


def test_a_refusal_names_verbs_in_words() -> None:
    refusal = UserError("store.undo_refused", who="bo", verb="set_note")
    assert "bo changed it since then (write a note)" in sentence(refusal)


def test_whatever_a_receipt_can_list_has_a_name() -> None:
    assert set(LOSSES) == set(DONE)
