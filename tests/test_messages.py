"""Every refusal has its sentence, and every sentence a refusal that uses it."""

import re
from pathlib import Path

from workbench.domain.messages import MESSAGES

ROOMS = Path(__file__).resolve().parents[1] / "workbench"
NAMES = "commands|domain|store|intake|formats|suggest|operations|ui"
KEY = re.compile(rf'f?"((?:{NAMES})\.[a-z_0-9{{}}]+)"')


def _used() -> set[str]:
    """The keys that stand in the code, wherever they are raised."""
    found: set[str] = set()
    for path in ROOMS.rglob("*.py"):
        if path.name != "messages.py":
            found |= set(KEY.findall(path.read_text(encoding="utf-8")))
    return found


def test_every_key_in_the_code_has_a_sentence() -> None:
    plain = {key for key in _used() if "{" not in key}
    assert sorted(plain - MESSAGES.keys()) == []


def test_every_sentence_is_used() -> None:
    used = _used()
    patterns = [re.compile(re.sub(r"\\{.*?\\}", "[a-z_]+", re.escape(key))) for key in used]
    assert [key for key in MESSAGES if not any(p.fullmatch(key) for p in patterns)] == []
